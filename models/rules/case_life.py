"""The life of a case: which state may follow which, and what each move needs to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from models.kinds import CaseState, ClockStatus, WaitingOn
from models.records import Case, Clock
from models.rules.case_states import may_move
from models.rules.clock_moves import is_ours
from models.rules.verdict import Allowed, Refused

CLOSED: Final = frozenset({CaseState.DONE, CaseState.ARCHIVED})
_LIVE: Final = frozenset({ClockStatus.RUNNING, ClockStatus.PAUSED})


class Need(StrEnum):
    """What a move asks for before it is done."""

    WAITING_ON = "waiting_on"
    DISPUTE = "dispute"
    OUTCOME = "outcome"
    REASON_UNDECIDED = "reason_undecided"
    REASON_OPEN_STEPS = "reason_open_steps"
    REASON_ARCHIVE = "reason_archive"
    REASON_REOPEN = "reason_reopen"


REASONS: Final = frozenset({Need.REASON_UNDECIDED, Need.REASON_OPEN_STEPS, Need.REASON_ARCHIVE, Need.REASON_REOPEN})
"""The needs that words of the person answer; one sentence answers them all."""


@dataclass(frozen=True, slots=True)
class Needs:
    """It may be done once these are told, in the order they are asked for."""

    what: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class CaseLife:
    """What a move looks at: the case, its clocks, how many steps are open and whether a resolution is in force."""

    case: Case
    clocks: tuple[Clock, ...] = ()
    open_steps: int = 0
    resolved: bool = False


def judge_move(life: CaseLife, wanted: CaseState) -> Allowed | Refused | Needs:
    """Whether a case may be put into a state, and what has to be told first. `Refused` where no telling helps.

    R002-06 wants every change of a case to be traceable: what leaves the usual road needs a reason. R002-04: a dispute
    ends with a result. R003-27: a case closed with steps left says why.
    """
    case = life.case
    if wanted is case.state:
        return Allowed()
    if case.merged_into is not None:
        return Refused("merged_stays")
    if isinstance(may_move(case.state, wanted), Refused):
        return Refused("move_refused")
    needs: list[Need] = []
    if case.state in CLOSED and wanted not in CLOSED:
        needs.append(Need.REASON_REOPEN)
    if case.state is CaseState.IN_DISPUTE:
        needs.append(Need.OUTCOME)
    if wanted is CaseState.WAITING and (case.waiting_on is WaitingOn.US or case.state in CLOSED):
        needs.append(Need.WAITING_ON)
    if wanted is CaseState.IN_DISPUTE:
        needs.append(Need.DISPUTE)
    if wanted is CaseState.IN_PROGRESS and not life.resolved:
        needs.append(Need.REASON_UNDECIDED)
    if wanted is CaseState.DONE and life.open_steps:
        needs.append(Need.REASON_OPEN_STEPS)
    if wanted is CaseState.ARCHIVED and case.state is not CaseState.DONE:
        needs.append(Need.REASON_ARCHIVE)
    return Needs(tuple(needs)) if needs else Allowed()


def clocks_to_stop(life: CaseLife, wanted: CaseState) -> tuple[Clock, ...]:
    """The clocks of the shop that a move would stop: all that run or stand still when the case is closed."""
    if wanted not in CLOSED or life.case.state in CLOSED:
        return ()
    return tuple(clock for clock in life.clocks if clock.status in _LIVE and is_ours(clock))


def clocks_to_restart(life: CaseLife, wanted: CaseState, now: datetime) -> tuple[Clock, ...]:
    """The clocks that closing the case stopped and that reopening it may let run again: not those already past."""
    if life.case.state not in CLOSED or wanted in CLOSED:
        return ()
    closed = life.case.closed_at
    return tuple(
        clock
        for clock in life.clocks
        if clock.status is ClockStatus.STOPPED and clock.ended_at == closed and clock.due_at > now
    )


def state_for_waiting(state: CaseState, who: WaitingOn) -> CaseState:
    """The state that goes with who has to act next: open when it is the shop, waiting when it is somebody else.

    Only these two follow; a new case is not answered by it, a dispute goes on, and steps are carried out whoever does.
    """
    if state not in (CaseState.OPEN, CaseState.WAITING):
        return state
    return CaseState.OPEN if who is WaitingOn.US else CaseState.WAITING


def shared_needs(verdicts: Sequence[Allowed | Refused | Needs]) -> tuple[Need, ...]:
    """Everything that has to be told for several cases, each thing once, in the order of asking."""
    wanted = {need for verdict in verdicts if isinstance(verdict, Needs) for need in verdict.what}
    return tuple(need for need in Need if need in wanted)
