"""Moving a case from state to state inside a transaction: its clocks, its shelf and its history follow."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.services.case_waking import AWAKE, WokeBy, wake
from desktop.services.clock_writing import drop_clock, finish_clock, record_clock
from desktop.services.first_clocks import FIRST_REPLY
from models.kinds import CaseState, ClockStatus, WaitingOn
from models.records import Case, Clock
from models.rules.case_life import CLOSED, state_for_waiting
from models.store import case_page
from models.store.cases import shelf_of
from models.store.transaction import Transaction

_LIVE = (ClockStatus.RUNNING, ClockStatus.PAUSED)
FIRST_REPLY_RULE = "R003-01"


def answered(transaction: Transaction, case: Case) -> bool:
    """The buyer got a first reply: for the action that copies one out, inside its own transaction.

    A new case becomes open (R003-01: a message is answered at once, and its clock asks for no more than that), its
    first-reply clock is met or missed, and a snoozed case wakes. The event names the rule; it is undone with the
    action it belongs to. Returns whether the state changed; a case that is not new keeps its state.
    """
    wake(transaction, case, WokeBy.WORK)
    if case.state is not CaseState.NEW:
        return False
    write_state(transaction, case, CaseState.OPEN, code="case_answered", source=FIRST_REPLY_RULE)
    return True


def write_state(
    transaction: Transaction, case: Case, state: CaseState, *, code: str = "state_changed",
    columns: Mapping[str, object] | None = None, clocks: tuple[Clock, ...] | None = None, **details: object,
) -> None:  # fmt: skip
    """Put a case into a state, whatever it was; what may be is decided before. A snoozed case wakes by it.

    `columns` are changed with it, `clocks` those of the case if they are known, `details` go into the event.
    """
    if case.state is state:
        return
    wake(transaction, case, WokeBy.WORK)
    closed = state in CLOSED
    values: dict[str, object] = {
        "state": state, "shelf": shelf_of(state),
        "closed_at": (case.closed_at or transaction.stamp.now) if closed else None, **AWAKE, **(columns or {}),
    }  # fmt: skip
    transaction.update("case", case.id, **values)
    end_clocks(transaction, case, closed=closed, clocks=clocks)
    transaction.record(
        code, entity="case", entity_id=case.id, case_id=case.id,
        details={"was": case.state.value, "state": state.value, **details},
    )  # fmt: skip


def end_clocks(transaction: Transaction, case: Case, *, closed: bool, clocks: tuple[Clock, ...] | None = None) -> None:
    """Leaving "new" answers the buyer; a closed case needs none of its clocks, and those run out were missed."""
    for clock in case_page.list_clocks(transaction.database, case.id) if clocks is None else clocks:
        if clock.status not in _LIVE:
            continue
        if case.state is CaseState.NEW and clock.rule == FIRST_REPLY:
            finish_clock(transaction, clock)
        elif closed:
            drop_clock(transaction, clock)


def restart_clocks(transaction: Transaction, clocks: tuple[Clock, ...]) -> int:
    """Let clocks that closing a case stopped run again to their old end; returns how many."""
    for clock in clocks:
        transaction.update("clock", clock.id, status=ClockStatus.RUNNING, ended_at=None, paused_at=None)
        record_clock(transaction, clock, "clock_restarted")
    return len(clocks)


def set_waiting_on(
    transaction: Transaction, case: Case, who: WaitingOn, clocks: tuple[Clock, ...] | None = None
) -> bool:
    """Note who has to act next; an open case that waits for somebody else is waiting, and open again when it is ours.

    By the word list of states; new, disputed, carried out and closed cases keep theirs. False if nothing changed.
    """
    if not transaction.update("case", case.id, waiting_on=who):
        return False
    transaction.record(
        "waiting_changed", entity="case", entity_id=case.id, case_id=case.id, details={"waiting_on": who.value}
    )
    write_state(transaction, case, state_for_waiting(case.state, who), clocks=clocks)
    return True
