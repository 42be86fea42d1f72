"""Rows as a table for the clipboard: text with tabs, and HTML that Excel and Word take with its types."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from desktop.exporters.comma_file import plain_value
from desktop.exporters.inert import flat, inert
from desktop.exporters.sheet import Row, SheetColumn, Value
from models.money import Money

# Excel reads these styles: cells of text stay text, whatever they begin with.
_HEAD = (
    '<html><head><meta charset="utf-8"><style>'
    ".t{mso-number-format:'\\@';white-space:nowrap}"
    ".n{text-align:right}"
    ".d{mso-number-format:'yyyy\\-mm\\-dd hh\\:mm';white-space:nowrap}"
    "</style></head><body><table>"
)


def clipboard_table(columns: Sequence[SheetColumn], rows: Iterable[Row]) -> tuple[str, str]:
    """Text with tabs and the same as HTML; titles first, whole texts, none that can become a formula."""
    lines = ["\t".join(_plain(column.title) for column in columns)]
    marked = [_HEAD, "<tr>", *(f'<th class="t">{_escaped(column.title)}</th>' for column in columns), "</tr>"]
    for row in rows:
        lines.append("\t".join(map(_plain, row)))
        marked.append(f"<tr>{''.join(map(_marked, row))}</tr>")
    marked.append("</table></body></html>")
    return "\r\n".join(lines), "\n".join(marked)


def _plain(value: Value) -> str:
    return inert(flat(value)) if isinstance(value, str) else plain_value(value)


def _escaped(value: Value) -> str:
    return html.escape(_plain(value), quote=True)


def _marked(value: Value) -> str:
    if isinstance(value, Decimal | Money):
        return f'<td class="n">{plain_value(value)}</td>'
    return f'<td class="{"d" if isinstance(value, datetime) else "t"}">{_escaped(value)}</td>'
