"""What a call-back keeps when others come between: its anchor day, since when it is late, a channel that was agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from models.call_kinds import Channel
from models.errors import UserError
from models.kinds import CallOutcome, Consent, Role, Tier
from models.records import CallBack
from models.rules.call_settings import QuietDays
from models.rules.due_notes import DueCode, NextDate, days_late, read_note
from models.store import call_backs

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

TODAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
REACHED, NO_ANSWER, NOT_NOW = CallOutcome.REACHED, CallOutcome.NO_ANSWER, CallOutcome.NOT_INTERESTED
PHONE, EMAIL, NOTE = Channel.PHONE, Channel.EMAIL, Channel.NOTE


@pytest.fixture
def add(ctx: AppContext) -> Callable[..., int]:
    """Adds a VIP who agreed to the channels named."""

    def made(nick: str, *channels: Channel) -> int:
        values = {"shop_id": 1, "nick": nick, "tier": Tier.V2, "phone": "13800000000"}
        who: int = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
        for channel in channels:
            ctx.contact.agree(who, channel, "chat")
        return who

    return made


def opened(ctx: AppContext, who: int) -> CallBack:
    found = call_backs.find_due(ctx.store.database, who)
    assert found is not None
    return found


def put(ctx: AppContext, who: int, day: date, nominal: date, anchor: int, pushed: int = 0) -> CallBack:
    """Put the open call-back where a rhythm that keeps an anchor day would."""
    reason = f'{{"anchor": {anchor}, "codes": [], "nominal": "{nominal}", "since": "{day}"' + (
        f', "pushed": {pushed}}}' if pushed else "}"
    )
    made = opened(ctx, who).id
    ctx.bench.act("call_moved", lambda work: work.update("call_back", made, due_on=day, reason=reason), undoable=False)
    return opened(ctx, who)


def late(ctx: AppContext, who: int) -> int:
    found = opened(ctx, who)
    return days_late(read_note(found.reason), found.due_on, ctx.call_backs.desk().today)


def test_what_was_not_due_yet_is_late_only_after_its_new_day(
    ctx: AppContext, add: Callable[..., int], clock: FixedClock
) -> None:
    ahead, today, old = add("桃花源_渔人", PHONE), add("赤壁_周公瑾", PHONE), add("兰亭_王右军", PHONE)
    put(ctx, ahead, date(2026, 11, 25), date(2026, 11, 25), 25)
    put(ctx, today, TODAY, TODAY, 20)
    put(ctx, old, date(2026, 11, 18), date(2026, 11, 18), 18)
    for who in (ahead, today, old):
        ctx.call_backs.move(opened(ctx, who).id, date(2026, 12, 1), "约好了")
    clock.advance(timedelta(days=11))
    assert [late(ctx, who) for who in (ahead, today, old)] == [0, 0, 13]
    clock.advance(timedelta(days=2))
    assert [late(ctx, who) for who in (ahead, today, old)] == [2, 2, 15]
    with pytest.raises(UserError, match="call_snooze_needs_reason"):
        ctx.call_backs.move(opened(ctx, ahead).id, date(2026, 12, 9))


def test_a_try_in_vain_stays_due_since_its_day(ctx: AppContext, add: Callable[..., int], clock: FixedClock) -> None:
    early, due = add("桃花源_渔人", PHONE), add("赤壁_周公瑾", PHONE)
    put(ctx, early, date(2026, 11, 25), date(2026, 11, 25), 25)
    put(ctx, due, TODAY, TODAY, 20)
    ctx.call_backs.log_call(NO_ANSWER, buyer_id=early, next_on=date(2026, 11, 27))
    ctx.call_backs.log_call(NO_ANSWER, buyer_id=due)
    assert read_note(opened(ctx, early).reason).codes == (DueCode.NO_ANSWER, DueCode.BY_HAND)
    clock.advance(timedelta(days=7))
    assert (late(ctx, early), late(ctx, due)) == (0, 7)


def test_a_second_contact_of_the_day_counts_from_the_same_turn(
    ctx: AppContext, add: Callable[..., int], clock: FixedClock
) -> None:
    clock.advance(timedelta(days=100))  # 28 February 2027, a Sunday on which somebody works all the same
    who = add("桃花源_渔人", PHONE, Channel.WECHAT)
    put(ctx, who, date(2027, 2, 28), date(2027, 2, 28), 31)
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    first = opened(ctx, who)
    assert first.due_on == date(2027, 3, 31), "the day kept is the 31st"
    proposed = ctx.call_backs.propose_next(who, REACHED, channel=Channel.WECHAT)
    ctx.call_backs.log_call(REACHED, buyer_id=who, channel=Channel.WECHAT)
    again = opened(ctx, who)
    assert isinstance(proposed, NextDate)
    assert (again.due_on, read_note(again.reason)) == (proposed.day, read_note(first.reason))
    ctx.call_backs.log_call(NOT_NOW, buyer_id=who)
    assert opened(ctx, who).due_on == date(2027, 4, 30), "a turn more is left out, and the 31st still kept"
    clock.advance(timedelta(days=1))
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    assert opened(ctx, who).due_on == date(2027, 4, 1), "another day starts the rhythm anew"


def test_who_was_pushed_keeps_the_claim_over_a_try_in_vain(ctx: AppContext, add: Callable[..., int]) -> None:
    who = add("桃花源_渔人", PHONE)
    put(ctx, who, TODAY, TODAY, 20, pushed=2)
    ctx.call_backs.log_call(NO_ANSWER, buyer_id=who)
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    assert read_note(opened(ctx, who).reason).pushed == 2


def test_nothing_stays_on_a_channel_that_was_withdrawn(ctx: AppContext, add: Callable[..., int]) -> None:
    mailed, noted = add("桃花源_渔人", PHONE, EMAIL), add("赤壁_周公瑾")
    ctx.contact.withdraw(mailed, PHONE)
    assert opened(ctx, mailed).channel is EMAIL, "they agreed to it, though the address is still missing"
    ctx.call_backs.plan_note(noted)
    ctx.contact.withdraw(noted, NOTE)
    assert call_backs.find_due(ctx.store.database, noted) is None
    ctx.bench.undo_last()
    assert opened(ctx, noted).channel is NOTE
    ctx.contact.agree(noted, PHONE)
    assert (opened(ctx, noted).channel, Consent.GIVEN) == (PHONE, ctx.buyers.find_buyer(noted).consent)


def test_given_to_somebody_who_is_away_it_leaves_the_day(ctx: AppContext, add: Callable[..., int]) -> None:
    who, person = add("桃花源_渔人", PHONE), ctx.shops.add_person(name="阿青", role=Role.AFTER_SALES)
    ctx.quiet_periods.add(QuietDays(MONDAY, date(2026, 11, 27), person_id=person))
    mine = put(ctx, who, MONDAY, MONDAY, 23)
    ctx.call_backs.assign([mine.id], person)
    moved = opened(ctx, who)
    assert (moved.due_on, read_note(moved.reason).codes[0]) == (date(2026, 11, 30), DueCode.VACATION)
    ctx.bench.undo_last()
    assert opened(ctx, who) == mine
    ctx.call_backs.move(mine.id, date(2026, 11, 24))
    ctx.call_backs.assign([mine.id], person)
    assert opened(ctx, who).due_on == date(2026, 11, 24), "a day somebody chose stays"
