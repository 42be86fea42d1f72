"""The field a scanner types into: ended by Enter or Tab; a key that stands alone for a moment is a key of the desk."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.i18n import translator
from ui.receiving.scan_codes import LONGEST, plain_scan

tr = translator("receiving")
ALONE_MS = 300
"""A scanner sends the next sign within 1 to 100 ms (slow ones over the air); a digit alone for longer was a finger."""
ECHO_MS = 600
"""An end of line so soon after a scan is the second half of the scanner's own CR LF, not a person's Enter."""
# The time is over only after so many turns of the loop: where the window stood still for a moment, the other signs of
# the scan wait in its queue and are heard before the last of them.
_TICKS = 5
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_NONE, _PAD, _SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class ScanField(QLineEdit):
    """`scanned` carries a text, `keyed` one of `keys` that stood alone, `counted` a number of pieces typed with Ctrl.

    `entered` is an Enter with nothing typed, `left` Esc in an empty field, `pasted` and `undo_wanted` their keys.
    """

    scanned = Signal(str)
    keyed = Signal(str)
    counted = Signal(int)
    entered = Signal()
    left = Signal()
    pasted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = ""
        self.alone_ms = ALONE_MS
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(tr("Scan a parcel, or type its number and press Enter"))
        self.setAccessibleName(tr("Number or code of a parcel"))
        # Letters of a scanner must not become syllables of an input method that was left switched on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self._ticks = 0
        self._alone = QTimer(self)
        self._alone.timeout.connect(self._tick)
        self._since = QElapsedTimer()

    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~_PAD
        self._alone.stop()
        if (key in _ENDS and held == _NONE) or (key == Qt.Key.Key_J and held == Qt.KeyboardModifier.ControlModifier):
            if not event.isAutoRepeat():
                self._end()
        elif key == Qt.Key.Key_Escape and held == _NONE:
            self._leave()
        elif held == Qt.KeyboardModifier.ControlModifier and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.counted.emit(int(key) - int(Qt.Key.Key_0))
        elif event.matches(QKeySequence.StandardKey.Undo):
            # What was received is taken back, not what was scanned before it.
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif held in (_NONE, _SHIFT) and self._is_key(event.text()):
            if event.isAutoRepeat():
                return
            super().keyPressEvent(event)
            self._ticks = 0
            self._alone.start(max(1, self.alone_ms // _TICKS))
        elif event.text() in ("\n", "\r"):
            self._end()
        else:
            super().keyPressEvent(event)

    def _is_key(self, text: str) -> bool:
        """Whether the sign may mean something alone: the first one, or a further + after those before."""
        before = self.text()
        return len(text) == 1 and text in self.keys and (not before or (text in "+-" and set(before) == {text}))

    @Slot()
    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks >= _TICKS:
            self._alone.stop()
            self._stood_alone()

    def _stood_alone(self) -> None:
        signs = self.text()
        self.clear()
        for sign in signs:
            self.keyed.emit(sign)

    def _end(self) -> None:
        typed, text = self.text(), plain_scan(self.text())
        if typed and self._only_keys(typed):
            # A finger that presses Enter after the digit: the digit was meant.
            self._since.restart()
            self._stood_alone()
        elif text:
            self.clear()
            self._since.restart()
            self.scanned.emit(text)
        else:
            self.clear()
            if not self._since.isValid() or self._since.elapsed() >= ECHO_MS:
                self.entered.emit()

    def _only_keys(self, typed: str) -> bool:
        return typed[0] in self.keys and (len(typed) == 1 or (typed[0] in "+-" and len(set(typed)) == 1))

    def _leave(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()

    def put(self, text: str) -> None:
        """A text from the clipboard, as if it had been typed: its first line that is not empty."""
        lines = (plain_scan(line) for line in text[: 8 * LONGEST].splitlines())
        self.insert(next((line for line in lines if line), "")[:LONGEST])
