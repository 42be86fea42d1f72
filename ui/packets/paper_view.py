"""One page of the packet on its canvas: fitted or zoomed, moved with the wheel, turned with Page Up and Page Down."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.i18n import translator
from ui.theme import theme
from ui.widgets import painting

tr = translator("packets")
# A4 at 96 dpi: what 100 % means.
PAPER_WIDTH, PAPER_HEIGHT = 794, 1123
MARGIN = 16
LEAST, MOST = 0.25, 3.0
_STEPS = (0.25, 0.33, 0.5, 0.64, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
_SIDES = (700, 1000, 1400, 2000, 2800, 4000)


class PaperView(QAbstractScrollArea):
    """`page_turned(±1)` asks for the next page, `zoomed` says that the scale changed."""

    page_turned = Signal(int)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._scale = 1.0
        self._fitted = True
        self._dragged: QPoint | None = None
        self._note = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview of the packet"))

    # The page

    def show_page(self, image: QImage | None, *, top: bool = False) -> None:
        """Show a picture of a page; `top` goes back to its beginning."""
        self._image = image
        self._note = ""
        if top:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def show_note(self, text: str) -> None:
        """Say on the empty canvas why there is no page."""
        self._image = None
        self._note = text
        self.viewport().update()

    def has_page(self) -> bool:
        """Whether a page is shown."""
        return self._image is not None

    def wanted_side(self) -> int:
        """How many device pixels the longer side of the page needs, rounded up to a few steps."""
        needed = PAPER_HEIGHT * self.scale_now() * self.devicePixelRatioF()
        return next((side for side in _SIDES if side >= needed), _SIDES[-1])

    # Scale

    def scale_now(self) -> float:
        """The scale: 1.0 is 96 dots per inch."""
        return self._fitting() if self._fitted else self._scale

    def is_fitted(self) -> bool:
        """Whether the whole page is kept in view."""
        return self._fitted

    def _fitting(self) -> float:
        room = self.maximumViewportSize()
        across, down = (room.width() - 2 * MARGIN) / PAPER_WIDTH, (room.height() - 2 * MARGIN) / PAPER_HEIGHT
        return min(max(min(across, down), 0.1), MOST)

    def fit(self) -> None:
        """The whole page."""
        self._fitted = True
        self._changed()

    def zoom(self, step: int) -> None:
        """The next larger or smaller scale."""
        now = self.scale_now()
        larger = [scale for scale in _STEPS if scale > now + 0.005]
        smaller = [scale for scale in _STEPS if scale < now - 0.005]
        self.set_scale((larger[0] if larger else MOST) if step > 0 else (smaller[-1] if smaller else LEAST))

    def set_scale(self, scale: float) -> None:
        """A scale of one's own; the middle stays in the middle."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        rooms = (self.viewport().width(), self.viewport().height())
        shares = [
            (bar.value() + room / 2) / max(bar.maximum() + room, 1) for bar, room in zip(bars, rooms, strict=True)
        ]
        self._fitted = False
        self._scale = min(max(scale, LEAST), MOST)
        self._changed()
        for bar, room, share in zip(bars, rooms, shares, strict=True):
            bar.setValue(round(share * (bar.maximum() + room) - room / 2))

    def _changed(self) -> None:
        self._ranges()
        self.viewport().update()
        self.zoomed.emit()

    def _paper_size(self) -> tuple[int, int]:
        scale = self.scale_now()
        return round(PAPER_WIDTH * scale), round(PAPER_HEIGHT * scale)

    def _ranges(self) -> None:
        width, height = self._paper_size()
        room = self.maximumViewportSize()
        for bar, need, has in (
            (self.horizontalScrollBar(), width + 2 * MARGIN, room.width()),
            (self.verticalScrollBar(), height + 2 * MARGIN, room.height()),
        ):
            bar.setRange(0, 0 if self._fitted else max(0, need - has))
            bar.setPageStep(has)
            bar.setSingleStep(40)

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        shown = theme()
        painter.fillRect(self.viewport().rect(), shown.colour("canvas"))
        width, height = self._paper_size()
        room = self.viewport().rect()
        left = max((room.width() - width) // 2, MARGIN) - self.horizontalScrollBar().value()
        top = max((room.height() - height) // 2, MARGIN) - self.verticalScrollBar().value()
        paper = QRect(left, top, width, height)
        if self._note:
            painting.paint_text(painter, room, self._note, "text3", centre=True)
            painter.end()
            return
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), shown.colour("button_line"))
        painter.fillRect(paper, shown.colour("paper"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(paper), self._image)
        if self.hasFocus():
            painter.fillRect(QRect(0, 0, room.width(), 2), shown.colour("accent"))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if delta:
                self.zoom(1 if delta > 0 else -1)
            event.accept()
            return
        bar = self.verticalScrollBar()
        if delta < 0 and bar.value() >= bar.maximum():
            self.page_turned.emit(1)
        elif delta > 0 and bar.value() <= bar.minimum():
            self.page_turned.emit(-1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        turns: dict[int, int] = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
        }
        if key in turns and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.page_turned.emit(turns[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            moved = event.position().toPoint() - self._dragged
            self._dragged = event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
