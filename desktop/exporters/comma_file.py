"""Lists as CSV: UTF-8 with a byte order mark, lines ended by CR LF, amounts and times as plain text."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from desktop.exporters.inert import inert
from desktop.exporters.sheet import Progress, Sheet, Value, never, silent, watched
from desktop.exporters.whole_file import LOOSE, Parts, write_file
from models.money import Money


def plain_value(value: Value) -> str:
    """A value as text: `1168.00`, `2026-11-20 09:42`."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Money):
        return f"{value.amount:f}"
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value


def write_csv(
    path: Path, sheet: Sheet, *, progress: Progress = silent, cancelled: Callable[[], bool] = never,
    parts: Parts = LOOSE,
) -> None:  # fmt: skip
    """Write the sheet. A text that would begin a formula gets an apostrophe before it, so that it stays a text.

    Amounts may begin with a minus sign: they are numbers. Errors as of `write_file`, and ExportStopped.
    """

    def write(staged: Path) -> None:
        with staged.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\r\n")
            writer.writerow([inert(column.title) for column in sheet.columns])
            for row in watched(sheet, progress, cancelled):
                writer.writerow([_cell(value) for value in row])

    write_file(path, write, parts)


def _cell(value: Value) -> str:
    return inert(value.replace("\0", "")) if isinstance(value, str) else plain_value(value)
