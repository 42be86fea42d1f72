"""A field for an answer that is typed: amount, number, date, time or text, with a line for what is wrong."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.resolution_facts import FactField
from ui.fonts import font
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.resolution.fact_parsing import NotReadableError, parse, written
from ui.resolution.wording import pick
from ui.widgets.panel import column, line

tr = translator("resolution")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FactEntry(QWidget):
    """`typed` comes with every readable value, `value()` is the newest; `complain` shows what is wrong."""

    typed = Signal(object)
    entered = Signal()

    def __init__(
        self,
        field: FactField,
        value: object,
        now: datetime,
        where: tzinfo,
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fact = field
        self._now, self._where, self._currency = now, where, currency
        box = column(self, spacing=4)
        row = line(spacing=8)
        self.field = QLineEdit(self)
        self.field.setFont(font("heading", 500) if field.type != "text" else font("body"))
        self.field.setAccessibleName(pick(field.label))
        self.field.setPlaceholderText(_example(field.type))
        self.field.setMaxLength(2000)
        if field.type in ("money", "int", "decimal"):
            self.field.setMaximumWidth(220)
        row.addWidget(self.field, 1)
        if field.type == "money":
            row.addWidget(PlainLabel(currency, self, ink="text3"))
            row.addStretch(1)
        box.addLayout(row)
        self.wrong = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        self.wrong.hide()
        box.addWidget(self.wrong)
        if value is not None:
            self.field.setText(written(field.type, value, where))
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._edited)
        self.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Enter ends the field and nothing more: a QLineEdit would hand it on to the page as well.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.entered.emit()
            return True
        return False

    def value(self) -> object:
        """What is typed, as the packs read it. NotReadableError with its sentence."""
        return parse(self.fact.type, self.field.text(), now=self._now, where=self._where, currency=self._currency)

    def readable(self) -> bool:
        """Whether what is typed fits; if not, the field says why."""
        try:
            self.value()
        except NotReadableError as error:
            self.complain(str(error))
            return False
        self.complain("")
        return True

    def complain(self, text: str) -> None:
        """Say under the field what is wrong with it, or nothing."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        if bool(self.field.property("wrong")) != bool(text):
            self.field.setProperty("wrong", bool(text))
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _edited(self, text: str) -> None:
        try:
            value = self.value()
        except NotReadableError:
            return
        self.complain("")
        self.typed.emit(value)


def _example(kind: str) -> str:
    return {
        "money": "0.00", "int": "0", "decimal": "0.0", "date": "2026-11-20", "datetime": "2026-11-20 09:30",
        "money_list": "12.00, 8.50", "money_map": tr("A=12.00, B=8.50"),
    }.get(kind, "")  # fmt: skip
