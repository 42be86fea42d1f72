"""The reports behind a batch alarm as rows."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.batch_records import BatchAlarm, QualityReport
from ui import format as shown
from ui.batches.batch_words import kind_words
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.table import Column

tr = translator("batches")
Index = QModelIndex | QPersistentModelIndex


def columns() -> tuple[Column, ...]:
    """The columns in the window's language."""
    return (
        Column("case", tr("Case"), 118, sortable=False),
        Column("buyer", tr("Buyer"), 150, sortable=False, stretch=True),
        Column("kind", tr("Problem"), 130, 150, sortable=False),
        Column("day", tr("Reported"), 96, 110, sortable=False),
        Column("photos", tr("Photos"), 56, 66, right=True, sortable=False),
        Column("severe", tr("Severe"), 76, 84, sortable=False),
    )


class AlarmModel(QAbstractTableModel):
    """The reports of one alarm, oldest first."""

    def __init__(self, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._columns = columns()
        self._reports: tuple[QualityReport, ...] = ()
        self._now: datetime | None = None

    def show_alarm(self, alarm: BatchAlarm, now: datetime) -> None:
        """Show its reports."""
        self.beginResetModel()
        self._reports, self._now = alarm.reports, now
        self.endResetModel()

    def report(self, row: int) -> QualityReport | None:
        """The report of a row, if there is such a row."""
        return self._reports[row] if 0 <= row < len(self._reports) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._reports)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_head(self._columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        report, column = self._reports[index.row()], self._columns[index.column()]
        text = self._text(report, column.key)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(", ").join(filter(None, (self._text(report, each.key) for each in self._columns)))
        if role == CELL_ROLE:
            if column.key == "severe":
                return Cell(text, "chip", state="overdue") if text else Cell("")
            return Cell(text, "number" if column.right else "text", "text", 600 if column.key == "case" else 400)
        return None

    def _text(self, report: QualityReport, key: str) -> str:
        if key == "day":
            assert self._now is not None
            return shown.moment(report.reported_at, self._now, language(), self._zone)
        return {
            "case": report.case_number or "—", "buyer": isolate(one_line(report.buyer_nick)) or "—",
            "kind": kind_words(report.kind), "photos": str(report.photos) if report.photos else "",
            "severe": tr("severe") if report.severe else "",
        }[key]  # fmt: skip
