"""The lines of the checklist as Qt sees them, and how they are painted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.services.checklists import CaseChecklist, NeedAsked
from models.kinds import Derivation
from models.records import Evidence
from models.rules.checklist import ChecklistItem
from models.rules.conclusion import EvidenceNeed
from ui import format as written
from ui.evidence.labels import exhibit_name, need_label
from ui.i18n import language, translator
from ui.icons import paint_icon
from ui.plain import one_line
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.delegates import CELL_ROLE, Cell, Index, RowDelegate
from ui.words import word

tr = translator("checklist")
ROW_HEIGHT: Final = 46
NEED_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 30
MISSING_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 31
_NOWHERE = QModelIndex()
_CAPTION = 80


class ChecklistModel(QAbstractListModel):
    """One row per need: a tick and where it is, or what is missing and how much it matters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ChecklistItem, ...] = ()
        self._asked: Mapping[str, NeedAsked] = {}
        self._now: datetime | None = None
        self._zone: tzinfo | None = None
        self._held = ""

    def show(self, shown: CaseChecklist | None, now: datetime, zone: tzinfo) -> None:
        """Fill the list; the same lines with other marks keep their places and the cursor."""
        items = shown.list.items if shown is not None else ()
        same = [item.need.id for item in items] == [item.need.id for item in self._items]
        if not same:
            self.beginResetModel()
        self._items, self._now, self._zone = items, now, zone
        self._asked = shown.asked if shown is not None else {}
        if not same:
            self.endResetModel()
        elif items:
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    def hold(self, need_id: str) -> None:
        """Mark the line that what comes in next is for; empty for none."""
        if need_id != self._held:
            self._held = need_id
            if self._items:
                self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def item(self, row: int) -> ChecklistItem | None:
        """The line at a row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def need(self, row: int) -> EvidenceNeed | None:
        """The need at a row."""
        item = self.item(row)
        return item.need if item is not None else None

    def row_of(self, need_id: str) -> int:
        """Where a need stands; -1 for one that is not there."""
        return next((row for row, item in enumerate(self._items) if item.need.id == need_id), -1)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        label, where = need_label(item.need), self.where(item)
        must = item.need.level == "must"
        if role == NEED_ROLE:
            return item.need
        if role == MISSING_ROLE:
            return must and not item.present
        if role == CELL_ROLE:
            asked = self._asked.get(item.need.id)
            late = asked is not None and asked.overdue
            lacking = "due" if must or late else "text3"
            icon, ink = ("circle-check", "done") if item.present else ("circle-dashed", lacking)
            return Cell(label, icon=icon, ink=ink, second=where)
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{label}: {where}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(item, f"{label}\n{where}")
        return None

    def where(self, item: ChecklistItem) -> str:
        """The second line: where it is, or how it is missing."""
        if item.need.id == self._held:
            return tr("what you add next counts as this")
        if item.present:
            name = _place(item.where)
            return name if len(item.where) == 1 else tr("%1 and %n more", name, n=len(item.where) - 1)
        asked = self._asked.get(item.need.id)
        if asked is not None and asked.overdue:
            return tr("asked %n day(s) ago, not received", n=asked.days)
        if asked is not None and self._now is not None and self._zone is not None:
            when = written.day_and_time(asked.last, self._now, language(), self._zone)
            return tr("asked %1", when) if asked.times == 1 else tr("asked %1 · %n times", when, n=asked.times)
        return {
            "must": tr("missing · required"), "should": tr("missing · advised"), "may": tr("missing · optional"),
        }[item.need.level]  # fmt: skip

    def _tip(self, item: ChecklistItem, text: str) -> str:
        asked = self._asked.get(item.need.id)
        lines = [text]
        if asked is not None and self._zone is not None:
            when = written.full_moment(asked.last, self._zone)
            lines.append(tr("Last asked %1 by %2, %n time(s) in all", when, one_line(asked.by), n=asked.times))
        if item.present and len(item.where) > 1:
            lines += [place_of(each) for each in item.where]
        return "\n".join(lines)


def place_of(item: Evidence) -> str:
    """`Exhibit 4`, or `No. 7` of one that is no exhibit."""
    return exhibit_name(item) or tr("No. %1", item.number)


def _place(where: tuple[Evidence, ...]) -> str:
    """The best of them: a numbered exhibit, of which a copy made unreadable in part is meant to be shown."""
    best = min(where, key=lambda each: (each.exhibit is None, each.exhibit or 0, each.number))
    copy = next((each for each in where if each.derivation is Derivation.REDACTED), None)
    if copy is not None and (best.id == copy.parent_id or best is copy):
        return f"{place_of(best)} · {word(Derivation.REDACTED)}"
    caption = one_line(best.caption)[:_CAPTION]
    return f"{place_of(best)} · {caption}" if caption else place_of(best)


class NeedDelegate(RowDelegate):
    """An icon and two lines; a required one that is missing stands out."""

    def paint_background(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint_background(painter, option, index)
        if index.data(MISSING_ROLE):
            painter.fillRect(option.rect, theme().colour("due.soft"))

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        rect: QRect = option.rect.adjusted(16, 4, -12, -4)
        paint_icon(painter, rect.left(), rect.top() + 10, cell.icon, cell.ink, 16)
        words = rect.adjusted(24, 0, 0, 0)
        half = QRect(words.left(), words.top(), words.width(), 20)
        painting.paint_text(painter, half, cell.text, "text", "body", 500)
        second = "due" if cell.ink == "due" else "text3"
        painting.paint_text(painter, half.translated(0, 19), cell.second, second, "small")
