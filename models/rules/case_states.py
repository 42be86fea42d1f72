"""The life of a case: which state may follow which."""

from __future__ import annotations

from models.kinds import CaseState
from models.rules.verdict import Allowed, Refused, Verdict

_ACTIVE = {CaseState.OPEN, CaseState.WAITING, CaseState.IN_DISPUTE, CaseState.IN_PROGRESS}
_MOVES: dict[CaseState, set[CaseState]] = {
    CaseState.NEW: _ACTIVE | {CaseState.DONE, CaseState.ARCHIVED},
    CaseState.OPEN: _ACTIVE | {CaseState.DONE, CaseState.ARCHIVED},
    CaseState.WAITING: _ACTIVE | {CaseState.DONE, CaseState.ARCHIVED},
    # A dispute is decided, or goes back to being worked on, before it can be put away.
    CaseState.IN_DISPUTE: _ACTIVE | {CaseState.DONE},
    CaseState.IN_PROGRESS: _ACTIVE | {CaseState.DONE},
    CaseState.DONE: _ACTIVE | {CaseState.ARCHIVED},
    CaseState.ARCHIVED: {CaseState.OPEN},
}


def may_move(was: CaseState, wanted: CaseState) -> Verdict:
    """Whether a case in one state may be put into another."""
    return Allowed() if wanted is was or wanted in _MOVES[was] else Refused("move_refused")


def moves_from(state: CaseState) -> tuple[CaseState, ...]:
    """The states a case may move to, in the order of the word list."""
    return tuple(wanted for wanted in CaseState if wanted in _MOVES[state] and wanted is not state)
