"""A month to choose a day from: days off are quiet, days that have passed cannot be taken."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from desktop.services.call_plans import Desk
from ui.i18n import qt_locale
from ui.theme import theme

_BEFORE, _AHEAD = 42, 400


class DayPicker(QCalendarWidget):
    """Qt's calendar in the colours of the theme and with the shop's days off."""

    def __init__(self, desk: Desk, first: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(qt_locale())
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setMinimumDate(qdate(first))
        plain, quiet, gone = _ink("text"), _ink("text3"), _ink("disabled")
        head = _ink("text2")
        self.setHeaderTextFormat(head)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, plain)
        for step in range(-_BEFORE, _AHEAD):
            each = first + timedelta(days=step)
            if each < first or not desk.calendar.is_workday(each):
                self.setDateTextFormat(qdate(each), gone if each < first else quiet)

    def day(self) -> date:
        """The day chosen."""
        chosen = self.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())


def qdate(day: date) -> QDate:
    """A day as Qt's calendar takes it."""
    return QDate(day.year, day.month, day.day)


def _ink(token: str) -> QTextCharFormat:
    ink = QTextCharFormat()
    ink.setForeground(theme().colour(token))
    return ink
