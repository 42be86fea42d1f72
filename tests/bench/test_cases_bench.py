"""The Cases list with very many cases: ids in order, a search keystroke, a page of rows, counts, a step of scrolling."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.bootstrap import build
from models.case_query import CaseQuery, CaseSort, CaseView
from tests.bench.bench_folder import bench_cases, copied_folder
from ui.background import Background
from ui.cases.case_list_model import PAGE, CaseListModel
from ui.cases.case_table import CaseTable
from ui.cases.view_chips import COUNTED
from ui.page import PageEntry, Target
from ui.preparation import make_application

if TYPE_CHECKING:
    from desktop.context import AppContext

pytestmark = pytest.mark.bench
CASES = bench_cases()
TYPED = ("破", "破损", "外箱", "0387", "A2611", "YQ", "YQ12", "赵云", "不想", "餐盘 8")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    """A copy of the folder to measure with."""
    context = build(copied_folder(CASES, tmp_path_factory.mktemp("many") / "shop"), threads=False)
    yield context
    context.close()


@pytest.fixture(scope="module")
def app() -> QApplication:
    """The application with its fonts and theme."""
    return make_application(language="zh", appearance="light", guard=False)


@pytest.mark.parametrize("sort", list(CaseSort))
def test_ids_of_all_cases_in_order(many: AppContext, benchmark: Any, sort: CaseSort) -> None:
    found = benchmark(lambda: many.cases.list_case_ids(CaseQuery(view=CaseView.ALL, sort=sort)))
    assert len(found) >= CASES


def test_ids_of_open_cases(many: AppContext, benchmark: Any) -> None:
    assert len(benchmark(lambda: many.cases.list_case_ids(CaseQuery()))) > 0


@pytest.mark.parametrize("typed", TYPED)
def test_one_keystroke_of_a_search(many: AppContext, benchmark: Any, typed: str) -> None:
    query = CaseQuery(view=CaseView.ALL, text=typed)
    found = benchmark(lambda: many.cases.list_case_ids(query))
    assert len(found) <= len(many.cases.list_case_ids(CaseQuery(view=CaseView.ALL)))


def test_a_page_of_rows(many: AppContext, benchmark: Any) -> None:
    ids = many.cases.list_case_ids(CaseQuery(view=CaseView.ALL))
    chance = random.Random(1)

    def page() -> int:
        start = chance.randrange(CASES - PAGE)
        return len(many.cases.load_rows(ids[start : start + PAGE]))

    assert benchmark(page) == PAGE


def test_counts_of_the_views(many: AppContext, benchmark: Any) -> None:
    assert len(benchmark(lambda: many.cases.count_views(COUNTED))) == len(COUNTED)


def test_a_case_with_all_that_belongs_to_it(many: AppContext, benchmark: Any) -> None:
    ids = many.cases.list_case_ids(CaseQuery())
    assert benchmark(lambda: many.cases.load_page(ids[0])).case.id == ids[0]


def _table(context: AppContext, app: QApplication) -> tuple[CaseTable, CaseListModel, Background]:
    background = Background()
    model = CaseListModel(context, background)
    model.show(CaseQuery(view=CaseView.ALL))
    while not model.ever_loaded:
        app.processEvents()
    table = CaseTable(model)
    table.resize(936, 680)
    table.show()
    app.processEvents()
    return table, model, background


def test_a_step_of_scrolling(many: AppContext, app: QApplication, benchmark: Any) -> None:
    table, model, background = _table(many, app)
    bar = table.verticalScrollBar()
    image = QImage(table.size(), QImage.Format.Format_RGB32)

    def step() -> None:
        bar.setValue((bar.value() + 120) % bar.maximum())
        table.render(image)

    benchmark(step)
    assert model.fetches > 0
    table.hide()
    background.close()


def test_a_jump_to_anywhere(many: AppContext, app: QApplication, benchmark: Any) -> None:
    table, model, background = _table(many, app)
    bar = table.verticalScrollBar()
    image = QImage(table.size(), QImage.Format.Format_RGB32)
    chance = random.Random(2)

    def jump() -> None:
        bar.setValue(chance.randrange(bar.maximum()))
        table.render(image)

    benchmark(jump)
    assert model.fetches > 0
    table.hide()
    background.close()


def test_the_window_until_the_list_stands(many: AppContext, app: QApplication, benchmark: Any) -> None:
    from ui.cases.page import CasesPage, make_page
    from ui.desk import Desk
    from ui.main_window import MainWindow

    def open_window() -> int:
        desk = Desk(many)
        window = MainWindow(many, [PageEntry("cases", make_page, "Cases", "inbox")], desk.hooks)
        desk.seat(window)
        window.resize(1440, 900)
        window.show()
        window.go(Target("cases"))
        page = window.page("cases")
        assert isinstance(page, CasesPage)
        while not page.pane.model.ever_loaded:
            app.processEvents()
        window.grab()
        rows = page.pane.model.rowCount()
        window.background.close()
        window.close()
        window.deleteLater()
        app.processEvents()
        return rows

    assert benchmark.pedantic(open_window, rounds=5) > 0
