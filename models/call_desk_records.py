"""Frozen values of the desk a buyer is called from: orders to talk about, the day in sums, all that stands beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from models.kinds import CallOutcome, OrderStatus


@dataclass(frozen=True, slots=True)
class DeskOrder:
    """An order as one talks about it. `reviewed`: a review of it stands in the register."""

    id: int
    number: str
    item_title: str
    created_at: datetime | None
    status: OrderStatus
    shipped_at: datetime | None = None
    signed_at: datetime | None = None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class DaySums:
    """The calls of a day: how many ended how, minutes talked as far as they were noted, what was felt."""

    outcomes: Mapping[CallOutcome, int] = field(default_factory=dict)
    minutes: int = 0
    satisfied: int = 0
    dissatisfied: int = 0

    @property
    def calls(self) -> int:
        """All of them."""
        return sum(self.outcomes.values())
