"""What follows for a buyer's call-backs from what they are and said: planned, put on another channel, or closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.services import call_plans
from desktop.services.call_back_calendar import CallBackCalendar
from desktop.services.call_plans import Desk
from desktop.services.call_writing import close_call_back, find_whom
from models.call_kinds import CallBackKind, Channel
from models.kinds import Consent, Tier
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import DueCode, may_call
from models.rules.call_days import free_day
from models.rules.call_settings import OffDayMove
from models.rules.contact_consent import channel_for, may_contact, usable
from models.rules.verdict import Allowed
from models.store import call_backs, contacts
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_MERGED_DEEP = 50


class CallFollowing(CallBackCalendar):
    """The calendar, and what keeps it in step with tiers, consent and channels."""

    def free_day(
        self, desk: Desk, buyer: Buyer, start: date, caller: int = 0
    ) -> tuple[date, tuple[DueCode, ...]]:  # fmt: skip
        """The first day from `start` on which `caller` (whoever calls the buyer) can, whichever way the shop moves from
        days off, and what was passed over."""
        days = replace(desk.days_for(buyer, caller or desk.caller(buyer)), move=OffDayMove.FORWARD)
        return free_day(start, start - timedelta(days=1), days)

    def follow_buyer(self, transaction: Transaction, buyer: Buyer, why: DueCode) -> None:
        """Plan, change or close the buyer's open call-backs after tier, consent, channels or phone changed.

        One who opted out has none left, of whatever kind. `why` is kept with a regular one that closes.
        """
        database = transaction.database
        allowed = isinstance(may_call(buyer.tier, buyer.consent), Allowed)
        for each in call_backs.list_open_of_buyer(database, buyer.id):
            regular, noted = each.kind is CallBackKind.RHYTHM, each.channel is Channel.NOTE
            if buyer.consent is Consent.REFUSED:
                close_call_back(transaction, each, DueCode.OPTED_OUT)
            elif regular and not allowed and (not noted or buyer.tier is Tier.NONE):
                close_call_back(transaction, each, why)
            elif regular and allowed and noted:
                # A note was all there could be before they agreed to calls.
                transaction.update("call_back", each.id, channel=self._channel_of(database, buyer))
            else:
                self._rechannel(transaction, buyer, each)
        if allowed:
            call_plans.plan_if_none(transaction, self.desk(buyer.shop_id), buyer)
            self._rechannel_new(transaction, buyer)

    def _rechannel(self, transaction: Transaction, buyer: Buyer, open_one: CallBack) -> Channel | None:
        """Put an open call-back on a channel the buyer agreed to; it closes where there is none, a promise stays."""
        said = contacts.said_channels(transaction.database, buyer.id)
        fits = isinstance(may_contact(buyer.consent, said, open_one.channel), Allowed)
        if fits and usable(buyer, open_one.channel):
            return open_one.channel
        other = channel_for(buyer, said)
        if other is None and not fits:
            # A regular one waits for the address of what they agreed to.
            regular = open_one.kind is CallBackKind.RHYTHM
            other = next((each for each in Channel if said.get(each)), None) if regular else None
            if other is None and open_one.kind is not CallBackKind.PROMISE:
                close_call_back(transaction, open_one, DueCode.NO_CHANNEL)
                return None
            other = other or Channel.NOTE
        if other is not None and other is not open_one.channel:
            transaction.update("call_back", open_one.id, channel=other)
            transaction.record(
                "call_channel_changed", entity="buyer", entity_id=buyer.id, case_id=open_one.case_id,
                details={"buyer": buyer.nick, "channel": other.value, "was_channel": open_one.channel.value},
            )  # fmt: skip
        return other

    def _rechannel_new(self, transaction: Transaction, buyer: Buyer) -> None:
        """A call-back just planned is put on the buyer's channel."""
        made = call_backs.find_due(transaction.database, buyer.id)
        if made is not None and made.channel is Channel.PHONE:
            transaction.update("call_back", made.id, channel=self._channel_of(transaction.database, buyer))

    def _channel_of(self, database: CaseDatabase, buyer: Buyer) -> Channel:
        """The channel a planned call goes by; one they agreed to whose address is missing rather than none at all."""
        said = contacts.said_channels(database, buyer.id)
        agreed = (each for each in Channel if said.get(each))
        return channel_for(buyer, said) or next(agreed, Channel.PHONE)

    def _settled(self, buyer_id: int) -> Buyer:
        """The buyer, with the call-back they ought to have already there.

        It is planned on its own, not as part of the action that follows: undoing that action must never leave the buyer
        without one, or redoing it would add a second.
        """
        database = self.bench.store.database
        buyer = find_whom(database, buyer_id)
        allowed = isinstance(may_call(buyer.tier, buyer.consent), Allowed)
        if allowed and call_backs.find_due(database, buyer.id) is None:
            desk = self.desk(buyer.shop_id)

            def work(transaction: Transaction) -> None:
                call_plans.plan_if_none(transaction, desk, buyer)
                self._rechannel_new(transaction, buyer)

            self.bench.act("calls_planned", work, undoable=False)
        return buyer
