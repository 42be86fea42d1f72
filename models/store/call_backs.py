"""Call-backs and calls made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from models.errors import NotFound
from models.kinds import CallBackState, CallOutcome
from models.records import CallBack, CallBackRow, CallRecord
from models.store.connection import CaseDatabase
from models.tables.buyer import BuyerTable
from models.tables.call_back import CallBackTable, CallRecordTable


def find_call_back(database: CaseDatabase, call_back_id: int) -> CallBack:
    """One call-back; NotFound if there is none."""
    for row in CallBackTable.select().where(CallBackTable.id == call_back_id).dicts().execute(database):
        row.pop("deleted_at")
        return CallBack(**row)
    raise NotFound("call_back_not_found", call_back=call_back_id)


def find_due(database: CaseDatabase, buyer_id: int) -> CallBack | None:
    """The one open call-back of a buyer."""
    query = CallBackTable.select().where(
        (CallBackTable.buyer_id == buyer_id)
        & (CallBackTable.state == CallBackState.DUE)
        & CallBackTable.deleted_at.is_null()
    )
    for row in query.dicts().execute(database):
        row.pop("deleted_at")
        return CallBack(**row)
    return None


def list_between(database: CaseDatabase, start: date, end: date) -> tuple[CallBackRow, ...]:
    """The call-backs planned from `start` to `end`, both included, done ones too."""
    return _list(database, CallBackTable.due_on.between(start, end))


def list_overdue(database: CaseDatabase, today: date) -> tuple[CallBackRow, ...]:
    """Open call-backs planned before today: they stay here until dealt with."""
    return _list(database, (CallBackTable.state == CallBackState.DUE) & (CallBackTable.due_on < today))


def _list(database: CaseDatabase, condition: Any) -> tuple[CallBackRow, ...]:
    reached = (
        CallRecordTable.select(CallRecordTable.buyer_id, fn.MAX(CallRecordTable.made_at).alias("reached_at"))
        .where((CallRecordTable.outcome == CallOutcome.REACHED) & CallRecordTable.deleted_at.is_null())
        .group_by(CallRecordTable.buyer_id)
        .alias("reached")
    )
    query = (
        CallBackTable.select(
            *CallBackTable._meta.sorted_fields, BuyerTable.nick, BuyerTable.name, BuyerTable.phone, BuyerTable.tier, BuyerTable.consent,
            reached.c.reached_at,
        )
        .join(BuyerTable, on=(BuyerTable.id == CallBackTable.buyer_id))
        .join(reached, JOIN.LEFT_OUTER, on=(reached.c.buyer_id == CallBackTable.buyer_id))
        .where(condition & CallBackTable.deleted_at.is_null())
        .order_by(CallBackTable.due_on, BuyerTable.tier.desc(), CallBackTable.at_time, BuyerTable.nick)
    )  # fmt: skip
    rows = list(query.dicts().execute(database))
    outcomes = _outcomes(database, [row["id"] for row in rows])
    return tuple(_row(row, outcomes.get(row["id"])) for row in rows)


def _row(row: dict[str, Any], outcome: CallOutcome | None) -> CallBackRow:
    extra = {name: row.pop(name) for name in ("nick", "name", "phone", "tier", "consent")}
    reached_at = row.pop("reached_at")
    row.pop("deleted_at")
    moment = CallRecordTable.made_at.python_value(reached_at) if isinstance(reached_at, int) else reached_at
    return CallBackRow(CallBack(**row), **extra, last_reached_at=moment, outcome=outcome)


def _outcomes(database: CaseDatabase, ids: Sequence[int]) -> dict[int, CallOutcome]:
    query = CallRecordTable.select(CallRecordTable.call_back_id, CallRecordTable.outcome).where(
        CallRecordTable.call_back_id.in_(list(ids)) & CallRecordTable.deleted_at.is_null()
    )
    return dict(query.order_by(CallRecordTable.made_at, CallRecordTable.id).tuples().execute(database))


def list_calls(database: CaseDatabase, buyer_id: int, limit: int = 20) -> tuple[CallRecord, ...]:
    """The calls made to a buyer, newest first."""
    query = CallRecordTable.select().where(
        (CallRecordTable.buyer_id == buyer_id) & CallRecordTable.deleted_at.is_null()
    )
    rows = list(query.order_by(CallRecordTable.made_at.desc(), CallRecordTable.id.desc()).limit(limit).dicts().execute(
        database
    ))  # fmt: skip
    for row in rows:
        row.pop("deleted_at")
    return tuple(CallRecord(**row) for row in rows)
