"""Tables of a packet: hairlines, repeated head, rows never split unless one alone is taller than a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.packets.paragraphs import HAIRLINE, SHADE, Passage, Style, Typesetter
from desktop.packets.platypus import Flowable

CELL = Style(size=9, leading=13.5)
CELL_HEAD = Style(size=9, leading=13.5, bold=True)
HASH = Style(size=8.2, leading=13.5)
PAD_X, PAD_Y = 6.5, 2.8
# A row begun at the foot of a page shows at least so many lines there.
_LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text and whether it is shaded as a label."""

    passage: Passage
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the widths of its own cells in points, so that a row may have fewer and wider cells than others.

    A `joined` row stays on the page of the row before it and goes on in its cells: no line between the two.
    """

    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    joined: bool = False

    def height(self) -> float:
        """Height in points with padding."""
        tallest = max(
            cell.passage.wrap(width - 2 * PAD_X, 0)[1] for cell, width in zip(self.cells, self.widths, strict=True)
        )
        return tallest + self._pad + self._above

    @property
    def _pad(self) -> float:
        """The room under its text in points; larger type needs more, or readers of the file join cells to one line."""
        return PAD_Y + 0.4 * max(0.0, max(cell.passage.leading for cell in self.cells) - CELL.leading)

    @property
    def _above(self) -> float:
        """The room over its text in points."""
        return 0.0 if self.joined else self._pad

    def top_of(self, cell: Cell, width: float, height: float) -> float:
        """How far under the row's upper edge the text of a cell begins: a single line stands in the middle."""
        _, tall = cell.passage.wrap(width - 2 * PAD_X, height)
        leading = cell.passage.leading
        if tall <= leading + 0.01 and height < 2 * leading + self._pad and not self.joined:
            return (height - tall) / 2
        return self._above

    def parted(self, available: float) -> tuple[Row, Row] | None:
        """The lines of every cell that fit in `available` points, and the others in a row that goes on; None when too
        few lines would fit for it to be worth it."""
        leading = max(cell.passage.leading for cell in self.cells)
        if (available - 2 * self._pad) / leading < _LEAST_LINES:
            return None
        upper: list[Cell] = []
        lower: list[Cell] = []
        for cell, width in zip(self.cells, self.widths, strict=True):
            most = int((available - 2 * self._pad) / cell.passage.leading + 1e-8)
            first, rest = cell.passage.parted(width - 2 * PAD_X, most)
            upper.append(replace(cell, passage=first))
            lower.append(replace(cell, passage=rest if rest is not None else first.emptied()))
        return replace(self, cells=tuple(upper)), replace(self, cells=tuple(lower), joined=False)


class Grid(Flowable):
    """Rows under an optional head that comes again on every page. `room`: the height of a page's body in points."""

    def __init__(
        self,
        rows: Sequence[Row],
        head: Row | None = None,
        room: float = 640.0,
        heights: Sequence[float] | None = None,
        *,
        goes_on: bool = False,
    ) -> None:
        super().__init__()
        self._goes_on = goes_on
        self._rows, self._head, self._room = list(rows), head, room
        self._heights = list(heights) if heights is not None else [row.height() for row in self._rows]
        self._head_height = head.height() if head is not None else 0.0

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        every = [*self._rows, *([self._head] if self._head is not None else [])]
        self.width = max((sum(row.widths) for row in every), default=0.0)
        self.height = self._head_height + sum(self._heights)
        return self.width, self.height

    def split(self, _available_width: float, available_height: float) -> list[Grid]:
        used, fit = self._head_height, 0
        while fit < len(self._rows) and used + self._heights[fit] <= available_height + 1e-7:
            used += self._heights[fit]
            fit += 1
        if fit == len(self._rows):
            return [self]
        if self._heights[fit] > self._room - self._head_height:
            parts = self._rows[fit].parted(available_height - used)
            if parts is not None:
                upper, lower = parts
                return [
                    self._of([*self._rows[:fit], upper], [*self._heights[:fit], upper.height()]),
                    self._of([lower, *self._rows[fit + 1 :]], [lower.height(), *self._heights[fit + 1 :]]),
                ]
        together = fit
        while together > 0 and self._rows[together].joined:
            together -= 1
        if fit and not together and sum(self._heights[: fit + 1]) > self._room - self._head_height:
            together = fit  # joined, but too tall to be together on any page
        fit = together
        if fit == 1 and (self._goes_on or len(self._rows) > 2) and available_height < self._room * 0.6:
            return []  # a head with a single row under it, or one of the two kept together below
        if len(self._rows) - fit == 1 and fit > 2 and not self._rows[fit - 1].joined:
            fit -= 1  # no single row alone on the next page
        if fit == 0:
            return []
        return [self._of(self._rows[:fit], self._heights[:fit]), self._of(self._rows[fit:], self._heights[fit:])]

    def _of(self, rows: Sequence[Row], heights: Sequence[float]) -> Grid:
        return Grid(rows, self._head, self._room, heights, goes_on=self._goes_on or rows[0] is not self._rows[0])

    def begun(self) -> float:
        """Height of the head and the first two rows, or as much of them as a page would show at least."""
        return min(self._head_height + sum(self._heights[:2]), self._room / 2)

    def draw(self) -> None:
        top = self.height
        if self._head is not None:
            top = self._draw_row(self._head, self._head_height, top)
        for place, (row, height) in enumerate(zip(self._rows, self._heights, strict=True)):
            after = self._rows[place + 1] if place + 1 < len(self._rows) else None
            goes_on = after is not None and after.joined and after.widths == row.widths
            top = self._draw_row(row, height, top, open_above=place > 0 and row.joined, open_below=goes_on)

    def _draw_row(
        self, row: Row, height: float, top: float, *, open_above: bool = False, open_below: bool = False
    ) -> float:
        canvas = self.canv
        x, low = 0.0, top - height
        canvas.setLineWidth(0.75)
        for cell, width in zip(row.cells, row.widths, strict=True):
            if cell.shaded:
                canvas.setFillColor(SHADE)
                canvas.rect(x, low, width, height, stroke=0, fill=1)
            canvas.setStrokeColor(HAIRLINE)
            if not (open_above or open_below):
                canvas.rect(x, low, width, height, stroke=1, fill=0)
            else:
                upper = [] if open_above else [(x, top, x + width, top)]
                lower = [] if open_below else [(x, low, x + width, low)]
                canvas.lines([(x, low, x, top), (x + width, low, x + width, top), *upper, *lower])
            _, tall = cell.passage.wrap(width - 2 * PAD_X, height)
            cell.passage.drawOn(canvas, x + PAD_X, top - row.top_of(cell, width, height) - tall)
            x += width
        return low


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
    made = [
        Row(
            tuple(Cell(setter.text(text, style)) for text, style in zip(texts, styles, strict=True)),
            tuple(widths),
        )
        for texts in rows
    ]
    return Grid(made, head_row, setter.room)


def label_cell(setter: Typesetter, name: str) -> Cell:
    """A shaded cell with the name of what stands beside it."""
    return Cell(setter.text(name, CELL_HEAD), shaded=True)


def labelled(setter: Typesetter, pairs: Sequence[tuple[str, str]], label_width: float, width: float) -> Grid:
    """Label and value, one pair per row."""
    rows = [
        Row((label_cell(setter, label), Cell(setter.text(value, CELL))), (label_width, width - label_width))
        for label, value in pairs
    ]
    return Grid(rows, room=setter.room)
