"""The canvas of the viewer: zoom to the pointer, fit, actual pixels, drag to pan, rotate the view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from ui.theme import theme

STEP = 1.2
MOST = 16.0
LEAST = 0.02
_TILE = 2048


@dataclass(frozen=True, slots=True)
class PictureTiles:
    """A picture cut into parts: one pixmap of a large photo would be beyond what graphics cards take."""

    size: QSize
    parts: tuple[tuple[int, int, QImage], ...]


def tiles_of(image: QImage) -> PictureTiles:
    """Cut a picture, ready to be shown; for the I/O pool."""
    parts = []
    for top in range(0, image.height(), _TILE):
        for left in range(0, image.width(), _TILE):
            box = QRect(left, top, min(_TILE, image.width() - left), min(_TILE, image.height() - top))
            parts.append((left, top, image.copy(box).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)))
    return PictureTiles(image.size(), tuple(parts))


class PictureView(QGraphicsView):
    """Shows one picture. `scale_now` is screen pixels per pixel of the original, so 1.0 is "actual pixels".

    The scene is as large as the original; a smaller picture shown first is stretched to it and replaced in place.
    """

    zoomed = Signal(float)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "canvas")
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._items: list[QGraphicsPixmapItem] = []
        self._size = QSize()
        self._fitted = True
        self._turns = 0

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, theme().colour("canvas"))

    def has_picture(self) -> bool:
        """Whether something is shown."""
        return bool(self._items)

    def picture_size(self) -> QSize:
        """The original's size in pixels."""
        return self._size

    def clear(self) -> None:
        """Show nothing."""
        self._scene.clear()
        self._items = []
        self._size = QSize()
        self.viewport().update()

    def show_tiles(self, tiles: PictureTiles, original: QSize, *, anew: bool) -> None:
        """Show a picture standing for an original of that size. `anew` fits it; otherwise place and zoom stay."""
        if original.isEmpty() or not _alike(original, tiles.size):
            original = tiles.size
        if anew:
            self._turns = 0
        resized = original != self._size
        self._scene.clear()
        self._items = []
        self._size = original
        across, down = original.width() / tiles.size.width(), original.height() / tiles.size.height()
        for left, top, part in tiles.parts:
            item = self._scene.addPixmap(QPixmap.fromImage(part))
            item.setPos(left * across, top * down)
            item.setTransform(QTransform.fromScale(across, down))
            self._items.append(item)
        self._scene.setSceneRect(QRectF(0, 0, original.width(), original.height()))
        if anew or self._fitted or resized:
            self.fit()
        else:
            self._set_scale(self.scale_now())

    def scale_now(self) -> float:
        """Device pixels per pixel of the original."""
        matrix = self.transform()
        return float((matrix.m11() ** 2 + matrix.m12() ** 2) ** 0.5) * self.devicePixelRatioF()

    def _least(self) -> float:
        return min(LEAST, self._fitting())

    def _fitting(self) -> float:
        size = self._size.transposed() if self._turns % 2 else self._size
        if size.isEmpty():
            return 1.0
        room = self.viewport().size()
        share = min((room.width() - 32) / size.width(), (room.height() - 32) / size.height())
        # A small picture is not blown up to fill the window.
        return max(min(share * self.devicePixelRatioF(), 1.0), 1e-4)

    def fit(self) -> None:
        """The whole picture, at most in its actual pixels."""
        self._set_scale(self._fitting())
        self.centerOn(QPointF(self._size.width() / 2, self._size.height() / 2))
        self._fitted = True

    def actual(self) -> None:
        """One pixel of the picture is one pixel of the screen, the middle stays."""
        middle = self.mapToScene(self.viewport().rect().center())
        self._set_scale(1.0)
        self.centerOn(middle)
        self._fitted = False

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Larger or smaller around a point of the viewport (its middle): what lies there stays there."""
        if not self._items:
            return
        place = at if at is not None else self.viewport().rect().center()
        before = self.mapToScene(place)
        self._set_scale(min(max(self.scale_now() * factor, self._least()), MOST))
        moved = self.mapFromScene(before) - place
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved.y())
        self._fitted = False

    def rotate_view(self, turns: int) -> None:
        """Turn the view by quarter turns clockwise; the file stays as it is."""
        self._turns = (self._turns + turns) % 4
        self.fit() if self._fitted else self._set_scale(self.scale_now())

    def turns(self) -> int:
        """Quarter turns clockwise."""
        return self._turns

    def _set_scale(self, scale: float) -> None:
        logical = scale / self.devicePixelRatioF()
        self.resetTransform()
        self.rotate(90.0 * self._turns)
        self.scale(logical, logical)
        smooth = scale < 2.0
        for item in self._items:
            mode = Qt.TransformationMode.SmoothTransformation if smooth else Qt.TransformationMode.FastTransformation
            item.setTransformationMode(mode)
        self.zoomed.emit(scale)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120.0
        if steps:
            self.zoom(STEP**steps, event.position().toPoint())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fitted and self.scale_now() < 1.0:
            at = event.position().toPoint()
            self.zoom(1.0 / self.scale_now(), at)
        else:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted and self._items:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next picture while the whole is seen, and move about when zoomed in."""
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        moves = self.horizontalScrollBar().maximum() > self.horizontalScrollBar().minimum()
        if event.key() in steps and not moves:
            self.stepped.emit(steps[event.key()])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()


def _alike(one: QSize, other: QSize) -> bool:
    """Whether two sizes have the same shape, within what rounding to pixels does."""
    return abs(one.width() * other.height() - one.height() * other.width()) <= 2 * max(one.width(), one.height(), 50)
