"""A new case without the mouse: a number is pasted, the problem chosen by letters, Enter keeps it; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.importers import DraftLine
from models.kinds import Demand, Platform, Problem, WaitingOn
from models.records import CasePage
from tests.ui.cases.sample_cases import NICKS, arrive, orders
from ui.background import Background
from ui.cases.new_case_dialog import NewCaseDialog
from ui.cases.new_case_draft import KEY
from ui.cases.new_case_targets import NEW_BUYER
from ui.cases.page import CasesPage
from ui.main_window import MainWindow
from ui.page import Target

Begin = Callable[[], NewCaseDialog]


@pytest.fixture
def begin(stocked: AppContext, background: Background, qtbot: QtBot) -> Iterator[Begin]:
    """Opens the dialog alone; results come at once but for the turn of the event loop."""
    QApplication.clipboard().clear()
    window = QWidget()
    qtbot.addWidget(window)

    def make() -> NewCaseDialog:
        dialog = NewCaseDialog(stocked, background, window)
        dialog.open()
        settle(dialog, qtbot)
        return dialog

    yield make
    QApplication.clipboard().clear()


def settle(dialog: NewCaseDialog, qtbot: QtBot) -> None:
    """Wait until nothing is under way."""
    waiting = lambda: dialog._background.pending() or dialog._look.isActive() or dialog.field._timer.isActive()  # noqa: E731
    qtbot.waitUntil(lambda: not waiting())
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not waiting())


def type_text(widget: QWidget, text: str) -> None:
    """As an input method sends it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def newest(ctx: AppContext) -> CasePage:
    """The case opened last."""
    return ctx.cases.load_page(max(row[0] for row in ctx.store.database.execute_sql('SELECT id FROM "case"')))


