"""Correcting what was noted of a call: feeling, tags, minutes and note. How it ended stays; Undo takes that back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.services.call_entries import MINUTES_LIMIT, NOTE_LIMIT
from models.call_back_records import Satisfaction
from models.records import CallRecord
from models.rules.call_outcomes import CONTACTS
from ui.callbacks.past_calls import call_text
from ui.callbacks.tag_row import TagRow
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("call_form")


class CorrectCallDialog(HeldDialog):
    """`corrected` carries satisfaction, tags, minutes (None for none) and the note."""

    corrected = Signal(object, object, object, str)

    def __init__(self, call: CallRecord, usual: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = tr("Correct a call")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        rows.addWidget(PlainLabel(call_text(call, with_note=False), self, ink="text2", wrap=True))
        self.form = FormRows(self)
        self.tags = TagRow(self)
        self.tags.case.hide()
        self.tags.show_usual(usual)
        known = call.satisfaction in set(Satisfaction)
        self.tags.show_chosen(Satisfaction(call.satisfaction) if known else Satisfaction.NOT_ASKED, call.tags)
        self.tags.set_asked(call.outcome in CONTACTS)
        self.form.add_field(tr("Tags"), self.tags)
        self.minutes = QLineEdit("" if call.minutes is None else str(call.minutes), self)
        self.minutes.setValidator(QIntValidator(0, MINUTES_LIMIT, self.minutes))
        self.minutes.setFixedWidth(72)
        self.form.add_field(tr("Minutes"), self.minutes)
        self.note = QPlainTextEdit(self)
        self.note.setPlainText(call.note)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(120)
        self.form.add_field(tr("Note"), self.note)
        rows.addWidget(self.form)
        rows.addWidget(
            PlainLabel(tr("What stood there before stays in the buyer's history."), self, role="small", ink="text3")
        )
        self.take = Button(tr("Correct"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.note.setFocus()

    def _take(self) -> None:
        note = self.note.toPlainText().strip()
        if len(note) > NOTE_LIMIT:
            self.form.set_wrong(self.note, tr("%1 characters; %2 can be kept with a call.", len(note), NOTE_LIMIT))
            self.note.setFocus()
            return
        minutes = self.minutes.text().strip()
        if minutes and (not minutes.isascii() or not minutes.isdigit() or int(minutes) > MINUTES_LIMIT):
            self.form.set_wrong(self.minutes, tr("Minutes are a number up to %1.", MINUTES_LIMIT))
            self.minutes.setFocus()
            return
        self.corrected.emit(self.tags.satisfaction(), self.tags.chosen(), int(minutes) if minutes else None, note)
        self.leave()
