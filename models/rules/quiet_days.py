"""Days on which nothing is planned: which they are in each year, and which of them can be kept."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from models.rules.call_settings import QuietDays
from models.rules.verdict import Allowed, Refused, Verdict

LONGEST_QUIET: Final = 92
"""Days one period may have: a call-back is moved at most a quarter of a year by it."""
FARTHEST_YEARS: Final = 10
TITLE_LIMIT: Final = 80


def judge_quiet(days: QuietDays, today: date) -> Verdict:
    """Whether a period can be kept: `quiet_backwards`, `quiet_too_long`, `quiet_past`, `quiet_far` say why not."""
    if days.last < days.first:
        return Refused("quiet_backwards")
    if (days.last - days.first).days >= LONGEST_QUIET:
        return Refused("quiet_too_long")
    if not days.yearly and days.last < today:
        return Refused("quiet_past")
    if days.first.year > today.year + FARTHEST_YEARS:
        return Refused("quiet_far")
    return Allowed()


def is_quiet(day: date, periods: Iterable[QuietDays]) -> bool:
    """Whether a day lies in one of the periods."""
    return any(covers(each, day) for each in periods)


def covers(days: QuietDays, day: date) -> bool:
    """Whether a day lies in a period; a yearly one comes again every year from its first on.

    The 29 February stands for the last day of February, so a yearly one ends or begins on the 28th in a common year.
    """
    if day < days.first:
        return False
    if not days.yearly:
        return day <= days.last
    span = days.last.year - days.first.year
    return any(_in_year(days, year, span, day) for year in range(day.year - span, day.year + 1))


def _in_year(days: QuietDays, year: int, span: int, day: date) -> bool:
    if year < days.first.year:
        return False
    last = date.max if year + span > date.max.year else _same(days.last, year + span)
    return _same(days.first, year) <= day <= last


def _same(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def runs(periods: Iterable[QuietDays], today: date, until: date) -> tuple[tuple[date, date], ...]:
    """The quiet days between two days as runs, overlapping and touching ones as one, in order."""
    kept, found = tuple(periods), list[tuple[date, date]]()
    day, step = today, timedelta(days=1)
    while day <= until:
        if is_quiet(day, kept):
            if found and found[-1][1] == day - step:
                found[-1] = (found[-1][0], day)
            else:
                found.append((day, day))
        if day == date.max:
            break
        day += step
    return tuple(found)
