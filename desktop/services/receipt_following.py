"""Tells, before an action is committed, whether a case was decided in it; what that means is loaded only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.services.steps import StepService


def receipts_follower(steps: Callable[[], StepService]) -> Callable[[Transaction], None]:
    """Runs before an action is committed; looks at nothing unless a case was decided in it."""

    def follow(transaction: Transaction) -> None:
        decided = {
            int(change.after["case_id"])
            for change in transaction.changes
            if change.table == "resolution" and change.before is None
        }
        if decided:
            # With the rules of steps: at the start nobody has decided anything yet.
            from desktop.services.receipt_deciding import follow_decision

            for case_id in sorted(decided):
                follow_decision(transaction, case_id, steps)

    return follow
