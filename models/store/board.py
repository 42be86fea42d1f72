"""What the morning board asks of the store: due steps, next clocks, evidence not as imported, the last check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from peewee import SQL, fn

from models.clock import from_millis, to_millis
from models.kinds import ClockStatus, StepState, WaitingOn
from models.records import Clock
from models.store.cases import OPEN_SHELF, SNOOZE_SHELF
from models.store.connection import CaseDatabase
from models.tables.case import NO_CLOCK, CaseTable, ClockTable, StepTable
from models.tables.evidence import EvidenceTable


def count_due_steps(database: CaseDatabase, until: datetime, *, shop_id: int | None = None) -> int:
    """How many open steps of open cases are due before `until`."""
    condition = (
        (StepTable.state == StepState.OPEN)
        & StepTable.deleted_at.is_null()
        & (CaseTable.shelf == OPEN_SHELF)
        & CaseTable.deleted_at.is_null()
        & (StepTable.due_at < until)
    )
    if shop_id is not None:
        condition &= CaseTable.shop_id == shop_id
    query = StepTable.select(fn.COUNT(StepTable.id)).join(CaseTable, on=(CaseTable.id == StepTable.case_id))
    return int(next(iter(query.where(condition).tuples().execute(database)))[0])


def next_due_after(database: CaseDatabase, moment: datetime, *, shop_id: int | None = None) -> datetime | None:
    """When the next clock of an open or snoozed case ends after a moment; None if none does."""
    found = []
    for shelf in (OPEN_SHELF, SNOOZE_SHELF):
        sql = (
            'SELECT MIN(next_due_at) FROM "case" WHERE shelf = ? AND deleted_at IS NULL AND next_due_at > ?'
            " AND next_due_at < ? AND (? IS NULL OR shop_id = ?)"
        )
        row = database.execute_sql(sql, (shelf, to_millis(moment), NO_CLOCK, shop_id, shop_id)).fetchone()
        found += [from_millis(row[0])] if row[0] is not None else []
    return min(found, default=None)


def load_next_clocks(database: CaseDatabase, case_ids: Sequence[int]) -> Mapping[int, Clock]:
    """For each of these cases the running clock of the shop that ends first; none for a case without one."""
    query = (
        ClockTable.select()
        .where(
            ClockTable.case_id.in_(list(case_ids))
            & (ClockTable.who != WaitingOn.BUYER)
            & ClockTable.deleted_at.is_null()
        )
        .order_by(ClockTable.due_at.desc(), ClockTable.id.desc())
    )
    found: dict[int, Clock] = {}
    for row in query.dicts().execute(database):
        row.pop("deleted_at")
        # Asked for in the query, SQLite would walk every running clock of the shop instead of those of these cases.
        if row["status"] is ClockStatus.RUNNING:
            found[row["case_id"]] = Clock(**row)
    return found


def list_changed_evidence(
    database: CaseDatabase, *, limit: int, shop_id: int | None = None
) -> tuple[tuple[str, str, int], ...]:
    """(case number, buyer, pieces) of cases with evidence that was not as imported when last checked."""
    query = (
        EvidenceTable.select(CaseTable.number, CaseTable.buyer_nick, fn.COUNT(EvidenceTable.id))
        .join(CaseTable, on=(CaseTable.id == EvidenceTable.case_id))
        # A literal: of a bound value the planner cannot tell that the index of what changed holds all of it.
        .where((EvidenceTable.integrity != SQL("'verified'")) & EvidenceTable.deleted_at.is_null())
        .group_by(CaseTable.id)
        .order_by(CaseTable.number.desc())
        .limit(limit)
    )
    if shop_id is not None:
        query = query.where(CaseTable.shop_id == shop_id)
    return tuple((number, nick, int(count)) for number, nick, count in query.tuples().execute(database))


def has_evidence(database: CaseDatabase) -> bool:
    """Whether any evidence is kept."""
    return next(iter(EvidenceTable.select(EvidenceTable.id).limit(1).tuples().execute(database)), None) is not None


def last_verified(database: CaseDatabase) -> datetime | None:
    """When the whole data folder was last checked, as the history tells."""
    row = database.execute_sql(
        "SELECT happened_at FROM history WHERE entity = 'store' AND entity_id = 0"
        " AND action IN ('store_verified', 'round_verified')"
        " ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return from_millis(row[0]) if row else None


def first_event(database: CaseDatabase) -> datetime | None:
    """When the history begins."""
    row = database.execute_sql("SELECT happened_at FROM history ORDER BY seq LIMIT 1").fetchone()
    return from_millis(row[0]) if row else None
