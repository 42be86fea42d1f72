"""What the Cases list shows: a view, filters, a typed text and an order, as a value that can be kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from models.kinds import CaseState, Liability, Platform, Problem, Tier, WaitingOn
from models.query_reading import LARGEST, day_of, is_in, listed, member_of

# The handler of cases that nobody has taken.
NOBODY = 0


class CaseView(StrEnum):
    """The views every shop starts with."""

    OPEN = "open"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    WAITING_BUYER = "waiting_buyer"
    WAITING_WAREHOUSE = "waiting_warehouse"
    WAITING_CARRIER = "waiting_carrier"
    WAITING_PLATFORM = "waiting_platform"
    IN_DISPUTE = "in_dispute"
    MINE = "mine"
    SNOOZED = "snoozed"
    DONE = "done"
    ARCHIVED = "archived"
    ALL = "all"


class CaseSort(StrEnum):
    """The columns the list can be sorted by."""

    NUMBER = "number"
    STATE = "state"
    NEXT_CLOCK = "next_due_at"
    BUYER = "buyer_nick"
    ORDER = "order_number"
    PROBLEM = "problem"
    LIABILITY = "liability"
    AT_STAKE = "at_stake"
    WAITING_ON = "waiting_on"
    HANDLER = "handler_name"
    UPDATED = "updated_at"
    EVIDENCE = "evidence_due"


class ClockFilter(StrEnum):
    """How near the next clock of a case is."""

    OVERDUE = "overdue"
    WITHIN_24_HOURS = "within_24_hours"
    WITHIN_3_DAYS = "within_3_days"
    LATER = "later"
    NONE = "none"


class EvidenceFilter(StrEnum):
    """How far the checklist of a case is filled; one that was not counted yet is neither."""

    REQUIRED_MISSING = "required_missing"
    REQUIRED_THERE = "required_there"


class DateFilter(StrEnum):
    """Which date of a case a span of days is about."""

    OPENED = "opened_at"
    UPDATED = "updated_at"
    CLOSED = "closed_at"


class DatePeriod(StrEnum):
    """Spans of days that move on with the calendar; a week begins on Monday."""

    TODAY = "today"
    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"


def period_days(period: DatePeriod, today: date) -> tuple[date, date]:
    """The first and the last day of a period, seen from today."""
    if period is DatePeriod.TODAY:
        return today, today
    if period is DatePeriod.THIS_WEEK:
        monday = today - timedelta(days=today.weekday())
        return monday, monday + timedelta(days=6)
    first = today.replace(day=1)
    if period is DatePeriod.LAST_MONTH:
        last = first - timedelta(days=1)
        return last.replace(day=1), last
    after = (first + timedelta(days=31)).replace(day=1)
    return first, after - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What is left of a view: a case must fit one of each list that is not empty.

    Days are whole days of the shop's time zone, both ends included; a `period` outweighs them. Amounts are minor
    units of `currency`, both ends included; without a currency those of any.
    """

    states: tuple[CaseState, ...] = ()
    problems: tuple[Problem, ...] = ()
    liabilities: tuple[Liability, ...] = ()
    waiting_on: tuple[WaitingOn, ...] = ()
    platforms: tuple[Platform, ...] = ()
    shops: tuple[int, ...] = ()
    handlers: tuple[int, ...] = ()
    tiers: tuple[Tier, ...] = ()
    tags: tuple[str, ...] = ()
    clock: tuple[ClockFilter, ...] = ()
    evidence: tuple[EvidenceFilter, ...] = ()
    dated: DateFilter = DateFilter.OPENED
    first_day: date | None = None
    last_day: date | None = None
    at_least: int | None = None
    at_most: int | None = None
    period: DatePeriod | None = None
    currency: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) not in ((), None, "") for each in fields(self) if each.name not in _ASIDE)

    def days(self, today: date) -> tuple[date | None, date | None]:
        """The first and the last day wanted, seen from today; None where that end is open."""
        return period_days(self.period, today) if self.period is not None else (self.first_day, self.last_day)


# They say how another part is meant and leave nothing out by themselves.
_ASIDE = ("dated", "currency")


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """What the list shows. `shop_id` is the shop the window is switched to, `mine` who is working."""

    view: CaseView = CaseView.OPEN
    text: str = ""
    sort: CaseSort = CaseSort.NEXT_CLOCK
    descending: bool = False
    shop_id: int | None = None
    mine: int | None = None
    filters: CaseFilters = field(default_factory=CaseFilters)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A chip over the list: a view every shop starts with (`built_in`), or one of the shop's own.

    `id` is 0 for a built-in one that was never moved or hidden.
    """

    id: int
    name: str
    query: CaseQuery
    built_in: CaseView | None = None
    hidden: bool = False

    @property
    def key(self) -> str:
        """What names the view in settings and targets: its word, or `own:12`."""
        return self.built_in if self.built_in is not None else own_key(self.id)


def own_key(view_id: int) -> str:
    """The key of one of the shop's own views."""
    return f"own:{view_id}"


def is_view_key(text: str) -> bool:
    """Whether a text names a view, one that is there or one that was."""
    return text in set(CaseView) or text.startswith("own:")


_KINDS: Mapping[str, type[StrEnum]] = {
    "states": CaseState, "problems": Problem, "liabilities": Liability, "waiting_on": WaitingOn,
    "platforms": Platform, "tiers": Tier, "clock": ClockFilter,
    "evidence": EvidenceFilter,
}  # fmt: skip


def query_values(query: CaseQuery) -> dict[str, Any]:
    """The parts of a query that a saved view keeps, as JSON; not the shop switched to nor who is working."""
    filters: dict[str, Any] = {}
    for each in fields(query.filters):
        value = getattr(query.filters, each.name)
        if value not in ((), None, ""):
            filters[each.name] = value.isoformat() if isinstance(value, date) else value
    return {
        "view": query.view, "text": query.text, "sort": query.sort, "descending": query.descending, "filters": filters
    }  # fmt: skip


def query_of(values: Mapping[str, Any]) -> CaseQuery:
    """The query that a saved view kept. A word this program does not know is left out, never an error."""
    kept = values.get("filters")
    return CaseQuery(
        view=member_of(CaseView, values.get("view"), CaseView.OPEN),
        text=text if isinstance(text := values.get("text"), str) else "",
        sort=member_of(CaseSort, values.get("sort"), CaseSort.NEXT_CLOCK),
        descending=values.get("descending") is True,
        filters=_filters(kept if isinstance(kept, Mapping) else {}),
    )


def _filters(kept: Mapping[str, Any]) -> CaseFilters:
    found: dict[str, Any] = {"dated": member_of(DateFilter, kept.get("dated"), DateFilter.OPENED)}
    for name, kind in _KINDS.items():
        found[name] = tuple(kind(word) for word in listed(kept, name) if is_in(kind, word))
    found["shops"], found["handlers"] = (
        tuple(number for number in listed(kept, name) if _number(number) is not None) for name in ("shops", "handlers")
    )
    found["tags"] = tuple(name for name in listed(kept, "tags") if isinstance(name, str))
    for name in ("first_day", "last_day"):
        found[name] = day_of(kept.get(name))
    for name in ("at_least", "at_most"):
        found[name] = _number(kept.get(name))
    period, currency = kept.get("period"), kept.get("currency")
    found["period"] = DatePeriod(str(period)) if is_in(DatePeriod, period) else None
    found["currency"] = currency if isinstance(currency, str) and len(currency) == 3 else ""
    return CaseFilters(**found)


def _number(value: object) -> int | None:
    return value if type(value) is int and abs(value) <= LARGEST else None
