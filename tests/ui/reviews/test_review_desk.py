"""The desk of reviews and its dialogs: taken in with a preview, answered, linked, reported, looked through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.kinds import Problem, RegisterKind
from models.register_kinds import ReviewOrigin, ReviewState, ReviewVerdict
from models.register_records import RegisterLine, RegisterQuery
from ui.background import Background
from ui.reviews.answer_dialog import AnswerDialog
from ui.reviews.correct_dialog import CorrectReviewDialog
from ui.reviews.problems_dialog import ProblemsDialog
from ui.reviews.review_desk import ReviewDesk
from ui.reviews.review_dialogs import EnterDialog, ExtortionDialog, LinkDialog, NamesDialog, ReportDialog
from ui.reviews.take_in_dialog import TakeInDialog

Arrive = Callable[[], None]
Made = TypeVar("Made", bound=QDialog)
HEAD = "订单号\t买家昵称\t评分\t评价内容\t评价时间\n"
TABLE = (
    f"{HEAD}700001\t大圣\t1\t破损，不赔就差评\t2026-11-18 10:00:00\n"
    "700002\t<b>悟净</b>\t5\t好看，就是发货太慢\t2026-11-19 10:00\n"
)
WRONG = "700003\t八戒\t七星\t?\t2026-11-19\n"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(ctx: AppContext, window: QWidget) -> Iterator[ReviewDesk]:
    background = Background(window)
    yield ReviewDesk(ctx, background, window)
    background.close()


@pytest.fixture
def arrive(qtbot: QtBot, desk: ReviewDesk) -> Arrive:
    """Waits until nothing is under way."""

    def wait() -> None:
        calm = 0

        def settled() -> bool:
            nonlocal calm
            calm = calm + 1 if desk.background.pending() == 0 else 0
            return calm > 3

        qtbot.waitUntil(settled)

    return wait


def shown(window: QWidget, kind: type[Made]) -> Made:
    return next(each for each in window.findChildren(kind) if each.isVisible())


def lines(ctx: AppContext) -> dict[int, RegisterLine]:
    return {line.id: line for line in ctx.registers.sheet(RegisterQuery(RegisterKind.REVIEW, None)).lines}


def test_a_list_is_looked_at_before_it_is_taken_in(
    ctx: AppContext, desk: ReviewDesk, window: QWidget, arrive: Arrive, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.take_in(None)
    dialog = shown(window, TakeInDialog)
    dialog.text.setPlainText("not a table")
    dialog.look()
    arrive()
    assert not dialog.take.isEnabled()
    assert dialog.found.text() != ""
    dialog.text.setPlainText(TABLE + WRONG)
    dialog.look()
    arrive()
    assert dialog.preview is not None
    assert (len(dialog.preview.new), dialog.preview.bad, dialog.preview.with_problems) == (2, 1, 1)
    assert dialog.model.rowCount() == 1
    dialog.take.click()
    arrive()
    assert len(lines(ctx)) == 2
    # The same as a file: nothing of it is new, and nothing is taken.
    file = tmp_path / "评价.csv"
    file.write_text(TABLE.replace("\t", ","), encoding="utf-8-sig")
    desk.take_in(None)
    again = shown(window, TakeInDialog)
    again.read_file(file)
    arrive()
    assert again.preview is not None
    assert (len(again.preview.new), again.preview.known) == (0, 2)
    assert not again.take.isEnabled()
    again.reject()
    desk.enter(None)
    hand = shown(window, EnterDialog)
    hand.take.click()
    assert hand.isVisible()
    hand.text.setPlainText("掉色")
    hand.take.click()
    arrive()
    assert ctx.reviews.find(3).verdict is ReviewVerdict.BAD


def test_a_long_paste_is_read_whole_without_being_laid_out(
    desk: ReviewDesk, window: QWidget, arrive: Arrive, qtbot: QtBot
) -> None:
    desk.take_in(None)
    dialog = shown(window, TakeInDialog)
    rows = "".join(f"9{at:06}\t大圣🐒\t1\t破损\t2026-11-18 10:00\n" for at in range(3_000))
    dialog.text.setPlainText(f"🐒{HEAD}")
    dialog.text.moveCursor(QTextCursor.MoveOperation.End)

    def paste(text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    paste(rows)
    assert dialog.text.whole() == f"🐒{HEAD}{rows}", "what was typed before stays before it"
    paste(HEAD + rows)
    assert dialog.text.whole() == HEAD + rows, "a second one takes the place of the first"
    assert dialog.text.document().blockCount() < 20
    assert "3,001" in dialog.aside.text()
    dialog.look()
    arrive()
    assert dialog.preview is not None
    assert len(dialog.preview.new) == 3_000
    for long in ("\n" * 500_000, "x" * 2_000_000):
        paste(long)
        assert dialog.text.whole() == long
        assert len(dialog.text.toPlainText()) < 3_000
    QTest.keyClick(dialog.text, Qt.Key.Key_Delete)
    assert (dialog.text.whole(), dialog.aside_row.isHidden(), dialog.text.isReadOnly()) == ("", True, False)
    dialog.reject()


def test_a_bad_review_is_linked_answered_and_reported(
    ctx: AppContext, desk: ReviewDesk, window: QWidget, arrive: Arrive, qtbot: QtBot
) -> None:
    ctx.reviews.take_in(ctx.reviews.preview_pasted(1, TABLE), ReviewOrigin.PASTED)
    able = {each.name: each.on for each in desk.actions([lines(ctx)[1]])}
    assert able["answer"]
    assert able["report"]
    assert not able["packet"]
    assert not any(each.on for each in desk.actions([]))
    desk.answer(1)
    arrive()
    answer = shown(window, AnswerDialog)
    assert "破损" in answer.field.toPlainText()
    answer.take.click()
    assert answer.isVisible(), "blanks are filled in first"
    answer.field.setPlainText("给您好评返现 5 元")
    answer.take.click()
    assert answer.isVisible(), "what must not be said is neither copied nor noted"
    answer.field.setPlainText("已核对，今天补寄。")
    answer.copy()
    assert QGuiApplication.clipboard().text() == "已核对，今天补寄。"
    answer.take.click()
    arrive()
    assert ctx.reviews.find(1).state is ReviewState.ANSWERED
    desk.mark(1)
    arrive()
    mark = shown(window, ExtortionDialog)
    mark.note.setPlainText("要 50 元")
    mark.take.click()
    arrive()
    desk.report(1)
    arrive()
    report = shown(window, ReportDialog)
    assert "要 50 元" in report.text.toPlainText()
    report.copy_text()
    assert "破损，不赔就差评" in QGuiApplication.clipboard().text()
    report.take.click()
    arrive()
    assert ctx.reviews.find(1).reported_at is not None
    desk.correct(1)
    arrive()
    right = shown(window, CorrectReviewDialog)
    right.rating.setText("2")
    right.order.setText("700009")
    right.take.click()
    assert right.isVisible(), "not without a reason"
    right.reason.setText("点错了星")
    right.take.click()
    arrive()
    found = ctx.reviews.find(1)
    assert (found.rating, found.order_number, found.text) == (2, "700009", "破损，不赔就差评")
    desk.link(1)
    arrive()
    link = shown(window, LinkDialog)
    link.take.click()
    assert link.isVisible(), "nothing chosen links nothing"
    link.reject()


def test_problems_of_good_reviews_are_looked_through(
    ctx: AppContext, desk: ReviewDesk, window: QWidget, arrive: Arrive, qtbot: QtBot
) -> None:
    ctx.reviews.take_in(ctx.reviews.preview_pasted(1, TABLE), ReviewOrigin.PASTED)
    desk.names(2)
    arrive()
    names = shown(window, NamesDialog)
    names.chips[Problem.QUALITY].setChecked(True)
    names.take.click()
    arrive()
    desk.problems(None)
    arrive()
    dialog = shown(window, ProblemsDialog)
    assert [problem for _, problem, _ in dialog.rows] == [Problem.LATE, Problem.QUALITY]
    dialog.copy_list()
    assert "发货太慢" in QGuiApplication.clipboard().text()
    dialog.table.key_pressed.emit("T")
    arrive()
    assert ctx.reviews.open_problems() == ()
    qtbot.waitUntil(lambda: dialog.rows == [])
    assert not dialog.seen.isEnabled()
    dialog.reject()
