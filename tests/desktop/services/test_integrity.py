"""Proving that evidence is as imported: what is not is marked, kept apart and noted; a put-back original heals it."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.context import AppContext
from models.clock import FixedClock
from models.errors import EnvironmentFault, UserError
from models.kinds import EvidenceSource, FileFault, Integrity, Problem
from models.store.history import list_events
from models.store.verify import Progress, verify_store


def add(ctx: AppContext, case_id: int, data: bytes, name: str = "a.bin") -> int:
    added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.PASTED)
    assert added.evidence_id is not None
    return added.evidence_id


def place(ctx: AppContext, evidence_id: int) -> Path:
    path = ctx.store.files.path(ctx.evidence.find_evidence(evidence_id).sha256)
    path.chmod(0o600)
    return path


def marks(ctx: AppContext, *ids: int) -> list[Integrity]:
    return [ctx.evidence.find_evidence(one).integrity for one in ids]


def test_a_changed_file_is_marked_kept_apart_and_healed_by_the_original(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    good, bad = add(ctx, case_id, b"good"), add(ctx, case_id, b"bad")
    other_case = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=1)
    shared = add(ctx, other_case, b"bad")
    place(ctx, bad).write_bytes(b"BAD")
    check = ctx.integrity.verify(case_id)
    assert {(one.evidence_id, one.fault) for one in check.findings} == {
        (bad, FileFault.OTHER_BYTES), (shared, FileFault.OTHER_BYTES),
    }  # fmt: skip
    assert marks(ctx, good, bad, shared) == [Integrity.VERIFIED, Integrity.CHANGED, Integrity.CHANGED]
    assert not place_exists(ctx, bad)
    assert [path.read_bytes() for path in ctx.store.folder.quarantine.iterdir()] == [b"BAD"]
    again = ctx.integrity.verify(case_id)
    assert {one.fault for one in again.findings} == {FileFault.KEPT_APART}
    assert marks(ctx, bad) == [Integrity.CHANGED]
    wrong, right = tmp_path / "wrong", tmp_path / "right"
    wrong.write_bytes(b"bad?")
    right.write_bytes(b"bad")
    with pytest.raises(UserError, match="not_the_original"):
        ctx.integrity.restore(bad, wrong)
    assert ctx.integrity.restore(bad, right) == 2
    assert marks(ctx, bad, shared) == [Integrity.VERIFIED, Integrity.VERIFIED]
    assert ctx.integrity.verify().findings == ()
    actions = [event.action for event in list_events(ctx.store.database, case_id=case_id)]
    assert {"evidence_kept_apart", "evidence_verified", "evidence_restored"} <= set(actions)
    assert actions.count("evidence_kept_apart") == 1


def place_exists(ctx: AppContext, evidence_id: int) -> bool:
    return ctx.store.files.path(ctx.evidence.find_evidence(evidence_id).sha256).exists()


def test_the_same_bytes_imported_again_heal_what_was_lost(ctx: AppContext, case_id: int) -> None:
    lost = add(ctx, case_id, b"lost")
    place(ctx, lost).unlink()
    assert [one.fault for one in ctx.integrity.verify().findings] == [FileFault.GONE]
    assert marks(ctx, lost) == [Integrity.MISSING]
    assert ctx.intake.add_bytes(case_id, b"lost", "again.bin", EvidenceSource.DROPPED).already_there
    assert marks(ctx, lost) == [Integrity.VERIFIED]


def test_a_stopped_check_keeps_what_it_found_and_goes_on_from_there(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    ids = [add(ctx, case_id, bytes([number]) * 1000) for number in range(4)]
    place(ctx, ids[0]).unlink()
    clock.advance(timedelta(days=1))
    seen: list[Progress] = []
    check = ctx.integrity.verify(progress=seen.append, cancelled=lambda: bool(seen) and seen[-1].files >= 2)
    assert (check.checked, check.stopped, check.left) == (2, True, 2)
    assert seen[0].all_size == 4000
    assert [ctx.evidence.find_evidence(one).verified_at == clock.now() for one in ids] == [True, True, False, False]
    added = add(ctx, case_id, b"meanwhile")
    rest = ctx.integrity.verify(going_on=check)
    assert (rest.stopped, rest.checked, [one.evidence_id for one in rest.findings]) == (False, 4, [ids[0]])
    assert marks(ctx, ids[0], added) == [Integrity.MISSING, Integrity.VERIFIED]


def test_one_and_a_selection(ctx: AppContext, case_id: int) -> None:
    ids = [add(ctx, case_id, bytes([number])) for number in range(3)]
    place(ctx, ids[2]).unlink()
    assert ctx.integrity.verify(evidence_ids=ids[:2]).checked == 2
    assert ctx.integrity.verify(evidence_ids=[ids[2], 999]).checked == 1
    assert marks(ctx, *ids) == [Integrity.VERIFIED, Integrity.VERIFIED, Integrity.MISSING]


def test_the_rolling_check_reads_the_oldest_in_slices_and_ends_a_round(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    ids = [add(ctx, case_id, bytes([number]) * 3_000_000) for number in range(3)]
    other = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=1)
    add(ctx, other, bytes([1]) * 3_000_000)
    clock.advance(timedelta(minutes=1))
    changed = place(ctx, ids[2])
    changed.write_bytes(changed.read_bytes()[:-1] + b"!")
    assert ctx.rolling.state().total == 0
    slices = []
    while (done := ctx.rolling.roll()).more:
        slices.append(done)
        clock.advance(timedelta(seconds=2))
    assert max(one.size for one in slices) <= 4 << 20
    assert 9_000_000 <= sum(one.size for one in (*slices, done)) <= 13_000_000
    assert [one.evidence_id for each in (*slices, done) for one in each.findings] == [ids[2]]
    state = ctx.rolling.state()
    assert (state.done, state.total, state.wrong, state.finished_at is not None) == (4, 4, 1, True)
    assert marks(ctx, *ids) == [Integrity.VERIFIED, Integrity.VERIFIED, Integrity.CHANGED]
    assert not ctx.rolling.roll().size
    clock.advance(timedelta(days=31))
    assert ctx.rolling.roll().size
    assert ctx.rolling.state().done == 0


def test_names_that_are_no_text_are_taken_or_refused(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    piece = add(ctx, case_id, b"as it was")
    place(ctx, piece).unlink()
    ctx.integrity.verify(case_id)
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb0\xa2.jpg"))
    source.write_bytes(b"as it was")
    assert ctx.integrity.restore(piece, source) == 1
    assert verify_store(ctx.store).holds
    for name in ("\ud800.txt", "a\0b.txt"):
        with pytest.raises(EnvironmentFault, match="file_unwritable"):
            ctx.integrity.save_report("x", tmp_path / name)
        with pytest.raises(EnvironmentFault, match="file_unwritable"):
            ctx.evidence.write_copy(ctx.evidence.find_evidence(piece), tmp_path / name)
