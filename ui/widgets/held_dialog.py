"""A dialog that keeps what was typed until it is written: a full disk costs a second try, not the words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from shiboken6 import isValid


class HeldDialog(QDialog):
    """What it asks for goes out by a signal; whoever writes it holds the dialog, which closes once it is written."""

    take: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = False
        self._was_on: QWidget | None = None

    @property
    def held(self) -> bool:
        """Whether what it asked for is being written now."""
        return self._held

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A layout keeps more room for wrapped lines than they need at this width.
        rows = self.layout()
        if rows is not None and rows.hasHeightForWidth():
            rows.activate()
            self.resize(self.width(), max(rows.totalHeightForWidth(self.width()), rows.totalMinimumSize().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From a field of several lines, where Enter begins a line; what holds the dialog turns the button off.
        held_down = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held_down == Qt.KeyboardModifier.ControlModifier and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take.click()
            return
        super().keyPressEvent(event)

    def hold(self) -> None:
        """Stay open, and do not take the same again, until `written` or `refused`."""
        self._held = True
        self._was_on = self.focusWidget()
        self.take.setEnabled(False)

    def leave(self) -> None:
        """Close, unless somebody holds it."""
        if not self._held:
            self.accept()

    def written(self) -> None:
        """It is kept: close."""
        if isValid(self):
            self._held = False
            self.accept()

    def refused(self) -> QWidget | None:
        """It could not be written: everything stays as it was typed. Itself, or None if it is gone by now."""
        if not isValid(self) or not self.isVisible():
            return None
        self._held = False
        self.take.setEnabled(True)
        if self._was_on is not None and isValid(self._was_on):
            self._was_on.setFocus()
        return self
