"""The work on the case shown: its steps and their menus, its clocks and their pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.clock import zone
from models.records import Clock, Person, Step
from models.rules.clock_moves import ClockMove
from ui import format as shown
from ui.background import Background
from ui.cases.case_doings import CaseDoings
from ui.cases.case_panel import CasePanel
from ui.cases.clock_form import ClockForm
from ui.cases.clock_pane import ClockPane
from ui.cases.step_menu import StepMenu
from ui.i18n import language, translator
from ui.messages import MessageDialog
from ui.plain import one_line
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

if TYPE_CHECKING:
    from desktop.services.entered_clocks import EnteredClock

tr = translator("cases")


class CaseWork(QObject):
    """`said` and `navigate` are for the page to pass on."""

    said = Signal(str)
    navigate = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, panel: CasePanel, doings: CaseDoings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._panel, self._doings, self._window = ctx, background, panel, doings, window
        self._people: Sequence[Person] = ()
        self.pane: ClockPane | None = None
        self.steps = StepMenu(ctx, background, doings, window)
        self.steps.said.connect(self.said)
        self.steps.navigate.connect(self.navigate)
        rows = panel.overview.steps
        rows.refused.connect(self._refused)
        rows.menu_wanted.connect(self._step_menu)
        panel.head.clocks.wanted.connect(self.open_clocks)
        panel.shown_changed.connect(self._refresh)

    def set_people(self, people: Sequence[Person]) -> None:
        """Whom steps can be handed to."""
        self._people = people

    # Steps

    def _refused(self, step: Step) -> None:
        if self._panel.page is not None:
            self.steps.ask_anyway(self._panel.page, step)

    def _step_menu(self, step: Step, at: QPoint) -> None:
        if self._panel.page is not None:
            menu = self.steps.menu(self._panel.page, step, self._people)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    # Clocks

    def open_clocks(self) -> ClockPane | None:
        """All clocks of the case shown; the open pane if there is one."""
        page = self._panel.page
        if page is None:
            return None
        if self.pane is None:
            self.pane = ClockPane(self._window)
            self.pane.enter_wanted.connect(self.enter_clock)
            self.pane.move_wanted.connect(self.move_clock)
            self.pane.recompute_wanted.connect(self.recompute)
            self.pane.finished.connect(self._gone)
            self.pane.show_case(page, self._panel.moment())
            self.pane.open()
        return self.pane

    def _gone(self, result: int) -> None:
        self.pane = None

    def _refresh(self) -> None:
        page = self._panel.page
        if self.pane is not None and page is not None:
            self.pane.show_case(page, self._panel.moment())

    def enter_clock(self) -> ClockForm | None:
        """Enter a date that was given for the case shown."""
        page = self._panel.page
        if page is None:
            return None
        case_id, clocks = page.case.id, self._ctx.clocks
        return self._form(None, lambda entered: clocks.enter(case_id, entered))

    def recompute(self) -> None:
        """Count the clocks of the case shown anew; says so where nothing changed."""
        page, clocks = self._panel.page, self._ctx.clocks
        if page is None:
            return
        case_id = page.case.id

        def told(changed: int) -> None:
            self.said.emit(tr("%n clock(s) changed", n=changed) if changed else tr("All clocks are as the facts say"))

        self._doings.write(lambda: clocks.recompute(case_id), told)

    def _form(self, clock: Clock | None, act: Callable[[EnteredClock], object]) -> ClockForm | None:
        page = self._panel.page
        if page is None:
            return None
        name = page.shop.time_zone
        form = ClockForm(self._ctx.clock.now(), zone(name), name, self.pane or self._window, clock=clock)
        form.entered.connect(lambda entered: self._doings.write(lambda: act(entered), asked=form))
        form.open()
        return form

    def move_clock(self, clock: Clock, move: ClockMove) -> None:
        """Do with a clock what was chosen; what needs words or a date is asked for first."""
        clocks, number = self._ctx.clocks, clock.id
        if move is ClockMove.MEET:
            self._doings.write(lambda: clocks.meet(number))
        elif move is ClockMove.RESTART:
            self._doings.write(lambda: clocks.restart(number))
        elif move is ClockMove.CHANGE:
            self._form(clock, lambda entered: clocks.change(number, entered))
        elif move is ClockMove.RESUME:
            self._ask_resume(clock)
        else:
            self._ask_words(clock, move)

    def _ask_words(self, clock: Clock, move: ClockMove) -> ReasonDialog:
        label = one_line(clock.label(language()))
        stopping = move is ClockMove.STOP
        words = ReasonWords(
            title=tr("Stop: %1", label) if stopping else tr("Pause: %1", label),
            text="" if stopping else tr("It stands still and is not due until it runs again, as during a repair."),
            field=tr("Reason") if stopping else tr("Reason, if any"),
            take=tr("Stop") if stopping else tr("Pause"),
            cancel=tr("Cancel"),
            wrong=tr("Say why; it is kept in the history.") if stopping else "",
        )
        clocks, number = self._ctx.clocks, clock.id
        act = clocks.stop if stopping else clocks.pause
        dialog = ReasonDialog(words, self.pane or self._window)
        dialog.given.connect(lambda text: self._doings.write(lambda: act(number, text), asked=dialog))
        dialog.open()
        return dialog

    def _ask_resume(self, clock: Clock) -> None:
        """Two ends to choose from: moved by the time it stood still, or as it was."""
        clocks = self._ctx.clocks

        def resume(keep: bool) -> None:
            self._doings.write(lambda: clocks.resume(clock.id, keep_date=keep))

        def ask(found: tuple[datetime, bool]) -> None:
            moved, moves_on = found
            at = self._panel.moment()
            later, same = (shown.day_and_time(each, at.now, language(), at.zone) for each in (moved, clock.due_at))
            dialog = MessageDialog(
                self.pane or self._window, "play", "accent", tr("Run again: %1", one_line(clock.label(language()))),
                tr("It stood still; its end can move by that time or stay where it was."),
            )  # fmt: skip
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.add_button("move", tr("Move to %1", later), primary=moves_on)
            dialog.add_button("keep", tr("Keep %1", same), primary=not moves_on)
            dialog.accepted.connect(lambda: resume(dialog.chosen == "keep"))
            dialog.open()

        look = self._ctx.jobs.read(lambda: (clocks.resumed_due(clock), clocks.moves_on(clock)))
        self._background.run(look, ask, receiver=self)
