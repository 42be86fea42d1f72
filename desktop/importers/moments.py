"""Dates and times as platforms write them, turned into aware UTC moments."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from desktop.importers.refusals import CellFault, FileRefused

DateOrder = Literal["ymd", "mdy", "dmy"]

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_EXCEL_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_CLOCK = (
    r"(?:[ T]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?)?"
    r"(?:\s*(?P<offset>Z|UTC|GMT|[+-]\d{2}:?\d{2}))?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?" + _CLOCK, re.ASCII)
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d{2})" + _CLOCK, re.ASCII)
_MONTH_NAMED = re.compile(r"(?P<name>[A-Za-z]{3})[- ](?P<day>\d{1,2})[-, ]+(?P<year>\d{4}|\d{2})" + _CLOCK, re.ASCII)
_DAY_NAMED = re.compile(r"(?P<day>\d{1,2})[- ](?P<name>[A-Za-z]{3})[- ](?P<year>\d{4}|\d{2})" + _CLOCK, re.ASCII)
_UNBROKEN = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?", re.ASCII)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_USUAL = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)


class Moments:
    """Reads the times of one file: `zone` holds where the file says none, `order` where 1/2/2024 leaves it open."""

    def __init__(self, zone: str, order: DateOrder = "ymd") -> None:
        try:
            self._zone: tzinfo = ZoneInfo(zone)
        except (KeyError, ValueError, OSError) as error:
            raise FileRefused("unknown_zone", zone=zone) from error
        self.zone = zone
        self._order = order
        self.read = lru_cache(maxsize=4096)(self._read)

    def _read(self, text: str) -> datetime:
        """The moment in UTC. CellFault: bad_date, ambiguous_date."""
        try:
            if _USUAL.fullmatch(text):
                local, offset = datetime.fromisoformat(text), None
            else:
                local, offset = self._local(" ".join(unicodedata.normalize("NFKC", text).split()))
            moment = local.replace(tzinfo=offset or self._zone).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise CellFault("bad_date") from error
        if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
            raise CellFault("bad_date")
        return moment

    def offset_of(self, text: str) -> str:
        """The offset written in a time, such as +04:00; empty when it has none."""
        found = re.search(r"([+-]\d{2}):?(\d{2})$", text.strip())
        return f"{found.group(1)}:{found.group(2)}" if found and ":" in text[:-5] else ""

    def _local(self, text: str) -> tuple[datetime, tzinfo | None]:
        """The time as written, its UTC only a placeholder, and the zone written with it."""
        for pattern in (_YEAR_FIRST, _YEAR_LAST, _MONTH_NAMED, _DAY_NAMED):
            found = pattern.fullmatch(text)
            if found is not None:
                parts = found.groupdict()
                year, month, day = self._day(parts)
                return datetime(year, month, day, *_time_of_day(parts), tzinfo=UTC), _offset(parts["offset"])
        unbroken = _UNBROKEN.fullmatch(text)
        if unbroken is not None:
            year, month, day, hour, minute, second = (int(part) for part in unbroken.groups(default="0"))
            return datetime(year, month, day, hour, minute, second, tzinfo=UTC), None
        if _SERIAL.fullmatch(text):
            whole, _, part = text.partition(".")
            seconds = (int(part) * 86_400 * 2 + 10 ** len(part)) // (2 * 10 ** len(part)) if part else 0
            return _EXCEL_ZERO + timedelta(days=int(whole), seconds=seconds), None
        raise CellFault("bad_date")

    def _day(self, parts: dict[str, str | None]) -> tuple[int, int, int]:
        year = int(parts["year"] or 0)
        year += 2000 if year < 100 else 0
        name = parts.get("name")
        if name is not None:
            month = _MONTHS.get(name.lower())
            if month is None:
                raise CellFault("bad_date")
            return year, month, int(parts["day"] or 0)
        if "one" not in parts:
            return year, int(parts["month"] or 0), int(parts["day"] or 0)
        one, two = int(parts["one"] or 0), int(parts["two"] or 0)
        if self._order == "mdy":
            return year, one, two
        if self._order == "dmy" or one > 12:
            return year, two, one
        if two > 12:
            return year, one, two
        raise CellFault("ambiguous_date")


def _time_of_day(parts: dict[str, str | None]) -> tuple[int, int, int]:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    half = (parts["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise CellFault("bad_date")
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute, second


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text in ("Z", "UTC", "GMT"):
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
