"""Packets closed and checked: whatever is changed is said to be changed, whatever is hostile breaks nothing."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.packets.checked import Checked, Verdict
from desktop.packets.manifests import read_sums
from desktop.packets.record_lines import check_record
from desktop.packets.values import OutFile, SealWish
from desktop.services.packet_archive import ArchiveWish
from desktop.services.packet_checking import PacketChecking
from models.errors import AftercaseError, EnvironmentFault, EvidenceFault, UserError
from models.kinds import EvidenceSource
from models.packet_records import Packet, PacketPart
from models.store import packets

if TYPE_CHECKING:
    from desktop.context import AppContext

PASSPHRASE = "云雀-lark-07"
FLIPS = 200


def finished_pdf(words: str = "P-A2611-0001-01") -> bytes:
    """A PDF as the builder leaves it: two pages, a bookmark, a link within."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.setTitle(words)
    canvas.drawString(72, 720, words)
    canvas.bookmarkPage("here")
    canvas.addOutlineEntry("Cover", "here")
    canvas.linkAbsolute("", "here", Rect=(10, 10, 90, 40))
    canvas.showPage()
    canvas.drawString(72, 720, "second")
    canvas.save()
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(AftercaseError) as caught:
        work()
    return caught.value.code


def codes(checked: Checked) -> set[str]:
    return {each.code for each in (*checked.grounds, *(ground for file in checked.files for ground in file.grounds))}


@pytest.fixture
def stranger(ctx: AppContext) -> PacketChecking:
    """Somebody without this shop's data."""
    return PacketChecking(ctx.decoder, None)


@dataclass
class Case:
    """A case with a photo with an odd name, and a text."""

    id: int
    evidence: tuple[int, ...]


@pytest.fixture
def case(ctx: AppContext, case_id: int) -> Case:
    found = []
    for name, data in (('it\'s "a" \\ 😀\n.txt', b"words " * 50), ("聊天.txt", "你好".encode())):
        added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.PASTED)
        assert added.evidence_id is not None
        found.append(added.evidence_id)
    return Case(case_id, tuple(found))


def archived(ctx: AppContext, case: Case, path: Path, pdf: bytes) -> None:
    number = "P-A2611-0001-01"
    wish = ArchiveWish(case.id, number, ctx.clock.now(), "小满", (OutFile(f"{number}.pdf", "pdf", pdf),), case.evidence)
    ctx.packet_archive.stage(path, wish).put()


def noted(ctx: AppContext, case_id: int, number: str, data: bytes, parts: tuple[PacketPart, ...] = ()) -> None:
    """A packet in the books, as making one leaves it."""
    import hashlib

    packet = Packet(
        0, case_id, number, "zh", ctx.clock.now(), "小满", 2, len(data), hashlib.sha256(data).hexdigest(),
        addressee="淘宝小二", parts=parts,
    )  # fmt: skip
    ctx.bench.act("packet_made", lambda transaction: packets.add_packet(transaction, packet), undoable=False)


# What the data folder knows


def test_a_packet_is_known_by_its_hash_and_a_changed_one_by_its_number(
    ctx: AppContext, stranger: PacketChecking, case: Case, tmp_path: Path
) -> None:
    whole = finished_pdf("P-A2611-0001-01")
    noted(ctx, case.id, "P-A2611-0001-01", whole)
    path = tmp_path / "anything.pdf"
    path.write_bytes(whole)
    found = ctx.packet_checking.check(path)
    ground = next(each for each in found.grounds if each.code == "known_packet")
    assert found.verdict is Verdict.INTACT
    assert (ground.values["packet"], ground.values["by"], ground.values["for"]) == (
        "P-A2611-0001-01",
        "小满",
        "淘宝小二",
    )
    assert stranger.check(path).verdict is Verdict.UNKNOWN
    path.write_bytes(finished_pdf("P-A2611-0001-01 and more"))
    assert ctx.packet_checking.check(path).verdict is Verdict.CHANGED
    path.write_bytes(finished_pdf("P-A2611-9999-01"))
    assert ctx.packet_checking.check(path).verdict is Verdict.UNKNOWN


def test_evidence_and_parts_are_known_by_themselves(ctx: AppContext, case: Case, tmp_path: Path) -> None:
    import hashlib

    picture = b"\xff\xd8\xff\xe0 a part"
    part = PacketPart("01.jpg", len(picture), hashlib.sha256(picture).hexdigest())
    noted(ctx, case.id, "P-A2611-0001-02", b"whole", (part,))
    for data, code in ((picture, "known_part"), ("你好".encode(), "known_evidence")):
        (tmp_path / "x.bin").write_bytes(data)
        found = ctx.packet_checking.check(tmp_path / "x.bin")
        assert found.verdict is Verdict.INTACT
        assert code in codes(found)


