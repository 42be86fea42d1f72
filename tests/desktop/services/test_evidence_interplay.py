"""What one service does to the work of another: merging, moving, verifying, counting and undoing beside each other."""

from __future__ import annotations

import io
from datetime import timedelta
from functools import partial

import pytest
from PIL import Image

from desktop.context import AppContext
from desktop.services.evidence_intake import piece
from models.clock import FixedClock
from models.errors import EvidenceFault, UserError
from models.kinds import Derivation, EvidenceSource, Integrity, Problem, SnoozeEvent
from models.rules.weight_evidence import ParcelWeights, WeightLine
from models.store import evidence_marks, verify
from models.store.verify import EvidenceFinding, Progress


def photo(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (20, 20), colour).save(out, "PNG")
    return out.getvalue()


def add(ctx: AppContext, case_id: int, data: bytes, name: str = "a.bin") -> int:
    added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.PASTED)
    assert added.evidence_id is not None
    return added.evidence_id


@pytest.fixture
def other(ctx: AppContext, case_id: int) -> int:
    return ctx.cases.open_case(problem=Problem.LOST, buyer_id=ctx.cases.load_page(case_id).case.buyer_id)


WEIGHTS = ParcelWeights((WeightLine("盘", 1, 500, 10, missing=1),), waybill=600, packing=100)


def test_a_merged_case_takes_no_requests_no_weights_and_gives_nothing_away(
    ctx: AppContext, case_id: int, other: int
) -> None:
    double = add(ctx, other, b"same")
    add(ctx, case_id, b"same")
    third = ctx.cases.open_case(problem=Problem.LOST, buyer_id=ctx.cases.load_page(case_id).case.buyer_id)
    ctx.joining.merge(case_id, [other])
    assert ctx.evidence.find_evidence(double).case_id == other
    lost = [item.need.id for item in ctx.checklists.of_case(other).list.items]
    for attempt in (
        lambda: ctx.checklists.mark_asked(other, lost[:1]),
        lambda: ctx.weighings.save(other, WEIGHTS),
        lambda: ctx.evidence_moving.move([double], third),
    ):
        with pytest.raises(UserError, match="merged_stays"):
            attempt()
    assert ctx.evidence.find_evidence(double).case_id == other


def test_merging_keeps_what_pictures_were_made_of_and_the_photo_of_the_scale(
    ctx: AppContext, case_id: int, other: int
) -> None:
    twin = add(ctx, case_id, photo("red"))
    red, green = add(ctx, other, photo("red")), add(ctx, other, photo("green"))
    joined = ctx.intake.add_derived([green, red], photo("pink"), "long.png", Derivation.STITCHED).evidence_id
    assert joined is not None
    ctx.weighings.save(other, WEIGHTS, scale_evidence_id=red)
    ctx.joining.merge(case_id, [other])
    item = ctx.evidence.find_evidence(joined)
    assert (item.case_id, item.parent_id, item.made_of) == (case_id, green, (green, twin))
    shown = ctx.weighings.of_case(case_id)
    assert shown.kept is not None
    assert shown.kept.scale_evidence_id == twin
    ctx.bench.undo_last()
    assert ctx.evidence.find_evidence(joined).made_of == (green, red)
    kept = ctx.weighings.of_case(other).kept
    assert kept is not None
    assert kept.scale_evidence_id == red
    ctx.bench.redo_last()
    assert ctx.evidence.find_evidence(joined).made_of == (green, twin)


