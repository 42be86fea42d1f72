"""The page of a packet: A4 with head and foot, section headings, pictures, and what stands side by side."""
# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFImageXObject

from desktop.packets.fonts import SANS
from desktop.packets.jpeg import Jpeg
from desktop.packets.paragraphs import BLACK, GREY, HAIRLINE, JADE, Passage, Style, Typesetter
from desktop.packets.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate
from models.rules.packet_parts import PacketContent

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP = 16 * mm, 12 * mm
WIDTH = PAGE_WIDTH - 2 * SIDE
HEAD_RULE = PAGE_HEIGHT - 54.0
FOOT_RULE = 45.0
BODY_TOP, BODY_BOTTOM = HEAD_RULE - 14.0, FOOT_RULE + 12.0
BODY_HEIGHT = BODY_TOP - BODY_BOTTOM
BODY = Style(justify=True)
SMALL = Style(size=8, leading=12, colour=GREY)
_HEADING = Style(size=10.5, leading=15, bold=True)
_DPI = 200


class Heading(Flowable):
    """A section's name with its jade mark."""

    spaceBefore, spaceAfter = 12.0, 5.0

    def __init__(self, setter: Typesetter, name: str) -> None:
        super().__init__()
        self._name = setter.text(name, _HEADING)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width, self.height = self._name.wrap(available_width - 9, 0)[0] + 9, 15.0
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setFillColor(JADE)
        self.canv.rect(0, 2.2, 3, 10.6, stroke=0, fill=1)
        self._name.wrap(self.width - 9, 0)
        self._name.drawOn(self.canv, 9, 0)


def section(setter: Typesetter, name: str, body: Sequence[Flowable], room: float = 92.0) -> list[Flowable]:
    """A heading that is never left alone at the foot of a page, and what stands under it."""
    return [CondPageBreak(room), Heading(setter, name), *body]


class Picture(Flowable):
    """A band of a picture, from `first` to `last` of its height (0 to 1), never larger than 200 dots per inch allow."""

    spaceAfter = 4.0

    def __init__(self, jpeg: Jpeg, first: float = 0.0, last: float = 1.0, most_height: float = BODY_HEIGHT) -> None:
        super().__init__()
        self._jpeg, self._first, self._last = jpeg, first, last
        band = jpeg.height * (last - first)
        self._scale = min(WIDTH / jpeg.width, most_height / band, 72 / _DPI)
        self.width, self.height = jpeg.width * self._scale, band * self._scale

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas, jpeg = self.canv, self._jpeg
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(0, 0, self.width, self.height)
        canvas.clipPath(clip, stroke=0, fill=0)
        full = jpeg.height * self._scale
        canvas.translate(0, self.height - full * (1 - self._first))
        canvas.scale(self.width, full)
        canvas.doForm(_embedded(canvas, jpeg))
        canvas.restoreState()
        canvas.setStrokeColor(GREY)
        canvas.setLineWidth(0.4)
        canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)


def _embedded(canvas: Any, jpeg: Jpeg) -> str:
    """Put the JPEG into the document as it is, without reportlab's ImageReader, which would decode it."""
    document = canvas._doc
    name = "picture-" + jpeg.digest
    registered = document.getXObjectName(name)
    if registered not in document.idToObject:
        image = PDFImageXObject(name)
        if not image.loadImageFromJPEG(BytesIO(jpeg.content)):
            raise ValueError("not a JPEG")
        document.Reference(image, registered)
        document.addForm(name, image)
    return name


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
    """A place without size: gives its page a bookmark and tells which page it fell on."""

    def __init__(self, key: str, shown: str, tell: Callable[[str, int], None]) -> None:
        super().__init__()
        self._key, self._shown, self._tell = key, shown, tell

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return 0.0, 0.0

    def draw(self) -> None:
        canvas = self.canv
        canvas.bookmarkPage(self._key)
        canvas.addOutlineEntry(self._shown, self._key, level=0)
        self._tell(self._key, canvas.getPageNumber())


class PacketDocument(BaseDocTemplate):
    """Pages with head and foot; the foot of the first page cites the basis, the others say how to verify."""

    def __init__(
        self, out: BytesIO, content: PacketContent, setter: Typesetter, basis: tuple[str, str], pages: int
    ) -> None:
        super().__init__(
            out, pagesize=A4, leftMargin=SIDE, rightMargin=SIDE, topMargin=TOP, bottomMargin=TOP, invariant=1,
            lang="zh-CN" if content.language == "zh" else "en", pageCompression=1, initialFontName=SANS,
        )  # fmt: skip
        self._content, self._setter, self._basis, self._pages = content, setter, basis, pages
        frame = Frame(SIDE, BODY_BOTTOM, WIDTH, BODY_HEIGHT, 0, 0, 0, 0, id="body")
        self.addPageTemplates(PageTemplate(id="page", frames=[frame], onPage=self._paint_edges))

    def _paint_edges(self, canvas: Any, _document: Any) -> None:
        say, head, setter = self._content.phrases.say, self._content.head, self._setter
        canvas.setLineWidth(0.9)
        canvas.setStrokeColor(BLACK)
        canvas.line(SIDE, HEAD_RULE, SIDE + WIDTH, HEAD_RULE)
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(HAIRLINE)
        canvas.line(SIDE, FOOT_RULE, SIDE + WIDTH, FOOT_RULE)
        number = canvas.getPageNumber()
        bold, plain = Style(size=9, leading=14, bold=True), Style(size=9, leading=14, align="right")
        self._put(canvas, setter.fitted(say("of_shop", shop=head.shop), bold, WIDTH * 0.46), HEAD_RULE + 7, 0.0, 0.48)
        case = say("case_and_number", case=head.case_number, number=head.number)
        self._put(canvas, setter.fitted(case, plain, WIDTH * 0.5), HEAD_RULE + 7, 0.48, 0.52)
        self._put(canvas, self._foot(number), FOOT_RULE - 18, 0.0, 0.78)
        count = say("page", page=number, pages=self._pages)
        right = Style(size=8, leading=12, colour=GREY, align="right")
        self._put(canvas, setter.fitted(count, right, WIDTH * 0.2), FOOT_RULE - 18, 0.78, 0.22)

    def _foot(self, page: int) -> Passage:
        """The basis and where integrity stands on the first page, how to verify on the others."""
        setter, room = self._setter, WIDTH * 0.76
        if page > 1:
            how = self._content.phrases.say("how_to_verify", number=self._content.head.number)
            return setter.fitted(how, SMALL, room)
        cited, where = self._basis[0], "  " + self._basis[1]
        return setter.fitted(cited, SMALL, room - setter.width(where, SMALL)).followed_by(setter.text(where, SMALL))

    @staticmethod
    def _put(canvas: Any, passage: Passage, y: float, start: float, share: float) -> None:
        passage.wrap(WIDTH * share, 20)
        passage.drawOn(canvas, SIDE + WIDTH * start, y)
