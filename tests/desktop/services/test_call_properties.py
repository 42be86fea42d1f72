"""Whatever is done with call-backs in whatever order: one open per rhythm, what was proposed is written, Undo is exact."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from models.call_kinds import CallBackKind, Channel
from models.case_call_records import CaseCallOffer
from models.errors import UserError
from models.kinds import CallOutcome, CaseState, Consent, Problem, Tier
from models.records import CallBack
from models.rules.call_back_rhythm import NextDate, read_note
from models.rules.call_outcomes import CONTACTS
from models.rules.call_settings import CallRules, OffDayMove, QuietDays
from models.rules.case_life import CLOSED
from models.rules.contact_consent import may_contact
from models.rules.rhythms import Rhythm, RhythmUnit
from models.rules.verdict import Allowed
from models.store import call_backs
from models.store.buyers import find_buyer
from models.store.contacts import said_channels
from models.store.history import verify_chain

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

CHANNELS = (Channel.PHONE, Channel.CHAT, Channel.WECHAT, Channel.SMS)


def rows(ctx: AppContext) -> list[Any]:
    """Everything about call-backs as the store holds it, without what was taken back."""
    database: Any = ctx.store.database
    columns = "id, buyer_id, due_on, at_time, state, reason, attempts, kind, channel, case_id, subject, person_id"
    made = "id, buyer_id, call_back_id, outcome, channel, tags, minutes, note, satisfaction, case_id, opened_case_id"
    return [
        database.execute_sql(f"SELECT {columns} FROM call_back WHERE deleted_at IS NULL ORDER BY id").fetchall(),
        database.execute_sql(f"SELECT {made} FROM call_record WHERE deleted_at IS NULL ORDER BY id").fetchall(),
        database.execute_sql("SELECT id, tier, consent, phone_wrong_at FROM buyer ORDER BY id").fetchall(),
    ]


class Shop:
    """Some buyers, and one random thing after the other done with them."""

    def __init__(self, ctx: AppContext, clock: FixedClock, seed: int) -> None:
        self.ctx, self.clock, self.chance = ctx, clock, random.Random(seed)
        ctx.call_rules.keep(CallRules(capacity=seed % 3, move=self.chance.choice(list(OffDayMove))))
        today = ctx.call_backs.desk().today
        ctx.quiet_periods.add(QuietDays(today + timedelta(days=20), today + timedelta(days=27), "盘点"))
        self.cases: list[int] = []
        self.people = [self._buyer(number) for number in range(5)]
        for who in self.people:
            if self.chance.random() < 0.7:
                ctx.contact.agree(who, self.chance.choice(CHANNELS))
        ctx.call_backs.plan_missing()

    def _buyer(self, number: int) -> int:
        values = {"nick": f"buyer {number}", "tier": self.chance.choice(list(Tier)), "phone": "13800000000"}
        return self.ctx.bench.act("buyer_added", lambda work: work.insert("buyer", shop_id=1, **values), undoable=False)

    def open_ones(self, who: int | None = None) -> list[CallBack]:
        database = self.ctx.store.database
        people = self.people if who is None else [who]
        return [each for person in people for each in call_backs.list_open_of_buyer(database, person)]

    def log(self) -> None:
        """Log a call of one of the buyers, and look whether what was proposed is what was written."""
        calls, who, outcome = self.ctx.call_backs, self.chance.choice(self.people), self.chance.choice([*CallOutcome])
        meant = self.chance.choice([None, *self.open_ones(who)])
        given = self.chance.choice([None, None, None, Channel.NOTE, Channel.PHONE])
        of = meant.id if meant else None
        if outcome is CallOutcome.WRONG_NUMBER and (given or (meant.channel if meant else None)) is Channel.NOTE:
            given = None
        proposed = calls.propose_next(who, outcome, call_back_id=of, channel=given)
        made = calls.log_call(outcome, call_back_id=of, buyer_id=who, channel=given, tags=["新品", "回购"], minutes=3)
        now = calls.find_call(made)
        assert (now.outcome, now.tags, now.minutes) == (outcome, ("新品", "回购"), 3)
        written = [each for each in self.open_ones(who) if each.kind is CallBackKind.RHYTHM]
        if outcome not in CONTACTS and now.call_back_id is not None:
            written = [each for each in self.open_ones(who) if each.id == now.call_back_id]
        if isinstance(proposed, NextDate):
            assert [(each.due_on, each.at_time) for each in written] == [(proposed.day, proposed.at_time)]
            if outcome in CONTACTS:
                assert read_note(written[0].reason).codes == proposed.codes
                assert proposed.day > calls.desk().today
        elif outcome in CONTACTS and now.channel is not Channel.NOTE:
            assert not written

    def keep(self, some: list[CallBack]) -> None:
        """Tick the promises of some call-backs."""
        for each in some:
            if each.kind is CallBackKind.PROMISE:
                self.ctx.call_backs.keep_promise(each.id, "已寄")

    def close_a_case(self, who: int) -> None:
        """Close a case of a buyer and plan the call after it where one is offered; sometimes merge two."""
        ctx = self.ctx
        made = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=who)
        ctx.cases.change_state([made], CaseState.DONE)
        self.cases.append(made)
        if isinstance(ctx.case_calls.offer(made), CaseCallOffer):
            ctx.case_calls.plan(made)

    def reopen_a_case(self) -> None:
        """Open a case again, or let it go into a new one."""
        if not self.cases:
            return
        chosen, ctx = self.cases.pop(), self.ctx
        if self.chance.random() < 0.5:
            ctx.cases.change_state([chosen], CaseState.OPEN)
            return
        kept = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=ctx.cases.load_page(chosen).case.buyer_id)
        ctx.joining.merge(kept, [chosen])

    def choose_anew(self) -> None:
        """Other rules, and what is planned by them: once is enough."""
        rules, chance = self.ctx.call_rules, self.chance
        often = chance.choice((Rhythm(), Rhythm(2, RhythmUnit.WEEKS), Rhythm(1, RhythmUnit.QUARTERS)))
        rhythms, capacity = dict.fromkeys((Tier.V1, Tier.V2, Tier.V3), often), chance.randrange(3)
        rules.keep(replace(rules.read(), move=chance.choice(list(OffDayMove)), rhythms=rhythms, capacity=capacity))
        self.ctx.call_backs.replan()
        assert self.ctx.call_backs.preview_replan().moving == 0

    def step(self) -> None:
        """One random thing."""
        ctx, chance, calls = self.ctx, self.chance, self.ctx.call_backs
        today = calls.desk().today
        who, opened = chance.choice(self.people), self.open_ones()
        some = chance.sample(opened, min(len(opened), 3))
        day = today + timedelta(days=chance.randrange(1, 30))
        done: dict[int, Callable[[], object]] = {
            0: lambda: calls.move_all([each.id for each in some], day, "出差"),
            1: lambda: calls.snooze_all([each.id for each in some], day, "买家在国外"),
            2: lambda: calls.skip_all([each.id for each in some], "不用了"),
            3: lambda: calls.promise(who, "寄一份色卡", day),
            4: lambda: self.keep(some),
            5: lambda: ctx.contact.agree(who, chance.choice(CHANNELS)),
            6: lambda: ctx.contact.withdraw(who, chance.choice(CHANNELS)),
            7: lambda: ctx.contact.opt_out(who) if chance.random() < 0.5 else ctx.contact.forget(who),
            8: lambda: ctx.vips.set_tier(who, chance.choice(list(Tier))),
            10: lambda: self.close_a_case(who),
            11: lambda: self.reopen_a_case(),
            12: self.choose_anew,
            9: lambda: self.clock.advance(timedelta(days=chance.randrange(-3, 9), minutes=1)),
        }
        choice = chance.randrange(25)
        if choice in done:
            done[choice]()
        else:
            self.log()

    def check(self) -> None:
        """What always holds."""
        database = self.ctx.store.database
        for who in self.people:
            buyer, opened = find_buyer(database, who), self.open_ones(who)
            wanted = buyer.tier is not Tier.NONE and buyer.consent is Consent.GIVEN
            assert sum(each.kind is CallBackKind.RHYTHM for each in opened) == wanted
            if buyer.consent is Consent.REFUSED:
                assert opened == []
            for each in opened:
                assert isinstance(may_contact(buyer.consent, said_channels(database, who), each.channel), Allowed)
                if each.kind is CallBackKind.SATISFACTION and each.case_id is not None:
                    case = self.ctx.cases.load_page(each.case_id).case
                    assert case.state in CLOSED
                    assert case.merged_into is None


@pytest.mark.parametrize("seed", range(2))
def test_one_stays_open_and_what_was_proposed_is_written(ctx: AppContext, clock: FixedClock, seed: int) -> None:
    shop = Shop(ctx, clock, seed)
    for _ in range(40):
        before, last = rows(ctx), ctx.undo.peek_undo()
        try:
            shop.step()
        except UserError as error:
            if error.code not in ("call_opted_out", "consent_withdrawn_since"):
                raise
        ctx.call_backs.plan_missing()
        shop.check()
        after = rows(ctx)
        if ctx.undo.peek_undo() is last or shop.chance.random() < 0.6:
            continue
        ctx.bench.undo_last()
        if ctx.undo.peek_undo() is last:
            planned = {each for each in after[0] if each not in before[0]}
            assert [row for row in rows(ctx)[0] if row not in planned] == before[0]
            assert rows(ctx)[1:] == before[1:]
        shop.check()
        ctx.bench.redo_last()
        assert rows(ctx) == after
    assert verify_chain(ctx.store.database).broken_at is None
    assert len(rows(ctx)[1]) > 8
