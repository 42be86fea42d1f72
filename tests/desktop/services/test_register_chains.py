"""Lines of registers at edges of months and days: what is closed stays, and what follows it counts once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from desktop.services.register_writing import follow_up, write_entry
from models.errors import UserError
from models.kinds import Platform, Problem, RegisterKind, Role
from models.money import Money
from models.register_kinds import Condition, EntryOrigin, RegisterState
from models.register_records import Month, RegisterLine, RegisterQuery
from models.rules.penalty_points import Ledger
from models.store import registers
from tests.conftest import CHINA
from tests.desktop.services.month_of_work import decide
from tests.desktop.services.register_rows import write_claim, write_line

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock
    from models.store.transaction import Transaction

_S = RegisterState
NOVEMBER = Month(2026, 11)
CLAIM = RegisterKind.CARRIER_CLAIM


def lines(
    ctx: AppContext, register: RegisterKind, month: Month | None = NOVEMBER, shop: int | None = 1, **more: object
) -> tuple[RegisterLine, ...]:
    return ctx.registers.sheet(RegisterQuery(register, month, shop, **more)).lines  # type: ignore[arg-type]


def close(ctx: AppContext, clock: FixedClock, register: RegisterKind, month: Month = NOVEMBER) -> None:
    after = month.plus(1)
    moment = datetime(after.year, after.month, 3, 10, tzinfo=CHINA)
    clock.advance(max(moment - clock.now(), timedelta()))
    ctx.month_closings.close(register, month, 1)


def test_an_invoice_is_due_on_the_last_day_and_late_from_the_next(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    today = clock.now().astimezone(CHINA).date()
    due = today + timedelta(days=3)
    entry = ctx.invoices.owe(case_id, "公司", Money.of("20"), due)
    (line,) = lines(ctx, RegisterKind.INVOICE)
    assert (line.cells["due"], line.late) == (due, 0)
    for days in (1, 2):
        clock.advance(datetime.combine(due + timedelta(days=days), datetime.min.time(), CHINA) - clock.now())
        (line,) = lines(ctx, RegisterKind.INVOICE, Month.of(today))
        assert line.late == ctx.invoices.late(ctx.registers.find_entry(entry)) == days


def test_days_of_a_shop_are_told_in_its_zone_whatever_is_looked_at(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    ctx.bench.act("x", lambda t: t.update("shop", 1, time_zone="America/New_York"), undoable=False)
    claim = write_claim(ctx, case_id, "10")
    ctx.claims.hand_in([claim], date(2026, 11, 10), 3)
    for shop in (1, None):
        (line,) = lines(ctx, CLAIM, None, shop)
        assert (line.cells["handed_in"], line.cells["answer_due"]) == (date(2026, 11, 10), date(2026, 11, 13))


def test_a_claim_refused_in_a_closed_month_is_open_again_when_handed_in_anew(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    claim = write_claim(ctx, case_id, "100")
    ctx.claims.hand_in([claim], answer_days=5)
    ctx.claims.answer(claim, refused=True)
    close(ctx, clock, CLAIM)
    ctx.claims.hand_in([claim], answer_days=5)
    (line,) = lines(ctx, CLAIM, None, unsettled=True)
    assert (line.id, line.state) == (claim, _S.HANDED_IN)
    assert {each.group for each in lines(ctx, CLAIM, None)} == {line.group}
    assert [each.id for each in ctx.month_closings.open_lines(CLAIM, NOVEMBER, 1)] == [claim]


def test_what_was_withdrawn_in_its_month_counts_once_when_it_comes_back(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    claim = write_claim(ctx, case_id, "100")
    ctx.claims.withdraw(claim, "不追了")
    close(ctx, clock, CLAIM)
    entry = ctx.registers.find_entry(claim)
    ctx.bench.act("x", lambda t: follow_up(t, entry, state=_S.OPEN, amount=Money.of("100"), reason="再追"))
    assert ctx.claims.find(claim).claimed == Money.of("100")
    (line,) = lines(ctx, CLAIM, None, unsettled=True)
    assert line.cells["claimed"] == Money.of("100")
    metrics = ctx.month_metrics.metrics(NOVEMBER, 1)
    assert metrics.unsettled_amounts[CLAIM] == (Money.of("100"),)
    assert metrics.carriers[0].open == Money.of("100")


def test_no_alarm_of_what_a_later_month_answered(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    early, late = write_claim(ctx, case_id, "100"), write_claim(ctx, case_id, "30")
    ctx.claims.hand_in([late], answer_days=2)
    close(ctx, clock, CLAIM)
    kinds = {alarm.kind: alarm.count for alarm in ctx.today.board().alarms if alarm.register is CLAIM}
    assert sorted(kinds.values()) == [1, 1]
    ctx.claims.hand_in([early], answer_days=200)
    ctx.claims.answer(late, refused=True)
    assert not [alarm for alarm in ctx.today.board().alarms if alarm.register is CLAIM]


def test_points_stand_in_the_year_they_were_imposed_by_the_shops_own_node(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    clock.advance(datetime(2027, 1, 5, 9, tzinfo=CHINA) - clock.now())
    new = ctx.penalties.note(case_id, points=3, on=date(2027, 1, 4))
    old = ctx.penalties.note(case_id, points=11, on=date(2026, 12, 30))
    found = {line.id: line.cells for line in lines(ctx, RegisterKind.PENALTY, Month(2027, 1))}
    assert (found[new]["points_after"], found[old]["points_after"]) == (3, 11)
    assert ctx.penalties.standing(1, 2026).ledgers[Ledger.GENERAL].points == 11
    assert ctx.penalties.standing(1, 2027).ledgers[Ledger.GENERAL].points == 3


def test_photos_that_come_later_change_no_total_of_a_closed_month(ctx: AppContext, case_id: int) -> None:
    write_line(ctx, RegisterKind.QUALITY, case_id, sku="A")
    assert "photos" not in ctx.registers.sheet(RegisterQuery(RegisterKind.QUALITY, NOVEMBER, 1)).totals


def test_a_parcel_that_comes_later_leaves_a_closed_month_as_it_was(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    register = RegisterKind.RETURNED_PARCEL
    write_line(ctx, register, case_id)
    close(ctx, clock, register)
    before = ctx.registers.sheet(RegisterQuery(register, NOVEMBER, 1))
    taken = ctx.receiving.receive("SF1234567890123", case_id=case_id, condition=Condition.GOOD, pieces=2)
    after = ctx.registers.sheet(RegisterQuery(register, NOVEMBER, 1))
    assert after.totals == before.totals
    shown = ("arrived", "pieces", "condition", "restock", "surcharge")
    assert [after.lines[0].cells[key] for key in shown] == [before.lines[0].cells[key] for key in shown]
    now = ctx.registers.sheet(RegisterQuery(register, Month(2026, 12), 1))
    (line,) = now.lines
    assert (line.cells["pieces"], now.totals["pieces"]) == (2, {"": 2})
    assert line.cells["arrived"] == clock.now().astimezone(CHINA).date()
    assert line.cells["condition"] is Condition.GOOD
    clock.advance(timedelta(days=31))
    ctx.month_closings.close(register, Month(2026, 12), 1)
    ctx.receiving.inspect(taken.receipt.id, condition=Condition.GOOD, pieces=1)
    assert ctx.registers.sheet(RegisterQuery(register, Month(2026, 12), 1)).totals == now.totals
    assert ctx.registers.sheet(RegisterQuery(register, Month(2027, 1), 1)).totals["pieces"] == {"": -1}


def test_a_month_holds_its_milliseconds_in_each_shops_zone(ctx: AppContext, clock: FixedClock) -> None:
    """New York begins this November at -4 and ends it at -5: its days are told by zoneinfo alone here."""
    shops = {1: ("CNY", ZoneInfo("Asia/Shanghai")), 2: ("USD", ZoneInfo("America/New_York"))}
    edges = [datetime(2026, month, 1, tzinfo=where) for _, where in shops.values() for month in (11, 12)]
    moments = [edge.astimezone(UTC) + timedelta(milliseconds=by) for edge in edges for by in (-1, 0)]
    rows = [
        {"register": RegisterKind.INVOICE, "shop_id": shop, "entered_at": moment, "entered_by": "小满", "columns": {},
         "amount": 1 << place, "currency": currency}
        for shop, (currency, _) in shops.items() for place, moment in enumerate(moments)
    ]  # fmt: skip

    def lay(work: Transaction) -> None:
        work.insert("shop", name="Rowan", platform=Platform.ETSY, currency="USD", time_zone="America/New_York")
        work.insert_many("register_entry", rows)

    ctx.bench.act("x", lay, undoable=False)
    clock.advance(timedelta(days=40))
    for shop, (currency, where) in shops.items():
        for month in (Month(2026, 10), NOVEMBER, Month(2026, 12)):
            own = [1 << place for place, each in enumerate(moments) if Month.of(each.astimezone(where).date()) == month]
            sheet = ctx.registers.sheet(RegisterQuery(RegisterKind.INVOICE, month, shop))
            assert sheet.totals["amount"] == {currency: sum(own)}
            assert ctx.registers.counts(month, shop)[RegisterKind.INVOICE] == len(own)
        ctx.month_closings.close(RegisterKind.INVOICE, NOVEMBER, shop)
        closing = ctx.month_closings.state(RegisterKind.INVOICE, NOVEMBER, shop)
        assert closing is not None
        kept = ctx.registers.sheet(RegisterQuery(RegisterKind.INVOICE, NOVEMBER, shop))
        assert closing.totals == kept.totals
        assert {line.closed for line in kept.lines} == {True}
        others = ctx.registers.sheet(RegisterQuery(RegisterKind.INVOICE, Month(2026, 12), shop)).lines
        assert {line.closed for line in others} == {False}


def test_a_shop_with_closed_months_stays_in_its_zone(ctx: AppContext, clock: FixedClock) -> None:
    register = RegisterKind.INVOICE
    close(ctx, clock, register)
    with pytest.raises(UserError, match="shop_zone_closed"):
        ctx.shops.change_shop(1, time_zone="America/New_York")
    ctx.shops.change_shop(1, name="青禾", time_zone="Asia/Shanghai")
    ctx.month_closings.reopen(ctx.month_closings.trail(register, NOVEMBER, 1)[0].id, "换时区")
    ctx.shops.change_shop(1, time_zone="America/New_York")
    close(ctx, clock, register)
    with pytest.raises(UserError, match="shop_zone_closed"):
        ctx.bench.undo_last()
    assert ctx.shops.list_shops()[0].time_zone == "America/New_York"


def test_what_was_set_right_of_a_parcel_stays_when_it_is_looked_at_again(ctx: AppContext) -> None:
    register = RegisterKind.RETURNED_PARCEL
    taken = ctx.receiving.receive("SF1234567890123", condition=Condition.GOOD, pieces=2)
    (line,) = lines(ctx, register)
    ctx.registers.correct(line.id, {"parcel": "SF1234567890128", "item": "青瓷碗"}, "面单看错一位")
    ctx.receiving.describe(taken.receipt.id, item="盘子", note="两只")
    (line,) = lines(ctx, register)
    assert (line.cells["parcel"], line.cells["item"], line.cells["pieces"]) == ("SF1234567890128", "青瓷碗", 2)


def test_a_parcel_of_no_shop_counts_in_none_and_in_all_once(ctx: AppContext, clock: FixedClock) -> None:
    register = RegisterKind.RETURNED_PARCEL

    def pieces(shop: int | None) -> tuple[int, dict[str, int]]:
        found = ctx.registers.sheet(RegisterQuery(register, NOVEMBER, shop))
        assert ctx.registers.counts(NOVEMBER, shop)[register] == len(found.lines)
        return len(found.lines), dict(found.totals["pieces"])

    ctx.receiving.receive("SF1234567890123", condition=Condition.GOOD, pieces=2)
    # There was but one shop it could be for.
    assert pieces(1) == pieces(None) == (1, {"": 2})
    ctx.bench.act("x", lambda t: t.insert(
        "shop", name="二店", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai"), undoable=False)  # fmt: skip
    ctx.receiving.receive("SF1234567890124", condition=Condition.GOOD, pieces=3)
    assert (pieces(1), pieces(2), pieces(None)) == ((1, {"": 2}), (0, {}), (2, {"": 5}))
    close(ctx, clock, register)
    (closing,) = ctx.month_closings.trail(register, NOVEMBER, 1)
    assert dict(closing.totals["pieces"]) == pieces(1)[1]


@pytest.mark.parametrize("closed", [False, True])
def test_a_return_that_is_withdrawn_is_awaited_no_more(
    ctx: AppContext, case_id: int, clock: FixedClock, closed: bool
) -> None:
    entry_id = write_line(ctx, RegisterKind.RETURNED_PARCEL, case_id)
    if closed:
        close(ctx, clock, RegisterKind.RETURNED_PARCEL)
    assert [each.entry_id for each in ctx.receiving.awaited(1)] == [entry_id]
    entry = registers.find_entry(ctx.store.database, entry_id)
    ctx.bench.act("x", lambda t: follow_up(t, entry, state=_S.WITHDRAWN))
    assert ctx.receiving.awaited(1) == ()
    assert ctx.receiving.look_up(entry.case_number).cases[0].waiting is False
    ctx.bench.act("x", lambda t: follow_up(t, entry, state=_S.OPEN))
    assert [each.entry_id for each in ctx.receiving.awaited(1)] == [entry_id]


@pytest.mark.parametrize(("rule", "kind"), [("pay_partial", "goodwill"), ("repay_freight_after_trade", "freight")])
def test_the_step_that_pays_settles_its_line_and_opens_it_again(
    ctx: AppContext, case_id: int, rule: str, kind: str
) -> None:
    def prepare(work: Transaction) -> tuple[int, int, int]:
        written: dict[str, Any] = {
            "shop_id": 1,
            "case_id": case_id,
            "origin": EntryOrigin.WIZARD,
            "amount": Money.of("30"),
        }
        own = write_entry(work, RegisterKind.COMPENSATION, columns={"kind": kind}, **written)
        other = write_entry(
            work, RegisterKind.COMPENSATION, columns={"kind": "freight" if kind != "freight" else ""}, **written
        )
        return (
            own,
            other,
            work.insert(
                "step", case_id=case_id, position=9, title_zh="付", title_en="pay", role=Role.FINANCE, rule=rule
            ),
        )

    own, other, step = ctx.bench.act("x", prepare)

    def stands() -> tuple[RegisterState, RegisterState]:
        return ctx.registers.find_entry(own).state, ctx.registers.find_entry(other).state

    ctx.steps.complete(step)
    assert stands() == (_S.DONE, _S.OPEN)
    ctx.bench.undo_last()
    assert stands() == (_S.OPEN, _S.OPEN)
    ctx.bench.redo_last()
    ctx.steps.reopen(step)
    assert stands() == (_S.OPEN, _S.OPEN)
    # Noted as paid by somebody it stays paid, whatever becomes of the step.
    ctx.paid_out.pay(own)
    ctx.steps.complete(step)
    ctx.steps.reopen(step)
    assert stands() == (_S.DONE, _S.OPEN)


def test_a_review_that_a_person_gave_to_another_case_is_not_written_twice(ctx: AppContext, case_id: int) -> None:
    about = ctx.cases.open_case(problem=Problem.REVIEW, order_id=ctx.cases.load_page(case_id).case.order_id)
    decide(ctx, about, {"extorted": True}, "first")
    (review,) = ctx.reviews.to_answer(1)
    ctx.reviews.link(review.id, case_id=case_id)
    decide(ctx, about, {"extorted": True}, "second")
    assert [each.id for each in ctx.reviews.to_answer(1)] == [review.id]
    # Taken off the list as a mistake, it may be written anew, and still come back.
    ctx.reviews.remove(review.id)
    decide(ctx, about, {"extorted": True}, "third")
    (anew,) = ctx.reviews.to_answer(1)
    assert (anew.id != review.id, anew.case_id) == (True, about)
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert [each.id for each in ctx.reviews.to_answer(1)] == [review.id]
