"""How many call-backs and calls there are: of a month by state and person, of the coming days, VIP buyers by tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from peewee import JOIN, Case, fn

from models.call_back_records import EVERY_CALL_BACK, CallFilters, DayLoad
from models.call_kinds import Channel, TierSource
from models.kinds import CallBackState, CallOutcome, Tier
from models.known_words import STATES, TIERS
from models.store.call_back_rows import NOBODY, REAL, day_of, joined, narrowed
from models.store.connection import CaseDatabase
from models.tables.buyer import BuyerTable
from models.tables.call_back import CallBackTable, CallRecordTable
from models.tables.shop import PersonTable

ANSWERED = (*REAL, CallOutcome.CALL_AGAIN.value)
"""Outcomes of a call that somebody took."""
_ALIVE = CallBackTable.deleted_at.is_null()
_OPEN = (CallBackTable.state == CallBackState.DUE) & _ALIVE


@dataclass(frozen=True, slots=True)
class MadeCalls:
    """Contacts one person made, by the name that stands on them."""

    person: str
    calls: int
    reached: int
    answered: int


def count_states(
    database: CaseDatabase, start: date, end: date, filters: CallFilters = EVERY_CALL_BACK
) -> Mapping[tuple[CallBackState, int], int]:
    """By state and person (0 for nobody), how many call-backs stand between two days."""
    query = joined(CallBackTable.state, CallBackTable.person_id, fn.COUNT(CallBackTable.id)).where(
        narrowed(CallBackTable.due_on.between(start, end) & _ALIVE, filters)
    )
    rows = query.group_by(CallBackTable.state, CallBackTable.person_id).tuples().execute(database)
    found: Counter[tuple[CallBackState, int]] = Counter()
    for state, person, count in rows:
        found[STATES[state], person or NOBODY] += count
    return found


def load_per_day(
    database: CaseDatabase, start: date, end: date, capacity: int, filters: CallFilters = EVERY_CALL_BACK
) -> Mapping[date, DayLoad]:
    """The open call-backs of every day that has some, by person."""
    query = joined(CallBackTable.due_on, CallBackTable.person_id, fn.COUNT(CallBackTable.id)).where(
        narrowed(_OPEN & CallBackTable.due_on.between(start, end), filters)
    )
    people: dict[date, dict[int, int]] = {}
    for day, person, count in query.group_by(CallBackTable.due_on, CallBackTable.person_id).tuples().execute(database):
        people.setdefault(day_of(day), {})[person or NOBODY] = count
    return {day: DayLoad(day, sum(each.values()), each, capacity) for day, each in people.items()}


def count_calls(
    database: CaseDatabase, since: datetime, until: datetime, filters: CallFilters = EVERY_CALL_BACK
) -> tuple[MadeCalls, ...]:
    """The contacts made from one moment to before another, on any channel but a note, by the person who made them."""
    condition = (
        CallRecordTable.deleted_at.is_null()
        & (CallRecordTable.made_at >= since)
        & (CallRecordTable.made_at < until)
        & (CallRecordTable.channel != Channel.NOTE)
    )
    reached = fn.SUM(Case(None, ((CallRecordTable.outcome.in_(REAL), 1),), 0))
    answered = fn.SUM(Case(None, ((CallRecordTable.outcome.in_(ANSWERED), 1),), 0))
    query = CallRecordTable.select(CallRecordTable.person, fn.COUNT(CallRecordTable.id), reached, answered)
    if filters.tiers or filters.shops:
        query = query.join(BuyerTable, on=(BuyerTable.id == CallRecordTable.buyer_id))
        if filters.tiers:
            condition &= BuyerTable.tier.in_(filters.tiers)
        if filters.shops:
            condition &= BuyerTable.shop_id.in_(filters.shops)
    if filters.kinds:
        query = query.join_from(
            CallRecordTable, CallBackTable, JOIN.INNER, on=(CallBackTable.id == CallRecordTable.call_back_id)
        )
        condition &= CallBackTable.kind.in_(filters.kinds)
    if filters.people:
        names = PersonTable.select(PersonTable.name).where(PersonTable.id.in_(list(filters.people)))
        condition &= CallRecordTable.person.in_(names)
    rows = query.where(condition).group_by(CallRecordTable.person).tuples().execute(database)
    return tuple(MadeCalls(*row) for row in rows)


def count_tiers(database: CaseDatabase, filters: CallFilters = EVERY_CALL_BACK) -> tuple[Mapping[Tier, int], int]:
    """How many VIP buyers there are of each tier, the dearest first, and how many of them all are special."""
    vips = (BuyerTable.tier > Tier.NONE) & BuyerTable.merged_into.is_null()
    if filters.shops:
        vips &= BuyerTable.shop_id.in_(filters.shops)
    if filters.tiers:
        vips &= BuyerTable.tier.in_(filters.tiers)
    special = fn.SUM(Case(None, ((BuyerTable.tier_source == TierSource.SPECIAL, 1),), 0))
    query = BuyerTable.select(BuyerTable.tier, fn.COUNT(BuyerTable.id), special).where(vips).group_by(BuyerTable.tier)
    # Read as words: one of a newer program is counted with the tier it is shown as.
    rows: list[tuple[str, int, int]] = database.execute_sql(*query.sql()).fetchall()
    counted = {tier: sum(row[1] for row in rows if TIERS[row[0]] is tier) for tier in (Tier.V3, Tier.V2, Tier.V1)}
    return counted, sum(marked for _, _, marked in rows)
