"""The sheets of the nights: which mornings there were, and of each who left, took and cleared what when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QStackedWidget, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.errors import UserError
from models.hand_over_records import HandOverItem, HandOverMorning, HandOverSheet
from ui.background import Background
from ui.change_gatherer import ChangeGatherer
from ui.hand_over.due_choice import HourField, morning_title
from ui.hand_over.item_doings import ItemDoings
from ui.hand_over.items_model import ItemsModel, actions_of, columns
from ui.i18n import translator
from ui.messages import show_error
from ui.page import Target
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import EmptyPlace, Strip, column, line
from ui.widgets.table import DataList, DataTable

tr = translator("hand_over")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW, _SIDE, _EDGE = 48, 264, 40
_BACK, _AHEAD = timedelta(days=4_000), timedelta(days=370)
_ACTS = {"T": "take", "D": "done", "N": "note", "P": "pass_on", "O": "reopen"}


class MorningsModel(QAbstractListModel):
    """The mornings that had items, and today, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mornings: tuple[HandOverMorning, ...] = ()
        self._today = date.min

    def show_mornings(self, mornings: Sequence[HandOverMorning], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        found = {each.morning: each for each in mornings}
        found.setdefault(today, HandOverMorning(today, 0, 0))
        self.mornings = tuple(found[day] for day in sorted(found, reverse=True))
        self._today = today
        self.endResetModel()

    def row_of(self, morning: date) -> int:
        """Where a morning stands; -1 for nowhere."""
        return next((row for row, each in enumerate(self.mornings) if each.morning == morning), -1)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.mornings)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self.mornings):
            return None
        each = self.mornings[index.row()]
        title = morning_title(each.morning, self._today)
        cleared = each.items - each.still_open
        second = tr("%1 of %2 cleared", cleared, each.items) if each.items else tr("nothing left")
        if role == CELL_ROLE:
            late = each.still_open and each.morning < self._today
            icon = "circle-alert" if late else "circle-check" if not each.still_open else "circle"
            return Cell(title, weight=500, second=second, icon=icon)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(", ").join((title, second))
        return None


