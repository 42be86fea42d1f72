"""Filters and saved views of the Cases list by keyboard: set, seen as chips, kept, put in order, opened when wrong."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.case_query import CaseFilters, CaseQuery, CaseSort, CaseView, DatePeriod
from models.errors import StoreFault
from models.kinds import CaseState, Problem
from tests.ui.cases.sample_cases import Show, arrive
from ui.background import Background
from ui.cases.case_columns import AT_STAKE
from ui.cases.filter_parts import AmountPart, ChoicePart, DatePart
from ui.cases.filter_words import FilterField
from ui.cases.page import CasesPage
from ui.cases.saved_view_counts import ViewCounts
from ui.cases.saved_view_doings import NameDialog
from ui.cases.saved_view_order import OrderDialog
from ui.main_window import MainWindow
from ui.page import Target

Kind = TypeVar("Kind", bound=QWidget)
DAMAGED = CaseFilters(problems=(Problem.DAMAGED,))


def rows(page: CasesPage) -> list[str]:
    """The case numbers in the list, from top to bottom."""
    model = page.pane.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def dialog_of(kind: type[Kind]) -> Kind:
    """The open dialog of a kind."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys one after the other."""
    for key in keys:
        qtbot.keyClick(widget, key)


def test_filters_are_set_changed_and_taken_away_by_key(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    views, key = page.pane.views, Qt.Key
    window.actions_.run("filter")
    panel = views._panel
    assert panel is not None
    press(qtbot, panel.fields, key.Key_Down, key.Key_Right)
    part = panel.part()
    assert isinstance(part, ChoicePart)
    press(qtbot, part.list, key.Key_Down, key.Key_Space, key.Key_Down, key.Key_Down, key.Key_Return)
    arrive(qtbot, window)
    assert views.state.filters == CaseFilters(problems=(Problem.MISSING_ITEM, Problem.DAMAGED))
    assert rows(page) == ["A2611-0001", "A2611-0002"]
    assert [chip.accessibleName() for chip in views.filter_chips.chips()] == ["问题：少件、破损"]
    panel.choose_field(FilterField.AMOUNT)
    amount = panel.part()
    assert isinstance(amount, AmountPart)
    qtbot.keyClicks(amount.least, "1o2")
    press(qtbot, amount.least, key.Key_Return)
    assert amount.least.accessibleDescription()
    assert views.state.filters.at_least is None
    amount.least.clear()
    qtbot.keyClicks(amount.least, "102")
    press(qtbot, amount.least, key.Key_Return)
    arrive(qtbot, window)
    assert rows(page) == ["A2611-0002"]
    press(qtbot, panel, key.Key_Escape)
    first, second = views.filter_chips.chips()
    assert second.accessibleName() == "涉及金额：不低于 ¥ 102.00"
    press(qtbot, first, key.Key_Delete)
    arrive(qtbot, window)
    assert views.state.filters == CaseFilters(at_least=10200, currency="CNY")
    window.actions_.run("clear_filters")
    arrive(qtbot, window)
    assert len(rows(page)) == 3
    assert views.filter_chips.isHidden()


def test_dates_are_a_span_or_two_days(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    views = page.pane.views
    panel = views.open_filters(FilterField.DATE)
    part = panel.part()
    assert isinstance(part, DatePart)
    press(qtbot, part.periods, Qt.Key.Key_Space)
    assert views.state.filters == CaseFilters(period=DatePeriod.TODAY)
    qtbot.keyClicks(part.first, "11-21")
    press(qtbot, part.first, Qt.Key.Key_Return)
    qtbot.keyClicks(part.last, "11-20")
    press(qtbot, part.last, Qt.Key.Key_Return)
    assert part.last.accessibleDescription()
    arrive(qtbot, window)
    assert views.state.filters.last_day is None
    assert page.pane.place() == "nothing"
    assert "11-21" in page.pane.places.nothing.more.text()
    panel.clear_one.click()
    arrive(qtbot, window)
    assert part.last.text() == ""
    assert len(rows(page)) == 3


def test_nothing_found_names_the_filters_and_leads_out(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    pane = page.pane
    pane.views.set_filters(CaseFilters(problems=(Problem.SIZE,)))
    arrive(qtbot, window)
    assert pane.place() == "nothing"
    assert "问题：尺寸" in pane.places.nothing.more.text()
    pane.places.everywhere.click()
    arrive(qtbot, window)
    assert rows(page) == ["A2611-0004"]
    pane.places.clear.click()
    arrive(qtbot, window)
    assert len(rows(page)) == 4


def test_a_view_is_saved_left_changed_deleted_and_undone(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    views, chips = page.pane.views, page.pane.chips
    views.set_filters(DAMAGED)
    page.pane.table.sortByColumn(AT_STAKE, Qt.SortOrder.DescendingOrder)
    arrive(qtbot, window)
    window.actions_.run("save_view")
    dialog = dialog_of(NameDialog)
    press(qtbot, dialog.field, Qt.Key.Key_Return)
    assert dialog.field.accessibleDescription()
    dialog.field.setText('急 & "破损" \u202e🎁')
    dialog.take.click()
    arrive(qtbot, window)
    own = chips.view()
    assert own.startswith("own:")
    assert chips.chip(own).accessibleName() == '急 & "破损" 🎁 1'
    qtbot.mouseClick(chips.chip(CaseView.OPEN), Qt.MouseButton.LeftButton)
    arrive(qtbot, window)
    assert not views.state.filters
    chips.step_to(chips.shown_keys().index(own))
    arrive(qtbot, window)
    assert page.pane.model.query.sort is CaseSort.AT_STAKE
    assert page.pane.model.query.descending
    assert rows(page) == ["A2611-0001"]
    views.set_filters(CaseFilters(states=(CaseState.OPEN,)))
    arrive(qtbot, window)
    assert chips.chip(own).accessibleDescription()
    kept = chips.view_of(own)
    menu = views.doings.menu(kept, views._present(), on=True)
    next(action for action in menu.actions() if action.text().startswith("把当前")).trigger()
    arrive(qtbot, window)
    assert not chips.chip(own).accessibleDescription()
    next(action for action in menu.actions() if action.text().startswith("删除")).trigger()
    arrive(qtbot, window)
    assert chips.view() is CaseView.OPEN
    assert views.state.filters == CaseFilters(states=(CaseState.OPEN,))
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert chips.view_of(own) is not None


def test_views_are_put_in_order_and_hidden_by_key(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    chips, key = page.pane.chips, Qt.Key
    window.actions_.run("arrange_views")
    dialog = dialog_of(OrderDialog)
    qtbot.keyClick(dialog.list, key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(qtbot, dialog.list, key.Key_Up, key.Key_Space)
    dialog.list.choose_row(dialog.keys().index("all"))
    third = QPointF(dialog.list.visualRect(dialog.list.rows.index(2, 0)).center())
    mouse, bare, moved = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    dialog.list.dropEvent(QDropEvent(third, moved, QMimeData(), mouse, bare))
    press(qtbot, dialog.list, key.Key_Return)
    arrive(qtbot, window)
    assert chips.shown_keys()[:2] == [CaseView.OPEN, CaseView.ALL]
    assert chips.chip(CaseView.OVERDUE).isHidden()
    window.activateWindow()
    page.pane.table.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page.pane.table, key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert chips.view() is CaseView.ALL
    page.open(Target("cases", part="overdue"))
    assert not chips.chip(CaseView.OVERDUE).isHidden()


def test_view_filters_and_order_stand_there_again_and_the_text_does_not(
    stocked: AppContext, show: Show, qtbot: QtBot
) -> None:
    gone = stocked.saved_views.save("gone", CaseQuery(filters=CaseFilters(handlers=(77,), problems=(Problem.DAMAGED,))))
    first = show(stocked)
    page = first.page("cases")
    assert isinstance(page, CasesPage)
    first.go(Target("cases", part=f"own:{gone}"))
    arrive(qtbot, first)
    assert rows(page) == ["A2611-0001"]
    assert "gone" in page.pane.views.notice.text.text()
    assert not page.pane.views.notice.isHidden()
    page.pane.table.sortByColumn(AT_STAKE, Qt.SortOrder.DescendingOrder)
    page.pane.search.setText("花果")
    arrive(qtbot, first)
    first.close()
    second = show(stocked)
    again = second.page("cases")
    assert isinstance(again, CasesPage)
    assert again.pane.chips.view() == f"own:{gone}"
    assert again.pane.views.state.filters == DAMAGED
    assert again.pane.search.text() == ""
    assert again.pane.model.query.descending
    assert again.pane.table.horizontalHeader().sortIndicatorSection() == AT_STAKE


def test_what_cannot_be_read_is_said_in_place(
    page: CasesPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(query: CaseQuery) -> None:
        raise StoreFault("store_failed")

    with monkeypatch.context() as broken:
        broken.setattr(window.ctx.cases, "list_case_ids", fail)
        page.pane.ask()
        arrive(qtbot, window)
        assert page.pane.place() == "wrong"
    page.pane.places.retry_wanted.emit()
    arrive(qtbot, window)
    assert page.pane.place() == "table"


def test_counts_are_read_once_at_a_time(stocked: AppContext, background: Background, qtbot: QtBot) -> None:
    counts = ViewCounts(stocked, background)
    views = stocked.saved_views.list_views()
    for _ in range(20):
        counts.ask(views, None)
    qtbot.waitUntil(lambda: background.pending() == 0)
    assert counts.reads == 2
    assert counts.by_key[CaseView.OPEN] == 3
    assert counts.total() == 4
