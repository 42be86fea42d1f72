"""A picture cut into parts that are put on the canvas one per turn, so that a large one never holds up the window."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

_TILE = 1024


@dataclass(frozen=True, slots=True)
class PictureTiles:
    """A picture cut into parts: one pixmap of a large photo would be beyond what graphics cards take."""

    size: QSize
    parts: tuple[tuple[int, int, QImage], ...]

    @property
    def cost(self) -> int:
        """Bytes it holds."""
        return sum(part.sizeInBytes() for _, _, part in self.parts)


def tiles_of(image: QImage, *, opaque: bool = False) -> PictureTiles:
    """Cut a picture, ready to be shown; for the I/O pool. `opaque`: no pixel is transparent."""
    form = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    parts = []
    for top in range(0, image.height(), _TILE):
        for left in range(0, image.width(), _TILE):
            box = QRect(left, top, min(_TILE, image.width() - left), min(_TILE, image.height() - top))
            parts.append((left, top, image.copy(box).convertToFormat(form)))
    return PictureTiles(image.size(), tuple(parts))


class TileLayer(QObject):
    """The tiles of one resolution on a scene. `complete` when the last of them is in its place."""

    complete = Signal()

    def __init__(self, scene: QGraphicsScene, depth: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._depth = depth
        self._waiting: deque[tuple[int, int, QImage]] = deque()
        self._across = self._down = 1.0
        self._origin = QRectF()
        self._smooth = True
        self._visible = True
        self.items: list[QGraphicsPixmapItem] = []
        self.size = QSize()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._place_next)

    def show(self, tiles: PictureTiles, place: QRectF) -> None:
        """Put these tiles over `place` of the scene, the first at once."""
        self.clear()
        self.size, self._origin = tiles.size, place
        self._across = place.width() / tiles.size.width()
        self._down = place.height() / tiles.size.height()
        self._waiting.extend(tiles.parts)
        self._place_next()
        if self._waiting:
            self._timer.start()

    def clear(self) -> None:
        """Take all tiles away."""
        self._timer.stop()
        self._waiting.clear()
        for item in self.items:
            self._scene.removeItem(item)
        self.items = []
        self.size = QSize()

    def is_complete(self) -> bool:
        """Whether there are tiles and all are in place."""
        return bool(self.items) and not self._waiting

    def scale(self) -> float:
        """Scene units that one pixel of these tiles covers."""
        return self._across

    def set_visible(self, visible: bool) -> None:
        """Show or hide them."""
        if visible is not self._visible:
            self._visible = visible
            for item in self.items:
                item.setVisible(visible)

    def set_smooth(self, smooth: bool) -> None:
        """Soften when scaled, or show every pixel as a square."""
        if smooth is not self._smooth:
            self._smooth = smooth
            for item in self.items:
                item.setTransformationMode(self._mode())

    def _mode(self) -> Qt.TransformationMode:
        mode = Qt.TransformationMode
        return mode.SmoothTransformation if self._smooth else mode.FastTransformation

    def _place_next(self) -> None:
        if self._waiting:
            left, top, part = self._waiting.popleft()
            item = self._scene.addPixmap(QPixmap.fromImage(part))
            item.setPos(self._origin.left() + left * self._across, self._origin.top() + top * self._down)
            item.setTransform(QTransform.fromScale(self._across, self._down))
            item.setZValue(self._depth)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            item.setTransformationMode(self._mode())
            item.setVisible(self._visible)
            self.items.append(item)
        if not self._waiting:
            self._timer.stop()
            if self.items:
                self.complete.emit()
