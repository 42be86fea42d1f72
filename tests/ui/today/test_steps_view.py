"""The steps by role behind Today's switch: done in place, in their order, those without a time among them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.kinds import Role, StepState
from models.store.transaction import Transaction
from ui.main_window import MainWindow
from ui.today.steps_view import StepsView
from ui.today.today_page import TodayPage
from ui.widgets.reason_dialog import ReasonDialog

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def view(page: TodayPage, qtbot: QtBot) -> StepsView:
    """The steps in front, the list of after-sales chosen."""
    page.show_view("steps")
    assert page.steps is not None
    page.steps.show_role(Role.AFTER_SALES)
    qtbot.waitUntil(lambda: page.steps is not None and page.steps.model.rowCount() == 1)
    return page.steps


def titles(view: StepsView) -> list[str]:
    """The steps listed, with what they wait for."""
    found = [view.model.at(row) for row in range(view.model.rowCount())]
    return [f"{each.step.title_zh} < {','.join(step.title_zh for step in each.missing)}" for each in found if each]


def test_d_does_a_step_and_undo_brings_it_back(view: StepsView, window: MainWindow, qtbot: QtBot) -> None:
    assert titles(view) == ["向快递催查 < "]
    qtbot.keyClick(view.table, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)


def test_the_steps_that_do_not_fit_are_reached_by_scrolling(
    view: StepsView, page: TodayPage, qtbot: QtBot, busy_shop: AppContext
) -> None:
    now = busy_shop.clock.now()

    def lay(transaction: Transaction) -> None:
        for place in range(45):
            due = now + timedelta(hours=4, minutes=place)
            transaction.insert(
                "step", case_id=1, position=place, title_zh=f"第{place}步", role=Role.FINANCE, due_at=due
            )

    busy_shop.bench.act("draft_saved", lay, undoable=False)
    page.refresh(None)
    view.show_role(Role.FINANCE)
    qtbot.waitUntil(lambda: view.model.rowCount() == 45)
    assert view.geometry().bottom() <= page.height()
    view.take_focus()
    qtbot.keyClick(view.table, Qt.Key.Key_End)
    view.table.choose_row(44)
    qtbot.keyClick(view.table, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: view.model.rowCount() == 44)
    assert view.current() is view.model.at(43), "the keyboard stays at the end"
    assert busy_shop.cases.load_page(1).steps[-1].state is StepState.DONE


def _lay_road(ctx: AppContext) -> None:
    """Two more steps of the late case: the second waits for the first, which has no due time."""

    def lay(transaction: Transaction) -> None:
        later = {"case_id": 1, "position": 2, "title_en": "", "role": Role.WAREHOUSE}
        transaction.insert("step", title_zh="拆包验货", rule="inspect_return", **later)
        due = ctx.clock.now() - timedelta(hours=1)
        told = {**later, "role": Role.FINANCE, "position": 3}
        transaction.insert("step", title_zh="验收后退款", rule="pay_refund", after="inspect_return", due_at=due, **told)

    ctx.bench.act("draft_saved", lay, undoable=False)


def test_a_step_that_waits_says_for_what_and_is_done_with_a_reason(
    view: StepsView, page: TodayPage, qtbot: QtBot, busy_shop: AppContext
) -> None:
    _lay_road(busy_shop)
    page.refresh(None)
    view.show_role(Role.FINANCE)
    qtbot.waitUntil(lambda: titles(view) == ["验收后退款 < 拆包验货"])
    found = view.current()
    assert found is not None
    dialog = view.complete(found)
    assert isinstance(dialog, ReasonDialog)
    dialog.take.click()
    assert view.model.rowCount() == 1, "without a reason nothing is done"
    dialog.field.setText("主管同意")
    dialog.take.click()
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    done = next(step for step in busy_shop.cases.load_page(1).steps if step.rule == "pay_refund")
    assert done.note == "主管同意"


def test_each_role_has_its_list_and_those_without_a_time_are_reached(
    view: StepsView, page: TodayPage, qtbot: QtBot, busy_shop: AppContext
) -> None:
    _lay_road(busy_shop)
    page.refresh(None)
    qtbot.keyClick(view.table, Qt.Key.Key_1)
    assert view.role() is Role.WAREHOUSE
    qtbot.waitUntil(lambda: titles(view) == ["补寄餐盘 < ", "拆包验货 < "])
    assert busy_shop.role_steps.lists()[Role.WAREHOUSE].undated == 1
    qtbot.keyClick(view.table, Qt.Key.Key_2)
    assert view.role() is Role.QUALITY
    assert view.stack.currentWidget() is view.empty
    qtbot.waitUntil(lambda: page.switch.accessibleName() == "按角色的步骤 3")
