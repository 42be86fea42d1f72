"""A week or a day by the hour: its heading, its lines, the line of the present moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.call_back_records import CellLine
from models.records import CallBackRow
from ui.callbacks.calendar_data import CalendarShown, CalendarView
from ui.callbacks.calendar_keys import CalendarKeys
from ui.callbacks.day_delegate import SIDE
from ui.callbacks.dragging import CallDrags, Place
from ui.callbacks.hours_model import HOUR_ROLE, HourCell, HoursModel, Index, later
from ui.callbacks.line_painting import LINE, paint_block, paint_line
from ui.callbacks.month_view import WeekdayRow, marked_of
from ui.i18n import language, translator
from ui.theme import theme
from ui.widgets import painting

tr = translator("callbacks")
_HEAD, _HOURS, _ROW, _MOST, _EDGE = 44, 52, 44, 6, 5
_ROOMY, _NARROW = 104, 150


class DayHeads(WeekdayRow):
    """Weekday and number of each day, with its banner: off, quiet, full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        model = self.model()
        facts = model.facts(logicalIndex) if isinstance(model, HoursModel) else None
        if not rect.isValid() or facts is None or not isinstance(model, HoursModel):
            return
        shown, today = theme(), facts.day == model.today
        painter.fillRect(rect, shown.colour("surface2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shown.colour("line"))
        box = QRect(rect.left() + SIDE, rect.top() + 4, rect.width() - 2 * SIDE, 18)
        title = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        end = painting.paint_text(painter, box, title, "text2", "small", 500)
        number = f"{facts.day.month}-{facts.day.day:02}" if language() == "zh" else f"{facts.day.day}"
        room = box.adjusted(end - box.left() + 6, 0, 0, 0)
        end = painting.paint_text(painter, room, number, "accent_text" if today else "text3", "small", 600)
        if today and end + 6 + painting.text_width(tr("Today"), "badge", 600) + 10 <= box.right():
            label = QRect(end + 6, box.top() + 1, painting.text_width(tr("Today"), "badge", 600) + 10, 16)
            painting.rounded(painter, label, "accent", None, 4)
            painting.paint_text(painter, label, tr("Today"), "on_accent", "badge", 600, centre=True)
        elif today:
            # no room for the word: the number itself is the label
            label = QRect(room.left() - 3, box.top() + 1, end - room.left() + 6, 17)
            painting.rounded(painter, label, "accent", None, 4)
            painting.paint_text(painter, label, number, "on_accent", "small", 600, centre=True)
        second = box.translated(0, 18)
        if facts.full:
            full = painting.paint_text  # right end: how full; what is left of the row is the banner's
            full(painter, second, facts.full, "due" if facts.at_limit else "overdue", "tiny", 600, right=True)
            second = second.adjusted(0, 0, -painting.text_width(facts.full, "tiny", 600) - 6, 0)
        if facts.banner:
            painting.rounded(painter, second.adjusted(-4, 0, 0, 0), "due.soft", None, 3)
            painting.paint_text(painter, second, facts.banner, "due", "tiny")
        elif not facts.workday:
            painting.paint_text(painter, second, tr("off"), "text3", "tiny")


class HourLabels(QHeaderView):
    """The hours at the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(_HOURS)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        painter.fillRect(rect, theme().colour("surface2"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme().colour("line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().colour("line2"))
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Vertical) or "")
        box = QRect(rect.left(), rect.top() + 3, rect.width() - 7, 18)
        painting.paint_text(painter, box, text, "text3", "tiny", right=True)


class HourDelegate(QStyledItemDelegate):
    """Paints what stands at an hour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, model = index.data(HOUR_ROLE), index.model()
        if not isinstance(cell, HourCell) or not isinstance(model, HoursModel):
            return
        shown, rect = theme(), option.rect
        facts = model.facts(index.column())
        quiet = facts is not None and (not facts.workday or facts.quiet is not None)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        fill = "selected" if chosen or (cell.day == model.today and cell.hour is None) else "window" if quiet else ""
        painter.fillRect(rect, shown.colour(fill or "surface"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), shown.colour("line2"))
        bottom = "line" if cell.hour is None else "line2"
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shown.colour(bottom))
        boxes = line_boxes(rect, len(cell.lines))
        for box, line in zip(boxes, cell.lines, strict=False):
            # The hour stands at the left; in a week there is little room for names.
            minutes = line.row.call_back.at_time.partition(":")[2]
            before = f":{minutes}" if minutes not in ("", "00") else ""
            strong = line.attempt is None and line.row.call_back.id == model.marked
            if box.height() > LINE:
                paint_block(painter, box, line, strong=strong, before=before)
                continue
            if before:
                end = painting.paint_text(painter, box, before, "text3", "tiny")
                box = box.adjusted(end - box.left() + 4, 0, 0, 0)
            paint_line(painter, box, line, strong=strong)
        if len(cell.lines) > len(boxes):
            more = f"+{len(cell.lines) - len(boxes)}"
            corner = QRect(rect.left(), rect.bottom() - 15, rect.width() - 5, 14)
            wide = painting.text_width(more, "tiny", 600) + 8
            painting.rounded(painter, QRect(corner.right() - wide + 4, corner.top(), wide, 14), "track", None, 3)
            painting.paint_text(painter, corner, more, "text2", "tiny", 600, right=True)
        if chosen:
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()


def line_boxes(rect: QRect, lines: int) -> list[QRect]:
    """Where the lines of a cell stand, as many as fit; in a narrow column with room for it each is two lines high."""
    side = 8 if rect.width() >= _ROOMY else 4
    room = max((rect.height() - 2) // LINE, 1)
    high = 2 if rect.width() < _NARROW and lines * 2 <= room else 1
    return [
        QRect(rect.left() + side, rect.top() + 1 + place * high * LINE, rect.width() - 2 * side, high * LINE)
        for place in range(min(lines, room // high))
    ]


class HoursView(QTableView):
    """Seven days, or one, by the hour. Signals as those of MonthView; Space goes from line to line of a cell."""

    day_chosen = Signal(object)
    line_chosen = Signal(object)
    line_opened = Signal(object)
    entered_day = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, keys: CalendarKeys, view: CalendarView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = keys
        self.view = view
        self.hours = HoursModel(self)
        self._quiet = False
        self._now: datetime | None = None
        self.setHorizontalHeader(DayHeads(self))
        self.setVerticalHeader(HourLabels(self))
        self.setModel(self.hours)
        self.setItemDelegate(HourDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Week") if view is CalendarView.WEEK else tr("Day by the hour"))
        self.setMinimumWidth(420 if view is CalendarView.WEEK else 220)
        self.drags = CallDrags(self, self.row_at)

    def show_calendar(self, found: CalendarShown) -> None:
        """Show a week, or its chosen day."""
        if found.week is None:
            return
        before, kept = self.currentIndex(), self.verticalScrollBar().value()
        shown_before = [cell.day for cell in self.hours.cells()]
        cells = [cell for cell in found.week.cells if found.span[0] <= cell.day <= found.span[1]]
        self._now = found.desk.now.astimezone(found.desk.zone)
        row = before.row() if before.isValid() else 0
        self._quiet = True
        self.hours.show_cells(cells, found.desk.today, found.loads)
        for place in range(self.hours.rowCount()):
            most = min(max(self.hours.most(place), 4 if place == 0 else 0), _MOST if place == 0 else _EDGE)
            self.setRowHeight(place, max(_ROW, most * LINE + 4))
        if found.chosen in shown_before:
            self.verticalScrollBar().setValue(kept)
        self._choose(found.chosen, row)
        self._quiet = False

    def mark(self, call_back_id: int) -> None:
        """The call-back whose card is open stands out."""
        if self.hours.marked != call_back_id:
            self.hours.marked = call_back_id
            self.viewport().update()

    def choose(self, day: date) -> None:
        """Put the frame on a day without saying so."""
        self._quiet = True
        self._choose(day, max(self.currentIndex().row(), 0))
        self._quiet = False

    def _choose(self, day: date, row: int) -> None:
        column = self.hours.column_of(day)
        if column >= 0:
            index = self.hours.index(min(row, self.hours.rowCount() - 1), column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        cell = self.hours.cell(current)
        if cell is not None and not self._quiet and current.column() != previous.column():
            self.day_chosen.emit(cell.day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.line_at(event.position().toPoint())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.line_chosen.emit(line.row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.line_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton:
            self.line_opened.emit(line.row) if line is not None else self.entered_day.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, place = self.row_at(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            cell = self.hours.cell(self.currentIndex())
            rows = [line.row for line in cell.lines if line.attempt is None] if cell is not None else []
            row = marked_of(rows, self.hours.marked)
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if row is not None:
            self.menu_wanted.emit(row, place)

    def line_at(self, point: QPoint) -> CellLine | None:
        """The line under a point."""
        index = self.indexAt(point)
        cell = self.hours.cell(index)
        if cell is None:
            return None
        boxes = line_boxes(self.visualRect(index), len(cell.lines))
        found = zip(boxes, cell.lines, strict=False)
        return next((line for box, line in found if box.contains(point)), None)

    def row_at(self, point: QPoint) -> CallBackRow | None:
        """The call-back of the line under a point; an attempt of the past is none."""
        line = self.line_at(point)
        return line.row if line is not None and line.attempt is None else None

    def place_at(self, point: QPoint) -> Place | None:
        """The day and the half hour under a point; the first row takes the time away."""
        index = self.indexAt(point)
        cell = self.hours.cell(index)
        if cell is None:
            return None
        rect = self.visualRect(index)
        if cell.hour is None:
            return Place(cell.day, "", rect)
        half = point.y() > rect.center().y()
        box = QRect(rect.left(), rect.center().y() if half else rect.top(), rect.width(), rect.height() // 2)
        return Place(cell.day, f"{cell.hour:02}:{'30' if half else '00'}", box)

    def shifted(self, day: date, at_time: str, across: int, down: int) -> tuple[date, str | None]:
        """Where Ctrl with an arrow puts a call-back: a day on, or an hour."""
        return day + timedelta(days=across), later(at_time, down) if down else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        key, current = event.key(), self.currentIndex()
        cell = self.hours.cell(current)
        if bare and cell is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line_opened.emit(cell.lines[0].row) if cell.lines else self.entered_day.emit()
        elif bare and cell is not None and key == Qt.Key.Key_Space:
            self._next_line(cell)
        elif self.keys.take(event):
            return
        elif bare and cell is not None and self._leaves(key, current.column()):
            self.day_chosen.emit(cell.day + timedelta(days=-1 if key == Qt.Key.Key_Left else 1))
        else:
            super().keyPressEvent(event)

    def _leaves(self, key: int, column: int) -> bool:
        last = self.hours.columnCount() - 1
        return (key == Qt.Key.Key_Left and column == 0) or (key == Qt.Key.Key_Right and column == last)

    def _next_line(self, cell: HourCell) -> None:
        rows = [line.row for line in cell.lines if line.attempt is None]
        ids = [row.call_back.id for row in rows]
        if rows:
            place = ids.index(self.hours.marked) + 1 if self.hours.marked in ids else 0
            self.line_chosen.emit(rows[place % len(rows)])

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def set_now(self, now: datetime) -> None:
        """The present moment in the shop's zone; its line moves."""
        self._now = now
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._now is None or self.hours.today is None:
            return
        column, row = self.hours.column_of(self.hours.today), self.hours.row_of(f"{self._now:%H:%M}")
        if column < 0 or row <= 0:
            return
        rect = self.visualRect(self.hours.index(row, column))
        top = rect.top() + rect.height() * self._now.minute // 60
        painter = QPainter(self.viewport())
        painter.fillRect(QRect(rect.left(), top, rect.width(), 2), theme().colour("accent"))
        painting.paint_dot(painter, rect.left() + 3, top + 1, "accent", 8)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
