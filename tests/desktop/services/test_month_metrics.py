"""The measures of a month equal sums over its cases and over the sheets of its registers, whatever happened to them."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from models.errors import UserError
from models.kinds import CaseState, Liability, Problem, RegisterKind, Remedy
from models.money import Money
from models.register_kinds import RegisterState
from models.register_records import Month, RegisterQuery
from tests.conftest import CHINA
from tests.desktop.services.register_rows import write_claim, write_line

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

NOVEMBER = Month(2026, 11)
_ENTRIES = tuple(each for each in RegisterKind if each not in (RegisterKind.REVIEW, RegisterKind.HANDOVER))


def decide(ctx: AppContext, case_id: int, liability: Liability, cost: int, refund: int) -> None:
    """A resolution in force, as finishing the wizard leaves it."""
    ctx.bench.act("resolved", lambda work: work.insert(
        "resolution", case_id=case_id, operation=f"o{case_id}-{cost}", outcome="x", remedy=Remedy.REFUND,
        remedy_title_zh="退款", liability=liability, liable_to_buyer=liability, currency="CNY", refund=refund,
        true_cost=cost, facts={}, conclusion={}, packs="", decided_at=work.stamp.now, decided_by="小满",
    ))  # fmt: skip


def follow(ctx: AppContext, claim: int, dice: random.Random) -> None:
    """Something that may happen to a claim, or be refused."""
    amount = Money(dice.randint(1, 9_000))
    work = dice.choice((
        lambda: ctx.claims.hand_in([claim], answer_days=dice.choice((0, 3))), lambda: ctx.claims.answer(claim, amount),
        lambda: ctx.claims.answer(claim, refused=True), lambda: ctx.claims.receive(claim, amount),
        lambda: ctx.claims.withdraw(claim, "x"), lambda: ctx.claims.take_back(claim, amount, "x"),
    ))  # fmt: skip
    try:
        work()
    except UserError:
        return


@pytest.mark.parametrize("seed", [7])
def test_measures_equal_sums_over_the_cases(ctx: AppContext, order_id: int, clock: FixedClock, seed: int) -> None:
    dice = random.Random(seed)
    clock.advance(datetime(2026, 11, 3, 9, tzinfo=CHINA) - clock.now())
    problems, parties = (Problem.DAMAGED, Problem.LOST, Problem.WRONG_ITEM), tuple(Liability)
    wanted: Counter[tuple[Liability, Problem]] = Counter()
    costs: Counter[tuple[Liability, Problem]] = Counter()
    claims, done, undecided = list[int](), list[int](), 0
    for _ in range(12):
        problem, party = dice.choice(problems), dice.choice(parties)
        case_id = ctx.cases.open_case(problem=problem, order_id=order_id, summary="x")
        if dice.random() < 0.7:
            cost = dice.randint(0, 9_000)
            decide(ctx, case_id, party, cost, 5)
            wanted[party, problem] += 1
            costs[party, problem] += cost
        else:
            undecided += 1
        carrier = dice.choice(("云雀速递", "顺丰", "SF Express", ""))
        claims.append(write_claim(ctx, case_id, f"{dice.randint(1, 9_000) / 100:.2f}", carrier))
        for register in (RegisterKind.COMPENSATION, RegisterKind.QUALITY, RegisterKind.WRONG_SHIPMENT):
            write_line(ctx, register, case_id, "1.50", responsible=dice.choice(("", "老秋")))
        if dice.random() < 0.3:
            done.append(case_id)
        follow(ctx, dice.choice(claims), dice)
        clock.advance(timedelta(hours=dice.randint(1, 30)))
    for _ in range(20):
        follow(ctx, dice.choice(claims), dice)
    for case_id in done:
        ctx.store.database.execute_sql('UPDATE "case" SET state = ? WHERE id = ?', (CaseState.DONE.value, case_id))
    clock.advance(datetime(2026, 12, 2, 9, tzinfo=CHINA) - clock.now())
    ctx.month_closings.close(RegisterKind.CARRIER_CLAIM, NOVEMBER, 1)
    closed = ctx.month_metrics.metrics(NOVEMBER, 1)
    for _ in range(15):
        follow(ctx, dice.choice(claims), dice)
    found = ctx.month_metrics.metrics(NOVEMBER, 1)
    assert {(each.liability, each.problem): each.cases for each in found.costs} == dict(wanted)
    shown = {(each.liability, each.problem): each.cost.minor for each in found.costs}
    assert shown == {key: costs[key] for key in wanted}
    assert found.undecided_cases == undecided
    # A closed month's sums stand; what is open follows what came later.
    assert [(each.claimed, each.allowed, each.received) for each in found.carriers] == [
        (each.claimed, each.allowed, each.received) for each in closed.carriers
    ]
    sheet = ctx.registers.sheet(RegisterQuery(RegisterKind.CARRIER_CLAIM, NOVEMBER, 1))
    for key, name in (("claimed", "claimed"), ("allowed", "allowed"), ("received", "received")):
        assert sum(getattr(each, name).minor for each in found.carriers) == sheet.totals[key].get("CNY", 0), key
    nets = ctx.claims.load(claims)
    still = (RegisterState.OPEN, RegisterState.HANDED_IN, RegisterState.ALLOWED)
    missing = sum(net.missing.minor for net in nets if net.state in still)
    assert sum(each.open.minor for each in found.carriers) == missing
    assert sum(each.claims for each in found.carriers) == len(claims)
    assert {each.carrier for each in found.carriers} <= {"云雀速递", "顺丰"}
    for register in _ENTRIES:
        lines = ctx.registers.sheet(RegisterQuery(register, NOVEMBER, 1, unsettled=True)).lines
        assert found.unsettled.get(register, 0) == len([each for each in lines if not each.settled]), register
    december = ctx.month_metrics.metrics(Month(2026, 12), 1)
    later = ctx.registers.sheet(RegisterQuery(RegisterKind.CARRIER_CLAIM, Month(2026, 12), 1))
    assert sum(each.received.minor for each in december.carriers) == later.totals["received"].get("CNY", 0)
    assert ctx.month_metrics.metrics(Month(2026, 10), 1).carriers == ()
