"""The rows of the box of nobody's parcels, of the cases they may belong to, and of parcels to be sent again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.receiving_records import AwaitedReturn, Match, ReturnReceipt
from ui import format as shown
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.receiving.receiving_words import Now, matched_words, receipt_words
from ui.theme import State
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.table import Column
from ui.words import word

tr = translator("receiving")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Row = TypeVar("Row")


class ListModel(QAbstractTableModel, Generic[Row]):
    """Rows that come whole; a subclass says the columns and the cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.now: Now | None = None

    def columns(self) -> list[Column]:
        """The columns in order: the subclass says them."""
        return []

    def cell(self, row: Row, column: int) -> Cell:
        """One cell: the subclass says it."""
        return Cell(str(row))

    def text(self, row: Row, column: int) -> str:
        """What is read, copied and shown in the tool tip: all of what the cell may shorten."""
        return self.cell(row, column).text

    def sentence(self, place: int) -> str:
        """The whole row, read out."""
        row, titles = self.rows[place], [column.title for column in self.columns()]
        texts = [self.text(row, at) for at in range(len(titles))]
        return " · ".join(f"{title} {text}" for title, text in zip(titles, texts, strict=True) if text)

    def take(self, rows: Sequence[Row], now: Now | None = None) -> None:
        """Show other rows; the same ones stay as they are."""
        if tuple(rows) == self.rows and (now is None or now == self.now):
            return
        self.beginResetModel()
        self.rows, self.now = tuple(rows), now or self.now
        self.endResetModel()

    def at(self, row: int) -> Row | None:
        """The row at a place, None outside."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def when(self, receipt: ReturnReceipt) -> str:
        """When a parcel arrived, short."""
        return self.now.moment(receipt.arrived_at) if self.now is not None else ""

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns()[section].title
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index.row())
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, CELL_ROLE
        ):  # fmt: skip
            return None
        row = self.rows[index.row()]
        return self.cell(row, index.column()) if role == CELL_ROLE else self.text(row, index.column())


class BoxModel(ListModel[ReturnReceipt]):
    """Parcels without an owner, longest lying first."""

    def columns(self) -> list[Column]:
        """Number, what is known, since when."""
        return [
            Column("number", tr("Number"), 130, 130, sortable=False),
            Column("what", tr("Known"), 140, 140, sortable=False, stretch=True),
            Column("since", tr("Since"), 96, 96, sortable=False),
        ]

    def cell(self, row: ReturnReceipt, column: int) -> Cell:
        if column == 0:
            number = row.tracking_number or tr("no number")
            return Cell(shown.elide_middle(number) if len(number) > 14 else number, weight=500)
        if column == 1:
            known = " · ".join(one_line(part) for part in (row.sender, row.item, row.note) if part)
            return Cell(isolate(known[:120]) if known else tr("nothing yet"), ink="text" if known else "text3",
                        icon="image" if row.photos else "")  # fmt: skip
        late = self.now is not None and row.remind_at is not None and row.remind_at <= self.now.at
        return Cell(self.when(row), ink="due" if late else "text2", icon="bell" if late else "")

    def text(self, row: ReturnReceipt, column: int) -> str:
        """The number whole."""
        return (row.tracking_number if column == 0 else "") or super().text(row, column)

    def row_of(self, receipt_id: int | None) -> int:
        """Where a parcel stands; the first row for one that is not there."""
        return next((place for place, each in enumerate(self.rows) if each.id == receipt_id), 0)


class GoneModel(BoxModel):
    """Parcels whose owner nobody looks for any more, the newest first."""

    def columns(self) -> list[Column]:
        """Number, why, since when it lies here."""
        return [
            Column("number", tr("Number"), 130, 130, sortable=False),
            Column("why", tr("Let go because"), 140, 140, sortable=False, stretch=True),
            Column("since", tr("Since"), 96, 96, sortable=False),
        ]

    def cell(self, row: ReturnReceipt, column: int) -> Cell:
        if column == 1:
            # The reason came last into the note.
            return Cell(isolate(one_line(row.note.rpartition("\n")[2])), icon="image" if row.photos else "")
        return Cell(self.when(row), ink="text2") if column == 2 else super().cell(row, column)

    def text(self, row: ReturnReceipt, column: int) -> str:
        """All that was noted."""
        return row.note if column == 1 else super().text(row, column)


class MatchModel(ListModel[Match]):
    """Cases a parcel may belong to, likeliest first."""

    def columns(self) -> list[Column]:
        """How sure, case, buyer, article, why."""
        return [
            Column("score", tr("Score"), 90, 90, sortable=False),
            Column("case", tr("Case"), 104, 104, sortable=False),
            Column("buyer", tr("Buyer"), 120, 120, sortable=False),
            Column("item", tr("Article"), 150, 150, sortable=False, stretch=True),
            Column("why", tr("Why"), 180, 200, sortable=False, stretch=True),
        ]

    def cell(self, row: Match, column: int) -> Cell:
        if column == 0:
            state: State = "done" if row.score >= 80 else "due" if row.score >= 40 else "waiting"
            return Cell(tr("%1 of 100", row.score), kind="chip", state=state)
        if column == 1:
            return Cell(row.case_number or tr("order %1", row.order_number), weight=500)
        if column == 2:
            return Cell(isolate(one_line(row.buyer_nick)))
        if column == 3:
            return Cell(isolate(one_line(row.item)), ink="text2")
        return Cell(matched_words(row.by), ink="text2")


class UndeliverableModel(ListModel[ReturnReceipt]):
    """Our own parcels that came back."""

    def columns(self) -> list[Column]:
        """Case, buyer, number, reason, since, what was done."""
        return [
            Column("case", tr("Case"), 110, 110, sortable=False),
            Column("buyer", tr("Buyer"), 150, 150, sortable=False),
            Column("number", tr("Number"), 170, 170, sortable=False),
            Column("reason", tr("Reason"), 150, 190, sortable=False),
            Column("since", tr("Since"), 96, 96, sortable=False),
            Column("done", tr("Sent again"), 200, 200, sortable=False, stretch=True),
        ]

    def cell(self, row: ReturnReceipt, column: int) -> Cell:
        if column == 0:
            return Cell(row.case_number, weight=500)
        if column == 1:
            return Cell(isolate(one_line(row.buyer_nick)))
        if column == 2:
            return Cell(row.tracking_number)
        if column == 3:
            return Cell(word(row.reason) if row.reason is not None else tr("not said yet"),
                        ink="text" if row.reason is not None else "due")  # fmt: skip
        if column == 4:
            return Cell(self.when(row), ink="text2")
        if not row.resent_number:
            return Cell(tr("to be sent again"), ink="due")
        return Cell(f"{one_line(row.resent_with)} {row.resent_number}", ink="done")


class WaitingModel(ListModel[ReturnReceipt]):
    """Parcels that arrived and lie unopened."""

    def columns(self) -> list[Column]:
        """Number, case, buyer, since, by whom."""
        return [
            Column("number", tr("Number"), 118, 118, sortable=False),
            Column("case", tr("Case"), 96, 96, sortable=False),
            Column("buyer", tr("Buyer"), 104, 104, sortable=False, stretch=True),
            Column("since", tr("Since"), 82, 84, sortable=False),
            Column("what", tr("Condition"), 84, 84, sortable=False),
        ]

    def cell(self, row: ReturnReceipt, column: int) -> Cell:
        texts = (
            shown.elide_middle(row.tracking_number) or tr("no number"), row.case_number,
            isolate(one_line(row.buyer_nick)), self.when(row), receipt_words(row),
        )  # fmt: skip
        return Cell(texts[column], weight=500 if column == 0 else 0, ink="text2" if column > 2 else "text")

    def text(self, row: ReturnReceipt, column: int) -> str:
        """The number whole."""
        return (row.tracking_number if column == 0 else "") or super().text(row, column)


class AwaitedModel(ListModel[AwaitedReturn]):
    """Returns that were agreed and have not come."""

    def columns(self) -> list[Column]:
        """Number, case, buyer, article, agreed."""
        return [
            Column("number", tr("Number"), 104, 108, sortable=False),
            Column("case", tr("Case"), 96, 96, sortable=False),
            Column("buyer", tr("Buyer"), 108, 108, sortable=False),
            Column("item", tr("Article"), 84, 84, sortable=False, stretch=True),
            Column("agreed", tr("Agreed"), 82, 84, sortable=False),
        ]

    def cell(self, row: AwaitedReturn, column: int) -> Cell:
        agreed = self.now.moment(row.agreed_at) if self.now is not None else ""
        texts = (
            shown.elide_middle(row.number) if row.number else tr("not told yet"), row.case_number,
            isolate(one_line(row.buyer_nick)), isolate(one_line(row.item)), agreed,
        )  # fmt: skip
        ink = "text3" if (column == 0 and not row.number) or column == 4 else "text"
        return Cell(texts[column], weight=500 if column == 1 else 0, ink=ink)

    def text(self, row: AwaitedReturn, column: int) -> str:
        """The number whole."""
        return (row.number if column == 0 else "") or super().text(row, column)
