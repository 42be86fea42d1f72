"""Clocks by hand and by fact: entered, changed, paused, met and missed, counted anew; each undone whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.context import AppContext
from desktop.services.entered_clocks import EnteredClock
from desktop.words import sentence, timeout_sentence
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import CaseState, ClockKind, ClockStatus, OrderStatus, Platform, Problem, WaitingOn
from models.records import Clock
from models.rules.clock_moves import note_words, years_not_announced
from models.store.order_import import ImportedOrder, import_orders
from models.store.verify import verify_store
from tests.desktop.services.resolution_cases import open_case, walk_through

REPLY = timedelta(days=6)


def entered(ctx: AppContext, **values: Any) -> EnteredClock:
    """The date by which a processor wants the evidence."""
    due = ctx.clock.now() + REPLY
    told: dict[str, Any] = {"label": "支付机构要求答复", "who": WaitingOn.US, "due_at": due, "on_timeout": "争议判负",
                            "warn_before": timedelta(days=3)}  # fmt: skip
    return EnteredClock(**(told | values))


def clock_of(ctx: AppContext, clock_id: int) -> Clock:
    return next(clock for clock in all_clocks(ctx) if clock.id == clock_id)


def all_clocks(ctx: AppContext) -> tuple[Clock, ...]:
    return ctx.cases.load_page(1).clocks


def said(ctx: AppContext, language: str = "zh") -> str:
    return sentence(ctx.cases.load_page(1).timeline[0], language)


def next_due(ctx: AppContext) -> datetime | None:
    return ctx.cases.load_rows([1])[1].next_due_at


@pytest.fixture
def quiet_case(ctx: AppContext, case_id: int) -> int:
    """A case whose first clocks are stopped."""
    for clock in all_clocks(ctx):
        ctx.clocks.stop(clock.id, "不适用")
    return case_id


def test_a_date_that_was_given_is_entered_changed_and_undone(ctx: AppContext, quiet_case: int) -> None:
    assert next_due(ctx) is None
    clock_id = ctx.clocks.enter(quiet_case, entered(ctx))
    found = clock_of(ctx, clock_id)
    assert (found.kind, found.who, found.due_at) == (ClockKind.ENTERED, WaitingOn.US, ctx.clock.now() + REPLY)
    assert found.warn_at == found.due_at - timedelta(days=3)
    assert timeout_sentence(found.on_timeout, "en") == "争议判负"
    assert said(ctx) == "录入时限：支付机构要求答复，2026-11-26 09:42 到期"
    assert next_due(ctx) == found.due_at
    later = found.due_at + timedelta(days=1)
    ctx.clocks.change(clock_id, entered(ctx, due_at=later))
    assert (next_due(ctx), clock_of(ctx, clock_id).warn_at) == (later, later - timedelta(days=3))
    assert said(ctx, "en") == "Clock changed: 支付机构要求答复, from 2026-11-26 09:42 to 2026-11-27 09:42"
    ctx.bench.undo_last()
    assert next_due(ctx) == found.due_at
    ctx.bench.undo_last()
    assert next_due(ctx) is None
    with pytest.raises(NotFound):
        ctx.clocks.meet(clock_id)
    assert verify_store(ctx.store).holds


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"label": "  "}, "text_empty"),
        ({"label": "x" * 200}, "text_too_long"),
        ({"due_at": datetime(2026, 11, 20, 1, 42, tzinfo=UTC)}, "clock_due_past"),
        ({"due_at": datetime(2056, 1, 1, tzinfo=UTC)}, "clock_due_far"),
        ({"warn_before": timedelta(days=31)}, "clock_warn_too_early"),
    ],
)
def test_a_date_that_cannot_be_is_refused(ctx: AppContext, case_id: int, values: dict[str, Any], code: str) -> None:
    before = all_clocks(ctx)
    with pytest.raises(UserError, match=code):
        ctx.clocks.enter(case_id, entered(ctx, **values))
    assert all_clocks(ctx) == before


def test_a_date_that_is_computed_cannot_be_typed_over(ctx: AppContext, case_id: int) -> None:
    with pytest.raises(UserError, match="clock_not_entered"):
        ctx.clocks.change(all_clocks(ctx)[0].id, entered(ctx))


def test_a_pause_takes_a_clock_out_of_what_is_due_and_moves_it_on(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    reply, offer = all_clocks(ctx)
    ctx.clocks.meet(reply.id)
    ctx.clocks.pause(offer.id, "送修")
    assert said(ctx) == "时限暂停：给出处理方案 送修"
    assert next_due(ctx) is None
    assert [each.status for each in all_clocks(ctx)] == [ClockStatus.PAUSED, ClockStatus.MET]
    with pytest.raises(UserError, match="clock_move_refused"):
        ctx.clocks.pause(offer.id)
    clock.advance(timedelta(days=3))
    assert ctx.today.board().overdue_total == 0
    assert ctx.clocks.moves_on(clock_of(ctx, offer.id))
    ctx.clocks.resume(offer.id)
    assert next_due(ctx) == offer.due_at + timedelta(days=3)
    assert "2026-11-22 09:42 变为 2026-11-25 09:42" in said(ctx)
    ctx.bench.undo_last()
    assert clock_of(ctx, offer.id).status is ClockStatus.PAUSED
    ctx.clocks.resume(offer.id, keep_date=True)
    assert next_due(ctx) == offer.due_at
    assert ctx.today.board().overdue_total == 1


def test_an_entered_date_stays_after_a_pause_unless_asked(ctx: AppContext, quiet_case: int, clock: FixedClock) -> None:
    clock_id = ctx.clocks.enter(quiet_case, entered(ctx))
    due = clock_of(ctx, clock_id).due_at
    ctx.clocks.pause(clock_id)
    clock.advance(timedelta(days=1))
    ctx.clocks.resume(clock_id)
    assert next_due(ctx) == due
    assert said(ctx) == "时限继续：支付机构要求答复，仍在 2026-11-26 09:42 到期"
    ctx.clocks.pause(clock_id)
    clock.advance(timedelta(days=1))
    ctx.clocks.resume(clock_id, keep_date=False)
    found = clock_of(ctx, clock_id)
    assert (found.due_at, found.warn_at) == (due + timedelta(days=1), due - timedelta(days=2))


def test_late_is_missed_and_stays_so_in_the_history(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    reply, offer = all_clocks(ctx)
    clock.advance(timedelta(minutes=6))
    ctx.cases.change_state([case_id], CaseState.OPEN)
    assert clock_of(ctx, reply.id).status is ClockStatus.MISSED
    told = [sentence(event, "zh") for event in ctx.cases.load_page(case_id).timeline]
    assert "时限已错过：首次响应，应在 2026-11-20 09:47 前" in told
    clock.advance(timedelta(days=3))
    ctx.bench.act("draft_saved", lambda work: work.update("shop", 1, time_zone="Europe/Berlin"), undoable=False)
    ctx.cases.change_state([case_id], CaseState.DONE)
    assert clock_of(ctx, offer.id).status is ClockStatus.MISSED
    told = [sentence(event, "zh") for event in ctx.cases.load_page(case_id).timeline]
    assert "时限已错过：给出处理方案，应在 2026-11-22 02:42 前" in told, "in the shop's zone, as all dates of clocks"
    ctx.bench.undo_last()
    assert clock_of(ctx, offer.id).status is ClockStatus.RUNNING
    ctx.clocks.meet(offer.id)
    assert clock_of(ctx, offer.id).status is ClockStatus.MISSED
    ctx.clocks.restart(offer.id)
    assert clock_of(ctx, offer.id).status is ClockStatus.RUNNING
    ctx.clocks.stop(offer.id, "买家撤回了申请")
    stopped = clock_of(ctx, offer.id)
    assert (stopped.status, note_words(stopped.note)) == (ClockStatus.STOPPED, "买家撤回了申请")


def test_closing_a_case_stops_what_was_still_in_time(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_state([case_id], CaseState.DONE)
    assert {each.rule: each.status for each in all_clocks(ctx)} == {
        "first_reply": ClockStatus.MET, "offer": ClockStatus.STOPPED,
    }  # fmt: skip


def test_stopping_wants_a_reason(ctx: AppContext, case_id: int) -> None:
    with pytest.raises(UserError, match="text_empty"):
        ctx.clocks.stop(all_clocks(ctx)[0].id, " ")


def test_a_warning_puts_a_case_on_the_board_before_its_last_day(
    ctx: AppContext, quiet_case: int, clock: FixedClock
) -> None:
    ctx.clocks.enter(quiet_case, entered(ctx))
    assert ctx.today.board().due_soon_total == 0
    clock.advance(timedelta(days=3))
    board = ctx.today.board()
    assert (board.due_soon_total, [case.row.id for case in board.due_soon]) == (1, [quiet_case])
    assert board.due_soon[0].due_at == clock.now() + timedelta(days=3)
    clock.advance(timedelta(days=2, hours=12))
    assert ctx.today.board().due_soon_total == 1
    clock.advance(timedelta(days=1))
    board = ctx.today.board()
    assert (board.due_soon_total, board.overdue_total) == (0, 1)


# Counted anew


@pytest.fixture
def decided(ctx: AppContext) -> int:
    """A no-reason return, decided; its clocks know what they count from."""
    case_id = open_case(ctx, Problem.NO_REASON)
    walk = walk_through(ctx, case_id, {})
    offer = walk.conclusion.remedies[0]
    ctx.resolutions.finish(walk, remedy_id=offer.id, operation="decided", language="zh")
    events = {plan.id: plan.event for plan in walk.conclusion.clocks}

    def tell(transaction: Any) -> None:
        for clock in all_clocks(ctx):
            if clock.status is ClockStatus.RUNNING and not clock.event and clock.rule in events:
                transaction.update("clock", clock.id, event=events[clock.rule])

    ctx.bench.act("draft_saved", tell, undoable=False)
    return case_id


Signed = Callable[[timedelta], None]


@pytest.fixture
def signed(ctx: AppContext) -> Signed:
    """Imports the order again: it was signed so much later."""

    def again(later: timedelta) -> None:
        order = ImportedOrder(
            number="2611120000000387", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
            status=OrderStatus.SHIPPED, signed_at=datetime(2026, 11, 18, 1, 42, tzinfo=UTC) + later,
        )  # fmt: skip

        def work(transaction: Any) -> None:
            import_orders(transaction, 1, [order])
            ctx.clocks.follow_orders(transaction, sorted(transaction.case_ids()))

        ctx.bench.act("orders_imported", work, undoable=False)

    return again


def test_a_fact_that_changes_moves_the_clocks_that_count_from_it(ctx: AppContext, decided: int, signed: Signed) -> None:
    before = {clock.rule: clock for clock in all_clocks(ctx)}
    window = before["no_reason_end"]
    paused = before["legal_end"]
    ctx.clocks.pause(paused.id)
    signed(timedelta(days=2))
    after = {clock.rule: clock for clock in all_clocks(ctx)}
    assert after["no_reason_end"].due_at == window.due_at + timedelta(days=2)
    assert after["no_reason_end"].started_at == window.started_at + timedelta(days=2)
    assert after["legal_end"].due_at == paused.due_at
    assert after["return_answer"] == before["return_answer"]
    told = [sentence(event, "zh") for event in ctx.cases.load_page(decided).timeline]
    counted = [each for each in told if each.startswith("时限重算")]
    assert any("2026-11-26 00:00 改为 2026-11-28 00:00" in each and "签收" in each for each in counted)
    assert len(counted) == sum(
        before[rule].due_at != clock.due_at for rule, clock in after.items() if rule in before
    )  # fmt: skip


def test_time_given_back_for_a_pause_stays_when_it_is_counted_anew(
    ctx: AppContext, decided: int, signed: Signed, clock: FixedClock
) -> None:
    before = by_rule(ctx)["no_reason_end"]
    ctx.clocks.pause(before.id)
    clock.advance(timedelta(days=1))
    ctx.clocks.resume(before.id)
    assert by_rule(ctx)["no_reason_end"].due_at == before.due_at + timedelta(days=2), "both days it touched"
    ctx.clocks.recompute(decided)
    assert by_rule(ctx)["no_reason_end"].due_at == before.due_at + timedelta(days=2)
    ctx.clocks.stop(before.id, "看错了")
    ctx.clocks.restart(before.id)
    signed(timedelta(days=3))
    assert by_rule(ctx)["no_reason_end"].due_at == before.due_at + timedelta(days=5)
    walk = walk_through(ctx, decided, {})
    ctx.resolutions.finish(walk, remedy_id=walk.conclusion.remedies[0].id, operation="again", language="zh")
    assert by_rule(ctx)["no_reason_end"].due_at == before.due_at + timedelta(days=5)
    assert note_words(by_rule(ctx)["no_reason_end"].note) == "看错了"


def test_an_import_that_says_nothing_new_counts_nothing(ctx: AppContext, decided: int, signed: Signed) -> None:
    events = len(ctx.cases.load_page(decided).timeline)
    signed(timedelta(0))
    assert len(ctx.cases.load_page(decided).timeline) == events
    # When it was agreed is known once it is decided: the buyer's time to send it back starts.
    assert ctx.clocks.recompute(decided) == 1
    assert by_rule(ctx)["buyer_ship"].who is WaitingOn.BUYER
    assert ctx.clocks.recompute(decided) == 0


def test_what_was_met_or_entered_stays(ctx: AppContext, decided: int, signed: Signed) -> None:
    window = next(clock for clock in all_clocks(ctx) if clock.rule == "no_reason_end")
    given = ctx.clocks.enter(decided, entered(ctx))
    ctx.clocks.meet(window.id)
    signed(timedelta(days=2))
    assert clock_of(ctx, window.id).due_at == window.due_at
    assert clock_of(ctx, given).due_at == ctx.clock.now() + REPLY


def test_a_year_without_announced_holidays_is_noted(ctx: AppContext, decided: int, signed: Signed) -> None:
    """The cautious reading of the seven days looks at the holidays of the year it ends in."""
    signed(timedelta(days=40))
    outer = next((clock for clock in all_clocks(ctx) if clock.rule == "legal_outer"), None)
    assert outer is not None
    assert years_not_announced(outer.note) == (2027,)


def by_rule(ctx: AppContext) -> dict[str, Clock]:
    """The newest clock of every rule."""
    return {clock.rule: clock for clock in sorted(all_clocks(ctx), key=lambda clock: clock.id)}


def test_a_step_that_tells_a_fact_starts_its_clock_and_stops_it_when_taken_back(ctx: AppContext, decided: int) -> None:
    """The law's seven days for the refund begin when the goods are back (CPL 25): nobody knew when at the decision."""
    inspect = next(step for step in ctx.cases.load_page(decided).steps if step.rule == "inspect_return")
    assert "refund_by" not in by_rule(ctx)
    ctx.steps.complete(inspect.id, anyway="仓库已当面收到")
    started = by_rule(ctx)["refund_by"]
    assert (started.status, started.event) == (ClockStatus.RUNNING, "received_back_at")
    assert started.due_at == datetime(2026, 11, 27, 16, tzinfo=UTC)
    told = [sentence(event, "zh") for event in ctx.cases.load_page(decided).timeline]
    assert any(each.startswith("开始计时：") and "2026-11-28 00:00" in each for each in told)
    ctx.steps.reopen(inspect.id)
    assert by_rule(ctx)["refund_by"].status is ClockStatus.STOPPED
    ctx.bench.undo_last()
    assert by_rule(ctx)["refund_by"].status is ClockStatus.RUNNING
    ctx.bench.undo_last()
    assert "refund_by" not in by_rule(ctx)
    ctx.steps.complete(inspect.id, anyway="仓库已当面收到")
    assert by_rule(ctx)["refund_by"].status is ClockStatus.RUNNING
    assert verify_store(ctx.store).holds


@pytest.mark.parametrize("asleep", [False, True])
def test_an_order_that_is_signed_after_the_decision_starts_what_counts_from_it(
    ctx: AppContext, signed: Signed, asleep: bool
) -> None:
    case_id = open_case(ctx, Problem.NO_REASON)
    order = ctx.cases.load_page(case_id).order
    assert order is not None
    ctx.bench.act("draft_saved", lambda work: work.update("order", order.id, signed_at=None), undoable=False)
    walk = walk_through(ctx, case_id, {})
    ctx.resolutions.finish(walk, remedy_id=walk.conclusion.remedies[0].id, operation="early", language="zh")
    assert "no_reason_end" not in by_rule(ctx)
    if asleep:
        ctx.snoozing.snooze([case_id], ctx.clock.now() + timedelta(days=2))
    signed(timedelta(0))
    assert by_rule(ctx)["no_reason_end"].status is ClockStatus.RUNNING
    count = len(all_clocks(ctx))
    signed(timedelta(hours=1))
    assert len(all_clocks(ctx)) == count
