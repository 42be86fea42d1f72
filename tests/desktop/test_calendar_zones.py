"""The zones of a calendar file say of every moment what the zone database says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Timezone

from desktop.exporters.calendar_zones import timezone_part


def lines_of(made: Timezone) -> list[str]:
    return str(made.to_ical().decode().replace("\r\n ", "")).split("\r\n")[:-1]


def begins_of_summer(made: Timezone) -> list[datetime]:
    """The moments, as a calendar program reads them: local time of the onset less the offset before it."""
    found: list[datetime] = []
    for part in made.daylight:
        first: datetime = part.DTSTART
        days = [first]
        if part.rrules:
            days = rrulestr(part.rrules[0].to_ical().decode(), dtstart=first).between(
                first, datetime(2036, 1, 1), inc=True
            )
        days += [each if isinstance(each, datetime) else each[0] for each in part.rdates]
        found += [each.replace(tzinfo=UTC) - part.TZOFFSETFROM for each in days]
    return sorted(each for each in found if 2020 <= each.year <= 2035)


def offset_of(lines: list[str], local: datetime) -> timedelta:
    """As RFC 5545 has it: the part whose onset, in local time, is the latest one at or before."""
    best: tuple[datetime, timedelta] | None = None
    part: dict[str, list[str]] = {}
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            part = {}
        elif name == "END" and value != "VTIMEZONE":
            first = datetime.fromisoformat(part["DTSTART"][0])
            if "RRULE" in part:
                onsets = [rrulestr(part["RRULE"][0], dtstart=first).before(local, inc=True)]
            else:
                onsets = [first, *map(datetime.fromisoformat, part.get("RDATE", []))]
            sign = part["TZOFFSETTO"][0]
            offset = timedelta(hours=int(sign[1:3]), minutes=int(sign[3:5])) * (-1 if sign[0] == "-" else 1)
            for onset in onsets:
                if onset is not None and onset <= local and (best is None or onset > best[0]):
                    best = (onset, offset)
        else:
            part.setdefault(name, []).append(value)
    assert best is not None
    return best[1]


@pytest.mark.parametrize(
    "name",
    ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Africa/Casablanca", "Asia/Kolkata",
     "Australia/Lord_Howe", "America/Sao_Paulo"],
)  # fmt: skip
def test_offsets_are_those_of_the_zone_database(name: str) -> None:
    here = ZoneInfo(name)
    lines = lines_of(timezone_part(name, 2026, 2028))
    moment = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)
    while moment.year < 2029:
        local = moment.astimezone(here)
        # Within the hour that is there twice, or not at all, both answers hold.
        if local.utcoffset() == (local + timedelta(hours=2)).utcoffset() == (local - timedelta(hours=2)).utcoffset():
            assert offset_of(lines, local.replace(tzinfo=None)) == local.utcoffset(), moment
        moment += timedelta(hours=149)
    assert lines[-1] == "END:VTIMEZONE"


@pytest.mark.parametrize(
    ("name", "late"),
    [("Europe/Berlin", 60), ("America/New_York", 60), ("Europe/London", 60), ("Australia/Sydney", 60),
     ("Australia/Lord_Howe", 30), ("Asia/Shanghai", 0)],
)  # fmt: skip
def test_summer_time_begins_to_the_minute_and_the_library_has_it_late(name: str, late: int) -> None:
    here, moments = ZoneInfo(name), begins_of_summer(timezone_part(name, 2020, 2035))
    assert len(moments) == (16 if late else 0)
    for moment in moments:
        before, after = ((moment + timedelta(minutes=each)).astimezone(here).utcoffset() for each in (-1, 0))
        assert before is not None
        assert after == before + timedelta(minutes=late)
    # Once this fails the library has it right, and may make the zones.
    theirs = begins_of_summer(Timezone.from_tzid(name, first_date=date(2020, 1, 1), last_date=date(2036, 1, 1)))
    assert theirs == [moment + timedelta(minutes=late) for moment in moments]
