"""Steps that pay a buyer settle the lines that say it is owed, and open them again when they are opened again."""

from __future__ import annotations

from typing import Final

from desktop.services.register_writing import follow_up
from models.clock import zone
from models.kinds import RegisterKind, StepState
from models.money import Money
from models.records import Step
from models.register_kinds import EntryOrigin, PaidKind, RegisterState
from models.store import case_lives, registers
from models.store.transaction import Transaction

FREIGHT_STEPS: Final = frozenset(("repay_return_freight", "repay_freight_after_trade"))
PAYING_STEPS: Final = FREIGHT_STEPS | {"pay_partial", "pay_compensation"}
"""The steps of the packs that pay what stands in the register of compensation."""
_BY: Final = "paid_step"


def follow_paying(transaction: Transaction, was: Step, now: Step) -> None:
    """Settle the case's line when its step is done; open it again when the step is, unless it was paid otherwise.

    A line without an amount waits for somebody to say it.
    """
    if was.rule not in PAYING_STEPS or StepState.DONE not in (was.state, now.state):
        return
    database, done = transaction.database, now.state is StepState.DONE
    for entry in registers.list_case_entries(database, was.case_id):
        freight = entry.columns.get("kind") == PaidKind.FREIGHT.value
        if (
            entry.register is not RegisterKind.COMPENSATION or entry.corrects is not None
            or entry.origin is not EntryOrigin.WIZARD or freight != (was.rule in FREIGHT_STEPS)
        ):  # fmt: skip
            continue
        root, chain = registers.load_chain(database, entry.id)
        net = registers.net_of(database, root, chain)
        by_step = next((str(row.columns[_BY]) for row in reversed((root, *chain)) if _BY in row.columns), "")
        if done and net.state is RegisterState.OPEN and net.amount:
            day = transaction.stamp.now.astimezone(zone(case_lives.time_zone_of(database, was.case_id))).date()
            follow_up(
                transaction, root, state=RegisterState.DONE, answered_at=transaction.stamp.now,
                columns={"paid_on": day.isoformat(), _BY: str(was.id)},
            )  # fmt: skip
            code = "compensation_paid"
        elif not done and net.state is RegisterState.DONE and by_step == str(was.id):
            follow_up(transaction, root, state=RegisterState.OPEN, columns={"paid_on": "", _BY: ""})
            code = "compensation_open_again"
        else:
            continue
        paid = Money(net.amount or 0, net.currency)
        transaction.record(
            code, entity="register_entry", entity_id=root.id, case_id=was.case_id,
            details={"case": entry.case_number, "amount": f"{paid.sign} {paid}", "text": ""},
        )  # fmt: skip
