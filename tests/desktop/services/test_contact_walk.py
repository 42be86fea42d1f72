"""Whatever is said, wished, proposed, merged and undone in any order: nobody is contacted against their word."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from desktop.context import AppContext
from models.call_kinds import CallBackKind, Channel
from models.errors import UserError
from models.kinds import Consent, Tier
from models.rules.contact_consent import may_contact
from models.rules.rhythms import Rhythm, RhythmUnit
from models.rules.verdict import Refused
from models.store import call_backs, contacts
from models.store.buyers import find_buyer
from models.store.transaction import Transaction
from tests.desktop.services.shop_rows import broken_rules

STEPS = 110


def check(ctx: AppContext, ids: list[int]) -> None:
    for who in ids:
        buyer = find_buyer(ctx.store.database, who)
        said = contacts.said_channels(ctx.store.database, who)
        planned = call_backs.list_open_of_buyer(ctx.store.database, who)
        if buyer.merged_into is not None:
            assert planned == ()
            continue
        assert (buyer.consent is Consent.GIVEN) == any(said.values())
        rhythm = [each for each in planned if each.kind is CallBackKind.RHYTHM]
        wanted = buyer.tier is not Tier.NONE and buyer.consent is Consent.GIVEN
        # A note that was planned may stay for a VIP who, it turns out, was not asked.
        notes = buyer.tier is not Tier.NONE and [each.channel for each in rhythm] == [Channel.NOTE]
        assert len(rhythm) == wanted or notes
        wrong = [
            each for each in planned
            if isinstance(may_contact(buyer.consent, said, each.channel), Refused)
            # What was promised has to be done, though there may be no way left to tell the buyer.
            and (each.kind, each.channel) != (CallBackKind.PROMISE, Channel.NOTE)
        ]  # fmt: skip
        assert wrong == []


@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_is_contacted_against_their_word(ctx: AppContext, seed: int) -> None:
    chance = random.Random(seed)

    def work(transaction: Transaction) -> list[int]:
        return [
            transaction.insert("buyer", shop_id=1, nick=f"买家{n}", phone="13800000000", email="a@b.cn")
            for n in range(4)
        ]

    ids = ctx.bench.act("x", work, undoable=False)
    today = ctx.call_backs.desk().today

    def step() -> None:
        who, channel = chance.choice(ids), chance.choice(list(Channel))
        day = today - timedelta(days=chance.randrange(40))
        match chance.randrange(12):
            case 0 | 1 | 2:
                ctx.contact.agree(who, channel, "chat", day)
            case 3 | 4:
                ctx.contact.withdraw(who, channel, "phone", day)
            case 5:
                ctx.contact.opt_out(who)
            case 6 | 7:
                ctx.vips.set_tier(who, chance.choice(list(Tier)))
            case 8:
                rhythm = Rhythm(chance.randint(1, 9), chance.choice(list(RhythmUnit)))
                ctx.contact.set_preferences(who, rhythm=rhythm, channel=channel, person_id=chance.choice([None, 1]))
            case 9:
                ctx.call_backs.promise(who, "补发", date(2026, 12, 9))
            case 10:
                ctx.bench.undo_last()
            case _:
                ctx.contact.forget(who) if chance.random() < 0.7 else ctx.buyers.merge(who, chance.choice(ids))

    for _ in range(STEPS):
        try:
            step()
        except UserError as refused:
            assert refused.code  # noqa: PT017
        check(ctx, ids)
    while ctx.bench.undo_last() is not None:
        pass
    check(ctx, ids)
    assert broken_rules(ctx) == []
