"""Calls that were made: logged with what follows from their outcome."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.services import call_plans
from desktop.services.call_corrections import CallCorrections
from desktop.services.call_entries import (
    NOTE_LIMIT,
    checked_day,
    checked_minutes,
    checked_subject,
    checked_tags,
    checked_time,
)
from desktop.services.call_plans import Desk
from desktop.services.call_writing import done_note, find_open, find_whom
from desktop.services.texts import checked_text
from models.call_back_records import Satisfaction
from models.call_kinds import CallBackKind, Channel
from models.errors import UserError
from models.kinds import CallBackState, CallOutcome, Consent, Tier
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import DueCode, NextDate, may_call, moved_note, read_note
from models.rules.call_outcomes import NUMBERS, ended_by_contact, ends_it, is_contact
from models.rules.contact_consent import channel_for
from models.rules.verdict import Allowed, Refused
from models.store import call_backs, contacts
from models.store.calls_made import find_call
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_BY_HAND = (DueCode.BY_HAND,)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call as it is to be written, everything checked that needs no store."""

    outcome: CallOutcome
    satisfaction: Satisfaction
    note: str
    tags: tuple[str, ...]
    minutes: int | None
    next_on: date | None
    at_time: str | None
    channel: Channel | None
    promise: tuple[str, date] | None
    case_id: int | None
    opened_case_id: int | None


@dataclass(frozen=True, slots=True)
class _Standing:
    """A buyer as they stand before a call: what it was made for, what else is open, and the day that would follow."""

    buyer: Buyer
    meant: CallBack | None
    open_ones: tuple[CallBack, ...]
    channel: Channel
    following: NextDate | Refused


