"""Paints hand-over sheets and lists of steps: titled groups of lines as tables, black on white."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.packets.paragraphs import GREY, Style
from desktop.packets.platypus import Flowable
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, SheetPdf, flow
from desktop.packets.tables import CELL, CELL_HEAD, Cell, Grid, Row
from models.kinds import Paper
from models.rules.sheet_hand_over import DutyGroup, DutySheet

_SIDE, _TOP, _FOOT = 14 * MM, 13 * MM, 15 * MM
_TITLE = Style(size=15, leading=21, bold=True)
_SPAN = Style(size=11, leading=21, align="right")
_SMALL = Style(size=9, leading=14, colour=GREY)
_MADE = replace(_SMALL, align="right")
_GROUP = Style(size=10.5, leading=16, bold=True)
_SIGNED = Style(size=10, leading=20)
_PAGE = Style(size=8, leading=11, colour=GREY)
_HEAD = 0.66
_ROOM_TAKEN = 40.0


def paint_duties(content: DutySheet, paper: Paper, now: datetime) -> SheetPdf:
    """The sheet, on as many pages as its lines need: painted twice, so that every page says how many there are."""
    return _painted(content, paper, now, _painted(content, paper, now, 0).pages)


def _painted(content: DutySheet, paper: Paper, now: datetime, pages: int) -> SheetPdf:
    canvas = SheetCanvas(*SIZES_MM[paper], content.phrases.language)
    setter, width = canvas.setter, canvas.width - 2 * _SIDE
    bottom = _FOOT + 8
    setter.room = canvas.height - _TOP - bottom - _ROOM_TAKEN

    def foot() -> None:
        words = content.phrases.say("page_of", page=canvas.pages, pages=pages)
        canvas.put(setter.text(content.foot, _PAGE), _SIDE, _FOOT - 2, width * 0.54)
        place = setter.text(f"{content.span}　{words}", replace(_PAGE, align="right"))
        canvas.put(place, _SIDE + width * 0.56, _FOOT - 2, width * 0.44)

    def next_page() -> float:
        foot()
        canvas.next_page()
        return canvas.height - _TOP

    half = width * 0.5
    top = canvas.height - _TOP
    y = min(
        canvas.put(setter.text(content.title, _TITLE), _SIDE, top, half),
        canvas.put(setter.text(content.span, _SPAN), _SIDE + half, top, half),
    )
    y = min(
        canvas.put(setter.text(content.sums, _SMALL), _SIDE, y, width * _HEAD),
        canvas.put(setter.text(content.made, _MADE), _SIDE + width * _HEAD, y, width * (1 - _HEAD)),
    )
    y -= 6
    for group in content.groups:
        grid = _grid(canvas, content, group, width)
        heading = setter.text(group.title, _GROUP)
        _, high = heading.wrap(width, 0)
        if y - high - grid.begun() < bottom:
            y = next_page()
        y = canvas.put(heading, _SIDE, y, width) - 2
        stack: list[Flowable] = [grid]
        y = flow(canvas, stack, _SIDE, width, y, bottom, next_page, 8)
    if content.signed:
        signed = setter.text(content.signed, _SIGNED)
        _, high = signed.wrap(width, 0)
        if y - high - 8 < bottom:
            y = next_page()
        canvas.put(signed, _SIDE, y - 8, width)
    foot()
    return canvas.finish(f"{content.title} {content.span}", "", now)


def _grid(canvas: SheetCanvas, content: DutySheet, group: DutyGroup, width: float) -> Grid:
    setter = canvas.setter
    widths = tuple(width * share for share in content.shares)
    head = Row(tuple(Cell(setter.text(text, CELL_HEAD), shaded=True) for text in content.heads), widths)
    rows = [Row(tuple(Cell(setter.text(text, CELL)) for text in line), widths) for line in group.lines]
    return Grid(rows, head, setter.room)
