"""The orders and the cases of a buyer: the newest first, all of them when asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.buyer_records import CaseOfBuyer, OrderOfBuyer
from ui import format as shown
from ui import theme as tokens
from ui.buyers.buyer_columns import Moment
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import link_button
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import column, line, section_label
from ui.widgets.table import Column, DataTable
from ui.words import CASE_COLOURS, word

tr = translator("buyers")
# More rows than these scroll inside the table.
_ROWS_SHOWN = 16
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Item = OrderOfBuyer | CaseOfBuyer


def order_columns() -> tuple[Column, ...]:
    """The columns of the orders."""
    return (
        Column("number", tr("Number"), 92, 92, sortable=False),
        Column("item", tr("Items"), 130, 130, sortable=False, stretch=True),
        Column("paid", tr("Paid"), 80, 80, right=True, sortable=False),
        Column("refunded", tr("Refunded"), 80, 84, right=True, sortable=False),
    )


def case_columns() -> tuple[Column, ...]:
    """The columns of the cases."""
    return (
        Column("number", tr("Number"), 104, 100, sortable=False),
        Column("state", tr("State"), 76, 94, sortable=False),
        Column("problem", tr("Problem"), 80, 70, sortable=False, stretch=True),
        Column("at_stake", tr("At stake"), 76, 76, right=True, sortable=False),
        Column("opened", tr("Opened"), 62, 66, right=True, sortable=False),
    )


def item_cells(item: Item, at: Moment) -> tuple[Cell, ...]:
    """What a row shows, in the order of its columns."""
    if isinstance(item, CaseOfBuyer):
        opened = shown.day(item.opened_at, at.now, language(), at.zone)
        return (
            Cell(item.number, weight=500), Cell(word(item.state), kind="chip", state=CASE_COLOURS[item.state]),
            Cell(word(item.problem)), Cell(shown.money_cell(item.at_stake), kind="number", weight=600),
            Cell(opened, kind="number", ink="text3"),
        )  # fmt: skip
    made = shown.day(item.created_at, at.now, language(), at.zone) if item.created_at else shown.NOTHING
    more = f" ×{item.items}" if item.items > 1 else ""
    return (
        Cell(shown.elide_front(one_line(item.number)), weight=500, second=made),
        Cell((one_line(item.item_title) or shown.NOTHING) + more, second=word(item.status)),
        Cell(shown.money_cell(item.paid), kind="number"),
        Cell(shown.money_cell(item.refunded) if item.refunded else shown.NOTHING, kind="number"),
    )


class ItemModel(QAbstractTableModel):
    """Orders or cases as rows."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._items: tuple[Item, ...] = ()
        self._at: Moment | None = None

    def show_items(self, items: Sequence[Item], at: Moment) -> None:
        """Show these."""
        self.beginResetModel()
        self._items, self._at = tuple(items), at
        self.endResetModel()

    def item(self, row: int) -> Item | None:
        """What stands at a row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return column_head(self._columns, section, orientation, role)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._at is None:
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, OrderOfBuyer) and index.column() == 0:
            return f"{item.number}\n{shown.full_moment(item.created_at, self._at.zone)}"
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
                        CELL_ROLE):  # fmt: skip
            return None
        cells = item_cells(item, self._at)
        if role == CELL_ROLE:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = [item.number, cells[0].second, *(part for cell in cells[1:] for part in (cell.text, cell.second))]
            return tr(", ").join(part for part in said if part)
        return cells[index.column()].text


class ItemSection(QWidget):
    """A heading with the count, the table, and *show all*. `opened` and `menu_wanted` carry the item of the row."""

    opened = Signal(object)
    menu_wanted = Signal(object, object)
    all_wanted = Signal()

    def __init__(
        self,
        title: str,
        nothing: str,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        row_height: int = tokens.ROW,
    ) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._title = title
        rows = column(self, spacing=4)
        head = line(spacing=8)
        self.heading = section_label(title, self)
        self.every = link_button("", self)
        self.every.clicked.connect(lambda: self.all_wanted.emit())
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.every)
        rows.addLayout(head)
        self.model = ItemModel(columns, self)
        self.table = DataTable(columns, self, name=title)
        self.table.setModel(self.model)
        self.table.verticalHeader().setDefaultSectionSize(row_height)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.opened.connect(lambda index: self._tell(index.row()))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        rows.addWidget(self.table)
        self.nothing = PlainLabel(nothing, self, role="small", ink="text3")
        rows.addWidget(self.nothing)

    def _tell(self, row: int) -> None:
        item = self.model.item(row)
        if item is not None:
            self.opened.emit(item)

    def _menu(self) -> None:
        index = self.table.currentIndex()
        item = self.model.item(index.row()) if index.isValid() else None
        if item is not None:
            place = self.table.viewport().mapToGlobal(self.table.visualRect(index).bottomLeft())
            self.menu_wanted.emit(item, place)

    def current_item(self) -> Item | None:
        """What the keyboard is on."""
        index = self.table.currentIndex()
        return self.model.item(index.row()) if index.isValid() else None

    def show_items(self, items: Sequence[Item], total: int, at: Moment) -> None:
        """Show these of so many."""
        self.heading.setText(f"{self._title} {shown.count(total)}" if total else self._title)
        self.every.set_label(tr("Show all %1", shown.count(total)))
        self.every.setVisible(len(items) < total)
        row = max(self.table.currentIndex().row(), 0) if self.table.hasFocus() else -1
        self.model.show_items(items, at)
        if row >= 0:
            self.table.choose_row(min(row, len(items) - 1))
        self.table.setFixedHeight(tokens.HEADER + min(len(items), _ROWS_SHOWN) * self._row_height + 2)
        self.table.setVisible(bool(items))
        self.nothing.setVisible(not items)
