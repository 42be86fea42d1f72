"""The month painted: six weeks of cells, up to three lines a day, today's label, the chosen day's frame."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.call_back_records import CellLine, DayCell
from models.kinds import CallBackState
from ui import format as shown_as
from ui.callbacks.month_model import DAY_ROLE, DAYS, WEEKS, Index, MonthModel, mark_of
from ui.i18n import language, translator
from ui.icons import paint_icon
from ui.letters import letters_on
from ui.plain import one_line
from ui.theme import theme
from ui.widgets import painting
from ui.words import tier_text

tr = translator("callbacks")
_HEAD, _LINE, _SIDE = 26, 21, 9
_WEEKDAYS = 28
_MARK = 13
_ROOMY = 104


class WeekdayRow(QHeaderView):
    """The names of the days above the month."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(_WEEKDAYS)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _WEEKDAYS)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        if not rect.isValid():
            return
        painter.fillRect(rect, theme().colour("surface2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().colour("line"))
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painting.paint_text(painter, rect.adjusted(_SIDE, 0, 0, -1), title, "text2", "small", 500)


class DayDelegate(QStyledItemDelegate):
    """Paints one day."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(DAY_ROLE)
        if not isinstance(cell, DayCell):
            return
        model = index.model()
        grid = model.grid() if isinstance(model, MonthModel) else None
        if grid is None:
            return
        shown = theme()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        outside = (cell.day.year, cell.day.month) != (grid.year, grid.month)
        painter.save()
        painter.fillRect(
            rect, shown.colour("selected" if chosen else "window" if outside or not cell.workday else "surface")
        )
        if option.state & QStyle.StateFlag.State_MouseOver and not chosen:
            painter.fillRect(rect, shown.colour("hover"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), shown.colour("line2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shown.colour("line2"))
        self._head(painter, rect, cell, today=cell.day == grid.today, outside=outside)
        for place, line in enumerate(self.lines_shown(cell, rect)):
            self._line(painter, line_rect(rect, place), line, outside=outside)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def lines_shown(self, cell: DayCell, rect: QRect) -> tuple[CellLine, ...]:
        """The lines that fit into the height of a cell."""
        return cell.lines[: max((rect.height() - _HEAD - 2) // _LINE, 0)]

    def _head(self, painter: QPainter, rect: QRect, cell: DayCell, *, today: bool, outside: bool) -> None:
        middle = rect.top() + 15
        box = QRect(rect.left() + _SIDE, middle - 10, rect.width() - 2 * _SIDE, 20)
        number = str(cell.day.day)
        ink = "accent_text" if today else "text3" if outside or not cell.workday else "text"
        end = painting.paint_text(painter, box, number, ink, "heading", 600 if today else 500)
        if outside and cell.day.day == 1:
            end = painting.paint_text(
                painter, box.adjusted(end - box.left() + 6, 0, 0, 0), _month(cell.day), "text3", "tiny"
            )
        hidden = cell.total - len(self.lines_shown(cell, rect))
        more = f"+{hidden}" if hidden > 0 else ""
        if today:
            text = tr("Today")
            label = QRect(end + 6, middle - 8, painting.text_width(text, "badge", 600) + 10, 16)
            if label.right() + 4 + painting.text_width(more, "tiny") > box.right():
                # no room for the word: the number itself is the label
                text, label = number, QRect(box.left() - 4, middle - 9, end - box.left() + 8, 19)
                painting.rounded(painter, label, "accent", None, 4)
                painting.paint_text(painter, label, text, "on_accent", "heading", 600, centre=True)
            else:
                painting.rounded(painter, label, "accent", None, 4)
                painting.paint_text(painter, label, text, "on_accent", "badge", 600, centre=True)
        if more:
            painting.paint_text(painter, box, more, "text3", "tiny", right=True)
        elif not cell.workday and not outside:
            painting.paint_text(painter, box, tr("off"), "text3", "tiny", right=True)

    def _line(self, painter: QPainter, box: QRect, line: CellLine, *, outside: bool) -> None:
        middle = box.center().y() + 1
        left = painting.paint_tier(painter, box.left(), middle, tier_text(line.row.tier)) + (
            5 if box.width() >= _ROOMY - 16 else 3
        )
        icon, token = mark_of(line)
        room = QRect(left, box.top(), box.right() - left - (_MARK + 2 if icon else 0), box.height())
        past = line.attempt is not None or line.row.call_back.state is not CallBackState.DUE
        ink = "text3" if past else "text2" if outside else "text"
        painting.paint_text(painter, room, one_line(line.row.nick), ink, "small")
        if icon:
            paint_icon(painter, box.right() - _MARK + 1, middle, icon, token, _MARK)


def line_rect(rect: QRect, place: int) -> QRect:
    """Where a line of a cell stands."""
    side = 8 if rect.width() >= _ROOMY else 4
    return QRect(rect.left() + side, rect.top() + _HEAD + place * _LINE, rect.width() - 2 * side, _LINE)


def _month(day: date) -> str:
    return f"{day.month} 月" if language() == "zh" else shown_as.month_title(day, "en")[:3]


class MonthView(QTableView):
    """The month. `day_chosen` for a day, `line_chosen` for a call-back in it, `month_wanted` when the keys leave it."""

    day_chosen = Signal(object)
    line_chosen = Signal(object)
    entered_day = Signal()
    today_wanted = Signal()
    month_wanted = Signal(int)
    outcome_key = Signal(str)

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = model
        self._quiet = False
        self.setModel(model)
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

    def choose(self, day: date) -> None:
        """Put the frame on a day without saying so."""
        index = self._month.index_of(day)
        if index.isValid() and index != self.currentIndex():
            self._quiet = True
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        cell = self._month.cell(current)
        if cell is not None and not self._quiet:
            self.day_chosen.emit(cell.day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.line_at(event.position().toPoint())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.line_chosen.emit(line.row)

    def line_at(self, point: QPoint) -> CellLine | None:
        """The line under a point."""
        index = self.indexAt(point)
        cell = self._month.cell(index)
        if cell is None:
            return None
        rect = self.visualRect(index)
        lines = self._delegate.lines_shown(cell, rect)
        return next((line for place, line in enumerate(lines) if line_rect(rect, place).contains(point)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.currentIndex()
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not bare:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_day.emit()
        elif key == Qt.Key.Key_T and letters_on():
            self.today_wanted.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.month_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif event.text() in ("1", "2", "3") and letters_on():
            self.outcome_key.emit(event.text())
        elif not self._step(key, current):
            super().keyPressEvent(event)

    def _step(self, key: int, current: QModelIndex) -> bool:
        """Left and right go on into the next week; False where the view itself knows the way."""
        place = current.row() * DAYS + current.column()
        if key == Qt.Key.Key_Left and current.column() == 0 and place > 0:
            self.setCurrentIndex(self._month.index(current.row() - 1, DAYS - 1))
        elif key == Qt.Key.Key_Right and current.column() == DAYS - 1 and place < WEEKS * DAYS - 1:
            self.setCurrentIndex(self._month.index(current.row() + 1, 0))
        elif key == Qt.Key.Key_Up and current.row() == 0:
            self.month_wanted.emit(-1)
        elif key == Qt.Key.Key_Down and current.row() == WEEKS - 1:
            self.month_wanted.emit(1)
        else:
            return False
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
