"""Call-backs and calls made: found by day, by buyer and by what is still open, always through an index."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import JOIN, Case, fn

from models.call_kinds import CallBackKind, Channel, TierSource
from models.clock import from_millis
from models.errors import NotFound
from models.kinds import CallBackState, CallOutcome, Consent, Tier
from models.records import CallBack, CallBackRow, CallRecord
from models.store.connection import CaseDatabase
from models.tables.buyer import BuyerTable
from models.tables.call_back import CallBackTable, CallRecordTable

_ALIVE = CallBackTable.deleted_at.is_null()
_OPEN = (CallBackTable.state == CallBackState.DUE) & _ALIVE
_OPEN_OF_RHYTHM = _OPEN & (CallBackTable.kind == CallBackKind.RHYTHM)
_VIP = BuyerTable.tier > Tier.NONE
# What is still to do first, then what was done, then what was skipped; the dearest buyers on top.
_IN_A_DAY = (
    Case(CallBackTable.state, ((CallBackState.DUE.value, 0), (CallBackState.DONE.value, 1)), 2),
    BuyerTable.tier.desc(), CallBackTable.at_time, BuyerTable.nick, CallBackTable.id,
)  # fmt: skip
_BATCH = 5_000


def _in_shop(condition: Any, shop_id: int | None) -> Any:
    """The condition, and of the buyers of one shop if it is given."""
    if shop_id is None:
        return condition
    buyers = BuyerTable.select(BuyerTable.id).where(BuyerTable.shop_id == shop_id)
    return condition & CallBackTable.buyer_id.in_(buyers)


def find_call_back(database: CaseDatabase, call_back_id: int) -> CallBack:
    """One call-back; NotFound if there is none."""
    query = CallBackTable.select().where((CallBackTable.id == call_back_id) & _ALIVE)
    for found in _call_backs(database, query):
        return found
    raise NotFound("call_back_not_found", call_back=call_back_id)


def find_due(database: CaseDatabase, buyer_id: int) -> CallBack | None:
    """The one open call-back of a buyer's rhythm."""
    query = CallBackTable.select().where((CallBackTable.buyer_id == buyer_id) & _OPEN_OF_RHYTHM)
    return next(iter(_call_backs(database, query)), None)


def list_open_of_buyer(database: CaseDatabase, buyer_id: int) -> tuple[CallBack, ...]:
    """All that is open for a buyer, of the rhythm, about a case and promised, by day."""
    query = CallBackTable.select().where((CallBackTable.buyer_id == buyer_id) & _OPEN)
    return tuple(_call_backs(database, query.order_by(CallBackTable.due_on, CallBackTable.id)))


def _call_backs(database: CaseDatabase, query: Any) -> list[CallBack]:
    found = []
    for row in query.dicts().execute(database):
        row.pop("deleted_at")
        found.append(CallBack(**row))
    return found


def list_between(
    database: CaseDatabase, start: date, end: date, *, shop_id: int | None = None
) -> tuple[CallBackRow, ...]:
    """The call-backs that stand on the days from `start` to `end`, both included, done and skipped ones too."""
    return _list(database, _in_shop(CallBackTable.due_on.between(start, end) & _ALIVE, shop_id))


def list_open_until(database: CaseDatabase, day: date, *, shop_id: int | None = None) -> tuple[CallBackRow, ...]:
    """Open call-backs that stand on `day` or before it: they stay here until dealt with."""
    return _list(database, _in_shop(_OPEN & (CallBackTable.due_on <= day), shop_id))


def count_open_until(database: CaseDatabase, day: date, *, shop_id: int | None = None) -> int:
    """How many open call-backs stand on `day` or before it."""
    wanted = _in_shop(_OPEN & (CallBackTable.due_on <= day), shop_id)
    query = CallBackTable.select(fn.COUNT(CallBackTable.id)).where(wanted).tuples()
    return int(next(iter(query.execute(database)))[0])


def load_rows(database: CaseDatabase, ids: Sequence[int]) -> Mapping[int, CallBackRow]:
    """The rows of these call-backs."""
    found: dict[int, CallBackRow] = {}
    for start in range(0, len(ids), _BATCH):
        rows = _list(database, CallBackTable.id.in_(list(ids[start : start + _BATCH])) & _ALIVE)
        found |= {row.call_back.id: row for row in rows}
    return found


