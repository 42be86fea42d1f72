"""Packets through their service: made whole or not at all, noted with their hash, never with changed evidence."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw

from desktop.bootstrap import build as build_context
from desktop.context import AppContext
from desktop.packets.scan import scan_bytes
from desktop.packets.values import Cancelled
from models.clock import FixedClock
from models.errors import EnvironmentFault, EvidenceFault, NotFound, UserError
from models.kinds import EvidenceSource, Integrity, NoteKind, PacketLanguage, Problem
from models.packet_records import PacketPlan
from models.store import fsops
from models.store.history import verify_chain
from tests.conftest import NOW

ZH, EN = PacketPlan(), PacketPlan(language=PacketLanguage.EN)


def photo(colour: tuple[int, int, int], size: tuple[int, int] = (640, 480)) -> bytes:
    image = Image.new("RGB", size, (235, 230, 220))
    ImageDraw.Draw(image).ellipse((40, 40, size[0] - 40, size[1] - 40), fill=colour)
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(scope="module")
def packed_folder(staffed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A data folder, to be copied, and its case with three photos and a chat log; nothing is numbered yet."""
    folder = tmp_path_factory.mktemp("packed") / "shop"
    shutil.copytree(staffed_folder, folder)
    ctx = build_context(folder, clock=FixedClock(NOW), threads=False)
    buyer = ctx.bench.act(
        "sample_made", lambda change: change.insert("buyer", shop_id=1, nick="花果山_大圣01"), undoable=False
    )
    made = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer, summary="打开就碎了两只")
    for place, colour in enumerate(((200, 60, 60), (60, 160, 90), (60, 90, 200)), 1):
        ctx.intake.add_bytes(made, photo(colour), f"IMG_{place}.jpg", EvidenceSource.CHOSEN, caption=f"照片 {place}")
    ctx.intake.add_bytes(
        made, "买家：碎了两只\n商家：马上补寄".encode(), "chat.txt", EvidenceSource.CHOSEN, caption="聊天"
    )
    ctx.close()
    (folder / "anchors.log").unlink()
    return folder, made


@pytest.fixture
def ctx(open_context: Callable[[], AppContext], packed_folder: tuple[Path, int], tmp_path: Path) -> AppContext:
    """A copy of that folder, open."""
    shutil.copytree(packed_folder[0], tmp_path / "shop")
    return open_context()


@pytest.fixture
def case_id(packed_folder: tuple[Path, int]) -> int:
    """Its case."""
    return packed_folder[1]


def numbered(ctx: AppContext, case_id: int, count: int = 3) -> list[int]:
    """The first pieces of evidence made exhibits, the last one first."""
    ids = [item.id for item in ctx.evidence.list_case_evidence(case_id)][:count][::-1]
    ctx.evidence.order_exhibits(case_id, ids)
    return ids


def spoil(ctx: AppContext, evidence_id: int) -> int:
    """Change one byte of the kept file, as a failing disk does; returns the evidence's number."""
    item = ctx.evidence.find_evidence(evidence_id)
    path = ctx.store.files.path(item.sha256)
    data = bytearray(path.read_bytes())
    data[-1] ^= 0xFF
    os.chmod(path, stat.S_IWRITE | stat.S_IREAD)
    path.write_bytes(bytes(data))
    return item.number


def test_without_numbers_everything_is_proposed_and_with_numbers_only_those_in_their_order(
    ctx: AppContext, case_id: int
) -> None:
    everything = [page.evidence.number for page in ctx.packets.build_content(case_id).exhibits]
    ids = numbered(ctx, case_id)
    assert everything == [1, 2, 3, 4]
    assert [page.evidence.id for page in ctx.packets.build_content(case_id).exhibits] == ids


