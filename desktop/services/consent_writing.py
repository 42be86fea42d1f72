"""How a buyer's word on being contacted is written: overall and per channel, inside one transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from models.call_kinds import Channel
from models.kinds import Consent
from models.records import Buyer
from models.rules.contact_consent import overall
from models.store import buyers, contacts
from models.store.transaction import Transaction


def agree(
    transaction: Transaction, buyer_id: int, channels: Collection[Channel], *, said_at: datetime, way: str
) -> Buyer:
    """Note that a buyer agreed to channels, and that they may be contacted; returns the buyer as they are then.

    One of whom an older agreement to calls is known without any channel keeps it.
    """
    buyer = _with_rows(transaction, buyer_id)
    for channel in channels:
        contacts.note_channel(transaction, buyer_id, channel, agreed=True, said_at=said_at, way=way)
    return _word(transaction, buyer, Consent.GIVEN, said_at, way)


def withdraw(transaction: Transaction, buyer_id: int, channel: Channel, *, said_at: datetime, way: str) -> Buyer:
    """Note that a buyer no longer wants a channel. With the last one they are contacted no more."""
    buyer = _with_rows(transaction, buyer_id)
    contacts.note_channel(transaction, buyer_id, channel, agreed=False, said_at=said_at, way=way)
    consent = overall(buyer.consent, contacts.said_channels(transaction.database, buyer_id))
    return buyer if consent is buyer.consent else _word(transaction, buyer, consent, said_at, way)


def opt_out(transaction: Transaction, buyer_id: int, *, said_at: datetime, way: str) -> Buyer:
    """Note that a buyer wants to hear nothing more: each channel they had agreed to is withdrawn."""
    buyer = _with_rows(transaction, buyer_id)
    for channel, said in contacts.load_channels(transaction.database, buyer_id).items():
        if said.agreed:
            contacts.note_channel(transaction, buyer_id, channel, agreed=False, said_at=said_at, way=way)
    return _word(transaction, buyer, Consent.REFUSED, said_at, way)


def forget(transaction: Transaction, buyer_id: int) -> Buyer:
    """Note that a buyer was not asked after all."""
    contacts.forget_channels(transaction, buyer_id)
    return _word(transaction, buyers.find_buyer(transaction.database, buyer_id), Consent.UNKNOWN, None, "")


def _with_rows(transaction: Transaction, buyer_id: int) -> Buyer:
    """The buyer as they are in the store now, with the row of an older agreement."""
    buyer = buyers.find_buyer(transaction.database, buyer_id)
    contacts.keep_older_agreement(transaction, buyer)
    return buyer


def _word(transaction: Transaction, buyer: Buyer, consent: Consent, said_at: datetime | None, way: str) -> Buyer:
    """Keep the word overall; one that stands keeps the day it was first given."""
    if buyer.consent is consent and consent is Consent.GIVEN:
        return buyer
    transaction.update("buyer", buyer.id, consent=consent, consent_at=said_at, consent_way=way)
    return replace(buyer, consent=consent, consent_at=said_at, consent_way=way)
