"""The first pages: what is asked, summary, parties and amounts, chronology, exhibit list, order, policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from desktop.packets.layout import BODY, SMALL, WIDTH, Columns, Heading, Mark, section, stack_height
from desktop.packets.letterhead import letterhead
from desktop.packets.paragraphs import GREY, Passage, Style, Typesetter
from desktop.packets.platypus import CondPageBreak, Flowable, Spacer
from desktop.packets.tables import CELL, CELL_HEAD, Cell, Grid, Row, labelled, table
from desktop.packets.wording import painted
from models.rules.packet_parts import PacketContent

_TITLE = Style(size=21, leading=27, bold=True)
_ASKED = Style(size=10.5, leading=16, colour=GREY)
_SIDE = Style(size=9, leading=14.2, colour=GREY, align="right")
_SIDE_WIDTH = 48 * mm
_CITED = replace(CELL, after=3)
_GAP = 5.5 * mm


class _Opening(Flowable):
    """Title and what is asked at the left; for whom, when and how much at the right."""

    def __init__(self, title: Passage, asked: Passage | None, side: list[Passage], side_width: float) -> None:
        super().__init__()
        self._title, self._asked, self._side, self._side_width = title, asked, side, side_width

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        left = self._title.wrap(available_width - self._side_width, 0)[1]
        if self._asked is not None:
            left += self._asked.wrap(available_width - self._side_width, 0)[1]
        self.height = max(left, sum(line.wrap(self._side_width, 0)[1] for line in self._side))
        return self.width, self.height

    def draw(self) -> None:
        top = self.height
        for passage in (self._title, self._asked):
            if passage is not None:
                top -= passage.wrap(self.width - self._side_width, 0)[1]
                passage.drawOn(self.canv, 0, top)
        beside = sum(line.wrap(self._side_width, 0)[1] for line in self._side)
        top = self.height - max(0.0, self.height - beside) / 2
        for line in self._side:
            top -= line.wrap(self._side_width, 0)[1]
            line.drawOn(self.canv, self.width - self._side_width, top)


# The heading, the table's head and a first row of three lines.
_ORDER_ROOM = 120


@dataclass(frozen=True, slots=True)
class _Paper:
    """What one language's first pages are painted with."""

    content: PacketContent
    setter: Typesetter
    tell: Callable[[str, int], None]
    key: str
    level: int

    def section(self, name: str, body: list[Flowable], room: float = 92.0) -> list[Flowable]:
        """A section with its bookmark."""
        said = self.content.phrases.say(name) if name != "pattern" else painted(self.content.language, name)
        made = section(self.setter, said, body, room)
        return [made[0], Mark(f"{self.key}-{name}", said, self.tell, self.level), *made[1:]]


def cover(
    content: PacketContent,
    setter: Typesetter,
    places: Mapping[str, int],
    pages: int,
    tell: Callable[[str, int], None],
    *,
    key: str = "cover",
    level: int = 0,
) -> list[Flowable]:
    """Everything before the first exhibit in one language. `places` gives the page of each exhibit, as far as it is
    known yet; `key` and `level` are those of its bookmarks."""
    say, paper = content.phrases.say, _Paper(content, setter, tell, key, level)
    story = [*letterhead(content.letterhead, content.head.shop, setter), *_opening(content, setter, pages)]
    if content.summary.strip():
        story += paper.section("summary", [setter.text(content.summary, BODY)])
    story += _parties_and_amounts(paper)
    zone = setter.text(say("zone", zone=content.phrases.zone_name(content.head.made_at)), replace(SMALL, after=4))
    if content.chronology:
        chronology = [(line.at, line.fact, line.exhibits) for line in content.chronology]
        names = (say("time"), say("fact"), say("exhibit_head"))
        story += paper.section("chronology", [zone, _dated(setter, names, chronology)], room=_ORDER_ROOM)
    if content.exhibits:
        story += paper.section("exhibit_list", [_exhibit_list(content, setter, places)])
    story += _order(paper)
    story += _weights(paper)
    if content.pattern:
        story += paper.section("pattern", [labelled(setter, content.pattern, setter.wide(44 * mm), WIDTH)])
    if content.policy:
        lines: list[Flowable] = [setter.text(each, _CITED) for each in _cited(content)]
        story += paper.section("policy", lines, room=56.0)
    if content.notes:
        notes = [(line.at, line.fact, line.exhibits) for line in content.notes]
        names = (say("time"), say("notes"), say("made_by"))
        story += paper.section("notes", [_dated(setter, names, notes)])
    return story if content.chronology else [*story, zone]


def _cited(content: PacketContent) -> list[str]:
    """What is cited, in its order: sources of the same pack in one line."""
    clause = content.phrases.say("clause")
    packs: dict[tuple[str, str], list[str]] = {}
    for line in content.policy:
        packs.setdefault((line.pack, line.dated), []).append(line.source)
    return [clause.join(sources) + "".join(f"　[{part}]" for part in pack if part) for pack, sources in packs.items()]


def _dated(setter: Typesetter, names: tuple[str, str, str], lines: list[tuple[str, str, str]]) -> Grid:
    first, last = setter.wide(36 * mm), setter.wide(21 * mm)
    return table(setter, names, lines, (first, WIDTH - first - last, last), "lll")


