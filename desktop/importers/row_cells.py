"""Turns the cells of one row into typed fields, by the headings above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.importers import cells as cell
from desktop.importers.amounts import minor_units
from desktop.importers.headings import HeaderMatch
from desktop.importers.moments import Moments
from desktop.importers.problem_list import ProblemList
from desktop.importers.profiles import AMOUNT_FIELDS, COUNT_FIELDS, LINE_AMOUNT_FIELDS, LINE_FIELDS, TIME_FIELDS
from desktop.importers.refusals import CellFault

Value = str | int | datetime

# without these an order would be wrong rather than incomplete: its rows are refused
_DECISIVE = frozenset({"total", "paid", "refunded", "created_at", "quantity", "unit_price", "line_total"})
_UNSIGNED = frozenset({"discount", "refunded"})
_SIGNED = frozenset({"outstanding"})
_NOTES = frozenset({"buyer_note", "shop_note"})
_IDENTIFIERS = frozenset({"sku", "external_id"})
_REPEATING = frozenset({"shop_name", "status_text", "address", "country", "carrier", "item_title", "variant", "sku"})
_SHARED_TEXTS = 20_000


@dataclass(frozen=True, slots=True)
class _Column:
    field: str
    indexes: tuple[int, ...]
    read: Callable[[str], Value]
    text: bool
    limit: int


class RowCells:
    """Reads the rows of one file; what cannot be read goes to the list of problems."""

    def __init__(self, match: HeaderMatch, moments: Moments, file: str, problems: ProblemList) -> None:
        self._match = match
        self._file = file
        self._problems = problems
        self._moments = moments
        self._texts: dict[str, str] = {}
        self._number = match.columns["number"]
        self._currency = match.columns.get("currency", ())
        self._order: list[_Column] = []
        self._order_amounts: list[tuple[str, tuple[int, ...]]] = []
        self._line: list[_Column] = []
        self._line_amounts: list[tuple[str, tuple[int, ...]]] = []
        for field, indexes in match.columns.items():
            self._plan(field, indexes)
        joined = match.sheet.joined
        self._joined = [
            (field, match.columns[field], joined[field].separator) for field in joined if field in match.columns
        ]

    def _plan(self, field: str, indexes: tuple[int, ...]) -> None:
        if field in ("number", "currency") or field in self._match.sheet.joined:
            return
        if field in AMOUNT_FIELDS:
            self._order_amounts.append((field, indexes))
        elif field in LINE_AMOUNT_FIELDS:
            self._line_amounts.append((field, indexes))
        else:
            columns = self._line if field in LINE_FIELDS else self._order
            columns.append(self._column(field, indexes))

    def _column(self, field: str, indexes: tuple[int, ...]) -> _Column:
        if field in TIME_FIELDS:
            return _Column(field, indexes, self._moments.read, text=False, limit=0)
        if field in COUNT_FIELDS:
            return _Column(field, indexes, cell.count, text=False, limit=0)
        if field in _NOTES:
            return _Column(field, indexes, cell.note, text=True, limit=cell.NOTE_CHARACTERS)
        read: Callable[[str], Value] = cell.words
        if field in _IDENTIFIERS:
            read = cell.bare
        elif field == "buyer_phone":
            read = cell.phone
        elif field == "address":
            read = self._address
        elif field in _REPEATING:
            read = self._shared
        return _Column(field, indexes, read, text=True, limit=cell.TEXT_CHARACTERS)

    def number(self, cells: Sequence[str]) -> str:
        """The row's order number. CellFault as `cells.order_number`, or missing_number."""
        text, _ = _first(cells, self._number)
        if not text:
            raise CellFault("missing_number")
        return cell.order_number(text)

    def currency(self, cells: Sequence[str]) -> str:
        """The row's currency; empty when the file does not say."""
        text, _ = _first(cells, self._currency) if self._currency else ("", 0)
        return text.upper() if len(text) == 3 and text.isascii() and text.isalpha() else ""

    def offset(self, cells: Sequence[str]) -> str:
        """The time zone offset written in the row's order time; empty when there is none."""
        text, _ = _first(cells, self._match.columns.get("created_at", ()))
        return self._moments.offset_of(text)

    def order_fields(self, row: int, cells: Sequence[str], exponent: int) -> tuple[dict[str, Value], bool]:
        """The fields that hold for the whole order, and whether the row may go in."""
        values, good = self._read(self._order, row, cells)
        good = self._read_amounts(self._order_amounts, row, cells, exponent, values) and good
        for field, indexes, separator in self._joined:
            parts = [text for index in indexes if (text := _first(cells, (index,))[0])]
            if parts:
                values[field] = self._address(separator.join(parts))
        return values, good

    def line_fields(self, row: int, cells: Sequence[str], exponent: int) -> tuple[dict[str, Value], bool]:
        """The fields of the item in the row, and whether the row may go in."""
        values, good = self._read(self._line, row, cells)
        good = self._read_amounts(self._line_amounts, row, cells, exponent, values) and good
        return values, good

    def heading(self, index: int) -> str:
        """The heading over a column."""
        headings = self._match.headings
        return headings[index] if index < len(headings) else ""

    def number_heading(self) -> str:
        """The heading over the order numbers."""
        return self.heading(self._number[0])

    def number_text(self, cells: Sequence[str]) -> str:
        """What stands where the order number should be."""
        return next((cells[index] for index in self._number if index < len(cells)), "")

    def _read(self, columns: list[_Column], row: int, cells: Sequence[str]) -> tuple[dict[str, Value], bool]:
        values: dict[str, Value] = {}
        good = True
        for column in columns:
            text, index = _first(cells, column.indexes)
            if not text:
                continue
            try:
                values[column.field] = column.read(text)
            except CellFault as fault:
                good = self._fault(column.field, row, index, fault.code, text) and good
            if column.text and (len(text) > column.limit or "\x00" in text):
                code = "text_cut" if len(text) > column.limit else "nul_removed"
                self._problems.warning(self._file, row, self.heading(index), code, text)
        return values, good

    def _read_amounts(
        self,
        columns: list[tuple[str, tuple[int, ...]]],
        row: int,
        cells: Sequence[str],
        exponent: int,
        values: dict[str, Value],
    ) -> bool:
        good = True
        for field, indexes in columns:
            text, index = _first(cells, indexes)
            if not text:
                continue
            try:
                amount = minor_units(text, exponent)
                if amount < 0 and field not in _SIGNED:
                    if field not in _UNSIGNED:
                        raise CellFault("negative_amount")
                    amount = -amount
                values[field] = amount
            except CellFault as fault:
                good = self._fault(field, row, index, fault.code, text) and good
        return good

    def _fault(self, field: str, row: int, index: int, code: str, text: str) -> bool:
        decisive = field in _DECISIVE
        tell = self._problems.error if decisive else self._problems.warning
        tell(self._file, row, self.heading(index), code, text)
        return not decisive

    def _shared(self, text: str) -> str:
        found = self._texts.get(text)
        if found is None:
            found = cell.words(text)
            if len(self._texts) < _SHARED_TEXTS:
                self._texts[text] = found
        return found

    def _address(self, text: str) -> str:
        found = self._texts.get(text)
        if found is None:
            found = cell.address(text)
            if len(self._texts) < _SHARED_TEXTS:
                self._texts[text] = found
        return found


def _first(cells: Sequence[str], indexes: tuple[int, ...]) -> tuple[str, int]:
    """The first cell of these with something in it, and where it stands."""
    width = len(cells)
    for index in indexes:
        if index < width:
            text = cell.plain(cells[index])
            if text:
                return text, index
    return "", indexes[0] if indexes else 0
