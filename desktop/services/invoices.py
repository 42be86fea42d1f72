"""Invoices the shop owes: noted, issued with number and day, not owed after all; late ones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from desktop.services.register_writing import follow_up, is_closed, write_entry
from desktop.services.shop_days import named_day, zone_of
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import RegisterKind
from models.money import Money
from models.records import RegisterEntry
from models.register_kinds import EntryOrigin, RegisterState
from models.store import cases, registers
from models.store.claims import open_of_case
from models.store.transaction import Transaction

TITLE_LIMIT: Final = 200
NUMBER_LIMIT: Final = 60
REASON_LIMIT: Final = 500


class InvoiceService:
    """R004-03, R004-07: refusing or putting off an invoice is a breach, even for 0.01 yuan; R004-08: the amount is the
    order's less freight. What is owed stands in the register until it is issued.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def owe(
        self, case_id: int, title: str = "", amount: Money | None = None, due: date | None = None
    ) -> int:
        """Note that a buyer is owed an invoice, due by the end of a day; returns the id of the line.

        UserError `invoice_owed_already` while one of the case is open, `amount_not_positive`, `text_too_long`.
        """
        words = checked_text(title, limit=TITLE_LIMIT).strip()
        _positive(amount)
        case = cases.find_case(self._bench.store.database, case_id)
        due_at = self._midnight_after(due, case.shop_id) if due is not None else None
        told = {"case": case.number, "title": words}

        def work(transaction: Transaction) -> int:
            if open_of_case(transaction.database, case_id, RegisterKind.INVOICE):
                raise UserError("invoice_owed_already", case=case.number)
            entry_id = write_entry(
                transaction, RegisterKind.INVOICE, shop_id=case.shop_id, case_id=case_id, columns={"title": words},
                amount=amount, origin=EntryOrigin.CASE, due_at=due_at,
            )  # fmt: skip
            transaction.record(
                "invoice_owed", entity="register_entry", entity_id=entry_id, case_id=case_id, details=told
            )
            return entry_id

        return self._bench.act("invoice_owed", work, values=told)

    def issue(self, entry_id: int, number: str, on: date | None = None, amount: Money | None = None) -> int:
        """It was issued that day (today if not said) under this number; returns the row that says so.

        UserError `invoice_done`, `text_empty` without a number, `day_ahead`, `not_an_invoice`.
        """
        words = checked_text(number, limit=NUMBER_LIMIT, required=True).strip()
        _positive(amount)
        entry = self._entry(entry_id)
        day, moment = named_day(self._bench, on, entry.shop_id)

        def work(transaction: Transaction) -> int:
            _expect_open(transaction, entry)
            row = follow_up(
                transaction, entry, state=RegisterState.DONE, answered_at=moment, amount=amount,
                columns={"invoice_number": words, "issued": day.isoformat()},
            )  # fmt: skip
            transaction.record(
                "invoice_issued", entity="register_entry", entity_id=entry.id, case_id=entry.case_id,
                details={"case": entry.case_number, "number": words, "day": day.isoformat()},
            )  # fmt: skip
            return row

        return self._bench.act("invoice_issued", work, values={"case": entry.case_number, "number": words})

    def withdraw(self, entry_id: int, reason: str) -> int:
        """It is not owed after all, for a reason; returns the row that says so."""
        words = checked_text(reason, limit=REASON_LIMIT, required=True).strip()
        entry = self._entry(entry_id)

        def work(transaction: Transaction) -> int:
            _expect_open(transaction, entry)
            gone = entry.amount is not None and is_closed(transaction, entry)
            row = follow_up(
                transaction, entry, state=RegisterState.WITHDRAWN, columns={"withdrawn": words}, reason=words,
                amount=Money(0, entry.amount.currency) if gone and entry.amount is not None else None,
            )  # fmt: skip
            transaction.record(
                "invoice_withdrawn", entity="register_entry", entity_id=entry.id, case_id=entry.case_id,
                details={"case": entry.case_number, "text": words},
            )  # fmt: skip
            return row

        return self._bench.act("invoice_withdrawn", work, values={"case": entry.case_number, "text": words})

    def late(self, entry: RegisterEntry) -> int:
        """Days past the last day it was due on; nothing once it is issued."""
        now = self._bench.clock.now()
        if entry.state is not RegisterState.OPEN or entry.due_at is None or now < entry.due_at:
            return 0
        where = zone_of(self._bench, entry.shop_id)
        last = (entry.due_at - timedelta(milliseconds=1)).astimezone(where).date()
        return max((now.astimezone(where).date() - last).days, 1)

    def _entry(self, entry_id: int) -> RegisterEntry:
        entry = registers.find_entry(self._bench.store.database, entry_id)
        if entry.register is not RegisterKind.INVOICE:
            raise UserError("not_an_invoice")
        return entry if entry.corrects is None else registers.find_entry(self._bench.store.database, entry.corrects)

    def _midnight_after(self, day: date, shop_id: int | None) -> datetime:
        where = zone_of(self._bench, shop_id)
        return datetime.combine(day + timedelta(days=1), time(), where).astimezone(UTC)


def _expect_open(transaction: Transaction, entry: RegisterEntry) -> None:
    root, chain = registers.load_chain(transaction.database, entry.id)
    if (chain[-1] if chain else root).state is not RegisterState.OPEN:
        raise UserError("invoice_done", case=entry.case_number)


def _positive(amount: Money | None) -> None:
    if amount is not None and not 0 < amount.minor < 10**14:
        raise UserError("amount_not_positive")
