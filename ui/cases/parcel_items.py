"""What the cards of order and buyer say, as texts."""

from __future__ import annotations

from decimal import Decimal

from models.kinds import Consent, Temperament
from models.records import CasePage, Order, OrderLine
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import word

tr = translator("cases")


def line_text(item: OrderLine) -> str:
    """Variant, quantity and batch of an item."""
    which = " ".join(part for part in (one_line(item.variant or item.sku), f"×{item.quantity}") if part)
    return " · ".join(part for part in (which, tr("batch %1", one_line(item.batch)) if item.batch else "") if part)


def order_texts(order: Order | None) -> tuple[str, str]:
    """What was bought, and below it which and for how much."""
    if order is None:
        return tr("No order"), tr("The case is about the buyer")
    paid = shown.money(order.paid or order.total)
    if not order.lines:
        return tr("Items are not in the file"), paid
    first = order.lines[0]
    more = tr("%n more item(s)", n=len(order.lines) - 1) if len(order.lines) > 1 else ""
    return one_line(first.item_title), " · ".join(part for part in (line_text(first), more, paid) if part)


def buyer_history_text(page: CasePage) -> str:
    """How many cases the buyer had, how often money went back, and how much."""
    history = page.buyer_history
    if page.buyer is None or history is None:
        return tr("No buyer")
    rate = shown.percent(Decimal(str(history.refund_rate)), lang=language())
    parts = [tr("%n case(s)", n=history.cases), tr("refund rate %1", rate)]
    if history.refunded:
        parts.append(tr("%1 refunded", shown.money(history.refunded)))
    return " · ".join(parts)


def buyer_manner_text(page: CasePage) -> str:
    """How the buyer wants to be spoken to, and whether by telephone; else how many orders there were."""
    if page.buyer is None:
        return ""
    parts = []
    if page.buyer.temperament is not Temperament.NEUTRAL:
        parts.append(word(page.buyer.temperament))
    if page.buyer.consent is not Consent.UNKNOWN:
        parts.append(word(page.buyer.consent))
    if not parts and page.buyer_history is not None:
        parts.append(tr("%n order(s)", n=page.buyer_history.orders))
    return " · ".join(parts)


def masked_phone(phone: str) -> str:
    """`138****0387` of a Chinese mobile number, `****0118` of others: as much as tells whose it is."""
    plain = one_line(phone).strip()
    if len(plain) <= 4:
        return "*" * len(plain)
    head = plain[:3] if len(plain) == 11 and plain.isdigit() else ""
    return f"{head}****{plain[-4:]}"
