"""What the Cases list shows: a view, filters, a typed text and an order, as a value that can be kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from models.kinds import CaseState, Liability, Platform, Problem, Tier, WaitingOn

Kind = TypeVar("Kind", bound=StrEnum)
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


class ClockFilter(StrEnum):
    """How near the next clock of a case is."""

    OVERDUE = "overdue"
    WITHIN_24_HOURS = "within_24_hours"
    WITHIN_3_DAYS = "within_3_days"
    LATER = "later"
    NONE = "none"


class DateFilter(StrEnum):
    """Which date of a case a span of days is about."""

    OPENED = "opened_at"
    UPDATED = "updated_at"
    CLOSED = "closed_at"


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What is left of a view: a case must fit one of each list that is not empty.

    Days are whole days of the shop's time zone, both ends included. Amounts are minor units, both ends included.
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
    dated: DateFilter = DateFilter.OPENED
    first_day: date | None = None
    last_day: date | None = None
    at_least: int | None = None
    at_most: int | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) not in ((), None) for each in fields(self) if each.name != "dated")


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


_KINDS: Mapping[str, type[StrEnum]] = {
    "states": CaseState, "problems": Problem, "liabilities": Liability, "waiting_on": WaitingOn,
    "platforms": Platform, "tiers": Tier, "clock": ClockFilter,
}  # fmt: skip


def query_values(query: CaseQuery) -> dict[str, Any]:
    """The parts of a query that a saved view keeps, as JSON; not the shop switched to nor who is working."""
    filters: dict[str, Any] = {}
    for each in fields(query.filters):
        value = getattr(query.filters, each.name)
        if value not in ((), None):
            filters[each.name] = value.isoformat() if isinstance(value, date) else value
    return {
        "view": query.view, "text": query.text, "sort": query.sort, "descending": query.descending, "filters": filters
    }  # fmt: skip


def query_of(values: Mapping[str, Any]) -> CaseQuery:
    """The query that a saved view kept. A word this program does not know is left out, never an error."""
    kept = values.get("filters")
    return CaseQuery(
        view=_member(CaseView, values.get("view"), CaseView.OPEN),
        text=str(values.get("text", "")),
        sort=_member(CaseSort, values.get("sort"), CaseSort.NEXT_CLOCK),
        descending=values.get("descending") is True,
        filters=_filters(kept if isinstance(kept, Mapping) else {}),
    )


def _filters(kept: Mapping[str, Any]) -> CaseFilters:
    found: dict[str, Any] = {"dated": _member(DateFilter, kept.get("dated"), DateFilter.OPENED)}
    for name, kind in _KINDS.items():
        found[name] = tuple(kind(word) for word in _listed(kept, name) if word in set(kind))
    found["shops"], found["handlers"] = (
        tuple(number for number in _listed(kept, name) if type(number) is int) for name in ("shops", "handlers")
    )
    found["tags"] = tuple(str(name) for name in _listed(kept, "tags"))
    for name in ("first_day", "last_day"):
        found[name] = _day(kept.get(name))
    for name in ("at_least", "at_most"):
        found[name] = kept[name] if type(kept.get(name)) is int else None
    return CaseFilters(**found)


def _listed(kept: Mapping[str, Any], name: str) -> list[Any]:
    value = kept.get(name)
    return list(value) if isinstance(value, (list, tuple)) else []


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _member(kind: type[Kind], value: object, otherwise: Kind) -> Kind:
    return kind(value) if isinstance(value, str) and value in set(kind) else otherwise
