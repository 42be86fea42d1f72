"""Months that are closed: which they are, and the guard that keeps their lines as they were."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from models.clock import from_millis, to_millis
from models.errors import UserError
from models.kinds import RegisterKind
from models.store.connection import CaseDatabase
from models.store.transaction import RowChange, Transaction

_CLOSED: Final = (
    "SELECT month FROM month_closing WHERE shop_id = ? AND register = ? AND starts_at <= ? AND ends_at > ?"
    " AND reopened_at IS NULL LIMIT 1"
)
_ANY: Final = "SELECT 1 FROM month_closing WHERE reopened_at IS NULL LIMIT 1"
# A closed line goes with its case: into the one that was merged, to the one it turns out to belong to.
_FOLLOWING: Final = frozenset(("case_id", "shop_id"))


def closed_month(
    database: CaseDatabase, register: RegisterKind | str, shop_id: int | None, moment: datetime
) -> str | None:
    """The closed month of this shop and register that a moment lies in, as 2026-11; None while it is open.

    What belongs to no shop is in no closed month.
    """
    if shop_id is None:
        return None
    at = to_millis(moment)
    row = database.execute_sql(_CLOSED, (shop_id, str(register), at, at)).fetchone()
    return None if row is None else str(row[0])


_ZONE: Final = (
    "SELECT register, month FROM month_closing WHERE shop_id = ? AND reopened_at IS NULL ORDER BY month DESC LIMIT 1"
)
_OF: Final = "SELECT register, shop_id, entered_at FROM register_entry WHERE id = ?"


def check_closed(transaction: Transaction) -> None:
    """UserError `month_closed` where a line of a month that is closed was changed, added or removed."""
    check_changes(transaction.database, transaction.changes)


def check_changes(database: CaseDatabase, changes: Iterable[RowChange]) -> None:
    """As `check_closed`, of any changes, after they were written.

    UserError `shop_zone_closed` for another zone of a shop with closed months: they would hold other lines by it.
    """
    changes = tuple(changes)
    for change in changes:
        if change.table == "shop" and change.before is not None and "time_zone" in change.after:
            last = database.execute_sql(_ZONE, (change.row_id,)).fetchone()
            if last is not None and change.before.get("time_zone") != change.after["time_zone"]:
                raise UserError("shop_zone_closed", register=str(last[0]), month=str(last[1]))
    changed = [change for change in changes if change.table == "register_entry" and not _follows(change)]
    if not changed or database.execute_sql(_ANY).fetchone() is None:
        return
    for change in changed:
        row: Any = database.execute_sql(_OF, (change.row_id,)).fetchone()
        if row is None:
            continue
        now = dict(zip(("register", "shop_id", "entered_at"), row, strict=True))
        # Where it stood before and where it stands after: neither may be a closed month.
        for values in ({**now, **(change.before or {})}, {**now, **change.after}):
            month = closed_month(database, now["register"], values["shop_id"], from_millis(values["entered_at"]))
            if month is not None:
                raise UserError("month_closed", month=month, register=str(now["register"]))


def _follows(change: RowChange) -> bool:
    # A line of no shop yet, that turns out to be of one, comes into its registers anew.
    found = change.before is not None and change.before.get("shop_id", 0) is None
    return change.before is not None and not found and _FOLLOWING.issuperset(change.after)
