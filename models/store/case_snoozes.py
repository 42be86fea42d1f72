"""Snoozed cases: those whose time has come, those that sleep for an event, and what an event belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from models.clock import to_millis
from models.kinds import ClockStatus, SnoozeEvent, WaitingOn
from models.store.cases import SNOOZE_SHELF
from models.store.connection import CaseDatabase
from models.tables.case import CaseTable, ClockTable, StepTable
from models.tables.order import OrderTable, ParcelTable

_TOGETHER = 500
_OURS = (WaitingOn.US, WaitingOn.WAREHOUSE)


def list_due(database: CaseDatabase, now: datetime) -> tuple[int, ...]:
    """The snoozed cases whose time has come, the earliest first."""
    query = CaseTable.select(CaseTable.id).where(
        (CaseTable.shelf == SNOOZE_SHELF) & (CaseTable.snoozed_until <= to_millis(now)) & CaseTable.deleted_at.is_null()
    )
    return tuple(row[0] for row in query.order_by(CaseTable.snoozed_until, CaseTable.id).tuples().execute(database))


def list_near(database: CaseDatabase, until: datetime) -> tuple[int, ...]:
    """The cases that sleep until a clock is near, of which one of the shop's own ends before `until`."""
    query = (
        CaseTable.select(CaseTable.id)
        .join(ClockTable, on=(ClockTable.case_id == CaseTable.id))
        .where(
            (CaseTable.shelf == SNOOZE_SHELF)
            & CaseTable.deleted_at.is_null()
            & (CaseTable.next_due_at <= to_millis(until))
            & (CaseTable.snooze_event == SnoozeEvent.CLOCK_NEAR.value)
            & (ClockTable.status == ClockStatus.RUNNING)
            & ClockTable.who.in_(_OURS)
            & (ClockTable.due_at <= to_millis(until))
            & ClockTable.deleted_at.is_null()
        )
        .distinct()
    )
    return tuple(row[0] for row in query.order_by(CaseTable.id).tuples().execute(database))


def list_sleeping(database: CaseDatabase, case_ids: Iterable[int], event: SnoozeEvent) -> tuple[int, ...]:
    """Which of these cases sleep until that happens."""
    wanted, found = list(case_ids), list[int]()
    for start in range(0, len(wanted), _TOGETHER):
        query = CaseTable.select(CaseTable.id).where(
            CaseTable.id.in_(wanted[start : start + _TOGETHER])
            & CaseTable.snoozed_until.is_null(False)
            & (CaseTable.snooze_event == event.value)
        )
        found += [row[0] for row in query.order_by(CaseTable.id).tuples().execute(database)]
    return tuple(found)


def case_of_step(database: CaseDatabase, step_id: int) -> int:
    """The case a step belongs to."""
    query = StepTable.select(StepTable.case_id).where(StepTable.id == step_id)
    return int(next(iter(query.tuples().execute(database)))[0])


def order_of(database: CaseDatabase, table: str, row_id: int) -> int:
    """The order that a row of `order` or of `parcel` belongs to."""
    if table == OrderTable._meta.table_name:
        return row_id
    query = ParcelTable.select(ParcelTable.order_id).where(ParcelTable.id == row_id)
    return int(next(iter(query.tuples().execute(database)))[0])


def sleeping_of_orders(database: CaseDatabase, order_ids: Iterable[int]) -> Sequence[int]:
    """The snoozed cases of these orders."""
    query = CaseTable.select(CaseTable.id).where(
        CaseTable.order_id.in_(sorted(order_ids)) & CaseTable.snoozed_until.is_null(False)
    )
    return [row[0] for row in query.tuples().execute(database)]
