"""What a case tells by itself: from order, evidence and history, each with its origin; what is unknown stays absent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest

from models.kinds import (
    CaseState,
    EvidenceSource,
    Integrity,
    MediaKind,
    OrderStatus,
    Platform,
    Problem,
    RegisterKind,
    Role,
    StepState,
)
from models.money import Money
from models.order_records import OrderLine, Shop
from models.records import CasePage, Evidence, RegisterEntry, Step
from models.rules.case_facts import EVERY_ROAD, priced_lines, told_facts
from tests.models.rules.test_case_roads import BARE, CASE, NOW, PAID, SIGNED

LINES = (
    OrderLine(1, 1, 1, "餐盘", "P801", "苔青", 1, Money(16800), "2610B"),
    OrderLine(2, 1, 2, "碗", "B601", "", 2, Money(3900), "2610A"),
    OrderLine(3, 1, 3, "筷子", "G1", "", 1, Money(0), ""),
)
PAGE = CasePage(
    case=replace(CASE, problem=Problem.DAMAGED), shop=Shop(1, "青禾家居", Platform.TAOBAO),
    order=replace(SIGNED, paid=Money(24600), lines=LINES, tracking_numbers=("YQ1", "YQ2"), carrier="云雀速递"),
    buyer=None, buyer_history=None, handler=None, clocks=(), steps=(), resolution=None, evidence=(), notes=(),
    timeline=(),
)  # fmt: skip


def evidence(tag: str) -> Evidence:
    """A photo with that tag."""
    return Evidence(
        1, 1, 1, "0" * 64, 1, "a.jpg", MediaKind.PHOTO, "jpeg", EvidenceSource.PASTED, "", "", tag, None, None, "",
        NOW, "小满", 1, 1, None, None, Integrity.VERIFIED, NOW,
    )  # fmt: skip


def known_facts(page: CasePage, answered: frozenset[str] = EVERY_ROAD) -> dict[str, object]:
    return {name: told.value for name, told in told_facts(page, answered=answered).items()}


def test_all_lines_and_parcels_of_the_order() -> None:
    facts = known_facts(PAGE)
    assert facts["item"] == "餐盘 / 碗 / 筷子"
    assert facts["items"] == {"餐盘 苔青": "168.00", "碗": "78.00", "筷子": "0.00"}
    assert facts["tracking_no"] == "YQ1, YQ2"
    assert facts["shipped"] is True
    assert "main_price" not in facts
    assert priced_lines(replace(SIGNED, lines=(replace(LINES[0], unit_price=None),))) == {}


def test_what_is_unknown_is_absent_never_false() -> None:
    facts = known_facts(replace(PAGE, order=PAID))
    assert (facts["shipped"], facts["dispatched"]) == (False, False)
    absent = ("signed", "signed_at", "photo", "verified", "seller_proof", "platform_involved", "received_back_at")
    assert not [name for name in absent if name in facts]
    assert None not in facts.values()


@pytest.mark.parametrize(
    ("tag", "fact"),
    [
        ("photo", "photo"), ("quality_video", "buyer_evidence"), ("carrier_confirmation", "verified"),
        ("delivery_proof", "seller_proof"), ("threat_chat", "extorted"), ("dealer_voucher", "seller_evidence"),
    ],
)  # fmt: skip
def test_evidence_proves_by_being_there(tag: str, fact: str) -> None:
    told = told_facts(replace(PAGE, evidence=(evidence(tag),)))
    assert told[fact].value is True
    assert told[fact].origin == "evidence"
    assert fact not in told_facts(PAGE)


def test_the_history_of_the_case_counts() -> None:
    back = datetime(2026, 11, 19, tzinfo=UTC)
    step = Step(1, 1, 1, "验货", "", Role.WAREHOUSE, None, None, "", StepState.DONE, back, "小满", "inspect_return")
    entry = RegisterEntry(
        1, RegisterKind.RETURNED_PARCEL, 1, "A", "n", NOW, "小满", None, MappingProxyType({"buyer_tracking_no": "SF1"})
    )
    page = replace(PAGE, steps=(step,), registers=(entry,), case=replace(PAGE.case, state=CaseState.IN_DISPUTE))
    told = told_facts(page)
    assert told["received_back_at"].value == back
    assert told["buyer_tracking_no"].value == "SF1"
    assert told["platform_involved"].value is True
    assert told["applied_at"].origin == "assumed"


def test_the_road_chosen_brings_what_the_problem_says_on_it() -> None:
    assert known_facts(PAGE)["case_type"] == "damaged_parcel"
    chosen = told_facts(PAGE, answers={"case_type": "return_refund"})
    assert (chosen["case_type"].value, chosen["reason"].value) == ("return_refund", "damaged")
    other = replace(PAGE, case=replace(PAGE.case, problem=Problem.OTHER))
    assert "case_type" not in known_facts(other)
    assert "case_type" not in known_facts(PAGE, answered=frozenset(("invoice",)))
    success = replace(PAGE, order=replace(BARE, status=OrderStatus.SIGNED))
    assert known_facts(success)["trade_success"] is True


def test_the_shops_estimates_make_a_cost() -> None:
    told = told_facts(PAGE, {"goods_cost_rate": "0.5", "freight": "8.00"})
    assert told["goods_cost"].value == Money(12300)
    assert told["freight_out"].origin == "estimate"
    assert "claim_rate" not in told
