"""Clocks inside a transaction: ended, or moved with the steps that go by them; each with its event."""

from __future__ import annotations

from datetime import datetime

from models.clock import zone
from models.kinds import ClockStatus, StepState
from models.records import Clock
from models.rules.clock_moves import ended_as, moved_warning
from models.store import case_lives, case_page
from models.store.transaction import Transaction


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
    record_clock(transaction, clock, code, due=_due_text(transaction, clock))
    return status


def _due_text(transaction: Transaction, clock: Clock) -> str:
    return moment_text(clock.due_at, case_lives.time_zone_of(transaction.database, clock.case_id))


def drop_clock(transaction: Transaction, clock: Clock) -> None:
    """The case needs it no longer: it stops, and if it had run out on the shop it was missed."""
    now = transaction.stamp.now
    late = ended_as(clock, now) is ClockStatus.MISSED
    status = ClockStatus.MISSED if late else ClockStatus.STOPPED
    transaction.update("clock", clock.id, status=status, ended_at=now, paused_at=None)
    if late:
        record_clock(transaction, clock, "clock_missed", due=_due_text(transaction, clock))


def move_clock(transaction: Transaction, clock: Clock, due_at: datetime, **columns: object) -> None:
    """Give a clock another end; its warning keeps its distance and open steps that go by it are due with it."""
    if "warn_at" not in columns:
        columns["warn_at"] = moved_warning(clock, due_at)
    transaction.update("clock", clock.id, due_at=due_at, **columns)
    for step in case_page.list_steps(transaction.database, clock.case_id):
        linked = step.due_rule == clock.rule if step.due_rule else step.due_at == clock.due_at
        if step.state is StepState.OPEN and step.due_at is not None and linked:
            transaction.update("step", step.id, due_at=due_at)
