"""Paints a call list: days as groups, under every call-back boxes to tick and a line to write on; black on white."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.packets.paragraphs import GREY, Style
from desktop.packets.platypus import Flowable
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, SheetPdf, flow
from desktop.packets.tables import CELL, CELL_HEAD, Cell, Grid, Row
from models.kinds import PacketLanguage, Paper
from models.rules.sheet_calls import CallGroup, CallLine, CallSheet

_SIDE, _TOP, _FOOT = 14 * MM, 13 * MM, 15 * MM
_TITLE = Style(size=15, leading=21, bold=True)
_SPAN = Style(size=11, leading=21, align="right")
_SMALL = Style(size=9, leading=14, colour=GREY)
_MADE = replace(_SMALL, align="right")
_GROUP = Style(size=10.5, leading=16, bold=True)
_PAGE = Style(size=8, leading=11, colour=GREY)
# Time, tier, buyer, phone, channel, what to talk about.
_SHARES = (0.13, 0.075, 0.19, 0.155, 0.12, 0.33)
_HEAD = 0.715
# The part of a line that the boxes take, the rest being for notes; both languages take two lines.
_BOXES = {PacketLanguage.ZH: 0.5, PacketLanguage.EN: 0.7, PacketLanguage.BOTH: 0.66}
_WRITE = Style(size=9, leading=19)
_NARROW = Style(size=9, leading=16)
_HARD_SPACE = "\u00a0"
_ROOM_TAKEN = 40.0


def paint_calls(content: CallSheet, paper: Paper, now: datetime) -> SheetPdf:
    """The list, on as many pages as its lines need: painted twice, so that every page says how many there are."""
    return _painted(content, paper, now, _painted(content, paper, now, 0).pages)


def _painted(content: CallSheet, paper: Paper, now: datetime, pages: int) -> SheetPdf:
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
    if content.filters:
        y = canvas.put(setter.text(content.filters, _SMALL), _SIDE, y, width)
    y -= 6
    for group in content.groups:
        grid = _grid(canvas, content, group, width)
        if group.title:
            heading = setter.text(group.title, _GROUP)
            _, high = heading.wrap(width, 0)
            if y - high - grid.begun() < bottom:
                y = next_page()
            y = canvas.put(heading, _SIDE, y, width) - 2
        stack: list[Flowable] = [grid]
        y = flow(canvas, stack, _SIDE, width, y, bottom, next_page, 8)
    foot()
    return canvas.finish(f"{content.title} {content.span}", "", now)


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
