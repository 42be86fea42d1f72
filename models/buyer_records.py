"""Frozen values of the Buyers page: what the list is asked for, its rows, a buyer's card, a merge before it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from models.call_kinds import Channel
from models.kinds import BuyerFlag, CaseState, Consent, OrderStatus, Problem, Temperament, Tier
from models.money import Money
from models.records import Buyer, BuyerNote, CallBack, CallRecord, FormerNick, HistoryEvent, Shop


class BuyerSort(StrEnum):
    """What the Buyers list can be sorted by."""

    NICK = "nick"
    FLAGS = "flags"
    NAME = "name"
    SHOP = "shop"
    PHONE = "phone"
    ORDERS = "orders"
    CASES = "cases"
    REFUNDED = "refunded"
    REFUND_RATE = "refund_rate"
    LAST_ORDER = "last_order"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class BuyerFilters:
    """What narrows the list; an empty tuple narrows nothing. Of several flags a buyer needs one."""

    tiers: tuple[Tier, ...] = ()
    flags: tuple[BuyerFlag, ...] = ()
    temperaments: tuple[Temperament, ...] = ()
    consents: tuple[Consent, ...] = ()
    with_open_cases: bool = False


@dataclass(frozen=True, slots=True)
class BuyerQuery:
    """What the Buyers list is asked for. Buyers merged into another are never listed."""

    text: str = ""
    shop_id: int | None = None
    filters: BuyerFilters = BuyerFilters()
    sort: BuyerSort = BuyerSort.LAST_ORDER
    descending: bool = True


@dataclass(frozen=True, slots=True)
class BuyerRow:
    """One row of the list. `refunded` is what was given back in the shop's currency, `refund_rate` a share of orders
    paid, 0 to 1."""

    id: int
    shop_id: int
    shop_name: str
    nick: str
    name: str
    phone_tail: str
    tier: Tier
    temperament: Temperament
    flags: tuple[BuyerFlag, ...]
    consent: Consent
    orders: int
    cases: int
    open_cases: int
    refunded: Money
    refund_rate: float
    last_order_at: datetime | None


@dataclass(frozen=True, slots=True)
class BuyerNumbers:
    """What a buyer's past says in numbers; amounts in the shop's currency."""

    orders: int
    cases: int
    open_cases: int
    evidence: int
    spent: Money
    refunded: Money
    refund_rate: float
    first_order_at: datetime | None
    last_order_at: datetime | None


@dataclass(frozen=True, slots=True)
class OrderOfBuyer:
    """An order on the card: its first item and how many there are."""

    id: int
    number: str
    created_at: datetime | None
    item_title: str
    items: int
    paid: Money | None
    refunded: Money | None
    status: OrderStatus


@dataclass(frozen=True, slots=True)
class CaseOfBuyer:
    """A case on the card."""

    id: int
    number: str
    state: CaseState
    problem: Problem
    at_stake: Money
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class LikelySame:
    """Another buyer of the shop who may be the same person: `by_phone`, else by name and address."""

    id: int
    nick: str
    name: str
    by_phone: bool


@dataclass(frozen=True, slots=True)
class BuyerCard:
    """All that the card shows at once. Orders, cases and calls are the newest; the numbers count all of them.

    `agreed` are the channels the buyer may be contacted on because they said so.
    """

    buyer: Buyer
    shop: Shop
    numbers: BuyerNumbers
    former: tuple[FormerNick, ...]
    notes: tuple[BuyerNote, ...]
    orders: tuple[OrderOfBuyer, ...]
    cases: tuple[CaseOfBuyer, ...]
    calls: tuple[CallRecord, ...]
    call_count: int
    next_call: CallBack | None
    likely: tuple[LikelySame, ...]
    events: tuple[HistoryEvent, ...]
    agreed: tuple[Channel, ...] = ()


# The columns of a buyer one chooses between when two are merged, in the order they are shown.
MERGED_FIELDS = ("name", "phone", "wechat", "email", "address", "country", "tier", "temperament")


@dataclass(frozen=True, slots=True)
class MergeField:
    """One column of both buyers; `from_other` says which of the two stays."""

    name: str
    kept: str
    other: str
    from_other: bool

    @property
    def differs(self) -> bool:
        """Whether there is something to choose."""
        return self.kept != self.other


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do: counts of rows that move from `other` to `kept`, and which contact data stays."""

    kept: Buyer
    other: Buyer
    fields: tuple[MergeField, ...]
    consent: Consent
    flags: tuple[BuyerFlag, ...]
    moves: Mapping[str, int] = field(default_factory=dict)
    two_call_backs: bool = False
