"""The state of an order from the platform's own words, or from its dates and amounts where there are none."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.importers.profiles import Profile, heading_key
from models.kinds import OrderStatus


class Statuses:
    """Reads the states of one file's orders; every wording is looked up once."""

    def __init__(self, profile: Profile) -> None:
        self._words = profile.statuses
        self._shopify = profile.status_rule == "shopify"
        self._seen: dict[str, OrderStatus] = {}

    def read(self, values: Mapping[str, object]) -> tuple[OrderStatus, str]:
        """The state and the platform's wording of it; UNKNOWN for a wording that is not known."""
        if self._shopify:
            return _shopify(values)
        text = str(values.get("status_text", ""))
        if not text:
            return _from_facts(values), ""
        status = self._seen.get(text)
        if status is None:
            status = self._words.get(heading_key(text), OrderStatus.UNKNOWN)
            if len(self._seen) < 1_000:
                self._seen[text] = status
        return status, text


def _from_facts(values: Mapping[str, object]) -> OrderStatus:
    total, refunded = values.get("total"), values.get("refunded")
    if isinstance(total, int) and isinstance(refunded, int) and 0 < total <= refunded:
        return OrderStatus.REFUNDED
    for field, status in (
        ("closed_at", OrderStatus.CLOSED),
        ("confirmed_at", OrderStatus.SIGNED),
        ("shipped_at", OrderStatus.SHIPPED),
        ("paid_at", OrderStatus.PAID),
        ("created_at", OrderStatus.CREATED),
    ):
        if field in values:
            return status
    return OrderStatus.UNKNOWN


def _shopify(values: Mapping[str, object]) -> tuple[OrderStatus, str]:
    """Shopify keeps payment and fulfilment apart; cancelled and refunded orders stay so whatever was shipped."""
    money, goods = str(values.get("financial_status", "")), str(values.get("fulfilment_status", ""))
    text = " / ".join(part for part in (money, goods) if part)
    if money.casefold() == "refunded":
        return OrderStatus.REFUNDED, text
    if "closed_at" in values or money.casefold() in ("voided", "expired"):
        return OrderStatus.CLOSED, text
    if goods.casefold() in ("fulfilled", "partial"):
        return OrderStatus.SHIPPED, text
    if money.casefold() in ("paid", "partially_refunded", "partially_paid"):
        return OrderStatus.PAID, text
    return (OrderStatus.CREATED if money else OrderStatus.UNKNOWN), text
