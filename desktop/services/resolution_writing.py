"""Puts a decided resolution into one transaction: what was in force before steps back, what follows is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from desktop.services.register_deciding import write_registers
from desktop.services.resolution_clocks import begun_with, end_clocks, write_clocks
from desktop.services.resolution_offers import Override, checked_shares, given_back
from desktop.services.resolution_packs import PERSONAL
from models.clock import zone
from models.errors import UserError
from models.kinds import CaseState, Flag, Liability, Role, StepState, WaitingOn
from models.money import Money
from models.records import CasePage, Clock
from models.rules.conclusion import ClockPlan, Conclusion, RemedyOffer, StepPlan
from models.rules.frozen_packs import Frozen
from models.rules.pack_parts import Text
from models.rules.step_order import in_order
from models.store import case_page, cases
from models.store.history import Stamp
from models.store.pack_copies import keep_copies
from models.store.transaction import Transaction

NOT_FROZEN = Frozen({}, ())
_WAITING_FOR = {Role.WAREHOUSE: WaitingOn.WAREHOUSE, Role.QUALITY: WaitingOn.WAREHOUSE}


@dataclass(frozen=True, slots=True)
class Decision:
    """All that finishing needs."""

    page: CasePage
    answers: Mapping[str, Any]
    conclusion: Conclusion
    offer: RemedyOffer
    operation: str
    language: str
    override: Override | None
    frozen: Frozen = NOT_FROZEN
    known: Mapping[str, Any] = field(default_factory=dict)
    at: datetime | None = None

    @property
    def liability(self) -> Liability:
        """The cause as decided: the override's, else the conclusion's."""
        override = self.override
        if override is not None and override.liability is not None:
            return override.liability
        if override is not None and override.shares:
            parties = [party for party, share in override.shares.items() if share]
            return parties[0] if len(parties) == 1 else Liability.SHARED
        return self.conclusion.liability.cause or Liability.UNCLEAR

    @property
    def shares(self) -> Mapping[Liability, Decimal]:
        """Percent by party as decided; empty where the liability is not shared, or was decided otherwise."""
        if self.override is not None and (self.override.shares or self.override.liability is not None):
            return checked_shares(self.override.shares)
        return self.conclusion.liability.shares or {}

    def planned(self, now: datetime) -> tuple[ClockPlan, ...]:
        """The clocks that run by this decision."""
        return planned_clocks(self.conclusion, self.offer, now, self.page.clocks)


def write_resolution(transaction: Transaction, decision: Decision) -> int:
    """Returns the id of the resolution. UserError `resolution_stale` if another one came in between."""
    case_id = decision.page.case.id
    done = case_page.find_by_operation(transaction.database, decision.operation)
    if done is not None:
        return done
    # As it is now: the page may have been read before somebody merged or archived it.
    case = cases.find_case(transaction.database, case_id)
    if case.merged_into is not None:
        raise UserError("merged_stays", case=case.number)
    if case.state is CaseState.ARCHIVED:
        # Opening it again wants a reason, which no answer of the wizard is.
        raise UserError("archived_stays", case=case.number)
    keep_copies(transaction, decision.frozen.copies)
    _step_back(transaction, decision)
    resolution_id = _write_row(transaction, decision)
    _write_steps(transaction, decision)
    write_clocks(transaction, decision.page, decision.planned(transaction.stamp.now))
    write_registers(transaction, decision)
    first = decision.offer.steps[0].role if decision.offer.steps else None
    transaction.update(
        "case",
        case_id,
        state=CaseState.IN_PROGRESS,
        shelf=1,
        closed_at=None,
        liability=decision.liability,
        flag=decision.conclusion.remark.flag if decision.conclusion.remark else decision.page.case.flag,
        waiting_on=_WAITING_FOR.get(first, WaitingOn.US) if first else WaitingOn.US,
    )
    title = {"zh": decision.offer.title.zh, "en": decision.offer.title.en}
    details: dict[str, object] = {
        "title": title,
        "liability": decision.liability.value,
        "remedy": decision.offer.remedy.value,
        "shares": {party.value: str(share) for party, share in decision.shares.items()},
        "packs": [list(pack) for pack in decision.conclusion.packs],
        "trace": [[entry.pack_id, entry.node, entry.fact, str(entry.answer)] for entry in decision.conclusion.trace],
    }
    transaction.record("resolved", entity="resolution", entity_id=resolution_id, case_id=case_id, details=details)
    if decision.override is not None:
        transaction.record(
            "resolution_overridden", entity="resolution", entity_id=resolution_id, case_id=case_id,
            details={"title": title, "reason": decision.override.reason},
        )  # fmt: skip
    transaction.drop_draft(case_id)
    return resolution_id


def _step_back(transaction: Transaction, decision: Decision) -> None:
    """The resolution in force, its undone steps and its running clocks make way."""
    case_id, database = decision.page.case.id, transaction.database
    before = case_page.find_resolution(database, case_id)
    known = decision.page.resolution
    if (before.id if before else None) != (known.id if known else None):
        raise UserError("resolution_stale", case=decision.page.case.number)
    end_clocks(transaction, decision.page, decision.planned(transaction.stamp.now), language=decision.language)
    if before is None:
        return
    transaction.remove("resolution", before.id)
    for step in case_page.list_steps(database, case_id):
        if step.state is StepState.OPEN:
            transaction.remove("step", step.id)


def _write_row(transaction: Transaction, decision: Decision) -> int:
    conclusion, offer, stamp = decision.conclusion, decision.offer, transaction.stamp
    view = conclusion.liability
    amount = given_back(offer)
    return transaction.insert(
        "resolution",
        case_id=decision.page.case.id,
        operation=decision.operation,
        outcome=", ".join(conclusion.outcomes),
        remedy=offer.remedy,
        remedy_title_zh=offer.title.zh,
        remedy_title_en=offer.title.en,
        liability=decision.liability,
        liable_to_buyer=view.to_buyer or Liability.UNCLEAR,
        recourse=view.recourse,
        because_zh=view.because.zh,
        because_en=view.because.en,
        # Of the amounts: an order may be in another currency than what was entered before it was known.
        currency=(amount or offer.true_cost or decision.page.case.at_stake).currency,
        refund=amount.minor if amount else 0,
        true_cost=_minor(offer.true_cost),
        recoverable=_minor(offer.recoverable),
        override_reason=decision.override.reason if decision.override else "",
        remark=remark_text(decision, stamp),
        flag=conclusion.remark.flag if conclusion.remark else Flag.NONE,
        facts=dict(decision.answers),
        conclusion=summary_of(conclusion),
        packs=", ".join(f"{name} {version}" for name, version in conclusion.packs),
        shares={party.value: str(share) for party, share in decision.shares.items()},
        frozen=_frozen(decision),
        decided_at=stamp.now,
        decided_by=stamp.person,
    )


def _frozen(decision: Decision) -> dict[str, Any]:
    """The packs by content, the shop's numbers, the facts the case told, and the moment it was evaluated at."""
    if not decision.frozen.data:
        return {}
    return {
        **decision.frozen.data,
        "known": {name: value for name, value in decision.known.items() if name not in PERSONAL},
        "at": decision.at.isoformat() if decision.at is not None else None,
    }


