"""Which clocks a step answers once it is done: packs say what a clock begins with, and this what it waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from models.kinds import StepState
from models.records import Step

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
