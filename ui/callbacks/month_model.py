"""The month as a table of six weeks: one DayCell per cell, with what a screen reader says of it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.call_back_records import CellLine, DayCell, MonthGrid
from models.kinds import CallBackState, CallOutcome, Consent
from ui import format as shown
from ui.callbacks.call_words import late_text
from ui.i18n import language, translator
from ui.plain import isolate, one_line, tooltip
from ui.words import tier_text, word

tr = translator("callbacks")
DAY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WEEKS, DAYS = 6, 7
Index = QModelIndex | QPersistentModelIndex


class MonthModel(QAbstractTableModel):
    """Shows a MonthGrid; empty cells before the first one arrives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid: MonthGrid | None = None

    def grid(self) -> MonthGrid | None:
        """What is shown."""
        return self._grid

    def show_grid(self, grid: MonthGrid) -> None:
        """Show another month, or the same one as it is now."""
        self._grid = grid
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

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; invalid when the month does not show it."""
        if self._grid is None:
            return QModelIndex()
        place = (day - self._grid.cells[0].day).days
        if not 0 <= place < len(self._grid.cells):
            return QModelIndex()
        return self.index(place // DAYS, place % DAYS)

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
        cell = self.cell(index)
        if cell is None:
            return None
        if role == DAY_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(cell)
        if role == Qt.ItemDataRole.ToolTipRole and cell.total:
            return tooltip(self._sentence(cell, between="\n"))
        return None

    def _sentence(self, cell: DayCell, between: str = "; ") -> str:
        parts = [shown.day_title(cell.day, language())]
        if self._grid is not None and cell.day == self._grid.today:
            parts[0] = f"{tr('Today')} {parts[0]}"
        if not cell.workday:
            parts.append(tr("holiday") if cell.holiday else tr("day off"))
        parts += [line_sentence(line) for line in cell.lines]
        hidden = cell.total - len(cell.lines)
        if hidden > 0:
            parts.append(tr("%n more", n=hidden))
        return between.join(parts)


def line_sentence(line: CellLine) -> str:
    """`V3 nick, 2 days late`: one line of a day in words."""
    row = line.row
    name = f"{tier_text(row.tier)} {isolate(one_line(row.nick))}".strip()
    return f"{name}{tr(', ')}{_mark_words(line)}"


def _mark_words(line: CellLine) -> str:
    row = line.row
    if line.attempt is not None:
        return word(line.attempt)
    if row.call_back.state is CallBackState.DONE:
        return tr("reached")
    if row.call_back.state is CallBackState.SKIPPED:
        return tr("no calls") if row.consent is Consent.REFUSED else tr("skipped")
    if line.late:
        return late_text(line.late)
    return word(row.outcome) if row.outcome is CallOutcome.NO_ANSWER else tr("to call")


def mark_of(line: CellLine) -> tuple[str, str]:
    """The icon at the end of a line and its colour; empty when it is simply to be called."""
    row = line.row
    if line.attempt is not None:
        return "phone-missed", "due"
    if row.call_back.state is CallBackState.DONE:
        return "check", "done"
    if row.call_back.state is CallBackState.SKIPPED:
        return "ban", "text3"
    if line.late:
        return "clock-alert", "overdue"
    if row.outcome is CallOutcome.NO_ANSWER:
        return "phone-missed", "due"
    return "", ""
