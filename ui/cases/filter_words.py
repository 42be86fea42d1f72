"""The fields a list of cases can be filtered by: their names, their choices in words, and what a chip says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any

from desktop.services.saved_views import FilterChoices
from models.case_query import NOBODY, CaseFilters, ClockFilter, DateFilter, DatePeriod, EvidenceFilter
from models.kinds import CaseState, Liability, Platform, Problem, Tier, WaitingOn
from models.money import Money
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.words import tier_text, word

tr = translator("views")
_NAMED = 3


class FilterField(StrEnum):
    """What can be filtered, in the order of the panel and of the chips; all but two name a tuple of CaseFilters."""

    STATE = "states"
    PROBLEM = "problems"
    LIABILITY = "liabilities"
    WAITING_ON = "waiting_on"
    CLOCK = "clock"
    EVIDENCE = "evidence"
    HANDLER = "handlers"
    TIER = "tiers"
    TAG = "tags"
    PLATFORM = "platforms"
    SHOP = "shops"
    DATE = "date"
    AMOUNT = "amount"


_KINDS: Mapping[FilterField, type[StrEnum]] = {
    FilterField.STATE: CaseState, FilterField.PROBLEM: Problem, FilterField.LIABILITY: Liability,
    FilterField.WAITING_ON: WaitingOn, FilterField.PLATFORM: Platform, FilterField.CLOCK: ClockFilter,
    FilterField.EVIDENCE: EvidenceFilter,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """What words about filters need to know besides the filters: what there is, and when and where "today" is."""

    choices: FilterChoices
    now: datetime
    zone: tzinfo
    currency: str


def field_title(field: FilterField) -> str:
    """The name of a field."""
    return {
        FilterField.STATE: tr("State"),
        FilterField.PROBLEM: tr("Problem"),
        FilterField.LIABILITY: tr("Liability"),
        FilterField.WAITING_ON: tr("Waiting on"),
        FilterField.CLOCK: tr("Next clock"),
        FilterField.EVIDENCE: tr("Evidence"),
        FilterField.HANDLER: tr("Handler"),
        FilterField.TIER: tr("Tier"),
        FilterField.TAG: tr("Tag"),
        FilterField.PLATFORM: tr("Sales platform"),
        FilterField.SHOP: tr("Shop"),
        FilterField.DATE: tr("Date"),
        FilterField.AMOUNT: tr("At stake"),
    }[field]


def clock_word(clock: ClockFilter) -> str:
    """How near the next clock is, in words."""
    return {
        ClockFilter.OVERDUE: tr("Overdue"),
        ClockFilter.WITHIN_24_HOURS: tr("Due in 24 h"),
        ClockFilter.WITHIN_3_DAYS: tr("Due in 3 days"),
        ClockFilter.LATER: tr("Later"),
        ClockFilter.NONE: tr("No clock"),
    }[clock]


def evidence_word(filled: EvidenceFilter) -> str:
    """How far the checklist is filled, in words."""
    return {
        EvidenceFilter.REQUIRED_MISSING: tr("Required evidence missing"),
        EvidenceFilter.REQUIRED_THERE: tr("Required evidence there"),
    }[filled]


def dated_word(dated: DateFilter) -> str:
    """Which date, in one word."""
    return {
        DateFilter.OPENED: tr("Opened"),
        DateFilter.UPDATED: tr("Updated"),
        DateFilter.CLOSED: tr("Closed"),
    }[dated]


def period_word(period: DatePeriod) -> str:
    """A span of days that moves on, in words."""
    return {
        DatePeriod.TODAY: tr("Today"),
        DatePeriod.THIS_WEEK: tr("This week"),
        DatePeriod.THIS_MONTH: tr("This month"),
        DatePeriod.LAST_MONTH: tr("Last month"),
    }[period]


def choices_of(field: FilterField, place: Place) -> Sequence[tuple[Any, str]]:
    """What can be chosen in a field of several choices: value and words."""
    if field is FilterField.HANDLER:
        return ((NOBODY, tr("Nobody")), *((each.id, one_line(each.name)) for each in place.choices.people))
    if field is FilterField.SHOP:
        return tuple((each.id, one_line(each.name)) for each in place.choices.shops)
    if field is FilterField.TAG:
        return tuple((name, one_line(name)) for name in place.choices.tags or ())
    if field is FilterField.TIER:
        return tuple((tier, _tier(tier)) for tier in reversed(Tier))
    if field is FilterField.PLATFORM:
        # A shop sells on few platforms: the others would only be in the way.
        sold = {shop.platform for shop in place.choices.shops}
        return tuple((each, word(each)) for each in Platform if each in sold)
    return tuple((each, _member(each)) for each in _KINDS.get(field, ()))


def _tier(tier: Tier) -> str:
    return tier_text(tier) or tr("No tier")


def _member(member: StrEnum) -> str:
    if isinstance(member, ClockFilter):
        return clock_word(member)
    if isinstance(member, EvidenceFilter):
        return evidence_word(member)
    return _tier(member) if isinstance(member, Tier) else word(member)


def _named(field: FilterField, value: Any, place: Place) -> str:
    if isinstance(value, StrEnum):
        return _member(value)
    known = dict(choices_of(field, place)).get(value)
    return isolate(known if known is not None else one_line(str(value)))


def is_set(filters: CaseFilters, field: FilterField) -> bool:
    """Whether a field leaves anything out."""
    return without(filters, field) != filters


def without(filters: CaseFilters, field: FilterField) -> CaseFilters:
    """The filters with one field cleared."""
    if field is FilterField.DATE:
        if filters.period is None and filters.first_day is None and filters.last_day is None:
            return filters
        return replace(filters, period=None, first_day=None, last_day=None, dated=DateFilter.OPENED)
    if field is FilterField.AMOUNT:
        if filters.at_least is None and filters.at_most is None:
            return filters
        return replace(filters, at_least=None, at_most=None, currency="")
    return with_values(filters, field, ())


def values_of(filters: CaseFilters, field: FilterField) -> tuple[Any, ...]:
    """What is chosen in a field of several choices."""
    found: tuple[Any, ...] = getattr(filters, field.value, ())
    return found


def with_values(filters: CaseFilters, field: FilterField, values: Sequence[Any]) -> CaseFilters:
    """The filters with other choices in a field of several."""
    changed: dict[str, Any] = {field.value: tuple(values)}
    return replace(filters, **changed)


def chip_text(filters: CaseFilters, field: FilterField, place: Place) -> str:
    """`Problem: damaged, missing`; more than three choices are counted."""
    return tr("%1: %2", field_title(field), _value_text(filters, field, place, _NAMED))


def full_text(filters: CaseFilters, field: FilterField, place: Place) -> str:
    """The same with every choice named, for tool tips and screen readers."""
    return tr("%1: %2", field_title(field), _value_text(filters, field, place, 0))


def summary(filters: CaseFilters, place: Place) -> str:
    """All filters in one line, as the chips say them."""
    return " · ".join(chip_text(filters, field, place) for field in FilterField if is_set(filters, field))


def _value_text(filters: CaseFilters, field: FilterField, place: Place, most: int) -> str:
    if field is FilterField.DATE:
        return _date_text(filters, place)
    if field is FilterField.AMOUNT:
        return _amount_text(filters, place)
    words = [_named(field, value, place) for value in values_of(filters, field)]
    few = words[:most] if most and len(words) > most else words
    text = ("、" if language() == "zh" else ", ").join(few)
    return text if len(few) == len(words) else tr("%1 +%2", text, len(words) - len(few))


def _date_text(filters: CaseFilters, place: Place) -> str:
    dated = dated_word(filters.dated)
    if filters.period is not None:
        return tr("%1 %2", dated, _small(period_word(filters.period)))
    first, last = (_day_text(day, place) if day is not None else "" for day in (filters.first_day, filters.last_day))
    if first and last:
        return tr("%1 %2", dated, first if first == last else tr("%1 to %2", first, last))
    return tr("%1 from %2", dated, first) if first else tr("%1 until %2", dated, last)


def _day_text(day: Any, place: Place) -> str:
    return shown.day(day, place.now, language(), place.zone)


def _amount_text(filters: CaseFilters, place: Place) -> str:
    currency = filters.currency or place.currency
    least, most = (
        shown.money(Money(minor, currency)) if minor is not None else ""
        for minor in (filters.at_least, filters.at_most)
    )
    if least and most:
        return tr("%1 to %2", least, most)
    return tr("at least %1", least) if least else tr("at most %1", most)


def _small(text: str) -> str:
    """Within a sentence."""
    return text[:1].lower() + text[1:]
