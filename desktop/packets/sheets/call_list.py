"""Paints a call list: days as groups, under every call-back boxes to tick and a line to write on; black on white."""

from __future__ import annotations

from datetime import datetime

from desktop.packets.paragraphs import Style
from desktop.packets.sheets.listing import Listing
from desktop.packets.sheets.page import SheetCanvas, SheetPdf
from desktop.packets.tables import CELL, CELL_HEAD, Cell, Grid, Row
from models.kinds import PacketLanguage, Paper
from models.rules.sheet_calls import CallGroup, CallLine, CallSheet

# Time, tier, buyer, phone, channel, what to talk about.
_SHARES = (0.13, 0.075, 0.19, 0.155, 0.12, 0.33)
_HEAD = 0.715
# The part of a line that the boxes take, the rest being for notes; both languages take two lines.
_BOXES = {PacketLanguage.ZH: 0.5, PacketLanguage.EN: 0.7, PacketLanguage.BOTH: 0.66}
_WRITE = Style(size=9, leading=19)
_NARROW = Style(size=9, leading=16)
_HARD_SPACE = "\u00a0"


def paint_calls(content: CallSheet, paper: Paper, now: datetime) -> SheetPdf:
    """The list, on as many pages as its lines need: painted twice, so that every page says how many there are."""
    return _painted(content, paper, now, _painted(content, paper, now, 0).pages)


def _painted(content: CallSheet, paper: Paper, now: datetime, pages: int) -> SheetPdf:
    listing = Listing(content, paper, pages, _HEAD)
    if content.filters:
        listing.small(content.filters)
    listing.space(6)
    for group in content.groups:
        listing.group(group.title, _grid(listing.canvas, content, group, listing.width))
    listing.foot()
    return listing.canvas.finish(f"{content.title} {content.span}", "", now)


def _grid(canvas: SheetCanvas, content: CallSheet, group: CallGroup, width: float) -> Grid:
    setter = canvas.setter
    widths = tuple(width * share for share in _SHARES)
    head = Row(tuple(Cell(setter.text(text, CELL_HEAD), shaded=True) for text in content.heads), widths)
    language = content.phrases.language
    below = (width * _BOXES[language], width * (1 - _BOXES[language]))
    # A box stays with its word.
    every = [box.replace(" ", _HARD_SPACE) for box in content.boxes]
    lines = [every[:3], every[3:]] if language is PacketLanguage.BOTH else [every]
    boxes = "\n".join("　".join(each) for each in lines)
    # The room after the word is for writing.
    note = f"{content.minutes}　{content.note}".replace(" ", _HARD_SPACE)
    write = _NARROW if language is PacketLanguage.BOTH else _WRITE
    rows: list[Row] = []
    for line in group.lines:
        rows.append(Row(tuple(Cell(setter.text(text, style)) for text, style in _cells(line)), widths))
        rows.append(Row((Cell(setter.text(boxes, write)), Cell(setter.text(note, write))), below, joined=True))
    return Grid(rows, head, setter.room)


def _cells(line: CallLine) -> tuple[tuple[str, Style], ...]:
    when = f"{line.time}\n{line.under}" if line.under else line.time
    return (
        (when, CELL), (line.tier, CELL_HEAD), (line.buyer, CELL), (line.phone, CELL), (line.channel, CELL),
        (line.topic, CELL),
    )  # fmt: skip
