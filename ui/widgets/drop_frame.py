"""Where something dragged would land: an accent border with a word, over the pane and gone with the drag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme as tokens
from ui.theme import theme
from ui.widgets import painting

_VEIL = 216


class DropFrame(QWidget):
    """Lies over its pane while a drag is over it; takes no clicks and no focus."""

    def __init__(self, pane: QWidget, text: str) -> None:
        super().__init__(pane)
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        pane.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        """A drag came over the pane."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme().hex("selected"))
        veil.setAlpha(_VEIL)
        box = self.rect().adjusted(6, 6, -6, -6)
        painter.setBrush(veil)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRoundedRect(box, tokens.RADIUS_PANEL, tokens.RADIUS_PANEL)
        words = QRect(box.left(), box.center().y() - 20, box.width(), 40)
        painting.paint_text(painter, words, self._text, "accent_text", "heading", 600, centre=True)
        painter.end()
