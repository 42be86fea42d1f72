"""Reviews from the list to the answer: taken in once, linked, followed, documented, and all of it undone by name."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.context import AppContext
from desktop.services.review_following import link_waiting_reviews
from desktop.services.review_texts import language_of_review
from models.clock import FixedClock
from models.errors import UserError
from models.kinds import Platform, Problem, RegisterKind
from models.register_kinds import ReviewOrigin, ReviewState, ReviewVerdict
from models.register_records import RegisterQuery
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from models.store.transaction import Transaction

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


def wait(ctx: AppContext) -> None:
    assert isinstance(ctx.clock, FixedClock)
    ctx.clock.advance(timedelta(minutes=1))


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


def test_an_order_that_comes_later_takes_its_review_and_a_later_list_brings_the_reply(ctx: AppContext) -> None:
    take_in(ctx)
    assert ctx.reviews.find(1).order_id is None
    order = ImportedOrder(
        number="700001", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=16800,
        buyer_nick="大圣", lines=(),
    )  # fmt: skip

    def bring(transaction: Transaction) -> int:
        import_orders(transaction, 1, [order])
        return link_waiting_reviews(transaction, 1)

    wait(ctx)
    assert ctx.bench.act("orders_imported", bring, undoable=False) == 1
    linked = ctx.reviews.find(1)
    assert linked.order_id is not None
    assert linked.buyer_id is not None
    assert linked.case_id is None
    # A case of the order takes it; the wizard then writes no second line.
    made = ctx.cases.open_case(problem=Problem.REVIEW, order_id=linked.order_id)
    assert ctx.reviews.find(1).case_id == made
    head, *rows = TABLE.splitlines()
    later = "\n".join([f"{head}\t商家回复", f"{rows[0]}\t已补寄", *(f"{row}\t" for row in rows[1:])])
    preview = ctx.reviews.preview_pasted(1, later)
    assert (len(preview.new), preview.answers) == (0, 1)
    assert ctx.reviews.take_in(preview, ReviewOrigin.PASTED).answered == 1
    assert (ctx.reviews.find(1).state, ctx.reviews.find(1).reply) == (ReviewState.ANSWERED, "已补寄")
    # Taken off its order by hand it stays off.
    ctx.reviews.link(1)
    wait(ctx)
    assert ctx.bench.act("orders_imported", bring, undoable=False) == 0


def test_the_line_of_the_wizard_gets_the_words_of_the_review(ctx: AppContext, case_id: int) -> None:
    def wizard(transaction: Transaction) -> int:
        return transaction.insert(
            "review", shop_id=1, case_id=case_id, verdict=ReviewVerdict.BAD, written_at=transaction.stamp.now,
            origin=ReviewOrigin.WIZARD, entered_at=transaction.stamp.now, entered_by="小满", digest="0" * 64,
        )  # fmt: skip

    row = ctx.bench.act("register_written", wizard)
    take_in(ctx)
    found = ctx.reviews.find(row)
    assert (found.text, found.rating, found.origin) == ("破损，不赔就差评", 1, ReviewOrigin.PASTED)
    assert [each.id for each in ctx.reviews.to_answer() if each.case_id == case_id] == [row]
    ctx.bench.undo_last()
    assert ctx.reviews.find(row).text == ""


def test_a_case_is_opened_from_a_review_and_one_of_another_shop_is_not_linked(ctx: AppContext, case_id: int) -> None:
    take_in(ctx)
    made = ctx.reviews.open_case(2)
    page = ctx.cases.load_page(made)
    assert (page.case.problem, page.case.summary) == (Problem.REVIEW, "好看，就是发货太慢")
    assert ctx.reviews.find(2).case_id == made
    for review, code in ((2, "review_has_case"), (4, "case_needs_order_or_buyer")):
        with pytest.raises(UserError) as refused:
            ctx.reviews.open_case(review)
        assert refused.value.code == code
    ctx.bench.undo_last()
    assert ctx.reviews.find(2).case_id is None
    other = ctx.shops.add_shop(name="二店", platform=Platform.TAOBAO)
    ctx.reviews.enter(other, text="差", verdict=ReviewVerdict.BAD)
    with pytest.raises(UserError) as alien:
        ctx.reviews.link(5, case_id=case_id)
    assert alien.value.code == "review_other_shop"


def test_how_a_review_was_judged_is_set_right_with_a_reason(ctx: AppContext) -> None:
    review_id = ctx.reviews.enter(1, text="还行", verdict=ReviewVerdict.BAD, rating=2, buyer_nick="大圣")
    wish = {"verdict": ReviewVerdict.NEUTRAL, "rating": 3, "item_title": "餐盘"}
    for reason, wrong, code in (("  ", {}, "text_empty"), ("点错", {"rating": 6}, "review_rating")):
        with pytest.raises(UserError, match=code):
            ctx.reviews.correct(review_id, reason, **wish | wrong)  # type: ignore[arg-type]
    ctx.reviews.correct(review_id, "录入时点错", **wish)  # type: ignore[arg-type]
    found = ctx.reviews.find(review_id)
    assert (found.verdict, found.rating, found.item_title, found.text) == (ReviewVerdict.NEUTRAL, 3, "餐盘", "还行")
    ctx.bench.undo_last()
    assert ctx.reviews.find(review_id).verdict is ReviewVerdict.BAD


def test_a_review_is_answered_in_its_own_language() -> None:
    said = {
        "裂了": "zh", "Broken on arrival": "en", "IKEA 同款 plate 裂了": "zh", "届いたら割れていた": "en",
        "접시가 깨졌어요": "en", "The 花果山 plate arrived broken, I want my money back": "en",
    }  # fmt: skip
    assert {text: language_of_review(text, "zh") for text in said} == said
    assert [language_of_review("5 ★ !!", other) for other in ("zh", "en")] == ["zh", "en"]


def test_another_text_and_order_are_set_right_and_what_came_stays_readable(ctx: AppContext, case_id: int) -> None:
    ctx.reviews.take_in(ctx.reviews.preview_pasted(1, TABLE), ReviewOrigin.PASTED)
    wish = {"verdict": ReviewVerdict.NEUTRAL, "rating": 3, "item_title": ""}
    ctx.reviews.correct(4, "买家改口", **wish, text="还行吧", order_number="700001")  # type: ignore[arg-type]
    found = ctx.reviews.find(4)
    assert (found.text, found.order_number, found.case_id) == ("还行吧", "700001", case_id)
    line = ctx.registers.sheet(RegisterQuery(RegisterKind.REVIEW, None)).lines
    told = {each.action: each.details for each in ctx.registers.events(next(row for row in line if row.id == 4))}
    assert told["review_text_corrected"]["was"] == "一般"
    assert told["review_corrected"]["before"] == {"text": "一般", "order_number": "799999"}
    assert ctx.reviews.preview_pasted(1, TABLE).new == (), "the same list brings nothing once more"
    ctx.reviews.correct(4, "订单号又不对", **wish, order_number="x" * 20)  # type: ignore[arg-type]
    assert (ctx.reviews.find(4).order_id, ctx.reviews.find(4).case_id) == (None, None)
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert (ctx.reviews.find(4).text, ctx.reviews.find(4).order_id) == ("一般", None)
