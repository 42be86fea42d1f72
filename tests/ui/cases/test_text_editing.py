"""Replies and notes as they are written: drafts kept, limits told, corrections, input methods, naughty texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.services.case_texts import draft_of
from models.clock import zone
from models.kinds import CaseState, NoteKind, Platform, TextDraftKind
from models.records import CasePage
from ui.background import Background
from ui.cases.case_cells import Moment
from ui.cases.notes_tab import NotesTab
from ui.cases.replies_tab import RepliesTab
from ui.cases.text_field import TextField
from ui.cases.text_writing import TextWriting

NAUGHTY = ("\u202e倒过来\u202c", "👩‍👩‍👧‍👦", "a\u0301́", "<b>粗</b>&amp;", "'; DROP TABLE note; --", "字" * 100_000)


class Desk:
    """Both tabs joined with the store, on one case of the small shop."""

    def __init__(self, ctx: AppContext, background: Background, qtbot: QtBot) -> None:
        self.ctx, self.qtbot, self.background = ctx, qtbot, background
        self.panel = QStackedWidget()
        qtbot.addWidget(self.panel)
        self.replies, self.notes = RepliesTab(ctx.replies, self.panel), NotesTab(self.panel)
        self.panel.addWidget(self.replies)
        self.panel.addWidget(self.notes)
        self.texts = TextWriting(ctx, background, self.replies, self.notes, self.panel)
        self.said: list[str] = []
        self.texts.said.connect(self.said.append)
        self.replies.said.connect(self.said.append)
        self.notes.note_wanted.connect(self._note)
        self.panel.resize(432, 700)
        self.panel.show()
        self.show(1)

    def _note(self, text: str, kind: NoteKind) -> None:
        self.ctx.cases.add_note(1, text, kind)
        self.notes.noted(1)

    def show(self, case_id: int, platform: Platform | None = None) -> CasePage:
        page = self.ctx.cases.load_page(case_id)
        if platform is not None:
            page = replace(page, shop=replace(page.shop, platform=platform))
        self.texts.show_case(page, Moment(self.ctx.clock.now(), zone("Asia/Shanghai")))
        return page

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.background.pending() == 0)

    def kept(self, case_id: int, kind: TextDraftKind) -> str:
        self.texts.drafts.flush()
        self.settle()
        return draft_of(self.ctx.cases.load_page(case_id).text_drafts.get(kind, "")).text


@pytest.fixture
def desk(stocked: AppContext, background: Background, qtbot: QtBot) -> Desk:
    """The tabs on the first case."""
    return Desk(stocked, background, qtbot)


def commit(widget: QWidget, text: str) -> None:
    """As an input method does: first what is not settled, then the words."""
    QApplication.sendEvent(widget, QInputMethodEvent("zhong", []))
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_a_reply_is_kept_while_typing_and_comes_back_in_its_place(desk: Desk) -> None:
    tab = desk.replies
    tab.choose("refund")
    tab.field.selectAll()
    commit(tab.field, "写到一半，先去问仓库")
    assert tab.field.toPlainText() == "写到一半，先去问仓库"
    # Another case, without a word lost; written at once.
    desk.show(2)
    desk.settle()
    assert draft_of(desk.ctx.cases.load_page(1).text_drafts[TextDraftKind.REPLY]).chosen["name"] == "refund"
    assert tab.field.toPlainText() != "写到一半，先去问仓库"
    # Another window, as after a kill.
    again = Desk(desk.ctx, desk.background, desk.qtbot)
    assert again.replies.field.toPlainText() == "写到一半，先去问仓库"
    assert again.replies.choices.chips["refund"].isChecked()
    QTest.keyClick(again.replies.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert again.kept(1, TextDraftKind.REPLY) == ""
    page = again.show(1)
    assert (page.case.state, [each.text for each in page.replies]) == (CaseState.OPEN, ["写到一半，先去问仓库"])
    assert again.replies.sent.isVisible()
    assert again.replies.sent.lines[0].accessibleName().endswith("写到一半，先去问仓库")
    again.replies.sent.again.emit("再来一次")
    assert QGuiApplication.clipboard().text() == "再来一次"


def test_a_text_too_long_for_the_platform_is_parted_at_sentences(desk: Desk) -> None:
    tab = desk.replies
    assert "没有公开" in tab.count.label.text()
    desk.show(2)
    desk.show(1, Platform.EBAY)
    tab.field.setPlainText("您好，已经在核对。" * 250)
    assert tab.count.too_many() == 250
    assert "250" in tab.count.label.text()
    first, second = tab.count.parts
    assert first.endswith("。")
    assert len(first) <= 2000
    assert first + second == tab.field.toPlainText()
    tab.count.part_wanted.emit(second, 2, 2)
    desk.settle()
    assert QGuiApplication.clipboard().text() == second
    assert [each.text for each in desk.ctx.cases.load_page(1).replies] == [second]


@pytest.mark.parametrize("text", NAUGHTY)
def test_notes_keep_what_is_typed(desk: Desk, text: str) -> None:
    commit(desk.notes.field, text)
    QTest.keyClick(desk.notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.notes.field.toPlainText() == ""
    [note] = desk.show(1).notes
    assert note.text == text
    assert desk.kept(1, TextDraftKind.NOTE) == ""


@pytest.mark.parametrize("text", ["空\x00字", "字" * 100_001])
def test_what_cannot_be_a_note_is_said_and_stays(desk: Desk, text: str) -> None:
    desk.notes.field.setPlainText(text)
    desk.notes.ask()
    assert desk.notes.field.toPlainText() == text
    assert desk.notes.count.text()
    assert not desk.notes.keep.isEnabled()
    assert desk.show(1).notes == ()
    assert desk.kept(1, TextDraftKind.NOTE) == text


def test_a_note_is_corrected_without_losing_the_one_begun(desk: Desk) -> None:
    desk.ctx.cases.add_note(1, "等仓库乘重")
    desk.show(1)
    commit(desk.notes.field, "另一条写到一半")
    desk.notes.boxes[0].correct_button.click()
    assert desk.notes.correction.isVisibleTo(desk.notes)
    assert desk.notes.field.toPlainText() == "等仓库乘重"
    desk.notes.field.setPlainText("等仓库称重")
    desk.notes.kind._choose(1)
    # Even over a kill: the correction goes on where it was.
    desk.kept(1, TextDraftKind.NOTE)
    again = Desk(desk.ctx, desk.background, desk.qtbot)
    assert again.notes.field.toPlainText() == "等仓库称重"
    QTest.keyClick(again.notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert again.notes.field.toPlainText() == "另一条写到一半"
    assert not again.notes.correction.isVisibleTo(again.notes)
    [note] = again.show(1).notes
    assert (note.text, note.kind) == ("等仓库称重", NoteKind.PRINTABLE)
    again.notes.boxes[0].copy_button.click()
    assert QGuiApplication.clipboard().text() == "等仓库称重"
    again.notes.boxes[0].remove_button.click()
    desk.settle()
    assert again.show(1).notes == ()
    desk.ctx.bench.undo_last()
    assert len(again.show(1).notes) == 1


def test_pasting_takes_the_words_and_leaves_the_looks(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    data = QMimeData()
    data.setHtml("<b onclick=x>粗</b>体")
    data.setText("粗体")
    field.insertFromMimeData(data)
    assert field.toPlainText() == "粗体"
    field.undo()
    assert field.toPlainText() == ""
    commit(field, "中文")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == ""
