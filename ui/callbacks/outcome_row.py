"""How a call went: five buttons with their keys, the three of every day large, the other two small."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kinds import CallOutcome
from ui.callbacks.call_words import OUTCOME_ICONS
from ui.i18n import translator
from ui.widgets.buttons import Button
from ui.widgets.panel import column, line
from ui.words import word

tr = translator("callbacks")
OUTCOMES = (
    CallOutcome.REACHED, CallOutcome.NO_ANSWER, CallOutcome.CALL_AGAIN, CallOutcome.NOT_INTERESTED,
    CallOutcome.WRONG_NUMBER,
)  # fmt: skip
OUTCOME_KEYS = "12345"
_LARGE = 3


class OutcomeRow(QWidget):
    """`chosen` gives the outcome; at most one is on."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[CallOutcome, Button] = {}
        rows = column(self, spacing=6)
        large, small = line(spacing=6), line(spacing=6)
        short = {
            CallOutcome.REACHED: word(CallOutcome.REACHED),
            CallOutcome.NO_ANSWER: tr("Missed"),
            CallOutcome.CALL_AGAIN: tr("Later"),
        }
        for place, outcome in enumerate(OUTCOMES):
            key = OUTCOME_KEYS[place]
            is_large = place < _LARGE
            button = Button(
                short.get(outcome, word(outcome)), self, icon=OUTCOME_ICONS[outcome], hint=key,
                tip=f"{word(outcome)}  {key}", size="small",
            )  # fmt: skip
            button.setAccessibleName(f"{word(outcome)} {key}")
            button.setCheckable(True)
            if is_large:
                button.setFixedHeight(40)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, taken=outcome: self.chosen.emit(taken))
            (large if is_large else small).addWidget(button)
            self.buttons[outcome] = button
        rows.addLayout(large)
        rows.addLayout(small)

    def show_outcome(self, outcome: CallOutcome | None) -> None:
        """Show what was chosen; None for nothing."""
        for each, button in self.buttons.items():
            button.setChecked(each is outcome)
