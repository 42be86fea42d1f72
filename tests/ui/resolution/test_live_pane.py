"""The live pane: liability in words, remedies by true cost, what just changed, sources that can be followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from decimal import Decimal
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from models.kinds import EvidenceSource, Liability, Remedy, WaitingOn
from models.rules.conclusion import ClockPlan, LiabilityView
from models.rules.pack_parts import Text
from tests.ui.resolution.wizard import ENTER, Wizard
from ui.resolution.answer_card import AnswerCard
from ui.resolution.live_pane import FRESH_MS
from ui.resolution.live_parts import LiabilityBar, SourceTag
from ui.resolution.live_rows import SourceBook, SourceRow, clock_row
from ui.resolution.remedy_table import ROW, RemedyRow, RemedyTable
from ui.resolution.wording import axes_text, share_text
from ui.resolution.wrapping import wrapped
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.words import word


def test_liability_is_said_in_words(wizard: Wizard) -> None:
    wizard.press("1", ENTER, "1")
    bar = wizard.page.live.findChild(LiabilityBar)
    assert bar is not None
    assert bar.accessibleName() == "承运 100%"


def test_remedies_stand_with_what_they_lack(wizard: Wizard, qtmodeltester: ModelTester) -> None:
    wizard.press("1", ENTER, "1")
    table = wizard.page.live.table
    assert table is not None
    qtmodeltester.check(table.remedies)
    rows = {row.offer.id: row for row in table.remedies.rows}
    assert rows["refund_full"].cells()[3] == "168.00"
    assert rows["partial_refund_keep"].cells()[5] == "—"
    assert "商定退给买家" in rows["partial_refund_keep"].lacks()
    assert rows["refuse"].refusal
    assert rows["refuse"].cells()[5] != "—"
    assert [row.offer.id for row in table.remedies.rows if row.chosen] == [wizard.state.walk.offer.id]


def test_only_what_changed_is_marked_and_for_two_seconds(wizard: Wizard) -> None:
    live = wizard.page.live
    assert live.fresh_rows() == []
    wizard.press("1")
    assert "承运 100%" in live.fresh_rows()
    wizard.press(ENTER, "1")
    assert "承运 100%" not in live.fresh_rows()
    assert live.fresh_rows()
    assert FRESH_MS == 2000
    live._timer.timeout.emit()
    assert live.fresh_rows() == []


def test_a_tag_leads_to_its_source(wizard: Wizard) -> None:
    wizard.press("1", ENTER, "1")
    live = wizard.page.live
    tag = live.findChildren(SourceTag)[0]
    tag.click()
    row = next(row for row in live.findChildren(SourceRow) if row.number == tag.number)
    assert row.hasFocus()
    assert "店铺售后手册" in row.says


def test_the_request_for_missing_evidence_is_copied(wizard: Wizard) -> None:
    wizard.press("1", ENTER, "1")
    live = wizard.page.live
    needs = {need.label.zh: need for need in wizard.state.walk.conclusion.evidence}
    ask = next(b for b in live.findChildren(Button) if b.accessibleName() == "复制索要“破损照片”的话术")
    ask.click()
    assert QGuiApplication.clipboard().text() == needs["破损照片"].ask_text.zh


def test_evidence_that_is_there_is_not_missing(wizard: Wizard) -> None:
    wizard.press("1", ENTER, "1")
    ctx = wizard.page.ctx
    needs = wizard.state.walk.conclusion.evidence
    before = len(wizard.page.live.evidence_rows)
    assert before == len(needs)
    added = ctx.intake.add_bytes(wizard.case_id, b"weighed: 2.31 kg", "weight.txt", EvidenceSource.PASTED)
    assert added.evidence_id is not None
    ctx.evidence.set_tag(added.evidence_id, needs[0].id)
    wizard.qtbot.waitUntil(lambda: len(wizard.page.live.evidence_rows) == before - 1)


def test_clocks_follow_the_remedy_chosen(wizard: Wizard) -> None:
    wizard.press("1", ENTER, "1", ENTER)
    wizard.choose(Remedy.RESHIP)
    assert [row.says.split()[0] for row in wizard.page.live.clock_rows] == ["补寄发出"]
    wizard.page.walking.choose("refund_full")
    wizard.settle()
    assert [row.says.split()[0] for row in wizard.page.live.clock_rows] == ["退款到账"]


def test_what_a_clock_waits_for_can_be_entered(wizard: Wizard) -> None:
    live, state = wizard.page.live, wizard.state
    plan = ClockPlan(
        "c", "c", Text("复核", "Review"), WaitingOn.US, None, None, True, "suspended_at", None, ("suspended_at",),
        "normal", "", "", "", "shop-handbook", "1",
    )  # fmt: skip
    pack = next(each for each in state.walk.packs if each.id == "shop-handbook")
    number = next(iter(pack.constants))
    facts: list[str] = []
    numbers: list[str] = []
    live.fact_wanted.connect(facts.append)
    live.number_wanted.disconnect()
    live.number_wanted.connect(numbers.append)
    enter = partial(live._enter, state, plan)
    now = wizard.page.ctx.clock.now()
    row = clock_row(
        replace(plan, unknown=("suspended_at", number)), {"suspended_at": "中止时间", number: "天数"},
        SourceBook((), print, {}), now, UTC, live, enter,
    )  # fmt: skip
    for link in row.findChildren(Button):
        link.click()
    assert [link.text() for link in row.findChildren(Button)] == ["中止时间", "天数"]
    assert (facts, numbers) == (["suspended_at"], [f"shop-handbook/{number}"])


def test_long_titles_and_marks_are_wrapped_not_cut(wizard: Wizard, speak: Callable[[str], None]) -> None:
    speak("en")
    text = "Keep the goods, refund part"
    lines = wrapped(text, 110, "body", 600, most=3)
    assert " ".join(lines) == text
    assert all(painting.text_width(line, "body", 600) <= 110 for line in lines)
    card = AnswerCard("Refuse", "", "supervisor agrees · if it goes wrong: high (If lost: full refund)")
    card.resize(900, 66)
    card.show()
    one = card.sizeHint().height()
    card.resize(260, 66)
    assert card.sizeHint().height() > one
    table = RemedyTable()
    offer = replace(wizard.state.walk.offer, title=Text(text, text), preferred=True)
    table.resize(430, 28)
    table.show()
    table.show_rows(
        [RemedyRow(offer, ()), RemedyRow(replace(offer, title=Text("Exchange", "Exchange"), preferred=False), ())]
    )
    assert table.rowHeight(0) > table.rowHeight(1) == ROW
    assert table.height() == table.rowHeight(0) + ROW


def test_shared_without_parts_has_no_figure(prepared: QApplication) -> None:
    assert share_text(Liability.SHARED, Decimal(1)) == word(Liability.SHARED)
    assert share_text(Liability.CARRIER, Decimal("0.82")) == "承运 82%"
    view = LiabilityView(Liability.BUYER, None, Liability.BUYER, None, Text("", ""), ())
    assert "对买家 无，买家自担" in axes_text(view)
