"""The canvas of the viewer: zoom to the pointer, fit, actual pixels, drag or Space-drag to pan, rotate the view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from ui.evidence.viewing.canvas_tool import CanvasTool
from ui.evidence.viewing.picture_tiles import PictureTiles, TileLayer
from ui.theme import theme

STEP = 1.2
MOST = 16.0
LEAST = 0.02
_COARSE, _FINE, _DETAIL = -30.0, -20.0, -10.0
_MARGIN = 32


class PictureView(QGraphicsView):
    """Shows one picture. `scale_now` is screen pixels per pixel of the original, so 1.0 is "actual pixels".

    The scene is as large as the upright original; a smaller picture shown first is stretched to it, the full one comes
    over it tile by tile. What others put on the scene stays theirs: it is never cleared here. `shown` says which
    evidence is in place and how large its original is, `cleared` that nothing is any more; `moved` that the user
    changed what part is seen. `tool` is asked first for mouse and keys.
    """

    zoomed = Signal(float)
    stepped = Signal(int)
    shown = Signal(int, QSize)
    cleared = Signal()
    moved = Signal()
    tapped = Signal()
    entered = Signal()
    other_side = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool: CanvasTool | None = None
        self.enlarges = False
        self.takes_tab = False
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "canvas")
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._coarse = TileLayer(self._scene, _COARSE, self)
        self._fine = TileLayer(self._scene, _FINE, self)
        self._detail = TileLayer(self._scene, _DETAIL, self)
        self._fine.complete.connect(self._choose_layers)
        self._id = 0
        self._size = QSize()
        self._fitted = True
        self._turns = 0
        self._space = False
        self._panned = False
        self._pan_from: QPoint | None = None
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        self._placing = False

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, theme().colour("canvas"))

    # What is shown

    def has_picture(self) -> bool:
        """Whether something is shown."""
        return bool(self._coarse.items or self._fine.items)

    def picture_size(self) -> QSize:
        """The upright original's size in pixels, which is the scene's; empty while nothing is shown."""
        return self._size

    def evidence_id(self) -> int:
        """Which evidence is shown; 0 for none."""
        return self._id

    def full_tiles(self) -> list[QGraphicsPixmapItem]:
        """The tiles of the full picture, as far as they are in place."""
        return list(self._fine.items)

    def clear(self) -> None:
        """Show nothing."""
        was = self.has_picture() or self._id
        for layer in (self._coarse, self._fine, self._detail):
            layer.clear()
        self._size = QSize()
        self._id = 0
        if was:
            self.cleared.emit()
        self.viewport().update()

    def show_tiles(
        self, tiles: PictureTiles, original: QSize, *, evidence_id: int = 0, keep_place: bool = False
    ) -> None:
        """Show a picture standing for an original of that size. With `keep_place` zoom and place stay as they are."""
        if original.isEmpty() or not alike(original, tiles.size):
            original = tiles.size
        same = original == self._size and evidence_id == self._id
        self._size, self._id = original, evidence_id
        place = QRectF(QPointF(0, 0), original.toSizeF())
        self._detail.clear()
        self._fine.clear()
        self._coarse.show(tiles, place)
        self._coarse.set_visible(True)
        self._scene.setSceneRect(place)
        if not (keep_place and same) or self._fitted:
            self._fit()
        else:
            self._set_scale(self.scale_now())
        self.shown.emit(evidence_id, original)

    def show_full(self, tiles: PictureTiles) -> None:
        """The original's own pixels, laid over the smaller picture."""
        if not self.has_picture():
            return
        if not alike(self._size, tiles.size):
            self.show_tiles(tiles, tiles.size, evidence_id=self._id)
            return
        self._fine.show(tiles, QRectF(QPointF(0, 0), self._size.toSizeF()))
        self._choose_layers()

    def show_detail(self, tiles: PictureTiles, place: QRectF) -> None:
        """Part of the picture in a finer resolution than its own, as of a page that is zoomed into."""
        if self.has_picture():
            self._detail.show(tiles, place)

    def coarse_scale(self) -> float:
        """Up to which zoom the picture shown first has enough pixels."""
        return 1.0 / self._coarse.scale() if self._coarse.items else 1.0

    def visible_part(self) -> QRectF:
        """What is seen of the picture, in its pixels."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        return seen.intersected(QRectF(QPointF(0, 0), self._size.toSizeF()))

    def _choose_layers(self) -> None:
        # The small picture was reduced with care and is drawn faster; the full one is for looking closer.
        closer = self.scale_now() > self.coarse_scale() * 1.01
        whole = self._fine.is_complete()
        self._fine.set_visible(closer or not self._coarse.items)
        self._coarse.set_visible(not (closer and whole))

    # Zoom, place and turn

    def scale_now(self) -> float:
        """Device pixels per pixel of the original."""
        matrix = self.transform()
        return float((matrix.m11() ** 2 + matrix.m12() ** 2) ** 0.5) * self.devicePixelRatioF()

    def fit_scale(self) -> float:
        """The scale at which the whole picture is seen; a small one is only blown up where `enlarges` says so."""
        size = self._size.transposed() if self._turns % 2 else self._size
        if size.isEmpty():
            return 1.0
        room = self.viewport().size()
        share = min((room.width() - _MARGIN) / size.width(), (room.height() - _MARGIN) / size.height())
        most = MOST if self.enlarges else 1.0
        return max(min(share * self.devicePixelRatioF(), most), 1e-4)

    def is_fitted(self) -> bool:
        """Whether the whole picture is kept in sight."""
        return self._fitted

    def fit(self) -> None:
        """The whole picture, at most in its actual pixels."""
        self._fit()
        self.moved.emit()

    def _fit(self) -> None:
        self._placing = True
        self._set_scale(self.fit_scale())
        self.centerOn(QPointF(self._size.width() / 2, self._size.height() / 2))
        self._fitted, self._placing = True, False

    def actual(self) -> None:
        """One pixel of the picture is one pixel of the screen, the middle stays."""
        self.place(self.mapToScene(self.viewport().rect().center()), 1.0)
        self.moved.emit()

    def place(self, centre: QPointF, scale: float) -> None:
        """Put a point of the picture in the middle, at a scale; said to nobody."""
        self._placing = True
        fitting = abs(scale - self.fit_scale()) < 1e-9
        self._set_scale(min(max(scale, self._least()), MOST))
        self.centerOn(centre)
        self._fitted = fitting
        self._placing = False

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Larger or smaller around a point of the viewport (its middle): what lies there stays there."""
        if not self.has_picture():
            return
        place = at if at is not None else self.viewport().rect().center()
        before = self.mapToScene(place)
        self._placing = True
        self._set_scale(min(max(self.scale_now() * factor, self._least()), MOST))
        moved = self.mapFromScene(before) - place
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved.y())
        self._fitted = False
        self._placing = False
        self.moved.emit()

    def rotate_view(self, turns: int) -> None:
        """Turn the view by quarter turns clockwise; the file stays as it is."""
        self.set_turns(self._turns + turns)

    def set_turns(self, turns: int) -> None:
        """Show it turned by so many quarter turns clockwise."""
        self._turns = turns % 4
        self._fit() if self._fitted else self._set_scale(self.scale_now())
        self.moved.emit()

    def turns(self) -> int:
        """Quarter turns clockwise."""
        return self._turns

    def _least(self) -> float:
        return min(LEAST, self.fit_scale())

    def _set_scale(self, scale: float) -> None:
        logical = scale / self.devicePixelRatioF()
        self.resetTransform()
        self.rotate(90.0 * self._turns)
        self.scale(logical, logical)
        for layer in (self._coarse, self._fine, self._detail):
            layer.set_smooth(scale < 2.0 or layer is self._detail)
        self._choose_layers()
        self.zoomed.emit(scale)

    def _scrolled(self) -> None:
        if not self._placing and self.has_picture():
            self.moved.emit()

    # Mouse and keys

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120.0
        if steps:
            self.zoom(STEP**steps, event.position().toPoint())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        if self._space or event.button() is Qt.MouseButton.MiddleButton:
            self._pan_from, self._panned = event.position().toPoint(), True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.tool is None or not self.tool.press(event, self.mapToScene(event.position().toPoint())):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pan_from is not None:
            by = at - self._pan_from
            self._pan_from = at
            self._fitted = False
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())
        elif self.tool is None or not self.tool.move(event, self.mapToScene(at)):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self._show_hand()
        elif self.tool is None or not self.tool.release(event, self.mapToScene(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.tool is not None and self.tool.double(event, self.mapToScene(at)):
            return
        if self._fitted and self.scale_now() < 1.0:
            self.zoom(1.0 / self.scale_now(), at)
        else:
            self.fit()

    def _show_hand(self) -> None:
        if self._space:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.tool is not None:
            self.viewport().unsetCursor()
        else:
            self.setDragMode(self.dragMode())
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def event(self, event: QEvent) -> bool:
        pressed = self.takes_tab and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.other_side.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next picture while the whole is seen, and move about when zoomed in."""
        if self.tool is not None:
            pointer = self.viewport().mapFromGlobal(self.cursor().pos())
            if self.tool.key(event, self.mapToScene(pointer)):
                event.accept()
                return
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        moves = self.horizontalScrollBar().maximum() > self.horizontalScrollBar().minimum()
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._space, self._panned = True, False
                self._show_hand()
        elif event.key() in steps and not moves:
            self.stepped.emit(steps[event.key()])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._space and not event.isAutoRepeat():
            self._space = False
            self._show_hand()
            # With something in hand a tap of Space is more likely a drag that was not begun.
            if not self._panned and getattr(self.tool, "word", "select") == "select":
                self.tapped.emit()
            return
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space, self._pan_from = False, None
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placing = True
        super().resizeEvent(event)
        self._placing = False
        if self._fitted and self.has_picture():
            self._fit()
        self.resized.emit()


def alike(one: QSize, other: QSize) -> bool:
    """Whether two sizes have the same shape, within what rounding to pixels does."""
    return abs(one.width() * other.height() - one.height() * other.width()) <= 2 * max(one.width(), one.height(), 50)
