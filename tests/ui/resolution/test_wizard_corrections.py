"""What is put right in the wizard: shared liability in percent, facts nobody asks for, closed lists and tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from models.kinds import Liability, Problem
from tests.desktop.services.resolution_cases import open_case
from tests.ui.resolution.wizard import ENTER, Wizard
from ui.resolution.special_entries import ChoiceEntry, ItemsEntry
from ui.resolution.wizard_state import CONFIRM, FACTS, REMEDY, ROAD

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_shares_must_add_up_and_are_written(wizard: Wizard) -> None:
    wizard.press("1", ENTER, "1", ENTER)
    wizard.press(Qt.Key.Key_O)
    form = wizard.page.middle.remedy.override
    form.reason.setPlainText("包装偏薄")
    merchant, carrier = form.shares.fields[Liability.MERCHANT], form.shares.fields[Liability.CARRIER]
    wizard.qtbot.keyClicks(merchant, "60")
    wizard.qtbot.keyClicks(carrier, "30")
    wizard.settle()
    assert form.shares.note.text() == "还差 10% 没有分。"
    wizard.page.walking.to_confirm()
    wizard.settle()
    assert wizard.state.place == REMEDY
    wizard.qtbot.keyClicks(carrier, "x")
    assert form.shares.note.text() == "这不是数字。"
    carrier.clear()
    wizard.qtbot.keyClicks(carrier, "40%")
    wizard.settle()
    draft = wizard.case().draft
    assert draft is not None
    wizard.page.walking.to_confirm()
    wizard.settle()
    assert wizard.state.place == CONFIRM
    wizard.press(ENTER)
    resolution = wizard.case().resolution
    assert resolution is not None
    assert resolution.liability is Liability.SHARED
    assert dict(resolution.shares) == {"merchant": "60", "carrier": "40"}
    assert resolution.override_reason == "包装偏薄"


def test_what_nobody_asks_can_be_said_by_keyboard(wizard: Wizard) -> None:
    unasked = [name for name in wizard.state.walk.conclusion.unasked if name in wizard.state.walk.fields]
    wizard.press(Qt.Key.Key_A)
    assert wizard.state.place == FACTS
    entry = wizard.page.middle.facts.entry
    assert isinstance(entry, ChoiceEntry)
    assert entry.fact.fact == unasked[0]
    assert isinstance(wizard.focus(), QComboBox)
    wizard.press(Qt.Key.Key_Home, ENTER)
    assert wizard.state.answers[unasked[0]] is True
    assert wizard.state.place == FACTS


def test_the_items_that_come_back_are_ticked_in_a_table(ctx: AppContext, open_wizard: Callable[[int], Wizard]) -> None:
    wizard = open_wizard(open_case(ctx, Problem.NO_REASON))
    wizard.page.walking.answer("case_type", "partial_return")
    wizard.settle()
    wizard.page.walking.go(FACTS)
    facts = wizard.page.middle.facts
    facts.edit("returned")
    entry = facts.entry
    assert isinstance(entry, ItemsEntry)
    [(name, amount, back)] = entry._rows
    assert amount.text() == "168.00"
    back.setChecked(True)
    amount.setText("eins")
    facts._take()
    assert facts.entry is entry
    assert entry.wrong.text() == "这不是数字。"
    amount.setText("150")
    facts._take()
    wizard.settle()
    assert wizard.state.answers["items"] == {name: "150.00"}
    assert wizard.state.answers["returned"] == [name]


def test_where_the_problem_leaves_one_road_another_can_be_taken(
    ctx: AppContext, open_wizard: Callable[[int], Wizard]
) -> None:
    wizard = open_wizard(open_case(ctx, Problem.OVER_SHIPPED))
    assert not wizard.state.asks_road()
    wizard.page.walking.go(FACTS)
    facts = wizard.page.middle.facts
    facts.rows["case_type"].setFocus()
    wizard.press(ENTER)
    assert wizard.state.place == ROAD
    wizard.press("0")
    wizard.page.middle.road.field.setText("申诉快递")
    wizard.page.middle.road.field.search_now()
    wizard.press(ENTER)
    assert wizard.state.answers["case_type"] == "carrier_complaint"
    assert wizard.state.asks_road()


def test_the_draft_is_kept_at_the_time_of_the_desk(wizard: Wizard) -> None:
    wizard.press("1")
    marks, ctx = wizard.page._marks, wizard.page.ctx
    page = wizard.state.walk.page
    wizard.state.walk = replace(
        wizard.state.walk, page=replace(page, shop=replace(page.shop, time_zone="Europe/London"))
    )
    marks.show_kept(wizard.state, ctx)
    assert marks._words.text() == "草稿已存 09:42"
