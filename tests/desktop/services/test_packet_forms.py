"""Packets of every form go out whole, are kept as evidence that counts for nothing, follow a plan and end somehow."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop.context import AppContext
from desktop.packets.values import SealWish
from desktop.words import action_name
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import (
    Derivation,
    DisputeOutcome,
    EvidenceSource,
    MediaKind,
    PacketForm,
    PacketLanguage,
    Paper,
    Problem,
)
from models.money import Money
from models.packet_records import ExhibitPlan, PacketPlan
from models.rules.packet_fit import LADDER
from models.rules.packet_parts import Shot
from models.store import fsops, packets
from models.store.history import verify_chain
from tests.desktop.services.test_packets import ZH, case_id, ctx, numbered, packed_folder, refusing, spoil

__all__ = ["case_id", "ctx", "packed_folder"]


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_packet_is_kept_as_evidence_that_counts_for_nothing(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    ids = numbered(ctx, case_id)
    needs = ctx.checklists.of_case(case_id)
    made = ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf", plan=ZH)
    assert made.packet.evidence_id is not None
    kept = ctx.evidence.find_evidence(made.packet.evidence_id)
    assert (kept.derivation, kept.source, kept.media) == (
        Derivation.PACKET, EvidenceSource.DERIVED, MediaKind.DOCUMENT,
    )  # fmt: skip
    assert kept.sha256 == made.packet.sha256 == sha256_of(tmp_path / "p.pdf")
    assert kept.caption.startswith(made.packet.number)
    assert (kept.pages, kept.made_of, kept.parent_id) == (made.packet.pages, tuple(ids), ids[0])
    assert ctx.store.files.read(kept.sha256) == (tmp_path / "p.pdf").read_bytes()
    assert kept.exhibit is None
    assert kept.id not in [page.evidence.id for page in ctx.packets.build_content(case_id).exhibits]
    ctx.evidence.set_tag(kept.id, "damage_photo")
    assert ctx.checklists.of_case(case_id).list == needs.list
    assert kept.id not in ctx.taking_out.of_cases([case_id])
    assert ctx.likeness.counts([kept.id]).get(kept.id, 0) == 0


def test_a_packet_without_exhibits_and_one_of_a_packet_are_made_too(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    first = ctx.packets.make_packet(case_id, out=tmp_path / "a.pdf", plan=ZH, evidence_ids=[])
    assert first.packet.evidence_id is not None
    assert ctx.evidence.find_evidence(first.packet.evidence_id).parent_id is None
    second = ctx.packets.make_packet(
        case_id, out=tmp_path / "b.pdf", plan=ZH, evidence_ids=[first.packet.evidence_id]
    )  # fmt: skip
    assert [placed.evidence_id for placed in second.exhibits] == [first.packet.evidence_id]


def test_packets_plans_and_summaries_go_with_a_case_that_is_merged(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    buyer = ctx.cases.load_page(case_id).case.buyer_id
    kept = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    first = numbered(ctx, case_id)[0]
    plan = replace(ZH, preset="worldpay", exhibits=(ExhibitPlan(first, crop=(0.1, 0.1, 0.9, 0.9)),))
    ctx.packet_plans.keep(case_id, plan)
    ctx.packets.keep_summary(case_id, "zh", "写了很久的摘要")
    ctx.packets.keep_summary(kept, "en", "Ours")
    made = ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf").packet
    ctx.joining.merge(kept, [case_id])
    assert [each.number for each in ctx.packets.list_packets(kept)] == [made.number]
    assert ctx.packets.handed_out(kept, "worldpay") == (made,)
    assert ctx.packet_plans.read(kept) == plan
    assert [ctx.packets.find_summary(kept, side) for side in ("zh", "en")] == ["写了很久的摘要", "Ours"]
    with pytest.raises(UserError, match="merged_stays"):
        ctx.packets.keep_summary(case_id, "zh", "zu spät")
    ctx.packet_plans.next_version(made.id)
    second = ctx.packets.make_packet(kept, out=None).packet
    assert (second.previous_id, second.number != made.number) == (made.id, True)
    for _ in range(2):
        ctx.bench.undo_last()
    assert ctx.packet_plans.read(kept).exhibits == ()
    assert ctx.packets.find_summary(kept, "zh") is None
    assert ctx.packet_plans.read(case_id) == plan


def test_how_evidence_is_shown_goes_with_it_into_another_case(ctx: AppContext, case_id: int) -> None:
    first, second = numbered(ctx, case_id, 2)
    shown = [ExhibitPlan(each, crop=(0.1, 0.1, 0.9, 0.9)) for each in (first, second)]
    plan = replace(ZH, preset="visa", previous_id=7, texts=(("a", "b"),), exhibits=tuple(shown))
    ctx.packet_plans.keep(case_id, plan)
    other = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=ctx.cases.load_page(case_id).case.buyer_id)
    ctx.evidence_moving.move([first], other)
    ctx.evidence_moving.move([second], other)
    moved = ctx.packet_plans.read(other)
    assert (moved.preset, moved.exhibits, moved.texts, moved.previous_id) == ("visa", tuple(shown), (), None)
    assert ctx.packet_plans.read(case_id) == plan
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert ctx.packet_plans.read(other).exhibits == ()


def test_a_copy_of_an_archive_is_its_pdf_and_named_so(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    made = ctx.packets.make_packet(case_id, out=tmp_path / "a.zip", plan=replace(ZH, preset="archive")).packet
    assert (sha256_of(tmp_path / "a.zip"), made.several) == (made.sha256, False)
    assert ctx.packets.copy_packet(made, tmp_path / "b.zip") == tmp_path / "b.pdf"
    assert sha256_of(tmp_path / "b.pdf") == made.parts[0].sha256
    assert not (tmp_path / "b.zip").exists()


def test_no_file_is_lost_of_a_pdf_that_had_to_be_split(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    numbered(ctx, case_id)
    split = replace(ctx.presets.find("print"), id="", name_zh="分", name_en="split", files=20, file_pages=2)
    plan = replace(ZH, preset=ctx.presets.keep_own(split).id)
    seen = ctx.packets.preview(case_id, plan)
    assert len(seen.files) > 1
    made = ctx.packets.make_packet(case_id, out=tmp_path / "给平台.pdf", plan=plan)
    there = {each.name: sha256_of(each) for each in made.path.iterdir()}
    assert made.path == tmp_path / "给平台"
    assert there == {each.name: each.sha256 for each in made.packet.parts}
    assert sum(len(pikepdf.open(made.path / each.name).pages) for each in seen.files) == made.packet.pages
    assert made.packet.sha256 == there["SHA256SUMS.txt"]
    again = ctx.packets.copy_packet(made.packet, tmp_path / "again.pdf")
    assert {each.name: sha256_of(each) for each in again.iterdir()} == there
    with pytest.raises(UserError, match="packet_folder_there"):
        ctx.packets.copy_packet(made.packet, tmp_path / "again.pdf")


def test_several_files_go_into_a_folder_of_their_own(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    ids = numbered(ctx, case_id)
    plan = ctx.packet_plans.read(case_id)
    preset = next(each for each in ctx.presets.list_presets() if each.form is PacketForm.PICTURES)
    plan = replace(plan, preset=preset.id)
    (tmp_path / "out").mkdir()
    made = ctx.packets.make_packet(case_id, out=tmp_path / "out", plan=plan, evidence_ids=ids[:1])
    assert made.path == tmp_path / "out" / made.packet.number
    parts = {part.name: part.sha256 for part in made.packet.parts}
    assert {entry.name: sha256_of(entry) for entry in made.path.iterdir()} == parts
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == [made.packet.number]
    assert made.packet.sha256 == parts["SHA256SUMS.txt"]
    assert made.packet.evidence_id is not None
    kept = ctx.evidence.find_evidence(made.packet.evidence_id)
    with zipfile.ZipFile(io.BytesIO(ctx.store.files.read(kept.sha256))) as archive:
        assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()} == parts
    (tmp_path / "again").mkdir()
    again = ctx.packets.copy_packet(made.packet, tmp_path / "again")
    assert {entry.name: sha256_of(entry) for entry in again.iterdir()} == parts
    with pytest.raises(UserError) as caught:
        ctx.packets.copy_packet(made.packet, tmp_path / "again")
    assert caught.value.code == "packet_folder_there"


@pytest.mark.parametrize("step", ["create_new", "replace"])
def test_a_folder_is_there_whole_or_not_at_all(
    ctx: AppContext, case_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    ids = numbered(ctx, case_id)
    preset = next(each for each in ctx.presets.list_presets() if each.form is PacketForm.PICTURES)
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(fsops, step, refusing(step, OSError(28, "No space left on device"), out))
    with pytest.raises(Exception, match="disk_full"):
        ctx.packets.make_packet(case_id, out=out, plan=replace(ZH, preset=preset.id), evidence_ids=ids[:1])
    monkeypatch.undo()
    assert list(out.iterdir()) == []
    assert ctx.packets.list_packets(case_id) == ()
    assert verify_chain(ctx.store.database).broken_at is None


def test_an_archive_holds_the_packet_and_the_originals(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    ids = numbered(ctx, case_id)
    plan = replace(ZH, preset=next(p.id for p in ctx.presets.list_presets() if p.form is PacketForm.ARCHIVE))
    made = ctx.packets.make_packet(case_id, out=tmp_path / "all.zip", plan=plan)
    assert made.packet.sha256 == sha256_of(tmp_path / "all.zip")
    assert made.packet.size == (tmp_path / "all.zip").stat().st_size
    originals = {ctx.evidence.find_evidence(each).sha256 for each in ids}
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        held = {hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    assert originals <= held
    assert made.packet.evidence_id is not None
    assert ctx.evidence.find_evidence(made.packet.evidence_id).sha256 in held


def test_what_does_not_fit_is_refused_by_name_before_anything_is_written(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    preset = ctx.presets.keep_own(replace(ctx.presets.find("print"), id="", name_zh="小", name_en="small", pages=1))
    plan = replace(ZH, preset=preset.id)
    seen = ctx.packets.preview(case_id, plan)
    assert [each.code for each in seen.refusals] == ["pages_over"]
    with pytest.raises(UserError) as caught:
        ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf", plan=plan)
    assert (caught.value.code, caught.value.values["codes"]) == ("packet_does_not_fit", "pages_over")
    assert not (tmp_path / "p.pdf").exists()
    with pytest.raises(NotFound):
        ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf", plan=replace(ZH, preset="none/../such"))


def test_closing_is_measured_and_noted(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    ctx.sealing.make_certificate("青禾家居", "correct horse", key="ec")
    made = ctx.packets.make_packet(
        case_id, out=tmp_path / "p.pdf", plan=ZH, seal=SealWish(password="8 Zeichen", sign=True, stamp=False)
    )
    assert (made.packet.signed_by, made.packet.locked) == ("青禾家居", True)
    assert made.packet.certificate
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "p.pdf")
    pikepdf.open(made.kept).close()
    seen = ctx.packets.preview(case_id, ZH)
    tight = replace(ctx.presets.find("print"), id="", name_zh="紧", name_en="tight", file_bytes=seen.size + 2_000)
    plan = replace(ZH, preset=ctx.presets.keep_own(tight).id)
    with pytest.raises(UserError, match="packet_does_not_fit"):
        ctx.packets.make_packet(case_id, out=tmp_path / "q.pdf", plan=plan, seal=SealWish(sign=True, stamp=False))
    assert not (tmp_path / "q.pdf").exists()


def test_a_plan_is_one_step_of_undo_and_the_first_one_suits_the_shop(ctx: AppContext, case_id: int) -> None:
    first = ctx.packet_plans.read(case_id)
    assert (first.language, first.paper) == (PacketLanguage.ZH, Paper.A4)
    assert first.preset == "print"
    evidence_id = ctx.evidence.list_case_evidence(case_id)[0].id
    plan = replace(first, paper=Paper.LETTER, exhibits=(ExhibitPlan(evidence_id, crop=(0.1, 0.2, 0.9, 1.0)),))
    ctx.packet_plans.keep(case_id, plan)
    ctx.packet_plans.keep(case_id, plan)
    assert ctx.packet_plans.read(case_id) == plan
    entry = ctx.bench.undo_last()
    assert entry is not None
    assert entry.code == "packet_plan_changed"
    assert ctx.packet_plans.read(case_id) == first
    ctx.bench.redo_last()
    assert ctx.packet_plans.read(case_id) == plan
    for fields, code in (
        ({"preset": "stripe", "language": PacketLanguage.EN}, "packet_preset_chosen"),
        ({"internal_notes": True}, "packet_notes_let_in"), ({"marks": False}, "packet_content_changed"),
        ({"exhibits": (ExhibitPlan(evidence_id, per_page=4),)}, "packet_exhibits_shown"),
        ({"exhibits": ()}, "packet_exhibits_grouped"),
    ):  # fmt: skip
        plan = replace(plan, **fields)
        ctx.packet_plans.keep(case_id, plan)
        entry = ctx.bench.undo_last()
        assert entry is not None
        assert entry.code == code
        assert "Stripe" in action_name(entry.code, entry.values, "zh") or code != "packet_preset_chosen"
        ctx.bench.redo_last()
    for wrong in (
        ExhibitPlan(1, crop=(0.5, 0.0, 0.5, 1.0)), ExhibitPlan(1, crop=(0.0, 0.0, 1.5, 1.0)),
        ExhibitPlan(1, per_page=3), ExhibitPlan(1, stills=(-1,)),
    ):  # fmt: skip
        with pytest.raises(UserError, match="packet_plan_wrong"):
            ctx.packet_plans.keep(case_id, PacketPlan(exhibits=(wrong,)))
    with pytest.raises(NotFound):
        ctx.packet_plans.keep(999, plan)


def test_the_next_version_begins_from_the_last_and_names_it(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    plan = replace(ZH, paper=Paper.LETTER)
    first = ctx.packets.make_packet(case_id, out=tmp_path / "a.pdf", plan=plan).packet
    ctx.packet_plans.next_version(first.id)
    second = ctx.packets.make_packet(case_id, out=tmp_path / "b.pdf").packet
    third = ctx.packets.make_packet(case_id, out=tmp_path / "c.pdf").packet
    assert (second.previous_id, third.previous_id) == (first.id, None)
    assert second.plan is not None
    assert second.plan.paper is Paper.LETTER


def test_outcomes_are_noted_taken_back_and_counted(
    ctx: AppContext, case_id: int, tmp_path: Path, clock: FixedClock
) -> None:
    made = [ctx.packets.make_packet(case_id, out=tmp_path / f"{n}.pdf", plan=ZH).packet for n in range(2)]
    clock.advance(timedelta(days=3))
    noted = ctx.packet_outcomes.record(made[1].id, DisputeOutcome.PARTLY, Money(8_800, "CNY"), "平台判各担一半")
    assert ctx.packets.list_packets(case_id)[0] == noted
    assert noted.outcome_at == clock.now()
    # The packet before was its earlier version.
    total = ctx.packet_outcomes.totals()
    assert [(each.outcome, each.count, each.amounts) for each in total] == [
        (DisputeOutcome.PARTLY, 1, (Money(8_800, "CNY"),))
    ]
    assert ctx.packet_outcomes.totals(until=clock.now() - timedelta(days=1)) == ()
    listed = packets.list_all(ctx.store.database, outcome=DisputeOutcome.PARTLY)
    assert [each.packet.id for each in listed] == [made[1].id]
    ctx.bench.undo_last()
    assert ctx.packets.list_packets(case_id)[0].outcome is None
    ctx.bench.redo_last()
    assert ctx.packet_outcomes.record(made[1].id, None).outcome is None
    for wrong, code in (
        ((DisputeOutcome.MISTAKE,), "packet_outcome_unknown"),
        ((DisputeOutcome.WON, Money(-1)), "packet_outcome_amount"),
        ((DisputeOutcome.WON, None, "", clock.now() - timedelta(days=9)), "packet_outcome_early"),
        ((DisputeOutcome.WON, None, "", clock.now() + timedelta(days=9)), "packet_outcome_late"),
    ):
        with pytest.raises(UserError, match=code):
            ctx.packet_outcomes.record(made[1].id, *wrong)
    with pytest.raises(NotFound):
        ctx.packet_outcomes.record(99, DisputeOutcome.WON)


def test_a_saved_packet_is_no_arrival_in_a_watched_folder(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    made = ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf", plan=ZH).packet
    assert packets.hashes_of_size(ctx.store.database, made.size) == {made.sha256}
    assert ctx.watching._is_packet(tmp_path / "p.pdf", made.size)
    (tmp_path / "p.pdf").write_bytes(b"x" * made.size)
    assert not ctx.watching._is_packet(tmp_path / "p.pdf", made.size)


def test_a_version_that_changed_is_found_before_it_is_shown(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    ids = numbered(ctx, case_id, 1)
    copy = ctx.redactions.redact(ids[0], [(1.0, 1.0, 200.0, 200.0)], (0, 0, 0)).evidence_id
    assert copy is not None
    assert ctx.packets.build_content(case_id, ZH).exhibits[0].evidence.id == copy
    spoil(ctx, copy)
    with pytest.raises(Exception, match="evidence_changed"):
        ctx.packets.make_packet(case_id, out=tmp_path / "p.pdf", plan=ZH)
    seen = ctx.packets.preview(case_id, ZH)
    # What was to be hidden does not show because the copy that hides it is gone.
    assert (ids[0] in seen.kept_out, seen.exhibits) == (True, ())


def test_a_crop_is_cut_from_the_upright_picture_and_kept_apart(ctx: AppContext, case_id: int) -> None:
    item = ctx.evidence.list_case_evidence(case_id)[0]
    made = [
        ctx.decoder.jpeg(ctx.store.files.path(item.sha256), max_side=200, crop=crop)
        for crop in (None, (0.25, 0.0, 0.75, 0.5))
    ]
    assert all(isinstance(each, bytes) for each in made)
    sizes = [Image.open(io.BytesIO(each)).size for each in made if isinstance(each, bytes)]
    assert sizes == [(200, 150), (200, 150)]
    for wrong in ((0.5, 0.0, 0.5, 1.0), (float("nan"), 0.0, 1.0, 1.0), (0.0, 0.0, 2.0, 1.0)):
        with pytest.raises(ValueError, match=r"part|share"):
            ctx.decoder.jpeg(ctx.store.files.path(item.sha256), max_side=200, crop=wrong)
    assert Shot(item, crop=(0.0, 0.0, 0.5, 0.5)) != Shot(item)
    assert LADDER[0].side == 1600
