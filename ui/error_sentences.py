"""The sentences for the stable codes of desktop and models, in the order of where they come from."""

from __future__ import annotations

from collections.abc import Mapping

from models.kinds import CaseState
from ui import (
    call_sentences,
    claim_sentences,
    hand_over_sentences,
    life_sentences,
    packet_sentences,
    receipt_sentences,
    register_list_sentences,
    register_sentences,
    review_sentences,
    sheet_sentences,
)
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import word

tr = translator("errors")
Values = Mapping[str, object]
Words = tuple[str, str]


def known_sentence(code: str, values: Values) -> Words | None:
    """What happened and what to do next for a code, None for one without words here."""
    for table in (_texts, _views, _store, _cases, _work, _resolutions, _evidence, _packets, _files, _packs):
        found = table(values).get(code)
        if found is not None:
            return found
    life = life_sentences.known_sentence(code, values) or sheet_sentences.known_sentence(code, values)
    if life is not None:
        return life
    packet = packet_sentences.known_sentence(code, values) or call_sentences.known_sentence(code, values)
    if packet is not None:
        return packet
    listed = register_list_sentences.known_sentence(code, values)
    if listed is not None:
        return listed
    left = hand_over_sentences.known_sentence(code, values) or claim_sentences.known_sentence(code, values)
    left = left or register_sentences.known_sentence(code, values) or receipt_sentences.known_sentence(code, values)
    left = left or review_sentences.known_sentence(code, values)
    if left is not None:
        return left
    if code.endswith("_not_found"):
        return tr("This entry is not there any more."), tr(
            "Someone may have removed it. Press F5 to see what is there."
        )
    if code.startswith(("pack_", "calendar_", "expression_", "deadline_")):
        return tr("A policy pack cannot be used."), tr("Code: %1", code)
    return None


def _texts(values: Values) -> dict[str, Words]:
    remove = tr("Remove it and try again.")
    return {
        "text_has_nul": (tr("The text holds a character that cannot be kept."), remove),
        "text_not_unicode": (tr("The text holds a character that cannot be kept."), remove),
        "text_empty": (tr("Nothing was entered."), tr("Write something first.")),
        "text_too_long": (
            tr("The text is too long."),
            tr("It has %1 characters, at most %2 fit.", values.get("length", ""), values.get("limit", "")),
        ),
    }


def _views(values: Values) -> dict[str, Words]:
    return {
        "view_name_taken": (tr("There is a view of this name already."), tr("Choose another name.")),
        "too_many_views": (
            tr("There are %1 own views already.", values.get("limit", "")),
            tr("Delete one that nobody uses, then save this one."),
        ),
        "views_all_hidden": (tr("At least one view has to stay."), tr("Show one of them.")),
    }


def _store(values: Values) -> dict[str, Words]:
    space = tr("Free some space and try again.")
    return {
        "already_open": (
            tr("This shop is already open."),
            tr("Look for its window; only one can work on a data folder."),
        ),
        "folder_unusable": (
            tr("The data folder cannot be used."),
            tr("Choose another folder, or check that you may write there."),
        ),
        "disk_full": (tr("The disk is full."), space),
        "store_locked": (tr("The data is in use by another program."), tr("Close it and try again.")),
        "store_read_only": (tr("The data folder is read-only."), tr("Allow writing to it, or choose another folder.")),
        "store_damaged": (
            tr("The data file is damaged."),
            tr("Close the program, keep the whole data folder, and use a copy from before."),
        ),
        "store_unreadable": (
            tr("The data file cannot be opened."),
            tr("Check the folder and the disk, then try again."),
        ),
        "store_failed": (tr("The data could not be read or written."), tr("Check the disk, then try again.")),
        "store_newer": (
            tr("This data was written by a newer Aftercase."),
            tr("Install the newer version; the data stays as it is."),
        ),
        "not_a_store": (tr("This is not a shop's data folder."), tr("Choose another folder.")),
        "migration_failed": (
            tr("The data could not be brought to this version."),
            tr("It stays as it was; a copy lies in the folder “backups”."),
        ),
        "backup_failed": (
            tr("The backup could not be made."),
            tr("Check the disk and its free space, then try again."),
        ),
        "changed_since": (tr("This can no longer be undone."), tr("Someone changed the same entries afterwards.")),
        "cancelled": (tr("Stopped."), tr("What was finished before is kept.")),
        "artist_gone": (tr("The sample shop could not be drawn."), tr("Start the program again to try once more.")),
        "file_unreadable": (tr("The file cannot be read."), tr("Close other programs that use it, then try again.")),
        "file_unwritable": (tr("The file cannot be written."), tr("Choose another place or name.")),
    }


