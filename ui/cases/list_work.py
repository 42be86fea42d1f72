"""What can be done with the list as a whole: cells and tags changed, columns arranged, exported, printed, summed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop.context import AppContext
from models.case_query import CaseQuery
from models.records import Shop
from ui.background import Background
from ui.cases.case_choices import CaseChoices
from ui.cases.case_columns import PROBLEM, STATE
from ui.cases.case_doings import CaseDoings
from ui.cases.case_list_pane import CaseListPane
from ui.cases.cell_columns import ColumnsDialog
from ui.cases.cell_editing import CellEditing
from ui.cases.list_export import ListExport
from ui.cases.list_printing import ListPrinting
from ui.page import Page

COMMANDS = ("export_list", "export_chosen", "print", "tags", "set_state", "set_problem")


class ListWork(QObject):
    """The page takes over `commands`; what is said and worked on goes to the page by itself."""

    def __init__(
        self, ctx: AppContext, background: Background, pane: CaseListPane, choices: CaseChoices, doings: CaseDoings,
        page: Page,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._ctx = ctx
        self._background = background
        self._pane = pane
        self._page = page
        self._choices = choices
        self.editing = CellEditing(ctx, background, pane, choices, doings, page)
        self.export = ListExport(ctx, background, pane, page)
        self.printing = ListPrinting(ctx, background, pane, page)
        for part in (self.editing, self.export, self.printing):
            part.said.connect(page.said)
        self.export.working.connect(page.working)
        pane.sums.changed.connect(page.hints_changed)
        pane.export_button.clicked.connect(lambda: self.export.ask())
        pane.arrange_wanted.connect(self.arrange_columns)
        # The list is read anew after every change, also of shops.
        self._answered: CaseQuery | None = None
        pane.model.loaded.connect(self._list_loaded)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Commands of ui.actions that are about the list."""
        return {
            "export_list": self.export.ask,
            "export_chosen": lambda: self.export.ask(chosen=True),
            "print": self.printing.ask,
            "tags": self.editing.open_tags,
            "set_state": lambda: self.editing.change(STATE),
            "set_problem": lambda: self.editing.change(PROBLEM),
        }

    def can(self, command: str) -> bool:
        """Whether one of them can be carried out now."""
        if command in ("tags", "set_state", "set_problem"):
            return bool(self._choices.ids())
        if command == "export_chosen":
            return bool(self._pane.table.chosen_spans())
        return self._pane.model.rowCount() > 0

    def _list_loaded(self) -> None:
        """After another question, as a key of a search is, the shops are as they were."""
        query = self._pane.model.query
        anew = self._answered is None or query == self._answered
        self._answered = query
        if anew:
            self.load_shops()

    def load_shops(self) -> None:
        """Read the shops for their names and colours in the rows; what tells of hits is loaded before it is needed."""
        ctx = self._ctx

        def read() -> tuple[Shop, ...]:
            assert ctx.case_lists is not None
            return tuple(ctx.shops.list_shops())

        self._background.run(ctx.jobs.read(read), self._pane.model.set_shops, receiver=self, quiet=True)

    def arrange_columns(self) -> ColumnsDialog:
        """The columns by keyboard."""
        dialog = ColumnsDialog(self._pane.table, self._page)
        dialog.open()
        return dialog

    def menu_entry(self, menu: QMenu, column: int) -> None:
        """What the context menu offers for the cell under the pointer."""
        self.editing.menu_entry(menu, column)