def test_a_wrong_clock_hides_nothing_from_the_rolling_check(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    clock.advance(timedelta(days=4000))
    item = add(ctx, case_id, b"imported in a wrong year")
    clock.advance(-timedelta(days=4000))
    path = ctx.store.files.path(ctx.evidence.find_evidence(item).sha256)
    path.chmod(0o600)
    path.write_bytes(b"changed")
    found: list[EvidenceFinding] = []
    for _ in range(20):
        part = ctx.rolling.roll()
        found += part.findings
        if not part.more:
            break
    assert [one.evidence_id for one in found] == [item]
    assert ctx.rolling.state().done == 1


def test_a_row_whose_hash_is_none_is_found_and_stops_nothing(ctx: AppContext, case_id: int) -> None:
    bad, good = add(ctx, case_id, b"bad"), add(ctx, case_id, b"good")
    with ctx.store.write(ctx.bench.stamp()) as transaction:
        transaction.database.execute_sql(  # type: ignore[no-untyped-call]
            "UPDATE evidence SET sha256 = upper(sha256) WHERE id = ?", (bad,)
        )
    check = ctx.integrity.verify()
    assert [(one.evidence_id, one.integrity) for one in check.findings] == [(bad, Integrity.MISSING)]
    assert check.checked == 2
    assert ctx.evidence.find_evidence(good).integrity is Integrity.VERIFIED


def test_a_whole_file_that_came_meanwhile_is_not_put_aside(ctx: AppContext, case_id: int) -> None:
    item = add(ctx, case_id, b"whole")
    path = ctx.store.files.path(ctx.evidence.find_evidence(item).sha256)
    path.chmod(0o600)
    path.write_bytes(b"damaged")
    for check in verify.check_files(ctx.store, evidence_marks.list_to_verify(ctx.store.database)):
        # The same file is imported into another case before the finding is noted.
        other = ctx.cases.open_case(problem=Problem.LOST, buyer_id=1)
        add(ctx, other, b"whole")
        assert ctx.integrity.note_file(check) == ()
    assert path.read_bytes() == b"whole"
    assert ctx.evidence.find_evidence(item).integrity is Integrity.VERIFIED


def test_a_count_read_before_a_change_is_not_kept_after_it(ctx: AppContext, case_id: int) -> None:
    need = ctx.checklists.of_case(case_id).list.items[0].need.id
    item = add(ctx, case_id, b"x")
    counted = ctx.checklists.count([case_id])
    # Written, but nobody was told yet: as an import does in a thread of its own.
    with ctx.store.write(ctx.bench.stamp()) as transaction:
        transaction.update("evidence", item, tag=need)
    assert not ctx.checklists.keep(counted)
    assert ctx.cases.load_rows([case_id])[case_id].evidence is None


def test_what_the_shop_copied_or_merged_is_no_pattern_of_the_buyer(ctx: AppContext, case_id: int, other: int) -> None:
    buyer = ctx.cases.load_page(case_id).case.buyer_id
    assert buyer is not None
    first = add(ctx, case_id, photo("red"))
    ctx.evidence_moving.copy([first], other)
    assert ctx.likeness.patterns(buyer) == ()
    again = add(ctx, other, photo("blue"))
    add(ctx, case_id, photo("blue"))
    assert len(ctx.likeness.patterns(buyer)) == 1
    ctx.joining.merge(case_id, [other])
    assert ctx.evidence.find_evidence(again).case_id == other
    assert ctx.likeness.patterns(buyer) == ()
    assert [one for one in ctx.likeness.seen_before(first).sightings if not one.same_case] == []
    assert ctx.likeness.counts([first]) == {}


def test_a_packet_checks_what_a_copy_was_made_of_wherever_that_stands(
    ctx: AppContext, case_id: int, other: int
) -> None:
    original = add(ctx, case_id, photo("red"), "a.png")
    copy = ctx.intake.add_derived([original], photo("pink"), "b.png", Derivation.REDACTED).evidence_id
    assert copy is not None
    ctx.evidence_moving.move([original], other)
    path = ctx.store.files.path(ctx.evidence.find_evidence(original).sha256)
    path.chmod(0o600)
    path.write_bytes(b"changed")
    with pytest.raises(EvidenceFault, match="evidence_changed"):
        ctx.packets.make_packet(case_id, out=None, evidence_ids=[copy])


def test_what_was_undone_during_an_import_is_not_counted_with_the_rest(ctx: AppContext, case_id: int) -> None:
    undone: list[object] = []

    def content(place: int) -> bytes:
        # So far ahead files are only copied once the first of them have their rows.
        if place == 109:
            undone.append(ctx.bench.undo_last())
            ctx.store.release()
        return b"%d" % place

    incoming = [piece(f"{place}.txt", partial(content, place)) for place in range(110)]
    ctx.intake.add_all(case_id, incoming, EvidenceSource.CHOSEN)
    entry = ctx.undo.done()[0]
    assert len(undone) == 1
    assert 0 < len(entry.changes) < 110
    assert entry.values["count"] == len(entry.changes) == len(ctx.evidence.list_case_evidence(case_id))
    ctx.bench.undo_last()
    assert ctx.evidence.list_case_evidence(case_id) == ()


def test_evidence_that_is_moved_to_a_case_that_waits_for_evidence_wakes_it(
    ctx: AppContext, case_id: int, other: int
) -> None:
    item = add(ctx, case_id, b"arrived under the wrong case")
    until = ctx.clock.now() + timedelta(days=3)
    ctx.snoozing.snooze([other], until, event=SnoozeEvent.EVIDENCE_ADDED)
    ctx.snoozing.snooze([case_id], until)
    ctx.evidence_moving.move([item], other)
    assert ctx.cases.load_page(other).case.snoozed_until is None
    assert ctx.cases.load_page(case_id).case.snoozed_until == until
    ctx.bench.undo_last()
    assert ctx.cases.load_page(other).case.snoozed_until == until


def test_what_one_check_found_good_before_does_not_hide_what_another_found_since(ctx: AppContext, case_id: int) -> None:
    item, last = add(ctx, case_id, b"read first"), add(ctx, case_id, b"read last")
    path = ctx.store.files.path(ctx.evidence.find_evidence(item).sha256)

    def damage(now: Progress) -> None:
        # The first is read and waits for its mark; it changes, and somebody else looks.
        if now.files == 1 and now.size == len(b"read first") and path.exists():
            path.chmod(0o600)
            path.write_bytes(b"changed")
            assert len(ctx.integrity.verify(evidence_ids=[item]).findings) == 1

    ctx.integrity.verify(evidence_ids=[item, last], progress=damage)
    assert ctx.evidence.find_evidence(item).integrity is Integrity.CHANGED
