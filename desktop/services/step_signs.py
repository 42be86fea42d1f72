"""What the id of a step tells: what it sends, files or pays."""

from __future__ import annotations

from typing import Final

from models.money import Money
from models.records import CasePage, Step

RETURN_ADDRESS, FILE_CLAIM = "send_return_address", "file_claim"
_PAYS: Final = ("pay_refund", "pay_partial", "pay_compensation", "refund_difference")


def amount_to_pay(step: Step, page: CasePage) -> Money | None:
    """What the step pays out by the resolution in force; None for a step that pays nothing."""
    resolution = page.resolution
    pays = any(step.rule == name or step.rule.startswith(f"{name}_") for name in _PAYS)
    if not pays or resolution is None or not resolution.refund.minor:
        return None
    return resolution.refund
