"""The steps of one role as rows of a table: until when, what, for which case, what it waits for, who has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.clock import zone
from models.role_step_records import RoleStep
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.widgets.column_heads import column_head
from ui.widgets.delegates import CELL_ROLE, Action, Cell
from ui.widgets.table import Column
from ui.words import tier_text, word

tr = translator("hand_over")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def columns() -> tuple[Column, ...]:
    """The columns in the window's language."""
    return (
        Column("due", tr("Due"), 116, 116, sortable=False),
        Column("step", tr("Step"), 150, 170, sortable=False, stretch=True),
        Column("case", tr("Case"), 104, sortable=False),
        Column("buyer", tr("Buyer"), 128, sortable=False),
        Column("problem", tr("Problem"), 84, 112, sortable=False),
        Column("waits", tr("Before, after"), 130, 136, sortable=False, stretch=True),
        Column("person", tr("Person"), 76, 76, sortable=False),
        Column("note", tr("Note"), 80, 80, sortable=False),
        Column("acts", "", 104, sortable=False),
    )


def title_of(each: RoleStep) -> str:
    """What to do, on one line, in the window's language."""
    return one_line(each.step.title(language()))


def missing_of(each: RoleStep) -> str:
    """The steps that come first, by name; empty for none."""
    return tr(", ").join(one_line(other.title(language())) for other in each.missing)


def holding_of(each: RoleStep) -> str:
    """The steps that wait for it, by name; empty for none."""
    return tr(", ").join(one_line(other.title(language())) for other in each.holding)


def person_of(each: RoleStep) -> str:
    """Who has it; of one who left, that they did."""
    name = one_line(each.person)
    return tr("%1 (left)", name) if each.gone else name


class StepsModel(QAbstractTableModel):
    """The rows of one list, in its order."""

    def __init__(self, time_zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns()
        self._steps: tuple[RoleStep, ...] = ()
        self._now: datetime | None = None
        self._zone: tzinfo = zone(time_zone)

    def show_steps(self, steps: Sequence[RoleStep], now: datetime) -> None:
        """Show these, with times as of `now`."""
        self.beginResetModel()
        self._steps, self._now = tuple(steps), now
        self.endResetModel()

    def tell_time(self, now: datetime) -> None:
        """Let the same rows say what time it is now."""
        self._now = now
        if self._steps:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._steps) - 1, 0))

    def at(self, row: int) -> RoleStep | None:
        """The step of a row; None beyond the last."""
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def row_of(self, step_id: int) -> int:
        """Where a step stands; -1 for nowhere."""
        return next((row for row, each in enumerate(self._steps) if each.step.id == step_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return column_head(self._columns, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        each = self.at(index.row()) if index.isValid() else None
        if each is None or self._now is None:
            return None
        key = self._columns[index.column()].key
        if role == CELL_ROLE:
            return self._cell(each, key, self._now)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(each, key, self._now)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(each, key, self._now)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self._text(each, column.key, self._now) for column in self._columns)
            return tr(", ").join(part for part in said if part)
        return None

    def _text(self, each: RoleStep, key: str, now: datetime) -> str:
        if key == "due":
            due = each.step.due_at
            if due is None:
                return tr("no due time")
            if due <= now or due.astimezone(self._zone).date() == now.astimezone(self._zone).date():
                return shown.countdown(due, now, language()).text
            return shown.day_and_time(due, now, language(), self._zone)
        if key == "waits":
            if each.missing:
                return tr("first %1", missing_of(each))
            return tr("then %1", holding_of(each)) if each.holding else ""
        return {
            "step": title_of(each), "case": each.case_number, "buyer": isolate(one_line(each.buyer_nick)),
            "problem": word(each.problem), "person": person_of(each), "note": one_line(each.step.note), "acts": "",
        }[key]  # fmt: skip

    def _tip(self, each: RoleStep, key: str, now: datetime) -> str:
        if key == "due" and each.step.due_at is not None:
            return shown.full_moment(each.step.due_at, self._zone)
        if key == "note":
            return each.step.note
        if key == "waits":
            first = tr("It waits for: %1", missing_of(each)) if each.missing else ""
            then = tr("What waits for it: %1", holding_of(each)) if each.holding else ""
            return "\n".join(part for part in (first, then) if part)
        if key == "person" and each.gone:
            name = one_line(each.person)
            return tr("%1 does not work here any more: the step is everybody's of this role again.", name)
        return self._text(each, key, now)

    def _cell(self, each: RoleStep, key: str, now: datetime) -> Cell:
        text, due = self._text(each, key, now), each.step.due_at
        if key == "acts":
            done = Action("done", "check", tr("Done (D)"))
            if each.missing:
                done = Action("done", "check", tr("Not yet: first %1", missing_of(each)), "text3")
            return Cell(
                kind="actions",
                actions=(done, Action("hand_on", "move-up-right", tr("Hand on (H)")),
                         Action("skip", "ban", tr("Leave out (X)"))),
            )  # fmt: skip
        if key == "due" and due is not None:
            if each.late(now):
                return Cell(text, "chip", state="overdue")
            if due.astimezone(self._zone).date() == now.astimezone(self._zone).date():
                return Cell(text, "chip", state="due")
            return Cell(text, ink="text2")
        if key == "step":
            return Cell(text, weight=400 if each.missing else 500, ink="text3" if each.missing else "text")
        if key == "buyer":
            return Cell(one_line(each.buyer_nick), tier=tier_text(each.tier))
        if key == "waits":
            icon = "hourglass" if each.missing else "arrow-right" if each.holding else ""
            words = missing_of(each) or holding_of(each)
            return Cell(words, icon=icon, ink="text2" if each.missing else "text3")
        if key == "person":
            return Cell(text, ink="due" if each.gone else "text", icon="triangle-alert" if each.gone else "")
        return Cell(text, ink="text" if key == "problem" else "text3" if key == "due" else "text2")
