"""What may be done with a clock, what that makes of it, and how urgent it is: pure functions of the clock and now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from models.kinds import ClockKind, ClockStatus, WaitingOn
from models.records import Clock
from models.rules.verdict import Allowed, Refused, Verdict

WARN_LIMIT: Final = timedelta(days=30)
"""A warning comes at most so long before the end."""
DUE_SOON: Final = timedelta(hours=24)
_OURS: Final = frozenset({WaitingOn.US, WaitingOn.WAREHOUSE})
# Kinds that count time gone by: standing still gives it back. The others are dates that stay where they were set.
_COUNTED: Final = frozenset({"minutes", "hours", "elapsed_days", "window_hours", ""})
_BY_DAY: Final = frozenset({"platform_days", "legal_days", "months"})
_CALENDAR, _EXTENDED, _STOOD = "calendar:", "extended:", "stood:"
_DAY: Final = timedelta(days=1)


class ClockMove(StrEnum):
    """What a person can do with a clock."""

    MEET = "meet"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    CHANGE = "change"
    RESTART = "restart"


class Urgency(StrEnum):
    """How a clock is shown. `RAN_OUT`: somebody else's time is over, and what silence does has happened."""

    OVERDUE = "overdue"
    DUE = "due"
    WAITING = "waiting"
    PAUSED = "paused"
    RAN_OUT = "ran_out"
    ENDED = "ended"


def may(clock: Clock, move: ClockMove) -> Verdict:
    """Whether a clock in its state may be moved so; an entered date alone may be changed, the others are computed."""
    running, paused = clock.status is ClockStatus.RUNNING, clock.status is ClockStatus.PAUSED
    allowed = {
        ClockMove.MEET: running or paused,
        ClockMove.PAUSE: running,
        ClockMove.RESUME: paused,
        ClockMove.STOP: running or paused,
        ClockMove.CHANGE: clock.kind is ClockKind.ENTERED and running,
        ClockMove.RESTART: not running and not paused,
    }[move]
    return Allowed() if allowed else Refused("clock_move_refused")


def moves(clock: Clock) -> tuple[ClockMove, ...]:
    """What may be done with it now, in the order of the menu."""
    return tuple(move for move in ClockMove if isinstance(may(clock, move), Allowed))


def is_ours(clock: Clock) -> bool:
    """Whether the shop itself has to act on it."""
    return clock.who in _OURS


def ended_as(clock: Clock, now: datetime) -> ClockStatus:
    """What a clock is once what it asked for is done: met, or missed where the shop did it after its time.

    One that is paused is judged by when it was paused.
    """
    at = clock.paused_at or now
    return ClockStatus.MISSED if is_ours(clock) and at > clock.due_at else ClockStatus.MET


def urgency(clock: Clock, now: datetime) -> Urgency:
    """How urgent a clock is; its warning makes it due before its last day."""
    if clock.status is ClockStatus.PAUSED:
        return Urgency.PAUSED
    if clock.status is not ClockStatus.RUNNING:
        return Urgency.ENDED
    if clock.due_at <= now:
        others = clock.who in (WaitingOn.BUYER, WaitingOn.PLATFORM)
        return Urgency.RAN_OUT if others else Urgency.OVERDUE
    warned = clock.warn_at is not None and clock.warn_at <= now
    return Urgency.DUE if warned or clock.due_at - now < DUE_SOON else Urgency.WAITING


def moves_on(clock: Clock, count: str) -> bool:
    """Whether standing still moves a clock's end by itself: never a given date, a fixed one or the next noon."""
    return clock.kind is ClockKind.RULE and count in _COUNTED | _BY_DAY


def resumed_due(clock: Clock, now: datetime, *, count: str, zone: tzinfo) -> datetime:
    """The end of a paused clock that runs again: later by the time it stood still.

    One that ends at a midnight moves by whole days: for a buyer's right every day that the pause touched (as the
    waiting period of the UK's Consumer Rights Act 2015 s.22(8)), for a duty only the full ones.
    """
    since = clock.paused_at or now
    stood = max(now - since, timedelta(0))
    if count not in _BY_DAY:
        return clock.due_at + stood
    first, last = since.astimezone(zone), now.astimezone(zone)
    days = (last.date() - first.date()).days + 1 if clock.who is WaitingOn.BUYER else stood // _DAY
    return _days_later(clock.due_at, days, zone)


