"""When a device says a photo or film was taken: kept as its claim where it can be true, else only told in the history.

A camera whose clock was never set says 1970, 1980 or 2000; one set wrongly says next year. Lists are sorted by this
moment and people compare it with the day a parcel was signed for, so what cannot be true must not stand there. The
claim itself is not lost: the file is untouched, and the history has its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

# Before EXIF and before any camera that writes it; a film's container counts from 1904.
EARLIEST_YEAR = 1990
# A clock may run ahead, and the photo of another continent carries another date.
AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CaptureClaim:
    """`at` is aware UTC, None where nothing believable is claimed; `zone` is `+08:00` where the device named one.

    `refused` is the wall clock of a claim that cannot be true.
    """

    at: datetime | None = None
    zone: str = ""
    refused: str = ""


def capture_claim(
    wall_clock: datetime | None, offset_minutes: int | None, shop_zone: tzinfo, imported_at: datetime
) -> CaptureClaim:
    """What is recorded of a device's claim. Without an offset the clock of the shop is taken, and no zone is named."""
    if wall_clock is None:
        return CaptureClaim()
    words = wall_clock.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
    own = shop_zone if offset_minutes is None else timezone(timedelta(minutes=offset_minutes))
    try:
        at = wall_clock.replace(tzinfo=own).astimezone(UTC)
    except (OverflowError, ValueError):
        return CaptureClaim(refused=words)
    if wall_clock.year < EARLIEST_YEAR or at > imported_at + AHEAD:
        return CaptureClaim(refused=words)
    return CaptureClaim(at, "" if offset_minutes is None else zone_words(offset_minutes))


def zone_words(minutes: int) -> str:
    """Minutes east of UTC as `+08:00`."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
