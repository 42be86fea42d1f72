"""The replies of a case: what fits first, tone and language, blanks, what must not be said, copying by one key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.services.replies import BLANK, reply_book
from models.kinds import CaseState, Temperament
from models.records import CasePage
from models.rules.conclusion import EvidenceNeed
from models.rules.pack_parts import Text
from tests.ui.cases.sample_cases import arrive
from ui.cases.case_panel import REPLIES
from ui.cases.page import CasesPage
from ui.cases.replies_tab import RepliesTab
from ui.cases.reply_field import blanks_of
from ui.cases.reply_words import finding_codes
from ui.error_words import sentence
from ui.main_window import MainWindow
from ui.page import Target

NEED = EvidenceNeed("photo_box", Text("外箱六面照", "All sides of the box"), "photo", "must", "buyer",
                    Text("请把外箱六个面都拍清楚。", "Please photograph all sides of the box."))  # fmt: skip


@pytest.fixture
def case(stocked: AppContext) -> CasePage:
    """The first case of the small shop: a parcel damaged, its buyer upset."""
    page = stocked.cases.load_page(1)
    assert page.buyer is not None
    return replace(page, buyer=replace(page.buyer, temperament=Temperament.UPSET))


@pytest.fixture
def tab(qtbot: QtBot, stocked: AppContext, case: CasePage) -> RepliesTab:
    """The tab alone, with that case."""
    made = RepliesTab(stocked.replies)
    qtbot.addWidget(made)
    made.resize(400, 560)
    made.show()
    made.show_case(case)
    return made


def test_what_fits_is_on_in_the_buyers_tone_and_language(tab: RepliesTab, case: CasePage) -> None:
    assert next(iter(tab.choices.chips)) == "first_reply"
    assert tab.choices.chips["first_reply"].isChecked()
    assert (tab.tones.value(), tab.languages.value()) == ("upset", "zh")
    text = tab.field.toPlainText()
    assert text.startswith("花果山_大圣01，您好，让您着急了")
    QTest.keyClick(tab.tones, Qt.Key.Key_Left)
    mild = tab.field.toPlainText()
    assert tab.tones.value() == "mild" != text
    QTest.keyClick(tab.languages, Qt.Key.Key_Right)
    assert tab.field.toPlainText().startswith("Hello 花果山_大圣01, thank you")
    assert mild != text
    # Missing evidence, found later, moves what fits; what was chosen stays.
    tab.show_missing((NEED,))
    assert "ask_evidence:photo_box" in tab.choices.chips
    tab.choices.chips["ask_evidence:photo_box"].click()
    assert NEED.ask_text.en in tab.field.toPlainText()
    tab.show_case(case)
    assert tab.choices.chips["ask_evidence:photo_box"].isChecked()


def test_all_situations_are_in_the_menu_by_group(tab: RepliesTab) -> None:
    menu = tab.choices.all.menu()
    groups = [action.menu() for action in menu.actions()]
    assert [group.title() for group in groups][:2] == ["首次回应与进度", "请买家补凭证"]
    actions = [action for group in groups for action in group.actions()]
    assert len(actions) >= len(reply_book().situations) - 2
    next(action for action in actions if action.text() == "公开回复评价").trigger()
    assert tab.choices.chips["bad_review_public"].isChecked()
    assert tab.public.isVisible()
    assert len(tab.choices.chips) <= 4
    for chip in (*tab.choices.chips.values(), tab.choices.all):
        assert chip.isVisible()
        assert chip.accessibleName()


def test_blanks_are_marked_named_and_walked_through(tab: RepliesTab) -> None:
    tab.choose("refuse")
    text = tab.field.toPlainText()
    assert text.count(BLANK) == 3
    assert tab.blanks.text() == "还空 3 处：原因、买家诉求、能提供的办法"
    assert len(tab.field.extraSelections()) == 3
    for place, _ in list(blanks_of(text)):
        QTest.keyClick(tab.field, Qt.Key.Key_F3)
        assert tab.field.textCursor().selectionStart() == place
    QTest.keyClick(tab.field, Qt.Key.Key_F3)
    tab.field.insertPlainText("照片里看不到破损🎁")
    assert tab.blanks.text() == "还空 2 处"
    tab.next.click()
    assert tab.field.textCursor().selectedText() == BLANK
    tab.field.setPlainText("您好")
    assert not tab.blanks.isVisible()
    assert not tab.next.isVisible()
    assert tab.count.label.text().startswith("2 字 · ")


def test_what_must_not_be_said_keeps_the_text_from_being_copied(tab: RepliesTab, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    copied: list[object] = []
    said: list[str] = []
    tab.copied.connect(copied.append)
    tab.said.connect(said.append)
    tab.field.setPlainText("🎁好评返现 5 元，明天一定到。")
    assert not tab.button.isEnabled()
    assert "标红" in tab.button.accessibleDescription()
    lines = [line.text() for line in tab.findings.lines]
    assert len(lines) == 2
    assert "禁止用钱" in lines[0]
    assert "预计" in lines[1]
    assert tab.findings.lines[0].accessibleName().startswith("不能发")
    assert "禁止用钱" in tab.field.accessibleDescription()
    marked = [each.cursor.selectedText() for each in tab.field.extraSelections()]
    assert marked[0].startswith("好评返现")
    QTest.keyClick(tab.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    tab.copy()
    assert QGuiApplication.clipboard().text() == "before"
    assert said == ["请先改掉标红的地方。"] * 2
    # What lies past the place up to which a text is looked at is not let through unseen.
    tab.field.setPlainText("您好。" * 1400 + "好评返现 5 元")
    assert not tab.button.isEnabled()
    assert "4000" in tab.button.accessibleDescription()
    tab.copy()
    assert QGuiApplication.clipboard().text() == "before"
    del said[:]
    # Only warned of: told, and copied all the same.
    tab.field.setPlainText("明天一定到。")
    assert tab.button.isEnabled()
    assert len(tab.findings.lines) == 1
    tab.button.click()
    assert QGuiApplication.clipboard().text() == "明天一定到。"
    assert len(copied) == 1


def test_what_was_typed_is_kept_and_can_be_put_back(tab: RepliesTab, case: CasePage) -> None:
    whole = tab.field.toPlainText()
    assert not tab.again.isVisible()
    tab.field.setPlainText("先不发")
    tab.choose("soothe")
    tab.show_case(replace(case, case=replace(case.case, id=99)))
    assert tab.field.toPlainText() == whole
    tab.show_case(case)
    tab.choose("first_reply")
    assert tab.field.toPlainText() == "先不发"
    tab.again.click()
    assert tab.field.toPlainText() == whole
    tab.field.undo()
    assert tab.field.toPlainText() == "先不发"


def test_every_pattern_has_a_sentence(stocked: AppContext, case: CasePage) -> None:
    assert finding_codes() == {pattern.id for pattern in reply_book().patterns}
    with pytest.raises(Exception, match="reply_refused") as caught:
        stocked.replies.copied(case, "first_reply", "哦")
    assert "哦" in sentence(caught.value).next


def test_copying_by_key_is_told_and_noted(
    window: MainWindow, page: CasesPage, stocked: AppContext, qtbot: QtBot
) -> None:
    number = stocked.cases.load_page(1).case.number
    window.go(Target("cases", number, "replies"))
    arrive(qtbot, window)
    assert page.panel.bar.currentIndex() == REPLIES
    tab, said = page.panel.replies, []
    page.said.connect(said.append)
    tab.field.setFocus()
    QTest.keyClick(tab.field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    arrive(qtbot, window)
    assert QGuiApplication.clipboard().text() == tab.field.toPlainText() != ""
    assert said == ["已复制回复"]
    events = [event for event in stocked.cases.load_page(1).timeline if event.action == "reply_copied"]
    assert [event.details["reply"] for event in events] == ["first_reply"]
    # Edit, Copy: with words selected these alone; from a chip the whole text; in the list the row.
    chip = tab.choices.chips["first_reply"]
    chip.setFocus()
    assert QApplication.focusWidget() is chip
    QGuiApplication.clipboard().clear()
    page.commands()["copy"]()
    assert QGuiApplication.clipboard().text() == tab.field.toPlainText()
    tab.field.go_to(0, 2)
    page.commands()["copy"]()
    assert QGuiApplication.clipboard().text() == "花果"
    page.pane.table.setFocus()
    page.commands()["copy"]()
    arrive(qtbot, window)
    assert number in QGuiApplication.clipboard().text()
    # The same text again is no second reply.
    after = stocked.cases.load_page(1)
    assert sum(event.action == "reply_copied" for event in after.timeline) == len(after.replies) == 1
    assert after.case.state is CaseState.OPEN
