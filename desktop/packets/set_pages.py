"""The pages a picture set is made of: each becomes one picture, with number, title and what it proves under it."""
# mypy: allow-untyped-calls

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from desktop.packets.figures import Picture
from desktop.packets.finish import finished
from desktop.packets.fonts import SANS
from desktop.packets.jpeg import Jpeg
from desktop.packets.layout import one_line
from desktop.packets.paragraphs import GREY, Passage, Style, Typesetter
from desktop.packets.shown import PUT_OFF, Seen, Shown
from models.rules.packet_fit import LEAST_TEXT_SIDE
from models.rules.packet_parts import ExhibitPage, PacketContent
from models.rules.packet_shots import shows_text

PAGE: Final = 1080.0
"""The width of a page in points: as many as a phone's screen has pixels."""
_MARGIN, _GAP, _PAD = 24.0, 18.0, 14.0
_INNER = PAGE - 2 * _MARGIN
_TALLEST = 9_000.0
_TEXT_TALL = 2_300.0
_CAPTION_TALL = 1_600.0
_NAME = Style(size=30, leading=42, bold=True)
_PROVES = Style(size=26, leading=38)
_WORDS = Style(size=26, leading=40)
_SMALL = Style(size=24, leading=34, colour=GREY)
# Words of 26 points are 16 pixels high then, those of 24 in a caption 13.
_WORDS_PIXELS, _PHOTO_PIXELS = 665, 580
_PHONE_SHARE = 720 / LEAST_TEXT_SIDE
Passages = tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of an exhibit, or words of it, with what stands under it. `first` and `last` bound a band of it."""

    number: int
    per_page: int
    seen: Seen | None
    under: tuple[Passage, ...]
    words: tuple[Passage, ...] = ()
    first: float = 0.0
    last: float = 1.0

    @property
    def jpeg(self) -> Jpeg | None:
        """The picture, if it is one."""
        return None if self.seen is None else self.seen.jpeg

    @property
    def upright(self) -> bool:
        """Whether the picture is higher than wide."""
        return self.jpeg is not None and self.jpeg.height * (self.last - self.first) > self.jpeg.width


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page of the set: its cells, size in points, and the least width in pixels at which it can be read.

    `native` is the width at which no picture on it is made smaller than it is.
    """

    cells: tuple[Cell, ...]
    columns: int
    height: float
    least: int
    native: int
    textual: bool

    @property
    def numbers(self) -> tuple[int, ...]:
        """The exhibits on it."""
        return tuple(dict.fromkeys(cell.number for cell in self.cells))


