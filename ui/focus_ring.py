"""The ring around a button with the keyboard's focus: 2 px wide, 2 px away, drawn over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.theme import theme
from ui.widgets.buttons import Button

_AWAY = 4
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)
_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class _Ring(QWidget):
    """The ring itself, laid over the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()


class FocusRing(QObject):
    """Follows the focus through the whole application; only focus that came by keyboard is ringed."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._by_key = False
        app.installEventFilter(self)
        app.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(watched, Button):
            self._by_key = event.reason() in _KEYS  # type: ignore[attr-defined]
            self._show(watched if self._by_key else None)
        elif kind in _MOVES and self._ring is not None and isinstance(watched, QWidget) and self._follows(watched):
            self._place()
        return False

    def _follows(self, watched: QWidget) -> bool:
        target = self._target
        return target is not None and isValid(target) and (watched is target or watched.isAncestorOf(target))

    @Slot(QWidget, QWidget)
    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not self._target:
            self._show(None)

    def _show(self, target: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        self._target = target
        if target is not None:
            self._ring = _Ring(target.window())
            self._place()

    def _place(self) -> None:
        if self._ring is None or not isValid(self._ring) or self._target is None or not isValid(self._target):
            self._ring = None
            return
        if not self._target.isVisible():
            self._ring.hide()
            return
        corner = self._target.mapTo(self._target.window(), self._target.rect().topLeft())
        box = self._target.rect().translated(corner).adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
        self._ring.setGeometry(box)
        self._ring.show()
        self._ring.raise_()
