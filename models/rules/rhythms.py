"""How often a buyer is called: every so many days, weeks, months or quarters, or on an nth weekday of them."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from models.rules.kept_data import kept_mapping

LAST: Final = -1
"""The last such weekday of a month or quarter, as `nth` of a rhythm."""


class RhythmUnit(StrEnum):
    """What a rhythm counts in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"


LONGEST: Final[Mapping[RhythmUnit, int]] = {
    RhythmUnit.DAYS: 400, RhythmUnit.WEEKS: 400, RhythmUnit.MONTHS: 400, RhythmUnit.QUARTERS: 133,
}  # fmt: skip
# Every month has four of each weekday, every quarter twelve: a rhythm never points at one that is not there.
MOST_NTH: Final[Mapping[RhythmUnit, int]] = {RhythmUnit.MONTHS: 4, RhythmUnit.QUARTERS: 12}
_MONTHS: Final[Mapping[RhythmUnit, int]] = {RhythmUnit.MONTHS: 1, RhythmUnit.QUARTERS: 3}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a buyer is called. The shop's rule R003-25: once a month.

    `nth` 0 keeps the day of the month; 1 and more asks for the nth `weekday` (0 Monday to 6) of the month or quarter,
    LAST for the last. ValueError for a rhythm that cannot be, as every 0 days or the fifth Monday of a month.
    """

    every: int = 1
    unit: RhythmUnit = RhythmUnit.MONTHS
    nth: int = 0
    weekday: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.every <= LONGEST[self.unit]:
            raise ValueError(f"a rhythm of every {self.every} {self.unit}")
        if self.nth != 0 and not (self.nth == LAST or 1 <= self.nth <= MOST_NTH.get(self.unit, 0)):
            raise ValueError(f"weekday number {self.nth} of {self.unit}")
        if self.nth == LAST and self.unit not in _MONTHS:
            raise ValueError(f"the last weekday of {self.unit}")
        if not 0 <= self.weekday <= 6 or (self.nth == 0 and self.weekday != 0):
            raise ValueError(f"weekday {self.weekday}")

    @property
    def months(self) -> int:
        """How many months one turn has; 0 where it is counted in days."""
        return self.every * _MONTHS.get(self.unit, 0)

    @property
    def days(self) -> int:
        """How many days one turn has about: exact for days and weeks, 30 for a month."""
        if self.unit is RhythmUnit.DAYS:
            return self.every
        return self.every * 7 if self.unit is RhythmUnit.WEEKS else self.months * 30


def read_rhythm(stored: object) -> Rhythm:
    """A rhythm of the settings; once a month where it says nothing that holds."""
    return rhythm_or_none(stored) or Rhythm()


def rhythm_or_none(stored: object) -> Rhythm | None:
    """A rhythm as data, or as the text a buyer's row keeps; None where it says nothing that holds. Never an error."""
    kept = kept_mapping(stored)
    if kept is None:
        return None
    every, unit = kept.get("every", 1), kept.get("unit", RhythmUnit.MONTHS.value)
    nth, weekday = kept.get("nth", 0), kept.get("weekday", 0)
    if any(type(each) is not int for each in (every, nth, weekday)) or not isinstance(unit, str):
        return None
    try:
        return Rhythm(every, RhythmUnit(unit), nth, weekday)
    except ValueError:
        return None


def rhythm_data(rhythm: Rhythm) -> dict[str, Any]:
    """A rhythm as `read_rhythm` reads it."""
    data: dict[str, Any] = {"every": rhythm.every, "unit": rhythm.unit.value}
    return data | ({"nth": rhythm.nth, "weekday": rhythm.weekday} if rhythm.nth else {})


def rhythm_text(rhythm: Rhythm | None) -> str:
    """As a buyer's row keeps it; empty for the rhythm of the tier."""
    return "" if rhythm is None else json.dumps(rhythm_data(rhythm), sort_keys=True)


def turn_after(base: date, anchor: int, rhythm: Rhythm, turns: int = 1) -> date:
    """The day `turns` turns after `base`; in months on the `anchor` day, or the last of a month that is shorter.

    An nth weekday is the one nearest to that day, the later of two as near: so a contact that was weeks late leaves the
    month out that would follow at once. Never after the year 9999.
    """
    if not rhythm.months:
        return _plus(base, rhythm.days * turns)
    wanted = plus_months(base, rhythm.months * turns, anchor)
    if not rhythm.nth:
        return wanted
    span = 3 if rhythm.unit is RhythmUnit.QUARTERS else 1
    found = (nth_of_span(plus_months(wanted, step * span, 1), rhythm) for step in (-1, 0, 1))
    later = sorted((day for day in found if day > base), key=lambda day: (abs((day - wanted).days), -day.toordinal()))
    return later[0] if later else date.max


def plus_months(day: date, months: int, anchor: int) -> date:
    """The anchor day so many months later, the last day where the month is shorter; at most December 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(anchor, monthrange(year, month + 1)[1]))


def nth_of_span(day: date, rhythm: Rhythm) -> date:
    """The rhythm's weekday of the month, or quarter, a day lies in."""
    span = 3 if rhythm.unit is RhythmUnit.QUARTERS else 1
    first = date(day.year, (day.month - 1) // span * span + 1, 1)
    if rhythm.nth == LAST:
        month = first.month + span - 1
        end = date(first.year, month, monthrange(first.year, month)[1])
        return end - timedelta(days=(end.weekday() - rhythm.weekday) % 7)
    return first + timedelta(days=(rhythm.weekday - first.weekday()) % 7 + 7 * (rhythm.nth - 1))


def _plus(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
