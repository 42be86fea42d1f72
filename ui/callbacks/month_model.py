"""The month as a table of six weeks: one DayCell per cell, with what a screen reader says of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.call_back_records import DayCell, DayLoad, MonthGrid
from ui import format as shown
from ui.callbacks.day_words import DayFacts, day_sentence, facts_of
from ui.i18n import language, translator
from ui.plain import tooltip

tr = translator("callbacks")
DAY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WEEKS, DAYS = 6, 7
Index = QModelIndex | QPersistentModelIndex


class MonthModel(QAbstractTableModel):
    """Shows a MonthGrid; empty cells before the first one arrives. `marked` is the call-back whose card is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid: MonthGrid | None = None
        self._facts: tuple[DayFacts, ...] = ()
        self.marked = 0

    def grid(self) -> MonthGrid | None:
        """What is shown."""
        return self._grid

    def show_grid(self, grid: MonthGrid, loads: Mapping[date, DayLoad] | None = None) -> None:
        """Show another month, or the same one as it is now."""
        self._grid = grid
        cells = grid.cells
        self._facts = tuple(
            facts_of(cell, cells[place - 1] if place % DAYS else None, loads or {}) for place, cell in enumerate(cells)
        )
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DAYS - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else DAYS

    def cell(self, index: Index) -> DayCell | None:
        """The day of an index."""
        place = index.row() * DAYS + index.column()
        if self._grid is None or not index.isValid() or not 0 <= place < len(self._grid.cells):
            return None
        return self._grid.cells[place]

    def facts(self, index: Index) -> DayFacts | None:
        """What there is to say of the day of an index."""
        return None if self.cell(index) is None else self._facts[index.row() * DAYS + index.column()]

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; invalid when the month does not show it."""
        if self._grid is None:
            return QModelIndex()
        place = (day - self._grid.cells[0].day).days
        if not 0 <= place < len(self._grid.cells):
            return QModelIndex()
        return self.index(place // DAYS, place % DAYS)

    def indexes_of(self, call_back_ids: Collection[int]) -> list[QModelIndex]:
        """The days with a line of one of these call-backs."""
        cells = self._grid.cells if self._grid is not None else ()
        return [
            self.index(place // DAYS, place % DAYS) for place, cell in enumerate(cells)
            if any(line.row.call_back.id in call_back_ids for line in cell.lines)
        ]  # fmt: skip

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        monday = date(2026, 11, 16)
        if orientation is Qt.Orientation.Horizontal:
            return shown.weekday(monday + timedelta(days=section), language(), short=True)
        return str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell, facts = self.cell(index), self.facts(index)
        if cell is None or facts is None or self._grid is None:
            return None
        if role == DAY_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return day_sentence(cell, facts, self._grid.today)
        if role == Qt.ItemDataRole.ToolTipRole and (cell.total or facts.causes()):
            return tooltip(day_sentence(cell, facts, self._grid.today, between="\n"))
        return None
