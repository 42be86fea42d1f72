"""Frozen values of the shop and of what was bought: shops, people, buyers, orders. Times are aware UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from models.call_kinds import TierSource
from models.kinds import BuyerFlag, Consent, OrderStatus, ParcelWay, Platform, Role, Temperament, Tier
from models.money import Money


@dataclass(frozen=True, slots=True)
class Shop:
    """One storefront on one platform.

    `packs` names the policy packs it uses beyond those of its platform and country (`added`), and not (`left_out`).
    """

    id: int
    name: str
    platform: Platform
    currency: str = "CNY"
    time_zone: str = "Asia/Shanghai"
    country: str = "CN"
    letterhead: str = ""
    return_address: str = ""
    colour: str = ""
    packs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works in the shop; stands on everything they do."""

    id: int
    name: str
    initials: str
    role: Role
    active: bool = True


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer, known by the platform's buyer ID (`nick`). `merged_into` is the buyer this one turned out to be.

    `consent` is the buyer's word on being contacted at all, the channels agreed on stand in ContactConsent.
    `call_rhythm` and `call_hours` are JSON as models.rules.call_settings reads it, empty for the tier's rhythm and any
    hour; `call_channel` a word of Channel or empty; `birthday` YYYY-MM-DD or MM-DD.
    """

    id: int
    shop_id: int
    nick: str
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    country: str = ""
    tier: Tier = Tier.NONE
    temperament: Temperament = Temperament.NEUTRAL
    consent: Consent = Consent.UNKNOWN
    consent_at: datetime | None = None
    note: str = ""
    wechat: str = ""
    flags: tuple[BuyerFlag, ...] = ()
    consent_way: str = ""
    merged_into: int | None = None
    tier_source: TierSource = TierSource.HAND
    call_rhythm: str = ""
    call_hours: str = ""
    call_channel: str = ""
    call_person_id: int | None = None
    birthday: str = ""
    phone_wrong_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BuyerNote:
    """A text about a buyer, written by a person of the shop; it stays in the shop."""

    id: int
    buyer_id: int
    text: str
    written_at: datetime
    written_by: str


@dataclass(frozen=True, slots=True)
class FormerNick:
    """An ID a buyer had until a moment; orders that come in under it are still this buyer's."""

    id: int
    buyer_id: int
    nick: str
    until: datetime


@dataclass(frozen=True, slots=True)
class BuyerHistory:
    """What a buyer's past says: counts over all orders and cases of the shop."""

    orders: int
    cases: int
    refunded: Money
    refund_rate: float
    last_order_at: datetime | None


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One item of an order."""

    id: int
    order_id: int
    position: int
    item_title: str
    sku: str = ""
    variant: str = ""
    quantity: int = 1
    unit_price: Money | None = None
    batch: str = ""
    weight_grams: int | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel of an order: sent out, on its way back, or sent again."""

    id: int
    order_id: int
    tracking_number: str
    carrier: str = ""
    way: ParcelWay = ParcelWay.SENT
    position: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What was bought, as imported from the platform."""

    id: int
    shop_id: int
    buyer_id: int | None
    platform: Platform
    number: str
    status: OrderStatus
    status_text: str
    currency: str
    time_zone: str
    created_at: datetime | None
    paid_at: datetime | None
    shipped_at: datetime | None
    signed_at: datetime | None
    closed_at: datetime | None
    goods: Money | None
    freight: Money | None
    discount: Money | None
    total: Money | None
    paid: Money | None
    refunded: Money | None
    receiver: str
    phone: str
    address: str
    country: str
    carrier: str
    tracking_numbers: tuple[str, ...]
    buyer_note: str
    shop_note: str
    imported_at: datetime
    lines: tuple[OrderLine, ...] = ()
    parcels: tuple[Parcel, ...] = ()
