"""A menu to tick several lines of: it stays open while they are ticked."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.plain import mnemonic_safe, one_line

_LONGEST = 40


class TickMenu(QMenu):
    """`ticked` carries the values ticked, none of them meaning all. The first line takes every tick away."""

    ticked = Signal(tuple)

    def __init__(self, everything: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[Hashable, str], ...] = ()
        self._lines: list[QAction] = []
        self.everything = QAction(mnemonic_safe(everything), self)
        self.everything.setCheckable(True)
        self.everything.triggered.connect(self.clear_ticks)
        self.addAction(self.everything)
        self.addSeparator()

    def show_choices(self, choices: Sequence[tuple[Hashable, str]], chosen: Sequence[Hashable]) -> None:
        """Other choices, or the same with other ticks."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            for action in self._lines:
                self.removeAction(action)
                action.deleteLater()
            self._lines = []
            for _, words in choices:
                text = one_line(words)
                action = QAction(mnemonic_safe(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"), self)
                action.setCheckable(True)
                action.triggered.connect(self._say)
                self.addAction(action)
                self._lines.append(action)
        for action, (value, _) in zip(self._lines, self._choices, strict=True):
            action.setChecked(value in chosen)
        self.everything.setChecked(not chosen)

    def chosen(self) -> tuple[Hashable, ...]:
        """The values ticked."""
        lines = zip(self._lines, self._choices, strict=True)
        return tuple(value for action, (value, _) in lines if action.isChecked())

    def clear_ticks(self) -> None:
        """All of them again."""
        for action in self._lines:
            action.setChecked(False)
        self._say()

    def _say(self) -> None:
        self.everything.setChecked(not self.chosen())
        self.ticked.emit(self.chosen())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        pressed = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)
