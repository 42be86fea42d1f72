"""A parcel of ours that a carrier brought back: who pays for sending it again, and what the buyer is told.

R003-41: where there is no delivery point it is sent again by EMS, the surcharge is ours the first time, and the buyer
is told to choose EMS next time; where it was our fault we apologise. R003-16, R003-17: by the facts. What the buyer
caused (not reached, refused, a wrong address of theirs, not collected) the buyer pays, as the shop's packs have it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from models.kinds import Liability
from models.register_kinds import UndeliverableReason

EMS: Final = "EMS"
_OF_BUYER: Final = frozenset(
    (
        UndeliverableReason.WRONG_ADDRESS, UndeliverableReason.NOT_REACHED, UndeliverableReason.REFUSED,
        UndeliverableReason.NOT_COLLECTED,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ResendTerms:
    """Who bears the surcharge, whether the buyer is told to choose EMS next time, whether we apologise."""

    bearer: Liability
    tell_ems: bool
    apologise: bool


def resend_terms(reason: UndeliverableReason, times: int, *, our_fault: bool = False) -> ResendTerms:
    """What sending again means; `times` is how often parcels to this buyer were sent again at our cost before.

    ValueError for a negative count.
    """
    if times < 0:
        raise ValueError("times")
    if our_fault or reason is UndeliverableReason.RECALLED:
        return ResendTerms(Liability.MERCHANT, tell_ems=False, apologise=True)
    if reason in _OF_BUYER:
        return ResendTerms(Liability.BUYER, tell_ems=False, apologise=False)
    return ResendTerms(
        Liability.MERCHANT if times == 0 else Liability.BUYER,
        tell_ems=reason is UndeliverableReason.NO_DELIVERY_POINT,
        apologise=times == 0,
    )
