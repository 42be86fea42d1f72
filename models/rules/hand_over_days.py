"""Which morning clears what a shift leaves, and by when (R003-23, S38): by 12:00 of the next, the shop's own hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

DUE_BY: Final = time(12)
"""R003-23: what the night hands over is started first thing and finished by noon."""
NIGHT_ENDS: Final = time(6)
"""Until then somebody who is awake works in the night that leads to this day's morning."""
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HandOverDue:
    """The morning that has to clear an item, as a day of the desk's zone, and by when (aware, UTC)."""

    morning: date
    due_at: datetime


def due_on(morning: date, where: tzinfo, due_by: time = DUE_BY) -> HandOverDue:
    """The due moment of a morning. A time that a clock change leaves out moves behind it; of one that comes twice the
    first counts. A day that a zone left out altogether (Apia, 30 December 2011) is the day after."""
    moment = datetime.combine(morning, due_by, tzinfo=where).astimezone(UTC)
    return HandOverDue(moment.astimezone(where).date(), moment)


def morning_of(left_at: datetime, where: tzinfo, due_by: time = DUE_BY) -> HandOverDue:
    """The morning an item left at that moment belongs to: the one under way until its due hour, then the next one.

    S38: left at 23:30, due at 12:00 of the next day; left at 00:10, due at 12:00 of the same day.
    """
    day = left_at.astimezone(where).date()
    found = due_on(day, where, due_by)
    return found if left_at < found.due_at else due_on(found.morning + _ONE_DAY, where, due_by)


def following(morning: date, now: datetime, where: tzinfo, due_by: time = DUE_BY) -> HandOverDue:
    """The morning to which an item of `morning` is passed on: the next that has not begun.

    In the small hours (before NIGHT_ENDS) that of an earlier day's item is this day's own.
    """
    local = now.astimezone(where)
    today = local.date()
    if morning < today and local.time() < NIGHT_ENDS:
        return due_on(today, where, due_by)
    return due_on(max(morning, today) + _ONE_DAY, where, due_by)


def read_due_by(text: object) -> time | None:
    """A due hour as it is kept and typed, `12:00` or `9:30`; None for what is no time of day."""
    if not isinstance(text, str):
        return None
    parts = text.strip().replace("：", ":").split(":")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts):
        return None
    hour, minute = (int(part) for part in parts)
    return time(hour, minute) if hour < 24 and minute < 60 and len(parts[1]) == 2 else None
