"""A sheet of paper to put passages on, and its finished PDF: scanned, the same bytes for the same input."""
# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.packets.finish import put_pictures
from desktop.packets.fonts import SANS, load_fonts
from desktop.packets.jpeg import Jpeg
from desktop.packets.paragraphs import BLACK, HAIRLINE, Passage, Style, Typesetter
from desktop.packets.platypus import Flowable
from desktop.packets.scan import scan
from desktop.packets.values import NotInert
from models.kinds import PacketLanguage, Paper

MM = float(mm)
SIZES_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
_TITLE_SIGNS = 200


@dataclass(frozen=True, slots=True)
class SheetPdf:
    """A finished sheet: its bytes, pages, characters no font has, the size of a page in millimetres."""

    content: bytes
    pages: int
    missing_glyphs: tuple[str, ...]
    width_mm: float
    height_mm: float


class SheetCanvas:
    """Pages of one size in points from the lower left corner; `put` sets a passage below a top edge."""

    def __init__(self, width_mm: float, height_mm: float, language: PacketLanguage) -> None:
        load_fonts()
        self.width, self.height = width_mm * MM, height_mm * MM
        self.setter = Typesetter("en" if language is PacketLanguage.EN else "zh")
        self._sides_mm = (width_mm, height_mm)
        self._buffer = BytesIO()
        self.raw: Any = Canvas(
            self._buffer, pagesize=(self.width, self.height), invariant=1, pageCompression=1, initialFontName=SANS,
            lang="en" if language is PacketLanguage.EN else "zh-CN",
        )  # fmt: skip
        self.pages = 1

    def put(self, flowable: Flowable, x: float, top: float, width: float) -> float:
        """Draw something with its upper left corner there; the y of its lower edge."""
        _, height = flowable.wrap(width, top)
        flowable.drawOn(self.raw, x, top - height)
        return top - height

    def line(self, x: float, y: float, width: float, *, strong: bool = False, dashed: bool = False) -> None:
        """A rule across; dashed where a pair of scissors goes."""
        self._stroke(strong=strong, dashed=dashed)
        self.raw.line(x, y, x + width, y)
        self.raw.setDash()

    def upright(self, x: float, y: float, height: float) -> None:
        """A dashed line down, to cut along."""
        self._stroke(strong=False, dashed=True)
        self.raw.line(x, y, x, y + height)
        self.raw.setDash()

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """An empty frame."""
        self._stroke(strong=True, dashed=False)
        self.raw.rect(x, y, width, height, stroke=1, fill=0)

    def _stroke(self, *, strong: bool, dashed: bool) -> None:
        self.raw.setLineWidth(0.9 if strong else 0.5)
        self.raw.setStrokeColor(BLACK if strong else HAIRLINE)
        self.raw.setDash(*((3, 3) if dashed else ()))

    def next_page(self) -> None:
        """Go on with a new page."""
        self.raw.showPage()
        self.pages += 1

    def finish(
        self, title: str, author: str, made_at: datetime, pictures: Mapping[str, Jpeg] | None = None
    ) -> SheetPdf:
        """The PDF, with the JPEGs (by their digests) in the places painted for them; None leaves these empty.

        NotInert when the scan finds anything that could act.
        """
        self.raw.showPage()
        self.raw.save()
        content = _closed(self._buffer.getvalue(), title, author, made_at, pictures)
        return SheetPdf(content, self.pages, self.setter.missing, *self._sides_mm)


def _closed(
    raw: bytes, title: str, author: str, made_at: datetime, pictures: Mapping[str, Jpeg] | None = None
) -> bytes:
    with pikepdf.open(BytesIO(raw)) as pdf:
        if pictures:
            put_pictures(pdf, dict(pictures))
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        pdf.docinfo["/Title"], pdf.docinfo["/Author"] = _plain(title), _plain(author)
        pdf.docinfo["/Creator"] = pdf.docinfo["/Producer"] = "Aftercase"
        made = f"D:{made_at.astimezone(UTC):%Y%m%d%H%M%S}Z"
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = made
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        found = scan(pdf)
        if found:
            raise NotInert(found)
        out = BytesIO()
        pdf.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True
        )
    return out.getvalue()


def _plain(text: str) -> str:
    kept = "".join(char if char.isprintable() else " " for char in text[: 2 * _TITLE_SIGNS])
    return " ".join(kept.split())[:_TITLE_SIGNS]


def stack_height(stack: Sequence[Flowable], width: float, gap: float) -> float:
    """How tall flowables are, one under another with a gap between, in points."""
    if not stack:
        return 0.0
    return float(sum(each.wrap(width, 0)[1] for each in stack)) + gap * (len(stack) - 1)


def flow(
    canvas: SheetCanvas, stack: Sequence[Flowable], x: float, width: float, top: float, bottom: float,
    next_page: Callable[[], float], gap: float,
) -> float:  # fmt: skip
    """Set flowables one under another, going on with `next_page()` (which gives its top) where one has no room.

    Returns the y below the last. Something that cannot be split and is taller than a page is drawn all the same.
    """
    y, fresh = top, True
    waiting = list(stack)
    while waiting:
        each = waiting.pop(0)
        _, height = each.wrap(width, y - bottom)
        if height <= y - bottom + 0.01:
            y = canvas.put(each, x, y, width) - gap
            fresh = False
            continue
        parts = list(each.split(width, y - bottom))
        if len(parts) > 1:
            y = canvas.put(parts[0], x, y, width)
            waiting[:0] = parts[1:]
        elif fresh:
            y = canvas.put(each, x, y, width) - gap
            fresh = False
            continue
        else:
            waiting.insert(0, each)
        y, fresh = next_page(), True
    return y


def scaled(style: Style, factor: float) -> Style:
    """The style in another size."""
    return replace(style, size=style.size * factor, leading=style.leading * factor)


def passages(setter: Typesetter, texts: Sequence[str], style: Style) -> list[Passage]:
    """One passage per text."""
    return [setter.text(text, style) for text in texts]
