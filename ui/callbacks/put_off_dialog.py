"""Putting a call-back on another day, or leaving it out with a reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.call_plans import Desk
from models.records import CallBackRow
from models.rules.call_back_rhythm import DueCode, next_after_attempt
from ui.callbacks.call_words import chosen_reason
from ui.callbacks.day_picker import DayPicker, qdate
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("callbacks")


class PutOffDialog(HeldDialog):
    """`moved` gives the day and the reason, `skipped` the reason."""

    moved = Signal(object, str)
    skipped = Signal(str)

    def __init__(self, row: CallBackRow, desk: Desk, *, skip: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._skip = desk, skip
        self.setMinimumWidth(460)
        name = isolate(one_line(row.nick))
        title = tr("Skip the call-back of %1", name) if skip else tr("Another day for %1", name)
        self.setWindowTitle(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        self.form = FormRows(self)
        self.calendar = DayPicker(desk, desk.today, self)
        self.weekday = PlainLabel("", self, role="small", ink="text3")
        if not skip:
            day = next_after_attempt(desk.today, DueCode.CALL_AGAIN, desk.calendar).day
            self.calendar.setSelectedDate(qdate(day))
            self.calendar.selectionChanged.connect(self._say_day)
            self.form.add_field(tr("Day"), self.calendar)
            self._say_day()
        else:
            self.calendar.hide()
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(200)
        label = tr("Reason") if skip else tr("Reason, if any")
        self.form.add_field(label, self.reason)
        rows.addWidget(self.form)
        rows.addWidget(self.weekday)
        self.take = Button(tr("Skip") if skip else tr("Put on this day"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.reason.setFocus() if skip else self.calendar.setFocus()

    def _day(self) -> date:
        return self.calendar.day()

    def _say_day(self) -> None:
        day = self._day()
        self.weekday.setText("" if self._desk.calendar.is_workday(day) else chosen_reason(day, self._desk))

    def _take(self) -> None:
        reason = self.reason.text().strip()
        if self._skip and not reason:
            self.form.set_wrong(self.reason, tr("Say why it is left out, so that nobody wonders later."))
            self.reason.setFocus()
            return
        if self._skip:
            self.skipped.emit(reason)
        else:
            self.moved.emit(self._day(), reason)
        self.leave()
