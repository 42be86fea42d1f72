"""What every export is made from: columns of one kind each, and rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from models.errors import UserError
from models.money import Money

# None is an empty cell; moments are the shop's own time, without a zone, as spreadsheets keep them; Money is a number
# that is shown with its currency, whichever other currencies the column holds.
Value = str | Decimal | datetime | Money | None
Row = Sequence[Value]
Progress = Callable[[int, int], object]
TOLD_EVERY = 500


class ColumnKind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    AMOUNT = "amount"
    MOMENT = "moment"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, what its cells hold, its width in characters, decimal places of amounts."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 14
    places: int = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list to be written: `count` says how many rows are expected, for the progress; `totals` stand under them."""

    name: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Row]
    count: int
    totals: Sequence[Row] = ()


class ExportStopped(UserError):
    """Somebody pressed Stop; nothing was written."""

    def __init__(self) -> None:
        super().__init__("cancelled")


def silent(done: int, total: int) -> None:
    """Tells nobody how far it is."""


def never() -> bool:
    """Nobody stops it."""
    return False


def watched(sheet: Sheet, progress: Progress, cancelled: Callable[[], bool]) -> Iterable[Row]:
    """The rows, with progress told every 500 of them; ExportStopped as soon as somebody stops it."""
    for done, row in enumerate(sheet.rows):
        if done % TOLD_EVERY == 0:
            if cancelled():
                raise ExportStopped
            progress(done, sheet.count)
        yield row
    if cancelled():
        raise ExportStopped
    progress(sheet.count, sheet.count)
