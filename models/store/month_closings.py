"""Months of registers that were closed: the closing in force, and every one there was."""

from __future__ import annotations

from typing import Any

from models.errors import NotFound
from models.kinds import RegisterKind
from models.register_records import Month, MonthClosing
from models.store.connection import CaseDatabase
from models.tables.register import MonthClosingTable


def read_closing(database: CaseDatabase, closing_id: int) -> MonthClosing:
    """One closing; NotFound `month_closing_not_found`."""
    found = _read(database, MonthClosingTable.id == closing_id)
    if not found:
        raise NotFound("month_closing_not_found", closing=closing_id)
    return found[0]


def find_closing(database: CaseDatabase, register: RegisterKind, month: Month, shop_id: int) -> MonthClosing | None:
    """The closing in force, None while the month is open."""
    found = _read(database, _of(register, month, shop_id) & MonthClosingTable.reopened_at.is_null())
    return found[0] if found else None


def list_closings(
    database: CaseDatabase, register: RegisterKind, month: Month, shop_id: int | None
) -> tuple[MonthClosing, ...]:
    """Every closing of a month, oldest first; of every shop with None."""
    return _read(database, _of(register, month, shop_id))


def closed_spans(database: CaseDatabase, register: RegisterKind) -> tuple[tuple[int, int, int], ...]:
    """What is closed of a register: shop, first moment and end, in milliseconds."""
    rows = database.execute_sql(
        "SELECT shop_id, starts_at, ends_at FROM month_closing WHERE register = ? AND reopened_at IS NULL",
        (register.value,),
    )
    return tuple((int(row[0]), int(row[1]), int(row[2])) for row in rows)


def _of(register: RegisterKind, month: Month, shop_id: int | None) -> Any:
    found = (MonthClosingTable.register == register) & (MonthClosingTable.month == str(month))
    return found if shop_id is None else found & (MonthClosingTable.shop_id == shop_id)


def _read(database: CaseDatabase, condition: Any) -> tuple[MonthClosing, ...]:
    query = MonthClosingTable.select().where(condition).order_by(MonthClosingTable.id)
    return tuple(_record(row) for row in query.dicts().execute(database))


def _record(row: dict[str, Any]) -> MonthClosing:
    year, month = row["month"].split("-")
    told = {name: value for name, value in row.items() if name not in ("starts_at", "ends_at")}
    return MonthClosing(**{**told, "month": Month(int(year), int(month))})
