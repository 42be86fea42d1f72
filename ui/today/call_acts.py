"""What is done with a call-back from the board, in place: nobody answered, a promise is kept, put off with why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.kinds import CallOutcome
from ui.filter_entries import EntryRefused, day_text, read_day
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line
from ui.today.board_lines import BoardLine
from ui.widgets.buttons import Button
from ui.widgets.controls import row_of
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

if TYPE_CHECKING:
    from desktop.services.call_backs import CallBackService

tr = translator("today")
CALL_ACTS = frozenset({"no_answer", "kept", "snooze"})
_LONGEST, _DAY = 200, 20
Write = Callable[[Callable[[], object], HeldDialog | None], None]


class SnoozeCallDialog(HeldDialog):
    """`chosen` gives the day it comes back and why it waits."""

    chosen = Signal(object, str)

    def __init__(self, nick: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = today
        title = tr("Put off: %1", isolate(one_line(nick)))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(440)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        self.form = FormRows(self)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_LONGEST)
        self.form.add_field(tr("Why it waits"), self.reason)
        self.day = QLineEdit(day_text(today + timedelta(days=1)), self)
        self.day.setMaxLength(_DAY)
        self.form.add_field(tr("Until"), self.day, tr("It comes back on that day, as late as it is then."))
        near = []
        for words, days in ((tr("Tomorrow"), 1), (tr("In 3 days"), 3), (tr("In a week"), 7)):
            button = Button(words, self, size="small")
            button.clicked.connect(lambda _=False, days=days: self.day.setText(day_text(today + timedelta(days=days))))
            near.append(button)
        self.form.add_field("", row_of(*near, 1, parent=self.form))
        rows.addWidget(self.form)
        self.take = Button(tr("Put off"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.reason.setFocus()

    def _take(self) -> None:
        reason = self.reason.text().strip()
        try:
            day = read_day(self.day.text(), self._today)
            wrong = "" if day is not None and day > self._today else tr("Choose a day after today.")
        except EntryRefused as refused:
            day, wrong = None, str(refused)
        self.form.set_wrong(self.day, wrong)
        self.form.set_wrong(self.reason, "" if reason else tr("Say why, so that nobody wonders later."))
        if wrong or not reason:
            (self.reason if not reason else self.day).setFocus()
            return
        self.chosen.emit(day, reason)
        self.leave()


class BoardCallActs:
    """`act` does what a line of the call-backs was asked for."""

    def __init__(
        self, calls: Callable[[], CallBackService], write: Write, today: Callable[[], date], page: QWidget
    ) -> None:
        self._calls, self._write, self._today, self._page = calls, write, today, page

    def act(self, found: BoardLine, name: str) -> SnoozeCallDialog | None:
        """Do it; the dialog that asks for more, if one does."""
        calls = self._calls()
        if name == "snooze":
            dialog = SnoozeCallDialog(found.title, self._today(), self._page)
            dialog.chosen.connect(
                lambda until, reason: self._write(lambda: calls.snooze(found.number, until, reason), dialog)
            )
            dialog.open()
            return dialog
        if name == "kept":
            self._write(lambda: calls.keep_promise(found.number), None)
        else:
            self._write(lambda: calls.log_call(CallOutcome.NO_ANSWER, call_back_id=found.number), None)
        return None
