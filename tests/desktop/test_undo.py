"""Undo and redo through the services: everything an action changed comes back, nothing else, and what moved on is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from models.case_query import CaseQuery, CaseView
from models.clock import FixedClock
from models.errors import UserError
from models.kinds import CaseState, Consent, EvidenceSource, Problem, Role, Tier
from models.store.verify import verify_store

if TYPE_CHECKING:
    from desktop.context import AppContext


def _picture(ctx: AppContext) -> dict[str, list[Any]]:
    """All rows that a list shows, without the time of the last change, which undo moves on."""
    database = ctx.store.database
    names = [row[0] for row in database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    shown: dict[str, list[Any]] = {}
    for name in names:
        if name.startswith(("history", "case_search", "buyer_search", "sqlite_")):
            continue
        columns = [row[1] for row in database.execute_sql(f'PRAGMA table_info("{name}")')]
        kept = ", ".join(f'"{column}"' for column in columns if column not in ("updated_at", "deleted_at"))
        where = "WHERE deleted_at IS NULL" if "deleted_at" in columns else ""
        shown[name] = database.execute_sql(f'SELECT {kept} FROM "{name}" {where}').fetchall()
    return shown


def _found(ctx: AppContext, text: str) -> list[int]:
    return list(ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL, text=text)))


def _second_case(ctx: AppContext, order_id: int) -> int:
    return ctx.cases.open_case(problem=Problem.MISSING_ITEM, order_id=order_id)


_ACTIONS: dict[str, Callable[[AppContext, int, int], object]] = {
    "open": lambda ctx, case, order: _second_case(ctx, order),
    "state": lambda ctx, case, order: ctx.cases.change_state([case], CaseState.DONE),
    "assign": lambda ctx, case, order: ctx.cases.assign([case], 2),
    "problem": lambda ctx, case, order: ctx.cases.change_problem(case, Problem.LOST),
    "summary": lambda ctx, case, order: ctx.cases.change_summary(case, "其实是三只"),
    "note": lambda ctx, case, order: ctx.cases.add_note(case, "等仓库称重"),
    "evidence": lambda ctx, case, order: ctx.intake.add_bytes(case, b"x", "a.bin", EvidenceSource.PASTED),
    "tier": lambda ctx, case, order: ctx.call_backs.set_tier(1, Tier.V2),
    "consent": lambda ctx, case, order: ctx.call_backs.set_consent(1, Consent.GIVEN),
    "shop": lambda ctx, case, order: ctx.shops.change_shop(1, name="别名"),
    "leave": lambda ctx, case, order: ctx.shops.deactivate(2),
}


@pytest.mark.parametrize("name", sorted(_ACTIONS))
def test_undo_brings_all_back_and_redo_does_it_again(ctx: AppContext, case_id: int, order_id: int, name: str) -> None:
    before = _picture(ctx)
    _ACTIONS[name](ctx, case_id, order_id)
    after = _picture(ctx)
    assert after != before
    for _ in range(2):
        assert ctx.bench.undo_last() is not None
        assert _picture(ctx) == before
        assert ctx.bench.redo_last() is not None
        assert _picture(ctx) == after
    assert verify_store(ctx.store).holds


def test_search_and_clocks_follow_undo_and_redo(ctx: AppContext, case_id: int) -> None:
    due = ctx.cases.load_rows([case_id])[case_id].next_due_at
    ctx.cases.add_note(case_id, "雾釉裂纹")
    ctx.cases.change_state([case_id], CaseState.DONE)
    assert ctx.cases.load_rows([case_id])[case_id].next_due_at is None
    ctx.bench.undo_last()
    assert ctx.cases.load_rows([case_id])[case_id].next_due_at == due
    ctx.bench.undo_last()
    assert _found(ctx, "雾釉裂纹") == []
    ctx.bench.redo_last()
    assert _found(ctx, "雾釉裂纹") == [case_id]


def test_many_cases_are_one_action(ctx: AppContext, case_id: int, order_id: int) -> None:
    others = [_second_case(ctx, order_id) for _ in range(3)]
    ctx.cases.change_state([case_id, *others], CaseState.IN_PROGRESS)
    entry = ctx.bench.undo_last()
    assert entry is not None
    assert (entry.code, entry.values["count"]) == ("states_changed", 4)
    assert {row.state for row in ctx.cases.load_rows([case_id, *others]).values()} == {CaseState.NEW}


def test_nothing_is_moved_if_one_of_many_may_not(ctx: AppContext, case_id: int, order_id: int) -> None:
    other = _second_case(ctx, order_id)
    ctx.cases.change_state([other], CaseState.ARCHIVED)
    before = _picture(ctx)
    with pytest.raises(UserError, match="move_refused"):
        ctx.cases.change_state([case_id, other], CaseState.WAITING)
    assert _picture(ctx) == before


def test_what_somebody_changed_meanwhile_is_not_overwritten(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_summary(case_id, "两只")
    ctx.bench.act(
        "summary_changed", lambda transaction: transaction.update("case", case_id, summary="三只"), undoable=False
    )
    with pytest.raises(UserError, match="changed_since"):
        ctx.bench.undo_last()
    assert ctx.cases.load_page(case_id).case.summary == "三只"
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert entry.code == "case_opened"


def test_a_new_action_ends_redo(ctx: AppContext, case_id: int) -> None:
    ctx.cases.add_note(case_id, "一")
    ctx.bench.undo_last()
    ctx.cases.add_note(case_id, "二")
    assert ctx.bench.redo_last() is None
    assert [note.text for note in ctx.cases.load_page(case_id).notes] == ["二"]


def test_history_tells_what_was_undone_and_by_whom(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    ctx.cases.add_note(case_id, "一")
    clock.advance(timedelta(minutes=1))
    ctx.shops.choose_person(2)
    ctx.bench.undo_last()
    newest, noted = ctx.cases.load_page(case_id).timeline[:2]
    assert (newest.action, newest.details["code"], newest.person) == ("undone", "note_added", "老秋")
    assert (noted.action, noted.details["text"], noted.person) == ("note_added", "一", "小满")


def test_a_draft_dropped_by_an_action_comes_back_with_undo(ctx: AppContext, case_id: int) -> None:
    """Finishing a resolution forgets the answers typed so far; taking it back must not lose them."""
    ctx.resolutions.save_draft(case_id, {"broken": 2, "note": "两只"})

    def finish(transaction: Any) -> None:
        transaction.update("case", case_id, summary="定了")
        transaction.drop_draft(case_id)

    ctx.bench.act("resolved", finish)
    assert ctx.cases.load_page(case_id).draft is None
    ctx.bench.undo_last()
    draft = ctx.cases.load_page(case_id).draft
    assert draft is not None
    assert draft.facts == {"broken": 2, "note": "两只"}
    ctx.bench.redo_last()
    assert ctx.cases.load_page(case_id).draft is None


def test_a_newer_draft_is_not_lost_to_undo(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    ctx.resolutions.save_draft(case_id, {"broken": 2})
    ctx.bench.act("resolved", lambda transaction: transaction.drop_draft(case_id))
    clock.advance(timedelta(minutes=1))
    ctx.resolutions.save_draft(case_id, {"broken": 3})
    ctx.bench.undo_last()
    ctx.bench.redo_last()
    draft = ctx.cases.load_page(case_id).draft
    assert draft is not None
    assert draft.facts == {"broken": 3}


def test_with_nothing_to_undo_nothing_happens(ctx: AppContext) -> None:
    ctx.undo.clear()
    assert ctx.bench.undo_last() is None
    assert ctx.bench.redo_last() is None


def test_an_action_that_could_not_be_taken_back_is_no_undoable_one(ctx: AppContext) -> None:
    before = ctx.shops.list_people()
    with pytest.raises(ValueError, match="taken back"):
        ctx.bench.act(
            "person_added",
            lambda transaction: transaction.insert("person", name="新人", initials="新", role=Role.WAREHOUSE),
        )
    assert ctx.shops.list_people() == before


def test_one_goes_back_to_an_action_and_forward_again(ctx: AppContext, case_id: int) -> None:
    for text in ("一", "二", "三"):
        ctx.cases.add_note(case_id, text)
    third, second, first, *_ = ctx.undo.done()
    assert ctx.bench.go_back_to(second) == (third, second)
    assert [note.text for note in ctx.cases.load_page(case_id).notes] == ["一"]
    assert (ctx.undo.done()[0], ctx.undo.undone()) == (first, (second, third))
    assert ctx.bench.go_back_to(third) == (second, third)
    assert len(ctx.cases.load_page(case_id).notes) == 3
    assert [event.action for event in ctx.cases.load_page(case_id).timeline[:4]] == ["redone"] * 2 + ["undone"] * 2


def test_what_can_no_longer_be_undone_is_named_and_the_rest_stays(ctx: AppContext, case_id: int) -> None:
    ctx.cases.add_note(case_id, "先")
    ctx.cases.change_summary(case_id, "两只")
    ctx.bench.act("summary_changed", lambda t: t.update("case", case_id, summary="三只"), undoable=False)
    with pytest.raises(UserError) as refused:
        ctx.bench.go_back_to(ctx.undo.done()[1])
    assert refused.value.values["action"] == "summary_changed"
    assert ctx.bench.undo_last() is not None
    assert ctx.cases.load_page(case_id).notes == ()
