"""D on a case of the board: what its clock waits for is done in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.kinds import Role
from models.store.transaction import Transaction
from ui.messages import MessageDialog
from ui.today.panels import DUE, OVERDUE
from ui.today.today_page import TodayPage
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_d_does_the_step_a_clock_waits_for_and_asks_where_none_answers(
    page: TodayPage, qtbot: QtBot, busy_shop: AppContext
) -> None:
    """The case that is late has a step due by its clock, the one that is due soon has none."""
    late = page.panels[OVERDUE].model.line(0)
    clocks = {clock.id: clock for clock in busy_shop.cases.load_page(late.number).clocks}

    def due_by(transaction: Transaction) -> int:
        return transaction.insert(
            "step", case_id=late.number, position=9, title_zh="首次答复", title_en="Answer", role=Role.AFTER_SALES,
            due_at=clocks[late.clock_id].due_at, rule="tell_buyer", due_rule=clocks[late.clock_id].rule,
        )  # fmt: skip

    step_id = busy_shop.bench.act("step_reopened", due_by, undoable=False)

    def state_of(case_id: int, clock_id: int) -> str:
        return next(clock.status for clock in busy_shop.cases.load_page(case_id).clocks if clock.id == clock_id)

    page.jump(OVERDUE)
    qtbot.keyClick(page.panels[OVERDUE].list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.tiles[OVERDUE].count() == 0)
    done = next(step for step in busy_shop.cases.load_page(late.number).steps if step.id == step_id)
    assert (done.state, state_of(late.number, late.clock_id)) == ("done", "missed")
    entry = busy_shop.undo.peek_undo()
    assert entry is not None
    assert "首次答复" in str(entry.values)
    soon = page.panels[DUE].model.line(0)
    page.jump(DUE)
    qtbot.keyClick(page.panels[DUE].list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: bool(page.findChildren(MessageDialog)))
    (dialog,) = page.findChildren(MessageDialog)
    assert soon.case_number in dialog.accessibleDescription()
    next(each for each in dialog.findChildren(Button) if each.label() == "已做完").click()
    qtbot.waitUntil(lambda: page.tiles[DUE].count() == 0)
    assert state_of(soon.number, soon.clock_id) == "met"
