"""Paints return slips: one on A6 or A5, two or four on A4 or Letter with lines to cut along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.packets.paragraphs import GREY, Passage, Style, Typesetter
from desktop.packets.sheets.codes import bars_width, draw_bars, draw_squares
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, SheetPdf, scaled
from models.errors import UserError
from models.kinds import Paper
from models.rules.sheet_slip import ReturnSlip, SlipForm

_SMALL_MM = {SlipForm.A6: (105.0, 148.0), SlipForm.A5: (148.0, 210.0)}
_FACTORS = (1.4, 1.25, 1.12, 1.0, 0.92, 0.84, 0.76)
_MARGIN = 7 * MM
_BARS_HIGH, _SQUARE = 13 * MM, 23 * MM
_WIDE = 1.15
_SHOP = Style(size=10.5, leading=15, bold=True)
_TITLE = Style(size=13, leading=17, bold=True, align="right")
_LABEL = Style(size=7.5, leading=10.5, colour=GREY)
_ADDRESS = Style(size=10.5, leading=15, bold=True)
_CODE = Style(size=13, leading=17, bold=True)
_TEXT = Style(size=8.5, leading=12)
_STRONG = Style(size=8.5, leading=12, bold=True)


def paint_slips(
    slips: Sequence[ReturnSlip], form: SlipForm, paper: Paper, now: datetime, *, code128: bool, qr: bool
) -> SheetPdf:
    """The slips in their order, as many on a sheet as the form says.

    UserError `slip_too_small` when address, code and instructions have no room at a size that can still be read.
    """
    width_mm, height_mm = _SMALL_MM.get(form, SIZES_MM[paper])
    canvas = SheetCanvas(width_mm, height_mm, slips[0].phrases.language)
    cells = _cells(canvas, form)
    for place, slip in enumerate(slips):
        if place and place % len(cells) == 0:
            canvas.next_page()
        if place % len(cells) == 0:
            _cuts(canvas, form)
        _paint(canvas, slip, cells[place % len(cells)], _Codes(code128, qr))
    return canvas.finish(f"{slips[0].title} {slips[0].code}", slips[0].shop, now)


@dataclass(frozen=True, slots=True)
class _Cell:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Codes:
    bars: bool
    squares: bool


def _cells(canvas: SheetCanvas, form: SlipForm) -> list[_Cell]:
    if form is SlipForm.TWO:
        half = canvas.height / 2
        return [_Cell(0, half, canvas.width, half), _Cell(0, 0, canvas.width, half)]
    if form is SlipForm.FOUR:
        wide, high = canvas.width / 2, canvas.height / 2
        return [_Cell(column * wide, row * high, wide, high) for row in (1, 0) for column in (0, 1)]
    return [_Cell(0, 0, canvas.width, canvas.height)]


def _cuts(canvas: SheetCanvas, form: SlipForm) -> None:
    if form.cells > 1:
        canvas.line(0, canvas.height / 2, canvas.width, dashed=True)
    if form.cells > 2:
        canvas.upright(canvas.width / 2, 0, canvas.height)


def _paint(canvas: SheetCanvas, slip: ReturnSlip, cell: _Cell, codes: _Codes) -> None:
    wide = cell.width / cell.height > _WIDE
    left, top = cell.x + _MARGIN, cell.y + cell.height - _MARGIN
    width, height = cell.width - 2 * _MARGIN, cell.height - 2 * _MARGIN
    columns = (width * 0.47, width * 0.47) if wide else (width, width)
    for shown in _item_counts(len(slip.items)):
        for factor in _FACTORS:
            drawing = _Drawing(canvas, slip, codes, factor, shown)
            head = drawing.head_height(width)
            first, second = drawing.first(columns[0]), drawing.second(columns[1])
            room = height - head
            gap = 5 * factor
            tall = max(_tall(first, gap), _tall(second, gap)) if wide else _tall([*first, *second], gap)
            if first and tall <= room:
                drawing.draw_head(left, top, width)
                under = top - head
                if wide:
                    _draw(canvas, first, left, under, gap)
                    _draw(canvas, second[1:], left + width - columns[1], under, gap)
                else:
                    _draw(canvas, [*first, *second], left, under, gap)
                return
    raise UserError("slip_too_small", slip=slip.code)


def _item_counts(count: int) -> list[int]:
    """How many items to show: all, then ever fewer, at least one."""
    found = [count]
    while found[-1] > 1:
        found.append(max(1, found[-1] * 2 // 3))
    return found


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of a slip with its height and width in points: passages, a rule, or the codes."""

    height: float
    width: float
    lines: tuple[Passage, ...] = ()
    codes: _CodePlace | None = None
    rule: bool = False


@dataclass(frozen=True, slots=True)
class _CodePlace:
    text: str
    bars: bool
    squares: bool
    shown: Passage
    square: float
    bars_high: float


