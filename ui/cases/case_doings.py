"""What the page does with cases: each through the writer's thread, and what fails is said in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.kinds import CaseState, Demand, NoteKind, Problem, WaitingOn
from ui.background import Background
from ui.held_writing import run_held
from ui.widgets.held_dialog import HeldDialog

Result = TypeVar("Result")


class CaseDoings(QObject):
    """Changes to cases asked for by the page; `done` comes after each that was written."""

    done = Signal()

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._window = window
        self.ask_state: Callable[[Sequence[int], CaseState], object] | None = None
        """Asks for what a move needs before it is done; without it cases are moved as they are."""

    @property
    def background(self) -> Background:
        """Where the page's work runs."""
        return self._background

    def write(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object] = lambda result: None,
        *,
        asked: HeldDialog | None = None,
    ) -> None:
        """Run what changes the store in its thread; what it raises is shown. `asked` stays open until it is written."""

        def finished(result: Result) -> None:
            self.done.emit()
            then(result)

        run_held(self._background, self._ctx.jobs.write(work), asked, self._window, finished)

    def change_state(self, case_ids: Sequence[int], state: CaseState) -> None:
        """Move cases to a state."""
        ids = list(case_ids)
        if ids and self.ask_state is not None:
            self.ask_state(ids, state)
        elif ids:
            self.write(lambda: self._ctx.cases.change_state(ids, state))

    def assign(self, case_ids: Sequence[int], person_id: int) -> None:
        """Hand cases to a person."""
        ids = list(case_ids)
        if ids:
            self.write(lambda: self._ctx.hand_over.hand_over(ids, person_id))

    def change_problem(self, case_ids: Sequence[int], problem: Problem) -> None:
        """Correct what went wrong."""
        ids = list(case_ids)
        if ids:
            self.write(lambda: self._ctx.cases.change_problem(ids, problem))

    def change_demand(self, case_id: int, demand: Demand) -> None:
        """Note what the buyer asks for."""
        self.write(lambda: self._ctx.cases.change_demand(case_id, demand))

    def change_waiting_on(self, case_ids: Sequence[int], waiting_on: WaitingOn) -> None:
        """Note who has to act next."""
        ids = list(case_ids)
        if ids:
            self.write(lambda: self._ctx.cases.change_waiting_on(ids, waiting_on))

    def add_note(self, case_id: int, text: str, kind: NoteKind, then: Callable[[int], object]) -> None:
        """Write a note; `then` comes once it is kept."""
        self.write(lambda: self._ctx.cases.add_note(case_id, text, kind), then)

    def complete_step(self, step_id: int, done: bool) -> None:
        """Tick a step off, or open it again."""
        steps = self._ctx.steps
        if not done:
            self.write(lambda: steps.reopen(step_id))
            return

        def refused(error: BaseException) -> None:
            # A decision is done by saying what was decided.
            from ui.hand_over.step_doings import StepDoings

            StepDoings(self._ctx, self._background, self._window).ask_decision(step_id, error)

        future = self._ctx.jobs.write(lambda: steps.complete(step_id))
        run_held(self._background, future, None, self._window, lambda _: self.done.emit(), refused)
