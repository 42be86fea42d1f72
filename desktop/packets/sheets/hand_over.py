"""Paints hand-over sheets and lists of steps: titled groups of lines as tables, black on white."""

from __future__ import annotations

from datetime import datetime

from desktop.packets.paragraphs import Style
from desktop.packets.sheets.listing import Listing
from desktop.packets.sheets.page import SheetCanvas, SheetPdf
from desktop.packets.tables import CELL, CELL_HEAD, Cell, Grid, Row
from models.kinds import Paper
from models.rules.sheet_hand_over import DutyGroup, DutySheet

_SIGNED = Style(size=10, leading=20)
_HEAD = 0.66


def paint_duties(content: DutySheet, paper: Paper, now: datetime) -> SheetPdf:
    """The sheet, on as many pages as its lines need: painted twice, so that every page says how many there are."""
    return _painted(content, paper, now, _painted(content, paper, now, 0).pages)


def _painted(content: DutySheet, paper: Paper, now: datetime, pages: int) -> SheetPdf:
    listing = Listing(content, paper, pages, _HEAD)
    listing.space(6)
    for group in content.groups:
        listing.group(group.title, _grid(listing.canvas, content, group, listing.width))
    if content.signed:
        listing.last_line(content.signed, _SIGNED)
    listing.foot()
    return listing.canvas.finish(f"{content.title} {content.span}", "", now)


def _grid(canvas: SheetCanvas, content: DutySheet, group: DutyGroup, width: float) -> Grid:
    setter = canvas.setter
    widths = tuple(width * share for share in content.shares)
    head = Row(tuple(Cell(setter.text(text, CELL_HEAD), shaded=True) for text in content.heads), widths)
    rows = [Row(tuple(Cell(setter.text(text, CELL)) for text in line), widths) for line in group.lines]
    return Grid(rows, head, setter.room)
