"""What follows for a buyer's call-backs from what they are and said: planned, put on another channel, or closed."""

from __future__ import annotations

from dataclasses import replace

from desktop.services import call_plans
from desktop.services.call_back_calendar import CallBackCalendar
from models.call_kinds import CallBackKind, Channel
from models.errors import UserError
from models.kinds import CallBackState, Consent
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import DueCode, DueNote, may_call, read_note
from models.rules.contact_consent import channel_for, may_contact, usable
from models.rules.verdict import Allowed
from models.store import buyers, call_backs, contacts
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_MERGED_DEEP = 50


class CallFollowing(CallBackCalendar):
    """The calendar, and what keeps it in step with tiers, consent and channels."""

    def follow_buyer(self, transaction: Transaction, buyer: Buyer, why: DueCode) -> None:
        """Plan, change or close the buyer's open call-backs after tier, consent, channels or phone changed.

        One who opted out has none left, of whatever kind. `why` is kept with a regular one that closes.
        """
        database = transaction.database
        allowed = isinstance(may_call(buyer.tier, buyer.consent), Allowed)
        for each in call_backs.list_open_of_buyer(database, buyer.id):
            if buyer.consent is Consent.REFUSED:
                self._close(transaction, each, DueCode.OPTED_OUT)
            elif each.kind is CallBackKind.RHYTHM and not allowed and each.channel is not Channel.NOTE:
                self._close(transaction, each, why)
            else:
                self._rechannel(transaction, buyer, each)
        if allowed:
            call_plans.plan_if_none(transaction, self.desk(), self.settings, buyer)
            self._rechannel_new(transaction, buyer)

    def _rechannel(self, transaction: Transaction, buyer: Buyer, open_one: CallBack) -> Channel | None:
        """Put an open call-back on a channel the buyer agreed to; one after a case closes where there is none."""
        said = contacts.said_channels(transaction.database, buyer.id)
        fits = isinstance(may_contact(buyer.consent, said, open_one.channel), Allowed)
        if fits and usable(buyer, open_one.channel):
            return open_one.channel
        other = channel_for(buyer, said)
        if other is None and not fits:
            if open_one.kind is CallBackKind.SATISFACTION:
                self._close(transaction, open_one, DueCode.NO_CHANNEL)
                return None
            other = Channel.NOTE if open_one.kind is CallBackKind.PROMISE else None
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
        """The channel a planned call goes by; the phone where nothing better is known, so that it is not forgotten."""
        return channel_for(buyer, contacts.said_channels(database, buyer.id)) or Channel.PHONE

    def _close(self, transaction: Transaction, open_one: CallBack, why: DueCode, text: str = "") -> None:
        note = read_note(open_one.reason)
        closed = DueNote((why,), note.since or open_one.due_on, note.nominal, note.anchor, text)
        transaction.update(
            "call_back", open_one.id, state=CallBackState.SKIPPED, done_at=transaction.stamp.now,
            reason=closed.written(),
        )  # fmt: skip

    def _open_one(self, database: CaseDatabase, call_back_id: int, seen: CallBack | None = None) -> CallBack:
        """An open call-back; UserError `call_back_closed`, or `call_back_changed` where `seen` is not how it is now."""
        found = call_backs.find_call_back(database, call_back_id)
        if found.state is not CallBackState.DUE:
            raise UserError("call_back_closed", call_back=call_back_id)
        if seen is not None and seen != found:
            raise UserError("call_back_changed", call_back=call_back_id)
        return found

    def _whom(self, database: CaseDatabase, buyer_id: int) -> Buyer:
        """The buyer, or the one they turned out to be."""
        buyer = buyers.find_buyer(database, buyer_id)
        for _ in range(_MERGED_DEEP):
            if buyer.merged_into is None:
                break
            buyer = buyers.find_buyer(database, buyer.merged_into)
        return buyer

    def _settled(self, buyer_id: int) -> Buyer:
        """The buyer, with the call-back they ought to have already there.

        It is planned on its own, not as part of the action that follows: undoing that action must never leave the buyer
        without one, or redoing it would add a second.
        """
        database = self.bench.store.database
        buyer = self._whom(database, buyer_id)
        allowed = isinstance(may_call(buyer.tier, buyer.consent), Allowed)
        if allowed and call_backs.find_due(database, buyer.id) is None:
            desk = self.desk()

            def work(transaction: Transaction) -> None:
                call_plans.plan_if_none(transaction, desk, self.settings, buyer)
                self._rechannel_new(transaction, buyer)

            self.bench.act("calls_planned", work, undoable=False)
        return buyer


def done_note(open_one: CallBack, *codes: DueCode, text: str = "") -> str:
    """What stays with a call-back that is done: where it stood, since when it was due, and how it came to be done."""
    note = read_note(open_one.reason)
    kept = replace(note, since=note.since or open_one.due_on)
    return replace(kept, codes=codes or note.codes, text=text or note.text).written()
