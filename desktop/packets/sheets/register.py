"""Paints lists of many columns: as wide as their texts, upright or lying, heads again on every page, totals, pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.packets.paragraphs import GREY, HAIRLINE, SHADE, Passage, Style, Typesetter
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, SheetPdf, passages
from models.kinds import Paper
from models.rules.sheet_register import ListPaper, PaperTable

_SIDE, _TOP, _FOOT, _GAP = 12 * MM, 12 * MM, 13 * MM, 4 * MM
_TITLE = Style(size=15, leading=21, bold=True)
_PERIOD = Style(size=11, leading=21, align="right")
_SMALL = Style(size=8.5, leading=12.5, colour=GREY)
_MADE = replace(_SMALL, align="right")
_HEADING = Style(size=10.5, leading=17, bold=True)
_PAGE = Style(size=8, leading=11, colour=GREY)
_SIZES = (9.0, 8.4, 7.8, 7.2, 6.6, 6.0)
_ALIGN = {"l": "left", "c": "center", "r": "right"}
_PAD_X, _PAD_Y = 3.4, 2.4
_MEASURED, _LINES = 250, 4
"""Rows that say how wide a column is; lines a cell may have before it is cut with a mark."""
_WIDEST, _NARROWEST, _CODE = 190.0, 30.0, 110.0
_STIFF = 0.3
"""How much a column of numbers grows where a column of texts grows by one."""
_SQUEEZED, _SMALL_ENOUGH = 0.87, 7.2
"""How much of their room texts may lose before the type gets smaller, and down to which size for that."""


@dataclass(frozen=True, slots=True)
class _Measured:
    """A table with the size of its type and the widths of its columns, in points."""

    table: PaperTable
    size: float
    widths: tuple[float, ...]


def paint_list(content: ListPaper, paper: Paper, now: datetime) -> SheetPdf:
    """The list, on as many pages as its lines need; it lies on its side where it would be too wide upright."""
    short, long = SIZES_MM[paper]
    probe = SheetCanvas(short, long, content.phrases.language).setter
    upright = short * MM - 2 * _SIDE
    fits = all(_natural(probe, each, _SIZES[0])[2] <= upright * 1.12 for each in content.tables)
    width_mm, height_mm = (short, long) if fits else (long, short)
    painter = _Painter(content, SheetCanvas(width_mm, height_mm, content.phrases.language))
    return painter.paint(now)


class _Painter:
    def __init__(self, content: ListPaper, canvas: SheetCanvas) -> None:
        self.content, self.canvas = content, canvas
        self.width = canvas.width - 2 * _SIDE
        self.bottom = _FOOT + 10
        self.cut = False
        self._y = canvas.height - _TOP
        self._plan: list[list[tuple[Passage | _Line, float, float]]] = [[]]

    @property
    def setter(self) -> Typesetter:
        return self.canvas.setter

    def paint(self, now: datetime) -> SheetPdf:
        self._head()
        for table in self.content.tables:
            self._table(_measured(self.setter, table, self.width))
        self._notes()
        pages = len(self._plan)
        for number, page in enumerate(self._plan, 1):
            if number > 1:
                self.canvas.next_page()
            for drawn, x, top in page:
                if isinstance(drawn, _Line):
                    drawn.draw(self.canvas, x, top)
                else:
                    self.canvas.put(drawn, x, top, drawn.width)
            self._foot(number, pages)
        title = f"{self.content.title} {self.content.period}"
        return self.canvas.finish(title, "", now)

    # What stands where is settled first, so that every page can say how many there are.

    def _put(self, passage: Passage, x: float, width: float, top: float) -> float:
        _, height = passage.wrap(width, 0)
        self._plan[-1].append((passage, x, top))
        return top - height

    def _page(self) -> None:
        self._plan.append([])
        self._y = self.canvas.height - _TOP

    def _head(self) -> None:
        content, setter = self.content, self.setter
        name, when = setter.text(content.title, _TITLE), setter.text(content.period, _PERIOD)
        # On one line beside each other wherever both fit at all.
        room = self.width - name.widest(self.width) - _GAP
        if when.widest(self.width) > room:
            when = setter.text(content.period.replace(" / ", "\n"), _PERIOD)
        right = max(min(when.widest(self.width) + 1, room), self.width * 0.4)
        title = self._put(name, _SIDE, self.width - right, self._y)
        period = self._put(when, _SIDE + self.width - right, right, self._y)
        y = min(title, period) - 1
        said = self._put(setter.text("　·　".join(content.said), _SMALL), _SIDE, self.width * 0.6, y)
        made = self._put(setter.text(content.made, _MADE), _SIDE + self.width * 0.61, self.width * 0.39, y)
        self._y = min(said, made) - 7

    def _notes(self) -> None:
        notes = list(self.content.notes)
        if self.cut:
            notes.append(self.content.phrases.say("register_cut"))
        for passage in passages(self.setter, notes, _SMALL):
            _, height = passage.wrap(self.width, 0)
            if self._y - height < self.bottom:
                self._page()
            self._y = self._put(passage, _SIDE, self.width, self._y) - 2

    def _foot(self, number: int, pages: int) -> None:
        phrases, half = self.content.phrases, self.width * 0.5
        own = self.setter.text(phrases.say("register_foot"), _PAGE)
        self.canvas.put(own, _SIDE, _FOOT, half)
        place = f"{self.content.title}　{self.content.period}　" if number > 1 else ""
        text = self.setter.text(place + phrases.say("page_of", page=number, pages=pages), replace(_PAGE, align="right"))
        self.canvas.put(text, _SIDE + half, _FOOT, half)

    def _table(self, measured: _Measured) -> None:
        table, setter = measured.table, self.setter
        head = self._row(measured, table.heads, bold=True, shaded=True, lines=6)
        rows = [self._row(measured, row) for row in table.rows]
        totals = [self._row(measured, row, bold=True, shaded=True, lines=8) for row in table.totals]
        title = setter.text(table.title, _HEADING) if table.title else None
        room = (_HEADING.leading if title else 0) + head.height + (rows[0].height if rows else 20)
        if self._y - room < self.bottom:
            self._page()
        if title is not None:
            self._y = self._put(title, _SIDE, self.width, self._y) - 1
        self._line(head)
        if not rows:
            said = setter.text(table.empty, replace(_SMALL, size=9, leading=20, align="center"))
            self._y = self._put(said, _SIDE, self.width, self._y - 3) - 10
            return
        # The last line stays with what is under it.
        tail = [rows.pop(), *totals]
        for row in rows:
            self._next(head, row.height)
            self._line(row)
        self._next(head, sum(each.height for each in tail))
        for row in tail:
            self._next(head, row.height)
            self._line(row)
        self._y -= 9

    def _next(self, head: _Line, needed: float) -> None:
        if self._y - needed < self.bottom and self._plan[-1]:
            self._page()
            self._line(head)

    def _line(self, row: _Line) -> None:
        self._plan[-1].append((row, _SIDE, self._y))
        self._y -= row.height

    def _row(
        self, measured: _Measured, texts: Sequence[str], *, bold: bool = False, shaded: bool = False,
        lines: int = _LINES,
    ) -> _Line:  # fmt: skip
        cells = []
        for text, width, sign in zip(texts, measured.widths, measured.table.aligns, strict=True):
            style = Style(measured.size, measured.size * 1.42, bold=bold, align=_ALIGN[sign])
            cells.append(self._cell(text, style, width - 2 * _PAD_X, lines))
        return _Line(tuple(cells), measured.widths, shaded)

    def _cell(self, text: str, style: Style, width: float, lines: int) -> Passage:
        """The text, or as much of it as has room in so many lines, ending in …."""
        made = self.setter.text(text, style)
        count = len(made.lines_for(width))
        if text.endswith("…"):
            self.cut = True
        while count > lines and len(text) > 1:
            self.cut = True
            text = text[: max(1, min(len(text) - 2, int(len(text) * lines / count)))].rstrip("…")
            made = self.setter.text(f"{text}…", style)
            count = len(made.lines_for(width))
        return made


class _Line:
    """A row of cells with a rule under it."""

    def __init__(self, cells: tuple[Passage, ...], widths: tuple[float, ...], shaded: bool) -> None:
        self._cells, self._widths, self._shaded = cells, widths, shaded
        tallest = max(cell.wrap(width - 2 * _PAD_X, 0)[1] for cell, width in zip(cells, widths, strict=True))
        self.height = tallest + 2 * _PAD_Y

    def draw(self, canvas: SheetCanvas, x: float, top: float) -> None:
        """With its upper left corner there."""
        raw, wide = canvas.raw, sum(self._widths)
        if self._shaded:
            raw.setFillColor(SHADE)
            raw.rect(x, top - self.height, wide, self.height, stroke=0, fill=1)
        raw.setStrokeColor(HAIRLINE)
        raw.setLineWidth(0.6)
        raw.line(x, top - self.height, x + wide, top - self.height)
        for cell, width in zip(self._cells, self._widths, strict=True):
            canvas.put(cell, x + _PAD_X, top - _PAD_Y, width - 2 * _PAD_X)
            x += width


def _natural(setter: Typesetter, table: PaperTable, size: float) -> tuple[list[float], list[float], float]:
    """How wide each column would be on one line, how wide it is at least, and all together, in points."""
    style, strong = Style(size, size * 1.42), Style(size, size * 1.42, bold=True)
    natural, least = [], []
    step = max(1, len(table.rows) // _MEASURED)
    for place, stretches in enumerate(table.stretches):
        texts = [row[place] for row in table.rows[::step]]
        wide = max((_wide(setter, text, style) for text in texts), default=0.0)
        bold = max(_wide(setter, row[place], strong) for row in ((table.heads, *table.totals)))
        word = max((_wide(setter, part, strong) for part in table.heads[place].replace("\n", " ").split()), default=0.0)
        whole = max(wide, bold) + 2 * _PAD_X + 0.5
        if table.aligns[place] == "l":
            whole = min(whole, _WIDEST if stretches else _CODE)
        natural.append(whole)
        fixed = max(wide, min(bold, word)) + 2 * _PAD_X + 0.5
        sums = max((_wide(setter, row[place], strong) for row in table.totals), default=0.0) + 2 * _PAD_X + 0.5
        if stretches:
            least.append(min(whole, max(_NARROWEST, min(word, 46) + 2 * _PAD_X)))
        else:
            least.append(min(whole, max(fixed, sums)))
    return natural, least, sum(natural)


def _wide(setter: Typesetter, text: str, style: Style) -> float:
    return max((setter.width(line, style) for line in text[:120].split("\n")), default=0.0)


def _measured(setter: Typesetter, table: PaperTable, room: float) -> _Measured:
    """The largest type in which every column has its least width, and the room shared out."""
    for size in _SIZES:
        natural, least, wide = _natural(setter, table, size)
        if sum(least) <= room and (wide * _SQUEEZED <= room or size <= _SMALL_ENOUGH):
            break
    if wide <= room:
        spare = room - wide
        growing = [w if stretches else w * _STIFF for w, stretches in zip(natural, table.stretches, strict=True)]
        return _Measured(
            table, size, tuple(w + spare * g / sum(growing) for w, g in zip(natural, growing, strict=True))
        )
    if sum(least) > room:
        return _Measured(table, size, tuple(width * room / sum(least) for width in least))
    spare = (room - sum(least)) / max(1e-6, wide - sum(least))
    return _Measured(table, size, tuple(low + (high - low) * spare for low, high in zip(least, natural, strict=True)))
