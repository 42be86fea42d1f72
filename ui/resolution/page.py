"""The resolution wizard's page: steps, question and live pane side by side, the foot below, the keys of all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.services.resolutions import Written
from models.errors import NotFound
from ui import format as shown
from ui.background import Background
from ui.i18n import language, translator
from ui.messages import confirm, show_error
from ui.page import Crumb, Key, Page, Scene, Target
from ui.plain import one_line
from ui.resolution.foot import Foot
from ui.resolution.keys_and_scenes import hints, keys, scenes_of
from ui.resolution.live_pane import LivePane
from ui.resolution.panes import Panes
from ui.resolution.side_box import SideBox
from ui.resolution.step_list import WIDTH, StepList
from ui.resolution.steps_shown import step_items
from ui.resolution.title_marks import TitleMarks
from ui.resolution.typed_keys import TypedKeys
from ui.resolution.walking import Walking
from ui.resolution.wizard_state import CONFIRM, FACTS, REMEDY, ROAD, WizardState
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
        self.typed = TypedKeys(self)
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
        self.box.keep_wanted.connect(self._keep_as_decided)
        self.box.anew_wanted.connect(lambda: walking.go(ROAD if self._asks_road() else FACTS))
        self.middle.go_on.connect(self.go_on)
        self.middle.said.connect(self.said)
        self.middle.texts_wanted.connect(walking.make_texts)
        self.middle.evidence_wanted.connect(self._to_evidence)
        self.middle.cases_wanted.connect(self.leave)
        self.live.said.connect(self.said)
        self.live.override_wanted.connect(self.override)
        self.live.remedy_chosen.connect(walking.choose)
        self.live.fact_wanted.connect(self.also_ask)
        self.live.number_wanted.connect(self._to_number)
        foot.back.connect(self.previous)
        foot.later.connect(self.leave)
        foot.confirm.connect(self.to_the_end)
        foot.next.connect(self.go_on)
        foot.live.connect(self._toggle_live)
        onward = QShortcut(QKeySequence("Alt+Right"), self)
        onward.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        onward.activated.connect(lambda: None if self._at_the_end() else self.go_on())
        jump = QShortcut(QKeySequence("Ctrl+End"), self)
        jump.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        jump.activated.connect(self.to_the_end)

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
        return hints()

    def keys(self) -> Sequence[Key]:
        return keys()

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
        self._marks.show_kept(self.state, self.ctx)

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
        return scenes_of(self.ctx, self.walking)

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

    def to_the_end(self) -> None:
        """Ctrl+End: to the last page, unless something typed here cannot be taken."""
        if self.middle.readable():
            self.walking.to_confirm()

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

    def also_ask(self, fact: str = "") -> None:
        """A: what is not asked in every case, on the page of the facts."""
        if self.state is not None:
            self.walking.go(FACTS)
            self.middle.facts.go_to(fact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.typed.press(event):
            super().keyPressEvent(event)

    # Showing

    def _begun(self) -> None:
        state = self.state
        if state is None:
            return
        self._marks.begin(state)
        self.typed.forget()
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
        self._marks.show_kept(self.state, self.ctx)

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
        self.typed.work_off()

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
        self._marks.show_kept(self.state, self.ctx)
        if self.state is not None:
            self._show_steps(self.state)

    # What happens

    def _stuck(self) -> None:
        self.typed.forget()
        self.middle.readable()
        state = self.state
        open_ones = state.open_titles() if state is not None else []
        if len(open_ones) > 1:
            joint = "、" if language() == "zh" else ", "
            self.said.emit(tr("Still open: %1", joint.join(open_ones[:4])))
        else:
            self.said.emit(tr("Answer this question first, or choose that it cannot be told."))

    def _take_texts(self, written: Written) -> None:
        state = self.state
        if state is not None:
            self.middle.take_texts(state, written)

    def _finished(self, case_id: int, title: str) -> None:
        self._marks.kept_at = None
        self._marks.show_kept(self.state, self.ctx)
        self.said.emit(tr("Resolution written: %1", title))
        self._show_nothing()
        self.navigate.emit(Target("cases", str(case_id)))

    def _not_written(self, error: BaseException) -> None:
        self.walking.go(CONFIRM)
        self.middle.confirm.show_error(error)

    def _failed(self, error: BaseException) -> None:
        self.typed.forget()
        if isinstance(error, NotFound):
            self._show_nothing()
        show_error(error, self)

    def _ask_discard(self) -> None:
        confirm(
            self, tr("Discard the draft?"), tr("Its answers are forgotten. What was decided before stays."),
            tr("Discard"), self.walking.discard,
        )  # fmt: skip

    def _at_the_end(self) -> bool:
        return self.state is not None and self.state.place == CONFIRM

    def _asks_road(self) -> bool:
        return self.state is not None and self.state.asks_road()

    def _keep_as_decided(self) -> None:
        """Leave the resolution in force as it is; a draft of another one is forgotten."""
        state = self.state
        if state is None:
            return
        if self._marks.kept_at is not None:
            self.walking.forget_draft()
            self._marks.kept_at = None
        self.said.emit(tr("Kept as decided."))
        self.navigate.emit(Target("cases", str(state.case_id)))

    def _to_evidence(self) -> None:
        if self.state is not None:
            self.walking.leave()
            self.navigate.emit(Target("evidence", str(self.state.case_id)))

    def _to_number(self, number: str) -> None:
        """To a number of a pack, `pack/number`; the draft stays."""
        self.walking.leave()
        self.navigate.emit(Target("settings", number, "rules"))


def make_page(ctx: AppContext, background: Background, parent: QWidget | None = None) -> ResolutionPage:
    """The page, for the window's registry."""
    return ResolutionPage(ctx, background, parent)
