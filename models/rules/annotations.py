"""What is drawn over one piece of evidence, as data: marks on sheets, their limits, their numbers and their legend.

Coordinates are upright pixels of the picture the sheet was drawn on, whose size the sheet keeps: shown in another size
(a page of a document rendered otherwise), the sheet is scaled with `scaled_to`. Widths and heights of strokes and
letters are shares of `unit_of`, so that they look the same on a photo of any size. The evidence itself never changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

MAX_MARKS: Final = 300
MAX_SHEETS: Final = 200
MAX_POINTS: Final = 4000
MAX_COVERS: Final = 500
MAX_SIDE: Final = 65_535
TEXT_LIMIT: Final = 500
LINE: Final = 0.005
LINES: Final = (0.0025, LINE, 0.010)
LETTERS: Final = 0.032
LEAST_HEIGHT, MOST_HEIGHT = 0.008, 0.4


class MarkColour(StrEnum):
    """The colours of marks, by name: the same in light and in dark, and in a copy."""

    RED = "red"
    AMBER = "amber"
    JADE = "jade"
    BLACK = "black"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One part of a layer; `width` of its stroke is a share of the picture, what is `hidden` stays but is not shown."""

    points: tuple[Point, ...]
    colour: MarkColour = MarkColour.RED
    width: float = LINE
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow(Mark):
    """From its first point to its second, where the head is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Mark):
    """A rectangle between two corners, upper left and lower right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ellipse(Mark):
    """Within the rectangle between two corners."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Freehand(Mark):
    """A line through all its points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLabel(Mark):
    """Words on a small plate whose upper left corner is the point; `height` of the letters is a share."""

    text: str = ""
    height: float = LETTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMark(Mark):
    """A number in a disc around the point; which one follows from the order. `legend` says what is there."""

    legend: str = ""
    height: float = LETTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop(Mark):
    """What a copy shows of the picture; there is at most one."""


RECTANGLES: Final = (Box, Ellipse, Crop)
KINDS: Final[Mapping[str, type[Mark]]] = {
    "arrow": Arrow, "box": Box, "ellipse": Ellipse, "freehand": Freehand, "text": TextLabel, "number": NumberMark,
    "crop": Crop,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """The marks on one picture: a photo, a page (from 0), or the frame of a film at a moment in milliseconds.

    `covers` are boxes meant to be burned into a redacted copy and not burned yet; they are no part of the marks.
    """

    width: int
    height: int
    page: int = 0
    at_ms: int = 0
    marks: tuple[Mark, ...] = ()
    covers: tuple[Rect, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """Which picture of the file this lies on: page and moment."""
        return self.page, self.at_ms


@dataclass(frozen=True, slots=True)
class Layer:
    """All that is drawn over one file."""

    sheets: tuple[Sheet, ...] = ()

    def sheet(self, page: int, at_ms: int, size: tuple[int, int]) -> Sheet:
        """The sheet of a picture in the size it is shown in; an empty one if nothing was drawn there."""
        for sheet in self.sheets:
            if sheet.place == (page, at_ms):
                return scaled_to(sheet, size)
        return Sheet(*size, page, at_ms)

    def with_sheet(self, changed: Sheet) -> Layer:
        """The layer with one sheet in place of the one before; an empty one is left out. In order of place."""
        others = [sheet for sheet in self.sheets if sheet.place != changed.place]
        if changed.marks or changed.covers:
            others.append(changed)
        return Layer(tuple(sorted(others, key=lambda sheet: sheet.place)))

    def count(self) -> int:
        """How many marks there are on all sheets."""
        return sum(len(sheet.marks) for sheet in self.sheets)


def kind_of(mark: Mark) -> str:
    """The word of a mark's kind."""
    return next(word for word, kind in KINDS.items() if type(mark) is kind)


def unit_of(width: float, height: float) -> float:
    """What widths and heights of strokes and letters are shares of: the mean of the two sides, in pixels."""
    return (width + height) / 2


def scaled_to(sheet: Sheet, size: tuple[int, int]) -> Sheet:
    """The same sheet on the same picture in another size."""
    if (sheet.width, sheet.height) == size:
        return sheet
    across, down = size[0] / max(sheet.width, 1), size[1] / max(sheet.height, 1)
    marks = tuple(replace(mark, points=tuple((x * across, y * down) for x, y in mark.points)) for mark in sheet.marks)
    covers = tuple(
        (left * across, top * down, right * across, bottom * down) for left, top, right, bottom in sheet.covers
    )
    return replace(sheet, width=size[0], height=size[1], marks=marks, covers=covers)


def numbers_of(marks: Sequence[Mark]) -> dict[int, int]:
    """The number of each visible NumberMark by its place in the list: 1, 2, 3 in order, closed up."""
    places = [place for place, mark in enumerate(marks) if isinstance(mark, NumberMark) and not mark.hidden]
    return {place: number for number, place in enumerate(places, 1)}


def legend_of(marks: Sequence[Mark]) -> tuple[tuple[int, MarkColour, str], ...]:
    """Number, colour and words of each visible NumberMark that has words."""
    found = []
    for place, number in numbers_of(marks).items():
        mark = marks[place]
        if isinstance(mark, NumberMark) and mark.legend.strip():
            found.append((number, mark.colour, mark.legend.strip()))
    return tuple(found)


def crop_of(marks: Sequence[Mark], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """What a copy shows: left, top, width and height in whole pixels, the whole picture without a visible Crop."""
    for mark in marks:
        if isinstance(mark, Crop) and not mark.hidden:
            (left, top), (right, bottom) = mark.points
            x, y = (min(max(round(value), 0), most - 1) for value, most in zip((left, top), size, strict=True))
            far_x, far_y = (min(max(round(value), 1), most) for value, most in zip((right, bottom), size, strict=True))
            return x, y, max(far_x - x, 1), max(far_y - y, 1)
    return 0, 0, *size


def added(sheet: Sheet, mark: Mark) -> Sheet:
    """The sheet with one more mark, on top; a new Crop takes the place of the one before."""
    kept = tuple(old for old in sheet.marks if not (isinstance(mark, Crop) and isinstance(old, Crop)))
    return replace(sheet, marks=(*kept, mark))


def removed(sheet: Sheet, place: int) -> Sheet:
    """The sheet without one of its marks."""
    return replace(sheet, marks=sheet.marks[:place] + sheet.marks[place + 1 :])


def changed(sheet: Sheet, place: int, mark: Mark) -> Sheet:
    """The sheet with another mark in one place."""
    return replace(sheet, marks=(*sheet.marks[:place], mark, *sheet.marks[place + 1 :]))


def reordered(sheet: Sheet, place: int, by: int) -> tuple[Sheet, int]:
    """The sheet with a mark moved up or down the list, and where it is then."""
    target = min(max(place + by, 0), len(sheet.marks) - 1)
    rest = [*sheet.marks]
    rest.insert(target, rest.pop(place))
    return replace(sheet, marks=tuple(rest)), target
