"""Puts right a row that an unquoted delimiter made longer than its header, if there is only one way to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.importers import cells as cell
from desktop.importers.amounts import minor_units
from desktop.importers.headings import HeaderMatch
from desktop.importers.moments import Moments
from desktop.importers.profiles import AMOUNT_FIELDS, COUNT_FIELDS, LINE_AMOUNT_FIELDS, TIME_FIELDS, heading_key
from desktop.importers.refusals import CellFault

_WIDEST = 300
_ATTEMPTS = 2_000
_MOST_DECIMALS = 3


class RowRepair:
    """Tries to join the cells an unquoted delimiter parted, column by column.

    A way counts only if every date, amount, count and order number then reads. Several ways: the one at a column
    known for bare commas is taken, otherwise none.
    """

    def __init__(self, match: HeaderMatch, moments: Moments, delimiter: str) -> None:
        self._delimiter = delimiter
        self._width = len(match.headings)
        self._left = _ATTEMPTS
        self._checks: dict[int, Callable[[str], object]] = {}
        for field, indexes in match.columns.items():
            check = _check_for(field, moments)
            if check is not None:
                self._checks.update(dict.fromkeys(indexes, check))
        self._prone = {
            index for index, heading in enumerate(match.headings) if heading_key(heading) in match.sheet.comma_columns
        }

    def join(self, cells: Sequence[str]) -> list[str] | None:
        """The row with as many cells as there are headings, or None if that is not certain."""
        extra = len(cells) - self._width
        if extra <= 0 or self._width > _WIDEST or self._left <= 0:
            return None
        self._left -= 1
        ways: dict[int, list[str]] = {}
        for place in range(self._width):
            if place in self._checks:
                continue
            joined = self._delimiter.join(cells[place : place + extra + 1])
            way = [*cells[:place], joined, *cells[place + extra + 1 :]]
            if self._reads(way):
                ways[place] = way
        if len(ways) > 1:
            ways = {place: way for place, way in ways.items() if place in self._prone}
        return next(iter(ways.values())) if len(ways) == 1 else None

    def _reads(self, cells: list[str]) -> bool:
        for index, check in self._checks.items():
            text = cell.plain(cells[index])
            if text:
                try:
                    check(text)
                except CellFault:
                    return False
        return True


def _check_for(field: str, moments: Moments) -> Callable[[str], object] | None:
    if field == "number":
        return cell.order_number
    if field in TIME_FIELDS:
        return moments.read
    if field in COUNT_FIELDS:
        return cell.count
    if field in AMOUNT_FIELDS or field in LINE_AMOUNT_FIELDS:
        return lambda text: minor_units(text, _MOST_DECIMALS)
    return None
