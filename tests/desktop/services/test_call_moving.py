"""Other days and other people for what is planned: moved, snoozed, skipped and given, one by one or several at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from models.call_kinds import CallBackKind, Channel
from models.errors import UserError
from models.kinds import CallBackState, CallOutcome, CaseState, Consent, Problem, Role, Tier
from models.records import CallBack
from models.rules.call_back_rhythm import DueCode, NextDate, days_late, read_note
from models.rules.call_settings import CallRules
from models.rules.verdict import Refused
from models.store import call_backs

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

TODAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


@pytest.fixture
def due(ctx: AppContext) -> Callable[..., CallBack]:
    """The regular call-back of a new VIP, put on a day that may have passed."""

    def add(nick: str, day: date = TODAY, at_time: str = "") -> CallBack:
        values = {"shop_id": 1, "nick": nick, "tier": Tier.V2, "phone": "13800000000"}
        who = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
        ctx.contact.agree(who, Channel.PHONE)
        made = ctx.call_backs.find_buyer_card(who).call_back
        assert made is not None
        note = '{"codes": [], "since": "%s"}' % day.isoformat()  # noqa: UP031
        ctx.bench.act(
            "call_moved",
            lambda work: work.update("call_back", made.id, due_on=day, reason=note, at_time=at_time),
            undoable=False,
        )
        return found(ctx, made.id)

    return add


def found(ctx: AppContext, call_back_id: int) -> CallBack:
    return call_backs.find_call_back(ctx.store.database, call_back_id)


def late(ctx: AppContext, call_back_id: int) -> int:
    each = found(ctx, call_back_id)
    return days_late(read_note(each.reason), each.due_on, ctx.call_backs.desk().today)


def test_what_is_late_goes_beyond_today_only_with_a_reason(
    ctx: AppContext, due: Callable[..., CallBack], clock: FixedClock
) -> None:
    old, ahead = due("桃花源_渔人", date(2026, 11, 17)), due("赤壁_周公瑾", date(2026, 12, 1), "10:30")
    with pytest.raises(UserError, match="call_snooze_needs_reason"):
        ctx.call_backs.move(old.id, MONDAY)
    with pytest.raises(UserError, match="call_snooze_needs_reason"):
        ctx.call_backs.snooze(old.id, MONDAY, "  ")
    with pytest.raises(UserError, match="call_back_date_past"):
        ctx.call_backs.snooze(old.id, TODAY, "出差")
    ctx.call_backs.move(old.id, TODAY)
    assert late(ctx, old.id) == 3, "nearer or today needs none"
    ctx.call_backs.snooze(old.id, MONDAY, "出差", "11:00")
    assert (late(ctx, old.id), found(ctx, old.id).at_time) == (0, "11:00")
    assert read_note(found(ctx, old.id).reason).codes == (DueCode.SNOOZED,)
    ctx.call_backs.move(ahead.id, date(2026, 11, 27))
    assert found(ctx, ahead.id).at_time == "10:30", "its appointment and reminder stay"
    clock.advance(timedelta(days=3))
    assert late(ctx, old.id) == 6, "back on its day, as late as it is"
    clock.advance(timedelta(days=90))
    assert ctx.call_backs.plan_missing() == 0
    assert {each.row.call_back.id for each in ctx.call_backs.overdue()} == {old.id, ahead.id}


def test_what_was_put_off_late_waits_longer_only_with_a_reason(ctx: AppContext, due: Callable[..., CallBack]) -> None:
    tried, fresh = due("桃花源_渔人", date(2026, 11, 17)).id, due("赤壁_周公瑾", date(2026, 12, 1)).id
    ctx.call_backs.log_call(CallOutcome.NO_ANSWER, call_back_id=tried, next_on=date(2026, 11, 26))
    with pytest.raises(UserError, match="call_snooze_needs_reason"):
        ctx.call_backs.move(tried, date(2027, 6, 1))
    with pytest.raises(UserError, match="call_snooze_needs_reason"):
        ctx.call_backs.move_all([fresh, tried], date(2027, 6, 1))
    ctx.call_backs.move(tried, date(2026, 11, 26), at_time="10:30")
    ctx.call_backs.move(tried, MONDAY)
    assert read_note(found(ctx, tried).reason).since == date(2026, 11, 17), "nearer is free, and as late as it was"
    ctx.call_backs.move(tried, date(2026, 11, 27), "出差")
    ctx.call_backs.move(fresh, date(2027, 6, 1))
    assert found(ctx, fresh).due_on == date(2027, 6, 1), "never late: free"


def test_several_at_once_are_one_undo_and_all_or_none(ctx: AppContext, due: Callable[..., CallBack]) -> None:
    three = [due(f"buyer {number}", date(2026, 11, 18 + number)).id for number in range(3)]
    before = [found(ctx, each) for each in three]
    with pytest.raises(UserError, match="call_snooze_needs_reason"):
        ctx.call_backs.move_all(three, MONDAY)
    assert [found(ctx, each) for each in three] == before
    ctx.call_backs.snooze_all([*three, three[0]], MONDAY, "盘点")
    assert {found(ctx, each).due_on for each in three} == {MONDAY}
    ctx.bench.undo_last()
    assert [found(ctx, each) for each in three] == before
    ctx.call_backs.move_all(three, TODAY)
    ctx.call_backs.skip_all(three[:2], "节后再打")
    assert [found(ctx, each).state for each in three] == [CallBackState.SKIPPED] * 2 + [CallBackState.DUE]
    with pytest.raises(UserError, match="call_back_closed"):
        ctx.call_backs.snooze_all(three, MONDAY, "盘点")
    assert found(ctx, three[2]).due_on == TODAY
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert [found(ctx, each) for each in three] == before


def test_they_are_given_to_people(ctx: AppContext, due: Callable[..., CallBack]) -> None:
    two = [due(f"buyer {number}").id for number in range(2)]
    person = ctx.shops.add_person(name="阿真", role=Role.AFTER_SALES)
    ctx.call_backs.assign(two, person)
    assert {found(ctx, each).person_id for each in two} == {person}
    ctx.call_backs.assign(two[:1], None)
    assert [found(ctx, each).person_id for each in two] == [None, person]
    with pytest.raises(UserError, match="person_not_found"):
        ctx.call_backs.assign(two, 99)


def test_skipping_a_promise_or_a_call_after_a_case_plans_nothing(ctx: AppContext, due: Callable[..., CallBack]) -> None:
    who = due("兰亭_王右军").buyer_id
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who)
    ctx.cases.change_state([case_id], CaseState.DONE)
    two = [ctx.case_calls.plan(case_id), ctx.call_backs.promise(who, "补寄杯盖", MONDAY)]
    ctx.call_backs.skip_all(two, "不用了")
    assert [each.kind for each in call_backs.list_open_of_buyer(ctx.store.database, who)] == [CallBackKind.RHYTHM]
    with pytest.raises(UserError, match="call_not_promise"):
        ctx.call_backs.keep_promise(call_backs.list_open_of_buyer(ctx.store.database, who)[0].id)


def test_a_promise_is_written_anew_and_ticked(ctx: AppContext, due: Callable[..., CallBack]) -> None:
    who = due("兰亭_王右军").buyer_id
    made = ctx.call_backs.promise(who, "补寄杯盖", MONDAY, at_time="15:00")
    ctx.call_backs.change_promise(made, "补寄两个杯盖")
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert entry.values == {"buyer": "兰亭_王右军", "before": "补寄杯盖", "promise": "补寄两个杯盖"}
    ctx.call_backs.move(made, TODAY)
    ctx.call_backs.keep_promise(made, "顺丰寄出")
    kept = found(ctx, made)
    assert (kept.subject, kept.state, read_note(kept.reason).text) == ("补寄两个杯盖", CallBackState.DONE, "顺丰寄出")
    with pytest.raises(UserError, match="call_back_closed"):
        ctx.call_backs.change_promise(made, "x")


def test_a_vip_who_was_not_asked_gets_notes_until_they_say_something(ctx: AppContext) -> None:
    values = {"shop_id": 1, "nick": "没问过", "tier": Tier.V3, "phone": "13800000000"}
    who = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
    assert ctx.call_backs.plan_missing() == 0
    proposed = ctx.call_backs.propose_note(who)
    assert isinstance(proposed, NextDate)
    first = ctx.call_backs.plan_note(who)
    assert (found(ctx, first).channel, found(ctx, first).due_on) == (Channel.NOTE, proposed.day)
    assert ctx.call_backs.propose_note(who) == Refused("already_planned")
    following = ctx.call_backs.propose_next(who, CallOutcome.REACHED, call_back_id=first)
    assert isinstance(following, NextDate)
    ctx.call_backs.log_call(CallOutcome.REACHED, call_back_id=first)
    second = call_backs.find_due(ctx.store.database, who)
    assert second is not None
    assert (second.channel, second.due_on) == (Channel.NOTE, following.day)
    ctx.contact.agree(who, Channel.CHAT)
    assert found(ctx, second.id).channel is Channel.CHAT
    assert ctx.call_backs.propose_note(who) == Refused("may_be_called")
    ctx.contact.opt_out(who)
    assert found(ctx, second.id).state is CallBackState.SKIPPED
    with pytest.raises(UserError, match="call_note_refused"):
        ctx.call_backs.plan_note(who)
    ctx.contact.set_consent(who, Consent.UNKNOWN)
    ctx.call_rules.keep(CallRules(notes=False))
    assert ctx.call_backs.propose_note(who) == Refused("notes_off")


def test_the_day_is_that_of_the_buyers_shop_and_the_channel_one_they_agreed_to(ctx: AppContext) -> None:
    shop = {"name": "LA", "platform": "taobao", "time_zone": "America/Los_Angeles", "country": "US", "currency": "USD"}
    values = {"nick": "Ann", "tier": Tier.V1}
    los_angeles = ctx.bench.act("shop_added", lambda work: work.insert("shop", **shop), undoable=False)
    who = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", shop_id=los_angeles, **values), undoable=False)
    ctx.contact.agree(who, Channel.EMAIL)
    regular = call_backs.find_due(ctx.store.database, who)
    assert regular is not None
    assert regular.channel is Channel.EMAIL, "there is no address yet, and no other channel either"
    yesterday = TODAY - timedelta(days=1)
    ctx.call_backs.move(regular.id, yesterday)
    promised = ctx.call_backs.promise(who, "call when it is back", yesterday)
    assert {found(ctx, each).due_on for each in (regular.id, promised)} == {yesterday}
    ctx.call_backs.keep_promise(promised)
    assert found(ctx, promised).due_on == yesterday
