"""The dialog that writes one caption for many pieces of evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.evidence import CAPTION_LIMIT
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("evidence")


class ManyCaptions(HeldDialog):
    """`given` carries the words, and whether only those without a caption get them."""

    given = Signal(str, bool)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = tr("One caption for %n pieces of evidence", n=count)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        self.form = FormRows(self)
        self.field = QLineEdit(self)
        self.field.setMaxLength(CAPTION_LIMIT)
        self.form.add_field(tr("Caption"), self.field)
        rows.addWidget(self.form)
        self.which = Segmented([("empty", tr("Only where there is none")), ("all", tr("All of them"))], parent=self)
        self.which.set_value("empty")
        rows.addWidget(self.which)
        self.take = Button(tr("Write"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.field.setFocus()

    def _take(self) -> None:
        text, only = self.field.text().strip(), self.which.value() == "empty"
        if only and not text:
            self.form.set_wrong(self.field, tr("Write a caption first."))
            self.field.setFocus()
            return
        self.given.emit(text, only)
        self.leave()
