"""Arranges the columns of the list with the keyboard alone: shown or not, their order, their width, the sort."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem, QWidget

from ui import theme as tokens
from ui.cases.case_columns import FOUND, SORTS, case_columns
from ui.cases.case_table import CaseTable
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.delegates import Index, RowDelegate
from ui.widgets.panel import column, line
from ui.widgets.table import DataList

tr = translator("cases")
_ROOT = QModelIndex()
_STEP = 12


class _Columns(QAbstractListModel):
    """The columns as they stand from left to right."""

    def __init__(self, table: CaseTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self.order: list[int] = []
        self.show()

    def show(self) -> None:
        self.beginResetModel()
        self.order = [place for place in self._table.column_order() if place != FOUND]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.order)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        place = self.order[index.row()]
        title = case_columns()[place].title
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        state = tr("hidden") if self._table.isColumnHidden(place) else tr("shown")
        return tr("%1, %2, place %3 of %4", title, state, index.row() + 1, len(self.order))


class _ColumnDelegate(RowDelegate):
    """Tick, title, arrow of the sort, width."""

    def __init__(self, view: DataList, table: CaseTable) -> None:
        super().__init__(view)
        self._table = table

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Columns)
        place = model.order[index.row()]
        box = option.rect.adjusted(12, 0, -12, -1)
        middle = box.center().y() + 1
        hidden, header = self._table.isColumnHidden(place), self._table.horizontalHeader()
        painting.paint_tick(painter, box.left(), middle, not hidden, enabled=hidden or self._table.may_hide(place))
        room = box.adjusted(26, 0, -60, 0)
        end = painting.paint_text(painter, room, str(index.data()), "text3" if hidden else "text")
        if header.sortIndicatorSection() == place:
            up = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            paint_icon(painter, end + 6, middle, "arrow-up" if up else "arrow-down", "text", 12)
        if not hidden:
            painting.paint_text(painter, box, str(self._table.columnWidth(place)), "text3", "small", right=True)


class ColumnsDialog(QDialog):
    """Every key acts at once on the list behind; it stays as it is left."""

    def __init__(self, table: CaseTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Arrange columns"))
        self.setAccessibleName(tr("Arrange columns"))
        self.setMinimumWidth(440)
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(tr("Arrange columns"), self, role="heading"))
        self.model = _Columns(table, self)
        self.list = DataList(self, name=tr("Columns"))
        self.list.setItemDelegate(_ColumnDelegate(self.list, table))
        self.list.setModel(self.model)
        self.list.setFixedHeight(self.model.rowCount() * tokens.ROW + 2)
        self.list.looked.connect(lambda _: self.toggle())
        self.list.left.connect(self.reject)
        self.list.opened.connect(lambda _: self.accept())
        self.list.take_letters("S")
        self.list.key_pressed.connect(lambda _: self.sort())
        self.list.installEventFilter(self)
        rows.addWidget(self.list)
        keys = tr("Space shows or hides · Alt+↑ ↓ moves · Alt+← → narrower, wider · S sorts, again the other way")
        told = PlainLabel(keys, self, role="small", ink="text3", wrap=True)
        # Two lines: a layout does not keep room for a wrapped label.
        told.setMinimumHeight(2 * told.fontMetrics().lineSpacing() + 4)
        rows.addWidget(told)
        foot = line(spacing=8)
        for icon, tip, act in (
            ("arrow-up", tr("Further left"), lambda: self.move_by(-1)),
            ("arrow-down", tr("Further right"), lambda: self.move_by(1)),
            ("arrow-up-down", tr("Sort"), self.sort),
        ):
            button = Button("", self, icon=icon, tip=tip)
            button.setAccessibleName(tip)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            foot.addWidget(button)
        again = Button(tr("Reset"), self)
        again.setAutoDefault(False)
        again.clicked.connect(self._reset)
        foot.addWidget(again)
        foot.addStretch(1)
        done = Button(tr("Close"), self, kind="primary")
        done.clicked.connect(self.accept)
        foot.addWidget(done)
        rows.addLayout(foot)
        self.list.choose_row(0)
        self.list.setFocus()

    def place(self) -> int:
        """The column the keyboard is on."""
        return self.model.order[max(self.list.currentIndex().row(), 0)]

    def toggle(self) -> None:
        """Show or hide it; the last one shown stays."""
        place = self.place()
        self._table.show_column(place, self._table.isColumnHidden(place))
        self._again(place)

    def move_by(self, step: int) -> None:
        """Before or after its neighbour."""
        row = self.list.currentIndex().row() + step
        place = self.place()
        if 0 <= row < self.model.rowCount():
            self._table.move_column(place, step)
        self._again(place)

    def widen(self, step: int) -> None:
        """Wider or narrower."""
        place = self.place()
        if not self._table.isColumnHidden(place):
            self._table.widen_column(place, step)
        self._again(place)

    def sort(self) -> None:
        """By this column, then the other way round."""
        place, header = self.place(), self._table.horizontalHeader()
        if place < len(SORTS):
            up = header.sortIndicatorSection() == place and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            header.setSortIndicator(place, Qt.SortOrder.DescendingOrder if up else Qt.SortOrder.AscendingOrder)
        self._again(place)

    def _reset(self) -> None:
        self._table.reset_layout()
        self._again(0)

    def _again(self, place: int) -> None:
        self.model.show()
        self.list.choose_row(self.model.order.index(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
            moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            widths = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
            if alt and event.key() in moves:
                self.move_by(moves[Qt.Key(event.key())])
                return True
            if alt and event.key() in widths:
                self.widen(widths[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)
