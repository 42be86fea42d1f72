"""The words of annotating: tools, kinds of parts, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import AftercaseError
from models.rules.annotations import Mark, MarkColour, NumberMark, Sheet, TextLabel, kind_of, numbers_of
from ui.error_words import ErrorWords, register
from ui.i18n import translator
from ui.page import Key
from ui.plain import one_line

tr = translator("annotations")


@dataclass(frozen=True, slots=True)
class ToolWords:
    """A tool: its word in code, its name, its icon and its key."""

    word: str
    name: str
    icon: str
    key: str


def tools() -> tuple[ToolWords, ...]:
    """The tools in their order; redaction stands apart from the layer's."""
    return (
        ToolWords("select", tr("Select"), "mouse-pointer-2", "V"),
        ToolWords("arrow", tr("Arrow"), "move-up-right", "A"),
        ToolWords("box", tr("Box"), "square", "B"),
        ToolWords("ellipse", tr("Ellipse"), "circle", "O"),
        ToolWords("freehand", tr("Freehand"), "pencil", "P"),
        ToolWords("text", tr("Text"), "type", "T"),
        ToolWords("number", tr("Number"), "hash", "N"),
        ToolWords("crop", tr("Crop"), "crop", "K"),
        ToolWords("redact", tr("Redact"), "rectangle-horizontal", "R"),
    )


def page_keys() -> tuple[Key, ...]:
    """The keys of annotating, for the list of shortcuts."""
    return (
        *(Key(tool.key, tr("Picture: %1", tool.name)) for tool in tools()),
        Key("Enter", tr("Picture: put the tool's shape in the middle, or write its words")),
        Key("← ↑ → ↓", tr("Picture: move the chosen part; with Shift resize, with Ctrl by one pixel")),
        Key("Alt+↑ ↓", tr("Picture: change the order of parts and numbers")),
        Key("Ctrl+D", tr("Picture: the chosen part a second time")),
    )


def colour_name(colour: MarkColour) -> str:
    """The name of a colour."""
    return {
        MarkColour.RED: tr("Red"), MarkColour.AMBER: tr("Amber"), MarkColour.JADE: tr("Jade"),
        MarkColour.BLACK: tr("Black"),
    }[colour]  # fmt: skip


def icon_of(mark: Mark) -> str:
    """The icon of a part's kind."""
    return next(tool.icon for tool in tools() if tool.word == kind_of(mark))


def part_name(sheet: Sheet, place: int) -> str:
    """`Number 2`, `Box 1`; without a number where there is only one of its kind."""
    mark = sheet.marks[place]
    name = next(tool.name for tool in tools() if tool.word == kind_of(mark))
    if isinstance(mark, NumberMark):
        number = numbers_of(sheet.marks).get(place)
        return f"{name} {number}" if number else name
    same = [order for order, other in enumerate(sheet.marks) if type(other) is type(mark)]
    return f"{name} {same.index(place) + 1}" if len(same) > 1 else name


def words_of(mark: Mark) -> str:
    """What is written on or behind a part, on one line."""
    text = mark.text if isinstance(mark, TextLabel) else mark.legend if isinstance(mark, NumberMark) else ""
    return one_line(text).strip()


def _words(error: AftercaseError) -> ErrorWords | None:
    stays = tr("The original and its layer stay as they are.")
    known = {
        "layer_damaged": (
            tr("The marks on this picture cannot be read."), tr("Clear them to draw anew; Undo brings them back."),
        ),
        "layer_unusable": (tr("These marks cannot be kept."), tr("Take back what was drawn last.")),
        "layer_too_large": (tr("There are too many marks on this picture."), tr("Remove some first.")),
        "copy_not_made": (tr("The copy could not be made."), stays),
        "copy_no_picture": (tr("There is no picture to make a copy of."), stays),
        "redaction_empty": (tr("There is no box to redact."), tr("Draw one with R first.")),
        "redaction_too_many": (tr("There are too many boxes to redact."), tr("Remove some first.")),
        "redaction_bad_box": (tr("A box to redact cannot be used."), tr("Remove it and draw it anew.")),
        "redaction_outside": (tr("A box to redact lies outside the picture."), tr("Remove it and draw it anew.")),
        "redaction_no_picture": (tr("This file gives no picture to redact."), stays),
        "redaction_unproven": (
            tr("The redacted copy did not pass its check and was thrown away."),
            tr("The original stays as it is. Try again."),
        ),
    }  # fmt: skip
    found = known.get(error.code)
    return ErrorWords(*found) if found else None


register(_words)
