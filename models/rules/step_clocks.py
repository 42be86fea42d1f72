"""Which clocks a step answers once it is done: packs say what a clock begins with, and this what it waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.kinds import ClockKind, StepState, WaitingOn
from models.records import Clock, Step
from models.rules.step_order import missing_before

_ANSWERS: Final = frozenset(
    {
        "return_answer", "answer_after_success", "answer_due", "answer_entered", "shipped_answer", "unshipped_answer",
        "penalty_requested",
    }
)  # fmt: skip
_REFUNDS: Final = frozenset(
    {"refund_due", "refund_by", "refund_day", "refund_told", "refund_after_return", "penalty_received"}
)
_RECEIPTS: Final = frozenset({"confirm_express", "confirm_surface", "confirm_due"})
_EVIDENCE: Final = frozenset({"respond_due", "respond_estimate", "respond_estimate_case", "evidence_due"})
_MET: Final[Mapping[str, frozenset[str]]] = {
    # Sending the address is how a return is agreed to; paying the refund answers whatever was asked for.
    "send_return_address": _ANSWERS,
    "answer_in_back_office": _ANSWERS,
    "answer_request": _ANSWERS,
    "buyer_sends_back": frozenset({"buyer_ship", "return_by"}),
    "register_return": _RECEIPTS,
    "inspect_return": _RECEIPTS,
    "pay_refund": _ANSWERS | _REFUNDS,
    "pay_refund_after_return": _ANSWERS | _REFUNDS,
    "pay_refund_after_pull": _ANSWERS | _REFUNDS,
    "pay_refund_opened": _ANSWERS | _REFUNDS,
    "pay_refund_pulled": _ANSWERS | _REFUNDS,
    "pay_refund_recalled": _ANSWERS | _REFUNDS,
    "answer_repair": frozenset({"repair_reply", "repair_answer"}),
    "submit_platform_evidence": _EVIDENCE,
    "submit_evidence_once": _EVIDENCE,
    "appeal": frozenset({"appeal", "appeal_due"}),
    "settle_claim": frozenset({"claim_settle"}),
}


def clocks_met_by(step: Step) -> frozenset[str]:
    """The rules of the clocks that a step answers; none for a step that answers only the clock it goes by."""
    return _MET.get(step.rule, frozenset())


def already_met(rule: str, steps: Sequence[Step]) -> bool:
    """Whether a step that is done answered a clock of that rule before it began to run."""
    return any(step.state is StepState.DONE and rule in clocks_met_by(step) for step in steps)


def answers_clock(step: Step, clock: Clock) -> bool:
    """Whether the clock is what a step answers: the deadline that gave it its time, or one that waits for such a step.

    Steps from before rules were kept go by the same moment.
    """
    if clock.kind is ClockKind.RULE and clock.rule in clocks_met_by(step):
        return True
    if step.due_rule:
        return clock.rule == step.due_rule
    return (
        not step.rule and step.due_at is not None and clock.due_at == step.due_at and clock.who is not WaitingOn.BUYER
    )


@dataclass(frozen=True, slots=True)
class ClockAnswer:
    """What a clock waits for: the open step that answers it, None where no step does, and what is `missing` before."""

    clock: Clock
    step: Step | None = None
    missing: tuple[Step, ...] = ()


def answer_to(clock: Clock, steps: Sequence[Step]) -> ClockAnswer:
    """The open step that answers a clock: the first that may be done now, else the first that waits for others."""
    able = [(step, missing_before(step, steps)) for step in steps
            if step.state is StepState.OPEN and answers_clock(step, clock)]  # fmt: skip
    able.sort(key=lambda found: (bool(found[1]), found[0].position, found[0].id))
    return ClockAnswer(clock, *able[0]) if able else ClockAnswer(clock)
