"""The resolution wizard's page: steps, question and live pane side by side, the foot below, the keys of all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.services.resolutions import Written
from models.errors import NotFound
from models.store.cases import CaseQuery, CaseView
from ui import format as shown
from ui.background import Background
from ui.i18n import translator
from ui.messages import confirm, show_error
from ui.page import Crumb, Key, Page, Scene, Target
from ui.plain import one_line
from ui.resolution.foot import Foot, previous_key
from ui.resolution.live_pane import LivePane
from ui.resolution.panes import Panes
from ui.resolution.side_box import SideBox
from ui.resolution.step_list import WIDTH, StepList
from ui.resolution.steps_shown import step_items
from ui.resolution.title_marks import TitleMarks
from ui.resolution.walking import Walking
from ui.resolution.wizard_state import CONFIRM, FACTS, REMEDY, ROAD, WizardState
from ui.widgets.buttons import Button
from ui.widgets.panel import Strip, column, line

tr = translator("resolution")


class ResolutionPage(Page):
    """Paints what Walking knows; every decision is made there or in the service."""

    word = "resolution"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self.walking = Walking(ctx, background, self)
        self._narrow = self._live_alone = False
        self._held: list[int] = []
        self._marks = TitleMarks(self)
        self._build()
        self._connect()
        self._show_nothing()

    def _build(self) -> None:
        whole = column(self)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.side = Strip(self, surface="surface2", edge="right")
        self.side.setFixedWidth(WIDTH)
        left = column(self.side, margins=(0, 12, 1, 16), spacing=12)
        self.steps = StepList(self.side)
        self.steps.setAccessibleName(tr("Steps"))
        self.box = SideBox(self.side)
        left.addWidget(self.steps, 1)
        holder = line(margins=(16, 0, 15, 0))
        holder.addWidget(self.box)
        left.addLayout(holder)
        self.middle = Panes(self.ctx, self.background, self.walking, self)
        self.live = LivePane(self.ctx, self)
        across.addWidget(self.side)
        across.addWidget(self.middle, 1)
        across.addWidget(self.live)
        whole.addLayout(across, 1)
        self.foot = Foot(self)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        walking, foot = self.walking, self.foot
        walking.begun.connect(self._begun)
        walking.changed.connect(self._show)
        walking.moved.connect(self._moved)
        walking.stuck.connect(self._stuck)
        walking.reason_missing.connect(self.middle.ask_reason)
        walking.texts_ready.connect(self._take_texts)
        walking.finished.connect(self._finished)
        walking.not_written.connect(self._not_written)
        walking.failed.connect(self._failed)
        walking.keeper.kept.connect(self._kept)
        walking.keeper.failed.connect(self._failed)
        self.steps.chosen.connect(walking.go)
        self.box.discard_wanted.connect(self._ask_discard)
        self.middle.go_on.connect(self.go_on)
        self.middle.said.connect(self.said)
        self.middle.texts_wanted.connect(walking.make_texts)
        self.middle.evidence_wanted.connect(self._to_evidence)
        self.middle.cases_wanted.connect(self.leave)
        self.live.said.connect(self.said)
        self.live.override_wanted.connect(self.override)
        self.live.remedy_chosen.connect(walking.choose)
        foot.back.connect(self.previous)
        foot.later.connect(self.leave)
        foot.confirm.connect(walking.to_confirm)
        foot.next.connect(self.go_on)
        foot.live.connect(self._toggle_live)
        jump = QShortcut(QKeySequence("Ctrl+End"), self)
        jump.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        jump.activated.connect(walking.to_confirm)

    @property
    def state(self) -> WizardState | None:
        """None while no case is open."""
        return self.walking.state

    # What the window asks

    def title(self) -> str:
        return tr("Resolution wizard")

    def path(self) -> Sequence[Crumb]:
        state = self.state
        if state is None:
            return ()
        case = state.walk.page.case
        return (Crumb(case.number, Target("cases", str(case.id))),)

    def facts(self) -> str:
        state = self.state
        if state is None:
            return ""
        page = state.walk.page
        item = page.order.lines[0].item_title if page.order is not None and page.order.lines else ""
        amount = shown.money(page.case.at_stake) if page.case.at_stake else ""
        return " · ".join(part for part in (one_line(item), amount) if part)

    def title_widgets(self) -> Sequence[QWidget]:
        return self._marks.title()

    def page_actions(self) -> Sequence[QWidget]:
        return (self._marks.saved,)

    def hints(self) -> str:
        return tr("1–9 choose · ↵ next · %1 previous · O decide otherwise · Esc leave, keep the draft", previous_key())

    def keys(self) -> Sequence[Key]:
        return (
            Key("1", tr("choose an answer, to 9")), Key("Return", tr("next question")),
            Key("Alt+Left", tr("question before")), Key("Ctrl+End", tr("straight to Confirm")),
            Key("O", tr("decide otherwise")), Key("Space", tr("enlarge a photo")),
            Key("Esc", tr("leave and keep the draft")),
        )  # fmt: skip

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"back": self.previous, "view_evidence": self._to_evidence}

    def open(self, target: Target) -> None:
        state = self.state
        if not target.id:
            if state is None:
                self._show_nothing()
            return
        if state is not None and target.id in (str(state.case_id), state.walk.page.case.number):
            self.walking.reload()
            self._take_focus()
        else:
            self.walking.start(int(target.id) if target.id.isdigit() else target.id)

    def refresh(self, changes: object) -> None:
        state = self.state
        if state is None:
            return
        if not isinstance(changes, ChangeSet) or state.case_id in changes.cases:
            self.walking.reload()

    def minute(self) -> None:
        self._marks.show_kept(self.state, self.ctx.clock.now())

    def panes(self) -> Sequence[QWidget]:
        return (self.middle, self.live, self.steps)

    def back(self) -> bool:
        if self.middle.put_back():
            return True
        self.walking.leave()
        return False

    def may_leave(self) -> bool:
        self.walking.leave()
        return True

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._live_alone = False
        self.foot.set_narrow(narrow)
        self._show_panes()

    def scenes(self) -> Sequence[Scene]:
        return (Scene("", self._scene_question), Scene("facts", self._scene_facts))

    # Going

    def go_on(self) -> None:
        """Enter: the next place, or the end."""
        state = self.state
        if state is None:
            return
        if not self.middle.readable():
            return
        if state.place == CONFIRM:
            self.walking.finish()
        else:
            self.walking.next()

    def previous(self) -> None:
        """Alt+Left: the place before, or out at the first."""
        if not self.walking.previous():
            self.leave()

    def leave(self) -> None:
        """Out to the case; the draft stays."""
        self.walking.leave()
        state = self.state
        self.navigate.emit(Target("cases", str(state.case_id)) if state is not None else Target("cases"))

    def override(self) -> None:
        """O: decide otherwise, on the remedy page."""
        state = self.state
        if state is None:
            return
        if not state.reachable(REMEDY):
            self._stuck()
            return
        self.walking.go(REMEDY)
        self.middle.remedy.show_override()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = event.key()
        if plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self.state is not None:
            self._type(key - Qt.Key.Key_0)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = QApplication.focusWidget()
            if isinstance(focus, Button) and self.isAncestorOf(focus):
                focus.click()
            else:
                self._type(0)
        elif plain and key == Qt.Key.Key_0 and self.state is not None and self.state.place == ROAD:
            self.middle.road.show_all()
        elif plain and key == Qt.Key.Key_O:
            self.override()
        else:
            super().keyPressEvent(event)

    def _type(self, key: int) -> None:
        """A number key, or 0 for Enter; what is typed ahead of an evaluation waits for it."""
        if self._held or (self.walking.busy and self.walking.waits_to_go_on):
            self._held.append(key)
        elif key == 0:
            self.go_on()
        else:
            self.middle.press(key)

    def _type_held(self) -> None:
        held, self._held = self._held, []
        for at, key in enumerate(held):
            self._type(key)
            if self.walking.busy and self.walking.waits_to_go_on:
                self._held = held[at + 1 :]
                return

    # Showing

    def _begun(self) -> None:
        state = self.state
        if state is None:
            return
        self._marks.begin(state)
        self._held = []
        self.middle.begin()
        self.live.forget()
        self.header_changed.emit()
        self._show()
        self._moved()

    def _show_nothing(self) -> None:
        for widget in (self.side, self.foot):
            widget.setEnabled(False)
        self.live.hide()
        self.middle.show_empty()

    def _show(self) -> None:
        """The state after an evaluation: everything but the focus."""
        state = self.state
        if state is None:
            return
        for widget in (self.side, self.foot):
            widget.setEnabled(True)
        self._show_panes()
        self.middle.show_state(state)
        self._show_steps(state)
        self.live.show_state(state)
        self._marks.show_kept(self.state, self.ctx.clock.now())

    def _show_steps(self, state: WizardState) -> None:
        now = self.ctx.clock.now()
        self.steps.show_items(step_items(state, now))
        self.box.show_state(state, now, draft=self._marks.kept_at is not None)
        places = [stop.place for stop in state.stops()]
        self.foot.show_place(
            asking=state.question_here() is not None, last=state.place == CONFIRM, first=state.place == places[0],
            complete=state.complete,
        )  # fmt: skip

    def _moved(self) -> None:
        """Another place: its page, and the focus in it."""
        state = self.state
        if state is None:
            return
        self.middle.written = None
        self.middle.show_state(state)
        self._show_steps(state)
        self._take_focus()
        self._type_held()

    def _take_focus(self) -> None:
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.middle.take_focus()

    def _show_panes(self) -> None:
        has_case = self.state is not None
        self.live.setVisible(has_case and (not self._narrow or self._live_alone))
        self.middle.setVisible(not self._live_alone)

    def _toggle_live(self) -> None:
        self._live_alone = not self._live_alone
        self._show_panes()

    def _kept(self, when: datetime) -> None:
        self._marks.kept_at = when
        self._marks.show_kept(self.state, self.ctx.clock.now())
        if self.state is not None:
            self._show_steps(self.state)

    # What happens

    def _stuck(self) -> None:
        self._held = []
        self.middle.readable()
        self.said.emit(tr("Answer this question first, or choose that it cannot be told."))

    def _take_texts(self, written: Written) -> None:
        state = self.state
        if state is not None:
            self.middle.take_texts(state, written)

    def _finished(self, case_id: int, title: str) -> None:
        self._marks.kept_at = None
        self._marks.show_kept(self.state, self.ctx.clock.now())
        self.said.emit(tr("Resolution written: %1", title))
        self._show_nothing()
        self.navigate.emit(Target("cases", str(case_id)))

    def _not_written(self, error: BaseException) -> None:
        self.walking.go(CONFIRM)
        self.middle.confirm.show_error(error)

    def _failed(self, error: BaseException) -> None:
        self._held = []
        if isinstance(error, NotFound):
            self._show_nothing()
        show_error(error, self)

    def _ask_discard(self) -> None:
        confirm(
            self, tr("Discard the draft?"), tr("Its answers are forgotten. What was decided before stays."),
            tr("Discard"), self.walking.discard,
        )  # fmt: skip

    def _to_evidence(self) -> None:
        if self.state is not None:
            self.walking.leave()
            self.navigate.emit(Target("evidence", str(self.state.case_id)))

    # Pictures

    def _scene_question(self) -> None:
        service = self.ctx.resolutions
        for case_id in self.ctx.cases.list_case_ids(CaseQuery(view=CaseView.OPEN))[:60]:
            walk = service.start(case_id)
            if walk.conclusion.next_question is not None and len(walk.page.evidence) > 2:
                self.walking.start(case_id)
                return

    def _scene_facts(self) -> None:
        self.walking.go(FACTS)


def make_page(ctx: AppContext, background: Background) -> ResolutionPage:
    """The page, for the window's registry."""
    return ResolutionPage(ctx, background)
