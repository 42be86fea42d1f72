"""What is done with a step wherever it stands: ticked off, left out with a reason, handed on to a role or a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.errors import UserError
from models.kinds import Role
from models.records import Person
from ui.background import Background
from ui.hand_over.hand_on_dialog import HandOnDialog, StepNow
from ui.held_writing import run_held
from ui.i18n import language, translator
from ui.messages import show_error
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("hand_over")


class StepDoings(QObject):
    """Asks what has to be asked and writes in the writer's thread; `said` tells what a page may show as a toast."""

    said = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window

    def complete(self, step_id: int, title: str, missing: str = "") -> ReasonDialog | None:
        """Tick a step off. One that waits for others (`missing` names them) is done all the same for a reason."""
        steps = self._ctx.steps
        if not missing:
            done = self._ctx.jobs.write(lambda: steps.complete(step_id))
            run_held(self._background, done, None, self._window, failed=lambda e: self.ask_decision(step_id, e))
            return None
        words = ReasonWords(
            title=tr("Not yet: %1", title), text=tr("Still to be done before it: %1.", missing),
            field=tr("Do it all the same because"), take=tr("Do it anyway"), cancel=tr("Cancel"),
            wrong=tr("Say why; it is kept in the history."),
        )  # fmt: skip
        return self._ask(words, lambda reason: steps.complete(step_id, anyway=reason))

    def ask_decision(self, step_id: int, error: BaseException) -> ReasonDialog | None:
        """Ask what was decided where a step was refused for want of it; any other `error` is shown."""
        if not isinstance(error, UserError) or error.code != "step_undecided":
            show_error(error, self._window)
            return None
        titles = error.values["step"]
        words = ReasonWords(
            title=str(titles[language()]) if isinstance(titles, Mapping) else "",
            text=tr("It stays with the step and in the history; a refund that waits for it can be paid then."),
            field=tr("What is decided"), take=tr("Done"), cancel=tr("Cancel"), wrong=tr("Say what is decided."),
        )  # fmt: skip
        steps = self._ctx.steps
        return self._ask(words, lambda said: steps.complete(step_id, decided=said))

    def skip(self, step_id: int, title: str) -> ReasonDialog:
        """Leave a step out; the reason stays with it."""
        words = ReasonWords(
            title=tr("Leave out: %1", title), field=tr("Reason"), take=tr("Leave out"), cancel=tr("Cancel"),
            wrong=tr("Say why; it is kept in the history."),
        )  # fmt: skip
        steps = self._ctx.steps
        return self._ask(words, lambda reason: steps.skip(step_id, reason))

    def hand_on(self, now: StepNow) -> None:
        """Ask whom a step goes to, once it is known who works here."""
        lists = self._ctx.role_steps

        def ask(people: tuple[Person, ...]) -> None:
            dialog = HandOnDialog(now, people, self._window)
            dialog.given.connect(lambda role, person, note: self._hand_on(now.step_id, role, person, note, dialog))
            dialog.open()

        self._background.run(self._ctx.jobs.read(lists.people), ask, receiver=self)

    def _hand_on(self, step_id: int, role: Role | None, person: int | None, note: str, dialog: HandOnDialog) -> None:
        lists = self._ctx.role_steps
        self._write(lambda: lists.hand_on(step_id, role, person, note), dialog)

    def _ask(self, words: ReasonWords, act: Callable[[str], object]) -> ReasonDialog:
        dialog = ReasonDialog(words, self._window)
        dialog.given.connect(lambda text: self._write(lambda: act(text), dialog))
        dialog.open()
        return dialog

    def _write(self, work: Callable[[], object], asked: HeldDialog | None) -> None:
        run_held(self._background, self._ctx.jobs.write(work), asked, self._window)
