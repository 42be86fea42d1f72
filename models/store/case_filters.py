"""The filters of the Cases list as conditions of its query."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import OP, SQL, Expression, NodeList

from models.case_query import CaseFilters, ClockFilter, EvidenceFilter
from models.clock import to_millis, zone
from models.kinds import Tier
from models.store.connection import bindable
from models.tables.buyer import BuyerTable
from models.tables.case import NO_CLOCK, CaseTable, CaseTagTable
from models.tables.shop import ShopTable

_SOON, _NEAR = timedelta(hours=24), timedelta(days=3)


Zones = Sequence[tuple[str, tuple[int, ...]]]
"""Time zones, each with the ids of the shops in it."""


def filter_conditions(filters: CaseFilters, now: datetime, zones: Zones) -> list[Any]:
    """One condition per filter that is set; days begin and end at midnight of the zone of each case's shop.

    `zones` with one of them only means that all shops are in it.
    """
    conditions: list[Any] = []
    for column, wanted in (
        (CaseTable.state, filters.states), (CaseTable.problem, filters.problems),
        (CaseTable.liability, filters.liabilities), (CaseTable.waiting_on, filters.waiting_on),
        (CaseTable.shop_id, filters.shops),
    ):  # fmt: skip
        # All of a list's words leave nothing out.
        if wanted and not (isinstance(wanted[0], StrEnum) and set(wanted) == set(type(wanted[0]))):
            conditions.append(column.in_(list(wanted)))
    if filters.handlers:
        # Nobody is kept as NULL.
        named = CaseTable.handler_id.in_([each for each in filters.handlers if each])
        conditions.append(named | CaseTable.handler_id.is_null() if 0 in filters.handlers else named)
    if filters.platforms:
        shops = ShopTable.select(ShopTable.id).where(ShopTable.platform.in_(list(filters.platforms)))
        conditions.append(CaseTable.shop_id.in_(shops))
    if filters.tiers:
        conditions += _of_tiers(filters.tiers)
    if filters.tags:
        tagged = CaseTagTable.select(CaseTagTable.case_id).where(
            CaseTagTable.name.in_([bindable(name) for name in filters.tags]) & CaseTagTable.deleted_at.is_null()
        )
        conditions.append(CaseTable.id.in_(tagged))
    if filters.clock:
        conditions.append(_clock_condition(filters.clock, now))
    if len(filters.evidence) == 1:
        due = _as_it_is(CaseTable.evidence_due)
        conditions.append(Expression(due, OP.GT if EvidenceFilter.REQUIRED_MISSING in filters.evidence else OP.EQ, 0))
    elif filters.evidence:
        conditions.append(Expression(_as_it_is(CaseTable.evidence_due), OP.GTE, 0))
    at_stake = _as_it_is(CaseTable.at_stake)
    conditions += _dated(filters, now, zones)
    if filters.at_least is not None:
        conditions.append(Expression(at_stake, OP.GTE, filters.at_least))
    if filters.at_most is not None:
        conditions.append(Expression(at_stake, OP.LTE, filters.at_most))
    if filters.currency and (filters.at_least is not None or filters.at_most is not None):
        conditions.append(CaseTable.currency == filters.currency)
    return conditions


def _dated(filters: CaseFilters, now: datetime, zones: Zones) -> list[Any]:
    spans = [(_span(filters, now, time_zone), shops) for time_zone, shops in zones]
    if len(spans) == 1 or not spans[0][0]:
        return spans[0][0]
    return [reduce(or_, [reduce(and_, span, CaseTable.shop_id.in_(shops)) for span, shops in spans])]


def _span(filters: CaseFilters, now: datetime, time_zone: str) -> list[Any]:
    dated = _as_it_is(CaseTable._meta.fields[filters.dated.value])
    first_day, last_day = filters.days(now.astimezone(zone(time_zone)).date())
    found: list[Any] = []
    if first_day is not None:
        found.append(dated >= _midnight(first_day, time_zone))
    if last_day is not None:
        found.append(dated < _midnight(last_day + timedelta(days=1), time_zone))
    return found


def _as_it_is(column: Any) -> Any:
    """A column no index is chosen by: the planner would walk that of a wide span and read every row, where the index
    of all filters holds them together.
    """
    return NodeList((SQL("+"), column), glue="")


def _of_tiers(wanted: tuple[Tier, ...]) -> list[Any]:
    if Tier.NONE not in wanted:
        buyers = BuyerTable.select(BuyerTable.id).where(BuyerTable.tier.in_(list(wanted)))
        return [CaseTable.buyer_id.in_(buyers)]
    # Most buyers have no tier: the few others are left out, instead of gathering most buyers of the shop.
    known, others = CaseTable.buyer_id.is_null(False), [tier for tier in Tier if tier not in wanted]
    if not others:
        return [known]
    left_out = BuyerTable.select(BuyerTable.id).where(BuyerTable.tier.in_(others))
    return [known, CaseTable.buyer_id.not_in(left_out)]


def _clock_condition(wanted: tuple[ClockFilter, ...], now: datetime) -> Any:
    here, soon, near = (to_millis(moment) for moment in (now, now + _SOON, now + _NEAR))
    due = CaseTable.next_due_at
    spans = {
        ClockFilter.OVERDUE: due < here,
        ClockFilter.WITHIN_24_HOURS: due.between(here, soon),
        ClockFilter.WITHIN_3_DAYS: due.between(here, near),
        ClockFilter.LATER: (due > near) & (due < NO_CLOCK),
        ClockFilter.NONE: due >= NO_CLOCK,
    }
    found = spans[wanted[0]]
    for each in wanted[1:]:
        found = found | spans[each]
    return found


def _midnight(day: date, time_zone: str) -> int:
    return to_millis(datetime.combine(day, time.min, zone(time_zone)))
