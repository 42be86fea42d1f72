"""What a draft of orders holds, to be looked at before it is imported: facts, problems by row, the first orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.importers import DraftOrder, ImportDraft, RowProblem
from models.money import Money
from ui import format as shown
from ui.cases.import_words import problem_words
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.controls import Tabs
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import FormRows, column
from ui.widgets.table import Column, DataTable
from ui.words import word

tr = translator("cases")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ORDERS_SHOWN = 200


class PreviewModel(QAbstractTableModel):
    """Rows that are made into cells one by one, as they are painted."""

    def __init__(
        self, columns: Sequence[Column], count: int, row_cells: Callable[[int], tuple[Cell, ...]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._count = count
        self._row_cells = row_cells

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self._row_cells(index.row())[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._row_cells(index.row())[index.column()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cell.text for cell in self._row_cells(index.row()) if cell.text)
        return None


def problem_model(problems: Sequence[RowProblem], parent: QObject) -> PreviewModel:
    """The problems of a draft, errors first."""
    columns = (
        Column("row", tr("Row"), 70), Column("severity", tr("What becomes of it"), 130),
        Column("column", tr("Column"), 140), Column("problem", tr("What is wrong"), 260, stretch=True),
        Column("value", tr("What stands there"), 160),
    )  # fmt: skip
    ordered = sorted(problems, key=lambda problem: problem.severity != "error")
    return PreviewModel(columns, len(ordered), lambda row: _problem_cells(ordered[row]), parent)


def _problem_cells(problem: RowProblem) -> tuple[Cell, ...]:
    refused = problem.severity == "error"
    return (
        Cell(shown.count(problem.row) if problem.row else shown.NOTHING, ink="text2"),
        Cell(tr("left out") if refused else tr("goes in"), kind="chip", state="overdue" if refused else "due"),
        Cell(one_line(problem.column), ink="text2"),
        Cell(problem_words(problem)),
        Cell(one_line(problem.value_excerpt), ink="text2"),
    )


def order_model(orders: Sequence[DraftOrder], where: tzinfo, parent: QObject) -> PreviewModel:
    """The first orders of a draft, their times in the zone `where`."""
    columns = (
        Column("number", tr("Order number"), 190), Column("buyer", tr("Buyer"), 130),
        Column("created", tr("Ordered"), 150), Column("status", tr("Status"), 110),
        Column("paid", tr("Paid"), 90, right=True), Column("items", tr("Items"), 200, stretch=True),
    )  # fmt: skip
    first = tuple(orders[:_ORDERS_SHOWN])
    return PreviewModel(columns, len(first), lambda row: _order_cells(first[row], where), parent)


def _order_cells(order: DraftOrder, where: tzinfo) -> tuple[Cell, ...]:
    paid = shown.money_cell(Money(order.paid, order.currency)) if order.paid is not None else shown.NOTHING
    items = " · ".join(one_line(line.item_title) for line in order.lines[:3])
    return (
        Cell(one_line(order.number), weight=500), Cell(one_line(order.buyer_nick or order.buyer_name)),
        Cell(shown.full_moment(order.created_at, where), ink="text2"), Cell(word(order.status)),
        Cell(paid, kind="number"), Cell(items, ink="text2"),
    )  # fmt: skip


class ImportPreview(QWidget):
    """The facts above, problems and orders in two tabs below."""

    def __init__(self, draft: ImportDraft, where: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=8)
        facts = FormRows(self, spacing=4)
        refused = len({(problem.file, problem.row) for problem in draft.errors})
        files = ", ".join(one_line(file.name) for file in draft.files)
        facts.add_fact(tr("File"), files[:300])
        facts.add_fact(tr("Platform"), f"{word(draft.platform)} · {one_line(draft.variant)}")
        facts.add_fact(tr("Encoding"), draft.encoding or tr("workbook"))
        counted = tr("%1 orders from %2 rows", shown.count(len(draft.orders)), shown.count(draft.rows_total))
        facts.add_fact(tr("Goes in"), counted, strong=True)
        facts.add_fact(tr("Left out"), tr("%n row(s)", n=refused))
        if draft.unknown_columns:
            names = ", ".join(one_line(name) for name in draft.unknown_columns[:20])
            facts.add_fact(tr("Columns not used"), names[:400])
        rows.addWidget(facts)
        self.bar = Tabs(self, height=36)
        self.bar.addTab(tr("First orders"))
        self.bar.addTab(tr("Problems"))
        self.bar.set_count(1, len(draft.problems) or None)
        self.bar.setAccessibleName(tr("Parts of the preview"))
        rows.addWidget(self.bar)
        self._tables = QStackedWidget(self)
        orders, problems = order_model(draft.orders, where, self), problem_model(draft.problems, self)
        self.orders = DataTable(orders.columns, self, name=tr("First orders"))
        self.orders.setModel(orders)
        self.problems = DataTable(problems.columns, self, name=tr("Problems"))
        self.problems.setModel(problems)
        self._tables.addWidget(self.orders)
        self._tables.addWidget(self.problems)
        self.bar.currentChanged.connect(self._tables.setCurrentIndex)
        rows.addWidget(self._tables, 1)
        if draft.warnings_left_out:
            more = tr("%1 more warnings are not listed.", shown.count(draft.warnings_left_out))
            rows.addWidget(PlainLabel(more, self, role="small", ink="text3"))
        if draft.errors:
            self.bar.setCurrentIndex(1)
