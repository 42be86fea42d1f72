"""What the dialogs of registers share: a title, facts, fields for days and amounts that say what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from models.money import Money
from models.rules.pack_parts import Text
from ui.filter_entries import EntryRefused, amount_text, day_text, read_amount, read_day
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("claims")
_WIDE = 460
_NOTE_HEIGHT = 64
Value = TypeVar("Value")


def said_of(text: Text) -> str:
    """A text that stands in two languages, in the window's."""
    return text.zh if language() == "zh" else text.en or text.zh


class WholeField(QLineEdit):
    """A whole number from 0; empty for none."""

    def __init__(self, number: int | None, most: int, parent: QWidget | None = None) -> None:
        super().__init__("" if number is None else str(number), parent)
        self._most = most
        self.setMaxLength(8)

    def value(self) -> int | None:
        """What is typed. EntryRefused."""
        text = self.text().strip()
        if not text:
            return None
        if not text.isdecimal() or int(text) > self._most:
            raise EntryRefused(tr("A whole number up to %1.", self._most))
        return int(text)


class DayField(QLineEdit):
    """A day as one types it: 11-20, 2026-11-20, 11月20日; ↑ and ↓ go a day on or back. `ahead`: may yet come."""

    def __init__(self, day: date | None, today: date, parent: QWidget | None = None, *, ahead: bool = False) -> None:
        super().__init__(day_text(day), parent)
        self._today, self._ahead = today, ahead
        self.setMaxLength(20)
        self.setPlaceholderText(today.isoformat())

    def value(self) -> date | None:
        """What is typed; None for nothing. EntryRefused."""
        found = read_day(self.text(), self._today)
        if found is not None and not self._ahead and found > self._today:
            raise EntryRefused(tr("This day has not come yet."))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        try:
            now = self.value() or self._today
            moved = date.fromordinal(now.toordinal() + step)
        except (EntryRefused, ValueError, OverflowError):
            return
        if self._ahead or moved <= self._today:
            self.setText(day_text(moved))
            self.textEdited.emit(self.text())


class AmountField(QLineEdit):
    """An amount in one currency, read leniently: with or without sign and thousands, never below zero."""

    def __init__(self, amount: Money | None, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(amount_text(amount.minor, currency) if amount is not None else "", parent)
        self.currency = currency
        self.setMaxLength(30)
        self.setPlaceholderText("0.00")

    def value(self) -> Money | None:
        """What is typed; None for nothing. EntryRefused."""
        minor = read_amount(self.text(), self.currency)
        return None if minor is None else Money(minor, self.currency)


class EntryDialog(HeldDialog):
    """A title, what it is about, a form, Cancel and the button that takes it."""

    take: Button

    def __init__(self, title: str, take: str, parent: QWidget | None = None, *, about: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setMinimumWidth(_WIDE)
        self._rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        self._rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        if about:
            self._rows.addWidget(PlainLabel(about, self, ink="text2", wrap=True))
        self.form = FormRows(self)
        self._rows.addWidget(self.form)
        self.told = PlainLabel("", self, role="small", ink="due", wrap=True)
        self.told.hide()
        self._rows.addWidget(self.told)
        self._wrong = False
        self.take = Button(take, self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self._rows.addLayout(foot_line(self, tr("Cancel"), self.take))

    def tell(self, text: str, *, state: str = "due") -> None:
        """Say what the entries mean, under the form; nothing for an empty text."""
        self.told.set_ink(state)
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self._fit()

    def read(self, field: QWidget, of: Callable[[], Value]) -> Value | None:
        """A field's value, or None with what is wrong said under it; the first wrong one gets the keyboard."""
        try:
            found = of()
        except EntryRefused as error:
            self.refuse(field, str(error))
            return None
        self.form.set_wrong(field, "")
        return found

    def refuse(self, field: QWidget, text: str) -> None:
        """Say under a field why it is not taken."""
        if not self._wrong:
            field.setFocus()
        self._wrong = True
        self.form.set_wrong(field, text)
        self._fit()

    def note_field(self, text: str = "", limit: int = 500) -> QPlainTextEdit:
        """A few lines; Tab leaves it."""
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(_NOTE_HEIGHT)
        field.setProperty("limit", limit)
        return field

    def read_note(self, field: QPlainTextEdit) -> str:
        """What stands in a field for notes; said under it when it is too long."""
        text, limit = field.toPlainText().strip(), int(field.property("limit"))
        if len(text) > limit:
            self.refuse(field, tr("%1 characters at most.", limit))
        else:
            self.form.set_wrong(field, "")
        return text

    @property
    def refused_any(self) -> bool:
        """Whether a field was refused since it was last asked to be taken."""
        return self._wrong

    def fill(self) -> None:
        """Read the fields, complain, or emit what was entered."""

    def _take(self) -> None:
        self._wrong = False
        self.fill()

    def _fit(self) -> None:
        rows = self.layout()
        if rows is not None and self.isVisible():
            rows.activate()
            self.resize(self.width(), max(rows.totalHeightForWidth(self.width()), rows.totalMinimumSize().height()))