def _cases(values: Values) -> dict[str, Words]:
    was, state = _state(values.get("was")), _state(values.get("state"))
    return {
        "move_refused": (
            tr("%1 cannot go from %2 to %3.", values.get("case", ""), was, state),
            tr("Choose another state; nothing was changed."),
        ),
        "case_needs_order_or_buyer": (
            tr("A case needs an order or a buyer."),
            tr("Type an order number, a buyer ID or a tracking number."),
        ),
        "fact_invalid": (tr("This answer does not fit the question."), tr("Answer it again.")),
        "import_empty": (tr("There is nothing to import."), tr("Every row was refused; see the list of reasons.")),
        "import_cancelled": (tr("Stopped."), tr("Nothing was changed.")),
    }


def _work(values: Values) -> dict[str, Words]:
    return {
        "person_inactive": (
            tr("%1 does not work here any more.", one_line(str(values.get("person", "")))),
            tr("Choose somebody else, or bring them back in Settings."),
        ),
        "step_blocked": (
            tr("Not yet: %1", _named(values.get("step"))),
            tr("Still to be done before it: %1.", _named(values.get("missing"))),
        ),
        "step_undecided": (tr("Decide first: %1", _named(values.get("step"))), tr("Say what is decided.")),
        "return_address_missing": (
            tr("The shop has no return address yet."),
            tr("Enter it in Settings, Shop."),
        ),
        "clock_due_past": (tr("This moment has passed."), tr("Enter one that is still to come.")),
        "clock_due_far": (tr("This moment is more than ten years away."), tr("Check the year.")),
        "clock_warn_too_early": (
            tr("A warning comes at most %1 days before the end.", values.get("days", "")),
            tr("Choose a shorter time."),
        ),
        "clock_not_entered": (
            tr("This clock is computed by a rule."),
            tr("Correct the fact it counts from, or stop it and enter another."),
        ),
        "returner_rule_wrong": (
            tr("This cannot be kept."),
            tr("Enter 1 to 365 days.") if values.get("field") == "days" else tr("Enter 2 to 100 returns."),
        ),
        "clock_move_refused": (
            tr("This clock is no longer as it was."),
            tr("Look at it again; somebody ended or paused it."),
        ),
    }


def _named(value: object) -> str:
    """Names in both languages, or a list of them, in the language of the window."""
    if isinstance(value, Mapping):
        return one_line(str(value.get(language()) or value.get("zh") or ""))
    return tr(", ").join(map(_named, value)) if isinstance(value, list) else ""


def _resolutions(values: Values) -> dict[str, Words]:
    return {
        "refund_not_payable": (
            tr("This amount cannot be given back."),
            tr("It is negative, in another currency, or more than was paid."),
        ),
        "shares_not_100": (
            tr("The shares do not add up to 100 %."),
            tr("Give each party between 0 and 100, together exactly 100."),
        ),
        "override_needs_reason": (
            tr("An override needs a reason."),
            tr("Say in a few words why you decide otherwise."),
        ),
        "remedy_not_offered": (tr("This remedy is not on offer here."), tr("Choose one of the list.")),
        "resolution_incomplete": (tr("Some questions are still open."), tr("Answer them, then finish.")),
        "resolution_refused": (tr("The rules do not allow this resolution."), tr("Look at the reasons at the right.")),
        "resolution_stale": (
            tr("The case changed while you were deciding."),
            tr("Look at what changed, then finish again. Your answers are kept."),
        ),
    }


def _packets(values: Values) -> dict[str, Words]:
    return {
        "packet_folder_missing": (tr("The folder for the packet is not there."), tr("Choose another place or name.")),
        "packet_name_needed": (tr("The packet needs a file name."), tr("Choose another place or name.")),
        "packet_not_written": (tr("The packet could not be written."), tr("Choose another place or name.")),
        "packet_out_in_store": (
            tr("A packet is not saved among the shop's data."),
            tr("Choose another place or name."),
        ),
        "packet_out_is_folder": (tr("There is a folder of that name."), tr("Choose another place or name.")),
        "packet_out_is_file": (tr("That is a file; this packet needs a folder."), tr("Choose a folder.")),
    }


