"""D on a case of the board: the step its clock waits for is done, or the clock is marked met where no step answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.context import AppContext
from models.clock import zone
from models.kinds import ClockStatus
from models.rules.clock_moves import ended_as
from ui import format as shown
from ui.held_writing import run_held
from ui.i18n import language, translator
from ui.messages import MessageDialog, confirm, show_error
from ui.page import Page
from ui.plain import one_line
from ui.today.board_lines import BoardLine

if TYPE_CHECKING:
    from models.rules.step_clocks import ClockAnswer
    from ui.hand_over.step_doings import StepDoings

tr = translator("today")


class BoardClockActs:
    """One clock at a time is asked about: a second D while the first is looked up does nothing."""

    def __init__(self, ctx: AppContext, page: Page) -> None:
        self._ctx, self._page = ctx, page
        self._doings: StepDoings | None = None
        self._asking = 0

    def answer(self, found: BoardLine) -> None:
        """Look up what the clock of a line waits for, and do it."""
        clock_id, ctx = found.clock_id, self._ctx
        if not clock_id or self._asking == clock_id:
            return
        self._asking = clock_id
        self._page.background.run(
            ctx.jobs.read(lambda: ctx.steps.answer_to(clock_id)), lambda answer: self.do(found, answer), self._failed,
            receiver=self._page,
        )  # fmt: skip

    def do(self, found: BoardLine, answer: ClockAnswer) -> MessageDialog | None:
        """Complete the step as the steps by role do; without one ask before the clock is marked met."""
        if answer.step is None:
            return self._meet(found, answer)
        self._asking = 0
        if self._doings is None:
            from ui.hand_over.step_doings import StepDoings

            self._doings = StepDoings(self._ctx, self._page.background, self._page)
            self._doings.said.connect(self._page.said)
        missing = tr(", ").join(one_line(each.title(language())) for each in answer.missing)
        self._doings.complete(answer.step.id, one_line(answer.step.title(language())), missing)
        return None

    def _meet(self, found: BoardLine, answer: ClockAnswer) -> MessageDialog:
        clock, ctx, now = answer.clock, self._ctx, self._ctx.clock.now()
        due = shown.day_and_time(clock.due_at, now, language(), zone(ctx.bench.time_zone))
        words = tr("No open step of %1 answers it. It ends as missed: it was due %2.", found.case_number, due)
        if ended_as(clock, now) is not ClockStatus.MISSED:
            words = tr("No open step of %1 answers it. It ends as met; it is due %2.", found.case_number, due)

        def write() -> None:
            done = ctx.jobs.write(lambda: ctx.clocks.meet(clock.id))
            run_held(self._page.background, done, None, self._page)

        title = tr("Is it done: %1?", one_line(clock.label(language())))
        dialog = confirm(self._page, title, words, tr("It is done"), write)
        dialog.finished.connect(lambda _: self._free())
        return dialog

    def _free(self) -> None:
        self._asking = 0

    def _failed(self, error: BaseException) -> None:
        self._free()
        show_error(error, self._page)
