"""What a line of a register and the lines that correct it say together, and what of it counts in totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.money import Money
from models.records import RegisterEntry
from models.register_kinds import RegisterState

SETTLED: Final = frozenset(
    (RegisterState.REFUSED, RegisterState.RECEIVED, RegisterState.CONFIRMED, RegisterState.DONE, RegisterState.WITHDRAWN)
)
"""States after which nothing is waited for."""


@dataclass(frozen=True, slots=True)
class Net:
    """The sums of a chain in minor units of one currency, None where no line has one; the state of its newest line."""

    currency: str
    state: RegisterState
    amount: int | None
    allowed: int | None
    received: int | None
    points: int | None

    def money(self, minor: int | None) -> Money | None:
        """An amount of this chain, None for none."""
        return None if minor is None else Money(minor, self.currency)


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


def _sum(values: Sequence[int]) -> int | None:
    return sum(values) if values else None
