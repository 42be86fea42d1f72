"""Steps of a case: done in their order, left out with a reason, handed to a person; their clocks follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from desktop.services.case_moving import set_waiting_on
from desktop.services.cases import checked_text
from desktop.services.clock_following import TELLING_STEPS
from desktop.services.clock_writing import finish_clock, moment_text, move_clock, record_clock
from desktop.services.clocks import ClockService
from desktop.services.register_paying import follow_paying
from desktop.services.resolutions import ResolutionService
from desktop.services.workbench import Workbench
from desktop.words import advice
from models.errors import UserError
from models.kinds import ClockStatus, OrderStatus, StepState
from models.records import CasePage, Clock, Step
from models.rules.clock_moves import ClockMove, extended_days, extended_due, may, renoted, years_not_announced
from models.rules.receipt_goods import DECIDE
from models.rules.step_clocks import ClockAnswer, answer_to, answers_clock, clocks_met_by
from models.rules.step_order import missing_before, waiting_after
from models.rules.verdict import Refused
from models.store import case_page, cases, shops
from models.store.clocks import find_clock
from models.store.transaction import Transaction

_WORDS: Final = 500
EXTEND_TRADE = "extend_trade"


def step_titles(step: Step) -> dict[str, str]:
    """What a step says in both languages, as events keep it."""
    return {"zh": step.title_zh, "en": step.title_en or step.title_zh}


class StepService:
    """What can be done with steps. Every action is one transaction, one undo entry, and an event."""

    def __init__(self, bench: Workbench, resolutions: ResolutionService, clocks: ClockService) -> None:
        self._bench = bench
        self._resolutions = resolutions
        self._clocks = clocks

    def complete(self, step_id: int, *, anyway: str = "", decided: str = "") -> None:
        """Tick a step off. UserError `step_blocked` names the steps that come first, unless a reason is given.

        A decision is done by saying what was `decided`, which stays with the step: `step_undecided` without.
        """
        reason, words = checked_text(anyway, limit=_WORDS).strip(), checked_text(decided, limit=_WORDS).strip()

        def work(transaction: Transaction, step: Step, steps: Sequence[Step]) -> None:
            missing = missing_before(step, steps)
            if missing and not reason:
                raise UserError(
                    "step_blocked", step=step_titles(step), missing=[step_titles(other) for other in missing]
                )
            if step.rule == DECIDE and not (reason or words):
                raise UserError("step_undecided", step=step_titles(step))
            stamp = transaction.stamp
            columns: dict[str, object] = {"state": StepState.DONE, "done_at": stamp.now, "done_by": stamp.person}
            for said in (reason if missing else "", words):
                if said:
                    columns["note"] = _joined(str(columns.get("note", step.note)), said)
            if not transaction.update("step", step.id, **columns):
                return
            if missing:
                first = [step_titles(other) for other in missing]
                names = {"zh": "、".join(each["zh"] for each in first), "en": ", ".join(each["en"] for each in first)}
                _record(transaction, step, "step_done_anyway", reason=reason, missing=names)
            elif words:
                _record(transaction, step, "step_decided", decided=words)
            else:
                _record(transaction, step, "step_done")
            self._follow(transaction, step, steps)

        self._act(step_id, "step_done", work, state=StepState.OPEN)

    def reopen(self, step_id: int) -> None:
        """Open a step again; its clock runs again if it ended with the step."""

        def work(transaction: Transaction, step: Step, steps: Sequence[Step]) -> None:
            if transaction.update("step", step.id, state=StepState.OPEN, done_at=None, done_by=""):
                _record(transaction, step, "step_reopened")
                self._follow(transaction, step, steps)

        self._act(step_id, "step_reopened", work)

    def skip(self, step_id: int, reason: str) -> None:
        """Leave a step out; the reason is kept with it."""
        words = checked_text(reason, limit=_WORDS, required=True).strip()

        def work(transaction: Transaction, step: Step, steps: Sequence[Step]) -> None:
            stamp = transaction.stamp
            note = _joined(step.note, words)
            changed = transaction.update(
                "step", step.id, state=StepState.SKIPPED, done_at=stamp.now, done_by=stamp.person, note=note
            )
            if changed:
                _record(transaction, step, "step_skipped", reason=words)
                self._follow(transaction, step, steps)

        self._act(step_id, "step_skipped", work, state=StepState.OPEN)

    def assign(self, step_id: int, person_id: int | None) -> None:
        """Hand a step to a person, or back to its role."""
        person = shops.find_person(self._bench.store.database, person_id) if person_id is not None else None
        if person_id is not None and person is None:
            raise UserError("person_not_found", person=person_id)
        code = "step_assigned" if person is not None else "step_unassigned"

        def work(transaction: Transaction, step: Step, steps: Sequence[Step]) -> None:
            if transaction.update("step", step.id, person_id=person_id):
                _record(transaction, step, code, person=person.name if person is not None else "")

        self._act(step_id, code, work, person=person.name if person is not None else "")

    def write_note(self, step_id: int, text: str) -> None:
        """Write what there is to know about a step; an empty text takes it away."""
        words = checked_text(text, limit=_WORDS).strip()

        def work(transaction: Transaction, step: Step, steps: Sequence[Step]) -> None:
            if transaction.update("step", step.id, note=words):
                _record(transaction, step, "step_noted", text=words)

        self._act(step_id, "step_noted", work, text=words)

    def done_within(self, transaction: Transaction, step_id: int, *, skipped: str = "") -> bool:
        """An open step is done (left out, with the reason `skipped`) by what another action does; what follows follows.

        False, and nothing written, for a step that is not open. What should come before it is the caller's to know.
        """
        step = case_page.find_step(transaction.database, step_id)
        if step.state is not StepState.OPEN:
            return False
        steps, stamp = case_page.list_steps(transaction.database, step.case_id), transaction.stamp
        columns: dict[str, object] = {"done_at": stamp.now, "done_by": stamp.person}
        if skipped:
            columns |= {"state": StepState.SKIPPED, "note": _joined(step.note, skipped)}
        else:
            columns["state"] = StepState.DONE
        transaction.update("step", step.id, **columns)
        if skipped:
            _record(transaction, step, "step_skipped", reason=skipped)
        else:
            _record(transaction, step, "step_done")
        self._follow(transaction, step, steps)
        return True

    def answer_to(self, clock_id: int) -> ClockAnswer:
        """What a running clock waits for. UserError `clock_move_refused` for one that has ended meanwhile."""
        clock = find_clock(self._bench.store.database, clock_id)
        if isinstance(may(clock, ClockMove.MEET), Refused):
            raise UserError("clock_move_refused", move=ClockMove.MEET.value, status=clock.status.value)
        return answer_to(clock, case_page.list_steps(self._bench.store.database, clock.case_id))

    def return_text(self, case_id: int, language: str) -> str:
        """The return address of the shop with the advice on how to send, for the buyer.

        UserError `return_address_missing` while Settings hold none.
        """
        database = self._bench.store.database
        shop = shops.find_shop(database, cases.find_case(database, case_id).shop_id)
        if not shop.return_address.strip():
            raise UserError("return_address_missing", shop=shop.name)
        return f"{shop.return_address.strip()}\n{advice('return', language)}"

    def _act(
        self,
        step_id: int,
        code: str,
        work: Callable[[Transaction, Step, Sequence[Step]], None],
        *,
        state: StepState | None = None,
        **values: object,
    ) -> None:
        """`state` is the one a step must be in for something to happen; a second click changes nothing."""

        def checked(transaction: Transaction) -> None:
            step = case_page.find_step(transaction.database, step_id)
            if state is None or step.state is state:
                work(transaction, step, case_page.list_steps(transaction.database, step.case_id))

        found = case_page.find_step(self._bench.store.database, step_id)
        self._bench.act(code, checked, values={"step": step_titles(found), **values})

    # What follows

    def _follow(self, transaction: Transaction, was: Step, steps: Sequence[Step]) -> None:
        """The clock of the step, the trade it extends, the clocks that begin with it, and who has to act next."""
        now = case_page.find_step(transaction.database, was.id)
        done = now.state is not StepState.OPEN
        for clock in case_page.list_clocks(transaction.database, was.case_id):
            if answers_clock(was, clock):
                _follow_clock(transaction, clock, was, done=done)
        left_out = StepState.SKIPPED in (now.state, was.state)
        follow_paying(transaction, was, now)
        if was.rule == EXTEND_TRADE and not left_out:
            self._extend(transaction, was.case_id, back=not done)
        if (was.rule in TELLING_STEPS or (clocks_met_by(was) and not done)) and not left_out:
            self._clocks.follow_case(transaction, was.case_id)
        case = cases.find_case(transaction.database, was.case_id)
        after = [now if step.id == now.id else step for step in steps]
        waiting = waiting_after(case.waiting_on, steps, after)
        if waiting is not case.waiting_on:
            set_waiting_on(transaction, case, waiting)

    def _extend(self, transaction: Transaction, case_id: int, *, back: bool) -> None:
        """R003-35: the trade is extended by the packs' days, not once it was successful; taken back when reopened."""
        page = case_page.load_page(transaction.database, case_id)
        successful = page.order is not None and page.order.status is OrderStatus.SIGNED
        if page.resolution is not None:
            told = page.resolution.facts.get("trade_success")
            successful = told if isinstance(told, bool) else successful
        if successful and not back:
            transaction.record("trade_not_extended", entity="case", entity_id=case_id, case_id=case_id)
            return
        days = self._extend_days(page)
        for clock in page.clocks:
            if clock.status is not ClockStatus.RUNNING or not clock.rule.startswith(("auto_confirm", "trade_extended")):
                continue
            extended = extended_days(clock.note)
            if back:
                due_at, kept = extended_due(clock, -extended), 0
            else:
                due_at, kept = extended_due(clock, 0 if extended else days), extended or days
            if due_at == clock.due_at:
                continue
            note = renoted(clock.note, years_not_announced(clock.note), extended=kept)
            move_clock(transaction, clock, due_at, note=note)
            record_clock(
                transaction, clock, "clock_extended" if not back else "clock_changed", days=days,
                before=moment_text(clock.due_at, page.shop.time_zone),
                after=moment_text(due_at, page.shop.time_zone),
            )  # fmt: skip

    def _extend_days(self, page: CasePage) -> int:
        for pack in self._resolutions.packs_of(page):
            number = pack.constants.get("extend_days")
            if number is not None and number.value is not None:
                return int(number.value)
        return 0


def _follow_clock(transaction: Transaction, clock: Clock, was: Step, *, done: bool) -> None:
    now = case_page.find_step(transaction.database, was.id)
    if done and now.state is StepState.DONE and clock.status in (ClockStatus.RUNNING, ClockStatus.PAUSED):
        finish_clock(transaction, clock)
    elif not done and clock.status in (ClockStatus.MET, ClockStatus.MISSED) and clock.ended_at == was.done_at:
        transaction.update("clock", clock.id, status=ClockStatus.RUNNING, ended_at=None)
        record_clock(transaction, clock, "clock_restarted")


def _record(transaction: Transaction, step: Step, code: str, **details: object) -> None:
    transaction.record(
        code, entity="step", entity_id=step.id, case_id=step.case_id, details={"step": step_titles(step), **details}
    )


def _joined(note: str, words: str) -> str:
    return f"{note}\n{words}" if note else words