def test_a_packet_is_written_and_noted_with_the_hash_of_its_file(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    ids = numbered(ctx, case_id)
    out = tmp_path / "举证 材料.pdf"
    made = ctx.packets.make_packet(case_id, out=out, plan=ZH)
    data = out.read_bytes()
    assert made.packet.sha256 == hashlib.sha256(data).hexdigest()
    assert made.packet.size == len(data)
    assert made.packet.number == "P-A2611-0001-01"
    assert [placed.evidence_id for placed in made.exhibits] == ids
    assert all(placed.shown for placed in made.exhibits)
    assert ctx.packets.list_packets(case_id) == (made.packet,)
    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == made.packet.pages
    assert scan_bytes(data) == ()
    event = next(event for event in ctx.cases.load_page(case_id).timeline if event.action == "packet_made")
    assert event.details["sha256"] == made.packet.sha256
    assert (event.details["packet"], event.details["pages"], event.details["size"]) == (
        made.packet.number, made.packet.pages, made.packet.size,
    )  # fmt: skip
    head = verify_chain(ctx.store.database).head
    assert ctx.store.files.anchors()[-1] == (head.seq, head.hash)
    assert ctx.undo.peek_undo() is None or ctx.undo.peek_undo().code != "packet_made"  # type: ignore[union-attr]
    assert [entry.name for entry in tmp_path.iterdir() if entry.suffix == ".part"] == []


def test_numbers_go_on_and_the_newest_comes_first(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    for _ in range(2):
        ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf", plan=EN)
    assert [packet.number[-2:] for packet in ctx.packets.list_packets(case_id)] == ["02", "01"]
    assert ctx.packets.list_packets(case_id)[0].language == "en"


def test_the_same_input_at_the_same_moment_gives_the_same_bytes(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    first = ctx.packets.preview(case_id, ZH)
    again = ctx.packets.preview(case_id, ZH)
    clock.advance(timedelta(minutes=1))
    later = ctx.packets.preview(case_id, ZH)
    assert first.path == again.path
    assert first.path.read_bytes() == again.path.read_bytes()
    assert later.path != first.path


def test_evidence_that_changed_stops_the_packet_by_its_number(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    ids = numbered(ctx, case_id)
    number = spoil(ctx, ids[1])
    out = tmp_path / "p.pdf"
    with pytest.raises(EvidenceFault) as caught:
        ctx.packets.make_packet(case_id, out=out, plan=ZH)
    assert (caught.value.code, caught.value.values) == ("evidence_changed", {"number": number, "exhibit": 2})
    assert not out.exists()
    assert ctx.packets.list_packets(case_id) == ()
    assert ctx.evidence.find_evidence(ids[1]).integrity is Integrity.CHANGED
    assert [page.evidence.id for page in ctx.packets.build_content(case_id).exhibits] == [ids[0], ids[2]]
    with pytest.raises(EvidenceFault):
        ctx.packets.make_packet(case_id, out=out, plan=ZH)
    made = ctx.packets.make_packet(case_id, out=out, plan=ZH, evidence_ids=[ids[0], ids[2]])
    assert [placed.evidence_id for placed in made.exhibits] == [ids[0], ids[2]]


def test_evidence_that_is_gone_stops_the_packet_too(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    ids = numbered(ctx, case_id)
    fsops.remove(ctx.store.files.path(ctx.evidence.find_evidence(ids[0]).sha256))
    with pytest.raises(EvidenceFault) as caught:
        ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf", plan=ZH)
    assert (caught.value.code, caught.value.values["exhibit"]) == ("evidence_missing", 1)


def test_a_preview_keeps_changed_evidence_out_and_records_nothing(ctx: AppContext, case_id: int) -> None:
    ids = numbered(ctx, case_id)
    assert ctx.packets.preview(case_id, ZH).kept_out == ()
    spoil(ctx, ids[0])
    events = len(ctx.cases.load_page(case_id).timeline)
    seen = ctx.packets.preview(case_id, ZH)
    assert seen.kept_out == (ids[0],)
    assert [placed.evidence_id for placed in seen.exhibits] == ids[1:]
    assert len(ctx.cases.load_page(case_id).timeline) == events
    assert ctx.packets.list_packets(case_id) == ()


def test_a_preview_is_what_will_be_saved(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    numbered(ctx, case_id)
    seen = ctx.packets.preview(case_id, EN, summary="Two of four plates broken.")
    made = ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf", plan=EN, summary="Two of four plates broken.")
    assert (seen.number, seen.size, seen.pages) == (made.packet.number, made.packet.size, made.packet.pages)
    assert seen.path.read_bytes() == made.path.read_bytes()


@pytest.mark.parametrize("after", range(0, 7, 2))
def test_stopping_leaves_no_file_and_no_record(ctx: AppContext, case_id: int, tmp_path: Path, after: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    out = tmp_path / "out" / "p.pdf"
    out.parent.mkdir()
    with pytest.raises(Cancelled):
        ctx.packets.make_packet(case_id, out=out, plan=ZH, cancelled=cancelled)
    assert list(out.parent.iterdir()) == []
    assert ctx.packets.list_packets(case_id) == ()


def test_progress_grows_to_its_end(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    ctx.packets.make_packet(
        case_id, out=tmp_path / "p.pdf", plan=ZH, progress=lambda done, total: told.append((done, total))
    )
    assert told == sorted(told)
    assert told[-1] == (10, 10)


def test_a_folder_that_is_not_there_is_said_before_any_work(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        ctx.packets.make_packet(case_id, out=tmp_path / "gone" / "p.pdf", plan=ZH)
    assert caught.value.code == "packet_folder_missing"
    with pytest.raises(UserError) as caught:
        ctx.packets.make_packet(case_id, out=tmp_path, plan=ZH)
    assert caught.value.code == "packet_out_is_folder"
    (tmp_path / "inway").touch()
    with pytest.raises(UserError, match="packet_out_is_file"):
        ctx.packets.make_packet(case_id, out=tmp_path / "inway", plan=replace(ZH, preset="stripe"))
    assert ctx.packets.list_packets(case_id) == ()


@pytest.mark.parametrize("place", ["case.db", "anchors.log", "evidence/p.pdf", "cache/p.pdf"])
def test_the_shops_own_data_is_never_written_over(ctx: AppContext, case_id: int, place: str) -> None:
    out = ctx.store.folder.root / place
    before = out.read_bytes() if out.exists() else None
    with pytest.raises(UserError) as caught:
        ctx.packets.make_packet(case_id, out=out, plan=ZH)
    assert caught.value.code == "packet_out_in_store"
    assert (out.read_bytes() if out.exists() else None) == before


FAILURES: list[tuple[OSError, str]] = [
    (OSError(28, "No space left on device"), "disk_full"),
    (PermissionError(13, "Permission denied"), "packet_not_writable"),
    (OSError(5, "Input/output error"), "packet_not_written"),
]


def refusing(step: str, failure: OSError, folder: Path) -> Callable[..., None]:
    """A step of writing that fails; renaming only into that folder, for the store has disks of its own."""
    real: Callable[..., None] = getattr(fsops, step)

    def refuse(*given: object) -> None:
        if step == "replace" and isinstance(given[1], Path) and given[1].parent != folder:
            return real(*given)
        raise failure

    return refuse


@pytest.mark.parametrize(("failure", "code"), FAILURES, ids=[code for _, code in FAILURES])
@pytest.mark.parametrize("step", ["create_new", "sync_file", "replace"])
def test_a_disk_that_refuses_leaves_neither_file_nor_record(
    ctx: AppContext,
    case_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: OSError,
    code: str,
    step: str,
) -> None:
    out = tmp_path / "out" / "p.pdf"
    out.parent.mkdir()
    ctx.packets.preview(case_id, ZH)

    monkeypatch.setattr(fsops, step, refusing(step, failure, out.parent))
    with pytest.raises(EnvironmentFault) as caught:
        ctx.packets.make_packet(case_id, out=out, plan=ZH)
    monkeypatch.undo()
    assert caught.value.code == code
    assert list(out.parent.iterdir()) == []
    assert ctx.packets.list_packets(case_id) == ()
    assert verify_chain(ctx.store.database).broken_at is None


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no write bit there")
def test_a_folder_one_may_not_write_to_is_named(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        folder = Path("/proc/self")  # the superuser may write anywhere but here
    with pytest.raises((UserError, EnvironmentFault)) as caught:
        ctx.packets.make_packet(case_id, out=folder / "p.pdf", plan=ZH)
    assert caught.value.code in {"packet_not_writable", "packet_folder_missing", "packet_not_written"}
    assert ctx.packets.list_packets(case_id) == ()


def test_an_old_file_stays_when_the_new_one_cannot_be_noted(
    ctx: AppContext, case_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "p.pdf"
    out.write_bytes(b"the old one")

    monkeypatch.setattr(fsops, "replace", refusing("replace", PermissionError(13, "in use"), out.parent))
    with pytest.raises(EnvironmentFault) as caught:
        ctx.packets.make_packet(case_id, out=out, plan=ZH)
    assert caught.value.code == "packet_file_locked"
    assert out.read_bytes() == b"the old one"


def test_internal_notes_go_in_only_when_asked_for(ctx: AppContext, case_id: int) -> None:
    ctx.cases.add_note(case_id, "这个买家很难缠", NoteKind.INTERNAL)
    assert ctx.packets.build_content(case_id, ZH).notes == ()
    assert [line.fact for line in ctx.packets.build_content(case_id, replace(ZH, internal_notes=True)).notes] == [
        "这个买家很难缠"
    ]


def test_a_kept_summary_is_used_until_it_is_given_up(ctx: AppContext, case_id: int) -> None:
    draft = ctx.packets.build_content(case_id, ZH).summary
    ctx.packets.keep_summary(case_id, "zh", "四只中两只破裂。")
    assert ctx.packets.build_content(case_id, ZH).summary == "四只中两只破裂。"
    assert ctx.packets.build_content(case_id, ZH, summary="此次的").summary == "此次的"
    assert ctx.packets.find_summary(case_id, "en") is None
    ctx.packets.keep_summary(case_id, "en", "Two of four broke.")
    ctx.packets.keep_summary(case_id, "zh", None)
    assert ctx.packets.build_content(case_id, ZH).summary == draft
    undone = [entry.code for entry in (ctx.bench.undo_last(), ctx.bench.undo_last()) if entry is not None]
    assert undone == ["packet_summary_dropped", "packet_summary_written"]
    assert ctx.packets.find_summary(case_id, "zh") == "四只中两只破裂。"
    assert ctx.packets.find_summary(case_id, "en") is None
    before = len(ctx.bench.undo.done())
    ctx.packets.keep_summary(case_id, "zh", "四只中两只破裂。")
    assert len(ctx.bench.undo.done()) == before
    ctx.bench.undo_last()
    assert ctx.packets.build_content(case_id, ZH).summary == draft
    ctx.packets.keep_summary(case_id, "en", "w" * 20_000)
    with pytest.raises(UserError):
        ctx.packets.keep_summary(case_id, "en", "w" * 20_001)


def test_pictures_are_decoded_once(ctx: AppContext, case_id: int, open_context: Callable[[], AppContext]) -> None:
    ctx.packets.preview(case_id, ZH)
    ctx.decoder.close()
    again = ctx.packets.preview(case_id, EN)
    assert all(placed.shown for placed in again.exhibits)


def test_a_damaged_picture_in_the_cache_is_made_again(ctx: AppContext, case_id: int) -> None:
    first = ctx.packets.preview(case_id, ZH)
    for kept in (ctx.store.folder.cache / "packet-pictures").glob("??/*"):
        kept.write_bytes(kept.read_bytes()[:-40])
    assert ctx.packets.preview(case_id, ZH).path == first.path


def test_evidence_of_another_case_is_refused(ctx: AppContext, case_id: int) -> None:
    with pytest.raises(NotFound):
        ctx.packets.preview(case_id, ZH, [999])


def test_a_packet_for_paper_is_noted_and_can_be_saved_later_byte_for_byte(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    made = ctx.packets.make_packet(case_id, out=None, plan=ZH)
    ctx.packets.copy_packet(made, tmp_path / "later.pdf")
    assert hashlib.sha256((tmp_path / "later.pdf").read_bytes()).hexdigest() == made.packet.sha256
    assert ctx.packets.list_packets(case_id) == (made.packet,)
    assert made.packet.evidence_id is not None
    spoil(ctx, made.packet.evidence_id)
    with pytest.raises(EnvironmentFault) as caught:
        ctx.packets.copy_packet(made, tmp_path / "other.pdf")
    assert caught.value.code == "packet_copy_gone"
    assert not (tmp_path / "other.pdf").exists()
