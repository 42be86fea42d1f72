"""Call-backs as an iCalendar file (RFC 5545) that Apple, Google and Outlook take: folded, escaped, CRLF, zones whole.

The lines are written here: the library would take a second for 5,000 events, holding up the window, and its zones
(icalendar 7.3) begin summer time an hour late. The tests read what is written with that library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from desktop.exporters.calendar_zones import zone_lines
from desktop.version import VERSION
from models.clock import zone
from models.rules.calendar_events import CalendarEvent, plain_line

MINUTES = 15
_FOLD = 75
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
_PUBLISHED = re.compile(rb"\r\nUID:([^\r\n]+)\r\nSEQUENCE:([0-9]{1,10})\r\n")
_REFRESH = "PT1H"
_HIGHEST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class CalendarHead:
    """Of the whole file: `id` tells this data folder's calendar from any other."""

    id: str
    name: str
    zone: str


def calendar_bytes(head: CalendarHead, events: Sequence[CalendarEvent]) -> bytes:
    """The file. The same events always give the same bytes, so that a folder in the cloud has nothing to send."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Aftercase//Aftercase {VERSION}//EN",
        f"X-WR-RELCALID:{head.id}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(plain_line(head.name))}",
        f"NAME:{escaped(plain_line(head.name))}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}",
        f"X-PUBLISHED-TTL:{_REFRESH}",
    ]
    if _named_zone(head.zone):
        lines.append(f"X-WR-TIMEZONE:{head.zone}")
    timed = [event for event in events if _CLOCK.fullmatch(event.at_time) and _named_zone(event.zone)]
    for name in sorted({event.zone for event in timed}):
        days = [event.day for event in timed if event.zone == name]
        lines += zone_lines(name, min(days).year, max(days).year)
    for event in events:
        lines += _event_lines(event)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines).encode("utf-8")


def is_ours(data: bytes, calendar_id: str) -> bool:
    """Whether a file is this data folder's calendar."""
    return data.startswith(b"BEGIN:VCALENDAR\r\n") and f"\r\nX-WR-RELCALID:{calendar_id}\r\n".encode() in data[:2_000]


def published_sequences(data: bytes) -> dict[str, int]:
    """UIDs and sequences of a file of ours; a sequence that cannot be ours, as of a file somebody wrote in, is left."""
    found = ((uid.decode("utf-8", "replace"), int(number)) for uid, number in _PUBLISHED.findall(data))
    return {uid: number for uid, number in found if number < _HIGHEST}


def _event_lines(event: CalendarEvent) -> Iterable[str]:
    yield "BEGIN:VEVENT"
    # In this order and unfolded: `published_sequences` reads them back.
    yield f"UID:{event.uid}"
    yield f"SEQUENCE:{event.sequence}"
    changed = _utc(event.changed_at)
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    timed = _CLOCK.fullmatch(event.at_time) is not None
    yield from _span_lines(event) if timed else _day_lines(event.day)
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    # A whole day of calling does not make the day taken.
    yield f"TRANSP:{'OPAQUE' if timed and not event.cancelled else 'TRANSPARENT'}"
    if event.alarm is not None and not event.cancelled:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"TRIGGER:{_trigger(event.alarm)}"
        yield f"DESCRIPTION:{escaped(event.summary)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _day_lines(day: date) -> Iterable[str]:
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(day + timedelta(days=1))}"


def _span_lines(event: CalendarEvent) -> Iterable[str]:
    hour, minute = map(int, event.at_time.split(":"))
    # Local time, whatever its zone: only its digits are written.
    start = datetime(event.day.year, event.day.month, event.day.day, hour, minute, tzinfo=UTC)
    end = start + timedelta(minutes=MINUTES) if event.day < date.max else start
    for name, moment in (("DTSTART", start), ("DTEND", end)):
        if _named_zone(event.zone):
            yield f"{name};TZID={event.zone}:{_basic(moment)}"
        else:
            yield f"{name}:{_basic(moment)}Z"


def _named_zone(name: str) -> bool:
    """Whether times are told in that zone; those of UTC, or of a zone nobody knows, are told in UTC."""
    return zone(name) is not UTC and name not in ("UTC", "Etc/UTC", "Zulu", "GMT")


def _trigger(minutes: int) -> str:
    sign, whole = ("-", -minutes) if minutes < 0 else ("", minutes)
    if whole == 0:
        return "PT0S"
    hours, rest = divmod(whole, 60)
    return f"{sign}PT{f'{hours}H' if hours else ''}{f'{rest}M' if rest else ''}"


def _utc(moment: datetime) -> str:
    return f"{_basic(moment.astimezone(UTC))}Z"


def _basic(moment: date) -> str:
    """`20261120` of a day, `20261120T143000` of a moment; of any year with four digits, which `%Y` does not give."""
    return moment.isoformat()[:19].replace("-", "").replace(":", "")


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """A line with its CRLF, cut into lines of at most 75 octets between characters (RFC 5545 3.1)."""
    if len(line.encode("utf-8")) <= _FOLD:
        return f"{line}\r\n"
    parts, part, room = [], "", _FOLD
    for character in line:
        size = len(character.encode("utf-8"))
        if size > room:
            parts.append(part)
            # The blank that begins each further line is one of its octets.
            part, room = "", _FOLD - 1
        part += character
        room -= size
    return "\r\n ".join([*parts, part]) + "\r\n"