def remark_text(decision: Decision, stamp: Stamp) -> str:
    """The platform remark: content, person, date (R003-37). A template may name the slots; else they are appended."""
    person, day = stamp.person, stamp.now.astimezone(zone(decision.page.shop.time_zone)).strftime("%Y-%m-%d")
    content = _in(decision.offer.title, decision.language)
    remark = decision.conclusion.remark
    text = _in(remark.text, decision.language) if remark else ""
    filled = text
    for slot, value in (("content", content), ("agent", person), ("person", person), ("date", day)):
        filled = filled.replace("{" + slot + "}", value)
    return filled if filled != text else " · ".join(part for part in (text, content, person, day) if part)


def _in(text: Text, language: str) -> str:
    return text.zh if language.startswith("zh") else text.en or text.zh


def _minor(amount: Money | None) -> int | None:
    return amount.minor if amount else None


def planned_steps(conclusion: Conclusion, offer: RemedyOffer) -> tuple[StepPlan, ...]:
    """The steps that carry a remedy out, in order, each once."""
    steps: dict[str, StepPlan] = {}
    for step in (*conclusion.steps, *offer.steps):
        steps.setdefault(step.id, step)
    return in_order(tuple(steps.values()))


def planned_clocks(
    conclusion: Conclusion, offer: RemedyOffer, now: datetime, clocks: Iterable[Clock]
) -> tuple[ClockPlan, ...]:
    """The clocks that start with a remedy, beside the `clocks` a case has; a buyer's own time that is over starts none.

    A pack's own first reply or offer is the one the case began with.
    """
    begun = begun_with(clocks)
    return tuple(
        clock
        for clock in conclusion.clocks
        if clock.due_at is not None
        and clock.decisive
        and clock.output == "moment"
        and (not clock.remedies or offer.id in clock.remedies)
        and not (clock.who is WaitingOn.BUYER and clock.due_at <= now)
        and clock.id not in begun
    )