class SetPages:
    """Lays out and paints the pages of a picture set."""

    def __init__(self, content: PacketContent, shown: Mapping[int, Shown]) -> None:
        self._content, self._shown = content, shown
        self._setter = Typesetter(content.language)
        self._other = None if content.second is None else self._setter.beside(content.second.language)
        self.pages = tuple(self._page(cells) for cells in _together(self._cells()))

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters no bundled font can draw."""
        return tuple(sorted({*self._setter.missing, *(self._other.missing if self._other else ())}))

    def painted(self, *, plain: bool = False) -> bytes:
        """All pages as one PDF, looked through. NotInert.

        `plain`: without the packet's number and time, so that the same pages are the same bytes at any time.
        """
        out = BytesIO()
        canvas = Canvas(out, pagesize=(PAGE, PAGE), invariant=1, pageCompression=1, initialFontName=SANS)
        for page in self.pages:
            canvas.setPageSize((PAGE, page.height))
            _paint(canvas, page)
            canvas.showPage()
        canvas.save()
        known = {jpeg.digest: jpeg for shown in self._shown.values() for jpeg in shown.pictures}
        head = self._content.head
        plainly = replace(self._content, head=replace(head, number="", made_at=datetime.fromtimestamp(0, UTC)))
        return finished(out.getvalue(), plainly if plain else self._content, known)

    def _cells(self) -> Iterator[Cell]:
        second = {} if self._content.second is None else {page.number: page for page in self._content.second.exhibits}
        for page in self._content.exhibits:
            shown = self._shown[page.number]
            names, proofs, rest = self._caption(page, second.get(page.number))
            pictures = [each for each in shown.seen if each.jpeg is not None or each.reason == PUT_OFF]
            for place, seen in enumerate(pictures):
                # What an exhibit proves stands under its last picture, its name under each.
                label = (self._setter.text(seen.shot.label, _SMALL),) if seen.shot.label.strip() else ()
                lines = proofs if place == len(pictures) - 1 else ()
                why = (self._setter.text(self._content.phrases.say("put_off"), _SMALL),) if seen.jpeg is None else ()
                yield from _bands(Cell(page.number, page.per_page, seen, (*names, *label, *lines), why))
            words = [*self._words(page, shown), *rest]
            yield from self._written(page.number, words, names if pictures else (*names, *proofs))

    def _caption(self, page: ExhibitPage, other: ExhibitPage | None) -> tuple[Passages, Passages, list[Passage]]:
        """The name, what it proves, and what of that is too long for under a picture: it goes on as words."""
        name = f"{self._content.phrases.say('exhibit', number=page.number)}　{one_line(page.title)}"
        lines = [self._setter.text(name, _NAME)]
        if other is not None and self._other is not None and other.title != page.title:
            lines.append(self._other.text(one_line(other.title), _NAME))
        proofs = [(self._setter, page.proves)]
        if other is not None and self._other is not None and other.proves != page.proves:
            proofs.append((self._other, other.proves))
        under: list[Passage] = []
        rest: list[Passage] = []
        room = _CAPTION_TALL
        for setter, text in proofs:
            if text.strip():
                passage = setter.text(text, _PROVES)
                room -= passage.wrap(_INNER / 2 - _PAD, 0)[1]
                (under if room >= 0 else rest).append(passage)
        return tuple(lines), tuple(under), rest

    def _words(self, page: ExhibitPage, shown: Shown) -> list[Passage]:
        if shown.bubbles:
            said = []
            for bubble in page.bubbles:
                who = "　".join(part for part in (bubble.speaker, bubble.said_at) if part.strip())
                said += [self._setter.text(who, _SMALL)] if who else []
                said.append(self._setter.text(bubble.text, _WORDS))
            return said
        return [self._setter.text(shown.text, _WORDS)] if shown.text else []

    def _written(self, number: int, words: Sequence[Passage], under: tuple[Passage, ...]) -> Iterator[Cell]:
        """Words on as many pictures as they need; none of them taller than a phone can show well."""
        held: list[Passage] = []
        used = 0.0
        cells: list[list[Passage]] = []
        waiting = list(words)
        while waiting:
            passage = waiting.pop(0)
            tall = passage.wrap(_INNER, 0)[1]
            if used + tall <= _TEXT_TALL:
                held.append(passage)
                used += tall
                continue
            fit = int((_TEXT_TALL - used) / passage.leading)
            if fit >= 1:
                head, tail = passage.parted(_INNER, fit)
                held.append(head)
                waiting[:0] = [tail] if tail is not None else []
            else:
                waiting.insert(0, passage)
            cells.append(held)
            held, used = [], 0.0
        if held:
            cells.append(held)
        for place, some in enumerate(cells):
            yield Cell(number, 1, None, under if place == len(cells) - 1 else under[:1], tuple(some))

    def _page(self, cells: Sequence[Cell]) -> SetPage:
        columns = _columns(cells)
        width = _width(columns)
        height = 2 * _MARGIN + sum(
            max(_tall(cell, width) for cell in row) + _GAP for row in _rows(cells, columns)
        ) - _GAP  # fmt: skip
        least, native, textual = _PHOTO_PIXELS, PAGE, False
        for cell in cells:
            if cell.jpeg is None or cell.seen is None:
                least, textual = max(least, _WORDS_PIXELS), True
                continue
            share = _picture(cell, width).width / PAGE
            native = max(native, cell.jpeg.width / share)
            if shows_text(cell.seen.shot.evidence):
                textual = True
                readable = LEAST_TEXT_SIDE * (_PHONE_SHARE if cell.upright else 1.0)
                least = max(least, math.ceil(min(cell.jpeg.width, readable) / share))
        return SetPage(tuple(cells), columns, height, least, math.ceil(native), textual)


def _together(cells: Iterator[Cell]) -> Iterator[list[Cell]]:
    """Cells that were chosen to share a picture, in their order; others alone."""
    held: list[Cell] = []
    for cell in cells:
        alone = cell.per_page < 2 or cell.seen is None or cell.last - cell.first < 1.0
        if held and (alone or cell.per_page != held[0].per_page or len(held) >= held[0].per_page):
            yield held
            held = []
        held.append(cell)
        if alone:
            yield held
            held = []
    if held:
        yield held


def _bands(cell: Cell) -> Iterator[Cell]:
    """A picture taller than a page can be goes on over several."""
    jpeg, parts = cell.jpeg, 1
    if jpeg is not None:
        parts = math.ceil(jpeg.height / jpeg.width * _INNER / _TALLEST)
    elif cell.seen is not None and cell.seen.shot.crop is None:
        evidence = cell.seen.shot.evidence
        parts = max(1, math.ceil((evidence.height or 0) / (evidence.width or math.inf) * _INNER / _TALLEST))
    for part in range(parts):
        under = cell.under if part == parts - 1 else cell.under[:1]
        yield Cell(cell.number, cell.per_page, cell.seen, under, cell.words, part / parts, (part + 1) / parts)


def _columns(cells: Sequence[Cell]) -> int:
    if len(cells) == 1:
        return 1
    upright = all(cell.upright for cell in cells)
    return 2 if len(cells) > 2 or upright else 1


def _width(columns: int) -> float:
    return (_INNER - _GAP * (columns - 1)) / columns


def _rows(cells: Sequence[Cell], columns: int) -> list[Sequence[Cell]]:
    return [cells[start : start + columns] for start in range(0, len(cells), columns)]


def _picture(cell: Cell, width: float) -> Picture:
    assert cell.jpeg is not None
    # As wide as the column, however few its pixels are: the page has no inches.
    dpi = max(1, math.floor(72 * cell.jpeg.width / width))
    return Picture(cell.jpeg, cell.first, cell.last, _TALLEST, most_width=width, dpi=dpi)


def _tall(cell: Cell, width: float) -> float:
    body = sum(passage.wrap(width, 0)[1] for passage in cell.words)
    if cell.jpeg is not None:
        body += _picture(cell, width).height
    return body + _PAD + sum(passage.wrap(width, 0)[1] for passage in cell.under)


def _paint(canvas: Canvas, page: SetPage) -> None:
    canvas.setFillGray(1)
    canvas.rect(0, 0, PAGE, page.height, stroke=0, fill=1)
    width, top = _width(page.columns), page.height - _MARGIN
    for row in _rows(page.cells, page.columns):
        for column, cell in enumerate(row):
            _paint_cell(canvas, cell, _MARGIN + column * (width + _GAP), top, width)
        top -= max(_tall(cell, width) for cell in row) + _GAP


def _paint_cell(canvas: Canvas, cell: Cell, left: float, top: float, width: float) -> None:
    if cell.jpeg is not None:
        picture = _picture(cell, width)
        top -= picture.height
        picture.drawOn(canvas, left, top)
    for passage in cell.words:
        top -= passage.wrap(width, 0)[1]
        passage.drawOn(canvas, left, top)
    top -= _PAD
    for passage in cell.under:
        top -= passage.wrap(width, 0)[1]
        passage.drawOn(canvas, left, top)
