"""Frozen values of the shop and of what was bought: shops, people, buyers, orders. Times are aware UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kinds import Consent, OrderStatus, Platform, Role, Temperament, Tier
from models.money import Money


@dataclass(frozen=True, slots=True)
class Shop:
    """One storefront on one platform."""

    id: int
    name: str
    platform: Platform
    currency: str = "CNY"
    time_zone: str = "Asia/Shanghai"
    country: str = "CN"
    letterhead: str = ""
    return_address: str = ""


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
    """A customer, known by the platform's buyer ID (`nick`)."""

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
