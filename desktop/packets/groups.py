"""Several exhibits on one page: two, four or six cells, each with number, title, picture, one line of its proof."""
# mypy: allow-untyped-calls

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from desktop.packets.exhibits import Desk, label_of
from desktop.packets.figures import GAP, Picture
from desktop.packets.layout import SMALL, WIDTH, Mark, section
from desktop.packets.legend import legend
from desktop.packets.paragraphs import HAIRLINE, JADE, WHITE, Passage, Style
from desktop.packets.platypus import Flowable, PageBreak
from desktop.packets.shown import LONG, Seen, Shown
from desktop.packets.tables import CELL, Cell, Grid, Row, label_cell
from models.rules.packet_parts import ExhibitPage

_BADGE = Style(size=9, leading=15, bold=True, colour=WHITE, align="center")
_NAME = Style(size=9.5, leading=15, bold=True)
_PROVES = Style(size=9, leading=13)
_COLUMNS = {2: 1, 4: 2, 6: 2}
_PAD = 6.0
# Between a cell's head and its pictures, and between these and what stands under them.
_ABOVE, _UNDER = 5.0, 4.0
_MOST_SHOTS = 6
_BETWEEN = "　·　"


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in one cell, from top to bottom."""

    badge: Passage
    badge_width: float
    name: Passage
    pictures: tuple[tuple[Seen, Passage | None], ...]
    columns: int
    under: tuple[Flowable, ...]


class Cells(Flowable):
    """One page of cells in fields of equal width; those side by side are as tall as the tallest of them needs."""

    def __init__(self, cells: Sequence[_Cell], per_page: int, height: float, dpi: int) -> None:
        super().__init__()
        columns = _COLUMNS[per_page]
        rows = per_page // columns
        self._width = (WIDTH - GAP * (columns - 1)) / columns
        self._most, self._dpi = (height - GAP * (rows - 1)) / rows, dpi
        self._rows = [cells[first : first + columns] for first in range(0, len(cells), columns)]
        self._heights = [max(self._needs(cell) for cell in row) for row in self._rows]

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, sum(self._heights) + GAP * (len(self._rows) - 1)
        return self.width, self.height

    @property
    def _inner(self) -> float:
        return self._width - 2 * _PAD

    def _around(self, cell: _Cell) -> float:
        """The height of all but the pictures."""
        under = sum(flowable.wrap(self._inner, 0)[1] for flowable in cell.under)
        return 2 * _PAD + cell.badge.leading + _ABOVE + _UNDER + under

    def _needs(self, cell: _Cell) -> float:
        return min(self._most, self._around(cell) + sum(tall for _, tall in self._pictures(cell)))

    def _pictures(self, cell: _Cell) -> list[tuple[list[tuple[Picture, Passage | None]], float]]:
        """The pictures row by row, and how tall each row is."""
        rows = -(-len(cell.pictures) // cell.columns)
        step = (self._most - self._around(cell)) / rows
        broad = self._inner / cell.columns - (4 if cell.columns > 1 else 0)
        made: list[tuple[list[tuple[Picture, Passage | None]], float]] = []
        for first in range(0, len(cell.pictures), cell.columns):
            row: list[tuple[Picture, Passage | None]] = []
            tallest = 0.0
            for seen, label in cell.pictures[first : first + cell.columns]:
                tall = 0.0 if label is None else label.leading
                assert seen.jpeg is not None
                picture = Picture(seen.jpeg, most_height=step - tall - 2, most_width=broad, dpi=self._dpi)
                row.append((picture, label))
                tallest = max(tallest, picture.height + tall + 2)
            made.append((row, tallest))
        return made

    def draw(self) -> None:
        top = self.height
        for row, tall in zip(self._rows, self._heights, strict=True):
            for column, cell in enumerate(row):
                self._draw(cell, column * (self._width + GAP), top, tall)
            top -= tall + GAP

    def _draw(self, cell: _Cell, left: float, top: float, tall: float) -> None:
        canvas, inner = self.canv, self._inner
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.75)
        canvas.rect(left, top - tall, self._width, tall, stroke=1, fill=0)
        x, y = left + _PAD, top - _PAD - cell.badge.leading
        canvas.setFillColor(JADE)
        canvas.roundRect(x, y, cell.badge_width, cell.badge.leading, 2.5, stroke=0, fill=1)
        cell.badge.wrap(cell.badge_width, 0)
        cell.badge.drawOn(canvas, x, y)
        cell.name.wrap(inner - cell.badge_width - 6, 0)
        cell.name.drawOn(canvas, x + cell.badge_width + 6, y)
        y -= _ABOVE
        for pictures, height in self._pictures(cell):
            self._draw_pictures(pictures, x, y, inner / cell.columns)
            y -= height
        y -= _UNDER
        for flowable in cell.under:
            y -= flowable.wrap(inner, 0)[1]
            flowable.drawOn(canvas, x, y)

    def _draw_pictures(
        self, row: Sequence[tuple[Picture, Passage | None]], left: float, top: float, step: float
    ) -> None:
        for column, (picture, label) in enumerate(row):
            x, y = left + column * step, top - picture.height
            picture.drawOn(self.canv, x, y)
            if label is not None:
                label.wrap(step - 4, 0)
                label.drawOn(self.canv, x, y - label.leading)


def can_share(page: ExhibitPage, shown: Shown) -> bool:
    """Whether an exhibit can stand small beside others: pictures only, few of them, none so long that it would be
    too small to read."""
    pictures = shown.pictures
    return (
        page.per_page in _COLUMNS
        and 0 < len(pictures) <= _MOST_SHOTS
        and len(pictures) == len(shown.seen)
        and not shown.bubbles
        and all(each.height <= each.width * LONG for each in pictures)
    )


def runs(pages: Sequence[ExhibitPage], shown: Mapping[int, Shown]) -> Iterator[tuple[ExhibitPage, ...]]:
    """The exhibits in their order, those that share a page together."""
    waiting: list[ExhibitPage] = []
    for page in pages:
        shares = can_share(page, shown[page.number])
        if waiting and (not shares or page.per_page != waiting[0].per_page or len(waiting) == waiting[0].per_page):
            yield tuple(waiting)
            waiting = []
        if shares:
            waiting.append(page)
        else:
            yield (page,)
    if waiting:
        yield tuple(waiting)


def group(pages: Sequence[ExhibitPage], shown: Mapping[int, Shown], desk: Desk) -> list[Flowable]:
    """Exhibits that share a page, from a new page on."""
    story: list[Flowable] = [PageBreak()]
    for page in pages:
        name = desk.words.say("exhibit", number=page.number)
        story.append(Mark(f"exhibit-{page.number}", f"{name}　{desk.words.title(page)}", desk.tell, level=1))
    cells = [_cell(page, shown[page.number], desk) for page in pages]
    return [*story, Cells(cells, pages[0].per_page, desk.leaf.body_height, desk.dpi)]


def _cell(page: ExhibitPage, shown: Shown, desk: Desk) -> _Cell:
    words, setter = desk.words, desk.setter
    columns = _COLUMNS[page.per_page]
    inner = (WIDTH - GAP * (columns - 1)) / columns - 2 * _PAD
    name = words.say("exhibit", number=page.number) if not words.bilingual else str(page.number)
    badge_width = setter.width(name, _BADGE) + 14
    title = setter.fitted(words.title(page), _NAME, inner - badge_width - 6)
    under: list[Flowable] = []
    if page.legend:
        marks = legend(words.legend(page), words.own("marks_note"), setter, inner)
        if sum(each.wrap(inner, 0)[1] for each in marks) <= setter.wide(42):
            under += marks
    for text in words.proves(page):
        under.append(setter.fitted(" ".join(text.split()), _PROVES, inner))
    first = page.original or page.evidence
    phrases = words.content.phrases
    taken = phrases.second(first.captured_at) if first.captured_at else phrases.second(first.imported_at)
    under.append(setter.fitted(f"{taken}　SHA-256 {first.sha256[:12]}…", SMALL, inner))
    across = math.ceil(math.sqrt(len(shown.pictures))) if len(shown.pictures) != 2 else 2
    broad = inner / across - 4
    pictures = tuple(
        (each, setter.fitted(label, SMALL, broad) if label else None)
        for each in shown.seen
        for label in (label_of(each, words, alone=len(shown.seen) == 1),)
    )
    return _Cell(setter.text(name, _BADGE), badge_width, title, pictures, across, tuple(under))


def details(pages: Sequence[ExhibitPage], desk: Desk, *, hashes: bool) -> list[Flowable]:
    """All that does not fit into a small cell, a row for each exhibit: full title, what it proves, marks, facts;
    with `hashes` also all that the table of files says, where there is none."""
    words, setter = desk.words, desk.setter
    number = setter.wide((13 if words.content.language == "zh" else 18) * mm if not words.bilingual else 20 * mm)
    widths = (number, WIDTH - number)
    head = Row((label_cell(setter, words.say("exhibit_head")), label_cell(setter, words.say("content"))), widths)
    listed = {words.say(key) for key in ("imported", "original_name", "source", "verified")}
    rows: list[Row] = []
    for page in pages:
        said = [words.title(page), *words.proves(page)]
        said += ["　".join(pair) for pair in words.legend(page)]
        said += [words.own("marks_note")] if page.legend else []
        facts = [f"{name} {value}" for name, value in words.facts(page) if hashes or name not in listed]
        lines = [_BETWEEN.join(said), _BETWEEN.join(facts)] if hashes else [_BETWEEN.join([*said, *facts])]
        lines += [f"{name} {value}" for name, value in words.hashes(page)] if hashes else []
        text = setter.text("\n".join(line for line in lines if line), CELL)
        rows.append(Row((Cell(setter.text(str(page.number), CELL)), Cell(text)), widths))
    return section(setter, words.own("details"), [Grid(rows, head, setter.room)], room=150)
