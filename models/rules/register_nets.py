"""What a line of a register and those that correct it say together, what of it counts, and when it is at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.kinds import RegisterKind
from models.records import RegisterEntry
from models.register_kinds import RegisterState

_S: Final = RegisterState
SETTLED: Final = frozenset((_S.REFUSED, _S.RECEIVED, _S.CONFIRMED, _S.DONE, _S.WITHDRAWN))
"""States after which nothing is waited for."""
CLOSABLE: Final = frozenset(RegisterKind) - {RegisterKind.REVIEW, RegisterKind.HANDOVER}
"""Registers whose months are closed: reviews and items handed over are answered and cleared whenever that is."""
_WITH_CASE: Final = frozenset((RegisterKind.QUALITY, RegisterKind.COMPENSATION, RegisterKind.RETURNED_PARCEL))


@dataclass(frozen=True, slots=True)
class Net:
    """The sums of a chain in minor units of one currency, None where no line has one; the state of its newest line."""

    currency: str
    state: RegisterState
    amount: int | None
    allowed: int | None
    received: int | None
    points: int | None


def counts(state: RegisterState, corrects: int | None) -> bool:
    """Whether what a line claims and its points count: not once it was withdrawn in its own month.

    A correcting line always counts: what it holds are differences.
    """
    return state is not RegisterState.WITHDRAWN or corrects is not None


def net_of(
    root: RegisterEntry, corrections: Sequence[RegisterEntry], currency: str, *, but: int | None = None
) -> Net:
    """What a line and its corrections, oldest first, say together; without the sums of the row `but` if given."""
    rows = [row for row in (root, *corrections) if row.id != but]
    counted = [row for row in rows if counts(row.state, row.corrects)]
    return Net(
        currency=currency,
        state=(corrections[-1] if corrections else root).state,
        amount=_sum([row.amount.minor for row in counted if row.amount is not None]),
        allowed=_sum([row.allowed.minor for row in rows if row.allowed is not None]),
        received=_sum([row.received.minor for row in rows if row.received is not None]),
        points=_sum([row.points for row in counted if row.points is not None]),
    )


def standing(
    register: RegisterKind, state: RegisterState, columns: Mapping[str, str], *, closed: bool
) -> RegisterState:
    """Where a line stands, with what follows from its case: nobody has to tick off what is done with.

    A wrong shipment is done with once somebody is named for it (R004-30: find and tell the person); quality,
    compensation and parcels awaited once their case is `closed`.
    """
    if state is not RegisterState.OPEN:
        return state
    if register is RegisterKind.WRONG_SHIPMENT:
        return RegisterState.DONE if str(columns.get("responsible") or "").strip() else state
    return RegisterState.DONE if closed and register in _WITH_CASE else state


def _sum(values: Sequence[int]) -> int | None:
    return sum(values) if values else None
