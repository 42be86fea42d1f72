"""What opening or losing a case writes into the registers: an invoice owed, penalties to be expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from desktop.services.register_writing import take_back, write_entry
from models.kinds import RegisterKind
from models.money import Money
from models.order_records import Order
from models.records import Case
from models.register_kinds import EntryOrigin, RegisterState
from models.store import case_page, cases, register_beside, registers
from models.store.transaction import Transaction

_EXPOSURE: Final = "exposure"


def owe_invoice(transaction: Transaction, case_id: int, shop_id: int, order: Order | None) -> int:
    """A case about an invoice owes one: what was paid less freight (R004-08), to nobody named yet. Returns the line."""
    return write_entry(
        transaction, RegisterKind.INVOICE, shop_id=shop_id, case_id=case_id, columns={}, amount=_invoiced(order),
        origin=EntryOrigin.CASE,
    )  # fmt: skip


def join_invoices(transaction: Transaction, kept: Case, other: Case) -> None:
    """Two cases of one order owe one invoice: what the case that went over owed is taken back where the kept one owes
    it too. To be called while both still have their lines.
    """
    database = transaction.database
    if kept.order_id is None or kept.order_id != other.order_id or not register_beside.open_invoices(database, kept.id):
        return
    for entry_id in register_beside.open_invoices(database, other.id):
        entry = registers.find_entry(database, entry_id)
        take_back(transaction, entry, f"→ {kept.number}")
        transaction.record(
            "register_taken_back", entity="register_entry", entity_id=entry_id, case_id=other.id,
            details={"register": RegisterKind.INVOICE.value, "reason": f"→ {kept.number}"},
        )  # fmt: skip


def expect_penalties(transaction: Transaction, case_id: int) -> tuple[int, ...]:
    """A dispute was lost: the penalties its decision named may follow now. Returns the lines written.

    Each exposure of the resolution in force once, whichever way the loss was told; of two readings of one penalty
    (the same basis) the one with more points. Nothing without a resolution.
    """
    database = transaction.database
    resolution = case_page.find_resolution(database, case_id)
    if resolution is None:
        return ()
    case = cases.find_case(database, case_id)
    known = {entry.columns.get(_EXPOSURE) for entry in _expected(transaction, case_id, every=True)}
    written = []
    for view in _heaviest(_named(resolution.conclusion.get("exposures"))):
        if view["id"] in known:
            continue
        money = view.get("money")
        entry_id = write_entry(
            transaction, RegisterKind.PENALTY, shop_id=case.shop_id, case_id=case_id,
            columns={_EXPOSURE: view["id"], "rule": view["label"]["zh"] or view["label"]["en"],
                     "ledger": view.get("ledger") or "general", "basis": view.get("basis", "")},
            amount=Money(int(money[0]), str(money[1])) if money else None, state=RegisterState.EXPECTED,
            origin=EntryOrigin.CASE, points=view.get("points"),
        )  # fmt: skip
        written.append(entry_id)
    return tuple(written)


def expect_no_penalties(transaction: Transaction, case_id: int, reason: str = "") -> None:
    """The loss was a mistake or was taken back: what is only expected of it goes again; what was confirmed stays."""
    for entry in _expected(transaction, case_id):
        take_back(transaction, entry, reason)
        transaction.record(
            "register_taken_back", entity="register_entry", entity_id=entry.id, case_id=case_id,
            details={"register": RegisterKind.PENALTY.value, "reason": reason},
        )  # fmt: skip


def _expected(transaction: Transaction, case_id: int, *, every: bool = False) -> list[Any]:
    database = transaction.database
    found = []
    for entry in registers.list_case_entries(database, case_id):
        if entry.register is not RegisterKind.PENALTY or entry.corrects is not None or _EXPOSURE not in entry.columns:
            continue
        root, chain = registers.load_chain(database, entry.id)
        state = registers.net_of(database, root, chain).state
        # What a person withdrew, as it never came, is not expected once more when the loss is told by another way.
        known = state is not RegisterState.WITHDRAWN or any(row.columns.get("withdrawn") for row in (root, *chain))
        if state is RegisterState.EXPECTED or (every and known):
            found.append(entry)
    return found


def _named(kept: object) -> list[Mapping[str, Any]]:
    """The exposures a resolution keeps; none from before they were kept."""
    return [each for each in kept if isinstance(each, Mapping)] if isinstance(kept, list) else []


def _heaviest(views: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of the readings of one penalty, that with most points, then most money; in the order they were told."""
    best: dict[str, Mapping[str, Any]] = {}
    for view in views:
        basis = str(view.get("basis") or view["id"])
        if basis not in best or _weight(view) > _weight(best[basis]):
            best[basis] = view
    return [view for view in best.values() if view.get("points") != 0 or view.get("money")]


def _weight(view: Mapping[str, Any]) -> tuple[int, int]:
    return int(view.get("points") or 0), int((view.get("money") or (0,))[0])


def _invoiced(order: Order | None) -> Money | None:
    paid = (order.paid or order.total) if order is not None else None
    if order is None or paid is None:
        return None
    freight = order.freight
    return paid - freight if freight is not None and freight.currency == paid.currency and freight < paid else paid
