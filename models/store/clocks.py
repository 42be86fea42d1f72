"""Clocks by themselves: one by its id, those that warn, and those whose event an order now tells otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from models.clock import to_millis
from models.errors import NotFound
from models.kinds import ClockKind, ClockStatus, WaitingOn
from models.records import Clock
from models.rules.clock_moves import DUE_SOON, WARN_LIMIT
from models.store.cases import OPEN_SHELF, SNOOZE_SHELF
from models.store.connection import CaseDatabase
from models.tables.case import CaseTable, ClockTable, ResolutionTable
from models.tables.order import OrderTable

# The facts that come straight from an order, by the column that tells them.
_TOLD_BY_ORDERS: Final[Mapping[str, str]] = {
    "paid_at": "paid_at",
    "order_complete_at": "paid_at",
    "shipped_at": "shipped_at",
    "signed_at": "signed_at",
    "possession_at": "signed_at",
    "delivered_at": "signed_at",
}
_TOGETHER: Final = 500


def find_clock(database: CaseDatabase, clock_id: int) -> Clock:
    """One clock; NotFound if there is none, or it was taken back."""
    query = ClockTable.select().where((ClockTable.id == clock_id) & ClockTable.deleted_at.is_null())
    for row in query.dicts().execute(database):
        row.pop("deleted_at")
        return Clock(**row)
    raise NotFound("clock_not_found", clock=clock_id)


def list_warned(database: CaseDatabase, now: datetime, *, shop_id: int | None = None) -> Mapping[int, int]:
    """By case, the id of the clock that warns already and ends first, where no clock of the case is due within a day.

    The case whose clock ends first stands first.
    """
    soon = now + DUE_SOON
    query = (
        ClockTable.select(ClockTable.case_id, ClockTable.id)
        .join(CaseTable, on=(CaseTable.id == ClockTable.case_id))
        .where(
            (ClockTable.status == ClockStatus.RUNNING)
            # The index ends here: nothing warns earlier than so long before its end.
            & ClockTable.warn_at.between(soon - WARN_LIMIT, now)
            # A sum, so that SQLite does not walk all clocks by their end instead of the few that warn.
            & (ClockTable.due_at + 0 > to_millis(soon))
            & (ClockTable.who != WaitingOn.BUYER)
            & ClockTable.deleted_at.is_null()
            & (CaseTable.next_due_at > to_millis(soon))
            & (CaseTable.shelf == OPEN_SHELF)
            & CaseTable.deleted_at.is_null()
        )
        .order_by(ClockTable.due_at, ClockTable.id)
    )
    if shop_id is not None:
        query = query.where(CaseTable.shop_id == shop_id)
    found: dict[int, int] = {}
    for case_id, clock_id in query.tuples().execute(database):
        found.setdefault(case_id, clock_id)
    return found


def load_clocks(database: CaseDatabase, ids: Sequence[int]) -> Mapping[int, Clock]:
    """Clocks by their case."""
    found: dict[int, Clock] = {}
    for row in ClockTable.select().where(ClockTable.id.in_(list(ids))).dicts().execute(database):
        row.pop("deleted_at")
        found[row["case_id"]] = Clock(**row)
    return found


def cases_with_moved_events(database: CaseDatabase, case_ids: Sequence[int]) -> tuple[int, ...]:
    """Of these cases, those with a running clock of a rule that began at another time than their order tells now."""
    columns = sorted(set(_TOLD_BY_ORDERS.values()))
    found: dict[int, None] = {}
    for start in range(0, len(case_ids), _TOGETHER):
        query = (
            ClockTable.select(
                ClockTable.case_id, ClockTable.event, ClockTable.started_at,
                *(getattr(OrderTable, name) for name in columns),
            )
            .join(CaseTable, on=(CaseTable.id == ClockTable.case_id))
            .join(OrderTable, on=(OrderTable.id == CaseTable.order_id))
            .where(
                ClockTable.case_id.in_(list(case_ids[start : start + _TOGETHER]))
                & (ClockTable.status == ClockStatus.RUNNING)
                & (ClockTable.kind == ClockKind.RULE)
                & ClockTable.event.in_(list(_TOLD_BY_ORDERS))
                & ClockTable.deleted_at.is_null()
            )
            .tuples()
        )  # fmt: skip
        for case_id, event, started, *times in query.execute(database):
            told = dict(zip(columns, times, strict=True))[_TOLD_BY_ORDERS[event]]
            if told is not None and told != started:
                found[case_id] = None
    return tuple(found)


def cases_with_new_facts(database: CaseDatabase, case_ids: Sequence[int]) -> tuple[int, ...]:
    """Of these cases, those whose order tells a time now that nobody knew when the case was decided."""
    columns = sorted(set(_TOLD_BY_ORDERS.values()))
    found: list[int] = []
    for start in range(0, len(case_ids), _TOGETHER):
        query = (
            ResolutionTable.select(
                ResolutionTable.case_id, ResolutionTable.frozen, *(getattr(OrderTable, name) for name in columns)
            )
            .join(CaseTable, on=(CaseTable.id == ResolutionTable.case_id))
            .join(OrderTable, on=(OrderTable.id == CaseTable.order_id))
            .where(
                ResolutionTable.case_id.in_(list(case_ids[start : start + _TOGETHER]))
                & ResolutionTable.deleted_at.is_null()
                # Clocks begin while a case sleeps as well.
                & CaseTable.shelf.in_((OPEN_SHELF, SNOOZE_SHELF))
            )
            .tuples()
        )
        for case_id, frozen, *times in query.execute(database):
            known = frozen.get("known")
            told = {name for name, moment in zip(columns, times, strict=True) if moment is not None}
            if isinstance(known, dict) and any(name not in known for name in told):
                found.append(case_id)
    return tuple(dict.fromkeys(found))
