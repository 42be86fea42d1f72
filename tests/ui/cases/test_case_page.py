"""The case page by itself: facts changed in place, parcels, related cases, banners, tags, the whole history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.services.fact_names import FactName, fact_value
from models.kinds import CaseState, Demand, LinkKind, NoteKind, ParcelWay, Role, StepState, WaitingOn
from models.money import Money
from models.records import CasePage, HistoryEvent
from models.store.transaction import Transaction
from ui.background import Background
from ui.cases.case_panel import TIMELINE, CasePanel
from ui.cases.fact_field import FactField
from ui.cases.page import make_page
from ui.cases.parcel_items import masked_phone
from ui.cases.timeline_kinds import TimelineKind, kind_of
from ui.cases.timeline_model import TimelineDays
from ui.page import Target

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def panel(stocked: AppContext, background: Background, qtbot: QtBot) -> CasePanel:
    """The panel on the first case; what is written is read again, as the window does."""
    made = CasePanel(stocked, background)
    qtbot.addWidget(made)
    made.set_people({person.id: person.name for person in stocked.shops.list_people()})
    made.resize(432, 800)
    made.show()
    qtbot.waitExposed(made)
    stocked.changes.subscribe(lambda changes: made.reload())
    made.show_case(1)
    qtbot.waitUntil(lambda: made.page is not None)
    return made


def page_of(panel: CasePanel) -> CasePage:
    assert panel.page is not None
    return panel.page


def field(panel: CasePanel, fact: FactName) -> FactField:
    return panel.overview.facts.fields[fact]


def editor(panel: CasePanel, fact: FactName, qtbot: QtBot) -> QLineEdit | QPlainTextEdit:
    panel.overview.facts.unfold(True)
    shown = field(panel, fact)
    shown.display.setFocus()
    qtbot.keyClick(shown.display, Qt.Key.Key_F2)
    assert shown.editor is not None
    return shown.editor


def test_an_amount_is_changed_in_its_place(panel: CasePanel, qtbot: QtBot, stocked: AppContext) -> None:
    entry = editor(panel, FactName.AT_STAKE, qtbot)
    assert isinstance(entry, QLineEdit)
    entry.setText("很多")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    reason = panel.overview.facts.reason
    assert "168.00" in reason.text()
    assert entry.accessibleDescription() in reason.text()
    assert field(panel, FactName.AT_STAKE).is_open()
    entry.setText("9999")
    assert "仍会保存" in reason.text()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(panel).case.at_stake == Money(999_900))
    assert field(panel, FactName.AT_STAKE).display.text() == "¥ 9,999.00"
    assert reason.text() == ""
    stocked.bench.undo_last()
    qtbot.waitUntil(lambda: page_of(panel).case.at_stake == Money(10_100))


def test_escape_leaves_tab_goes_on_and_going_elsewhere_keeps(panel: CasePanel, qtbot: QtBot) -> None:
    entry = editor(panel, FactName.SUMMARY, qtbot)
    assert isinstance(entry, QPlainTextEdit)
    entry.setPlainText("不要")
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert not field(panel, FactName.SUMMARY).is_open()
    assert page_of(panel).case.summary == ""
    entry = editor(panel, FactName.SUMMARY, qtbot)
    assert isinstance(entry, QPlainTextEdit)
    entry.setPlainText("外箱压坏，\n\u202e两只\xa0碎了 <b>😀</b> ")
    panel.bar.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: page_of(panel).case.summary == "外箱压坏，\n\u202e两只\xa0碎了 <b>😀</b> ")
    shown = editor(panel, FactName.OPENED, qtbot)
    assert isinstance(shown, QLineEdit)
    shown.setText("昨天 9:05")
    qtbot.keyClick(shown, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "09:05" in field(panel, FactName.OPENED).display.text())
    assert not field(panel, FactName.OPENED).is_open()


def test_a_word_is_chosen_from_a_menu_and_a_conflict_is_said(
    panel: CasePanel, qtbot: QtBot, stocked: AppContext
) -> None:
    menu = panel.overview.facts.open(FactName.DEMAND)
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "换货").trigger()
    menu.close()
    qtbot.waitUntil(lambda: page_of(panel).case.demand is Demand.EXCHANGE)
    said: list[str] = []
    panel.overview.facts.change_wanted.connect(lambda *each: said.append(str(each[1])))
    panel.overview.facts.change_wanted.emit(1, FactName.DEMAND, Demand.REFUND, Demand.UNKNOWN)
    qtbot.waitUntil(lambda: "换货" in panel.overview.facts.reason.text())
    assert page_of(panel).case.demand is Demand.EXCHANGE


def test_what_the_service_refuses_opens_the_field_again(panel: CasePanel, qtbot: QtBot) -> None:
    entry = editor(panel, FactName.OPENED, qtbot)
    assert isinstance(entry, QLineEdit)
    entry.setText("1999-01-01 10:00")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field(panel, FactName.OPENED).is_open())
    assert field(panel, FactName.OPENED).text() == "1999-01-01 10:00"
    assert "十多年前" in panel.overview.facts.reason.text()
    panel.show_case(2)
    qtbot.waitUntil(lambda: page_of(panel).case.id == 2)
    assert not field(panel, FactName.OPENED).is_open()
    assert panel.overview.facts.reason.text() == ""


def test_a_parcel_is_pasted_suggested_refused_and_kept(panel: CasePanel, qtbot: QtBot) -> None:
    form = panel.parcels.enter()
    assert form is not None
    form.number.setText("顺丰单号 SF 1234 5678 90123 请查收")
    assert form.number.text() == "SF1234567890123"
    assert form.carrier.currentText() == "顺丰"
    assert "请核对" in form.suggestion.text()
    form.number.setText("1Z5R89390357567128")
    assert "校验位不符" in form.suggestion.text()
    form.number.setText("YQ44710001")
    form.take.click()
    qtbot.waitUntil(form.take.isEnabled)
    assert form.isVisible()
    assert "已有这个包裹" in form.number.accessibleDescription()
    form.number.setText("SF1234567890123")
    form.way.setCurrentIndex(list(ParcelWay).index(ParcelWay.RESENT))
    form.take.click()
    rows = panel.overview.cards.parcels
    qtbot.waitUntil(lambda: len(rows.rows()) == 2)
    added = rows.rows()[1]
    assert "顺丰" in added.accessibleName()
    copy = next(action for action in added.menu().actions() if "链接" in action.text())
    copy.trigger()
    assert QGuiApplication.clipboard().text().startswith("https://www.sf-express.com/")
    rows.remove_wanted.emit(added.parcel)
    qtbot.waitUntil(lambda: len(rows.rows()) == 1)


def test_banners_tags_and_related_cases(panel: CasePanel, qtbot: QtBot, stocked: AppContext) -> None:
    now, asked = stocked.clock.now(), list[object]()

    def write(transaction: Transaction) -> None:
        transaction.insert("case_tag", case_id=1, name="<b>急</b>")
        transaction.insert("case_link", case_id=1, other_id=2, kind=LinkKind.RELATED, made_at=now, made_by="小满")
        transaction.update("case", 1, snoozed_until=now + timedelta(hours=3), snooze_note="等仓库", shelf=3)

    stocked.bench.act("draft_saved", write, undoable=False)
    qtbot.waitUntil(lambda: panel.banners.isVisible())
    assert "等仓库" in panel.banners.snoozed.accessibleName()
    assert not panel.banners.merged.isVisible()
    panel.command_wanted.connect(asked.append)
    panel.case_wanted.connect(asked.append)
    panel.banners.wake.click()
    panel.overview.related.edit_tags.click()
    related = panel.overview.related.list
    related.choose_row(0)
    qtbot.keyClick(related, Qt.Key.Key_Return)
    assert asked == ["wake", "tags", 2]
    assert related.model().data(related.model().index(0, 0)).startswith("关联、A2611-0002")
    stocked.bench.act(
        "draft_saved",
        lambda work: work.update("case", 1, snoozed_until=None, merged_into=2, state=CaseState.ARCHIVED, shelf=0),
        undoable=False,
    )
    qtbot.waitUntil(lambda: panel.banners.merged.isVisible())
    assert "A2611-0002" in panel.banners.merged.text.text()
    assert not panel.banners.archived.isVisible()


def test_the_history_is_narrowed_searched_and_copied(panel: CasePanel, qtbot: QtBot, stocked: AppContext) -> None:
    stocked.cases.add_note(1, "外箱六面照已催", NoteKind.INTERNAL)
    stocked.facts.change(1, FactName.DEMAND, Demand.REFUND, expected=fact_value(page_of(panel), FactName.DEMAND))
    qtbot.waitUntil(lambda: len(page_of(panel).timeline) == 3)
    panel.bar.setCurrentIndex(TIMELINE)
    tab = panel.timeline
    assert tab.model.count() == 3
    assert tab.model.event_at(0) is None
    tab.kind.setCurrentIndex(1 + list(TimelineKind).index(TimelineKind.NOTES))
    assert [tab.model.event_at(row) is not None for row in range(tab.model.rowCount())] == [False, True]
    tab.kind.setCurrentIndex(0)
    tab.search.setText("六面")
    tab.search.search_now()
    assert tab.model.count() == 1
    tab._copy()
    assert "外箱六面照已催" in QGuiApplication.clipboard().text()
    event = tab.model.event_at(1)
    assert event is not None
    assert not any("删" in action.text() or action.text() == "改" for action in tab.menu(event).actions())


def test_a_long_history_comes_in_slices(panel: CasePanel) -> None:
    at, first = panel.moment(), page_of(panel).timeline[0]
    events = tuple(
        HistoryEvent(
            seq, first.happened_at - timedelta(minutes=2000 - seq), "Asia/Shanghai", "小满", "note_added", "note", 1, 1,
            {"text": f"第 {seq} 条"},
        )
        for seq in range(1, 2001)
    )  # fmt: skip
    model = TimelineDays()
    ran_out: list[bool] = []
    model.ran_out.connect(lambda: ran_out.append(True))
    model.show_events(events, at, {1: "A2611-0009"})
    assert model.rowCount() == 200
    assert str(model.data(model.index(1, 0))).endswith("A2611-0009：备注：第 2000 条 小满")
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert model.rowCount() >= 2001
    assert ran_out == [True]
    assert model.count() == 2000
    model.narrow(None, "第 777 条")
    assert model.count() == 1
    assert {kind_of(event) for event in events} == {TimelineKind.NOTES}


def test_the_page_leads_to_buyer_rule_and_other_cases(
    stocked: AppContext, background: Background, qtbot: QtBot
) -> None:
    until = stocked.clock.now() + timedelta(hours=30)

    def write(transaction: Transaction) -> None:
        transaction.update("case", 1, snoozed_until=until, shelf=3)
        transaction.insert(
            "clock", case_id=1, rule="return_answer", label_zh="退货申请答复", who=WaitingOn.US, due_at=until,
            started_at=stocked.clock.now(), pack="taobao 2026.11",
        )  # fmt: skip
        transaction.insert("case_link", case_id=1, other_id=2, kind=LinkKind.RELATED, made_at=until, made_by="小满")

    stocked.bench.act("draft_saved", write, undoable=False)
    page = make_page(stocked, background)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    stocked.changes.subscribe(lambda changes: page.panel.reload())
    page.open(Target("cases", "A2611-0001"))
    qtbot.waitUntil(lambda: page.panel.page is not None and page.panel.page.case.id == 1)
    asked: list[Target] = []
    page.navigate.connect(asked.append)
    page.panel.overview.cards.open_buyer.click()
    block = next(each for each in page.panel.head.clocks.blocks() if each.look().label == "退货申请答复")
    qtbot.keyClick(block, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(asked) == 2)
    buyer = page_of(page.panel).case.buyer_id
    assert asked == [Target("buyers", f"#{buyer}"), Target("settings", "taobao/return_answer_days", "rules")]
    page.panel.banners.wake.click()
    qtbot.waitUntil(lambda: not page.panel.banners.isVisible())
    related = page.panel.overview.related
    linked = next(case for case in page_of(page.panel).related if case.link_id is not None)
    related.menu(linked).actions()[1].trigger()
    qtbot.waitUntil(lambda: not any(case.link_id for case in page_of(page.panel).related))
    event = page_of(page.panel).timeline[-1]
    dialog = page.places.correct(event)
    assert dialog is not None
    dialog.field.setText("当时写错了时间")
    dialog.take.click()
    qtbot.waitUntil(lambda: any("当时写错了时间" in note.text for note in page_of(page.panel).notes))
    assert page_of(page.panel).timeline[-1] == event
    related.case_wanted.emit(2)
    qtbot.waitUntil(lambda: page_of(page.panel).case.id == 2)


def test_few_steps_stand_there_and_turn_late_with_the_minute(
    panel: CasePanel, qtbot: QtBot, stocked: AppContext
) -> None:
    due = stocked.clock.now() + timedelta(minutes=2)

    def lay(transaction: Transaction) -> None:
        for place in range(8):
            state, done = (StepState.DONE, due) if place < 3 else (StepState.OPEN, None)
            transaction.insert(
                "step", case_id=1, position=place, title_zh=f"第 {place} 步", role=Role.WAREHOUSE, state=state,
                done_at=done, due_at=due if place == 3 else None,
            )  # fmt: skip

    stocked.bench.act("draft_saved", lay, undoable=False)
    steps = panel.overview.steps
    qtbot.waitUntil(lambda: len(steps.rows()) == 5)
    assert [row.step.position for row in steps.rows()] == [2, 3, 4, 5, 6]
    assert steps.rows()[1].when.property("ink") == "due"
    later = replace(panel.moment(), now=due + timedelta(minutes=1))
    panel.overview.tick(later)
    assert steps.rows()[1].when.property("ink") == "overdue"
    steps.more.click()
    assert len(steps.rows()) == 8


def test_a_telephone_number_is_masked_until_asked_for(panel: CasePanel) -> None:
    details = panel.overview.cards.buyer_details
    assert details.phone.full() == "138****0001"
    details._reveal.setChecked(True)
    assert details.phone.full() == "13800000001"
    assert [masked_phone(text) for text in ("", "123", "+1 202 555 0118")] == ["", "***", "****0118"]
