"""Evidence bytes: kept whole or not at all, checked on every use, a damaged one set aside."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.errors import EvidenceFault
from models.store import fsops
from models.store.evidence_files import KeptFile
from models.store.store import Store


def test_kept_bytes_are_read_only_and_equal(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"not really a photo" * 100_000)
    kept = store.files.keep_path(source)
    path = store.files.path(kept.sha256)
    assert path.read_bytes() == source.read_bytes()
    assert kept.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert path.stat().st_mode & 0o222 == 0
    assert list(store.folder.staging.iterdir()) == []


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    first, second = store.files.keep_bytes(b"one"), store.files.keep_bytes(b"one")
    assert (first.already_there, second.already_there) == (False, True)
    assert list(store.files.kept()) == [first.sha256]


def damage(path: Path, data: bytes) -> None:
    path.chmod(0o600)
    path.write_bytes(data)


def test_a_damaged_file_is_set_aside_and_replaced(store: Store) -> None:
    kept = store.files.keep_bytes(b"the true bytes")
    damage(store.files.path(kept.sha256), b"other")
    again = store.files.keep_bytes(b"the true bytes")
    assert again.already_there is False
    assert store.files.read(kept.sha256) == b"the true bytes"
    assert [entry.read_bytes() for entry in store.folder.quarantine.iterdir()] == [b"other"]


def test_reading_a_damaged_or_missing_file_says_so(store: Store) -> None:
    kept = store.files.keep_bytes(b"the true bytes")
    damage(store.files.path(kept.sha256), b"the tRue bytes")
    with pytest.raises(EvidenceFault, match="evidence_changed"):
        store.files.read(kept.sha256)
    store.files.path(kept.sha256).unlink()
    with pytest.raises(EvidenceFault, match="evidence_missing"):
        store.files.read(kept.sha256)


@pytest.mark.parametrize("bad", ["../../etc/passwd", "a" * 63, "A" * 64, "z" * 64, ""])
def test_a_path_is_made_of_a_hash_only(store: Store, bad: str) -> None:
    with pytest.raises(EvidenceFault, match="evidence_missing"):
        store.files.path(bad)


def test_a_failed_sync_is_a_failed_copy_and_is_copied_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    real = fsops.sync_file

    def fails_once(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 1:
            raise OSError(5, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(fsops, "sync_file", fails_once)
    kept = store.files.keep_bytes(b"precious")
    assert store.files.read(kept.sha256) == b"precious"
    assert len(calls) == 2
    assert list(store.folder.staging.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(fsops, "write_all", full)
    with pytest.raises(EvidenceFault, match="disk_full"):
        store.files.keep_bytes(b"precious")
    assert list(store.files.kept()) == []
    assert list(store.folder.staging.iterdir()) == []


def test_folders_and_missing_files_are_refused_by_name(store: Store, tmp_path: Path) -> None:
    with pytest.raises(EvidenceFault, match="evidence_is_folder"):
        store.files.keep_path(tmp_path)
    with pytest.raises(EvidenceFault, match="evidence_gone"):
        store.files.keep_path(tmp_path / "nothing")


def test_cancelling_leaves_nothing(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "long.bin"
    source.write_bytes(b"x" * 3_000_000)
    with pytest.raises(EvidenceFault, match="cancelled"):
        store.files.keep_path(source, cancelled=lambda: True)
    assert list(store.files.kept()) == []
    assert list(store.folder.staging.iterdir()) == []


def test_leftovers_of_a_kill_are_swept_at_the_next_start(store: Store) -> None:
    staged = store.files.staging.copy(lambda: io.BytesIO(b"half of an import"))
    (store.folder.staging / "old.part").write_bytes(b"half")
    assert staged.path.exists()
    assert store.files.sweep() == 2
    assert list(store.folder.staging.iterdir()) == []


def test_a_batch_is_settled_in_its_order_and_each_folder_is_synced_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(fsops, "sync_folder", synced.append)
    datas = [bytes([number]) * 100 for number in range(40)] + [bytes([0]) * 100]
    staged = [store.files.staging.copy(lambda data=data: io.BytesIO(data)) for data in datas]
    synced.clear()
    settled = store.files.settle(staged)
    assert [kept.sha256 for kept in settled if isinstance(kept, KeptFile)] == [
        hashlib.sha256(data).hexdigest() for data in datas
    ]
    assert [kept.already_there for kept in settled if isinstance(kept, KeptFile)] == [False] * 40 + [True]
    places = [path for path in synced if path.parent == store.folder.evidence]
    assert sorted(places) == sorted(store.folder.evidence / name for name in {one.sha256[:2] for one in staged})
    assert synced[-1] == store.folder.evidence


def test_a_folder_that_will_not_sync_fails_its_files_only(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (store.files.staging.copy(lambda data=data: io.BytesIO(data)) for data in (b"one", b"other"))
    sync, bad = fsops.sync_folder, store.files.path(one.sha256).parent

    def failing(path: Path) -> None:
        if path == bad:
            raise OSError(5, "Input/output error")
        sync(path)

    monkeypatch.setattr(fsops, "sync_folder", failing)
    first, second = store.files.settle([one, other])
    assert isinstance(first, EvidenceFault)
    assert first.code == "evidence_not_kept"
    assert isinstance(second, KeptFile)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(store: Store, tmp_path: Path) -> None:
    pipe = tmp_path / "照片.jpg"
    os.mkfifo(pipe)
    with pytest.raises(EvidenceFault) as caught:
        store.files.keep_path(pipe)
    assert caught.value.code == "evidence_unreadable"


@pytest.mark.parametrize("name", ["长" * 3000, "a\x00b"])
def test_a_name_no_disk_takes_is_the_file_s_fault(store: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(EvidenceFault):
        store.files.keep_path(tmp_path / name)


def test_a_file_found_in_place_is_made_durable_before_it_counts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rename went well and the folder's sync did not: the second try must not take the file's presence for it."""
    synced: list[Path] = []
    sync = fsops.sync_folder
    failures = [OSError(5, "Input/output error")]

    def failing_once(path: Path) -> None:
        if path.parent == store.folder.evidence and failures:
            raise failures.pop()
        synced.append(path)
        sync(path)

    monkeypatch.setattr(fsops, "sync_folder", failing_once)
    kept = store.files.keep_bytes(b"photo")
    folder = store.files.path(kept.sha256).parent
    assert not failures
    assert folder in synced
    assert store.folder.evidence in synced


