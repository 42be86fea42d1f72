"""What was done about a batch: taken off sale, supplier told, a note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from desktop.services.batch_alarms import NOTE_SIGNS
from models.batch_records import BatchAlarm
from ui.batches.batch_words import goods_name, rang_by
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("batches")


class AnswerDialog(HeldDialog):
    """`given(stock down, supplier told, note)`; whoever writes it holds the dialog."""

    given = Signal(bool, bool, str)

    def __init__(self, alarm: BatchAlarm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What was done"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(460)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(goods_name(alarm.style, alarm.batch), self, role="heading", wrap=True))
        rows.addWidget(PlainLabel(rang_by(alarm), self, ink="text2", wrap=True))
        self.form = FormRows(self)
        self.stock = QCheckBox(tr("The batch is taken off sale"), self)
        self.supplier = QCheckBox(tr("The supplier is told"), self)
        self.form.add_field(tr("Done"), self.stock)
        self.form.add_field("", self.supplier)
        self.supplier.setAccessibleName(tr("The supplier is told"))
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        more = tr("It rings again when later reports are enough by themselves, or one of them is severe.")
        self.form.add_field(tr("Note"), self.note, more)
        rows.addWidget(self.form)
        self.take = Button(tr("Save"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.stock.setFocus()

    def _take(self) -> None:
        note = self.note.toPlainText().strip()
        if not (self.stock.isChecked() or self.supplier.isChecked() or note):
            self.form.set_wrong(self.note, tr("Tick what was done, or write a note."))
            self.stock.setFocus()
            return
        if len(note) > NOTE_SIGNS:
            wrong = tr("It has %1 characters, at most %2 fit.", str(len(note)), str(NOTE_SIGNS))
            self.form.set_wrong(self.note, wrong)
            self.note.setFocus()
            return
        self.form.set_wrong(self.note, "")
        self.given.emit(self.stock.isChecked(), self.supplier.isChecked(), note)
        self.leave()
