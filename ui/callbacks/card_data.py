"""What the pane at the right shows of one buyer, read in one go away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.context import AppContext
from desktop.services.call_desk import Beside
from desktop.services.call_plans import Desk, rhythm_for
from models.call_back_records import CallCard
from models.call_kinds import Channel
from models.kinds import CallBackState, CallOutcome, Consent
from models.records import CallBack, CallBackRow
from models.rules.call_back_rhythm import NextDate, Rhythm
from models.rules.call_hours import read_hours
from models.rules.call_settings import CallRules, Hours
from models.rules.contact_consent import may_contact
from models.rules.verdict import Allowed, Refused
from ui.callbacks.day_warnings import ChosenDays

_LOOKED_AHEAD = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class CardShown:
    """A buyer, the call-back that was chosen, what stands beside it, and what would follow each outcome.

    `note_on`: the day a note in the parcel would go to a VIP who was not asked, where one may be planned.
    """

    card: CallCard
    row: CallBackRow | None
    proposals: Mapping[CallOutcome, NextDate | Refused]
    rhythm: Rhythm
    desk: Desk
    beside: Beside
    rules: CallRules
    hours: Hours | None
    days: ChosenDays
    said: Mapping[Channel, bool] = field(default_factory=dict)
    note_on: date | None = None

    @property
    def call_back(self) -> CallBack | None:
        """The call-back that was chosen, or the buyer's next of the rhythm."""
        return self.row.call_back if self.row is not None else self.card.call_back

    @property
    def channel(self) -> Channel:
        """How this contact is to be made."""
        return self.call_back.channel if self.call_back is not None else Channel.PHONE

    def may(self, channel: Channel) -> bool:
        """Whether the buyer may be contacted on a channel."""
        return isinstance(may_contact(self.card.buyer.consent, self.said, channel), Allowed)

    @property
    def is_open(self) -> bool:
        """Whether a contact can be logged here."""
        return self.row is not None and self.row.call_back.state is CallBackState.DUE and self.may(self.channel)


def load_card(ctx: AppContext, buyer_id: int, row: CallBackRow | None) -> CardShown:
    """The buyer's card with the next day for each outcome."""
    card = ctx.call_backs.find_buyer_card(buyer_id)
    buyer, open_one = card.buyer, row.call_back if row is not None else None
    desk = ctx.call_backs.desk(buyer.shop_id)
    channels = ctx.contact.channels(buyer_id)
    beside = ctx.call_desk.beside(buyer_id, open_one, channels)
    call_back_id = open_one.id if open_one is not None and open_one.state is CallBackState.DUE else None
    proposals = ctx.call_backs.propose_each(buyer_id, call_back_id=call_back_id)
    rhythm = rhythm_for(desk.rules, buyer)
    caller = desk.caller(buyer, open_one)
    last = desk.day_of(beside.last_contact) if beside.last_contact is not None else None
    days = ChosenDays(
        desk, desk.days_for(buyer, caller), _load(ctx, desk, caller), desk.rules.capacity,
        beside.person or ctx.bench.person.name, last, rhythm.days,
    )  # fmt: skip
    said = {channel: each.agreed for channel, each in channels.items()}
    note = ctx.call_backs.propose_note(buyer_id) if buyer.consent is Consent.UNKNOWN else None
    return CardShown(
        card, row, proposals, rhythm, desk, beside, desk.rules, read_hours(buyer.call_hours), days, said,
        note.day if isinstance(note, NextDate) else None,
    )  # fmt: skip


def load_wanted(ctx: AppContext, call_back_id: int) -> CardShown | None:
    """The card of a call-back a reminder leads to, of whatever shop and day; None if it is gone."""
    row = ctx.call_backs.find_row(call_back_id)
    return load_card(ctx, row.call_back.buyer_id, row) if row is not None else None


def _load(ctx: AppContext, desk: Desk, person_id: int) -> Mapping[date, int]:
    if not desk.rules.capacity:
        return {}
    return ctx.call_backs.load_of(desk, person_id, desk.today + _LOOKED_AHEAD)
