"""How a call went: five buttons with their keys, the three of every day large, the other two small."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.call_kinds import Channel
from models.kinds import CallOutcome
from models.rules.call_outcomes import NUMBERS
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

    def fit(self, channel: Channel) -> None:
        """Words for how the contact is made: a note is enclosed, and where no number is used none can be wrong."""
        reached, wrong = self.buttons[CallOutcome.REACHED], self.buttons[CallOutcome.WRONG_NUMBER]
        words = tr("Enclosed") if channel is Channel.NOTE else word(CallOutcome.REACHED)
        if reached.label() != words:
            reached.set_label(words)
            reached.setAccessibleName(f"{words} {OUTCOME_KEYS[0]}")
            reached.set_tip(f"{words}  {OUTCOME_KEYS[0]}")
        wrong.setEnabled(channel in NUMBERS)

    def may(self, outcome: CallOutcome) -> bool:
        """Whether an outcome can be that of a contact made this way."""
        return self.buttons[outcome].isEnabledTo(self)

    def show_outcome(self, outcome: CallOutcome | None) -> None:
        """Show what was chosen; None for nothing."""
        for each, button in self.buttons.items():
            button.setChecked(each is outcome)
