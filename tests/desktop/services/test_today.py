"""The morning board: what it holds, in which order, in whose days, and when it gives an alarm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from desktop.context import AppContext
from desktop.services.today import end_of_day
from models.board_records import AlarmKind
from models.clock import FixedClock
from models.kinds import CaseState, Consent, Problem, Role, Tier
from models.store.transaction import Transaction


@pytest.fixture
def add_step(ctx: AppContext, case_id: int) -> Callable[..., int]:
    """Adds an open step to the case, due so many hours from now."""

    def add(title: str, hours: float | None, role: Role = Role.WAREHOUSE) -> int:
        due = None if hours is None else ctx.clock.now() + timedelta(hours=hours)
        return ctx.bench.act(
            "step_reopened",
            lambda transaction: transaction.insert(
                "step", case_id=case_id, position=1, title_zh=title, role=role, due_at=due
            ),
            undoable=False,
        )

    return add


def test_an_empty_shop_has_an_empty_board(ctx: AppContext) -> None:
    board = ctx.today.board()
    assert (board.overdue_total, board.due_soon_total, board.steps_due, board.calls_total) == (0, 0, 0, 0)
    assert board.alarms == ()
    assert (board.people, board.shops) == (2, 1)


def test_a_clock_runs_out_and_moves_from_due_to_overdue(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    board = ctx.today.board()
    assert [case.row.id for case in board.due_soon] == [case_id]
    assert board.due_soon[0].clock is not None
    assert board.due_soon[0].clock.rule == "first_reply"
    assert board.overdue == ()
    clock.advance(timedelta(minutes=6))
    board = ctx.today.board()
    assert ([case.row.id for case in board.overdue], board.due_soon_total) == ([case_id], 0)


def test_long_panels_say_how_many_there_are(ctx: AppContext, order_id: int) -> None:
    for _ in range(5):
        ctx.cases.open_case(problem=Problem.LATE, order_id=order_id)
    board = ctx.today.board(lines=3)
    assert (len(board.due_soon), board.due_soon_total) == (3, 5)


def test_steps_due_until_the_shops_midnight_are_counted_and_listed_latest_first(
    ctx: AppContext, add_step: Callable[..., int]
) -> None:
    tonight = add_step("今晚发出", 14, Role.AFTER_SALES)
    late = add_step("昨天就该核重", -20)
    add_step("明天再说", 15)
    add_step("没有期限", None)

    def listed(role: Role) -> list[int]:
        return [each.step.id for each in ctx.role_steps.lists()[role].steps if each.step.due_at is not None]

    assert ctx.today.board().steps_due == 2
    assert listed(Role.WAREHOUSE)[0] == late
    assert listed(Role.AFTER_SALES) == [tonight]
    (first, *_) = ctx.role_steps.lists()[Role.WAREHOUSE].steps
    assert (first.case_number, first.buyer_nick) == ("A2611-0001", "花果山_大圣01")
    ctx.steps.complete(late)
    assert ctx.today.board().steps_due == 1
    ctx.bench.undo_last()
    assert ctx.today.board().steps_due == 2


def test_steps_of_closed_cases_are_left_out(ctx: AppContext, case_id: int, add_step: Callable[..., int]) -> None:
    add_step("退款", -1)
    ctx.cases.change_state([case_id], CaseState.ARCHIVED)
    assert ctx.today.board().steps_due == 0


def test_the_day_ends_at_the_shops_midnight(clock: FixedClock) -> None:
    china, london = end_of_day(clock.now(), "Asia/Shanghai"), end_of_day(clock.now(), "Europe/London")
    assert china - clock.now() == timedelta(hours=14, minutes=18)
    assert london - china == timedelta(hours=8)


def test_late_calls_stand_before_todays(ctx: AppContext) -> None:
    def call_on(nick: str, day: date, at_time: str = "") -> None:
        def work(transaction: Transaction) -> None:
            buyer = transaction.insert(
                "buyer", shop_id=1, nick=nick, tier=Tier.V2, consent=Consent.GIVEN, phone="13800000000"
            )
            transaction.insert("call_back", buyer_id=buyer, due_on=day, at_time=at_time)

        ctx.bench.act("calls_planned", work, undoable=False)

    today = date(2026, 11, 20)
    call_on("any time", today)
    call_on("afternoon", today, "15:30")
    call_on("late", today - timedelta(days=5))
    call_on("tomorrow", today + timedelta(days=1))
    board = ctx.today.board()
    assert [(call.row.nick, call.late) for call in board.calls] == [("late", 5), ("afternoon", 0), ("any time", 0)]
    assert (board.calls_total, board.calls_late) == (3, 1)


def add_evidence(ctx: AppContext, case_id: int) -> int:
    """A row of evidence whose file is not there."""
    return ctx.bench.act(
        "evidence_added",
        lambda transaction: transaction.insert(
            "evidence", case_id=case_id, number=1, sha256="ab" * 32, size=3, original_name="a.jpg", media="photo",
            source="pasted", imported_at=ctx.clock.now(), imported_by="小满",
        ),
        undoable=False,
    )  # fmt: skip


def test_evidence_that_is_not_as_imported_is_an_alarm(ctx: AppContext, case_id: int) -> None:
    add_evidence(ctx, case_id)
    assert ctx.today.board().alarms == ()
    assert not ctx.integrity.verify_everything().holds
    (alarm,) = ctx.today.board().alarms
    assert (alarm.kind, alarm.case_number, alarm.count) == (AlarmKind.EVIDENCE_CHANGED, "A2611-0001", 1)


def test_data_not_checked_for_a_month_is_an_alarm_until_it_is(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    clock.advance(timedelta(days=31))
    assert ctx.today.board().alarms == (), "nothing is kept that could be checked"
    add_evidence(ctx, case_id)
    (alarm,) = ctx.today.board().alarms
    assert (alarm.kind, alarm.count) == (AlarmKind.NEVER_VERIFIED, 31)
    ctx.integrity.verify_everything()
    assert [alarm.kind for alarm in ctx.today.board().alarms] == [AlarmKind.EVIDENCE_CHANGED]


def test_a_check_is_good_for_thirty_days(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    ctx.integrity.verify_everything()
    add_evidence(ctx, case_id)
    clock.advance(timedelta(days=30))
    assert ctx.today.board().alarms == ()
    clock.advance(timedelta(days=1))
    (alarm,) = ctx.today.board().alarms
    assert (alarm.kind, alarm.count) == (AlarmKind.VERIFIED_LONG_AGO, 31)


def test_the_shop_chosen_at_the_top_right_limits_cases_and_steps(
    ctx: AppContext, case_id: int, add_step: Callable[..., int]
) -> None:
    add_step("补寄", -1)
    ctx.settings.set("shop", 2)
    board = ctx.today.board()
    assert (board.due_soon_total, board.steps_due) == (0, 0)
