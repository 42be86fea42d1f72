"""What a decision means for goods that are here already: its receipt steps are done, its line is that of the parcel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.services.receipt_lines import fill_line
from desktop.services.receipt_looking import describe
from desktop.services.receipt_steps import ReceiptSteps
from models.kinds import StepState
from models.receiving_records import ReturnReceipt
from models.register_kinds import Condition, EntryOrigin, ReceiptState
from models.store import case_page, receipts, receipts_looking, registers
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.services.steps import StepService

_SENT_ON = ("send_exchange", "send_replacement", "reship_recalled", "send_exchange_first")


def follow_decision(transaction: Transaction, case_id: int, steps: Callable[[], StepService]) -> None:
    """Follow what was decided in a case with the parcels of it that are here; nothing where none is."""
    here = _still_here(transaction, case_id)
    if here:
        _follow(transaction, case_id, here, ReceiptSteps(steps()))


def _still_here(transaction: Transaction, case_id: int) -> tuple[ReturnReceipt, ...]:
    """The parcels of a case since which nothing was sent out again: what is asked for now may be they."""
    found = receipts.list_case(transaction.database, case_id)
    if not found:
        return ()
    sent = [
        step.done_at for step in case_page.list_steps(transaction.database, case_id)
        if step.rule in _SENT_ON and step.state is StepState.DONE and step.done_at is not None
    ]  # fmt: skip
    last = max(sent, default=None)
    return tuple(each for each in found if not each.resent_number and (last is None or each.arrived_at > last))


def _follow(
    transaction: Transaction, case_id: int, here: tuple[ReturnReceipt, ...], steps: ReceiptSteps
) -> None:  # fmt: skip
    for receipt in here:
        _join_lines(transaction, receipt)
    kind = here[-1].kind
    inspected = all(receipt.state is ReceiptState.INSPECTED for receipt in here)
    steps.follow(
        transaction, case_id, kind, inspected=inspected,
        restocked=inspected and all(receipt.restock for receipt in here),
        pay=not inspected or all(each.condition is Condition.GOOD and not each.short for each in here),
    )  # fmt: skip


def _join_lines(transaction: Transaction, receipt: ReturnReceipt) -> None:
    """The decision awaits a parcel that has a line already: one line says both."""
    if receipt.case_id is None or not receipts_looking.awaited_of_case(transaction.database, receipt.case_id):
        return
    own = registers.find_entry(transaction.database, receipt.entry_id) if receipt.entry_id is not None else None
    case = describe(transaction.database, receipt.case_id, receipt.kind)
    if case is not None and (own is None or own.origin is EntryOrigin.RECEIPT):
        fill_line(transaction, receipt, case)
