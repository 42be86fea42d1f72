"""Snoozing a case: until which moments it is offered, what may be snoozed, and what would run out meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from models.kinds import ClockStatus, SnoozeEvent
from models.records import Case, Clock
from models.rules.calendars import WorkCalendar
from models.rules.case_life import CLOSED
from models.rules.clock_moves import DUE_SOON, is_ours
from models.rules.verdict import Allowed, Refused, Verdict

LONGEST: Final = timedelta(days=366)
"""A case sleeps for at most so long."""
_MORNING, _AFTERNOON = time(9), time(14)


class SnoozePreset(StrEnum):
    """The moments a snooze is offered until."""

    HOUR = "hour"
    AFTERNOON = "afternoon"
    TOMORROW = "tomorrow"
    WORKDAY = "workday"
    WEEK = "week"


def snooze_until(preset: SnoozePreset, now: datetime, zone: tzinfo, calendar: WorkCalendar) -> datetime | None:
    """The moment of a preset in the shop's zone, in UTC; None where it does not come today.

    Next week begins with its first day of work: after the holidays where all of it is off.
    """
    if preset is SnoozePreset.HOUR:
        return now + timedelta(hours=1)
    today = now.astimezone(zone).date()
    if preset is SnoozePreset.AFTERNOON:
        found = _at(today, _AFTERNOON, zone)
        return found if found > now else None
    if preset is SnoozePreset.TOMORROW:
        return _at(today + timedelta(days=1), _MORNING, zone)
    if preset is SnoozePreset.WORKDAY:
        return _at(calendar.add_workdays(today, 1), _MORNING, zone)
    monday = today + timedelta(days=7 - today.weekday())
    return _at(calendar.next_after_holiday(monday, weekends=True), _MORNING, zone)


def _at(day: date, at: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


def may_snooze(case: Case) -> Verdict:
    """Only what is still worked on can sleep; a closed case rests already."""
    return Refused("snooze_closed") if case.state in CLOSED or case.merged_into is not None else Allowed()


def judge_time(until: datetime, now: datetime) -> Verdict:
    """Whether a case can sleep until then."""
    if until <= now:
        return Refused("snooze_past")
    return Refused("snooze_far") if until - now > LONGEST else Allowed()


def run_out_before(clocks: Sequence[Clock], until: datetime) -> tuple[Clock, ...]:
    """The running clocks of the shop that end while the case sleeps."""
    return tuple(
        clock for clock in clocks if clock.status is ClockStatus.RUNNING and is_ours(clock) and clock.due_at <= until
    )


def happened_already(event: SnoozeEvent | None, clocks: Sequence[Clock], now: datetime) -> bool:
    """Whether a case would wake at once: a clock of the shop ends within a day already."""
    return event is SnoozeEvent.CLOCK_NEAR and bool(run_out_before(clocks, now + DUE_SOON))
