"""The message to the buyer that goes with a resolution: the reply for its remedy, in the buyer's tone, filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.services.replies import reply_book
from desktop.services.reply_values import (
    basis_text,
    carried_out_by,
    case_signs,
    case_values,
    moment_text,
    remedy_values,
)
from desktop.words import language_code
from models.kinds import Liability, Temperament
from models.records import CasePage
from models.rules.conclusion import RemedyOffer
from models.rules.replies import fill, for_remedy, side_of
from models.rules.reply_book import compose


def message_text(page: CasePage, offer: RemedyOffer, language: str, now: datetime, liable: Liability) -> str:
    """What to send, in `zh` or `en`; empty where no reply explains the remedy. What is not known is left as a blank.

    `liable`: towards the buyer, as the resolution says; it decides who pays the freight and what the basis is.
    """
    book, language = reply_book(), language_code(language)
    signs = replace(case_signs(page, now), remedy=offer.remedy.value, liable=side_of(liable))
    situation = for_remedy(book, offer.id, offer.remedy, signs)
    if situation is None:
        return ""
    tone = (page.buyer.temperament if page.buyer is not None else Temperament.NEUTRAL).value
    paid = page.order.paid if page.order is not None else None
    values = case_values(book, page, language, now) | {
        "remedy": offer.title.pick(language),
        "basis": basis_text(book, signs, language),
        "deadline": moment_text(carried_out_by(offer.remedy, offer.steps, now), page, language, now),
        **remedy_values(offer.refund or offer.amount or offer.compensation, paid),
    }
    return fill(compose(book, situation, tone, language), values).text
