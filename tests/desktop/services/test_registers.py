"""The registers fill themselves from a month of work; their totals are those of the cases; closed months stay."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from desktop.context import AppContext
from desktop.services.register_outcomes import expect_no_penalties, expect_penalties
from models.clock import FixedClock
from models.errors import UserError
from models.kinds import CaseState, Problem, RegisterKind, Remedy
from models.money import Money
from models.register_kinds import EntryOrigin, RegisterState
from models.register_records import Month, RegisterLine, RegisterQuery
from models.store import case_page
from models.store.verify import verify_store
from tests.conftest import CHINA, NOW
from tests.desktop.services.month_of_work import Done, decide, redecide, work_a_month

CASES = 51
MONTH = Month(2026, 11)


@pytest.fixture(scope="module")
def worked(staffed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Done], datetime]:
    """A data folder after a month of work, made once and copied by each test."""
    from desktop.bootstrap import build

    made = tmp_path_factory.mktemp("month") / "shop"
    shutil.copytree(staffed_folder, made)
    clock = FixedClock(NOW)
    ctx = build(made, clock=clock, threads=False)
    try:
        done = work_a_month(ctx, CASES, clock=clock, minutes=200)
    finally:
        ctx.close()
    return made, done, clock.now()


@pytest.fixture
def month(worked: tuple[Path, list[Done], datetime], tmp_path: Path) -> Iterator[tuple[AppContext, list[Done], FixedClock]]:
    """That month, in a folder of its own."""
    from desktop.bootstrap import build

    folder, done, now = worked
    shutil.copytree(folder, tmp_path / "shop")
    clock = FixedClock(now)
    ctx = build(tmp_path / "shop", clock=clock, threads=False)
    yield ctx, done, clock
    ctx.close()


def lines(ctx: AppContext, register: RegisterKind, month: Month | None = MONTH, **more: object) -> tuple[RegisterLine, ...]:
    return ctx.registers.sheet(RegisterQuery(register, month, 1, **more)).lines  # type: ignore[arg-type]


def total(ctx: AppContext, register: RegisterKind, column: str, month: Month | None = MONTH) -> int:
    return ctx.registers.sheet(RegisterQuery(register, month, 1)).totals[column].get("CNY", 0)


def december(clock: FixedClock) -> None:
    clock.advance(datetime(2026, 12, 2, 10, tzinfo=CHINA) - clock.now())


def test_every_register_fills_itself(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, done, _ = month
    counts = ctx.registers.counts(MONTH, 1)
    for kind in RegisterKind:
        found = lines(ctx, kind)
        assert found, kind
        assert counts[kind] == len(found)
        assert all(line.case_number and line.buyer_nick and line.case_id for line in found)
    hand = {EntryOrigin.HAND.value, EntryOrigin.CORRECTION.value}
    origins = ctx.store.database.execute_sql("SELECT DISTINCT origin FROM register_entry").fetchall()
    assert not hand & {row[0] for row in origins}
    assert len(done) == CASES
    assert verify_store(ctx.store).holds


def test_totals_are_the_sums_over_the_cases(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, done, _ = month
    cost = paid = claimed = repaid = 0
    for each in done:
        resolution = case_page.find_resolution(ctx.store.database, each.case_id)
        assert resolution is not None
        kinds = {plan.kind for plan in each.walk.conclusion.registers}
        if RegisterKind.WRONG_SHIPMENT in kinds and resolution.true_cost is not None:
            cost += resolution.true_cost.minor
        if RegisterKind.CARRIER_CLAIM in kinds:
            order = ctx.cases.load_page(each.case_id).order
            assert order is not None
            assert order.paid is not None
            claimed += order.paid.minor
        if resolution.remedy in (Remedy.COMPENSATION, Remedy.PARTIAL_REFUND):
            paid += resolution.refund.minor
        sent_back = resolution.remedy in (Remedy.RETURN_AND_REFUND, Remedy.EXCHANGE, Remedy.REPAIR)
        if sent_back and each.walk.conclusion.postage.get("return") == "seller":
            repaid += int(Decimal("8.00") * 100)
    assert min(cost, claimed, paid, repaid) > 0
    assert total(ctx, RegisterKind.WRONG_SHIPMENT, "cost") == cost
    assert total(ctx, RegisterKind.CARRIER_CLAIM, "claimed") == claimed
    assert total(ctx, RegisterKind.COMPENSATION, "amount") == paid + repaid
    groups = ctx.registers.sheet(RegisterQuery(RegisterKind.COMPENSATION, MONTH, 1)).groups
    by_kind = {group.key: sum(amount.minor for amount in group.sums["amount"]) for group in groups}
    assert (by_kind["freight"], sum(by_kind.values())) == (repaid, paid + repaid)
    claims = ctx.registers.sheet(RegisterQuery(RegisterKind.CARRIER_CLAIM, MONTH, 1))
    assert sum(sum(a.minor for a in group.sums["claimed"]) for group in claims.groups) == claimed
    lost = [each for each in done if each.road.lost]
    assert {line.case_id for line in lines(ctx, RegisterKind.PENALTY)} == {each.case_id for each in lost}


def test_a_sheet_is_searched_sorted_and_narrowed(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, _, _ = month
    register = RegisterKind.CARRIER_CLAIM
    every = lines(ctx, register)
    number = every[0].case_number
    assert [line.case_number for line in lines(ctx, register, text=number.lower())] == [number]
    assert len(lines(ctx, register, text="破损")) == len(lines(ctx, register, text="DAMAGED"))
    assert not lines(ctx, register, text="<b>' OR 1=1 --\0")
    claimed = [line.cells["claimed"] for line in lines(ctx, register, sort="claimed", descending=True)]
    amounts = [value.minor for value in claimed if isinstance(value, Money)]
    assert amounts == sorted(amounts, reverse=True)
    assert len(amounts) == len(every)
    carrier = every[0].group
    narrowed = ctx.registers.sheet(RegisterQuery(register, MONTH, 1, group=carrier))
    assert 0 < len(narrowed.lines) < len(every)
    assert sum(group.count for group in narrowed.groups) == narrowed.found == len(every)
    assert sum(narrowed.states.values()) == len(every)
    assert lines(ctx, register, sort="no such column") == every
    assert ctx.registers.sheet(RegisterQuery(register, Month(2026, 10), 1)).lines == ()
    assert not lines(ctx, register, text="x" * 100_000)
    for wrong in (Month(2026, 13), Month(9999, 12), Month(0, 0)):
        with pytest.raises(UserError, match="month_unknown"):
            ctx.registers.sheet(RegisterQuery(register, wrong, 1))
        with pytest.raises(UserError, match="month_unknown"):
            ctx.month_closings.close(register, wrong, 1)
    with pytest.raises(Exception, match="shop"):
        ctx.registers.sheet(RegisterQuery(register, MONTH, 999))


def test_deciding_anew_goes_on_with_what_was_followed(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, done, _ = month
    line = lines(ctx, RegisterKind.CARRIER_CLAIM)[0]
    assert line.case_id is not None
    before, count = total(ctx, RegisterKind.CARRIER_CLAIM, "claimed"), len(lines(ctx, RegisterKind.CARRIER_CLAIM))
    ctx.claims.hand_in([line.id], answer_days=7)
    ctx.registers.correct(line.id, {"parcel": "YQ-9"}, "单号看错")
    if ctx.cases.load_page(line.case_id).case.state is CaseState.DONE:
        ctx.cases.change_state([line.case_id], CaseState.OPEN)
    decide(ctx, line.case_id, {}, "again-1")
    decide(ctx, line.case_id, {}, "again-2")
    after = lines(ctx, RegisterKind.CARRIER_CLAIM)
    assert (len(after), total(ctx, RegisterKind.CARRIER_CLAIM, "claimed")) == (count, before)
    same = next(each for each in after if each.id == line.id)
    assert same.state is RegisterState.HANDED_IN
    assert (same.cells["parcel"], same.cells["handed_in"]) == ("YQ-9", ctx.clock.now().astimezone(CHINA).date())
    # What somebody set right by hand is right, an amount too.
    ctx.registers.correct(line.id, {"claimed": Money(777)}, "只丢了一件")
    decide(ctx, line.case_id, {}, "again-3")
    assert next(each for each in lines(ctx, RegisterKind.CARRIER_CLAIM) if each.id == line.id).cells["claimed"] == Money(777)
    # An invoice that was issued is what it was issued on.
    asked = next(each.case_id for each in done if each.road.problem is Problem.INVOICE and each.road.lost)
    owed = next(each.id for each in lines(ctx, RegisterKind.INVOICE) if each.case_id == asked)
    ctx.invoices.issue(owed, "0442", amount=Money(4321))
    redecide(ctx, asked, "again-4", complaint_upheld=True)
    issued = [each.cells["amount"] for each in lines(ctx, RegisterKind.INVOICE) if each.case_id == asked]
    assert issued == [Money(4321)]
    assert verify_store(ctx.store).holds


def test_a_closed_month_stays_and_what_follows_corrects_it(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, _, clock = month
    register = RegisterKind.CARRIER_CLAIM
    with pytest.raises(UserError, match="month_not_over"):
        ctx.month_closings.close(register, MONTH, 1)
    first, second = lines(ctx, register)[:2]
    undoable = ctx.registers.correct(first.id, {"carrier": "青鸟快运"}, "写错了")
    assert undoable == first.id
    december(clock)
    still = ctx.month_closings.open_lines(register, MONTH, 1)
    claimed = total(ctx, register, "claimed")
    closing_id = ctx.month_closings.close(register, MONTH, 1, "11 月月结")
    closing = ctx.month_closings.state(register, MONTH, 1)
    assert closing is not None
    assert (closing.open_lines, closing.totals["claimed"]) == (len(still), {"CNY": claimed})
    with pytest.raises(UserError, match="month_closed"):
        ctx.month_closings.close(register, MONTH, 1)
    with pytest.raises(UserError, match="month_closed"):
        ctx.bench.act("x", lambda work: work.remove("register_entry", first.id))
    with pytest.raises(UserError, match="month_closed"):
        ctx.bench.undo_last()

    amount = first.cells["claimed"]
    assert isinstance(amount, Money)
    less = ctx.registers.correct(first.id, {"claimed": amount - Money(900)}, "少报一件")
    assert less != first.id
    assert ctx.registers.correct(first.id, {"claimed": amount - Money(1000)}, "再少一元") == less
    ctx.claims.hand_in([first.id])
    ctx.claims.answer(first.id, Money(500))
    ctx.claims.withdraw(second.id, "买家找到了")
    assert total(ctx, register, "claimed") == claimed
    taken = second.cells["claimed"]
    assert isinstance(taken, Money)
    then = Month(2026, 12)
    assert total(ctx, register, "claimed", then) == -1000 - taken.minor
    assert total(ctx, register, "allowed", then) == 500
    net = next(line for line in lines(ctx, register, None, unsettled=True) if line.id == first.id)
    assert (net.state, net.cells["claimed"]) == (RegisterState.ALLOWED, amount - Money(1000))
    assert all(line.closed for line in lines(ctx, register))
    assert [each.id for each in ctx.registers.corrections(first.id)] == [less]

    ctx.month_closings.reopen(closing_id, "漏了一笔")
    with pytest.raises(UserError, match="month_open"):
        ctx.month_closings.reopen(closing_id, "again")
    ctx.month_closings.close(register, MONTH, 1)
    trail = ctx.month_closings.trail(register, MONTH, 1)
    assert [(each.reopen_reason, each.reopened_at is None) for each in trail] == [("漏了一笔", False), ("", True)]
    assert trail[0].totals == trail[1].totals
    actions = [row[0] for row in ctx.store.database.execute_sql("SELECT action FROM history").fetchall()]
    assert (actions.count("month_closed"), actions.count("month_reopened")) == (2, 1)
    assert verify_store(ctx.store).holds


def test_deciding_anew_in_a_later_month_corrects_the_closed_one(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, done, clock = month
    case = next(each for each in done if each.road.answers.get("negotiated"))
    december(clock)
    ctx.month_closings.close(RegisterKind.COMPENSATION, MONTH, 1)
    before = total(ctx, RegisterKind.COMPENSATION, "amount")
    if ctx.cases.load_page(case.case_id).case.state is CaseState.DONE:
        ctx.cases.change_state([case.case_id], CaseState.OPEN)
    decide(ctx, case.case_id, {"worn": True, "wants_return": False, "negotiated": "45.00"}, "later-1")
    assert total(ctx, RegisterKind.COMPENSATION, "amount") == before
    assert total(ctx, RegisterKind.COMPENSATION, "amount", Month(2026, 12)) == 1500
    # The buyer sends it back after all: nothing is negotiated any more, freight is repaid instead.
    clock.advance(timedelta(minutes=1))
    redecide(ctx, case.case_id, "later-2", wants_return=True)
    then = lines(ctx, RegisterKind.COMPENSATION, Month(2026, 12))
    assert [line.cells["amount"] for line in then] == [Money(-3000), Money(800)]
    assert (then[0].state, then[0].reason[:5]) == (RegisterState.WITHDRAWN, "重新处理：")
    assert total(ctx, RegisterKind.COMPENSATION, "amount") == before
    assert case.case_id in {line.case_id for line in lines(ctx, RegisterKind.RETURNED_PARCEL, Month(2026, 12))}
    assert verify_store(ctx.store).holds


def test_what_was_paid_stays_paid(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, done, _ = month
    case = next(each for each in done if each.road.answers.get("negotiated"))
    if ctx.cases.load_page(case.case_id).case.state is CaseState.DONE:
        ctx.cases.change_state([case.case_id], CaseState.OPEN)

    def paid() -> list[tuple[object, object]]:
        found = [line for line in lines(ctx, RegisterKind.COMPENSATION) if line.case_id == case.case_id]
        return [(line.state, line.cells["amount"]) for line in found]

    assert paid() == [(RegisterState.OPEN, Money(3000))]
    entry = next(line for line in lines(ctx, RegisterKind.COMPENSATION) if line.case_id == case.case_id)
    ctx.paid_out.pay(entry.id)
    for number, negotiated in enumerate(("45.00", "45.00", "20.00", "50.00")):
        redecide(ctx, case.case_id, f"paid-{number}", negotiated=negotiated)
        left = Money.of(negotiated) - Money(3000)
        more = [(RegisterState.OPEN, left)] if left.minor > 0 else []
        assert paid() == [(RegisterState.DONE, Money(3000)), *more]
    redecide(ctx, case.case_id, "paid-9", wants_return=True)
    assert paid() == [(RegisterState.DONE, Money(3000)), (RegisterState.OPEN, Money(800))]


def test_a_lost_dispute_told_of_a_packet_and_taken_back(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, done, _ = month
    lost = next(each for each in done if each.road.lost)
    there = [line for line in lines(ctx, RegisterKind.PENALTY) if line.case_id == lost.case_id]
    assert {line.state for line in there} == {RegisterState.EXPECTED}
    # Told once more, by another way: nothing doubles. Taken back, nothing is expected any more.
    ctx.bench.act("x", lambda work: expect_penalties(work, lost.case_id))
    assert [line.id for line in lines(ctx, RegisterKind.PENALTY) if line.case_id == lost.case_id] == [e.id for e in there]
    ctx.penalties.withdraw(there[0].id, "没有扣分")
    ctx.bench.act("x", lambda work: expect_penalties(work, lost.case_id))
    assert [line.id for line in lines(ctx, RegisterKind.PENALTY) if line.case_id == lost.case_id] == [e.id for e in there]
    ctx.bench.undo_last()
    ctx.penalties.confirm(there[0].id, points=12)
    ctx.bench.act("x", lambda work: expect_no_penalties(work, lost.case_id))
    after = [line for line in lines(ctx, RegisterKind.PENALTY) if line.case_id == lost.case_id]
    assert [(line.id, line.state, line.cells["points"]) for line in after] == [
        (there[0].id, RegisterState.CONFIRMED, 12)
    ]
    assert (after[0].cells["points_after"], after[0].cells["nodes"]) == (12, 1)


def test_a_merged_case_takes_its_lines_along_even_of_a_closed_month(
    month: tuple[AppContext, list[Done], FixedClock],
) -> None:
    ctx, done, clock = month
    order_id = ctx.cases.load_page(done[0].case_id).case.order_id
    kept, other = (ctx.cases.open_case(problem=Problem.INVOICE, order_id=order_id) for _ in range(2))
    alone = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=order_id)
    november = total(ctx, RegisterKind.INVOICE, "amount")
    december(clock)
    ctx.month_closings.close(RegisterKind.INVOICE, MONTH, 1)
    ctx.joining.merge(kept, [other])
    # One order, one invoice: the second is taken off in the month in which that is found.
    owed = [line for line in lines(ctx, RegisterKind.INVOICE) if line.case_id == kept]
    assert [line.state for line in owed] == [RegisterState.OPEN, RegisterState.WITHDRAWN]
    amount = owed[0].cells["amount"]
    assert isinstance(amount, Money)
    assert total(ctx, RegisterKind.INVOICE, "amount") == november
    assert total(ctx, RegisterKind.INVOICE, "amount", Month(2026, 12)) == -amount.minor
    ctx.joining.merge(alone, [kept])
    assert {line.case_id for line in lines(ctx, RegisterKind.INVOICE)} >= {alone}
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert total(ctx, RegisterKind.INVOICE, "amount", Month(2026, 12)) == 0
    assert verify_store(ctx.store).holds


def test_what_cannot_be_corrected_is_refused(month: tuple[AppContext, list[Done], FixedClock]) -> None:
    ctx, _, _ = month
    line = lines(ctx, RegisterKind.WRONG_SHIPMENT)[0]
    for changes, reason, code in (
        ({"sent": "x"}, "  ", "text_empty"),
        ({"by": "x"}, "y", "register_not_editable"),
        ({"no such": "x"}, "y", "register_not_editable"),
        ({"cost": "12"}, "y", "register_value"),
        ({"cost": Money(-1)}, "y", "register_value"),
        ({"cost": Money(100, "USD")}, "y", "register_currency"),
        ({"sent": 12}, "y", "register_value"),
        ({"sent": "x" * 100_000}, "y", "text_too_long"),
    ):
        with pytest.raises(UserError, match=code):
            ctx.registers.correct(line.id, changes, reason)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="register_entry_not_found"):
        ctx.registers.correct(10**9, {"sent": "x"}, "y")
    assert ctx.registers.correct(line.id, {"responsible": "老秋", "sent": "QH-2 ×1"}, "仓库确认") == line.id
    after = next(each for each in lines(ctx, RegisterKind.WRONG_SHIPMENT) if each.id == line.id)
    assert (after.cells["responsible"], after.state) == ("老秋", RegisterState.DONE)
    ctx.bench.undo_last()
    assert lines(ctx, RegisterKind.WRONG_SHIPMENT)[0].cells["responsible"] == line.cells["responsible"]


@pytest.mark.parametrize("seed", [2])
def test_whatever_is_closed_and_corrected_the_sums_hold(
    month: tuple[AppContext, list[Done], FixedClock], seed: int
) -> None:
    """Months closed, opened again and closed, lines corrected, followed and withdrawn in any order."""
    ctx, _, clock = month
    chance, register = Random(seed), RegisterKind.CARRIER_CLAIM
    claims = {line.id: _minor(line, "claimed") for line in lines(ctx, register)}
    kept: dict[Month, int] = {}
    months, refused = [MONTH], set[str]()
    for step in range(40):
        what, entry_id = chance.choice(("correct", "correct", "withdraw", "answer", "close", "reopen", "later")), None
        if what in ("correct", "withdraw", "answer"):
            entry_id = chance.choice(list(claims))
        try:
            if what == "correct" and entry_id is not None:
                amount = chance.randrange(1, 90_000)
                ctx.registers.correct(entry_id, {"claimed": Money(amount)}, f"第 {step} 次")
                claims[entry_id] = amount
            elif what == "withdraw" and entry_id is not None:
                ctx.claims.withdraw(entry_id, "不赔了")
                claims[entry_id] = 0
            elif what == "answer" and entry_id is not None:
                ctx.claims.hand_in([entry_id])
                ctx.claims.answer(entry_id, refused=True)
            elif what == "close":
                closed = chance.choice(months)
                ctx.month_closings.close(register, closed, 1)
                kept[closed] = total(ctx, register, "claimed", closed)
            elif what == "reopen" and kept:
                opened = chance.choice(list(kept))
                closing = ctx.month_closings.state(register, opened, 1)
                assert closing is not None
                assert closing.totals["claimed"].get("CNY", 0) == kept.pop(opened)
                ctx.month_closings.reopen(closing.id, "再看一遍")
            elif what == "later" and len(months) < 5:
                clock.advance(timedelta(days=31))
                months.append(Month.of(clock.now().astimezone(CHINA).date()))
        except UserError as error:
            refused.add(error.code)
        for closed, was in kept.items():
            assert total(ctx, register, "claimed", closed) == was
        assert sum(total(ctx, register, "claimed", each) for each in months) == sum(claims.values())
    assert refused <= REFUSED
    assert len(lines(ctx, register)) == len(claims)
    assert verify_store(ctx.store).holds


REFUSED = {"month_closed", "month_not_over", "claim_withdrawn", "claim_ended", "claim_handed_in", "claim_has_money",
           "claim_allowed_above", "register_withdrawn"}  # fmt: skip


def _minor(line: RegisterLine, column: str) -> int:
    value = line.cells[column]
    return value.minor if isinstance(value, Money) else 0
