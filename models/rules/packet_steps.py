"""Which of the steps that were done a packet tells of: those in which the buyer gets, sends or is told something."""

from __future__ import annotations

from typing import Final

from models.kinds import StepState
from models.records import Step

# The packs say who does a step and by when, not whom it reaches, so the ids stand here. What is not among them is the
# shop's own affair: settling with the carrier, stock, registers, supervisors, remarks. So is a step written by hand, of
# which nobody knows: a printable note tells a stranger what it should.
_GETS: Final = frozenset((
    "pay_refund", "pay_partial", "pay_compensation", "pay_points", "refund_difference", "refund_in_inquiry",
    "repay_return_freight", "repay_freight_after_trade", "send_replacement", "send_exchange", "send_exchange_first",
    "send_gift", "send_invoice", "ship_order", "ship_cod", "forward_parcel", "reship_recalled", "issue_invoice_amount",
    "do_agreed", "extend_trade",
))  # fmt: skip
_SENDS: Final = frozenset(("buyer_sends_back", "register_return"))
_IS_TOLD: Final = frozenset((
    "ask_photo", "ask_weighing_photo", "ask_test_report", "return_for_inspection", "contact_customer",
    "after_sales_talks_again", "call_back", "refuse_refund", "explain_refusal", "confirm_in_platform_chat",
    "tell_tracking_no", "tell_reason", "send_return_address", "send_postage_link", "remind_tracking", "reopen_request",
    "decline_collect", "arrange_repair", "answer_repair", "answer_request", "answer_in_back_office", "answer_inquiry",
    "offer_choice", "fill_keep_amount", "say_when_invoice", "reply_review", "advise_ems", "ask_eyoubao",
))  # fmt: skip
_TOLD: Final = _GETS | _SENDS | _IS_TOLD
_REFUND: Final = "pay_refund_"


def is_told(step: Step) -> bool:
    """Whether strangers are told that the step was done."""
    reaches = step.rule in _TOLD or step.rule.startswith(_REFUND)
    return reaches and step.state is StepState.DONE and step.done_at is not None
