"""What follows from a call: five outcomes, other channels, promises, corrections, and two windows at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop.words import phrase
from models.call_back_records import Satisfaction
from models.call_kinds import CallBackKind, Channel
from models.errors import NotFound, UserError
from models.kinds import CallBackState, CallOutcome, CaseState, Consent, Problem, Tier
from models.records import Buyer, CallBack
from models.rules.call_back_rhythm import DueCode, NextDate, read_note
from models.rules.verdict import Refused
from models.store import call_backs, case_links
from models.store.buyers import find_buyer
from models.store.history import verify_chain

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

TODAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
REACHED, NO_ANSWER = CallOutcome.REACHED, CallOutcome.NO_ANSWER
NOT_NOW, WRONG = CallOutcome.NOT_INTERESTED, CallOutcome.WRONG_NUMBER


@pytest.fixture
def buyer(ctx: AppContext) -> Callable[..., int]:
    """Adds a VIP with a phone who agreed to the channels named."""

    def add(nick: str, *channels: Channel, tier: Tier = Tier.V2, phone: str = "13800000000") -> int:
        values = {"shop_id": 1, "nick": nick, "tier": tier, "phone": phone}
        who: int = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
        for channel in channels:
            ctx.contact.agree(who, channel, "chat")
        ctx.call_backs.plan_missing()
        return who

    return add


def opened(ctx: AppContext, who: int, kind: CallBackKind = CallBackKind.RHYTHM) -> list[CallBack]:
    return [each for each in call_backs.list_open_of_buyer(ctx.store.database, who) if each.kind is kind]


def due(ctx: AppContext, who: int, day: date = TODAY) -> CallBack:
    """The buyer's regular call-back, put on a day that may have passed."""
    made = opened(ctx, who)[0].id
    note = '{"codes": [], "since": "%s"}' % day.isoformat()  # noqa: UP031
    ctx.bench.act("call_moved", lambda work: work.update("call_back", made, due_on=day, reason=note), undoable=False)
    return opened(ctx, who)[0]


def whose(ctx: AppContext, who: int) -> Buyer:
    return find_buyer(ctx.store.database, who)


def said(ctx: AppContext, code: str, language: str = "zh") -> list[str]:
    """The sentences of the events of a code, the oldest first."""
    database: Any = ctx.store.database
    rows = database.execute_sql(
        "SELECT e.action, d.details FROM history e JOIN history_detail d ON d.seq = e.seq"
        " WHERE e.action = ? ORDER BY e.seq", (code,),
    ).fetchall()  # fmt: skip
    return [phrase(action, json.loads(details), language) for action, details in rows]


