"""Ctrl+Z in a field takes back what was typed there first; with nothing left to take back, the last action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Field = QLineEdit | QPlainTextEdit


class FieldUndo(QObject):
    """Follows the field that has the keyboard. Fields take Ctrl+Z for themselves even with nothing to take back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, Field):
            old.removeEventFilter(self)
        if isinstance(new, Field):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and isinstance(watched, Field):
            undo, redo = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
            if (undo and not _can(watched, undo=True)) or (redo and not _can(watched, undo=False)):
                event.ignore()
                return True
        return False


def _can(field: Field, *, undo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    kept = field.document()
    return kept.isUndoAvailable() if undo else kept.isRedoAvailable()
