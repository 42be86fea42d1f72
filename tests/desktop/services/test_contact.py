"""What buyers agreed to and how they like it: channels, opting out, wishes, and what follows for what is planned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.context import AppContext
from models.call_kinds import CallBackKind, Channel
from models.errors import UserError
from models.kinds import CallBackState, CallOutcome, Consent, Tier
from models.records import Buyer, CallBack
from models.rules.call_settings import Hours
from models.rules.due_notes import DueCode, DueNote, read_note
from models.rules.rhythms import Rhythm, RhythmUnit
from models.store import call_backs, contacts
from models.store.buyers import find_buyer

TODAY = date(2026, 11, 20)
PHONE, CHAT, SMS, EMAIL, NOTE = Channel.PHONE, Channel.CHAT, Channel.SMS, Channel.EMAIL, Channel.NOTE
Add = Callable[..., int]


@pytest.fixture
def add(ctx: AppContext) -> Add:
    """Adds a VIP of tier 2 with a phone number who was not asked yet."""

    def add(nick: str = "桃花源_渔人", **values: object) -> int:
        wanted = {"shop_id": 1, "nick": nick, "tier": Tier.V2, "phone": "13800000000"} | values
        return ctx.bench.act("buyer_edited", lambda transaction: transaction.insert("buyer", **wanted), undoable=False)

    return add


def kept(ctx: AppContext, who: int) -> Buyer:
    return find_buyer(ctx.store.database, who)


def opened(ctx: AppContext, who: int) -> tuple[CallBack, ...]:
    return call_backs.list_open_of_buyer(ctx.store.database, who)


def said(ctx: AppContext, who: int) -> dict[Channel, bool]:
    return {channel: each.agreed for channel, each in ctx.contact.channels(who).items()}


def test_agreeing_is_kept_with_day_and_way_and_plans_a_call(ctx: AppContext, add: Add) -> None:
    who = add()
    ctx.contact.agree(who, CHAT, "chat", date(2026, 10, 3))
    noted = ctx.contact.channels(who)[CHAT]
    assert (noted.agreed, noted.way, noted.noted_by) == (True, "chat", "小满")
    assert ctx.call_backs.desk().day_of(noted.said_at) == date(2026, 10, 3)
    assert kept(ctx, who).consent is Consent.GIVEN
    assert [each.channel for each in opened(ctx, who)] == [CHAT]
    ctx.contact.agree(who, PHONE)
    assert ctx.contact.channels(who)[PHONE].said_at == ctx.clock.now()
    assert ctx.contact.channel_for(who) is PHONE
    ctx.bench.undo_last()
    assert said(ctx, who) == {CHAT: True}
    ctx.bench.undo_last()
    assert (said(ctx, who), kept(ctx, who).consent, opened(ctx, who)) == ({}, Consent.UNKNOWN, ())
    ctx.bench.redo_last()
    assert (said(ctx, who), len(opened(ctx, who))) == ({CHAT: True}, 1)


def test_opting_out_closes_everything_of_every_kind_and_undo_brings_it_back(ctx: AppContext, add: Add) -> None:
    who = add()
    ctx.contact.agree(who, PHONE)
    ctx.contact.agree(who, SMS)
    ctx.call_backs.promise(who, "补发把手", date(2026, 12, 1))
    before = opened(ctx, who)
    assert {each.kind for each in before} == {CallBackKind.RHYTHM, CallBackKind.PROMISE}
    ctx.contact.opt_out(who, "phone")
    assert (opened(ctx, who), said(ctx, who)) == ((), {PHONE: False, SMS: False})
    assert (kept(ctx, who).consent, kept(ctx, who).consent_way) == (Consent.REFUSED, "phone")
    for each in before:
        closed = call_backs.find_call_back(ctx.store.database, each.id)
        assert (closed.state, read_note(closed.reason).codes) == (CallBackState.SKIPPED, (DueCode.OPTED_OUT,))
    assert ctx.call_backs.plan_missing() == 0
    events = len(ctx.bench.undo.done())
    ctx.contact.opt_out(who)
    assert len(ctx.bench.undo.done()) == events, "once is enough"
    ctx.bench.undo_last()
    assert (opened(ctx, who), said(ctx, who)) == (before, {PHONE: True, SMS: True})


def test_an_agreement_older_than_the_no_does_not_count(ctx: AppContext, add: Add) -> None:
    who = add()
    ctx.contact.agree(who, PHONE, said_on=date(2026, 3, 1))
    ctx.contact.agree(who, CHAT, said_on=date(2026, 3, 1))
    ctx.contact.withdraw(who, PHONE, said_on=date(2026, 6, 1))
    with pytest.raises(UserError, match="consent_withdrawn_since"):
        ctx.contact.agree(who, PHONE, said_on=date(2026, 5, 31))
    ctx.contact.opt_out(who)
    with pytest.raises(UserError, match="consent_withdrawn_since"):
        ctx.contact.agree(who, EMAIL, said_on=date(2026, 11, 19))
    assert not any(said(ctx, who).values())
    ctx.contact.agree(who, EMAIL)
    assert said(ctx, who) == {PHONE: False, CHAT: False, EMAIL: True}, "what was withdrawn stays withdrawn"


def test_withdrawing_moves_to_another_channel_and_the_last_one_stops_all(ctx: AppContext, add: Add) -> None:
    who = add()
    for channel in (PHONE, CHAT):
        ctx.contact.agree(who, channel)
    planned = opened(ctx, who)[0]
    ctx.contact.withdraw(who, PHONE, "phone")
    assert [(each.id, each.due_on, each.channel) for each in opened(ctx, who)] == [(planned.id, planned.due_on, CHAT)]
    ctx.contact.withdraw(who, CHAT)
    assert (kept(ctx, who).consent, opened(ctx, who)) == (Consent.REFUSED, ())
    ctx.contact.agree(who, CHAT)
    assert (kept(ctx, who).consent, [each.channel for each in opened(ctx, who)]) == (Consent.GIVEN, [CHAT])
    other = add("赤壁_周公瑾")
    ctx.contact.withdraw(other, SMS)
    assert (kept(ctx, other).consent, said(ctx, other)) == (Consent.UNKNOWN, {SMS: False}), "one never asked"


def test_the_older_door(ctx: AppContext, add: Add) -> None:
    who = add()
    ctx.call_backs.set_consent(who, Consent.GIVEN, "chat")
    assert (said(ctx, who), kept(ctx, who).consent_way) == ({PHONE: True}, "chat")
    ctx.call_backs.set_consent(who, Consent.GIVEN, "form")
    assert (kept(ctx, who).consent_way, ctx.contact.channels(who)[PHONE].way) == ("form", "form")
    ctx.call_backs.set_consent(who, Consent.REFUSED)
    assert (said(ctx, who), opened(ctx, who)) == ({PHONE: False}, ())
    ctx.call_backs.set_consent(who, Consent.UNKNOWN)
    assert (said(ctx, who), kept(ctx, who).consent_at) == ({}, None)
    old = add("老客", consent=Consent.GIVEN)
    assert said(ctx, old) == {PHONE: True}, "who agreed before channels were kept apart agreed to calls"
    ctx.contact.agree(old, CHAT)
    assert said(ctx, old) == {PHONE: True, CHAT: True}
    assert contacts.said_channels_of(ctx.store.database, [who, old]) == {old: {PHONE: True, CHAT: True}}


def test_what_is_due_today_leaves_a_weekday_the_buyer_rules_out(ctx: AppContext, add: Add) -> None:
    who, late = add(), add("赤壁_周公瑾")

    def stand_today(made: int, since: date) -> None:
        note = DueNote((DueCode.FIRST,), since, TODAY, 20).written()
        ctx.bench.act("call_moved", lambda work: work.update("call_back", made, due_on=TODAY, reason=note))

    for each in (who, late):
        ctx.contact.agree(each, PHONE)
        stand_today(opened(ctx, each)[0].id, TODAY if each == who else date(2026, 11, 18))
        ctx.contact.set_preferences(each, hours=Hours("14:00", "16:00", (1, 3)))
    assert (opened(ctx, who)[0].due_on, opened(ctx, who)[0].at_time) == (date(2026, 11, 24), "14:00")
    assert opened(ctx, late)[0].due_on == TODAY, "what is late waits for nobody's weekday"


def test_wishes_move_what_is_planned_only_where_they_must(ctx: AppContext, add: Add) -> None:
    who = add()
    ctx.contact.agree(who, PHONE)
    ctx.contact.agree(who, CHAT)
    ctx.call_backs.log_call(CallOutcome.REACHED, buyer_id=who)
    monthly = opened(ctx, who)[0]
    assert monthly.due_on == date(2026, 12, 21)
    assert ctx.contact.set_preferences(who, birthday="1984-02-29", channel=CHAT)
    assert [(each.due_on, each.channel) for each in opened(ctx, who)] == [(monthly.due_on, CHAT)]
    assert ctx.contact.set_preferences(who, rhythm=Rhythm(2, RhythmUnit.WEEKS))
    assert opened(ctx, who)[0].due_on == date(2026, 12, 4)
    ctx.contact.set_preferences(who, hours=Hours("14:00", "16:00", (1,)))
    assert (opened(ctx, who)[0].due_on.weekday(), opened(ctx, who)[0].at_time) == (1, "14:00")
    ctx.contact.set_preferences(who, person_id=1)
    assert opened(ctx, who)[0].person_id == 1
    assert not ctx.contact.set_preferences(who, person_id=1, channel=CHAT)
    ctx.contact.set_preferences(who, rhythm=None, hours=None, channel=None, person_id=None, birthday="")
    assert opened(ctx, who)[0].due_on == monthly.due_on
    assert len(opened(ctx, who)) == 1
    ctx.bench.undo_last()
    assert kept(ctx, who).birthday == "1984-02-29"
    ctx.call_backs.log_call(CallOutcome.CALL_AGAIN, buyer_id=who, next_on=date(2026, 12, 9))
    ctx.contact.set_preferences(who, rhythm=Rhythm(1, RhythmUnit.QUARTERS))
    assert opened(ctx, who)[0].due_on == date(2026, 12, 9), "the buyer asked for that day"


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("consent_date_future", lambda ctx, who: ctx.contact.agree(who, PHONE, said_on=date(2026, 11, 21))),
        ("consent_date_past", lambda ctx, who: ctx.contact.opt_out(who, said_on=date.min)),
        ("text_too_long", lambda ctx, who: ctx.contact.agree(who, PHONE, "长" * 100_000)),
        ("text_has_nul", lambda ctx, who: ctx.contact.withdraw(who, PHONE, "\x00")),
        ("birthday_invalid", lambda ctx, who: ctx.contact.set_preferences(who, birthday="30 Feb")),
        ("birthday_future", lambda ctx, who: ctx.contact.set_preferences(who, birthday="2027-01-01")),
        ("call_hours_wrong", lambda ctx, who: ctx.contact.set_preferences(who, hours=Hours("18:00", "9:00"))),
        ("person_not_found", lambda ctx, who: ctx.contact.set_preferences(who, person_id=999)),
        ("buyer_not_found", lambda ctx, who: ctx.contact.agree(who + 99, PHONE)),
    ],
)
def test_what_cannot_be_is_refused(ctx: AppContext, add: Add, code: str, wrong: Callable[..., object]) -> None:
    who = add('<b>"名字"</b> 🏮 \u202e', consent=Consent.GIVEN)
    before = kept(ctx, who)
    with pytest.raises(Exception, match=code):
        wrong(ctx, who)
    assert kept(ctx, who) == before
