"""The strip: pictures one under the other as they will be, with lines that can be moved by hand and by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import theme
from ui.widgets import painting

SHOWN_WIDTH = 400
_MARGIN = 24
_LABEL_ROOM = 190
_GRIP = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows `top` to `bottom` of a picture; its image may be smaller than it is. `left`: where it stands, in pixels."""

    image: QImage | None
    width: int
    height: int
    top: int
    bottom: int
    left: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A line at a row of the whole, its words and colour."""

    row: int
    words: str
    token: str


class Strip(QWidget):
    """Painted at SHOWN_WIDTH. `wished` asks for line i to go to a row; `stepped` by keys, with a direction and whether
    far; `chosen` says which line is in hand."""

    wished = Signal(int, int)
    stepped = Signal(int, int, bool)
    chosen = Signal(int)
    cleared = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._width = 1
        self._total = 0
        self._current = 0
        self._held: tuple[int, int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_strip(self, pieces: Sequence[Piece], marks: Sequence[Mark], width: int) -> None:
        """Show these; the line in hand stays in hand."""
        self._pieces, self._marks, self._width = tuple(pieces), tuple(marks), max(1, width)
        self._total = sum(piece.bottom - piece.top for piece in pieces)
        self._current = min(self._current, max(0, len(marks) - 1))
        self.setFixedSize(self.sizeHint())
        self._describe()
        self.update()

    def current(self) -> int:
        """The line in hand."""
        return self._current

    def choose(self, index: int) -> None:
        """Take a line in hand and bring it into view."""
        if not 0 <= index < len(self._marks):
            return
        changed = index != self._current
        self._current = index
        self._describe()
        self.update()
        area = self._area()
        if area is not None:
            area.ensureVisible(_MARGIN, self._y(self._marks[index].row), 0, area.viewport().height() // 3)
        if changed:
            self.chosen.emit(index)

    def sizeHint(self) -> QSize:
        return QSize(SHOWN_WIDTH + 2 * _MARGIN + _LABEL_ROOM, round(self._total * self._scale()) + 2 * _MARGIN)

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        return area if isinstance(area, QScrollArea) else None

    def _scale(self) -> float:
        return SHOWN_WIDTH / self._width

    def _y(self, row: int) -> int:
        return _MARGIN + round(row * self._scale())

    def _row(self, y: int) -> int:
        return round((y - _MARGIN) / self._scale())

    def _describe(self) -> None:
        mark = self._marks[self._current] if self._marks else None
        self.setAccessibleDescription(f"{self._current + 1} / {len(self._marks)}: {mark.words}" if mark else "")

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().colour("canvas"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        row = 0
        for piece in self._pieces:
            self._paint_piece(painter, piece, row, event.rect())
            row += piece.bottom - piece.top
        for at, mark in enumerate(self._marks):
            self._paint_mark(painter, mark, current=at == self._current)

    def _paint_piece(self, painter: QPainter, piece: Piece, row: int, seen: QRect) -> None:
        scale = self._scale()
        top, bottom = self._y(row), self._y(row + piece.bottom - piece.top)
        box = QRect(_MARGIN + round(piece.left * scale), top, max(1, round(piece.width * scale)), bottom - top)
        if not box.intersects(seen):
            return
        if piece.image is None or piece.image.isNull():
            painter.fillRect(box, theme().colour("surface2"))
            return
        share = piece.image.height() / piece.height
        source = QRect(
            0, round(piece.top * share), piece.image.width(), max(1, round((piece.bottom - piece.top) * share))
        )
        painter.drawImage(box, piece.image, source)

    def _paint_mark(self, painter: QPainter, mark: Mark, *, current: bool) -> None:
        y = self._y(mark.row)
        colour = QColor(theme().colour(f"{mark.token}.solid"))
        right = _MARGIN + SHOWN_WIDTH
        style = Qt.PenStyle.SolidLine if current else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 3 if current else 2, style))
        painter.drawLine(_MARGIN - 8, y, right + 12, y)
        painter.fillRect(QRect(_MARGIN - 16, y - _GRIP, 8, 2 * _GRIP), colour)
        label = QRect(right + 14, y - 12, _LABEL_ROOM, 24)
        words = painting.elided(mark.words, label.width() - 18, "small", 500)
        box = QRect(label.left(), label.top(), painting.text_width(words, "small", 500) + 18, 24)
        painting.rounded(painter, box, f"{mark.token}.soft", f"{mark.token}.solid" if current else None, 4)
        painting.paint_text(painter, box.adjusted(6, 0, -6, 0), words, mark.token, "small", 500)
        if current and self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 6, 6)

    # By hand

    def _at(self, place: QPoint) -> int:
        near = [(abs(self._y(mark.row) - place.y()), at) for at, mark in enumerate(self._marks)]
        best = min(near, default=(_GRIP + 1, -1))
        return best[1] if best[0] <= _GRIP + 4 else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.choose(at)
            self._held = (at, event.position().toPoint().y(), self._marks[at].row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._held is None:
            over = self._at(place) >= 0
            self.setCursor(Qt.CursorShape.SizeVerCursor if over else Qt.CursorShape.ArrowCursor)
            return
        at, y, row = self._held
        self.wished.emit(at, row + round((place.y() - y) / self._scale()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        far = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier or not self._marks:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self._current, -1 if key == Qt.Key.Key_Up else 1, far)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right):
            self.choose(self._current + 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            self.choose(self._current - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else len(self._marks) - 1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Backspace):
            self.cleared.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def strip_area(strip: Strip, parent: QWidget) -> QScrollArea:
    """The scroll area a strip stands in."""
    area = QScrollArea(parent)
    area.setWidget(strip)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    area.setProperty("surface", "canvas")
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setMinimumWidth(SHOWN_WIDTH + 2 * _MARGIN + _LABEL_ROOM + 24)
    area.setFocusProxy(strip)
    return area
