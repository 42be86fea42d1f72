"""Many files at once: one action, nothing doubled, nothing lost, one file never in the way of another."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from desktop.context import AppContext
from desktop.decoder.client import Decoder
from desktop.decoder.results import FileFacts, MediaFormat
from desktop.services.evidence_import import ImportProgress, Incoming
from desktop.services.evidence_intake import Unpacking, piece
from desktop.version import VERSION
from models.kinds import EvidenceSource
from models.records import Evidence
from models.store import fsops, search
from models.store.history import list_events
from models.store.verify import verify_store
from tests.desktop.importers.zip_files import Made, zip_bytes
from tests.desktop.services.hostile_names import hostile_names


@pytest.fixture(autouse=True)
def looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """What files say of themselves is not what is tested here: no decoder process is started."""
    monkeypatch.setattr(Decoder, "probe", lambda self, path, name=None: FileFacts(MediaFormat.UNKNOWN))


def evidence(ctx: AppContext, case_id: int) -> list[Evidence]:
    return sorted(ctx.evidence.list_case_evidence(case_id), key=lambda item: item.number)


def files(folder: Path, count: int) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:03d}.txt").write_bytes(b"%d" % number)
    return sorted(folder.iterdir())


def test_one_import_is_one_action_in_the_order_given(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    paths, told = files(tmp_path / "many", 130), []
    ctx.changes.subscribe(told.append)
    added = ctx.intake.add_paths(case_id, paths, EvidenceSource.CHOSEN)
    assert [one.number for one in added] == list(range(1, 131))
    assert [changes.going_on for changes in told] == [True] * (len(told) - 1) + [False]
    assert [item.original_name for item in evidence(ctx, case_id)] == [path.name for path in paths]
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert (entry.code, entry.values["count"], len(entry.changes)) == ("evidence_imported", 130, 130)
    ctx.bench.undo_last()
    assert evidence(ctx, case_id) == []
    ctx.bench.redo_last()
    assert len(evidence(ctx, case_id)) == 130
    assert verify_store(ctx.store).holds
    assert list(ctx.store.folder.staging.iterdir()) == []


def test_what_is_done_beside_a_long_import_is_undone_first(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    told: list[ImportProgress] = []

    def meanwhile(progress: ImportProgress) -> None:
        told.append(progress)
        if progress.done and not any(entry.code == "note_added" for entry in ctx.undo.done()):
            ctx.cases.add_note(case_id, "meanwhile")

    incoming = [Incoming(path.name, path=path) for path in files(tmp_path / "many", 120)]
    incoming.append(piece("slow.txt", lambda: _wait_for(lambda: told and told[-1].done >= 48) and b"slow"))
    ctx.intake.add_all(case_id, incoming, EvidenceSource.CHOSEN, progress=meanwhile)
    codes = [entry.code for entry in ctx.undo.done()]
    assert codes.count("evidence_imported") == 1
    assert codes[0] == "note_added"
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert evidence(ctx, case_id) == []
    assert (told[-1].done, told[-1].total) == (121, 121)


def _wait_for(done: object) -> bool:
    assert callable(done)
    gate = threading.Event()
    for _ in range(400):
        if done():
            return True
        gate.wait(0.01)
    return False


def test_doubles_are_said_with_the_number_they_have(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    one, two = files(tmp_path / "a", 2)
    again = tmp_path / "again.txt"
    again.write_bytes(two.read_bytes())
    ctx.intake.add_paths(case_id, [one, two], EvidenceSource.CHOSEN)
    third = tmp_path / "third.txt"
    third.write_bytes(b"third")
    twin = tmp_path / "twin.txt"
    twin.write_bytes(b"third")
    added = ctx.intake.add_paths(case_id, [again, third, twin], EvidenceSource.DROPPED)
    assert [(item.already_there, item.number) for item in added] == [(True, 2), (False, 3), (True, 3)]
    assert len(evidence(ctx, case_id)) == 3


def test_a_file_that_is_slow_to_look_at_holds_nobody(
    ctx: AppContext, case_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others, seen = threading.Event(), []

    def probe(self: Decoder, path: Path, *, name: str | None = None) -> FileFacts:
        if name == "000.txt":
            # Until the others are kept; were it in their way, this would end the wait and the order would show it.
            others.wait(20)
        return FileFacts(MediaFormat.UNKNOWN)

    def progress(now: ImportProgress) -> None:
        seen.append(now.done)
        if now.done == 9:
            others.set()

    monkeypatch.setattr(Decoder, "probe", probe)
    incoming = [Incoming(path.name, path=path) for path in files(tmp_path / "a", 10)]
    added = ctx.intake.add_all(case_id, incoming, EvidenceSource.CHOSEN, progress=progress)
    assert [item.number for item in added] == [10, *range(1, 10)]


def test_stopping_keeps_what_is_kept_and_leaves_nothing_half_done(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as stream:
        stream.truncate(300_000_000)
    stop, told = threading.Event(), []

    def progress(now: ImportProgress) -> None:
        told.append(now)
        if now.name == "large.bin" and now.copied:
            stop.set()

    gathered = ctx.intake.gather([*files(tmp_path / "a", 3), large])
    added = ctx.intake.add_all(
        case_id, gathered.incoming, EvidenceSource.CHOSEN, progress=progress, cancelled=stop.is_set
    )
    assert all(item.error is None for item in added)
    assert len(evidence(ctx, case_id)) == len(added) <= 3
    assert any(0 < now.copied < now.size == 300_000_000 for now in told)
    assert list(ctx.store.folder.staging.iterdir()) == []


def test_a_full_disk_ends_the_import_and_it_goes_on_when_there_is_room(
    ctx: AppContext, case_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, write, room = files(tmp_path / "a", 60), fsops.write_all, [20]

    def filling(descriptor: int, data: bytes | memoryview) -> None:
        room[0] -= 1
        if room[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(descriptor, data)

    with monkeypatch.context() as full:
        full.setattr(fsops, "write_all", filling)
        added = ctx.intake.add_paths(case_id, paths, EvidenceSource.CHOSEN)
    kept = [item for item in added if item.error is None]
    assert len(added) == 60
    assert len(kept) == len(evidence(ctx, case_id)) == 20
    assert {item.error.code for item in added if item.error is not None} == {"disk_full"}
    assert list(ctx.store.folder.staging.iterdir()) == []
    again = [paths[item.place] for item in added if item.error is not None]
    assert all(item.error is None for item in ctx.intake.add_paths(case_id, again, EvidenceSource.CHOSEN))
    assert len(evidence(ctx, case_id)) == 60
    assert verify_store(ctx.store).holds


def test_a_case_that_takes_nothing_says_so_for_every_file(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    added = ctx.intake.add_paths(case_id + 99, files(tmp_path / "a", 70), EvidenceSource.CHOSEN)
    assert [item.error is not None for item in added] == [True] * 70
    assert list(ctx.store.folder.staging.iterdir()) == []


def test_words_of_the_case_are_not_written_anew_for_each_file(
    ctx: AppContext, case_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed: list[int] = []
    monkeypatch.setattr(search, "index_cases", lambda database, ids: indexed.extend(ids))
    ctx.intake.add_paths(case_id, files(tmp_path / "a", 60), EvidenceSource.CHOSEN)
    assert indexed == []
    ctx.intake.add_bytes(case_id, b"said", "a.txt", EvidenceSource.PASTED, caption="破损")
    assert indexed == [case_id]


def test_a_folder_s_files_keep_the_folder_inside(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    files(tmp_path / "下载" / "第一箱", 1)
    (tmp_path / "下载" / "top.txt").write_bytes(b"top")
    gathered = ctx.intake.gather([tmp_path / "下载", tmp_path / "下载" / "top.txt"])
    ctx.intake.add_all(case_id, gathered.incoming, EvidenceSource.DROPPED)
    assert [(item.origin, item.original_name) for item in evidence(ctx, case_id)] == [
        ("下载", "top.txt"), ("下载/第一箱", "000.txt"),
    ]  # fmt: skip
    assert str(tmp_path) not in str([list_events(ctx.store.database, case_id=case_id)])


def photo(exif: dict[int, str]) -> bytes:
    made, block, kept = Image.new("RGB", (8, 8)), Image.Exif(), io.BytesIO()
    block.get_ifd(0x8769).update(exif)
    made.save(kept, "JPEG", exif=block)
    return kept.getvalue()


PHONES = {
    "iphone": (
        {0x9003: "2026:11:18 09:30:15", 0x9011: "+08:00", 0x9291: "482"},
        "2026-11-18T01:30:15.482000",
        "+08:00",
    ),
    "samsung": ({0x9003: "2026:11:18 09:30:15", 0x9291: "07"}, "2026-11-18T01:30:15.070000", ""),
    "abroad": ({0x9003: "2026:11:18 09:30:15", 0x9011: "-05:00"}, "2026-11-18T14:30:15", "-05:00"),
    "digitized": ({0x9004: "2026:11:18 09:30:15"}, "2026-11-18T01:30:15", ""),
    "one field": ({0x9003: "2026-11-18T09:30:15.25+09:00"}, "2026-11-18T00:30:15.250000", "+09:00"),
    "never set": ({0x9003: "0000:00:00 00:00:00"}, "", ""),
    "next year": ({0x9003: "2027:11:18 09:30:15"}, "", ""),
    "words": ({0x9003: "yesterday afternoon!"}, "", ""),
}


@pytest.fixture
def real_eyes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The decoder's own reading, in this process."""
    from desktop.decoder.decode import answer
    from desktop.decoder.protocol import Operation, Request, facts_from

    def probe(self: Decoder, path: Path, *, name: str | None = None) -> FileFacts:
        return facts_from(answer(Request(1, Operation.PROBE, str(path))).payload)

    monkeypatch.setattr(Decoder, "probe", probe)


