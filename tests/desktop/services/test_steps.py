"""Steps: in their order, left out or done all the same with a reason, handed on; what follows from each, and undo."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.context import AppContext
from desktop.services.entered_clocks import EnteredClock
from desktop.services.step_signs import amount_to_pay
from desktop.words import sentence
from models.clock import FixedClock
from models.errors import UserError
from models.kinds import ClockStatus, Problem, Role, StepState, WaitingOn
from models.records import Clock, Step
from models.store.verify import verify_store
from tests.desktop.services.resolution_cases import open_case, walk_through

ROAD: tuple[tuple[str, str, Role, str], ...] = (
    ("buyer_sends_back", "", Role.AFTER_SALES, ""),
    ("inspect_return", "buyer_sends_back", Role.WAREHOUSE, ""),
    ("pay_refund_after_return", "inspect_return", Role.FINANCE, "return_answer"),
    ("extend_trade", "", Role.AFTER_SALES, ""),
)


def steps_of(ctx: AppContext) -> dict[str, Step]:
    return {step.rule: step for step in ctx.cases.load_page(1).steps if step.rule}


def clock_of(ctx: AppContext, rule: str) -> Clock:
    return next(clock for clock in ctx.cases.load_page(1).clocks if clock.rule == rule)


def said(ctx: AppContext, language: str = "zh") -> list[str]:
    return [sentence(event, language) for event in ctx.cases.load_page(1).timeline]


@pytest.fixture
def road(ctx: AppContext) -> dict[str, int]:
    """A decided return whose steps are: sent back, inspected, refunded; and the trade to extend."""
    case_id = open_case(ctx, Problem.NO_REASON)
    walk = walk_through(ctx, case_id, {})
    offer = walk.conclusion.remedies[0]
    ctx.resolutions.finish(walk, remedy_id=offer.id, operation="decided", language="zh")
    now = ctx.clock.now()

    def lay(transaction: Any) -> dict[str, int]:
        for step in ctx.cases.load_page(case_id).steps:
            transaction.remove("step", step.id)
        transaction.insert(
            "clock", case_id=case_id, rule="auto_confirm", label_zh="自动确认收货", label_en="Automatic confirmation",
            who=WaitingOn.PLATFORM, started_at=now, due_at=now + timedelta(days=8), pack="taobao 1",
        )  # fmt: skip
        transaction.update("case", case_id, waiting_on=WaitingOn.BUYER)
        return {
            rule: transaction.insert(
                "step", case_id=case_id, position=place, title_zh=f"做{rule}", title_en=f"do {rule}", role=role,
                after=after, rule=rule, due_rule=due, due_at=now + timedelta(days=5) if due else None,
            )
            for place, (rule, after, role, due) in enumerate(ROAD)
        }  # fmt: skip

    found = ctx.bench.act("draft_saved", lay, undoable=False)
    ctx.undo.clear()
    return found


def test_a_refund_is_refused_until_the_goods_are_back_and_inspected(ctx: AppContext, road: dict[str, int]) -> None:
    with pytest.raises(UserError, match="step_blocked") as refused:
        ctx.steps.complete(road["pay_refund_after_return"])
    assert refused.value.values["missing"] == [{"zh": "做inspect_return", "en": "do inspect_return"}]
    assert ctx.undo.peek_undo() is None
    ctx.steps.complete(road["buyer_sends_back"])
    ctx.steps.complete(road["inspect_return"])
    ctx.steps.complete(road["pay_refund_after_return"])
    assert {step.state for rule, step in steps_of(ctx).items() if rule != "extend_trade"} == {StepState.DONE}


def test_it_can_be_done_all_the_same_with_a_reason(ctx: AppContext, road: dict[str, int]) -> None:
    ctx.steps.complete(road["pay_refund_after_return"], anyway="主管同意先退")
    step = steps_of(ctx)["pay_refund_after_return"]
    assert (step.state, step.note, step.done_by) == (StepState.DONE, "主管同意先退", "小满")
    assert "未等“做inspect_return”就完成：做pay_refund_after_return；理由：主管同意先退" in said(ctx)
    ctx.bench.undo_last()
    step = steps_of(ctx)["pay_refund_after_return"]
    assert (step.state, step.note) == (StepState.OPEN, "")


def test_who_acts_next_follows_and_goes_back_with_undo(ctx: AppContext, road: dict[str, int]) -> None:
    def waiting() -> WaitingOn:
        return ctx.cases.load_page(1).case.waiting_on

    ctx.steps.complete(road["buyer_sends_back"])
    assert waiting() is WaitingOn.WAREHOUSE
    ctx.steps.complete(road["inspect_return"])
    assert waiting() is WaitingOn.US
    ctx.bench.undo_last()
    assert waiting() is WaitingOn.WAREHOUSE
    ctx.cases.change_waiting_on(1, WaitingOn.PLATFORM)
    ctx.steps.complete(road["inspect_return"])
    assert waiting() is WaitingOn.PLATFORM


def test_a_step_done_meets_its_clock_and_late_it_misses_it(
    ctx: AppContext, road: dict[str, int], clock: FixedClock
) -> None:
    pay = road["pay_refund_after_return"]
    ctx.steps.complete(pay, anyway="急")
    assert clock_of(ctx, "return_answer").status is ClockStatus.MET
    ctx.steps.complete(pay, anyway="再点一次")
    assert steps_of(ctx)["pay_refund_after_return"].note == "急"
    ctx.steps.reopen(pay)
    assert clock_of(ctx, "return_answer").status is ClockStatus.RUNNING
    clock.advance(timedelta(days=6))
    ctx.steps.complete(pay, anyway="急")
    assert clock_of(ctx, "return_answer").status is ClockStatus.MISSED
    ctx.bench.undo_last()
    assert clock_of(ctx, "return_answer").status is ClockStatus.RUNNING
    assert verify_store(ctx.store).holds


def test_a_return_done_to_its_end_leaves_no_clock_of_the_shop_running(ctx: AppContext, clock: FixedClock) -> None:
    case_id = open_case(ctx, Problem.NO_REASON)
    walk = walk_through(ctx, case_id, {})
    ctx.resolutions.finish(walk, remedy_id=walk.conclusion.remedies[0].id, operation="decided", language="zh")
    ids = {rule: step.id for rule, step in steps_of(ctx).items()}
    assert clock_of(ctx, "return_answer").status is ClockStatus.RUNNING
    ctx.steps.complete(ids["send_return_address"])
    assert clock_of(ctx, "return_answer").status is ClockStatus.MET, "sending the address agrees to the return"
    assert clock_of(ctx, "buyer_ship").status is ClockStatus.RUNNING
    clock.advance(timedelta(days=1))
    ctx.steps.complete(ids["buyer_sends_back"])
    assert clock_of(ctx, "buyer_ship").status is ClockStatus.MET
    ctx.steps.complete(ids["inspect_return"])
    assert clock_of(ctx, "refund_by").status is ClockStatus.RUNNING
    ctx.steps.complete(ids["pay_refund_after_return"])
    assert clock_of(ctx, "refund_by").status is ClockStatus.MET
    late = [each.rule for each in ctx.cases.load_page(case_id).clocks if each.status is ClockStatus.RUNNING]
    assert {clock_of(ctx, rule).who for rule in late} == {WaitingOn.BUYER}
    ctx.steps.reopen(ids["pay_refund_after_return"])
    assert clock_of(ctx, "refund_by").status is ClockStatus.RUNNING
    assert clock_of(ctx, "return_answer").status is ClockStatus.MET, "the address was sent all the same"
    clock.advance(timedelta(days=30))
    ctx.steps.complete(ids["pay_refund_after_return"])
    assert clock_of(ctx, "refund_by").status is ClockStatus.MISSED
    assert verify_store(ctx.store).holds


def test_a_refund_paid_before_the_goods_are_back_starts_no_clock_for_it(ctx: AppContext) -> None:
    case_id = open_case(ctx, Problem.NO_REASON)
    walk = walk_through(ctx, case_id, {})
    ctx.resolutions.finish(walk, remedy_id=walk.conclusion.remedies[0].id, operation="decided", language="zh")
    ids = {rule: step.id for rule, step in steps_of(ctx).items()}
    ctx.steps.complete(ids["pay_refund_after_return"], anyway="老客户")
    ctx.steps.complete(ids["inspect_return"], anyway="当面收到")
    rules = [each.rule for each in ctx.cases.load_page(case_id).clocks]
    assert "refund_by" not in rules
    ctx.steps.reopen(ids["pay_refund_after_return"])
    assert clock_of(ctx, "refund_by").status is ClockStatus.RUNNING


def test_a_clock_that_moves_takes_its_step_along(ctx: AppContext, road: dict[str, int], clock: FixedClock) -> None:
    due = steps_of(ctx)["pay_refund_after_return"].due_at
    assert due is not None
    answer = clock_of(ctx, "return_answer")
    ctx.clocks.pause(answer.id)
    clock.advance(timedelta(days=2))
    ctx.clocks.resume(answer.id)
    assert steps_of(ctx)["pay_refund_after_return"].due_at == due + timedelta(days=2)


def test_extending_the_trade_moves_the_platforms_clock_once(ctx: AppContext, road: dict[str, int]) -> None:
    before = clock_of(ctx, "auto_confirm").due_at
    ctx.steps.complete(road["extend_trade"])
    assert clock_of(ctx, "auto_confirm").due_at == before + timedelta(days=10)
    assert any(each.startswith("交易延长 10 天：自动确认收货") for each in said(ctx))
    ctx.steps.reopen(road["extend_trade"])
    assert clock_of(ctx, "auto_confirm").due_at == before
    ctx.bench.undo_last()
    assert clock_of(ctx, "auto_confirm").due_at == before + timedelta(days=10)
    ctx.bench.undo_last()
    assert clock_of(ctx, "auto_confirm").due_at == before


def test_an_entered_date_of_the_platform_is_put_off_as_well(ctx: AppContext, road: dict[str, int]) -> None:
    due = ctx.clock.now() + timedelta(days=3)
    given = EnteredClock("自动确认收货", WaitingOn.PLATFORM, due, auto_confirm=True)
    other = EnteredClock("平台审核", WaitingOn.PLATFORM, due)
    moved, kept = ctx.clocks.enter(1, given), ctx.clocks.enter(1, other)
    ctx.steps.complete(road["extend_trade"])
    ends = {clock.id: clock.due_at for clock in ctx.cases.load_page(1).clocks}
    assert (ends[moved], ends[kept]) == (due + timedelta(days=10), due)


def test_a_trade_that_was_successful_cannot_be_extended(ctx: AppContext, road: dict[str, int]) -> None:
    before = clock_of(ctx, "auto_confirm").due_at
    page = ctx.cases.load_page(1)
    assert page.resolution is not None
    facts = {**page.resolution.facts, "trade_success": True}
    ctx.bench.act("draft_saved", lambda work: work.update("resolution", page.resolution.id, facts=facts))
    ctx.steps.complete(road["extend_trade"])
    assert clock_of(ctx, "auto_confirm").due_at == before
    assert "交易已成功，没有延长" in said(ctx)
    assert "The trade had succeeded already and was not extended" in said(ctx, "en")


def test_leaving_out_wants_a_reason_and_hands_on_what_it_waited_for(ctx: AppContext, road: dict[str, int]) -> None:
    with pytest.raises(UserError, match="text_empty"):
        ctx.steps.skip(road["inspect_return"], "  ")
    ctx.steps.skip(road["inspect_return"], "买家拍了开箱视频")
    step = steps_of(ctx)["inspect_return"]
    assert (step.state, step.note) == (StepState.SKIPPED, "买家拍了开箱视频")
    assert said(ctx, "en")[0] == "Left out: do inspect_return; reason: 买家拍了开箱视频"
    with pytest.raises(UserError, match="step_blocked"):
        ctx.steps.complete(road["pay_refund_after_return"])
    ctx.steps.complete(road["buyer_sends_back"])
    ctx.steps.complete(road["pay_refund_after_return"])
    ctx.steps.reopen(road["inspect_return"])
    assert steps_of(ctx)["inspect_return"].state is StepState.OPEN


def test_a_step_is_handed_to_a_person_and_gets_a_note(ctx: AppContext, road: dict[str, int]) -> None:
    inspect = road["inspect_return"]
    ctx.steps.assign(inspect, 2)
    ctx.steps.write_note(inspect, "箱子在 3 号货架")
    step = steps_of(ctx)["inspect_return"]
    assert (step.person_id, step.note) == (2, "箱子在 3 号货架")
    assert said(ctx)[:2] == ["步骤备注（做inspect_return）：箱子在 3 号货架", "做inspect_return 交给 老秋"]
    with pytest.raises(UserError, match="person_not_found"):
        ctx.steps.assign(inspect, 99)
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    step = steps_of(ctx)["inspect_return"]
    assert (step.person_id, step.note) == (None, "")


def test_what_a_step_pays_and_the_text_for_the_way_back(ctx: AppContext, road: dict[str, int]) -> None:
    page = ctx.cases.load_page(1)
    assert page.resolution is not None
    paid = {rule: amount_to_pay(step, page) for rule, step in steps_of(ctx).items()}
    assert paid.pop("pay_refund_after_return") == page.resolution.refund
    assert page.resolution.refund.minor > 0
    assert set(paid.values()) == {None}
    with pytest.raises(UserError, match="return_address_missing"):
        ctx.steps.return_text(1, "zh")
    ctx.bench.act("shop_changed", lambda work: work.update("shop", 1, return_address="杭州市云栖路 8 号 青禾仓"))
    text = ctx.steps.return_text(1, "zh")
    assert text.startswith("杭州市云栖路 8 号 青禾仓\n")
    assert "平邮" in text
    assert "surface mail" in ctx.steps.return_text(1, "en")


def test_the_lists_by_role_reach_steps_without_a_time_and_follow_who_has_a_step(
    ctx: AppContext, road: dict[str, int], clock: FixedClock
) -> None:
    def listed(role: Role) -> list[str]:
        return [each.step.rule for each in ctx.role_steps.lists()[role].steps]

    clock.advance(timedelta(days=5))
    lists = ctx.role_steps.lists()
    assert (ctx.today.board().steps_due, lists[Role.FINANCE].due) == (1, 1)
    assert listed(Role.FINANCE) == ["pay_refund_after_return"]
    assert listed(Role.WAREHOUSE) == ["inspect_return"]
    assert (sum(each.undated for each in lists.values()), lists[Role.WAREHOUSE].due) == (3, 0)
    assert [step.rule for step in lists[Role.FINANCE].steps[0].missing] == ["inspect_return"]
    ctx.steps.assign(road["pay_refund_after_return"], ctx.shops.person.id)
    found = [each for roles in ctx.role_steps.lists().values() for each in roles.steps]
    assert [each.person for each in found if each.step.rule == "pay_refund_after_return"] == ["小满"]
