"""The only place that reads the system clock; everything else is given `now`."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds that never run backwards."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class FixedClock:
    """A clock that stands still until moved; for tests and for pictures that must not change."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment.astimezone(UTC)
        self._seconds = 0.0

    def now(self) -> datetime:
        return self._moment

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, by: timedelta) -> None:
        """Move forward (or back, as a wrong clock does); the monotonic seconds only grow."""
        self._moment += by
        self._seconds += max(by.total_seconds(), 0.0)


def to_millis(moment: datetime) -> int:
    """Milliseconds since 1970 UTC; ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return (moment - _EPOCH) // _MILLISECOND


def from_millis(millis: int) -> datetime:
    """The UTC moment of milliseconds since 1970."""
    return _EPOCH + millis * _MILLISECOND


def zone(name: str) -> tzinfo:
    """The time zone of that name (IANA); UTC if it is not known."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
