"""Call-backs as the calendar lists them: by day, late ones, the first of every day; always through an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from peewee import JOIN, Case, fn

from models.call_back_records import EVERY_CALL_BACK, CallFilters
from models.call_kinds import Channel, TierSource
from models.clock import from_millis
from models.kinds import CallBackState, CallOutcome, Consent
from models.known_words import CHANNELS, CONSENTS, KINDS, OUTCOMES, STATES, TIERS
from models.records import CallBack, CallBackRow
from models.store.connection import CaseDatabase
from models.tables.buyer import BuyerTable
from models.tables.call_back import CallBackTable, CallRecordTable

REAL = (CallOutcome.REACHED.value, CallOutcome.NOT_INTERESTED.value)
"""Outcomes of a real contact."""
NOBODY = 0
_ALIVE = CallBackTable.deleted_at.is_null()
_OPEN = (CallBackTable.state == CallBackState.DUE) & _ALIVE
# Nothing open of a buyer who opted out is shown anywhere, even where it was not closed.
_WELCOME = (CallBackTable.state != CallBackState.DUE) | (BuyerTable.consent != Consent.REFUSED)
# What is still to do first, then what was done, then what was skipped; timed ones first, then the dearest buyers.
_IN_A_DAY = (
    Case(CallBackTable.state, ((CallBackState.DUE.value, 0), (CallBackState.DONE.value, 1)), 2),
    CallBackTable.at_time == "", CallBackTable.at_time, BuyerTable.tier.desc(), BuyerTable.nick, CallBackTable.id,
)  # fmt: skip
_BATCH = 5_000


def narrowed(condition: Any, filters: CallFilters) -> Any:
    """The condition on call-backs joined with their buyers, and what the filters ask beside it."""
    condition = condition & _WELCOME
    if filters.tiers:
        condition &= BuyerTable.tier.in_(filters.tiers)
    if filters.shops:
        condition &= BuyerTable.shop_id.in_(filters.shops)
    if filters.kinds:
        condition &= CallBackTable.kind.in_(filters.kinds)
    if filters.people:
        wanted = CallBackTable.person_id.in_([each for each in filters.people if each != NOBODY])
        condition &= (wanted | CallBackTable.person_id.is_null()) if NOBODY in filters.people else wanted
    return condition


def joined(*columns: Any) -> Any:
    """A selection of call-backs with their buyers."""
    return CallBackTable.select(*columns).join(BuyerTable, on=(BuyerTable.id == CallBackTable.buyer_id))


def list_between(
    database: CaseDatabase, start: date, end: date, filters: CallFilters = EVERY_CALL_BACK
) -> tuple[CallBackRow, ...]:
    """The call-backs that stand on the days from `start` to `end`, both included, done and skipped ones too."""
    return _list(database, narrowed(CallBackTable.due_on.between(start, end) & _ALIVE, filters))


def list_open_until(
    database: CaseDatabase, day: date, filters: CallFilters = EVERY_CALL_BACK
) -> tuple[CallBackRow, ...]:
    """Open call-backs that stand on `day` or before it: they stay here until dealt with."""
    return _list(database, narrowed(_OPEN & (CallBackTable.due_on <= day), filters))


def load_rows(database: CaseDatabase, ids: Sequence[int]) -> tuple[CallBackRow, ...]:
    """The rows of these call-backs."""
    found: list[CallBackRow] = []
    for start in range(0, len(ids), _BATCH):
        found += _list(database, CallBackTable.id.in_(list(ids[start : start + _BATCH])) & _ALIVE)
    return tuple(found)


def _list(database: CaseDatabase, condition: Any) -> tuple[CallBackRow, ...]:
    query = (
        joined(
            CallBackTable.id, CallBackTable.buyer_id, CallBackTable.due_on, CallBackTable.at_time, CallBackTable.state,
            CallBackTable.reason, CallBackTable.attempts, CallBackTable.person_id, CallBackTable.done_at,
            BuyerTable.nick, BuyerTable.name, BuyerTable.phone, BuyerTable.tier, BuyerTable.consent,
            last_contact(CallBackTable.buyer_id), _last_outcome(), CallBackTable.kind, CallBackTable.channel,
            CallBackTable.case_id, CallBackTable.subject, BuyerTable.shop_id, BuyerTable.tier_source,
        )
        .where(condition)
        .order_by(CallBackTable.due_on, *_IN_A_DAY)
    )  # fmt: skip
    # Read as the store holds them: with peewee's conversions 7,500 rows of a month take three times as long.
    rows = database.execute_sql(*query.sql()).fetchall()
    days: dict[str, date] = {}
    return tuple(_row(row, days) for row in rows)


def _last_outcome() -> Any:
    calls = CallRecordTable.alias()
    # One row each, from the end of an index: grouping all calls ever made took 90 ms at 200,000.
    return (
        calls.select(calls.outcome)
        .where((calls.call_back_id == CallBackTable.id) & calls.deleted_at.is_null())
        .order_by(calls.made_at.desc(), calls.id.desc())
        .limit(1)
    )


def last_contact(buyer_id: Any) -> Any:
    """When somebody last had a real contact with a buyer, as part of a selection."""
    calls = CallRecordTable.alias()
    return (
        calls.select(calls.made_at)
        .where(
            (calls.buyer_id == buyer_id)
            & calls.outcome.in_(REAL)
            & (calls.channel != Channel.NOTE)
            & calls.deleted_at.is_null()
        )
        .order_by(calls.made_at.desc())
        .limit(1)
    )


def _row(row: tuple[Any, ...], days: dict[str, date]) -> CallBackRow:
    day = days.get(row[2])
    if day is None:
        day = days[row[2]] = date.fromisoformat(row[2])
    call_back = CallBack(
        row[0], row[1], day, row[3], STATES[row[4]], row[5], row[6], row[7], moment(row[8]),
        KINDS[row[16]], CHANNELS[row[17]], row[18], row[19],
    )  # fmt: skip
    return CallBackRow(
        call_back, row[9], row[10], row[11], TIERS[row[12]], CONSENTS[row[13]], moment(row[14]),
        OUTCOMES[row[15]] if row[15] else None, row[20], row[21] == TierSource.SPECIAL,
    )  # fmt: skip


def moment(millis: int | None) -> datetime | None:
    """A moment as the store holds it."""
    return None if millis is None else from_millis(millis)


def day_of(value: date | str) -> date:
    """A day as the store holds it."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def list_first_of_days(
    database: CaseDatabase, start: date, end: date, limit: int, filters: CallFilters = EVERY_CALL_BACK
) -> Mapping[date, tuple[int, int, list[int]]]:
    """For every day with call-backs: how many there are, how many of them open, and the ids of the first `limit`."""
    still = fn.SUM(Case(CallBackTable.state, ((CallBackState.DUE.value, 1),), 0))
    counted = joined(
        CallBackTable.due_on.alias("day"), fn.COUNT(CallBackTable.id).alias("total"), still.alias("still")
    ).where(narrowed(CallBackTable.due_on.between(start, end) & _ALIVE, filters))  # fmt: skip
    of_all, all_values = counted.group_by(CallBackTable.due_on).sql()
    # Day by day: the first few of a day need no sorting of them all, which took twice the time for a month. In one
    # statement: after each the window's thread may take the interpreter for a moment.
    first = joined(CallBackTable.id).where(narrowed((CallBackTable.due_on == start) & _ALIVE, filters))
    of_day, values = first.order_by(*_IN_A_DAY).limit(limit).sql()
    place, parts = values.index(start.isoformat()), of_day.split("?")
    of_day = "?".join(parts[: place + 1]) + "ranked.day" + "?".join(parts[place + 1 :])
    rows = database.execute_sql(
        f"SELECT day, total, still, (SELECT group_concat(id) FROM ({of_day})) FROM ({of_all}) ranked ORDER BY day",  # noqa: S608
        [*values[:place], *values[place + 1 :], *all_values],
    ).fetchall()
    return {day_of(day): (total, still, [int(each) for each in ids.split(",")]) for day, total, still, ids in rows}


