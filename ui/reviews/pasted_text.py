"""A field for a pasted table: a long one is kept aside and only its first lines are laid out."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

_CHARACTERS, _LINES = 20_000, 1_000
_FIRST, _WIDTH = 12, 200
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class PastedText(QPlainTextEdit):
    """What is pasted beyond 20,000 characters or 1,000 lines would hold the window up for seconds if it were laid out.

    `kept_aside` tells how many lines and characters are kept so, (0, 0) once they are gone again. Meanwhile nothing is
    typed into the field: pasting again replaces the text, Delete empties the field.
    """

    kept_aside = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aside: str | None = None
        self.setTabChangesFocus(True)

    def whole(self) -> str:
        """All that was typed or pasted, shown or not."""
        return self.toPlainText() if self._aside is None else self._aside

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasText():
            return
        text = source.text()
        if _short(text) and self._aside is None:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()
            return
        if self._aside is None:
            here, shown = self.textCursor(), self.toPlainText()
            # Qt counts halves of signs beyond the first plane.
            before, after = (
                shown.encode("utf-16-le", "surrogatepass")[part].decode("utf-16-le", "replace")
                for part in (slice(here.selectionStart() * 2), slice(here.selectionEnd() * 2, None))
            )
            text = f"{before}{text}{after}"
        self.keep(text)

    def keep(self, text: str) -> None:
        """Another text in the place of what is there."""
        self._aside = None if _short(text) else text
        self.setReadOnly(self._aside is not None)
        if self._aside is None:
            self.setPlainText(text)
            self.kept_aside.emit(0, 0)
            return
        first = [line if len(line) <= _WIDTH else f"{line[:_WIDTH]}…" for line in islice(_lines(text), _FIRST)]
        self.setPlainText("\n".join(first))
        self.kept_aside.emit(text.count("\n") + (not text.endswith("\n")), len(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._aside is not None:
            if event.matches(QKeySequence.StandardKey.Paste):
                text = QApplication.clipboard().text()
                if text:
                    self.keep(text)
                return
            if event.key() in _EMPTYING or event.matches(QKeySequence.StandardKey.Cut):
                self.keep("")
                return
        super().keyPressEvent(event)


def _short(text: str) -> bool:
    return len(text) <= _CHARACTERS and text.count("\n") < _LINES


def _lines(text: str) -> list[str]:
    """The first lines, however long the text is."""
    return text[: _FIRST * _CHARACTERS].split("\n", _FIRST)
