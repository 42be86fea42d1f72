"""The first pages: what is asked, summary, parties and amounts, chronology, exhibit list, order, policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportlab.lib.units import mm

from desktop.packets.layout import BODY, SMALL, WIDTH, Columns, Heading, section, stack_height
from desktop.packets.paragraphs import GREY, Passage, Style, Typesetter
from desktop.packets.platypus import Flowable, Spacer
from desktop.packets.tables import CELL, CELL_HEAD, Cell, Grid, Row, labelled, table
from models.rules.packet_parts import PacketContent

_TITLE = Style(size=21, leading=27, bold=True)
_ASKED = Style(size=10.5, leading=16, colour=GREY)
_SIDE = Style(size=9, leading=14.2, colour=GREY, align="right")
_SIDE_WIDTH = 48 * mm
_GAP = 5.5 * mm


class _Opening(Flowable):
    """Title and what is asked at the left; for whom, when and how much at the right."""

    def __init__(self, title: Passage, asked: Passage | None, side: list[Passage]) -> None:
        super().__init__()
        self._title, self._asked, self._side = title, asked, side

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        left = self._title.wrap(available_width - _SIDE_WIDTH, 0)[1]
        if self._asked is not None:
            left += self._asked.wrap(available_width - _SIDE_WIDTH, 0)[1]
        self.height = max(left, sum(line.wrap(_SIDE_WIDTH, 0)[1] for line in self._side))
        return self.width, self.height

    def draw(self) -> None:
        top = self.height
        for passage in (self._title, self._asked):
            if passage is not None:
                top -= passage.wrap(self.width - _SIDE_WIDTH, 0)[1]
                passage.drawOn(self.canv, 0, top)
        top = self.height - max(0.0, self.height - sum(line.wrap(_SIDE_WIDTH, 0)[1] for line in self._side)) / 2
        for line in self._side:
            top -= line.wrap(_SIDE_WIDTH, 0)[1]
            line.drawOn(self.canv, self.width - _SIDE_WIDTH, top)


# The heading, the table's head and a first row of three lines.
_ORDER_ROOM = 120


def cover(content: PacketContent, setter: Typesetter, places: Mapping[str, int], pages: int) -> list[Flowable]:
    """Everything before the first exhibit. `places` gives the page of each exhibit, as far as it is known yet."""
    say = content.phrases.say
    story = _opening(content, setter, pages)
    if content.summary.strip():
        story += section(setter, say("summary"), [setter.text(content.summary, BODY)])
    story += _parties_and_amounts(content, setter)
    if content.chronology:
        rows = [(line.at, line.fact, line.exhibits) for line in content.chronology]
        head = (say("time"), say("fact"), say("exhibit_head"))
        grid = table(setter, head, rows, (36 * mm, WIDTH - 57 * mm, 21 * mm), "lll")
        story += section(setter, say("chronology"), [grid])
    if content.exhibits:
        listed = [
            (str(page.number), page.title, page.proves, str(places.get(f"exhibit-{page.number}", "")))
            for page in content.exhibits
        ]
        head4 = (say("exhibit_head"), say("content"), say("proves"), say("page_head"))
        number, last = (13 * mm, 12 * mm) if content.language == "zh" else (18 * mm, 14 * mm)
        widths = (number, 39 * mm, WIDTH - number - last - 39 * mm, last)
        story += section(setter, say("exhibit_list"), [table(setter, head4, listed, widths, "cllc")])
    story += _order(content, setter)
    story += _weights(content, setter)
    if content.policy:
        cited = [line.source + (f"　[{line.pack}]" if line.pack else "") for line in content.policy]
        rows2 = [(str(place), text) for place, text in enumerate(cited, start=1)]
        grid = table(setter, ("#", say("policy")), rows2, (13 * mm, WIDTH - 13 * mm), "cl")
        story += section(setter, say("policy"), [grid])
    if content.notes:
        notes = [(line.at, line.fact, line.exhibits) for line in content.notes]
        head = (say("time"), say("notes"), say("made_by"))
        grid = table(setter, head, notes, (36 * mm, WIDTH - 57 * mm, 21 * mm), "lll")
        story += section(setter, say("notes"), [grid])
    zone = say("zone", zone=content.phrases.zone_name(content.head.made_at))
    story.append(setter.text(zone, replace(SMALL, before=6)))
    return story


def _opening(content: PacketContent, setter: Typesetter, pages: int) -> list[Flowable]:
    say, head = content.phrases.say, content.head
    side_texts = [
        say("to", to=head.addressee),
        say("made", at=content.phrases.at(head.made_at)),
        say("counts", pages=pages, exhibits=len(content.exhibits)),
    ]
    side = [setter.fitted(text, _SIDE, _SIDE_WIDTH) for text in side_texts]
    title, asked = setter.text(say("packet"), _TITLE), setter.text(head.asked, _ASKED)
    if len(asked.lines_for(WIDTH - _SIDE_WIDTH)) == 1:
        return [_Opening(title, asked, side), Spacer(1, 2)]
    return [_Opening(title, None, side), setter.text(head.asked, _ASKED)]


def _parties_and_amounts(content: PacketContent, setter: Typesetter) -> list[Flowable]:
    say = content.phrases.say
    left_width = 86 * mm
    right_width = WIDTH - left_width - _GAP

    def stacks(first: float, second: float) -> tuple[list[Flowable], list[Flowable]]:
        label = 20 * mm
        parties = [Heading(setter, say("parties")), labelled(setter, content.parties, label, first)]
        return parties, [Heading(setter, say("amounts")), _amounts(content, setter, second)]

    left, right = stacks(left_width, right_width)
    if max(stack_height(left, left_width), stack_height(right, right_width)) <= 300:
        return [Spacer(1, 12), Columns(left, right, left_width, _GAP)]
    left, right = stacks(WIDTH, WIDTH)
    return [*left, *right]


def _amounts(content: PacketContent, setter: Typesetter, width: float) -> Grid:
    rows: list[Row] = []
    value_width = 30 * mm
    for line in content.amounts:
        style = CELL_HEAD if line.strong else CELL
        cells = (Cell(setter.text(line.label, style)), Cell(setter.text(line.amount, replace(style, align="right"))))
        needed = min(max(setter.width(line.amount, style) + 14, value_width), width * 0.5)
        rows.extend(Row(cells, (width - needed, needed)).pieces(setter))
    return Grid(rows)


def _order(content: PacketContent, setter: Typesetter) -> list[Flowable]:
    say = content.phrases.say
    body: list[Flowable] = []
    if content.items:
        rows = [(item.title, item.variant, item.quantity, item.price) for item in content.items]
        head = (say("item"), say("sku"), say("quantity"), say("price"))
        body.append(table(setter, head, rows, (WIDTH - 86 * mm, 46 * mm, 14 * mm, 26 * mm), "llrr"))
    if content.parcels:
        if body:
            body.append(Spacer(1, 6))
        parcels = [(parcel.carrier, parcel.tracking, parcel.shipped, parcel.signed) for parcel in content.parcels]
        head = (say("carrier"), say("tracking"), say("shipped"), say("signed"))
        body.append(table(setter, head, parcels, (38 * mm, WIDTH - 110 * mm, 36 * mm, 36 * mm), "llll"))
    return section(setter, say("order"), body, room=_ORDER_ROOM) if body else []


def _weights(content: PacketContent, setter: Typesetter) -> list[Flowable]:
    """The sum of weights and what it shows."""
    say, shown = content.phrases.say, content.weights
    if shown is None:
        return []
    rows = [(row.label, row.amount, row.span) for row in shown.rows]
    head = (say("content"), say("weight"), say("weight_range"))
    grid = table(setter, head, rows, (WIDTH - 88 * mm, 40 * mm, 48 * mm), "lrr")
    return section(setter, say("weights"), [grid, Spacer(1, 4), setter.text(shown.said, BODY)], room=_ORDER_ROOM)
