"""Until when a packet has to be with its receiver: the clock of the case that stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.kinds import ClockKind, ClockStatus, WaitingOn
from models.records import Clock

_ANSWERS: Final = ("respond", "evidence", "answer", "papers", "appeal", "return_answer", "shipped_answer")
_ESTIMATE: Final = "estimate"
_AUTO_CONFIRM: Final = "auto_confirm"


def packet_deadline(clocks: Sequence[Clock]) -> Clock | None:
    """The running clock by which the shop has to answer its receiver, the earliest of them; None where there is none.

    A date that somebody was given or a rule of an answer counts before any estimate.
    """
    ours = [each for each in clocks if each.status is ClockStatus.RUNNING and each.who is WaitingOn.US]
    for fits in (_is_answer, _is_entered, _is_estimate):
        found = [each for each in ours if fits(each)]
        if found:
            return min(found, key=lambda each: (each.due_at, each.id))
    return None


def _name(clock: Clock) -> str:
    return clock.rule.replace(":", "/").replace(".", "/").rpartition("/")[2]


def _is_answer(clock: Clock) -> bool:
    return _name(clock).startswith(_ANSWERS) and not _is_estimate(clock)


def _is_entered(clock: Clock) -> bool:
    return clock.kind is ClockKind.ENTERED and _AUTO_CONFIRM not in clock.rule


def _is_estimate(clock: Clock) -> bool:
    return _ESTIMATE in _name(clock)
