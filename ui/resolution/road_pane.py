"""The first question: the road as cards, the likeliest chosen beforehand, and all others to be searched for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from models.rules.case_roads import likeliest
from ui.i18n import language, translator
from ui.resolution.answer_card import AnswerCard, icon_for, press_card
from ui.resolution.road_words import FACT, group_words, matches, road_question, road_words
from ui.resolution.sheet import Sheet
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import pick
from ui.widgets.buttons import Button
from ui.widgets.controls import SearchField
from ui.widgets.panel import section_label

tr = translator("resolution")
_TWO_COLUMNS, _TWO_COLUMNS_EN = 540, 860
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Search(SearchField):
    """Enter takes the first kind of case found and nothing more: a field would hand the key on to the page."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class RoadPane(Sheet):
    """`chosen` names a kind of case; `entered` is Enter in the search field, once something was found."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._state: WizardState | None = None
        self._shown: object = None
        self._all = False
        self.cards: list[AnswerCard] = []
        self.names: list[str] = []
        self.further: list[tuple[str, AnswerCard]] = []
        self.field = _Search(tr("Search all kinds of case"), self)
        self.field.searched.connect(self._search)
        self.field.entered.connect(self._take_first)
        self.open_all = Button(tr("None of these…"), self, kind="ghost", icon="search", hint="0")
        self.open_all.clicked.connect(lambda: self.show_all())
        at = self._outer.count() - 1
        self._outer.insertSpacing(at, 8)
        self._outer.insertWidget(at + 1, self.open_all, 0, Qt.AlignmentFlag.AlignLeft)
        self._outer.insertWidget(at + 2, self.field)
        self._outer.insertSpacing(at + 3, 8)
        self._rest = QWidget(self._body)
        self._outer.insertWidget(at + 4, self._rest)

    def forget(self) -> None:
        """Another case: only what its problem suggests is in sight again."""
        self._shown, self._all = None, False
        self.field.clear()

    def show_state(self, state: WizardState) -> None:
        """Show the roads of this state."""
        self._state = state
        question = road_question(state.walk)
        self.heading.setText(pick(question.ask))
        self.more.setText(pick(question.help))
        places = [stop.place for stop in state.stops() if stop.question is not None]
        count = len(places) + state.still_to_come()
        text = tr("Question %1 of about %2", 1, count) if state.still_to_come() else tr("Question %1 of %2", 1, count)
        self.above.setText(f"{text} · {tr('affects: %1', pick(question.affects))}")
        suggested = any(road.listed for road in state.walk.roads)
        self._all = self._all or not suggested
        key = (state.case_id, question.answers, self._all, language())
        if key != self._shown:
            focus = QApplication.focusWidget()
            held = focus is not None and self._body.isAncestorOf(focus) and focus is not self.field
            self._shown = key
            self._build(state)
            self._check()
            if held:
                self.take_focus()
        self._check()

    def _build(self, state: WizardState) -> None:
        holder = self.clear()
        self.box.setSpacing(8)
        self.cards, self.names = [], []
        for at, answer in enumerate(road_question(state.walk).answers):
            key = str(at + 1) if at < 9 else ""
            name = str(answer.value)
            card = AnswerCard(
                pick(answer.label), pick(answer.hint), pick(answer.effect), holder, icon=icon_for(name), key=key
            )
            card.clicked.connect(lambda _=False, name=name: self._choose(name))
            self.cards.append(card)
            self.names.append(name)
            self.box.addWidget(card)
        self._show_rest()

    def _show_rest(self) -> None:
        state = self._state
        if state is None:
            return
        at = self._outer.indexOf(self._rest)
        self._rest.hide()
        self._rest.deleteLater()
        self._rest = QWidget(self._body)
        self._outer.insertWidget(at, self._rest)
        self.further = []
        self.open_all.setVisible(not self._all)
        self.field.setVisible(self._all)
        if not self._all:
            return
        grid = QGridLayout(self._rest)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        room = self.viewport().width() - 64
        across = 2 if room >= (_TWO_COLUMNS if language() == "zh" else _TWO_COLUMNS_EN) else 1
        for column in range(across):
            grid.setColumnStretch(column, 1)
        typed, row = self.field.text(), 0
        rest = [road for road in state.walk.roads if typed.strip() or road.case_type not in self.names]
        for group in dict.fromkeys(road.group for road in rest):
            names = [road.case_type for road in rest if road.group == group]
            found = [name for name in names if not typed.strip() or matches(state.walk, name, typed)]
            if not found:
                continue
            grid.addWidget(section_label(group_words(group), self._rest), row, 0, 1, 2)
            for place, name in enumerate(found):
                title, hint = road_words(state.walk, name)
                card = AnswerCard(title, hint, "", self._rest, icon=icon_for(name))
                card.clicked.connect(lambda _=False, name=name: self._choose(name))
                grid.addWidget(card, row + 1 + place // across, place % across)
                self.further.append((name, card))
            row += 2 + (len(found) - 1) // across
        if not self.further:
            grid.addWidget(section_label(tr("No kind of case has these words."), self._rest), 0, 0, 1, 2)

    def _check(self) -> None:
        if self._state is None:
            return
        chosen = self._state.answers.get(FACT) or likeliest(self._state.walk.roads)
        for name, card in (*zip(self.names, self.cards, strict=True), *self.further):
            card.setChecked(name == chosen)

    def _choose(self, name: str) -> None:
        self._check()
        self.chosen.emit(name)

    def _search(self, text: str) -> None:
        self._show_rest()
        self._check()

    def show_all(self) -> None:
        """0: every other kind of case, with the field to search them."""
        self._all = True
        self._show_rest()
        self._check()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def press(self, number: int) -> bool:
        """A number key: choose that card, 0 shows all; False where there is none."""
        return press_card(self.cards, number)

    def _take_first(self) -> None:
        if self.field.text().strip():
            self._show_rest()
        if self.further:
            self.further[0][1].click()
            self.entered.emit()

    def take_focus(self) -> None:
        """To the card chosen, else to the field."""
        chosen = next((card for card in self.cards if card.isChecked()), None)
        if chosen is None and self._all:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif chosen is not None or self.cards:
            (chosen or self.cards[0]).setFocus(Qt.FocusReason.OtherFocusReason)