@pytest.mark.usefixtures("real_eyes")
def test_everything_there_is_to_record_is_recorded(ctx: AppContext, case_id: int) -> None:
    incoming = [piece(f"{name}.jpg", lambda exif=exif: photo(exif)) for name, (exif, _, _) in PHONES.items()]
    ctx.intake.add_all(case_id, incoming, EvidenceSource.PASTED)
    found = {item.original_name.removesuffix(".jpg"): item for item in evidence(ctx, case_id)}
    for name, (exif, moment, named) in PHONES.items():
        item = found[name]
        expected = datetime.fromisoformat(moment).replace(tzinfo=UTC) if moment else None
        assert (item.captured_at, item.captured_zone) == (expected, named), name
        data = photo(exif)
        assert (item.size, item.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        assert (item.source, item.imported_by, item.app_version) == (EvidenceSource.PASTED, "小满", VERSION)
        assert item.imported_at == ctx.clock.now()
    refused = [event.details.get("device_says_refused") for event in list_events(ctx.store.database, case_id=case_id)]
    assert [words for words in refused if words] == ["2027-11-18 09:30:15"]


def archive(folder: Path, name: str = "证据.zip") -> Path:
    path = folder / name
    gbk = Made("第一箱/收据.jpg".encode("gbk"), b"receipt")
    inner = Made(b"more.zip", zip_bytes(Made(b"deep.txt", b"deep")))
    path.write_bytes(zip_bytes(gbk, Made(b"secret.txt", flags=1), Made(b"bad.txt", crc=7), inner))
    return path


def test_an_archive_comes_in_file_by_file_and_the_history_names_it(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    path = archive(tmp_path)
    gathered = ctx.intake.gather([path], Unpacking.CONTENT)
    added = ctx.intake.add_all(case_id, gathered.incoming, EvidenceSource.DROPPED)
    assert [item.error and item.error.code for item in added] == [None, "archive_encrypted", "archive_crc", None]
    assert added[3].note == "archive_inside"
    shown = [(item.original_name, item.origin, item.source) for item in evidence(ctx, case_id)]
    assert shown == [
        ("收据.jpg", "证据.zip/第一箱", EvidenceSource.ARCHIVE), ("more.zip", "证据.zip", EvidenceSource.ARCHIVE),
    ]  # fmt: skip
    events = [
        event for event in list_events(ctx.store.database, case_id=case_id) if event.action == "evidence_unpacked"
    ]
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert [(event.details["name"], event.details["sha256"]) for event in events] == [("证据.zip", sha256)]
    assert len([entry for entry in ctx.undo.done() if entry.code == "evidence_imported"]) == 1


def test_an_archive_can_come_whole_or_both_ways_or_damaged(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    path = archive(tmp_path)
    for unpacking, names in ((Unpacking.WHOLE, ["证据.zip"]), (Unpacking.BOTH, ["证据.zip", "收据.jpg", "more.zip"])):
        ctx.intake.add_all(case_id, ctx.intake.gather([path], unpacking).incoming, EvidenceSource.CHOSEN)
        assert [item.original_name for item in evidence(ctx, case_id)] == names
    broken = tmp_path / "broken.zip"
    broken.write_bytes(path.read_bytes()[:-30])
    rar = tmp_path / "a.rar"
    rar.write_bytes(b"Rar!\x1a\x07\x01\x00 and more")
    added = ctx.intake.add_all(
        case_id, ctx.intake.gather([broken, rar], Unpacking.CONTENT).incoming, EvidenceSource.CHOSEN
    )
    assert [(item.name, item.note, item.error) for item in added] == [
        ("broken.zip", "archive_damaged", None), ("a.rar", "archive_not_opened", None),
    ]  # fmt: skip


def test_300_hostile_names_are_only_names(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    names, room = hostile_names(), tmp_path / "room"
    assert len(names) == 300
    room.mkdir()
    paths, packed = [], []
    for number, name in enumerate(names):
        packed.append(Made(name.encode("utf-8", "surrogateescape" if "\udcff" in name else "surrogatepass")[:65_000],
                           b"packed %d" % number, flags=0x800))  # fmt: skip
        try:
            target = room / name.replace("/", "")
            target.write_bytes(b"path %d" % number)
            paths.append(target)
        except (OSError, ValueError):
            continue
    before = sorted(path for path in tmp_path.rglob("*") if ctx.store.folder.root not in path.parents)
    (tmp_path / "hostile.zip").write_bytes(zip_bytes(*packed))
    by_path = ctx.intake.add_paths(case_id, paths, EvidenceSource.DROPPED)
    by_zip = ctx.intake.add_all(
        case_id, ctx.intake.gather([tmp_path / "hostile.zip"], Unpacking.CONTENT).incoming, EvidenceSource.DROPPED
    )
    assert len(by_path) >= 230
    assert {item.error for item in (*by_path, *by_zip)} == {None}
    assert len(by_zip) >= 298
    for item in evidence(ctx, case_id):
        assert "\0" not in item.original_name
        assert len(item.original_name) <= 1000
        item.original_name.encode()
        assert ctx.store.files.hash_file(item.sha256) == item.sha256
    (tmp_path / "hostile.zip").unlink()
    after = sorted(path for path in tmp_path.rglob("*") if ctx.store.folder.root not in path.parents)
    assert after == before
    assert all(len(path.name) == 64 for path in ctx.store.folder.evidence.glob("*/*"))


def test_a_zip_of_a_common_program_needs_no_decoder_to_be_listed(ctx: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "phone.zip"
    with zipfile.ZipFile(path, "w") as writing:
        writing.writestr("a/b.jpg", b"x")
        writing.writestr("a/c.jpg", b"")
    found = ctx.intake.gather([path], Unpacking.CONTENT).incoming
    assert [(one.name, one.origin, one.size) for one in found] == [
        ("b.jpg", "phone.zip/a", 1),
        ("c.jpg", "phone.zip/a", 0),
    ]
