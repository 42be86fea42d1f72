"""Quiet days and vacations: a list to add to, change and take from, with ready ones to take by one click."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.rules.call_settings import QuietDays
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.settings.call_setting_words import days_text
from ui.widgets.buttons import Button
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Panel, line
from ui.widgets.table import Column, DataTable

tr = translator("call_settings")
_ROOT = QModelIndex()
_HEIGHT = 176


def proposed_quiet_days(today: date) -> tuple[QuietDays, ...]:
    """Ready ones: proposals of the program, without a source; the shop changes them as it likes."""

    def every_year(title: str, first: tuple[int, int], last: tuple[int, int]) -> QuietDays:
        return QuietDays(date(today.year, *first), date(today.year, *last), title, yearly=True)

    return (
        every_year(tr("Double 11"), (11, 9), (11, 12)),
        every_year(tr("618"), (6, 16), (6, 20)),
        every_year(tr("Year-end stock-taking"), (12, 29), (12, 31)),
    )


def _span(days: QuietDays) -> tuple[str, str, bool]:
    """What makes two quiet days the same in whatever year and language."""
    return f"{days.first:%m-%d}", f"{days.last:%m-%d}", days.yearly


class QuietModel(QAbstractTableModel):
    """One row per quiet period: its title, its days, whose it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[QuietDays, ...] = ()
        self._shops: Mapping[int, str] = {}
        self._people: Mapping[int, str] = {}

    def show_items(self, items: Sequence[QuietDays], shops: Mapping[int, str], people: Mapping[int, str]) -> None:
        """Replace the rows; `shops` and `people` are names by id."""
        self.beginResetModel()
        self.items, self._shops, self._people = tuple(items), shops, people
        self.endResetModel()

    def whose(self, days: QuietDays) -> str:
        """`all shops`, a shop, or whose vacation it is."""
        if days.person_id is not None:
            return tr("vacation: %1", one_line(self._people.get(days.person_id, "—")))
        return tr("all shops") if days.shop_id is None else one_line(self._shops.get(days.shop_id, "—"))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section < 3:
            return quiet_columns()[section].title
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        days = self.items[index.row()]
        title = one_line(days.title) or (tr("Vacation") if days.person_id is not None else "—")
        texts = title, days_text(days), self.whose(days)
        if role == CELL_ROLE:
            return Cell(texts[index.column()], ink="text" if index.column() == 0 else "text2")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(", ").join(text for text in texts if text)
        return None


def quiet_columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column("title", tr("What"), 120, 130, stretch=True),
        Column("days", tr("Days"), 176, 190),
        Column("whose", tr("For"), 130, 130),
    )


class QuietPanel(Panel):
    """`add_wanted` and `change_wanted` ask for the dialog; `added` gives ready ones, `removed` their ids."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    added = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Quiet days and vacations"), tr("no call-back stands on them"), parent, icon="moon", token="accent"
        )
        self.rows.setContentsMargins(16, 8, 16, 16)
        self.rows.setSpacing(8)
        self.model = QuietModel(self)
        self.table = DataTable(quiet_columns(), self.body, name=tr("Quiet days and vacations"))
        self.table.setModel(self.model)
        self.table.setFixedHeight(_HEIGHT)
        self.table.opened.connect(lambda index: self.change_wanted.emit(self.model.items[index.row()]))
        self.rows.addWidget(self.table)
        text = tr("None yet. Call-backs that stand on quiet days move off them, and go back with Undo.")
        self.none = PlainLabel(text, self.body, ink="text3", wrap=True)
        self.rows.addWidget(self.none)
        row = line(spacing=8)
        self.add = Button(tr("Add…"), self.body, icon="plus")
        self.change = Button(tr("Change…"), self.body)
        self.drop = Button(tr("Remove"), self.body)
        for button in (self.add, self.change, self.drop):
            row.addWidget(button)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.proposed = QWidget(self.body)
        flow = FlowLayout(self.proposed, spacing=8)
        flow.addWidget(PlainLabel(tr("Proposals:"), self.proposed, role="small", ink="text3"))
        self._flow = flow
        self.ready: list[Button] = []
        self.rows.addWidget(self.proposed)
        self.said = PlainLabel("", self.body, role="small", ink="text2", wrap=True)
        self.said.hide()
        self.rows.addWidget(self.said)
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(self._change)
        self.drop.clicked.connect(self._remove)
        self.show_items((), {}, {}, None)

    def show_items(
        self, items: Sequence[QuietDays], shops: Mapping[int, str], people: Mapping[int, str], today: date | None
    ) -> None:
        """Show these, and below the ready ones that are not among them."""
        self._hold_focus(bool(items))
        kept = self.table.selected_rows()
        self.model.show_items(items, shops, people)
        self.table.setVisible(bool(items))
        self.none.setVisible(not items)
        for button in (self.change, self.drop):
            button.setEnabled(bool(items))
        if items and kept:
            self.table.choose_row(min(kept[0], len(items) - 1))
        kept_days = {_span(each) for each in items}
        offered = [each for each in proposed_quiet_days(today) if _span(each) not in kept_days] if today else []
        if [button.property("title") for button in self.ready] != [each.title for each in offered]:
            self._offer(offered)
        self.proposed.setVisible(bool(offered))

    def _hold_focus(self, some: bool) -> None:
        """What goes away while it has the focus would hand it, and the sight, to another end of the page."""
        if any(each.hasFocus() for each in self.ready) or (
            not some and any(each.hasFocus() for each in (self.table, self.change, self.drop))
        ):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, offered: Sequence[QuietDays]) -> None:
        for button in self.ready:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.ready = []
        for each in offered:
            words = f"{each.first:%m-%d} – {each.last:%m-%d}"
            button = Button(tr("%1: %2", each.title, words), self.proposed, size="small", icon="plus")
            button.setProperty("title", each.title)
            button.setAccessibleName(tr("Add quiet days: %1 %2, every year", each.title, words))
            button.clicked.connect(lambda _=False, days=each: self.added.emit(days))
            self._flow.addWidget(button)
            self.ready.append(button)

    def say(self, text: str) -> None:
        """Say what the last change did; empty for nothing."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _change(self) -> None:
        rows = self.table.selected_rows() or [0]
        if rows[0] < len(self.model.items):
            self.change_wanted.emit(self.model.items[rows[0]])

    def _remove(self) -> None:
        ids = [self.model.items[row].id for row in self.table.selected_rows()]
        if ids:
            self.removed.emit(ids)
