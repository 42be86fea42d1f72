"""Leaving things by Enter, the sheets of the nights, the steps by role: all by keyboard, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.clock import FixedClock
from models.errors import EnvironmentFault
from models.kinds import Role, StepState
from models.register_kinds import HandOverState
from models.rules.return_codes import return_code
from ui.background import Background
from ui.error_words import sentence
from ui.hand_over.hand_on_dialog import HandOnDialog
from ui.hand_over.hand_over_door import open_nights
from ui.hand_over.item_dialogs import EditItemDialog, PassOnDialog
from ui.hand_over.leave_dialog import LeaveDialog
from ui.page import Target
from ui.today.steps_view import StepsView
from ui.widgets.reason_dialog import ReasonDialog

Arrive = Callable[[], None]
Key = Qt.Key
NAUGHTY = "<b>‮x</b>\U0001f525&%1 ../"


def test_things_are_left_one_after_the_other(
    ctx: AppContext, case_id: int, background: Background, window: QWidget, arrive: Arrive, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    dialog = LeaveDialog(ctx, background, window, case_id=case_id)
    dialog.open()
    arrive()
    number = ctx.cases.load_page(case_id).case.number
    assert dialog.about.about is not None
    assert dialog.about.about.words.startswith(number)
    qtbot.keyClick(dialog.text, Key.Key_Return)
    assert ctx.hand_over_items.sheet().items == ()
    dialog.text.setPlainText(NAUGHTY)
    qtbot.keyClick(dialog.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.text.toPlainText().count("\n") == 1
    qtbot.keyClick(dialog.text, Key.Key_Return)
    arrive()
    (first,) = ctx.hand_over_items.sheet().items
    assert (first.text, first.case_id) == (NAUGHTY, case_id)
    assert (dialog.text.toPlainText(), dialog.about.words.full(), dialog.model.rowCount()) == ("", "", 1)
    # The next about whatever a scanner reads from a slip.
    dialog.about.search.setText(return_code(number))
    qtbot.keyClick(dialog.about.search, Key.Key_Return)
    arrive()
    assert dialog.about.about is not None
    assert dialog.about.about.case_id == case_id
    dialog.text.setPlainText("第二件")
    dialog.due.hour.setText("25:00")
    dialog.leave_it()
    dialog.due.hour.setText("18:30")
    monkeypatch.setattr(ctx.bench, "act", _full_disk)
    dialog.leave_it()
    arrive()
    assert (dialog.text.toPlainText(), dialog.about.about.case_id) == ("第二件", case_id)
    monkeypatch.undo()
    dialog.leave_it()
    arrive()
    texts = {item.text: item for item in ctx.hand_over_items.sheet().items}
    local = texts["第二件"].due_at.astimezone(ctx.hand_over_items.time_zone)
    assert f"{local:%H:%M}" == "18:30"
    # What is typed about and found nowhere is not dropped.
    dialog.about.search.setText("没有这个人")
    dialog.about.take_typed()
    dialog.text.setPlainText("第三件")
    dialog.leave_it()
    arrive()
    assert len(ctx.hand_over_items.sheet().items) == 2
    wanted: list[object] = []
    morning = dialog.due.day()
    dialog.about.choose(None)
    dialog.print_wanted.connect(wanted.append)
    dialog.end_shift()
    arrive()
    assert len(ctx.hand_over_items.sheet().items) == 3
    assert wanted == [morning]
    # What was typed and not left stands there again.
    again = LeaveDialog(ctx, background, window)
    again.text.setPlainText(NAUGHTY)
    again.reject()
    assert LeaveDialog(ctx, background, window).text.toPlainText() == NAUGHTY


def _full_disk(*_: object, **__: object) -> None:
    raise EnvironmentFault("disk_full")


def test_a_night_is_cleared_by_keyboard(
    ctx: AppContext, case_id: int, background: Background, window: QWidget, arrive: Arrive, qtbot: QtBot
) -> None:
    items = ctx.hand_over_items
    ids = [items.leave(text, case_id=case_id) for text in (NAUGHTY, "b", "c", "d")]
    cast(FixedClock, ctx.clock).advance(timedelta(days=1))
    went: list[Target] = []
    dialog = open_nights(ctx, background, window, went.append)
    arrive()
    table = dialog.table
    assert "4" in dialog.facts.text()

    def press(row: int, key: Qt.Key) -> None:
        table.choose_row(row)
        qtbot.keyClick(table, key)
        arrive()

    press(dialog.model.row_of(ids[0]), Key.Key_T)
    assert items.find_item(ids[0]).taken_by == "小满"
    press(dialog.model.row_of(ids[0]), Key.Key_D)
    assert items.find_item(ids[0]).state is HandOverState.DONE
    press(dialog.model.row_of(ids[1]), Key.Key_N)
    noted = dialog.findChild(ReasonDialog)
    assert noted is not None
    noted.field.setText("打过了")
    noted.take.click()
    arrive()
    assert items.find_item(ids[1]).note == "打过了"
    press(dialog.model.row_of(ids[2]), Key.Key_P)
    passed = dialog.findChild(PassOnDialog)
    assert passed is not None
    passed.note.setText("没人接")
    passed.take.click()
    arrive()
    assert items.find_item(ids[2]).state is HandOverState.PASSED_ON
    press(dialog.model.row_of(ids[3]), Key.Key_F2)
    edited = dialog.findChild(EditItemDialog)
    assert edited is not None
    assert (edited.due.day(), edited.text.toPlainText()) == (items.find_item(ids[3]).morning, "d")
    edited.text.setPlainText("d，地址核对过")
    edited.take.click()
    arrive()
    assert items.find_item(ids[3]).text == "d，地址核对过"
    dialog.hour.setText("9点")
    dialog.hour.editingFinished.emit()
    assert (dialog.hour.text(), f"{items.due_by():%H:%M}") == ("12:00", "12:00")
    assert dialog.mornings.rowCount() == 3
    dialog.list.choose_row(0)
    arrive()
    (left,) = (dialog.model.at(row) for row in range(dialog.model.rowCount()) if row >= len(items.sheet().older))
    assert left is not None
    assert left.passed[0].note == "没人接"
    qtbot.keyClick(table, Key.Key_Return)
    assert went == [Target("cases", ctx.cases.load_page(case_id).case.number)]


def test_steps_are_done_and_handed_on_in_their_lists(
    ctx: AppContext, case_id: int, background: Background, window: QWidget, arrive: Arrive, qtbot: QtBot
) -> None:
    def add(title: str, role: Role, **more: object) -> int:
        values = {"case_id": case_id, "position": 1, "title_zh": title, "role": role, "state": StepState.OPEN, **more}
        return ctx.bench.act("step_noted", lambda work: work.insert("step", **values))

    late = add(NAUGHTY, Role.WAREHOUSE, rule="inspect", due_at=ctx.clock.now() - timedelta(hours=3))
    waits = add("退款", Role.WAREHOUSE, rule="refund", after="inspect")
    view = StepsView(ctx, background, window)
    went: list[Target] = []
    view.navigate.connect(went.append)
    view.show_role(Role.WAREHOUSE)
    view.show_view()
    arrive()
    assert [view.tabs.tabText(place) for place in range(view.tabs.count())] == ["仓库", "质检", "主管", "售后", "财务"]
    shown = [view.model.at(row) for row in range(view.model.rowCount())]
    assert [each.step.id for each in shown if each is not None] == [late, waits]
    assert view.model.data(view.model.index(0, 5)) == "之后 退款"
    view.table.choose_row(1)
    qtbot.keyClick(view.table, Key.Key_D)
    asked = view.findChild(ReasonDialog)
    assert asked is not None
    asked.reject()
    view.table.choose_row(1)
    qtbot.keyClick(view.table, Key.Key_H)
    arrive()
    dialog = view.findChild(HandOnDialog)
    assert dialog is not None
    dialog.field.setText("财务")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    dialog.note.setText("等入账")
    qtbot.keyClick(dialog.note, Key.Key_Return)
    arrive()
    assert [each.step.id for each in ctx.role_steps.lists()[Role.FINANCE].steps] == [waits]
    view.reload()
    arrive()
    view.table.choose_row(0)
    qtbot.keyClick(view.table, Key.Key_Return)
    assert went == [Target("cases", ctx.cases.load_page(case_id).case.number)]
    qtbot.keyClick(view.table, Key.Key_D)
    arrive()
    view.reload()
    arrive()
    assert view.stack.currentWidget() is view.empty
    qtbot.keyClick(view.tabs, Key.Key_Right)
    assert ctx.settings.get("steps.role") == "quality"


@pytest.mark.parametrize(
    "code",
    ["hand_over_item_not_found", "hand_over_cleared", "hand_over_passed", "hand_over_not_yours", "step_not_open",
     "hand_over_hour_invalid", "hand_over_other_buyer", "no_hand_over_items"],
)  # fmt: skip
def test_what_goes_wrong_is_said_in_words(code: str) -> None:
    from models.errors import UserError

    words = sentence(UserError(code, person="<b>", text="\u202e", day="2026-11-21", case="A1", buyer="x"))
    assert words.what
    assert words.next
    assert code not in words.what + words.next
