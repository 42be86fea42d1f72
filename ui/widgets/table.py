"""The table and the list every page uses: rows of 36 px, no grid, keys J and K, the header of the design."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    SIGNAL,
    QAbstractItemModel,
    QByteArray,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView, QToolTip, QWidget

from ui import theme as tokens
from ui.i18n import language
from ui.icons import paint_icon
from ui.letters import letters_on
from ui.plain import tooltip
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.delegates import FIRST_PADDING, PADDING, Action, RowDelegate, cell_of


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its word in code, its title, its width in each language, and how it behaves."""

    key: str
    title: str
    width: int
    width_en: int = 0
    right: bool = False
    sortable: bool = True
    stretch: bool = False
    hidden: bool = False

    def shown_width(self) -> int:
        """The width in the window's language."""
        return self.width_en if language() == "en" and self.width_en else self.width


class HeaderRow(QHeaderView):
    """A quiet header; the sorted column is darker and has an arrow behind its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(tokens.HEADER)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(36)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), tokens.HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        if not rect.isValid():
            return
        shown = theme()
        painter.fillRect(rect, shown.colour("surface2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shown.colour("line"))
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        flags = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        right = bool(flags is not None and int(flags) & int(Qt.AlignmentFlag.AlignRight))
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        left = FIRST_PADDING if self.visualIndex(logicalIndex) == 0 else PADDING
        room = rect.adjusted(left, 0, -PADDING - (16 if is_sorted else 0), -1)
        ink, weight = ("text", 600) if is_sorted else ("text2", 500)
        end = painting.paint_text(painter, room, title, ink, "small", weight, right=right)
        if is_sorted:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            paint_icon(painter, end + 4, room.center().y() + 1, "arrow-up" if up else "arrow-down", "text", 12)


def _hover(view: QAbstractItemView, event: QEvent) -> None:
    """Follow the pointer from row to row."""
    row = -1
    if event.type() in (QEvent.Type.MouseMove, QEvent.Type.HoverMove) and isinstance(event, QMouseEvent):
        row = view.indexAt(event.position().toPoint()).row()
    elif event.type() not in (QEvent.Type.Leave, QEvent.Type.Wheel):
        return
    if row != view.hovered_row:  # type: ignore[attr-defined]
        view.hovered_row = row  # type: ignore[attr-defined]
        view.viewport().update()


def _tip(view: QAbstractItemView, event: QHelpEvent) -> bool:
    """The tool tip of what is under the pointer: the action's words, else the model's plain text."""
    index = view.indexAt(event.pos())
    if not index.isValid():
        QToolTip.hideText()
        return True
    action = _action_at(view, index, event.pos())
    text = action.tip if action else index.data(Qt.ItemDataRole.ToolTipRole)
    QToolTip.showText(event.globalPos(), tooltip(str(text)) if text else "", view.viewport(), view.visualRect(index))
    return True


def _action_at(view: QAbstractItemView, index: QModelIndex, point: QPoint) -> Action | None:
    delegate = view.itemDelegateForIndex(index)
    cell = cell_of(index)
    if not isinstance(delegate, RowDelegate) or not cell.actions:
        return None
    first = delegate.is_first(index)
    rect = view.visualRect(index).adjusted(FIRST_PADDING if first else PADDING, 0, -PADDING, -1)
    return delegate.action_at(rect, cell, point)


class DataTable(QTableView):
    """A table of rows. `opened` comes for Enter and double click, `looked` for Space, `left` for Esc.

    The model gives Cell values for CELL_ROLE; tool tips of the model are shown as plain text.
    """

    opened = Signal(QModelIndex)
    looked = Signal(QModelIndex)
    left = Signal()
    current_changed = Signal(QModelIndex)
    selection_changed = Signal()
    acted = Signal(QModelIndex, str)
    key_pressed = Signal(str)

    hovered_row = -1

    def __init__(self, columns: Sequence[Column] = (), parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._letters: frozenset[str] = frozenset()
        self._sized_by_user = False
        self._setting_widths = False
        self.setHorizontalHeader(HeaderRow(self))
        self.setItemDelegate(RowDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(tokens.ROW)
        rows.setMinimumSectionSize(tokens.ROW)
        header = self.horizontalHeader()
        header.setSectionsClickable(any(c.sortable for c in columns))
        header.sectionResized.connect(self._resized)
        self.doubleClicked.connect(self.opened)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        chosen = self.selectionModel()
        if chosen is not None:
            chosen.currentRowChanged.connect(self._current_moved)
            chosen.selectionChanged.connect(self._selection_moved)
        self.set_widths()

    def _current_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        self.current_changed.emit(current)

    def _selection_moved(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def selected_rows(self) -> list[int]:
        """The rows selected, in order."""
        chosen = self.selectionModel()
        return sorted(index.row() for index in chosen.selectedRows()) if chosen is not None else []

    def choose_row(self, row: int) -> None:
        """Make a row the current and only selected one."""
        if self.model() is not None and 0 <= row < self.model().rowCount():
            # Not selectRow: with Ctrl still held from a shortcut it would toggle the row instead of choosing it.
            self.selectionModel().setCurrentIndex(
                self.model().index(row, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.scrollTo(self.model().index(row, 0))

    def set_widths(self) -> None:
        """Give every column its width of the design; the stretching one takes what is left."""
        if self.model() is None or not self._columns:
            return
        header = self.horizontalHeader()
        self._setting_widths = True
        for place, column in enumerate(self._columns[: self.model().columnCount()]):
            header.resizeSection(place, column.shown_width())
            header.setSectionHidden(place, column.hidden)
        self._setting_widths = False
        self._sized_by_user = False
        self._stretch()

    def _stretch(self) -> None:
        if self._sized_by_user or self.model() is None:
            return
        header = self.horizontalHeader()
        places = [
            p for p, c in enumerate(self._columns) if c.stretch and p < header.count() and not header.isSectionHidden(p)
        ]
        spare = self.viewport().width() - header.length()
        if not places or spare == 0:
            return
        self._setting_widths = True
        for place in places:
            width = header.sectionSize(place) + spare // len(places)
            header.resizeSection(place, max(width, self._columns[place].shown_width() * 2 // 3))
        self._setting_widths = False

    def _resized(self, place: int, old: int, new: int) -> None:
        if not self._setting_widths and old and new:
            self._sized_by_user = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def save_layout(self) -> str:
        """Order, widths and sorting of the columns as text for the settings."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode("ascii")

    def restore_layout(self, text: str) -> None:
        """Take a layout kept by `save_layout`."""
        if text and self.horizontalHeader().restoreState(QByteArray.fromBase64(text.encode("ascii"))):
            self._sized_by_user = True
            self.horizontalHeader().setFixedHeight(tokens.HEADER)

    def take_letters(self, letters: str) -> None:
        """Single letters and digits to report through `key_pressed` instead of searching in the column."""
        self._letters = frozenset(letters.upper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _keys(self, event, self._letters):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search in the first column."""

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return _tip(self, event)
        _hover(self, event)
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        _click(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class DataList(QListView):
    """The same for a list of one column: `fit_rows` makes it as high as its rows, without a scroll bar."""

    opened = Signal(QModelIndex)
    looked = Signal(QModelIndex)
    left = Signal()
    current_changed = Signal(QModelIndex)
    selection_changed = Signal()
    acted = Signal(QModelIndex, str)
    key_pressed = Signal(str)

    hovered_row = -1

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "", row_height: int = tokens.ROW, fit_rows: bool = False
    ) -> None:
        super().__init__(parent)
        self._letters: frozenset[str] = frozenset()
        self._fit = fit_rows
        self._row_height = row_height
        self.setItemDelegate(RowDelegate(self, row_height=row_height))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        if fit_rows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.opened)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        chosen = self.selectionModel()
        if chosen is not None:
            chosen.currentRowChanged.connect(self._current_moved)
            chosen.selectionChanged.connect(self._selection_moved)
        if model is not None and self._fit:
            for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
                signal.connect(self._fit_rows)
            self._fit_rows()

    def _fit_rows(self) -> None:
        if self.model() is not None:
            self.setFixedHeight(self.model().rowCount() * self._row_height)

    def _current_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        self.current_changed.emit(current)

    def _selection_moved(self) -> None:
        self.selection_changed.emit()

    def choose_row(self, row: int) -> None:
        """Make a row the current one."""
        if self.model() is not None and 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    def take_letters(self, letters: str) -> None:
        """Single letters and digits to report through `key_pressed`."""
        self._letters = frozenset(letters.upper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _keys(self, event, self._letters):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return _tip(self, event)
        _hover(self, event)
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        _click(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _click(view: DataTable | DataList, event: QMouseEvent) -> None:
    """A click on an action icon acts."""
    if event.button() == Qt.MouseButton.LeftButton:
        index = view.indexAt(event.position().toPoint())
        action = _action_at(view, index, event.position().toPoint()) if index.isValid() else None
        if action is not None:
            view.acted.emit(index, action.name)


def _keys(view: DataTable | DataList, event: QKeyEvent, letters: frozenset[str]) -> bool:
    """The keys of lists: J, K, Enter, Space, Esc and the letters a page takes; True when one was used."""
    key = event.key()
    bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    current = view.currentIndex()
    if not bare:
        return False
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        if current.isValid():
            view.opened.emit(current)
        return current.isValid()
    if key == Qt.Key.Key_Space:
        if current.isValid():
            view.looked.emit(current)
        return True
    if key == Qt.Key.Key_Escape:
        # Where nobody wants to know it belongs to the dialog around the list.
        wanted = view.receivers(SIGNAL("left()")) > 0
        view.left.emit()
        return wanted
    if not letters_on():
        return False
    text = event.text().upper()
    if text and text in letters:
        view.key_pressed.emit(text)
        return True
    if key in (Qt.Key.Key_J, Qt.Key.Key_K):
        row = current.row() + (1 if key == Qt.Key.Key_J else -1)
        view.choose_row(max(row, 0))
        return True
    return False
