"""The menus of the page: what may be done with the selected cases, and with the case shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.context import AppContext
from models.records import CaseRow
from ui.cases.case_doings import CaseDoings
from ui.cases.case_list_pane import CaseListPane
from ui.cases.case_menus import demand_menu, handler_menu, problem_menu, state_menu, waiting_menu
from ui.cases.case_panel import CasePanel
from ui.cases.life_menu import life_entries
from ui.i18n import translator
from ui.icons import icon

tr = translator("cases")
tr_left = translator("hand_over")
# The moves offered are those all of them allow; the service checks every case in any event.
_ROWS_LOOKED_AT = 200


class CaseChoices(QObject):
    """Makes menus anew each time, from what is selected now."""

    def __init__(
        self, ctx: AppContext, pane: CaseListPane, panel: CasePanel, doings: CaseDoings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._pane = pane
        self._panel = panel
        self._doings = doings
        self._window = window

    def ids(self) -> list[int]:
        """The selected cases, or the one shown; the one shown alone if it is not among the selected."""
        ids = list(self._pane.table.chosen_ids())
        shown = self._panel.wanted
        if shown is not None and shown not in ids:
            return [shown]
        return ids

    def rows(self) -> list[CaseRow]:
        """What is known of the first of them; enough to say what is offered."""
        ids = self.ids()
        return list(self._ctx.cases.load_rows(ids[:_ROWS_LOOKED_AT]).values())

    def state_menu(self) -> QMenu:
        """Where the selected cases may go."""
        ids = self.ids()
        return state_menu(
            self._window, [row.state for row in self.rows()], lambda state: self._doings.change_state(ids, state)
        )

    def handler_menu(self) -> QMenu:
        """Whom to hand the selected cases to."""
        ids = self.ids()
        names = {row.handler for row in self.rows()}
        now = next(iter(names)) if len(names) == 1 else ""
        people = self._ctx.shops.list_people()
        return handler_menu(self._window, people, now, lambda person: self._doings.assign(ids, person))

    def problem_menu(self) -> QMenu:
        """What went wrong with the selected cases."""
        ids = self.ids()
        known = {row.problem for row in self.rows()}
        now = next(iter(known)) if len(known) == 1 else None
        return problem_menu(self._window, now, lambda problem: self._doings.change_problem(ids, problem))

    def waiting_menu(self) -> QMenu:
        """Who has to act next in the selected cases."""
        ids = self.ids()
        known = {row.waiting_on for row in self.rows()}
        now = next(iter(known)) if len(known) == 1 else None
        return waiting_menu(self._window, now, lambda who: self._doings.change_waiting_on(ids, who))

    def demand_menu(self) -> QMenu:
        """What the buyer of the case shown asks for."""
        page = self._panel.page
        case_id = page.case.id if page is not None else 0
        now = page.case.demand if page is not None else None
        return demand_menu(self._window, now, lambda demand: self._doings.change_demand(case_id, demand))

    def row_menu(self, commands: dict[str, Callable[[], object]]) -> QMenu:
        """The context menu of the list: all commands for one case, for several those that change them at once."""
        menu = QMenu(self._window)
        several = len(self.ids()) > 1

        def add(text: str, command: str, name: str, keys: str = "") -> None:
            action = menu.addAction(icon(name), text)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False: commands[command]())

        if not several:
            add(tr("Resolve"), "resolve", "route", "Ctrl+R")
            add(tr("Packet"), "packet", "file-plus", "Ctrl+E")
            add(tr("Look at the evidence"), "view_evidence", "images")
            menu.addSeparator()
        menu.addMenu(self.state_menu())
        menu.addMenu(self.handler_menu())
        menu.addMenu(self.waiting_menu())
        menu.addMenu(self.problem_menu())
        add(tr("Tags…"), "tags", "tags", "Ctrl+Shift+G")
        if not several:
            if self._panel.page is not None and self._panel.page.case.id in self.ids():
                menu.addMenu(self.demand_menu())
            menu.addSeparator()
            add(tr("Clocks…"), "clocks", "alarm-clock", "Ctrl+Shift+D")
            add(tr("Add note…"), "add_note", "sticky-note", "Ctrl+Shift+N")
            add(tr_left("Leave for the next shift…"), "leave_item", "clipboard-list", "Shift+F7")
            add(tr("Add files…"), "add_evidence", "file-plus", "Ctrl+Shift+E")
            add(tr("Add folder…"), "add_evidence_folder", "folder-plus", "Ctrl+Alt+E")
            menu.addSeparator()
            add(tr("Copy case number"), "copy_number", "copy")
        else:
            menu.addSeparator()
        add(tr("Copy rows as a table"), "copy", "clipboard", "Ctrl+C")
        if several:
            add(tr("Export selected…"), "export_chosen", "file-down")
        life_entries(menu, commands, self.rows())
        return menu

    def pop(self, menu: QMenu, under: QWidget | QPoint) -> None:
        """Open a menu under a button, or at a point of the screen; it goes when it closes."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        at = under if isinstance(under, QPoint) else under.mapToGlobal(QPoint(0, under.height()))
        menu.popup(at)
