"""The real window: search, scrolling, sorting, opening, many cases changed and undone, and how long it stood still."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
from PySide6.QtCore import Qt

from models.case_query import CaseFilters, CaseView
from tests.bench.bench_filters import FILTERS
from tests.bench.bench_folder import bench_cases, copied_folder
from tests.bench.live_window import PEOPLE_TYPE, LiveWindow
from ui.cases.case_columns import SORTS

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveWindow]:
    """The window on a copy of the folder to measure with."""
    window = LiveWindow(copied_folder(bench_cases(), tmp_path_factory.mktemp("window") / "shop"))
    window.rest()
    yield window
    window.close()


@pytest.fixture(autouse=True)
def heart(window: LiveWindow, benchmark: Any) -> Iterator[None]:
    """Notes the longest standstill beside the figures."""
    window.heart.start()
    yield
    benchmark.extra_info["longest_standstill_ms"] = round(window.heart.stop() * 1000)


@pytest.mark.parametrize("view", [CaseView.OPEN, CaseView.ALL])
def test_search_typed_until_painted(window: LiveWindow, benchmark: Any, view: CaseView) -> None:
    window.view(view)
    took = benchmark.pedantic(lambda: [window.search(text) for text in PEOPLE_TYPE], rounds=3)
    benchmark.extra_info["median_ms_of_a_key"] = round(median(took) * 1000)
    window.search("")
    assert window.model.query.view is view


@pytest.mark.parametrize("way", ["wheel", "page_down", "jump"])
def test_frames_of_scrolling(window: LiveWindow, benchmark: Any, way: str) -> None:
    window.view(CaseView.ALL)
    frames = benchmark.pedantic(lambda: getattr(window, way)(100), rounds=3)
    benchmark.extra_info["longest_frame_ms"] = round(max(frames) * 1000)
    assert len(frames) == 100


def test_opening_a_case(window: LiveWindow, benchmark: Any) -> None:
    rows = iter(range(0, window.model.rowCount(), 37))
    benchmark.pedantic(lambda: window.open_case(next(rows)), rounds=20)
    assert window.page.panel.page is not None


def test_sorting_by_every_column(window: LiveWindow, benchmark: Any) -> None:
    columns = range(len(SORTS))
    benchmark.pedantic(lambda: [window.sort(column, Qt.SortOrder.DescendingOrder) for column in columns], rounds=2)
    assert window.model.query.descending


def test_filtering_all_cases(window: LiveWindow, benchmark: Any) -> None:
    window.view(CaseView.ALL)
    benchmark.pedantic(lambda: [window.filter(filters) for filters in FILTERS.values()], rounds=2)
    assert window.model.query.filters == list(FILTERS.values())[-1]
    window.filter(CaseFilters())


def test_many_cases_changed_and_undone(window: LiveWindow, benchmark: Any) -> None:
    window.view(CaseView.OPEN)
    chosen = window.open_cases(1000)
    before = window.ctx.cases.load_rows(chosen)
    benchmark.pedantic(lambda: window.change_and_undo(chosen), rounds=1)
    after = window.ctx.cases.load_rows(chosen)
    assert [row.state for row in after.values()] == [row.state for row in before.values()]
