"""What is kept with a call-back about its day: the reasons as codes, since when it is due, what it counts from."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class DueCode(StrEnum):
    """Why a call-back stands on its day, or why it is closed; the window makes sentences of them.

    What it counts from comes first, then what moved it: a day earlier than `nominal` was moved backward.
    """

    FIRST = "first"
    LATE = "late"
    MONTH_END = "month_end"
    NTH_WEEKDAY = "nth_weekday"
    TOO_NEAR = "too_near"
    """A turn was left out that would have followed the contact too soon."""
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    QUIET = "quiet"
    VACATION = "vacation"
    SHOP_DAY = "shop_day"
    """A weekday on which the shop makes no calls."""
    BUYER_DAY = "buyer_day"
    """A weekday that is none of the buyer's."""
    FULL = "full"
    """The person has enough call-backs on that day."""
    NO_FREE_DAY = "no_free_day"
    """No day within months is free: it stands on one that is not."""
    NOT_ANNOUNCED = "not_announced"
    NO_ANSWER = "no_answer"
    CALL_AGAIN = "call_again"
    WRONG_NUMBER = "wrong_number"
    NOT_INTERESTED = "not_interested"
    BY_HAND = "by_hand"
    SNOOZED = "snoozed"
    SPREAD = "spread"
    """Late after an absence, and spread with others over the coming days."""
    AFTER_CASE = "after_case"
    CASE_REOPENED = "case_reopened"
    NO_CHANNEL = "no_channel"
    """Closed because no channel is left on which the buyer agreed to hear from the shop."""
    PROMISED = "promised"
    SKIPPED = "skipped"
    NOT_VIP = "not_vip"
    OPTED_OUT = "opted_out"
    CONTACTED = "contacted"
    """Closed because the buyer was reached about something else."""


@dataclass(frozen=True, slots=True)
class NextDate:
    """A proposed day. `nominal`: where the rhythm points before days off move it; `anchor`: the day it keeps.

    `at_time` is proposed from the hours (HH:MM, empty for none); `pushed`: how often a full day moved this buyer on,
    so that it is somebody else's turn next; `keeps`: it keeps a full day, and a cheaper one there has to go.
    """

    day: date
    nominal: date
    anchor: int
    codes: tuple[DueCode, ...] = ()
    at_time: str = ""
    pushed: int = 0
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class DueNote:
    """What is kept with a call-back about its day: codes, first day it was due, where the rhythm pointed, a text."""

    codes: tuple[DueCode, ...] = ()
    since: date | None = None
    nominal: date | None = None
    anchor: int = 0
    text: str = ""
    pushed: int = 0

    def written(self) -> str:
        """As one line of JSON for the store."""
        values: dict[str, object] = {"codes": [code.value for code in self.codes]}
        if self.since is not None:
            values["since"] = self.since.isoformat()
        if self.nominal is not None:
            values |= {"nominal": self.nominal.isoformat(), "anchor": self.anchor}
        if self.text:
            values["text"] = self.text
        if self.pushed:
            values["pushed"] = self.pushed
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
            pushed=max(int(values.get("pushed", 0)), 0),
        )
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return DueNote(text=stored)


def days_late(note: DueNote, due_on: date, today: date) -> int:
    """How many days ago a call-back was first due; 0 while its day has not passed or it is put off to a later day."""
    if due_on > today:
        return 0
    return max((today - min(note.since or due_on, due_on)).days, 0)


def waits_longer(note: DueNote, due_on: date, day: date, today: date) -> bool:
    """Whether a call-back that is late would wait longer on `day`, which wants a reason; one put off to a later day is
    late still, so only a nearer day is free."""
    return min(note.since or due_on, due_on) < today < day and day > due_on


def moved_note(
    note: DueNote, was: date, day: date, today: date, *, codes: tuple[DueCode, ...], text: str = "", tried: bool = False
) -> DueNote:
    """The note after a call-back was put on another day; the rhythm counts from the next contact.

    What was due before today stays late since its first day, and so does what was due today where a call was `tried`
    in vain. What was not due yet is late only once its new day has passed.
    """
    first = min(note.since or was, was)
    late = first < today or (tried and first == today)
    return replace(note, codes=codes, since=first if late else day, nominal=None, anchor=0, text=text)
