"""The sample shop's call-backs: who is VIP and agreed to what, how often, what was said, what is due and late."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from desktop.context import AppContext
from desktop.demo.sample_goods import SampleGoods
from models.call_back_records import Satisfaction
from models.call_kinds import Channel
from models.clock import FixedClock, zone
from models.kinds import CallOutcome, CaseState, Consent, Problem, Tier
from models.rules.call_settings import CallRules, Hours, QuietDays, TierRule
from models.rules.rhythms import Rhythm, RhythmUnit
from models.rules.verdict import Refused

_TIERS = [Tier.V3] * 6 + [Tier.V2] * 9 + [Tier.V1] * 10
_WEEKDAYS = (0, 1, 2, 3, 4)
# Places among the VIPs: never asked, opted out, would rather write, marked without spend, with a birthday near, whose
# number is another's by now, called on a day of the quarter, waiting for what was promised.
_NOT_ASKED, _OPTED_OUT, _BY_WECHAT, _BY_CHAT, _SPECIAL, _BIRTHDAY = 9, 16, 4, 12, (7, 18), 2
_WRONG_NUMBER, _BY_QUARTER, _PROMISED = 15, 20, 13
_APPOINTMENTS = ("10:30", "14:00", "15:30", "17:00")


def work_on_calls(
    ctx: AppContext, goods: SampleGoods, chance: random.Random, people: Sequence[int], vips: Sequence[int]
) -> None:
    """Tiers, consent and calls of the last months, through the services. Leaves the bench's clock at the present."""
    now = ctx.clock.now()
    bench_clock = FixedClock(now - timedelta(days=70))
    ctx.bench.clock = bench_clock
    here = zone(goods.shop["time_zone"])
    today = now.astimezone(here).date()
    ctx.call_rules.keep(_rules(goods.shop["currency"]))
    asked = _ask(ctx, goods, vips, today)
    _make_calls(ctx, goods, chance, people, _moments(asked, chance, now, here), bench_clock)
    ctx.shops.choose_person(people[0])
    ctx.bench.clock = FixedClock(now)
    ctx.call_backs.plan_missing()
    _quiet_days(ctx, goods.desk, people, today)
    _set_times(ctx, goods.desk, today)
    ctx.call_backs.log_call(CallOutcome.WRONG_NUMBER, buyer_id=vips[_WRONG_NUMBER])
    ctx.call_backs.promise(vips[_PROMISED], goods.desk["promise_today"], today)


def _rules(currency: str) -> CallRules:
    """What this shop chose; every shop has its own."""
    unit = 100 if currency == "CNY" else 15
    return CallRules(
        rhythms={Tier.V3: Rhythm(), Tier.V2: Rhythm(), Tier.V1: Rhythm(2)}, capacity=6, tiers_on=True,
        tiers=(
            TierRule(Tier.V3, spend=2_400 * unit, orders=9, refund_rate=0.2, days=180),
            TierRule(Tier.V2, spend=1_600 * unit, orders=7, refund_rate=0.3, days=180),
            TierRule(Tier.V1, spend=1_250 * unit, orders=5, refund_rate=0.4, days=180),
        ),
    )  # fmt: skip


def _ask(ctx: AppContext, goods: SampleGoods, vips: Sequence[int], today: date) -> list[int]:
    """Tiers and what each agreed to; returns those who may be called."""
    asked: list[int] = []
    for at, (buyer_id, tier) in enumerate(zip(vips, _TIERS, strict=False)):
        consent = {_NOT_ASKED: Consent.UNKNOWN, _OPTED_OUT: Consent.REFUSED}.get(at, Consent.GIVEN)
        ctx.call_backs.set_consent(buyer_id, consent, "" if consent is Consent.UNKNOWN else "chat")
        if at in _SPECIAL:
            ctx.vips.mark_special(buyer_id, tier)
        else:
            ctx.vips.set_tier(buyer_id, tier)
        if consent is Consent.GIVEN:
            asked.append(buyer_id)
    ctx.contact.agree(vips[_WRONG_NUMBER], Channel.CHAT, "chat")
    for at, channel in ((_BY_WECHAT, Channel.WECHAT), (_BY_CHAT, Channel.CHAT)):
        ctx.contact.agree(vips[at], channel, "chat")
        ctx.contact.set_preferences(vips[at], channel=channel)
    ctx.contact.set_preferences(vips[_BY_QUARTER], rhythm=Rhythm(1, RhythmUnit.QUARTERS, nth=2, weekday=1))
    ctx.contact.set_preferences(vips[0], hours=Hours("10:00", "12:00", _WEEKDAYS))
    ctx.contact.set_preferences(vips[_BIRTHDAY], birthday=(today + timedelta(days=6)).strftime("%m-%d"))
    ctx.contact.set_preferences(vips[5], rhythm=Rhythm(3, RhythmUnit.WEEKS))
    return asked