def _exhibit_list(content: PacketContent, setter: Typesetter, places: Mapping[str, int]) -> Grid:
    say = content.phrases.say
    listed = [
        (str(page.number), page.title, page.proves, str(places.get(f"exhibit-{page.number}", "")))
        for page in content.exhibits
    ]
    names = (say("exhibit_head"), say("content"), say("proves"), say("page_head"))
    number, title, last = (13 * mm, 39 * mm, 12 * mm) if content.language == "zh" else (18 * mm, 45 * mm, 14 * mm)
    number, title, last = setter.wide(number), setter.wide(title), setter.wide(last)
    return table(setter, names, listed, (number, title, WIDTH - number - last - title, last), "cllc")


def _opening(content: PacketContent, setter: Typesetter, pages: int) -> list[Flowable]:
    say, head = content.phrases.say, content.head
    side_texts = [
        say("to", to=head.addressee),
        say("made", at=content.phrases.at(head.made_at)),
        say("counts", pages=pages, exhibits=len(content.exhibits)),
    ]
    beside = setter.wide(_SIDE_WIDTH)
    title, asked = setter.text(say("packet"), _TITLE), setter.text(head.asked, _ASKED)
    whole: list[Flowable] = []
    if setter.width(side_texts[0], _SIDE) > beside:  # a long addressee stands in full in a line of its own
        whole = [setter.text(side_texts.pop(0), replace(_SIDE, align="left"))]
    side = [setter.fitted(text, _SIDE, beside) for text in side_texts]
    if len(asked.lines_for(WIDTH - beside)) == 1:
        return [_Opening(title, asked, side, beside), *whole, Spacer(1, 2)]
    return [_Opening(title, None, side, beside), asked, *whole]


def _parties_and_amounts(paper: _Paper) -> list[Flowable]:
    content, setter = paper.content, paper.setter
    say = content.phrases.say
    left_width = 86 * mm
    right_width = WIDTH - left_width - _GAP

    def stacks(first: float, second: float) -> tuple[list[Flowable], list[Flowable]]:
        label = setter.wide(20 * mm)
        parties = [Heading(setter, say("parties")), labelled(setter, content.parties, label, first)]
        return parties, [Heading(setter, say("amounts")), _amounts(content, setter, second)]

    left, right = stacks(left_width, right_width)
    if max(stack_height(left, left_width), stack_height(right, right_width)) <= 300:
        both = Columns(left, right, left_width, _GAP)
        return [CondPageBreak(both.wrap(WIDTH, 0)[1] + 12), _parties_mark(paper), Spacer(1, 12), both]
    left, right = stacks(WIDTH, WIDTH)
    return [CondPageBreak(setter.wide(92)), _parties_mark(paper), *left, CondPageBreak(setter.wide(92)), *right]


def _parties_mark(paper: _Paper) -> Mark:
    return Mark(f"{paper.key}-parties", paper.content.phrases.say("parties"), paper.tell, paper.level)


def _amounts(content: PacketContent, setter: Typesetter, width: float) -> Grid:
    rows: list[Row] = []
    value_width = setter.wide(30 * mm)
    for line in content.amounts:
        style = CELL_HEAD if line.strong else CELL
        cells = (Cell(setter.text(line.label, style)), Cell(setter.text(line.amount, replace(style, align="right"))))
        needed = min(max(setter.width(line.amount, style) + 14, value_width), width * 0.5)
        rows.append(Row(cells, (width - needed, needed)))
    return Grid(rows, room=setter.room)


def _order(paper: _Paper) -> list[Flowable]:
    content, setter = paper.content, paper.setter
    say = content.phrases.say
    body: list[Flowable] = []
    if content.items:
        rows = [(item.title, item.variant, item.quantity, item.price) for item in content.items]
        head = (say("item"), say("sku"), say("quantity"), say("price"))
        few, price = setter.wide(14 * mm), setter.wide(26 * mm)
        variant = 46 * mm
        body.append(table(setter, head, rows, (WIDTH - variant - few - price, variant, few, price), "llrr"))
    if content.parcels:
        if body:
            body.append(Spacer(1, 6))
        parcels = [
            (" · ".join(part for part in (parcel.way, parcel.carrier) if part), parcel.tracking, parcel.shipped,
             parcel.signed)
            for parcel in content.parcels
        ]  # fmt: skip
        carrier, at = 38 * mm, setter.wide(36 * mm)
        head = (say("carrier"), say("tracking"), say("shipped"), say("signed"))
        body.append(table(setter, head, parcels, (carrier, WIDTH - carrier - 2 * at, at, at), "llll"))
    return paper.section("order", body, room=_ORDER_ROOM) if body else []


def _weights(paper: _Paper) -> list[Flowable]:
    """The sum of weights and what it shows."""
    content, setter = paper.content, paper.setter
    say, shown = content.phrases.say, content.weights
    if shown is None:
        return []
    rows = [(row.label, row.amount, row.span) for row in shown.rows]
    head = (say("content"), say("weight"), say("weight_range"))
    amount, span = setter.wide(40 * mm), setter.wide(48 * mm)
    grid = table(setter, head, rows, (WIDTH - amount - span, amount, span), "lrr")
    return paper.section("weights", [grid, Spacer(1, 4), setter.text(shown.said, BODY)], room=_ORDER_ROOM)
