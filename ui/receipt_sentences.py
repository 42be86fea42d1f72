"""Sentences for what goes wrong at the parcels that came back: scans, counts, the box, sending again."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import isolate, one_line

tr = translator("receipt_errors")


def known_sentence(code: str, values: Mapping[str, object]) -> tuple[str, str] | None:
    """What happened and what to do next; None for a code without words here."""

    def said(name: str) -> str:
        return isolate(one_line(str(values.get(name, ""))))

    cases = values.get("cases")
    listed = ", ".join(one_line(str(case)) for case in cases) if isinstance(cases, list) else ""
    return {
        "tracking_empty": (tr("There is no number."), tr("Scan the label again, or type its number.")),
        "tracking_length": (
            tr("That is no tracking number."),
            tr("It has 4 to 40 letters and digits. Scan the label again, or type it."),
        ),
        "tracking_letters": (
            tr("That is no tracking number."), tr("Only letters, digits and dashes. Scan the label again, or type it.")
        ),
        "receipt_two_numbers": (
            tr("Two different numbers were scanned at once."), tr("Scan one parcel after the other.")
        ),
        "receipt_several_cases": (
            tr("This number stands with several cases: %1.", listed), tr("Choose the one the parcel belongs to.")
        ),
        "receipt_of_other_case": (
            tr("This number stands with another case: %1.", listed),
            tr("Choose that one, or look at the label again."),
        ),
        "receipt_not_found": (
            tr("This parcel is not there any more."), tr("Somebody took it back. Press F5 to see what is there.")
        ),
        "receipt_pieces": (tr("That is no number of pieces."), tr("Enter a whole number from 0 to 100,000.")),
        "receipt_weight": (tr("That is no weight."), tr("Enter whole grams, at most 10 tonnes.")),
        "receipt_not_restockable": (
            tr("An empty parcel or a wrong item does not go back on the shelf."),
            tr("Choose another condition, or take “restock” away."),
        ),
        "receipt_let_go": (
            tr("Its owner is no longer looked for."), tr("Put it back into the box first.")
        ),
        "receipt_not_let_go": (tr("This parcel was not let go."), tr("It lies in the box, or has its case.")),
        "receipt_without_case": (
            tr("Nobody knows yet whose parcel this is."),
            tr("Find its case first, in the box of parcels without an owner."),
        ),
        "receipt_has_case": (
            tr("This parcel belongs to %1 already.", said("case")), tr("Undo the match if that is wrong.")
        ),
        "receipt_number_known": (
            tr("%1 was taken in already.", said("number")), tr("Look at the label again, or find that parcel.")
        ),
        "receipt_photo_is_evidence": (
            tr("This photo is evidence of a case."), tr("Take it out on the page Evidence.")
        ),
        "receipt_remind_past": (tr("This moment is over."), tr("Choose a later one.")),
        "receipt_reminder_days": (
            tr("These days cannot be kept."), tr("Enter at most 10 whole numbers from 1 to 365.")
        ),
        "receipt_not_undeliverable": (
            tr("This parcel did not come back undelivered."), tr("Note first why the carrier brought it back.")
        ),
        "receipt_resent": (
            tr("It was sent again already: %1.", said("number")), tr("Undo that if it is wrong.")
        ),
        "receipt_same_number": (
            tr("%1 is the number it came back with.", said("number")), tr("Enter that of the new label.")
        ),
        "receipt_surcharge": (tr("That is no amount."), tr("Enter what it costs more, or leave it empty.")),
    }.get(code)  # fmt: skip
