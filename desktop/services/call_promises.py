"""What was promised to a buyer: kept as a call-back of its own day, ticked on its own."""

from __future__ import annotations

from datetime import date

from desktop.services.call_entries import NOTE_LIMIT, checked_day, checked_subject, checked_time
from desktop.services.call_following import CallFollowing
from desktop.services.call_writing import done_note, find_open, find_whom
from desktop.services.texts import checked_text
from models.call_kinds import CallBackKind, Channel
from models.errors import UserError
from models.kinds import CallBackState, Consent
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import DueCode, DueNote
from models.rules.contact_consent import channel_for
from models.store import contacts
from models.store.transaction import Transaction


class CallPromises(CallFollowing):
    """Promises: made, changed and kept. One that falls away is skipped with a reason, as any call-back."""

    def promise(
        self, buyer_id: int, text: str, day: date, *, at_time: str = "", person_id: int | None = None,
        case_id: int | None = None,
    ) -> int:  # fmt: skip
        """Note something promised to a buyer by a day; returns the id of its call-back.

        UserError `promise_empty`, `call_back_date_past`, `call_day_too_far`, `call_opted_out`, `call_time_invalid`.
        """
        subject = checked_subject(text)
        checked_time(at_time)
        buyer = find_whom(self.bench.store.database, buyer_id)
        today = self.desk(buyer.shop_id).today
        checked_day(day, today, today)

        def work(transaction: Transaction) -> int:
            return self._add_promise(
                transaction, buyer, subject, day, at_time=at_time, person_id=person_id, case_id=case_id
            )

        return self.bench.act(
            "promise_made", work, values={"buyer": buyer.nick, "promise": subject, "day": day.isoformat()}
        )

    def _add_promise(
        self, transaction: Transaction, buyer: Buyer, subject: str, day: date, *, at_time: str = "",
        person_id: int | None = None, case_id: int | None = None,
    ) -> int:  # fmt: skip
        if buyer.consent is Consent.REFUSED:
            raise UserError("call_opted_out", buyer=buyer.nick)
        channel = channel_for(buyer, contacts.said_channels(transaction.database, buyer.id)) or Channel.NOTE
        made = transaction.insert(
            "call_back", buyer_id=buyer.id, due_on=day, at_time=at_time, kind=CallBackKind.PROMISE, channel=channel,
            reason=DueNote((DueCode.PROMISED,), day).written(), subject=subject, case_id=case_id,
            person_id=person_id or buyer.call_person_id or self.bench.person.id or None,
        )  # fmt: skip
        transaction.record(
            "promise_made", entity="buyer", entity_id=buyer.id, case_id=case_id,
            details={"buyer": buyer.nick, "promise": subject, "day": day.isoformat()},
        )  # fmt: skip
        return made

    def change_promise(self, call_back_id: int, text: str) -> None:
        """Write anew what was promised. UserError `call_not_promise`, `promise_empty`, `call_back_closed`."""
        subject = checked_subject(text)
        names: dict[str, object] = {"promise": subject}

        def work(transaction: Transaction) -> None:
            open_one = self._open_promise(transaction, call_back_id)
            buyer = find_whom(transaction.database, open_one.buyer_id)
            names.update(buyer=buyer.nick, before=open_one.subject)
            if transaction.update("call_back", call_back_id, subject=subject):
                transaction.record(
                    "promise_changed", entity="buyer", entity_id=buyer.id, case_id=open_one.case_id,
                    details={"buyer": buyer.nick, "before": open_one.subject, "promise": subject},
                )  # fmt: skip

        self.bench.act("promise_changed", work, values=names)

    def keep_promise(self, call_back_id: int, note: str = "") -> None:
        """Tick something promised as done today. UserError `call_not_promise`, `call_back_closed`."""
        checked_text(note, limit=NOTE_LIMIT)
        open_one = find_open(self.bench.store.database, call_back_id)
        buyer = find_whom(self.bench.store.database, open_one.buyer_id)

        def work(transaction: Transaction) -> None:
            self._tick(transaction, self._open_promise(transaction, call_back_id), buyer, note)

        self.bench.act("promise_kept", work, values={"buyer": buyer.nick, "promise": open_one.subject})

    def _tick(self, transaction: Transaction, open_one: CallBack, buyer: Buyer, note: str) -> None:
        transaction.update(
            "call_back", open_one.id, state=CallBackState.DONE, done_at=transaction.stamp.now,
            due_on=self.desk(buyer.shop_id).today, reason=done_note(open_one, DueCode.PROMISED, text=note),
        )  # fmt: skip
        transaction.record(
            "promise_kept", entity="buyer", entity_id=buyer.id, case_id=open_one.case_id,
            details={"buyer": buyer.nick, "promise": open_one.subject, "note": note},
        )  # fmt: skip

    def _open_promise(self, transaction: Transaction, call_back_id: int) -> CallBack:
        open_one = find_open(transaction.database, call_back_id)
        if open_one.kind is not CallBackKind.PROMISE:
            raise UserError("call_not_promise", call_back=call_back_id)
        return open_one
