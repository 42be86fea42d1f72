"""Who is VIP: by hand, proposed by rules, marked special; proposals answered; how a tier came about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.context import AppContext
from models.call_kinds import Channel, TierSource
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import BuyerFlag, Consent, Tier
from models.records import Buyer
from models.rules.call_settings import TierRule
from models.rules.rhythms import Rhythm, RhythmUnit
from models.store import call_backs
from models.store.buyers import find_buyer
from models.store.transaction import Transaction

NONE, V1, V2, V3 = Tier.NONE, Tier.V1, Tier.V2, Tier.V3
HAND, RULE, SPECIAL = TierSource.HAND, TierSource.RULE, TierSource.SPECIAL
RULES = (
    TierRule(V1, spend=1_000_00, orders=2, refund_rate=0.5, days=365),
    TierRule(V2, spend=3_000_00, orders=3, refund_rate=0.34, days=365),
    TierRule(V3, spend=0, orders=5, refund_rate=0.0, days=30),
)
Add = Callable[..., int]


@pytest.fixture
def add(ctx: AppContext) -> Add:
    """Adds a buyer with orders: (days ago, paid, refunded) in fen, with a currency if it is another."""
    ctx.call_rules.keep(replace(ctx.call_rules.read(), tiers=RULES, tiers_on=True))
    now = ctx.clock.now()
    count = iter(range(1, 1_000_000))

    def add(nick: str, *orders: tuple[int, int, int | None] | tuple[int, int, int, str], **values: object) -> int:
        def work(transaction: Transaction) -> int:
            who = transaction.insert("buyer", **({"shop_id": 1, "nick": nick, "phone": "13800000000"} | values))
            for days, paid, refunded, *currency in orders:
                transaction.insert(
                    "order", shop_id=values.get("shop_id", 1), platform="taobao", number=f"VIP{next(count)}",
                    buyer_id=who, status="shipped", time_zone="Asia/Shanghai", imported_at=now,
                    created_at=now - timedelta(days=days), paid=paid, refunded=refunded,
                    currency=currency[0] if currency else "CNY",
                )  # fmt: skip
            return who

        return int(ctx.bench.act("buyer_edited", work, undoable=False))

    return add


def kept(ctx: AppContext, who: int) -> Buyer:
    return find_buyer(ctx.store.database, who)


def offered(ctx: AppContext) -> dict[int, Tier]:
    return {each.buyer_id: each.proposed for each in ctx.vips.proposals()}


BIG = (10, 1_200_00, 0)


def test_proposals_are_counted_within_each_rules_period(ctx: AppContext, add: Add) -> None:
    # A file without a column of refunds leaves it empty.
    first = add("够一级", (10, 600_00, None), (300, 400_00, None))
    add("一年以前", (10, 600_00, 0), (366, 9_000_00, 0))
    add("退太多", BIG, (*BIG[:2], 1), (12, 1, 1))
    add("外币不算钱", (10, 600_00, 0), (11, 90_000_00, 0, "USD"))
    add("没付款", (10, 0, 0), (11, 0, 0), (12, 0, 0), (13, 0, 0), (14, 0, 0))
    second = add("够二级", BIG, BIG, (12, 900_00, 5_00))
    third = add("常来", *[(day, 1_00, 0) for day in range(5)])
    add("拒绝联系", BIG, BIG, consent=Consent.REFUSED)
    gone = add("并走了", BIG, BIG)
    ctx.bench.act("x", lambda t: t.update("buyer", gone, merged_into=first), undoable=False)
    add("已经是", BIG, BIG, tier=V3)
    add("全退了", (10, 1_200_00, 1_200_00), (11, 1_00, 0))
    undated, old = add("没有日期", BIG, BIG), add("早就付了", BIG, BIG)
    paid = {undated: ctx.clock.now() - timedelta(days=300), old: ctx.clock.now() - timedelta(days=400)}
    for who, paid_at in paid.items():
        values = f"SET created_at = NULL, paid_at = {int(paid_at.timestamp() * 1000)} WHERE buyer_id = {who}"
        ctx.store.database.execute_sql(f'UPDATE "order" {values}')
    assert offered(ctx) == {third: V3, second: V2, first: V1, undated: V1}
    found = next(each for each in ctx.vips.proposals() if each.buyer_id == second)
    assert (str(found.spent.minor), found.orders, round(found.refund_rate, 3), found.days) == ("329500", 3, 0.333, 365)
    assert (found.now, found.nick, found.spent.currency) == (NONE, "够二级", "CNY")
    ctx.call_rules.keep(replace(ctx.call_rules.read(), tiers_on=False))
    assert ctx.vips.proposals() == ()


def test_several_are_accepted_at_once_with_one_undo(ctx: AppContext, add: Add) -> None:
    ids = [add(f"买家{n}", BIG, BIG) for n in range(3)]
    agreed = add("已同意", BIG, BIG, consent=Consent.GIVEN)
    assert ctx.vips.accept([*ids[:2], agreed, ids[0], 99_999]) == 3
    assert [kept(ctx, each).tier_source for each in ids] == [RULE, RULE, HAND]
    assert offered(ctx) == {ids[2]: V1}
    assert call_backs.find_due(ctx.store.database, agreed) is not None
    assert call_backs.find_due(ctx.store.database, ids[0]) is None, "nobody asked them yet"
    with pytest.raises(UserError, match="tier_proposals_gone"):
        ctx.vips.accept([agreed])
    with pytest.raises(UserError, match="tier_proposals_gone"):
        ctx.vips.accept([ids[2]], seen={ids[2]: V3})
    ctx.bench.undo_last()
    assert set(offered(ctx)) == {*ids, agreed}
    assert call_backs.find_due(ctx.store.database, agreed) is None


def test_what_was_declined_stays_away_for_a_while(ctx: AppContext, add: Add, clock: FixedClock) -> None:
    one, two = add("甲", BIG, BIG), add("乙", BIG, BIG)
    ctx.vips.decline([one, two])
    assert offered(ctx) == {}
    ctx.bench.undo_last()
    assert set(offered(ctx)) == {one, two}
    ctx.bench.redo_last()
    clock.advance(timedelta(days=89))
    assert offered(ctx) == {}
    clock.advance(timedelta(days=2))
    assert set(offered(ctx)) == {one, two}


def test_only_what_a_rule_gave_is_proposed_lower(ctx: AppContext, add: Add) -> None:
    fallen = add("靠规则", (10, 1_200_00, 0), (12, 5_00, 0), tier=V2, tier_source=RULE)
    gone = add("不再买", tier=V1, tier_source=RULE)
    by_hand, special = add("手动", tier=V3), add("特别", tier=V3, tier_source=SPECIAL)
    risen = add("特别又多买", *[(day, 1_00, 0) for day in range(5)], tier=V1, tier_source=SPECIAL)
    assert offered(ctx) == {fallen: V1, gone: NONE, risen: V3}
    assert by_hand not in offered(ctx)
    assert special not in offered(ctx)
    ctx.vips.accept([fallen, gone, risen])
    assert [(kept(ctx, each).tier, kept(ctx, each).tier_source) for each in (fallen, gone, risen)] == [
        (V1, RULE), (NONE, HAND), (V3, SPECIAL),
    ]  # fmt: skip
    ctx.call_rules.keep(replace(ctx.call_rules.read(), tiers=tuple(replace(each, on=False) for each in RULES)))
    assert offered(ctx) == {}, "a rule that is off takes nothing away"


def test_a_special_buyer_needs_no_spend(ctx: AppContext, add: Add) -> None:
    who = add("要求很多")
    assert ctx.vips.mark_special(who)
    assert (kept(ctx, who).tier, kept(ctx, who).tier_source) == (V1, SPECIAL)
    assert BuyerFlag.NEEDS_CARE in kept(ctx, who).flags
    assert not ctx.vips.mark_special(who)
    ctx.call_backs.set_tier(who, V3)
    assert (kept(ctx, who).tier, kept(ctx, who).tier_source) == (V3, SPECIAL), "the mark stays"
    assert ctx.vips.unmark_special(who)
    assert (kept(ctx, who).tier, kept(ctx, who).tier_source, kept(ctx, who).flags) == (V3, HAND, ())
    ctx.vips.mark_special(who, V2)
    ctx.call_backs.set_tier(who, NONE)
    assert (kept(ctx, who).tier, kept(ctx, who).tier_source) == (NONE, HAND)


def test_the_history_of_a_tier_says_who_why_and_what_was_undone(ctx: AppContext, add: Add) -> None:
    who = add("甲", BIG, BIG)
    ctx.vips.accept([who])
    ctx.call_backs.set_tier(who, V3)
    ctx.bench.undo_last()
    ctx.vips.mark_special(who)
    changes = ctx.vips.tier_history(who)
    assert [(each.before, each.after, each.source, each.taken_back) for each in changes] == [
        (V1, V1, SPECIAL, False), (V1, V3, HAND, True), (NONE, V1, RULE, False),
    ]  # fmt: skip
    came = changes[-1]
    assert (came.person, came.spent and came.spent.minor, came.orders, came.days) == ("小满", 2_400_00, 2, 365)
    with pytest.raises(NotFound):
        ctx.vips.tier_history(9_999)


def test_another_tier_with_another_rhythm_moves_the_open_call(ctx: AppContext, add: Add) -> None:
    rules = ctx.call_rules.read()
    ctx.call_rules.keep(replace(rules, rhythms={**rules.rhythms, V3: Rhythm(1, RhythmUnit.WEEKS)}))
    who = add("甲", tier=V1, consent=Consent.GIVEN)
    ctx.bench.act("x", lambda t: t.insert(
        "call_record", buyer_id=who, made_at=ctx.clock.now(), person="小满", outcome="reached"), undoable=False)  # fmt: skip
    ctx.call_backs.plan_missing()
    ctx.vips.set_tier(who, V3)
    open_one = call_backs.find_due(ctx.store.database, who)
    assert open_one is not None
    assert open_one.due_on == date(2026, 11, 27)


def test_the_list_of_vips(ctx: AppContext, add: Add) -> None:
    who = add("桃花源_渔人", tier=V2, consent=Consent.GIVEN, call_person_id=1)
    add("没等级")
    gone = add("并走了", tier=V1)
    ctx.bench.act("x", lambda t: t.update("buyer", gone, merged_into=who), undoable=False)
    ctx.contact.agree(who, Channel.CHAT)
    [row] = ctx.vips.list_vips()
    assert (row.nick, row.tier, row.channels, row.person) == ("桃花源_渔人", V2, (Channel.PHONE, Channel.CHAT), "小满")
    assert row.next_on is not None
