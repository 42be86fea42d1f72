"""Call-backs put on another day, snoozed, skipped or given to somebody: one or several at once, each one Undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop.services import call_plans
from desktop.services.call_entries import NOTE_LIMIT, checked_day, checked_time
from desktop.services.call_following import CallFollowing
from desktop.services.call_writing import close_call_back, find_open, find_whom
from desktop.services.texts import checked_text
from models.call_kinds import CallBackKind
from models.errors import UserError
from models.kinds import Consent
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import DueCode, may_call, moved_note, read_note
from models.rules.due_notes import waits_longer
from models.rules.verdict import Allowed
from models.store import shops
from models.store.transaction import Transaction

_DAY = timedelta(days=1)


class CallMoving(CallFollowing):
    """Other days and other people for what is planned. What is late stays late until it is done or skipped."""

    def move(
        self, call_back_id: int, day: date, reason: str = "", *, at_time: str | None = None,
        seen: CallBack | None = None,
    ) -> None:  # fmt: skip
        """Put an open call-back on another day; one that is late stays so since its first, one that is not is due on
        its new day. It keeps its time unless another is given. `seen`: how it was when it was shown.

        UserError `call_back_date_past`, `call_day_too_far`, `call_snooze_needs_reason` for one that is late, or was
        when it was put off, and would wait longer, `call_back_closed`, `call_back_changed`, `call_opted_out`.
        """
        self._move([call_back_id], day, reason, at_time, (DueCode.BY_HAND,), seen)

    def move_all(self, call_back_ids: Sequence[int], day: date, reason: str = "") -> None:
        """Put several on one day, all or none; refused as `move` for the first that may not."""
        self._move(call_back_ids, day, reason, None, (DueCode.BY_HAND,))

    def snooze(
        self, call_back_id: int, until: date, reason: str, at_time: str | None = None, *, seen: CallBack | None = None
    ) -> None:
        """Put off what is due until a day after today; it comes back then, as late as it is.

        UserError `call_snooze_needs_reason`, and as `move`.
        """
        self._snooze([call_back_id], until, reason, at_time, seen)

    def snooze_all(self, call_back_ids: Sequence[int], until: date, reason: str) -> None:
        """Put several off until one day, all or none."""
        self._snooze(call_back_ids, until, reason, None)

    def _snooze(
        self, ids: Sequence[int], until: date, reason: str, at_time: str | None, seen: CallBack | None = None
    ) -> None:
        if not reason.strip():
            raise UserError("call_snooze_needs_reason")
        self._move(ids, until, reason, at_time, (DueCode.SNOOZED,), seen)

    def _move(
        self, ids: Sequence[int], day: date, reason: str, at_time: str | None, codes: tuple[DueCode, ...],
        seen: CallBack | None = None,
    ) -> None:  # fmt: skip
        checked_text(reason, limit=NOTE_LIMIT)
        checked_time(at_time)
        ids = list(dict.fromkeys(ids))
        snoozed = DueCode.SNOOZED in codes
        names: dict[str, object] = {"count": len(ids), "day": day.isoformat(), "reason": reason}

        def work(transaction: Transaction) -> None:
            for call_back_id in ids:
                open_one = find_open(transaction.database, call_back_id, seen)
                buyer = self._planned_for(transaction, open_one)
                names["buyer"] = buyer.nick
                today = self.desk(buyer.shop_id).today
                checked_day(day, today + _DAY if snoozed else today, today)
                self._put_on(transaction, open_one, buyer, day, reason, at_time, codes, today)

        code = ("call_snoozed" if len(ids) == 1 else "calls_snoozed") if snoozed else (
            "call_moved" if len(ids) == 1 else "calls_moved"
        )  # fmt: skip
        self.bench.act(code, work, values=names)

    def _planned_for(self, transaction: Transaction, open_one: CallBack) -> Buyer:
        buyer = find_whom(transaction.database, open_one.buyer_id)
        if buyer.consent is Consent.REFUSED:
            raise UserError("call_opted_out", buyer=buyer.nick)
        return buyer

    def _put_on(
        self, transaction: Transaction, open_one: CallBack, buyer: Buyer, day: date, reason: str, at_time: str | None,
        codes: tuple[DueCode, ...], today: date,
    ) -> None:  # fmt: skip
        before = read_note(open_one.reason)
        if not reason.strip() and waits_longer(before, open_one.due_on, day, today):
            raise UserError("call_snooze_needs_reason", buyer=buyer.nick)
        if day == open_one.due_on and (at_time is None or at_time == open_one.at_time) and not reason:
            return
        note = moved_note(before, open_one.due_on, day, today, codes=codes, text=reason)
        at = open_one.at_time if at_time is None else at_time
        transaction.update("call_back", open_one.id, due_on=day, at_time=at, reason=note.written())
        transaction.record(
            "call_snoozed" if DueCode.SNOOZED in codes else "call_moved", entity="buyer", entity_id=buyer.id,
            case_id=open_one.case_id,
            details={
                "buyer": buyer.nick, "before": open_one.due_on.isoformat(), "day": day.isoformat(), "reason": reason,
            },
        )  # fmt: skip

    def skip(self, call_back_id: int, reason: str, *, seen: CallBack | None = None) -> None:
        """Leave a call-back out, with a reason; a regular one is followed by the next of its rhythm.

        UserError `text_empty` without a reason, `call_back_closed`, `call_back_changed`.
        """
        self._skip([call_back_id], reason, seen)

    def skip_all(self, call_back_ids: Sequence[int], reason: str) -> None:
        """Leave several out for one reason, all or none."""
        self._skip(call_back_ids, reason)

    def _skip(self, ids: Sequence[int], reason: str, seen: CallBack | None = None) -> None:
        checked_text(reason, limit=NOTE_LIMIT, required=True)
        ids = list(dict.fromkeys(ids))
        names: dict[str, object] = {"count": len(ids), "reason": reason}

        def work(transaction: Transaction) -> None:
            for call_back_id in ids:
                open_one = find_open(transaction.database, call_back_id, seen)
                buyer = find_whom(transaction.database, open_one.buyer_id)
                names["buyer"] = buyer.nick
                self._leave_out(transaction, open_one, buyer, reason)

        self.bench.act("call_skipped" if len(ids) == 1 else "calls_skipped", work, values=names)

    def _leave_out(self, transaction: Transaction, open_one: CallBack, buyer: Buyer, reason: str) -> None:
        close_call_back(transaction, open_one, DueCode.SKIPPED, reason)
        transaction.record(
            "call_skipped", entity="buyer", entity_id=buyer.id, case_id=open_one.case_id,
            details={"buyer": buyer.nick, "reason": reason, "day": open_one.due_on.isoformat()},
        )  # fmt: skip
        if open_one.kind is CallBackKind.RHYTHM and isinstance(may_call(buyer.tier, buyer.consent), Allowed):
            desk = self.desk(buyer.shop_id)
            found = call_plans.after_skip(desk, buyer, open_one, database=transaction.database)
            call_plans.add_plan(transaction, buyer.id, buyer.nick, found, person_id=open_one.person_id, desk=desk)
            self._rechannel_new(transaction, buyer)

    def assign(self, call_back_ids: Sequence[int], person_id: int | None) -> None:
        """Give open call-backs to a person, None for nobody; a regular one leaves a day on which they are away.

        UserError `person_not_found`, `person_inactive`.
        """
        person = shops.find_person(self.bench.store.database, person_id) if person_id is not None else None
        if person_id is not None and person is None:
            raise UserError("person_not_found", person=person_id)
        if person is not None and not person.active:
            raise UserError("person_inactive", person=person.name)
        ids = list(dict.fromkeys(call_back_ids))
        name = person.name if person is not None else ""

        def work(transaction: Transaction) -> None:
            for call_back_id in ids:
                open_one = find_open(transaction.database, call_back_id)
                if transaction.update("call_back", call_back_id, person_id=person_id):
                    buyer = find_whom(transaction.database, open_one.buyer_id)
                    given = replace(open_one, person_id=person_id)
                    moved = call_plans.fitted(self.desk(buyer.shop_id), buyer, given)
                    if moved:
                        transaction.update("call_back", call_back_id, **moved)
                    transaction.record(
                        "call_assigned" if name else "call_unassigned", entity="buyer", entity_id=buyer.id,
                        case_id=open_one.case_id, details={"buyer": buyer.nick, "person": name},
                    )  # fmt: skip

        self.bench.act(
            "calls_assigned" if name else "calls_unassigned", work, values={"count": len(ids), "person": name}
        )
