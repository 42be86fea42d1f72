"""The ring around a button with the keyboard's focus: 2 px wide, 2 px away, drawn over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.theme import theme

_AWAY = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """One per window, made when first needed; the widget it follows tells it when the focus comes and goes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()

    def follow(self, target: QWidget) -> None:
        """Lay the ring around a widget of the same window and move with it, also when it is scrolled."""
        self.let_go()
        self._target = target
        step: QWidget | None = target
        while step is not None and step is not self.parentWidget():
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def let_go(self) -> None:
        """Take the ring away."""
        for widget in self._watched:
            # a pane may have been built anew meanwhile
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        self.hide()

    def target(self) -> QWidget | None:
        """What is ringed now."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        box = target.rect().translated(target.mapTo(window, target.rect().topLeft()))
        self.setGeometry(box.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()


def ring_of(widget: QWidget) -> FocusRing:
    """The ring of a widget's window."""
    window = widget.window()
    # Its own, not that of a dialog which is the window's child.
    found = window.findChild(FocusRing, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else FocusRing(window)
