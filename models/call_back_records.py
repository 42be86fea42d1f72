"""Frozen values of the call-back calendar: a day's cell, the counts of a month, the card of a buyer to call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.call_kinds import CallBackKind, Channel, LateLevel
from models.kinds import CallOutcome, CaseState, Consent, Problem, Tier
from models.money import Money
from models.records import Buyer, BuyerHistory, BuyerNote, CallBack, CallBackRow, CallRecord


class Satisfaction(StrEnum):
    """What a buyer thought, as the caller heard it; stored as a lower-case word, empty when not asked."""

    NOT_ASKED = ""
    SATISFIED = "satisfied"
    NEUTRAL = "neutral"
    DISSATISFIED = "dissatisfied"


@dataclass(frozen=True, slots=True)
class CallFilters:
    """What narrows the calendar; an empty tuple narrows nothing. `people` are ids, 0 for call-backs of nobody."""

    tiers: tuple[Tier, ...] = ()
    people: tuple[int, ...] = ()
    shops: tuple[int, ...] = ()
    kinds: tuple[CallBackKind, ...] = ()


EVERY_CALL_BACK = CallFilters()
"""Filters that narrow nothing."""


@dataclass(frozen=True, slots=True)
class ContactConsent:
    """What a buyer said about one channel, when and on which way (`phone`, `chat`, or as typed), and who noted it."""

    channel: Channel
    agreed: bool
    said_at: datetime
    way: str = ""
    noted_by: str = ""


@dataclass(frozen=True, slots=True)
class TierProposal:
    """A tier a buyer's orders speak for; what was counted in the rule's period, amounts in the shop's currency."""

    buyer_id: int
    nick: str
    shop_id: int
    now: Tier
    proposed: Tier
    spent: Money
    orders: int
    refund_rate: float
    days: int


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of a day: a planned or finished call-back, or (`attempt`) a call of that day that did not reach."""

    row: CallBackRow
    late: int
    attempt: CallOutcome | None = None


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day: its first lines, how many there are in all, how many of them are open, and the title of quiet days."""

    day: date
    lines: tuple[CellLine, ...]
    total: int
    workday: bool
    holiday: bool
    open: int = 0
    quiet: str | None = None


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The six weeks around a month, Monday first."""

    year: int
    month: int
    today: date
    cells: tuple[DayCell, ...]
    not_announced: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """Seven days with all their lines, those with a time first."""

    first: date
    today: date
    cells: tuple[DayCell, ...]
    not_announced: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day of the agenda with all its call-backs in the order of the queue; only days that have some are listed."""

    day: date
    rows: tuple[CallBackRow, ...]
    workday: bool
    holiday: bool


@dataclass(frozen=True, slots=True)
class DayLoad:
    """Open call-backs of a day; `people` by their ids, 0 for nobody; `capacity` of one person, 0 for any number."""

    day: date
    total: int
    people: Mapping[int, int]
    capacity: int = 0

    @property
    def over(self) -> bool:
        """Whether somebody has more to do than a day holds."""
        return self.capacity > 0 and any(many > self.capacity for many in self.people.values())


@dataclass(frozen=True, slots=True)
class OverdueCall:
    """An open call-back whose first day has passed, and how many days ago that was."""

    row: CallBackRow
    since: date
    days: int
    level: LateLevel = LateLevel.YELLOW


@dataclass(frozen=True, slots=True)
class PersonCounts:
    """The month of one person: call-backs given to them by state, and the calls they made. Id 0 and no name: nobody."""

    person_id: int
    name: str
    done: int = 0
    waiting: int = 0
    late: int = 0
    skipped: int = 0
    calls: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """A month in numbers.

    `waiting`, `late`, `skipped`, `done` are of the call-backs that stand in the month, `overdue` is all that is late
    today. `calls` are contacts made in the month on any channel but a note, `reached` real contacts of them, `answered`
    those somebody took. `tiers` counts VIP buyers, `special` those of them that are special.
    """

    vips: int
    done: int
    waiting: int
    overdue: int
    calls: int
    reached: int
    tiers: Mapping[Tier, int]
    skipped: int = 0
    late: int = 0
    answered: int = 0
    special: int = 0
    people: tuple[PersonCounts, ...] = ()
    current: bool = True

    @property
    def planned(self) -> int:
        """What is to be done in the month: done or open, and in the running month whatever else is late."""
        return self.done + self.waiting + (self.overdue if self.current else self.late)

    @property
    def completion(self) -> float:
        """The part of `planned` that is done, 0 to 1; 0 where nothing is planned."""
        return self.done / self.planned if self.planned else 0.0


@dataclass(frozen=True, slots=True)
class OrderGlance:
    """The last order of a buyer, as one talks about it."""

    item_title: str
    created_at: datetime | None
    number: str


@dataclass(frozen=True, slots=True)
class CaseGlance:
    """A case of a buyer, as one talks about it."""

    id: int
    number: str
    problem: Problem
    state: CaseState
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class CallCard:
    """All that is shown while a buyer is called.

    `calls` is the newest page of `calls_total`. `open_ones`: every open call-back, the promises among them.
    `birthday` is the next one, where it is known. `notes` are the shop's own, newest first. `last_cases` holds what is
    in `open_cases` and `closed_cases` in one row, the newest first.
    """

    buyer: Buyer
    history: BuyerHistory
    call_back: CallBack | None
    last_orders: tuple[OrderGlance, ...]
    last_cases: tuple[CaseGlance, ...]
    calls: tuple[CallRecord, ...]
    calls_total: int = 0
    open_ones: tuple[CallBack, ...] = ()
    open_cases: tuple[CaseGlance, ...] = ()
    closed_cases: tuple[CaseGlance, ...] = ()
    birthday: date | None = None
    notes: tuple[BuyerNote, ...] = ()

    @property
    def promises(self) -> tuple[CallBack, ...]:
        """What was promised to the buyer and is still to be kept, by day."""
        return tuple(each for each in self.open_ones if each.kind is CallBackKind.PROMISE)

    @property
    def may_be_called(self) -> bool:
        """Whether the buyer agreed to calls."""
        return self.buyer.consent is Consent.GIVEN


@dataclass(frozen=True, slots=True)
class CallTopic:
    """What is known of a buyer that is worth saying; `hours` as their row keeps it, cases as (number, problem)."""

    birthday: str = ""
    hours: str = ""
    note: str = ""
    phone_wrong: bool = False
    ordered_at: datetime | None = None
    item: str = ""
    cases: tuple[tuple[str, Problem], ...] = ()
    promises: tuple[str, ...] = ()
