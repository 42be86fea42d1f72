"""Choosing another case: those of the same order and buyer first, any other by number, buyer, order or phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from desktop.context import AppContext
from models.records import CaseRow
from ui.background import Background
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import SearchField
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import column, foot_line
from ui.widgets.table import DataList
from ui.words import word

tr = translator("case_life")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW, _SHOWN = 48, 6


class FoundCases(QAbstractListModel):
    """Cases found, one row each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[CaseRow, ...] = ()

    def set_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show other ones."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, place: int) -> CaseRow | None:
        """The case at a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        first = " · ".join(part for part in (row.number, word(row.state), one_line(row.buyer_nick)) if part)
        second = " · ".join(part for part in (word(row.problem), one_line(row.order_number)) if part)
        if role == CELL_ROLE:
            return Cell(first, weight=500, second=second, icon="inbox")
        return first if role == Qt.ItemDataRole.DisplayRole else f"{first}, {second}"


class CasePicker(QDialog):
    """`picked` carries the id of the case chosen."""

    picked = Signal(int)

    def __init__(
        self, ctx: AppContext, background: Background, case_id: int, words: tuple[str, str], parent: QWidget
    ) -> None:
        """`words`: the title, and what the button says."""
        super().__init__(parent)
        self._ctx, self._background, self._case_id = ctx, background, case_id
        self._asked = 0
        self._found_for, self._go_on = "", False
        self.setModal(True)
        self.setFixedWidth(600)
        self.setWindowTitle(words[0])
        self.setAccessibleName(words[0])
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(words[0], self, role="heading", wrap=True))
        self.field = SearchField(tr("Case number, buyer, order number or phone"), self)
        self.field.installEventFilter(self)
        self.field.searched.connect(self._search)
        rows.addWidget(self.field)
        self.found = FoundCases(self)
        self.list = DataList(self, name=tr("Cases found"), row_height=_ROW)
        self.list.setModel(self.found)
        self.list.setFixedHeight(_ROW * _SHOWN)
        self.list.opened.connect(self._take)
        rows.addWidget(self.list)
        self.said = PlainLabel("", self, role="small", ink="text3", wrap=True)
        rows.addWidget(self.said)
        self.take = Button(words[1], self, kind="primary")
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.field.setFocus()
        self._search("")

    def _search(self, text: str) -> None:
        self._asked += 1
        number, joining, case_id = self._asked, self._ctx.joining, self._case_id
        look = lambda: joining.find_cases(text, but=[case_id]) if text.strip() else joining.suggest(case_id)  # noqa: E731

        def show(rows: tuple[CaseRow, ...]) -> None:
            if number != self._asked:
                return
            self.found.set_rows(rows)
            self._found_for = text
            if rows:
                self.list.choose_row(0)
            typed = bool(text.strip())
            self.said.setText(
                (tr("Found") if typed else tr("Of the same order or buyer")) if rows
                else tr("No other case is found under this.") if typed
                else tr("No other case of this order or buyer. Type to find any other.")
            )  # fmt: skip
            self.take.setEnabled(bool(rows))
            if self._go_on:
                self._go_on = False
                self._take()

        self._background.run(self._ctx.jobs.read(look), show, receiver=self, quiet=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take_typed()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                place = self.list.currentIndex().row() + step
                if self.found.row_at(place) is not None:
                    self.list.choose_row(place)
                return True
        return super().eventFilter(watched, event)

    def _take_typed(self) -> None:
        """Enter in the field: what was typed, never what was found before it."""
        if self.field.text() == self._found_for:
            self._take()
        else:
            self._go_on = True
            self.field.search_now()

    def _take(self) -> None:
        row = self.found.row_at(self.list.currentIndex().row())
        if row is not None:
            self.picked.emit(row.id)
            self.accept()
