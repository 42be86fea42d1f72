"""Clocks follow the facts of a decided case: counted anew, started once their fact is known, ended when it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from desktop.services.clock_writing import moment_text, move_clock, record_clock
from desktop.services.resolution_clocks import write_clocks
from desktop.services.resolution_difference import choice_of
from desktop.services.resolution_offers import chosen_offer
from desktop.services.resolution_writing import planned_clocks
from models.clock import zone
from models.kinds import ClockKind, ClockStatus
from models.records import CasePage, Clock
from models.rules.case_life import CLOSED
from models.rules.clock_moves import put_off, renoted
from models.rules.conclusion import ClockPlan, Conclusion
from models.rules.packs import Pack
from models.rules.step_clocks import already_met
from models.store import case_page, clocks
from models.store.transaction import Transaction

Evaluate = Callable[[CasePage], tuple[Conclusion, Sequence[Pack]]]
"""What the packs say of a case with the facts of its resolution, and which packs those were."""

TELLING_STEPS: Final = frozenset(
    {"send_return_address", "register_return", "inspect_return", "inspect_recalled", "open_parcel"}
)
"""Steps that tell a fact when they are done: the return was agreed, the goods are back."""
_GONE: Final = {"zh": "起算的事实不再成立", "en": "what it counted from no longer holds"}


def recompute_clocks(transaction: Transaction, case_id: int, evaluate: Evaluate) -> int:
    """After a case told something new: count its running clocks anew, start those of facts known only since it was
    decided, and stop those whose fact is no longer known. Returns how many changed.

    Entered and paused ones are left alone, and so is what has ended. Every change is an event: from when to when, by
    which rule, because of which fact.
    """
    page = case_page.load_page(transaction.database, case_id)
    # What rests owes nothing: a time told later must not start a clock that the board then shows as overdue.
    if page.resolution is None or page.case.state in CLOSED:
        return 0
    conclusion, packs = evaluate(page)
    running = _running(page)
    changed = _recompute(transaction, page, running, conclusion, packs)
    changed += _stop_unknown(transaction, running, conclusion)
    return changed + _start_known(transaction, page, conclusion)


def follow_orders(transaction: Transaction, case_ids: Sequence[int], evaluate: Evaluate) -> int:
    """Of cases whose orders were brought up to date, those of which a time was told that is not what it was."""
    changed = clocks.cases_with_moved_events(transaction.database, case_ids)
    fresh = clocks.cases_with_new_facts(transaction.database, case_ids)
    return sum(recompute_clocks(transaction, case_id, evaluate) for case_id in dict.fromkeys((*changed, *fresh)))


def _recompute(
    transaction: Transaction, page: CasePage, running: Sequence[Clock], conclusion: Conclusion, packs: Sequence[Pack]
) -> int:
    moved, here = 0, zone(page.shop.time_zone)
    for clock in running:
        plan = _plan_of(clock, conclusion)
        if plan is None or plan.due_at is None:
            continue
        due_at = put_off(plan.due_at, clock.note, here)
        if due_at == clock.due_at:
            # Noted without an event, or every import would count it anew.
            transaction.update("clock", clock.id, started_at=plan.event_at or clock.started_at)
            continue
        move_clock(
            transaction, clock, due_at, started_at=plan.event_at or clock.started_at,
            note=renoted(clock.note, plan.not_announced),
        )  # fmt: skip
        record_clock(
            transaction, clock, "clock_recomputed", rule=clock.source or clock.rule, fact=_fact_name(clock, packs),
            before=moment_text(clock.due_at, page.shop.time_zone), after=moment_text(due_at, page.shop.time_zone),
        )  # fmt: skip
        moved += 1
    return moved


def _running(page: CasePage) -> list[Clock]:
    return [
        clock
        for clock in page.clocks
        if clock.status is ClockStatus.RUNNING and clock.kind is ClockKind.RULE and clock.event
    ]


def _stop_unknown(transaction: Transaction, running: Sequence[Clock], conclusion: Conclusion) -> int:
    stopped = 0
    for clock in running:
        plan = _plan_of(clock, conclusion)
        if plan is not None and plan.due_at is None and plan.event in plan.unknown:
            transaction.update("clock", clock.id, status=ClockStatus.STOPPED, ended_at=transaction.stamp.now)
            record_clock(transaction, clock, "clock_stopped_for", reason=_GONE)
            stopped += 1
    return stopped


def _start_known(transaction: Transaction, page: CasePage, conclusion: Conclusion) -> int:
    resolution = page.resolution
    known = resolution.frozen.get("known") if resolution is not None else None
    if resolution is None or not isinstance(known, dict):
        return 0
    there = {_key(clock) for clock in page.clocks if clock.status is not ClockStatus.STOPPED}
    offer = chosen_offer(conclusion, choice_of(resolution, conclusion))
    steps = case_page.list_steps(transaction.database, page.case.id)
    plans = [
        plan
        for plan in planned_clocks(conclusion, offer, transaction.stamp.now, page.clocks)
        if plan.event not in known
        and plan.event not in resolution.facts
        and (plan.id, plan.pack_id) not in there
        and not already_met(plan.id, steps)
    ]
    write_clocks(transaction, page, plans)
    before = {clock.id for clock in page.clocks}
    for clock in case_page.list_clocks(transaction.database, page.case.id):
        if clock.id not in before:
            due = moment_text(clock.due_at, page.shop.time_zone)
            record_clock(transaction, clock, "clock_started", due=due)
    return len(plans)


def _key(clock: Clock) -> tuple[str, str]:
    return clock.rule, clock.pack.partition(" ")[0]


def _plan_of(clock: Clock, conclusion: Conclusion) -> ClockPlan | None:
    pack = clock.pack.partition(" ")[0]
    return next((plan for plan in conclusion.clocks if plan.id == clock.rule and plan.pack_id == pack), None)


def _fact_name(clock: Clock, packs: Sequence[Pack]) -> dict[str, str]:
    """What a fact is called by the clock's own pack, or by another that knows it."""
    own = clock.pack.partition(" ")[0]
    for pack in sorted(packs, key=lambda pack: pack.id != own):
        if clock.event in pack.facts:
            label = pack.facts[clock.event].label
            return {"zh": label.zh or label.en, "en": label.en or label.zh}
    return {"zh": clock.event, "en": clock.event}
