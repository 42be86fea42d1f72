"""A day's handling on the Cases page: views, search, sort, the case beside the list, changes and their undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.services.fact_names import FactName
from models.case_query import CaseView
from models.clock import FixedClock
from models.kinds import CaseState, NoteKind, Problem
from tests.ui.cases.sample_cases import NICKS, Show, arrive
from ui.cases.case_columns import AT_STAKE, BUYER, LIABILITY, UPDATED
from ui.cases.case_columns import EVIDENCE as COUNTED
from ui.cases.case_panel import EVIDENCE, NOTES
from ui.cases.life_dialog import MoveDialog
from ui.cases.page import CasesPage
from ui.main_window import MainWindow
from ui.messages import MessageDialog
from ui.page import Target


def numbers(page: CasesPage) -> list[str]:
    """The case numbers in the list, from top to bottom."""
    model = page.pane.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(menu: QMenu, text: str) -> None:
    """Take an entry of a menu by its words."""
    next(action for action in menu.actions() if action.text() == text).trigger()


def tell(page: CasesPage, qtbot: QtBot) -> None:
    """Answer what a change of state asks for, and press Enter."""
    dialog = page.findChild(MoveDialog)
    assert dialog is not None
    if dialog.reason is not None:
        dialog.reason.setText("电话里谈好")
    if dialog.outcome is not None:
        dialog.outcome.setCurrentIndex(1)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_open_cases_stand_there_nearest_clock_first(page: CasesPage) -> None:
    assert page.pane.place() == "table"
    assert numbers(page) == ["A2611-0001", "A2611-0002", "A2611-0003"]
    assert page.title() == "售后单"
    assert page.facts() == "3 未结 · 合计 ¥ 306.00"
    assert page.counts().startswith("第 1 / 3 张 · 选中 1 张 ¥ 101.00")
    assert "J/K" in page.hints()


def test_the_first_case_is_shown_beside_the_list(page: CasesPage) -> None:
    shown = page.panel.page
    assert shown is not None
    assert shown.case.number == "A2611-0001"
    assert page.panel.head._buyer.full() == NICKS[0]
    assert page.panel.overview.cards._item.full() == "雾釉餐盘 8 寸 四只装"
    assert page.panel.bar.accessibleName()


def test_views_filter_and_count(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    chips = page.pane.chips
    assert chips.chip(CaseView.OPEN).accessibleName() == "未结 3"
    assert chips.chip(CaseView.IN_DISPUTE).accessibleName() == "介入中 1"
    qtbot.mouseClick(chips.chip(CaseView.IN_DISPUTE), Qt.MouseButton.LeftButton)
    arrive(qtbot, window)
    assert numbers(page) == ["A2611-0003"]
    qtbot.keyClick(chips.chip(CaseView.IN_DISPUTE), Qt.Key.Key_Right)
    arrive(qtbot, window)
    assert chips.view() is CaseView.MINE
    assert len(numbers(page)) == 3


def test_views_without_room_stand_in_a_menu(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 700)
    chips = page.pane.chips
    chips.resize(320, chips.height())
    menu = chips.overflow_menu()
    assert "已归档" in [action.text() for action in menu.actions()]
    choose(menu, "已归档")
    arrive(qtbot, window)
    assert numbers(page) == ["A2611-0004"]
    assert not chips.chip(CaseView.ARCHIVED).isHidden()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("0002", ["A2611-0002"]), ("刚鬣", ["A2611-0002"]), ("gl", ["A2611-0002"]), ("13800000003", ["A2611-0003"]),
        ("YQ44710001", ["A2611-0001"]), ("餐盘", ["A2611-0001", "A2611-0002", "A2611-0003"]), ("沙", []),
    ],
)  # fmt: skip
def test_search_finds_as_one_types(
    page: CasesPage, window: MainWindow, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    page.start_search()
    page.pane.search.setText(typed)
    arrive(qtbot, window)
    assert numbers(page) == found


def test_what_is_not_found_can_be_looked_for_everywhere(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.pane.search.setText("卷帘")
    arrive(qtbot, window)
    assert page.pane.place() == "nothing"
    assert "卷帘" in page.pane.places.nothing.text.text()
    assert page.panel.wanted is None
    page.pane.places.everywhere.click()
    arrive(qtbot, window)
    assert numbers(page) == ["A2611-0004"]
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Down)
    assert page.pane.table.currentIndex().row() == 0
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Escape)
    arrive(qtbot, window)
    assert page.pane.search.text() == ""


def test_a_click_on_a_heading_sorts_and_the_case_stays(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.pane.table.choose_row(1)
    header = page.pane.table.horizontalHeader()
    for expected in (["A2611-0001", "A2611-0002", "A2611-0003"], ["A2611-0003", "A2611-0002", "A2611-0001"]):
        at = QPoint(header.sectionViewportPosition(AT_STAKE) + 20, 10)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        arrive(qtbot, window)
        assert numbers(page) == expected
        assert page.panel.page is not None
        assert page.panel.page.case.number == "A2611-0002"


def test_j_and_k_walk_and_the_case_follows(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(page.pane.table, Qt.Key.Key_J)
    qtbot.keyClick(page.pane.table, Qt.Key.Key_J)
    arrive(qtbot, window)
    assert page.panel.page is not None
    assert page.panel.page.case.number == "A2611-0003"
    qtbot.keyClick(page.pane.table, Qt.Key.Key_K)
    arrive(qtbot, window)
    assert page.panel.page.case.number == "A2611-0002"


@pytest.mark.parametrize(
    ("key", "where"),
    [(Qt.Key.Key_R, "resolution"), (Qt.Key.Key_E, "packets"), (Qt.Key.Key_Space, "evidence")],
)
def test_one_key_goes_on_with_the_case(page: CasesPage, qtbot: QtBot, key: Qt.Key, where: str) -> None:
    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.keyClick(page.pane.table, key)
    assert asked.args == [Target(where, "A2611-0001")]


def test_state_changes_are_undone_and_done_again(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    choose(page.choices.state_menu(), "执行中")
    arrive(qtbot, window)
    tell(page, qtbot)
    arrive(qtbot, window)
    assert page.panel.page is not None
    assert page.panel.page.case.state is CaseState.IN_PROGRESS
    assert page.panel.head._state.text() == "执行中"
    assert window.status.done_text() == "已把 1 张售后单改为 执行中"
    assert "执行中" in window.actions_.action("undo").text()
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert page.panel.page.case.state is CaseState.NEW
    window.actions_.run("redo")
    arrive(qtbot, window)
    assert page.panel.page.case.state is CaseState.IN_PROGRESS


def test_several_cases_take_a_handler_and_a_state_at_once(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.clipboard.select_all()
    assert page.pane.table.chosen_count() == 3
    assert "选中 3 张 ¥ 306.00" in page.counts()
    entries = page.choices.row_menu(page.commands()).actions()
    assert [action.text() for action in entries if action.menu()] == ["状态", "经手", "待谁", "问题"]
    choose(page.choices.handler_menu(), "老秋")
    arrive(qtbot, window)
    choose(page.choices.state_menu(), "待答复")
    arrive(qtbot, window)
    tell(page, qtbot)
    arrive(qtbot, window)
    rows = page.pane.model.case_rows(range(3))
    assert {row.handler for row in rows} == {"老秋"}
    assert {row.state for row in rows} == {CaseState.WAITING}
    assert page.pane.table.chosen_count() == 3
    window.actions_.run("undo")
    arrive(qtbot, window)
    states = [row.state for row in page.pane.model.case_rows(range(3))]
    assert states == [CaseState.NEW, CaseState.OPEN, CaseState.IN_DISPUTE]


def test_only_moves_that_are_allowed_are_offered(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.pane.table.choose_row(2)
    arrive(qtbot, window)
    offered = [action.text() for action in page.choices.state_menu().actions()]
    assert "已归档" not in offered
    assert "介入中" in offered
    page.clipboard.select_all()
    # Of several, those that may are moved; the dialog names the others.
    assert "已归档" in [action.text() for action in page.choices.state_menu().actions()]


def test_problem_demand_and_who_acts_next_are_corrected(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    choose(page.choices.problem_menu(), "质量")
    arrive(qtbot, window)
    choose(page.choices.waiting_menu(), "仓库")
    arrive(qtbot, window)
    choose(page.choices.demand_menu(), "换货")
    arrive(qtbot, window)
    shown = page.panel.page
    assert shown is not None
    assert shown.case.problem is Problem.QUALITY
    assert page.pane.chips.chip(CaseView.WAITING_WAREHOUSE).accessibleName() == "待仓库 1"
    assert page.panel.overview.facts.fields[FactName.DEMAND].display.text() == "换货"
    assert [event.action for event in shown.timeline][:3] == ["demand_changed", "waiting_changed", "problem_changed"]


def test_a_note_is_kept_and_what_is_being_written_is_never_lost(
    page: CasesPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.reach.write_note()
    notes = page.panel.notes
    assert page.panel.bar.currentIndex() == NOTES
    notes.field.setPlainText("买家今晚发外箱照片")
    page.pane.table.choose_row(1)
    arrive(qtbot, window)
    assert notes.field.toPlainText() == ""
    page.pane.table.choose_row(0)
    arrive(qtbot, window)
    assert notes.field.toPlainText() == "买家今晚发外箱照片"
    qtbot.keyClick(notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    arrive(qtbot, window)
    assert notes.field.toPlainText() == ""
    assert page.panel.page is not None
    assert [(note.text, note.kind) for note in page.panel.page.notes] == [("买家今晚发外箱照片", NoteKind.INTERNAL)]
    page.pane.search.setText("外箱照片")
    arrive(qtbot, window)
    assert numbers(page) == ["A2611-0001"]


def test_a_note_that_cannot_be_kept_stays_in_its_field(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.panel.notes.field.setPlainText("x" * 100_001)
    page.panel.notes.ask()
    arrive(qtbot, window)
    assert len(page.panel.notes.field.toPlainText()) == 100_001
    assert page.panel.page is not None
    assert page.panel.page.notes == ()


def test_rows_are_copied_as_they_stand(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.pane.table.show_column(LIABILITY, False)
    header = page.pane.table.horizontalHeader()
    header.moveSection(header.visualIndex(BUYER), 0)
    page.pane.table.setFocus()
    page.clipboard.select_all()
    with qtbot.waitSignal(page.said):
        page.clipboard.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:2] == ["买家", "单号"]
    assert "责任" not in lines[0]
    assert lines[1].split("\t")[:2] == [NICKS[0], "A2611-0001"]
    assert len(lines) == 4


def test_the_layout_of_the_columns_is_kept(stocked: AppContext, show: Show, qtbot: QtBot) -> None:
    window = show(stocked)
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    page.pane.table.show_column(AT_STAKE, False)
    page.pane.table.horizontalHeader().resizeSection(BUYER, 222)
    # Closed before the change had settled.
    window.save_state()
    again = show(stocked).page("cases")
    assert isinstance(again, CasesPage)
    assert AT_STAKE not in again.pane.table.shown_columns()
    assert again.pane.table.columnWidth(BUYER) == 222
    menu = again.pane.columns_menu()
    choose(menu, "恢复默认列")
    assert AT_STAKE in again.pane.table.shown_columns()
    assert again.pane.table.layout_text() == ""


def test_every_column_can_be_hidden_but_the_last(page: CasesPage) -> None:
    table = page.pane.table
    for place in table.shown_columns():
        table.show_column(place, False)
    (left,) = table.shown_columns()
    assert left == COUNTED
    assert not page.pane.columns_menu().actions()[left].isEnabled()
    assert page.pane.columns_menu().actions()[0].isEnabled()


def test_columns_step_back_where_there_is_no_room(page: CasesPage, window: MainWindow) -> None:
    assert LIABILITY in page.pane.table.shown_columns()
    window.resize(1280, 800)
    assert UPDATED not in page.pane.table.shown_columns()
    window.resize(1600, 900)
    assert UPDATED in page.pane.table.shown_columns()


def test_in_a_narrow_window_the_case_is_a_page_of_its_own(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 800)
    assert not page.panel.isVisible()
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.pane.isVisible()
    assert page.back()
    assert page.pane.isVisible()
    assert not page.panel.isVisible()
    assert not page.back()


def test_enter_leads_into_the_case_and_escape_back(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.pane.table.hasFocus)
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Return)
    assert page.panel.bar.hasFocus()
    assert "Esc" in page.hints()
    qtbot.keyClick(page.panel.bar, Qt.Key.Key_Right)
    assert page.panel.tabs.currentIndex() == EVIDENCE
    qtbot.keyClick(page.panel.bar, Qt.Key.Key_Escape)
    assert page.pane.table.hasFocus()


def test_a_minute_moves_the_countdowns(page: CasesPage, clock: FixedClock) -> None:
    before = page.panel.head.clocks._blocks[0].accessibleName()
    clock.advance(timedelta(minutes=30))
    page.minute()
    assert page.panel.head.clocks._blocks[0].accessibleName() != before
    assert "逾期" in page.panel.head.clocks._blocks[0].accessibleName()


@pytest.mark.parametrize("name", ["A2611-0004", "4"], ids=["number", "id, as the wizard names it"])
def test_a_case_is_shown_by_its_name_even_from_the_archive(
    page: CasesPage, window: MainWindow, qtbot: QtBot, name: str
) -> None:
    window.go(Target("cases", name, "evidence"))
    arrive(qtbot, window)
    assert not window.findChildren(MessageDialog)
    assert page.panel.page is not None
    assert page.panel.page.case.number == "A2611-0004"
    assert page.panel.bar.currentIndex() == EVIDENCE


def test_the_first_run_says_how_to_begin(ctx: AppContext, show: Show, qtbot: QtBot) -> None:
    window = show(ctx)
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    assert page.pane.place() == "first"
    assert page.panel.page is None
    assert not page.can("resolve")
    assert page.can("new_case")


def test_an_empty_view_says_so(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.pane.show_view(CaseView.DUE_SOON)
    arrive(qtbot, window)
    page.pane.show_view(CaseView.WAITING_CARRIER)
    arrive(qtbot, window)
    assert page.pane.place() == "nothing"
    assert "待快递" in page.pane.places.nothing.text.text()
    assert not page.pane.places.everywhere.isVisible()
