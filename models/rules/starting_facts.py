"""The facts a case starts with: what shop, buyer, order and case already say, by the ids of the packs' dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from models.kinds import OrderStatus, Problem
from models.money import Money
from models.records import Buyer, Case, Order, Shop

_PROBLEMS: Final[Mapping[Problem, Mapping[str, object]]] = {
    Problem.WRONG_ITEM: {"case_type": "wrong_shipment"},
    Problem.MISSING_ITEM: {"case_type": "wrong_shipment"},
    Problem.OVER_SHIPPED: {"case_type": "wrong_shipment", "subtype": "over_shipped"},
    Problem.DAMAGED: {"case_type": "damaged_parcel"},
    Problem.LOST: {"case_type": "lost_parcel"},
    Problem.LATE: {"case_type": "late_shipment"},
    Problem.QUALITY: {"case_type": "quality"},
    Problem.SIZE: {"case_type": "return_refund"},
    Problem.COLOUR: {"case_type": "return_refund"},
    Problem.NOT_AS_DESCRIBED: {"case_type": "return_refund", "reason": "not_as_described"},
    Problem.NO_REASON: {"case_type": "return_refund", "reason": "no_reason"},
    Problem.ADDRESS_CHANGE: {"case_type": "address_change"},
    Problem.INVOICE: {"case_type": "invoice"},
    Problem.PRICE: {"case_type": "partial_refund"},
    Problem.REVIEW: {},
    Problem.OTHER: {},
}


def starting_facts(case: Case, shop: Shop, order: Order | None, buyer: Buyer | None) -> dict[str, object]:
    """Facts known without asking. What the records do not say is left out, never guessed: absent means not known.

    `signed` is set where the order has a time of signing; an order that is merely shipped says nothing about it.
    """
    found: dict[str, object] = {
        "platform": shop.platform.value,
        "country": shop.country,
        "time_zone": shop.time_zone,
        "currency": shop.currency,
        "case_no": case.number,
        "applied_at": case.opened_at,
        "requested_at": case.opened_at,
        "message_at": case.opened_at,
        **_PROBLEMS[case.problem],
    }
    if buyer is not None:
        found |= {"buyer_id": buyer.nick, "temperament": buyer.temperament.value}
    if order is not None:
        found |= _order_facts(order)
    if order is not None and len(order.country) == 2:
        found["country"] = order.country.upper()
    return {name: value for name, value in found.items() if value is not None and value != ""}


def _order_facts(order: Order) -> dict[str, object]:
    known: dict[str, object] = {
        "order_no": order.number,
        "paid": order.paid,
        "order_total": order.total,
        "outbound_freight_paid": order.freight,
        "freight_included": order.freight,
        "paid_at": order.paid_at,
        "shipped_at": order.shipped_at,
        "signed_at": order.signed_at,
        "possession_at": order.signed_at,
        "delivered_at": order.signed_at,
        "order_complete_at": order.paid_at,
        "carrier": order.carrier,
        "tracking_no": order.tracking_numbers[0] if order.tracking_numbers else None,
        "currency": order.currency,
        "item": order.lines[0].item_title if order.lines else None,
        "sku": order.lines[0].sku if order.lines else None,
        "batch": order.lines[0].batch if order.lines else None,
    }
    if order.signed_at is not None or order.status is OrderStatus.SIGNED:
        known["signed"] = True
    if order.freight is not None:
        known["free_shipping"] = not order.freight
    return known


def plain(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts as they are kept in a draft or a resolution: text, whole numbers, booleans, lists and mappings."""
    return {name: _plain(value) for name, value in facts.items()}


def _plain(value: object) -> object:
    if isinstance(value, Money):
        return str(value.amount)
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if callable(isoformat) else value
