"""Working days and public holidays of a country: announced years from data, the others said to be not announced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from models.rules.expressions import PackError

_ONE_DAY = timedelta(days=1)
_SEARCH_LIMIT = 400
_NO_DAYS: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year as announced: the days off and the weekend days that are worked."""

    holidays: frozenset[date]
    make_up: frozenset[date]
    announced: bool = True


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days of work of one country. `needs_notice` is true where make-up days are announced year by year."""

    id: str
    country: str
    years: Mapping[int, CalendarYear] = field(default_factory=dict)
    needs_notice: bool = False

    def year(self, number: int) -> CalendarYear:
        """The announced year, or the statutory days with `announced` false where a notice is still to come."""
        found = self.years.get(number)
        return found if found is not None else _statutory(self.country, number, not self.needs_notice)

    def is_workday(self, day: date) -> bool:
        """Monday to Friday without the days off, and the make-up days."""
        year = self.year(day.year)
        if day in year.make_up:
            return True
        return day.weekday() < 5 and day not in year.holidays

    def is_holiday(self, day: date) -> bool:
        """A public holiday, or a weekend day that belongs to the same run of days off."""
        if self.is_workday(day):
            return False
        if day in self.year(day.year).holidays:
            return True
        return any(self._reaches_holiday(day, step) for step in (-_ONE_DAY, _ONE_DAY))

    def _reaches_holiday(self, day: date, step: timedelta) -> bool:
        near = day + step
        for _ in range(_SEARCH_LIMIT):
            if self.is_workday(near):
                return False
            if near in self.year(near.year).holidays:
                return True
            near += step
        return False

    def next_after_holiday(self, day: date, *, weekends: bool) -> date:
        """The day itself, or the first day that is not off where it is a holiday (with `weekends` also a weekend)."""
        if not weekends and not self.is_holiday(day):
            return day
        for _ in range(_SEARCH_LIMIT):
            if self.is_workday(day):
                return day
            day += _ONE_DAY
        raise PackError("calendar_without_workdays", calendar=self.id)

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; `day` itself for 0."""
        left, off = count, 0
        while left > 0:
            day += _ONE_DAY
            off = 0 if self.is_workday(day) else off + 1
            left -= off == 0
            if off > _SEARCH_LIMIT:
                raise PackError("calendar_without_workdays", calendar=self.id)
        return day

    def not_announced(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days whose days off have not been announced."""
        return tuple(year for year in range(first.year, last.year + 1) if not self.year(year).announced)


# The days off that all of the United Kingdom shares leave out Easter Monday and the last Monday of August; those of
# England and Wales are meant (Banking and Financial Dealings Act 1971, schedule 1).
_PART: Mapping[str, str] = {"GB": "ENG"}


@lru_cache(maxsize=256)
def _statutory(country: str, year: int, announced: bool) -> CalendarYear:
    if not country:
        return CalendarYear(_NO_DAYS, _NO_DAYS, announced=False)
    import holidays  # only for a year outside the data

    # Asking the package which countries there are would load all of them, half a second.
    if len(country) != 2 or not hasattr(holidays, country):
        return CalendarYear(_NO_DAYS, _NO_DAYS, announced=False)
    days: Iterable[date] = holidays.country_holidays(country, subdiv=_PART.get(country), years=year)
    return CalendarYear(frozenset(day for day in days if day.year == year), _NO_DAYS, announced=announced)


def load_calendar(raw: Mapping[str, Any]) -> WorkCalendar:
    """A calendar from its parsed file; PackError `calendar_invalid` when a day or year does not hold."""
    try:
        years = {
            int(number): CalendarYear(
                frozenset(date.fromisoformat(day) for day in each["holidays"]),
                frozenset(date.fromisoformat(day) for day in each["make_up_workdays"]),
            )
            for number, each in raw["years"].items()
        }
        found = WorkCalendar(str(raw["id"]), str(raw["country"]), years, bool(raw.get("needs_notice", False)))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PackError("calendar_invalid", why=str(error)) from error
    for number, each in years.items():
        if any(day.year != number for day in each.holidays | each.make_up) or each.holidays & each.make_up:
            raise PackError("calendar_invalid", why=f"days of {number}")
    return found


def country_calendar(country: str) -> WorkCalendar:
    """The statutory calendar of a country that has no data file (weekends and public holidays)."""
    return WorkCalendar(f"country_{country.lower()}", country.upper())


def calendar_as_data(calendar: WorkCalendar) -> dict[str, Any]:
    """A calendar as `load_calendar` reads it; the same calendar always gives the same."""
    return {
        "id": calendar.id,
        "country": calendar.country,
        "needs_notice": calendar.needs_notice,
        "years": {
            str(number): {
                "holidays": sorted(day.isoformat() for day in year.holidays),
                "make_up_workdays": sorted(day.isoformat() for day in year.make_up),
            }
            for number, year in sorted(calendar.years.items())
        },
    }
