"""Cases that are likely the one about to be opened, shown before it is saved, with the ways to go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.kinds import Problem
from models.records import CaseTarget
from models.rules.duplicates import Duplicate, Likeness
from ui import format as shown
from ui.background import Background
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import Banner, column, line
from ui.widgets.table import DataList
from ui.words import word

tr = translator("cases")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW, _SHOWN = 44, 2


def likeness_words(likeness: Likeness) -> str:
    """How likely, and why."""
    return {
        Likeness.VERY_LIKELY: tr("very likely: same order, same problem"),
        Likeness.LIKELY: tr("likely: same order"),
        Likeness.POSSIBLE: tr("possible: same buyer, same problem, within 14 days"),
    }[likeness]


class DuplicateModel(QAbstractListModel):
    """One row for each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: tuple[Duplicate, ...] = ()
        self._at: Moment | None = None

    def set_found(self, found: Sequence[Duplicate], at: Moment) -> None:
        """Show other ones."""
        self.beginResetModel()
        self._found, self._at = tuple(found), at
        self.endResetModel()

    def duplicate(self, row: int) -> Duplicate | None:
        """The one at a row."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.duplicate(index.row()) if index.isValid() else None
        if found is None or self._at is None:
            return None
        case, at = found.case, self._at
        state = tr("snoozed") if case.snoozed else word(case.state)
        opened = tr("opened %1", shown.day_and_time(case.opened_at, at.now, language(), at.zone))
        first = " · ".join(part for part in (case.number, state, word(case.problem), one_line(case.handler)) if part)
        second = f"{likeness_words(found.likeness)} · {opened}"
        if role == CELL_ROLE:
            ink = "due" if found.likeness >= Likeness.LIKELY else "text"
            return Cell(first, weight=500, second=second, icon="copy", ink=ink)
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        return f"{first}, {second}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class DuplicatePanel(QWidget):
    """`open_wanted` and `note_wanted` carry the number and id of the case chosen; Esc goes on with the new one."""

    open_wanted = Signal(str)
    note_wanted = Signal(int, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=6)
        self.banner = Banner("due", tr("There may be a case for this already"), "", self)
        rows.addWidget(self.banner)
        self.model = DuplicateModel(self)
        self.list = DataList(self, name=tr("Likely the same case"), row_height=_ROW)
        self.list.setModel(self.model)
        self.list.take_letters("N")
        self.list.opened.connect(lambda _: self._open())
        self.list.left.connect(self.left)
        self.list.key_pressed.connect(lambda _: self._note())
        rows.addWidget(self.list)
        row = line(spacing=8)
        self.show_it = Button(tr("Show it"), self, size="small", hint="↵")
        self.show_it.clicked.connect(self._open)
        self.add_note = Button(tr("Add the text to it as a note"), self, size="small", hint="N")
        self.add_note.clicked.connect(self._note)
        row.addWidget(self.show_it)
        row.addWidget(self.add_note)
        row.addWidget(PlainLabel(tr("Ctrl+Enter opens a new one all the same, linked to it"), self, role="small",
                                 ink="text3", wrap=True), 1)  # fmt: skip
        rows.addLayout(row)
        self.hide()

    def show_found(self, found: Sequence[Duplicate], at: Moment) -> None:
        """Show what was found, or nothing."""
        chosen = self.chosen() if self.list.hasFocus() else None
        self.model.set_found(found, at)
        self.list.setFixedHeight(_ROW * min(len(found), _SHOWN))
        places = [place for place, each in enumerate(found) if chosen is not None and each.case.id == chosen.case.id]
        self.list.choose_row(places[0] if places else 0)
        if found:
            self.banner.set_text(tr("There may be a case for this already: %1", found[0].case.number))
        self.setVisible(bool(found))

    def chosen(self) -> Duplicate | None:
        """The one the keys act on."""
        return self.model.duplicate(max(self.list.currentIndex().row(), 0))

    def warns(self) -> bool:
        """Whether one is likely enough to be asked about before saving."""
        first = self.model.duplicate(0)
        return first is not None and first.likeness >= Likeness.LIKELY

    def _open(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.open_wanted.emit(chosen.case.number)

    def _note(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.note_wanted.emit(chosen.case.id, chosen.case.number)


class DuplicateWatch(QObject):
    """Looks for duplicates outside the window's thread; only the newest answer counts."""

    found = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._asked = 0

    def look(self, target: CaseTarget | None, problem: Problem | None, order_number: str, alone: bool) -> None:
        """Look for what is chosen so far; nothing chosen has none."""
        self._asked += 1
        number, opening = self._asked, self._ctx.opening
        if target is None:
            self.found.emit(())
            return
        wanted = self._ctx.jobs.read(
            lambda: opening.duplicates(target, problem, order_number=order_number, alone=alone)
        )

        def told(found: tuple[Duplicate, ...]) -> None:
            if number == self._asked:
                self.found.emit(found)

        self._background.run(wanted, told, lambda error: None, receiver=self, quiet=True)
