"""Planning a satisfaction call from a case's menu: on which day, at what time, on which channel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.call_kinds import Channel
from models.case_call_records import CaseCallOffer
from ui.filter_entries import EntryRefused, day_text, read_day
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line
from ui.words import word

tr = translator("cases")
_LONGEST = 20


class CaseCallDialog(HeldDialog):
    """`chosen` gives the day, the channel and the time of day as typed; Enter plans what was offered."""

    chosen = Signal(object, object, str)

    def __init__(
        self, offer: CaseCallOffer, channels: Sequence[Channel], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = today
        title = tr("Ask %1 whether all is well", isolate(one_line(offer.nick)))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(440)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        self.form = FormRows(self)
        self.day, self.at_time = QLineEdit(day_text(offer.day), self), QLineEdit(offer.at_time, self)
        for field in (self.day, self.at_time):
            field.setMaxLength(_LONGEST)
        self.at_time.setPlaceholderText("14:00")
        self.way = QComboBox(self)
        for channel in channels:
            self.way.addItem(word(channel), channel)
        self.way.setCurrentIndex(max(self.way.findData(offer.channel), 0))
        self.form.add_field(tr("Day"), self.day, tr("Case %1", offer.case_number))
        self.form.add_field(tr("Time, if any"), self.at_time)
        self.form.add_field(tr("How"), self.way)
        rows.addWidget(self.form)
        self.take = Button(tr("Plan it"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.day.setFocus()
        self.day.selectAll()

    def _take(self) -> None:
        try:
            day = read_day(self.day.text(), self._today)
            wrong = "" if day is not None else tr("Write a day as 2026-11-24.")
        except EntryRefused as refused:
            day, wrong = None, str(refused)
        if day is not None and day < self._today:
            day, wrong = None, tr("This day has passed.")
        self.form.set_wrong(self.day, wrong)
        if day is None:
            self.day.setFocus()
            return
        self.chosen.emit(day, Channel(self.way.currentData()), self.at_time.text().strip())
        self.leave()
