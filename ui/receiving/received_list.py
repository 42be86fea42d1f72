"""What was received today, the newest first: time, number, case, condition and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.receiving_records import ReturnReceipt
from models.register_kinds import Condition, ReceiptKind
from ui import format as shown
from ui.i18n import translator
from ui.plain import one_line
from ui.receiving.receiving_words import Now, receipt_words
from ui.theme import State
from ui.widgets.delegates import CELL_ROLE, ID_ROLE, Cell
from ui.widgets.table import Column

tr = translator("receiving")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReceivedModel(QAbstractTableModel):
    """Receipts as they are told; their own columns, as the list stands beside the desk."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ReturnReceipt, ...] = ()
        self._now: Now | None = None

    @staticmethod
    def columns() -> list[Column]:
        """Time, number, case, condition, person."""
        return [
            Column("time", tr("Time"), 54, 54, sortable=False),
            Column("number", tr("Number"), 108, 110, sortable=False, stretch=True),
            Column("case", tr("Case"), 88, 88, sortable=False),
            Column("what", tr("Condition"), 96, 98, sortable=False),
            Column("by", tr("By"), 52, 50, sortable=False),
        ]

    def take(self, rows: Sequence[ReturnReceipt], now: Now) -> None:
        """Show other receipts."""
        self.beginResetModel()
        self.rows, self._now = tuple(rows), now
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns()[section].title
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        receipt = self.rows[index.row()]
        if role == ID_ROLE:
            return receipt.id
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(receipt, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(
                part for part in (receipt.tracking_number, f"{receipt.case_number} {one_line(receipt.buyer_nick)}",
                                  receipt_words(receipt), one_line(receipt.note)) if part.strip()
            )  # fmt: skip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            texts = (self._text(receipt, place) for place in range(self.columnCount()))
            return " · ".join(text for text in texts if text)
        if role == CELL_ROLE:
            return self._cell(receipt, index.column())
        return None

    def _text(self, receipt: ReturnReceipt, column: int) -> str:
        when = _latest(receipt)
        if column == 0:
            return self._now.moment(when) if self._now is not None else ""
        if column == 1:
            return receipt.tracking_number or receipt.case_number or tr("no number")
        if column == 2:
            return receipt.case_number or tr("nobody's")
        if column == 3:
            return receipt_words(receipt)
        return one_line(receipt.inspected_by or receipt.arrived_by)

    def _cell(self, receipt: ReturnReceipt, column: int) -> Cell:
        text = self._text(receipt, column)
        if column == 1:
            return Cell(shown.elide_middle(text, 2, 8) if len(text) > 13 else text, weight=500)
        if column == 3:
            return Cell(text, ink=condition_state(receipt) or "text2", weight=500)
        return Cell(text, ink="text3", role="small")


def _latest(receipt: ReturnReceipt) -> datetime:
    return receipt.inspected_at or receipt.arrived_at


def condition_state(receipt: ReturnReceipt) -> State | None:
    """The colour a parcel is shown in."""
    if receipt.kind is ReceiptKind.UNDELIVERABLE:
        return "due"
    if receipt.case_id is None:
        return "waiting"
    if receipt.condition is None:
        return "due"
    return "done" if receipt.condition is Condition.GOOD and not receipt.short else "overdue"
