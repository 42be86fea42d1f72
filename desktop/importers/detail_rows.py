"""Collects the items of orders from a detail file, which has one row for each and joins an order list by number."""

from __future__ import annotations

from desktop.importers.draft import DraftLine
from desktop.importers.order_rows import line_from
from desktop.importers.problem_list import ProblemList
from desktop.importers.row_cells import RowCells
from models.money import exponent


class DetailRows:
    """The items of one or several detail files by order number."""

    def __init__(self, problems: ProblemList) -> None:
        self._problems = problems
        self._lines: dict[str, list[DraftLine]] = {}
        self._rows: dict[str, list[tuple[str, int]]] = {}
        self._items: set[tuple[str, str]] = set()
        self._refused: set[str] = set()

    def take(self, file: str, row: int, number: str, cells: list[str], reader: RowCells, currency: str) -> None:
        """Read one row of that order."""
        self._rows.setdefault(number, []).append((file, row))
        values, good = reader.line_fields(row, cells, exponent(reader.currency(cells) or currency))
        if not good:
            self._refused.add(number)
            return
        line = line_from(values)
        if line is None:
            self._problems.error(file, row, reader.heading(0), "missing_item", number)
            self._refused.add(number)
        elif line.external_id and (number, line.external_id) in self._items:
            # the same item again, from overlapping exports
            self._problems.warning(file, row, reader.number_heading(), "duplicate_row", line.external_id)
        else:
            if line.external_id:
                self._items.add((number, line.external_id))
            self._lines.setdefault(number, []).append(line)

    def refuse(self, number: str) -> None:
        """An order of which a row could not be read keeps no items by halves."""
        self._refused.add(number)

    def finish(self, not_going_in: set[str]) -> dict[str, tuple[tuple[DraftLine, ...], tuple[tuple[str, int], ...]]]:
        """Items and rows by order number; rows of refused orders are listed."""
        for number in self._refused | not_going_in:
            for file, row in self._rows.pop(number, ()):
                if not self._problems.refused(file, row):
                    self._problems.error(file, row, "", "order_refused", number)
            self._lines.pop(number, None)
        return {number: (tuple(lines), tuple(self._rows.get(number, ()))) for number, lines in self._lines.items()}
