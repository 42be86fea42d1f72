"""Frozen values of who is VIP: a row of the list, what was counted of a buyer's orders, a change of a tier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from models.call_kinds import CallBackKind, Channel, TierSource
from models.kinds import Consent, Tier
from models.money import Money


@dataclass(frozen=True, slots=True)
class TierFigures:
    """What was counted of a buyer's orders in the last `days`: paid in minor units, paid orders, share refunded."""

    days: int
    spent: int
    orders: int
    refund_rate: float


@dataclass(frozen=True, slots=True)
class TierStanding:
    """A buyer with their tier and what their orders come to, one entry per period that a rule asks about."""

    buyer_id: int
    nick: str
    shop_id: int
    currency: str
    tier: Tier
    source: TierSource
    figures: Mapping[int, TierFigures]


@dataclass(frozen=True, slots=True)
class TierChange:
    """One change of a tier or its mark. `before` is None where the history does not say; `figures` as a rule saw them.

    `taken_back`: undone since.
    """

    at: datetime
    person: str
    before: Tier | None
    after: Tier
    source: TierSource
    source_before: TierSource | None = None
    spent: Money | None = None
    orders: int = 0
    refund_rate: float = 0.0
    days: int = 0
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class VipRow:
    """A VIP of the list. `channels` are those agreed to; `next_on` is the first day something is planned for them."""

    buyer_id: int
    shop_id: int
    nick: str
    name: str
    tier: Tier
    source: TierSource
    consent: Consent
    own_rhythm: str
    channels: tuple[Channel, ...] = ()
    last_contact_at: datetime | None = None
    next_on: date | None = None
    next_kind: CallBackKind | None = None
    person: str = ""
    words: str = field(default="", compare=False)
