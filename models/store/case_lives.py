"""What the moves of cases look at, for many cases in few queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peewee import fn

from models.kinds import StepState
from models.records import Case, Clock
from models.rules.case_life import CaseLife
from models.store.cases import DONE_SHELF, case_of
from models.store.connection import CaseDatabase
from models.tables.case import CaseTable, ClockTable, ResolutionTable, StepTable

_TOGETHER = 500


def load_lives(database: CaseDatabase, case_ids: Sequence[int]) -> Mapping[int, CaseLife]:
    """By id, in the order given; ids that are gone are left out."""
    found: dict[int, CaseLife] = {}
    for start in range(0, len(case_ids), _TOGETHER):
        part = list(case_ids[start : start + _TOGETHER])
        known = load_cases(database, part)
        clocks = _clocks(database, part)
        steps = _open_steps(database, part)
        resolved = _resolved(database, part)
        for case_id in part:
            if case_id in known:
                found[case_id] = CaseLife(
                    known[case_id], clocks.get(case_id, ()), steps.get(case_id, 0), case_id in resolved
                )
    return found


def load_cases(database: CaseDatabase, case_ids: Sequence[int]) -> Mapping[int, Case]:
    """These cases by id; ids that are gone or taken back are left out."""
    query = CaseTable.select().where(CaseTable.id.in_(list(case_ids)) & CaseTable.deleted_at.is_null())
    return {row["id"]: case_of(row) for row in query.dicts().execute(database)}


def time_zone_of(database: CaseDatabase, case_id: int) -> str:
    """The time zone of a case's shop. Literal SQL: asked once per clock when a thousand cases change at once."""
    sql = 'SELECT shop.time_zone FROM "case" JOIN shop ON shop.id = "case".shop_id WHERE "case".id = ?'
    row = database.execute_sql(sql, (case_id,)).fetchone()
    return str(row[0]) if row else "UTC"


def count_steps(database: CaseDatabase, case_id: int) -> int:
    """How many steps a case has, done or not."""
    there = (StepTable.case_id == case_id) & StepTable.deleted_at.is_null()
    query = StepTable.select(fn.COUNT(StepTable.id)).where(there)
    return int(next(iter(query.tuples().execute(database)))[0])


def list_done_before(database: CaseDatabase, millis: int) -> tuple[int, ...]:
    """The cases that were closed at that moment or before it, are done and not yet archived."""
    query = CaseTable.select(CaseTable.id).where(
        (CaseTable.shelf == DONE_SHELF) & CaseTable.deleted_at.is_null() & (CaseTable.closed_at <= millis)
    )
    return tuple(row[0] for row in query.order_by(CaseTable.id).tuples().execute(database))


def _clocks(database: CaseDatabase, case_ids: Sequence[int]) -> Mapping[int, tuple[Clock, ...]]:
    query = ClockTable.select().where(ClockTable.case_id.in_(list(case_ids)) & ClockTable.deleted_at.is_null())
    found: dict[int, tuple[Clock, ...]] = {}
    for row in query.order_by(ClockTable.due_at, ClockTable.id).dicts().execute(database):
        row.pop("deleted_at")
        found[row["case_id"]] = (*found.get(row["case_id"], ()), Clock(**row))
    return found


def _open_steps(database: CaseDatabase, case_ids: Sequence[int]) -> dict[int, int]:
    query = (
        StepTable.select(StepTable.case_id, fn.COUNT(StepTable.id))
        .where(
            StepTable.case_id.in_(list(case_ids)) & (StepTable.state == StepState.OPEN) & StepTable.deleted_at.is_null()
        )
        .group_by(StepTable.case_id)
    )
    return dict(query.tuples().execute(database))


def _resolved(database: CaseDatabase, case_ids: Sequence[int]) -> set[int]:
    query: Any = ResolutionTable.select(ResolutionTable.case_id).where(
        ResolutionTable.case_id.in_(list(case_ids)) & ResolutionTable.deleted_at.is_null()
    )
    return {row[0] for row in query.tuples().execute(database)}
