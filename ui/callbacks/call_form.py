"""Logging a call: outcome, how the buyer felt, a note, and the next day with its reason before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from models.call_back_records import Satisfaction
from models.kinds import CallOutcome
from models.rules.call_back_rhythm import NextDate
from ui.callbacks.calendar_data import CardShown
from ui.callbacks.call_words import OUTCOME_ICONS
from ui.callbacks.next_date import NextDateRow
from ui.i18n import translator
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import column, line, section_label
from ui.words import word

tr = translator("callbacks")
_Key = tuple[int, int | None]
_ORDER = (CallOutcome.REACHED, CallOutcome.NO_ANSWER, CallOutcome.CALL_AGAIN)


@dataclass(frozen=True, slots=True)
class CallDraft:
    """A call as it would be saved."""

    buyer_id: int
    call_back_id: int | None
    outcome: CallOutcome
    satisfaction: Satisfaction
    note: str
    next_on: date | None
    at_time: str | None


class CallForm(QWidget):
    """What is entered while calling. `changed` when it may have become ready to save."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: CardShown | None = None
        self._outcome: CallOutcome | None = None
        self._kept: dict[_Key, CallDraft | str] = {}
        rows = column(self, margins=(16, 8, 16, 12), spacing=8)
        rows.addWidget(section_label(tr("Outcome"), self))
        across = line(spacing=6)
        self.outcomes: dict[CallOutcome, Button] = {}
        short = {
            CallOutcome.REACHED: word(CallOutcome.REACHED),
            CallOutcome.NO_ANSWER: tr("Missed"),
            CallOutcome.CALL_AGAIN: tr("Later"),
        }
        for place, outcome in enumerate(_ORDER, start=1):
            text = short[outcome]
            button = Button(text, self, icon=OUTCOME_ICONS[outcome], hint=str(place), tip=f"{word(outcome)}  {place}")
            button.setCheckable(True)
            button.setFixedHeight(40)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, chosen=outcome: self.choose(chosen))
            across.addWidget(button)
            self.outcomes[outcome] = button
        rows.addLayout(across)
        self.tags = QWidget(self)
        flow = FlowLayout(self.tags)
        self.feelings: dict[Satisfaction, Button] = {}
        for value, text in (
            (Satisfaction.SATISFIED, tr("Happy")),
            (Satisfaction.NEUTRAL, tr("So-so")),
            (Satisfaction.DISSATISFIED, tr("Unhappy")),
        ):
            button = Button(text, self.tags, size="row")
            button.setCheckable(True)
            button.clicked.connect(lambda checked, chosen=value: self._feel(chosen, checked))
            flow.addWidget(button)
            self.feelings[value] = button
        again = Button(tr("Buys again"), self.tags, size="row", icon="plus")
        again.clicked.connect(lambda: self._append(again.label()))
        flow.addWidget(again)
        rows.addWidget(self.tags)
        self.note = QPlainTextEdit(self)
        self.note.setPlaceholderText(tr("What was said, what was promised"))
        self.note.setAccessibleName(tr("Note on the call"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(68)
        rows.addWidget(self.note)
        self.next = NextDateRow(self)
        rows.addWidget(self.next)

    def show_card(self, found: CardShown) -> None:
        """Show the form of a call-back; what was entered for it and not saved is still there."""
        before = self._found
        if before is not None and _key(before) == _key(found):
            self._found = found
            self._propose()
            return
        if before is not None:
            self._keep(_key(before))
        self._found = found
        self.clear()
        self._restore(self._kept.pop(_key(found), ""))

    def forget(self, draft: CallDraft) -> None:
        """A call was saved: nothing of it is entered any more."""
        self._kept.pop((draft.buyer_id, draft.call_back_id), None)
        if self._found is not None and _key(self._found) == (draft.buyer_id, draft.call_back_id):
            self.clear()

    def _keep(self, key: _Key) -> None:
        entered = self.draft() or self.note.toPlainText().strip()
        if entered:
            self._kept[key] = entered

    def _restore(self, kept: CallDraft | str) -> None:
        if isinstance(kept, str):
            self.note.setPlainText(kept)
            return
        self.choose(kept.outcome)
        for value, button in self.feelings.items():
            button.setChecked(value is kept.satisfaction)
        self.note.setPlainText(kept.note)
        if kept.next_on is not None:
            self.next.take(kept.next_on, kept.at_time or "")

    def clear(self) -> None:
        """Forget what was entered."""
        self._outcome = None
        for button in [*self.outcomes.values(), *self.feelings.values()]:
            button.setChecked(False)
        self.note.clear()
        self.tags.setVisible(True)
        self._propose()
        self.changed.emit()

    def outcome(self) -> CallOutcome | None:
        """What was chosen."""
        return self._outcome

    def choose(self, outcome: CallOutcome) -> None:
        """Choose an outcome; the next day follows."""
        self._outcome = outcome
        for each, button in self.outcomes.items():
            button.setChecked(each is outcome)
        self._propose()
        self.changed.emit()

    def choose_key(self, key: str) -> None:
        """Choose by the keys 1, 2, 3."""
        self.choose(_ORDER[int(key) - 1])

    def draft(self) -> CallDraft | None:
        """What would be saved; None while no outcome is chosen."""
        if self._found is None or self._outcome is None:
            return None
        feeling = next((value for value, button in self.feelings.items() if button.isChecked()), Satisfaction.NOT_ASKED)
        return CallDraft(
            buyer_id=self._found.card.buyer.id,
            call_back_id=_id(self._found),
            outcome=self._outcome,
            satisfaction=feeling if self._outcome is CallOutcome.REACHED else Satisfaction.NOT_ASKED,
            note=self.note.toPlainText().strip(),
            next_on=self.next.chosen(),
            at_time=self.next.at_time() if isinstance(self._proposals().get(self._outcome), NextDate) else None,
        )

    def _proposals(self) -> Mapping[CallOutcome, object]:
        return self._found.proposals if self._found is not None else {}

    def _propose(self) -> None:
        found = self._found
        if found is None:
            return
        outcome = self._outcome or CallOutcome.REACHED
        proposal = found.proposals.get(outcome)
        call_back = found.card.call_back
        kept = call_back.at_time if call_back is not None and outcome is CallOutcome.REACHED else ""
        self.next.propose(
            proposal if isinstance(proposal, NextDate) else None, found.rhythm, found.desk, kept,
            after_today=outcome is CallOutcome.REACHED,
        )  # fmt: skip

    def _feel(self, value: Satisfaction, checked: bool) -> None:
        for each, button in self.feelings.items():
            button.setChecked(each is value and checked)

    def _append(self, words: str) -> None:
        text = self.note.toPlainText()
        if words not in text:
            self.note.setPlainText(f"{text}{tr('; ') if text.strip() else ''}{words}")


def _key(found: CardShown) -> _Key:
    return found.card.buyer.id, _id(found)


def _id(found: CardShown) -> int | None:
    return found.card.call_back.id if found.card.call_back is not None else None
