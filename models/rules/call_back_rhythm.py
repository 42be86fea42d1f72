"""When a VIP buyer is called next: counted from the last real contact, on a day of work, with its reasons as codes."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Protocol

from models.kinds import Consent, Tier
from models.rules.verdict import Allowed, Refused, Verdict

_ONE_DAY: Final = timedelta(days=1)
_SEARCH_LIMIT: Final = 60
_LONGEST: Final = 400
_FIRST_WINDOW_DAYS: Final = 28
_LATE_WINDOW_DAYS: Final = 7


class Workdays(Protocol):
    """What the rhythm asks of a calendar."""

    def is_workday(self, day: date) -> bool:
        """Whether the shop works on that day, make-up days included."""

    def is_holiday(self, day: date) -> bool:
        """Whether a day off belongs to a public holiday rather than to a plain weekend."""

    def not_announced(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days whose days off are not known yet."""


class RhythmUnit(StrEnum):
    """What a rhythm counts in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a buyer is called. The shop's rule R003-25: once a month."""

    every: int = 1
    unit: RhythmUnit = RhythmUnit.MONTHS


class DueCode(StrEnum):
    """Why a call-back stands on its day, or why it is closed; the window makes sentences of them."""

    FIRST = "first"
    LATE = "late"
    MONTH_END = "month_end"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    NOT_ANNOUNCED = "not_announced"
    NO_ANSWER = "no_answer"
    CALL_AGAIN = "call_again"
    BY_HAND = "by_hand"
    SKIPPED = "skipped"
    NOT_VIP = "not_vip"
    OPTED_OUT = "opted_out"
    SNOOZED = "snoozed"
    WRONG_NUMBER = "wrong_number"
    NOT_INTERESTED = "not_interested"
    PROMISED = "promised"
    AFTER_CASE = "after_case"
    CASE_REOPENED = "case_reopened"
    NO_CHANNEL = "no_channel"


@dataclass(frozen=True, slots=True)
class NextDate:
    """A proposed day. `nominal`: where the rhythm points before days off move it; `anchor`: the day it keeps."""

    day: date
    nominal: date
    anchor: int
    codes: tuple[DueCode, ...] = ()


@dataclass(frozen=True, slots=True)
class DueNote:
    """What is kept with a call-back about its day: codes, first day it was due, where the rhythm pointed, a text."""

    codes: tuple[DueCode, ...] = ()
    since: date | None = None
    nominal: date | None = None
    anchor: int = 0
    text: str = ""

    def written(self) -> str:
        """As one line of JSON for the store."""
        values: dict[str, object] = {"codes": [code.value for code in self.codes]}
        if self.since is not None:
            values["since"] = self.since.isoformat()
        if self.nominal is not None:
            values |= {"nominal": self.nominal.isoformat(), "anchor": self.anchor}
        if self.text:
            values["text"] = self.text
        return json.dumps(values, ensure_ascii=False, sort_keys=True)


def read_note(stored: str) -> DueNote:
    """The note as it was written; any other text is a reason somebody typed."""
    if not stored.startswith("{"):
        return DueNote(text=stored)
    try:
        values = json.loads(stored)
        nominal = values.get("nominal")
        return DueNote(
            codes=tuple(DueCode(code) for code in values.get("codes", ())),
            since=date.fromisoformat(values["since"]) if "since" in values else None,
            nominal=date.fromisoformat(nominal) if nominal else None,
            anchor=int(values.get("anchor", 0)),
            text=str(values.get("text", "")),
        )
    except (ValueError, TypeError, AttributeError):
        return DueNote(text=stored)


def read_rhythm(stored: object) -> Rhythm:
    """A rhythm of the settings; once a month where it says nothing that holds."""
    if isinstance(stored, Mapping):
        every, unit = stored.get("every", 1), stored.get("unit", RhythmUnit.MONTHS.value)
        if isinstance(every, int) and 1 <= every <= _LONGEST and unit in set(RhythmUnit):
            return Rhythm(every, RhythmUnit(unit))
    return Rhythm()


def may_call(tier: Tier, consent: Consent) -> Verdict:
    """Whether a call may be planned: only for VIPs who agreed to calls (implementing regulations 778/2024 art. 24)."""
    if consent is Consent.REFUSED:
        return Refused("opted_out")
    if tier is Tier.NONE:
        return Refused("not_vip")
    return Allowed() if consent is Consent.GIVEN else Refused("no_consent")


def first_workday(day: date, calendar: Workdays) -> date:
    """The day itself or the first day of work after it; the day itself where there is none for two months."""
    moved = day
    for _ in range(_SEARCH_LIMIT):
        if calendar.is_workday(moved):
            return moved
        moved += _ONE_DAY
    return day


