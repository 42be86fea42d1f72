"""Frozen values of the call-back calendar: a day's cell, the counts of a month, the card of a buyer to call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.call_kinds import CallBackKind, Channel
from models.kinds import CallOutcome, CaseState, Consent, Problem, Tier
from models.money import Money
from models.records import Buyer, BuyerHistory, CallBack, CallBackRow, CallRecord


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
    """One day of the month: its first lines and how many there are in all."""

    day: date
    lines: tuple[CellLine, ...]
    total: int
    workday: bool
    holiday: bool


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The six weeks around a month, Monday first."""

    year: int
    month: int
    today: date
    cells: tuple[DayCell, ...]
    not_announced: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OverdueCall:
    """An open call-back whose first day has passed, and how many days ago that was."""

    row: CallBackRow
    since: date
    days: int


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """A month in numbers. `reached` of `calls` is the share of calls answered; `tiers` counts the VIP buyers."""

    vips: int
    done: int
    waiting: int
    overdue: int
    calls: int
    reached: int
    tiers: Mapping[Tier, int]


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
    """All that is shown while a buyer is called."""

    buyer: Buyer
    history: BuyerHistory
    call_back: CallBack | None
    last_orders: tuple[OrderGlance, ...]
    last_cases: tuple[CaseGlance, ...]
    calls: tuple[CallRecord, ...]

    @property
    def may_be_called(self) -> bool:
        """Whether the buyer agreed to calls."""
        return self.buyer.consent is Consent.GIVEN
