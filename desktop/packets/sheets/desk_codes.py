"""Paints the sheet of codes a receiving desk scans in place of keys: one code each with its words, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.packets.paragraphs import GREY, Style
from desktop.packets.sheets.codes import bars_width, draw_bars
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, SheetPdf
from models.kinds import PacketLanguage, Paper

_SIDE, _TOP, _FOOT = 16 * MM, 15 * MM, 14 * MM
_ACROSS = 2
_BARS_HIGH = 13 * MM
_TITLE = Style(size=17, leading=23, bold=True)
_HINT = Style(size=9.5, leading=14, colour=GREY)
_WORDS = Style(size=14, leading=18, bold=True)
_CODE = Style(size=9, leading=12, colour=GREY)


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code as it is scanned, and what it does."""

    code: str
    words: str


def paint_desk_codes(
    title: str, hint: str, lines: Sequence[CodeLine], paper: Paper, language: PacketLanguage, now: datetime
) -> SheetPdf:
    """All codes on one page, two in a row, each apart from the next so that a scanner takes only one."""
    canvas = SheetCanvas(*SIZES_MM[paper], language)
    setter, width = canvas.setter, canvas.width - 2 * _SIDE
    y = canvas.put(setter.text(title, _TITLE), _SIDE, canvas.height - _TOP, width)
    y = canvas.put(setter.text(hint, _HINT), _SIDE, y, width) - 8 * MM
    rows = -(-len(lines) // _ACROSS)
    high = (y - _FOOT) / max(rows, 1)
    wide = width / _ACROSS
    for place, each in enumerate(lines):
        left, top = _SIDE + place % _ACROSS * wide, y - place // _ACROSS * high
        canvas.put(setter.text(each.words, _WORDS), left, top, wide - 6 * MM)
        room = min(wide - 6 * MM, 70 * MM)
        if bars_width(each.code, room):
            draw_bars(canvas, each.code, left, top - 21 - _BARS_HIGH, room, _BARS_HIGH)
        canvas.put(setter.text(each.code, _CODE), left, top - 23 - _BARS_HIGH, wide - 6 * MM)
    return canvas.finish(title, "", now)
