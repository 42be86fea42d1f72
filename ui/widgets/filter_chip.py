"""A filter that is set, as a chip: a click changes it, × or Delete takes it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme as tokens
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import plain_tooltip
from ui.theme import theme
from ui.widgets import painting

tr = translator("views")
_PADDING, _CROSS, _WIDEST = 8, 22, 320


class FilterChip(QAbstractButton):
    """One filter that is set. `clicked` changes it, `removed` takes it away, `stepped` goes to the one beside it."""

    removed = Signal()
    stepped = Signal(int)

    def __init__(self, text: str, full: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = text
        self._on_cross = self._hovered = False
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(full)
        self.setAccessibleDescription(tr("Enter changes the filter, Delete removes it"))
        plain_tooltip(self, full)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = painting.text_width(self._label, "small", 500)
        return QSize(min(words + _PADDING + _CROSS + 2, _WIDEST), tokens.CHIP_CLICKABLE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS, 0, _CROSS, self.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = self._on_cross = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._on_cross = self._cross().contains(event.position().toPoint())
        self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = "accent" if self._hovered or self.isDown() else "control"
        painting.rounded(painter, self.rect(), "selected", line, tokens.RADIUS_CHIP)
        room = QRect(_PADDING, 0, self.width() - _PADDING - _CROSS, self.height())
        painting.paint_text(painter, room, self._label, "accent_text", "small", 500)
        middle = self.height() // 2
        token = "text" if self._on_cross else "accent_text"
        paint_icon(painter, self.width() - _CROSS + 4, middle, "x", token, 12)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), tokens.RADIUS_CHIP, tokens.RADIUS_CHIP)
        painter.end()
