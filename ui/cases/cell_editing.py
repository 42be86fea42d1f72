"""Changes cells of the list where they stand: state, handler, waiting on, problem and tags of all selected cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from desktop.context import AppContext
from models.kinds import CaseState, Problem, WaitingOn
from models.records import CaseRow
from models.rules.case_states import may_move
from models.rules.verdict import Refused
from ui.background import Background
from ui.cases import case_columns as places
from ui.cases.case_choices import CaseChoices
from ui.cases.case_doings import CaseDoings
from ui.cases.case_list_pane import CaseListPane
from ui.cases.cell_popup import CellPopup, Choice
from ui.cases.cell_tags import TagDialog
from ui.i18n import language, translator
from ui.icons import icon
from ui.plain import mnemonic_safe, one_line
from ui.words import word

tr = translator("cases")


class CellEditing(QObject):
    """`said` tells what the status bar does not: nothing was selected."""

    said = Signal(str)

    def __init__(
        self, ctx: AppContext, background: Background, pane: CaseListPane, choices: CaseChoices, doings: CaseDoings,
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._pane = pane
        self._choices = choices
        self._doings = doings
        self._window = window
        pane.table.change_wanted.connect(self.change)

    def change(self, column: int) -> None:
        """Open the list of a cell's column; for a cell that cannot be changed, first the list of those that can."""
        ids = self._choices.ids()
        if not ids:
            self.said.emit(tr("No case is selected"))
        elif column == places.TAGS:
            self.open_tags()
        elif column in places.CHANGEABLE:
            self._open(column, ids)
        else:
            self._open_which(len(ids))

    def open_tags(self) -> TagDialog | None:
        """The tags of the selected cases."""
        ids = self._choices.ids()
        if not ids:
            self.said.emit(tr("No case is selected"))
            return None
        dialog = TagDialog(self._ctx, self._background, ids, self._window)
        tags = self._ctx.case_tags
        dialog.changed.connect(
            lambda add, remove: self._write_tags(
                dialog, lambda: tags.change_tags(ids, add=add, remove=remove), dialog.accept
            )
        )
        dialog.renamed.connect(
            lambda was, name: self._write_tags(dialog, lambda: tags.rename_tag(was, name), dialog.load_again)
        )
        dialog.open()
        return dialog

    def _write_tags(self, dialog: TagDialog, work: Callable[[], object], then: Callable[[], object]) -> None:
        """Write; what is refused is said in the dialog, where nothing that was ticked is lost."""

        def done(_: object) -> None:
            self._doings.done.emit()
            if isValid(dialog):
                then()

        self._background.run(
            self._ctx.jobs.write(work), done,
            lambda error: dialog.refuse(error) if isValid(dialog) else None, receiver=self,
        )  # fmt: skip

    def menu_entry(self, menu: QMenu, column: int) -> None:
        """The entry of the context menu that changes the cell it was opened on."""
        if column not in places.CHANGEABLE:
            return
        title = places.case_columns()[column].title
        action = menu.addAction(icon("pencil"), tr("Change “%1”…", mnemonic_safe(title)))
        action.setShortcut(QKeySequence("F2"))
        action.triggered.connect(lambda _=False: self.change(column))
        first = menu.actions()[0]
        if first is not action:
            menu.insertAction(first, action)
            menu.insertSeparator(first)

    # The lists

    def _open(self, column: int, ids: list[int]) -> None:
        rows = self._choices.rows()
        choices = {
            places.STATE: lambda: _states(rows),
            places.PROBLEM: lambda: _words(Problem, {row.problem for row in rows}),
            places.WAITING: lambda: _words(WaitingOn, {row.waiting_on for row in rows}),
            places.HANDLER: lambda: self._people(rows),
        }[column]()
        title = places.case_columns()[column].title
        if len(ids) > 1:
            title = tr("%1 of %n case(s)", title, n=len(ids))
        self._pop(title, choices, lambda value: self._apply(ids, value), column)

    def _apply(self, ids: list[int], value: object) -> None:
        """Change all of them as one action."""
        if isinstance(value, CaseState):
            self._doings.change_state(ids, value)
        elif isinstance(value, Problem):
            self._doings.change_problem(ids, value)
        elif isinstance(value, WaitingOn):
            self._doings.change_waiting_on(ids, value)
        elif isinstance(value, int):
            self._doings.assign(ids, value)

    def _open_which(self, count: int) -> None:
        columns = places.case_columns()
        choices = [Choice(columns[place].title, place) for place in places.CHANGEABLE]
        title = tr("What to change in %n case(s)", n=count)
        self._pop(title, choices, lambda place: self.change(int(str(place))), places.STATE)

    def _pop(self, title: str, choices: Sequence[Choice], take: Callable[[object], object], column: int) -> CellPopup:
        popup = CellPopup(title, choices, self._window)
        popup.chosen.connect(take)
        popup.open_at(self._place(column))
        return popup

    def _place(self, column: int) -> QPoint:
        """Under the cell of the current row."""
        table = self._pane.table
        index = table.currentIndex()
        if not index.isValid() or not table.isVisible():
            return self._window.mapToGlobal(QPoint(160, 120))
        if table.isColumnHidden(column):
            column = table.shown_columns()[0]
        table.scrollTo(index)
        rect = table.visualRect(index.siblingAtColumn(column))
        return table.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 1))

    def _people(self, rows: Sequence[CaseRow]) -> list[Choice]:
        names = {row.handler for row in rows}
        people = self._ctx.shops.list_people()
        return [Choice(one_line(each.name), each.id, names == {each.name}) for each in people]


def _words(kind: Iterable[Problem | WaitingOn], known: set[Problem] | set[WaitingOn]) -> list[Choice]:
    return [Choice(word(member), member, known == {member}) for member in kind]


def _states(rows: Sequence[CaseRow]) -> list[Choice]:
    """Every state; those that none of the cases may go to say from where they may not.

    Where only some may, what becomes of the others is asked by who moves them.
    """
    states = {row.state for row in rows}
    choices = []
    for state in CaseState:
        stuck = [was for was in CaseState if was in states and isinstance(may_move(was, state), Refused)]
        between = ", " if language() == "en" else "、"
        why = tr("not from “%1”", between.join(word(was) for was in stuck)) if len(stuck) == len(states) else ""
        choices.append(Choice(word(state), state, states == {state}, why))
    return choices
