"""Nothing that grows with the shop is done in the window's thread: no list, search, count or case page is read there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.jobs import ThreadedJobs
from models.case_query import CaseFilters, CaseView
from models.kinds import CaseState, Problem
from tests.ui.asking import Asked, watch
from tests.ui.cases.sample_cases import Show, arrive
from ui.cases.page import CasesPage
from ui.main_window import MainWindow

# The rows of one page of the list and their tags, by their ids: at most fifty, and under two milliseconds.
MOST = 60
ON_SCREEN = ('FROM "case" AS "t1"', 'FROM "case_tag" AS "t1"')


@pytest.fixture
def threaded(stocked: AppContext) -> AppContext:
    """The stocked shop with the program's own threads, in place of jobs that are done at once."""
    stocked.jobs = ThreadedJobs()
    return stocked


@pytest.fixture
def asked(threaded: AppContext, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Every statement run: whether in the window's thread, its text, and how many values it was given."""
    return watch(threaded, monkeypatch)


def test_lists_searches_counts_and_pages_are_read_in_other_threads(
    threaded: AppContext, asked: Asked, show: Show, qtbot: QtBot
) -> None:
    window: MainWindow = show(threaded)
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    # Once it stands: what is read to make it stand is read before there is anything to wait for.
    asked.clear()
    page.pane.show_view(CaseView.ALL)
    arrive(qtbot, window)
    for text in ("外箱 2611", ""):
        page.pane.search.setText(text)
        arrive(qtbot, window)
    for column in (0, 4):
        page.pane.table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.DescendingOrder)
        arrive(qtbot, window)
    page.pane.model.show(replace(page.pane.model.query, filters=CaseFilters(problems=(Problem.LATE, Problem.DAMAGED))))
    arrive(qtbot, window)
    page.pane.model.show(replace(page.pane.model.query, filters=CaseFilters()))
    arrive(qtbot, window)
    for row in (2, 0):
        page.pane.table.choose_row(row)
        arrive(qtbot, window)
    page.doings.change_state(page.pane.model.ids(range(2)), CaseState.IN_PROGRESS)
    arrive(qtbot, window)
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert any(not here and "case_search" in sql for here, sql, _ in asked)
    # Settings of these tests are written at once; the program's go to the thread that writes.
    in_window = [(sql, count) for here, sql, count in asked if here and '"setting"' not in sql]
    assert [sql for sql, _ in in_window if not any(known in sql for known in ON_SCREEN)] == []
    assert all((count <= MOST and '_id" IN (' in sql) or '"id" IN (' in sql for sql, count in in_window)
