"""What an item is about: a case or a buyer, found by number, order, buyer, phone, or the scan of a slip or parcel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.buyer_records import BuyerQuery
from models.errors import NotFound
from models.rules.return_codes import read_return_code
from ui.background import Background
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.buttons import icon_button
from ui.widgets.controls import SearchField
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import column, line
from ui.widgets.table import DataList
from ui.words import word

tr = translator("hand_over")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW, _SHOWN, _CASES, _BUYERS = 36, 3, 8, 4


@dataclass(frozen=True, slots=True)
class About:
    """A case with its buyer, or a buyer alone; `words` say which."""

    words: str
    case_id: int | None = None
    buyer_id: int | None = None


def about_case(ctx: AppContext, case_id: int) -> About | None:
    """A case as it is shown here; None if it is not there any more."""
    row = ctx.cases.load_rows([case_id]).get(case_id)
    if row is None:
        return None
    parts = (row.number, one_line(row.buyer_nick), word(row.problem))
    return About(" · ".join(part for part in parts if part), case_id)


def find_about(ctx: AppContext, text: str) -> tuple[About, ...]:
    """What a text may mean: the case of a return slip's code alone, else cases, then buyers."""
    code = read_return_code(text)
    if code is not None and code.holds:
        try:
            found = about_case(ctx, ctx.joining.kept_case(ctx.cases.find_case_id(code.case_number)))
        except NotFound:
            found = None
        return (found,) if found is not None else ()
    rows = ctx.joining.find_cases(text)[:_CASES]
    cases = [about_case(ctx, row.id) for row in rows]
    buyers = ctx.buyers.load_rows(ctx.buyers.list_buyer_ids(BuyerQuery(text=text))[:_BUYERS]) if text.strip() else {}
    named = [
        About(" · ".join(part for part in (one_line(row.nick), one_line(row.name)) if part), buyer_id=row.id)
        for row in buyers.values()
    ]
    return (*(each for each in cases if each is not None), *named)


class AboutModel(QAbstractListModel):
    """Cases and buyers found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: tuple[About, ...] = ()

    def show_found(self, found: Sequence[About]) -> None:
        """Show these."""
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        each = self.found[index.row()]
        if role == CELL_ROLE:
            return Cell(each.words, icon="inbox" if each.case_id is not None else "user")
        return each.words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class AboutField(QWidget):
    """`changed` when something was chosen or taken away, `resized` when its list came or went."""

    changed = Signal()
    resized = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._asked = 0
        self._found_for, self._go_on = "", False
        self.about: About | None = None
        rows = column(self, spacing=6)
        self.search = SearchField(tr("Case, order, buyer, phone, or scan"), self)
        self.search.installEventFilter(self)
        self.search.searched.connect(self._look)
        rows.addWidget(self.search)
        self.model = AboutModel(self)
        self.list = DataList(self, name=tr("Cases and buyers found"), row_height=_ROW)
        self.list.setModel(self.model)
        self.list.setFixedHeight(_ROW * _SHOWN)
        self.list.opened.connect(lambda _: self._take())
        self.list.clicked.connect(lambda _: self._take())
        self.list.hide()
        rows.addWidget(self.list)
        self.none = PlainLabel(tr("Neither a case nor a buyer is found under this."), self, role="small", ink="overdue")
        self.none.hide()
        rows.addWidget(self.none)
        self.chosen = QWidget(self)
        across = line(self.chosen, spacing=6)
        self.words = ElidedLabel("", self.chosen)
        across.addWidget(self.words, 1)
        self.away = icon_button("x", tr("Not about this case or buyer"), self.chosen)
        self.away.clicked.connect(lambda: self.choose(None))
        across.addWidget(self.away)
        self.chosen.hide()
        rows.addWidget(self.chosen)
        self.setFocusProxy(self.search)

    def choose(self, about: About | None) -> None:
        """Be about this, or about nothing in particular."""
        had_focus = self.away.hasFocus() or self.search.hasFocus() or self.list.hasFocus()
        self.about = about
        self.search.setVisible(about is None)
        self.chosen.setVisible(about is not None)
        self.words.set_full(about.words if about is not None else "")
        self.setFocusProxy(self.search if about is None else self.away)
        self.search.clear()
        self._show_found(())
        if had_focus and about is None:
            self.search.setFocus()
        self.changed.emit()
        self.resized.emit()

    def unread(self) -> bool:
        """Whether something was typed that stands for no case and no buyer yet."""
        return self.about is None and bool(self.search.text().strip())

    def _look(self, text: str) -> None:
        self._asked += 1
        asked, ctx = self._asked, self._ctx
        if not text.strip():
            self._show_found(())
            return

        def show(found: tuple[About, ...]) -> None:
            if asked != self._asked:
                return
            self._found_for = text
            self._show_found(found, nothing=not found)
            if self._go_on:
                self._go_on = False
                self._take()

        self._background.run(ctx.jobs.read(lambda: find_about(ctx, text)), show, receiver=self, quiet=True)

    def _show_found(self, found: Sequence[About], *, nothing: bool = False) -> None:
        self.model.show_found(found)
        self.list.setVisible(bool(found))
        self.list.choose_row(0)
        self.none.setVisible(nothing)
        self.resized.emit()

    def take_typed(self) -> None:
        """Take what was typed or scanned, never what was found before it."""
        if self.search.text() == self._found_for and self.model.found:
            self._take()
        else:
            self._go_on = True
            self.search.search_now()

    def _take(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.model.found):
            self.choose(self.model.found[row])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.search or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.text().strip():
            self.take_typed()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.model.rowCount():
            row = self.list.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
            self.list.choose_row(min(max(row, 0), self.model.rowCount() - 1))
            return True
        return super().eventFilter(watched, event)
