"""The keys every view of the calendar understands, as one signal each, so that a letter means the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.callbacks.calendar_data import CalendarView
from ui.letters import letters_on

_VIEWS = {
    Qt.Key.Key_M: CalendarView.MONTH,
    Qt.Key.Key_W: CalendarView.WEEK,
    Qt.Key.Key_A: CalendarView.AGENDA,
    Qt.Key.Key_D: CalendarView.DAY,
}
OUTCOMES = "12345"
# how far Ctrl with an arrow moves the call-back chosen: days, minutes
_SHIFTS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CalendarKeys(QObject):
    """`shift_wanted` carries steps to the side and down for the call-back chosen; the view says what they are."""

    view_wanted = Signal(object)
    today_wanted = Signal()
    turn_wanted = Signal(int)
    outcome_key = Signal(str)
    shift_wanted = Signal(int, int)
    move_wanted = Signal()
    skip_wanted = Signal()

    def take(self, event: QKeyEvent) -> bool:
        """Carry out a key; False for one that is the view's own."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key in _SHIFTS:
            self.shift_wanted.emit(*_SHIFTS[key])
            return True
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
            return True
        return letters_on() and self._letter(key, event.text())

    def _letter(self, key: Qt.Key, text: str) -> bool:
        if key == Qt.Key.Key_T:
            self.today_wanted.emit()
        elif key in _VIEWS:
            self.view_wanted.emit(_VIEWS[key])
        elif key == Qt.Key.Key_S:
            self.move_wanted.emit()
        elif key == Qt.Key.Key_X:
            self.skip_wanted.emit()
        elif text and text in OUTCOMES:
            self.outcome_key.emit(text)
        else:
            return False
        return True
