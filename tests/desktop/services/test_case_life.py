"""The life of a case: what each move needs, many at once, reopening, disputes, archiving by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.services.case_life import ARCHIVE_AFTER, MoveAnswers
from desktop.services.case_moving import answered
from desktop.words import phrase
from models.clock import FixedClock
from models.errors import UserError
from models.kinds import CaseState, ClockStatus, DisputeOutcome, Platform, Problem, Role, StepState, WaitingOn
from models.rules.case_life import Need
from models.store import cases
from tests.desktop.services.shop_rows import broken_rules, shop_rows

if TYPE_CHECKING:
    from desktop.context import AppContext


def _step(ctx: AppContext, case_id: int) -> int:
    def work(transaction: object) -> int:
        return transaction.insert(  # type: ignore[attr-defined, no-any-return]
            "step", case_id=case_id, position=1, title_zh="核对底单", role=Role.AFTER_SALES, rule=""
        )

    return ctx.bench.act("step_noted", work)


def test_each_move_asks_for_what_it_needs_and_for_no_more(ctx: AppContext, case_id: int) -> None:
    def needs(state: CaseState) -> tuple[Need, ...]:
        return ctx.life.plan([case_id], state).needs

    assert needs(CaseState.OPEN) == ()
    assert needs(CaseState.WAITING) == (Need.WAITING_ON,)
    assert needs(CaseState.IN_DISPUTE) == (Need.DISPUTE,)
    assert needs(CaseState.IN_PROGRESS) == (Need.REASON_UNDECIDED,)
    assert needs(CaseState.DONE) == ()
    assert [clock.rule for clock in ctx.life.plan([case_id], CaseState.DONE).stops] == ["first_reply", "offer"]
    assert needs(CaseState.ARCHIVED) == (Need.REASON_ARCHIVE,)
    _step(ctx, case_id)
    assert needs(CaseState.DONE) == (Need.REASON_OPEN_STEPS,)
    with pytest.raises(UserError, match="move_needs"):
        ctx.life.move([case_id], CaseState.DONE)
    with pytest.raises(UserError, match="move_needs"):
        ctx.life.move([case_id], CaseState.WAITING, MoveAnswers(waiting_on=WaitingOn.US))
    ctx.life.move([case_id], CaseState.WAITING, MoveAnswers(waiting_on=WaitingOn.CARRIER))
    case = ctx.cases.load_page(case_id).case
    assert (case.state, case.waiting_on) == (CaseState.WAITING, WaitingOn.CARRIER)
    ctx.life.move([case_id], CaseState.OPEN)
    assert ctx.cases.load_page(case_id).case.waiting_on is WaitingOn.US


def test_a_dispute_takes_its_platform_and_date_and_ends_with_a_result(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    due = clock.now() + timedelta(hours=30)
    with pytest.raises(UserError, match="clock_due_past"):
        ctx.life.move([case_id], CaseState.IN_DISPUTE, MoveAnswers(platform=Platform.TAOBAO, dispute_due=clock.now()))
    ctx.life.move([case_id], CaseState.IN_DISPUTE, MoveAnswers(platform=Platform.TAOBAO, dispute_due=due))
    page = ctx.cases.load_page(case_id)
    assert [each.due_at for each in page.clocks if each.label_zh == "平台要求举证"] == [due]
    assert ctx.life.plan([case_id], CaseState.DONE).needs == (Need.OUTCOME,)
    ctx.life.move([case_id], CaseState.DONE, MoveAnswers(outcome=DisputeOutcome.WON))
    event = ctx.cases.load_page(case_id).timeline[0]
    assert phrase(event.action, event.details, "zh") == "介入结束：胜诉，状态改为 已完成 "
    before = shop_rows(ctx)
    ctx.bench.undo_last()
    ctx.bench.redo_last()
    assert shop_rows(ctx) == before


def test_of_many_those_that_can_are_named_and_the_others_with_their_reason(
    ctx: AppContext, case_id: int, order_id: int
) -> None:
    many = [ctx.cases.open_case(problem=Problem.LATE, order_id=order_id) for _ in range(3)]
    ctx.cases.change_state(many[:1], CaseState.IN_DISPUTE)
    plan = ctx.life.plan([case_id, *many], CaseState.ARCHIVED)
    assert (len(plan.ids), [each.reason for each in plan.refused]) == (3, ["move_refused"])
    with pytest.raises(UserError, match="move_refused"):
        ctx.life.move([case_id, *many], CaseState.ARCHIVED, MoveAnswers(reason="开错了"))
    ctx.life.move(plan.ids, plan.state, MoveAnswers(reason="开错了"))
    assert ctx.undo.peek_undo().values == {"count": 3, "state": "archived"}  # type: ignore[union-attr]
    assert broken_rules(ctx) == []


def test_reopening_wants_a_reason_and_lets_clocks_run_that_are_not_past(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    ctx.cases.change_state([case_id], CaseState.OPEN)
    ctx.cases.change_waiting_on(case_id, WaitingOn.BUYER)
    ctx.cases.change_state([case_id], CaseState.DONE)
    clock.advance(timedelta(hours=4))
    ctx.cases.change_state([case_id], CaseState.ARCHIVED)
    plan = ctx.life.plan([case_id], CaseState.OPEN)
    assert (plan.needs, [each.rule for each in plan.restarts]) == ((Need.REASON_REOPEN,), ["offer"])
    before = shop_rows(ctx)
    ctx.life.move([case_id], CaseState.OPEN, MoveAnswers(reason="买家又来问"))
    page = ctx.cases.load_page(case_id)
    assert (page.case.state, page.case.waiting_on, page.case.closed_at) == (CaseState.OPEN, WaitingOn.US, None)
    assert {each.rule: each.status for each in page.clocks}["offer"] is ClockStatus.RUNNING
    ctx.bench.undo_last()
    assert shop_rows(ctx) == before
    clock.advance(timedelta(hours=60))
    assert ctx.life.plan([case_id], CaseState.OPEN).restarts == ()


def test_waiting_on_moves_open_and_waiting_and_nothing_else(ctx: AppContext, case_id: int) -> None:
    def state(who: WaitingOn) -> CaseState:
        ctx.cases.change_waiting_on(case_id, who)
        return ctx.cases.load_page(case_id).case.state

    assert state(WaitingOn.BUYER) is CaseState.NEW
    ctx.cases.change_state([case_id], CaseState.OPEN)
    assert [state(who) for who in (WaitingOn.US, WaitingOn.CARRIER, WaitingOn.BUYER, WaitingOn.US)] == [
        CaseState.OPEN, CaseState.WAITING, CaseState.WAITING, CaseState.OPEN,
    ]  # fmt: skip
    ctx.cases.change_state([case_id], CaseState.IN_PROGRESS)
    assert state(WaitingOn.WAREHOUSE) is CaseState.IN_PROGRESS


def test_a_first_reply_answers_a_new_case_by_its_rule(ctx: AppContext, case_id: int) -> None:
    def reply() -> bool:
        return ctx.bench.act("reply_copied", lambda t: answered(t, cases.find_case(t.database, case_id)))

    assert reply() is True
    page = ctx.cases.load_page(case_id)
    assert page.case.state is CaseState.OPEN
    assert "R003-01" in phrase(page.timeline[0].action, page.timeline[0].details, "en")
    assert reply() is False
    ctx.bench.undo_last()
    assert ctx.cases.load_page(case_id).case.state is CaseState.NEW


def test_with_its_last_step_done_a_case_can_be_proposed_to_be_closed(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_state([case_id], CaseState.IN_PROGRESS)
    assert not ctx.life.steps_are_done(case_id)
    step = _step(ctx, case_id)
    assert not ctx.life.steps_are_done(case_id)
    ctx.steps.complete(step)
    assert ctx.life.steps_are_done(case_id)
    assert ctx.cases.load_page(case_id).case.state is CaseState.IN_PROGRESS
    assert ctx.cases.load_page(case_id).steps[0].state is StepState.DONE
    assert not ctx.life.steps_are_done(4711)


def test_done_cases_are_archived_by_themselves_only_where_the_shop_wants_it(
    ctx: AppContext, case_id: int, order_id: int, clock: FixedClock
) -> None:
    young = ctx.cases.open_case(problem=Problem.LATE, order_id=order_id)
    ctx.cases.change_state([case_id], CaseState.DONE)
    clock.advance(timedelta(days=29))
    ctx.cases.change_state([young], CaseState.DONE)
    clock.advance(timedelta(days=1, hours=1))
    assert ctx.life.archive_old() == 0
    ctx.settings.set(ARCHIVE_AFTER, 30)
    assert ctx.life.archive_old() == 1
    assert ctx.cases.load_page(case_id).case.state is CaseState.ARCHIVED
    assert ctx.cases.load_page(young).case.state is CaseState.DONE
    entry = ctx.undo.done()[0]
    assert ctx.bench.go_back_to(entry) == (entry,)
    assert phrase(entry.code, entry.values, "zh") == "自动归档 1 张售后单（已完成满 30 天）"
    assert ctx.life.archive_old() == 0
    clock.advance(timedelta(days=1))
    assert ctx.life.archive_old() == 1
    assert broken_rules(ctx) == []
