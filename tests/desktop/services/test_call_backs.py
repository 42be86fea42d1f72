"""Call-backs through their service: planned, logged, moved, skipped, undone, and only with consent."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.context import AppContext
from desktop.services.workdays import work_calendar
from desktop.words import phrase
from models.call_back_records import Satisfaction
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import CallBackState, CallOutcome, Consent, Problem, Tier
from models.records import CallBackRow
from models.rules.call_back_rhythm import DueCode, NextDate, read_note
from models.rules.verdict import Refused
from models.store.buyers import find_buyer
from models.store.history import verify_chain

TODAY = date(2026, 11, 20)
REACHED, NO_ANSWER, CALL_AGAIN = CallOutcome.REACHED, CallOutcome.NO_ANSWER, CallOutcome.CALL_AGAIN


@pytest.fixture
def buyer(ctx: AppContext) -> Callable[..., int]:
    """Adds a buyer; a VIP who agreed to calls unless said otherwise."""

    def add(nick: str, tier: Tier = Tier.V2, consent: Consent = Consent.GIVEN) -> int:
        return ctx.bench.act(
            "buyer_tier_changed",
            lambda transaction: transaction.insert(
                "buyer", shop_id=1, nick=nick, tier=tier, consent=consent, phone="13800000000"
            ),
            undoable=False,
        )

    return add


def open_one(ctx: AppContext, buyer_id: int) -> CallBackRow:
    rows = [row for row in ctx.call_backs.due(date(2099, 1, 1)) if row.call_back.buyer_id == buyer_id]
    assert len(rows) == 1
    return rows[0]


def plan_on(ctx: AppContext, buyer_id: int, day: date) -> int:
    """Put the buyer's open call-back on a day, past or not."""
    ctx.call_backs.plan_missing()
    made = open_one(ctx, buyer_id).call_back.id
    note = '{"codes": [], "since": "%s"}' % day.isoformat()  # noqa: UP031
    ctx.bench.act(
        "call_moved", lambda transaction: transaction.update("call_back", made, due_on=day, reason=note), undoable=False
    )
    return made


def test_only_vips_who_agreed_are_planned_and_only_once(ctx: AppContext, buyer: Callable[..., int]) -> None:
    wanted = {buyer("桃花源_渔人"), buyer("赤壁_周公瑾", Tier.V1)}
    buyer("no tier", Tier.NONE)
    buyer("not asked", Tier.V3, Consent.UNKNOWN)
    buyer("refused", Tier.V3, Consent.REFUSED)
    assert ctx.call_backs.plan_missing() == 2
    assert ctx.call_backs.plan_missing() == 0
    rows = ctx.call_backs.due(date(2099, 1, 1))
    assert {row.call_back.buyer_id for row in rows} == wanted
    assert len({row.call_back.due_on for row in rows}) == 2, "first calls are spread"
    assert all(row.call_back.due_on >= TODAY for row in rows)


