"""A phone that takes calendar files, as Apple, Google and Outlook do, and what a calendar's test begins with."""

from __future__ import annotations

from datetime import date
from typing import Any

from icalendar import Calendar

from desktop.context import AppContext
from models.rules.calendar_choices import CalendarChoices, Shown

NAMED = CalendarChoices(buyer_id=True, name=Shown.WHOLE, phone=Shown.WHOLE, subject=True)


def calendar_of(data: bytes) -> Any:
    """What the library reads."""
    return Calendar.from_ical(data)


class Phone:
    """Takes calendars as Apple, Google and Outlook do: by UID, never an older SEQUENCE, CANCELLED takes away."""

    def __init__(self) -> None:
        self.sequences: dict[str, int] = {}
        self.events: dict[str, Any] = {}

    def take(self, data: bytes) -> None:
        """Read a file. AssertionError if it holds an event twice, or changed one without a higher number."""
        seen: set[str] = set()
        for event in calendar_of(data).events:
            uid, sequence = str(event["UID"]), int(event["SEQUENCE"])
            assert uid not in seen
            seen.add(uid)
            if sequence < self.sequences.get(uid, -1):
                continue
            if sequence == self.sequences.get(uid) and uid in self.events:
                # What changes without a higher number would be missed by a phone that looks at the number alone.
                assert event.to_ical() == self.events[uid].to_ical()
            self.sequences[uid] = sequence
            self.events.pop(uid, None)
            if event["STATUS"] != "CANCELLED":
                self.events[uid] = event

    def stands(self) -> list[tuple[date, str]]:
        """Day and time of every event, as `opened` of the folder."""
        found: list[tuple[date, str]] = []
        for event in self.events.values():
            start = event["DTSTART"].dt
            day = start.date() if hasattr(start, "hour") else start
            found.append((day, f"{start:%H:%M}" if hasattr(start, "hour") else ""))
        return sorted(found)


def add_buyer(ctx: AppContext, nick: str, name: str = "张晓") -> int:
    """A buyer with a name and a phone who was not asked for anything."""
    return ctx.bench.act(
        "buyer_tier_changed",
        lambda transaction: transaction.insert("buyer", shop_id=1, nick=nick, name=name, phone="13800001234"),
        undoable=False,
    )


def opened(ctx: AppContext) -> list[tuple[date, str]]:
    """Day and time of every open call-back."""
    rows = ctx.call_backs.due(date(2099, 1, 1))
    return sorted((row.call_back.due_on, row.call_back.at_time) for row in rows)
