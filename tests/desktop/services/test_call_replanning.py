"""What is planned follows changed rules when somebody asks for it: one action, nothing that was chosen moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.services.call_replanning import ReplanEffect
from models.clock import FixedClock
from models.kinds import CallOutcome, Consent, Tier
from models.records import CallBack
from models.rules.call_settings import Hours, OffDayMove, QuietDays
from models.rules.due_notes import DueCode, NextDate, read_note
from models.rules.rhythms import Rhythm, RhythmUnit
from models.store import call_backs

if TYPE_CHECKING:
    from desktop.context import AppContext

TODAY = date(2026, 11, 20)
REACHED, NOT_NOW, AGAIN = CallOutcome.REACHED, CallOutcome.NOT_INTERESTED, CallOutcome.CALL_AGAIN
Add = Callable[..., int]


@pytest.fixture
def add(ctx: AppContext) -> Add:
    """Adds a VIP who agreed to calls and was just reached, unless another outcome is named, None for none."""

    def made(nick: str, outcome: CallOutcome | None = REACHED, tier: Tier = Tier.V2, **said: object) -> int:
        values = {"shop_id": 1, "nick": nick, "tier": tier, "consent": Consent.GIVEN, "phone": "13800000000"}
        who: int = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
        ctx.call_backs.plan_missing()
        if outcome is not None:
            ctx.call_backs.log_call(outcome, buyer_id=who, **said)  # type: ignore[arg-type]
        return who

    return made


def opened(ctx: AppContext, who: int) -> CallBack:
    found = call_backs.find_due(ctx.store.database, who)
    assert found is not None
    return found


def keep(ctx: AppContext, **values: object) -> None:
    ctx.call_rules.keep(replace(ctx.call_rules.read(), **values))  # type: ignore[arg-type]


def test_another_rhythm_moves_what_it_gave_and_nothing_that_was_chosen(ctx: AppContext, add: Add) -> None:
    plain, not_now, first = add("桃花源_渔人"), add("赤壁_周公瑾", NOT_NOW), add("兰亭_王右军", None)
    asked, chosen = (
        add("杏花村_杜牧之", AGAIN, next_on=date(2026, 12, 3)),
        add("寒山寺_张继", next_on=date(2026, 12, 4)),
    )
    own = add("岳阳楼_范希文")
    ctx.contact.set_preferences(own, rhythm=Rhythm(1, RhythmUnit.WEEKS))
    before = {who: opened(ctx, who) for who in (plain, not_now, first, asked, chosen, own)}
    assert ctx.call_backs.preview_replan() == ReplanEffect(0, 2), "nothing changed, so nothing moves"
    keep(ctx, rhythms={Tier.V2: Rhythm(2, RhythmUnit.WEEKS)})
    assert ctx.call_backs.preview_replan() == ReplanEffect(2, 2)
    assert ctx.call_backs.replan() == 2
    assert (opened(ctx, plain).due_on, opened(ctx, not_now).due_on) == (date(2026, 12, 4), date(2026, 12, 18))
    note = read_note(opened(ctx, not_now).reason)
    assert (note.codes, note.since) == ((DueCode.NOT_INTERESTED,), date(2026, 12, 18))
    for who in (first, asked, chosen, own):
        assert opened(ctx, who) == before[who]
    assert ctx.call_backs.preview_replan() == ReplanEffect(0, 2)
    ctx.bench.undo_last()
    assert {who: opened(ctx, who) for who in before} == before


def test_other_days_keep_the_anchor(ctx: AppContext, add: Add, clock: FixedClock) -> None:
    clock.advance(timedelta(days=41))  # 31 December 2026
    who = add("桃花源_渔人")
    clock.advance(timedelta(days=32))  # 31 January 2027 is a Sunday: called on Monday 1 February
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    assert (opened(ctx, who).due_on, read_note(opened(ctx, who).reason).anchor) == (date(2027, 3, 1), 31)
    keep(ctx, move=OffDayMove.BACKWARD)
    assert ctx.call_backs.replan() == 1
    assert opened(ctx, who).due_on == date(2027, 2, 26), "before Sunday 28 February, the last of the month"
    keep(ctx, hours=Hours("10:00", "20:00", (2,)))
    assert ctx.call_backs.replan() == 1
    moved = opened(ctx, who)
    assert (moved.due_on, read_note(moved.reason).anchor) == (date(2027, 2, 24), 31)
    proposed = ctx.call_backs.propose_next(who, REACHED)
    assert isinstance(proposed, NextDate)


def test_a_smaller_capacity_pushes_the_cheaper_and_asking_twice_moves_nothing(ctx: AppContext, add: Add) -> None:
    dear = add("桃花源_渔人", tier=Tier.V3)
    others = [add(f"买家{n}", tier=Tier.V1) for n in range(5)]
    day = opened(ctx, dear).due_on
    keep(ctx, capacity=2)
    assert ctx.call_backs.replan() == 4
    assert opened(ctx, dear).due_on == day
    days = [opened(ctx, who).due_on for who in (dear, *others)]
    assert max(days.count(each) for each in days) == 2
    assert ctx.call_backs.preview_replan() == ReplanEffect()
    moved = next(who for who in others if opened(ctx, who).due_on != day)
    assert DueCode.FULL in read_note(opened(ctx, moved).reason).codes


def test_quiet_days_taken_away_and_a_clock_that_stood_ahead(ctx: AppContext, add: Add, clock: FixedClock) -> None:
    made = ctx.quiet_periods.add(QuietDays(date(2026, 12, 18), date(2026, 12, 24), "备货"))
    who = add("桃花源_渔人")
    assert opened(ctx, who).due_on == date(2026, 12, 25)
    ctx.quiet_periods.remove(made)
    assert ctx.call_backs.replan() == 1
    assert opened(ctx, who).due_on == date(2026, 12, 21)
    clock.advance(timedelta(days=700))
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    clock.advance(timedelta(days=-700))
    assert opened(ctx, who).due_on.year == 2028
    assert ctx.call_backs.replan() == 1
    assert opened(ctx, who).due_on == date(2026, 12, 21), "as if it had been made today"


def test_a_quicker_rhythm_floods_no_day(ctx: AppContext, add: Add, clock: FixedClock) -> None:
    keep(ctx, rhythms={Tier.V2: Rhythm(4, RhythmUnit.QUARTERS)})
    ids = [add(f"买家{n}") for n in range(10)]
    clock.advance(timedelta(days=60))
    keep(ctx, rhythms={Tier.V2: Rhythm()})
    assert ctx.call_backs.replan() == 10
    days = [opened(ctx, who).due_on for who in ids]
    assert max(days.count(each) for each in days) == 2
    assert all(ctx.call_backs.desk().today < each <= ctx.call_backs.desk().today + timedelta(days=7) for each in days)
    assert {read_note(opened(ctx, who).reason).codes for who in ids} == {(DueCode.LATE,)}
    assert ctx.call_backs.preview_replan() == ReplanEffect()
