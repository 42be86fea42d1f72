"""A list of what happened: time, dot, sentence, who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.widgets import painting
from ui.widgets.delegates import ID_ROLE, RowDelegate
from ui.widgets.table import DataList

EVENT_ROLE = int(Qt.ItemDataRole.UserRole) + 8
ROW = 24
_TIME = 64


@dataclass(frozen=True, slots=True)
class Happened:
    """One line: texts as shown, the colour of its dot, and the whole for the tool tip."""

    id: int
    time: str
    text: str
    who: str = ""
    token: str = "waiting.solid"
    tip: str = ""


class TimelineModel(QAbstractListModel):
    """The lines, newest first as given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Happened] = []

    def show_lines(self, lines: Sequence[Happened]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == EVENT_ROLE:
            return line
        if role == ID_ROLE:
            return line.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.time} {line.text} {line.who}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or line.text
        return None


class TimelineDelegate(RowDelegate):
    """Paints a line: the time in a fixed place so that the sentences stand in one column."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Happened = index.data(EVENT_ROLE)
        box: QRect = option.rect
        middle = box.center().y() + 1
        painting.paint_text(painter, QRect(box.left(), box.top(), _TIME, box.height()), line.time, "text3", "small")
        painting.paint_dot(painter, box.left() + _TIME + 6, middle - 1, line.token)
        start = box.left() + _TIME + 22
        who = painting.text_width(line.who, "small") + 12 if line.who else 0
        painting.paint_text(painter, QRect(start, box.top(), box.right() - start - who, box.height()), line.text)
        painting.paint_text(painter, box, line.who, "text3", "small", right=True)

    def paint_background(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Lines of a timeline have no rules between them."""


def timeline_list(
    parent: QWidget | None = None, *, name: str = "", fit_rows: bool = False
) -> tuple[DataList, TimelineModel]:
    """A list with its model."""
    view = DataList(parent, name=name, row_height=ROW, fit_rows=fit_rows)
    view.setItemDelegate(TimelineDelegate(view, row_height=ROW))
    model = TimelineModel(view)
    view.setModel(model)
    return view, model
