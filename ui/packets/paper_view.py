"""The pages of the packet one under the other on their canvas: fitted or zoomed; only those in sight are rendered."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from models.kinds import Paper
from ui.i18n import translator
from ui.paper.page_pictures import PagePictures
from ui.theme import theme
from ui.widgets import painting

tr = translator("packets")
# At 96 dpi: what 100 % means.
PAPERS = {Paper.A4: QSize(794, 1123), Paper.LETTER: QSize(816, 1056)}
_PLATE_EDGES = 48
MARGIN = 16
LEAST, MOST = 0.25, 3.0
_STEPS = (0.25, 0.33, 0.5, 0.64, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
_MOST_SIDE = 4000
_SETTLE_MS = 80
_STEP = 60
_CLICK = 4
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PaperView(QAbstractScrollArea):
    """`page_turned(±1)` asks for the next page, `page_changed` tells which is in front after scrolling.

    `zoomed` says that the scale changed, `page_clicked` which page (from 0) was clicked.
    """

    page_turned = Signal(int)
    page_changed = Signal(int)
    page_clicked = Signal(int)
    zoomed = Signal()

    def __init__(self, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._pages = 0
        self._front = 0
        self._paper = PAPERS[Paper.A4]
        self._labels: Mapping[int, str] = {}
        self._last: dict[int, QImage] = {}
        self._without: dict[int, str] = {}
        self._scale = 1.0
        self._fitted = True
        self._going = False
        self._pressed: QPoint | None = None
        self._dragged: QPoint | None = None
        self._note = ""
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview of the packet"))
        pictures.arrived.connect(self._arrived)
        pictures.failed.connect(self._failed)

    # The pages

    def show_pages(self, count: int, paper: Paper = Paper.A4, labels: Mapping[int, str] | None = None) -> None:
        """Another file with so many pages; `labels` are written on pages, such as the name of the file each becomes.

        What was shown stays until the new pages are there.
        """
        self._pages, self._paper, self._labels = count, PAPERS[paper], dict(labels or {})
        self._without.clear()
        self._note = ""
        if not count:
            self._last.clear()
        self._front = min(self._front, max(count - 1, 0))
        self._ranges()
        self.viewport().update()

    def show_note(self, text: str) -> None:
        """Say on the empty canvas why there is no page."""
        self._note = text
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Bring a page to the front, at its top."""
        if 0 <= page < self._pages:
            self._front = page
            self._going = True
            self.verticalScrollBar().setValue(self._top(page))
            self._going = False
            self.viewport().update()

    def has_page(self) -> bool:
        """Whether the page in front is shown."""
        return self._front in self._last

    def wanted_side(self) -> int:
        """How many device pixels the longer side of the page has."""
        longer = max(self._page_size().toTuple()) * self.devicePixelRatioF()
        return min(max(round(longer), 1), _MOST_SIDE)

    # Scale

    def scale_now(self) -> float:
        """The scale: 1.0 is 96 dots per inch."""
        return self._fitting() if self._fitted else self._scale

    def is_fitted(self) -> bool:
        """Whether the whole page is kept in view."""
        return self._fitted

    def _fitting(self) -> float:
        room = self.maximumViewportSize()
        across = (room.width() - 2 * MARGIN) / self._paper.width()
        return min(max(min(across, (room.height() - 2 * MARGIN) / self._paper.height()), 0.1), MOST)

    def fit(self) -> None:
        """The whole page."""
        self._fitted = True
        self._changed()
        self.go_to(self._front)

    def zoom(self, step: int) -> None:
        """The next larger or smaller scale."""
        now = self.scale_now()
        larger = [scale for scale in _STEPS if scale > now + 0.005]
        smaller = [scale for scale in _STEPS if scale < now - 0.005]
        self.set_scale((larger[0] if larger else MOST) if step > 0 else (smaller[-1] if smaller else LEAST))

    def set_scale(self, scale: float) -> None:
        """A scale of one's own; what is in the middle stays in the middle."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = self.viewport().size()
        middle = (down.value() + room.height() / 2 - MARGIN) / self._slot()
        share = (across.value() + room.width() / 2) / max(across.maximum() + room.width(), 1)
        self._fitted = False
        self._scale = min(max(scale, LEAST), MOST)
        self._changed()
        self._going = True
        down.setValue(round(middle * self._slot() + MARGIN - room.height() / 2))
        across.setValue(round(share * (across.maximum() + room.width()) - room.width() / 2))
        self._going = False

    def _changed(self) -> None:
        self._settling.start()
        self._ranges()
        self.viewport().update()
        self.zoomed.emit()

    def _page_size(self) -> QSize:
        scale = self.scale_now()
        return QSize(round(self._paper.width() * scale), round(self._paper.height() * scale))

    def _slot(self) -> int:
        return self._page_size().height() + MARGIN

    def _top(self, page: int) -> int:
        return page * self._slot()

    def _ranges(self) -> None:
        size, room = self._page_size(), self.maximumViewportSize()
        needed = QSize(size.width() + 2 * MARGIN, max(self._pages, 1) * (size.height() + MARGIN) + MARGIN)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        self._going = True
        across.setRange(0, 0 if self._fitted else max(0, needed.width() - room.width()))
        across.setPageStep(room.width())
        down.setRange(0, max(0, needed.height() - room.height()))
        down.setPageStep(room.height())
        for bar in (across, down):
            bar.setSingleStep(_STEP)
        self._going = False

    def _place(self, page: int) -> QRect:
        size, room = self._page_size(), self.viewport().rect()
        left = max((room.width() - size.width()) // 2, MARGIN) - self.horizontalScrollBar().value()
        top = MARGIN + self._top(page) - self.verticalScrollBar().value()
        spare = room.height() - self._pages * self._slot() - MARGIN
        return QRect(QPoint(left, top + max(spare, 0) // 2), size)

    def in_sight(self) -> range:
        """The pages of which something is seen."""
        if not self._pages:
            return range(0)
        value, slot = self.verticalScrollBar().value(), self._slot()
        first = max(floor((value - MARGIN) / slot), 0)
        last = floor((value + self.viewport().height() - MARGIN) / slot)
        return range(first, min(max(last, first), self._pages - 1) + 1)

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()
        if self._fitted:
            self.go_to(self._front)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        if not self._going and self._pages:
            seen = self.verticalScrollBar().value() + self.viewport().height() * 2 // 5
            front = min(max(floor((seen - MARGIN) / self._slot()), 0), self._pages - 1)
            if front != self._front:
                self._front = front
                self.page_changed.emit(front)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown = QPainter(self.viewport()), theme()
        room = self.viewport().rect()
        painter.fillRect(room, shown.colour("canvas"))
        if self._note or not self._pages:
            painting.paint_text(painter, room, self._note, "text3", centre=True)
            painter.end()
            return
        sight, side = self.in_sight(), self.wanted_side()
        self._pictures.drop_waiting(sight)
        for page in (
            *(each for each in sight if each != self._front),
            *(each for each in sight if each == self._front),
        ):
            place = self._place(page)
            painter.fillRect(place.adjusted(-1, -1, 1, 1), shown.colour("button_line"))
            painter.fillRect(place, shown.colour("paper"))
            self._paint_page(painter, page, place, side)
            if page in self._labels:
                # In the page's margin, above its head; a name too long for the page keeps its end.
                words = painting.elided(
                    self._labels[page], place.width() - _PLATE_EDGES, "small", 600, Qt.TextElideMode.ElideMiddle
                )
                painting.paint_plate(painter, place.left() + 4, place.top() - 4, words, "file")
        for page in [each for each in self._last if not sight.start - 3 <= each <= sight.stop + 3]:
            del self._last[page]
        if self.hasFocus():
            painter.fillRect(QRect(0, 0, room.width(), 2), shown.colour("accent"))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, place: QRect, side: int) -> None:
        # While the size still changes nothing is rendered for sizes that will be gone in a moment.
        found = None if self._settling.isActive() and page in self._last else self._pictures.get(page, side)
        if found is None:
            found = self._pictures.any_size(page) or self._last.get(page)
        if found is None:
            words = self._without.get(page, "")
            painting.paint_text(painter, place, words, "text3", centre=True)
            return
        self._last[page] = found
        ratio = self.devicePixelRatioF()
        size = QSize(round(place.width() * ratio), round(place.height() * ratio))
        if abs(found.width() - size.width()) <= 2 and abs(found.height() - size.height()) <= 2:
            found.setDevicePixelRatio(ratio)
            painter.drawImage(place.topLeft(), found)
            return
        # Another size while the right one is made, or a page of another shape, as of a single picture.
        scaled = found.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        inner = QRect(QPoint(0, 0), scaled)
        inner.moveCenter(place.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(inner), found, QRectF(found.rect()))

    def _arrived(self, page: int, side: int) -> None:
        if page in self.in_sight() and side == self.wanted_side():
            self.viewport().update(self._place(page))

    def _failed(self, page: int, reason: str) -> None:
        self._without[page] = tr("This page cannot be shown (%1).", reason)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            delta = event.angleDelta().y()
            if delta:
                self.zoom(1 if delta > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        bare = event.modifiers() & ~_KEYPAD == Qt.KeyboardModifier.NoModifier
        if key in _TURNS and bare:
            self.page_turned.emit(_TURNS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and bare:
            self.page_turned.emit(-self._pages if key == Qt.Key.Key_Home else self._pages)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare and self._pages:
            self.page_clicked.emit(self._front)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._dragged = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None or self._pressed is None:
            return
        now = event.position().toPoint()
        if self._dragged != self._pressed or (now - self._pressed).manhattanLength() > _CLICK:
            moved = now - self._dragged
            self._dragged = now
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self._dragged == self._pressed:
            for page in self.in_sight():
                if self._place(page).contains(self._pressed):
                    self.page_clicked.emit(page)
        self._pressed = self._dragged = None
