"""The roads of the packs: which kinds of case a problem chosen at the desk may mean, the likeliest first. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.kinds import CaseState, Demand, OrderStatus, Problem
from models.records import Case, Order
from models.rules.packs import Pack

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "goods": (
        "wrong_shipment", "damaged_parcel", "quality", "faulty", "misdescription", "surface_mismatch", "gift_missing",
        "sanbao", "warranty", "repair_request", "unsafe_food", "fraud",
    ),
    "parcel": (
        "late_shipment", "where_is_it", "logistics", "address_change", "change_unshipped", "lost_parcel",
        "not_received", "undeliverable", "delivery_refused", "returned_parcel", "carrier_complaint",
    ),
    "return": (
        "return_refund", "withdrawal", "cancellation", "exchange", "partial_return", "return_requested",
        "return_agreed", "return_in_transit", "return_received",
    ),
    "money": (
        "refund_request", "refund_unshipped", "refund_shipped_not_received", "refund_shipped", "partial_refund",
        "price_guard", "penalty", "invoice", "invoice_refused", "cod_refused",
    ),
    "dispute": (
        "dispute", "evidence_request", "application", "test_fee", "suspended", "mediation", "admin_complaint",
        "review_extortion", "chargeback", "paypal_dispute",
    ),
}  # fmt: skip
"""Where a road stands in the list of all; a kind of case that is new in the packs stands in `other`."""
OTHER_GROUP: Final = "other"
NOT_ROADS: Final[Mapping[str, str]] = {
    "metric": "measures of the whole shop: Insights shows them, no case is decided by them",
    "month_close": "the settlement at month end: the register of carrier claims does it",
    "vip_followup": "the rhythm of calls: the call-back calendar plans them",
    "handover": "what the night leaves for the morning: its own register, cleared on Today",
    "quality_batch": "an alarm over several cases: Today raises it from the quality register",
    "any": "the tone of a reply: the buyer's temperament chooses it for every case",
}
"""Kinds of case the packs answer that are no roads of the wizard, and why."""
LISTED_MOST: Final = 7
_BEFORE, _WAY, _AFTER = "b", "w", "a"
_ALWAYS = "bwa"
# Each problem's roads, the likeliest first; the letters say at which stage of the delivery a road makes sense.
_OF_PROBLEM: Final[Mapping[Problem, tuple[tuple[str, str], ...]]] = {
    Problem.WRONG_ITEM: (("wrong_shipment", "bwa"), ("exchange", "a"), ("return_refund", "a"), ("fraud", "a")),
    Problem.MISSING_ITEM: (
        ("wrong_shipment", "bwa"), ("damaged_parcel", "a"), ("gift_missing", "a"), ("not_received", "wa"),
    ),
    Problem.OVER_SHIPPED: (("wrong_shipment", "bwa"),),
    Problem.DAMAGED: (
        ("damaged_parcel", "bwa"), ("surface_mismatch", "a"), ("delivery_refused", "w"), ("return_refund", "a"),
        ("carrier_complaint", "wa"),
    ),
    Problem.LOST: (
        ("lost_parcel", "bwa"), ("not_received", "wa"), ("where_is_it", "w"), ("refund_shipped_not_received", "w"),
        ("carrier_complaint", "wa"),
    ),
    Problem.LATE: (
        ("late_shipment", "b"), ("refund_unshipped", "b"), ("where_is_it", "b"), ("logistics", "w"),
        ("undeliverable", "w"), ("refund_shipped_not_received", "w"), ("cancellation", "bw"),
        ("carrier_complaint", "w"), ("late_shipment", "wa"),
    ),
    Problem.QUALITY: (
        ("quality", "bwa"), ("faulty", "a"), ("sanbao", "a"), ("warranty", "a"), ("unsafe_food", "a"), ("fraud", "a"),
        ("test_fee", "a"), ("exchange", "a"), ("return_refund", "a"),
    ),
    Problem.SIZE: (
        ("change_unshipped", "b"), ("return_refund", "wa"), ("exchange", "wa"), ("misdescription", "a"),
        ("withdrawal", "wa"),
    ),
    Problem.COLOUR: (
        ("change_unshipped", "b"), ("return_refund", "wa"), ("exchange", "wa"), ("misdescription", "a"),
        ("withdrawal", "wa"),
    ),
    Problem.NOT_AS_DESCRIBED: (
        ("misdescription", "bwa"), ("faulty", "a"), ("surface_mismatch", "a"), ("fraud", "a"), ("return_refund", "a"),
        ("exchange", "a"),
    ),
    Problem.NO_REASON: (
        ("refund_unshipped", "b"), ("cancellation", "b"), ("return_refund", "wa"), ("withdrawal", "wa"),
        ("partial_return", "a"), ("exchange", "wa"), ("delivery_refused", "w"), ("refund_shipped_not_received", "w"),
    ),
    Problem.ADDRESS_CHANGE: (("address_change", "bwa"), ("change_unshipped", "b"), ("undeliverable", "w")),
    Problem.INVOICE: (("invoice_refused", "bwa"), ("invoice", "bwa")),
    Problem.PRICE: (("price_guard", "bwa"), ("penalty", "bwa")),
    Problem.REVIEW: (("review_extortion", "bwa"),),
    Problem.CANCEL: (
        ("refund_unshipped", "b"), ("cancellation", "bwa"), ("change_unshipped", "b"), ("cod_refused", "b"),
        ("refund_shipped_not_received", "w"), ("delivery_refused", "w"), ("withdrawal", "wa"), ("return_refund", "a"),
    ),
    Problem.RETURNED_PARCEL: (
        ("returned_parcel", "bwa"), ("delivery_refused", "wa"), ("undeliverable", "w"), ("return_in_transit", "a"),
        ("return_received", "a"), ("return_agreed", "a"),
    ),
    Problem.REPAIR: (("repair_request", "bwa"), ("sanbao", "a"), ("warranty", "a"), ("quality", "a")),
    Problem.GIFT_MISSING: (("gift_missing", "bwa"), ("wrong_shipment", "a"), ("partial_return", "a")),
    Problem.PAYMENT_DISPUTE: (
        ("chargeback", "bwa"), ("paypal_dispute", "bwa"), ("not_received", "wa"), ("dispute", "bwa"),
    ),
    Problem.OTHER: (),
}  # fmt: skip
# What the buyer asks for brings a road forward: right to the front for the problems named, else to the second place.
_OF_DEMAND: Final[Mapping[Demand, tuple[str, frozenset[Problem]]]] = {
    Demand.EXCHANGE: ("exchange", frozenset((Problem.SIZE, Problem.COLOUR, Problem.NO_REASON))),
    Demand.PARTIAL_REFUND: ("partial_refund", frozenset()),
    Demand.REPAIR: ("repair_request", frozenset((Problem.REPAIR,))),
}
_REASONS: Final = {
    Problem.SIZE: "no_reason", Problem.COLOUR: "no_reason", Problem.NO_REASON: "no_reason",
    Problem.CANCEL: "no_reason", Problem.QUALITY: "quality", Problem.REPAIR: "quality",
    Problem.WRONG_ITEM: "wrong_item", Problem.MISSING_ITEM: "missing", Problem.DAMAGED: "damaged",
    Problem.NOT_AS_DESCRIBED: "not_as_described",
}  # fmt: skip
_SUBTYPES: Final = {
    Problem.MISSING_ITEM: "missed", Problem.GIFT_MISSING: "missed", Problem.OVER_SHIPPED: "over_shipped",
}  # fmt: skip
_WANTS: Final = {Problem.SIZE: "size_change", Problem.COLOUR: "colour_change", Problem.CANCEL: "cancel"}


@dataclass(frozen=True, slots=True)
class Road:
    """A kind of case the wizard can walk: the packs' word for it, its group, and whether the problem suggests it."""

    case_type: str
    group: str
    listed: bool = True


