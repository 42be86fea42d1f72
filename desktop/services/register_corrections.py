"""Setting a register's line right: the columns that may be, what their values are, and what the history keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desktop.services.register_writing import BY_HAND, follow_up, is_closed
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import RegisterKind
from models.money import Money
from models.records import RegisterEntry
from models.register_kinds import RegisterState
from models.register_records import CellKind, RegisterColumn, RegisterValue
from models.rules.register_columns import COLUMNS
from models.store import registers
from models.store.transaction import Transaction

REASON_LIMIT: Final = 500
TEXT_LIMIT: Final = 500
_MOST: Final = 1_000_000_000_000
# What a column is called where a line keeps it.
_KEPT: Final[Mapping[tuple[RegisterKind, str], str]] = {
    (RegisterKind.WRONG_SHIPMENT, "kind"): "subtype", (RegisterKind.CARRIER_CLAIM, "parcel"): "tracking_no",
    (RegisterKind.RETURNED_PARCEL, "parcel"): "buyer_tracking_no",
}  # fmt: skip


def correct(bench: Workbench, entry_id: int, changes: Mapping[str, RegisterValue], reason: str) -> int:
    """As `RegisterService.correct`."""
    reason = checked_text(reason, limit=REASON_LIMIT, required=True).strip()
    entry = registers.find_entry(bench.store.database, entry_id)
    columns, amount, points = _read(entry, changes)
    details: dict[str, object] = {"register": entry.register.value, "case": entry.case_number}

    def work(transaction: Transaction) -> int:
        root, chain = registers.load_chain(transaction.database, entry_id)
        net = registers.net_of(transaction.database, root, chain)
        if amount is not None and amount.currency != net.currency:
            raise UserError("register_currency", currency=net.currency, given=amount.currency)
        if net.state is RegisterState.WITHDRAWN and (amount is not None or points is not None):
            raise UserError("register_withdrawn")
        before: dict[str, Any] = {name: _now(root, chain, name) for name in columns}
        changed = {name: text for name, text in columns.items() if before[name] != text}
        after: dict[str, Any] = dict(changed)
        before = {name: before[name] for name in changed}
        if amount is not None and amount.minor != net.amount:
            before["amount"], after["amount"] = _told(net.amount, net.currency), _told(amount.minor, net.currency)
        if points is not None and points != net.points:
            before["points"], after["points"] = net.points, points
        if not after:
            return (chain[-1] if chain else root).id
        by_hand = set(filter(None, _now(root, chain, BY_HAND).split(","))) | after.keys()
        row_id = follow_up(
            transaction, root, columns={**changed, BY_HAND: ",".join(sorted(by_hand))}, reason=reason,
            amount=amount if "amount" in after else None, points=points if "points" in after else None,
        )  # fmt: skip
        transaction.record(
            "register_corrected", entity="register_entry", entity_id=row_id, case_id=root.case_id,
            details={**details, "reason": reason, "before": before, "after": after, "of": root.id,
                     "closed": row_id != root.id and is_closed(transaction, root)},
        )  # fmt: skip
        return row_id

    return bench.act("register_corrected", work, values={**details, "reason": reason})


def _read(
    entry: RegisterEntry, changes: Mapping[str, RegisterValue]
) -> tuple[dict[str, str], Money | None, int | None]:
    """What is changed: texts by the names they are kept under, an amount, points."""
    texts: dict[str, str] = {}
    amount: Money | None = None
    points: int | None = None
    known = {column.key: column for column in COLUMNS[entry.register]}
    for key, value in changes.items():
        column: RegisterColumn | None = known.get(key)
        if column is None or not column.editable:
            raise UserError("register_not_editable", column=key)
        if column.kind is CellKind.MONEY:
            if not isinstance(value, Money) or not 0 <= value.minor <= _MOST:
                raise UserError("register_value", column=key)
            amount = value
        elif column.kind is CellKind.NUMBER:
            if type(value) is not int or not 0 <= value <= 1_000:
                raise UserError("register_value", column=key)
            points = value
        elif isinstance(value, str):
            texts[_KEPT.get((entry.register, key), key)] = checked_text(value, limit=TEXT_LIMIT).strip()
        else:
            raise UserError("register_value", column=key)
    return texts, amount, points


def _now(root: RegisterEntry, chain: tuple[RegisterEntry, ...], name: str) -> str:
    for each in (*reversed(chain), root):
        if name in each.columns:
            return str(each.columns[name])
    return ""


def _told(minor: int | None, currency: str) -> str:
    return "" if minor is None else str(Money(minor, currency))
