"""A clock that stood years ahead or back: nothing planned twice or dropped, what stands far ahead is told and mended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.context import AppContext
from models.call_kinds import Channel
from models.clock import FixedClock
from models.kinds import CallOutcome, Tier
from models.rules.rhythms import Rhythm

YEARS = timedelta(days=3 * 365)


@pytest.fixture
def vips(ctx: AppContext) -> list[int]:
    made = [ctx.opening.add_buyer(1, f"花果山_{number}", phone="13800000387") for number in range(4)]
    for buyer in made:
        ctx.contact.agree(buyer, Channel.PHONE)
        ctx.vips.set_tier(buyer, Tier.V2)
        ctx.call_backs.log_call(CallOutcome.REACHED, buyer_id=buyer)
    return made


def opened(ctx: AppContext) -> dict[int, date]:
    found = [row.call_back for row in ctx.call_backs.due(date.max) if not row.call_back.subject]
    assert len({each.buyer_id for each in found}) == len(found)
    return {each.buyer_id: each.due_on for each in found}


def test_a_clock_that_jumps_plans_nothing_twice_and_floods_nobody(
    ctx: AppContext, clock: FixedClock, vips: list[int]
) -> None:
    before = opened(ctx)
    told = 0
    for jump in (-YEARS, YEARS, YEARS, -YEARS):
        clock.advance(jump)
        assert ctx.call_backs.plan_missing() == 0
        for _ in range(2):
            found = ctx.call_reminders.look()
            ctx.call_reminders.keep(found.said)
            told += found.day is not None
            assert not found.near
    assert opened(ctx) == before
    assert told <= 1, "one word of the day at most, on the one day that has something due"
    assert ctx.far_calls.list_far() == ()


def test_what_was_planned_by_a_clock_ahead_is_told_and_comes_back(
    ctx: AppContext, clock: FixedClock, vips: list[int]
) -> None:
    before = opened(ctx)
    clock.advance(YEARS)
    for buyer in vips[:2]:
        ctx.call_backs.log_call(CallOutcome.REACHED, buyer_id=buyer)
    ctx.call_backs.promise(vips[2], "寄一份色卡", ctx.call_backs.desk().today + timedelta(days=9))
    assert ctx.far_calls.list_far() == ()
    clock.advance(-YEARS)
    far = ctx.far_calls.list_far()
    assert sorted(each.nick for each in far if each.regular) == ["花果山_0", "花果山_1"]
    assert [each.nick for each in far if not each.regular] == ["花果山_2"]
    assert ctx.far_calls.bring_back() == 2
    assert opened(ctx) == before
    assert [each.regular for each in ctx.far_calls.list_far()] == [False], "what was promised keeps its day"
    ctx.bench.undo_last()
    assert ctx.far_calls.list_far() == far


def test_a_slow_rhythm_is_no_wrong_clock_and_who_opted_out_is_not_told(
    ctx: AppContext, clock: FixedClock, vips: list[int]
) -> None:
    ctx.contact.set_preferences(vips[0], rhythm=Rhythm(18))
    ctx.call_backs.log_call(CallOutcome.REACHED, buyer_id=vips[0])
    assert opened(ctx)[vips[0]] > ctx.call_backs.desk().today + timedelta(days=500)
    clock.advance(YEARS)
    ctx.call_backs.log_call(CallOutcome.REACHED, buyer_id=vips[1])
    clock.advance(-YEARS)
    assert [each.nick for each in ctx.far_calls.list_far()] == ["花果山_1"]
    # As a copy of another program may have left it: open, of one who opted out since.
    ctx.bench.act("buyer_edited", lambda work: work.update("buyer", vips[1], consent="refused"), undoable=False)
    assert ctx.far_calls.list_far() == ()
    assert ctx.far_calls.bring_back() == 0
