"""What the owner lets out of the window in a calendar file, as a value: whom it names, how far ahead, when it rings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

from models.errors import UserError

CALENDAR_CHOICES: Final = "calendar_choices"
LONGEST_AHEAD: Final = 730
LONGEST_ALARM: Final = 7 * 24 * 60
_CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


class Shown(StrEnum):
    """How much of a buyer's name or phone stands in the file."""

    NOTHING = "nothing"
    MASKED = "masked"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class CalendarChoices:
    """Without a choice the file names nobody.

    `alarm`: minutes before an appointment, None for no alarm; `day_alarm`: HH:MM of the day for call-backs without a
    time, empty for no alarm; `days`: how far ahead. UserError of `checked` for what does not hold.
    """

    buyer_id: bool = False
    name: Shown = Shown.NOTHING
    phone: Shown = Shown.NOTHING
    subject: bool = False
    days: int = 90
    alarm: int | None = 10
    day_alarm: str = "09:00"

    def stored(self) -> dict[str, Any]:
        """As the settings keep it."""
        return asdict(self)


def checked(choices: CalendarChoices) -> CalendarChoices:
    """The choices if they hold. UserError `calendar_days`, `calendar_alarm` or `call_time_invalid`."""
    if not 1 <= choices.days <= LONGEST_AHEAD:
        raise UserError("calendar_days", limit=LONGEST_AHEAD)
    if choices.alarm is not None and not 0 <= choices.alarm <= LONGEST_ALARM:
        raise UserError("calendar_alarm", limit=LONGEST_ALARM)
    if choices.day_alarm:
        checked_clock(choices.day_alarm)
    return choices


def checked_clock(text: str) -> str:
    """A time of day as HH:MM. UserError `call_time_invalid`."""
    if not _CLOCK.fullmatch(text):
        raise UserError("call_time_invalid")
    return text


def read_choices(stored: object) -> CalendarChoices:
    """Choices as they were kept; whatever does not hold is as if it were never chosen."""
    found = CalendarChoices()
    if not isinstance(stored, Mapping):
        return found
    kept: dict[str, Any] = {}
    for name, kind in (("buyer_id", bool), ("subject", bool), ("days", int), ("day_alarm", str)):
        if type(stored.get(name)) is kind:
            kept[name] = stored[name]
    if "alarm" in stored and (stored["alarm"] is None or type(stored["alarm"]) is int):
        kept["alarm"] = stored["alarm"]
    for name in ("name", "phone"):
        if stored.get(name) in set(Shown):
            kept[name] = Shown(stored[name])
    try:
        return checked(CalendarChoices(**kept))
    except UserError:
        return found
