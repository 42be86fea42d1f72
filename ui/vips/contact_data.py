"""What the contact of one buyer shows, read in one job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from desktop.context import AppContext
from desktop.services.call_plans import rhythm_for
from models.call_back_records import ContactConsent
from models.call_kinds import Channel
from models.kinds import Consent
from models.records import Buyer, CallBack, Person
from models.rules.call_back_rhythm import NextDate
from models.rules.rhythms import Rhythm
from models.vip_records import TierChange


@dataclass(frozen=True, slots=True)
class ContactShown:
    """A buyer, their word on each channel, how they came by their tier, and what is planned next.

    `tier_rhythm` is what holds where they have none of their own; `zone` and `today` are those of their shop.
    `note_on`: the day a note in the parcel would go, where one may be planned.
    """

    buyer: Buyer
    channels: Mapping[Channel, ContactConsent]
    history: tuple[TierChange, ...]
    people: tuple[Person, ...]
    tier_rhythm: Rhythm
    next_call: CallBack | None
    now: datetime
    zone: tzinfo
    today: date
    note_on: date | None = None


def load_contact(ctx: AppContext, buyer_id: int) -> ContactShown:
    """Everything at once; NotFound if there is no such buyer."""
    buyer = ctx.buyers.find_buyer(buyer_id)
    desk = ctx.call_backs.desk(buyer.shop_id)
    tiered = rhythm_for(desk.rules, replace(buyer, call_rhythm=""))
    note = ctx.call_backs.propose_note(buyer_id) if buyer.consent is Consent.UNKNOWN else None
    return ContactShown(
        buyer, ctx.contact.channels(buyer_id), ctx.vips.tier_history(buyer_id), ctx.shops.list_people(), tiered,
        ctx.contact.next_planned(buyer_id), desk.now, desk.zone, desk.today,
        note.day if isinstance(note, NextDate) else None,
    )  # fmt: skip
