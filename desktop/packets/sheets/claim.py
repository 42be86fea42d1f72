"""Paints a carrier claim sheet: head, a table whose head comes again on every page, sums, notes, places to sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.packets.paragraphs import GREY, Style
from desktop.packets.platypus import Flowable
from desktop.packets.sheets.page import MM, SIZES_MM, SheetCanvas, SheetPdf, flow, passages
from desktop.packets.tables import CELL, CELL_HEAD, Cell, Grid, Row
from models.kinds import Paper
from models.rules.sheet_claim import ClaimSheet

_SIDE, _TOP, _FOOT = 16 * MM, 14 * MM, 18 * MM
_TITLE = Style(size=15, leading=21, bold=True, align="center")
_UNDER = Style(size=9, leading=13, colour=GREY, align="center")
_LEFT, _RIGHT = Style(size=9.5, leading=15), Style(size=9.5, leading=15, align="right")
_NOTE = Style(size=9, leading=14)
_PAGE = Style(size=8, leading=11, colour=GREY, align="center")
_FILE_SHARES = (0.08, 0.25, 0.34, 0.13, 0.20)
_SIGN_ROOM = 22 * MM


def paint_claim(content: ClaimSheet, paper: Paper, now: datetime) -> SheetPdf:
    """The sheet, on as many pages as its lines need: painted twice, so that every page says how many there are."""
    return _painted(content, paper, now, _painted(content, paper, now, 0).pages)


def _painted(content: ClaimSheet, paper: Paper, now: datetime, pages: int) -> SheetPdf:
    canvas = SheetCanvas(*SIZES_MM[paper], content.phrases.language)
    setter, width = canvas.setter, canvas.width - 2 * _SIDE
    bottom = _FOOT + 8

    def foot() -> None:
        words = content.phrases.each("page_of", page=canvas.pages, pages=pages)
        canvas.put(setter.text(f"{content.number}　{words[0]}", _PAGE), _SIDE, _FOOT - 4, width)

    def next_page() -> float:
        foot()
        canvas.next_page()
        return canvas.height - _TOP

    y = canvas.put(setter.text(content.title, _TITLE), _SIDE, canvas.height - _TOP, width)
    under = "　".join(part for part in (content.period, content.number) if part)
    y = canvas.put(setter.text(under, _UNDER), _SIDE, y - 2, width) - 8
    half = width * 0.62
    y_left = canvas.put(setter.text(content.to, _LEFT), _SIDE, y, half)
    y_left = canvas.put(setter.text(content.sender, _LEFT), _SIDE, y_left, half)
    y_right = canvas.put(setter.text(content.made, _RIGHT), _SIDE + half, y, width - half)
    y = min(y_left, y_right) - 6
    stack: list[Flowable] = [_table(canvas, content, width)]
    y = flow(canvas, stack, _SIDE, width, y, bottom, next_page, 8)
    if content.files:
        y = flow(canvas, [_files(canvas, content, width)], _SIDE, width, y - 4, bottom, next_page, 8)
    notes = passages(setter, [f"{place}. {note}" for place, note in enumerate(content.notes, 1)], _NOTE)
    y = flow(canvas, notes, _SIDE, width, y - 2, bottom, next_page, 2)
    if y - _SIGN_ROOM < bottom:
        y = next_page()
    _sign(canvas, content, width, max(bottom + 6, min(y - _SIGN_ROOM, bottom + 40 * MM)))
    foot()
    return canvas.finish(f"{content.title} {content.number}", content.sender, now)


def _table(canvas: SheetCanvas, content: ClaimSheet, width: float) -> Grid:
    setter, table = canvas.setter, content.table
    widths = tuple(width * share for share in table.shares)
    styles = [replace(CELL, align={"l": "left", "c": "center", "r": "right"}[sign]) for sign in table.aligns]
    head = Row(
        tuple(
            Cell(setter.text(text, replace(CELL_HEAD, align=style.align)), shaded=True)
            for text, style in zip(table.heads, styles, strict=True)
        ),
        widths,
    )
    rows: list[Row] = []
    for texts in table.rows:
        cells = tuple(Cell(setter.text(text, style)) for text, style in zip(texts, styles, strict=True))
        rows.append(Row(cells, widths))
    behind = styles[table.label_span :]
    total = Row(
        (
            Cell(setter.text(table.label, CELL_HEAD), shaded=True),
            *(
                Cell(setter.text(text, replace(CELL_HEAD, align=style.align)), shaded=True)
                for text, style in zip(table.totals, behind, strict=True)
            ),
        ),
        (sum(widths[: table.label_span]), *widths[table.label_span :]),
        joined=bool(rows),
    )
    return Grid([*rows, total], head)


def _files(canvas: SheetCanvas, content: ClaimSheet, width: float) -> Grid:
    setter = canvas.setter
    widths = tuple(width * share for share in _FILE_SHARES)
    head = Row(tuple(Cell(setter.text(text, CELL_HEAD), shaded=True) for text in content.file_heads), widths)
    rows: list[Row] = []
    for texts in content.files:
        rows.append(Row(tuple(Cell(setter.text(text, CELL)) for text in texts), widths))
    return Grid(rows, head)


def _sign(canvas: SheetCanvas, content: ClaimSheet, width: float, y: float) -> None:
    gap = 8 * MM
    each = (width - gap) / 2
    for place in (0, 1):
        x = _SIDE + place * (each + gap)
        canvas.line(x, y, each, strong=True)
        canvas.put(canvas.setter.text(content.signs[2 * place], _NOTE), x, y - 3, each * 0.6)
        canvas.put(canvas.setter.text(content.signs[2 * place + 1], _NOTE), x + each * 0.62, y - 3, each * 0.38)
