"""Who is who: the words of packs (seller, none, undetermined ...) to the closed lists of the domain. The only place."""

from __future__ import annotations

from typing import Final

from models.kinds import Liability, Remedy, WaitingOn

PARTIES: Final = frozenset({"seller", "buyer", "carrier", "supplier", "platform", "shared", "none", "undetermined"})

_LIABILITY: Final = {
    "seller": Liability.MERCHANT,
    "buyer": Liability.BUYER,
    "carrier": Liability.CARRIER,
    "supplier": Liability.SUPPLIER,
    "shared": Liability.SHARED,
    "undetermined": Liability.UNCLEAR,
    "platform": Liability.UNCLEAR,
}
_WAITING: Final = {
    "seller": WaitingOn.US,
    "shared": WaitingOn.US,
    "buyer": WaitingOn.BUYER,
    "carrier": WaitingOn.CARRIER,
    "supplier": WaitingOn.SUPPLIER,
    "platform": WaitingOn.PLATFORM,
}
REMEDY_KINDS: Final = frozenset(remedy.value for remedy in Remedy)


def liability_of(party: str) -> Liability | None:
    """The liability a pack's word means; None for `none` (nobody caused it) and for an empty word."""
    return _LIABILITY.get(party)


def waiting_on(party: str) -> WaitingOn:
    """Who has to act on a clock; the shop where the pack names nobody."""
    return _WAITING.get(party, WaitingOn.US)
