"""The call after a case: offered when it closes, planned on the shop's days, closed when the case goes on, summed up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from models.call_back_records import Satisfaction
from models.call_kinds import CallBackKind, Channel
from models.case_call_records import CaseCallOffer
from models.errors import UserError
from models.kinds import CallBackState, CallOutcome, CaseState, Problem, Tier
from models.rules.call_back_rhythm import DueCode, read_note
from models.rules.call_settings import CallRules, Hours, QuietDays
from models.rules.verdict import Refused
from models.store import call_backs, calls_made

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

MONDAY = date(2026, 11, 23)
REACHED = CallOutcome.REACHED


@pytest.fixture
def closed(ctx: AppContext) -> Callable[..., int]:
    """A closed case of a new buyer with a phone who agreed to the channels named."""

    def add(nick: str, *channels: Channel, tier: Tier = Tier.NONE, problem: Problem = Problem.DAMAGED) -> int:
        values = {"shop_id": 1, "nick": nick, "tier": tier, "phone": "13800000000"}
        who: int = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
        for channel in channels:
            ctx.contact.agree(who, channel)
        case_id = ctx.cases.open_case(problem=problem, buyer_id=who)
        ctx.cases.change_state([case_id], CaseState.DONE)
        return case_id

    return add


def buyer_of(ctx: AppContext, case_id: int) -> int:
    return ctx.cases.load_page(case_id).case.buyer_id or 0


def open_of(ctx: AppContext, case_id: int) -> list[date]:
    found = calls_made.list_of_case(ctx.store.database, case_id)
    return [each.due_on for each in found if each.state is CallBackState.DUE]


def test_it_is_offered_some_days_later_on_a_day_of_work(ctx: AppContext, closed: Callable[..., int]) -> None:
    case_id = closed("桃花源_渔人", Channel.CHAT)
    found = ctx.case_calls.offer(case_id)
    assert isinstance(found, CaseCallOffer)
    assert (found.day, found.channel, found.nick) == (MONDAY, Channel.CHAT, "桃花源_渔人")
    ctx.quiet_periods.add(QuietDays(date(2026, 11, 22), date(2026, 11, 25), "盘点"))
    ctx.call_rules.keep(replace(ctx.call_rules.read(), after_case_days=7))
    again = ctx.case_calls.offer(case_id)
    assert isinstance(again, CaseCallOffer)
    assert (again.nominal, again.day) == (date(2026, 11, 27), date(2026, 11, 27))
    ctx.call_rules.keep(replace(ctx.call_rules.read(), after_case_days=3))
    later = ctx.case_calls.offer(case_id)
    assert isinstance(later, CaseCallOffer)
    assert (later.nominal, later.day) == (MONDAY, date(2026, 11, 26))
    made = call_backs.find_call_back(ctx.store.database, ctx.case_calls.plan(case_id))
    assert read_note(made.reason).codes == (DueCode.AFTER_CASE, DueCode.QUIET)
    ctx.bench.undo_last()
    ctx.clock.advance(timedelta(days=60))  # type: ignore[attr-defined]
    after_weeks = ctx.case_calls.offer(case_id)
    assert isinstance(after_weeks, CaseCallOffer)
    assert after_weeks.day == ctx.call_backs.desk().today, "never in the past"


def test_why_it_is_not_offered(ctx: AppContext, closed: Callable[..., int]) -> None:
    case_id = closed("赤壁_周公瑾", Channel.PHONE)
    who = buyer_of(ctx, case_id)
    still = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who)
    assert ctx.case_calls.offer(still) == Refused("case_open")
    with pytest.raises(UserError, match="case_call_refused"):
        ctx.case_calls.plan(still)
    habits = CallRules(after_case_all=False), CallRules(after_case_days=None), CallRules()
    reasons = []
    for habit in habits:
        ctx.call_rules.keep(habit)
        found = ctx.case_calls.offer(case_id)
        reasons.append(found.reason if isinstance(found, Refused) else "offered")
    assert reasons == ["not_vip", "case_calls_off", "offered"]
    ctx.case_calls.plan(case_id)
    assert ctx.case_calls.offer(case_id) == Refused("already_planned")
    ctx.case_calls.drop(case_id, "买家很忙")
    assert ctx.case_calls.offer(case_id) == Refused("dropped")
    with pytest.raises(UserError, match="case_call_none"):
        ctx.case_calls.drop(case_id)
    ctx.case_calls.plan(case_id, MONDAY)
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert {"buyer", "case", "channel", "day"} == entry.values.keys(), "all its sentence tells"
    ctx.call_backs.log_call(REACHED, buyer_id=who, case_id=case_id)
    assert open_of(ctx, case_id) == [MONDAY], "not due before Monday"
    made = calls_made.list_of_case(ctx.store.database, case_id)[0].id
    ctx.call_backs.log_call(REACHED, call_back_id=made)
    assert ctx.case_calls.offer(case_id) == Refused("already_called")
    ctx.contact.opt_out(who)
    assert ctx.case_calls.offer(case_id) == Refused("opted_out")


def test_who_was_not_asked_is_offered_a_note_only(ctx: AppContext, closed: Callable[..., int]) -> None:
    case_id = closed("长安_李十二")
    found = ctx.case_calls.offer(case_id)
    assert isinstance(found, CaseCallOffer)
    assert found.channel is Channel.NOTE
    with pytest.raises(UserError, match="call_channel_not_agreed"):
        ctx.case_calls.plan(case_id, channel=Channel.PHONE)
    made = ctx.case_calls.plan(case_id)
    ctx.call_backs.log_call(REACHED, call_back_id=made)
    assert call_backs.find_call_back(ctx.store.database, made).state is CallBackState.DONE
    ctx.call_rules.keep(CallRules(notes=False))
    assert ctx.case_calls.offer(closed("no note")) == Refused("no_consent")


def test_it_keeps_the_hours_of_the_buyer_and_the_vacation_of_who_handled_the_case(
    ctx: AppContext, closed: Callable[..., int]
) -> None:
    case_id, noted = closed("大观园_探春", Channel.PHONE), closed("栊翠_妙玉")
    for each in (case_id, noted):
        ctx.contact.set_preferences(buyer_of(ctx, each), hours=Hours("19:00", "20:00"))
    ctx.bench.act("case_handed_over", lambda work: work.update("case", case_id, handler_id=2), undoable=False)
    ctx.quiet_periods.add(QuietDays(MONDAY, date(2026, 11, 27), "休假", person_id=2))
    found = ctx.case_calls.offer(case_id)
    assert isinstance(found, CaseCallOffer)
    assert (found.day, found.at_time) == (date(2026, 11, 30), "19:00")
    planned = call_backs.find_call_back(ctx.store.database, ctx.case_calls.plan(case_id))
    assert (planned.due_on, planned.at_time, planned.person_id) == (date(2026, 11, 30), "19:00", 2)
    assert DueCode.VACATION in read_note(planned.reason).codes
    ctx.bench.undo_last()
    other = call_backs.find_call_back(ctx.store.database, ctx.case_calls.plan(case_id, person_id=1))
    assert (other.due_on, other.person_id) == (MONDAY, 1), "who calls is there"
    note = call_backs.find_call_back(ctx.store.database, ctx.case_calls.plan(noted))
    assert (note.channel, note.at_time, note.due_on) == (Channel.NOTE, "", MONDAY)


def test_a_day_and_a_channel_may_be_chosen(ctx: AppContext, closed: Callable[..., int]) -> None:
    case_id = closed("大观园_探春", Channel.PHONE, Channel.CHAT)
    for code, values in (
        ("call_back_date_past", {"day": date(2026, 11, 19)}), ("call_day_too_far", {"day": date.max}),
        ("call_time_invalid", {"at_time": "24:00"}),
    ):  # fmt: skip
        with pytest.raises(UserError, match=code):
            ctx.case_calls.plan(case_id, **values)
    made = ctx.case_calls.plan(case_id, date(2026, 11, 28), Channel.CHAT, "10:30")
    planned = call_backs.find_call_back(ctx.store.database, made)
    assert (planned.kind, planned.due_on, planned.channel, planned.at_time, planned.case_id) == (
        CallBackKind.SATISFACTION, date(2026, 11, 28), Channel.CHAT, "10:30", case_id,
    )  # fmt: skip
    assert DueCode.BY_HAND in read_note(planned.reason).codes
    ctx.bench.undo_last()
    assert open_of(ctx, case_id) == []
    ctx.bench.redo_last()
    ctx.call_backs.log_call(CallOutcome.NO_ANSWER, call_back_id=made)
    assert open_of(ctx, case_id) == [MONDAY]


def test_a_case_that_goes_on_needs_no_call_yet(ctx: AppContext, closed: Callable[..., int]) -> None:
    case_id = closed("栊翠_妙玉", Channel.PHONE)
    ctx.case_calls.plan(case_id)
    promised = ctx.call_backs.promise(buyer_of(ctx, case_id), "补寄杯盖", MONDAY, case_id=case_id)
    ctx.cases.change_state([case_id], CaseState.ARCHIVED)
    assert open_of(ctx, case_id) == [MONDAY]
    ctx.cases.change_state([case_id], CaseState.OPEN)
    assert open_of(ctx, case_id) == []
    ctx.bench.undo_last()
    assert open_of(ctx, case_id) == [MONDAY], "undoing the reopening brings it back"
    ctx.bench.redo_last()
    kept = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer_of(ctx, case_id))
    ctx.cases.change_state([case_id], CaseState.DONE)
    assert isinstance(ctx.case_calls.offer(case_id), CaseCallOffer), "offered anew when it closes again"
    ctx.case_calls.plan(case_id)
    ctx.joining.merge(kept, [case_id])
    assert open_of(ctx, case_id) == []
    assert ctx.case_calls.offer(case_id) == Refused("case_merged")
    assert call_backs.find_call_back(ctx.store.database, promised).case_id == kept


def test_what_buyers_said_is_summed_up(ctx: AppContext, closed: Callable[..., int], clock: FixedClock) -> None:
    first, second = (
        closed("兰亭_王右军", Channel.PHONE),
        closed("洛阳_白乐天", Channel.PHONE, problem=Problem.WRONG_ITEM),
    )
    for case_id, felt in ((first, "satisfied"), (second, "dissatisfied"), (second, "neutral")):
        who = buyer_of(ctx, case_id)
        ctx.call_backs.log_call(REACHED, buyer_id=who, case_id=case_id, satisfaction=felt)
        clock.advance(timedelta(hours=1))
    ctx.call_backs.log_call(REACHED, buyer_id=buyer_of(ctx, first), satisfaction="satisfied")
    ctx.call_backs.log_call(REACHED, buyer_id=buyer_of(ctx, first))
    today = ctx.call_backs.desk().today
    totals = ctx.case_calls.satisfaction_totals(today, today, shop_id=1)
    good, fair, bad = Satisfaction.SATISFIED, Satisfaction.NEUTRAL, Satisfaction.DISSATISFIED
    assert totals.calls == {good: 2, fair: 1, bad: 1}
    assert totals.cases == {good: 1, fair: 1, bad: 0}
    assert totals.by_problem[Problem.WRONG_ITEM] == {good: 0, fair: 1, bad: 0}
    assert [each.case_id for each in totals.words] == [first, second]
    assert sum(ctx.case_calls.satisfaction_totals(today, today, shop_id=2).calls.values()) == 0
    third = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer_of(ctx, second))
    ctx.joining.merge(third, [second])
    merged = ctx.case_calls.satisfaction_totals(today, today)
    assert [each.case_id for each in merged.words] == [first, third], "it counts as the case it is part of now"
    assert merged.by_problem == {Problem.DAMAGED: {good: 1, fair: 1, bad: 0}}
    before = today - timedelta(days=1)
    assert sum(ctx.case_calls.satisfaction_totals(before, before).calls.values()) == 0
