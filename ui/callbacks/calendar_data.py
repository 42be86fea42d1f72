"""What the page shows, read in one go away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.context import AppContext
from desktop.services.call_plans import Desk
from models.call_back_records import CallCard, MonthCounts, MonthGrid, OverdueCall
from models.kinds import CallOutcome, Tier
from models.records import CallBackRow
from models.rules.call_back_rhythm import NextDate, Rhythm
from models.rules.verdict import Refused

TIERS = (Tier.V3, Tier.V2, Tier.V1)


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """A month, a day of it, and what is late."""

    desk: Desk
    chosen: date
    grid: MonthGrid
    counts: MonthCounts
    overdue: tuple[OverdueCall, ...]
    agenda: tuple[CallBackRow, ...]
    rhythms: Mapping[Tier, Rhythm]


@dataclass(frozen=True, slots=True)
class CardShown:
    """A buyer, the call-back that was chosen, and what would follow each outcome."""

    card: CallCard
    row: CallBackRow | None
    proposals: Mapping[CallOutcome, NextDate | Refused]
    rhythm: Rhythm
    desk: Desk


def load_calendar(ctx: AppContext, year: int, month: int, chosen: date | None) -> CalendarShown:
    """Everything left of the card. Without a day the shop's today is chosen."""
    desk = ctx.call_backs.desk()
    day = chosen or desk.today
    return CalendarShown(
        desk=desk,
        chosen=day,
        grid=ctx.call_backs.month_grid(year or day.year, month or day.month),
        counts=ctx.call_backs.counts(desk.today.year, desk.today.month),
        overdue=ctx.call_backs.overdue(),
        agenda=ctx.call_backs.day(day),
        rhythms={tier: ctx.call_backs.rhythm(tier) for tier in TIERS},
    )


def load_card(ctx: AppContext, buyer_id: int, row: CallBackRow | None) -> CardShown:
    """The buyer's card with the next day for each outcome."""
    card = ctx.call_backs.find_buyer_card(buyer_id)
    proposals = {outcome: ctx.call_backs.propose_next(buyer_id, outcome) for outcome in CallOutcome}
    return CardShown(card, row, proposals, ctx.call_backs.rhythm(card.buyer.tier), ctx.call_backs.desk())
