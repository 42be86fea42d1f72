"""Reminders of call-backs: what is to be said now, and what was said already. The window says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta, tzinfo

from desktop.services.workbench import Workbench
from desktop.services.workdays import work_calendar
from desktop.settings import Settings
from models.call_kinds import CallBackKind, LateLevel
from models.clock import zone
from models.kinds import CallBackState, Tier
from models.rules.call_levels import pressing
from models.rules.call_reminders import (
    REMINDED,
    REMINDER_CHOICES,
    Appointment,
    DaySum,
    ReminderChoices,
    Said,
    Telling,
    checked,
    read_choices,
    read_said,
    telling,
)
from models.rules.call_settings import CallRules
from models.store import shops
from models.store.reminded_calls import RemindedCall, list_reminded

_ONE_DAY = timedelta(days=1)


class CallReminderService:
    """Reads the store; writes only its settings. Safe to call from any thread, `look` from one at a time."""

    def __init__(self, bench: Workbench, settings: Settings, rules: Callable[[], CallRules]) -> None:
        self.bench = bench
        self.settings = settings
        self._rules = rules

    def choices(self) -> ReminderChoices:
        """When to remind, and of what."""
        return read_choices(self.settings.get(REMINDER_CHOICES))

    def choose(self, choices: ReminderChoices) -> None:
        """Keep when to remind. UserError as of `checked`."""
        self.settings.set(REMINDER_CHOICES, checked(choices).stored())

    def look(self) -> Telling:
        """What is to be said now. It counts as said once it is given to `keep`."""
        (name, country), now = self._place(), self.bench.clock.now()
        here = zone(name)
        today = now.astimezone(here).date()
        # A shop to the east may have its morning already.
        calls = list_reminded(self.bench.store.database, today + _ONE_DAY)
        off = _is_off(calls, now) if calls else not work_calendar(country).is_workday(today)
        return telling(
            self.choices(), now, here, self._sum(calls, now), off=off,
            appointments=[found for call in calls if (found := _appointment(call, here)) is not None],
            said=read_said(self.settings.get(REMINDED)),
        )  # fmt: skip

    def keep(self, said: Said) -> None:
        """Note what was said."""
        self.settings.set(REMINDED, said.stored())

    def count(self, shop_id: int | None = None) -> DaySum:
        """What is due today and what is late, of one shop or all: for the rail."""
        now = self.bench.clock.now()
        until = now.astimezone(zone(self._place()[0])).date() + _ONE_DAY
        return self._sum(list_reminded(self.bench.store.database, until, shop_id=shop_id), now)

    def _place(self) -> tuple[str, str]:
        found = shops.list_shops(self.bench.store.database)
        return (found[0].time_zone, found[0].country or "CN") if found else (self.bench.time_zone, "CN")

    def _sum(self, calls: tuple[RemindedCall, ...], now: datetime) -> DaySum:
        limits = self._rules().limits
        today = late = yellow = red = promises = 0
        days = {name: now.astimezone(zone(name)).date() for name in {call.zone for call in calls}}
        for call in calls:
            here = days[call.zone]
            if call.day > here:
                continue
            behind, level = pressing(CallBackState.DUE, call.reason, call.day, call.tier, here, limits)
            late += bool(behind)
            today += not behind
            yellow += level is LateLevel.YELLOW
            red += level is LateLevel.RED
            promises += call.kind is CallBackKind.PROMISE
        return DaySum(today, late, yellow, red, promises)


def _is_off(calls: tuple[RemindedCall, ...], now: datetime) -> bool:
    """Whether every shop that has something to do has a day off."""
    days = {(call.zone, call.country): now.astimezone(zone(call.zone)).date() for call in calls}
    return not any(work_calendar(country).is_workday(today) for (_, country), today in days.items())


def _appointment(call: RemindedCall, here: tzinfo) -> Appointment | None:
    from models.rules.calendar_events import plain_line  # not for the counts at the start

    try:
        clock = time.fromisoformat(call.at_time)
        starts_at = datetime.combine(call.day, clock.replace(tzinfo=None), tzinfo=zone(call.zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        # No time at all, or one before the first day that can be named.
        return None
    tier = f" ({call.tier.value.upper()})" if call.tier is not Tier.NONE else ""
    told = f"{starts_at.astimezone(here):%H:%M}"
    return Appointment(
        call.id, call.day, call.at_time, starts_at, f"{plain_line(call.nick)[:60]}{tier}",
        told if told != call.at_time else "",
    )  # fmt: skip
