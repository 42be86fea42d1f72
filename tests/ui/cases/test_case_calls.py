"""The call after a case: offered in passing when it closes, planned by key or button, shown on the case's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.call_back_records import Satisfaction
from models.call_kinds import CallBackKind, Channel
from models.kinds import CallOutcome, CaseState
from tests.ui.cases.sample_cases import Show, arrive
from ui.case_call_offers import CaseCallToast
from ui.cases.case_call_dialog import CaseCallDialog
from ui.cases.page import CasesPage
from ui.messages import MessageDialog

if TYPE_CHECKING:
    from desktop.context import AppContext


def toasts(window: object) -> list[CaseCallToast]:
    return [each for each in window.findChildren(CaseCallToast) if not each.isHidden()]  # type: ignore[attr-defined]


def test_a_call_is_offered_when_a_case_closes_and_planned_by_its_key(
    stocked: AppContext, show: Show, qtbot: QtBot
) -> None:
    buyer = stocked.cases.load_page(1).case.buyer_id
    assert buyer is not None
    stocked.contact.agree(buyer, Channel.PHONE)
    window = show(stocked)
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    page.show_case(1)
    qtbot.waitUntil(lambda: page.panel.page is not None and page.panel.page.case.id == 1)
    page.life.change_state([1], CaseState.DONE)
    qtbot.waitUntil(lambda: bool(QApplication.activeModalWidget()) or bool(toasts(window)))
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.take.click()
    qtbot.waitUntil(lambda: bool(toasts(window)))
    toast = toasts(window)[0]
    assert "A2611-0001 已完结" in toast.accessibleName()
    assert "Ctrl+Alt+B" in toast.accessibleName()
    strip = page.panel.calls
    arrive(qtbot, window)
    page.commands()["case_call"]()
    arrive(qtbot, window)
    assert not toasts(window), "the list went on to the next case, the key meant the offer"
    page.show_case(1)
    qtbot.waitUntil(strip.planned.isVisible)
    window.actions_.run("undo")
    qtbot.waitUntil(strip.offer.isVisible)
    assert strip.plan.label() == "11-23 回访"
    strip.plan.setFocus()
    qtbot.keyClick(strip.plan, Qt.Key.Key_Return)
    qtbot.waitUntil(strip.planned.isVisible)
    assert "已安排满意度回访：11-23" in strip.planned.text.text()
    planned = [row.call_back for row in stocked.call_backs.due(stocked.clock.now().date().replace(year=2027))]
    assert [(each.kind, each.case_id) for each in planned] == [(CallBackKind.SATISFACTION, 1)]
    stocked.call_backs.log_call(
        CallOutcome.REACHED,
        call_back_id=planned[0].id,
        satisfaction=Satisfaction.SATISFIED,
        note="<b>好</b>",
        case_id=1,
    )
    arrive(qtbot, window)
    page.show_case(1)
    qtbot.waitUntil(strip.made.isVisible)
    assert strip.made.text.text().endswith("满意")
    assert strip.made.more.text() == "<b>好</b>"
    assert not strip.planned.isVisible()
    # Once more by hand: it was made already, and that is said.
    page.commands()["case_call"]()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(MessageDialog)))
    for box in page.window().findChildren(MessageDialog):
        box.close()
    # Another buyer was never asked: nothing is offered in passing, by hand a note can be planned.
    arrive(qtbot, window)
    before = len(toasts(window))
    stocked.cases.change_state([2], CaseState.DONE)
    arrive(qtbot, window)
    page.show_case(2)
    qtbot.waitUntil(lambda: page.panel.page is not None and page.panel.page.case.id == 2)
    arrive(qtbot, window)
    assert len(toasts(window)) <= before
    assert not strip.offer.isVisible()
    page.commands()["case_call"]()
    qtbot.waitUntil(lambda: bool(page.findChildren(CaseCallDialog)))
    asked = page.findChildren(CaseCallDialog)[0]
    asked.day.setText("2020-01-01")
    asked.take.click()
    assert asked.day.property("wrong") is True
    asked.day.setText("11-25")
    asked.take.click()
    qtbot.waitUntil(strip.planned.isVisible)
    assert strip.planned.more.text() == "包裹留言"


def test_several_cases_closed_at_once_are_offered_and_planned_as_one(
    stocked: AppContext, show: Show, qtbot: QtBot
) -> None:
    for case_id in (1, 2):
        buyer = stocked.cases.load_page(case_id).case.buyer_id
        assert buyer is not None
        stocked.contact.agree(buyer, Channel.PHONE)
    window = show(stocked)
    stocked.cases.change_state([1, 2, 3], CaseState.DONE)
    qtbot.waitUntil(lambda: bool(toasts(window)))
    assert "2 张售后单已完结" in toasts(window)[0].accessibleName()
    window.actions_.run("case_call")
    far = stocked.clock.now().date().replace(year=2027)
    qtbot.waitUntil(lambda: len(stocked.call_backs.due(far)) == 2)
    assert not toasts(window)
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: not stocked.call_backs.due(far))
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert stocked.cases.load_page(1).case.state is not CaseState.DONE
    assert not toasts(window)
