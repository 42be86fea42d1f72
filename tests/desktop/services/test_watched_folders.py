"""Watched folders: what arrives complete waits, what was there does not, and nothing comes twice."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.platform.chat_folders import chat_folders
from desktop.services import folder_watch
from desktop.services.folder_watch import FolderWatch
from models.errors import UserError
from models.kinds import EvidenceSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.context import AppContext


@pytest.fixture
def inbox(ctx: AppContext, tmp_path: Path) -> Path:
    """A watched folder with one old file."""
    folder = tmp_path / "下载"
    (folder / "sub").mkdir(parents=True)
    (folder / "old.jpg").write_bytes(b"old")
    (folder / "sub" / "older.jpg").write_bytes(b"older")
    ctx.watching.watch(folder)
    looks(ctx)
    return folder


def looks(ctx: AppContext, times: int = 4) -> list[str]:
    """Look some times; the names that wait."""
    for _ in range(times):
        ctx.watching.look()
    return sorted(each.name for each in ctx.watching.waiting())


def test_what_was_there_is_no_arrival_and_what_comes_whole_is(ctx: AppContext, inbox: Path, tmp_path: Path) -> None:
    assert looks(ctx) == []
    for name in (".hidden", "a.crdownload", "b.part", "c.tmp", "d.download", "~$doc.docx", "empty.jpg", "Thumbs.db"):
        (inbox / name).write_bytes(b"" if name == "empty.jpg" else b"x")
    (inbox / "link.jpg").symlink_to(inbox / "old.jpg")
    (inbox / "linked").symlink_to(tmp_path)
    os.mkfifo(inbox / "pipe")
    (inbox / "sub" / "new.jpg").write_bytes(b"new")
    (inbox / "照片 1.jpg").write_bytes(b"1")
    assert looks(ctx) == ["sub/new.jpg", "照片 1.jpg"]
    growing = inbox / "film.mp4"
    for part in range(3):
        growing.write_bytes(b"x" * (part + 1))
        assert "film.mp4" not in looks(ctx, 1)
    assert "film.mp4" in looks(ctx)
    # A finished download takes its name; the same name with other content is another file.
    (inbox / "a.crdownload").rename(inbox / "a.zip")
    (inbox / "fresh").write_bytes(b"changed since")
    (inbox / "fresh").replace(inbox / "old.jpg")
    assert {"a.zip", "old.jpg"} <= set(looks(ctx))


def test_what_came_while_the_program_was_closed_arrives_once(
    ctx: AppContext, open_context: Callable[[], AppContext], case_id: int, inbox: Path
) -> None:
    (inbox / "1.txt").write_text("one")
    assert looks(ctx) == ["1.txt"]
    ctx.close()
    (inbox / "2.txt").write_text("two")
    again = open_context()
    again.shops.choose_person(1)
    assert looks(again) == ["1.txt", "2.txt"]
    ids = [each.id for each in again.watching.waiting()]
    added = again.watching.add(case_id, ids)
    kept = [again.evidence.find_evidence(one.evidence_id or 0) for one in added]
    assert [(item.source, item.origin) for item in kept] == [(EvidenceSource.WATCHED, "下载")] * 2
    assert looks(again) == []
    assert (inbox / "1.txt").read_text() == "one"
    again.watching.add(case_id, ids)
    assert len(again.evidence.list_case_evidence(case_id)) == 2
    again.close()
    assert looks(open_context()) == []


def test_gone_changed_dismissed_and_paused(ctx: AppContext, case_id: int, inbox: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (inbox / name).write_text(name)
    assert len(looks(ctx)) == 4
    (inbox / "a.txt").unlink()
    (inbox / "b.txt").write_text("something else")
    look = ctx.watching.look()
    assert sorted(look.gone) == ["a.txt", "b.txt"]
    assert set(looks(ctx, 24)) >= {"c.txt", "d.txt"}
    assert "a.txt" not in looks(ctx)
    waiting = {each.name: each.id for each in ctx.watching.waiting()}
    (inbox / "c.txt").unlink()
    (failed,) = ctx.watching.add(case_id, [waiting["c.txt"]])
    assert failed.error is not None
    assert failed.error.code == "arrival_gone"
    ctx.watching.dismiss([waiting["d.txt"]])
    assert "d.txt" not in looks(ctx)
    ctx.watching.pause(True)
    (inbox / "later.txt").write_text("later")
    assert "later.txt" not in looks(ctx)
    ctx.watching.pause(False, inbox)
    assert "later.txt" in looks(ctx)
    ctx.watching.dismiss_all()
    assert looks(ctx) == []
    assert (inbox / "later.txt").exists()
    ctx.watching.stop(inbox)
    (inbox / "after.txt").write_text("after")
    assert looks(ctx) == []
    assert ctx.watching.folders() == ()


def test_folders_that_cannot_be_watched_are_refused(ctx: AppContext, inbox: Path, tmp_path: Path) -> None:
    for folder, code in (
        (tmp_path / "nowhere", "watch_no_folder"), (Path("/"), "watch_no_folder"), (Path("a\0b"), "watch_no_folder"),
        (ctx.store.folder.root / "cache", "watch_inside_data"), (inbox / "sub", "watch_already"),
        (tmp_path, "watch_already"),
    ):  # fmt: skip
        with pytest.raises(UserError, match=code):
            ctx.watching.watch(folder)
    ctx.settings.set("evidence.watched", [{"path": 5}, "x", {"path": "not/absolute"}, {"path": str(inbox)}])
    assert [each.path for each in ctx.watching.folders()] == [inbox]
    # A folder that goes away is said, and nothing is forgotten.
    (inbox / "new.txt").write_text("new")
    looks(ctx)
    away = inbox.rename(tmp_path / "away")
    assert looks(ctx) == ["new.txt"]
    assert not ctx.watching.folders()[0].there
    away.rename(inbox)
    assert looks(ctx) == ["new.txt"]


def test_a_full_folder_is_looked_at_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_watch, "ENTRIES_AT_ONCE", 50)
    monkeypatch.setattr(folder_watch, "MOST_FILES", 120)
    for number in range(100):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    watch = FolderWatch(tmp_path, None, lambda: 0.0)
    assert watch.look() == []
    assert watch.under_way
    while not watch.whole:
        assert watch.look() == []
    for number in range(100, 140):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    found = [each.name for _ in range(60) for each in watch.look()]
    assert len(found) == len(set(found)) == 20
    assert watch.cut
    known = watch.prints()
    assert len(known) == 120
    assert [each for _ in range(12) for each in FolderWatch(tmp_path, known, lambda: 0.0).look()] == []


def test_chat_folders_are_found_where_they_are_and_never_fail(tmp_path: Path) -> None:
    for name in ("Downloads", "Documents/WeChat Files/wxid_1/FileStorage/File", "Documents/xwechat_files/w/msg/file",
                 "Library/Containers/com.tencent.xinWeChat/Data/Documents/xwechat_files/w/msg/file"):  # fmt: skip
        (tmp_path / name).mkdir(parents=True)
    found = chat_folders(tmp_path, tmp_path / "Documents")
    assert [each.kind for each in found] == ["downloads", "wechat", "wechat", "wechat"]
    assert chat_folders(tmp_path / "nobody", Path("a\0b")) == ()
