"""Months of registers that were closed: the closing in force, and every one there was."""

from __future__ import annotations

from typing import Any

from models.errors import NotFound
from models.kinds import RegisterKind
from models.register_records import Month, MonthClosing
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.register import MonthClosingTable

_ONE = WholeRows(MonthClosingTable, "id = ?")
_IN_FORCE = WholeRows(MonthClosingTable, "register = ? AND month = ? AND shop_id = ? AND reopened_at IS NULL")
_OF_SHOP = WholeRows(MonthClosingTable, "register = ? AND month = ? AND shop_id = ? ORDER BY id")
_OF_ALL = WholeRows(MonthClosingTable, "register = ? AND month = ? ORDER BY id")


def read_closing(database: CaseDatabase, closing_id: int) -> MonthClosing:
    """One closing; NotFound `month_closing_not_found`."""
    row = _ONE.first(database, closing_id)
    if row is None:
        raise NotFound("month_closing_not_found", closing=closing_id)
    return _record(row)


def find_closing(database: CaseDatabase, register: RegisterKind, month: Month, shop_id: int) -> MonthClosing | None:
    """The closing in force, None while the month is open."""
    row = _IN_FORCE.first(database, register.value, str(month), shop_id)
    return _record(row) if row is not None else None


def list_closings(
    database: CaseDatabase, register: RegisterKind, month: Month, shop_id: int | None
) -> tuple[MonthClosing, ...]:
    """Every closing of a month, oldest first; of every shop with None."""
    rows = (
        _OF_ALL.read(database, register.value, str(month))
        if shop_id is None
        else _OF_SHOP.read(database, register.value, str(month), shop_id)
    )
    return tuple(_record(row) for row in rows)


def closed_spans(database: CaseDatabase, register: RegisterKind) -> tuple[tuple[int, int, int], ...]:
    """What is closed of a register: shop, first moment and end, in milliseconds."""
    rows = database.execute_sql(
        "SELECT shop_id, starts_at, ends_at FROM month_closing WHERE register = ? AND reopened_at IS NULL",
        (register.value,),
    )
    return tuple((int(row[0]), int(row[1]), int(row[2])) for row in rows)


def _record(row: dict[str, Any]) -> MonthClosing:
    year, month = row["month"].split("-")
    told = {name: value for name, value in row.items() if name not in ("starts_at", "ends_at")}
    return MonthClosing(**{**told, "month": Month(int(year), int(month))})
