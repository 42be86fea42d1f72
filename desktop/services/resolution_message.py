"""The message to the buyer: the pack's script in the buyer's tone, filled in with what was decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from models.money import Money
from models.records import CasePage
from models.rules.conclusion import RemedyOffer
from models.rules.packs import Pack

_SLOT = re.compile(r"\{(\w+)\}")
BLANK = "＿＿＿"


def message_text(packs: Sequence[Pack], page: CasePage, offer: RemedyOffer, language: str) -> str:
    """What to send, in `zh` or `en`; empty where the packs have no script. What is not known is left as a blank."""
    script = next((pack.scripts[offer.script] for pack in packs if offer.script in pack.scripts), None)
    if script is None:
        return ""
    tone = page.buyer.temperament.value if page.buyer is not None else ""
    text = script.tones.get(tone, script.text).pick(language)
    slots = _slots(page, offer, language)
    return _SLOT.sub(lambda found: slots.get(found[1]) or BLANK, text)


def _slots(page: CasePage, offer: RemedyOffer, language: str) -> Mapping[str, str]:
    order, refund = page.order, offer.refund or offer.amount
    paid = order.paid if order is not None else None
    keep = paid - refund if paid is not None and refund is not None and paid.currency == refund.currency else None
    return {
        "remedy": offer.title.pick(language),
        "refund": _amount(refund),
        "amount": _amount(refund),
        "keep": _amount(keep),
        "return_address": page.shop.return_address,
        "buyer": page.buyer.nick if page.buyer is not None else "",
        "order": order.number if order is not None else "",
        "item": order.lines[0].item_title if order is not None and order.lines else "",
        "tracking": order.tracking_numbers[0] if order is not None and order.tracking_numbers else "",
        "shop": page.shop.name,
    }


def _amount(value: Money | Decimal | None) -> str:
    return f"{value.sign}{value.amount:,}" if isinstance(value, Money) else ""
