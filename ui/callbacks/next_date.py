"""When the buyer is called next: a button with the day and its reason, and the calendar it opens."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.services.call_backs import checked_time
from desktop.services.call_plans import Desk
from models.errors import UserError
from models.rules.call_back_rhythm import NextDate, Rhythm
from ui import format as shown
from ui.callbacks.call_words import chosen_reason, reason_text
from ui.callbacks.day_picker import DayPicker, qdate
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.panel import column, line

tr = translator("callbacks")


class DatePopup(QFrame):
    """A calendar with a time under it. `taken` gives the day and the time (HH:MM or empty)."""

    taken = Signal(object, str)

    def __init__(self, desk: Desk, first: date, day: date, at_time: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = column(self, margins=(8, 8, 8, 8), spacing=8)
        self.calendar = DayPicker(desk, first, self)
        self.calendar.setSelectedDate(qdate(day))
        self.calendar.activated.connect(self._take)
        rows.addWidget(self.calendar)
        self.time = QLineEdit(at_time, self)
        self.time.setPlaceholderText(tr("Time, as 10:30"))
        self.time.setAccessibleName(tr("Time"))
        self.time.setMaxLength(5)
        self.time.returnPressed.connect(self._take)
        take = Button(tr("Take this day"), self, kind="primary")
        take.clicked.connect(self._take)
        row = line(spacing=8)
        row.addWidget(self.time, 1)
        row.addWidget(take)
        rows.addLayout(row)

    def _take(self) -> None:
        text = self.time.text().strip().replace("：", ":")
        if len(text) == 4 and text[1] == ":":
            text = f"0{text}"
        try:
            checked_time(text)
        except UserError:
            self.time.setProperty("wrong", True)
            self.time.style().unpolish(self.time)
            self.time.style().polish(self.time)
            self.time.setFocus()
            return
        self.taken.emit(self.calendar.day(), text)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


class NextDateRow(QWidget):
    """`Next [21 Dec Mon] One month later is a Sunday, …`; a day chosen here outweighs the proposal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._proposal: NextDate | None = None
        self._rhythm = Rhythm()
        self._chosen: date | None = None
        self._time = ""
        self._strict = True
        row = line(self, spacing=8)
        self.label = PlainLabel(tr("Next"), self, ink="text2")
        self.button = Button("", self, icon="calendar")
        self.button.clicked.connect(self._open)
        self.label.setBuddy(self.button)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self.reason = PlainLabel("", self, role="small", ink="text3", wrap=True)
        row.addWidget(self.reason, 1)

    def propose(self, found: NextDate | None, rhythm: Rhythm, desk: Desk, at_time: str, *, after_today: bool) -> None:
        """Show what the rhythm proposes; None where nothing is planned."""
        self._desk, self._proposal, self._rhythm = desk, found, rhythm
        self._chosen, self._time, self._strict = None, at_time, after_today
        self._show()

    def chosen(self) -> date | None:
        """The day chosen by hand; None to take the proposal."""
        return self._chosen

    def at_time(self) -> str:
        """The time of day, HH:MM or empty."""
        return self._time

    def take(self, day: date, at_time: str) -> None:
        """Take a day by hand."""
        self._chosen = None if self._proposal is not None and day == self._proposal.day else day
        self._time = at_time
        self._show()

    def _show(self) -> None:
        desk, proposal = self._desk, self._proposal
        self.setVisible(desk is not None and proposal is not None)
        if desk is None or proposal is None:
            return
        day = self._chosen or proposal.day
        lang = language()
        text = f"{shown.day(day, desk.now, lang, desk.zone)} {shown.weekday(day, lang, short=True)}"
        self.button.set_label(f"{text} {self._time}".strip())
        self.button.setAccessibleName(tr("Next call: %1", f"{shown.day_title(day, lang)} {self._time}".strip()))
        self.reason.setText(
            reason_text(proposal, self._rhythm) if self._chosen is None else chosen_reason(self._chosen, desk)
        )

    def _open(self) -> None:
        desk, proposal = self._desk, self._proposal
        if desk is None or proposal is None:
            return
        first = date.fromordinal(desk.today.toordinal() + self._strict)
        popup = DatePopup(desk, first, self._chosen or proposal.day, self._time, self)
        popup.taken.connect(self.take)
        popup.adjustSize()
        popup.move(self.button.mapToGlobal(QPoint(0, -popup.height() - 4)))
        popup.show()
        popup.calendar.setFocus()
