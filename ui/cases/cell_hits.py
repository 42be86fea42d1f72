"""The names of the searched fields, and which of them can be seen in the columns shown."""

from __future__ import annotations

from collections.abc import Iterable

from models.store.search_hits import HitField
from ui.cases.case_columns import BUYER, NUMBER, ORDER, TAGS
from ui.i18n import translator

tr = translator("cases")
_SEEN_IN = {NUMBER: HitField.NUMBER, ORDER: HitField.ORDER, BUYER: HitField.NICK, TAGS: HitField.TAG}


def field_word(field: HitField) -> str:
    """What a searched field is called."""
    return {
        HitField.NUMBER: tr("Number"), HitField.ORDER: tr("Order no."), HitField.NICK: tr("Buyer"),
        HitField.TAG: tr("Tag"), HitField.PINYIN: tr("Pinyin"), HitField.BUYER: tr("Name"),
        HitField.PHONE: tr("Phone"), HitField.RECEIVER: tr("Receiver"), HitField.ITEM: tr("Item"),
        HitField.TRACKING: tr("Tracking no."), HitField.SUMMARY: tr("Summary"), HitField.NOTE: tr("Note"),
        HitField.CAPTION: tr("Caption"), HitField.STEP: tr("Step"), HitField.REPLY: tr("Reply"),
    }[field]  # fmt: skip


def seen_fields(columns: Iterable[int]) -> frozenset[HitField]:
    """The searched fields that these columns show."""
    return frozenset(_SEEN_IN[place] for place in columns if place in _SEEN_IN)
