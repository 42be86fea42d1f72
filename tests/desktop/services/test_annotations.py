"""Layers in the store: kept at once, told once a sitting, undone as one, and said when they cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.errors import NotFound, UserError
from models.kinds import EvidenceSource
from models.rules.annotations import Box, Layer, NumberMark, Sheet, TextLabel
from models.store.verify import verify_store

if TYPE_CHECKING:
    from desktop.context import AppContext

ONE = Layer((Sheet(100, 80, marks=(Box(points=((1, 1), (9, 9))),)),))
TWO = Layer((Sheet(100, 80, marks=(*ONE.sheets[0].marks, NumberMark(points=((5, 5),), legend="裂纹 '\" 😀"))),))


@pytest.fixture
def piece(ctx: AppContext, case_id: int) -> int:
    """A piece of evidence."""
    found = ctx.intake.add_bytes(case_id, b"a chat", "chat.txt", EvidenceSource.PASTED).evidence_id
    assert found is not None
    return found


def _told(ctx: AppContext, case_id: int) -> list[tuple[str, Any]]:
    events = ctx.cases.load_page(case_id).timeline
    return [(event.action, event.details.get("count")) for event in events if event.action.startswith("evidence_anno")]


def _spoil(ctx: AppContext, text: str) -> None:
    database: Any = ctx.store.database
    database.execute_sql("UPDATE annotation SET layer = ?", (text,))


def test_a_sitting_is_told_once_and_undone_as_one(ctx: AppContext, case_id: int, piece: int) -> None:
    before = ctx.evidence.find_evidence(piece)
    for layer in (ONE, TWO, ONE, TWO):
        ctx.annotations.save_layer(piece, layer)
        assert ctx.annotations.load_layer(piece) == layer
    assert _told(ctx, case_id) == []
    assert ctx.annotations.end_sitting(piece, Layer())
    assert not ctx.annotations.end_sitting(piece, TWO)
    assert _told(ctx, case_id) == [("evidence_annotated", 2)]
    assert ctx.annotations.count_marks([piece, 99]) == {piece: 2}
    ctx.bench.undo_last()
    assert ctx.annotations.load_layer(piece) == Layer()
    ctx.bench.redo_last()
    assert ctx.annotations.load_layer(piece) == TWO
    assert ctx.evidence.find_evidence(piece) == before
    assert verify_store(ctx.store).holds


def test_the_next_sitting_goes_on_from_there(ctx: AppContext, piece: int) -> None:
    ctx.annotations.save_layer(piece, ONE)
    ctx.annotations.end_sitting(piece, Layer())
    ctx.annotations.save_layer(piece, TWO)
    ctx.annotations.end_sitting(piece, ONE)
    ctx.annotations.save_layer(piece, Layer())
    ctx.annotations.end_sitting(piece, TWO)
    assert ctx.annotations.load_layer(piece) == Layer()
    for kept in (TWO, ONE, Layer()):
        ctx.bench.undo_last()
        assert ctx.annotations.load_layer(piece) == kept


def test_a_sitting_under_way_is_not_lost_to_undo(ctx: AppContext, piece: int) -> None:
    ctx.annotations.save_layer(piece, ONE)
    ctx.annotations.end_sitting(piece, Layer())
    ctx.annotations.save_layer(piece, TWO)
    with pytest.raises(UserError, match="changed_since"):
        ctx.bench.undo_last()
    assert ctx.annotations.load_layer(piece) == TWO


def test_a_layer_that_cannot_be_read_is_said_and_stays_until_cleared(ctx: AppContext, piece: int) -> None:
    ctx.annotations.save_layer(piece, ONE)
    ctx.annotations.end_sitting(piece, Layer())
    for text in ('{"version":1', "null", '{"sheets":[{}],"version":1}', '{"sheets":{"$":1}}'):
        _spoil(ctx, text)
        with pytest.raises(UserError, match="layer_damaged"):
            ctx.annotations.load_layer(piece)
        with pytest.raises(UserError, match="layer_damaged"):
            ctx.annotations.save_layer(piece, TWO)
        ctx.annotations.count_marks([piece])
    ctx.annotations.clear(piece)
    assert ctx.annotations.load_layer(piece) == Layer()
    ctx.bench.undo_last()
    with pytest.raises(UserError, match="layer_damaged"):
        ctx.annotations.load_layer(piece)


def test_what_cannot_be_kept_is_refused(ctx: AppContext, piece: int) -> None:
    for text, code in (("x\0", "text_has_nul"), ("\ud800", "text_not_unicode"), ("字" * 501, "text_too_long")):
        with pytest.raises(UserError, match=code):
            ctx.annotations.save_layer(piece, Layer((Sheet(9, 9, marks=(TextLabel(points=((1, 1),), text=text),)),)))
    with pytest.raises(UserError, match="layer_unusable"):
        ctx.annotations.save_layer(piece, Layer((Sheet(9, 9, marks=(Box(points=((5, 5), (1, 1))),)),)))
    with pytest.raises(NotFound):
        ctx.annotations.save_layer(4711, ONE)


def test_what_was_drawn_last_is_there_when_a_removal_is_undone(ctx: AppContext, piece: int) -> None:
    ctx.evidence.remove([piece])
    ctx.annotations.save_layer(piece, ONE)
    ctx.bench.undo_last()
    assert ctx.annotations.load_layer(piece) == ONE


def test_a_case_that_was_merged_is_not_drawn_on(ctx: AppContext, case_id: int, piece: int) -> None:
    database: Any = ctx.store.database
    database.execute_sql('UPDATE "case" SET merged_into = ? WHERE id = ?', (case_id, case_id))
    with pytest.raises(UserError, match="merged_stays"):
        ctx.annotations.save_layer(piece, ONE)
