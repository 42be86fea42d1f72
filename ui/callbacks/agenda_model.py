"""The agenda as one list: a heading for each day that has call-backs, its call-backs, and the way on at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.call_back_records import AgendaDay, CellLine, DayLoad
from models.records import CallBackRow
from ui import format as shown
from ui.callbacks.line_words import line_sentence
from ui.i18n import language, translator
from ui.plain import one_line

tr = translator("callbacks")
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """A day above its call-backs."""

    day: date
    many: int
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Further:
    """The end of what was read: the days after `last` are asked for when it comes into sight."""

    last: date


Entry = Heading | CellLine | Further


class AgendaModel(QAbstractListModel):
    """Days one after another. `marked` is the call-back whose card is open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._days: list[date] = []
        self._quiet: Mapping[date, str] = {}
        self.today: date | None = None
        self.marked = 0

    def show_days(
        self, days: Sequence[AgendaDay], last: date, today: date, loads: Mapping[date, DayLoad],
        quiet: Mapping[date, str] | None = None, *, single: bool = False,
    ) -> None:  # fmt: skip
        """Show these days; `single` shows one of them without its heading and without a way on."""
        self.beginResetModel()
        self.today = today
        self._quiet = quiet or {}
        self._entries, self._days = [], []
        self._append(days, last, loads, single)
        self.endResetModel()

    def add_days(self, days: Sequence[AgendaDay], last: date, loads: Mapping[date, DayLoad]) -> None:
        """Put more days at the end."""
        end = len(self._entries) - 1
        self.beginRemoveRows(QModelIndex(), end, end)
        self._entries.pop()
        self._days.pop()
        self.endRemoveRows()
        self.beginInsertRows(QModelIndex(), end, end + sum(len(day.rows) + 1 for day in days))
        self._append(days, last, loads, False)
        self.endInsertRows()

    def _append(self, days: Sequence[AgendaDay], last: date, loads: Mapping[date, DayLoad], single: bool) -> None:
        for each in days:
            if not single:
                causes = [] if each.workday else [tr("holiday") if each.holiday else tr("day off")]
                if each.day in self._quiet:
                    title = one_line(self._quiet[each.day])
                    causes.append(tr("quiet: %1", title) if title else tr("quiet day"))
                load = loads.get(each.day)
                if load is not None and load.over:
                    causes.append(tr("full %1/%2", max(load.people.values()), load.capacity))
                self._entries.append(Heading(each.day, len(each.rows), tuple(causes)))
                self._days.append(each.day)
            self._entries += [CellLine(row, row.late) for row in each.rows]
            self._days += [each.day] * len(each.rows)
        if not single:
            self._entries.append(Further(last))
            self._days.append(last)

    def entry(self, index: Index) -> Entry | None:
        """What stands in a row."""
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    def day(self, row: int) -> date | None:
        """The day of a row."""
        return self._days[row] if 0 <= row < len(self._days) else None

    def rows(self) -> list[CallBackRow]:
        """The call-backs shown."""
        return [entry.row for entry in self._entries if isinstance(entry, CellLine)]

    def row_of(self, call_back_id: int) -> int:
        """Where a call-back stands, -1 when it is not shown."""
        return next(
            (place for place, entry in enumerate(self._entries)
             if isinstance(entry, CellLine) and entry.row.call_back.id == call_back_id), -1,
        )  # fmt: skip

    def first_of(self, day: date) -> int:
        """The first call-back on a day or after it, -1 where there is none."""
        return next(
            (place for place, entry in enumerate(self._entries)
             if isinstance(entry, CellLine) and self._days[place] >= day), -1,
        )  # fmt: skip

    def heading_of(self, row: int) -> int:
        """The row of the heading a row stands under."""
        while row > 0 and not isinstance(self._entries[row], Heading):
            row -= 1
        return max(row, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.entry(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(entry.row.nick) if isinstance(entry, CellLine) else self.words(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(entry, CellLine):
                day = shown.day_title(self._days[index.row()], language(), short=True)
                return f"{day} {line_sentence(entry)}"
            return self.words(entry)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, CellLine):
            return line_sentence(entry)
        return None

    def words(self, entry: Heading | Further) -> str:
        """The words of a row that is no call-back."""
        if isinstance(entry, Further):
            return tr("Shown until %1 · show what comes after", shown.day_title(entry.last, language(), short=True))
        parts = [shown.day_title(entry.day, language(), short=True), tr("%n call-back", n=entry.many), *entry.causes]
        if entry.day == self.today:
            parts.insert(1, tr("Today"))
        return " · ".join(parts)
