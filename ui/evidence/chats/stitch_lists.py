"""The lists beside a strip: its screenshots in order, and the lines of seams or cuts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.table import DataList

Index = QModelIndex | QPersistentModelIndex


class CellModel(QAbstractListModel):
    """Rows of one cell each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: list[Cell] = []

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Other rows; as many as before only change their words."""
        if len(cells) == len(self._cells):
            self._cells = list(cells)
            if cells:
                self.dataChanged.emit(self.index(0, 0), self.index(len(cells) - 1, 0))
            return
        self.beginResetModel()
        self._cells = list(cells)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cells)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        cell = self._cells[index.row()]
        if role == CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{cell.text} {cell.second}".strip()
        return None


class OrderList(DataList):
    """A list whose rows are moved with Alt+Up and Alt+Down and left out with Delete."""

    moved = Signal(int, int)
    left_out = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent, name=name)
        self.cells = CellModel(self)
        self.setModel(self.cells)

    def choose(self, row: int) -> None:
        """Put the cursor on a row."""
        if 0 <= row < self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = row + (-1 if event.key() == Qt.Key.Key_Up else 1)
            if row >= 0 and 0 <= to < self.cells.rowCount():
                self.moved.emit(row, to)
        elif event.key() == Qt.Key.Key_Delete and row >= 0:
            self.left_out.emit(row)
        else:
            super().keyPressEvent(event)
