"""Asks on which day one is to be reminded of a parcel nobody owns."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from ui.i18n import qt_locale, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("receiving")


class ReminderDialog(HeldDialog):
    """A day to be reminded at nine in the morning, or no reminder: `chosen` carries an aware moment or None."""

    chosen = Signal(object)

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._zone = now.tzinfo
        self.setWindowTitle(tr("Remind me of this parcel"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(400)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(self.windowTitle(), self, role="heading"))
        form = FormRows(self)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setLocale(qt_locale())
        self.day.setDisplayFormat("yyyy-MM-dd")
        first = now.date() + timedelta(days=1)
        self.day.setMinimumDate(QDate(first.year, first.month, first.day))
        self.day.setDate(self.day.minimumDate())
        form.add_field(tr("Day"), self.day)
        rows.addWidget(form)
        self.never = Button(tr("No more reminders"), self, kind="ghost")
        self.never.clicked.connect(lambda: self._give(None))
        self.take = Button(tr("Remind"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take, self.never))
        self.day.setFocus()

    def _take(self) -> None:
        wanted = self.day.date()
        self._give(datetime.combine(date(wanted.year(), wanted.month(), wanted.day()), time(9), tzinfo=self._zone))

    def _give(self, at: datetime | None) -> None:
        self.chosen.emit(at)
        self.leave()
