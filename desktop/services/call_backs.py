"""Call-backs: planned, logged, moved, never lost. Nothing is planned for a buyer who has not agreed to be called."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from desktop.services import call_plans
from desktop.services.call_back_calendar import CallBackCalendar
from desktop.services.cases import checked_text
from models.call_back_records import Satisfaction
from models.errors import UserError
from models.kinds import CallBackState, CallOutcome, Consent, Tier
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import (
    DueCode,
    DueNote,
    NextDate,
    may_call,
    moved_note,
    planned_from_rhythm,
    read_note,
)
from models.rules.verdict import Allowed
from models.store import buyers, call_backs
from models.store.transaction import Transaction

_NOTE_LIMIT, _WAY_LIMIT = 4_000, 60
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class CallBackService(CallBackCalendar):
    """What can be done with call-backs, beside reading the calendar."""

    def set_tier(self, buyer_id: int, tier: Tier) -> None:
        """Make a buyer a VIP or not: plans a call when they agreed to calls, closes the open one without a tier."""
        buyer = self._settled(buyer_id)

        def work(transaction: Transaction) -> None:
            if transaction.update("buyer", buyer_id, tier=tier):
                transaction.record(
                    "buyer_tier_changed", entity="buyer", entity_id=buyer_id, details={"tier": tier.value}
                )
                self.follow_buyer(transaction, replace(buyer, tier=tier), DueCode.NOT_VIP)

        self.bench.act("buyer_tier_changed", work, values={"tier": tier.value})

    def set_consent(self, buyer_id: int, consent: Consent, way: str | None = None) -> None:
        """Note whether a buyer agrees to calls, when and on which way (`phone`, `chat`, or as typed) they said so.

        Refusing closes the open call-back at once. Without a way the one of the same consent stays.
        """
        checked_text(way or "", limit=_WAY_LIMIT)
        buyer = self._settled(buyer_id)
        if way is None:
            way = buyer.consent_way if buyer.consent is consent else ""

        def work(transaction: Transaction) -> None:
            said_at = None if consent is Consent.UNKNOWN else transaction.stamp.now
            if buyer.consent is consent and buyer.consent_way == way:
                return
            if buyer.consent is consent:
                said_at = buyer.consent_at
            transaction.update("buyer", buyer_id, consent=consent, consent_at=said_at, consent_way=way)
            transaction.record(
                "consent_changed", entity="buyer", entity_id=buyer_id,
                details={"buyer": buyer.nick, "consent": consent.value},
            )  # fmt: skip
            self.follow_buyer(transaction, replace(buyer, consent=consent), DueCode.OPTED_OUT)

        self.bench.act("consent_changed", work, values={"buyer": buyer.nick, "consent": consent.value})

    def follow_buyer(self, transaction: Transaction, buyer: Buyer, why: DueCode) -> None:
        """Plan or close the buyer's call-back after tier or consent changed."""
        if isinstance(may_call(buyer.tier, buyer.consent), Allowed):
            call_plans.plan_if_none(transaction, self.desk(), self.settings, buyer)
            return
        open_one = call_backs.find_due(transaction.database, buyer.id)
        if open_one is not None:
            self._close(transaction, open_one, why)

    def _close(self, transaction: Transaction, open_one: CallBack, why: DueCode, text: str = "") -> None:
        note = read_note(open_one.reason)
        closed = DueNote((why,), note.since or open_one.due_on, note.nominal, note.anchor, text)
        transaction.update(
            "call_back",
            open_one.id,
            state=CallBackState.SKIPPED,
            done_at=transaction.stamp.now,
            reason=closed.written(),
        )

    def plan_missing(self) -> int:
        """Plan a call for every VIP who agreed and has none open; returns how many."""
        if not call_backs.list_without_open(self.bench.store.database):
            return 0
        desk = self.desk()

        def work(transaction: Transaction) -> int:
            missing = call_backs.list_without_open(transaction.database)
            load = call_plans.load_ahead(transaction.database, desk)
            for each in missing:
                last = desk.day_of(each.last_reached_at) if each.last_reached_at else None
                found = planned_from_rhythm(last, self.rhythm(each.tier), desk.calendar, desk.today, load)
                load[found.day] = load.get(found.day, 0) + 1
                call_plans.add_plan(transaction, each.buyer_id, each.nick, found)
            return len(missing)

        return self.bench.act("calls_planned", work, undoable=False)

    def log_call(
        self, outcome: CallOutcome, *, call_back_id: int | None = None, buyer_id: int | None = None,
        satisfaction: Satisfaction | str = "", note: str = "", next_on: date | None = None, at_time: str | None = None,
    ) -> int:  # fmt: skip
        """Log a call, of a call-back or of a buyer; returns the id of its record. All in one transaction.

        Reached: the call-back is done today and the next one is planned. Otherwise it is put on the next day of work,
        or on `next_on`. UserError `call_back_closed`, `call_back_date_past`, `call_needs_consent`, `call_time_invalid`.
        """
        checked_text(note, limit=_NOTE_LIMIT)
        checked_time(at_time)
        felt = Satisfaction(satisfaction)
        open_one = self._open_one(call_back_id) if call_back_id is not None else None
        buyer = self._settled(open_one.buyer_id if open_one else self._whose(buyer_id))
        open_one = call_backs.find_due(self.bench.store.database, buyer.id)
        allowed = isinstance(may_call(buyer.tier, buyer.consent), Allowed)
        desk = self.desk()
        if next_on is not None and not allowed:
            raise UserError("call_needs_consent")
        if next_on is not None and next_on < desk.today + timedelta(days=outcome is CallOutcome.REACHED):
            raise UserError("call_back_date_past", day=next_on.isoformat())
        proposed = call_plans.after_call(desk, self.rhythm(buyer.tier), open_one, outcome, desk.today)
        if next_on is not None and next_on != proposed.day:
            proposed = NextDate(next_on, next_on, next_on.day, (DueCode.BY_HAND,))

        def work(transaction: Transaction) -> int:
            stamp = transaction.stamp
            made = transaction.insert(
                "call_record", buyer_id=buyer.id, call_back_id=open_one.id if open_one else None, made_at=stamp.now,
                person=stamp.person, outcome=outcome, satisfaction=felt, note=note,
            )  # fmt: skip
            transaction.record(
                "call_logged", entity="buyer", entity_id=buyer.id,
                details={"buyer": buyer.nick, "outcome": outcome.value, "satisfaction": felt.value, "note": note},
            )  # fmt: skip
            if outcome is CallOutcome.REACHED:
                self._finish(transaction, open_one, desk.today)
                if allowed:
                    kept = at_time if at_time is not None else open_one.at_time if open_one else ""
                    person_id = (open_one.person_id if open_one else None) or self.bench.person.id or None
                    call_plans.add_plan(transaction, buyer.id, buyer.nick, proposed, at_time=kept, person_id=person_id)
            elif open_one is not None:
                self._put_off(transaction, open_one, outcome, proposed, at_time or "")
            return made

        return self.bench.act("call_logged", work, values={"buyer": buyer.nick, "outcome": outcome.value})

    def _finish(self, transaction: Transaction, open_one: CallBack | None, today: date) -> None:
        if open_one is not None:
            note = read_note(open_one.reason)
            transaction.update(
                "call_back", open_one.id, state=CallBackState.DONE, done_at=transaction.stamp.now, due_on=today,
                reason=replace(note, since=note.since or open_one.due_on).written(),
            )  # fmt: skip

    def _put_off(
        self, transaction: Transaction, open_one: CallBack, outcome: CallOutcome, found: NextDate, at_time: str
    ) -> None:
        missed = outcome is CallOutcome.NO_ANSWER
        code = DueCode.NO_ANSWER if missed else DueCode.CALL_AGAIN
        note = moved_note(read_note(open_one.reason), open_one.due_on, found.day, codes=(code,))
        if not missed:
            # The buyer chose the day: it is not late before that day has passed.
            note = replace(note, since=found.day)
        transaction.update(
            "call_back", open_one.id, due_on=found.day, at_time=at_time, reason=note.written(),
            attempts=open_one.attempts + missed,
        )  # fmt: skip

    def move(self, call_back_id: int, day: date, reason: str = "", *, at_time: str | None = None) -> None:
        """Put an open call-back on another day; it stays late since its first. UserError `call_back_date_past`."""
        checked_text(reason, limit=_NOTE_LIMIT)
        checked_time(at_time)
        open_one = self._open_one(call_back_id)
        buyer = buyers.find_buyer(self.bench.store.database, open_one.buyer_id)
        if day < self.desk().today:
            raise UserError("call_back_date_past", day=day.isoformat())
        note = moved_note(read_note(open_one.reason), open_one.due_on, day, codes=(DueCode.BY_HAND,), text=reason)
        details = {"buyer": buyer.nick, "day": day.isoformat(), "reason": reason}

        def work(transaction: Transaction) -> None:
            at = open_one.at_time if at_time is None else at_time
            transaction.update("call_back", call_back_id, due_on=day, at_time=at, reason=note.written())
            transaction.record("call_moved", entity="buyer", entity_id=buyer.id, details=details)

        self.bench.act("call_moved", work, values=details)

    def skip(self, call_back_id: int, reason: str) -> None:
        """Leave a call-back out, with a reason, and plan the next in the rhythm. UserError `text_empty` without one."""
        checked_text(reason, limit=_NOTE_LIMIT, required=True)
        open_one = self._open_one(call_back_id)
        buyer = buyers.find_buyer(self.bench.store.database, open_one.buyer_id)
        desk = self.desk()

        def work(transaction: Transaction) -> None:
            self._close(transaction, open_one, DueCode.SKIPPED, reason)
            transaction.record(
                "call_skipped", entity="buyer", entity_id=buyer.id, details={"buyer": buyer.nick, "reason": reason}
            )
            if isinstance(may_call(buyer.tier, buyer.consent), Allowed):
                found = call_plans.after_skip(desk, self.rhythm(buyer.tier), open_one)
                call_plans.add_plan(
                    transaction, buyer.id, buyer.nick, found, at_time=open_one.at_time, person_id=open_one.person_id
                )

        self.bench.act("call_skipped", work, values={"buyer": buyer.nick})

    def _whose(self, buyer_id: int | None) -> int:
        if buyer_id is None:
            raise ValueError("a call needs a call-back or a buyer")
        return buyer_id

    def _open_one(self, call_back_id: int) -> CallBack:
        found = call_backs.find_call_back(self.bench.store.database, call_back_id)
        if found.state is not CallBackState.DUE:
            raise UserError("call_back_closed", call_back=call_back_id)
        return found

    def _settled(self, buyer_id: int) -> Buyer:
        """The buyer, with the call-back they ought to have already there.

        It is planned on its own, not as part of the action that follows: undoing that action must never leave the buyer
        without one, or redoing it would add a second.
        """
        database = self.bench.store.database
        buyer = buyers.find_buyer(database, buyer_id)
        allowed = isinstance(may_call(buyer.tier, buyer.consent), Allowed)
        if allowed and call_backs.find_due(database, buyer_id) is None:
            desk = self.desk()
            self.bench.act(
                "calls_planned",
                lambda transaction: call_plans.plan_if_none(transaction, desk, self.settings, buyer),
                undoable=False,
            )
        return buyer


def checked_time(text: str | None) -> str | None:
    """A time of day as HH:MM, empty for none; UserError `call_time_invalid`."""
    if text and not _CLOCK.fullmatch(text):
        raise UserError("call_time_invalid")
    return text
