"""Steps and clocks on the case page: in their order, by keyboard and mouse, with a word where one is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from models.clock import FixedClock
from models.kinds import ClockStatus, Role, StepState, WaitingOn
from models.records import CasePage, Clock, Step
from models.rules.clock_moves import ClockMove
from models.store.transaction import Transaction
from ui.background import Background
from ui.cases.case_cells import Moment
from ui.cases.case_steps import StepRow
from ui.cases.clock_blocks import ClockBlocks
from ui.cases.clock_form import ClockForm
from ui.cases.clock_pane import ClockPane
from ui.cases.clock_words import clock_facts, clock_look, clock_tip
from ui.cases.page import CasesPage, make_page
from ui.messages import MessageDialog
from ui.page import Target
from ui.widgets.reason_dialog import ReasonDialog

if TYPE_CHECKING:
    from desktop.context import AppContext

Dialog = TypeVar("Dialog", bound=QDialog)
ROAD = (
    ("buyer_sends_back", "等买家寄回", "", Role.AFTER_SALES),
    ("inspect_return", "拆包验货", "buyer_sends_back", Role.WAREHOUSE),
    ("send_return_address", "发退货地址", "", Role.AFTER_SALES),
    ("file_claim", "向快递理赔", "", Role.AFTER_SALES),
)


@pytest.fixture
def page(stocked: AppContext, background: Background, qtbot: QtBot) -> CasesPage:
    """The Cases page by itself on the first case, whose steps are laid."""

    def lay(transaction: Transaction) -> None:
        for place, (rule, title, after, role) in enumerate(ROAD):
            transaction.insert(
                "step", case_id=1, position=place, title_zh=title, role=role, rule=rule, after=after
            )  # fmt: skip

    stocked.bench.act("draft_saved", lay, undoable=False)
    made = make_page(stocked, background)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    # As the window does: what was written is read again.
    stocked.changes.subscribe(lambda changes: made.panel.reload())
    made.open(Target("cases", "A2611-0001"))
    qtbot.waitUntil(lambda: made.panel.page is not None and bool(made.panel.overview.steps.rows()))
    return made


def shown(page: CasesPage) -> CasePage:
    assert page.panel.page is not None
    return page.panel.page


def row_of(page: CasesPage, rule: str) -> StepRow:
    return next(row for row in page.panel.overview.steps.rows() if row.step.rule == rule)


def step_of(page: CasesPage, rule: str) -> Step:
    return next(step for step in shown(page).steps if step.rule == rule)


def opened(page: CasesPage, kind: type[Dialog]) -> Dialog:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def menu_of(page: CasesPage, rule: str) -> QMenu:
    return page.work.steps.menu(shown(page), step_of(page, rule), page.work._people)


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_step_that_waits_is_dimmed_says_for_what_and_is_not_ticked(page: CasesPage, qtbot: QtBot) -> None:
    row = row_of(page, "inspect_return")
    assert row.title.full() == "拆包验货 · 先做：等买家寄回"
    assert "先做：等买家寄回" in row.box.accessibleName()
    qtbot.mouseClick(row.title, Qt.MouseButton.LeftButton)
    dialog = opened(page, ReasonDialog)
    assert not row.box.isChecked()
    assert "等买家寄回" in dialog.accessibleDescription()
    dialog.take.click()
    assert step_of(page, "inspect_return").state is StepState.OPEN
    dialog.field.setText("仓库已当面收到")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: step_of(page, "inspect_return").state is StepState.DONE)
    assert step_of(page, "inspect_return").note == "仓库已当面收到"


def test_space_ticks_and_the_keyboard_stays_on_the_row(page: CasesPage, qtbot: QtBot) -> None:
    row_of(page, "buyer_sends_back").box.setFocus()
    qtbot.keyClick(row_of(page, "buyer_sends_back").box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step_of(page, "buyer_sends_back").state is StepState.DONE)
    qtbot.waitUntil(lambda: not row_of(page, "inspect_return").missing)
    assert page.panel.overview.steps.rows()[0].box.isChecked()
    assert shown(page).case.waiting_on is WaitingOn.WAREHOUSE


def test_the_menu_of_a_step_leaves_out_hands_on_and_notes(page: CasesPage, qtbot: QtBot) -> None:
    box = row_of(page, "file_claim").box
    QApplication.sendEvent(box, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(0, 0)))
    assert any(menu.isVisible() for menu in page.findChildren(QMenu))
    for menu in page.findChildren(QMenu):
        menu.close()
    menu = menu_of(page, "file_claim")
    assert "打开快递理赔登记表" in [action.text() for action in menu.actions()]
    people = next(each for each in menu.findChildren(QMenu) if each.title() == "交给")
    choose(people, "老秋")
    qtbot.waitUntil(lambda: step_of(page, "file_claim").person_id == 2)
    choose(menu_of(page, "file_claim"), "不做…")
    dialog = opened(page, ReasonDialog)
    dialog.field.setText("已保价，快递直接赔")
    dialog.take.click()
    qtbot.waitUntil(lambda: step_of(page, "file_claim").state is StepState.SKIPPED)
    assert row_of(page, "file_claim").title.full() == "不做：向快递理赔", "first, or a long title hides it"
    choose(menu_of(page, "file_claim"), "重新打开")
    qtbot.waitUntil(lambda: step_of(page, "file_claim").state is StepState.OPEN)


def test_the_return_address_is_copied_with_advice(page: CasesPage, stocked: AppContext, qtbot: QtBot) -> None:
    stocked.bench.act("shop_changed", lambda work: work.update("shop", 1, return_address="杭州市云栖路 8 号"))
    said: list[str] = []
    page.said.connect(said.append)
    choose(menu_of(page, "send_return_address"), "复制退货地址和寄件说明")
    qtbot.waitUntil(lambda: said == ["已复制地址和说明"])
    assert QGuiApplication.clipboard().text().startswith("杭州市云栖路 8 号\n")


def test_a_clock_is_entered_paused_and_stopped_from_the_pane(
    page: CasesPage, stocked: AppContext, qtbot: QtBot
) -> None:
    page.panel.head.clocks.blocks()[0].click()
    pane = opened(page, ClockPane)
    qtbot.keyClick(pane.list, Qt.Key.Key_N)
    form = opened(page, ClockForm)
    form.take.click()
    assert form.isVisible()
    form.confirms.setChecked(True)
    assert (form.label.text(), form.timeout.text()) == ("自动确认收货", "平台自动确认收货，交易成功")
    assert form.who.currentText() == "平台"
    form.confirms.setChecked(False)
    form.label.setText("答复支付机构")
    form.due.setDateTime(form.due.dateTime().addDays(-30))
    form.take.click()
    assert form.isVisible()
    form.due.setDateTime(form.due.dateTime().addDays(30))
    form.take.click()
    qtbot.waitUntil(lambda: any(clock.label_zh == "答复支付机构" for clock in shown(page).clocks))

    def current() -> Clock:
        found = pane.current()
        assert found is not None
        return found

    found_now = shown(page).clocks
    entered = next(clock for clock in found_now if clock.label_zh == "答复支付机构")
    assert entered.due_at == stocked.clock.now().replace(second=0) + timedelta(days=7)
    qtbot.waitUntil(lambda: current().id == entered.id)
    assert not pane.buttons[ClockMove.CHANGE].isHidden()
    qtbot.keyClick(pane.list, Qt.Key.Key_P)
    opened(page, ReasonDialog).take.click()
    qtbot.waitUntil(lambda: current().status is ClockStatus.PAUSED)
    choose(pane.menu(), "继续…")
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in page.findChildren(MessageDialog)))
    opened(page, MessageDialog)._choose("keep")
    qtbot.waitUntil(lambda: current().status is ClockStatus.RUNNING)
    pane.buttons[ClockMove.STOP].click()
    dialog = opened(page, ReasonDialog)
    dialog.take.click()
    assert dialog.isVisible()
    dialog.field.setText("平台撤销了争议")
    dialog.take.click()
    qtbot.waitUntil(lambda: current().status is ClockStatus.STOPPED)
    pane.reject()
    assert page.work.pane is None


def test_what_a_clock_says(stocked: AppContext, clock: FixedClock) -> None:
    at = Moment(clock.now(), clock.now().astimezone().tzinfo or clock.now().tzinfo)  # type: ignore[arg-type]
    base = replace(
        stocked.cases.load_page(1).clocks[0], due_at=at.now + timedelta(hours=30), started_at=at.now, who=WaitingOn.US,
        on_timeout="auto_refund", note="calendar:2027",
    )  # fmt: skip
    far = clock_look(base, at)
    assert (far.left, far.state, far.uncertain) == ("剩 1 天 6 时", "waiting", True)
    assert clock_look(replace(base, warn_at=at.now), at).state == "due"
    ran_out = clock_look(replace(base, who=WaitingOn.PLATFORM, due_at=at.now), at)
    assert (ran_out.left, ran_out.under, ran_out.state) == ("已到期", "平台自动退款", "waiting")
    assert clock_look(replace(base, due_at=at.now), at).state == "overdue"
    assert clock_look(replace(base, status=ClockStatus.MISSED, ended_at=at.now), at).state == "overdue"
    assert "超时后果：平台自动退款" in clock_tip(base, at)
    assert "2027 年放假安排尚未公布" in clock_tip(base, at)
    abroad = replace(base, due_at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    china = replace(at, zone=timezone(timedelta(hours=8)))
    assert ("店铺时间", "2026-10-25 02:30:00（Europe/Berlin）") in clock_facts(abroad, china, "", "Europe/Berlin")
    assert ("店铺时间", "") in clock_facts(abroad, china, "", "Asia/Shanghai")


def test_the_blocks_show_three_and_say_what_is_not_certain(
    stocked: AppContext, clock: FixedClock, qtbot: QtBot
) -> None:
    blocks = ClockBlocks()
    qtbot.addWidget(blocks)
    at = Moment(clock.now(), clock.now().tzinfo)  # type: ignore[arg-type]
    first = stocked.cases.load_page(1).clocks[0]
    clocks = [replace(first, id=place, due_at=at.now + timedelta(days=place)) for place in range(1, 6)]
    clocks[0] = replace(clocks[0], status=ClockStatus.PAUSED, paused_at=at.now, note="calendar:2027")
    blocks.show_clocks(clocks, at)
    assert [block.look().left for block in blocks.blocks()] == ["剩 2 天", "剩 3 天", "剩 4 天"]
    assert "2027" in blocks.uncertain.text()
    over = [
        replace(each, id=each.id + 9, who=WaitingOn.BUYER, due_at=at.now - timedelta(days=each.id))
        for each in clocks[1:]
    ]
    blocks.show_clocks([*over, *clocks[3:]], at)
    assert [block.look().left for block in blocks.blocks()] == ["剩 4 天", "剩 5 天", "已到期"], (
        "what is over comes last"
    )
    wanted: list[bool] = []
    blocks.wanted.connect(lambda: wanted.append(True))
    qtbot.keyClick(blocks.blocks()[1], Qt.Key.Key_Return)
    assert wanted == [True]
    blocks.show_clocks([], at)
    assert [block.look().label for block in blocks.blocks()] == ["没有进行中的时限"]
