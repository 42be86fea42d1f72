"""The tray of what arrived: counted, shown with pictures, added to the case in front or dismissed, by mouse and keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from models.kinds import EvidenceSource
from tests.ui.evidence.desk import Desk, photo
from ui.evidence.arrivals.folders import FoldersDialog
from ui.evidence.arrivals.model import NEW_ROLE
from ui.page import Target


@pytest.fixture
def inbox(desk: Desk) -> Path:
    """A watched folder in which three files arrived."""
    folder = desk.folder / "inbox"
    folder.mkdir(parents=True)
    desk.page.watching._timer.stop()
    desk.ctx.watching.watch(folder)
    desk.ctx.watching.look()
    (folder / "a.jpg").write_bytes(photo("red"))
    (folder / "b.txt").write_text("你好")
    (folder / "c <b>.jpg").write_bytes(photo("blue"))
    for _ in range(3):
        desk.ctx.watching.look()
    desk.page.watching.look()
    desk.settle()
    return folder


def names(desk: Desk) -> list[str]:
    return [each.name for each in desk.page.watching.model.arrivals()]


def test_arrivals_are_counted_shown_and_added_with_one_key(desk: Desk, inbox: Path) -> None:
    page, watching = desk.page, desk.page.watching
    assert "3" in page.browser.tools._watch.accessibleName() + page.browser.tools._watch.label()
    assert not watching.tray.isVisible()
    page.commands()["arrivals"]()
    desk.settle()
    tray = watching.tray
    assert tray.isVisible()
    assert sorted(names(desk)) == ["a.jpg", "b.txt", "c <b>.jpg"]
    assert all(watching.model.index(row).data(NEW_ROLE) for row in range(3))
    place = names(desk).index("a.jpg")
    watching.model.picture(place, 1.0)
    desk.settle()
    pixmap = watching.model.picture(place, 1.0)
    assert pixmap is not None
    assert pixmap.toImage().pixelColor(60, 30).red() > 240
    tray.list.selectAll()
    QTest.keyClick(tray.list, Qt.Key.Key_Return)
    desk.settle()
    assert [(item.source, item.origin) for item in desk.evidence()] == [(EvidenceSource.WATCHED, "inbox")] * 3
    assert names(desk) == []
    assert len(list(inbox.iterdir())) == 3
    # Over all cases there is no case to add to.
    page.open(Target("evidence"))
    desk.settle()
    assert not tray.isVisible()


def test_dismissing_and_what_is_gone_meanwhile(desk: Desk, inbox: Path) -> None:
    watching = desk.page.watching
    watching.toggle()
    desk.settle()
    # By its model: the view's own way adds to what is chosen while a key of the test before counts as held.
    chosen = watching.model.index(names(desk).index("b.txt"))
    watching.tray.list.selectionModel().setCurrentIndex(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QTest.keyClick(watching.tray.list, Qt.Key.Key_Delete)
    desk.settle()
    assert sorted(names(desk)) == ["a.jpg", "c <b>.jpg"]
    (inbox / "a.jpg").unlink()
    watching.look()
    desk.settle()
    assert names(desk) == ["c <b>.jpg"]
    assert "a.jpg" in desk.said[-1]
    watching.tray.dismiss_all.click()
    desk.settle()
    assert names(desk) == []
    assert sorted(path.name for path in inbox.iterdir()) == ["b.txt", "c <b>.jpg"]
    QTest.keyClick(watching.tray.list, Qt.Key.Key_Escape)
    watching.toggle()
    assert not watching.tray.isVisible()


def test_folders_are_chosen_paused_and_stopped_in_their_dialog(desk: Desk, inbox: Path) -> None:
    page = desk.page
    page.watching.choose_folders()
    dialog = page.findChildren(FoldersDialog)[-1]
    other = desk.folder / "other"
    other.mkdir()
    dialog.watch(other)
    desk.settle()
    assert [each.path for each in desk.ctx.watching.folders()] == [inbox, other]
    dialog.pause_all.click()
    desk.settle()
    assert all(each.paused for each in desk.ctx.watching.folders())
    assert page.watching.tray.quiet.text() == "监视已暂停"
    dialog.watch(other / "nowhere")
    desk.settle()
    assert len(desk.ctx.watching.folders()) == 2
    for each in (inbox, other):
        dialog._change(partial(desk.ctx.watching.stop, each))
        desk.settle()
    assert not page.watching.tray.isVisible()
    dialog.accept()
    page.commands()["arrivals"]()
    assert not page.watching.tray.isVisible()
    assert page.findChildren(FoldersDialog)[-1].isVisible()
