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
    """One page of cells in equal fields."""

    def __init__(self, cells: Sequence[_Cell], per_page: int, height: float, dpi: int) -> None:
        super().__init__()
        self._cells, self._columns = cells, _COLUMNS[per_page]
        rows = per_page // self._columns
        self._width = (WIDTH - GAP * (self._columns - 1)) / self._columns
        self._tall = (height - GAP * (rows - 1)) / rows
        self._used = -(-len(cells) // self._columns)
        self._dpi = dpi

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self._used * (self._tall + GAP) - GAP
        return self.width, self.height

    def draw(self) -> None:
        for place, cell in enumerate(self._cells):
            row, column = divmod(place, self._columns)
            self._draw(cell, column * (self._width + GAP), self.height - row * (self._tall + GAP))

    def _draw(self, cell: _Cell, left: float, top: float) -> None:
        canvas, inner = self.canv, self._width - 2 * _PAD
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.75)
        canvas.rect(left, top - self._tall, self._width, self._tall, stroke=1, fill=0)
        x, y = left + _PAD, top - _PAD - cell.badge.leading
        canvas.setFillColor(JADE)
        canvas.roundRect(x, y, cell.badge_width, cell.badge.leading, 2.5, stroke=0, fill=1)
        cell.badge.wrap(cell.badge_width, 0)
        cell.badge.drawOn(canvas, x, y)
        cell.name.wrap(inner - cell.badge_width - 6, 0)
        cell.name.drawOn(canvas, x + cell.badge_width + 6, y)
        foot = top - self._tall + _PAD
        below = sum(flowable.wrap(inner, 0)[1] for flowable in cell.under)
        self._draw_pictures(cell, x, y - 5, inner, y - 5 - (foot + below + 4))
        lower = foot + below
        for flowable in cell.under:
            lower -= flowable.wrap(inner, 0)[1]
            flowable.drawOn(canvas, x, lower)

    def _draw_pictures(self, cell: _Cell, left: float, top: float, width: float, height: float) -> None:
        rows = -(-len(cell.pictures) // cell.columns)
        step_x, step_y = width / cell.columns, height / rows
        for place, (seen, label) in enumerate(cell.pictures):
            row, column = divmod(place, cell.columns)
            tall = 0.0 if label is None else label.leading
            assert seen.jpeg is not None
            broad = step_x - (4 if cell.columns > 1 else 0)
            picture = Picture(seen.jpeg, most_height=step_y - tall - 2, most_width=broad, dpi=self._dpi)
            x, y = left + column * step_x, top - row * step_y - picture.height
            picture.drawOn(self.canv, x, y)
            if label is not None:
                label.wrap(broad, 0)
                label.drawOn(self.canv, x, y - tall)


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
    number = setter.wide(13 * mm) if not words.bilingual else setter.wide(20 * mm)
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
