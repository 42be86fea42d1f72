"""Tags: put on and taken off many cases in one action, renamed everywhere, refused kindly, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.services.case_tags import checked_tag
from desktop.words import phrase
from models.case_query import CaseQuery
from models.errors import UserError
from models.kinds import Problem

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def case_ids(ctx: AppContext) -> list[int]:
    """Three cases of one buyer."""
    buyer = ctx.store.database
    shop = ctx.shops.list_shops()[0].id
    buyer.execute_sql("INSERT INTO buyer (id, shop_id, nick) VALUES (1, ?, '花果山')", (shop,))
    return [ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=1) for _ in range(3)]


def tags(ctx: AppContext, case_id: int) -> tuple[str, ...]:
    return ctx.cases.load_rows([case_id])[case_id].tags


def test_many_cases_are_tagged_as_one_action(ctx: AppContext, case_ids: list[int]) -> None:
    ctx.case_tags.add_tags(case_ids[:1], ["易碎"])
    ctx.case_tags.change_tags(case_ids, add=["VIP", "复购"], remove=["易碎"])
    assert [set(tags(ctx, case_id)) for case_id in case_ids] == [{"VIP", "复购"}] * 3
    assert ctx.case_tags.count_tags() == {"VIP": 3, "复购": 3}
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert phrase(entry.code, entry.values, "zh") == "给 3 张售后单加标签：VIP、复购"
    assert phrase(entry.code, entry.values, "en") == "3 cases tagged: VIP, 复购"
    ctx.bench.undo_last()
    assert [tags(ctx, case_id) for case_id in case_ids] == [("易碎",), (), ()]
    ctx.bench.redo_last()
    assert ctx.case_tags.count_among(case_ids[:2]) == {"VIP": 2, "复购": 2}
    assert "tags_removed" in [event.action for event in ctx.cases.load_page(case_ids[0]).timeline]


def test_a_tag_is_found_by_search_once_it_is_on(ctx: AppContext, case_ids: list[int]) -> None:
    ctx.case_tags.add_tags(case_ids[1:2], ["易碎品"])
    assert list(ctx.cases.list_case_ids(CaseQuery(text="碎品"))) == [case_ids[1]]
    ctx.case_tags.remove_tags(case_ids, ["易碎品"])
    assert list(ctx.cases.list_case_ids(CaseQuery(text="碎品"))) == []


def test_the_spelling_in_use_is_taken_over(ctx: AppContext, case_ids: list[int]) -> None:
    ctx.case_tags.add_tags(case_ids[:1], ["VIP"])
    ctx.case_tags.add_tags(case_ids[1:], ["  vip "])
    assert ctx.case_tags.count_tags() == {"VIP": 3}
    with pytest.raises(UserError, match="tag_there"):
        ctx.case_tags.add_tags(case_ids, ["Vip"])
    assert ctx.case_tags.rename_tag("VIP", "大客户") == 3
    assert tags(ctx, case_ids[2]) == ("大客户",)
    ctx.bench.undo_last()
    assert tags(ctx, case_ids[2]) == ("VIP",)


def test_what_cannot_be_a_tag_is_refused(ctx: AppContext, case_ids: list[int]) -> None:
    for name, code in (
        ("", "tag_empty"), ("\u200b\ufeff", "tag_empty"), (" \u3000", "tag_empty"), ("a\x00b", "tag_has_controls"), ("a\nb", "tag_has_controls"),
        ("\u202eevil", "tag_has_controls"), ("\ud800", "tag_has_controls"), ("长" * 41, "tag_too_long"),
    ):  # fmt: skip
        with pytest.raises(UserError, match=code):
            ctx.case_tags.add_tags(case_ids, [name])
    with pytest.raises(UserError, match="tag_twice"):
        ctx.case_tags.add_tags(case_ids, ["a", "A"])
    ctx.case_tags.add_tags(case_ids[2:], [f"t{place}" for place in range(20)])
    with pytest.raises(UserError, match="too_many_tags") as refused:
        ctx.case_tags.add_tags(case_ids, ["one more"])
    assert refused.value.values["case"] == "A2611-0003"
    assert tags(ctx, case_ids[0]) == ()
    ctx.case_tags.add_tags(case_ids[:1], ["t1"])
    with pytest.raises(UserError, match="tag_taken"):
        ctx.case_tags.rename_tag("t2", "T1")
    with pytest.raises(UserError, match="tag_not_found"):
        ctx.case_tags.rename_tag("nobody", "x")
    assert checked_tag("e\u0301 👨‍👩‍👧 '\"&<b>") == "é 👨‍👩‍👧 '\"&<b>"
