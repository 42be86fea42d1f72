"""The list of steps at the left: what is answered and how, where one is, what is still to come, and the box below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import paint_icon
from ui.plain import tooltip
from ui.theme import theme
from ui.widgets import painting

WIDTH = 216
_HEIGHT, _HEIGHT_SHORT = 56, 42
_RING, _LEFT = 22, 16
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class StepItem:
    """A line of the list. `place` empty for the estimate of what is to come, which is not a place."""

    place: str
    title: str
    answer: str = ""
    number: str = ""
    done: bool = False
    current: bool = False
    reachable: bool = True


class StepModel(QAbstractListModel):
    """The steps from top to bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[StepItem] = []

    def show_items(self, items: Sequence[StepItem]) -> None:
        """Show other steps."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        item = self.items[index.row()] if index.isValid() and index.row() < len(self.items) else None
        if item is None or not item.place or not item.reachable:
            return Qt.ItemFlag.ItemIsSelectable if item is None else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = " · ".join(part for part in (item.title, item.answer) if part)
            return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        item = model.items[index.row()] if isinstance(model, StepModel) else None
        return QSize(WIDTH - 1, _HEIGHT if item is not None and item.answer else _HEIGHT_SHORT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, StepModel):
            return
        item = model.items[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        shown = theme()
        if item.current:
            painter.fillRect(box, shown.colour("selected"))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), shown.colour("accent"))
        elif item.place and item.reachable and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, shown.colour("hover"))
        self._paint_ring(painter, box, item, index.row(), len(model.items))
        left = box.left() + _LEFT + _RING + 10
        room = box.right() - left - 6
        ink = "text" if item.current or item.done else "text2" if item.place else "text3"
        if item.answer:
            title = QRect(left, box.top() + 9, room, 20)
            painting.paint_text(
                painter, title, item.title, ink, "body", 600 if item.current else 500 if item.done else 0
            )
            painting.paint_text(painter, QRect(left, box.top() + 29, room, 18), item.answer, "text3", "small")
        else:
            painting.paint_text(
                painter,
                QRect(left, box.top(), room, box.height()),
                item.title,
                ink,
                "body" if item.place else "small",
                600 if item.current else 0,
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painting.rounded(painter, box.adjusted(4, 2, -4, -2), None, "accent", 6)

    def _paint_ring(self, painter: QPainter, box: QRect, item: StepItem, row: int, count: int) -> None:
        shown = theme()
        centre_x = box.left() + _LEFT + _RING / 2
        middle = box.top() + (20 if item.answer else box.height() // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.colour("accent" if item.done else "line"), 2))
        if row + 1 < count:
            painter.drawLine(QPointF(centre_x, middle + _RING / 2 + 3), QPointF(centre_x, box.bottom() + 1))
        if row:
            painter.setPen(QPen(shown.colour("line" if not item.done else "accent"), 2))
            painter.drawLine(QPointF(centre_x, box.top()), QPointF(centre_x, middle - _RING / 2 - 3))
        ring = QRectF(centre_x - _RING / 2 + 1, middle - _RING / 2 + 1, _RING - 2, _RING - 2)
        if not item.place:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.colour("control"))
            for step in (-5, 0, 5):
                painter.drawEllipse(QPointF(centre_x, middle + step), 1.5, 1.5)
        elif item.done and not item.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.colour("accent"))
            painter.drawEllipse(ring)
        else:
            painter.setPen(QPen(shown.colour("accent" if item.current else "control"), 2 if item.current else 1.2))
            painter.setBrush(shown.colour("surface"))
            painter.drawEllipse(ring)
        painter.restore()
        if item.done and not item.current and item.place:
            paint_icon(painter, round(centre_x - 6), middle, "check", "on_accent", 12)
        elif item.number and item.place:
            inner = QRect(round(centre_x) - 12, middle - 12, 24, 24)
            ink = "accent_text" if item.current else "text2"
            painting.paint_text(painter, inner, item.number, ink, "small", 600, centre=True)


class StepList(QListView):
    """A click or Enter goes there; `chosen` names the place."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(_Delegate(self))
        self.setProperty("surface", "surface2")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(lambda index: self._choose(index.row()))

    def show_items(self, items: Sequence[StepItem]) -> None:
        """Show other steps; the keyboard stays where it was."""
        if list(items) == self.steps.items:
            return
        row = self.currentIndex().row()
        self.steps.show_items(items)
        current = next((at for at, item in enumerate(items) if item.current), 0)
        self.setCurrentIndex(self.steps.index(row if self.hasFocus() and 0 <= row < len(items) else current))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        tall = sum(_HEIGHT if item.answer else _HEIGHT_SHORT for item in self.steps.items)
        return QSize(WIDTH, tall + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH - 1, 120)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.steps.items):
            item = self.steps.items[row]
            if item.place and item.reachable:
                self.chosen.emit(item.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex().row())
            return
        if event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
            return
        super().keyPressEvent(event)
