"""The windowed list: rows are read by the page, late answers are dropped, and Qt finds the model sound."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from models.case_query import CaseQuery, CaseSort, CaseView
from models.clock import FixedClock
from models.kinds import CaseState, Flag, Liability, Problem, Tier, WaitingOn
from models.money import Money
from models.records import CaseRow
from ui.background import Background
from ui.cases.case_columns import AT_STAKE, CLOCK, NUMBER, ORDER
from ui.cases.case_list_model import PAGE, CaseListModel
from ui.cases.case_table import CaseTable
from ui.widgets.delegates import CELL_ROLE, ID_ROLE, Cell

NOW = datetime(2026, 11, 20, 1, 42, tzinfo=UTC)


def made_row(case_id: int) -> CaseRow:
    """A row whose texts follow from its id."""
    return CaseRow(
        id=case_id, number=f"A2611-{case_id:06d}", state=CaseState.OPEN, problem=Problem.DAMAGED,
        liability=Liability.UNCLEAR, waiting_on=WaitingOn.US, flag=Flag.BLUE, at_stake=Money(case_id * 100),
        next_due_at=NOW + timedelta(minutes=case_id), buyer_nick=f"buyer\t{case_id}", tier=Tier.V2,
        order_number=f"26111200{case_id:08d}", handler="", updated_at=NOW,
    )  # fmt: skip


class Ids:
    """A store with nothing but ids."""

    def __init__(self, count: int) -> None:
        self.ids = array("q", range(1, count + 1))
        self.asked: list[CaseQuery] = []
        self.slices: list[list[int]] = []

    def list_case_ids(self, query: CaseQuery) -> array[int]:
        self.asked.append(query)
        return self.ids[::-1] if query.descending else self.ids

    def load_rows(self, ids: Sequence[int]) -> dict[int, CaseRow]:
        self.slices.append(list(ids))
        return {case_id: made_row(case_id) for case_id in ids}


class HeldJobs:
    """Jobs that answer when the test says so."""

    def __init__(self) -> None:
        self.held: list[tuple[Callable[[], Any], Future[Any]]] = []

    def read(self, work: Callable[[], Any]) -> Future[Any]:
        future: Future[Any] = Future()
        self.held.append((work, future))
        return future

    def answer(self, place: int) -> None:
        work, future = self.held[place]
        future.set_result(work())


def held_model(count: int, background: Background) -> tuple[CaseListModel, Ids, HeldJobs]:
    ids, jobs = Ids(count), HeldJobs()
    bench = SimpleNamespace(time_zone="Asia/Shanghai")
    hitless = SimpleNamespace(find_hits=lambda ids, text, seen: {})
    ctx: Any = SimpleNamespace(cases=ids, jobs=jobs, clock=FixedClock(NOW), bench=bench, case_lists=hitless)
    return CaseListModel(ctx, background), ids, jobs


def loaded(qtbot: QtBot, count: int, background: Background) -> tuple[CaseListModel, Ids, HeldJobs]:
    model, ids, jobs = held_model(count, background)
    with qtbot.waitSignal(model.loaded):
        model.show(CaseQuery())
        jobs.answer(-1)
    return model, ids, jobs


def test_qt_finds_the_model_sound(qtbot: QtBot, background: Background) -> None:
    model, _, jobs = loaded(qtbot, 250, background)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(model.modelReset):
        model.sort(CLOCK, Qt.SortOrder.DescendingOrder)
        jobs.answer(-1)
    model.minute()
    assert tester.model() is model
    assert model.rowCount() == 250
    assert model.rowCount(model.index(0, 0)) == 0


def test_only_pages_in_view_are_read(qtbot: QtBot, background: Background) -> None:
    model, ids, _ = loaded(qtbot, 100_000, background)
    assert [len(part) for part in ids.slices] == [PAGE]
    table = CaseTable(model)
    qtbot.addWidget(table)
    table.resize(960, 36 * 18 + 32)
    table.show()
    qtbot.waitExposed(table)
    table.grab()
    assert model.fetches == 1
    for step in range(0, 3600, 120):
        table.verticalScrollBar().setValue(step)
        table.grab()
    assert model.fetches <= 5
    table.scrollToBottom()
    table.grab()
    assert model.fetches <= 7
    assert ids.slices[-1][-1] == 100_000
    assert all(len(part) <= PAGE for part in ids.slices)


def test_a_million_rows_cost_eight_bytes_each(qtbot: QtBot, background: Background) -> None:
    model, ids, _ = loaded(qtbot, 1_000_000, background)
    assert model.rowCount() == 1_000_000
    assert model.data(model.index(999_999, NUMBER)) == "A2611-1000000"
    assert model.rows_of([7, 999_999]) == {7: 6, 999_999: 999_998}
    assert ids.ids.itemsize == 8
    assert model.fetches == 2


def test_pages_seen_long_ago_are_let_go(qtbot: QtBot, background: Background) -> None:
    model, _, _ = loaded(qtbot, 20_000, background)
    for row in range(0, 20_000, PAGE):
        model.case_row(row)
    assert model.fetches == 20_000 // PAGE
    model.case_row(0)
    assert model.fetches == 20_000 // PAGE + 1
    model.case_row(0)
    assert model.fetches == 20_000 // PAGE + 1


def test_the_last_result_stays_until_the_new_one_is_there(qtbot: QtBot, background: Background) -> None:
    model, ids, jobs = loaded(qtbot, 300, background)
    ids.ids = array("q", range(1, 11))
    model.show(CaseQuery(text="新"))
    assert model.is_loading
    assert model.rowCount() == 300
    with qtbot.waitSignal(model.loaded):
        jobs.answer(-1)
    assert model.rowCount() == 10
    assert not model.is_loading


def test_an_answer_that_was_overtaken_is_dropped_and_only_the_newest_is_asked_next(
    qtbot: QtBot, background: Background
) -> None:
    model, ids, jobs = loaded(qtbot, 300, background)
    for text in ("旧", "中", "新"):
        model.show(CaseQuery(text=text))
    with qtbot.assertNotEmitted(model.loaded, wait=30):
        jobs.answer(-1)
    assert model.rowCount() == 300
    ids.ids = array("q", [5])
    with qtbot.waitSignal(model.loaded):
        jobs.answer(-1)
    assert [query.text for query in ids.asked[-2:]] == ["旧", "新"]
    assert model.ids([0]) == [5]


def test_sorting_asks_the_store(qtbot: QtBot, background: Background) -> None:
    model, ids, jobs = loaded(qtbot, 10, background)
    with qtbot.waitSignal(model.loaded):
        model.sort(AT_STAKE, Qt.SortOrder.DescendingOrder)
        jobs.answer(-1)
    assert ids.asked[-1] == CaseQuery(view=CaseView.OPEN, sort=CaseSort.AT_STAKE, descending=True)
    assert model.data(model.index(0, NUMBER)) == "A2611-000010"


def test_the_same_ids_keep_the_rows_in_place(qtbot: QtBot, background: Background) -> None:
    model, _, jobs = loaded(qtbot, 25, background)
    model.case_row(0)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignals([model.dataChanged, model.loaded]):
        model.reload()
        jobs.answer(-1)
    # The top of the list comes with the answer.
    assert model.fetches == 2
    model.case_row(0)
    assert model.fetches == 2


def test_a_minute_changes_the_clock_column_only(qtbot: QtBot, background: Background) -> None:
    model, _, _ = loaded(qtbot, 50, background)
    changed: list[tuple[QModelIndex, QModelIndex]] = []
    model.dataChanged.connect(lambda first, last, roles: changed.append((first, last)))
    model.minute()
    assert [(first.column(), last.column()) for first, last in changed] == [(CLOCK, CLOCK)]


def test_a_row_is_said_as_a_sentence(qtbot: QtBot, background: Background) -> None:
    model, _, _ = loaded(qtbot, 3, background)
    index = model.index(1, ORDER)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("A2611-000002，处理中，剩 2 分，买家 buyer 2 V2 蓝旗")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "2611120000000002"
    cell = index.data(CELL_ROLE)
    assert isinstance(cell, Cell)
    assert cell.text == "…0 0002"
    assert index.data(ID_ROLE) == 2


def test_a_case_that_is_gone_leaves_an_empty_row(qtbot: QtBot, background: Background) -> None:
    model, ids, jobs = loaded(qtbot, 3, background)
    ids.load_rows = lambda wanted: {1: made_row(1)}  # type: ignore[method-assign]
    with qtbot.waitSignal(model.loaded):
        model.reload()
        jobs.answer(-1)
    assert model.index(2, NUMBER).data() is None
    assert model.index(2, NUMBER).data(CELL_ROLE).kind == "skeleton"
    assert [row.id for row in model.case_rows([0, 1, 2, 99])] == [1]


def test_a_failure_is_said_and_the_old_rows_stay(qtbot: QtBot, background: Background) -> None:
    model, _, jobs = loaded(qtbot, 3, background)
    model.show(CaseQuery(text="x"))
    with qtbot.waitSignal(model.failed) as failed:
        jobs.held[-1][1].set_exception(OSError("gone"))
    assert isinstance(failed.args[0], OSError)
    assert model.rowCount() == 3
    assert not model.is_loading


@pytest.mark.parametrize("kept", [1, 40, 90])
def test_selection_and_place_are_kept(qtbot: QtBot, background: Background, kept: int) -> None:
    model, ids, jobs = loaded(qtbot, 100, background)
    table = CaseTable(model)
    qtbot.addWidget(table)
    table.resize(960, 400)
    table.show()
    table.choose_case(kept)
    assert table.current_case() == kept
    ids.ids = array("q", [case_id for case_id in range(1, 101) if case_id % 7 or case_id == kept])
    with qtbot.assertNotEmitted(table.case_changed), qtbot.waitSignal(model.loaded):
        model.reload()
        jobs.answer(-1)
    assert model.ids(table.chosen_rows()) == [kept]
    assert table.currentIndex().data(ID_ROLE) == kept


def test_when_the_current_case_is_gone_the_next_one_is_chosen(qtbot: QtBot, background: Background) -> None:
    model, ids, jobs = loaded(qtbot, 10, background)
    table = CaseTable(model)
    qtbot.addWidget(table)
    table.choose_case(5)
    ids.ids = array("q", [1, 2, 3, 4, 6, 7])
    with qtbot.waitSignal(table.case_changed) as changed:
        model.reload()
        jobs.answer(-1)
    assert changed.args == [6]
    ids.ids = array("q", [8, 9])
    with qtbot.waitSignal(table.case_changed) as changed:
        model.reload()
        jobs.answer(-1)
    assert changed.args == [9]
    ids.ids = array("q")
    with qtbot.waitSignal(table.case_changed) as changed:
        model.reload()
        jobs.answer(-1)
    assert changed.args == [None]
