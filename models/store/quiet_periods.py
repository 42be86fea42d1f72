"""Quiet days of shops and vacations of people, as rows that can be taken back."""

from __future__ import annotations

from typing import Any

from models.errors import NotFound
from models.rules.call_settings import QuietDays
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.store.whole_rows import WholeRows
from models.tables.call_back import QuietPeriodTable

_ALIVE = WholeRows(QuietPeriodTable, "deleted_at IS NULL ORDER BY first_on, last_on, id")
_ONE = WholeRows(QuietPeriodTable, "id = ? AND deleted_at IS NULL")


def list_quiet(database: CaseDatabase) -> tuple[QuietDays, ...]:
    """All that are kept, past ones too, by their first day."""
    return tuple(_days(row) for row in _ALIVE.read(database))


def find_quiet(database: CaseDatabase, period_id: int) -> QuietDays:
    """One period; NotFound if there is none."""
    row = _ONE.first(database, period_id)
    if row is None:
        raise NotFound("quiet_not_found", quiet=period_id)
    return _days(row)


def add_quiet(transaction: Transaction, days: QuietDays) -> int:
    """Keep a period; returns its id."""
    return transaction.insert("quiet_period", **_values(days))


def change_quiet(transaction: Transaction, days: QuietDays) -> bool:
    """Change the period of that id; False if it already was so."""
    return transaction.update("quiet_period", days.id, **_values(days))


def _days(row: dict[str, Any]) -> QuietDays:
    return QuietDays(
        row["first_on"], row["last_on"], row["title"], bool(row["yearly"]), row["shop_id"], row["person_id"], row["id"]
    )


def _values(days: QuietDays) -> dict[str, object]:
    return {
        "first_on": days.first, "last_on": days.last, "title": days.title, "yearly": days.yearly,
        "shop_id": days.shop_id, "person_id": days.person_id,
    }  # fmt: skip