def _list(database: CaseDatabase, condition: Any) -> tuple[CallBackRow, ...]:
    of_call = CallRecordTable.alias()
    # One row each, from the end of an index: grouping all calls ever made took 90 ms at 200,000.
    outcome = (
        of_call.select(of_call.outcome)
        .where((of_call.call_back_id == CallBackTable.id) & of_call.deleted_at.is_null())
        .order_by(of_call.made_at.desc(), of_call.id.desc())
        .limit(1)
    )
    query = (
        CallBackTable.select(
            CallBackTable.id, CallBackTable.buyer_id, CallBackTable.due_on, CallBackTable.at_time, CallBackTable.state,
            CallBackTable.reason, CallBackTable.attempts, CallBackTable.person_id, CallBackTable.done_at,
            BuyerTable.nick, BuyerTable.name, BuyerTable.phone, BuyerTable.tier, BuyerTable.consent,
            _last_reached(CallBackTable.buyer_id), outcome, CallBackTable.kind, CallBackTable.channel,
            CallBackTable.case_id, CallBackTable.subject, BuyerTable.shop_id, BuyerTable.tier_source,
        )
        .join(BuyerTable, on=(BuyerTable.id == CallBackTable.buyer_id))
        .where(condition)
        .order_by(CallBackTable.due_on, *_IN_A_DAY)
    )  # fmt: skip
    # Read as the store holds them: with peewee's conversions 7,500 rows of a month take three times as long.
    rows = database.execute_sql(*query.sql()).fetchall()
    days: dict[str, date] = {}
    return tuple(_row(row, days) for row in rows)


def _last_reached(buyer_id: Any) -> Any:
    calls = CallRecordTable.alias()
    return (
        calls.select(calls.made_at)
        .where((calls.buyer_id == buyer_id) & (calls.outcome == CallOutcome.REACHED) & calls.deleted_at.is_null())
        .order_by(calls.made_at.desc())
        .limit(1)
    )


def _row(row: tuple[Any, ...], days: dict[str, date]) -> CallBackRow:
    day = days.get(row[2])
    if day is None:
        day = days[row[2]] = date.fromisoformat(row[2])
    call_back = CallBack(
        row[0], row[1], day, row[3], CallBackState(row[4]), row[5], row[6], row[7], _moment(row[8]),
        CallBackKind(row[16]), Channel(row[17]), row[18], row[19],
    )  # fmt: skip
    return CallBackRow(
        call_back, row[9], row[10], row[11], Tier(row[12]), Consent(row[13]), _moment(row[14]),
        CallOutcome(row[15]) if row[15] else None, row[20], row[21] == TierSource.SPECIAL,
    )  # fmt: skip


def _moment(millis: int | None) -> datetime | None:
    return None if millis is None else from_millis(millis)


def list_first_of_days(
    database: CaseDatabase, start: date, end: date, limit: int, *, shop_id: int | None = None
) -> Mapping[date, tuple[int, list[int]]]:
    """For every day with call-backs: how many there are, and the ids of the first `limit`."""
    place = fn.ROW_NUMBER().over(partition_by=[CallBackTable.due_on], order_by=list(_IN_A_DAY))
    total = fn.COUNT(CallBackTable.id).over(partition_by=[CallBackTable.due_on])
    inner = (
        CallBackTable.select(CallBackTable.id, CallBackTable.due_on, place.alias("place"), total.alias("total"))
        .join(BuyerTable, on=(BuyerTable.id == CallBackTable.buyer_id))
        .where(_in_shop(CallBackTable.due_on.between(start, end) & _ALIVE, shop_id))
        .alias("ranked")
    )
    query = (
        CallBackTable.select(inner.c.due_on, inner.c.total, inner.c.id)
        .from_(inner)
        .where(inner.c.place <= limit)
        .order_by(inner.c.due_on, inner.c.place)
    )
    found: dict[date, tuple[int, list[int]]] = {}
    for day, count, call_back_id in query.tuples().execute(database):
        found.setdefault(_day(day), (count, []))[1].append(call_back_id)
    return found


def list_attempts(
    database: CaseDatabase, start: date, end: date, since: datetime, until: datetime, *, shop_id: int | None = None
) -> tuple[tuple[datetime, int], ...]:
    """Calls without an answer between two moments, with their call-back, as far as that stands between two days."""
    query = (
        CallBackTable.select(CallRecordTable.made_at, CallBackTable.id)
        .join(CallRecordTable, on=(CallRecordTable.call_back_id == CallBackTable.id))
        .where(
            _in_shop(CallBackTable.due_on.between(start, end), shop_id)
            & (CallBackTable.attempts > 0)
            & _ALIVE
            & (CallRecordTable.outcome == CallOutcome.NO_ANSWER)
            & CallRecordTable.made_at.between(since, until)
            & CallRecordTable.deleted_at.is_null()
        )
        .order_by(CallRecordTable.made_at)
    )
    return tuple(
        (made_at if isinstance(made_at, datetime) else from_millis(made_at), call_back_id)
        for made_at, call_back_id in query.tuples().execute(database)
    )