class CallLogging(CallCorrections):
    """Logging calls. The day that follows is proposed by the same steps that write it."""

    def log_call(
        self, outcome: CallOutcome, *, call_back_id: int | None = None, buyer_id: int | None = None,
        satisfaction: Satisfaction | str = "", note: str = "", next_on: date | None = None, at_time: str | None = None,
        channel: Channel | None = None, tags: Sequence[str] = (), minutes: int | None = None,
        promise: tuple[str, date] | None = None, case_id: int | None = None, opened_case_id: int | None = None,
        seen: CallBack | None = None,
    ) -> int:  # fmt: skip
        """Log a call, of a call-back or of a buyer; returns the id of its record. All in one transaction, one Undo.

        Reached, not interested: the call-back, the regular one and what is due after a case are done today and the next
        regular one is planned. No answer, call again, wrong number: it is put on the next day of work, or on `next_on`;
        a wrong number is noted with the buyer, and the call-back goes on by another channel they agreed to.
        `promise`: a thing promised and its day. `seen`: the call-back as it was shown. What happened is always kept,
        on whichever channel; nothing is planned on one the buyer did not agree to.

        UserError `call_back_closed`, `call_back_changed`, `call_back_date_past`, `call_day_too_far`,
        `call_needs_consent`, `call_nothing_to_put_off`, `call_time_invalid`, `call_tags_many`, `call_minutes_wrong`,
        `call_number_not_used`, `promise_empty`, `call_opted_out`, `call_case_of_other`.
        """
        checked_text(note, limit=NOTE_LIMIT)
        call = _Call(
            outcome, Satisfaction(satisfaction), note, checked_tags(tags), checked_minutes(minutes), next_on,
            checked_time(at_time), channel, (checked_subject(promise[0]), promise[1]) if promise else None,
            case_id, opened_case_id,
        )  # fmt: skip
        database = self.bench.store.database
        if call_back_id is not None:
            buyer_id = find_open(database, call_back_id, seen).buyer_id
        if buyer_id is None:
            raise ValueError("a call needs a call-back or a buyer")
        buyer = self._settled(buyer_id)

        def work(transaction: Transaction) -> int:
            if call_back_id is not None:
                find_open(transaction.database, call_back_id, seen)
            return self._log(transaction, self._standing(transaction.database, buyer.id, call_back_id, call), call)

        return self.bench.act("call_logged", work, values={"buyer": buyer.nick, "outcome": outcome.value})

    def propose_next(
        self, buyer_id: int, outcome: CallOutcome, on: date | None = None, *, call_back_id: int | None = None,
        channel: Channel | None = None,
    ) -> NextDate | Refused:  # fmt: skip
        """The day that would follow a call made on `on` (today), with its reasons: what `log_call` would write.

        Refused where nothing would be planned: `opted_out`, `no_consent`, `not_vip`, `nothing_open`, and
        `nothing_follows` for a note put in a parcel that was not the regular one.
        """
        database = self.bench.store.database
        buyer = find_whom(database, buyer_id)
        call = _Call(outcome, Satisfaction.NOT_ASKED, "", (), None, None, None, channel, None, None, None)
        return self._standing(database, buyer.id, call_back_id, call, on).following

    def propose_each(
        self, buyer_id: int, *, call_back_id: int | None = None
    ) -> Mapping[CallOutcome, NextDate | Refused]:  # fmt: skip
        """The same for every outcome at once, which reads the buyer only once."""
        database = self.bench.store.database
        buyer = find_whom(database, buyer_id)
        open_ones = call_backs.list_open_of_buyer(database, buyer.id)
        asked = _Call(CallOutcome.REACHED, Satisfaction.NOT_ASKED, "", (), None, None, None, None, None, None, None)
        return {
            outcome: self._stands(database, buyer, open_ones, call_back_id, replace(asked, outcome=outcome)).following
            for outcome in CallOutcome
        }

    def _standing(
        self, database: CaseDatabase, buyer_id: int, call_back_id: int | None, call: _Call, on: date | None = None
    ) -> _Standing:
        buyer = find_whom(database, buyer_id)
        return self._stands(database, buyer, call_backs.list_open_of_buyer(database, buyer.id), call_back_id, call, on)

    def _stands(
        self, database: CaseDatabase, buyer: Buyer, open_ones: tuple[CallBack, ...], call_back_id: int | None,
        call: _Call, on: date | None = None,
    ) -> _Standing:  # fmt: skip
        regular = next((each for each in open_ones if each.kind is CallBackKind.RHYTHM), None)
        meant = next((each for each in open_ones if each.id == call_back_id), None)
        if call_back_id is None and (call.channel is not Channel.NOTE or _is_note(regular)):
            meant = regular
        channel = call.channel or (meant.channel if meant is not None else self._channel_of(database, buyer))
        if call.outcome is CallOutcome.WRONG_NUMBER and call.channel is None and channel not in NUMBERS:
            channel = Channel.PHONE
        following = self._following(database, buyer, meant, regular, channel, call.outcome, on)
        return _Standing(buyer, meant, open_ones, channel, following)

    def _following(
        self, database: CaseDatabase, buyer: Buyer, meant: CallBack | None, regular: CallBack | None, channel: Channel,
        outcome: CallOutcome, on: date | None,
    ) -> NextDate | Refused:  # fmt: skip
        """The day of the next regular call after a contact, else the day what was meant is put off to."""
        desk = self.desk(buyer.shop_id)
        verdict = may_call(buyer.tier, buyer.consent)
        if regular is None and isinstance(verdict, Allowed):
            # One who ought to have a call-back gets it when the call is logged.
            regular = self._missing(database, desk, buyer)
            meant = meant or (regular if channel is not Channel.NOTE else None)
        if ends_it(outcome):
            if isinstance(verdict, Refused) and not self._goes_on_by_note(buyer, regular):
                return verdict
            if not is_contact(outcome, channel) and meant is not regular:
                return Refused("nothing_follows")
            return call_plans.propose(desk, buyer, regular, outcome, on, database=database)
        if buyer.consent is Consent.REFUSED:
            return Refused("opted_out")
        if meant is None:
            return verdict if isinstance(verdict, Refused) else Refused("nothing_open")
        return call_plans.propose(desk, buyer, meant, outcome, on, database=database)

    def _goes_on_by_note(self, buyer: Buyer, regular: CallBack | None) -> bool:
        """Whether a VIP who was not asked gets the next note, having had one planned."""
        vip = buyer.tier is not Tier.NONE and buyer.consent is Consent.UNKNOWN
        return vip and _is_note(regular) and self.rules.read().notes

    def _missing(self, database: CaseDatabase, desk: Desk, buyer: Buyer) -> CallBack:
        """The call-back a buyer ought to have, as it would be planned now."""
        found = call_plans.first_plan(database, desk, buyer)
        return CallBack(
            0, buyer.id, found.day, found.at_time, CallBackState.DUE, call_plans.note_of(found).written(), 0,
            buyer.call_person_id, channel=self._channel_of(database, buyer),
        )  # fmt: skip

    def _log(self, transaction: Transaction, standing: _Standing, call: _Call) -> int:
        buyer, meant, today = standing.buyer, standing.meant, self.desk(standing.buyer.shop_id).today
        contact, done = is_contact(call.outcome, standing.channel), ends_it(call.outcome)
        if call.outcome is CallOutcome.WRONG_NUMBER and standing.channel not in NUMBERS:
            raise UserError("call_number_not_used", channel=standing.channel.value)
        following = self._chosen(standing, call, done, today)
        ended = ended_by_contact(standing.open_ones, meant, today) if contact else (meant,) if done and meant else ()
        about = self._about(transaction.database, buyer, call.case_id, (meant, *ended))
        made = self._write_record(transaction, standing, call, about)
        self._note_number(transaction, buyer, call.outcome, standing.channel)
        for each in ended:
            self._finish(transaction, each, buyer, today, meant is not None and each.id == meant.id)
        if isinstance(following, NextDate) and done:
            regular = next((each for each in standing.open_ones if each.kind is CallBackKind.RHYTHM), None)
            self._plan_next(transaction, buyer, regular, following, call.at_time)
        elif isinstance(following, NextDate) and meant is not None:
            self._put_off(transaction, buyer, meant, call.outcome, following, call.at_time)
        if call.promise is not None:
            checked_day(call.promise[1], today, today)
            self._add_promise(transaction, buyer, call.promise[0], call.promise[1], case_id=about)
        if call.opened_case_id is not None:
            self._note_opened(transaction, find_call(transaction.database, made), buyer, call.opened_case_id)
        if buyer.consent is Consent.REFUSED:
            self.follow_buyer(transaction, buyer, DueCode.OPTED_OUT)
        return made

    def _chosen(self, standing: _Standing, call: _Call, done: bool, today: date) -> NextDate | Refused:
        """The day that follows: the one chosen where one was, else as proposed."""
        found, next_on = standing.following, call.next_on
        if next_on is None:
            return found
        if isinstance(found, Refused):
            raise UserError("call_needs_consent", buyer=standing.buyer.nick, why=found.reason)
        if standing.meant is None and not done:
            raise UserError("call_nothing_to_put_off", buyer=standing.buyer.nick)
        checked_day(next_on, today + timedelta(days=done), today)
        return found if next_on == found.day else NextDate(next_on, next_on, next_on.day, _BY_HAND, found.at_time)

    def _write_record(self, transaction: Transaction, standing: _Standing, call: _Call, about: int | None) -> int:
        buyer, stamp = standing.buyer, transaction.stamp
        made = transaction.insert(
            "call_record", buyer_id=buyer.id, call_back_id=standing.meant.id if standing.meant else None,
            made_at=stamp.now, person=stamp.person, outcome=call.outcome, satisfaction=call.satisfaction,
            note=call.note, channel=standing.channel, tags=json.dumps(call.tags, ensure_ascii=False),
            minutes=call.minutes, case_id=about,
        )  # fmt: skip
        transaction.record(
            "call_logged", entity="buyer", entity_id=buyer.id, case_id=about,
            details={
                "buyer": buyer.nick, "outcome": call.outcome.value, "satisfaction": call.satisfaction.value,
                "note": call.note, "channel": standing.channel.value, "tags": list(call.tags), "minutes": call.minutes,
            },
        )  # fmt: skip
        return made

    def _about(
        self, database: CaseDatabase, buyer: Buyer, case_id: int | None, dealt_with: Sequence[CallBack | None]
    ) -> int | None:
        """The case a call was about: the one named, else that of the call-back, or of what the contact ended."""
        if case_id is None:
            known = (each.case_id for each in dealt_with if each is not None and each.case_id is not None)
            case_id = next(known, None)
        return None if case_id is None else self._case_of(database, buyer, case_id)

    def _note_number(self, transaction: Transaction, buyer: Buyer, outcome: CallOutcome, channel: Channel) -> None:
        """A number that is another's is noted, and what is open goes by another channel; one that reached is right."""
        if outcome is CallOutcome.WRONG_NUMBER and buyer.phone_wrong_at is None:
            now = transaction.stamp.now
            transaction.update("buyer", buyer.id, phone_wrong_at=now)
            transaction.record("phone_wrong", entity="buyer", entity_id=buyer.id, details={"buyer": buyer.nick})
            wrong = replace(buyer, phone_wrong_at=now)
            if channel_for(wrong, contacts.said_channels(transaction.database, buyer.id)) is not None:
                for each in call_backs.list_open_of_buyer(transaction.database, buyer.id):
                    self._rechannel(transaction, wrong, each)
        elif is_contact(outcome, channel) and channel in NUMBERS and buyer.phone_wrong_at is not None:
            transaction.update("buyer", buyer.id, phone_wrong_at=None)
            transaction.record("phone_right", entity="buyer", entity_id=buyer.id, details={"buyer": buyer.nick})

    def _finish(self, transaction: Transaction, ended: CallBack, buyer: Buyer, today: date, meant: bool) -> None:
        if ended.kind is CallBackKind.PROMISE:
            self._tick(transaction, ended, buyer, "")
            return
        codes = () if meant else (DueCode.CONTACTED,)
        transaction.update(
            "call_back", ended.id, state=CallBackState.DONE, done_at=transaction.stamp.now, due_on=today,
            reason=done_note(ended, *codes),
        )  # fmt: skip
        if not meant:
            transaction.record(
                "call_ended_with", entity="buyer", entity_id=buyer.id, case_id=ended.case_id,
                details={"buyer": buyer.nick, "call_kind": ended.kind.value, "day": ended.due_on.isoformat()},
            )  # fmt: skip

    def _plan_next(
        self, transaction: Transaction, buyer: Buyer, before: CallBack | None, found: NextDate, at_time: str | None
    ) -> None:
        desk = self.desk(buyer.shop_id)
        person_id = desk.caller(buyer, before) or self.bench.person.id or None
        channel = Channel.PHONE if buyer.consent is Consent.GIVEN else Channel.NOTE
        call_plans.add_plan(
            transaction, buyer.id, buyer.nick, found, at_time=at_time, person_id=person_id, channel=channel, desk=desk
        )
        self._rechannel_new(transaction, buyer)

    def _put_off(
        self, transaction: Transaction, buyer: Buyer, open_one: CallBack, outcome: CallOutcome, found: NextDate,
        at_time: str | None,
    ) -> None:  # fmt: skip
        code = DueCode(outcome.value)
        # A day somebody chose is theirs; one the buyer asked for needs no other word.
        chosen = (code,) if outcome is CallOutcome.CALL_AGAIN else (code, DueCode.BY_HAND)
        codes = found.codes if code in found.codes else chosen
        today = self.desk(buyer.shop_id).today
        note = moved_note(read_note(open_one.reason), open_one.due_on, found.day, today, codes=codes, tried=True)
        if outcome is CallOutcome.CALL_AGAIN:
            # The buyer chose the day: it is not late before that day has passed.
            note = replace(note, since=found.day)
        transaction.update(
            "call_back", open_one.id, due_on=found.day, at_time=found.at_time if at_time is None else at_time,
            reason=note.written(),
            attempts=open_one.attempts + (outcome is CallOutcome.NO_ANSWER),
        )  # fmt: skip


def _is_note(call_back: CallBack | None) -> bool:
    return call_back is not None and call_back.channel is Channel.NOTE
