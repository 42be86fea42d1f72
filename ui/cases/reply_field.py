"""The text of a reply: plain, edited in place, with blanks and what must not be said marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.services.replies import BLANK, Finding, Severity
from ui.cases.text_field import TextField
from ui.theme import theme

# Only the mark of that name: no widget here reads markup.
_Mark = QtWidgets.QTextEdit.ExtraSelection


class ReplyField(TextField):
    """`copy_wanted`: Ctrl+C with nothing selected, or Ctrl+Enter. F3 goes to the next blank."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entered.connect(self.copy_wanted)
        self._findings: Sequence[Finding] = ()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Mark the blanks and these findings."""
        self._findings = findings
        marks = [self._selection(start, end, "due") for start, end in blanks_of(self.toPlainText())]
        for each in findings:
            token = "overdue" if each.severity is Severity.REFUSED else "due"
            marks.append(self._selection(each.start, each.end, token, underline=True))
        self.setExtraSelections(marks)

    def _selection(self, start: int, end: int, token: str, *, underline: bool = False) -> _Mark:
        look = QTextCharFormat()
        look.setBackground(theme().colour(f"{token}.soft"))
        look.setForeground(theme().colour(token))
        if underline:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme().colour(f"{token}.solid"))
        selection = _Mark()
        selection.format = look
        selection.cursor = self._cursor(start, end)
        return selection

    def _cursor(self, start: int, end: int) -> QTextCursor:
        text = self.toPlainText()
        cursor = self.textCursor()
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def go_to(self, start: int, end: int) -> None:
        """Select characters `start` to `end`, so that typing takes their place."""
        self.setTextCursor(self._cursor(start, end))
        self.ensureCursorVisible()
        self.setFocus()

    def next_blank(self) -> bool:
        """Select the blank after the cursor, or the first one; false when there is none."""
        text = self.toPlainText()
        found = list(blanks_of(text))
        if not found:
            return False
        here = self.textCursor().selectionEnd()
        self.go_to(*next((span for span in found if _units(text[: span[0]]) >= here), found[0]))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.FindNext) and self.next_blank():
            event.accept()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and self.extraSelections():
            self.mark(self._findings)


def blanks_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the blanks of a text are."""
    place = text.find(BLANK)
    while place >= 0:
        yield place, place + len(BLANK)
        place = text.find(BLANK, place + len(BLANK))


def _units(text: str) -> int:
    """Qt counts UTF-16 units; emoji are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
