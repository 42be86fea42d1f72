"""A new case without the mouse: a number is pasted, the problem chosen by letters, Enter keeps it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.kinds import Problem
from tests.ui.cases.sample_cases import NICKS, arrive
from ui.cases.new_case_dialog import NewCaseDialog
from ui.cases.page import CasesPage
from ui.main_window import MainWindow
from ui.page import Target


def begin(page: CasesPage, window: MainWindow, qtbot: QtBot) -> NewCaseDialog:
    """Ctrl+N."""
    window.actions_.run("new_case")
    dialog = page.findChildren(NewCaseDialog)[-1]
    qtbot.waitUntil(dialog.field.hasFocus)
    return dialog


def type_text(dialog: NewCaseDialog, text: str) -> None:
    """As an input method sends it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(dialog.field, event)


@pytest.mark.parametrize(
    "pasted", ["2611120000000005", "YQ44710005", "13800000005", "0005", "芭蕉洞_铁扇", " 2611120000000005\n"]
)
def test_any_number_or_name_leads_to_the_order(
    page: CasesPage, window: MainWindow, stocked: AppContext, qtbot: QtBot, pasted: str
) -> None:
    dialog = begin(page, window, qtbot)
    QApplication.clipboard().setText(pasted)
    dialog.field.paste()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.problems.hasFocus)
    qtbot.keyClick(dialog.problems, Qt.Key.Key_P)
    qtbot.keyClick(dialog.problems, Qt.Key.Key_S)
    assert dialog.problems.problem() is Problem.DAMAGED
    qtbot.keyClick(dialog.problems, Qt.Key.Key_Return)
    assert dialog.summary.hasFocus()
    with qtbot.waitSignal(dialog.opened):
        qtbot.keyClick(dialog.summary, Qt.Key.Key_Return)
    arrive(qtbot, window)
    shown = page.panel.page
    assert shown is not None
    assert shown.case.number == "A2611-0005"
    assert shown.order is not None
    assert shown.order.number == "2611120000000005"
    assert "first_reply" in [clock.rule for clock in shown.clocks]
    assert shown.handler is not None
    assert shown.handler.name == "小满"
    assert page.pane.table.current_case() == shown.case.id


def test_what_is_typed_is_found_while_typing(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    dialog = begin(page, window, qtbot)
    type_text(dialog, "白骨_")
    qtbot.waitUntil(lambda: dialog.target() is not None)
    found = dialog.target()
    assert found is not None
    assert found.buyer_nick == "白骨_夫人"
    type_text(dialog, "不存在")
    qtbot.waitUntil(lambda: dialog.target() is None)
    assert not dialog.save.isEnabled()
    assert "没有找到" in dialog._said.text()


def test_a_likely_duplicate_is_shown_before_saving(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    dialog = begin(page, window, qtbot)
    type_text(dialog, "2611120000000002")
    qtbot.waitUntil(lambda: dialog.target() is not None)
    assert dialog.duplicate.isVisible()
    assert "A2611-0002" in dialog.duplicate.text.text()
    with qtbot.waitSignal(dialog.finished):
        dialog._show_other.click()
    arrive(qtbot, window)
    assert page.panel.page is not None
    assert page.panel.page.case.number == "A2611-0002"


def test_a_case_about_the_buyer_alone(page: CasesPage, window: MainWindow, stocked: AppContext, qtbot: QtBot) -> None:
    dialog = begin(page, window, qtbot)
    type_text(dialog, NICKS[5])
    qtbot.waitUntil(lambda: dialog.target() is not None)
    dialog.buyer_only.click()
    dialog.problems.choose(Problem.REVIEW)
    dialog.summary.setPlainText("追评说包装差")
    with qtbot.waitSignal(dialog.opened):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    arrive(qtbot, window)
    shown = page.panel.page
    assert shown is not None
    assert shown.order is None
    assert shown.buyer is not None
    assert shown.buyer.nick == NICKS[5]
    assert shown.case.summary == "追评说包装差"


def test_nothing_is_saved_before_all_is_chosen(
    page: CasesPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    dialog = begin(page, window, qtbot)
    dialog.keep()
    assert dialog.field.hasFocus()
    type_text(dialog, NICKS[4])
    qtbot.waitUntil(lambda: dialog.target() is not None)
    dialog.keep()
    assert dialog.problems.hasFocus()
    assert dialog.isVisible()
    assert len(stocked.cases.list_case_ids(page.pane.model.query)) == 3


def test_what_cannot_be_kept_is_said_and_stays(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    dialog = begin(page, window, qtbot)
    type_text(dialog, NICKS[4])
    qtbot.waitUntil(lambda: dialog.target() is not None)
    dialog.problems.choose(Problem.OTHER)
    dialog.summary.setPlainText("字" * 100_001)
    dialog.keep()
    arrive(qtbot, window)
    assert dialog.isVisible()
    assert dialog._wrong.text()
    assert dialog.save.isEnabled()


def test_the_palette_begins_a_case_with_a_number(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    window.go(Target("cases", "2611120000000006", "new"))
    dialog = page.findChildren(NewCaseDialog)[-1]
    qtbot.waitUntil(lambda: dialog.target() is not None)
    assert dialog.field.text() == "2611120000000006"


def test_problems_are_found_by_arrows_too(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    picker = begin(page, window, qtbot).problems
    qtbot.keyClick(picker, Qt.Key.Key_Right)
    assert picker.problem() is Problem.WRONG_ITEM
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert picker.problem() is Problem.LATE
    assert picker.accessibleName() == "问题类型：延误"
    qtbot.keyClick(picker, Qt.Key.Key_Left)
    qtbot.keyClick(picker, Qt.Key.Key_Up)
    assert picker.problem() is Problem.LOST