class Presses(QObject):
    """Counts key presses that reach the application."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)


def test_a_whole_case_by_keyboard(begin: Begin, stocked: AppContext, qtbot: QtBot) -> None:
    dialog, keys = begin(), Presses()
    qtbot.waitUntil(dialog.field.hasFocus)
    for key in (Qt.Key.Key_0, Qt.Key.Key_0, Qt.Key.Key_0, Qt.Key.Key_5):
        keys.press(key)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.problems.hasFocus)
    keys.press(Qt.Key.Key_P)
    keys.press(Qt.Key.Key_S)
    assert dialog.problems.problem() is Problem.DAMAGED
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_B)
    assert dialog.form.demand.member() is Demand.PARTIAL_REFUND
    keys.press(Qt.Key.Key_B)
    assert dialog.form.demand.member() is Demand.RESHIP
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_C)
    assert dialog.form.waiting.member() is WaitingOn.WAREHOUSE
    dialog.summary.setFocus()
    type_text(dialog.summary, "打开就碎了两只")
    QApplication.clipboard().setImage(picture())
    keys.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(dialog, qtbot)
    assert len(dialog.form.staged.paths()) == 1
    with qtbot.waitSignal(dialog.opened):
        keys.press(Qt.Key.Key_Return)
    assert keys.count <= 25
    page = newest(stocked)
    assert page.order is not None
    assert (page.order.number, page.case.number) == ("2611120000000005", "A2611-0005")
    assert (page.case.demand, page.case.waiting_on) == (Demand.RESHIP, WaitingOn.WAREHOUSE)
    assert page.case.summary == "打开就碎了两只"
    assert {clock.rule for clock in page.clocks} == {"first_reply", "offer"}
    qtbot.waitUntil(lambda: len(newest(stocked).evidence) == 1)
    assert stocked.settings.get(KEY) == []


def picture() -> QImage:
    """A screenshot of nothing."""
    made = QImage(8, 8, QImage.Format.Format_RGB32)
    made.fill(0x336699)
    return made


def test_what_is_typed_is_found_while_typing(begin: Begin, qtbot: QtBot) -> None:
    dialog = begin()
    type_text(dialog.field, "白骨_")
    settle(dialog, qtbot)
    found = dialog.target()
    assert found is not None
    assert found.buyer_nick == "白骨_夫人"
    type_text(dialog.field, "不存在")
    settle(dialog, qtbot)
    assert dialog.target() is None
    assert dialog.targets.target(0) is NEW_BUYER
    assert not dialog.save.isEnabled()


def test_the_clipboard_is_offered_and_never_taken(begin: Begin, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("订单号：2611 1200 0000 0006 麻烦看一下")
    dialog = begin()
    assert (dialog.field.text(), dialog.target()) == ("", None)
    assert dialog.targets.rowCount() == 1
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.problems.hasFocus)
    found = dialog.target()
    assert found is not None
    assert found.order_number == "2611120000000006"
    dialog.reject()
    QApplication.clipboard().setText("今天天气不错")
    assert begin().targets.rowCount() == 0


def test_a_likely_duplicate_is_asked_about_before_saving(begin: Begin, stocked: AppContext, qtbot: QtBot) -> None:
    dialog = begin()
    type_text(dialog.field, "2611120000000002")
    settle(dialog, qtbot)
    dialog.problems.choose(Problem.MISSING_ITEM)
    settle(dialog, qtbot)
    assert dialog.duplicates.isVisible()
    assert "A2611-0002" in dialog.duplicates.banner.text.text()
    before = newest(stocked).case.id
    dialog.summary.setPlainText("还是少一只")
    QTest.keyClick(dialog.summary, Qt.Key.Key_Return)
    assert dialog.duplicates.list.hasFocus()
    assert newest(stocked).case.id == before
    shown: list[str] = []
    dialog.shown_wanted.connect(shown.append)
    # N: what was typed becomes a note of the case that is there.
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog.duplicates.list, Qt.Key.Key_N)
    assert shown == ["A2611-0002"]
    assert [note.text for note in stocked.cases.load_page(2).notes] == ["还是少一只"]
    again = begin()
    type_text(again.field, "2611120000000002")
    settle(again, qtbot)
    again.problems.choose(Problem.LATE)
    settle(again, qtbot)
    with qtbot.waitSignal(again.opened):
        QTest.keyClick(again.summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [each.number for each in newest(stocked).related if each.link_id is not None] == ["A2611-0002"]


def test_a_case_about_the_buyer_alone(begin: Begin, stocked: AppContext, qtbot: QtBot) -> None:
    dialog = begin()
    type_text(dialog.field, NICKS[5])
    settle(dialog, qtbot)
    dialog.buyer_only.click()
    dialog.problems.choose(Problem.REVIEW)
    dialog.summary.setPlainText("追评说包装差")
    with qtbot.waitSignal(dialog.opened):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page = newest(stocked)
    assert page.order is None
    assert page.buyer is not None
    assert (page.buyer.nick, page.case.summary) == (NICKS[5], "追评说包装差")


def test_a_buyer_nobody_knows_with_an_order_not_imported(begin: Begin, stocked: AppContext, qtbot: QtBot) -> None:
    stocked.shops.add_shop(name="Qinghe Home", platform=Platform.EBAY, currency="USD")
    dialog = begin()
    type_text(dialog.field, "9911120000000077")
    settle(dialog, qtbot)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    buyer = dialog.form.buyer
    assert buyer.order.text() == "9911120000000077"
    assert buyer.nick.hasFocus()
    dialog.problems.choose(Problem.LATE)
    dialog.keep()
    assert dialog._wrong.text()
    assert dialog.isVisible()
    buyer.shop.setCurrentIndex(1)
    type_text(buyer.nick, "new_buyer")
    with qtbot.waitSignal(dialog.opened):
        QTest.keyClick(dialog.summary, Qt.Key.Key_Return)
    page = newest(stocked)
    assert page.buyer is not None
    assert (page.buyer.nick, page.shop.name, page.order) == ("new_buyer", "Qinghe Home", None)
    assert next(iter(stocked.cases.load_rows([page.case.id]).values())).order_number == "9911120000000077"
    # The same number again, for a buyer nobody knows: there is a case for it.
    again = begin()
    type_text(again.field, "99111200000000771")
    settle(again, qtbot)
    QTest.keyClick(again.field, Qt.Key.Key_Return)
    again.form.buyer.order.setText("9911120000000077")
    settle(again, qtbot)
    assert page.case.number in again.duplicates.banner.text.text()


def test_the_items_meant_are_kept(begin: Begin, stocked: AppContext, qtbot: QtBot) -> None:
    first = orders().orders[0]
    more = replace(first, number="2611120000000099", lines=(*first.lines, DraftLine("马克杯", sku="M")))
    stocked.orders.commit_draft(replace(orders(), orders=(more,)))
    dialog = begin()
    type_text(dialog.field, "0099")
    settle(dialog, qtbot)
    boxes = list(dialog.form.items.boxes.values())
    assert [box.text() for box in boxes] == ["雾釉餐盘 8 寸 四只装", "马克杯"]
    boxes[1].click()
    dialog.problems.choose(Problem.COLOUR)
    dialog.reject()
    # Closed with input: nothing is asked, and the next one offers to go on.
    again = begin()
    assert again.form.offer.isVisible()
    QTest.keyClick(again.field, Qt.Key.Key_F4)
    settle(again, qtbot)
    assert again.problems.problem() is Problem.COLOUR
    assert [box.isChecked() for box in again.form.items.boxes.values()] == [False, True]
    with qtbot.waitSignal(again.opened):
        again.keep(anyway=True)
    opened = next(event for event in newest(stocked).timeline if event.action == "case_opened")
    assert opened.details["items"] == ["马克杯"]
    assert not begin().form.offer.isVisible()


def test_what_cannot_be_kept_is_said_and_stays(begin: Begin, stocked: AppContext, qtbot: QtBot) -> None:
    dialog = begin()
    type_text(dialog.field, NICKS[4])
    settle(dialog, qtbot)
    dialog.problems.choose(Problem.OTHER)
    data = QMimeData()
    data.setImageData(picture())
    assert dialog.form.staged.take(data)
    settle(dialog, qtbot)
    dialog.summary.setPlainText("字" * 100_001)
    dialog.keep()
    settle(dialog, qtbot)
    assert dialog.isVisible()
    assert dialog._wrong.text()
    assert dialog.save.isEnabled()
    [kept] = stocked.settings.get(KEY)
    assert len(kept["summary"]) == 100_001
    assert [path.is_file() for path in dialog.form.staged.paths()] == [True]
    assert kept["files"] == [str(path) for path in dialog.form.staged.paths()]


def test_problems_are_found_by_arrows_and_letters(begin: Begin) -> None:
    picker = begin().problems
    QTest.keyClick(picker, Qt.Key.Key_Right)
    first = picker.problem()
    # What was chosen lately stands first.
    assert first is Problem.MISSING_ITEM
    QTest.keyClick(picker, Qt.Key.Key_Down)
    QTest.keyClick(picker, Qt.Key.Key_Up)
    assert picker.problem() is first
    QTest.keyClick(picker, Qt.Key.Key_Y)
    assert picker.problem() is Problem.LATE
    assert picker.accessibleName() == "问题类型：延误"


def test_an_escape_keeps_what_was_typed(begin: Begin, stocked: AppContext) -> None:
    dialog = begin()
    type_text(dialog.field, "没有这个人 👩‍👩‍👧")
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert [each["text"] for each in stocked.settings.get(KEY)] == ["没有这个人 👩‍👩‍👧"]
    again = begin()
    again.offers.discard_button.click()
    assert stocked.settings.get(KEY) == []


def test_from_the_window(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    window.go(Target("cases", "2611120000000006", "new"))
    dialog = page.findChildren(NewCaseDialog)[-1]
    qtbot.waitUntil(lambda: dialog.target() is not None)
    dialog.problems.choose(Problem.OTHER)
    with qtbot.waitSignal(dialog.opened):
        dialog.keep(anyway=True)
    arrive(qtbot, window)
    assert page.panel.page is not None
    assert page.panel.page.case.number == "A2611-0005"
