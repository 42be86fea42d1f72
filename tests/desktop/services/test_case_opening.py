"""New cases: found by messy text, duplicates told before saving, buyers nobody knew, orders that come later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.context import AppContext
from desktop.importers import DraftOrder, ImportDraft
from desktop.services.case_opening import NewCase
from models.clock import FixedClock
from models.errors import UserError
from models.kinds import CaseState, LinkKind, OrderStatus, Platform, Problem
from models.records import CaseTarget
from models.rules.duplicates import Likeness

ORDER = "2611120003870"
LATER = DraftOrder(
    platform=Platform.TAOBAO, number="2611120000000005", buyer_nick="芭蕉洞_铁扇", buyer_phone="138****0005",
    status=OrderStatus.SHIPPED, paid=10_100, total=10_100,
)  # fmt: skip


def draft() -> ImportDraft:
    """A file with one order."""
    return ImportDraft(
        platform=Platform.TAOBAO, variant="made in a test", files=(), encoding="utf-8", orders=(LATER,), problems=(),
        rows_total=1, rows_good=1, unknown_columns=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "订单号：2611 1200 0387 0 手机138…",
        "2611120003870\t孙先生\t13800000387\t雾釉餐盘 8 寸\t168.00",
        "２６１１１２０００３８７０",
        "+86 138-0000-0387",
        "0086 13800000387",
        "快递 YQ0000 4471 9026",
        "4719026",
        "yq00004471",
        "261112",
        "3870",
        "0387",
        "买家ID：花果山_大圣01\n麻烦看一下",
        "  花果山_大圣01 ",
        "\u200b2611120003870\u202c",
    ],
)
def test_messy_text_leads_to_the_order(ctx: AppContext, order_id: int, typed: str) -> None:
    found = ctx.opening.find_targets(typed)
    assert found[0].order_number == ORDER
    assert (found[0].shop_id, found[0].lines) == (1, 1)


@pytest.mark.parametrize("typed", ["", " ", "\x00", "\ud83d", "'; DROP TABLE buyer", "%", "____", "9" * 5000, "🎁"])
def test_text_that_means_nothing_finds_nothing(ctx: AppContext, order_id: int, typed: str) -> None:
    assert ctx.opening.find_targets(typed) == ()


def test_a_phone_behind_stars_is_found_by_the_whole_one(ctx: AppContext) -> None:
    ctx.orders.commit_draft(draft())
    assert ctx.opening.find_targets("13812340005")[0].order_number == LATER.number
    assert ctx.opening.find_targets("13912340005") == ()


def open_one(ctx: AppContext, target: CaseTarget, problem: Problem = Problem.DAMAGED, **more: object) -> int:
    return ctx.opening.open(NewCase(problem, target.order_id, target.buyer_id, **more))  # type: ignore[arg-type]


def test_duplicates_are_told_by_how_likely_they_are(ctx: AppContext, clock: FixedClock, order_id: int) -> None:
    target = ctx.opening.find_targets(ORDER)[0]
    first = open_one(ctx, target)

    def told(problem: Problem | None, **more: bool) -> list[tuple[int, Likeness]]:
        return [(each.case.id, each.likeness) for each in ctx.opening.duplicates(target, problem, **more)]

    assert told(Problem.DAMAGED) == [(first, Likeness.VERY_LIKELY)]
    assert told(Problem.LATE) == told(None) == [(first, Likeness.LIKELY)]
    assert told(Problem.DAMAGED, alone=True) == [(first, Likeness.POSSIBLE)]
    assert told(Problem.LATE, alone=True) == []
    clock.advance(timedelta(days=15))
    assert told(Problem.DAMAGED, alone=True) == []
    ctx.cases.change_state([first], CaseState.OPEN)
    ctx.cases.change_state([first], CaseState.DONE)
    assert told(Problem.DAMAGED) == [(first, Likeness.VERY_LIKELY)]
    clock.advance(timedelta(days=31))
    assert told(Problem.DAMAGED) == []


def test_a_merged_case_counts_as_the_one_it_went_into(ctx: AppContext, order_id: int) -> None:
    target = ctx.opening.find_targets(ORDER)[0]
    merged, kept = open_one(ctx, target), ctx.opening.open(NewCase(Problem.REVIEW, buyer_id=target.buyer_id))
    with ctx.store.write(ctx.bench.stamp()) as transaction:
        transaction.update("case", merged, merged_into=kept, state=CaseState.ARCHIVED, shelf=0)
    found = ctx.opening.duplicates(target, Problem.DAMAGED)
    assert [(each.case.id, each.likeness) for each in found] == [(kept, Likeness.VERY_LIKELY)]


def test_a_case_of_some_items_linked_to_the_one_before(ctx: AppContext, order_id: int) -> None:
    with ctx.store.write(ctx.bench.stamp()) as transaction:
        transaction.insert_many("order_line", [
            {"order_id": order_id, "position": 1, "item_title": "马克杯", "unit_price": 3000, "quantity": 2},
        ])  # fmt: skip
    target = ctx.opening.find_targets(ORDER)[0]
    lines = ctx.opening.find_order(order_id).lines
    first = open_one(ctx, target)
    case_id = open_one(ctx, target, lines=(lines[1].id,), related=(first,))
    page = ctx.cases.load_page(case_id)
    assert page.case.at_stake.minor == 6000
    assert any(event.details.get("items") == ["马克杯"] for event in page.timeline)
    assert [(each.id, each.relation.value) for each in page.related] == [(first, LinkKind.RELATED.value)]
    ctx.bench.undo_last()
    assert not ctx.cases.load_page(first).related


def test_an_unknown_order_of_a_new_buyer_is_linked_when_it_comes(ctx: AppContext) -> None:
    buyer = ctx.opening.add_buyer(1, " 新买家_01 ", name="孙先生", phone="13800001234")
    assert ctx.opening.add_buyer(1, "新买家_01") == buyer
    case_id = ctx.opening.open(
        NewCase(Problem.LATE, buyer_id=buyer, order_number=f" {LATER.number[:4]} {LATER.number[4:]}\u200b")
    )
    page = ctx.cases.load_page(case_id)
    assert page.order is None
    assert {clock.rule for clock in page.clocks} == {"first_reply", "offer"}
    # In the shop's zone the fifth minute from now.
    first = next(clock for clock in page.clocks if clock.rule == "first_reply")
    assert first.due_at == page.case.opened_at + timedelta(minutes=5)
    [row] = ctx.cases.load_rows([case_id]).values()
    assert (row.order_number, row.buyer_nick) == (LATER.number, "新买家_01")
    again = CaseTarget(None, buyer, "", "新买家_01", "", None, None, "buyer")
    [found] = ctx.opening.duplicates(again, Problem.LATE, order_number=LATER.number)
    assert found.likeness is Likeness.VERY_LIKELY
    ctx.orders.commit_draft(draft())
    page = ctx.cases.load_page(case_id)
    assert page.order is not None
    assert page.order.number == LATER.number
    assert page.case.at_stake.minor == 10_100
    assert page.buyer is not None
    assert page.buyer.nick == "新买家_01"
    assert "order_linked" in {event.action for event in page.timeline}


@pytest.mark.parametrize(
    ("nick", "code"), [("", "text_empty"), ("\x00", "text_has_nul"), ("长" * 201, "text_too_long")]
)
def test_a_buyer_without_a_proper_id_is_refused(ctx: AppContext, nick: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        ctx.opening.add_buyer(1, nick)
    with pytest.raises(UserError, match="case_needs_order_or_buyer"):
        ctx.opening.open(NewCase(Problem.LATE))


def test_tails_are_served_by_an_index(ctx: AppContext, order_id: int) -> None:
    asked: list[str] = []
    database = ctx.store.database
    database.connection().set_trace_callback(asked.append)
    for typed in ("0387", "4719026", "hgs", "26111", "13800000387", "孙先生"):
        assert ctx.opening.find_targets(typed)
    database.connection().set_trace_callback(None)
    plans = [
        (sql, row[3])
        for sql in asked
        if sql.startswith("SELECT")
        for row in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}")
    ]
    assert len(plans) > 20
    assert [plan for plan in plans if plan[1].startswith("SCAN") and "VIRTUAL TABLE" not in plan[1]] == []


def test_problems_chosen_lately_are_counted(ctx: AppContext, order_id: int) -> None:
    assert ctx.opening.problem_counts() == {}
    open_one(ctx, ctx.opening.find_targets(ORDER)[0])
    assert ctx.opening.problem_counts() == {Problem.DAMAGED: 1}