def answered_types(packs: Iterable[Pack]) -> frozenset[str]:
    """The kinds of case that any of the packs has an answer for."""
    return frozenset(
        choice.value
        for pack in packs
        for node in pack.nodes.values()
        if node.fact == "case_type"
        for choice in node.answers
        if isinstance(choice.value, str)
    )


def roads_of(case: Case, order: Order | None, answered: frozenset[str]) -> tuple[Road, ...]:
    """All roads open to a case: those its problem suggests first, the likeliest at the front, then all the others.

    `answered` are the kinds of case its packs answer. Empty where they answer none.
    """
    suggested = dict.fromkeys(name for name in _suggested(case, order) if name in answered)
    listed = list(suggested)[:LISTED_MOST]
    rest = [name for name in _in_order(answered) if name not in listed]
    return (*(Road(name, group_of(name)) for name in listed), *(Road(name, group_of(name), False) for name in rest))


def likeliest(roads: Sequence[Road]) -> str:
    """The road taken before anybody says otherwise; empty where the problem suggests none."""
    return roads[0].case_type if roads and roads[0].listed else ""


def is_asked(roads: Sequence[Road]) -> bool:
    """Whether the road is a question at all: not where the problem leaves only one."""
    return sum(road.listed for road in roads) != 1


def group_of(case_type: str) -> str:
    """The group of a road in the list of all."""
    return next((group for group, names in GROUPS.items() if case_type in names), OTHER_GROUP)


