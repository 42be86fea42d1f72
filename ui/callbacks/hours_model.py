"""A week or a day by the hour as a table: what has no time stands in the first row, the rest at its hour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.call_back_records import CellLine, DayCell, DayLoad
from ui import format as shown
from ui.callbacks.day_words import DayFacts, facts_of
from ui.callbacks.line_words import line_sentence
from ui.i18n import language, translator
from ui.plain import tooltip

tr = translator("callbacks")
HOUR_ROLE = int(Qt.ItemDataRole.UserRole) + 1
FIRST, LAST = 9, 20
_SAID = 12
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HourCell:
    """What stands on a day at an hour; `hour` is None for what has no time."""

    day: date
    hour: int | None
    lines: tuple[CellLine, ...]


class HoursModel(QAbstractTableModel):
    """Shows the cells of a week or one of them. `marked` is the call-back whose card is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[DayCell, ...] = ()
        self._facts: tuple[DayFacts, ...] = ()
        self._hours: tuple[int, ...] = tuple(range(FIRST, LAST + 1))
        self._placed: dict[tuple[int, int | None], tuple[CellLine, ...]] = {}
        self.today: date | None = None
        self.marked = 0

    def show_cells(self, cells: Sequence[DayCell], today: date, loads: Mapping[date, DayLoad]) -> None:
        """Show these days; the hours reach from the usual ones to whatever has a time."""
        self.beginResetModel()
        self._cells, self.today = tuple(cells), today
        self._facts = tuple(
            facts_of(cell, cells[place - 1] if place else None, loads) for place, cell in enumerate(cells)
        )
        sorted_in: dict[tuple[int, int | None], list[CellLine]] = {}
        for column, cell in enumerate(cells):
            for each in cell.lines:
                sorted_in.setdefault((column, hour_of(each.row.call_back.at_time)), []).append(each)
        self._placed = {
            place: tuple(sorted(lines, key=lambda each: each.row.call_back.at_time)) if place[1] is not None
            else tuple(lines) for place, lines in sorted_in.items()
        }  # fmt: skip
        timed = [hour for _, hour in sorted_in if hour is not None]
        self._hours = tuple(range(min([FIRST, *timed]), max([LAST, *timed]) + 1))
        self.endResetModel()

    def cells(self) -> tuple[DayCell, ...]:
        """The days shown."""
        return self._cells

    def facts(self, column: int) -> DayFacts | None:
        """What there is to say of the day of a column."""
        return self._facts[column] if 0 <= column < len(self._facts) else None

    def hour(self, row: int) -> int | None:
        """The hour of a row; None for the first one."""
        return self._hours[row - 1] if 1 <= row <= len(self._hours) else None

    def row_of(self, at_time: str) -> int:
        """The row a time of day stands in."""
        hour = hour_of(at_time)
        return self._hours.index(hour) + 1 if hour in self._hours else 0

    def column_of(self, day: date) -> int:
        """The column of a day, -1 when it is not shown."""
        return next((place for place, cell in enumerate(self._cells) if cell.day == day), -1)

    def most(self, row: int) -> int:
        """How many lines the fullest day has in a row."""
        hour = self.hour(row)
        return max((len(lines) for (_, each), lines in self._placed.items() if each == hour), default=0)

    def find(self, call_back_id: int) -> QModelIndex:
        """Where a call-back stands."""
        for (column, hour), lines in self._placed.items():
            if any(line.row.call_back.id == call_back_id and line.attempt is None for line in lines):
                return self.index(0 if hour is None else self._hours.index(hour) + 1, column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._cells else len(self._hours) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._cells)

    def cell(self, index: Index) -> HourCell | None:
        """What stands at an index."""
        if not index.isValid() or index.column() >= len(self._cells):
            return None
        hour = self.hour(index.row())
        lines = self._placed.get((index.column(), hour), ())
        return HourCell(self._cells[index.column()].day, hour, lines)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            hour = self.hour(section)
            return tr("No time") if hour is None else f"{hour:02}:00"
        if not 0 <= section < len(self._cells):
            return None
        day, facts = self._cells[section].day, self._facts[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(", ").join([shown.day_title(day, language()), *facts.causes()])
        return shown.weekday(day, language(), short=True)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == HOUR_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return str(len(cell.lines)) if cell.lines else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(cell, index.column(), tr("; "))
        if role == Qt.ItemDataRole.ToolTipRole and cell.lines:
            return tooltip(self._sentence(cell, index.column(), "\n"))
        return None

    def _sentence(self, cell: HourCell, column: int, between: str) -> str:
        when = tr("no time") if cell.hour is None else f"{cell.hour:02}:00"
        parts = [f"{shown.day_title(cell.day, language())} {when}"]
        parts += self._facts[column].causes() if cell.hour is None else []
        parts += [line_sentence(line) for line in cell.lines[:_SAID]] or [tr("nothing")]
        if len(cell.lines) > _SAID:
            parts.append(tr("%n more", n=len(cell.lines) - _SAID))
        return between.join(parts)


def hour_of(at_time: str) -> int | None:
    """The hour of `10:30`; None for no time."""
    head = at_time.partition(":")[0]
    return int(head) if head.isascii() and head.isdigit() and int(head) < 24 else None


def later(at_time: str, hours: int) -> str:
    """A time some hours later, of the same day; empty before the day begins to be shown, as it is at its end."""
    hour = hour_of(at_time)
    if hour is None:
        return f"{FIRST:02}:00" if hours > 0 else ""
    if hour + hours < FIRST and hours < 0:
        return ""
    return f"{min(hour + hours, 23):02}:{at_time.partition(':')[2]}"
