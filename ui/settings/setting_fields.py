"""Fields that save themselves: they say when an edit is over, and keep what is being typed while others load."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

_TEXT_HEIGHT = 60


class ChoiceField(QComboBox):
    """A choice of words; turning the wheel over it scrolls the page instead of changing it."""

    edited = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for value, words in choices:
            self.addItem(words, value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda place: self.edited.emit(str(self.itemData(place))))

    def value(self) -> str:
        """The word chosen."""
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Choose without saying so; a value that is not on the list is put on it."""
        place = self.findData(value)
        if place < 0:
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def choose(self, value: str) -> None:
        """Choose as the user does."""
        self.set_value(value)
        self.edited.emit(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LineField(QLineEdit):
    """A line; `edited` comes when Enter is pressed or the field is left with another text than it had."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, width: int = 0, hint: str = "") -> None:
        super().__init__(parent)
        self._kept = ""
        if width:
            self.setFixedWidth(width)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self.finish)

    def set_value(self, value: str) -> None:
        """Show what is kept, unless it is being edited."""
        self._kept = value
        if not (self.hasFocus() and self.isModified()) and self.text() != value:
            self.setText(value)

    def finish(self) -> None:
        """The edit is over."""
        if self.text() != self._kept:
            self._kept = self.text()
            self.setModified(False)
            self.edited.emit(self.text())


class TextField(QPlainTextEdit):
    """Some lines of text; `edited` comes when the field is left with another text than it had."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setFixedHeight(_TEXT_HEIGHT)
        self.setTabChangesFocus(True)

    def set_value(self, value: str) -> None:
        """Show what is kept, unless it is being edited."""
        self._kept = value
        if not self.hasFocus() and self.toPlainText() != value:
            self.setPlainText(value)

    def finish(self) -> None:
        """The edit is over."""
        if self.toPlainText() != self._kept:
            self._kept = self.toPlainText()
            self.edited.emit(self._kept)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()
