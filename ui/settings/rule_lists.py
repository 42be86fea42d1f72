"""The lists of Settings → Rules: packs with what to know about them, rules of a pack, cases a change would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from ui.fonts import font
from ui.i18n import translator
from ui.icons import paint_icon
from ui.theme import State, theme
from ui.widgets import painting
from ui.widgets.delegates import FIRST_PADDING, PADDING, RowDelegate
from ui.widgets.table import DataList

tr = translator("settings")
Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 3
ROW = 48
_MORE, _LINE = 18, 19


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row of two lines: an id, a title, a quiet second line, an icon before and chips behind them."""

    id: str
    title: str
    second: str = ""
    icon: str = ""
    chips: tuple[tuple[str, State | None], ...] = ()

    def spoken(self) -> str:
        """The row for a screen reader."""
        return tr(", ").join(part for part in (self.title, self.second, *(text for text, _ in self.chips)) if part)


class LineModel(QAbstractListModel):
    """Rows of two lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ListLine, ...] = ()

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return found.spoken()
        return found if role == LINE_ROLE else None


class LineDelegate(RowDelegate):
    """Paints the two lines; chips stand at the right end of the second, as many as there is room for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        found = index.data(LINE_ROLE)
        tall = isinstance(found, ListLine) and self._wraps(found, self._view.viewport().width())
        return QSize(0, ROW + _MORE if tall else ROW)

    def _wraps(self, found: ListLine, width: int) -> bool:
        room = width - FIRST_PADDING - PADDING - (26 if found.icon else 0)
        return painting.text_width(found.title, "body", 500) > room

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(LINE_ROLE)
        if not isinstance(found, ListLine):
            return
        rect: QRect = option.rect.adjusted(FIRST_PADDING, 0, -PADDING, -1)
        left = rect.left()
        if found.icon:
            left = paint_icon(painter, left, rect.center().y() + 1, found.icon, "text3", 16) + 10
        middle = rect.bottom() - ROW // 2 + 1
        if option.rect.height() > ROW:
            top = QRect(left, rect.top() + 4, rect.right() + 1 - left, 2 * _LINE)
            painter.setFont(font("body", 500))
            painter.setPen(theme().colour("text"))
            painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), found.title)
        else:
            top = QRect(left, middle - 20, rect.right() + 1 - left, 20)
            painting.paint_text(painter, top, found.title, "text", "body", 500)
        right = rect.right() + 1
        least = left + painting.text_width(found.second, "small") + 14
        for text, state in found.chips:
            width = painting.chip_width(text, "")
            if right - width < least:
                break
            painting.paint_chip(painter, right - width, middle + 11, text, state)
            right -= width + 6
        below = QRect(left, middle + 1, max(right - left - 6, 0), 20)
        painting.paint_text(painter, below, found.second, "text3", "small")


class LineList(DataList):
    """A list of two-line rows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=name, row_height=ROW)
        # A title too long for its row takes two lines instead of being cut.
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(LineDelegate(self, row_height=ROW))
        self.lines = LineModel(self)
        self.setModel(self.lines)

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        """Show these and stay on the same one where it is still there."""
        before = self.current_id()
        self.lines.show_lines(lines)
        self.choose(before)

    def choose(self, line_id: str) -> bool:
        """Make the row of that id the current one; the first where there is none."""
        ids = [each.id for each in self.lines.lines]
        found = line_id in ids
        if ids:
            self.choose_row(ids.index(line_id) if found else 0)
        return found

    def current_id(self) -> str:
        """The id of the current row, empty for none."""
        index = self.currentIndex()
        return self.lines.lines[index.row()].id if index.isValid() and index.row() < len(self.lines.lines) else ""
