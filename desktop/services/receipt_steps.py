"""What a parcel that came does to the steps of its case: receipt steps done, the refund due, or a decision asked."""

from __future__ import annotations

from datetime import datetime, time
from typing import Final

from desktop.services.case_moving import set_waiting_on
from desktop.services.steps import StepService
from desktop.words import word
from models.clock import zone
from models.kinds import Role, StepState
from models.records import Step
from models.register_kinds import Condition, ReceiptKind
from models.rules.receipt_goods import (
    ARRIVES,
    DECIDE,
    INSPECTS,
    REGISTER_REFUND,
    RESTOCKS,
    Judged,
    Outcome,
    pays,
    waiting_for_goods,
)
from models.rules.step_order import missing_before, names_after, waiting_after
from models.store import case_lives, case_page, case_parts, cases
from models.store.transaction import Transaction

OF_RECEIPT: Final = "receipt"
"""The `due_rule` of steps that receiving wrote: no clock has this name."""
_CAME_BACK: Final = frozenset(("register_return", "inspect_return", "inspect_recalled", "open_parcel"))
_TITLES: Final = {
    "register_return": ("登记退回件", "Register the returned parcel"),
    "inspect_return": ("拆包验货", "Open and inspect the return"),
    "inspect_recalled": ("退回的包裹拆包验货", "Open and inspect the parcel that came back"),
    REGISTER_REFUND: (
        "包裹已到未拆：先在后台登记退款，不要拖",
        "Parcel here, unopened: register the refund first, do not wait",
    ),
}
NOT_RESTOCKED: Final = "不入库 / not restocked"


