"""Makes draft orders from the rows of one order file, whether an order takes one row or several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import cast

from desktop.importers import cells as cell
from desktop.importers.amounts import MOST
from desktop.importers.draft import DraftLine, DraftOrder
from desktop.importers.headings import HeaderMatch
from desktop.importers.problem_list import ProblemList
from desktop.importers.row_cells import RowCells, Value
from desktop.importers.statuses import Statuses
from models.kinds import OrderStatus, Platform
from models.money import exponent

_FULL_WIDTH_COMMA = "，"
_COMPARED = ("total", "paid", "created_at", "buyer_nick")


def line_from(values: Mapping[str, Value]) -> DraftLine | None:
    """The item of a row, or None where the row names none."""
    title, sku = str(values.get("item_title", "")), str(values.get("sku", ""))
    if not title and not sku:
        return None
    quantity = cast(int, values.get("quantity", 1))
    price = cast("int | None", values.get("unit_price"))
    whole = cast("int | None", values.get("line_total"))
    if price is None and whole is not None and quantity and whole % quantity == 0:
        price = whole // quantity
    return DraftLine(
        item_title=title,
        sku=sku,
        variant=str(values.get("variant", "")),
        quantity=quantity,
        unit_price=price,
        external_id=str(values.get("external_id", "")),
    )


class _Pending:
    """An order some rows of which have been read."""

    __slots__ = ("currency", "lines", "refused", "rows", "told", "values", "zone")

    def __init__(self, currency: str, zone: str) -> None:
        self.currency = currency
        self.zone = zone
        self.values: dict[str, Value] = {}
        self.lines: list[DraftLine] = []
        self.rows: list[int] = []
        self.refused = False
        self.told = False


class OrderRows:
    """Takes the rows of one file in turn and gives its orders at the end."""

    def __init__(
        self,
        match: HeaderMatch,
        platform: Platform,
        cells: RowCells,
        file: str,
        zone: str,
        currency: str,
        problems: ProblemList,
    ) -> None:
        self._match = match
        self._platform = platform
        self._cells = cells
        self._file = file
        self._zone = zone
        self._currency = currency
        self._problems = problems
        self._statuses = Statuses(match.profile)
        self._sheet = match.sheet
        self._ready: dict[str, DraftOrder] = {}
        self._pending: dict[str, _Pending] = {}
        self._present = ""
        self._strange_statuses: set[str] = set()
        self.refused_numbers: set[str] = set()

    def take(self, row: int, number: str, cells: list[str]) -> None:
        """Read one row of that order."""
        if self._sheet.row_per_order:
            self._take_whole(row, number, cells)
        else:
            self._take_part(row, number, cells)

    def refuse(self, number: str) -> None:
        """An order of which a row could not be read does not go in by halves."""
        self.refused_numbers.add(number)

    def finish(self) -> dict[str, DraftOrder]:
        """The orders by number; the good rows of a refused order are listed with it."""
        for number in list(self._pending):
            pending = self._pending.pop(number)
            if pending.refused or number in self.refused_numbers:
                self.refused_numbers.add(number)
                for row in pending.rows:
                    self._refuse_with_order(row, number)
                continue
            self._ready[number] = self._order(
                number, pending.values, tuple(pending.lines), tuple(pending.rows), pending.currency, pending.zone
            )
        return self._ready

    def _refuse_with_order(self, row: int, number: str) -> None:
        if not self._problems.refused(self._file, row):
            self._problems.error(self._file, row, self._cells.number_heading(), "order_refused", number)

    def _take_whole(self, row: int, number: str, cells: list[str]) -> None:
        currency = self._cells.currency(cells) or self._currency
        values, good = self._cells.order_fields(row, cells, exponent(currency))
        if not good:
            self.refused_numbers.add(number)
            return
        order = self._order(number, values, (), (row,), currency, self._zone)
        before = self._ready.get(number)
        if before is None:
            self._ready[number] = order
        elif replace(order, rows=before.rows) == before:
            self._ready[number] = replace(before, rows=(*before.rows, row))
            self._problems.warning(self._file, row, self._cells.number_heading(), "duplicate_row", number)
        else:
            self._problems.error(self._file, row, self._cells.number_heading(), "duplicate_number", number)

    def _take_part(self, row: int, number: str, cells: list[str]) -> None:
        pending = self._pending.get(number)
        if pending is not None and self._sheet.contiguous and number != self._present:
            self._problems.error(self._file, row, self._cells.number_heading(), "duplicate_number", number)
            return
        self._present = number
        if pending is None:
            zone = self._cells.offset(cells) or self._zone
            pending = self._pending[number] = _Pending(self._cells.currency(cells) or self._currency, zone)
        pending.rows.append(row)
        places = exponent(pending.currency)
        values, good = self._cells.order_fields(row, cells, places)
        line_values, line_good = self._cells.line_fields(row, cells, places)
        if not (good and line_good):
            pending.refused = True
            return
        self._merge(pending, values, row)
        line = line_from(line_values)
        if line is not None:
            pending.lines.append(line)

    def _merge(self, pending: _Pending, values: dict[str, Value], row: int) -> None:
        held = pending.values
        for field, value in values.items():
            if field not in held:
                held[field] = value
            elif field in self._sheet.summed:
                summed = cast(int, held[field]) + cast(int, value)
                held[field] = min(summed, MOST)
                if summed > MOST and not pending.refused:
                    pending.refused = True
                    self._problems.error(self._file, row, field, "amount_too_large", str(value))
            elif field in _COMPARED and held[field] != value and not pending.told:
                pending.told = True
                self._problems.warning(self._file, row, field, "order_cells_differ", str(value))

    def _order(
        self,
        number: str,
        values: Mapping[str, Value],
        lines: tuple[DraftLine, ...],
        rows: tuple[int, ...],
        currency: str,
        zone: str,
    ) -> DraftOrder:
        status, status_text = self._statuses.read(values)
        if status is OrderStatus.UNKNOWN and status_text and status_text not in self._strange_statuses:
            self._strange_statuses.add(status_text)
            self._problems.warning(self._file, rows[0], "", "unknown_status", status_text)
        if cell.looks_rounded(number):
            self._problems.warning(self._file, rows[0], self._cells.number_heading(), "number_maybe_rounded", number)
        parcels, beside = cell.parcels(str(values["parcels"])) if "parcels" in values else ((), "")
        return DraftOrder(
            platform=self._platform,
            number=number,
            shop_name=_text(values, "shop_name"),
            buyer_nick=_text(values, "buyer_nick"),
            buyer_name=_text(values, "buyer_name"),
            buyer_phone=_text(values, "buyer_phone"),
            buyer_email=_text(values, "buyer_email"),
            status_text=status_text,
            status=status,
            created_at=_time(values, "created_at"),
            paid_at=_time(values, "paid_at"),
            shipped_at=_time(values, "shipped_at"),
            confirmed_at=_time(values, "confirmed_at"),
            closed_at=_time(values, "closed_at"),
            zone=zone,
            currency=currency,
            goods_amount=_amount(values, "goods_amount"),
            freight=_amount(values, "freight"),
            discount=_amount(values, "discount"),
            total=_amount(values, "total"),
            paid=_paid(values),
            refunded=_amount(values, "refunded"),
            address=_text(values, "address"),
            country=_text(values, "country"),
            carrier=_text(values, "carrier") or beside,
            tracking_numbers=parcels,
            buyer_note=_text(values, "buyer_note"),
            shop_note=_text(values, "shop_note"),
            lines=lines or self._title_lines(values, rows[0]),
            file=self._file,
            rows=rows,
        )

    def _title_lines(self, values: Mapping[str, Value], row: int) -> tuple[DraftLine, ...]:
        """The items of an order list that only joins their titles; one line if it cannot be parted with certainty."""
        titles = _text(values, "titles")
        if not titles:
            return ()
        kinds, total = _amount(values, "title_count"), _amount(values, "total_quantity")
        parts = [part.strip() for part in titles.split(_FULL_WIDTH_COMMA)]
        if len(parts) > 1 and kinds == len(parts) and all(parts):
            if total is not None and total != len(parts):
                self._problems.warning(self._file, row, "", "quantities_unknown", titles)
            return tuple(DraftLine(part) for part in parts)
        return (DraftLine(titles, variant=_text(values, "titles_variant"), quantity=1 if total is None else total),)


def _text(values: Mapping[str, Value], field: str) -> str:
    return cast(str, values.get(field, ""))


def _time(values: Mapping[str, Value], field: str) -> datetime | None:
    return cast("datetime | None", values.get(field))


def _amount(values: Mapping[str, Value], field: str) -> int | None:
    return cast("int | None", values.get(field))


def _paid(values: Mapping[str, Value]) -> int | None:
    """What was paid; Shopify says what is still outstanding instead."""
    paid, total, outstanding = (_amount(values, field) for field in ("paid", "total", "outstanding"))
    if paid is None and total is not None and outstanding is not None and 0 <= outstanding <= total:
        return total - outstanding
    return paid