def _write_steps(transaction: Transaction, decision: Decision) -> None:
    start = max((step.position for step in decision.page.steps), default=0)
    planned = [step for step in planned_steps(decision.conclusion, decision.offer) if not _is_done(decision, step)]
    for position, step in enumerate(planned, start + 1):
        transaction.insert(
            "step",
            case_id=decision.page.case.id,
            position=position,
            title_zh=step.title.zh,
            title_en=step.title.en,
            role=step.role,
            due_at=step.due_at,
            after=", ".join(step.after),
            rule=step.id,
            due_rule=step.due_rule,
        )


def _is_done(decision: Decision, step: StepPlan) -> bool:
    """Whether the step was done under the resolution before and need not be done again.

    Steps of another remedy, or of another amount, are asked for anew although they have the same name.
    """
    before, offer = decision.page.resolution, decision.offer
    if before is None or not any(d.rule == step.id and d.state is StepState.DONE for d in decision.page.steps):
        return False
    if step.id in {each.id for each in decision.conclusion.steps}:
        return True
    refund = given_back(offer)
    same = (offer.remedy, offer.title.zh) == (before.remedy, before.remedy_title_zh)
    return same and (refund.minor if refund else 0) == before.refund.minor


def summary_of(conclusion: Conclusion) -> dict[str, Any]:
    """What is kept of the conclusion beside the facts: sources, remedies weighed, evidence, how it was decided."""

    def both(text: Text) -> dict[str, str]:
        return {"zh": text.zh, "en": text.en}

    def amount(value: Money | None) -> str | None:
        return str(value.amount) if value else None

    return {
        "titles": [both(title) for title in conclusion.titles],
        "shares": {name.value: str(share) for name, share in (conclusion.liability.shares or {}).items()},
        "sources": [
            {
                "number": source.number, "tag": source.tag, "title": both(source.title), "locator": source.locator,
                "confidence": source.confidence, "pack_id": source.pack_id, "pack_version": source.pack_version,
            }
            for source in conclusion.sources
        ],
        "remedies": [
            {"id": offer.id, "title": both(offer.title), "refund": amount(offer.refund),
             "true_cost": amount(offer.true_cost), "if_wrong": offer.if_wrong}
            for offer in conclusion.remedies
        ],
        "evidence": [{"id": need.id, "level": need.level, "label": both(need.label)} for need in conclusion.evidence],
        "trace": [[entry.pack_id, entry.node, entry.fact, str(entry.answer)] for entry in conclusion.trace],
        "exposures": [
            {"id": view.id, "label": both(view.label), "points": view.points, "ledger": view.ledger,
             "money": [view.money.minor, view.money.currency] if view.money is not None else None, "basis": view.basis}
            for view in conclusion.exposures
        ],
    }  # fmt: skip