def _state(value: object) -> str:
    try:
        return word(CaseState(str(value)))
    except ValueError:
        return one_line(str(value or ""))


def _evidence(values: Values) -> dict[str, Words]:
    again = tr("Add the file again from where it came.")
    return {
        "evidence_empty": (tr("The file is empty."), tr("Choose another one.")),
        "evidence_is_folder": (tr("This is a folder, not a file."), tr("Drop the folder itself to add what is in it.")),
        "evidence_unreadable": (
            tr("The file cannot be read."),
            tr("Copy it to this computer first, then add it again."),
        ),
        "evidence_still_changing": (
            tr("The file is still being written."),
            tr("Wait until it is complete, then try again."),
        ),
        "evidence_not_kept": (tr("The file could not be kept."), tr("Check the disk, then add it again.")),
        "evidence_missing": (tr("The original file is missing."), tr("Look for it in a backup; its entry stays.")),
        "could_run": (
            tr("This file could run something, so it is not opened from here."),
            tr("Save a copy, and open it only if you know what it is."),
        ),
        "evidence_not_as_imported": (
            tr("The file is not as it was when imported."),
            tr("Nothing is made of it; look in a backup."),
        ),
        "archive_in_parts": (
            tr("The archive is only a part of a larger one."),
            tr("Unpack it first, then add the files."),
        ),
        "archive_too_many": (tr("There are too many files in the archive."), tr("Unpack it and add a part of them.")),
        "archive_too_large": (
            tr("Unpacked, the archive would be far too large."),
            tr("Unpack it and add what is needed."),
        ),
        "nothing_to_ask": (tr("Nothing of this is missing any more."), tr("Look at the checklist again.")),
        "no_film": (tr("Only a film has a poster."), tr("Choose a film.")),
        "evidence_gone": (tr("The file is not there any more."), again),
        "packet_version_missing": (
            tr("The copy chosen to show an exhibit is not there, or not as it was made."),
            tr("Choose another version of it in the list of exhibits."),
        ),
        "evidence_changed": (tr("The file is not as it was when imported."), tr("Do not use it; look in a backup.")),
    }


def _files(values: Values) -> dict[str, Words]:
    return {
        "unknown_format": (
            tr("This is not an order file Aftercase knows."),
            tr("Choose a file exported by the platform."),
        ),
        "no_header": (tr("The file has no row with headings."), tr("Export it again and leave the headings in.")),
        "empty_file": (tr("The file is empty."), tr("Choose another one.")),
        "too_large": (tr("The file is too large."), tr("Split it by month, then import the parts.")),
        "protected_workbook": (
            tr("The workbook is protected."),
            tr("Open it, take its password away, save, try again."),
        ),
        "damaged_workbook": (tr("The workbook is damaged."), tr("Export it again.")),
        "archive_not_workbook": (
            tr("This is an archive, not a workbook."),
            tr("Unpack it and choose the file inside."),
        ),
        "wrong_platform": (tr("The file comes from another platform."), tr("Choose the right platform, or none.")),
        "mixed_platforms": (tr("The files come from different platforms."), tr("Import them one after the other.")),
        "unknown_zone": (tr("The time zone is not known."), tr("Choose one in the shop's settings.")),
        "currency_needed": (tr("The file does not say its currency."), tr("Choose it in the shop's settings.")),
        "too_many_bad_rows": (tr("Too many rows cannot be read."), tr("Is it the right file? Nothing was changed.")),
        "no_files": (tr("No file was chosen."), tr("Choose a file first.")),
        "no_such_encoding": (tr("The text encoding is not known."), tr("Choose another one.")),
        "encoding_unclear": (
            tr("It is not clear how the file's text is written."),
            tr("Choose the line that reads right."),
        ),
        "file_changed": (tr("The file changed since it was read."), tr("Read it again.")),
    }


def _packs(values: Values) -> dict[str, Words]:
    return {
        "pack_unreadable": (tr("A policy pack cannot be read."), tr("Install Aftercase again, or mend the file.")),
        "pack_version_changed": (
            tr("The rules changed since this was begun."),
            tr("Open the wizard again; it shows the difference."),
        ),
    }