class NightDialog(QDialog):
    """`navigate` carries the Target of a case, `print_wanted` a morning; `leave_wanted`: something is to be left."""

    navigate = Signal(object)
    print_wanted = Signal(object)
    leave_wanted = Signal()

    def __init__(
        self, ctx: AppContext, background: Background, parent: QWidget | None = None, *, morning: date | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._background = ctx, background
        self._asked = 0
        items = ctx.hand_over_items
        self._morning = morning or items.today()
        title = tr("Hand-over sheets")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        room = self.screen().availableSize()
        self.resize(min(1180, room.width() - _EDGE), min(620, room.height() - _EDGE))
        self.doings = ItemDoings(ctx, background, self)
        outer = column(self)
        across = line(spacing=0)
        outer.addLayout(across, 1)
        across.addWidget(self._side())
        across.addWidget(self._right(), 1)
        outer.addWidget(self._foot())
        self._gatherer = ChangeGatherer(ctx.changes, self)
        self._gatherer.changed.connect(self._changed)
        self.finished.connect(lambda _: self._gatherer.close())
        self.table.setFocus()
        self.reload()

    def _side(self) -> QWidget:
        side = Strip(self, surface="surface2", edge="right")
        side.setFixedWidth(_SIDE)
        rows = column(side)
        head = PlainLabel(tr("Nights"), side, weight=600)
        head.setContentsMargins(12, 10, 12, 8)
        rows.addWidget(head)
        self.mornings = MorningsModel(self)
        self.list = DataList(side, name=tr("Mornings"), row_height=_ROW)
        self.list.setModel(self.mornings)
        self.list.current_changed.connect(self._chosen)
        self.list.opened.connect(lambda _: self.table.setFocus())
        self.list.left.connect(self.reject)
        rows.addWidget(self.list, 1)
        return side

    def _right(self) -> QWidget:
        right = Strip(self)
        rows = column(right)
        head = line(margins=(16, 8, 16, 8), spacing=8)
        self.heading = PlainLabel("", right, role="heading")
        self.facts = PlainLabel("", right, role="small", ink="text2")
        head.addWidget(self.heading)
        head.addWidget(self.facts)
        head.addStretch(1)
        rows.addLayout(head)
        self.stack = QStackedWidget(right)
        self.model = ItemsModel(self._ctx.hand_over_items.time_zone, self)
        self.table = DataTable(columns(), self.stack, name=tr("Items of the night"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.take_letters("".join(_ACTS))
        self.table.setModel(self.model)
        self.table.installEventFilter(self)
        self.table.opened.connect(self._open)
        self.table.left.connect(self.reject)
        self.table.acted.connect(lambda index, name: self._act(self.model.at(index.row()), name))
        self.table.key_pressed.connect(lambda key: self._act(self.current(), _ACTS.get(key, "")))
        self.empty = EmptyPlace("clipboard-check", tr("Nothing was left for this morning."), "", self.stack)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        rows.addWidget(self.stack, 1)
        return right

    def _foot(self) -> QWidget:
        foot = Strip(self, edge="top", height=60)
        across = line(foot, margins=(16, 0, 16, 0), spacing=8)
        items = self._ctx.hand_over_items
        across.addWidget(PlainLabel(tr("Mornings clear it by"), foot, ink="text2"))
        self.hour = HourField(items.due_by(), tr("Mornings clear it by"), foot)
        self.hour.editingFinished.connect(self._set_hour)
        across.addWidget(self.hour)
        keys = tr("T take · D done · N done with a note · P pass on · F2 change · Del take back · ↵ case")
        across.addWidget(PlainLabel(keys, foot, role="small", ink="text3"))
        across.addStretch(1)
        self.leave = Button(tr("Leave something…"), foot, icon="plus")
        self.leave.clicked.connect(self.leave_wanted)
        self.paper = Button(tr("Print the sheet…"), foot, icon="printer")
        self.paper.clicked.connect(lambda: self.print_wanted.emit(self._morning))
        self.away = Button(tr("Close"), foot)
        self.away.clicked.connect(self.reject)
        for each in (self.leave, self.paper, self.away):
            each.setAutoDefault(False)
            across.addWidget(each)
        return foot

    # Reading

    @Slot()
    def reload(self) -> None:
        """Read the mornings and the one in front."""
        self._asked += 1
        asked, items, day = self._asked, self._ctx.hand_over_items, self._morning

        def look() -> tuple[tuple[HandOverMorning, ...], HandOverSheet, date]:
            today = items.today()
            return items.mornings(min(day, today) - _BACK, max(day, today) + _AHEAD), items.sheet(day), today

        def show(found: tuple[tuple[HandOverMorning, ...], HandOverSheet, date]) -> None:
            if asked == self._asked:
                self._show(*found)

        self._background.run(
            self._ctx.jobs.read(look), show, lambda error: show_error(error, self, retry=self.reload), receiver=self
        )

    def _show(self, mornings: Sequence[HandOverMorning], sheet: HandOverSheet, today: date) -> None:
        now, before = self._ctx.clock.now(), self.current()
        row = self.table.currentIndex().row()
        blocked = self.list.blockSignals(True)
        self.mornings.show_mornings(mornings, today)
        self.list.choose_row(self.mornings.row_of(sheet.morning))
        self.list.blockSignals(blocked)
        self.list.viewport().update()
        self.model.show_sheet(sheet, now)
        self.heading.setText(morning_title(sheet.morning, today))
        late = len(sheet.overdue(now))
        parts = [
            tr("%1 of %2 cleared", sheet.cleared, len(sheet.items)) if sheet.items else "",
            tr("%n of earlier mornings still open", n=len(sheet.older)) if sheet.older else "",
            tr("%n overdue", n=late) if late else "",
        ]
        self.facts.setText(" · ".join(part for part in parts if part))
        count = self.model.rowCount()
        self.stack.setCurrentWidget(self.table if count else self.empty)
        self.paper.setEnabled(bool(count))
        if count:
            found = self.model.row_of(before.id) if before is not None else -1
            same = self.model.at(found) if found >= 0 else None
            if before is not None and same is not None and same.cleared and not before.cleared:
                # What is cleared goes down; the keyboard stays for the next.
                found = -1
            self.table.choose_row(found if found >= 0 else min(max(row, 0), count - 1))

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self.mornings.mornings):
            self._morning = self.mornings.mornings[index.row()].morning
            self.reload()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if not changes.tables or changes.touches("hand_over_item", "case", "buyer"):
            self.reload()

    def current(self) -> HandOverItem | None:
        """The item the keyboard is on."""
        index = self.table.currentIndex()
        return self.model.at(index.row()) if index.isValid() else None

    # Doing

    def _set_hour(self) -> None:
        items = self._ctx.hand_over_items
        try:
            items.set_due_by(self.hour.text())
        except UserError as error:
            show_error(error, self)
        self.hour.setText(f"{items.due_by():%H:%M}")

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        item = self.model.at(index.row())
        if item is None or not (item.case_number or item.buyer_id):
            return
        self.accept()
        self.navigate.emit(
            Target("cases", item.case_number) if item.case_number else Target("buyers", f"#{item.buyer_id}")
        )

    def _act(self, item: HandOverItem | None, name: str) -> None:
        if item is None:
            return
        able = {action.name for action in actions_of(item)}
        doings = self.doings
        if name in ("edit", "remove") and not item.cleared:
            (doings.edit if name == "edit" else doings.remove)(item)
        elif name == "note" and "done" in able:
            doings.done_with_note(item)
        elif name in able:
            {"take": doings.take, "done": doings.done, "pass_on": doings.pass_on, "reopen": doings.reopen}[name](item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = {Qt.Key.Key_F2: "edit", Qt.Key.Key_Delete: "remove"}.get(Qt.Key(event.key()))
            if name:
                self._act(self.current(), name)
                return True
        return super().eventFilter(watched, event)
