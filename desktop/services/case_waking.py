"""Waking snoozed cases inside a transaction: by hand, because somebody works on them, or by what they waited for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from models.kinds import SnoozeEvent, StepState
from models.records import Case
from models.store import case_snoozes, cases
from models.store.cases import shelf_of
from models.store.transaction import RowChange, Transaction


class WokeBy(StrEnum):
    """Why a case woke: the code of its event in the history."""

    TIME = "woke_time"
    EVENT = "woke_event"
    WORK = "woke_work"
    HAND = "woke_hand"


AWAKE = {"snoozed_until": None, "snooze_event": "", "snooze_note": ""}
"""The columns of a case that does not sleep."""
_WORK = frozenset({"reply", "resolution"})
_TOLD = frozenset({"order", "parcel"})


def wake(transaction: Transaction, case: Case, why: WokeBy) -> bool:
    """Put a snoozed case back where its state belongs and say why; False if it does not sleep."""
    if case.snoozed_until is None:
        return False
    transaction.update("case", case.id, shelf=shelf_of(case.state), **AWAKE)
    transaction.record(
        why.value, entity="case", entity_id=case.id, case_id=case.id,
        details={"snooze_event": case.snooze_event, "note": case.snooze_note},
    )  # fmt: skip
    return True


def wake_for_work(transaction: Transaction, case_id: int) -> bool:
    """Somebody works on a case: a snoozed one wakes. False if it did not sleep."""
    return wake(transaction, cases.find_case(transaction.database, case_id), WokeBy.WORK)


def wake_for_event(transaction: Transaction, case_ids: Iterable[int], event: SnoozeEvent) -> int:
    """What some cases slept for has happened; returns how many of these woke."""
    sleeping = case_snoozes.list_sleeping(transaction.database, case_ids, event)
    return sum(wake(transaction, cases.find_case(transaction.database, number), WokeBy.EVENT) for number in sleeping)


def follow_changes(transaction: Transaction) -> None:
    """Before an action is committed: wake the cases it worked on, and those that slept for what it did."""
    seen: dict[SnoozeEvent, set[int]] = {}
    worked: set[int] = set()
    orders: set[int] = set()
    for change in transaction.changes:
        if change.table == "evidence" and "case_id" in change.after:
            # Imported, made, copied or moved here.
            seen.setdefault(SnoozeEvent.EVIDENCE_ADDED, set()).add(int(change.after["case_id"]))
        elif change.table == "step" and _done(change):
            case_id = case_snoozes.case_of_step(transaction.database, change.row_id)
            seen.setdefault(SnoozeEvent.STEP_DONE, set()).add(case_id)
        elif change.table in _WORK and change.before is None:
            worked.add(int(change.after["case_id"]))
        elif change.table in _TOLD:
            orders.add(case_snoozes.order_of(transaction.database, change.table, change.row_id))
    if orders:
        seen[SnoozeEvent.ORDER_CHANGED] = set(case_snoozes.sleeping_of_orders(transaction.database, orders))
    for event, case_ids in seen.items():
        wake_for_event(transaction, sorted(case_ids), event)
    for case_id in sorted(worked):
        wake_for_work(transaction, case_id)


def _done(change: RowChange) -> bool:
    before = (change.before or {}).get("state")
    return change.after.get("state") == StepState.DONE and before != StepState.DONE
