"""The cases of a batch as rows: which case, for whom, how many pages, and what happens with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.services.packet_batch import BatchLine, BatchState
from ui.error_words import sentence
from ui.fit_words import refusal_sentence
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.table import Column

tr = translator("sheets")
Index = QModelIndex | QPersistentModelIndex
_INKS = {BatchState.PRINTED: "done", BatchState.SAVED: "done", BatchState.REFUSED: "overdue"}


def columns() -> tuple[Column, ...]:
    """The columns in the window's language."""
    return (
        Column("case", tr("Case"), 110, sortable=False),
        Column("buyer", tr("Buyer"), 120, sortable=False),
        Column("preset", tr("For"), 130, sortable=False),
        Column("pages", tr("Page count"), 56, 64, right=True, sortable=False),
        Column("happens", tr("What happens"), 240, sortable=False, stretch=True),
    )


def happens(line: BatchLine) -> str:
    """What happens or happened with a case, in words."""
    if line.state is BatchState.REFUSED:
        if line.refusals:
            return " ".join(refusal_sentence(refusal) for refusal in line.refusals)
        return sentence(line.error).what if line.error is not None else ""
    said = {
        BatchState.WAITING: tr("Waiting"), BatchState.READY: tr("Ready"), BatchState.MADE: tr("Made, %1", line.packet),
        BatchState.PRINTED: tr("Printed, %1", line.packet), BatchState.SAVED: tr("Saved, %1", line.packet),
    }[line.state]  # fmt: skip
    if line.leaving and line.state is BatchState.READY:
        return f"{said} · {tr('%n detail(s) of people leave the shop', n=line.leaving)}"
    return said


class BatchModel(QAbstractTableModel):
    """The lines, in their order. `receiver` gives a preset's name in the window's language."""

    def __init__(self, receiver: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._receiver = receiver
        self._columns = columns()
        self._lines: list[BatchLine] = []
        self._now = -1

    def show_lines(self, lines: Sequence[BatchLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def lines(self) -> tuple[BatchLine, ...]:
        """All of them as they stand."""
        return tuple(self._lines)

    def take(self, line: BatchLine) -> None:
        """One of them has moved on."""
        for place, known in enumerate(self._lines):
            if known.case_id == line.case_id:
                self._lines[place] = line
                self._tell(place)

    def set_working(self, case_id: int) -> None:
        """The case being worked on now; 0 for none."""
        before = self._now
        self._now = case_id
        for place, known in enumerate(self._lines):
            if known.case_id in (before, case_id):
                self._tell(place)

    def _tell(self, place: int) -> None:
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self._columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_head(self._columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        column = self._columns[index.column()]
        text = self._text(line, column.key)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(", ").join(filter(None, (self._text(line, each.key) for each in self._columns)))
        if role == CELL_ROLE:
            if column.key == "happens":
                return Cell(text, "text", _INKS.get(line.state, "text2"))
            return Cell(text, "number" if column.right else "text", "text", 600 if column.key == "case" else 400)
        return None

    def _text(self, line: BatchLine, key: str) -> str:
        if key == "happens":
            return tr("Working…") if line.case_id == self._now else one_line(happens(line))
        return {
            "case": line.number, "buyer": isolate(one_line(line.buyer)),
            "preset": one_line(self._receiver(line.preset)) if line.preset else "",
            "pages": str(line.pages) if line.pages else "",
        }[key]  # fmt: skip