class ReceiptSteps:
    """Writes inside the transaction of receiving."""

    def __init__(self, steps: StepService) -> None:
        self._steps = steps

    def arrived(self, transaction: Transaction, case_id: int, kind: ReceiptKind, *, opened: bool) -> bool:
        """A parcel is here. Returns whether a refund that waited is due now (R004-10: also of an unopened one).

        `opened`: it is inspected in the same action, so nobody needs to be asked to.
        """
        before = self._list(transaction, case_id)
        self._do(transaction, before, ARRIVES[kind])
        after = self._list(transaction, case_id)
        told = any(step.rule in _CAME_BACK and step.state is StepState.DONE for step in after)
        if kind is ReceiptKind.RETURN and not told:
            # What it tells: the goods are back since now. The clocks that count from there begin.
            step_id = self.write(transaction, case_id, "register_return", Role.WAREHOUSE, None)
            self._steps.done_within(transaction, step_id)
        if not opened:
            self._ask_to_inspect(transaction, case_id, kind)
        due = self.make_due(transaction, case_id)
        blocked = [step for step in due if pays(step) and missing_before(step, self._list(transaction, case_id))]
        if blocked and not opened and not self._open(transaction, case_id, REGISTER_REFUND):
            self.write(transaction, case_id, REGISTER_REFUND, Role.AFTER_SALES, transaction.stamp.now)
        self._follow_waiting(transaction, case_id, after)
        return any(pays(step) for step in due)

    def inspected(
        self, transaction: Transaction, case_id: int, kind: ReceiptKind, condition: Condition, judged: Judged
    ) -> tuple[bool, int | None]:
        """It was looked into. Returns whether a refund is due now, and the supervisor's step where one is asked for."""
        self._forget(transaction, case_id)
        before = self._list(transaction, case_id)
        self._do(transaction, before, INSPECTS[kind])
        for step in self._list(transaction, case_id):
            if step.rule in RESTOCKS and step.state is StepState.OPEN:
                self._steps.done_within(transaction, step.id, skipped="" if judged.restock else NOT_RESTOCKED)
        middle = self._list(transaction, case_id)
        decide: int | None = None
        refund_due = False
        if judged.outcome is Outcome.DECIDE:
            decide = self._ask(transaction, case_id, condition, judged)
        else:
            refund_due = any(pays(step) for step in self.make_due(transaction, case_id))
        self._follow_waiting(transaction, case_id, middle)
        return refund_due, decide

    def follow(
        self, transaction: Transaction, case_id: int, kind: ReceiptKind, *, inspected: bool, restocked: bool, pay: bool
    ) -> None:
        """A decision asks for goods that are here already: its receipt steps are done, the refund is due (if `pay`)."""
        rules = (*ARRIVES[kind], *(INSPECTS[kind] if inspected else ()), *(RESTOCKS if restocked else ()))
        self._do(transaction, self._list(transaction, case_id), rules)
        if not inspected:
            self._ask_to_inspect(transaction, case_id, kind)
        if pay:
            self.make_due(transaction, case_id)

    def make_due(self, transaction: Transaction, case_id: int) -> tuple[Step, ...]:
        """The refund and the exchange that waited for the goods are due now; which they are (R003-29, R003-44)."""
        now = transaction.stamp.now
        found = [
            step for step in waiting_for_goods(self._list(transaction, case_id)) if DECIDE not in names_after(step)
        ]  # fmt: skip
        for step in found:
            if step.due_at is None or step.due_at > now:
                transaction.update("step", step.id, due_at=now)
        return tuple(found)

    def write(
        self, transaction: Transaction, case_id: int, rule: str, role: Role, due_at: datetime | None, *,
        titles: tuple[str, str] | None = None, note: str = "", after: str = "",
    ) -> int:  # fmt: skip
        """Add an open step behind the others; returns its id."""
        zh, en = titles or _TITLES[rule]
        return transaction.insert(
            "step", case_id=case_id, position=case_parts.last_position(transaction.database, case_id) + 1, title_zh=zh,
            title_en=en, role=role, due_at=due_at, after=after, rule=rule, due_rule=OF_RECEIPT, note=note,
        )  # fmt: skip

    def today(self, transaction: Transaction, case_id: int) -> datetime:
        """The last minute of the shop's day."""
        here = zone(case_lives.time_zone_of(transaction.database, case_id))
        now = transaction.stamp.now
        return datetime.combine(now.astimezone(here).date(), time(23, 59), here).astimezone(now.tzinfo)

    def done(self, transaction: Transaction, case_id: int, rules: tuple[str, ...]) -> bool:
        """Do the open steps of these names; whether there was one."""
        return self._do(transaction, self._list(transaction, case_id), rules)

    def _do(self, transaction: Transaction, steps: tuple[Step, ...], rules: tuple[str, ...]) -> bool:
        did = False
        for rule in rules:
            for step in steps:
                if step.rule == rule and step.state is StepState.OPEN:
                    did = self._steps.done_within(transaction, step.id) or did
        return did

    def _ask_to_inspect(self, transaction: Transaction, case_id: int, kind: ReceiptKind) -> None:
        today = self.today(transaction, case_id)
        openly = [
            step for step in self._list(transaction, case_id)
            if step.rule in INSPECTS[kind] and step.state is StepState.OPEN
        ]  # fmt: skip
        for step in openly:
            if step.due_at is None or step.due_at > today:
                transaction.update("step", step.id, due_at=today)
        if not openly:
            self.write(transaction, case_id, INSPECTS[kind][0], Role.WAREHOUSE, today)

    def _ask(self, transaction: Transaction, case_id: int, condition: Condition, judged: Judged) -> int:
        said = [[word(condition, language)] for language in ("zh", "en")]
        if judged.short:
            less = judged.short > 0
            said[0].append(f"{'少' if less else '多'} {abs(judged.short)} 件")
            said[1].append(f"{abs(judged.short)} {'missing' if less else 'too many'}")
        found = ", ".join(said[1]).lower()
        titles = (f"请主管定：退回的货{'，'.join(said[0])}", f"Supervisor decides: returned goods {found}")
        for step in waiting_for_goods(self._list(transaction, case_id)):
            names = [*names_after(step), DECIDE]
            columns: dict[str, object] = {"after": ", ".join(dict.fromkeys(names))}
            if not step.due_rule or step.due_rule == OF_RECEIPT:
                columns["due_at"] = None
            transaction.update("step", step.id, **columns)
        today = self.today(transaction, case_id)
        step_id = self.write(transaction, case_id, DECIDE, Role.SUPERVISOR, today, titles=titles)
        details = {"step": {"zh": titles[0], "en": titles[1]}}
        transaction.record("receipt_decide", entity="step", entity_id=step_id, case_id=case_id, details=details)
        return step_id

    def _forget(self, transaction: Transaction, case_id: int) -> None:
        """What an earlier look asked for is asked no longer: it is looked at anew."""
        for step in self._list(transaction, case_id):
            if step.state is not StepState.OPEN:
                continue
            if step.rule in (DECIDE, REGISTER_REFUND) and step.due_rule == OF_RECEIPT:
                transaction.remove("step", step.id)
            elif DECIDE in names_after(step):
                kept = ", ".join(name for name in names_after(step) if name != DECIDE)
                transaction.update("step", step.id, after=kept)

    def _follow_waiting(self, transaction: Transaction, case_id: int, before: tuple[Step, ...]) -> None:
        case = cases.find_case(transaction.database, case_id)
        waiting = waiting_after(case.waiting_on, before, self._list(transaction, case_id))
        if waiting is not case.waiting_on:
            set_waiting_on(transaction, case, waiting)

    def _open(self, transaction: Transaction, case_id: int, rule: str) -> bool:
        return any(
            step.rule == rule and step.state is StepState.OPEN for step in self._list(transaction, case_id)
        )  # fmt: skip

    @staticmethod
    def _list(transaction: Transaction, case_id: int) -> tuple[Step, ...]:
        return case_page.list_steps(transaction.database, case_id)
