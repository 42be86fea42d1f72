"""Chats on the Evidence page: logs as bubbles, screenshots joined and cut by hand and by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.services.stitch_plans import SeamState
from models.kinds import Derivation, EvidenceSource, MediaKind
from models.rules.chat_log import read_chat
from tests.desktop.decoder.drawn_chats import draw_chat, screenshot, stored
from tests.ui.evidence.desk import NICK, Desk
from ui.evidence.chats.model import OURS_ROLE, ChatModel
from ui.evidence.chats.stitch_cut_dialog import CutDialog
from ui.evidence.chats.stitch_dialog import JoinDialog
from ui.evidence.chats.view import ChatView

CHAT = (
    f"{NICK} 2026-11-18 19:42:07\n昨天到的，打开就碎了两只\n[图片]\n\n"
    "青禾家居:小满 2026-11-18 19:44:31\n非常抱歉！请先别扔外箱\n\n"
    f"{NICK} 2026-11-19 09:03:55\n<b>好</b> \u202e.exe\n"
)


def keep(desk: Desk, data: bytes, name: str) -> int:
    added = desk.ctx.intake.add_bytes(desk.case_id, data, name, EvidenceSource.CHOSEN)
    desk.settle()
    assert added.evidence_id is not None
    return added.evidence_id


def choose(desk: Desk, ids: list[int]) -> None:
    model, selection = desk.page.model(), desk.page.browser.gallery.selectionModel()
    selection.clearSelection()
    for evidence_id in ids:
        index = model.index(model.row_of(evidence_id), 0)
        selection.setCurrentIndex(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)


def test_a_log_is_shown_as_bubbles_with_the_shop_at_the_right(desk: Desk) -> None:
    kept = keep(desk, CHAT.encode(), "chat.txt")
    desk.page.view(desk.page.model().row_of(kept))
    desk.settle()
    view = desk.page.chats.view
    assert (desk.page.viewer.shown(), view.way(), view.model.rowCount()) == ("chat", "chat", 3)
    ours = [view.model.index(row, 0).data(OURS_ROLE) for row in range(3)]
    assert ours == [False, True, False]
    desk.page.start_search()
    view.search.setText("外箱")
    view.search.search_now()
    assert view.list.currentIndex().row() == 1
    view.list.selectAll()
    view.copy()
    assert "19:44:31\n非常抱歉！请先别扔外箱" in QGuiApplication.clipboard().text()
    QTest.keyClick(view.list, Qt.Key.Key_T)
    assert (view.way(), view.text.toPlainText()) == ("text", CHAT)
    view.text.setFocus()
    seen = []
    while len(seen) < 60:
        desk.page.focusNextChild()
        focus = desk.page.focusWidget()
        if focus is view.text:
            break
        seen.append(focus.accessibleName())
    # Tab goes round and comes to all that stands over the chat, of its own and of the viewer.
    assert len(seen) < 60
    assert {"对比", "返回", "在聊天中查找", "从本单移除"} - set(seen) == set()
    view._menu.actions()[0].toggle()
    view._caption.click()
    desk.settle()
    assert desk.ctx.evidence.find_evidence(kept).caption.endswith("11-18 19:42 – 11-19 09:03，3 条")
    assert NICK in desk.ctx.chat_texts.read(kept).ours


def test_ten_thousand_messages_do_not_hold_the_window(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    log = read_chat("".join(f"A{n % 3} 2026-11-18 19:{n % 60:02d}:07\n{'在吗' * (n % 40)}好\n" for n in range(10_000)))
    assert log is not None
    model = ChatModel()
    model.show_log(log, {"A1"})
    qtmodeltester.check(model, force_py=True)
    assert (model.rowCount(), len(model.find("在吗在吗"))) == (10_000, 9500)
    view = ChatView()
    qtbot.addWidget(view)
    view.model.show_log(log, {"A1"})
    view.resize(900, 600)
    view.show()
    # Laid out a few at a time, the rest follows by itself.
    qtbot.waitUntil(lambda: view.list.visualRect(view.model.index(120, 0)).height() > 30)
    assert view.list.visualRect(view.model.index(120, 0)).top() > 0


def test_screenshots_are_joined_and_cut_by_keys(desk: Desk) -> None:
    chat = draw_chat(4, width=360, messages=24)
    ids = [
        keep(desk, stored(screenshot(chat, at, 800, clock=f"19:4{n}")), f"s{n}.jpg")
        for n, at in enumerate((300, 0, 650))
    ]
    assert not desk.page.can("join_chat")
    choose(desk, ids)
    assert desk.page.can("join_chat")
    desk.page.commands()["join_chat"]()
    dialog = desk.page.chats.dialog
    assert isinstance(dialog, JoinDialog)
    desk.settle()
    plan = dialog.plan()
    assert plan is not None
    assert [part.evidence_id for part in plan.parts] == [ids[1], ids[0], ids[2]]
    assert [seam.state for seam in plan.seams] == [SeamState.SURE] * 2
    QTest.keyClick(dialog.strip, Qt.Key.Key_Down)
    moved = dialog.plan()
    assert moved is not None
    assert (moved.seams[0].state, moved.seams[0].rows) == (SeamState.MOVED, plan.seams[0].rows - 1)
    QTest.keyClick(dialog.strip, Qt.Key.Key_Up)
    dialog.parts.choose(0)
    QTest.keyClick(dialog.parts, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    turned = dialog.plan()
    assert turned is not None
    assert [part.evidence_id for part in turned.parts] == ids
    dialog.show_plan(plan)
    dialog.join(then_cut=True)
    desk.settle()
    desk.settle()
    made = [item for item in desk.evidence() if item.derivation is Derivation.STITCHED]
    assert [(item.media, item.made_of) for item in made] == [(MediaKind.CHAT, (ids[1], ids[0], ids[2]))]
    cutting = desk.page.chats.dialog
    assert isinstance(cutting, CutDialog)
    pages = cutting.plan()
    assert pages is not None
    assert pages.cuts
    QTest.keyClick(cutting.strip, Qt.Key.Key_Up)
    stepped = cutting.plan()
    assert stepped is not None
    assert stepped.cuts[0].row < pages.cuts[0].row
    cutting.cut_now()
    desk.settle()
    cuts = [item for item in desk.evidence() if item.derivation is Derivation.CUT]
    assert len(cuts) == len(stepped.cuts) + 1
    assert desk.said[-1] == f"已裁成 {len(cuts)} 页。"
