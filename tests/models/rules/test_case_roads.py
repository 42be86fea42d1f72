"""The roads a problem may mean: by stage, demand and what the packs answer; nothing the packs answer is out of reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.services.packs import PackLibrary
from models.kinds import CaseState, Demand, Flag, Liability, OrderStatus, Platform, Problem, WaitingOn
from models.money import Money
from models.records import Case, Order
from models.rules.case_roads import (
    GROUPS,
    NOT_ROADS,
    OTHER_GROUP,
    answered_types,
    group_of,
    implied_facts,
    is_asked,
    likeliest,
    roads_of,
)

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
CASE = Case(
    id=1, number="A2611-0001", shop_id=1, order_id=1, buyer_id=1, state=CaseState.OPEN, problem=Problem.OTHER,
    demand=Demand.UNKNOWN, liability=Liability.UNCLEAR, waiting_on=WaitingOn.US, handler_id=None, flag=Flag.NONE,
    at_stake=Money(16800, "CNY"), summary="", opened_at=NOW, updated_at=NOW, closed_at=None,
)  # fmt: skip
BARE = Order(
    id=1, shop_id=1, buyer_id=1, platform=Platform.TAOBAO, number="1", status=OrderStatus.UNKNOWN, status_text="",
    currency="CNY", time_zone="Asia/Shanghai", created_at=NOW, paid_at=NOW, shipped_at=None, signed_at=None,
    closed_at=None, goods=None, freight=None, discount=None, total=None, paid=None, refunded=None, receiver="",
    phone="", address="", country="", carrier="", tracking_numbers=(), buyer_note="", shop_note="", imported_at=NOW,
)  # fmt: skip
PAID = replace(BARE, status=OrderStatus.PAID)
SHIPPED = replace(BARE, status=OrderStatus.SHIPPED, shipped_at=NOW)
SIGNED = replace(SHIPPED, signed_at=NOW)


@pytest.fixture(scope="module")
def answered(library: PackLibrary) -> frozenset[str]:
    """What the packs of a Taobao shop answer."""
    return answered_types(library.packs_for("taobao", "CN", NOW))


@pytest.mark.parametrize(
    ("problem", "order", "demand", "first"),
    [
        (Problem.LATE, PAID, Demand.UNKNOWN, "late_shipment"), (Problem.LATE, SHIPPED, Demand.UNKNOWN, "logistics"),
        (Problem.LATE, PAID, Demand.REFUND, "refund_unshipped"), (Problem.DAMAGED, SIGNED, Demand.UNKNOWN, "damaged_parcel"),
        (Problem.NO_REASON, PAID, Demand.UNKNOWN, "refund_unshipped"),
        (Problem.NO_REASON, SIGNED, Demand.UNKNOWN, "return_refund"), (Problem.SIZE, SIGNED, Demand.EXCHANGE, "exchange"),
        (Problem.QUALITY, SIGNED, Demand.EXCHANGE, "quality"), (Problem.SIZE, PAID, Demand.UNKNOWN, "change_unshipped"),
        (Problem.CANCEL, SHIPPED, Demand.REFUND, "refund_shipped_not_received"), (Problem.OTHER, SIGNED, Demand.REFUND, ""),
        (Problem.RETURNED_PARCEL, SHIPPED, Demand.UNKNOWN, "returned_parcel"),
        (Problem.WRONG_ITEM, None, Demand.UNKNOWN, "wrong_shipment"),
    ],
)  # fmt: skip
def test_the_likeliest_road_stands_first(
    answered: frozenset[str], problem: Problem, order: Order | None, demand: Demand, first: str
) -> None:
    roads = roads_of(replace(CASE, problem=problem, demand=demand), order, answered)
    assert likeliest(roads) == first
    names = [road.case_type for road in roads]
    assert len(names) == len(set(names))
    assert set(names) == answered - set(NOT_ROADS)


def test_a_problem_with_one_road_is_not_asked(answered: frozenset[str]) -> None:
    assert not is_asked(roads_of(replace(CASE, problem=Problem.OVER_SHIPPED), SIGNED, answered))
    assert is_asked(roads_of(replace(CASE, problem=Problem.QUALITY), SIGNED, answered))
    assert is_asked(roads_of(CASE, SIGNED, answered))


def test_a_case_in_dispute_may_be_the_dispute_itself(library: PackLibrary) -> None:
    packs = library.packs_for("jd", "CN", NOW)
    disputed = replace(CASE, problem=Problem.QUALITY, state=CaseState.IN_DISPUTE)
    listed = [road.case_type for road in roads_of(disputed, SIGNED, answered_types(packs)) if road.listed]
    assert listed[:3] == ["quality", "dispute", "evidence_request"]


def test_the_problem_says_what_its_road_would_ask() -> None:
    assert implied_facts(Problem.SIZE, "exchange") == {"reason": "no_reason"}
    assert implied_facts(Problem.MISSING_ITEM, "wrong_shipment") == {"subtype": "missed"}
    assert implied_facts(Problem.WRONG_ITEM, "wrong_shipment") == {}
    assert implied_facts(Problem.CANCEL, "change_unshipped") == {"wants": "cancel"}
    assert implied_facts(Problem.CANCEL, "delivery_refused") == {"refused": True}


def test_every_kind_of_case_of_every_pack_is_within_reach_or_said_to_be_no_road(library: PackLibrary) -> None:
    everything = answered_types(library.pack(name) for name in library.ids())
    reached = {road.case_type for road in roads_of(CASE, None, everything)}
    assert everything - reached - set(NOT_ROADS) == set()
    assert [name for name in reached if group_of(name) == OTHER_GROUP] == [], "give new kinds of case their group"
    assert not set(NOT_ROADS) & {name for names in GROUPS.values() for name in names}
    usual = {
        road.case_type
        for problem in Problem
        for order in (None, PAID, SHIPPED, SIGNED)
        for demand in Demand
        for road in roads_of(replace(CASE, problem=problem, demand=demand), order, everything)
        if road.listed
    }
    # Only what follows an earlier step of the platform, or has no problem of its own, is found in the list of all.
    assert reached - usual <= {
        "application", "suspended", "mediation", "admin_complaint", "refund_request", "refund_shipped",
        "return_requested", "dispute", "evidence_request", "penalty",
    }  # fmt: skip
