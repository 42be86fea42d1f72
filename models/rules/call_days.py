"""Which days a buyer can be called on, and where a call-back goes that stands on another: each cause as a code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Protocol

from models.rules.call_settings import OffDayMove, QuietDays
from models.rules.due_notes import DueCode
from models.rules.quiet_days import is_quiet

SEARCH_DAYS: Final = 120
"""How far a free day is looked for: longer than the longest quiet period with the holidays around it."""
NEAR_DAYS: Final = 5
"""So many free days are near a full one."""
_CALENDAR: Final = (DueCode.SATURDAY, DueCode.SUNDAY, DueCode.HOLIDAY)
Rank = tuple[int, int]
"""What keeps a full day: the tier, then how often this buyer was pushed before."""


class Workdays(Protocol):
    """What the rhythm asks of a calendar."""

    def is_workday(self, day: date) -> bool:
        """Whether the shop works on that day, make-up days included."""

    def is_holiday(self, day: date) -> bool:
        """Whether a day off belongs to a public holiday rather than to a plain weekend."""

    def not_announced(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days whose days off are not known yet."""


@dataclass(frozen=True)
class CallDays:
    """The days of work without quiet days of the shop, vacation of who calls, and weekdays of shop and buyer.

    Empty weekdays are all of them. `move`: which way a call-back leaves a day that is not free.
    """

    calendar: Workdays
    quiet: tuple[QuietDays, ...] = ()
    away: tuple[QuietDays, ...] = ()
    shop_weekdays: tuple[int, ...] = ()
    buyer_weekdays: tuple[int, ...] = ()
    move: OffDayMove = OffDayMove.FORWARD
    _known: dict[date, DueCode | None] = field(default_factory=dict, init=False, compare=False, repr=False)

    def cause(self, day: date) -> DueCode | None:
        """Why nobody is called on that day; None where they are."""
        if day not in self._known:
            self._known[day] = self._cause(day)
        return self._known[day]

    def _cause(self, day: date) -> DueCode | None:
        if not self.calendar.is_workday(day):
            if self.calendar.is_holiday(day) or day.weekday() < 5:
                return DueCode.HOLIDAY
            return DueCode.SATURDAY if day.weekday() == 5 else DueCode.SUNDAY
        if is_quiet(day, self.quiet):
            return DueCode.QUIET
        if is_quiet(day, self.away):
            return DueCode.VACATION
        if self.shop_weekdays and day.weekday() not in self.shop_weekdays:
            return DueCode.SHOP_DAY
        if self.buyer_weekdays and day.weekday() not in self.buyer_weekdays:
            return DueCode.BUYER_DAY
        return None

    def is_free(self, day: date) -> bool:
        """Whether somebody can be called on that day."""
        return self.cause(day) is None

    def unknown(self, day: date) -> tuple[DueCode, ...]:
        """NOT_ANNOUNCED where the days off of that year are not known yet."""
        return (DueCode.NOT_ANNOUNCED,) if self.calendar.not_announced(day, day) else ()

    def eased(self) -> Iterator[CallDays]:
        """The same with less and less left out, for when no day is free: the buyer's weekdays go first."""
        if self.buyer_weekdays:
            yield replace(self, buyer_weekdays=())
        if self.shop_weekdays:
            yield replace(self, buyer_weekdays=(), shop_weekdays=())
        if self.away:
            yield replace(self, buyer_weekdays=(), shop_weekdays=(), away=())
        if self.quiet:
            yield replace(self, buyer_weekdays=(), shop_weekdays=(), away=(), quiet=())


def as_call_days(days: Workdays | CallDays) -> CallDays:
    """A plain calendar as days without anything else."""
    return days if isinstance(days, CallDays) else CallDays(days)


