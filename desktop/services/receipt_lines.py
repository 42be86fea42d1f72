"""The line a parcel has in the register of returned parcels: the awaited one filled, or a new one written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from desktop.services.register_writing import BY_HAND, adopt, follow_up, is_closed, take_back, write_entry
from models.kinds import RegisterKind
from models.receiving_records import AwaitedReturn, FoundCase, ReturnReceipt
from models.records import RegisterEntry
from models.register_kinds import EntryOrigin, ReceiptState, RegisterState
from models.rules.receipt_scans import same_number
from models.store import receipts, receipts_looking, registers
from models.store.register_lines_cells import whole
from models.store.transaction import Transaction

COUNTED: Final = ("pieces", "surcharge")
# Nobody may have found them out after all.
_CLEARED: Final = frozenset(("item", "sender", "buyer_tracking_no", "condition", "restock"))


def fill_line(transaction: Transaction, receipt: ReturnReceipt, case: FoundCase | None) -> int:
    """Note the arrival in the register; the receipt knows its line afterwards. Returns the line's id.

    A parcel of nobody has a line without a case; once its case is known that goes to it, or makes way for the one the
    case awaited.
    """
    state = RegisterState.DONE if receipt.state is ReceiptState.INSPECTED else RegisterState.OPEN
    awaited = _awaited(transaction, receipt, case)
    if awaited is not None:
        if receipt.entry_id is not None:
            _drop(transaction, receipt.entry_id)
        entry_id = awaited.entry_id
        _write(transaction, entry_id, receipt, state=state, arrived=True)
    elif receipt.entry_id is not None and case is not None:
        entry_id = receipt.entry_id
        adopt(transaction, entry_id, case.case_id, case.shop_id)
        _write(transaction, entry_id, receipt, state=state, columns=_of_case(case))
    else:
        told = _seen(receipt) | (_of_case(case) if case is not None else {"item": receipt.item})
        entry_id = write_entry(
            transaction, RegisterKind.RETURNED_PARCEL, shop_id=receipt.shop_id, case_id=receipt.case_id,
            columns={name: text for name, text in told.items() if text}, state=state, origin=EntryOrigin.RECEIPT,
        )  # fmt: skip
        transaction.update("register_entry", entry_id, received_at=receipt.arrived_at)
    transaction.update("return_receipt", receipt.id, entry_id=entry_id)
    return entry_id


def line_done(transaction: Transaction, receipt_id: int, note: str = "") -> None:
    """Nothing is waited for any more: the parcel was inspected, sent again, or let go."""
    line_told(transaction, receipt_id, {"note": note} if note else {}, RegisterState.DONE, reason=note)


def line_told(
    transaction: Transaction, receipt_id: int, columns: Mapping[str, str] | None = None,
    state: RegisterState | None = None, *, reason: str = "",
) -> None:  # fmt: skip
    """The line of a parcel says what is known of the parcel now."""
    receipt = receipts.find_receipt(transaction.database, receipt_id)
    if receipt.entry_id is not None:
        _write(transaction, receipt.entry_id, receipt, state=state, columns=columns, reason=reason)


def _seen(receipt: ReturnReceipt) -> dict[str, str]:
    """What a line keeps of its parcel: a closed month shows it as it was then, whatever is found out later."""
    cost, back = receipt.surcharge, receipt.restock
    return {
        "kind": receipt.kind.value, "buyer_tracking_no": receipt.tracking_number,
        "pieces": "" if receipt.pieces is None else str(receipt.pieces),
        "condition": receipt.condition.value if receipt.condition is not None else "",
        "restock": "" if back is None else "true" if back else "false",
        "surcharge": "" if cost is None else str(cost.minor),
        "surcharge_currency": "" if cost is None else cost.currency,
    }  # fmt: skip


def _write(
    transaction: Transaction, entry_id: int, receipt: ReturnReceipt, *, state: RegisterState | None = None,
    columns: Mapping[str, str] | None = None, reason: str = "", arrived: bool = False,
) -> None:  # fmt: skip
    """Go on with a line where something of it is new; numbers of a correcting line are differences, as amounts are."""
    root, chain = registers.load_chain(transaction.database, entry_id)
    rows = (root, *chain)
    now: dict[str, str] = {}
    for row in rows:
        now |= row.columns
    others = rows if is_closed(transaction, rows[-1]) else rows[:-1]
    by_hand = frozenset(str(now.get(BY_HAND, "")).split(","))
    told = {name: text for name, text in (_seen(receipt) | dict(columns or {})).items() if name not in by_hand}
    changed = {
        name: text for name, text in told.items()
        if name not in COUNTED and now.get(name, "") != text and (text or name in _CLEARED)
    }  # fmt: skip
    for name in COUNTED:
        if told[name] and int(told[name]) != counted(rows, name):
            changed[name] = str(int(told[name]) - (counted(others, name) or 0))
    if changed or arrived or (state is not None and state is not rows[-1].state):
        moment = receipt.arrived_at if arrived else None
        follow_up(transaction, root, state=state, received_at=moment, columns=changed or None, reason=reason)


def counted(rows: Iterable[RegisterEntry], name: str) -> int | None:
    """What a line and those that correct it say of a number together; None where none says it."""
    found = [number for row in rows if (number := whole(row.columns.get(name))) is not None]
    return sum(found) if found else None


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
