"""The zones of a calendar file say of every moment what the zone database says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from desktop.exporters.calendar_zones import zone_lines


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
    lines = zone_lines(name, 2026, 2028)
    moment = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)
    while moment.year < 2029:
        local = moment.astimezone(here)
        # Within the hour that is there twice, or not at all, both answers hold.
        if local.utcoffset() == (local + timedelta(hours=2)).utcoffset() == (local - timedelta(hours=2)).utcoffset():
            assert offset_of(lines, local.replace(tzinfo=None)) == local.utcoffset(), moment
        moment += timedelta(hours=149)
    assert lines[-1] == "END:VTIMEZONE"
