"""A list of choices to tick, with Space, Enter or a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.widgets import painting
from ui.widgets.delegates import RowDelegate
from ui.widgets.table import DataList

TICK_ROW = 32


class _TickDelegate(RowDelegate):
    """A check box and words."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = self.content_rect(option, index)
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        left = painting.paint_tick(painter, rect.left(), rect.center().y() + 1, on)
        room = rect.adjusted(left - rect.left() + 10, 0, 0, 0)
        painting.paint_text(painter, room, str(index.data()), "text", "body", 600 if on else 0)


class TickList(DataList):
    """Choices to tick with Space, Enter or a click. `ticked` gives all values ticked; `back` is the Left key."""

    ticked = Signal(object)
    back = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "", one: bool = False) -> None:
        super().__init__(parent, name=name, row_height=TICK_ROW)
        self._one = one
        self._choices: list[tuple[Any, str]] = []
        self._rows = QStandardItemModel(self)
        self.setItemDelegate(_TickDelegate(self, row_height=TICK_ROW))
        self.setModel(self._rows)
        self.opened.connect(self._toggle)
        self.looked.connect(self._toggle)

    def show_choices(self, choices: Sequence[tuple[Any, str]], chosen: Sequence[Any]) -> None:
        """Other choices, or the same with other ticks; the keyboard stays where it is."""
        row = max(self.currentIndex().row(), 0)
        if list(choices) != self._choices:
            self._choices = list(choices)
            self._rows.clear()
            for _, words in choices:
                item = QStandardItem(words)
                item.setEditable(False)
                self._rows.appendRow(item)
        for place, (value, _) in enumerate(choices):
            self._set(place, value in chosen)
        self.choose_row(min(row, self._rows.rowCount() - 1))

    def _set(self, row: int, on: bool) -> None:
        self._rows.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _toggle(self, index: QModelIndex) -> None:
        item = self._rows.item(index.row())
        if item is None:
            return
        on = item.checkState() != Qt.CheckState.Checked
        if self._one:
            for row in range(self._rows.rowCount()):
                self._set(row, False)
        self._set(index.row(), on)
        self.ticked.emit(self.values())

    def values(self) -> tuple[Any, ...]:
        """The values ticked."""
        checked = Qt.CheckState.Checked
        return tuple(
            value for row, (value, _) in enumerate(self._choices) if self._rows.item(row).checkState() == checked
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second of two fast clicks ticks too, instead of opening.
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self.back.emit()
            return
        super().keyPressEvent(event)
