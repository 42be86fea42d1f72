"""Clocks inside a transaction: ended, moved with the steps that go by them, and computed anew; each with its event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from models.clock import zone
from models.kinds import ClockKind, ClockStatus, StepState
from models.records import CasePage, Clock
from models.rules.clock_moves import ended_as, extended_days, moved_warning, note_of, note_words
from models.rules.conclusion import ClockPlan, Conclusion
from models.rules.packs import Pack
from models.store import case_page, clocks
from models.store.transaction import Transaction

Evaluate = Callable[[CasePage], tuple[Conclusion, Sequence[Pack]]]
"""What the packs say of a case with the facts of its resolution, and which packs those were."""


def both_labels(clock: Clock) -> dict[str, str]:
    """The name of a clock in both languages, as events keep it."""
    return {"zh": clock.label_zh, "en": clock.label_en or clock.label_zh}


def moment_text(moment: datetime, time_zone: str) -> str:
    """A moment as events keep it: in the shop's zone, to the minute, the same in every language."""
    return f"{moment.astimezone(zone(time_zone)):%Y-%m-%d %H:%M}"


def record_clock(transaction: Transaction, clock: Clock, code: str, **details: object) -> None:
    """Append what happened to a clock to the history of its case."""
    transaction.record(
        code,
        entity="clock",
        entity_id=clock.id,
        case_id=clock.case_id,
        details={"clock": both_labels(clock), **details},
    )


def finish_clock(transaction: Transaction, clock: Clock, *, done_at: datetime | None = None) -> ClockStatus:
    """What it asked for is done: it is met, or missed if the shop was late. Returns what it is now."""
    now = done_at or transaction.stamp.now
    status = ended_as(clock, now)
    transaction.update("clock", clock.id, status=status, ended_at=now, paused_at=None)
    code = "clock_missed" if status is ClockStatus.MISSED else "clock_met"
    record_clock(transaction, clock, code, due=moment_text(clock.due_at, transaction.stamp.time_zone))
    return status


def drop_clock(transaction: Transaction, clock: Clock) -> None:
    """The case needs it no longer: it stops, and if it had run out on the shop it was missed."""
    now = transaction.stamp.now
    late = ended_as(clock, now) is ClockStatus.MISSED
    status = ClockStatus.MISSED if late else ClockStatus.STOPPED
    transaction.update("clock", clock.id, status=status, ended_at=now, paused_at=None)
    if late:
        record_clock(transaction, clock, "clock_missed", due=moment_text(clock.due_at, transaction.stamp.time_zone))


def move_clock(transaction: Transaction, clock: Clock, due_at: datetime, **columns: object) -> None:
    """Give a clock another end; its warning keeps its distance and open steps that go by it are due with it."""
    if "warn_at" not in columns:
        columns["warn_at"] = moved_warning(clock, due_at)
    transaction.update("clock", clock.id, due_at=due_at, **columns)
    for step in case_page.list_steps(transaction.database, clock.case_id):
        linked = step.due_rule == clock.rule if step.due_rule else step.due_at == clock.due_at
        if step.state is StepState.OPEN and step.due_at is not None and linked:
            transaction.update("step", step.id, due_at=due_at)


def recompute_clocks(transaction: Transaction, case_id: int, evaluate: Evaluate) -> int:
    """Count the running clocks of a resolved case anew from its facts as they are now; returns how many moved.

    Entered and paused ones are left alone, and so is what has ended. Every move is an event: from when to when, by
    which rule, because of which fact.
    """
    page = case_page.load_page(transaction.database, case_id)
    running = [
        clock
        for clock in page.clocks
        if clock.status is ClockStatus.RUNNING and clock.kind is ClockKind.RULE and clock.event
    ]
    if page.resolution is None or not running:
        return 0
    conclusion, packs = evaluate(page)
    moved = 0
    for clock in running:
        plan = _plan_of(clock, conclusion)
        if plan is None or plan.due_at is None:
            continue
        extended = extended_days(clock.note)
        due_at = plan.due_at + timedelta(days=extended)
        if due_at == clock.due_at:
            # Noted without an event, or every import would count it anew.
            transaction.update("clock", clock.id, started_at=plan.event_at or clock.started_at)
            continue
        move_clock(
            transaction, clock, due_at, started_at=plan.event_at or clock.started_at,
            note=note_of(plan.not_announced, note_words(clock.note), extended=extended),
        )  # fmt: skip
        record_clock(
            transaction, clock, "clock_recomputed", rule=clock.source or clock.rule, fact=_fact_name(clock, packs),
            before=moment_text(clock.due_at, page.shop.time_zone), after=moment_text(due_at, page.shop.time_zone),
        )  # fmt: skip
        moved += 1
    return moved


def recompute_for_orders(transaction: Transaction, case_ids: Sequence[int], evaluate: Evaluate) -> int:
    """Of cases whose orders were brought up to date, count those anew whose clocks began at a time that changed."""
    changed = clocks.cases_with_moved_events(transaction.database, case_ids)
    return sum(recompute_clocks(transaction, case_id, evaluate) for case_id in changed)


def _plan_of(clock: Clock, conclusion: Conclusion) -> ClockPlan | None:
    pack = clock.pack.partition(" ")[0]
    return next((plan for plan in conclusion.clocks if plan.id == clock.rule and plan.pack_id == pack), None)


def _fact_name(clock: Clock, packs: Sequence[Pack]) -> dict[str, str]:
    for pack in packs:
        if pack.id == clock.pack.partition(" ")[0] and clock.event in pack.facts:
            label = pack.facts[clock.event].label
            return {"zh": label.zh or label.en, "en": label.en or label.zh}
    return {"zh": clock.event, "en": clock.event}
