"""A picture with the rectangle that stays of it: drawn, moved and stretched by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.packet_records import Crop
from models.rules.crops import WHOLE, drawn, moved, ratio_text, settled, stretched
from ui.i18n import translator
from ui.theme import theme
from ui.widgets import painting

tr = translator("packets")
_MARGIN = 16
_GRIP = 9
_STEP, _FINE = 0.02, 0.002
_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_CURSORS = {
    "lt": Qt.CursorShape.SizeFDiagCursor, "rb": Qt.CursorShape.SizeFDiagCursor,
    "rt": Qt.CursorShape.SizeBDiagCursor, "lb": Qt.CursorShape.SizeBDiagCursor,
    "l": Qt.CursorShape.SizeHorCursor, "r": Qt.CursorShape.SizeHorCursor,
    "t": Qt.CursorShape.SizeVerCursor, "b": Qt.CursorShape.SizeVerCursor,
}  # fmt: skip


class CropFrame(QWidget):
    """`changed` comes while it is dragged and after each key. Arrows move, with Shift they stretch, Ctrl is fine."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._size = QSize()
        self._note = tr("The picture is being made…")
        self._crop: Crop = WHOLE
        self._keep = False
        self._held = ""
        self._from = (0.0, 0.0)
        self._began: Crop = WHOLE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(tr("What stays of the picture"))

    # What is shown

    def show_picture(self, found: QImage | str, size: QSize) -> None:
        """The picture, or why there is none; `size` is its own in pixels."""
        self._image = found if isinstance(found, QImage) else None
        self._note = "" if isinstance(found, QImage) else found
        self._size = size if not size.isEmpty() or self._image is None else self._image.size()
        self._told()

    def has_picture(self) -> bool:
        """Whether there is something to crop."""
        return self._image is not None

    def crop(self) -> Crop | None:
        """What stays; None for all of it."""
        return settled(self._crop)

    def set_crop(self, crop: Crop | None) -> None:
        """Show another rectangle."""
        self._crop = crop or WHOLE
        self._told()

    def keep_ratio(self, keep: bool) -> None:
        """Whether width and height stay in proportion."""
        self._keep = keep

    def words(self) -> str:
        """What stays, in pixels, proportions and share."""
        left, top, right, bottom = self._crop
        width, height = round((right - left) * self._size.width()), round((bottom - top) * self._size.height())
        if not width or not height:
            return ""
        share = max(1, round((right - left) * (bottom - top) * 100))
        return tr("%1 × %2 px · %3 · %4 % of the picture", width, height, ratio_text(width, height), share)

    def _told(self) -> None:
        self.setAccessibleDescription(self.words())
        self.update()
        self.changed.emit()

    def _ratio(self) -> float:
        left, top, right, bottom = self._crop
        return (right - left) / (bottom - top) if self._keep else 0.0

    # By keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key not in _KEYS or self._image is None or held & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        across, down = _KEYS[Qt.Key(key)]
        step = _FINE if held & Qt.KeyboardModifier.ControlModifier else _STEP
        if held & Qt.KeyboardModifier.ShiftModifier:
            edges = "r" if across else "b"
            self._crop = stretched(self._crop, edges, across * step, down * step, self._ratio())
        else:
            self._crop = moved(self._crop, across * step, down * step)
        self._told()

    # By mouse

    def _place(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._size if not self._size.isEmpty() else QSize(4, 3)
        scale = min(room.width() / size.width(), room.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def _shares(self, point: QPointF) -> tuple[float, float]:
        place = self._place()
        return (point.x() - place.left()) / place.width(), (point.y() - place.top()) / place.height()

    def _box(self) -> QRectF:
        place, (left, top, right, bottom) = self._place(), self._crop
        return QRectF(
            place.left() + left * place.width(), place.top() + top * place.height(),
            (right - left) * place.width(), (bottom - top) * place.height(),
        )  # fmt: skip

    def _edges_at(self, point: QPointF) -> str:
        box = self._box()
        if not box.adjusted(-_GRIP, -_GRIP, _GRIP, _GRIP).contains(point):
            return ""
        across = "l" if abs(point.x() - box.left()) <= _GRIP else "r" if abs(point.x() - box.right()) <= _GRIP else ""
        down = "t" if abs(point.y() - box.top()) <= _GRIP else "b" if abs(point.y() - box.bottom()) <= _GRIP else ""
        return across + down

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._image is None:
            return
        self._from, self._began = self._shares(event.position()), self._crop
        whole = self.crop() is None
        edges = self._edges_at(event.position())
        self._held = edges or ("move" if not whole and self._box().contains(event.position()) else "draw")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._held:
            self.setCursor(_CURSORS.get(self._edges_at(event.position()), Qt.CursorShape.CrossCursor))
            return
        now = self._shares(event.position())
        across, down = now[0] - self._from[0], now[1] - self._from[1]
        if self._held == "move":
            self._crop = moved(self._began, across, down)
        elif self._held == "draw":
            if abs(across) + abs(down) < _STEP:
                return  # a click draws nothing
            self._crop = drawn(self._from, now, self._ratio_begun())
        else:
            self._crop = stretched(self._began, self._held, across, down, self._ratio_begun())
        self._told()

    def _ratio_begun(self) -> float:
        left, top, right, bottom = self._began
        return (right - left) / (bottom - top) if self._keep else 0.0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown = QPainter(self), theme()
        painter.fillRect(self.rect(), shown.colour("canvas"))
        if self._image is None:
            painting.paint_text(painter, self.rect(), self._note, "text2", centre=True)
            painter.end()
            return
        place, box = self._place(), self._box()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        veil = QColor(shown.colour("plate"))
        veil.setAlpha(150)
        for part in (
            QRectF(place.left(), place.top(), place.width(), box.top() - place.top()),
            QRectF(place.left(), box.bottom(), place.width(), place.bottom() - box.bottom()),
            QRectF(place.left(), box.top(), box.left() - place.left(), box.height()),
            QRectF(box.right(), box.top(), place.right() - box.right(), box.height()),
        ):
            painter.fillRect(part, veil)
        painter.setPen(QPen(shown.colour("accent"), 2))
        painter.drawRect(box)
        painter.setPen(QPen(shown.colour("accent"), 1))
        for across in (box.left(), box.center().x(), box.right()):
            for down in (box.top(), box.center().y(), box.bottom()):
                if (across, down) != (box.center().x(), box.center().y()):
                    grip = QRectF(across - 4, down - 4, 8, 8)
                    painter.fillRect(grip, shown.colour("surface"))
                    painter.drawRect(grip)
        if self.hasFocus():
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
