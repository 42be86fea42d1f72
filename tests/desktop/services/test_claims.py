"""Carrier claims from handing in to the money: states, sums, lateness, closed months, Undo, and the month's sum."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from models.errors import NotFound, UserError
from models.kinds import RegisterKind, Role
from models.money import Money
from models.register_kinds import RegisterState
from models.register_records import Month
from models.store.history import list_events
from tests.conftest import CHINA
from tests.desktop.services.register_rows import write_claim, write_line

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

_S = RegisterState
TODAY = date(2026, 11, 20)


def code_of(work: object) -> str:
    """The code of the error a call fails with."""
    with pytest.raises(UserError) as caught:
        work()  # type: ignore[operator]
    return caught.value.code


def test_a_claim_goes_its_way(ctx: AppContext, case_id: int) -> None:
    first, second = write_claim(ctx, case_id, "88.00"), write_claim(ctx, case_id, "12.00")
    claims = ctx.claims
    assert code_of(lambda: claims.answer(first, Money.of("88"))) == "claim_not_handed_in"
    assert code_of(lambda: claims.receive(first, Money.of("88"))) == "claim_not_handed_in"
    claims.hand_in([first, second], on=date(2026, 11, 18), answer_days=3)
    assert ctx.undo.peek_undo().code == "claims_handed_in"  # type: ignore[union-attr]
    found = claims.find(first)
    # Handed in on the 18th with three days: the last day is the 21st, which ends at midnight.
    assert (found.state, found.due_at) == (_S.HANDED_IN, datetime(2026, 11, 22, tzinfo=CHINA))
    assert claims.find(second).state is _S.HANDED_IN
    assert code_of(lambda: claims.hand_in([first])) == "claim_handed_in"
    claims.answer(first, Money.of("80"), note="外箱完好")
    assert claims.find(first).state is _S.ALLOWED
    claims.receive(first, Money.of("30"), on=date(2026, 11, 19))
    assert (claims.find(first).state, claims.find(first).missing) == (_S.ALLOWED, Money.of("58"))
    claims.receive(first, Money.of("50"))
    ended = claims.find(first)
    assert (ended.state, ended.received, ended.missing) == (_S.RECEIVED, Money.of("80"), Money.of("8"))
    assert code_of(lambda: claims.withdraw(first, "x")) == "claim_has_money"
    claims.take_back(first, Money.of("50"), "银行退回")
    assert (claims.find(first).state, claims.find(first).received) == (_S.ALLOWED, Money.of("30"))
    claims.answer(second, refused=True, note="超过投诉期")
    assert claims.find(second).state is _S.REFUSED
    claims.hand_in([second], answer_days=0)
    # No days: what was due the first time is due no more.
    assert (claims.find(second).state, claims.find(second).due_at) == (_S.HANDED_IN, None)
    for _ in range(7):
        ctx.bench.undo_last()
    assert [claims.find(each).state for each in (first, second)] == [_S.OPEN, _S.OPEN]
    actions = [event.action for event in list_events(ctx.store.database, case_id=case_id)]
    assert actions.count("claim_handed_in") == 3


def test_what_cannot_be_is_refused(ctx: AppContext, case_id: int) -> None:
    claim = write_claim(ctx, case_id, "88.00")
    other = write_line(ctx, RegisterKind.QUALITY, case_id)
    claims = ctx.claims
    assert code_of(lambda: claims.hand_in([])) == "nothing_chosen"
    assert code_of(lambda: claims.hand_in([other])) == "not_a_claim"
    with pytest.raises(NotFound):
        claims.hand_in([claim, 9_999])
    assert claims.find(claim).state is _S.OPEN
    assert code_of(lambda: claims.hand_in([claim], on=TODAY + timedelta(days=1))) == "day_ahead"
    assert code_of(lambda: claims.hand_in([claim], on=date(2000, 1, 1))) == "day_before_claim"
    assert code_of(lambda: claims.hand_in([claim], answer_days=-1)) == "claim_days_range"
    claims.hand_in([claim], answer_days=0)
    assert claims.find(claim).due_at is None
    assert code_of(lambda: claims.answer(claim)) == "claim_answer_missing"
    assert code_of(lambda: claims.answer(claim, Money.of("88.01"))) == "claim_allowed_above"
    assert code_of(lambda: claims.answer(claim, Money.of("1", "USD"))) == "claim_currency"
    assert code_of(lambda: claims.receive(claim, Money.of("0"))) == "amount_not_positive"
    assert code_of(lambda: claims.receive(claim, Money.of("-1"))) == "amount_not_positive"
    assert code_of(lambda: claims.take_back(claim, Money.of("1"), "x")) == "claim_less_received"
    assert code_of(lambda: claims.withdraw(claim, "  ")) == "text_empty"
    claims.withdraw(claim, "买家找到了包裹")
    assert claims.find(claim).missing == Money.of("0")
    assert code_of(lambda: claims.receive(claim, Money.of("1"))) == "claim_withdrawn"


def test_the_days_are_the_contract_s_or_a_pack_s(ctx: AppContext, case_id: int) -> None:
    terms = ctx.claims.terms
    cited = terms.term("云雀速递", 1)
    assert (cited.days, cited.contract, cited.source is not None) == (7, False, True)
    terms.set_days("", 1, 10)
    terms.set_days("云雀速递", 1, 5)
    assert [terms.term(name, 1).days for name in ("云雀速递", "驿马物流")] == [5, 10]
    claim = write_claim(ctx, case_id, "1")
    ctx.claims.hand_in([claim])
    assert ctx.claims.find(claim).due_at == datetime(2026, 11, 26, tzinfo=CHINA)
    assert code_of(lambda: terms.set_days("x", 1, 0)) == "claim_days_range"
    terms.set_days("云雀速递", 1, None)
    terms.set_days("", 1, None)
    assert terms.term("云雀速递", 1) == cited
    assert terms.term("云雀速递", None).days is None


def test_late_ones_and_ages(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    claim, young = write_claim(ctx, case_id, "88.00"), 0
    ctx.claims.hand_in([claim], answer_days=3)
    assert ctx.claims.late(ctx.claims.find(claim)) == 0
    clock.advance(timedelta(days=13))
    young = write_claim(ctx, case_id, "10.00")
    found = ctx.claims.aging(1)
    assert found.late == {claim: 10}
    sums = {each.bucket.key: (each.count, each.missing) for each in found.buckets if each.count}
    assert sums == {"0-7": (1, (Money.of("10"),)), "8-30": (1, (Money.of("88"),))}
    assert [each.id for each in ctx.claims.open(1)] == [claim, young]
    ctx.claims.note_reminded([claim])
    ctx.claims.note_reminded([claim])
    assert ctx.claims.reminders(ctx.claims.open(1)) == {claim: 2}


def test_s42_claims_are_summed_at_month_end(ctx: AppContext, clock: FixedClock) -> None:
    clock.advance(datetime(2026, 9, 10, 9, tzinfo=CHINA) - clock.now())
    for amount in ("128.00", "59.90", "310.00"):
        write_claim(ctx, None, amount)
        clock.advance(timedelta(days=5))
    clock.advance(datetime(2026, 10, 1, 0, 1, tzinfo=CHINA) - clock.now())
    write_claim(ctx, None, "5.00")
    found = ctx.claims.month_end(Month(2026, 9), 1)
    assert (found.totals, found.count) == ((Money.of("497.90"),), 3)
    assert found.due_at == datetime(2026, 10, 1, tzinfo=CHINA)
    assert found.hand_to is Role.AFTER_SALES


def test_a_closed_month_is_only_added_to(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    claim = write_claim(ctx, case_id, "88.00")
    ctx.claims.hand_in([claim], answer_days=7)
    clock.advance(timedelta(days=15))
    ctx.month_closings.close(RegisterKind.CARRIER_CLAIM, Month(2026, 11), 1)
    before = ctx.registers.find_entry(claim)
    row = ctx.claims.answer(claim, Money.of("60"))
    assert row != claim
    ctx.claims.receive(claim, Money.of("20"))
    ctx.claims.receive(row, Money.of("40"))
    assert ctx.registers.find_entry(claim) == before
    net = ctx.claims.find(row)
    assert (net.id, net.state, net.allowed, net.received) == (claim, _S.RECEIVED, Money.of("60"), Money.of("60"))
    assert ctx.claims.open(1) == ()
    ctx.claims.take_back(claim, Money.of("60"), "退回")
    ctx.claims.withdraw(claim, "包裹找到了")
    net = ctx.claims.find(claim)
    assert (net.state, net.claimed, net.received) == (_S.WITHDRAWN, Money.of("0"), Money.of("0"))
    assert ctx.claims.month_end(Month(2026, 11), 1).count == 0
    for _ in range(5):
        ctx.bench.undo_last()
    assert ctx.claims.find(claim).state is _S.HANDED_IN


def test_the_reminder_names_each_claim_in_both_languages(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    claim = write_claim(ctx, case_id, "88.00", tracking_no="YQ44471182")
    second = write_claim(ctx, case_id, "12.50", tracking_no="YQ44471183")
    other = write_claim(ctx, case_id, "1", carrier="别家")
    ctx.claims.hand_in([claim, second, other], answer_days=2)
    ctx.claims.answer(second, Money.of("12.50"))
    clock.advance(timedelta(days=5))
    letter = ctx.claim_letters.letter([claim, second])
    for text in (letter.text.zh, letter.text.en):
        assert all(part in text for part in ("YQ44471182", "YQ44471183", "¥\u00a0100.50"))
    assert ("已超 3 天" in letter.text.zh, "3 days ago" in letter.text.en) == (True, True)
    single = ctx.claim_letters.letter([claim])
    assert any(not need.there for need in single.needs)
    assert code_of(lambda: ctx.claim_letters.letter([claim, other])) == "claims_of_several_carriers"
