"""Paints a quality report: facts, the cases, their photos with captions, and places to sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from desktop.packets.figures import GAP, Picture, Tile, TileRow
from desktop.packets.jpeg import Jpeg, clean_jpeg
from desktop.packets.paragraphs import GREY, Style
from desktop.packets.platypus import Flowable
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, SheetPdf, flow, passages
from desktop.packets.tables import labelled, table
from desktop.packets.values import NoPreview, PictureBytes
from models.kinds import Paper
from models.records import Evidence
from models.rules.sheet_quality import QualityPaper

_SIDE, _TOP, _FOOT = 16 * MM, 14 * MM, 16 * MM
_TITLE = Style(size=15, leading=21, bold=True, align="center")
_UNDER = Style(size=9, leading=13, colour=GREY, align="center")
_LINE = Style(size=9.5, leading=15)
_HEADING = Style(size=11, leading=20, bold=True)
_NOTE = Style(size=9.5, leading=15)
_CAPTION = Style(size=8.5, leading=12)
_PAGE = Style(size=8, leading=11, colour=GREY, align="center")
_SHARES = (0.07, 0.21, 0.17, 0.23, 0.13, 0.1, 0.09)
_COLUMNS, _TALLEST, _SIGN_ROOM = 2, 92 * MM, 24 * MM
Fetch = Callable[[Evidence], PictureBytes | NoPreview]


def paint_quality(content: QualityPaper, fetch: Fetch, paper: Paper, now: datetime) -> SheetPdf:
    """The report; `fetch` gives a picture made of pixels alone, or says why there is none."""
    pictures: dict[str, Jpeg] = {}
    seen: list[Jpeg | str] = []
    for photo in content.photos:
        got = fetch(photo.evidence)
        if isinstance(got, NoPreview):
            seen.append(content.phrases.say("quality_unseen", reason=got.reason))
            continue
        jpeg = clean_jpeg(got.content)
        pictures[jpeg.digest] = jpeg
        seen.append(jpeg)
    pages = _painted(content, seen, None, paper, now, 0).pages
    return _painted(content, seen, pictures, paper, now, pages)


def _painted(
    content: QualityPaper, seen: list[Jpeg | str], pictures: Mapping[str, Jpeg] | None, paper: Paper, now: datetime,
    pages: int,
) -> SheetPdf:  # fmt: skip
    canvas = SheetCanvas(*SIZES_MM[paper], content.phrases.language)
    setter, width, bottom = canvas.setter, canvas.width - 2 * _SIDE, _FOOT + 10
    setter.room = canvas.height - _TOP - bottom - 40

    def next_page() -> float:
        foot()
        canvas.next_page()
        return canvas.height - _TOP

    def foot() -> None:
        words = content.phrases.each("page_of", page=canvas.pages, pages=pages)
        canvas.put(setter.text(f"{content.title}　{words[0]}", _PAGE), _SIDE, _FOOT - 2, width)

    y = canvas.put(setter.text(content.title, _TITLE), _SIDE, canvas.height - _TOP, width)
    y = canvas.put(setter.text(content.made, _UNDER), _SIDE, y, width) - 6
    for text in (content.to, content.sender):
        y = canvas.put(setter.text(text, _LINE), _SIDE, y, width)
    shares = tuple(width * share for share in _SHARES)
    stack: list[Flowable] = [
        labelled(setter, content.facts, 32 * MM, width),
        table(setter, content.cases.heads, content.cases.rows, shares, content.cases.aligns),
    ]
    y = flow(canvas, stack, _SIDE, width, y - 6, bottom, next_page, 10)
    y = flow(canvas, [*passages(setter, content.notes, _NOTE)], _SIDE, width, y, bottom, next_page, 3)
    rows = _rows(canvas, content, seen, width)
    if rows:
        heading = setter.text(content.phrases.say("quality_photos"), _HEADING)
        if y - 20 - rows[0].wrap(width, 0)[1] < bottom:
            y = next_page()
        y = canvas.put(heading, _SIDE, y - 4, width) - 2
        y = flow(canvas, rows, _SIDE, width, y, bottom, next_page, 10)
    if y - _SIGN_ROOM < bottom:
        y = next_page()
    _sign(canvas, content, width, max(bottom + 16, y - _SIGN_ROOM + 14))
    foot()
    return canvas.finish(content.title, "", now, pictures)


def _rows(canvas: SheetCanvas, content: QualityPaper, seen: list[Jpeg | str], width: float) -> list[Flowable]:
    """Pictures two side by side, each as wide as its column; a reason stands where there is none."""
    setter = canvas.setter
    tiles: list[Tile] = []
    each = (width - GAP) / _COLUMNS
    for photo, shown in zip(content.photos, seen, strict=True):
        caption = setter.text(photo.caption, _CAPTION)
        if isinstance(shown, str):
            tiles.append(Tile(_Nothing(), (caption, setter.text(shown, replace(_CAPTION, colour=GREY)))))
            continue
        tiles.append(Tile(Picture(shown, most_height=_TALLEST, most_width=each, dpi=100), (caption,)))
    return [TileRow(tiles[start : start + _COLUMNS], _COLUMNS, width) for start in range(0, len(tiles), _COLUMNS)]


class _Nothing(Picture):
    """In place of a picture that cannot be shown."""

    def __init__(self) -> None:
        Flowable.__init__(self)
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Only its words stand there."""


def _sign(canvas: SheetCanvas, content: QualityPaper, width: float, y: float) -> None:
    gap = 8 * MM
    each = (width - gap) / 2
    for place in (0, 1):
        x = _SIDE + place * (each + gap)
        canvas.line(x, y, each, strong=True)
        canvas.put(canvas.setter.text(content.signs[2 * place], _NOTE), x, y - 3, each * 0.6)
        canvas.put(canvas.setter.text(content.signs[2 * place + 1], _NOTE), x + each * 0.62, y - 3, each * 0.38)
