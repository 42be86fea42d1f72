"""Words for the life of a case: what a move asks for and why, names of cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from models.clock import zone
from models.kinds import CaseState
from models.records import Clock
from models.rules.case_life import Need
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import word

tr = translator("case_life")
_NAMED = 4


def names(numbers: Sequence[str]) -> str:
    """The first few numbers of cases, and how many more."""
    first = tr(", ").join(numbers[:_NAMED])
    more = len(numbers) - _NAMED
    return tr("%1 and %2 more", first, more) if more > 0 else first


def clock_names(clocks: Sequence[Clock], now: datetime, time_zone: str) -> str:
    """The first few clocks with their ends, and how many more."""
    found = [
        f"{one_line(clock.label(language()))} {shown.day_and_time(clock.due_at, now, language(), zone(time_zone))}"
        for clock in clocks
    ]
    return names(found)


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