def list_attempts(
    database: CaseDatabase, start: date, end: date, since: datetime, until: datetime,
    filters: CallFilters = EVERY_CALL_BACK,
) -> tuple[tuple[datetime, int], ...]:  # fmt: skip
    """Calls without an answer between two moments, with their call-back, as far as that stands between two days."""
    # Crossed, so that it begins with the calls of the days: there are fewer than call-backs that were tried.
    query = (
        CallRecordTable.select(CallRecordTable.made_at, CallBackTable.id)
        .join_from(CallRecordTable, CallBackTable, JOIN.CROSS)
        .join_from(CallBackTable, BuyerTable, JOIN.CROSS)
        .where(
            narrowed(CallBackTable.due_on.between(start, end), filters)
            & (CallBackTable.id == CallRecordTable.call_back_id)
            & (BuyerTable.id == CallBackTable.buyer_id)
            & (CallBackTable.attempts > 0)
            & _ALIVE
            & (CallRecordTable.outcome == CallOutcome.NO_ANSWER)
            & CallRecordTable.made_at.between(since, until)
            & CallRecordTable.deleted_at.is_null()
        )
        .order_by(CallRecordTable.made_at)
    )
    rows = database.execute_sql(*query.sql()).fetchall()
    return tuple((from_millis(made_at), call_back_id) for made_at, call_back_id in rows)
