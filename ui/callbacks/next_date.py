"""When the buyer is called next: a button with the day and its reason, and the calendar it opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.rules.call_back_rhythm import NextDate
from ui import format as shown
from ui.callbacks.card_data import CardShown
from ui.callbacks.day_picker import DayPopup, open_popup
from ui.callbacks.reason_words import reason_text
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.panel import column, line

old = translator("callbacks")
tr = translator("call_form")
# lines do not fill to their end
_FULL = 0.85


def day_text(day: date, found: CardShown) -> str:
    """`12-21 周一`, `Mon 21 Dec`."""
    lang = language()
    parts = shown.day(day, found.desk.now, lang, found.desk.zone), shown.weekday(day, lang, short=True)
    return " ".join(parts if lang == "zh" else reversed(parts))


class NextDateRow(QWidget):
    """`Next [21 Dec Mon] One month later is a Sunday, …`; a day chosen here outweighs the proposal."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: CardShown | None = None
        self._proposal: NextDate | None = None
        self._chosen: date | None = None
        self._time = ""
        self._contact = False
        rows = column(self, spacing=4)
        self._row = row = line(spacing=8)
        self.label = PlainLabel(old("Next"), self, ink="text2")
        self.button = Button("", self, icon="calendar")
        self.button.clicked.connect(self._open)
        self.label.setBuddy(self.button)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self.reason = PlainLabel("", self, role="small", ink="text3", wrap=True)
        row.addWidget(self.reason, 1)
        rows.addLayout(row)
        self._rows, self._how = rows, ""

    def propose(self, found: CardShown, proposal: NextDate | None, at_time: str, how: str, *, contact: bool) -> None:
        """Show what the rhythm proposes; None where nothing is planned. `contact`: the buyer is reached today."""
        self._found, self._proposal, self._contact = found, proposal, contact
        self._chosen, self._time = None, at_time
        self._how = how
        self._show()

    def chosen(self) -> date | None:
        """The day chosen by hand; None to take the proposal."""
        return self._chosen

    def at_time(self) -> str:
        """The time of day, HH:MM or empty."""
        return self._time

    def is_shown(self) -> bool:
        """Whether a next day is planned at all."""
        return self._proposal is not None

    def take(self, day: date, at_time: str) -> None:
        """Take a day by hand."""
        self._chosen = None if self._proposal is not None and day == self._proposal.day else day
        self._time = at_time
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        found, proposal = self._found, self._proposal
        self.setVisible(found is not None and proposal is not None)
        if found is None or proposal is None:
            return
        day, desk = self._chosen or proposal.day, found.desk
        text = day_text(day, found)
        self.button.set_label(f"{text} {self._time}".strip())
        warning = ""
        if self._chosen is None:
            reason = reason_text(proposal, found.rhythm, found.days)
        else:
            days = replace(found.days, last_contact=desk.today) if self._contact else found.days
            warning = days.warning(day)
            reason = old("Chosen by hand: %1", warning) if warning else old("Chosen by hand")
        # what does not break stands before the dot, so that no line begins with it
        self.reason.setText("\N{NO-BREAK SPACE}· ".join(part for part in (reason, self._how) if part))
        self._place()
        self.reason.set_ink("due" if warning else "text3")
        said = old("Next call: %1", f"{shown.day_title(day, language())} {self._time}".strip())
        self.button.setAccessibleName(said)
        self.button.setAccessibleDescription(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The reason stands beside the day, or below where that would take more than two lines."""
        room = self.width() - self.label.sizeHint().width() - self.button.sizeHint().width() - 2 * self._row.spacing()
        below = QFontMetrics(self.reason.font()).horizontalAdvance(self.reason.text()) > _FULL * 2 * room
        if below == (self._row.indexOf(self.reason) < 0):
            return
        if below:
            self._row.removeWidget(self.reason)
            self._row.addStretch(1)
            self._rows.addWidget(self.reason)
        else:
            self._rows.removeWidget(self.reason)
            self._row.takeAt(self._row.count() - 1)
            self._row.addWidget(self.reason, 1)

    def _open(self) -> None:
        found, proposal = self._found, self._proposal
        if found is None or proposal is None:
            return
        first = date.fromordinal(found.desk.today.toordinal() + self._contact)
        days = replace(found.days, last_contact=found.desk.today) if self._contact else found.days
        popup = DayPopup(days, first, self._chosen or proposal.day, self, at_time=self._time)
        popup.taken.connect(self.take)
        open_popup(popup, self.button)
