"""The clocks of a resolution: started once, counted anew when the case is decided again, ended where not needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from desktop.services.cases import FIRST_REPLY, OFFER
from desktop.services.clock_writing import drop_clock, finish_clock, moment_text, move_clock, record_clock
from models.clock import zone
from models.kinds import ClockKind, ClockStatus
from models.records import CasePage, Clock
from models.rules.clock_moves import note_of, put_off, renoted
from models.rules.conclusion import ClockPlan
from models.rules.deadlines import duration
from models.store import case_page
from models.store.transaction import Transaction

_LIVE: Final = frozenset({ClockStatus.RUNNING, ClockStatus.PAUSED})
_RESOLUTION: Final = {"zh": "处理方案", "en": "the resolution"}
_AGAIN: Final = {"zh": "案件重新处理，不再适用", "en": "The case was decided again and needs it no longer"}


def end_clocks(transaction: Transaction, page: CasePage, plans: Sequence[ClockPlan], *, language: str) -> None:
    """End the clocks a new decision does not plan; a date that was entered by hand runs on.

    The first reply and the offer are given by deciding. A paused clock that is still planned stays paused; one that
    is not is stopped with an event that says why.
    """
    planned = {(plan.id, plan.pack_id) for plan in plans}
    for clock in case_page.list_clocks(transaction.database, page.case.id):
        if clock.status not in _LIVE or clock.kind is ClockKind.ENTERED:
            continue
        if clock.rule in (FIRST_REPLY, OFFER):
            finish_clock(transaction, clock)
        elif _key(clock) not in planned:
            drop_clock(transaction, clock)
            if clock.status is ClockStatus.PAUSED:
                reason = _AGAIN["zh" if language.startswith("zh") else "en"]
                record_clock(transaction, clock, "clock_stopped_for", reason=reason)


def write_clocks(transaction: Transaction, page: CasePage, plans: Iterable[ClockPlan]) -> None:
    """Start what is planned; a clock of the same rule that runs is counted anew instead of started twice.

    What was met with the same end, or stands still, is left as it is.
    """
    there = {_key(clock): clock for clock in reversed(case_page.list_clocks(transaction.database, page.case.id))}
    for plan in plans:
        known, columns = there.get((plan.id, plan.pack_id)), _columns(transaction, plan)
        if known is None or known.kind is ClockKind.ENTERED:
            transaction.insert("clock", case_id=page.case.id, **columns)
        elif known.status is ClockStatus.RUNNING:
            _count_anew(transaction, page, known, plan)
        elif known.status is not ClockStatus.PAUSED and not (
            known.status is ClockStatus.MET and known.due_at == plan.due_at
        ):
            transaction.insert("clock", case_id=page.case.id, **columns)


def begun_with(clocks: Iterable[Clock]) -> frozenset[str]:
    """The rules of the clocks a case began with. Deciding gives a first reply and an offer: none is owed twice."""
    return frozenset(clock.rule for clock in clocks if clock.rule in (FIRST_REPLY, OFFER) and clock.pack == "shop")


def warning_of(plan: ClockPlan) -> datetime | None:
    """When to warn of a clock, by its rule's `warn_before`; None where the rule names no time."""
    ahead = duration(plan.warn_before) if plan.warn_before else None
    return plan.due_at - ahead if ahead is not None and plan.due_at is not None else None


def _count_anew(transaction: Transaction, page: CasePage, clock: Clock, plan: ClockPlan) -> None:
    columns, before = _columns(transaction, plan), clock.due_at
    planned, warn_at = columns.pop("due_at"), columns["warn_at"]
    due_at = put_off(planned, clock.note, zone(page.shop.time_zone))
    columns["warn_at"] = warn_at + (due_at - planned) if warn_at is not None else None
    columns["note"] = renoted(clock.note, plan.not_announced)
    if due_at == before:
        transaction.update("clock", clock.id, **columns)
        return
    move_clock(transaction, clock, due_at, **columns)
    record_clock(
        transaction, clock, "clock_recomputed", rule=clock.source or clock.rule,
        fact=_RESOLUTION,
        before=moment_text(before, page.shop.time_zone), after=moment_text(due_at, page.shop.time_zone),
    )  # fmt: skip


def _key(clock: Clock) -> tuple[str, str]:
    return clock.rule, clock.pack.partition(" ")[0]


def _columns(transaction: Transaction, plan: ClockPlan) -> dict[str, Any]:
    return {
        "rule": plan.id,
        "label_zh": plan.label.zh,
        "label_en": plan.label.en,
        "who": plan.who,
        "due_at": plan.due_at,
        "started_at": plan.event_at or transaction.stamp.now,
        "severity": plan.severity,
        "on_timeout": plan.on_timeout,
        "source": plan.source,
        "pack": f"{plan.pack_id} {plan.pack_version}",
        "event": plan.event,
        "warn_at": warning_of(plan),
        "note": note_of(plan.not_announced),
    }
