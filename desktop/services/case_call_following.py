"""A case that goes on needs no call yet: its open satisfaction call closes; what was promised goes over in a merge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.services.call_writing import close_call_back
from models.call_kinds import CallBackKind
from models.kinds import CaseState
from models.rules.case_life import CLOSED
from models.rules.due_notes import DueCode
from models.store import call_backs, calls_made, cases
from models.store.transaction import Transaction

_CLOSED: Final = frozenset(state.value for state in CLOSED)


def follow_cases(transaction: Transaction) -> None:
    """After an action, inside its transaction: for every case it opened again or merged away."""
    going_on = dict.fromkeys(
        change.row_id for change in transaction.changes
        if change.table == "case" and change.before is not None
        and (change.after.get("state", CaseState.DONE.value) not in _CLOSED or change.after.get("merged_into"))
    )  # fmt: skip
    for case_id, about in calls_made.open_about(transaction.database, tuple(going_on)).items():
        _follow(transaction, case_id, about)


def _follow(transaction: Transaction, case_id: int, about: Sequence[int]) -> None:
    case = cases.find_case(transaction.database, case_id)
    if case.state in CLOSED and case.merged_into is None:
        return
    for call_back_id in about:
        open_one = call_backs.find_call_back(transaction.database, call_back_id)
        if open_one.kind is CallBackKind.SATISFACTION:
            close_call_back(transaction, open_one, DueCode.CASE_REOPENED)
            transaction.record(
                "case_call_closed", entity="buyer", entity_id=open_one.buyer_id, case_id=case_id,
                details={"case": case.number},
            )  # fmt: skip
        elif case.merged_into is not None:
            transaction.update("call_back", call_back_id, case_id=case.merged_into)
