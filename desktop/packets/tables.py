"""Tables of a packet: hairlines, repeated head, rows never split unless one alone is taller than a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.packets.paragraphs import HAIRLINE, SHADE, Passage, Style, Typesetter
from desktop.packets.platypus import Flowable

CELL = Style(size=9, leading=13.5)
CELL_HEAD = Style(size=9, leading=13.5, bold=True)
HASH = Style(size=8.2, leading=13.5)
_PAD_X, _PAD_Y = 6.5, 3.4
_MOST_LINES = 40
_PAGE = 640.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text and whether it is shaded as a label."""

    passage: Passage
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the widths of its own cells in points, so that a row may have fewer and wider cells than others.

    A `joined` row stays on the page of the row before it.
    """

    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    joined: bool = False

    def height(self) -> float:
        """Height in points with padding."""
        tallest = max(
            cell.passage.wrap(width - 2 * _PAD_X, 0)[1] for cell, width in zip(self.cells, self.widths, strict=True)
        )
        return tallest + 2 * _PAD_Y

    def pieces(self, setter: Typesetter) -> list[Row]:
        """The row itself, or rows that continue it when it is too tall for a page: nothing is cut off."""
        cut = [
            cell.passage.cut(width - 2 * _PAD_X, _MOST_LINES)
            for cell, width in zip(self.cells, self.widths, strict=True)
        ]
        count = max(len(parts) for parts in cut)
        if count == 1:
            return [self]
        empty = setter.text("", CELL)
        return [
            replace(
                self,
                cells=tuple(
                    replace(cell, passage=parts[place] if place < len(parts) else empty)
                    for cell, parts in zip(self.cells, cut, strict=True)
                ),
            )
            for place in range(count)
        ]


class Grid(Flowable):
    """Rows under an optional head that comes again on every page."""

    def __init__(self, rows: Sequence[Row], head: Row | None = None, heights: Sequence[float] | None = None) -> None:
        super().__init__()
        self._rows, self._head = list(rows), head
        self._heights = list(heights) if heights is not None else [row.height() for row in self._rows]
        self._head_height = head.height() if head is not None else 0.0

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        every = [*self._rows, *([self._head] if self._head is not None else [])]
        self.width = max((sum(row.widths) for row in every), default=0.0)
        self.height = self._head_height + sum(self._heights)
        return self.width, self.height

    def split(self, _available_width: float, available_height: float) -> list[Grid]:
        used, fit = self._head_height, 0
        while fit < len(self._rows) and used + self._heights[fit] <= available_height:
            used += self._heights[fit]
            fit += 1
        if fit == len(self._rows):
            return [self]
        together = fit
        while together > 0 and self._rows[together].joined:
            together -= 1
        if fit and not together and sum(self._heights[: fit + 1]) > _PAGE:
            together = fit  # joined, but too tall to be together on any page
        fit = together
        if fit == 0:
            return []
        return [
            Grid(self._rows[:fit], self._head, self._heights[:fit]),
            Grid(self._rows[fit:], self._head, self._heights[fit:]),
        ]

    def draw(self) -> None:
        top = self.height
        if self._head is not None:
            top = self._draw_row(self._head, self._head_height, top)
        for row, height in zip(self._rows, self._heights, strict=True):
            top = self._draw_row(row, height, top)

    def _draw_row(self, row: Row, height: float, top: float) -> float:
        canvas = self.canv
        x = 0.0
        canvas.setLineWidth(0.75)
        for cell, width in zip(row.cells, row.widths, strict=True):
            if cell.shaded:
                canvas.setFillColor(SHADE)
                canvas.rect(x, top - height, width, height, stroke=0, fill=1)
            canvas.setStrokeColor(HAIRLINE)
            canvas.rect(x, top - height, width, height, stroke=1, fill=0)
            _, tall = cell.passage.wrap(width - 2 * _PAD_X, height)
            single = tall <= CELL.leading + 0.01
            below = (height - tall) / 2 if single and height < 3 * CELL.leading else height - _PAD_Y - tall
            cell.passage.drawOn(canvas, x + _PAD_X, top - height + below)
            x += width
        return top - height


def table(
    setter: Typesetter, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], aligns: str
) -> Grid:
    """A table with a head; `aligns` has one letter per column: l, c or r."""
    styles = [replace(CELL, align={"l": "left", "c": "center", "r": "right"}[letter]) for letter in aligns]
    head_row = Row(
        tuple(
            Cell(setter.text(text, replace(CELL_HEAD, align=style.align)), shaded=True)
            for text, style in zip(head, styles, strict=True)
        ),
        tuple(widths),
    )
    made: list[Row] = []
    for texts in rows:
        cells = tuple(Cell(setter.text(text, style)) for text, style in zip(texts, styles, strict=True))
        made.extend(Row(cells, tuple(widths)).pieces(setter))
    return Grid(made, head_row)


def labelled(setter: Typesetter, pairs: Sequence[tuple[str, str]], label_width: float, width: float) -> Grid:
    """Label and value, one pair per row."""
    rows: list[Row] = []
    for label, value in pairs:
        cells = (Cell(setter.text(label, CELL_HEAD), shaded=True), Cell(setter.text(value, CELL)))
        rows.extend(Row(cells, (label_width, width - label_width)).pieces(setter))
    return Grid(rows)
