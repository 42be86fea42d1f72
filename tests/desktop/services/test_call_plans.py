"""How call-backs get their day from a real store: own rhythms and hours, quiet days, vacations, full days, clocks."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.context import AppContext
from desktop.words import phrase
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import CallOutcome, Consent, Platform, Tier
from models.records import CallBack
from models.rules.call_hours import hours_text, read_hours
from models.rules.call_settings import Hours, OffDayMove, QuietDays
from models.rules.due_notes import DueCode, NextDate, read_note
from models.rules.rhythms import Rhythm, RhythmUnit, rhythm_text
from models.store import call_backs
from models.store.buyers import find_buyer
from models.store.history import verify_chain

TODAY = date(2026, 11, 20)
REACHED, NO_ANSWER = CallOutcome.REACHED, CallOutcome.NO_ANSWER
FAR = date(2099, 1, 1)
DOUBLE_11 = QuietDays(date(2026, 12, 9), date(2026, 12, 11), "双12备货")
Add = Callable[..., int]


@pytest.fixture
def add(ctx: AppContext) -> Add:
    """Adds a VIP who agreed to calls, with other columns if given."""

    def made(nick: str, tier: Tier = Tier.V2, **columns: object) -> int:
        values = {"shop_id": 1, "nick": nick, "tier": tier, "consent": Consent.GIVEN, "phone": "13800000000"}
        return ctx.bench.act(
            "buyer_tier_changed", lambda transaction: transaction.insert("buyer", **values | columns), undoable=False
        )

    return made


def opened(ctx: AppContext, buyer_id: int) -> CallBack:
    found = call_backs.find_due(ctx.store.database, buyer_id)
    assert found is not None
    return found


def put(ctx: AppContext, call_back_id: int, day: date) -> None:
    """Put an open call-back on a day as its rhythm would."""
    note = NextDate(day, day, day.day)
    reason = '{"anchor": %d, "codes": [], "nominal": "%s", "since": "%s"}' % (note.anchor, day, day)  # noqa: UP031
    ctx.bench.act(
        "call_moved", lambda transaction: transaction.update("call_back", call_back_id, due_on=day, reason=reason),
        undoable=False,
    )  # fmt: skip


def planned_on(ctx: AppContext, buyer_id: int, day: date) -> int:
    ctx.call_backs.plan_missing()
    put(ctx, opened(ctx, buyer_id).id, day)
    return opened(ctx, buyer_id).id


def keep(ctx: AppContext, **values: object) -> None:
    ctx.call_rules.keep(replace(ctx.call_rules.read(), **values))  # type: ignore[arg-type]


def test_a_buyers_own_rhythm_days_and_hours(ctx: AppContext, add: Add) -> None:
    own = rhythm_text(Rhythm(1, RhythmUnit.MONTHS, -1, 4))
    who = add("桃花源_渔人", call_rhythm=own, call_hours=hours_text(Hours("14:00", "18:00", (0, 1, 2, 3))))
    found = ctx.call_backs.propose_next(who, REACHED)
    assert isinstance(found, NextDate)
    # Friday 25 December is none of the buyer's weekdays, then comes a weekend.
    assert (found.day, found.at_time) == (date(2026, 12, 28), "14:00")
    assert found.codes == (DueCode.NTH_WEEKDAY, DueCode.BUYER_DAY, DueCode.SATURDAY)
    ctx.call_backs.log_call(REACHED, buyer_id=who)
    kept = opened(ctx, who)
    assert (kept.due_on, kept.at_time, read_note(kept.reason).codes) == (found.day, "14:00", found.codes)
    for broken in ("{", '{"every": 0}', "\U0001f4a5" * 9, '{"start": "25:00"}'):
        ctx.bench.act(
            "buyer_changed",
            lambda work, text=broken: work.update("buyer", who, call_rhythm=text, call_hours=text),  # type: ignore[misc]
            undoable=False,
        )
        found = ctx.call_backs.propose_next(who, REACHED)
        assert isinstance(found, NextDate)
        assert found.day == date(2026, 12, 21), "what cannot be read is the rhythm of the tier"
        assert read_hours(broken) is None


def test_outcomes_and_their_days(ctx: AppContext, add: Add) -> None:
    who = add("赤壁_周公瑾")
    planned_on(ctx, who, TODAY)
    wanted = {
        REACHED: (date(2026, 12, 21), DueCode.SUNDAY), NO_ANSWER: (date(2026, 11, 23), DueCode.NO_ANSWER),
        CallOutcome.CALL_AGAIN: (date(2026, 11, 23), DueCode.CALL_AGAIN),
        CallOutcome.WRONG_NUMBER: (date(2026, 11, 23), DueCode.WRONG_NUMBER),
        CallOutcome.NOT_INTERESTED: (date(2027, 1, 20), DueCode.NOT_INTERESTED),
    }  # fmt: skip
    for outcome, (day, code) in wanted.items():
        found = ctx.call_backs.propose_next(who, outcome)
        assert isinstance(found, NextDate)
        assert found.day == day, outcome
        assert code in found.codes
    found = ctx.call_backs.propose_next(who, REACHED, date(2026, 3, 2))
    assert isinstance(found, NextDate)
    assert (found.day, found.codes[0]) == (date(2026, 11, 23), DueCode.LATE), "a contact of long ago"
    keep(ctx, move=OffDayMove.BACKWARD)
    found = ctx.call_backs.propose_next(who, REACHED)
    assert isinstance(found, NextDate)
    assert found.day == date(2026, 12, 18)


def test_quiet_days_move_what_stands_on_them_in_one_action(ctx: AppContext, add: Add) -> None:
    first, second, third = add("一", Tier.V3), add("二", Tier.V1), add("三")
    planned_on(ctx, first, date(2026, 12, 10))
    planned_on(ctx, second, date(2026, 12, 11))
    planned_on(ctx, third, date(2026, 12, 16))
    ctx.call_backs.promise(third, "寄样品", date(2026, 12, 10))
    effect = ctx.quiet_periods.preview(DOUBLE_11)
    assert (effect.moving, effect.staying) == (2, 1)
    made = ctx.quiet_periods.add(DOUBLE_11)
    assert [(each.id, each.title) for each in ctx.quiet_periods.list_all()] == [(made, "双12备货")]
    assert opened(ctx, first).due_on == opened(ctx, second).due_on == date(2026, 12, 14)
    assert opened(ctx, third).due_on == date(2026, 12, 16)
    assert DueCode.QUIET in read_note(opened(ctx, first).reason).codes
    promised = [each for each in call_backs.list_open_of_buyer(ctx.store.database, third) if each.subject]
    assert [each.due_on for each in promised] == [date(2026, 12, 10)], "what was promised for a day stays on it"
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert phrase(entry.code, entry.values, "en") == (
        "Quiet days 双12备货 (2026-12-09 – 2026-12-11) added, 2 calls moved"
    )
    ctx.bench.undo_last()
    assert ctx.quiet_periods.list_all() == ()
    assert (opened(ctx, first).due_on, opened(ctx, second).due_on) == (date(2026, 12, 10), date(2026, 12, 11))
    ctx.bench.redo_last()
    overlapping = QuietDays(date(2026, 12, 11), date(2026, 12, 15), "盘点")
    other = ctx.quiet_periods.add(overlapping)
    assert opened(ctx, first).due_on == date(2026, 12, 16), "off both"
    ctx.quiet_periods.change(replace(overlapping, id=other, last=date(2026, 12, 18)))
    assert opened(ctx, first).due_on == opened(ctx, third).due_on == date(2026, 12, 21)
    ctx.quiet_periods.remove(other)
    assert len(ctx.quiet_periods.list_all()) == 1
    found = ctx.call_backs.propose_next(third, REACHED)
    assert isinstance(found, NextDate)
    with pytest.raises(NotFound):
        ctx.quiet_periods.remove(other)
    assert verify_chain(ctx.store.database).broken_at is None


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (QuietDays(date(2026, 12, 2), date(2026, 12, 1)), "quiet_backwards"),
        (QuietDays(date(2026, 12, 1), date(2027, 12, 1)), "quiet_too_long"),
        (QuietDays(date(2026, 1, 1), date(2026, 12, 31), yearly=True), "quiet_too_long"),
        (QuietDays(date(2026, 11, 1), date(2026, 11, 19)), "quiet_past"),
        (QuietDays(date(9999, 12, 1), date(9999, 12, 31)), "quiet_far"),
        (QuietDays(TODAY, TODAY, "x" * 100_000), "text_too_long"),
        (QuietDays(TODAY, TODAY, "a\x00b"), "text_has_nul"),
        (QuietDays(TODAY, TODAY, shop_id=99), "shop_not_found"),
        (QuietDays(TODAY, TODAY, person_id=99), "person_not_found"),
    ],
)
def test_quiet_days_that_cannot_be_are_refused(ctx: AppContext, days: QuietDays, code: str) -> None:
    with pytest.raises((UserError, NotFound), match=code):
        ctx.quiet_periods.add(days)
    assert ctx.quiet_periods.list_all() == ()


def test_quiet_days_that_leave_no_day_are_refused_and_nothing_is_written(ctx: AppContext, add: Add) -> None:
    who = add("一")
    made = planned_on(ctx, who, date(2026, 12, 10))
    ctx.quiet_periods.add(QuietDays(date(2026, 12, 14), date(2027, 3, 10)))
    with pytest.raises(UserError, match="quiet_twice"):
        ctx.quiet_periods.add(QuietDays(date(2026, 12, 14), date(2027, 3, 10), "again"))
    ctx.quiet_periods.add(QuietDays(date(2027, 3, 11), date(2027, 6, 1)))
    with pytest.raises(UserError, match="quiet_crowded"):
        ctx.quiet_periods.add(QuietDays(date(2026, 12, 1), date(2026, 12, 13)))
    assert (opened(ctx, who).id, opened(ctx, who).due_on) == (made, date(2026, 12, 10))
    assert len(ctx.quiet_periods.list_all()) == 2


def test_a_vacation_moves_only_what_that_person_calls(ctx: AppContext, add: Add) -> None:
    people = {person.name: person.id for person in ctx.shops.list_people()}
    mine, theirs = add("我的", call_person_id=people["小满"]), add("他的", call_person_id=people["老秋"])
    for who in (mine, theirs):
        planned_on(ctx, who, date(2026, 12, 10))
    ctx.quiet_periods.add(QuietDays(date(2026, 12, 7), date(2026, 12, 18), person_id=people["小满"]))
    assert (opened(ctx, mine).due_on, opened(ctx, theirs).due_on) == (date(2026, 12, 21), date(2026, 12, 10))
    assert DueCode.VACATION in read_note(opened(ctx, mine).reason).codes
    entry = ctx.undo.peek_undo()
    assert entry is not None
    assert phrase(entry.code, entry.values, "zh") == "添加 小满 的休假 2026-12-07 – 2026-12-18，移动回访 1 个"


def test_a_full_day_pushes_the_cheaper_and_each_in_turn(ctx: AppContext, add: Add) -> None:
    keep(ctx, capacity=1)
    low, high = add("低", Tier.V1), add("高", Tier.V3)
    person = ctx.shops.list_people()[0].id
    for who in (low, high):
        planned_on(ctx, who, TODAY)
        ctx.call_backs.assign([opened(ctx, who).id], person)
    ctx.call_backs.log_call(REACHED, buyer_id=low)
    assert opened(ctx, low).due_on == date(2026, 12, 21)
    ctx.call_backs.log_call(REACHED, buyer_id=high)
    assert opened(ctx, high).due_on == date(2026, 12, 21), "the dear tier keeps its day"
    pushed = opened(ctx, low)
    assert pushed.due_on == date(2026, 12, 22)
    note = read_note(pushed.reason)
    assert (note.codes[-1], note.pushed, note.nominal) == (DueCode.FULL, 1, date(2026, 12, 20))
    ctx.bench.undo_last()
    assert opened(ctx, low).due_on == date(2026, 12, 21), "one Undo takes both back"
    equal = add("同", Tier.V1, call_person_id=person)
    ctx.call_backs.log_call(REACHED, buyer_id=equal)
    assert opened(ctx, equal).due_on == date(2026, 12, 22)
    assert opened(ctx, low).due_on == date(2026, 12, 21), "one of the same tier changes nothing that stands"


def test_two_windows_and_a_moved_clock_plan_nobody_twice(ctx: AppContext, add: Add, clock: FixedClock) -> None:
    keep(ctx, capacity=4)
    people = [add(f"买家 {number}", (Tier.V1, Tier.V2, Tier.V3)[number % 3]) for number in range(40)]
    start, done = threading.Barrier(2), []

    def window() -> None:
        start.wait()
        done.append(ctx.call_backs.plan_missing())
        ctx.store.release()

    threads = [threading.Thread(target=window) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(done) == 40
    before = {who: opened(ctx, who) for who in people}
    load: dict[date, int] = {}
    for each in before.values():
        load[each.due_on] = load.get(each.due_on, 0) + 1
    assert max(load.values()) <= 4
    for days in (-400, 30, 3_000, -2_600):
        clock.advance(timedelta(days=days))
        assert ctx.call_backs.plan_missing() == 0
        assert {who: opened(ctx, who) for who in people} == before
    clock.advance(datetime(2030, 1, 7, 1, tzinfo=UTC) - clock.now())
    ctx.call_backs.log_call(REACHED, buyer_id=people[0])
    clock.advance(datetime(2026, 11, 20, 2, tzinfo=UTC) - clock.now())
    ctx.bench.act(
        "call_skipped",
        lambda work: work.update("call_back", opened(ctx, people[0]).id, deleted_at=1), undoable=False,
    )  # fmt: skip
    ctx.call_backs.plan_missing()
    assert opened(ctx, people[0]).due_on == date(2026, 12, 21), "a contact of a clock set wrong counts as today's"


def test_what_is_late_after_weeks_is_spread_and_stays_late(ctx: AppContext, add: Add, clock: FixedClock) -> None:
    keep(ctx, capacity=3)
    people = [add(f"买家 {number}", (Tier.V1, Tier.V2, Tier.V3)[number % 3]) for number in range(11)]
    for who in people:
        planned_on(ctx, who, TODAY)
    ctx.call_backs.promise(people[0], "寄样品", date(2026, 11, 23))
    clock.advance(timedelta(days=21))
    assert ctx.call_spreading.propose() == ctx.call_spreading.propose(), "always the same"
    lines = ctx.call_spreading.propose()
    assert ctx.call_spreading.spread(lines) == 11
    # Friday 11 December, then Monday to Wednesday.
    days = [opened(ctx, who).due_on for who in people]
    assert sorted(days) == sorted(
        [date(2026, 12, 11)] * 3 + [date(2026, 12, 14)] * 3 + [date(2026, 12, 15)] * 3 + [date(2026, 12, 16)] * 2
    )
    assert {opened(ctx, who).due_on for who in people[2::3]} == {date(2026, 12, 11)}, "the dearest first"
    clock.advance(timedelta(days=6))
    assert {each.days for each in ctx.call_backs.overdue() if not each.row.call_back.subject} == {27}
    ctx.bench.undo_last()
    assert {opened(ctx, who).due_on for who in people} == {TODAY}
    assert ctx.call_spreading.spread(()) == 0


@pytest.mark.parametrize("seed", range(2))
def test_ten_years_through_the_services(ctx: AppContext, add: Add, clock: FixedClock, seed: int) -> None:
    live_ten_years(ctx, add, clock, seed, 120)


def live_ten_years(ctx: AppContext, add: Add, clock: FixedClock, seed: int, steps: int) -> None:
    """Two shops in two zones, two people, anything that can happen; after each step what must always hold."""
    chance = random.Random(seed)
    ctx.shops.add_shop(name="Maple", platform=Platform.TAOBAO, time_zone="America/New_York", country="US")
    people = [person.id for person in ctx.shops.list_people()]
    rhythms = [
        Rhythm(),
        Rhythm(2, RhythmUnit.WEEKS),
        Rhythm(1, RhythmUnit.MONTHS, 2, 1),
        Rhythm(1, RhythmUnit.QUARTERS),
    ]
    buyers = [
        add(f"买家 {number}", chance.choice(list(Tier)), shop_id=1 + number % 2, call_person_id=people[number % 2],
            consent=chance.choice(list(Consent)), call_rhythm=rhythm_text(chance.choice(rhythms)))
        for number in range(6)
    ]  # fmt: skip
    keep(ctx, capacity=chance.choice((0, 1, 2)), move=chance.choice(list(OffDayMove)))
    for _ in range(steps):
        _live(ctx, clock, chance, buyers, people)
        ctx.call_backs.plan_missing()
        for each in buyers:
            buyer = find_buyer(ctx.store.database, each)
            found = [row for row in call_backs.list_open_of_buyer(ctx.store.database, each) if row.kind == "rhythm"]
            ought = buyer.tier is not Tier.NONE and buyer.consent is Consent.GIVEN
            assert len(found) == ought, "exactly one, and none before consent"
            for one in found:
                _check_day(ctx, one, buyer.shop_id)
    assert verify_chain(ctx.store.database).broken_at is None


def _live(ctx: AppContext, clock: FixedClock, chance: random.Random, buyers: list[int], people: list[int]) -> None:
    who = chance.choice(buyers)
    found = call_backs.find_due(ctx.store.database, who)
    today = ctx.call_backs.desk(1).today
    choice = chance.randrange(12)
    try:
        if choice == 0:
            ctx.call_backs.set_tier(who, chance.choice(list(Tier)))
        elif choice == 1:
            ctx.call_backs.set_consent(who, chance.choice(list(Consent)))
        elif choice in (2, 3, 4):
            ctx.call_backs.log_call(chance.choice(list(CallOutcome)), buyer_id=who)
        elif choice == 5 and found:
            ctx.call_backs.skip(found.id, "away")
        elif choice == 6 and found:
            ctx.call_backs.snooze(found.id, today + timedelta(days=chance.randrange(2, 20)), "later")
        elif choice == 7:
            first = today + timedelta(days=chance.randrange(40))
            last = first + timedelta(days=chance.randrange(9))
            person = chance.choice((None, *people))
            ctx.quiet_periods.add(QuietDays(first, last, yearly=chance.random() < 0.2, person_id=person))
        elif choice == 8:
            chance.choice((ctx.bench.undo_last, ctx.bench.redo_last))()
        else:
            clock.advance(timedelta(days=chance.choice((-30, 1, 30, 120, 500)), hours=chance.randrange(24)))
    except UserError as error:
        if error.code not in {"changed_since", "call_number_not_used", "quiet_crowded", "quiet_twice"}:
            raise


def _check_day(ctx: AppContext, one: CallBack, shop_id: int) -> None:
    """A day the rhythm chose to come is free: no day off, no quiet day, no vacation of who calls."""
    note, desk = read_note(one.reason), ctx.call_backs.desk(shop_id)
    buyer = find_buyer(ctx.store.database, one.buyer_id)
    chosen = {DueCode.BY_HAND, DueCode.SNOOZED} & set(note.codes)
    if one.due_on <= desk.today or chosen or DueCode.NO_FREE_DAY in note.codes:
        return
    assert desk.days_for(buyer, desk.caller(buyer, one)).is_free(one.due_on), (one, note.codes)
    assert (one.due_on - desk.today).days < 200 + 366, "nobody is put off for ever"
