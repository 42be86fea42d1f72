"""Evidence going to another case or standing in it too, and one action for many pieces."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from desktop.context import AppContext
from models.errors import NotFound, UserError
from models.evidence_query import EvidenceFilters, EvidenceQuery, EvidenceSort
from models.kinds import CaseState, Derivation, EvidenceSource, MediaKind, Problem
from models.store.verify import verify_store


def photo(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (20, 20), colour).save(out, "PNG")
    return out.getvalue()


def add(ctx: AppContext, case_id: int, colour: str) -> int:
    added = ctx.intake.add_bytes(case_id, photo(colour), f"{colour}.png", EvidenceSource.PASTED)
    assert added.evidence_id is not None
    return added.evidence_id


@pytest.fixture
def other(ctx: AppContext, case_id: int) -> int:
    return ctx.cases.open_case(problem=Problem.LOST, buyer_id=ctx.cases.load_page(case_id).case.buyer_id)


def numbers(ctx: AppContext, case_id: int) -> list[tuple[int, int | None, str]]:
    items = ctx.evidence.list_case_evidence(case_id)
    return sorted((item.number, item.exhibit, item.original_name) for item in items)


def codes(ctx: AppContext, case_id: int) -> list[str]:
    return [event.action for event in ctx.cases.load_page(case_id).timeline]


def test_moved_in_one_action_and_taken_back_in_one(ctx: AppContext, case_id: int, other: int) -> None:
    red, green, blue = (add(ctx, case_id, colour) for colour in ("red", "green", "blue"))
    twin = add(ctx, other, "blue")
    for each in (red, green, blue):
        ctx.evidence.set_exhibit(each, True)
    derived = ctx.intake.add_derived([red], photo("pink"), "made.png", Derivation.COPY)
    child = derived.evidence_id
    assert child is not None
    before = numbers(ctx, case_id), numbers(ctx, other)
    report = ctx.evidence_moving.move([red, blue, child], other)
    assert (report.there, report.doubles, report.parted) == ((red, child), (blue,), ())
    assert [item.exhibit for item in ctx.evidence.list_case_evidence(case_id)] == [1, 2]
    assert numbers(ctx, other) == [(1, None, "blue.png"), (2, None, "red.png"), (3, None, "made.png")]
    assert "evidence_moved_away" in codes(ctx, case_id)
    assert codes(ctx, other).count("evidence_moved") == 2
    # The numbers that went are not used again.
    assert ctx.evidence.find_evidence(add(ctx, case_id, "cyan")).number == 5
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert (numbers(ctx, case_id), numbers(ctx, other)) == before
    ctx.bench.redo_last()
    assert ctx.evidence.find_evidence(red).case_id == other
    assert ctx.evidence.find_evidence(twin).case_id == other
    assert verify_store(ctx.store).holds


def test_a_child_whose_parent_stays_is_said(ctx: AppContext, case_id: int, other: int) -> None:
    parent = add(ctx, case_id, "red")
    derived = ctx.intake.add_derived([parent], photo("pink"), "m.png", Derivation.COPY)
    child = derived.evidence_id
    assert child is not None
    report = ctx.evidence_moving.move([child], other)
    assert report.parted == (child,)
    assert ctx.evidence.find_evidence(child).parent_id == parent
    ctx.bench.undo_last()
    copied = ctx.evidence_moving.copy([parent, child], other)
    there = {item.original_name: item for item in ctx.evidence.list_case_evidence(other)}
    assert there["m.png"].parent_id == there["red.png"].id
    assert copied.parted == ()
    assert len(ctx.evidence.list_case_evidence(case_id)) == 2
    ctx.bench.undo_last()
    assert ctx.evidence.list_case_evidence(other) == ()


def test_what_rests_or_is_unknown_is_refused(ctx: AppContext, case_id: int, other: int) -> None:
    red = add(ctx, case_id, "red")
    with pytest.raises(NotFound):
        ctx.evidence_moving.move([red, 999_999], other)
    with pytest.raises(NotFound):
        ctx.evidence_moving.copy([red], 999_999)
    ctx.bench.act("state_changed", lambda change: change.update("case", case_id, state=CaseState.ARCHIVED))
    with pytest.raises(UserError, match="archived_stays"):
        ctx.evidence_moving.move([red], other)
    assert ctx.evidence_moving.copy([red], other).there
    ctx.bench.act("x", lambda change: change.update("case", other, merged_into=case_id), undoable=False)
    with pytest.raises(UserError, match="merged_stays"):
        ctx.evidence_moving.copy([add(ctx, case_id, "blue")], other)


def test_many_are_described_in_one_action(ctx: AppContext, case_id: int) -> None:
    ids = [add(ctx, case_id, colour) for colour in ("red", "green", "blue")]
    ctx.evidence.set_caption(ids[0], "已有")
    assert ctx.evidence.caption_many(ids, "外箱 ☃", only_empty=True) == 2
    assert ctx.evidence.tag_many(ids, "outer_box", toggle=True) == 3
    assert ctx.evidence.exhibit_many(ids) == 3
    assert [item.exhibit for item in map(ctx.evidence.find_evidence, ids)] == [1, 2, 3]
    assert ctx.evidence.tag_many(ids, "outer_box", toggle=True) == 3
    assert {item.tag for item in map(ctx.evidence.find_evidence, ids)} == {""}
    for _ in range(4):
        ctx.bench.undo_last()
    items = [ctx.evidence.find_evidence(each) for each in ids]
    assert [(item.caption, item.tag, item.exhibit) for item in items] == [
        ("已有", "", None),
        ("", "", None),
        ("", "", None),
    ]


def test_the_gallery_is_filtered_searched_and_sorted(ctx: AppContext, case_id: int, other: int) -> None:
    red, green, blue = (add(ctx, case_id, colour) for colour in ("red", "green", "blue"))
    far = add(ctx, other, "pink")
    ctx.evidence.set_caption(red, "100%_外箱'\"")
    ctx.evidence.set_tag(green, "outer_box")
    ctx.evidence.set_exhibit(blue, True)

    def found(
        text: str = "", sort: EvidenceSort = EvidenceSort.NUMBER, case: int | None = None, **filters: object
    ) -> list[int]:
        query = EvidenceQuery(text=text, sort=sort, case_id=case, filters=EvidenceFilters(**filters))  # type: ignore[arg-type]
        return list(ctx.evidence.list_ids(query))

    assert set(found()) == {red, green, blue, far}
    assert found("100%_外箱") == [red] == found("１００％")
    assert found("%") == [red]
    assert found("PINK.png") == [far]
    assert found("\0 ../") == found("🤷" * 1000) == []
    assert set(found(media=(MediaKind.PHOTO,), captioned=False)) == {green, blue, far}
    assert found(problems=(Problem.LOST,)) == [far]
    assert found(tags=("outer_box",)) == [green]
    assert found(exhibit=True) == [blue]
    assert found(as_imported=False) == found(derived=True) == found(skus=("x'",)) == found(buyers=(7,)) == []
    assert found(sort=EvidenceSort.NAME, case=case_id) == [red, blue, green]
    for sort in EvidenceSort:
        assert set(found(sort=sort)) == {red, green, blue, far}
        assert set(found(sort=sort, case=case_id)) == {red, green, blue}
