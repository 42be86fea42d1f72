"""The wizard's page: walked by number keys, back and forth without loss, left half-way, finished once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from models.errors import UserError
from models.kinds import CaseState, Liability, Problem, Remedy
from tests.desktop.services.resolution_cases import open_case, walk_through
from tests.ui.resolution.wizard import ENTER, Wizard
from ui.resolution.wizard_state import AMOUNTS, CONFIRM, FACTS, REMEDY, ROAD, asks
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop.context import AppContext

OpenWizard = Callable[[int], Wizard]


def to_the_remedy(wizard: Wizard) -> None:
    """Damaged and short: two questions."""
    wizard.press("1", ENTER, "1", ENTER)
    assert wizard.state.place == REMEDY


def words(wizard: Wizard) -> str:
    """All that the pane in front says."""
    pane = wizard.page.middle.currentWidget()
    assert pane is not None
    return "\n".join(label.text() for label in pane.findChildren(QLabel))


def test_it_begins_at_the_first_question(wizard: Wizard) -> None:
    assert wizard.state.place == asks("items_damaged")
    assert wizard.page.title() == "处理向导"
    assert [crumb.text for crumb in wizard.page.path()] == ["A2611-0001"]
    assert wizard.page.facts() == "雾釉餐盘 8 寸 四只装 · ¥ 168.00"
    assert "里面的东西有损坏吗？" in words(wizard)


def test_the_road_is_preselected_and_can_be_changed(ctx: AppContext, open_wizard: OpenWizard) -> None:
    wizard = open_wizard(open_case(ctx, Problem.QUALITY))
    wizard.press(Qt.Key.Key_Escape)
    wizard.page.walking.discard()
    wizard.settle()
    wizard.page.walking.state = None
    wizard.open(stay=True)
    assert wizard.state.place == ROAD
    road = wizard.page.middle.road
    assert road.names[0] == "quality"
    assert road.cards[0].isChecked()
    assert "预选" in road.cards[0].accessibleDescription()
    wizard.press("2")
    second = road.names[1]
    assert wizard.state.answers == {"case_type": second}
    wizard.press("0")
    assert road.field.hasFocus()
    road.field.setText("中止")
    road.field.search_now()
    wizard.press(ENTER)
    assert wizard.state.answers["case_type"] == "suspended"
    assert wizard.state.place != ROAD
    wizard.page.walking.go(ROAD)
    wizard.settle()
    assert road.cards[road.names.index("suspended")].isChecked()


def test_number_keys_walk_to_the_end(wizard: Wizard) -> None:
    to_the_remedy(wizard)
    assert wizard.state.answers == {"case_type": "damaged_parcel", "items_damaged": True, "items_missing": True}
    wizard.choose(Remedy.RESHIP)
    wizard.press(ENTER, ENTER)
    assert wizard.state.place == CONFIRM
    wizard.press(ENTER)
    page = wizard.case()
    assert page.resolution is not None
    assert page.resolution.remedy is Remedy.RESHIP
    assert page.case.state is CaseState.IN_PROGRESS
    assert page.draft is None
    current = wizard.window.current_page()
    assert current is not None
    assert current.word == "cases"


def test_typing_ahead_of_the_evaluation_loses_nothing(wizard: Wizard) -> None:
    wizard.press_fast("1", ENTER, "1", ENTER)
    assert wizard.state.place == REMEDY
    assert wizard.state.answers == {"case_type": "damaged_parcel", "items_damaged": True, "items_missing": True}


def test_going_back_keeps_later_answers_that_still_apply(wizard: Wizard) -> None:
    to_the_remedy(wizard)
    wizard.back()
    wizard.back()
    assert wizard.state.place == asks("items_damaged")
    assert wizard.state.answers["items_missing"] is True
    wizard.press("1", ENTER)
    assert wizard.state.place == asks("items_missing")
    assert wizard.page.middle.question.cards[0].isChecked()
    wizard.press(ENTER)
    assert wizard.state.place == REMEDY


def test_the_list_of_steps_leads_back(wizard: Wizard) -> None:
    to_the_remedy(wizard)
    wizard.page.steps.chosen.emit(asks("items_missing"))
    wizard.settle()
    assert wizard.state.place == asks("items_missing")
    items = wizard.page.steps.steps.items
    assert [(item.title, item.answer) for item in items[:3]] == [
        ("事实", "破损"), ("情形", "运输中破损"), ("有损坏", "有损坏"),
    ]  # fmt: skip
    assert [item.place for item in items if item.current] == [asks("items_missing")]


def test_what_is_behind_an_open_question_waits(wizard: Wizard) -> None:
    wizard.page.steps.chosen.emit(CONFIRM)
    wizard.press(ENTER)
    assert wizard.state.place == asks("items_damaged")


def test_the_draft_is_kept_at_every_answer_and_found_again(wizard: Wizard) -> None:
    wizard.press("1")
    draft = wizard.case().draft
    assert draft is not None
    assert draft.facts == {"case_type": "damaged_parcel", "items_damaged": True}
    wizard.press(Qt.Key.Key_Escape)
    assert wizard.window.current_page() is not wizard.page
    assert wizard.case().resolution is None
    wizard.page.walking.state = None
    wizard.open()
    assert wizard.state.answers == {"case_type": "damaged_parcel", "items_damaged": True}
    assert wizard.state.place != asks("items_damaged")


def test_discarding_the_draft_begins_again(wizard: Wizard) -> None:
    wizard.press("1", ENTER)
    wizard.page.walking.discard()
    wizard.settle()
    assert wizard.case().draft is None
    assert wizard.state.answers == {}
    assert wizard.state.place == ROAD


def test_control_end_jumps_to_confirm_once_complete(wizard: Wizard) -> None:
    wizard.press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    assert wizard.state.place == asks("items_damaged")
    to_the_remedy(wizard)
    wizard.press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    assert wizard.state.place == CONFIRM


def test_confirm_says_what_is_written(wizard: Wizard) -> None:
    to_the_remedy(wizard)
    wizard.press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    said = words(wizard)
    offer = wizard.state.walk.offer
    for step in offer.steps:
        assert step.title.zh in said
    assert "快递理赔登记" in said
    assert "小满" in said
    assert "新建 → 执行中" in said
    copy = next(b for b in wizard.page.middle.confirm.findChildren(Button) if b.label() == "复制备注")
    copy.click()
    assert QGuiApplication.clipboard().text().startswith(offer.title.zh)
    # Against the platform's limit, as it counts.
    assert "最多 1000" in said
    # The message taken to be sent is a reply like any other: kept, and the buyer is answered.
    message = next(b for b in wizard.page.middle.confirm.findChildren(Button) if b.label() == "复制话术")
    message.click()
    page = wizard.page.ctx.cases.load_page(wizard.case_id)
    assert [reply.text for reply in page.replies] == [QGuiApplication.clipboard().text()]
    assert page.case.state is CaseState.OPEN


def test_a_double_click_on_finish_writes_once(wizard: Wizard) -> None:
    to_the_remedy(wizard)
    wizard.press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    wizard.page.foot.go_on.click()
    wizard.page.foot.go_on.click()
    wizard.settle()
    assert [event.action for event in wizard.case().timeline].count("resolved") == 1


def test_what_could_not_be_written_stands_in_place_and_can_be_tried_again(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_the_remedy(wizard)
    wizard.press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)

    def stale(*args: object, **more: object) -> int:
        raise UserError("resolution_stale")

    with monkeypatch.context() as patch:
        patch.setattr(wizard.page.ctx.resolutions, "finish", stale)
        wizard.press(ENTER)
    banner = wizard.page.middle.confirm.banner
    assert banner is not None
    assert wizard.state.place == CONFIRM
    assert wizard.case().draft is not None
    wizard.page.middle.confirm.retry_wanted.emit()
    wizard.settle()
    assert wizard.case().resolution is not None


def test_deciding_otherwise_asks_for_its_reason(wizard: Wizard) -> None:
    to_the_remedy(wizard)
    wizard.press(Qt.Key.Key_O)
    form = wizard.page.middle.remedy.override
    form.liability.setCurrentIndex(form.liability.findData("supplier"))
    wizard.settle()
    wizard.page.walking.to_confirm()
    wizard.settle()
    assert wizard.state.place == REMEDY
    form.reason.setPlainText("工厂漏了缓冲")
    wizard.settle()
    form.remedy.setCurrentIndex(form.remedy.findData("partial_refund"))
    for text in ("168.01", "$20"):
        form.amount.setText(text)
        form.amount.textEdited.emit(text)
        wizard.settle()
        wizard.page.to_the_end()
        wizard.settle()
        assert wizard.state.place == REMEDY, text
        assert not form.readable()
    form.remedy.setCurrentIndex(0)
    wizard.settle()
    wizard.page.walking.to_confirm()
    wizard.page.walking.finish()
    wizard.settle()
    page = wizard.case()
    assert page.resolution is not None
    assert page.resolution.liability is Liability.SUPPLIER
    assert page.resolution.override_reason == "工厂漏了缓冲"


def test_an_invalid_amount_is_said_under_its_field(wizard: Wizard) -> None:
    to_the_remedy(wizard)
    wizard.choose(Remedy.RESHIP)
    wizard.press(ENTER)
    assert wizard.state.place == AMOUNTS
    entry = wizard.page.middle.amounts.entries["missing_value"]
    entry.field.setText("十二块")
    wizard.press(ENTER)
    assert wizard.state.place == AMOUNTS
    assert entry.wrong.text() == "这不是数字。"
    assert entry.field.property("wrong") is True
    before = wizard.state.walk.offer.true_cost
    entry.field.clear()
    wizard.qtbot.keyClicks(entry.field, "31.50")
    wizard.settle()
    assert wizard.state.answers["missing_value"] == "31.50"
    assert wizard.state.walk.offer.true_cost != before
    assert entry.wrong.isHidden()
    wizard.press(ENTER)
    assert wizard.state.place == CONFIRM


def test_a_fact_can_be_put_right_and_back(wizard: Wizard) -> None:
    wizard.page.walking.go(FACTS)
    pane = wizard.page.middle.facts
    pane.edit("paid")
    assert pane.entry is not None
    pane.entry.field.setText("99")
    wizard.press(ENTER)
    assert wizard.state.answers["paid"] == "99.00"
    assert wizard.state.place == FACTS
    assert "¥ 99.00" in words(wizard)
    wizard.page.walking.restore("paid")
    wizard.settle()
    assert "paid" not in wizard.state.answers


def test_escape_leaves_a_field_before_the_page(wizard: Wizard) -> None:
    wizard.page.walking.go(FACTS)
    wizard.page.middle.facts.edit("paid")
    wizard.press(Qt.Key.Key_Escape)
    assert wizard.window.current_page() is wizard.page
    assert wizard.page.middle.facts.entry is None


def test_a_decided_case_shows_what_differs(ctx: AppContext, open_wizard: OpenWizard) -> None:
    case_id = open_case(ctx, Problem.DAMAGED)
    walk = walk_through(ctx, case_id, {"items_damaged": True, "items_missing": True})
    ctx.resolutions.finish(walk, remedy_id="reship_missing", operation="before", language="zh")
    wizard = open_wizard(case_id)
    assert wizard.state.place == REMEDY
    assert wizard.page.box.lines == ["自 11-20 以来规则包没有变化，结论与上次一致。"]
    wizard.page.walking.choose("refund_full")
    wizard.settle()
    assert "处理方式：补寄缺少的 → 全额退款" in wizard.page.box.lines


def test_a_change_elsewhere_reaches_the_wizard(wizard: Wizard) -> None:
    wizard.press("1")
    ctx = wizard.page.ctx
    ctx.cases.change_problem(wizard.case_id, Problem.LOST)
    wizard.settle()
    wizard.qtbot.waitUntil(lambda: wizard.state.walk.page.case.problem is Problem.LOST)
    assert wizard.state.answers == {"case_type": "damaged_parcel", "items_damaged": True}


def test_buyers_words_stay_words(ctx: AppContext, open_wizard: OpenWizard) -> None:
    hostile = "<img src='file:///etc/passwd'>%1{person}\u202e"
    wizard = open_wizard(open_case(ctx, Problem.DAMAGED, nick=hostile, title=f"盘{hostile}"))
    assert "<img" in wizard.page.facts()
    to_the_remedy(wizard)
    wizard.press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    for label in wizard.page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_in_english_nothing_is_left_in_chinese(
    ctx: AppContext, open_wizard: OpenWizard, speak: Callable[[str], None]
) -> None:
    speak("en")
    wizard = open_wizard(open_case(ctx, Problem.DAMAGED, nick="alice", title="Plate"))
    to_the_remedy(wizard)
    said = words(wizard) + "".join(item.title + item.answer for item in wizard.page.steps.steps.items)
    assert not [character for character in said if "\u4e00" <= character <= "\u9fff"]


def test_a_narrow_window_shows_the_conclusion_alone(wizard: Wizard) -> None:
    wizard.page.set_narrow(True)
    assert wizard.page.live.isHidden()
    wizard.page.foot.pane.click()
    assert not wizard.page.live.isHidden()
    assert wizard.page.middle.isHidden()
    wizard.page.set_narrow(False)
    assert not wizard.page.live.isHidden()
    assert not wizard.page.middle.isHidden()
