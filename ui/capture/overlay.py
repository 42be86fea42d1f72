"""One screen, frozen and dimmed, in which a region is chosen by mouse or keys; counted in pixels of the device."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.capture.shapes import Handle, dragged, handle_at, handle_places, moved, resized
from ui.fonts import font
from ui.i18n import translator
from ui.theme import theme
from ui.widgets import painting

tr = translator("arrivals")
_DIM = 120
_HANDLE = 8
_SMALLEST = 3
_STEP, _LEAP = 1, 10
_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_CURSORS: dict[Handle, Qt.CursorShape] = {
    "left": Qt.CursorShape.SizeHorCursor, "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor, "bottom": Qt.CursorShape.SizeVerCursor,
    "topleft": Qt.CursorShape.SizeFDiagCursor, "bottomright": Qt.CursorShape.SizeFDiagCursor,
    "topright": Qt.CursorShape.SizeBDiagCursor, "bottomleft": Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip


class CaptureOverlay(QWidget):
    """`began` when a region is begun here, `kept` when it is to be kept, `given_up` when nothing is.

    A region lies on one screen; the picture may have more pixels than the overlay has points.
    """

    began = Signal()
    kept = Signal()
    given_up = Signal()

    def __init__(self, picture: QImage, place: QRect, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags | Qt.WindowType.BypassWindowManagerHint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Choose a region of the screen"))
        self.setAccessibleDescription(_keys())
        self.setGeometry(place)
        self._picture = picture
        self._region = QRect()
        self._drag: Callable[[QPoint], QRect] | None = None
        self._over = False

    def region(self) -> QRect:
        """What is chosen, in pixels of the picture; empty if nothing is."""
        return self._region

    def clear(self) -> None:
        """Choose nothing, as when a region is begun on another screen."""
        self._region, self._drag = QRect(), None
        self.update()

    def chosen(self) -> QImage:
        """The pixels of the region, none of them scaled."""
        return self._picture.copy(self._region)

    def choose_all(self) -> None:
        """The whole screen."""
        self._begin(self._picture.rect())

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._give_up()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        # Without a window manager nobody else gives this screen the keyboard.
        self.activateWindow()
        self.setFocus()
        start, was, bounds = self._pixel(event.position()), self._region, self._picture.rect()
        held = self._handle(event.position())
        if held is not None:
            self._drag = lambda now: resized(was, held, now - start, bounds)
        elif was.contains(start) and was.size() != bounds.size():
            self._drag = lambda now: moved(was, now - start, bounds)
        else:
            self._begin(QRect())
            self._drag = lambda now: dragged(start, now, bounds)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            held = self._handle(event.position())
            inside = self._region.contains(self._pixel(event.position()))
            shape = Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.CrossCursor
            self.setCursor(_CURSORS[held] if held else shape)
            return
        self._region = self._drag(self._pixel(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._drag is None:
            return
        self._region, self._drag = self._drag(self._pixel(event.position())), None
        if self._region.width() < _SMALLEST or self._region.height() < _SMALLEST:
            self._region = QRect()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._region.contains(self._pixel(event.position())):
            self.kept.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self._give_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_A):
            self.choose_all()
        elif key in _STEPS and not self._region.isEmpty():
            across, down = _STEPS[key]
            far = _LEAP if held & Qt.KeyboardModifier.ShiftModifier else _STEP
            by = QPoint(across * far, down * far)
            if held & Qt.KeyboardModifier.ControlModifier:
                self._region = resized(self._region, "bottomright", by, self._picture.rect())
            else:
                self._region = moved(self._region, by, self._picture.rect())
            self.update()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Closed by the system or its keys: whoever waits has to know.
        super().closeEvent(event)
        self._give_up()

    def _give_up(self) -> None:
        if not self._over:
            self._over = True
            self.given_up.emit()

    def _begin(self, region: QRect) -> None:
        self.began.emit()
        self._region = QRect(region)
        self.update()

    # Points and pixels

    def _scale(self) -> tuple[float, float]:
        return self._picture.width() / max(1, self.width()), self._picture.height() / max(1, self.height())

    def _pixel(self, point: QPointF) -> QPoint:
        across, down = self._scale()
        return QPoint(int(point.x() * across), int(point.y() * down))

    def _shown(self, region: QRect) -> QRectF:
        across, down = self._scale()
        return QRectF(region.x() / across, region.y() / down, region.width() / across, region.height() / down)

    def _handle(self, point: QPointF) -> Handle | None:
        return None if self._region.isEmpty() else handle_at(self._shown(self._region), point, _HANDLE)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        everything = QRectF(self.rect())
        painter.drawImage(everything, self._picture)
        dim = QColor(0, 0, 0, _DIM)
        shown = self._shown(self._region)
        if self._region.isEmpty():
            painter.fillRect(everything, dim)
            self._paint_hint(painter)
            painter.end()
            return
        for part in (
            QRectF(0, 0, everything.width(), shown.top()),
            QRectF(0, shown.bottom(), everything.width(), everything.height() - shown.bottom()),
            QRectF(0, shown.top(), shown.left(), shown.height()),
            QRectF(shown.right(), shown.top(), everything.width() - shown.right(), shown.height()),
        ):
            painter.fillRect(part, dim)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRect(shown)
        for at in handle_places(shown).values():
            painter.fillRect(QRectF(at.x() - _HANDLE / 2, at.y() - _HANDLE / 2, _HANDLE, _HANDLE), QColor("white"))
            painter.drawRect(QRectF(at.x() - _HANDLE / 2, at.y() - _HANDLE / 2, _HANDLE, _HANDLE))
        self._paint_size(painter, shown)
        painter.end()

    def _paint_size(self, painter: QPainter, shown: QRectF) -> None:
        text = f"{self._region.width()} × {self._region.height()}"
        painter.setFont(font("small", 600))
        wide = painting.text_width(text, "small", 600) + 24
        top = shown.top() - 26 if shown.top() >= 30 else shown.top() + 6
        left = min(max(0.0, shown.left()), self.width() - wide)
        painting.paint_plate(painter, int(left), int(top), text)

    def _paint_hint(self, painter: QPainter) -> None:
        text = _keys()
        wide = painting.text_width(text, "body", 500) + 48
        box = QRect(QPoint((self.width() - wide) // 2, self.height() - 84), QSize(wide, 36))
        painter.setBrush(painting.plate_colour())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QColor("white"))
        painter.setFont(font("body", 500))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _keys() -> str:
    return tr("Drag to choose a region of one screen · Space all of it · Enter keeps · Esc gives up")