def test_everything_about_a_call_is_kept(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("桃花源_渔人", Channel.PHONE, Channel.WECHAT)
    made = ctx.call_backs.log_call(
        REACHED, call_back_id=due(ctx, who).id, satisfaction="satisfied", note="壶很好用", channel=Channel.WECHAT,
        tags=[" 新品 ", "回购", "新品"], minutes=12, promise=("寄一份\n色卡", date(2026, 11, 25)),
    )  # fmt: skip
    call = ctx.call_backs.find_call(made)
    assert (call.channel, call.tags, call.minutes, call.note) == (Channel.WECHAT, ("新品", "回购"), 12, "壶很好用")
    promised = opened(ctx, who, CallBackKind.PROMISE)[0]
    assert (promised.subject, promised.due_on, promised.channel) == ("寄一份 色卡", date(2026, 11, 25), Channel.PHONE)
    assert said(ctx, "promise_made") == ["答应 桃花源_渔人：寄一份 色卡（2026-11-25 前）"]
    ctx.bench.undo_last()
    assert opened(ctx, who, CallBackKind.PROMISE) == []
    assert opened(ctx, who)[0].due_on == TODAY
    with pytest.raises(NotFound):
        ctx.call_backs.find_call(made)
    ctx.bench.redo_last()
    assert ctx.call_backs.find_call(made) == call
    assert opened(ctx, who, CallBackKind.PROMISE) == [promised]


def test_what_cannot_be_is_refused_and_nothing_is_written(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("桃花源_渔人", Channel.PHONE)
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("call_minutes_wrong", {"minutes": -1}), ("call_minutes_wrong", {"minutes": 1441}),
        ("call_tags_many", {"tags": [str(number) for number in range(21)]}), ("tag_too_long", {"tags": ["x" * 41]}),
        ("tag_has_controls", {"tags": ["a\u202eb"]}), ("promise_empty", {"promise": (" \n", MONDAY)}),
        ("call_back_date_past", {"promise": ("x", date(2026, 11, 19))}), ("text_too_long", {"note": "x" * 4001}),
        ("call_day_too_far", {"next_on": date(9999, 12, 31)}), ("call_day_too_far", {"promise": ("x", date.max)}),
        ("call_time_invalid", {"at_time": "9:5"}),
    ]  # fmt: skip
    for code, values in wrong:
        with pytest.raises(UserError, match=code):
            ctx.call_backs.log_call(REACHED, buyer_id=who, **values)
    with pytest.raises(NotFound):
        ctx.call_backs.log_call(REACHED, buyer_id=who, case_id=99)
    with pytest.raises(UserError, match="call_number_not_used"):
        ctx.call_backs.log_call(WRONG, buyer_id=who, channel=Channel.CHAT)
    assert ctx.call_backs.find_buyer_card(who).calls == ()
    assert opened(ctx, who, CallBackKind.PROMISE) == []


def test_not_interested_is_a_contact_and_leaves_one_turn_out(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("赤壁_周公瑾", Channel.PHONE)
    proposed = ctx.call_backs.propose_next(who, NOT_NOW, call_back_id=due(ctx, who).id)
    assert isinstance(proposed, NextDate)
    ctx.call_backs.log_call(NOT_NOW, buyer_id=who)
    following = opened(ctx, who)[0]
    assert (following.due_on, DueCode.NOT_INTERESTED in read_note(following.reason).codes) == (proposed.day, True)
    assert following.due_on >= date(2027, 1, 20)
    assert whose(ctx, who).consent is Consent.GIVEN


def test_a_wrong_number_goes_on_by_another_channel(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who, only = buyer("大观园_探春", Channel.PHONE, Channel.CHAT), buyer("栊翠_妙玉", Channel.PHONE)
    for one in (who, only):
        ctx.call_backs.log_call(WRONG, call_back_id=due(ctx, one).id)
    assert [(each.channel, each.due_on) for each in opened(ctx, who)] == [(Channel.CHAT, MONDAY)]
    assert [(each.channel, each.due_on) for each in opened(ctx, only)] == [(Channel.PHONE, MONDAY)]
    assert said(ctx, "call_channel_changed") == ["回访 大观园_探春 的方式由电话改为平台聊天"]
    assert said(ctx, "phone_wrong", "en")[0] == "The phone number of 大观园_探春 is wrong"
    assert whose(ctx, only).phone_wrong_at == ctx.clock.now()
    ctx.buyers.change_field(only, "phone", "13900000000")
    assert whose(ctx, only).phone_wrong_at is None
    for _ in range(2):
        ctx.bench.undo_last()
    assert whose(ctx, only).phone_wrong_at is None
    assert opened(ctx, only)[0].due_on == TODAY
    assert whose(ctx, who).phone_wrong_at is not None
    ctx.call_backs.log_call(REACHED, buyer_id=who, channel=Channel.PHONE)
    assert whose(ctx, who).phone_wrong_at is None, "somebody answered there"


def test_one_contact_settles_what_is_due_and_no_promise(
    ctx: AppContext, buyer: Callable[..., int], clock: FixedClock
) -> None:
    who = buyer("兰亭_王右军", Channel.PHONE)
    case, later = (ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who) for _ in range(2))
    close(ctx, case, later)
    today = ctx.case_calls.plan(case, TODAY)
    ahead = ctx.case_calls.plan(later, MONDAY)
    kept = ctx.call_backs.promise(who, "补寄杯盖", TODAY)
    regular = due(ctx, who, MONDAY)
    made = ctx.call_backs.log_call(REACHED, buyer_id=who, satisfaction=Satisfaction.SATISFIED)
    states = {each: call_backs.find_call_back(ctx.store.database, each).state for each in (today, ahead, regular.id)}
    assert states == {
        today: CallBackState.DONE, ahead: CallBackState.DUE, regular.id: CallBackState.DONE,
    }  # fmt: skip
    assert ctx.call_backs.find_call(made).case_id == case, "what was said is about the case whose call it settled"
    assert [each.id for each in opened(ctx, who, CallBackKind.PROMISE)] == [kept]
    ended = said(ctx, "call_ended_with", "en")
    assert ended == ["The same contact settled the call-back of 2026-11-20 for 兰亭_王右军: After a case"]
    assert len(opened(ctx, who)) == 1
    ctx.call_backs.keep_promise(kept, "已寄出")
    ctx.bench.undo_last()
    ctx.call_backs.log_call(REACHED, call_back_id=kept)
    assert opened(ctx, who, CallBackKind.PROMISE) == []
    assert said(ctx, "promise_kept")[-1] == "答应 兰亭_王右军 的事已办到：补寄杯盖"


def close(ctx: AppContext, *case_ids: int) -> None:
    ctx.cases.change_state(case_ids, CaseState.DONE)


def test_a_note_is_no_contact(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("长安_李十二", Channel.PHONE)
    regular = due(ctx, who, MONDAY)
    assert ctx.call_backs.propose_next(who, REACHED, channel=Channel.NOTE) == Refused("nothing_follows")
    ctx.call_backs.log_call(REACHED, buyer_id=who, channel=Channel.NOTE)
    assert opened(ctx, who) == [regular]
    ctx.call_backs.log_call(REACHED, buyer_id=who, call_back_id=regular.id, channel=Channel.NOTE)
    assert opened(ctx, who)[0].due_on > MONDAY
    assert opened(ctx, who)[0].channel is Channel.PHONE


def test_what_happened_is_kept_on_any_channel_but_nothing_planned_on_it(
    ctx: AppContext, buyer: Callable[..., int]
) -> None:
    who = buyer("洛阳_白乐天", Channel.CHAT)
    assert opened(ctx, who)[0].channel is Channel.CHAT
    ctx.call_backs.log_call(REACHED, buyer_id=who, channel=Channel.PHONE)
    assert opened(ctx, who)[0].channel is Channel.CHAT
    ctx.contact.opt_out(who, "phone")
    ctx.call_backs.log_call(NO_ANSWER, buyer_id=who)
    assert call_backs.list_open_of_buyer(ctx.store.database, who) == ()
    for values in ({"next_on": MONDAY}, {"promise": ("x", MONDAY)}):
        with pytest.raises(UserError, match=r"call_needs_consent|call_opted_out"):
            ctx.call_backs.log_call(REACHED, buyer_id=who, **values)
    with pytest.raises(UserError, match="call_opted_out"):
        ctx.call_backs.promise(who, "x", MONDAY)
    assert len(ctx.call_backs.find_buyer_card(who).calls) == 2


def test_opting_out_closes_every_kind_and_agreeing_plans_anew(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("栊翠_妙玉", Channel.PHONE)
    case = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who)
    close(ctx, case)
    ctx.case_calls.plan(case)
    ctx.call_backs.promise(who, "补寄杯盖", MONDAY)
    three = call_backs.list_open_of_buyer(ctx.store.database, who)
    assert len({each.kind for each in three}) == 3
    ctx.contact.opt_out(who, "chat")
    closed = [call_backs.find_call_back(ctx.store.database, each.id) for each in three]
    assert {(each.state, read_note(each.reason).codes) for each in closed} == {
        (CallBackState.SKIPPED, (DueCode.OPTED_OUT,))
    }
    ctx.bench.undo_last()
    assert call_backs.list_open_of_buyer(ctx.store.database, who) == three
    ctx.bench.redo_last()
    ctx.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
    ctx.contact.agree(who, Channel.CHAT)
    assert [(each.kind, each.channel) for each in call_backs.list_open_of_buyer(ctx.store.database, who)] == [
        (CallBackKind.RHYTHM, Channel.CHAT)
    ]


def test_a_withdrawn_channel_changes_what_is_planned_on_it(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("杏花村_杜牧之", Channel.PHONE, Channel.CHAT)
    case = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who)
    close(ctx, case)
    ctx.case_calls.plan(case)
    ctx.contact.withdraw(who, Channel.PHONE)
    assert {each.channel for each in call_backs.list_open_of_buyer(ctx.store.database, who)} == {Channel.CHAT}


def test_two_windows_log_one_call_back_once(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("桃花源_渔人", Channel.PHONE)
    shown = due(ctx, who)
    ctx.call_backs.log_call(NO_ANSWER, call_back_id=shown.id, seen=shown)
    with pytest.raises(UserError, match="call_back_changed"):
        ctx.call_backs.log_call(NO_ANSWER, call_back_id=shown.id, seen=shown)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: ctx.call_backs.move(shown.id, MONDAY, seen=shown),
        lambda: ctx.call_backs.snooze(shown.id, MONDAY, "x", seen=shown),
        lambda: ctx.call_backs.skip(shown.id, "x", seen=shown),
    )
    for attempt in attempts:
        with pytest.raises(UserError, match="call_back_changed"):
            attempt()
    assert [each.attempts for each in opened(ctx, who)] == [1]
    ctx.call_backs.log_call(REACHED, call_back_id=shown.id, seen=opened(ctx, who)[0])
    with pytest.raises(UserError, match="call_back_closed"):
        ctx.call_backs.log_call(REACHED, call_back_id=shown.id)
    assert len(ctx.call_backs.find_buyer_card(who).calls) == 2


def test_a_logged_call_is_corrected_with_its_past(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("桃花源_渔人", Channel.PHONE)
    made = ctx.call_backs.log_call(REACHED, buyer_id=who, note="壶很好用", satisfaction="satisfied", minutes=3)
    assert ctx.call_backs.change_call(
        made, note="壶漏水", satisfaction=Satisfaction.DISSATISFIED, tags=["投诉"], minutes=None
    )
    call = ctx.call_backs.find_call(made)
    assert (call.note, call.satisfaction, call.tags, call.minutes) == ("壶漏水", "dissatisfied", ("投诉",), None)
    assert said(ctx, "call_note_changed") == ["更正回访 桃花源_渔人 的备注：壶漏水（原为：壶很好用）"]
    assert said(ctx, "call_satisfaction_changed") == ["更正回访 桃花源_渔人 的满意度：不满意（原为：满意）"]
    assert not ctx.call_backs.change_call(made, note="壶漏水")
    ctx.bench.undo_last()
    assert ctx.call_backs.find_call(made).minutes == 3
    with pytest.raises(NotFound):
        ctx.call_backs.change_call(99, note="x")


def test_a_complaint_opens_a_case_linked_to_the_old_one(ctx: AppContext, case_id: int) -> None:
    who = ctx.cases.load_page(case_id).case.buyer_id
    assert who is not None
    made = ctx.call_backs.log_call(REACHED, buyer_id=who, case_id=case_id, satisfaction="dissatisfied")
    fresh = ctx.call_backs.open_case_from_call(made, Problem.NOT_AS_DESCRIBED, "又寄错了颜色")
    page = ctx.cases.load_page(fresh)
    assert (page.case.buyer_id, page.case.order_id) == (who, ctx.cases.load_page(case_id).case.order_id)
    assert case_links.find_link(ctx.store.database, fresh, case_id) is not None
    assert ctx.call_backs.find_call(made).opened_case_id == fresh
    with pytest.raises(UserError, match="call_opened_other"):
        ctx.call_backs.open_case_from_call(made, Problem.DAMAGED)
    ctx.bench.undo_last()
    assert ctx.call_backs.find_call(made).opened_case_id is None
    other = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who)
    ctx.call_backs.note_opened_case(made, other)
    assert ctx.undo.done()[0].values["case"] == ctx.cases.load_page(other).case.number
    assert case_links.find_link(ctx.store.database, other, case_id) is not None
    stranger = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=ctx.opening.add_buyer(1, "别人"))
    with pytest.raises(UserError, match="call_case_of_other"):
        ctx.call_backs.log_call(REACHED, buyer_id=who, opened_case_id=stranger)
    assert verify_chain(ctx.store.database).broken_at is None


def test_a_merged_buyer_leads_to_the_one_they_are(ctx: AppContext, buyer: Callable[..., int]) -> None:
    kept, other = buyer("桃花源_渔人", Channel.PHONE), buyer("武陵人", Channel.PHONE)
    ctx.call_backs.promise(other, "补寄杯盖", MONDAY)
    ctx.buyers.merge(kept, other)
    ctx.call_backs.log_call(REACHED, buyer_id=other, note="还是同一个人")
    assert ctx.call_backs.find_buyer_card(kept).calls[0].note == "还是同一个人"
    assert len(opened(ctx, kept)) == len(opened(ctx, kept, CallBackKind.PROMISE)) == 1
    assert call_backs.list_open_of_buyer(ctx.store.database, other) == ()
