"""Penalties with their points, invoices owed, money paid out: written, followed up, refused, taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.platform.resources import resource
from desktop.services.pack_shelf import shelf_of
from models.errors import NotFound, UserError
from models.kinds import RegisterKind
from models.money import Money
from models.register_kinds import PaidKind, RegisterState
from models.register_records import Month
from models.rules.penalty_points import NODE, Ledger, crossing, ledger_standing
from tests.conftest import CHINA
from tests.desktop.services.register_rows import write_line

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

_S = RegisterState


def code_of(work: object) -> str:
    """The code of the error a call fails with."""
    with pytest.raises(UserError) as caught:
        work()  # type: ignore[operator]
    return caught.value.code


@pytest.mark.parametrize(
    ("before", "added", "nodes", "node"), [(0, 6, 0, 12), (6, 6, 1, 12), (11, 1, 1, 12), (12, 6, 0, 24), (6, 24, 2, 24)]
)
def test_nodes_stand_at_every_twelve(before: int, added: int, nodes: int, node: int) -> None:
    found = crossing(before, added, Ledger.GENERAL)
    assert (found.nodes, found.node, found.after) == (nodes, node, before + added)
    assert ledger_standing([], Ledger.SERIOUS).left == 12


def test_the_size_of_a_node_is_the_shipped_packs_own_until_the_shop_changes_it(ctx: AppContext) -> None:
    (shop_id,) = (shop.id for shop in ctx.shops.list_shops())
    shipped = [raw.get("constants", {}) for raw in shelf_of(resource("packs")).files.values()]
    assert {each["node_points"]["value"] for each in shipped if "node_points" in each} == {NODE}
    assert ctx.penalties.node_size(shop_id) == NODE
    ctx.rules.change_number("shop-handbook", "node_points", "6", "new")
    ctx.penalties.note(None, shop_id, points=8)
    assert ctx.penalties.node_size(shop_id) == 6
    assert ctx.penalties.ledgers(shop_id) == ctx.penalties.standing(shop_id).ledgers
    assert ctx.penalties.ledgers(shop_id)[Ledger.GENERAL].next_node == 12


def test_points_are_counted_by_ledger_and_year(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    penalties = ctx.penalties
    first = penalties.note(case_id, points=6, rule="拒开发票")
    penalties.note(None, 1, points=12, ledger=Ledger.SERIOUS, amount=Money.of("10000"))
    expected = write_line(ctx, RegisterKind.PENALTY, case_id, None, _S.EXPECTED, 6, ledger="general")
    standing = penalties.standing(1)
    general, serious = standing.ledgers[Ledger.GENERAL], standing.ledgers[Ledger.SERIOUS]
    assert (general.points, general.expected, general.nodes, general.left) == (6, 6, 0, 6)
    assert (serious.points, serious.nodes, serious.next_node) == (12, 1, 24)
    assert (standing.year, standing.amounts) == (2026, (Money.of("10000"),))
    assert penalties.crossing(1, 6, Ledger.GENERAL).warns
    penalties.confirm(expected)
    assert code_of(lambda: penalties.confirm(expected)) == "penalty_not_expected"
    assert penalties.standing(1).ledgers[Ledger.GENERAL].nodes == 1
    penalties.withdraw(first, "申诉成功")
    assert penalties.standing(1).ledgers[Ledger.GENERAL].points == 6
    ctx.bench.undo_last()
    assert penalties.standing(1).ledgers[Ledger.GENERAL].points == 12
    clock.advance(datetime(2027, 1, 2, 9, tzinfo=CHINA) - clock.now())
    penalties.note(None, 1, points=3, on=date(2026, 12, 31))
    assert penalties.standing(1, 2026).ledgers[Ledger.GENERAL].points == 15
    assert penalties.standing(1).ledgers[Ledger.GENERAL].points == 0


def test_a_penalty_of_a_closed_month_is_taken_off_in_the_present_one(
    ctx: AppContext, case_id: int, clock: FixedClock
) -> None:
    entry = ctx.penalties.note(case_id, points=6, amount=Money.of("50"))
    clock.advance(timedelta(days=15))
    ctx.month_closings.close(RegisterKind.PENALTY, Month(2026, 11), 1)
    row = ctx.penalties.withdraw(entry, "申诉成功")
    correction = ctx.registers.find_entry(row)
    assert (correction.corrects, correction.points, correction.amount) == (entry, -6, Money.of("-50"))
    assert ctx.registers.find_entry(entry).state is _S.CONFIRMED
    assert ctx.penalties.standing(1).ledgers[Ledger.GENERAL].points == 0


def test_penalties_that_cannot_be(ctx: AppContext, case_id: int) -> None:
    penalties = ctx.penalties
    claim = write_line(ctx, RegisterKind.CARRIER_CLAIM, case_id)
    assert code_of(lambda: penalties.note(case_id)) == "penalty_empty"
    assert code_of(lambda: penalties.note(case_id, points=-1)) == "penalty_points_range"
    assert code_of(lambda: penalties.note(case_id, points=1_001)) == "penalty_points_range"
    assert code_of(lambda: penalties.note(case_id, points=1, amount=Money(-1))) == "amount_negative"
    assert code_of(lambda: penalties.note(None, points=1)) == "penalty_shop_missing"
    assert code_of(lambda: penalties.note(case_id, points=1, on=date(2026, 11, 21))) == "day_ahead"
    assert code_of(lambda: penalties.confirm(claim)) == "not_a_penalty"
    with pytest.raises(NotFound):
        penalties.note(None, 99, points=1)


def test_an_invoice_is_owed_until_it_is_issued(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    invoices = ctx.invoices
    entry = invoices.owe(case_id, "杭州某某公司", Money.of("153"), date(2026, 11, 22))
    assert code_of(lambda: invoices.owe(case_id)) == "invoice_owed_already"
    found = ctx.registers.find_entry(entry)
    assert (found.state, found.due_at) == (_S.OPEN, datetime(2026, 11, 23, tzinfo=CHINA))
    assert invoices.late(found) == 0
    clock.advance(timedelta(days=4))
    assert invoices.late(found) == 2
    assert code_of(lambda: invoices.issue(entry, " ")) == "text_empty"
    invoices.issue(entry, "25117000000123456789", date(2026, 11, 23))
    found = ctx.registers.find_entry(entry)
    assert (found.state, found.columns["invoice_number"], invoices.late(found)) == (_S.DONE, "25117000000123456789", 0)
    assert code_of(lambda: invoices.issue(entry, "2")) == "invoice_done"
    second = invoices.owe(case_id)
    invoices.withdraw(second, "买家不要了")
    assert ctx.registers.find_entry(second).state is _S.WITHDRAWN
    assert code_of(lambda: invoices.issue(write_line(ctx, RegisterKind.QUALITY, case_id), "2")) == "not_an_invoice"


def test_what_was_promised_is_paid_or_something_else(ctx: AppContext, case_id: int) -> None:
    paid = ctx.paid_out
    promised = write_line(ctx, RegisterKind.COMPENSATION, case_id, "20", kind="compensation")
    other = write_line(ctx, RegisterKind.COMPENSATION, case_id, "5", kind="freight")
    assert [each.id for each in paid.promised(case_id)] == [promised, other]
    paid.pay(promised, amount=Money.of("18"), note="少付 2 元，买家同意")
    found = ctx.registers.find_entry(promised)
    assert (found.state, found.amount) == (_S.DONE, Money.of("18"))
    assert code_of(lambda: paid.pay(promised)) == "paid_already"
    paid.withdraw(other, "买家不要")
    entry = paid.note(case_id, PaidKind.GOODWILL, Money.of("6.66"), "红包")
    assert ctx.registers.find_entry(entry).columns["kind"] == "goodwill"
    assert paid.promised(case_id) == ()
    assert code_of(lambda: paid.note(case_id, PaidKind.GOODWILL, Money.of("1", "USD"))) == "paid_currency"
    assert code_of(lambda: paid.note(case_id, PaidKind.GOODWILL, Money.of("0"))) == "amount_not_positive"
    ctx.bench.undo_last()
    ctx.bench.undo_last()
    assert [each.id for each in paid.promised(case_id)] == [other]
    unsaid = write_line(ctx, RegisterKind.COMPENSATION, case_id, kind="compensation")
    assert code_of(lambda: paid.pay(unsaid)) == "amount_not_positive"
    assert paid.pay(unsaid, amount=Money.of("3")) == unsaid
