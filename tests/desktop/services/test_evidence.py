"""Evidence: in untouched, described, numbered, verified; one bad file never stops the others."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from desktop.context import AppContext
from models.errors import EnvironmentFault, EvidenceFault, UserError
from models.kinds import EvidenceSource, Integrity, MediaKind
from models.store.verify import verify_store


def photo(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return out.getvalue()


def add(ctx: AppContext, case_id: int, data: bytes, name: str = "微信图片_0003.jpg") -> int:
    added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.PASTED)
    assert added.evidence_id is not None
    return added.evidence_id


def test_what_is_recorded_of_a_photo(ctx: AppContext, case_id: int) -> None:
    data = photo()
    item = ctx.evidence.find_evidence(add(ctx, case_id, data))
    assert (item.sha256, item.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert (item.media, item.format, item.width, item.height) == (MediaKind.PHOTO, "jpeg", 60, 40)
    assert (item.number, item.original_name, item.imported_by) == (1, "微信图片_0003.jpg", "小满")
    assert item.integrity is Integrity.VERIFIED


def test_the_same_bytes_are_said_not_doubled(ctx: AppContext, case_id: int) -> None:
    first = add(ctx, case_id, photo())
    again = ctx.intake.add_bytes(case_id, photo(), "another name.jpg", EvidenceSource.DROPPED)
    assert (again.evidence_id, again.already_there) == (first, True)
    assert len(ctx.evidence.list_case_evidence(case_id)) == 1


def test_a_bad_file_never_stops_the_others(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    good, broken, folder = tmp_path / "good.jpg", tmp_path / "broken.jpg", tmp_path / "folder.jpg"
    good.write_bytes(photo())
    broken.write_bytes(photo()[:200])
    folder.mkdir()
    results = ctx.intake.add_paths(case_id, [folder, tmp_path / "gone.jpg", broken, good], EvidenceSource.CHOSEN)
    assert [result.error.code if result.error else "" for result in results] == [
        "evidence_is_folder",
        "evidence_gone",
        "",
        "",
    ]
    assert len(ctx.evidence.list_case_evidence(case_id)) == 2


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "CON.jpg", "a\u202egpj.exe", "x" * 5000, "', DROP TABLE", "\ud800.jpg", "a\x00.jpg"]
)
def test_hostile_names_are_only_names(ctx: AppContext, case_id: int, name: str, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    item = ctx.evidence.find_evidence(add(ctx, case_id, photo(), name))
    assert len(item.original_name) <= 1000
    made = set(tmp_path.rglob("*")) - before
    assert all("shop" in path.parts for path in made)
    assert verify_store(ctx.store).holds


def test_exhibits_are_numbered_without_gaps(ctx: AppContext, case_id: int) -> None:
    ids = [add(ctx, case_id, photo(colour)) for colour in ("red", "green", "blue")]
    for evidence_id in ids:
        ctx.evidence.set_exhibit(evidence_id, True)
    ctx.evidence.set_exhibit(ids[0], False)
    assert [(item.id, item.exhibit) for item in ctx.evidence.list_case_evidence(case_id)] == [
        (ids[1], 1), (ids[2], 2), (ids[0], None),
    ]  # fmt: skip
    ctx.evidence.order_exhibits(case_id, [ids[2], ids[0]])
    assert [(item.id, item.exhibit) for item in ctx.evidence.list_case_evidence(case_id)] == [
        (ids[2], 1), (ids[0], 2), (ids[1], None),
    ]  # fmt: skip
    ctx.bench.undo_last()
    assert [item.exhibit for item in ctx.evidence.list_case_evidence(case_id)] == [1, 2, None]


def test_removing_is_undone_and_the_file_stays(ctx: AppContext, case_id: int) -> None:
    evidence_id = add(ctx, case_id, photo())
    sha256 = ctx.evidence.find_evidence(evidence_id).sha256
    ctx.evidence.remove([evidence_id])
    assert ctx.evidence.list_case_evidence(case_id) == ()
    assert ctx.store.files.hash_file(sha256) == sha256
    ctx.bench.undo_last()
    assert [item.id for item in ctx.evidence.list_case_evidence(case_id)] == [evidence_id]


def test_verify_marks_what_is_not_as_imported(ctx: AppContext, case_id: int) -> None:
    bad, good = add(ctx, case_id, photo("red")), add(ctx, case_id, photo("green"))
    path = ctx.store.files.path(ctx.evidence.find_evidence(bad).sha256)
    path.chmod(0o600)
    path.write_bytes(photo("blue"))
    check = ctx.integrity.verify(case_id)
    assert [finding.evidence_id for finding in check.findings] == [bad]
    assert ctx.evidence.find_evidence(bad).integrity is Integrity.CHANGED
    assert ctx.evidence.find_evidence(good).integrity is Integrity.VERIFIED


def test_a_long_chat_log_cut_inside_a_character_stays_readable(ctx: AppContext, case_id: int) -> None:
    for encoding in ("utf-8", "gb18030"):
        evidence_id = add(ctx, case_id, ("碎" * 1000).encode(encoding), f"{encoding}.txt")
        item = ctx.evidence.find_evidence(evidence_id)
        assert set(ctx.evidence.read_text(item, limit=1001)) == {"碎"}
        assert ctx.evidence.read_text(item) == "碎" * 1000


@pytest.mark.parametrize("text", ["\ud83d", "a\x00b", "长" * 5001])
@pytest.mark.parametrize("field", ["caption", "proves", "tag"])
def test_a_description_that_cannot_be_kept_is_refused_before_anything_is(
    ctx: AppContext, case_id: int, field: str, text: str
) -> None:
    described = {field: text}
    with pytest.raises(UserError, match="text_"):
        ctx.intake.add_bytes(case_id, photo(), "a.jpg", EvidenceSource.PASTED, **described)
    assert ctx.evidence.list_case_evidence(case_id) == ()
    assert list(ctx.store.files.kept()) == []


def test_names_no_text_can_hold_are_told_readably(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    added = ctx.intake.add_paths(case_id, [tmp_path / "\udcff.jpg"], EvidenceSource.DROPPED)
    assert added[0].error is not None
    assert added[0].name.encode() == b"?.jpg"


def test_a_copy_is_written_whole_or_not_at_all(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    item = ctx.evidence.find_evidence(add(ctx, case_id, photo()))
    target = tmp_path / "副本.jpg"
    target.write_bytes(b"older")
    ctx.evidence.write_copy(item, target)
    assert target.read_bytes() == photo()
    with pytest.raises(EnvironmentFault, match="file_unwritable"):
        ctx.evidence.write_copy(item, tmp_path / "gone" / "copy.jpg")
    kept = ctx.store.files.path(item.sha256)
    kept.chmod(0o600)
    kept.write_bytes(b"changed")
    with pytest.raises(EvidenceFault, match="evidence_changed"):
        ctx.evidence.write_copy(item, target)
    assert target.read_bytes() == photo()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
