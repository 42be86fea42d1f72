"""Two buyers who are one: what each said about channels, what they wish, and all that is planned for them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.context import AppContext
from models.call_kinds import CallBackKind, Channel, TierSource
from models.kinds import Consent, Tier
from models.rules.call_settings import Hours
from models.rules.rhythms import Rhythm, RhythmUnit
from models.store import call_backs
from tests.desktop.services.shop_rows import broken_rules, shop_rows

PHONE, CHAT, SMS = Channel.PHONE, Channel.CHAT, Channel.SMS


@pytest.fixture
def two(ctx: AppContext) -> tuple[int, int]:
    """Two VIPs with a phone number who were not asked yet."""

    def add(nick: str, tier: Tier) -> int:
        values = {"shop_id": 1, "nick": nick, "phone": "13800000000", "tier": tier}
        return ctx.bench.act("x", lambda transaction: transaction.insert("buyer", **values), undoable=False)

    return add("桃花源_渔人", Tier.V1), add("武陵人", Tier.V2)


def said(ctx: AppContext, who: int) -> dict[Channel, bool]:
    return {channel: each.agreed for channel, each in ctx.contact.channels(who).items()}


def test_of_each_channel_the_newer_word_counts(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, other = two
    ctx.contact.agree(kept, PHONE, said_on=date(2026, 3, 1))
    ctx.contact.agree(kept, SMS, said_on=date(2026, 9, 1))
    ctx.contact.agree(other, CHAT, said_on=date(2026, 4, 1))
    ctx.contact.withdraw(other, PHONE, said_on=date(2026, 6, 1))
    ctx.contact.withdraw(other, SMS, said_on=date(2026, 6, 1))
    ctx.contact.set_preferences(other, rhythm=Rhythm(2, RhythmUnit.WEEKS), birthday="05-20")
    ctx.contact.set_preferences(kept, hours=Hours("10:00", "12:00"))
    ctx.vips.mark_special(other)
    ctx.call_backs.promise(other, "补发把手", date(2026, 12, 1))
    before = shop_rows(ctx)
    assert ctx.buyers.plan_merge(kept, other).consent is Consent.GIVEN
    ctx.buyers.merge(kept, other)
    assert said(ctx, kept) == {PHONE: False, CHAT: True, SMS: True}
    assert ctx.vips.tier_history(kept)[0].after is Tier.V2
    merged = ctx.buyers.find_buyer(kept)
    assert (merged.birthday, merged.tier, merged.tier_source) == ("05-20", Tier.V2, TierSource.SPECIAL)
    assert "weeks" in merged.call_rhythm
    assert "10:00" in merged.call_hours
    planned = call_backs.list_open_of_buyer(ctx.store.database, kept)
    assert sorted(each.kind for each in planned) == [CallBackKind.PROMISE, CallBackKind.RHYTHM]
    assert PHONE not in {each.channel for each in planned}
    assert [row.buyer_id for row in ctx.vips.list_vips()] == [kept]
    ctx.bench.undo_last()
    assert shop_rows(ctx) == before
    ctx.bench.redo_last()
    assert (said(ctx, kept), broken_rules(ctx)) == ({PHONE: False, CHAT: True, SMS: True}, [])


@pytest.mark.parametrize("refuses", [0, 1])
def test_a_refusal_of_either_withdraws_all(ctx: AppContext, two: tuple[int, int], refuses: int) -> None:
    for who in two:
        ctx.contact.agree(who, PHONE)
        ctx.contact.agree(who, CHAT)
        ctx.call_backs.promise(who, "到货通知", date(2026, 12, 1))
    ctx.contact.opt_out(two[refuses], "chat")
    before = shop_rows(ctx)
    ctx.buyers.merge(*two)
    assert ctx.buyers.find_buyer(two[0]).consent is Consent.REFUSED
    assert not any(said(ctx, two[0]).values())
    assert call_backs.list_open_of_buyer(ctx.store.database, two[0]) == ()
    ctx.bench.undo_last()
    assert shop_rows(ctx) == before


def test_the_last_channel_withdrawn_by_the_other_is_a_no(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, other = two
    ctx.contact.agree(kept, PHONE, said_on=date(2026, 3, 1))
    ctx.contact.withdraw(other, PHONE, said_on=date(2026, 6, 1))
    assert ctx.buyers.plan_merge(kept, other).consent is Consent.REFUSED
    ctx.buyers.merge(kept, other)
    assert ctx.buyers.find_buyer(kept).consent is Consent.REFUSED
    assert call_backs.list_open_of_buyer(ctx.store.database, kept) == ()


def test_another_id_keeps_what_was_agreed(ctx: AppContext, two: tuple[int, int]) -> None:
    kept, _ = two
    ctx.contact.agree(kept, CHAT, "chat")
    ctx.buyers.rename(kept, "桃花源_新")
    assert said(ctx, ctx.buyers.find_buyer_id("桃花源_渔人")) == {CHAT: True}
