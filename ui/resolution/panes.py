"""The middle of the wizard: one pane for each kind of place, and which of them is in front."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.context import AppContext
from desktop.services.resolutions import Written
from ui.background import Background
from ui.i18n import translator
from ui.resolution.amounts_pane import AmountsPane
from ui.resolution.confirm_pane import ConfirmPane
from ui.resolution.facts_pane import FactsPane
from ui.resolution.question_pane import QuestionPane
from ui.resolution.remedy_pane import RemedyPane
from ui.resolution.road_pane import RoadPane
from ui.resolution.sheet import Sheet
from ui.resolution.walking import Walking
from ui.resolution.wizard_state import AMOUNTS, FACTS, REMEDY, ROAD, ROAD_FACT, WizardState
from ui.widgets.panel import EmptyPlace

tr = translator("resolution")


class Panes(QStackedWidget):
    """Answers go straight to Walking; `go_on` is Enter in a field, `texts_wanted` asks for the last page's texts."""

    go_on = Signal()
    said = Signal(str)
    texts_wanted = Signal()
    evidence_wanted = Signal()
    cases_wanted = Signal()

    def __init__(self, ctx: AppContext, background: Background, walking: Walking, page: QWidget) -> None:
        super().__init__(page)
        self.question = QuestionPane(ctx, background, page, self)
        self.road = RoadPane(self)
        self.facts = FactsPane(ctx, self)
        self.remedy = RemedyPane(ctx, self)
        self.amounts = AmountsPane(ctx, self)
        self.confirm = ConfirmPane(ctx, self)
        words = tr("Open a case and choose “Resolve”: the questions begin here.")
        self.empty = EmptyPlace("route", words, "", self)
        self.empty.add_button(tr("To the cases"), self.cases_wanted.emit, primary=True)
        for pane in (self.question, self.road, self.facts, self.remedy, self.amounts, self.confirm, self.empty):
            self.addWidget(pane)
        self.written: Written | None = None
        self.question.answered.connect(walking.answer)
        self.question.entered.connect(self.go_on)
        self.question.photos.all_wanted.connect(self.evidence_wanted)
        self.road.chosen.connect(lambda name: walking.answer(ROAD_FACT, name))
        self.road.entered.connect(self.go_on)
        self.facts.corrected.connect(walking.answer)
        self.facts.restored.connect(walking.restore)
        self.facts.road_wanted.connect(walking.ask_road)
        self.remedy.chosen.connect(walking.choose)
        self.remedy.overridden.connect(walking.override)
        self.amounts.entered.connect(walking.answer)
        self.amounts.done.connect(self.go_on)
        self.confirm.said.connect(self.said)
        self.confirm.retry_wanted.connect(walking.finish)
        self.confirm.message_copied.connect(walking.message_copied)

    def begin(self) -> None:
        """Another case, or the same anew."""
        self.written = None
        self.question.forget()
        self.road.forget()
        self.remedy.forget()
        self.confirm.show_error(None)

    def show_empty(self) -> None:
        """No case is open."""
        self.setCurrentWidget(self.empty)

    def show_state(self, state: WizardState) -> None:
        """The pane of the place, with what it shows in this state."""
        question = state.question_here()
        if state.place == ROAD:
            self.road.show_state(state)
            self.setCurrentWidget(self.road)
            return
        if question is not None:
            self.question.show_state(state, question)
            self.setCurrentWidget(self.question)
            return
        panes: dict[str, FactsPane | RemedyPane | AmountsPane] = {
            FACTS: self.facts, REMEDY: self.remedy, AMOUNTS: self.amounts,
        }  # fmt: skip
        pane = panes.get(state.place)
        if pane is not None:
            pane.show_state(state)
            self.setCurrentWidget(pane)
            return
        self.confirm.show_state(state, self.written)
        self.setCurrentWidget(self.confirm)
        if self.written is None:
            self.texts_wanted.emit()

    def take_texts(self, state: WizardState, written: Written) -> None:
        """The remark and the message were made."""
        self.written = written
        if self.currentWidget() is self.confirm:
            self.confirm.show_state(state, written)

    def take_focus(self) -> None:
        """Into the pane in front."""
        pane = self.currentWidget()
        if isinstance(pane, QuestionPane | Sheet):
            pane.take_focus()

    def press(self, number: int) -> bool:
        """A number key; False where it chooses nothing."""
        pane = self.currentWidget()
        return pane.press(number) if isinstance(pane, QuestionPane | RemedyPane | RoadPane) else False

    def readable(self) -> bool:
        """Whether what is typed in the pane in front fits; the field says so if not."""
        pane = self.currentWidget()
        return pane.readable() if isinstance(pane, QuestionPane | AmountsPane | RemedyPane) else True

    def put_back(self) -> bool:
        """Esc: an enlarged photo, an open field or an empty form goes away; False when there was none."""
        large = self.question.photos.large
        if large is not None:
            large.put_away()
            return True
        pane = self.currentWidget()
        if pane is self.facts:
            return self.facts.stop_editing()
        return pane is self.remedy and self.remedy.close_override()

    def ask_reason(self) -> None:
        """The form for deciding otherwise, at its missing reason."""
        self.remedy.show_override()
        self.remedy.override.ask_reason()
