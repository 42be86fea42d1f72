"""Snoozed cases: those whose time has come, those that sleep for an event, and what an event belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from models.clock import to_millis
from models.kinds import ClockStatus, SnoozeEvent, WaitingOn
from models.store.connection import CaseDatabase
from models.tables.case import CaseTable, StepTable
from models.tables.order import OrderTable, ParcelTable

_TOGETHER = 500
_OURS = (WaitingOn.US.value, WaitingOn.WAREHOUSE.value)


# Literal, and told the index: without statistics SQLite would walk all that sleep. The second begins with these few.
_DUE = (
    'SELECT id FROM "case" INDEXED BY case_snoozed'
    " WHERE shelf = 3 AND snoozed_until <= ? AND deleted_at IS NULL ORDER BY snoozed_until, id"
)
_NEAR = (
    'SELECT DISTINCT sleeping.id FROM "case" sleeping CROSS JOIN clock ON clock.case_id = sleeping.id'
    " WHERE sleeping.shelf = 3 AND sleeping.deleted_at IS NULL AND sleeping.next_due_at <= ?"
    " AND sleeping.snooze_event = ? AND clock.status = ? AND clock.who IN (?, ?) AND clock.due_at <= ?"
    " AND clock.deleted_at IS NULL ORDER BY sleeping.id"
)


def list_due(database: CaseDatabase, now: datetime) -> tuple[int, ...]:
    """The snoozed cases whose time has come, the earliest first."""
    return tuple(row[0] for row in database.execute_sql(_DUE, (to_millis(now),)).fetchall())


def list_near(database: CaseDatabase, until: datetime) -> tuple[int, ...]:
    """The cases that sleep until a clock is near, of which one of the shop's own ends before `until`."""
    millis = to_millis(until)
    values = (millis, SnoozeEvent.CLOCK_NEAR.value, ClockStatus.RUNNING.value, *_OURS, millis)
    return tuple(row[0] for row in database.execute_sql(_NEAR, values).fetchall())


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