def test_an_unreadable_original_is_told_as_such(store: Store) -> None:
    kept = store.files.keep_bytes(b"photo")
    path = store.files.path(kept.sha256)
    path.unlink()
    path.mkdir()
    with pytest.raises(EvidenceFault) as caught:
        store.files.read(kept.sha256)
    assert caught.value.code == "evidence_unreadable"


def test_heads_are_noted_once_each_and_torn_lines_are_skipped(store: Store, clock: FixedClock) -> None:
    store.files.note_anchor(7, "a" * 64, clock.now())
    store.files.note_anchor(7, "a" * 64, clock.now())
    with store.folder.anchors.open("ab") as stream:
        stream.write(b"1")
    store.files.note_anchor(13, "b" * 64, clock.now())
    assert store.files.anchors() == ((7, "a" * 64), (13, "b" * 64))


def test_a_folder_on_a_drive_that_is_gone_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "is_dir", lambda self: False)
    with pytest.raises(OSError, match="No such file"):
        fsops.make_folder(Path(tmp_path.anchor) / "shop")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with names")
def test_a_pipe_in_the_place_of_evidence_holds_nobody(store: Store) -> None:
    kept = store.files.keep_bytes(b"as it was")
    store.files.path(kept.sha256).unlink()
    os.mkfifo(store.files.path(kept.sha256))
    for look in (store.files.hash_file, store.files.read):
        with pytest.raises(EvidenceFault, match="evidence_unreadable"):
            look(kept.sha256)
    assert store.files.keep_bytes(b"as it was").sha256 == kept.sha256
    assert store.files.read(kept.sha256) == b"as it was"
