"""The line a parcel has in the register of returned parcels: the awaited one filled, or a new one written."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.services.register_writing import adopt, follow_up, is_closed, take_back, write_entry
from models.kinds import RegisterKind
from models.receiving_records import AwaitedReturn, FoundCase, ReturnReceipt
from models.register_kinds import EntryOrigin, ReceiptState, RegisterState
from models.rules.receipt_scans import same_number
from models.store import receipts_looking, registers
from models.store.transaction import Transaction


def fill_line(transaction: Transaction, receipt: ReturnReceipt, case: FoundCase | None) -> int:
    """Note the arrival in the register; the receipt knows its line afterwards. Returns the line's id.

    A parcel of nobody has a line without a case; once its case is known that goes to it, or makes way for the one the
    case awaited.
    """
    now = transaction.stamp.now
    columns = {"kind": receipt.kind.value}
    if receipt.tracking_number:
        columns["buyer_tracking_no"] = receipt.tracking_number
    state = RegisterState.DONE if receipt.state is ReceiptState.INSPECTED else RegisterState.OPEN
    awaited = _awaited(transaction, receipt, case)
    if awaited is not None:
        if receipt.entry_id is not None:
            _drop(transaction, receipt.entry_id)
        entry = registers.find_entry(transaction.database, awaited.entry_id)
        follow_up(transaction, entry, state=state, received_at=now, columns=columns)
        entry_id = entry.id
    elif receipt.entry_id is not None and case is not None:
        entry_id = receipt.entry_id
        adopt(transaction, entry_id, case.case_id, case.shop_id)
        entry = registers.find_entry(transaction.database, entry_id)
        follow_up(transaction, entry, state=state, columns=columns | _of_case(case))
    else:
        told = columns | (_of_case(case) if case is not None else {"item": receipt.item})
        entry_id = write_entry(
            transaction, RegisterKind.RETURNED_PARCEL, shop_id=receipt.shop_id, case_id=receipt.case_id, columns=told,
            state=state, origin=EntryOrigin.RECEIPT,
        )  # fmt: skip
        transaction.update("register_entry", entry_id, received_at=now)
    transaction.update("return_receipt", receipt.id, entry_id=entry_id)
    return entry_id


def line_done(transaction: Transaction, receipt: ReturnReceipt, note: str = "") -> None:
    """Nothing is waited for any more: the parcel was inspected, or let go."""
    if receipt.entry_id is not None:
        entry = registers.find_entry(transaction.database, receipt.entry_id)
        columns = {"note": note} if note else None
        follow_up(transaction, entry, state=RegisterState.DONE, columns=columns, reason=note)


def columns_told(
    transaction: Transaction, receipt: ReturnReceipt, columns: Mapping[str, str], state: RegisterState | None = None
) -> None:
    """The line of a parcel says more of it."""
    if receipt.entry_id is not None:
        entry = registers.find_entry(transaction.database, receipt.entry_id)
        follow_up(transaction, entry, state=state, columns=columns)


def describe_line(transaction: Transaction, receipt: ReturnReceipt) -> None:
    """The line of a parcel of nobody says what is in it."""
    if receipt.entry_id is not None:
        entry = registers.find_entry(transaction.database, receipt.entry_id)
        told = {"item": receipt.item, "sender": receipt.sender, "buyer_tracking_no": receipt.tracking_number}
        changed = {name: text for name, text in told.items() if entry.columns.get(name, "") != text}
        if changed:
            follow_up(transaction, entry, columns=changed)


def _drop(transaction: Transaction, entry_id: int) -> None:
    entry = registers.find_entry(transaction.database, entry_id)
    if is_closed(transaction, entry):
        take_back(transaction, entry, "")
    else:
        transaction.remove("register_entry", entry_id)


def _awaited(transaction: Transaction, receipt: ReturnReceipt, case: FoundCase | None) -> AwaitedReturn | None:
    if case is None:
        return None
    found = [
        each for each in receipts_looking.awaited_of_case(transaction.database, case.case_id)
        if each.entry_id != receipt.entry_id
    ]  # fmt: skip
    number = receipt.tracking_number
    same = [each for each in found if number and each.number and same_number(each.number, number)]
    unnamed = [each for each in found if not each.number]
    return next(iter((*same, *unnamed, *found)), None)


def _of_case(case: FoundCase) -> dict[str, str]:
    return {"buyer_id": case.buyer_nick, "order_no": case.order_number, "item": case.item}
