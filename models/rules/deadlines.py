"""Arithmetic of deadlines: from an event to its last moment, in the zone and calendar of the pack; results in UTC."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from models.rules.calendars import WorkCalendar
from models.rules.expressions import PackError

COUNTS: Final = frozenset(
    {
        "minutes",
        "hours",
        "elapsed_days",
        "platform_days",
        "legal_days",
        "business_days",
        "months",
        "next_clock",
        "window_hours",
        "fixed",
    }
)
INCLUSIVE: Final = frozenset({"minutes", "hours", "elapsed_days", "next_clock", "window_hours", "fixed"})
"""Kinds whose last moment is still in time; the others end at a midnight that is already too late."""

ROLLS: Final = frozenset({"none", "holiday", "weekend_or_holiday"})
_WHOLE: Final = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_DURATION: Final = re.compile(
    r"P(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?)?", re.ASCII
)
N_LIMIT: Final = 40_000
_WINDOWS: Final = 4_000


@dataclass(frozen=True, slots=True)
class Span:
    """How a deadline counts. `clock`, `opens` and `closes` are local times; `anchor` the day of month to keep."""

    count: str
    n: int = 0
    roll: str = "none"
    clock: time = time(12)
    opens: time = time(9)
    closes: time = time(18)
    anchor: int | None = None
    extra_days: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """The end of a deadline: the moment in UTC, the last local day, and years without announced holidays."""

    at: datetime
    last_day: date
    inclusive: bool
    not_announced: tuple[int, ...] = ()

    def in_time(self, action: datetime) -> bool:
        """Whether an act at that moment keeps the deadline."""
        return action <= self.at if self.inclusive else action < self.at


def end_of(span: Span, event: datetime, zone: tzinfo, calendar: WorkCalendar) -> Due:
    """When a deadline that began with `event` ends; rules/README section 3 gives the meaning of every kind.

    PackError `deadline_invalid` for an unknown kind, a negative or absurd length or a window that never opens.
    """
    if span.count not in COUNTS or not 0 <= span.n <= N_LIMIT or not -N_LIMIT <= span.extra_days <= N_LIMIT:
        raise PackError("deadline_invalid", count=span.count, n=span.n)
    if event.tzinfo is None:
        raise ValueError("a time without a zone")
    try:
        return _end_of(span, event, zone, calendar)
    except (OverflowError, ValueError) as error:
        raise PackError("deadline_invalid", count=span.count, n=span.n) from error


def _end_of(span: Span, event: datetime, zone: tzinfo, calendar: WorkCalendar) -> Due:
    local = event.astimezone(zone)
    if span.count in ("legal_days", "business_days"):
        return _by_days(span, local, zone, calendar)
    if span.count == "months":
        moment = _months(local, span, zone)
        return Due(moment.astimezone(UTC), moment.date(), inclusive=False)
    moment = _moment(span, event, local, zone)
    inclusive = span.count in INCLUSIVE
    last = moment.astimezone(zone)
    return Due(moment, last.date() if inclusive else (last - timedelta(microseconds=1)).date(), inclusive)


def _moment(span: Span, event: datetime, local: datetime, zone: tzinfo) -> datetime:
    start = event.astimezone(UTC)
    if span.count == "minutes":
        return start + timedelta(minutes=span.n)
    if span.count == "hours":
        return start + timedelta(hours=span.n)
    if span.count == "elapsed_days":
        return start + timedelta(hours=24 * (span.n + span.extra_days))
    if span.count == "platform_days":
        return _midnight(local.date() + timedelta(days=1), zone) + timedelta(hours=24 * (span.n + span.extra_days))
    if span.count == "next_clock":
        return _next_clock(local, span.clock, zone)
    if span.count == "window_hours":
        return _window(span, local, zone)
    return start


def _by_days(span: Span, local: datetime, zone: tzinfo, calendar: WorkCalendar) -> Due:
    first = local.date()
    if span.count == "business_days":
        last = calendar.add_workdays(first, span.n)
        asked = True
    else:
        last = first + timedelta(days=span.n + span.extra_days)
        asked = span.roll != "none"
        if asked:
            last = calendar.next_after_holiday(last, weekends=span.roll == "weekend_or_holiday")
    missing = calendar.not_announced(first if span.count == "business_days" else last, last) if asked else ()
    return Due(_midnight(last + timedelta(days=1), zone), last, inclusive=False, not_announced=missing)


def _months(local: datetime, span: Span, zone: tzinfo) -> datetime:
    """Months later on the anchor day, clamped to the month's length; the clamp never moves the anchor itself."""
    index = local.year * 12 + local.month - 1 + span.n
    year, month = divmod(index, 12)
    anchor = span.anchor if span.anchor is not None else local.day
    day = date(year, month + 1, min(anchor, monthrange(year, month + 1)[1])) + timedelta(days=span.extra_days)
    return datetime.combine(day, local.timetz().replace(tzinfo=None), tzinfo=zone)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


def _next_clock(local: datetime, clock: time, zone: tzinfo) -> datetime:
    today = datetime.combine(local.date(), clock, tzinfo=zone)
    if today.astimezone(UTC) > local.astimezone(UTC):
        return today.astimezone(UTC)
    return datetime.combine(local.date() + timedelta(days=1), clock, tzinfo=zone).astimezone(UTC)


def _window(span: Span, local: datetime, zone: tzinfo) -> datetime:
    """Hours counted only while the window of each day is open; days off count like any other day."""
    if span.opens >= span.closes:
        raise PackError("deadline_invalid", count=span.count, n=span.n)
    left = timedelta(hours=span.n)
    moment = local.astimezone(UTC)
    day = local.date()
    for _ in range(_WINDOWS):
        opens = datetime.combine(day, span.opens, tzinfo=zone).astimezone(UTC)
        closes = datetime.combine(day, span.closes, tzinfo=zone).astimezone(UTC)
        start = max(moment, opens)
        if start < closes or (start == closes and not left):
            if start + left <= closes:
                return start + left
            left -= closes - start
        day += timedelta(days=1)
    raise PackError("deadline_invalid", count=span.count, n=span.n)


def whole(text: str) -> int | None:
    """A length written as a plain number; None for an expression."""
    return int(text) if _WHOLE.fullmatch(text) else None


def duration(text: str) -> timedelta | None:
    """A length of time as ISO 8601 writes it (`PT12H`, `P2D`); None where it says no length."""
    found = _DURATION.fullmatch(text)
    parts = [int(each or 0) for each in found.groups()] if found is not None else []
    if found is None or not any(each is not None for each in found.groups()):
        return None
    return timedelta(weeks=parts[0], days=parts[1], hours=parts[2], minutes=parts[3])