def _moments(
    asked: Sequence[int], chance: random.Random, now: datetime, here: tzinfo
) -> list[tuple[datetime, int]]:  # fmt: skip
    """The last two calls to each, on workdays: some late now, some due today, most in the weeks to come."""
    told = []
    for at, buyer_id in enumerate(asked):
        days = (33, 36, 34, 32, 31, 31, 31, 30)[at] if at < 8 else 29 - (at - 8) * 29 // 17
        for ago in (days + 30, days):
            day = (now - timedelta(days=ago)).astimezone(here)
            day -= timedelta(days=max(0, day.weekday() - 4))
            call = day.replace(hour=10 + chance.randrange(7), minute=chance.choice((0, 15, 30, 45))).astimezone(UTC)
            if call < now:
                told.append((call, buyer_id))
    return sorted(told)


def _make_calls(
    ctx: AppContext, goods: SampleGoods, chance: random.Random, people: Sequence[int],
    told: Sequence[tuple[datetime, int]], clock: FixedClock,
) -> None:  # fmt: skip
    # Every second one is of a call that was answered.
    results = [result[goods.lang] for result in goods.call_results[::2]]
    again = Satisfaction.SATISFIED
    for place, (moment, buyer_id) in enumerate(told):
        clock.advance(max(moment - clock.now(), timedelta()))
        ctx.shops.choose_person(chance.choice((people[0], people[1])))
        promise = None
        if place == len(told) - 3:
            promise = (goods.desk["promise"], (ctx.clock.now() + timedelta(days=5)).date())
        ctx.call_backs.log_call(
            CallOutcome.REACHED, buyer_id=buyer_id, satisfaction=chance.choice((again, again, Satisfaction.NEUTRAL)),
            note=chance.choice(results), minutes=chance.choice((2, 3, 4, 6)), promise=promise,
            tags=(goods.desk["call_tag"],) if place % 5 == 0 else (),
        )  # fmt: skip


def _quiet_days(ctx: AppContext, said: Mapping[str, Any], people: Sequence[int], today: date) -> None:
    """The days of the great sale every year, and a week in which one of the two is away."""
    sale = date(today.year, 11, 9)
    ctx.quiet_periods.add(QuietDays(sale, sale + timedelta(days=3), said["sale"], yearly=True))
    away = today + timedelta(days=14 - today.weekday())
    ctx.quiet_periods.add(QuietDays(away, away + timedelta(days=4), said["away"], person_id=people[1]))


def _set_times(ctx: AppContext, said: Mapping[str, Any], today: date) -> None:
    """Appointments for today, and two that nobody answered yesterday."""
    late = [call.row for call in ctx.call_backs.overdue()]
    for row in late[:2]:
        ctx.call_backs.log_call(CallOutcome.NO_ANSWER, call_back_id=row.call_back.id, next_on=today)
    if len(late) > 2:
        ctx.call_backs.move(late[2].call_back.id, today, said["snooze_call"], at_time="11:00")
    waiting = [row for row in ctx.call_backs.day(today) if row.call_back.id not in {each.call_back.id for each in late}]
    for row, at_time in zip(waiting, _APPOINTMENTS, strict=False):
        ctx.call_backs.move(row.call_back.id, today, at_time=at_time)


def call_after_cases(ctx: AppContext, goods: SampleGoods, people: Sequence[int], cases: int) -> None:
    """Satisfaction calls after the newest closed cases whose buyers agreed: one made, one a complaint, two to come."""
    ctx.shops.choose_person(people[0])
    rows = ctx.cases.load_rows(range(1, cases + 1)).values()
    closed = [row for row in rows if row.state is CaseState.DONE]
    planned: list[int] = []
    for row in sorted(closed, key=lambda row: row.updated_at, reverse=True):
        if len(planned) < 4 and not isinstance(ctx.case_calls.offer(row.id), Refused):
            planned.append(ctx.case_calls.plan(row.id))
    results = ((Satisfaction.SATISFIED, goods.desk["after_case"]), (Satisfaction.DISSATISFIED, goods.desk["complaint"]))
    for call_back_id, (felt, note) in zip(planned, results, strict=False):
        made = ctx.call_backs.log_call(
            CallOutcome.REACHED, call_back_id=call_back_id, satisfaction=felt, minutes=3, note=note
        )
        if felt is Satisfaction.DISSATISFIED:
            ctx.call_backs.open_case_from_call(made, Problem.QUALITY, note)
