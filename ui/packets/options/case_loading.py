"""Which case the packet page shows: reads it away from the window's thread and hands it to the parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.changes import ChangeSet
from ui.packets.packet_state import PacketState, read_state

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage


_SHOWN_ALREADY = frozenset(("packet", "packet_plan", "history_event"))


def _made_here(changes: ChangeSet) -> bool:
    """Whether a packet was made and kept as evidence, and nothing else happened."""
    return "packet" in changes.tables and changes.tables <= _SHOWN_ALREADY | {"evidence"}


class CaseLoading(QObject):
    """Only the answer to the newest question is shown."""

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        self._asked = 0
        self._taken = 0

    @property
    def busy(self) -> bool:
        """Whether a case is being read."""
        return self._taken != self._asked

    def open(self, case: int | str) -> None:
        """Show a case by its id or number; the one that is shown is read again."""
        shown = self._page.state
        if shown is None or case not in (shown.page.case.id, shown.page.case.number):
            # What was typed belongs to the case before.
            self._page.options.settle()
            self.show_nothing("…")
            self.load(case, at_once=True)
        else:
            self.load(shown.page.case.id)

    def refresh(self, changes: object) -> None:
        """Something was written: read again what it concerns."""
        if self._page.state is None:
            return
        case_id = self._page.state.page.case.id
        if isinstance(changes, ChangeSet):
            if changes.cases and case_id not in changes.cases:
                return
            if changes.tables and (changes.tables <= _SHOWN_ALREADY or _made_here(changes)):
                # Made or chosen just now: what is shown, or being built, is that.
                self.load(case_id, rebuild=False)
                return
        self.load(case_id)

    def load(self, case: int | str, *, at_once: bool = False, rebuild: bool = True) -> None:
        """Read a case; `rebuild` makes its preview anew, `at_once` without waiting for more changes."""
        self._asked += 1
        number, ctx, side = self._asked, self._page.ctx, self._page.side
        self._page.background.run(
            ctx.jobs.read(lambda: read_state(ctx, case, side)),
            lambda state: self._take_state(number, state, at_once=at_once, rebuild=rebuild),
            lambda error: self._not_loaded(number, error),
            receiver=self,
        )

    def load_again(self, *, at_once: bool = False) -> None:
        """Read the case in front once more."""
        if self._page.state is not None:
            self.load(self._page.state.page.case.id, at_once=at_once)

    def _take_state(self, number: int, state: PacketState, *, at_once: bool, rebuild: bool) -> None:
        if number != self._asked:
            return
        self._taken = number
        page = self._page
        page.state = state
        if page.writing.may_show():
            page.model.set_evidence(state.page.evidence)
        page.exhibits.show_state(state)
        page.plans.take(state.page.case.id, state.plan)
        page.choosing.show_state()
        page.head.show_case(state.page, page.ctx.clock.now())
        page.show_packet()
        if not page.exhibits.list.currentIndex().isValid():
            page.exhibits.list.choose_row(0)
            page.exhibits.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if rebuild:
            page.handing.forget()
            page.options.foot.show_done("")
            page.ask(at_once=at_once)
        page.show_checks()
        page.header_changed.emit()
        page.hints_changed.emit()
        page.giving.go_on()

    def _not_loaded(self, number: int, error: BaseException) -> None:
        if number == self._asked:
            self._taken = number
            self.show_nothing("")
            self._page.tell_error(error)

    def show_nothing(self, words: str) -> None:
        """No case: what the page is for, and where to begin; `words` stand there while one is being read."""
        page = self._page
        page.state = None
        page.preview = None
        page.giving.give_up()
        page.builder.drop()
        page.handing.forget()
        page.view.clear()
        page.options.meters.show_none()
        page.options.summary.drop()
        page.options.leaving.show_leaving(())
        page.options.foot.show_done("")
        page.plans.clear()
        page.model.set_evidence(())
        page.head.show_case(None, page.ctx.clock.now())
        page.show_empty(words)
        page.commands_changed.emit()
