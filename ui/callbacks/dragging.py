"""Dragging a call-back to another day: picked up in any view, judged under the pointer before it is let go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from models.call_back_records import CellLine
from models.records import CallBackRow
from ui import theme as tokens
from ui.callbacks.line_painting import LINE, paint_line
from ui.callbacks.line_words import is_open
from ui.theme import theme
from ui.widgets import painting

MIME = "application/x-aftercase-call-back"
_WIDTH, _EDGE = 168, 24


@dataclass(frozen=True, slots=True)
class Place:
    """Where a call-back would stand: a day, a time of it (None keeps its own), and what is lit up."""

    day: date
    at_time: str | None = None
    rect: QRect | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a place before the drop; `text` is empty where a drop changes nothing."""

    allowed: bool
    text: str


def packed(row: CallBackRow) -> QMimeData:
    """A call-back as it is dragged: its id and nothing of the buyer."""
    data = QMimeData()
    data.setData(MIME, QByteArray(str(row.call_back.id).encode("ascii")))
    return data


def unpacked(data: QMimeData) -> int:
    """The id of a dragged call-back, 0 for anything else."""
    text = bytes(data.data(MIME).data()) if data.hasFormat(MIME) else b""
    return int(text) if text.isdigit() and len(text) < 18 else 0


class CallDrags(QObject):
    """Lets open call-backs be picked up in a view; what is done or skipped stays where it is."""

    def __init__(self, view: QAbstractItemView, row_at: Callable[[QPoint], CallBackRow | None]) -> None:
        super().__init__(view)
        self._view, self._row_at = view, row_at
        self._held: CallBackRow | None = None
        self._start = QPoint()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        kind, point = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress:
            found = self._row_at(point) if event.button() == Qt.MouseButton.LeftButton else None
            self._held, self._start = (found if found is not None and is_open(found) else None), point
        elif kind == QEvent.Type.MouseButtonRelease:
            self._held = None
        elif kind == QEvent.Type.MouseMove and self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (point - self._start).manhattanLength() >= QApplication.startDragDistance():
                row, self._held = self._held, None
                self._begin(row)
            # else the view would choose the cells passed over
            return True
        return False

    def _begin(self, row: CallBackRow) -> None:
        drag = QDrag(self._view)
        drag.setMimeData(packed(row))
        picture = line_picture(row, self._view.devicePixelRatioF())
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(-8, -4))
        drag.exec(Qt.DropAction.MoveAction)


def line_picture(row: CallBackRow, ratio: float) -> QPixmap:
    """The line as it hangs at the pointer."""
    height = LINE + 4
    picture = QPixmap(round(_WIDTH * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painting.rounded(painter, QRect(0, 0, _WIDTH, height), "surface", "accent", tokens.RADIUS_CHIP)
    paint_line(painter, QRect(6, 2, _WIDTH - 12, LINE), CellLine(row, 0))
    painter.end()
    return picture


class CallDrops(QObject):
    """Takes call-backs over a view. `dropped` carries the row's id, the day and the time of it (None keeps its own)."""

    dropped = Signal(int, object, object)
    refused = Signal(str)

    def __init__(
        self,
        view: QAbstractItemView,
        place_at: Callable[[QPoint], Place | None],
        judge: Callable[[int, date, str | None], Verdict],
    ) -> None:
        super().__init__(view)
        self._view, self._place_at, self._judge = view, place_at, judge
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)
        self.target = DropTarget(view.viewport())
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.target.hide()
            return False
        # a QDragEnterEvent is a QDragMoveEvent, and that a QDropEvent
        if not isinstance(event, QDropEvent) or not unpacked(event.mimeData()):
            return False
        point = event.position().toPoint()
        call_back_id = unpacked(event.mimeData())
        place = self._place_at(point)
        verdict = self._judge(call_back_id, place.day, place.at_time) if place is not None else Verdict(False, "")
        if kind == QEvent.Type.Drop:
            self.target.hide()
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            if place is not None and verdict.allowed:
                self.dropped.emit(call_back_id, place.day, place.at_time)
            elif verdict.text:
                self.refused.emit(verdict.text)
            return True
        if isinstance(event, QDragMoveEvent):
            self._scroll(point)
            self.target.show_at(place.rect if place is not None else None, point, verdict)
            # Also where it is refused: a drop there says why, which a forbidden one could not.
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            return True
        return False

    def _scroll(self, point: QPoint) -> None:
        """Near the upper or lower edge the view goes on."""
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        step = -_EDGE // 2 if point.y() < _EDGE else _EDGE // 2 if point.y() > height - _EDGE else 0
        if step and bar.maximum():
            bar.setValue(bar.value() + step)


class DropTarget(QWidget):
    """Lies over a view while a call-back is over it: the day lit up, and its words beside the pointer."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._box: QRect | None = None
        self._point = QPoint()
        self.verdict = Verdict(False, "")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_at(self, box: QRect | None, point: QPoint, verdict: Verdict) -> None:
        """Light up a rectangle and say a few words."""
        self._box, self._point, self.verdict = box, point, verdict
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.setAccessibleName(verdict.text)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        token = "accent" if self.verdict.allowed else "overdue.solid"
        if self._box is not None and (self.verdict.allowed or self.verdict.text):
            box = self._box.adjusted(1, 1, -1, -1)
            fill = theme().colour("selected" if self.verdict.allowed else "overdue.soft")
            painter.setOpacity(0.55)
            painter.fillRect(box, fill)
            painter.setOpacity(1)
            painting.rounded(painter, box, None, token, 3)
            painting.rounded(painter, box.adjusted(1, 1, -1, -1), None, token, 2)
        if self.verdict.text:
            width = painting.text_width(self.verdict.text, "small", 600) + 18
            left = min(max(self._point.x() + 14, 4), max(self.width() - width - 4, 4))
            top = self._point.y() - 34 if self._point.y() > 38 else self._point.y() + 34
            plate = QRect(left, top, width, 24)
            ink = "accent_text" if self.verdict.allowed else "overdue"
            painting.rounded(painter, plate, "surface", token, tokens.RADIUS_BUTTON)
            painting.paint_text(painter, plate, self.verdict.text, ink, "small", 600, centre=True)
        painter.end()
