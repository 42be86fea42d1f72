"""What a case, its order and its buyer already tell the packs, so that the wizard asks only for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from models.kinds import OrderStatus, Problem
from models.money import Money
from models.records import CasePage

# What the problem chosen at the desk means in the packs' vocabulary; the wizard asks where it leaves something open.
_OF_PROBLEM: Mapping[Problem, Mapping[str, object]] = {
    Problem.WRONG_ITEM: {"case_type": "wrong_shipment"},
    Problem.MISSING_ITEM: {"case_type": "wrong_shipment", "subtype": "missed"},
    Problem.OVER_SHIPPED: {"case_type": "wrong_shipment", "subtype": "over_shipped"},
    Problem.DAMAGED: {"case_type": "damaged_parcel"},
    Problem.LOST: {"case_type": "lost_parcel"},
    Problem.LATE: {"case_type": "late_shipment"},
    Problem.QUALITY: {"case_type": "quality"},
    Problem.SIZE: {"case_type": "return_refund", "reason": "no_reason"},
    Problem.COLOUR: {"case_type": "return_refund", "reason": "no_reason"},
    Problem.NOT_AS_DESCRIBED: {"case_type": "misdescription"},
    Problem.NO_REASON: {"case_type": "return_refund", "reason": "no_reason"},
    Problem.ADDRESS_CHANGE: {"case_type": "address_change"},
    Problem.INVOICE: {"case_type": "invoice_refused"},
    Problem.PRICE: {"case_type": "price_guard"},
    Problem.REVIEW: {"case_type": "review_extortion"},
}


NO_NUMBERS: Mapping[str, str] = {}


def known_facts(page: CasePage, numbers: Mapping[str, str] = NO_NUMBERS) -> dict[str, object]:
    """Facts by the packs' names. What is not known is absent, never false.

    `numbers` are the shop's own estimates as decimal strings: `goods_cost_rate` (cost over price), `freight` (one
    parcel), `claim_rate` and `lose_rate` (0 to 1). Without them a true cost says what it lacks.
    """
    case, order, buyer, shop = page.case, page.order, page.buyer, page.shop
    facts: dict[str, object] = dict(_OF_PROBLEM.get(case.problem, {}))
    facts |= {
        "platform": shop.platform.value,
        "currency": order.currency if order else shop.currency,
        "country": (order.country if order and len(order.country) == 2 else "") or shop.country,
        "time_zone": shop.time_zone,
        "case_no": case.number,
        "applied_at": case.opened_at,
        "requested_at": case.opened_at,
        "message_at": case.opened_at,
    }
    if buyer is not None:
        facts |= {"buyer_id": buyer.nick, "temperament": buyer.temperament.value}
    if order is not None:
        facts |= {
            "order_no": order.number,
            "paid": order.paid,
            "actual_amount": order.paid,
            "order_total": order.total,
            "outbound_freight_paid": order.freight,
            "freight_included": order.freight,
            "paid_at": order.paid_at,
            "order_complete_at": order.paid_at,
            "shipped_at": order.shipped_at,
            "signed_at": order.signed_at,
            "possession_at": order.signed_at,
            "delivered_at": order.signed_at,
            "carrier": order.carrier or None,
            "tracking_no": order.tracking_numbers[0] if order.tracking_numbers else None,
        }
        if order.signed_at is not None:
            facts |= {"signed": True, "received": True}
        if order.status is OrderStatus.SIGNED:
            facts["trade_success"] = True
        if order.lines:
            line = order.lines[0]
            facts |= {"item": line.item_title, "sku": line.sku or None, "batch": line.batch or None}
    facts |= _estimates(page, numbers)
    return {name: value for name, value in facts.items() if value is not None}


def _estimates(page: CasePage, numbers: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {name: numbers.get(name) for name in ("claim_rate", "lose_rate")}
    for name in ("freight_out", "freight_back", "freight_again"):
        found[name] = numbers.get("freight")
    rate, order = numbers.get("goods_cost_rate"), page.order
    paid = order.paid if order is not None else None
    if rate is not None and order is not None and paid is not None:
        goods = paid - order.freight if order.freight is not None else paid
        found["goods_cost"] = Money.of(goods.amount * Decimal(rate), goods.currency)
    return found
