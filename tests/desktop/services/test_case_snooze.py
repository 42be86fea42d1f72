"""Snoozing: out of the open views, not out of sight; awake at its time, its event, or when somebody works on it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.services.case_life import MoveAnswers
from models.case_query import CaseQuery, CaseView
from models.clock import FixedClock, zone
from models.errors import UserError
from models.kinds import CaseState, EvidenceSource, Problem, Role, SnoozeEvent, WaitingOn
from models.rules.case_snooze import SnoozePreset
from tests.desktop.services.shop_rows import broken_rules, shop_rows

if TYPE_CHECKING:
    from desktop.context import AppContext

_HOUR = timedelta(hours=1)


def _held(ctx: AppContext) -> set[CaseView]:
    views = (
        CaseView.OPEN,
        CaseView.OVERDUE,
        CaseView.DUE_SOON,
        CaseView.IN_DISPUTE,
        CaseView.SNOOZED,
        CaseView.WAITING_BUYER,
    )
    return {view for view in views if ctx.cases.list_case_ids(CaseQuery(view=view))}


def test_a_sleeping_case_leaves_the_open_views_but_not_the_late_ones(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    before = shop_rows(ctx)
    ctx.snoozing.snooze([case_id], clock.now() + 3 * _HOUR, note="等快递回电")
    assert _held(ctx) == {CaseView.SNOOZED, CaseView.DUE_SOON}
    clock.advance(_HOUR)
    assert _held(ctx) == {CaseView.SNOOZED, CaseView.OVERDUE}
    assert [each.row.id for each in ctx.today.board().overdue] == [case_id]
    ctx.bench.undo_last()
    assert shop_rows(ctx) == before


def test_it_wakes_at_its_time_all_together_and_after_days_away(
    ctx: AppContext, case_id: int, order_id: int, clock: FixedClock
) -> None:
    other = ctx.cases.open_case(problem=Problem.LATE, order_id=order_id)
    ctx.cases.change_state([other], CaseState.OPEN)
    ctx.snoozing.snooze([case_id], clock.now() + _HOUR)
    ctx.snoozing.snooze([other], clock.now() + 5 * _HOUR)
    before = len(ctx.cases.load_page(case_id).timeline)
    assert ctx.snoozing.wake_due().ids == ()
    assert len(ctx.cases.load_page(case_id).timeline) == before
    clock.advance(timedelta(days=4))
    woken = ctx.snoozing.wake_due()
    assert (woken.ids, woken.numbers) == ((case_id, other), ("A2611-0001", "A2611-0002"))
    page = ctx.cases.load_page(case_id)
    assert (page.timeline[0].action, page.case.snoozed_until, page.case.state) == ("woke_time", None, CaseState.NEW)
    assert ctx.snoozing.wake_due().ids == ()
    ctx.bench.go_back_to(ctx.undo.done()[0])
    assert {row.snoozed_until is None for row in ctx.cases.load_rows([case_id, other]).values()} == {False}
    assert broken_rules(ctx) == []


@pytest.mark.parametrize("event", [SnoozeEvent.EVIDENCE_ADDED, SnoozeEvent.STEP_DONE, SnoozeEvent.ORDER_CHANGED])
def test_it_wakes_when_what_it_waits_for_happens_in_the_same_action(
    ctx: AppContext, case_id: int, order_id: int, clock: FixedClock, event: SnoozeEvent
) -> None:
    step = ctx.bench.act("step_noted", lambda t: t.insert(
        "step", case_id=case_id, position=1, title_zh="核对", role=Role.AFTER_SALES))  # fmt: skip
    happens = {
        SnoozeEvent.EVIDENCE_ADDED: lambda: ctx.intake.add_bytes(case_id, b"x", "x.txt", EvidenceSource.PASTED),
        SnoozeEvent.STEP_DONE: lambda: ctx.steps.complete(step),
        SnoozeEvent.ORDER_CHANGED: lambda: ctx.bench.act(
            "parcel_added", lambda t: t.insert("parcel", order_id=order_id, tracking_number="YQ9")
        ),
    }
    ctx.snoozing.snooze([case_id], clock.now() + timedelta(days=3), event=event)
    before = shop_rows(ctx)
    for other, act in happens.items():
        if other is not event:
            act()
    assert ctx.cases.load_page(case_id).case.snoozed_until is not None
    for _ in range(2):
        ctx.bench.undo_last()
    assert shop_rows(ctx) == before
    happens[event]()
    page = ctx.cases.load_page(case_id)
    assert page.case.snoozed_until is None
    assert "woke_event" in {each.action for each in page.timeline}
    ctx.bench.undo_last()
    assert shop_rows(ctx) == before


def test_it_wakes_when_a_clock_of_the_shop_is_near(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    with pytest.raises(UserError, match="snooze_clock_near"):
        ctx.snoozing.snooze([case_id], clock.now() + timedelta(days=7), event=SnoozeEvent.CLOCK_NEAR)
    ctx.cases.change_state([case_id], CaseState.OPEN)
    ctx.snoozing.snooze([case_id], clock.now() + timedelta(days=7), event=SnoozeEvent.CLOCK_NEAR)
    clock.advance(23 * _HOUR)
    assert ctx.snoozing.wake_due().ids == ()
    clock.advance(2 * _HOUR)
    assert ctx.snoozing.wake_due().ids == (case_id,)
    assert ctx.cases.load_page(case_id).timeline[0].action == "woke_event"


def test_working_on_it_wakes_it(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    ctx.cases.change_state([case_id], CaseState.OPEN)
    until = clock.now() + timedelta(days=1)
    works = [
        lambda: ctx.cases.change_waiting_on(case_id, WaitingOn.CARRIER),
        lambda: ctx.bench.act("reply_copied", lambda t: t.insert(
            "reply", case_id=case_id, text="您好", made_at=clock.now(), made_by="小满")),
        lambda: ctx.snoozing.wake([case_id]),
        lambda: ctx.life.move([case_id], CaseState.IN_PROGRESS, MoveAnswers(reason="电话里谈好")),
    ]  # fmt: skip
    for work in works:
        ctx.snoozing.snooze([case_id], until)
        ctx.cases.add_note(case_id, "备注不算处理")
        assert ctx.cases.load_page(case_id).case.snoozed_until == until
        work()
        assert ctx.cases.load_page(case_id).case.snoozed_until is None
        assert broken_rules(ctx) == []


def test_moments_are_of_the_shops_days_of_work(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    def shown() -> dict[str, str]:
        here = zone("Asia/Shanghai")
        return {
            each.value: f"{at.astimezone(here):%m-%d %H:%M}"
            for each, at in ctx.snoozing.plan([case_id]).moments.items()
        }

    assert shown() == {
        "hour": "11-20 10:42", "afternoon": "11-20 14:00", "tomorrow": "11-21 09:00", "workday": "11-23 09:00",
        "week": "11-23 09:00",
    }  # fmt: skip
    clock.advance(datetime.fromisoformat("2026-09-30T15:00:00+08:00") - clock.now())
    found = shown()
    # National Day 2026 ends on 7 October.
    assert "afternoon" not in found
    assert (found["workday"], found["week"], found["tomorrow"]) == ("10-08 09:00", "10-08 09:00", "10-01 09:00")


def test_what_cannot_sleep(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    now = clock.now()
    for until, code in ((now, "snooze_past"), (now + timedelta(days=400), "snooze_far")):
        with pytest.raises(UserError, match=code):
            ctx.snoozing.snooze([case_id], until)
    for note, code in (("a\x00b", "text_has_nul"), ("x" * 501, "text_too_long")):
        with pytest.raises(UserError, match=code):
            ctx.snoozing.snooze([case_id], now + _HOUR, note=note)
    ctx.snoozing.snooze([case_id], now + _HOUR, note="'\"; 😀 ../ ‮")
    assert SnoozePreset.HOUR in ctx.snoozing.plan([case_id]).moments
    ctx.cases.change_state([case_id], CaseState.DONE)
    assert ctx.snoozing.plan([case_id]).refused == ("A2611-0001",)
    with pytest.raises(UserError, match="snooze_closed"):
        ctx.snoozing.snooze([case_id], now + _HOUR)
