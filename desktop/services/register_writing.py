"""Lines of registers as they are written inside an action: added, followed up, taken back; closed months stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from models.errors import UserError
from models.kinds import RegisterKind
from models.money import Money
from models.records import RegisterEntry
from models.register_kinds import EntryOrigin, RegisterState
from models.rules.register_nets import SETTLED
from models.store import register_beside, registers
from models.store.register_rest import closed_month
from models.store.transaction import Transaction

BY_HAND: Final = "by_hand"
"""The column of a line that names, with commas, what of it somebody set right: deciding anew leaves that alone."""
_KEPT: Final = frozenset((RegisterState.OPEN, RegisterState.EXPECTED))


def write_entry(
    transaction: Transaction,
    register: RegisterKind,
    *,
    shop_id: int | None,
    case_id: int | None,
    columns: Mapping[str, str],
    amount: Money | None = None,
    state: RegisterState = RegisterState.OPEN,
    origin: EntryOrigin = EntryOrigin.CASE,
    due_at: datetime | None = None,
    points: int | None = None,
    currency: str = "",
) -> int:
    """Add a line to a register in the present month, with `register_written` in the history; returns its id.

    `shop_id` None only for what belongs to no case yet. Without an amount its currency is the case's, or the shop's.
    """
    stamp = transaction.stamp
    entry_id = transaction.insert(
        "register_entry",
        register=register,
        case_id=case_id,
        shop_id=shop_id,
        entered_at=stamp.now,
        entered_by=stamp.person,
        amount=None if amount is None else amount.minor,
        currency=(
            amount.currency if amount is not None
            else currency or registers.currency_of(transaction.database, case_id, shop_id)
        ),
        columns=dict(columns),
        state=state,
        origin=origin,
        due_at=due_at,
        points=points,
    )
    transaction.record(
        "register_written", entity="register_entry", entity_id=entry_id, case_id=case_id,
        details={"register": register.value},
    )  # fmt: skip
    return entry_id


def adopt(transaction: Transaction, entry_id: int, case_id: int, shop_id: int) -> None:
    """A line of nobody turns out to belong to a case: it comes into the registers of its shop.

    Where the month it was entered in is closed there, it counts from now on.
    """
    entry = registers.find_entry(transaction.database, entry_id)
    values: dict[str, Any] = {"case_id": case_id, "shop_id": shop_id}
    if entry.shop_id is None and closed_month(transaction.database, entry.register, shop_id, entry.entered_at):
        values["entered_at"] = transaction.stamp.now
    transaction.update("register_entry", entry_id, **values)


def is_closed(transaction: Transaction, entry: RegisterEntry) -> bool:
    """Whether a line stands in a closed month of its shop and register."""
    return closed_month(transaction.database, entry.register, entry.shop_id, entry.entered_at) is not None


def follow_up(
    transaction: Transaction,
    entry: RegisterEntry,
    *,
    state: RegisterState | None = None,
    amount: Money | None = None,
    allowed: Money | None = None,
    received: Money | None = None,
    points: int | None = None,
    due_at: datetime | None = None,
    no_due: bool = False,
    handed_in_at: datetime | None = None,
    answered_at: datetime | None = None,
    received_at: datetime | None = None,
    columns: Mapping[str, str] | None = None,
    reason: str = "",
) -> int:
    """Go on with a line: None leaves what it has. Returns the id of the row that says it now.

    In an open month that is the line itself. One of a closed month stays as it is, and a correcting line of the present
    month says the new state, with the differences of amounts and points to what the line and its corrections say
    together; `columns` are then those that changed. `no_due`: nothing is due by a day any more. Amounts given are those
    of the whole, in the line's currency; UserError `register_currency` otherwise. Writes no event: the caller says in
    its own words what was done.
    """
    root, chain = registers.load_chain(transaction.database, entry.id)
    net = registers.net_of(transaction.database, root, chain)
    target = _open_row(transaction, root, chain)
    if state is RegisterState.WITHDRAWN and (target is None or target.corrects is not None):
        # A line withdrawn in its own month no longer counts; one of a closed month counted there and is taken off.
        amount = amount or (None if net.amount is None else Money(0, net.currency))
        points = points or (None if net.points is None else 0)
    for given in (amount, allowed, received):
        if given is not None and given.currency != net.currency:
            raise UserError("register_currency", currency=net.currency, given=given.currency)
    moments = {"due_at": due_at, "handed_in_at": handed_in_at, "answered_at": answered_at, "received_at": received_at}
    values: dict[str, Any] = {name: moment for name, moment in moments.items() if moment is not None}
    if no_due:
        values["due_at"] = None
    if state is not None:
        values["state"] = state
    wanted = {"amount": amount, "allowed": allowed, "received": received}
    if target is not None:
        # The newest row of an open month takes it; what other rows of the chain hold stays counted.
        others = registers.net_of(transaction.database, root, chain, but=target.id)
        for name, given in wanted.items():
            if given is not None:
                values[name] = given.minor - (getattr(others, name) or 0)
        if points is not None:
            values["points"] = points - (others.points or 0)
        if columns:
            values["columns"] = {**target.columns, **columns}
        if reason and target.corrects is not None:
            values["reason"] = reason
        transaction.update("register_entry", target.id, **values)
        return target.id
    for name, given in wanted.items():
        values[name] = None if given is None else given.minor - (getattr(net, name) or 0)
    stamp = transaction.stamp
    return transaction.insert(
        "register_entry", register=root.register, case_id=root.case_id, shop_id=root.shop_id, entered_at=stamp.now,
        entered_by=stamp.person, currency=net.currency, columns=dict(columns or {}), origin=EntryOrigin.CORRECTION,
        corrects=root.id, reason=reason, points=None if points is None else points - (net.points or 0),
        **{"state": net.state, **values},
    )  # fmt: skip


def _open_row(
    transaction: Transaction, root: RegisterEntry, chain: tuple[RegisterEntry, ...]
) -> RegisterEntry | None:
    """The row of a chain that may still change: the newest correction, else the line; None where a new one is due."""
    newest = chain[-1] if chain else root
    return None if is_closed(transaction, newest) else newest


def take_back(transaction: Transaction, entry: RegisterEntry, reason: str) -> int:
    """A line that no longer holds: gone if nothing followed, WITHDRAWN in an open month, else taken back by a
    correcting line that takes its amount and points off. Returns the id of the row that says so.
    """
    root, chain = registers.load_chain(transaction.database, entry.id)
    net = registers.net_of(transaction.database, root, chain)
    touched = followed(root) or register_beside.has_receipt(transaction.database, root.id)
    if not chain and not is_closed(transaction, root) and not touched:
        transaction.remove("register_entry", root.id)
        return root.id
    if net.state is RegisterState.WITHDRAWN:
        return (chain[-1] if chain else root).id
    return follow_up(transaction, root, state=RegisterState.WITHDRAWN, reason=reason)


def followed(entry: RegisterEntry) -> bool:
    """Whether anything was done with a line since it was written."""
    return (
        entry.state not in _KEPT
        or any((entry.handed_in_at, entry.answered_at, entry.received_at, entry.allowed, entry.received))
        or any(entry.columns.get(name) for name in ("responsible", "sent", "note", "severe", BY_HAND))
    )


def settled(state: RegisterState) -> bool:
    """Whether nothing is to be waited for any more."""
    return state in SETTLED