def next_after_contact(
    contact: date, rhythm: Rhythm, calendar: Workdays, *, planned: NextDate | None = None
) -> NextDate:
    """The day after a real contact on `contact`.

    `planned` is the day that was kept: when the call was made on it, the rhythm goes on from where it pointed, so that
    neither a short month nor a weekend makes the day drift. Otherwise it counts from the contact itself.
    """
    kept = planned is not None and planned.day == contact and planned.nominal <= contact
    base, anchor = contact, contact.day
    if planned is not None and kept:
        base, anchor = planned.nominal, planned.anchor or planned.nominal.day
    steps = 1
    nominal = _later(base, anchor, rhythm, steps)
    while nominal <= contact:
        steps += 1
        nominal = _later(base, anchor, rhythm, steps)
    codes: list[DueCode] = []
    if rhythm.unit is RhythmUnit.MONTHS and nominal.day < anchor:
        codes.append(DueCode.MONTH_END)
    return _on_workday(nominal, anchor, codes, calendar)


def next_after_attempt(on: date, code: DueCode, calendar: Workdays) -> NextDate:
    """The next day of work after a call that reached nobody, or that the buyer wants at another time."""
    return _on_workday(on + _ONE_DAY, on.day, [code], calendar)


def planned_from_rhythm(
    last_contact: date | None, rhythm: Rhythm, calendar: Workdays, today: date, load: Mapping[date, int]
) -> NextDate:
    """The day for a buyer without a call-back. Never before today.

    A first call, or one whose day has passed, goes to the least laden day of work near by (four weeks, one week), so
    that many buyers at once do not all fall on one day.
    """
    if last_contact is not None:
        found = next_after_contact(last_contact, rhythm, calendar)
        if found.day >= today:
            return found
        day = least_laden(today, today + timedelta(days=_LATE_WINDOW_DAYS), calendar, load)
        return NextDate(day, day, day.day, (DueCode.LATE, *_unknown(day, calendar)))
    day = least_laden(today, today + timedelta(days=_FIRST_WINDOW_DAYS), calendar, load)
    return NextDate(day, day, day.day, (DueCode.FIRST, *_unknown(day, calendar)))


def least_laden(first: date, last: date, calendar: Workdays, load: Mapping[date, int]) -> date:
    """The day of work between two days with the fewest call-backs, the earliest of equals."""
    span = (last - first).days + 1
    days = [day for day in (first + timedelta(days=step) for step in range(span)) if calendar.is_workday(day)]
    return min(days, key=lambda day: (load.get(day, 0), day)) if days else first_workday(first, calendar)


def days_late(note: DueNote, due_on: date, today: date) -> int:
    """How many days ago a call-back was first due; 0 while its day has not passed or it is put off to a later day."""
    if due_on > today:
        return 0
    return max((today - min(note.since or due_on, due_on)).days, 0)


def moved_note(note: DueNote, was: date, day: date, *, codes: tuple[DueCode, ...], text: str = "") -> DueNote:
    """The note after a call-back was put on another day.

    The first day it was due is kept, so it stays late; the rhythm counts from the next contact.
    """
    return replace(note, codes=codes, since=min(note.since or was, day), nominal=None, anchor=0, text=text)


def _later(base: date, anchor: int, rhythm: Rhythm, steps: int) -> date:
    if rhythm.unit is not RhythmUnit.MONTHS:
        days = rhythm.every * (7 if rhythm.unit is RhythmUnit.WEEKS else 1)
        return base + timedelta(days=days * steps)
    year, month = divmod(base.year * 12 + base.month - 1 + rhythm.every * steps, 12)
    return date(year, month + 1, min(anchor, monthrange(year, month + 1)[1]))


def _on_workday(nominal: date, anchor: int, codes: list[DueCode], calendar: Workdays) -> NextDate:
    day = first_workday(nominal, calendar)
    if day != nominal:
        codes.append(_off(nominal, calendar))
    codes.extend(_unknown(day, calendar))
    return NextDate(day, nominal, anchor, tuple(codes))


def _off(day: date, calendar: Workdays) -> DueCode:
    if calendar.is_holiday(day) or day.weekday() < 5:
        return DueCode.HOLIDAY
    return DueCode.SATURDAY if day.weekday() == 5 else DueCode.SUNDAY


def _unknown(day: date, calendar: Workdays) -> tuple[DueCode, ...]:
    return (DueCode.NOT_ANNOUNCED,) if calendar.not_announced(day, day) else ()