def _tall(blocks: Sequence[_Block], gap: float) -> float:
    return sum(block.height for block in blocks) + gap * max(0, len(blocks) - 1)


def _draw(canvas: SheetCanvas, blocks: Sequence[_Block], x: float, top: float, gap: float) -> None:
    y = top
    for block in blocks:
        if block.rule:
            canvas.line(x, y, block.width)
        for passage in block.lines:
            y = canvas.put(passage, x, y, block.width)
        if block.codes is not None:
            _draw_codes(canvas, block.codes, x, y, block.width)
            y -= block.height
        y -= gap


def _draw_codes(canvas: SheetCanvas, place: _CodePlace, x: float, top: float, width: float) -> None:
    left, room = x, width
    if place.squares:
        draw_squares(canvas, place.text, x, top - place.square, place.square)
        left, room = x + place.square + 4, width - place.square - 4
    y = top
    if place.bars:
        draw_bars(canvas, place.text, left, top - place.bars_high, room, place.bars_high)
        y = top - place.bars_high - 3
    elif place.squares:
        y = top - place.square / 2 + 9
    canvas.put(place.shown, left + (4 if place.squares or not place.bars else 10), y, room)


class _Drawing:
    """One slip at one size of type."""

    def __init__(self, canvas: SheetCanvas, slip: ReturnSlip, codes: _Codes, factor: float, shown: int) -> None:
        self._canvas, self._slip, self._codes, self._factor, self._shown = canvas, slip, codes, factor, shown
        self._setter: Typesetter = canvas.setter

    def head_height(self, width: float) -> float:
        shop, title = self._head(width)
        return float(max(shop.wrap(width * 0.6, 0)[1], title.wrap(width * 0.4, 0)[1])) + 8 * self._factor

    def draw_head(self, x: float, top: float, width: float) -> None:
        shop, title = self._head(width)
        self._canvas.put(shop, x, top, width * 0.6)
        self._canvas.put(title, x + width * 0.6, top, width * 0.4)
        self._canvas.line(x, top - self.head_height(width) + 4 * self._factor, width, strong=True)

    def _head(self, width: float) -> tuple[Passage, Passage]:
        return self._text(self._slip.shop, _SHOP), self._text(self._slip.title, _TITLE)

    def first(self, width: float) -> list[_Block]:
        """Where to, and the codes; empty when the bars would be too fine to be read."""
        slip = self._slip
        place = self._code_place(width)
        if place is None:
            return []
        high = max(place.square if place.squares else 0.0,
                   (place.bars_high + 3 if place.bars else 0.0) + place.shown.wrap(width, 0)[1])  # fmt: skip
        return [
            self._block(width, [self._text(slip.address_label, _LABEL), self._text(slip.address, _ADDRESS)]),
            _Block(0.0, width, rule=True),
            _Block(high, width, codes=place),
            self._block(width, [self._text(slip.inside, _LABEL)]),
        ]

    def second(self, width: float) -> list[_Block]:
        """Which case, what comes back, how to send it, and what the warehouse writes."""
        slip, say = self._slip, self._slip.phrases
        items = [f"· {item}" for item in slip.items[: self._shown]]
        left = len(slip.items) - self._shown
        if left:
            items.append(say.say("more_lines", count=left))
        gap = "　" if say.first == "zh" else "  "
        pairs = [f"{label}{'：' if say.first == 'zh' else ': '}{value}" for label, value in slip.pairs]
        seen = (gap.join(slip.seen[:3]), f"{slip.seen[3]} ____________")
        return [
            _Block(0.0, width, rule=True),
            self._block(width, [self._text(text, _TEXT) for text in pairs]),
            self._block(width, [self._text(slip.items_label, _LABEL), *(self._text(t, _STRONG) for t in items)]),
            self._block(width, [self._text(slip.how_label, _LABEL), *(self._text(t, _TEXT) for t in slip.how)]),
            _Block(0.0, width, rule=True),
            self._block(width, [self._text(text, _TEXT) for text in seen]),
        ]

    def _code_place(self, width: float) -> _CodePlace | None:
        codes, code = self._codes, self._slip.code
        square = _SQUARE * min(self._factor, 1.12) if codes.squares else 0.0
        room = width - (square + 4 if codes.squares else 0)
        if codes.bars and not bars_width(code, room):
            return None
        shown = self._text(code, _CODE)
        return _CodePlace(code, codes.bars, codes.squares, shown, square, _BARS_HIGH * min(self._factor, 1.0))

    def _block(self, width: float, lines: list[Passage]) -> _Block:
        return _Block(float(sum(line.wrap(width, 0)[1] for line in lines)), width, tuple(lines))

    def _text(self, text: str, style: Style) -> Passage:
        return self._setter.text(text, scaled(style, self._factor))
