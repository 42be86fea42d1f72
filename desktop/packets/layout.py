"""The page of a packet: A4 or Letter with head and foot, section headings, and what stands side by side."""
# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm

from desktop.packets.fonts import SANS
from desktop.packets.paragraphs import BLACK, GREY, HAIRLINE, JADE, Passage, Style, Typesetter
from desktop.packets.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate
from desktop.packets.wording import Wording
from models.kinds import Paper
from models.rules.packet_parts import PacketContent

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP = 16 * mm, 12 * mm
WIDTH = PAGE_WIDTH - 2 * SIDE
BODY = Style(justify=True)
SMALL = Style(size=8, leading=12, colour=GREY)
_HEADING = Style(size=10.5, leading=15, bold=True)
_TITLE_CHARS = 120
# A heading with the room before and after it.
_HEADING_ROOM = 34
# The share of the width, and the lines per language, of the words at the foot.
_FOOT, _FOOT_MOST = 0.74, 2


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: size of the paper and height of the foot's rule above its lower edge, in points. Equal widths of text."""

    width: float = PAGE_WIDTH
    height: float = PAGE_HEIGHT
    foot_rule: float = 45.0

    @property
    def side(self) -> float:
        """The margin left and right."""
        return (self.width - WIDTH) / 2

    @property
    def head_rule(self) -> float:
        """Where the line under the running head is."""
        return self.height - 54.0

    @property
    def body_top(self) -> float:
        """The upper edge of the text."""
        return self.head_rule - 14.0

    @property
    def body_bottom(self) -> float:
        """The lower edge of the text."""
        return self.foot_rule + 12.0

    @property
    def body_height(self) -> float:
        """How tall the text can be."""
        return self.body_top - self.body_bottom


BODY_HEIGHT = Leaf().body_height


def leaf_of(paper: Paper, foot_rule: float = 45.0) -> Leaf:
    """The page on that paper."""
    width, height = LETTER if paper is Paper.LETTER else A4
    return Leaf(width, height, foot_rule)


class Heading(Flowable):
    """A section's name with its jade mark."""

    spaceBefore, spaceAfter = 12.0, 5.0

    def __init__(self, setter: Typesetter, name: str) -> None:
        super().__init__()
        self._name = setter.text(name, _HEADING)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = self._name.wrap(available_width - 9, 0)[1]
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setFillColor(JADE)
        self.canv.rect(0, 2.2, 3, self.height - 4.4, stroke=0, fill=1)
        self._name.wrap(self.width - 9, 0)
        self._name.drawOn(self.canv, 9, 0)


def section(setter: Typesetter, name: str, body: Sequence[Flowable], room: float = 92.0) -> list[Flowable]:
    """A heading that is never left alone at the foot of a page, and what stands under it."""
    begun = getattr(body[0], "begun", None) if body else None
    if begun is not None:
        room = max(room, begun() + _HEADING_ROOM)
    return [CondPageBreak(setter.wide(room)), Heading(setter, name), *body]


class Columns(Flowable):
    """Two short stacks of flowables side by side."""

    def __init__(self, left: Sequence[Flowable], right: Sequence[Flowable], left_width: float, gap: float) -> None:
        super().__init__()
        self._stacks = (left, right)
        self._widths = (left_width, WIDTH - left_width - gap)
        self._offsets = (0.0, left_width + gap)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = max(stack_height(stack, width) for stack, width in zip(self._stacks, self._widths, strict=True))
        return self.width, self.height

    def draw(self) -> None:
        for stack, width, offset in zip(self._stacks, self._widths, self._offsets, strict=True):
            top = self.height
            for flowable in stack:
                _, height = flowable.wrap(width, top)
                top -= height
                flowable.drawOn(self.canv, offset, top)
                top -= flowable.getSpaceAfter()


def stack_height(stack: Sequence[Flowable], width: float) -> float:
    """How tall flowables are, one under another, in points."""
    return float(sum(flowable.wrap(width, 0)[1] + flowable.getSpaceAfter() for flowable in stack))


class Mark(Flowable):
    """A place without size: gives its page a bookmark at `level` and tells which page it fell on."""

    in_sketch = True

    def __init__(self, key: str, shown: str, tell: Callable[[str, int], None], level: int = 0) -> None:
        super().__init__()
        self._key, self._shown, self._tell, self._level = key, one_line(shown)[:_TITLE_CHARS], tell, level

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return 0.0, 0.0

    def draw(self) -> None:
        canvas = self.canv
        canvas.bookmarkPage(self._key)
        canvas.addOutlineEntry(self._shown, self._key, level=self._level)
        self._tell(self._key, canvas.getPageNumber())