def test_a_call_that_reached_plans_the_next_a_month_later(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("桃花源_渔人")
    made = plan_on(ctx, who, TODAY)
    proposed = ctx.call_backs.propose_next(who, REACHED)
    assert isinstance(proposed, NextDate)
    assert (proposed.day, proposed.codes) == (date(2026, 12, 21), (DueCode.SUNDAY,))
    ctx.call_backs.log_call(REACHED, call_back_id=made, satisfaction=Satisfaction.SATISFIED, note="壶很好用")
    following = open_one(ctx, who)
    assert following.call_back.due_on == date(2026, 12, 21)
    assert following.last_reached_at == ctx.clock.now()
    done = ctx.call_backs.day(TODAY)[0]
    assert (done.call_back.state, done.outcome, done.call_back.done_at) == (
        CallBackState.DONE, REACHED, ctx.clock.now(),
    )  # fmt: skip
    call = ctx.call_backs.find_buyer_card(who).calls[0]
    assert (call.satisfaction, call.note, call.person) == ("satisfied", "壶很好用", "小满")
    assert verify_chain(ctx.store.database).broken_at is None


def test_undo_and_redo_keep_exactly_one_open(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("桃花源_渔人")
    made = plan_on(ctx, who, TODAY)
    ctx.call_backs.log_call(REACHED, call_back_id=made)
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert phrase(entry.code, entry.values, "zh") == "回访 桃花源_渔人：接通"
    assert phrase(entry.code, entry.values, "en") == "Call-back 桃花源_渔人: Reached"
    ctx.bench.undo_last()
    assert open_one(ctx, who).call_back.id == made
    assert ctx.call_backs.find_buyer_card(who).calls == ()
    ctx.bench.redo_last()
    assert open_one(ctx, who).call_back.due_on == date(2026, 12, 21)


def test_nobody_answered_tries_again_and_stays_late(
    ctx: AppContext, buyer: Callable[..., int], clock: FixedClock
) -> None:
    who = buyer("赤壁_周公瑾")
    made = plan_on(ctx, who, date(2026, 11, 17))
    assert [(each.row.nick, each.days) for each in ctx.call_backs.overdue()] == [("赤壁_周公瑾", 3)]
    ctx.call_backs.log_call(NO_ANSWER, call_back_id=made)
    row = open_one(ctx, who)
    assert (row.call_back.due_on, row.call_back.attempts, row.outcome) == (date(2026, 11, 23), 1, NO_ANSWER)
    assert ctx.call_backs.overdue() == ()
    clock.advance(timedelta(days=3))
    assert [(each.days, each.since) for each in ctx.call_backs.overdue()] == [(6, date(2026, 11, 17))]
    clock.advance(timedelta(days=60))
    assert ctx.call_backs.overdue()[0].days == 66, "late ones never leave by themselves"


def test_call_again_is_late_only_after_the_day_the_buyer_chose(
    ctx: AppContext, buyer: Callable[..., int], clock: FixedClock
) -> None:
    who = buyer("大观园_探春")
    made = plan_on(ctx, who, date(2026, 11, 17))
    ctx.call_backs.log_call(CALL_AGAIN, call_back_id=made, next_on=date(2026, 11, 25), at_time="11:00")
    row = open_one(ctx, who)
    assert (row.call_back.due_on, row.call_back.at_time, row.call_back.attempts) == (date(2026, 11, 25), "11:00", 0)
    clock.advance(timedelta(days=5))
    assert ctx.call_backs.overdue() == ()
    clock.advance(timedelta(days=1))
    assert ctx.call_backs.overdue()[0].days == 1


def test_after_a_retry_the_month_counts_from_the_contact(
    ctx: AppContext, buyer: Callable[..., int], clock: FixedClock
) -> None:
    who = buyer("赤壁_周公瑾")
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    made = open_one(ctx, who).call_back.id
    clock.advance(timedelta(days=31))
    ctx.call_backs.log_call(NO_ANSWER, call_back_id=made)
    clock.advance(timedelta(days=1))
    ctx.call_backs.log_call(REACHED, call_back_id=made)
    assert open_one(ctx, who).call_back.due_on == date(2027, 1, 22)


def test_a_call_to_a_buyer_without_a_plan(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("长安_李十二")
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    assert open_one(ctx, who).call_back.due_on == date(2026, 12, 21)
    ctx.bench.undo_last()
    assert ctx.call_backs.plan_missing() == 0, "the one that was there before is there again"
    ctx.bench.redo_last()
    assert open_one(ctx, who).call_back.due_on == date(2026, 12, 21)


def test_a_call_without_consent_is_kept_and_nothing_is_planned(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("refused", Tier.V3, Consent.REFUSED)
    assert ctx.call_backs.propose_next(who, REACHED) == Refused("opted_out")
    ctx.call_backs.log_call(REACHED, buyer_id=who, note="called in")
    assert len(ctx.call_backs.find_buyer_card(who).calls) == 1
    assert ctx.call_backs.due(date(2099, 1, 1)) == ()
    with pytest.raises(UserError, match="call_needs_consent"):
        ctx.call_backs.log_call(REACHED, buyer_id=who, next_on=date(2026, 12, 1))


def test_the_next_day_may_be_chosen_but_not_in_the_past(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("桃花源_渔人")
    made = plan_on(ctx, who, TODAY)
    for wrong in (TODAY, date(2026, 11, 19)):
        with pytest.raises(UserError, match="call_back_date_past"):
            ctx.call_backs.log_call(REACHED, call_back_id=made, next_on=wrong)
    with pytest.raises(UserError, match="call_time_invalid"):
        ctx.call_backs.log_call(REACHED, call_back_id=made, at_time="25:00")
    assert ctx.call_backs.find_buyer_card(who).calls == (), "nothing was written"
    ctx.call_backs.log_call(REACHED, call_back_id=made, next_on=date(2026, 12, 5), at_time="10:30")
    following = open_one(ctx, who).call_back
    assert (following.due_on, following.at_time) == (date(2026, 12, 5), "10:30")
    assert read_note(following.reason).codes == (DueCode.BY_HAND,)
    with pytest.raises(UserError, match="call_back_closed"):
        ctx.call_backs.log_call(REACHED, call_back_id=made)


def test_opting_out_stops_everything_at_once(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("栊翠_妙玉", Tier.V1)
    made = plan_on(ctx, who, date(2026, 11, 25))
    ctx.call_backs.set_consent(who, Consent.REFUSED)
    assert ctx.call_backs.due(date(2099, 1, 1)) == ()
    assert ctx.call_backs.plan_missing() == 0
    shown = ctx.call_backs.day(date(2026, 11, 25))[0]
    assert (shown.call_back.state, read_note(shown.call_back.reason).codes) == (
        CallBackState.SKIPPED, (DueCode.OPTED_OUT,),
    )  # fmt: skip
    card = ctx.call_backs.find_buyer_card(who)
    assert (card.buyer.consent, card.buyer.consent_at) == (Consent.REFUSED, ctx.clock.now())
    assert not card.may_be_called
    ctx.bench.undo_last()
    assert open_one(ctx, who).call_back.id == made
    assert ctx.call_backs.find_buyer_card(who).buyer.consent_at is None


def test_tier_and_consent_plan_and_close(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("新客", Tier.NONE, Consent.UNKNOWN)
    ctx.call_backs.set_tier(who, Tier.V1)
    assert ctx.call_backs.due(date(2099, 1, 1)) == ()
    ctx.call_backs.set_consent(who, Consent.GIVEN)
    assert open_one(ctx, who).tier is Tier.V1
    ctx.call_backs.set_tier(who, Tier.V3)
    assert open_one(ctx, who).tier is Tier.V3
    ctx.call_backs.set_tier(who, Tier.NONE)
    assert ctx.call_backs.due(date(2099, 1, 1)) == ()
    for _ in range(4):
        ctx.bench.undo_last()
    assert ctx.call_backs.find_buyer_card(who).buyer.tier is Tier.NONE
    for _ in range(3):
        ctx.bench.redo_last()
    assert open_one(ctx, who).tier is Tier.V3


def test_moving_keeps_the_first_day_and_skipping_needs_a_reason(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("兰亭_王右军")
    made = plan_on(ctx, who, date(2026, 11, 18))
    with pytest.raises(UserError, match="call_back_date_past"):
        ctx.call_backs.move(made, date(2026, 11, 19))
    ctx.call_backs.move(made, TODAY, "约好了", at_time="11:00")
    late = ctx.call_backs.overdue()[0]
    assert (late.days, late.row.call_back.at_time, read_note(late.row.call_back.reason).text) == (2, "11:00", "约好了")
    with pytest.raises(UserError, match="text_empty"):
        ctx.call_backs.skip(made, "  ")
    ctx.call_backs.skip(made, "出国")
    following = open_one(ctx, who).call_back
    assert following.due_on == date(2026, 12, 21)
    with pytest.raises(UserError, match="call_back_closed"):
        ctx.call_backs.skip(made, "again")
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert open_one(ctx, who).call_back.due_on == date(2026, 11, 18)
    with pytest.raises(NotFound):
        ctx.call_backs.move(999, TODAY)


def test_the_rhythm_of_a_tier_is_a_setting(ctx: AppContext, buyer: Callable[..., int]) -> None:
    ctx.settings.set("call_rhythms", {"v1": {"every": 2, "unit": "months"}})
    who = buyer("洛阳_白乐天", Tier.V1)
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    assert open_one(ctx, who).call_back.due_on == date(2027, 1, 20)


def test_the_day_is_the_shops_day(ctx: AppContext, buyer: Callable[..., int], clock: FixedClock) -> None:
    clock.advance(datetime(2026, 11, 30, 17, 30, tzinfo=UTC) - clock.now())
    who = buyer("before midnight in London")
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    assert ctx.call_backs.day(date(2026, 12, 1))[0].call_back.state is CallBackState.DONE
    assert open_one(ctx, who).call_back.due_on == date(2027, 1, 4), "1 January is a holiday, 2 and 3 a weekend"


def test_month_grid_and_counts(ctx: AppContext, buyer: Callable[..., int], clock: FixedClock) -> None:
    people = [buyer(f"buyer {n}", (Tier.V1, Tier.V2, Tier.V3)[n % 3]) for n in range(6)]
    for who in people[:5]:
        plan_on(ctx, who, TODAY)
    late = plan_on(ctx, people[5], date(2026, 11, 16))
    ctx.call_backs.log_call(NO_ANSWER, call_back_id=late)
    ctx.call_backs.log_call(REACHED, buyer_id=people[0])
    grid = ctx.call_backs.month_grid(2026, 11)
    assert (grid.cells[0].day, grid.cells[-1].day, len(grid.cells)) == (date(2026, 10, 26), date(2026, 12, 6), 42)
    today = next(cell for cell in grid.cells if cell.day == TODAY)
    assert (today.total, len(today.lines), today.workday) == (6, 3, True)
    assert [line.row.tier for line in today.lines] == [Tier.V3, Tier.V2, Tier.V2], "open ones, the dearest first"
    friday = ctx.call_backs.month_grid(2026, 11, lines=9)
    lines = next(cell for cell in friday.cells if cell.day == TODAY).lines
    assert [line.attempt for line in lines].count(NO_ANSWER) == 1
    monday = next(cell for cell in grid.cells if cell.day == date(2026, 11, 23))
    assert (monday.lines[0].row.call_back.id, monday.lines[0].late) == (late, 0)
    assert not next(cell for cell in grid.cells if cell.day == date(2026, 11, 22)).workday
    counts = ctx.call_backs.counts(2026, 11)
    assert (counts.vips, counts.done, counts.waiting, counts.overdue) == (6, 1, 5, 0)
    assert (counts.calls, counts.reached, dict(counts.tiers)) == (2, 1, {Tier.V3: 2, Tier.V2: 2, Tier.V1: 2})
    assert len(ctx.call_backs.month(2026, 11)) == 6
    assert len(ctx.call_backs.month(2026, 12)) == 1
    clock.advance(timedelta(days=4))
    assert ctx.call_backs.counts(2026, 11).overdue == 5


def test_the_card_tells_what_to_talk_about(ctx: AppContext, buyer: Callable[..., int]) -> None:
    who = buyer("桃花源_渔人")

    def bought(transaction: object) -> None:
        order = transaction.insert(  # type: ignore[attr-defined]
            "order", shop_id=1, buyer_id=who, platform="taobao", number="2611120000387", status="signed",
            currency="CNY", time_zone="Asia/Shanghai", created_at=ctx.clock.now(), imported_at=ctx.clock.now(),
            paid=16800,
        )  # fmt: skip
        transaction.insert("order_line", order_id=order, position=1, item_title="榉木砧板")  # type: ignore[attr-defined]

    ctx.bench.act("orders_imported", bought, undoable=False)
    ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who)
    card = ctx.call_backs.find_buyer_card(who)
    assert [order.item_title for order in card.last_orders] == ["榉木砧板"]
    assert [(case.problem, case.number) for case in card.last_cases] == [(Problem.DAMAGED, "A2611-0001")]
    assert (card.history.orders, card.history.cases) == (1, 1)
    with pytest.raises(NotFound):
        ctx.call_backs.find_buyer_card(999)


def test_china_works_on_make_up_saturdays_and_other_countries_do_not() -> None:
    assert work_calendar("CN").is_workday(date(2026, 2, 28))
    assert not work_calendar("DE").is_workday(date(2026, 2, 28))
    assert not work_calendar("US").is_workday(date(2026, 12, 25))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_one_is_open_per_buyer_who_agreed(
    ctx: AppContext, buyer: Callable[..., int], clock: FixedClock, seed: int
) -> None:
    chance = random.Random(seed)
    people = [buyer(f"buyer {n}", chance.choice(list(Tier)), chance.choice(list(Consent))) for n in range(5)]
    for _ in range(60):
        who = chance.choice(people)
        found = ctx.call_backs.find_buyer_card(who).call_back
        choice = chance.randrange(9)
        if choice == 0:
            ctx.call_backs.set_tier(who, chance.choice(list(Tier)))
        elif choice == 1:
            ctx.call_backs.set_consent(who, chance.choice(list(Consent)))
        elif choice in (2, 3):
            ctx.call_backs.log_call(chance.choice(list(CallOutcome)), buyer_id=who)
        elif choice == 4 and found:
            ctx.call_backs.skip(found.id, "away")
        elif choice == 5 and found:
            ctx.call_backs.move(found.id, clock.now().date() + timedelta(days=chance.randrange(1, 20)), "away")
        elif choice == 6:
            ctx.bench.undo_last()
        elif choice == 7:
            ctx.bench.redo_last()
        else:
            clock.advance(timedelta(days=chance.randrange(12)))
        ctx.call_backs.plan_missing()
        opened = [row.call_back.buyer_id for row in ctx.call_backs.due(date(2099, 1, 1))]
        buyers = [find_buyer(ctx.store.database, each) for each in people]
        assert sorted(opened) == [
            each.id for each in buyers if each.tier is not Tier.NONE and each.consent is Consent.GIVEN
        ]
    assert verify_chain(ctx.store.database).broken_at is None
