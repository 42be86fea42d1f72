"""Contact data of a buyer, edited in place: kept when a field is left or Enter is pressed, Esc takes the edit back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from models.records import Buyer
from ui.i18n import translator
from ui.icons import icon
from ui.plain import tooltip
from ui.widgets.panel import FormRows, column

tr = translator("buyers")


class _ContactLine(QLineEdit):
    """One field; `edited` carries a text that differs from the one kept."""

    edited = Signal(str)
    copied = Signal()

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = ""
        self.refused = False
        self._copy = QAction(icon("copy", "text3", 14), tr("Copy: %1", label), self)
        self._copy.setToolTip(tooltip(tr("Copy: %1", label)))
        self._copy.triggered.connect(self._copy_text)
        self.addAction(self._copy, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._finish)

    def set_value(self, value: str) -> None:
        """Show what is kept; what is being written or was refused stays."""
        self._kept = value
        self._copy.setVisible(bool(value))
        writing = self.hasFocus() and self.isModified()
        # What was kept is taken back by the program's Undo: the field's own would write it a second time.
        if not writing and not self.refused and (self.text() != value or self.isUndoAvailable()):
            self.setText(value)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def forget(self) -> None:
        """Drop what is being written."""
        self.refused = False
        self.setModified(False)
        self.setText(self._kept)
        self.setCursorPosition(0)

    def _finish(self) -> None:
        if self.isModified() and self.text() != self._kept:
            self.setModified(False)
            self.edited.emit(self.text())
        elif self.text() == self._kept:
            self.refused = False

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._kept)
        self.copied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.isModified() or self.refused):
            self.forget()
            self.edited.emit(self._kept)
            return
        super().keyPressEvent(event)


class ContactFields(QWidget):
    """`changed` carries buyer, field and text."""

    changed = Signal(int, str, str)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buyer_id = 0
        labels = {
            "name": tr("Name"), "phone": tr("Phone"), "wechat": tr("WeChat"), "email": tr("E-mail"),
            "address": tr("Address"), "country": tr("Country"),
        }  # fmt: skip
        self.form = FormRows(self, label_width=52, spacing=4)
        self.fields: dict[str, _ContactLine] = {}
        for name, label in labels.items():
            field = _ContactLine(label, self.form)
            field.edited.connect(lambda text, name=name: self._edited(name, text))
            field.copied.connect(lambda label=label: self.said.emit(tr("%1 copied", label)))
            self.form.add_field(label, field)
            self.fields[name] = field
        self.fields["phone"].setPlaceholderText("+86 138 0000 0000")
        column(self).addWidget(self.form)

    def _edited(self, name: str, text: str) -> None:
        self.set_wrong(name, "")
        if self._buyer_id:
            self.changed.emit(self._buyer_id, name, text)

    def set_wrong(self, name: str, text: str) -> None:
        """Say under a field why it was not kept; empty when it is right again."""
        field = self.fields[name]
        field.refused = bool(text)
        self.form.set_wrong(field, text)

    def show_buyer(self, buyer: Buyer) -> None:
        """Show a buyer's data; of another buyer nothing half-written stays."""
        other = buyer.id != self._buyer_id
        self._buyer_id = buyer.id
        values: Mapping[str, str] = {name: str(getattr(buyer, name)) for name in self.fields}
        for name, field in self.fields.items():
            if other:
                self.set_wrong(name, "")
                field.setModified(False)
            field.setReadOnly(buyer.merged_into is not None)
            field.set_value(values[name])
