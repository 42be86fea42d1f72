"""A note in a parcel for a VIP who was never asked for calls: the only thing that may be planned without agreement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.services import call_plans
from desktop.services.call_entries import checked_day
from desktop.services.call_following import CallFollowing
from desktop.services.call_writing import find_whom
from models.call_kinds import Channel
from models.errors import UserError
from models.kinds import Tier
from models.records import Buyer
from models.rules.call_back_rhythm import DueCode, NextDate, may_call
from models.rules.contact_consent import may_contact
from models.rules.verdict import Allowed, Refused
from models.store import call_backs, contacts
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction


class CallNotes(CallFollowing):
    """Notes proposed and planned. They stand in the calendar as any call-back, on the channel of notes."""

    def propose_note(self, buyer_id: int) -> NextDate | Refused:
        """The day on which a note would go to a VIP who was not asked.

        Refused: `opted_out`, `channel_withdrawn`, `not_vip`, `notes_off` (the shop's choice), `may_be_called` for one
        who agreed to calls, `already_planned`.
        """
        database = self.bench.store.database
        return self._propose_note(database, find_whom(database, buyer_id))

    def _propose_note(self, database: CaseDatabase, buyer: Buyer) -> NextDate | Refused:
        verdict = may_contact(buyer.consent, contacts.said_channels(database, buyer.id), Channel.NOTE)
        if isinstance(verdict, Refused):
            return verdict
        if buyer.tier is Tier.NONE:
            return Refused("not_vip")
        if isinstance(may_call(buyer.tier, buyer.consent), Allowed):
            return Refused("may_be_called")
        if not self.rules.read().notes:
            return Refused("notes_off")
        if call_backs.find_due(database, buyer.id) is not None:
            return Refused("already_planned")
        return call_plans.first_plan(database, self.desk(buyer.shop_id), buyer)

    def plan_note(self, buyer_id: int, day: date | None = None) -> int:
        """Plan a note for a VIP who was not asked, on the proposed day or another; returns its id.

        UserError `call_note_refused` with `why` as `propose_note`, `call_back_date_past`, `call_day_too_far`.
        """
        buyer = find_whom(self.bench.store.database, buyer_id)
        names: dict[str, object] = {"buyer": buyer.nick}

        def work(transaction: Transaction) -> int:
            call_back_id, on = self._plan_note(transaction, buyer, day)
            names["day"] = on.isoformat()
            return call_back_id

        return self.bench.act("call_planned", work, values=names)

    def plan_notes(self, buyer_ids: Sequence[int]) -> int:
        """Plan a note for each of several VIPs, one action; who may have none is passed over. Returns how many.

        UserError `call_note_refused` for the first of them if nobody may have one.
        """
        found = [find_whom(self.bench.store.database, each) for each in dict.fromkeys(buyer_ids)]
        names: dict[str, object] = {"count": 0}

        def work(transaction: Transaction) -> int:
            planned, first = 0, None
            for buyer in found:
                try:
                    self._plan_note(transaction, buyer, None)
                    planned += 1
                except UserError as error:
                    first = first or error
            if first is not None and not planned:
                raise first
            names["count"] = planned
            return planned

        return self.bench.act("call_notes_planned", work, values=names)

    def _plan_note(self, transaction: Transaction, buyer: Buyer, day: date | None) -> tuple[int, date]:
        found = self._propose_note(transaction.database, buyer)
        if isinstance(found, Refused):
            raise UserError("call_note_refused", why=found.reason, buyer=buyer.nick)
        if day is not None and day != found.day:
            today = self.desk(buyer.shop_id).today
            on = checked_day(day, today, today)
            found = NextDate(on, on, on.day, (DueCode.BY_HAND,))
        call_back_id = call_plans.add_plan(
            transaction, buyer.id, buyer.nick, found, person_id=buyer.call_person_id, channel=Channel.NOTE
        )
        return call_back_id, found.day