# Archives


def test_an_archive_is_the_same_each_time_and_sha256sum_takes_it(ctx: AppContext, case: Case, tmp_path: Path) -> None:
    archived(ctx, case, tmp_path / "one.zip", finished_pdf())
    archived(ctx, case, tmp_path / "two.zip", finished_pdf())
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "out")
        names = archive.namelist()
    assert names[0] == "P-A2611-0001-01.pdf"
    assert {"README.txt", "history.jsonl", "SHA256SUMS.txt"} <= set(names)
    assert len([name for name in names if name.startswith("originals/")]) == 2
    if shutil.which("sha256sum"):
        done = subprocess.run(
            ["sha256sum", "--strict", "-c", "SHA256SUMS.txt"], cwd=tmp_path / "out", capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
    readme = (tmp_path / "out" / "README.txt").read_text(encoding="utf-8-sig")
    assert "certutil -hashfile" in readme
    assert "shasum -a 256 -c" in readme
    assert "怎样自己核对" in readme
    assert "{" in readme
    with (tmp_path / "out" / "history.jsonl").open("rb") as lines:
        record = check_record(lines)
    assert record.broken == 0
    assert record.links > 0
    assert record.number == "P-A2611-0001-01"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_what_the_record_hands_on_can_be_recomputed_and_tells_no_notes(
    ctx: AppContext, case: Case, tmp_path: Path
) -> None:
    ctx.cases.add_note(case.id, "secret of the house")
    archived(ctx, case, tmp_path / "one.zip", finished_pdf())
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        lines = archive.read("history.jsonl").splitlines()
    assert b"secret of the house" not in b"".join(lines)
    told = [json.loads(line) for line in lines[1:]]
    assert any(link.get("action", "").startswith("evidence_") and "details" in link for link in told)
    for place in (1, len(lines) - 1):
        assert check_record([*lines[:place], *lines[place + 1 :]]).broken
    assert check_record([lines[0], lines[1].replace(b'"person":"', b'"person":"x')]).broken == 2


def test_an_archive_is_intact_for_anybody_and_so_is_what_comes_out(
    ctx: AppContext, stranger: PacketChecking, case: Case, tmp_path: Path
) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    pdf = ctx.sealing.seal(finished_pdf("A"), SealWish(sign=True)).content
    archived(ctx, case, tmp_path / "one.zip", pdf)
    found = stranger.check(tmp_path / "one.zip")
    assert found.verdict is Verdict.INTACT
    assert {"list_counts", "record_holds", "signature_valid"} <= codes(found)
    assert "record_ours" in codes(ctx.packet_checking.check(tmp_path / "one.zip"))
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        archive.extractall(tmp_path / "out")
    assert stranger.check(tmp_path / "out").verdict is Verdict.INTACT
    (tmp_path / "out" / "extra.txt").write_text("x")
    assert stranger.check(tmp_path / "out").verdict is Verdict.UNKNOWN
    (tmp_path / "out" / "README.txt").unlink()
    found = stranger.check(tmp_path / "out")
    assert found.verdict is Verdict.CHANGED
    assert {"line_missing", "line_extra"} <= codes(found)


def test_one_bit_anywhere_in_an_archive_is_a_change(
    ctx: AppContext, stranger: PacketChecking, case: Case, tmp_path: Path
) -> None:
    archived(ctx, case, tmp_path / "one.zip", b"%PDF-1.7 " + b"x" * 500)
    whole = (tmp_path / "one.zip").read_bytes()
    path = tmp_path / "bad.zip"
    chance = random.Random(2611)
    directory = whole.index(b"PK\1\2")
    places = [chance.randrange(len(whole)) for _ in range(FLIPS)] + [
        chance.randrange(directory, len(whole)) for _ in range(FLIPS)
    ]
    for place in places:
        bad = bytearray(whole)
        bad[place] ^= 1 << chance.randrange(8)
        path.write_bytes(bad)
        assert stranger.check(path).verdict is Verdict.CHANGED, place


def test_an_archive_is_whole_or_not_at_all(
    ctx: AppContext, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from models.store import fsops

    wish = ArchiveWish(case.id, "P-1-01", ctx.clock.now(), "", (OutFile("a.pdf", "pdf", b"x"),), case.evidence)
    target = tmp_path / "out" / "a.zip"
    target.parent.mkdir()
    target.write_bytes(b"older")

    def left() -> list[str]:
        return [path.name for path in target.parent.iterdir()]

    assert refused(lambda: ctx.packet_archive.stage(target, wish, cancelled=lambda: True)) == "cancelled"
    item = ctx.evidence.list_case_evidence(case.id)[0]
    kept = ctx.store.files.path(item.sha256)
    kept.chmod(0o600)
    data = kept.read_bytes()
    kept.write_bytes(data.replace(b"w", b"v", 1))
    with pytest.raises(EvidenceFault) as caught:
        ctx.packet_archive.stage(target, wish)
    assert caught.value.code == "evidence_changed"
    assert caught.value.values["number"] == item.number
    kept.write_bytes(data)

    def full(descriptor: int, part: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(fsops, "write_all", full)
        with pytest.raises(EnvironmentFault) as stopped:
            ctx.packet_archive.stage(target, wish)
    assert stopped.value.code == "disk_full"
    staged = ctx.packet_archive.stage(target, wish)
    staged.drop()
    assert left() == ["a.zip"]
    assert target.read_bytes() == b"older"
    ctx.packet_archive.stage(target, wish).put()
    assert zipfile.is_zipfile(target)
    assert left() == ["a.zip"]


# Hostile files


def test_hostile_files_break_nothing(ctx: AppContext, stranger: PacketChecking, tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SHA256SUMS.txt", b"0" * (80 << 20))
    lies = io.BytesIO()
    with zipfile.ZipFile(lies, "w") as archive:
        archive.writestr("../../evil", b"x")
        archive.writestr("SHA256SUMS.txt", b"0" * 64 + b" */etc/passwd\n" + b"0" * 64 + b" *../x\n")
    nested = b"%PDF-1.7\n1 0 obj\n" + b"[" * 50_000 + b"]" * 50_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    ranges = b"%PDF-1.7\n" + b"/ByteRange [0 1 99999999999 99999999999]\n" * 100 + b"%%EOF"
    signed = b"%PDF-1.7\n/ByteRange [0 10 20 30] /Contents <3080> /SubFilter /adbe.pkcs7.detached\n%%EOF"
    foreign = io.BytesIO()
    with zipfile.ZipFile(foreign, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", b"hello")
    for data, verdict in (
        (foreign.getvalue(), Verdict.UNKNOWN),
        (b"", Verdict.UNKNOWN),
        (b"just words", Verdict.UNKNOWN),
        (b"%PDF-", Verdict.UNKNOWN),
        (nested, Verdict.UNKNOWN),
        (ranges, Verdict.CHANGED),
        (signed, Verdict.CHANGED),
        (b"PK\3\4" + b"\0" * 100, Verdict.CHANGED),
        (b"PK\5\6" + b"\xff" * 18, Verdict.CHANGED),
        (bomb.getvalue(), Verdict.CHANGED),
        (lies.getvalue(), Verdict.CHANGED),
    ):
        (tmp_path / "file").write_bytes(data)
        for checking in (stranger, ctx.packet_checking):
            assert checking.check(tmp_path / "file").verdict is verdict, data[:40]
    assert refused(lambda: stranger.check(tmp_path / "gone")) == "file_unreadable"
    assert refused(lambda: stranger.check(Path("/dev/null"))) == "file_unreadable"
    with pytest.raises(UserError):
        stranger.check(tmp_path / "file", cancelled=lambda: True)


def test_a_list_leads_nowhere_outside(stranger: PacketChecking, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    if os.name == "posix":
        (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    names = ("../secret.txt", "/etc/passwd", "a/../../secret.txt", "C:/x", "..\\secret.txt", "link.txt")
    (folder / "SHA256SUMS.txt").write_text("".join(f"{'0' * 64} *{name}\n" for name in names))
    found = stranger.check(folder)
    assert found.verdict is Verdict.CHANGED
    assert not any(file.sha256 for file in found.files)


def test_sums_are_read_as_sha256sum_writes_them() -> None:
    line = "a" * 64
    found = read_sums(
        f"{line}  plain\n\\{line} *with\\nend and \\\\ stroke\r\n{line} *./below/it\n{line} *x\n".encode()
    )
    assert [each.name for each in found.lines] == ["plain", "below/it", "x"]
    assert found.bad == 1
    assert read_sums(f"{line} *a\n{'b' * 64} *a\n# words\n".encode()).bad == 2
    assert read_sums(b"\xff\xfe" * 1000).bad == 1
