"""Words for what can go wrong with packets: what happened, and what to do."""

from __future__ import annotations

from models.errors import AftercaseError
from ui.error_words import ErrorWords
from ui.i18n import translator
from ui.plain import isolate

tr = translator("packets")


def packet_error_words(error: AftercaseError) -> ErrorWords | None:
    """The words of a packet's errors; None for codes of others."""
    values = error.values
    if error.code in ("evidence_changed", "evidence_missing") and "exhibit" in values:
        if error.code == "evidence_missing":
            what = tr("The file of exhibit %1 (evidence %2) is missing.", values["exhibit"], values.get("number", ""))
        else:
            what = tr(
                "Exhibit %1 (evidence %2) is not as it was when imported.", values["exhibit"], values.get("number", "")
            )
        return ErrorWords(what, tr("No packet was made. Take it out of the packet, or restore it from a backup."))
    place = isolate(str(values.get("path", values.get("folder", ""))))
    known = {
        "packet_name_needed": (tr("The packet needs a file name."), tr("Choose a name ending in .pdf.")),
        "packet_out_is_folder": (tr("There is a folder of this name: %1", place), tr("Choose another name.")),
        "packet_folder_missing": (tr("The folder is not there: %1", place), tr("Choose another folder.")),
        "packet_out_in_store": (
            tr("Packets are not saved among the shop's own data."),
            tr("Choose a folder of your own, such as Documents."),
        ),
        "packet_file_locked": (
            tr("The file is open in another program, or may not be changed: %1", place),
            tr("Close it there, or choose another name. The old file is as it was."),
        ),
        "packet_not_writable": (tr("You may not write there: %1", place), tr("Choose another folder.")),
        "packet_not_written": (
            tr("The file could not be written: %1", place),
            tr("Check the disk, or choose another folder. No packet was noted."),
        ),
        "packet_page_not_drawn": (
            tr("A page of the packet could not be drawn."),
            tr("Try again. No packet was noted."),
        ),
        "packet_copy_gone": (
            tr("The copy of packet %1 is not there any more.", values.get("packet", "")),
            tr("Press F5 and save again: a packet with the next number is made."),
        ),
        "packet_does_not_fit": (
            tr("The packet does not fit its receiver."),
            tr("What does not fit stands with the limits. Nothing was made."),
        ),
        "packet_folder_there": (
            tr("There is something of this name already: %1", place),
            tr("Choose another folder: nothing is overwritten."),
        ),
        "packet_plan_wrong": (
            tr("An exhibit cannot be shown so."),
            tr("Look at its crop and its pages."),
        ),
        "packet_not_found": (tr("This packet is not known."), tr("Open the case again.")),
        "packet_outcome_amount": (tr("An amount cannot be less than nothing."), tr("Mend the amount.")),
        "packet_outcome_early": (tr("It was decided before the packet was made."), tr("Mend the date.")),
        "packet_outcome_late": (tr("That day is still to come."), tr("Mend the date.")),
        "packet_page_unreadable": (
            tr("Page %1 could not be made for the printer.", values.get("page", "")),
            tr("Print again. The packet itself is safe."),
        ),
        "printer_refused": (
            tr("The printer does not take the job."),
            tr("Is it on and connected? Try again, or save the packet and print it elsewhere."),
        ),
    }.get(error.code)
    return ErrorWords(*known) if known else None
