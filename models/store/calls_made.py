"""Calls that were made, and what of them and of the call-backs is about a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from models.call_back_records import Satisfaction
from models.call_kinds import CallBackKind
from models.case_call_records import CaseFeeling
from models.clock import from_millis, to_millis
from models.errors import NotFound
from models.kinds import Problem
from models.known_words import read_tags
from models.records import CallBack, CallRecord
from models.store.case_links import kept_case
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.call_back import CallBackTable, CallRecordTable

_RECORD = WholeRows(CallRecordTable, "id = ? AND deleted_at IS NULL")
_ABOUT_CASE = WholeRows(CallRecordTable, "case_id = ? AND deleted_at IS NULL ORDER BY made_at DESC, id DESC LIMIT 1")
_OF_CASE = WholeRows(CallBackTable, "case_id = ? AND kind = ? AND deleted_at IS NULL ORDER BY id DESC")
_CALLED = (
    "SELECT 1 FROM call_record WHERE case_id = ? AND made_at >= ? AND deleted_at IS NULL"
    " AND outcome IN ('reached', 'not_interested') LIMIT 1"
)
_ABOUT = "SELECT case_id, id FROM call_back WHERE case_id IN ({}) AND state = 'due' AND deleted_at IS NULL ORDER BY id"
_TOGETHER = 500
_FELT = (
    "SELECT r.satisfaction, r.case_id, c.number, c.problem, r.made_at, c.merged_into"
    " FROM call_record r JOIN buyer b ON b.id = r.buyer_id"
    ' LEFT JOIN "case" c ON c.id = r.case_id AND c.deleted_at IS NULL'
    " WHERE r.made_at >= ? AND r.made_at < ? AND r.satisfaction <> '' AND r.deleted_at IS NULL"
    " AND (? IS NULL OR b.shop_id = ?) ORDER BY r.made_at, r.id"
)


_NAMED = 'SELECT number, problem FROM "case" WHERE id = ?'
_COUNTED = (
    "SELECT r.satisfaction, count(*) FROM call_record r JOIN buyer b ON b.id = r.buyer_id"
    " WHERE r.made_at >= ? AND r.made_at < ? AND r.satisfaction <> '' AND r.deleted_at IS NULL"
    " AND (? IS NULL OR b.shop_id = ?) GROUP BY r.satisfaction"
)


def count_feelings(
    database: CaseDatabase, since: datetime, until: datetime, shop_id: int | None
) -> dict[Satisfaction, int]:
    """In how many calls between two moments buyers said what of how they were served."""
    rows = database.execute_sql(_COUNTED, (to_millis(since), to_millis(until), shop_id, shop_id)).fetchall()
    known = {each.value for each in Satisfaction}
    return {Satisfaction(felt): many for felt, many in rows if felt in known}


def find_call(database: CaseDatabase, record_id: int) -> CallRecord:
    """One call that was made; NotFound if there is none."""
    row = _RECORD.first(database, record_id)
    if row is None:
        raise NotFound("call_not_found", call=record_id)
    return _record(row)


def last_about(database: CaseDatabase, case_id: int) -> CallRecord | None:
    """The newest call about a case; None if there was none."""
    row = _ABOUT_CASE.first(database, case_id)
    return _record(row) if row is not None else None


def _record(row: dict[str, Any]) -> CallRecord:
    row.pop("deleted_at")
    return CallRecord(**row | {"tags": read_tags(row["tags"])})


def list_of_case(database: CaseDatabase, case_id: int) -> tuple[CallBack, ...]:
    """The satisfaction calls of a case, open, done and dropped, the newest first."""
    return tuple(_call_back(row) for row in _OF_CASE.read(database, case_id, CallBackKind.SATISFACTION.value))


def _call_back(row: dict[str, Any]) -> CallBack:
    row.pop("deleted_at")
    return CallBack(**row)


def open_about(database: CaseDatabase, case_ids: Sequence[int]) -> Mapping[int, list[int]]:
    """The ids of the open call-backs about some cases, of any kind; cases that have none are left out."""
    found: dict[int, list[int]] = {}
    for start in range(0, len(case_ids), _TOGETHER):
        part = list(case_ids[start : start + _TOGETHER])
        for case_id, call_back_id in database.execute_sql(_ABOUT.format(", ".join("?" * len(part))), part):
            found.setdefault(case_id, []).append(call_back_id)
    return found


def spoke_about(database: CaseDatabase, case_id: int, since: datetime) -> bool:
    """Whether the buyer was spoken with about a case since a moment."""
    return database.execute_sql(_CALLED, (case_id, to_millis(since))).fetchone() is not None


def list_feelings(
    database: CaseDatabase, since: datetime, until: datetime, shop_id: int | None
) -> tuple[CaseFeeling, ...]:
    """What buyers said of how they were served in calls between two moments, the oldest first.

    A case that was merged away counts as the one it is part of now.
    """
    rows = database.execute_sql(_FELT, (to_millis(since), to_millis(until), shop_id, shop_id)).fetchall()
    known = {each.value for each in Satisfaction}
    found = []
    for felt, case_id, number, problem, made_at, merged_into in rows:
        if felt not in known:
            continue
        about = case_id if number is not None else None
        if merged_into is not None:
            about = kept_case(database, merged_into)
            number, problem = database.execute_sql(_NAMED, (about,)).fetchone()
        found.append(CaseFeeling(
            Satisfaction(felt), from_millis(made_at), about, number or "", Problem(problem) if problem else None
        ))  # fmt: skip
    return tuple(found)
