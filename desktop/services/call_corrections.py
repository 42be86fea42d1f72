"""What is written about a call after it was logged: corrections, and the case a complaint in it opened."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from desktop.services.call_entries import NOTE_LIMIT, checked_minutes, checked_tags
from desktop.services.call_promises import CallPromises
from desktop.services.call_writing import find_whom
from desktop.services.case_opening import NewCase, link_cases, write_new_case
from desktop.services.texts import checked_text
from models.call_back_records import Satisfaction
from models.errors import UserError
from models.kinds import Problem
from models.records import Buyer, CallRecord
from models.store import calls_made, case_links, cases
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

KEEP_MINUTES: Final = -1
"""Leaves the minutes of a call as they are; None takes them away."""


class CallCorrections(CallPromises):
    """Changes of calls that were logged; what stood there before stays in the history."""

    def find_call(self, call_record_id: int) -> CallRecord:
        """One call that was made; NotFound `call_not_found`."""
        return calls_made.find_call(self.bench.store.database, call_record_id)

    def change_call(
        self, call_record_id: int, *, note: str | None = None, satisfaction: Satisfaction | str | None = None,
        tags: Sequence[str] | None = None, minutes: int | None = KEEP_MINUTES,
    ) -> bool:  # fmt: skip
        """Correct what was logged of a call; what is not given stays. False if all was so already.

        The outcome stays: other things followed from it, Undo takes them back together. Refused as `log_call`.
        """
        wanted: dict[str, object] = {}
        if note is not None:
            wanted["note"] = checked_text(note, limit=NOTE_LIMIT)
        if satisfaction is not None:
            wanted["satisfaction"] = Satisfaction(satisfaction)
        if tags is not None:
            wanted["tags"] = checked_tags(tags)
        if minutes != KEEP_MINUTES:
            wanted["minutes"] = checked_minutes(minutes)
        database = self.bench.store.database
        buyer = find_whom(database, calls_made.find_call(database, call_record_id).buyer_id)

        def work(transaction: Transaction) -> bool:
            call = calls_made.find_call(transaction.database, call_record_id)
            changed = {name: value for name, value in wanted.items() if getattr(call, name) != value}
            for name, value in changed.items():
                stored = json.dumps(value, ensure_ascii=False) if name == "tags" else value
                transaction.update("call_record", call_record_id, **{name: stored})
                before, after = ("was_felt", "felt") if name == "satisfaction" else ("before", "after")
                transaction.record(
                    f"call_{name}_changed", entity="buyer", entity_id=buyer.id, case_id=call.case_id,
                    details={"buyer": buyer.nick, before: _said(getattr(call, name)), after: _said(value)},
                )  # fmt: skip
            return bool(changed)

        return self.bench.act("call_changed", work, values={"buyer": buyer.nick})

    # The case a complaint opened

    def note_opened_case(self, call_record_id: int, case_id: int) -> None:
        """Note the case a complaint in a call opened; it is linked to the one the call was about.

        NotFound `call_not_found`, `case_not_found`; UserError `call_case_of_other`, `call_opened_other` for a call that
        opened another case.
        """
        buyer = self._caller(call_record_id)
        names: dict[str, object] = {"buyer": buyer.nick}

        def work(transaction: Transaction) -> None:
            call = calls_made.find_call(transaction.database, call_record_id)
            names["case"] = self._note_opened(transaction, call, buyer, case_id)

        self.bench.act("call_opened_case", work, values=names)

    def open_case_from_call(self, call_record_id: int, problem: Problem, summary: str = "") -> int:
        """Open a case of what a buyer complained about in a call; returns its id. One action, one Undo.

        It is of the order of the case the call was about, and linked to that. UserError `call_opened_other`.
        """
        checked_text(summary)
        buyer = self._caller(call_record_id)
        names: dict[str, object] = {"buyer": buyer.nick}

        def work(transaction: Transaction) -> int:
            call = calls_made.find_call(transaction.database, call_record_id)
            if call.opened_case_id is not None:
                opened = cases.find_case(transaction.database, call.opened_case_id)
                raise UserError("call_opened_other", case=opened.number)
            old = self._old_case(transaction.database, call)
            order_id = cases.find_case(transaction.database, old).order_id if old is not None else None
            new = NewCase(problem, order_id=order_id, buyer_id=buyer.id, summary=summary)
            made = write_new_case(transaction, self.settings, self.bench.person, new)
            names["case"] = self._note_opened(transaction, call, buyer, made)
            return made

        return self.bench.act("call_opened_case", work, values=names)

    def _caller(self, call_record_id: int) -> Buyer:
        database = self.bench.store.database
        return find_whom(database, calls_made.find_call(database, call_record_id).buyer_id)

    def _note_opened(self, transaction: Transaction, call: CallRecord, buyer: Buyer, case_id: int) -> str:
        """The number of the case that was noted."""
        database = transaction.database
        opened = self._case_of(database, buyer, case_id)
        if call.opened_case_id is not None and call.opened_case_id != opened:
            raise UserError("call_opened_other", case=cases.find_case(database, call.opened_case_id).number)
        number = cases.find_case(database, opened).number
        if not transaction.update("call_record", call.id, opened_case_id=opened):
            return number
        transaction.record(
            "call_opened_case", entity="buyer", entity_id=buyer.id, case_id=opened,
            details={"buyer": buyer.nick, "case": number},
        )  # fmt: skip
        old = self._old_case(database, call)
        if old is not None and old != opened and case_links.find_link(database, opened, old) is None:
            link_cases(transaction, opened, old)
        return number

    def _old_case(self, database: CaseDatabase, call: CallRecord) -> int | None:
        return None if call.case_id is None else case_links.kept_case(database, call.case_id)

    def _case_of(self, database: CaseDatabase, buyer: Buyer, case_id: int) -> int:
        """A case of the buyer, or the one it was merged into; UserError `call_case_of_other`."""
        case = cases.find_case(database, case_links.kept_case(database, case_id))
        if case.buyer_id is not None and find_whom(database, case.buyer_id).id != buyer.id:
            raise UserError("call_case_of_other", case=case.number, buyer=buyer.nick)
        return case.id


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "—"
    return "—" if value in (None, "") else str(value)