def implied_facts(problem: Problem, case_type: str) -> dict[str, object]:
    """What a problem chosen at the desk already says on a road: the return's reason, the kind of wrong shipment."""
    found: dict[str, object] = {}
    if case_type in ("return_refund", "exchange", "partial_return", "return_requested") and problem in _REASONS:
        found["reason"] = _REASONS[problem]
    elif case_type == "wrong_shipment" and problem in _SUBTYPES:
        found["subtype"] = _SUBTYPES[problem]
    elif case_type == "change_unshipped" and problem in _WANTS:
        found["wants"] = _WANTS[problem]
    elif case_type == "delivery_refused":
        found["refused"] = True
    return found


def stage_of(order: Order | None) -> str:
    """`b` before dispatch, `w` on the way, `a` after signing; all three where the order does not say."""
    if order is None:
        return _ALWAYS
    if order.signed_at is not None or order.status is OrderStatus.SIGNED:
        return _AFTER
    if order.shipped_at is not None or order.status is OrderStatus.SHIPPED:
        return _WAY
    return _BEFORE if order.status in (OrderStatus.CREATED, OrderStatus.PAID) else _ALWAYS


def _suggested(case: Case, order: Order | None) -> list[str]:
    stage = stage_of(order)
    found = [name for name, stages in _OF_PROBLEM[case.problem] if set(stages) & set(stage)]
    if not found:
        return []
    wanted, first_for = _OF_DEMAND.get(case.demand, ("", frozenset[Problem]()))
    if wanted and (case.problem in first_for or stage != _BEFORE):
        at = 0 if case.problem in first_for else min(1, len(found))
        found = [name for name in found if name != wanted]
        found.insert(at, wanted)
    if case.demand in (Demand.REFUND, Demand.RETURN_AND_REFUND) and case.problem is Problem.LATE and stage == _BEFORE:
        found = ["refund_unshipped", *found]
    if case.state is CaseState.IN_DISPUTE and case.problem is not Problem.PAYMENT_DISPUTE:
        found[1:1] = ["dispute", "evidence_request"]
    return found


def _in_order(answered: frozenset[str]) -> list[str]:
    known = [name for names in GROUPS.values() for name in names]
    new = sorted(answered - set(known) - set(NOT_ROADS))
    return [name for name in (*known, *new) if name in answered]
