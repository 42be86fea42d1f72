"""What an evaluation now says otherwise than the resolution in force: remedy, liability, amounts, clocks, packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.services.resolution_offers import Choice, chosen_offer
from models.kinds import ClockStatus, Liability
from models.money import Money
from models.records import CasePage
from models.rules.conclusion import Conclusion
from models.rules.pack_parts import NO_TEXT, Text

Said = Text | Liability | Money | datetime | str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. `aspect` is remedy, liability, refund, true_cost, clock or packs; `name` which clock."""

    aspect: str
    before: Said
    now: Said
    name: Text = NO_TEXT


def differences(page: CasePage, conclusion: Conclusion, choice: Choice) -> tuple[Difference, ...]:
    """What would change by deciding again, most telling first; empty without a resolution in force."""
    return tuple(_found(page, conclusion, choice)) if page.resolution is not None else ()


def _found(page: CasePage, conclusion: Conclusion, choice: Choice) -> Iterator[Difference]:
    before = page.resolution
    if before is None:
        return
    offer = chosen_offer(conclusion, choice)
    if (offer.remedy, offer.title.zh) != (before.remedy, before.remedy_title_zh):
        yield Difference("remedy", Text(before.remedy_title_zh, before.remedy_title_en), offer.title)
    cause = conclusion.liability.cause or Liability.UNCLEAR
    if choice.override is not None and choice.override.liability is not None:
        cause = choice.override.liability
    if cause is not before.liability:
        yield Difference("liability", before.liability, cause)
    refund = offer.refund or offer.amount
    if (refund.minor if refund else 0) != before.refund.minor:
        yield Difference("refund", before.refund, refund)
    if offer.true_cost != before.true_cost:
        yield Difference("true_cost", before.true_cost, offer.true_cost)
    yield from _clocks(page, conclusion, offer.id)
    packs = ", ".join(f"{name} {version}" for name, version in conclusion.packs)
    if packs != before.packs:
        yield Difference("packs", before.packs, packs)


def _clocks(page: CasePage, conclusion: Conclusion, remedy_id: str) -> Iterator[Difference]:
    running = {clock.rule: clock for clock in page.clocks if clock.status is ClockStatus.RUNNING}
    for plan in conclusion.clocks:
        if plan.due_at is None or not plan.decisive or plan.output != "moment":
            continue
        if plan.remedies and remedy_id not in plan.remedies:
            continue
        known = running.get(plan.id)
        if known is not None and known.due_at != plan.due_at:
            yield Difference("clock", known.due_at, plan.due_at, plan.label)
