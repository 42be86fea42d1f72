"""Compensation and goodwill paid by hand, and the lines of the register that were only promised: paid on a day."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop.services.register_writing import follow_up, is_closed, write_entry
from desktop.services.shop_days import named_day
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import RegisterKind
from models.money import Money
from models.records import Case, RegisterEntry
from models.register_kinds import EntryOrigin, PaidKind, RegisterState
from models.store import cases, registers
from models.store.claims import open_of_case
from models.store.transaction import Transaction

NOTE_LIMIT: Final = 500


class PaidOutService:
    """Amounts are in the currency of the case; every action is one transaction and one undo entry."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def note(
        self, case_id: int, kind: PaidKind, amount: Money, note: str = "", on: date | None = None
    ) -> int:
        """Enter that a buyer was paid on a day (today if not said); returns the id of the line.

        UserError `amount_not_positive`, `paid_currency`, `day_ahead`, `text_too_long`.
        """
        words = checked_text(note, limit=NOTE_LIMIT).strip()
        case = cases.find_case(self._bench.store.database, case_id)
        _check(amount, case.at_stake.currency)
        day, moment = named_day(self._bench, on, case.shop_id)
        columns = {"kind": kind.value, "note": words, "paid_on": day.isoformat()} | _liable(case)
        told = {"case": case.number, "amount": f"{amount.sign} {amount}", "paid_kind": kind.value, "text": words}

        def work(transaction: Transaction) -> int:
            entry_id = write_entry(
                transaction, RegisterKind.COMPENSATION, shop_id=case.shop_id, case_id=case_id, columns=columns,
                amount=amount, state=RegisterState.DONE, origin=EntryOrigin.CASE,
            )  # fmt: skip
            transaction.update("register_entry", entry_id, answered_at=moment)
            transaction.record(
                "paid_out", entity="register_entry", entity_id=entry_id, case_id=case_id, details=told
            )
            return entry_id

        return self._bench.act("paid_out", work, values=told)

    def promised(self, case_id: int) -> tuple[RegisterEntry, ...]:
        """What the case's resolutions promised and nobody noted as paid yet, oldest first."""
        database = self._bench.store.database
        ids = open_of_case(database, case_id, RegisterKind.COMPENSATION)
        return tuple(registers.find_entry(database, each) for each in ids)

    def pay(self, entry_id: int, on: date | None = None, amount: Money | None = None, note: str = "") -> int:
        """What a resolution promised was paid; `amount` where it was another. Returns the row that says so.

        UserError `paid_already`, `not_compensation`, `amount_not_positive` where nobody said how much it is, and as
        `note`.
        """
        words = checked_text(note, limit=NOTE_LIMIT).strip()
        entry = self._entry(entry_id)
        if amount is not None:
            _check(amount, entry.amount.currency if entry.amount is not None else amount.currency)
        day, moment = named_day(self._bench, on, entry.shop_id)
        paid = amount or entry.amount
        told = {"case": entry.case_number, "amount": f"{paid.sign} {paid}" if paid is not None else "", "text": words}

        def work(transaction: Transaction) -> int:
            _expect_open(transaction, entry)
            if amount is None and _net(transaction, entry) is None:
                raise UserError("amount_not_positive")
            row = follow_up(
                transaction, entry, state=RegisterState.DONE, amount=amount, answered_at=moment, reason=words,
                columns={"paid_on": day.isoformat()} | {"paid_note": words},
            )  # fmt: skip
            transaction.record(
                "compensation_paid", entity="register_entry", entity_id=entry.id, case_id=entry.case_id, details=told
            )
            return row

        return self._bench.act("compensation_paid", work, values=told)

    def withdraw(self, entry_id: int, reason: str) -> int:
        """It is not paid after all, for a reason; returns the row that says so."""
        words = checked_text(reason, limit=NOTE_LIMIT, required=True).strip()
        entry = self._entry(entry_id)
        told = {"case": entry.case_number, "text": words}

        def work(transaction: Transaction) -> int:
            _expect_open(transaction, entry)
            gone = entry.amount is not None and is_closed(transaction, entry)
            row = follow_up(
                transaction, entry, state=RegisterState.WITHDRAWN, columns={"withdrawn": words}, reason=words,
                amount=Money(0, entry.amount.currency) if gone and entry.amount is not None else None,
            )  # fmt: skip
            transaction.record(
                "compensation_withdrawn", entity="register_entry", entity_id=entry.id, case_id=entry.case_id,
                details=told,
            )  # fmt: skip
            return row

        return self._bench.act("compensation_withdrawn", work, values=told)

    def _entry(self, entry_id: int) -> RegisterEntry:
        entry = registers.find_entry(self._bench.store.database, entry_id)
        if entry.register is not RegisterKind.COMPENSATION:
            raise UserError("not_compensation")
        return entry if entry.corrects is None else registers.find_entry(self._bench.store.database, entry.corrects)


def _liable(case: Case) -> dict[str, str]:
    return {"liability": case.liability.value} if case.liability is not None else {}


def _expect_open(transaction: Transaction, entry: RegisterEntry) -> None:
    root, chain = registers.load_chain(transaction.database, entry.id)
    if (chain[-1] if chain else root).state is not RegisterState.OPEN:
        raise UserError("paid_already", case=entry.case_number)


def _net(transaction: Transaction, entry: RegisterEntry) -> int | None:
    """What a line and its corrections say together, in minor units."""
    return registers.net_of(transaction.database, *registers.load_chain(transaction.database, entry.id)).amount


def _check(amount: Money, currency: str) -> None:
    if amount.currency != currency:
        raise UserError("paid_currency", currency=currency, given=amount.currency)
    if not 0 < amount.minor < 10**14:
        raise UserError("amount_not_positive")
