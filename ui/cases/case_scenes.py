"""What of the Cases page is worth a picture: its tabs, its dialogs, and what the list looks like at work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.case_query import CaseFilters
from models.kinds import CaseState, Problem
from ui.cases.case_panel import NOTES, OVERVIEW, REPLIES, TIMELINE
from ui.page import Scene

if TYPE_CHECKING:
    from ui.cases.page import CasesPage

_PATIENCE_MS = 3000


def case_scenes(page: CasesPage) -> Sequence[Scene]:
    """The pictures in order; each leaves the page as the next one finds it."""
    pane, life = page.pane, page.life

    def asked(ask: Callable[[], object]) -> Callable[[], QWidget | None]:
        """Ask, and wait for the dialog that comes once what it says has been read."""

        def show() -> QWidget | None:
            page.panel.bar.setCurrentIndex(OVERVIEW)
            ask()
            end = QDeadlineTimer(_PATIENCE_MS)
            while not end.hasExpired():
                dialog = next((each for each in page.findChildren(QDialog) if each.isVisible()), None)
                if dialog is not None:
                    return dialog
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            return None

        return show

    def tab(part: int) -> Callable[[], None]:
        return lambda: page.panel.bar.setCurrentIndex(part)

    def ids(count: int) -> list[int]:
        """The first cases that are neither in dispute nor decided: they can do everything."""
        rows = page.ctx.cases.load_rows(list(pane.model.all_ids()[:40])).values()
        fit = [row.id for row in rows if row.state in (CaseState.NEW, CaseState.OPEN, CaseState.WAITING)]
        return fit[:count]

    def filtered() -> None:
        pane.views.set_filters(CaseFilters(problems=(Problem.DAMAGED, Problem.MISSING_ITEM), at_least=5000))

    def searched() -> None:
        pane.clear_filters()
        pane.search.setText("A2611-000")
        pane.search.search_now()

    def many() -> None:
        pane.search.clear()
        pane.search.search_now()
        page.clipboard.select_all()

    return (
        Scene("", lambda: None), Scene("timeline", tab(TIMELINE)), Scene("replies", tab(REPLIES)),
        Scene("notes", tab(NOTES)), Scene("new-case", asked(page.new_case)),
        Scene("dispute", asked(lambda: life.change_state(ids(1), CaseState.IN_DISPUTE))),
        Scene("snooze", asked(lambda: life.snooze(ids(1)))), Scene("merge", asked(lambda: life.merge(ids(3)))),
        Scene("link", asked(life.link)), Scene("split", asked(life.split)),
        Scene("hand-over", asked(page.handing.ask)), Scene("parcel", asked(page.panel.parcels.enter)),
        Scene("columns", asked(page.list_work.arrange_columns)),
        Scene("filters", filtered), Scene("search", searched), Scene("many", many),
        Scene("many-done", asked(lambda: life.change_state(list(pane.model.all_ids()), CaseState.DONE))),
    )  # fmt: skip
