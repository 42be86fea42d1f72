"""Words for the life of a case: what a move asks for and why."""

from __future__ import annotations

from models.kinds import CaseState
from models.rules.case_life import Need
from ui.i18n import translator
from ui.words import word

tr = translator("case_life")


def why_reason(need: Need) -> str:
    """Why a reason is asked for."""
    return {
        Need.REASON_UNDECIDED: tr("There is no resolution yet. The wizard makes one; without it, say what was agreed."),
        Need.REASON_OPEN_STEPS: tr("Steps are still open. Say why they are not needed."),
        Need.REASON_ARCHIVE: tr("It was never done. Say why it is put away: opened by mistake, settled elsewhere."),
        Need.REASON_REOPEN: tr("It was closed. Say why it is taken up again."),
    }.get(need, "")


def refusal(reason: str, was: CaseState, state: CaseState) -> str:
    """Why one case cannot be put into a state."""
    if reason == "merged_stays":
        return tr("merged into another case")
    return tr("cannot go from %1 to %2", word(was), word(state))
