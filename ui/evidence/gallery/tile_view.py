"""A grid of tiles of one size whose places are reckoned, not kept: 300,000 of them open at once and scroll alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from ui.evidence.evidence_model import Index
from ui.theme import theme

_Flag = QItemSelectionModel.SelectionFlag
_MOVES = {
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home", Qt.Key.Key_End: "end", Qt.Key.Key_PageUp: "page_up", Qt.Key.Key_PageDown: "page_down",
}  # fmt: skip


class TileView(QListView):
    """A QListView by name and for screen readers; it lays nothing out by itself. `anchor` is where Shift begins."""

    def __init__(self, cell: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self._anchor = 0
        self._hovered = -1
        self._band: tuple[QPoint, QPoint] | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setGridSize(cell)

    # Places

    def columns(self) -> int:
        """How many tiles stand side by side."""
        return max(1, self.viewport().width() // self._cell.width())

    def count(self) -> int:
        """How many tiles there are."""
        model = self.model()
        return int(model.rowCount()) if model is not None else 0

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        down, across = divmod(index.row(), self.columns())
        top = down * self._cell.height() - self.verticalOffset()
        return QRect(QPoint(across * self._cell.width(), top), self._cell)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point)
        return self.model().index(row, 0) if 0 <= row < self.count() else QModelIndex()

    def _row_at(self, point: QPoint) -> int:
        """The row whose cell holds a point of the viewport; -1 beside the last column."""
        across = point.x() // self._cell.width()
        if not 0 <= across < self.columns():
            return -1
        return int((point.y() + self.verticalOffset()) // self._cell.height() * self.columns() + across)

    def visible_rows(self) -> range:
        """The rows that are at least partly in sight."""
        first = self.verticalOffset() // self._cell.height() * self.columns()
        bottom = self.verticalOffset() + self.viewport().height()
        last = (bottom // self._cell.height() + 1) * self.columns()
        return range(min(first, self.count()), min(last, self.count()))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        bar, rect = self.verticalScrollBar(), self.visualRect(index)
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - self.viewport().height() // 2)
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + 1)

    # What the view would lay out

    def doItemsLayout(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        rows = -(-self.count() // self.columns())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(self._cell.height() // 3)
        bar.setRange(0, max(0, rows * self._cell.height() - height + 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        current, columns = self.currentIndex(), self.columns()
        seen = self.viewport().rect().intersects(self.visualRect(current)) if current.isValid() else False
        self.updateGeometries()
        if seen and columns != event.oldSize().width() // self._cell.width():
            self.scrollTo(current)
        self.viewport().update()

    def reset(self) -> None:
        QAbstractItemView.reset(self)
        self._anchor = 0
        self.updateGeometries()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        self.updateGeometries()
        self.viewport().update()

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:  # noqa: N803
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    # Choosing

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Dragging over empty space takes all tiles under the band, row by row of the grid; a click takes one."""
        if self.state() != QAbstractItemView.State.DragSelectingState:
            index = self.indexAt(rect.bottomRight())
            self.selectionModel().select(index, command)
            return
        box = rect.normalized()
        width, height = self._cell.width(), self._cell.height()
        left = max(0, box.left() // width)
        right = min(self.columns() - 1, box.right() // width)
        chosen, model = QItemSelection(), self.model()
        if left <= right:
            top = max(0, (box.top() + self.verticalOffset()) // height)
            bottom = (box.bottom() + self.verticalOffset()) // height
            for line in range(top, bottom + 1):
                first = line * self.columns() + left
                last = min(line * self.columns() + right, self.count() - 1)
                if first > last:
                    break
                chosen.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(chosen, command)

    def choose_row(self, row: int) -> None:
        """Make a tile the current and only selected one."""
        if 0 <= row < self.count():
            index = self.model().index(row, 0)
            self._anchor = row
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
            self.scrollTo(index)

    def choose_to(self, row: int) -> None:
        """Select from where Shift began to a row."""
        first, last = sorted((self._anchor, row))
        model = self.model()
        self.selectionModel().select(QItemSelection(model.index(first, 0), model.index(last, 0)), _Flag.ClearAndSelect)
        self.selectionModel().setCurrentIndex(model.index(row, 0), _Flag.NoUpdate)
        self.scrollTo(model.index(row, 0))

    def selectAll(self) -> None:
        if self.count():
            model = self.model()
            self.selectionModel().select(
                QItemSelection(model.index(0, 0), model.index(self.count() - 1, 0)), _Flag.ClearAndSelect
            )

    def moved_row(self, move: str) -> int:
        """The row a key leads to from the current one."""
        now, columns, last = max(0, self.currentIndex().row()), self.columns(), self.count() - 1
        page = max(1, self.viewport().height() // self._cell.height()) * columns
        if not self.currentIndex().isValid():
            return last if move == "end" else min(0, last)
        wanted = {
            "left": now - 1, "right": now + 1, "up": now - columns, "down": now + columns, "home": 0, "end": last,
            "page_up": now - page, "page_down": now + page,
        }[move]  # fmt: skip
        if move in ("up", "page_up") and wanted < 0:
            return now % columns
        if move in ("down", "page_down") and wanted > last:
            # Into the last line, even where it is shorter.
            return now if now // columns == last // columns else min(last, last // columns * columns + now % columns)
        return max(0, min(wanted, last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if move is None or not self.count() or keys & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        row = self.moved_row(move)
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.choose_to(row)
        elif keys & Qt.KeyboardModifier.ControlModifier:
            index = self.model().index(row, 0)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(index)
        else:
            self.choose_row(row)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() == Qt.MouseButton.LeftButton:
            if index.isValid() and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.choose_to(index.row())
                return
            if index.isValid():
                self._anchor = index.row()
            self._band = (at + QPoint(0, self.verticalOffset()), at)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row = self._row_at(at)
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
        super().mouseMoveEvent(event)
        if self._band is not None and self.state() == QAbstractItemView.State.DragSelectingState:
            self._band = (self._band[0], at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._band = None
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        model, chosen, delegate = self.model(), self.selectionModel(), self.itemDelegate()
        if model is not None and chosen is not None:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            plain = option.state & ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
            for row in self.visible_rows():
                index = model.index(row, 0)
                option.rect = self.visualRect(index)
                if not option.rect.intersects(event.rect()):
                    continue
                option.state = plain
                if chosen.isSelected(index):
                    option.state |= QStyle.StateFlag.State_Selected
                if row == self._hovered and self.viewport().underMouse():
                    option.state |= QStyle.StateFlag.State_MouseOver
                delegate.paint(painter, option, index)
        if self._band is not None and self.state() == QAbstractItemView.State.DragSelectingState:
            self._paint_band(painter, self._band[0] - QPoint(0, self.verticalOffset()), self._band[1])
        painter.end()

    def _paint_band(self, painter: QPainter, begin: QPoint, end: QPoint) -> None:
        accent = theme().colour("accent")
        fill = QColor(accent)
        fill.setAlpha(40)
        painter.setPen(QPen(accent, 1))
        painter.setBrush(fill)
        painter.drawRect(QRect(begin, end).normalized())

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())
