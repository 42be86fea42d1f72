"""Items of the hand-over as rows of a table: what, about whom, who left it, by when, who took it when."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.hand_over_records import HandOverItem, HandOverSheet
from models.register_kinds import HandOverState
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.theme import State
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, Action, Cell
from ui.widgets.table import Column
from ui.words import word

tr = translator("hand_over")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_STATES: dict[HandOverState, State] = {
    HandOverState.OPEN: "due", HandOverState.TAKEN: "waiting", HandOverState.DONE: "done",
    HandOverState.PASSED_ON: "waiting",
}  # fmt: skip


def columns() -> tuple[Column, ...]:
    """The columns in the window's language."""
    return (
        Column("state", tr("State"), 76, 84, sortable=False),
        Column("text", tr("What"), 150, sortable=False, stretch=True),
        Column("about", tr("Case"), 104, sortable=False),
        Column("left", tr("Left by"), 62, 68, sortable=False),
        Column("due", tr("Due"), 82, 104, sortable=False),
        Column("story", tr("Who took it"), 88, 96, sortable=False),
        Column("acts", "", 72, sortable=False),
    )


def passes_of(item: HandOverItem, now: datetime, where: tzinfo) -> str:
    """From which mornings it came, by whom and why; a line each."""
    lines = []
    for each in item.passed:
        day, who = shown.day(each.morning, now, language(), where), one_line(each.passed_by) or tr("somebody")
        said = tr("Passed on from %1 by %2", day, isolate(who))
        lines.append(f"{said}: {one_line(each.note)}" if each.note else said)
    return "\n".join(lines)


class ItemsModel(QAbstractTableModel):
    """The items of a sheet: what is open of earlier mornings, then those of this one."""

    def __init__(self, where: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._zone = columns(), where
        self._items: tuple[HandOverItem, ...] = ()
        self._morning: date | None = None
        self._now: datetime | None = None

    def show_sheet(self, sheet: HandOverSheet, now: datetime) -> None:
        """Show this one."""
        self.beginResetModel()
        self._items, self._morning, self._now = (*sheet.older, *sheet.items), sheet.morning, now
        self.endResetModel()

    def at(self, row: int) -> HandOverItem | None:
        """The item of a row; None beyond the last."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, item_id: int) -> int:
        """Where an item stands; -1 for nowhere."""
        return next((row for row, each in enumerate(self._items) if each.id == item_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_head(self._columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.at(index.row()) if index.isValid() else None
        if item is None or self._now is None:
            return None
        key = self._columns[index.column()].key
        if role == CELL_ROLE:
            return self._cell(item, key, self._now)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, key, self._now)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(item, key, self._now)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self._text(item, column.key, self._now) for column in self._columns)
            return tr(", ").join(part for part in said if part)
        return None

    def _text(self, item: HandOverItem, key: str, now: datetime) -> str:
        lang = language()
        if key == "state":
            return tr("overdue") if item.overdue(now) else word(item.state)
        if key == "left":
            left = shown.moment(item.left_at, now, lang, self._zone)
            return " ".join(part for part in (one_line(item.left_by), left) if part)
        if key == "due":
            return shown.day_and_time(item.due_at, now, lang, self._zone)
        if key == "story":
            return self._story(item, now)
        return {
            "text": one_line(item.text), "acts": "",
            "about": " ".join(part for part in (item.case_number, isolate(one_line(item.buyer_nick))) if part),
        }[key]  # fmt: skip

    def _story(self, item: HandOverItem, now: datetime) -> str:
        """The last that happened with it."""
        lang = language()
        if item.cleared:
            at = shown.moment(item.done_at, now, lang, self._zone)
            who = one_line(item.done_by)
            return " ".join(part for part in (word(item.state), who, at) if part)
        if item.taken_at is not None:
            at = shown.moment(item.taken_at, now, lang, self._zone)
            return " ".join(part for part in (one_line(item.taken_by), at) if part)
        return ""

    def _tip(self, item: HandOverItem, key: str, now: datetime) -> str:
        if key == "text":
            note = tr("Note: %1", item.note) if item.note else ""
            return "\n".join(part for part in (item.text, passes_of(item, now, self._zone), note) if part)
        if key == "left":
            return shown.full_moment(item.left_at, self._zone)
        if key == "due":
            return shown.full_moment(item.due_at, self._zone)
        if key == "story":
            who, taken = isolate(one_line(item.taken_by)), item.taken_at
            parts = [
                tr("Taken by %1, %2", who, shown.full_moment(taken, self._zone)) if taken else "",
                f"{self._story(item, now)} ({shown.full_moment(item.done_at, self._zone)})" if item.cleared else "",
                tr("Note: %1", item.note) if item.note else "",
            ]
            return "\n".join(part for part in parts if part)
        return self._text(item, key, now)

    def _cell(self, item: HandOverItem, key: str, now: datetime) -> Cell:
        text = self._text(item, key, now)
        if key == "acts":
            return Cell(kind="actions", actions=actions_of(item))
        if key == "state":
            return Cell(text, "chip", state="overdue" if item.overdue(now) else _STATES[item.state])
        if key == "text":
            more = item.note if item.cleared else passes_of(item, now, self._zone).rpartition("\n")[2]
            return Cell(text, weight=400 if item.cleared else 500, ink="text2" if item.cleared else "text",
                        second=one_line(more))  # fmt: skip
        if key == "about":
            nick = one_line(item.buyer_nick)
            return Cell(item.case_number or nick, second=nick if item.case_number else "", ink="text2")
        if key == "left":
            left = shown.moment(item.left_at, now, language(), self._zone)
            return Cell(one_line(item.left_by) or left, second=left if item.left_by else "", ink="text2")
        if key == "story" and text:
            at, who = (item.done_at, item.done_by) if item.cleared else (item.taken_at, item.taken_by)
            when = shown.moment(at, now, language(), self._zone)
            how = f"{word(item.state)} {when}" if item.cleared else when
            return Cell(one_line(who) or how, second=how if who else "", ink="text2")
        return Cell(text, ink="overdue" if key == "due" and item.overdue(now) else "text2")


def actions_of(item: HandOverItem) -> tuple[Action, ...]:
    """What can be done with an item where it stands."""
    if item.state is HandOverState.PASSED_ON:
        return ()
    if item.state is HandOverState.DONE:
        return (Action("reopen", "rotate-ccw", tr("Open again (O)")),)
    done = Action("done", "check", tr("Done (D)"))
    on = Action("pass_on", "arrow-right", tr("Pass on (P)"))
    if item.state is HandOverState.TAKEN:
        return (done, on)
    return (Action("take", "user", tr("Take (T)")), done, on)
