"""Sentences for what is printed: slips and their codes, claim sheets, batches, printers."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import one_line

tr = translator("sheets")


def known_sentence(code: str, values: Mapping[str, object]) -> tuple[str, str] | None:
    """What happened and what to do next; None for a code without words here."""
    slip = one_line(str(values.get("slip", "")))
    case = one_line(str(values.get("case", "")))
    return {
        "return_code_wrong": (
            tr("The check character of %1 does not fit.", slip),
            tr("Scan it again, or type the code as it is printed below the bars."),
        ),
        "return_case_unknown": (
            tr("%1 is of a case that is not here: %2.", slip, case), tr("Is it the slip of another shop?"),
        ),
        "slip_of_merged_case": (
            tr("%1 was merged into another case.", case), tr("Print the return slip of that one."),
        ),
        "nothing_chosen": (tr("No case is chosen."), tr("Choose one or more in the list first.")),
        "slip_without_code": (tr("A return slip needs a code."), tr("Choose Code 128, QR, or both.")),
        "slip_too_small": (
            tr("The return slip %1 has no room in that size.", slip),
            tr("Choose a larger one, or shorten the return address in Settings, Shop."),
        ),
        "no_claims_of_case": (
            tr("%1 has no carrier claim.", case), tr("The wizard writes one when the carrier is liable."),
        ),
        "no_claims_of_month": (
            tr("No claims against %1 in %2.", one_line(str(values.get("carrier", ""))), values.get("month", "")), "",
        ),
        "sheet_copy_gone": (tr("The sheet is no longer in the cache."), tr("Make it again.")),
        "batch_evidence_not_whole": (
            tr("An exhibit is not as it was when imported."), tr("Open its packet to see which."),
        ),
        "packet_page_unreadable": (
            tr("Page %1 could not be made for the printer.", values.get("page", "")),
            tr("Print again. What is printed is safe."),
        ),
        "printer_refused": (
            tr("The printer did not take the job."), tr("Check that it is on and has paper, then print again."),
        ),
    }.get(code)  # fmt: skip
