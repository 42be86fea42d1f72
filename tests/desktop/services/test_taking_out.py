"""Evidence taken out: named safely, summed, bare unless asked otherwise, whole or not at all, and noted."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from desktop.exporters.safe_archive import ArchiveTarget
from desktop.exporters.safe_target import FolderTarget, WrittenFile
from desktop.services.evidence_export import ExportWish
from desktop.words import sentence
from models.errors import EnvironmentFault, EvidenceFault, UserError
from models.kinds import Derivation, EvidenceSource
from models.rules.evidence_names import export_name
from tests.models.rules.test_evidence_names import HOSTILE, PHOTO, is_safe

if TYPE_CHECKING:
    from desktop.context import AppContext

SECRET = "SECRETCAM"


def photo(colour: str = "red", ending: str = "JPEG") -> bytes:
    """A picture of a few pixels with camera, place and comment in it."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = SECRET, 6
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 1.0), 3: "E", 4: (120.0, 9.0, 2.0)})
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, ending, exif=exif)
    return out.getvalue()


@pytest.fixture
def filled(ctx: AppContext, case_id: int) -> list[int]:
    """Three pieces of evidence: a photo with a place, a text, bytes of no known format."""
    found = []
    for name, data in (
        ("IMG_0001.jpg", photo()),
        ("聊天.txt", "你好".encode()),
        ("数据.xlsx", b"PK\x03\x04\0\xff\xfe"),
    ):
        added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.PASTED, caption=f"=1+1 {name}")
        assert added.evidence_id is not None
        found.append(added.evidence_id)
    return found


