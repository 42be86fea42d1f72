"""Reviews from the list to the answer: taken in once, linked, followed, documented, and all of it undone by name."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.context import AppContext
from models.errors import UserError
from models.kinds import Platform, Problem
from models.register_kinds import ReviewOrigin, ReviewState, ReviewVerdict
from models.store.order_import import ImportedLine, ImportedOrder, import_orders

TABLE = (
    "订单号\t买家昵称\t评分\t评价内容\t评价时间\n"
    "700001\t大圣\t1\t破损，不赔就差评\t2026-11-18 10:00:00\n"
    "700002\t悟净\t5\t好看，就是发货太慢\t2026-11-19 10:00\n"
    "\t悟净\t4\t不错\t2026-11-19 11:00\n"
    "799999\t路人\t3\t一般\t2026-11-19 12:00\n"
)


@pytest.fixture
def case_id(ctx: AppContext) -> int:
    orders = [
        ImportedOrder(
            number=f"70000{at}", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=16800,
            created_at=datetime(2026, 11, 10, 3, 50, tzinfo=UTC), buyer_nick=nick,
            lines=(ImportedLine("雾釉餐盘", "QH-1", "苔青", 1, 16800, "2610B", 2310),),
        )
        for at, nick in ((1, "大圣"), (2, "悟净"))
    ]  # fmt: skip
    ctx.bench.act("orders_imported", lambda transaction: import_orders(transaction, 1, orders), undoable=False)
    found = ctx.cases.find_targets("700001")[0]
    return ctx.cases.open_case(problem=Problem.DAMAGED, order_id=found.order_id)


def take_in(ctx: AppContext) -> None:
    ctx.reviews.take_in(ctx.reviews.preview_pasted(1, TABLE), ReviewOrigin.PASTED)


def test_a_list_is_taken_in_once_and_finds_its_orders_cases_and_buyers(ctx: AppContext, case_id: int) -> None:
    preview = ctx.reviews.preview_pasted(1, TABLE)
    assert (len(preview.new), preview.known, preview.of_orders, preview.bad, preview.with_problems) == (4, 0, 2, 1, 1)
    assert ctx.reviews.take_in(preview, ReviewOrigin.PASTED).linked == 2
    again = ctx.reviews.preview_pasted(1, TABLE)
    assert (len(again.new), again.known) == (0, 4)
    assert ctx.reviews.take_in(again, ReviewOrigin.PASTED).added == 0
    bad = ctx.reviews.find(1)
    assert (bad.case_id, bad.item_title, bad.sku) == (case_id, "雾釉餐盘", "QH-1")
    assert (bad.state, bad.problems, bad.extortion) == (ReviewState.OPEN, (Problem.DAMAGED,), True)
    assert ctx.reviews.find(3).buyer_id == ctx.reviews.find(2).buyer_id is not None
    assert [each.id for each in ctx.reviews.to_answer()] == [4, 1]
    ctx.bench.undo_last()
    assert ctx.reviews.to_answer() == ()


def test_a_bad_one_is_followed_to_its_public_answer_and_stands_in_the_case(ctx: AppContext, case_id: int) -> None:
    take_in(ctx)
    ctx.reviews.mark_extortion(1, True, "要 50 元")
    ctx.reviews.report(1)
    ctx.reviews.answer(1, "已核对，补寄今日发出。")
    found = ctx.reviews.find(1)
    assert (found.state, found.reply, found.replied_by) == (ReviewState.ANSWERED, "已核对，补寄今日发出。", "小满")
    assert found.reported_at is not None
    told = [event.action for event in ctx.cases.load_page(case_id).timeline]
    assert {"review_answered", "review_extortion", "review_reported"} <= set(told)
    for _ in range(3):
        ctx.bench.undo_last()
    assert ctx.reviews.find(1).state is ReviewState.OPEN
    with pytest.raises(UserError) as refused:
        ctx.reviews.report(4)
    assert refused.value.code == "review_not_extortion"
    with pytest.raises(UserError) as early:
        ctx.reviews.answer(1, "x", ctx.clock.now() + timedelta(hours=1))
    assert early.value.code == "reply_in_future"


def test_problems_in_good_reviews_are_listed_until_somebody_looked(ctx: AppContext, case_id: int) -> None:
    take_in(ctx)
    assert [each.id for each in ctx.reviews.problems_of_day(date(2026, 11, 19))] == [2]
    assert ctx.reviews.problems_of_day(date(2026, 11, 18)) == ()
    assert ctx.reviews.see_problems([2, 2, 2]) == 1
    assert ctx.reviews.open_problems() == ()
    ctx.bench.undo_last()
    ctx.reviews.name_problems(2, [])
    assert ctx.reviews.open_problems() == ()


def test_one_typed_by_hand_is_linked_later_and_kept_once(ctx: AppContext, case_id: int) -> None:
    made = ctx.reviews.enter(1, text="掉色", verdict=ReviewVerdict.BAD, buyer_nick="新人", written_at=ctx.clock.now())
    ctx.reviews.link(made, case_id=case_id)
    found = ctx.reviews.find(made)
    assert found.order_id is not None
    assert found.buyer_id == ctx.cases.find_targets("700001")[0].buyer_id
    with pytest.raises(UserError) as refused:
        ctx.reviews.enter(1, text="掉色", verdict=ReviewVerdict.BAD, buyer_nick="新人", written_at=ctx.clock.now())
    assert refused.value.code == "review_known"
    ctx.reviews.remove(made)
    assert ctx.reviews.to_answer() == ()
