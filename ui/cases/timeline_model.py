"""All that happened to a case as rows under their days: narrowed, searched, and written out only when seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from models.records import HistoryEvent
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.cases.timeline_kinds import TimelineKind, kind_of
from ui.cases.timeline_lines import timeline_line
from ui.i18n import language, translator
from ui.plain import one_line
from ui.widgets import painting
from ui.widgets.delegates import ID_ROLE
from ui.widgets.timeline import EVENT_ROLE, Happened, TimelineDelegate
from ui.words import event_sentence

tr = translator("cases")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SLICE = 200


class TimelineDays(QAbstractListModel):
    """Newest first; a row is an event or the day above its events. `ran_out` asks for older ones."""

    ran_out = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: list[HistoryEvent] = []
        self._rows: list[HistoryEvent | date] = []
        self._shown = 0
        self._numbers: Mapping[int, str] = {}
        self._at: Moment | None = None
        self._kind: TimelineKind | None = None
        self._text = ""
        self._sentences: dict[int, str] = {}
        self._lines: dict[int, Happened] = {}

    # What is in it

    def show_events(self, events: Sequence[HistoryEvent], at: Moment, numbers: Mapping[int, str]) -> None:
        """Show other events; `numbers` names the merged cases that some of them belong to."""
        self._events = sorted(events, key=lambda event: event.seq, reverse=True)
        self._at, self._numbers = at, numbers
        self._sentences.clear()
        self._sort_out()

    def add_older(self, events: Sequence[HistoryEvent]) -> None:
        """Older events, read since."""
        known = {event.seq for event in self._events}
        self._events += sorted((e for e in events if e.seq not in known), key=lambda event: event.seq, reverse=True)
        shown_rows = self._shown
        self._sort_out(keep=shown_rows)

    def narrow(self, kind: TimelineKind | None, text: str) -> None:
        """Only one kind, and only what holds the words."""
        self._kind, self._text = kind, text.casefold().strip()
        self._sort_out()

    def _sort_out(self, keep: int = 0) -> None:
        self.beginResetModel()
        self._lines.clear()
        self._rows = []
        last: date | None = None
        for event in self._events:
            if not self._fits(event):
                continue
            day = event.happened_at.astimezone(self._at.zone).date() if self._at is not None else None
            if day is not None and day != last:
                self._rows.append(day)
                last = day
            self._rows.append(event)
        self._shown = min(len(self._rows), max(keep, _SLICE))
        self.endResetModel()

    def _fits(self, event: HistoryEvent) -> bool:
        if self._kind is not None and kind_of(event) is not self._kind:
            return False
        return not self._text or self._text in f"{self._sentence(event)} {event.person}".casefold()

    def _sentence(self, event: HistoryEvent) -> str:
        found = self._sentences.get(event.seq)
        if found is None:
            found = self._sentences[event.seq] = event_sentence(event)
        return found

    def count(self) -> int:
        """How many events are shown once all slices are."""
        return sum(isinstance(row, HistoryEvent) for row in self._rows)

    def oldest(self) -> int:
        """The sequence number of the oldest event read, 0 for none."""
        return self._events[-1].seq if self._events else 0

    def event_at(self, row: int) -> HistoryEvent | None:
        """The event of a row; None for a day."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, HistoryEvent) else None

    def as_text(self) -> str:
        """All that fits the filter, a line each, oldest first."""
        told = [row for row in reversed(self._rows) if isinstance(row, HistoryEvent)]
        zone = self._at.zone if self._at is not None else None
        if zone is None:
            return ""
        return "\n".join(
            "\t".join((shown.full_moment(e.happened_at, zone), one_line(e.person), one_line(self._sentence(e))))
            for e in told
        )

    # As Qt asks for it

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self._rows)

    def fetchMore(self, parent: Index) -> None:
        more = min(len(self._rows), self._shown + _SLICE)
        if more > self._shown:
            self.beginInsertRows(_ROOT, self._shown, more - 1)
            self._shown = more
            self.endInsertRows()
        if self._shown == len(self._rows):
            self.ran_out.emit()

    def _line(self, row: int, event: HistoryEvent) -> Happened:
        found = self._lines.get(row)
        if found is None and self._at is not None:
            line = timeline_line(event, self._at, self._sentence(event))
            local = event.happened_at.astimezone(self._at.zone)
            number = self._numbers.get(event.case_id or 0, "")
            text = tr("%1: %2", number, line.text) if number else line.text
            found = self._lines[row] = replace(line, time=f"{local:%H:%M}", text=text)
        return found or Happened(event.seq, "", "")

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or self._at is None:
            return None
        row = self._rows[index.row()]
        if isinstance(row, date):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return day_words(row, self._at)
            return None
        line = self._line(index.row(), row)
        if role == EVENT_ROLE:
            return line
        if role == ID_ROLE:
            return line.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.time} {line.text} {line.who}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], date):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


def day_words(day: date, at: Moment) -> str:
    """`今天 · 11 月 20 日 星期五`, `Friday 20 November`; with its year when that is another one."""
    today, lang = at.now.astimezone(at.zone).date(), language()
    near = {0: tr("Today"), -1: tr("Yesterday")}.get((day - today).days, "")
    title = shown.day_title(day, lang)
    if day.year != today.year:
        title = f"{day.year} 年 {title}" if lang == "zh" else f"{title} {day.year}"
    return f"{near} · {title}" if near else title


class TimelineDayDelegate(TimelineDelegate):
    """Days as quiet headings, events as the timeline paints them."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(EVENT_ROLE) is not None:
            super().paint_content(painter, option, index)
            return
        box: QRect = option.rect
        painting.paint_text(painter, box.adjusted(0, 4, 0, 0), str(index.data() or ""), "text2", "small", 600)
