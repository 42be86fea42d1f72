"""Facts of a case corrected one at a time: checked, undoable, conflicts said, clocks following; and its parcels."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.services.fact_names import FactName, fact_value
from desktop.services.parcels import ParcelEntry, candidates, link_of
from desktop.words import phrase, sentence
from models.case_query import CaseQuery, CaseView
from models.errors import NotFound, UserError
from models.kinds import Demand, Flag, Liability, ParcelWay, Problem, WaitingOn
from models.money import Money
from tests.desktop.services.resolution_cases import open_case, walk_through

if TYPE_CHECKING:
    from desktop.context import AppContext


def change(ctx: AppContext, case_id: int, fact: FactName, value: object) -> int:
    page = ctx.cases.load_page(case_id)
    return ctx.facts.change(case_id, fact, value, expected=fact_value(page, fact)).clocks


def test_every_fact_is_changed_undone_and_kept_with_old_and_new(ctx: AppContext, case_id: int) -> None:
    now = ctx.clock.now()
    for fact, value in (
        (FactName.PROBLEM, Problem.QUALITY), (FactName.DEMAND, Demand.REFUND), (FactName.LIABILITY, Liability.CARRIER),
        (FactName.WAITING_ON, WaitingOn.WAREHOUSE), (FactName.AT_STAKE, Money(9900)), (FactName.FLAG, Flag.RED),
        (FactName.SUMMARY, "两只碎了\n“外箱”完好 😀"), (FactName.OPENED, now - timedelta(hours=3)),
        (FactName.SIGNED_AT, now - timedelta(days=1)), (FactName.SHIPPED_AT, None), (FactName.HANDLER, None),
    ):  # fmt: skip
        before = fact_value(ctx.cases.load_page(case_id), fact)
        if before == value:
            continue
        change(ctx, case_id, fact, value)
        page = ctx.cases.load_page(case_id)
        assert fact_value(page, fact) == value
        event = max((e for e in page.timeline if e.action != "clock_recomputed"), key=lambda each: each.seq)
        assert (event.action, event.details["fact"]) == ("fact_changed", fact.value)
        undone = ctx.bench.undo_last()
        assert undone is not None
        assert page.case.number in phrase(undone.code, undone.values, "zh")
        assert fact_value(ctx.cases.load_page(case_id), fact) == before
        ctx.bench.redo_last()
        assert fact_value(ctx.cases.load_page(case_id), fact) == value
    amount = next(e for e in ctx.cases.load_page(case_id).timeline if e.details.get("fact") == "at_stake")
    assert sentence(amount, "zh") == "涉及金额由 ¥ 168.00 改为 ¥ 99.00"
    assert sentence(amount, "en") == "Amount at stake changed from ¥ 168.00 to ¥ 99.00"


def test_what_does_not_fit_is_refused_and_nothing_is_written(ctx: AppContext, case_id: int) -> None:
    now, page = ctx.clock.now(), ctx.cases.load_page(case_id)
    assert page.order is not None
    for fact, value, code in (
        (FactName.SIGNED_AT, now + timedelta(days=1), "fact_in_future"),
        (FactName.SIGNED_AT, now - timedelta(days=20), "fact_out_of_order"),
        (FactName.SHIPPED_AT, now - timedelta(days=1), "fact_out_of_order"),
        (FactName.SIGNED_AT, now - timedelta(days=9000), "fact_too_early"),
        (FactName.SIGNED_AT, datetime(2026, 11, 1), "fact_not_a_moment"),
        (FactName.OPENED, None, "fact_not_a_moment"),
        (FactName.AT_STAKE, Money(-1), "amount_negative"),
        (FactName.AT_STAKE, Money(10**12), "amount_too_large"),
        (FactName.AT_STAKE, Money(1, "USD"), "amount_currency"),
        (FactName.SUMMARY, "a\x00b", "text_has_nul"),
        (FactName.SUMMARY, "x" * 100_001, "text_too_long"),
        (FactName.HANDLER, 999, "person_not_found"),
    ):
        with pytest.raises(UserError) as refused:
            change(ctx, case_id, fact, value)
        assert refused.value.code == code, fact
    assert ctx.cases.load_page(case_id) == page
    # More than was paid is only warned of, by the page.
    change(ctx, case_id, FactName.AT_STAKE, Money(99_999_00))


def test_what_someone_changed_meanwhile_is_said_and_stays(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_demand(case_id, Demand.EXCHANGE)
    with pytest.raises(UserError) as refused:
        ctx.facts.change(case_id, FactName.DEMAND, Demand.REFUND, expected=Demand.UNKNOWN)
    assert refused.value.code == "fact_changed_meanwhile"
    assert refused.value.values["now"] == {"zh": "换货", "en": "Exchange"}
    assert ctx.cases.load_page(case_id).case.demand is Demand.EXCHANGE
    # The same value as somebody else's is no conflict and no second entry.
    assert not ctx.facts.change(case_id, FactName.DEMAND, Demand.EXCHANGE, expected=Demand.UNKNOWN).changed


def test_clocks_follow_a_time_that_somebody_knew_better_and_liability_stays_decided(ctx: AppContext) -> None:
    case_id = open_case(ctx, Problem.NO_REASON)
    walk = walk_through(ctx, case_id, {})
    ctx.resolutions.finish(walk, remedy_id=walk.conclusion.remedies[0].id, operation="decided", language="zh")
    page = ctx.cases.load_page(case_id)
    assert page.order is not None
    assert page.order.signed_at is not None
    before = {clock.rule: clock.due_at for clock in page.clocks}
    later = page.order.signed_at + timedelta(days=1)
    assert change(ctx, case_id, FactName.SIGNED_AT, later) > 0
    after = {clock.rule: clock.due_at for clock in ctx.cases.load_page(case_id).clocks}
    assert after["no_reason_end"] == before["no_reason_end"] + timedelta(days=1)
    # One action, one entry of Undo: the time and every clock go back together.
    ctx.bench.undo_last()
    again = ctx.cases.load_page(case_id)
    assert {clock.rule: clock.due_at for clock in again.clocks} == before
    assert again.order == page.order
    with pytest.raises(UserError, match="liability_decided"):
        change(ctx, case_id, FactName.LIABILITY, Liability.BUYER)


def test_parcels_are_added_corrected_removed_and_revived(ctx: AppContext, case_id: int) -> None:
    first = ctx.parcels.add(case_id, ParcelEntry("sf 1234 5678 90123", "顺丰", ParcelWay.RESENT, "补寄两只"))

    def shown() -> list[tuple[str, ParcelWay]]:
        order = ctx.cases.load_page(case_id).order
        assert order is not None
        return [(parcel.tracking_number, parcel.way) for parcel in order.parcels]

    old = ("YQ000044719026", ParcelWay.SENT)
    assert shown() == [old, ("SF1234567890123", ParcelWay.RESENT)]
    assert ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL, text="34567890"))[:1].tolist() == [case_id]
    with pytest.raises(UserError, match="parcel_known"):
        ctx.parcels.add(case_id, ParcelEntry("SF1234567890123"))
    ctx.parcels.edit(case_id, first, ParcelEntry("SF1234567890124", "顺丰", ParcelWay.RETURNED))
    assert shown()[1] == ("SF1234567890124", ParcelWay.RETURNED)
    ctx.parcels.remove(case_id, first)
    assert shown() == [old]
    assert not ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL, text="34567890"))
    again = ctx.parcels.add(case_id, ParcelEntry("SF1234567890124", "", ParcelWay.SENT))
    assert again == first
    for count in (1, 2, 2, 1):
        ctx.bench.undo_last()
        assert len(shown()) == count
    for _ in range(4):
        ctx.bench.redo_last()
    assert shown()[1] == ("SF1234567890124", ParcelWay.SENT)
    assert ctx.cases.list_case_ids(CaseQuery(view=CaseView.ALL, text="34567890"))[:1].tolist() == [case_id]
    # To the number of one that was removed: that one comes back in this one's place.
    ctx.parcels.remove(case_id, first)
    other = ctx.parcels.add(case_id, ParcelEntry("AB12345"))
    ctx.parcels.edit(case_id, other, ParcelEntry("SF1234567890124"))
    assert [number for number, _ in shown()] == ["YQ000044719026", "SF1234567890124"]
    with pytest.raises(NotFound):
        ctx.parcels.edit(case_id, other, ParcelEntry("AB123456"))


@pytest.mark.parametrize(
    ("number", "code"),
    [("", "tracking_empty"), ("12", "tracking_length"), ("../../etc", "tracking_letters"), ("A\x00BCDE", "text_has_nul"),
     ("9" * 100_000, "text_too_long"), ("<b>12345</b>", "tracking_letters"), ("单号一二三四", "tracking_letters")],
)  # fmt: skip
def test_a_number_that_cannot_be_one_is_refused(ctx: AppContext, case_id: int, number: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        ctx.parcels.add(case_id, ParcelEntry(number))
    assert refused.value.code == code


def test_links_and_suggestions_come_from_what_is_known(ctx: AppContext, case_id: int) -> None:
    order = ctx.cases.load_page(case_id).order
    assert order is not None
    parcel = order.parcels[0]
    assert link_of(parcel, usual="云雀速递") == ""
    assert "zhongtong" in link_of(replace(parcel, carrier="中通快递"))
    assert link_of(replace(parcel, tracking_number="1Z5R89390357567127")).startswith("https://www.ups.com/")
    assert candidates("yt1234567890123")[0].carrier.id == "yto"
    assert ctx.parcels.other_orders(case_id, parcel.tracking_number) == ()
