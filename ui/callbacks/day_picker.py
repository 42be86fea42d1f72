"""A month to choose a day from: days off are quiet and say why, days that have passed cannot be taken."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QWidget

from desktop.services.call_backs import checked_time
from models.errors import UserError
from ui import format as shown
from ui.callbacks.day_warnings import ChosenDays
from ui.i18n import language, qt_locale, translator
from ui.plain import PlainLabel, tooltip
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.panel import column, line

tr = translator("callbacks")
_BEFORE, _AHEAD = 42, 400


class DayPicker(QCalendarWidget):
    """Qt's calendar in the colours of the theme and with the shop's days off."""

    def __init__(self, days: ChosenDays, first: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(qt_locale())
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setMinimumDate(qdate(first))
        plain, gone = _ink("text"), _ink("disabled")
        self.setHeaderTextFormat(_ink("text2"))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        for step in range(-_BEFORE, _AHEAD):
            each = first + timedelta(days=step)
            off = days.off_title(each)
            if each < first:
                self.setDateTextFormat(qdate(each), gone)
            elif off:
                quiet = _ink("text3")
                quiet.setToolTip(tooltip(off))
                self.setDateTextFormat(qdate(each), quiet)

    def day(self) -> date:
        """The day chosen."""
        chosen = self.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())


class DayPopup(QFrame):
    """A calendar with what is to be said of the day, and a time under it unless `at_time` is None.

    `taken` gives the day and the time (HH:MM or empty).
    """

    taken = Signal(object, str)

    def __init__(self, days: ChosenDays, first: date, day: date, parent: QWidget, *, at_time: str | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._days = days
        rows = column(self, margins=(8, 8, 8, 8), spacing=8)
        self.calendar = DayPicker(days, first, self)
        self.calendar.setSelectedDate(qdate(max(day, first)))
        self.calendar.activated.connect(self._take)
        self.calendar.selectionChanged.connect(self._say_day)
        rows.addWidget(self.calendar)
        self.said = PlainLabel("", self, role="small", ink="text3", wrap=True)
        rows.addWidget(self.said)
        self.time = QLineEdit(at_time or "", self)
        self.time.setPlaceholderText(tr("Time, as 10:30"))
        self.time.setAccessibleName(tr("Time"))
        self.time.setMaxLength(5)
        self.time.returnPressed.connect(self._take)
        self.time.setVisible(at_time is not None)
        take = Button(tr("Take this day"), self, kind="primary")
        take.clicked.connect(self._take)
        row = line(spacing=8)
        row.addWidget(self.time, 1)
        row.addWidget(take, 0 if at_time is not None else 1)
        rows.addLayout(row)
        self._say_day()

    def _say_day(self) -> None:
        day, lang = self.calendar.day(), language()
        warning = self._days.warning(day)
        self.said.setText(tr("%1: %2", shown.day_title(day, lang), warning) if warning else shown.day_title(day, lang))
        self.said.set_ink("due" if warning else "text3")

    def _take(self) -> None:
        text = typed_time(self.time.text())
        try:
            checked_time(text)
        except UserError:
            mark_wrong(self.time)
            return
        self.taken.emit(self.calendar.day(), text)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


def open_popup(popup: DayPopup, button: QWidget) -> None:
    """Show a popup above the button it belongs to, or below where there is no room; it stays on the screen."""
    popup.adjustSize()
    above = button.mapToGlobal(QPoint(0, -popup.height() - 4))
    screen = button.screen().availableGeometry()
    if above.y() < screen.top():
        above = button.mapToGlobal(QPoint(0, button.height() + 4))
    above.setX(max(screen.left(), min(above.x(), screen.right() - popup.width())))
    popup.move(above)
    popup.show()
    popup.calendar.setFocus()


def typed_time(text: str) -> str:
    """A time as typed, with a full-width colon, without any, or without its first nought, as it is kept."""
    text = text.strip().replace("：", ":")
    if len(text) == 4 and text.isascii() and text.isdigit():
        return f"{text[:2]}:{text[2:]}"
    return f"0{text}" if len(text) == 4 and text[1] == ":" else text


def mark_wrong(field: QLineEdit) -> None:
    """Mark a field as wrong and go there."""
    field.setProperty("wrong", True)
    field.style().unpolish(field)
    field.style().polish(field)
    field.setFocus()


def qdate(day: date) -> QDate:
    """A day as Qt's calendar takes it."""
    return QDate(day.year, day.month, day.day)


def _ink(token: str) -> QTextCharFormat:
    ink = QTextCharFormat()
    ink.setForeground(theme().colour(token))
    return ink
