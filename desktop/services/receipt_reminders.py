"""When one is reminded of a parcel nobody owns: after days that are a setting, or at a moment somebody chose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from desktop.settings import Settings
from models.errors import UserError

REMINDER_DAYS: Final = "receipt_reminder_days"
BY_DEFAULT: Final = (1, 3, 7)
_LONGEST, _MOST = 365, 10


def reminder_days(settings: Settings) -> tuple[int, ...]:
    """After how many days, in order; the default for what cannot be read."""
    kept = settings.get(REMINDER_DAYS)
    return tuple(kept) if isinstance(kept, list) and _fit(kept) else BY_DEFAULT


def set_reminder_days(settings: Settings, days: Sequence[int]) -> None:
    """Keep them in order, each once. UserError `receipt_reminder_days`."""
    chosen = sorted(set(days)) if all(type(day) is int for day in days) else list(days)
    if not _fit(chosen):
        raise UserError("receipt_reminder_days", most=_MOST, longest=_LONGEST)
    settings.set(REMINDER_DAYS, chosen)


def first_reminder(settings: Settings, arrived_at: datetime) -> datetime | None:
    """When one is first reminded; None where the shop wants none."""
    days = reminder_days(settings)
    return arrived_at + timedelta(days=days[0]) if days else None


def next_reminder(settings: Settings, arrived_at: datetime, now: datetime) -> datetime | None:
    """The first of the days that is still to come; None after the last."""
    moments = [arrived_at + timedelta(days=day) for day in reminder_days(settings)]
    return next((moment for moment in moments if moment > now), None)


def _fit(days: Sequence[object]) -> bool:
    return len(days) <= _MOST and all(type(day) is int and 1 <= day <= _LONGEST for day in days)