def _days_later(moment: datetime, days: int, zone: tzinfo) -> datetime:
    """The same time of day so many days later there, also across a change of the clocks."""
    local = moment.astimezone(zone)
    later = datetime.combine(local.date() + timedelta(days=days), time(local.hour, local.minute, local.second))
    return later.replace(microsecond=local.microsecond, tzinfo=zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Stood:
    """By how much a clock was put off in all because it stood still: whole days, and seconds where it counts those."""

    days: int = 0
    seconds: int = 0


NEVER_STOOD: Final = Stood()


def stood_more(clock: Clock, due_at: datetime, *, count: str, zone: tzinfo) -> Stood:
    """What to keep of a clock that runs again until `due_at`, so that counting it anew gives the time back as well."""
    before = stood_still(clock.note)
    if count not in _BY_DAY:
        return Stood(before.days, before.seconds + round((due_at - clock.due_at).total_seconds()))
    days = (due_at.astimezone(zone).date() - clock.due_at.astimezone(zone).date()).days
    return Stood(before.days + days, before.seconds)


def put_off(due_at: datetime, note: str, zone: tzinfo) -> datetime:
    """An end just counted, later by what the clock's note tells: the trade was extended, it stood still."""
    stood = stood_still(note)
    later = due_at + timedelta(days=extended_days(note), seconds=stood.seconds)
    return _days_later(later, stood.days, zone) if stood.days else later


def moved_warning(clock: Clock, due_at: datetime) -> datetime | None:
    """The warning of a clock whose end moved: as long before it as it was."""
    return None if clock.warn_at is None else due_at - (clock.due_at - clock.warn_at)


def extended_due(clock: Clock, days: int) -> datetime:
    """The end of the platform's own clock for confirming receipt once the trade is extended by so many days.

    A clock that already says when the extended trade ends stays as it is.
    """
    return clock.due_at if clock.rule == "trade_extended" else clock.due_at + timedelta(days=days)


def years_not_announced(note: str) -> tuple[int, ...]:
    """The years over which a clock counted although their holidays are not announced: lines `calendar:2027`."""
    found = (part[len(_CALENDAR) :] for part in note.splitlines() if part.startswith(_CALENDAR))
    return tuple(int(year) for year in found if year.isdigit())


def note_words(note: str) -> str:
    """What a person wrote about a clock, without the codes."""
    return "\n".join(part for part in note.splitlines() if not part.startswith((_CALENDAR, _EXTENDED, _STOOD)))


def note_of(years: tuple[int, ...], words: str = "", *, extended: int = 0, stood: Stood = NEVER_STOOD) -> str:
    """The note of a clock: a line per year that is not announced, what it was put off by, and words."""
    codes = [f"{_CALENDAR}{year}" for year in years] + ([f"{_EXTENDED}{extended}"] if extended else [])
    codes += [f"{_STOOD}{stood.days},{stood.seconds}"] if stood != NEVER_STOOD else []
    return "\n".join([*codes, *([words] if words else [])])


def extended_days(note: str) -> int:
    """By how many days the trade behind a clock was extended by a step; 0 for not."""
    found = (part[len(_EXTENDED) :] for part in note.splitlines() if part.startswith(_EXTENDED))
    return next((int(days) for days in found if days.isdigit()), 0)


def stood_still(note: str) -> Stood:
    """What a clock was given back for the time it stood still."""
    found = (part[len(_STOOD) :].split(",") for part in note.splitlines() if part.startswith(_STOOD))
    return next((Stood(int(a), int(b)) for a, b in (p for p in found if len(p) == 2) if a.isdigit() and b.isdigit()),
                NEVER_STOOD)  # fmt: skip


def renoted(
    note: str, years: tuple[int, ...], *, words: str | None = None, extended: int | None = None,
    stood: Stood | None = None,
) -> str:  # fmt: skip
    """A note with other years, and what else is given; the rest as it was."""
    return note_of(
        years, note_words(note) if words is None else words,
        extended=extended_days(note) if extended is None else extended,
        stood=stood_still(note) if stood is None else stood,
    )  # fmt: skip
