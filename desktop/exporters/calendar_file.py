"""Call-backs as an iCalendar file (RFC 5545) that Apple, Google and Outlook take, made of the library's components.

Takes long to load: import it where a file is made, not before the window stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from desktop.exporters.calendar_zones import timezone_part
from desktop.version import VERSION
from models.clock import zone
from models.rules.calendar_events import CalendarEvent, plain_line

MINUTES = 15
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
_REFRESH = timedelta(hours=1)
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class CalendarHead:
    """Of the whole file: `id` tells this data folder's calendar from any other."""

    id: str
    name: str
    zone: str


class CalendarEncoder:
    """Makes the bytes of calendars. It remembers those of the last one's events, so that a file in which one of
    thousands changed costs one. Safe to call from any thread."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[CalendarEvent, bytes]] = {}

    def encode(self, head: CalendarHead, events: Sequence[CalendarEvent]) -> bytes:
        """The file. The same events always give the same bytes, so that a folder in the cloud has nothing to send."""
        known, made = self._known, dict[str, tuple[CalendarEvent, bytes]]()
        for event in events:
            kept = known.get(event.uid)
            if kept is None or kept[0] != event:
                kept = event, bytes(_event(event).to_ical(sorted=False))
            made[event.uid] = kept
        self._known = made
        framed = bytes(_frame(head, events).to_ical(sorted=False))
        return b"".join((framed.removesuffix(_END), *(made[event.uid][1] for event in events), _END))


def _frame(head: CalendarHead, events: Sequence[CalendarEvent]) -> Calendar:
    """The calendar without its events."""
    calendar, name = Calendar(), plain_line(head.name)
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//Aftercase//Aftercase {VERSION}//EN")
    # Within the first bytes and unfolded: `calendar_marks.is_ours` looks for it there.
    calendar.add("X-WR-RELCALID", head.id)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    calendar.add("NAME", name)
    calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")
    if _named_zone(head.zone):
        calendar.add("X-WR-TIMEZONE", head.zone)
    years: dict[str, list[int]] = {}
    for event in events:
        if _timed(event) and _named_zone(event.zone):
            years.setdefault(event.zone, []).append(event.day.year)
    for each in sorted(years):
        calendar.add_component(timezone_part(each, min(years[each]), max(years[each])))
    return calendar


def _event(event: CalendarEvent) -> Event:
    made = Event()
    # In this order and unfolded: `calendar_marks.published_sequences` reads them back.
    made.add("UID", event.uid)
    made.add("SEQUENCE", event.sequence)
    made.add("DTSTAMP", event.changed_at)
    made.add("LAST-MODIFIED", event.changed_at)
    for name, moment in _span(event).items():
        made.add(name, moment)
    made.add("SUMMARY", event.summary)
    if event.description:
        made.add("DESCRIPTION", event.description)
    made.add("STATUS", "CANCELLED" if event.cancelled else "CONFIRMED")
    # A whole day of calling does not make the day taken.
    made.add("TRANSP", "OPAQUE" if _timed(event) and not event.cancelled else "TRANSPARENT")
    if event.alarm is not None and not event.cancelled:
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("TRIGGER", timedelta(minutes=event.alarm))
        alarm.add("DESCRIPTION", event.summary)
        made.add_component(alarm)
    return made


def _span(event: CalendarEvent) -> dict[str, date]:
    """DTSTART and DTEND: a day and the next, or a time in its zone and a quarter of an hour later."""
    if not _timed(event):
        return {"DTSTART": event.day, **({"DTEND": event.day + timedelta(days=1)} if event.day < date.max else {})}
    hour, minute = map(int, event.at_time.split(":"))
    here = zone(event.zone) if _named_zone(event.zone) else UTC
    start = datetime(event.day.year, event.day.month, event.day.day, hour, minute, tzinfo=here)
    return {"DTSTART": start, "DTEND": start + timedelta(minutes=MINUTES) if event.day < date.max else start}


def _timed(event: CalendarEvent) -> bool:
    return _CLOCK.fullmatch(event.at_time) is not None


def _named_zone(name: str) -> bool:
    """Whether times are told in that zone; those of UTC, or of a zone nobody knows, are told in UTC."""
    return zone(name) is not UTC and name not in ("UTC", "Etc/UTC", "Zulu", "GMT")
