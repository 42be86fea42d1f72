"""What to remind of at a moment, given what was said before: once each, in few words after a long time, never lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Final

from models.clock import from_millis, to_millis
from models.errors import UserError
from models.rules.calendar_choices import checked_clock

REMINDER_CHOICES: Final = "call_reminder_choices"
REMINDED: Final = "call_reminders_said"
LONGEST_BEFORE: Final = 24 * 60
# A reminder that comes this late still says the time; later it is one of those that passed.
_GRACE: Final = timedelta(minutes=5)
_KEPT_DAYS: Final = timedelta(days=40)
_MOST_KEPT: Final = 5_000
# So many at once are said one by one; more in one sentence.
_ONE_BY_ONE: Final = 3
_BEFORE_NOW: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ReminderChoices:
    """`day`: at the start of the day, from HH:MM `day_at` of the shop; `days_off`: on days off too.

    `before`: minutes before an appointment, None for none. Quiet from `quiet_from` to `quiet_until` (HH:MM, over
    midnight where the first is later; both empty or alike: never). `names`: say who, while the session is unlocked.
    """

    day: bool = True
    day_at: str = "09:00"
    days_off: bool = False
    before: int | None = 10
    quiet_from: str = ""
    quiet_until: str = ""
    names: bool = False

    def stored(self) -> dict[str, Any]:
        """As the settings keep it."""
        return asdict(self)


def checked(choices: ReminderChoices) -> ReminderChoices:
    """The choices if they hold. UserError `call_time_invalid` or `reminder_minutes`."""
    checked_clock(choices.day_at)
    for each in (choices.quiet_from, choices.quiet_until):
        if each:
            checked_clock(each)
    if choices.before is not None and not 0 <= choices.before <= LONGEST_BEFORE:
        raise UserError("reminder_minutes", limit=LONGEST_BEFORE)
    return choices


def read_choices(stored: object) -> ReminderChoices:
    """Choices as they were kept; whatever does not hold is as if it were never chosen."""
    found = ReminderChoices()
    if not isinstance(stored, Mapping):
        return found
    for name, value in stored.items():
        if name not in found.stored() or isinstance(value, float):
            continue
        fits = value is None or type(value) is int if name == "before" else type(value) is type(getattr(found, name))
        if fits:
            try:
                found = checked(replace(found, **{name: value}))
            except UserError:
                continue
    return found


@dataclass(frozen=True, slots=True)
class Appointment:
    """An open call-back with a time, in the zone of its shop; `who` is what the owner's choice of names would show,
    `shown` its time as the window tells times, where that is another."""

    id: int
    day: date
    at_time: str
    starts_at: datetime
    who: str = ""
    shown: str = ""

    @property
    def key(self) -> str:
        """Another day or time is another appointment, which is reminded of anew."""
        return f"{self.id} {self.day.isoformat()} {self.at_time}"


@dataclass(frozen=True, slots=True)
class DaySum:
    """What is to be done today: `today` call-backs that stand on it, `yellow` and `red` late ones, `late` in all,
    and how many of all these are `promises`."""

    today: int = 0
    late: int = 0
    yellow: int = 0
    red: int = 0
    promises: int = 0

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.today or self.late)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, and when: of days, and of appointments by their keys."""

    days: Mapping[str, datetime] = field(default_factory=dict)
    keys: Mapping[str, datetime] = field(default_factory=dict)

    def stored(self) -> dict[str, Any]:
        """As the settings keep it."""
        return {
            "days": {day: to_millis(at) for day, at in self.days.items()},
            "keys": {key: to_millis(at) for key, at in self.keys.items()},
        }


def read_said(stored: object) -> Said:
    """What was said, as it was kept."""
    if not isinstance(stored, Mapping):
        return Said()
    return Said(_moments(stored.get("days")), _moments(stored.get("keys")))


def _moments(stored: object) -> Mapping[str, datetime]:
    found: dict[str, datetime] = {}
    for name, value in stored.items() if isinstance(stored, Mapping) else ():
        # Beyond these a date has no year.
        if type(value) is int and abs(value) < 10**14:
            found[str(name)] = from_millis(value)
    return found


@dataclass(frozen=True, slots=True)
class Telling:
    """What to say now: the day, appointments that are near, and how many passed unsaid; then `said` is kept. `today`
    is the day it is."""

    said: Said
    day: DaySum | None = None
    near: tuple[Appointment, ...] = ()
    passed: tuple[Appointment, ...] = ()
    today: date | None = None

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return self.day is not None or bool(self.near or self.passed)

    @property
    def one_by_one(self) -> bool:
        """Whether each near appointment has a reminder of its own."""
        return len(self.near) <= _ONE_BY_ONE


def telling(
    choices: ReminderChoices, now: datetime, here: tzinfo, day: DaySum, *, off: bool,
    appointments: Sequence[Appointment], said: Said,
) -> Telling:  # fmt: skip
    """What to say at `now` (aware), the shop being at `here` and today a day `off` or not.

    In quiet hours nothing is said and nothing counts as said, so that it is said once after them. What was said at a
    time that is still to come was said by a wrong clock, and is said again.
    """
    local = now.astimezone(here)
    kept = _remembered(said, now, local.date(), {each.key for each in appointments})
    if quiet(choices, local):
        return Telling(kept, today=local.date())
    days, keys = dict(kept.days), dict(kept.keys)
    today = local.date().isoformat()
    say_day = None
    wanted = choices.day and (choices.days_off or not off)
    if wanted and today not in days and f"{local:%H:%M}" >= day_start(choices):
        # An empty morning is said too, in the sense that what comes up later today is no start of the day.
        days[today] = now
        say_day = day if day.any else None
    near: list[Appointment] = []
    passed: list[Appointment] = []
    if choices.before is not None:
        ahead = timedelta(minutes=choices.before)
        for each in sorted(appointments, key=lambda each: (each.starts_at, each.id)):
            if each.key in keys or now < each.starts_at - ahead:
                continue
            keys[each.key] = now
            (near if now <= each.starts_at + _GRACE else passed).append(each)
    return Telling(Said(days, keys), say_day, tuple(near), tuple(passed), local.date())


def day_start(choices: ReminderChoices) -> str:
    """From when on the day is told, HH:MM: the time chosen, or the end of the quiet hours it falls in. Over midnight
    that is early on the next day, which is told then: a day whose time is always quiet would never be."""
    return choices.quiet_until if _quiet_at(choices, choices.day_at) else choices.day_at


def quiet(choices: ReminderChoices, local: datetime) -> bool:
    """Whether nothing is told at that local time."""
    return _quiet_at(choices, f"{local:%H:%M}")


def _quiet_at(choices: ReminderChoices, clock: str) -> bool:
    first, last = choices.quiet_from, choices.quiet_until
    if not first or not last or first == last:
        return False
    return first <= clock < last if first < last else clock >= first or clock < last


def _remembered(said: Said, now: datetime, today: date, still_open: Set[str]) -> Said:
    """Without what a wrong clock said, and what is long past; of appointments that are still to be done, all: one that
    was forgotten would be told again at each look."""
    oldest = (datetime(today.year, today.month, today.day, tzinfo=UTC) - _KEPT_DAYS).date().isoformat()
    days = {day: at for day, at in said.days.items() if at <= now + _BEFORE_NOW and day >= oldest}
    true = {key: at for key, at in said.keys.items() if at <= now + _BEFORE_NOW}
    gone = sorted((key for key in true if key not in still_open), key=true.__getitem__)
    for key in gone[: max(len(gone) - _MOST_KEPT, 0)]:
        del true[key]
    return Said(days, true)