def count_per_day(database: CaseDatabase, start: date, end: date) -> Mapping[date, int]:
    """How many open call-backs stand on each day."""
    query = CallBackTable.select(CallBackTable.due_on, fn.COUNT(CallBackTable.id)).where(
        _OPEN & CallBackTable.due_on.between(start, end)
    )
    return {_day(day): count for day, count in query.group_by(CallBackTable.due_on).tuples().execute(database)}


def count_states(
    database: CaseDatabase, start: date, end: date, *, shop_id: int | None = None
) -> Mapping[CallBackState, tuple[int, int]]:
    """By state, how many call-backs stand between two days, and how many calls of them got no answer."""
    query = CallBackTable.select(
        CallBackTable.state, fn.COUNT(CallBackTable.id), fn.COALESCE(fn.SUM(CallBackTable.attempts), 0)
    ).where(_in_shop(CallBackTable.due_on.between(start, end) & _ALIVE, shop_id))
    rows = query.group_by(CallBackTable.state).tuples().execute(database)
    return {CallBackState(state): (count, attempts) for state, count, attempts in rows}


def list_open_notes(database: CaseDatabase, day: date, *, shop_id: int | None = None) -> tuple[tuple[date, str], ...]:
    """Day and note of every open call-back that stands on `day` or before it."""
    query = CallBackTable.select(CallBackTable.due_on, CallBackTable.reason).where(
        _in_shop(_OPEN & (CallBackTable.due_on <= day), shop_id)
    )
    return tuple((_day(due_on), reason) for due_on, reason in query.tuples().execute(database))


def count_tiers(database: CaseDatabase, *, shop_id: int | None = None) -> Mapping[Tier, int]:
    """How many VIP buyers there are of each tier."""
    vips = _VIP if shop_id is None else _VIP & (BuyerTable.shop_id == shop_id)
    query = BuyerTable.select(BuyerTable.tier, fn.COUNT(BuyerTable.id)).where(vips).group_by(BuyerTable.tier)
    counted = {Tier(tier): count for tier, count in query.tuples().execute(database)}
    return {tier: counted.get(tier, 0) for tier in (Tier.V3, Tier.V2, Tier.V1)}


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A VIP buyer who agreed to calls and has no open call-back."""

    buyer_id: int
    nick: str
    tier: Tier
    shop_id: int
    last_reached_at: datetime | None


def list_without_open(database: CaseDatabase) -> tuple[Unplanned, ...]:
    """VIP buyers who agreed to calls and have no open call-back, the dearest first."""
    query = (
        BuyerTable.select(
            BuyerTable.id, BuyerTable.nick, BuyerTable.tier, BuyerTable.shop_id, _last_reached(BuyerTable.id)
        )
        .join(CallBackTable, JOIN.LEFT_OUTER, on=((CallBackTable.buyer_id == BuyerTable.id) & _OPEN_OF_RHYTHM))
        .where(_VIP & (BuyerTable.consent == Consent.GIVEN) & CallBackTable.id.is_null())
        .order_by(BuyerTable.tier.desc(), BuyerTable.nick, BuyerTable.id)
    )
    rows = database.execute_sql(*query.sql()).fetchall()
    return tuple(Unplanned(row[0], row[1], Tier(row[2]), row[3], _moment(row[4])) for row in rows)


def find_last_reached(database: CaseDatabase, buyer_id: int) -> CallRecord | None:
    """The newest call that reached the buyer."""
    return next(iter(_calls(database, (CallRecordTable.buyer_id == buyer_id)
                                      & (CallRecordTable.outcome == CallOutcome.REACHED), 1)), None)  # fmt: skip


def list_calls(database: CaseDatabase, buyer_id: int, limit: int = 20) -> tuple[CallRecord, ...]:
    """The calls made to a buyer, newest first."""
    return _calls(database, CallRecordTable.buyer_id == buyer_id, limit)


def _calls(database: CaseDatabase, condition: Any, limit: int) -> tuple[CallRecord, ...]:
    query = CallRecordTable.select().where(condition & CallRecordTable.deleted_at.is_null())
    rows = list(
        query.order_by(CallRecordTable.made_at.desc(), CallRecordTable.id.desc()).limit(limit).dicts().execute(database)
    )
    for row in rows:
        row.pop("deleted_at")
        row["tags"] = tuple(json.loads(row["tags"]))
    return tuple(CallRecord(**row) for row in rows)


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
