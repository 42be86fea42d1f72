"""The sentences for what tags, exports and copies refuse."""

from __future__ import annotations

from models.errors import AftercaseError
from ui import format as shown
from ui.error_words import ErrorWords, register
from ui.i18n import translator
from ui.plain import one_line

tr = translator("cases")


def list_words(error: AftercaseError) -> ErrorWords | None:
    """What happened and what to do next, None for codes of others."""
    values = error.values
    tag, name = one_line(str(values.get("tag", ""))), one_line(str(values.get("file", "")))
    return {
        "tag_empty": ErrorWords(tr("A tag needs a name."), tr("Type a word or two.")),
        "tag_too_long": ErrorWords(
            tr("The tag is too long."),
            tr("It has %1 characters, at most %2 fit.", values.get("length", ""), values.get("limit", "")),
        ),
        "tag_has_controls": ErrorWords(
            tr("The tag holds characters that cannot be seen."), tr("Type it instead of pasting it.")
        ),
        "tag_twice": ErrorWords(tr("“%1” is named twice.", tag), tr("Once is enough; nothing was changed.")),
        "tag_there": ErrorWords(tr("The cases have the tag “%1” already.", tag), tr("Nothing had to be changed.")),
        "tag_taken": ErrorWords(
            tr("There is a tag “%1” already.", tag), tr("Put it on the cases instead, then take the other one off.")
        ),
        "tag_not_found": ErrorWords(tr("No case has the tag “%1” any more.", tag), tr("Press F5 and look again.")),
        "too_many_tags": ErrorWords(
            tr("Case %1 would have too many tags.", values.get("case", "")),
            tr("At most %1 fit; take some off first.", values.get("limit", "")),
        ),
        "export_in_use": ErrorWords(
            tr("“%1” is open in another program, or may not be written.", name),
            tr("Close it there, or choose another name. The old file is as it was."),
        ),
        "export_name_unknown": ErrorWords(
            tr("“%1” is neither a workbook nor a CSV file.", name), tr("Choose a name that ends in .xlsx or .csv.")
        ),
        "sheet_too_long": ErrorWords(
            tr("%1 rows do not fit into one sheet.", shown.count(int(str(values.get("count", 0) or 0)))),
            tr("Export them as CSV, or filter the list first."),
        ),
    }.get(error.code)


register(list_words)
