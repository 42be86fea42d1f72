"""Adding evidence: paste, drop, folders, doubles, files that fail."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage

from desktop.importers.evidence_folders import walk
from models.kinds import EvidenceSource, MediaKind
from tests.ui.evidence.desk import Desk, photo
from ui.intake.mime import intake_of
from ui.intake.pieces import Intake, plain_of_html
from ui.page import Target, Work


def drop(desk: Desk, *paths: Path) -> None:
    """What the window system does when files are let go over the page."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(500, 300), both, mime, buttons, keys)
    QGuiApplication.sendEvent(desk.page, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(500, 300), both, mime, buttons, keys)
    QGuiApplication.sendEvent(desk.page, event)
    assert event.dropAction() is Qt.DropAction.CopyAction
    desk.settle()


def paste(desk: Desk, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    desk.page.commands()["paste"]()
    desk.settle()


def test_what_is_pasted_is_kept_as_it_came(desk: Desk) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    picture, coded, files = QMimeData(), QMimeData(), QMimeData()
    picture.setImageData(image)
    data = photo("green", form="PNG")
    coded.setData("image/png", data)
    files.setUrls([QUrl.fromLocalFile(str(desk.file("微信图片 1.jpg", photo())))])
    for mime in (picture, coded, files):
        paste(desk, mime)
    item, untouched, named = desk.evidence()
    assert (item.source, item.format, item.width, item.height) == (EvidenceSource.PASTED, "png", 40, 30)
    with Image.open(desk.kept_file(item)) as kept:
        assert kept.convert("RGB").getpixel((5, 5)) == (0, 0, 255)
    assert untouched.sha256 == hashlib.sha256(data).hexdigest()
    assert named.original_name == "微信图片 1.jpg"
    for text in ("你好，碎了两只", "<b>not bold</b> & \u202e txt"):
        typed = QMimeData()
        typed.setText(text)
        paste(desk, typed)
        assert desk.evidence()[-1].media is MediaKind.TEXT
        assert desk.kept_file(desk.evidence()[-1]).read_bytes() == text.encode()
    assert desk.shown_ids() == [each.id for each in desk.evidence()]


def test_pasted_html_is_kept_as_its_words_and_nothing_is_fetched(desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml(
        "<style>x{}</style><p>破损 <b>两只</b></p><img src='file:///etc/passwd'><script>alert(1)</script><p>请处理</p>"
    )
    item_text = plain_of_html(mime.html())
    assert item_text == "破损 两只\n\n请处理"
    intake = intake_of(mime, desk.ctx.clock.now(), desk.page.zone)
    assert [piece.content().decode() for piece in intake.pieces] == [item_text]


def test_nothing_to_paste_is_said(desk: Desk) -> None:
    desk.page.adding.add(Intake(), EvidenceSource.PASTED)
    assert desk.said
    assert desk.evidence() == []


def test_dropped_files_and_folders_are_kept_and_the_first_new_one_is_chosen(desk: Desk) -> None:
    single = desk.file("a.jpg", photo("red"))
    desk.file("folder/b.jpg", photo("green"))
    desk.file("folder/deep/c.txt", "聊天".encode())
    desk.file("folder/.hidden.jpg", photo("blue"))
    desk.file("folder/Thumbs.db", b"litter")
    drop(desk, single, desk.folder / "folder")
    assert [item.original_name for item in desk.evidence()] == ["a.jpg", "b.jpg", "c.txt"]
    assert {item.source for item in desk.evidence()} == {EvidenceSource.DROPPED}
    assert desk.page.browser.current() == desk.evidence()[0]
    assert desk.page.browser.strip.what() == ""


def test_a_bad_file_among_good_ones_is_listed_and_stops_nothing(desk: Desk) -> None:
    paths = [
        desk.file("one.jpg", photo("red")),
        desk.folder / "gone \u202egpj.exe",
        desk.file("two.jpg", photo("green")),
    ]
    pipe = desk.folder / "pipe"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
        paths.insert(1, pipe)
    drop(desk, *paths)
    assert [item.original_name for item in desk.evidence()] == ["one.jpg", "two.jpg"]
    assert desk.page.browser.strip.what() == f"已添加 2 件凭证 · {len(paths) - 2} 件未能保存"
    listed = desk.page.browser.strip.listed()
    assert "gpj.exe" in listed
    assert "\u202e" not in listed
    assert len(listed.splitlines()) == len(paths) - 2


def test_a_double_is_said_and_not_kept_twice(desk: Desk) -> None:
    drop(desk, desk.file("a.jpg", photo()))
    drop(desk, desk.file("same.jpg", photo()), desk.file("new.jpg", photo("blue")))
    assert len(desk.evidence()) == 2
    assert desk.page.browser.strip.what() == "已添加 1 件凭证 · 1 件本单已有"
    assert "same.jpg" in desk.page.browser.strip.listed()


def test_stop_ends_after_the_file_in_hand(desk: Desk) -> None:
    works: list[Work | None] = []
    desk.page.working.connect(works.append)
    files = tuple(desk.file(f"{number}.txt", str(number).encode()) for number in range(200))
    desk.page.adding.add(Intake(paths=files), EvidenceSource.CHOSEN)
    desk.qtbot.waitUntil(lambda: len(works) > 2 and bool(desk.evidence()), timeout=20_000)
    stopping = works[-1]
    assert stopping is not None
    assert stopping.stop is not None
    stopping.stop()
    desk.settle()
    assert 0 < len(desk.evidence()) < 200
    assert "已停止" in desk.page.browser.strip.what()
    assert works[-1] is None


def test_without_a_case_nothing_is_added(desk: Desk) -> None:
    desk.page.open(Target("evidence"))
    desk.settle()
    desk.page.commands()["paste"]()
    said = len(desk.said)
    assert said
    desk.page.adding.add(Intake(paths=(desk.file("a.jpg", photo()),)), EvidenceSource.DROPPED)
    desk.settle()
    assert len(desk.said) > said
    assert desk.evidence() == []


def test_folders_are_walked_within_a_limit_and_never_through_links(tmp_path: Path) -> None:
    deep = tmp_path / "photos"
    for number in range(6):
        (deep / "sub").mkdir(parents=True, exist_ok=True)
        (deep / "sub" / f"{number}.jpg").write_bytes(b"x")
    (deep / "loop").symlink_to(deep, target_is_directory=True)
    (deep / "link.jpg").symlink_to(deep / "sub" / "0.jpg")
    assert [found.path.name for found in walk([deep]).files] == [f"{number}.jpg" for number in range(6)]
    cut = walk([deep], limit=4)
    assert len(cut.files) == 4
    assert cut.cut
    assert not walk([deep], limit=6).cut


def test_a_folder_that_cannot_be_looked_into_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "photos" / "closed").mkdir(parents=True)
    (tmp_path / "photos" / "open.jpg").write_bytes(b"x")
    scandir = os.scandir

    def closed(path: str | os.PathLike[str]) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = walk([tmp_path / "photos"]).files
    assert [(one.path.name, one.closed) for one in found] == [("open.jpg", False), ("closed", True)]


def test_a_failed_write_of_one_file_is_listed(desk: Desk, unreadable: Callable[[Path], None]) -> None:
    closed = desk.file("closed.jpg", photo("red"))
    unreadable(closed)
    drop(desk, closed, desk.file("open.jpg", photo("green")))
    assert [item.original_name for item in desk.evidence()] == ["open.jpg"]
    assert "closed.jpg" in desk.page.browser.strip.listed()


@pytest.fixture
def unreadable() -> Callable[[Path], None]:
    """Makes a file one that cannot be opened, for any user: a folder in its place cannot be read as a file."""

    def shut(path: Path) -> None:
        path.unlink()
        path.symlink_to(path.name)

    return shut