def summed(folder: Path) -> str:
    """What `sha256sum -c` says of the sums in a folder; fails if it does not hold."""
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("no sha256sum here")
    done = subprocess.run([tool, "--strict", "-c", "SHA256SUMS.txt"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_to_a_folder_with_sums_a_list_and_an_event(ctx: AppContext, filled: list[int], tmp_path: Path) -> None:
    out = tmp_path / "到" / "这里"
    report = ctx.taking_out.export(filled, ExportWish(out))
    names = {path.name for path in out.iterdir()}
    number = report.entries[0].row.case_number
    stem = f"花果山_大圣01_{number}"
    assert names == {f"{stem}_1.jpg", f"{stem}_2.txt", f"{stem}_3.xlsx", "凭证清单.csv", "SHA256SUMS.txt"}
    assert summed(out).count(": OK") == 4
    assert [entry.how for entry in report.entries] == ["bare", "text", "as_is"]
    kept = (out / f"{stem}_1.jpg").read_bytes()
    assert SECRET.encode() not in kept
    assert b"Exif" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.size == (30, 40)  # turned upright, as nothing says any more how to turn it
    rows = list(csv.reader(io.StringIO((out / "凭证清单.csv").read_text("utf-8-sig"))))
    assert rows[1][4] == "'=1+1 IMG_0001.jpg"
    assert rows[1][6] == "IMG_0001.jpg"
    assert rows[1][7] == report.entries[0].row.evidence.sha256
    assert rows[1][10] == "小满"
    event = ctx.cases.load_page(report.entries[0].row.evidence.case_id).timeline[0]
    assert (event.action, event.details["count"], event.details["manifest"]) == (
        "evidence_exported", 3, report.sums.sha256,
    )  # fmt: skip
    assert ctx.undo.peek_undo() is None or ctx.undo.peek_undo().code != "evidence_exported"  # type: ignore[union-attr]


def test_again_to_the_same_place_overwrites_nothing(ctx: AppContext, filled: list[int], tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = ctx.taking_out.export(filled[:1], ExportWish(out, original=True))
    theirs = out / first.files[0].file.name.upper()  # type: ignore[union-attr]
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    second = ctx.taking_out.export(filled[:1], ExportWish(out))
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.name in before} == before
    assert [entry.file.name for entry in second.files if entry.file] == [theirs.name.lower().replace(
        "_1.jpg", "_1 (2).jpg").replace("a2611", "A2611")]  # fmt: skip
    assert second.sums.name == "SHA256SUMS (2).txt"
    archive = tmp_path / "all.zip"
    archive.write_bytes(b"mine")
    made = ctx.taking_out.export(filled, ExportWish(archive, archive=True, original=True))
    assert archive.read_bytes() == b"mine"
    assert made.place.name == "all (2).zip"
    with zipfile.ZipFile(made.place) as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path / "unpacked")
        assert packed.read(made.files[0].file.name) == photo()  # type: ignore[union-attr]
    assert summed(tmp_path / "unpacked").count(": OK") == 4


def test_what_is_not_as_imported_is_left_out_and_named(ctx: AppContext, filled: list[int], tmp_path: Path) -> None:
    bad, gone = (ctx.store.files.path(ctx.evidence.find_evidence(one).sha256) for one in filled[:2])
    bad.chmod(0o600)
    data = bytearray(bad.read_bytes())
    data[-30] ^= 1
    bad.write_bytes(data)
    gone.unlink()
    for wish in (ExportWish(tmp_path / "o"), ExportWish(tmp_path / "o.zip", archive=True, original=True)):
        report = ctx.taking_out.export(filled, wish)
        assert [entry.how for entry in report.left_out] == ["evidence_changed", "evidence_missing"]
        assert len(report.files) == 1
    assert not list((tmp_path / "o").glob(".*"))
    assert "未导出：文件与导入时不一致" in (tmp_path / "o" / "凭证清单.csv").read_text("utf-8-sig")


def test_a_picture_that_cannot_be_made_bare_never_goes_out_as_a_bare_one(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    cut = photo()[:300]
    added = ctx.intake.add_bytes(case_id, cut, "cut.jpg", EvidenceSource.PASTED)
    report = ctx.taking_out.export([added.evidence_id or 0], ExportWish(tmp_path / "o"))
    assert [entry.how for entry in report.entries] == ["not_cleaned"]
    asked = ctx.taking_out.export([added.evidence_id or 0], ExportWish(tmp_path / "p", original=True))
    assert [entry.how for entry in asked.files] == ["original"]


def test_a_redacted_copy_goes_in_place_of_its_original(ctx: AppContext, filled: list[int], tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (30, 40), "black").save(out, "PNG")
    copy = ctx.intake.add_derived(filled[:1], out.getvalue(), "r.png", Derivation.REDACTED)
    plan = ctx.taking_out.plan(filled)
    assert (plan.count, plan.redacted, plan.opaque) == (3, 1, 1)
    taken = ctx.taking_out.export(filled, ExportWish(tmp_path / "o"))
    first = taken.entries[0]
    assert (first.row.evidence.id, first.stands_for, first.how) == (copy.evidence_id, 1, "clean")
    assert first.file is not None
    assert (tmp_path / "o" / first.file.name).read_bytes() == out.getvalue()
    plain = ctx.taking_out.export(filled, ExportWish(tmp_path / "p", redacted=False))
    assert plain.entries[0].row.evidence.id == filled[0]


def test_copies_for_the_clipboard_tell_nothing_of_the_camera_and_are_noted(
    ctx: AppContext, case_id: int, filled: list[int]
) -> None:
    broken = ctx.intake.add_bytes(case_id, photo()[:300], "cut.jpg", EvidenceSource.PASTED).evidence_id
    assert broken is not None
    made, left_out = ctx.clipboard_copies.make([filled[0], broken, filled[1]])
    assert left_out == (broken,)
    assert [path.name.rpartition("_")[2] for path in made] == ["1.jpg", "2.txt"]
    assert SECRET.encode() not in made[0].read_bytes()
    assert b"Exif" not in made[0].read_bytes()
    event = ctx.cases.load_page(case_id).timeline[0]
    assert (event.action, event.details["count"], event.details["left_out"]) == ("evidence_exported", 2, 1)
    assert "剪贴板" in sentence(event, "zh")


def test_nothing_that_shows_what_the_newest_redaction_hides_goes_out_with_it(
    ctx: AppContext, filled: list[int], tmp_path: Path
) -> None:
    def made(parent: int, data: bytes, derivation: Derivation) -> int:
        copy = ctx.intake.add_derived([parent], photo("blue", "PNG") + data, "c.png", derivation).evidence_id
        assert copy is not None
        return copy

    first = filled[0]
    marked = made(first, b"1", Derivation.ANNOTATED)
    older = made(first, b"2", Derivation.REDACTED)
    newest = made(marked, b"3", Derivation.REDACTED)
    on_top = made(newest, b"4", Derivation.ANNOTATED)
    part = made(first, b"5", Derivation.STILL)
    entries = ctx.taking_out.export([first, marked, older, newest, on_top, part], ExportWish(tmp_path / "o")).entries
    assert [entry.row.evidence.id for entry in entries] == [newest, on_top, part]
    assert entries[0].stands_for == 1


def test_stopped_or_full_leaves_nothing(
    ctx: AppContext, filled: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = threading.Event()
    for wish in (ExportWish(tmp_path / "a" / "b"), ExportWish(tmp_path / "a" / "b.zip", archive=True)):
        stop.clear()
        with pytest.raises(EvidenceFault, match="cancelled"):
            ctx.taking_out.export(filled, wish, progress=lambda *_: stop.set(), cancelled=stop.is_set)
        assert not (tmp_path / "a").exists()
    with pytest.raises(UserError, match="export_inside_data"):
        ctx.taking_out.export(filled, ExportWish(ctx.store.folder.root / "evidence" / "x"))
    with pytest.raises(UserError, match="evidence_none_chosen"):
        ctx.taking_out.export([9_999], ExportWish(tmp_path / "a"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))
    with pytest.raises(EnvironmentFault, match="disk_full"):
        ctx.taking_out.export(filled, ExportWish(tmp_path / "a"))
    assert not (tmp_path / "a").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_disk_that_fills_up_while_writing_is_said_and_nothing_stays(
    ctx: AppContext, filled: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.store import fsops

    wrote = fsops.write_all
    many = iter(range(100))

    def full(descriptor: int, data: bytes) -> None:
        if next(many) < 2:
            wrote(descriptor, data)
            return
        with os.fdopen(os.open("/dev/full", os.O_WRONLY), "wb", buffering=0) as device:
            device.write(data)

    monkeypatch.setattr(fsops, "write_all", full)
    with pytest.raises(EnvironmentFault, match="disk_full"):
        ctx.taking_out.export(filled, ExportWish(tmp_path / "a"))
    assert not (tmp_path / "a").exists()


def test_a_disk_without_hard_links_overwrites_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    target = FolderTarget(tmp_path / "fat")
    (tmp_path / "fat" / "A.TXT").write_text("mine")
    assert [target.put("a.txt", lambda: [b"new"]).name for _ in range(2)] == ["a.txt", "a (2).txt"]
    assert (tmp_path / "fat" / "A.TXT").read_text() == "mine"
    target.take_back()
    assert [path.name for path in (tmp_path / "fat").iterdir()] == ["A.TXT"]


def test_the_folder_of_a_case_is_its_own_and_kept_up(ctx: AppContext, filled: list[int], case_id: int) -> None:
    place = ctx.taking_out.open_view(case_id, "zh")
    assert place.name.startswith("花果山_大圣01_A")
    assert place.is_relative_to(ctx.store.folder.cache)
    (place / "note.txt").write_text("mine")
    count = len(list(place.iterdir()))
    assert ctx.taking_out.open_view(case_id, "zh") == place
    assert len(list(place.iterdir())) == count
    assert (place / "note.txt").read_text() == "mine"


def hostile_names() -> list[str]:
    """300 of them: devices, paths, shares, marks of direction, long ones, and forms of one name."""
    more = [f"{start}{name}{end}" for name in HOSTILE for start, end in (
        ("", ""), ("../", ""), ("", "."), ("\u202e", " "), ("\\\\?\\", ":x"), ("CON.", "\u0000"), ("买", "\u0301"))]  # fmt: skip
    return more[:300]


@pytest.mark.parametrize("archive", [False, True])
def test_300_hostile_names_stay_inside_and_overwrite_nothing(tmp_path: Path, *, archive: bool) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    (tmp_path / "a" / "secret").write_text("untouched")
    names = hostile_names()
    assert len(names) == 300
    at = datetime(2026, 11, 20, tzinfo=UTC)
    target = ArchiveTarget(inside / "x.zip", at) if archive else FolderTarget(inside)
    written: dict[str, WrittenFile] = {}
    for place, hostile in enumerate(names):
        item = PHOTO if place % 2 else _named(hostile)
        name = export_name(item, hostile, names[-1 - place])
        assert is_safe(name), hostile
        file = target.put(name, lambda place=place: [str(place).encode()])  # type: ignore[misc]
        assert file.name.casefold() not in written
        written[file.name.casefold()] = file
        if place % 10 == 0 and export_name(item, hostile, "") != hostile:
            _refuses(target, hostile)
    target.finish()
    if archive:
        with zipfile.ZipFile(inside / "x.zip") as packed:
            assert [packed.read(file.name) for file in written.values()] == [str(n).encode() for n in range(300)]
    else:
        assert {file.name: (inside / file.name).read_text() for file in written.values()} == {
            file.name: str(n) for n, file in enumerate(written.values())
        }
        assert len(list(inside.iterdir())) >= 300
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["b", "secret"]


def _named(name: str):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(PHOTO, original_name=name, format="")


def _refuses(target: FolderTarget | ArchiveTarget, hostile: str) -> None:
    """A name that is no plain one is refused even if it got that far."""
    if any(sign in hostile for sign in "/\\:\0") or hostile in ("", ".", ".."):
        with pytest.raises(UserError, match="export_name_unsafe"):
            target.put(hostile, lambda: [b"never"])