def one_line(text: str) -> str:
    """One line of at most 200 printable characters, for bookmarks and the document's title and author."""
    kept = "".join(char if char.isprintable() else " " for char in text[:400])
    return " ".join(kept.split())[:200]


def foot_lines(words: Wording, setter: Typesetter) -> int:
    """How many lines the foot takes that says how to verify, in every language."""
    how = words.sentences("how_to_verify", number=words.content.head.number)
    lines = sum(min(_FOOT_MOST, len(setter.text(each, SMALL).lines_for(WIDTH * _FOOT))) for each in how)
    return max(lines, len(how))


def _lines_of(passage: Passage, room: float) -> list[Passage]:
    """A passage line by line; of one longer than a foot may be, its first lines."""
    made: list[Passage] = []
    rest: Passage | None = passage
    while rest is not None and len(made) < _FOOT_MOST:
        first, rest = rest.parted(room, 1)
        made.append(first)
    return made


class PacketDocument(BaseDocTemplate):
    """Pages with head and foot; the foot of the first page cites the basis, the others say how to verify.

    `basis`: what is cited and where integrity stands; `pages`: how many there are, as far as known; `each_page` is
    called at the beginning of each and may raise.
    """

    def __init__(
        self,
        out: BytesIO,
        content: PacketContent,
        setter: Typesetter,
        basis: tuple[str, str],
        pages: int,
        leaf: Leaf = Leaf(),
        each_page: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(
            out, pagesize=(leaf.width, leaf.height), leftMargin=leaf.side, rightMargin=leaf.side, topMargin=TOP,
            bottomMargin=TOP, invariant=1, lang="zh-CN" if content.language == "zh" else "en", pageCompression=1,
            initialFontName=SANS,
        )  # fmt: skip
        self._words, self._head = Wording(content), content.head
        self._setter, self._basis, self._pages, self._leaf = setter, basis, pages, leaf
        self._each_page = each_page
        frame = Frame(leaf.side, leaf.body_bottom, WIDTH, leaf.body_height, 0, 0, 0, 0, id="body")
        self.addPageTemplates(PageTemplate(id="page", frames=[frame], onPage=self._paint_edges))

    def _paint_edges(self, canvas: Any, _document: Any) -> None:
        self._each_page()
        if getattr(canvas, "is_sketch", False):
            return
        words, head, setter, leaf = self._words, self._head, self._setter, self._leaf
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(BLACK)
        canvas.line(leaf.side, leaf.head_rule, leaf.side + WIDTH, leaf.head_rule)
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(HAIRLINE)
        canvas.line(leaf.side, leaf.foot_rule, leaf.side + WIDTH, leaf.foot_rule)
        number = canvas.getPageNumber()
        case = words.say("case_and_number", case=head.case_number, number=head.number)
        bold = Style(size=9, leading=14, bold=True)
        plain = Style(size=9, leading=14, align="right")
        above = leaf.head_rule + 7
        shop = words.content.phrases.say("of_shop", shop=head.shop)
        if words.bilingual:
            case = words.content.phrases.say("case_and_number", case=head.case_number, number=head.number)
        self._put(setter.fitted(shop, bold, WIDTH * 0.43), above, 0.0, 0.44)
        self._put(setter.fitted(case, plain, WIDTH * 0.55), above, 0.44, 0.56)
        small = setter.sized(SMALL)
        right = Style(size=8, leading=12, colour=GREY, align="right")
        below = leaf.foot_rule - 6 - small.leading
        counts = words.sentences("page", page=number, pages=self._pages)
        for place, count in enumerate(counts):
            self._put(setter.fitted(count, right, WIDTH * 0.24), below - place * small.leading, 0.76, 0.24)
        for place, foot in enumerate(self._foot(number)):
            self._put(foot, below - place * small.leading, 0.0, 0.76)

    def _foot(self, page: int) -> list[Passage]:
        """The basis and where integrity stands on the first page, how to verify on the others."""
        setter, room = self._setter, WIDTH * _FOOT
        if page > 1:
            how = self._words.sentences("how_to_verify", number=self._head.number)
            return [part for each in how for part in _lines_of(setter.text(each, SMALL), room)]
        cited, where = self._basis[0], ("  " if self._basis[0] else "") + self._basis[1]
        return [setter.fitted(cited, SMALL, room - setter.width(where, SMALL)).followed_by(setter.text(where, SMALL))]

    def _put(self, passage: Passage, y: float, start: float, share: float) -> None:
        passage.wrap(WIDTH * share, 20)
        passage.drawOn(self.canv, self._leaf.side + WIDTH * start, y)
