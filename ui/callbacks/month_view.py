"""The month: six weeks of days to walk through with the arrows; lines are chosen, opened and picked up by the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from models.call_back_records import CellLine
from models.records import CallBackRow
from ui.callbacks.calendar_data import CalendarShown
from ui.callbacks.calendar_keys import CalendarKeys
from ui.callbacks.day_delegate import SIDE, DayDelegate, line_rect
from ui.callbacks.dragging import CallDrags, Place
from ui.callbacks.month_model import DAYS, WEEKS, Index, MonthModel
from ui.i18n import translator
from ui.theme import theme
from ui.widgets import painting

tr = translator("callbacks")
_WEEKDAYS = 28
__all__ = ["MonthView", "WeekdayRow", "line_rect"]


class WeekdayRow(QHeaderView):
    """The names of the days above the month."""

    def __init__(self, parent: QWidget, height: int = _WEEKDAYS) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._high = height
        self.setFixedHeight(height)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        if not rect.isValid():
            return
        painter.fillRect(rect, theme().colour("surface2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().colour("line"))
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painting.paint_text(painter, rect.adjusted(SIDE, 0, 0, -1), title, "text2", "small", 500)


def marked_of(rows: Sequence[CallBackRow], call_back_id: int) -> CallBackRow | None:
    """The call-back whose card is open if it is one of these, else the first."""
    return next((row for row in rows if row.call_back.id == call_back_id), rows[0] if rows else None)


class MonthView(QTableView):
    """The month. `day_chosen` for a day, `line_chosen` for a call-back in it, `entered_day` to go into its lines."""

    day_chosen = Signal(object)
    line_chosen = Signal(object)
    line_opened = Signal(object)
    entered_day = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, keys: CalendarKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = keys
        self.days = MonthModel(self)
        self._quiet = False
        self.setModel(self.days)
        self.setHorizontalHeader(WeekdayRow(self))
        weeks = self.verticalHeader()
        weeks.setVisible(False)
        weeks.setMinimumSectionSize(40)
        weeks.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._delegate = DayDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Month"))
        self.setMinimumWidth(420)
        self.drags = CallDrags(self, self.row_at)

    def show_calendar(self, found: CalendarShown) -> None:
        """Show a month and the day chosen in it."""
        if found.grid is not None:
            self.days.show_grid(found.grid, found.loads)
            self.choose(found.chosen)

    def mark(self, call_back_id: int) -> None:
        """The call-back whose card is open stands out."""
        if self.days.marked != call_back_id:
            touched = {self.days.marked, call_back_id}
            self.days.marked = call_back_id
            # Of 42 days two at most look different.
            for index in self.days.indexes_of(touched):
                self.update(index)

    def choose(self, day: date) -> None:
        """Put the frame on a day without saying so."""
        index = self.days.index_of(day)
        if index.isValid() and index != self.currentIndex():
            self._quiet = True
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        cell = self.days.cell(current)
        if cell is not None and not self._quiet:
            self.day_chosen.emit(cell.day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.line_at(event.position().toPoint())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.line_chosen.emit(line.row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        line = self.line_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton:
            self.line_opened.emit(line.row) if line is not None else self.entered_day.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, place = self.row_at(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            cell = self.days.cell(self.currentIndex())
            rows = [line.row for line in cell.lines if line.attempt is None] if cell is not None else []
            row = marked_of(rows, self.days.marked)
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if row is not None:
            self.menu_wanted.emit(row, place)

    def line_at(self, point: QPoint) -> CellLine | None:
        """The line under a point."""
        index = self.indexAt(point)
        cell = self.days.cell(index)
        if cell is None:
            return None
        rect = self.visualRect(index)
        lines = self._delegate.lines_shown(cell, rect)
        return next((line for place, line in enumerate(lines) if line_rect(rect, place, cell).contains(point)), None)

    def row_at(self, point: QPoint) -> CallBackRow | None:
        """The call-back of the line under a point; an attempt of the past is none."""
        line = self.line_at(point)
        return line.row if line is not None and line.attempt is None else None

    def place_at(self, point: QPoint) -> Place | None:
        """The day under a point."""
        index = self.indexAt(point)
        cell = self.days.cell(index)
        return Place(cell.day, None, self.visualRect(index)) if cell is not None else None

    def shifted(self, day: date, at_time: str, across: int, down: int) -> tuple[date, str | None]:
        """Where Ctrl with an arrow puts a call-back: a day on, or a week."""
        return day + timedelta(days=across + 7 * down), None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_day.emit()
        elif not self.keys.take(event) and not (bare and self._step(event.key(), self.currentIndex())):
            super().keyPressEvent(event)

    def _step(self, key: int, current: QModelIndex) -> bool:
        """The arrows go on into the next week and month; False where the view itself knows the way."""
        place = current.row() * DAYS + current.column()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
        step = steps.get(Qt.Key(key))
        cell = self.days.cell(current)
        if step is None or cell is None:
            return False
        if 0 <= place + step < WEEKS * DAYS:
            self.setCurrentIndex(self.days.index((place + step) // DAYS, (place + step) % DAYS))
        else:
            self.day_chosen.emit(cell.day + timedelta(days=step))
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