@dataclass(frozen=True, slots=True)
class Room:
    """How much one person has to do. `capacity` call-backs a day, 0 for any number; `load` what stands there already.

    `mine` is the rank of who is to be placed, `weakest` the lowest rank of those that can be moved off a day.
    """

    capacity: int = 0
    load: Mapping[date, int] = field(default_factory=dict)
    mine: Rank = (0, 0)
    weakest: Mapping[date, Rank] = field(default_factory=dict)

    def full(self, day: date) -> bool:
        """Whether a day has as many as the person takes."""
        return self.capacity > 0 and self.load.get(day, 0) >= self.capacity

    def keeps(self, day: date) -> bool:
        """Whether who is to be placed has the better claim to a full day than one that stands there."""
        return day in self.weakest and self.weakest[day] < self.mine


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a call-back goes: the day, what moved it there, and whether a full day pushed it or gives way to it."""

    day: date
    codes: tuple[DueCode, ...] = ()
    pushed: bool = False
    keeps: bool = False


def place(nominal: date, after: date, days: CallDays, *, room: Room | None = None, near: int = NEAR_DAYS) -> Placed:
    """The free day for a call-back that ought to stand on `nominal`.

    Backward moves never reach `after`: where there is no free day between, it goes forward. A full day sends it to the
    least laden of the `near` free days in the same direction, or on to the first that has room.
    """
    day, codes = free_day(nominal, after, days)
    if room is None or not room.full(day):
        return Placed(day, codes)
    if room.keeps(day):
        return Placed(day, codes, keeps=True)
    back = day < nominal or (day == nominal and days.move is OffDayMove.BACKWARD)
    ways = (_free(day, -1, days, after), _free(day, 1, days, after)) if back else (_free(day, 1, days, after),)
    for way in ways:
        around = [each for each, _ in zip(way, range(near), strict=False)]
        fit = [each for each in around if not room.full(each)]
        if fit:
            best = min(fit, key=lambda each: (room.load.get(each, 0), abs((each - day).days)))
            return Placed(best, (*codes, DueCode.FULL), pushed=True)
    on = next((each for each in _free(day, 1, days, after) if not room.full(each)), None)
    return Placed(day, codes) if on is None else Placed(on, (*codes, DueCode.FULL), pushed=True)


def free_day(nominal: date, after: date, days: CallDays) -> tuple[date, tuple[DueCode, ...]]:
    """The day itself if it is free, else the nearest free one by choice of direction, with what was passed over.

    Where none is free for SEARCH_DAYS, weekdays, vacation and quiet days give way in this order, NO_FREE_DAY says so.
    """
    if days.is_free(nominal):
        return nominal, ()
    if days.move is OffDayMove.BACKWARD:
        for day in _walk(nominal, -1):
            if day <= after:
                break
            if days.is_free(day):
                return day, _passed(day, nominal, days)
    for day in _walk(nominal, 1):
        if day > after and days.is_free(day):
            return day, _passed(nominal, day, days)
    why = days.cause(nominal)
    codes = (DueCode.NO_FREE_DAY,) if why is None else (why, DueCode.NO_FREE_DAY)
    for easier in days.eased():
        for day in (nominal, *_walk(nominal, 1)):
            if day > after and easier.is_free(day):
                return day, codes
    return nominal, codes


def _free(day: date, step: int, days: CallDays, after: date) -> Iterator[date]:
    return (each for each in _walk(day, step) if each > after and days.is_free(each))


def _walk(day: date, step: int) -> Iterator[date]:
    number = day.toordinal()
    for _ in range(SEARCH_DAYS):
        number += step
        if not 1 <= number <= date.max.toordinal():
            return
        yield date.fromordinal(number)


def _passed(first: date, last: date, days: CallDays) -> tuple[DueCode, ...]:
    """What is in the way between two days, each once; a run of days off by its first day only."""
    back = not days.is_free(last)
    numbers = range(first.toordinal(), last.toordinal() + 1)
    found: list[DueCode] = []
    for number in reversed(numbers) if back else numbers:
        code = days.cause(date.fromordinal(number))
        if code is None or code in found or (code in _CALENDAR and any(each in _CALENDAR for each in found)):
            continue
        found.append(code)
    return tuple(found)
