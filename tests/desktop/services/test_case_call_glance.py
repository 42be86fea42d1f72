"""What a case's page shows of the call after it, and the month's satisfaction as the store counts it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.services.case_call_glance import OFFERED_FOR, calls_about, offers_now
from models.call_back_records import Satisfaction
from models.call_kinds import Channel
from models.kinds import CallOutcome, CaseState, Problem, Tier
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock


def closed_case(ctx: AppContext, nick: str, *, tier: Tier = Tier.NONE, agreed: bool = True) -> int:
    def buyer(transaction: Transaction) -> int:
        return transaction.insert("buyer", shop_id=1, nick=nick, tier=tier, phone="13800000000")

    who = ctx.bench.act("calls_planned", buyer, undoable=False)
    if agreed:
        ctx.contact.agree(who, Channel.PHONE)
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who)
    ctx.cases.change_state([case_id], CaseState.DONE)
    return case_id


def test_a_call_is_offered_when_a_case_closed_just_now_and_on_its_page_for_a_fortnight(
    ctx: AppContext, clock: FixedClock
) -> None:
    agreed = closed_case(ctx, "大观园_探春")
    asked = closed_case(ctx, "水帘洞_通臂", agreed=False)
    vip = closed_case(ctx, "高老庄_刚鬣", tier=Tier.V1, agreed=False)
    offers = offers_now(ctx.bench, ctx.case_calls, [agreed, asked, vip, 999])
    assert [(each.case_id, each.channel) for each in offers] == [(agreed, Channel.PHONE), (vip, Channel.NOTE)]
    clock.advance(timedelta(minutes=5))
    assert offers_now(ctx.bench, ctx.case_calls, [agreed]) == ()
    assert calls_about(ctx.bench, ctx.case_calls, agreed).offer is not None
    assert calls_about(ctx.bench, ctx.case_calls, asked).offer is None
    clock.advance(OFFERED_FOR)
    assert calls_about(ctx.bench, ctx.case_calls, agreed).offer is None


def test_a_made_call_stands_on_the_page_and_a_complaint_in_it_links_its_case(ctx: AppContext) -> None:
    case_id = closed_case(ctx, "大观园_探春")
    planned = ctx.case_calls.plan(case_id)
    assert (found := calls_about(ctx.bench, ctx.case_calls, case_id).planned) is not None
    assert found.id == planned
    call = ctx.call_backs.log_call(
        CallOutcome.REACHED, call_back_id=planned, satisfaction=Satisfaction.DISSATISFIED, case_id=case_id
    )
    complaint = ctx.case_calls.open_case_from_call(call, Problem.QUALITY)
    found_calls = calls_about(ctx.bench, ctx.case_calls, case_id)
    assert (found_calls.planned, found_calls.offer) == (None, None)
    assert found_calls.made is not None
    assert (found_calls.made.satisfaction, found_calls.made.opened_case_id) == ("dissatisfied", complaint)
    assert [each.id for each in ctx.cases.load_page(case_id).related] == [complaint]
    today = ctx.call_backs.desk().today
    counts = ctx.case_calls.satisfaction_counts(today, today)
    assert counts == ctx.case_calls.satisfaction_totals(today, today).calls
    assert counts[Satisfaction.DISSATISFIED] == 1
