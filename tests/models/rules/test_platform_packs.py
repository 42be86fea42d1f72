"""The packs of the platforms and of payments: every platform walks its roads, empty numbers stay open, dates win."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.services.packs import PackLibrary
from models.kinds import Platform
from models.money import Money
from models.rules.conclusion import ClockPlan, Conclusion
from models.rules.evaluator import evaluate
from models.rules.packs import LAYERS, Pack
from tests.models.rules.conftest import ROOT

HERE = Path(__file__).parent
PACKS = ROOT / "resources" / "packs"
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
AT_HOME = ("tmall", "pdd", "douyin", "wechat")
PAYING = ("stripe", "shopify", "paypal", "card-disputes", "ebay", "etsy")
NEW = (*AT_HOME, *PAYING)
CHINESE = {"taobao", "tmall", "jd", "pdd", "douyin", "wechat"}
SERVICES = {"stripe": "stripe", "shopify": "shopify_payments", "paypal": "paypal", "card-disputes": "other"}
MUST: Mapping[str, set[str]] = {
    "not_received": {"shipping_documentation", "delivery_proof"},
    "not_as_described": {"product_description", "customer_communication", "refund_policy"},
    "product_unacceptable": {"product_description", "customer_communication", "refund_policy"},
    "credit_not_processed": {"refund_policy", "refund_refusal_explanation"},
    "duplicate": {"duplicate_charge_documentation", "duplicate_charge_explanation"},
    "fraudulent": {"billing_address", "payment_authentication", "shipping_documentation"},
    "unrecognized": {"receipt", "product_description"},
    "subscription_canceled": {"cancellation_policy", "cancellation_rebuttal"},
    "general": {"receipt", "customer_communication"},
}
ORDER: Mapping[str, object] = {
    "paid": "180.00", "order_total": "180.00", "outbound_freight_paid": "0.00", "freight_back": "12.00",
    "freight_again": "12.00", "goods_cost": "70.00", "temperament": "neutral", "item": "mug",
    "paid_at": "2026-11-02T10:00:00+00:00", "shipped_at": "2026-11-03T10:00:00+00:00",
    "signed_at": "2026-11-06T10:00:00+00:00", "applied_at": "2026-11-09T10:00:00+00:00",
    "requested_at": "2026-11-09T10:00:00+00:00", "message_at": "2026-11-09T10:00:00+00:00",
}  # fmt: skip


def disputed(pack: str, **more: object) -> dict[str, object]:
    facts: dict[str, object] = {"case_type": "chargeback", "dispute_stage": "chargeback", "paid": "200.00"}
    facts |= {"currency": "USD", "notified_at": "2026-11-10T08:00:00+00:00"}
    if pack in SERVICES:
        facts["dispute_service"] = SERVICES[pack]
    return facts | more


def of(packs: tuple[Pack, ...] | Pack, facts: Mapping[str, object]) -> Conclusion:
    return evaluate((packs,) if isinstance(packs, Pack) else packs, facts, now=NOW)


def clock(found: Conclusion, name: str) -> ClockPlan:
    return next(each for each in found.clocks if each.result == name)


def level(found: Conclusion, name: str) -> set[str]:
    return {need.id for need in found.evidence if need.level == name}


def missing(found: Conclusion) -> set[str]:
    return {str(warning.values.get("pack")) for warning in found.warnings if warning.code == "pack_number_missing"}


def answered(packs: tuple[Pack, ...]) -> Iterator[str]:
    """The kinds of case the packs have an answer for."""
    seen = {
        choice.value for pack in packs for choice in pack.nodes[pack.start].answers if isinstance(choice.value, str)
    }
    yield from sorted(seen)


@pytest.mark.parametrize("platform", list(Platform))
def test_every_platform_walks_all_its_roads(library: PackLibrary, platform: Platform) -> None:
    country, currency = ("CN", "CNY") if platform.value in CHINESE else ("US", "USD")
    packs = library.packs_for(platform.value, country, TODAY)
    assert {"law", "shop"} <= {pack.layer for pack in packs} <= set(LAYERS)
    known = {**ORDER, "platform": platform.value, "country": country, "currency": currency}
    roads = list(answered(packs))
    assert {"late_shipment", "lost_parcel", "damaged_parcel", "quality", "return_refund"} <= set(roads)
    for road in roads:
        found = of(packs, {**known, "case_type": road})
        assert found.errors == (), road
        assert found.outcomes or found.next_question is not None, road


def test_the_worked_examples_hold(library: PackLibrary) -> None:
    lines, held, total = library.check_worked_cases(HERE / "platform_cases.json")
    assert lines == []
    assert held == total > 25


@pytest.mark.parametrize("name", NEW)
def test_a_number_nobody_knows_is_empty_editable_and_marked(library: PackLibrary, name: str) -> None:
    pack = library.pack(name)
    own = {each.source for each in pack.constants.values()}
    assert own <= set(pack.sources)
    for each in pack.constants.values():
        sure = pack.sources[each.source].confidence
        assert all((each.editable, each.label.zh, each.label.en)), each.id
        assert (each.value is None) == (sure == "uncertain"), (each.id, sure)


@pytest.mark.parametrize("name", AT_HOME)
def test_an_empty_number_stays_open_and_is_never_zero(library: PackLibrary, name: str) -> None:
    facts = {**ORDER, "case_type": "late_shipment", "goods_type": "normal", "currency": "CNY"}
    found = of(library.pack(name), facts)
    ship = clock(found, "ship_deadline")
    assert (ship.due_at, ship.unknown) == (None, ("ship_hours",))
    assert name in missing(found)
    assert "platform_compensation" not in found.results
    assert not found.amounts
    assert [(view.basis, view.money, view.pack_id) for view in found.exposures] == [("late_shipment", None, name)]
    assert found.evidence


def test_what_the_shop_fills_in_is_reckoned_with() -> None:
    numbers = {"pdd": {"ship_hours": "48", "late_rate": "0.05", "late_floor": "3", "late_cap": "50"},
               "stripe": {"dispute_fee": "15"},
               "tmall": {"points_invoice": "6", "node_money": "100", "node_ban_days": "7",
                         "appeal_days": "3"}}  # fmt: skip
    filled = PackLibrary(PACKS, numbers=numbers)
    late = {**ORDER, "case_type": "late_shipment", "goods_type": "normal", "currency": "CNY"}
    found = of(filled.pack("pdd"), {**late, "paid": "180.00"})
    assert clock(found, "ship_deadline").due_at == datetime(2026, 11, 4, 10, tzinfo=UTC)
    assert found.amounts["platform_compensation"] == Money.of(Decimal("9.00"), "CNY")
    least = of(filled.pack("pdd"), {**late, "paid": "20.00"})
    assert least.amounts["platform_compensation"] == Money.of(Decimal("3.00"), "CNY")
    refused = {"case_type": "invoice_refused", "complaint_upheld": True, "points_before": 7, "currency": "CNY"}
    points = of(filled.pack("tmall"), {**refused, "penalty_at": "2026-11-20T00:00:00+08:00"})
    assert points.results["platform_points_after"] == 13
    assert points.amounts["platform_penalty_money"] == Money.of(Decimal("100.00"), "CNY")
    assert points.results["platform_ban_until"] == datetime(2026, 11, 26, 16, tzinfo=UTC)
    assert "tmall" not in missing(points)


@pytest.mark.parametrize("name", PAYING)
def test_the_date_the_processor_gives_wins(library: PackLibrary, name: str) -> None:
    pack, given = library.pack(name), datetime(2026, 11, 29, 23, 59, tzinfo=UTC)
    with_date = of(pack, disputed(name, dispute_reason="not_received", evidence_due_by=given))
    assert clock(with_date, "respond_by").due_at == given
    assert clock(with_date, "respond_by").severity == "rights_lost"
    assert "respond_by_estimate" not in {each.result for each in with_date.clocks}
    not_said = of(pack, disputed(name, dispute_reason="not_received"))
    assert (clock(not_said, "respond_by").due_at, clock(not_said, "respond_by").unknown) == (None, ("evidence_due_by",))
    assert "respond_by_estimate" not in {each.result for each in not_said.clocks}
    assert "evidence_due_by" in {question.fact for question in not_said.open_questions}
    none_there = of(pack, disputed(name, dispute_reason="not_received", evidence_due_by=None))
    assert none_there.complete
    estimate = clock(none_there, "respond_by_estimate")
    assert estimate.severity == "info"
    assert "respond_by" not in {each.result for each in none_there.clocks}
    assert (estimate.due_at is None) == (pack.constants["reply_days"].value is None)


@pytest.mark.parametrize("name", PAYING)
def test_every_reason_has_its_own_evidence(library: PackLibrary, name: str) -> None:
    pack = library.pack(name)
    lists = set()
    for reason, must in MUST.items():
        found = of(pack, disputed(name, dispute_reason=reason, evidence_due_by=None))
        assert level(found, "must") == must | {"response_summary"}, reason
        assert level(found, "should"), reason
        assert found.results["dispute_reason"] == reason
        assert [offer.id for offer in found.remedies] == ["contest_dispute", "accept_dispute"]
        lists.add(frozenset(need.id for need in found.evidence))
    assert len(lists) == len(MUST)


def test_evidence_goes_into_the_fields_of_the_processor(
    library: PackLibrary, pack_files: Mapping[str, Mapping[str, Any]]
) -> None:
    kinds = pack_files["base"]["evidence"]
    for reason in MUST:
        found = of(library.pack("stripe"), disputed("stripe", dispute_reason=reason, evidence_due_by=None))
        fields = found.results["evidence_fields"]
        wanted = {kinds[name].get("stripe_field") for name in level(found, "must")} - {None}
        assert isinstance(fields, tuple)
        assert wanted <= set(fields), reason
        assert found.results["text_limit"] == 150_000


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("10.4", "fraudulent"), ("4837", "fraudulent"), ("13.1", "not_received"), ("13.3", "not_as_described"),
        ("13.6", "credit_not_processed"), ("13.7", "credit_not_processed"), ("12.6", "duplicate"),
        ("4834", "duplicate"), ("13.2", "subscription_canceled"), ("4853", None), ("what", None),
    ],
)  # fmt: skip
def test_the_code_of_the_network_says_the_reason(library: PackLibrary, code: str, reason: str | None) -> None:
    pack = library.pack("stripe")
    found = of(pack, disputed("stripe", network_reason_code=code, evidence_due_by=None))
    assert found.results.get("dispute_reason") == reason
    asked = {question.fact for question in found.open_questions}
    assert ("dispute_reason" in asked) == (reason is None)
    chosen = of(pack, disputed("stripe", network_reason_code=code, dispute_reason="general", evidence_due_by=None))
    assert chosen.results["dispute_reason"] == "general"


def test_accepting_and_contesting_are_weighed_against_each_other() -> None:
    pack = PackLibrary(PACKS, numbers={"stripe": {"dispute_fee": "15", "arbitration_fee": "250"}}).pack("stripe")

    def costs(**more: object) -> dict[str, tuple[str, object]]:
        found = of(pack, disputed("stripe", dispute_reason="not_received", evidence_due_by=None, **more))
        lost = found.amounts["exposure_if_lost"]
        assert isinstance(lost, Money)
        return {each.id: (str(each.true_cost.amount) if each.true_cost else "", lost.amount) for each in found.remedies}

    assert costs(lose_rate="0.4") == {
        "contest_dispute": ("95.00", Decimal("215.00")),
        "accept_dispute": ("215.00", Decimal("215.00")),
    }
    assert costs(lose_rate="0.4", dispute_stage="inquiry") == {
        "answer_inquiry": ("86.00", Decimal("215.00")),
        "refund_inquiry": ("200.00", Decimal("215.00")),
    }
    assert costs(dispute_stage="arbitration")["accept_dispute"] == ("215.00", Decimal("465.00"))


@pytest.mark.parametrize("name", PAYING)
def test_without_the_fee_the_sum_says_what_it_lacks(library: PackLibrary, name: str) -> None:
    found = of(library.pack(name), disputed(name, dispute_reason="duplicate", evidence_due_by=None))
    offers = {offer.id: offer for offer in found.remedies}
    assert offers["accept_dispute"].missing == ("dispute_fee",)
    assert "exposure_if_lost" not in found.amounts
    assert found.amounts["amount_in_dispute"] == Money.of(Decimal("200.00"), "USD")
    assert "dispute_fee_amount" in found.unasked
    said = of(library.pack(name), disputed(name, dispute_reason="duplicate", dispute_fee_amount="20", lose_rate="1"))
    assert {str(offer.true_cost.amount) for offer in said.remedies if offer.true_cost} == {"220.00"}
    assert [view.money for view in found.exposures if view.basis == "payment_dispute"] == [None]
    assert name in missing(found)


def test_a_refund_made_outside_is_shown_and_not_paid_twice(library: PackLibrary) -> None:
    for name in PAYING:
        pack = library.pack(name)
        before = of(pack, disputed(name, dispute_reason="not_received", evidence_due_by=None))
        after = of(pack, disputed(name, dispute_reason="not_received", evidence_due_by=None, refunded_outside=True))
        assert "refund_record" not in level(before, "must")
        assert "refund_record" in level(after, "must")
        assert len(after.warnings) == len(before.warnings) + 1
        assert "hold_other_refunds" in {step.id for step in after.steps}


def test_a_dispute_is_answered_by_the_service_it_came_from(library: PackLibrary) -> None:
    packs = library.packs_for("shopify", "US", TODAY)
    for pack, service in SERVICES.items():
        found = of(packs, disputed("", platform="shopify", dispute_service=service, dispute_reason="duplicate"))
        spoke = {name.partition(":")[0] for name in found.outcomes if not name.endswith(":o_none")}
        assert spoke & set(PAYING) == {pack}, service
    open_one = of(packs, {"case_type": "chargeback", "platform": "shopify", "currency": "USD"})
    assert open_one.next_question is not None
    assert open_one.next_question.fact == "dispute_service"
    for platform in ("ebay", "etsy"):
        found = of(library.packs_for(platform, "US", TODAY), {"case_type": "chargeback", "platform": platform})
        assert "dispute_service" not in {question.fact for question in found.open_questions}


def test_tmall_adds_to_the_handbook_and_contradicts_nothing(library: PackLibrary) -> None:
    packs = library.packs_for("tmall", "CN", TODAY)
    without = tuple(pack for pack in packs if pack.id != "tmall")
    assert [pack.id for pack in packs if pack.layer == "platform"] == ["tmall", "taobao"]
    told = [
        {}, {"goods_type": "normal", "carrier_first_record_at": "2026-11-08T10:00:00+00:00"},
        {"buyer_reason": "out_of_stock", "stock_available": False}, {"severity": "affects_use", "previous_times": 1},
        {"complaint_upheld": True, "points_before": 9, "cod_enabled": True, "violation_upheld": True},
        {"reason": "quality", "photo_verified": True, "worn": False, "visible": True, "buyer_evidence": True},
    ]  # fmt: skip
    for road in answered(without):
        for more in told:
            facts = {**ORDER, "platform": "tmall", "currency": "CNY", "country": "CN", "case_type": road, **more}
            plain, found = of(without, facts), of(packs, facts)
            assert {name: found.results[name] for name in plain.results} == plain.results, road
            assert {name: found.amounts[name] for name in plain.amounts} == plain.amounts, road
            assert [offer.id for offer in found.remedies] == [offer.id for offer in plain.remedies], road
            assert (found.liability, found.postage) == (plain.liability, plain.postage), road
            assert {view.basis: view.money for view in plain.exposures}.items() <= {
                view.basis: view.money for view in found.exposures
            }.items(), road
            assert [q.fact for q in found.open_questions][: len(plain.open_questions)] == [
                q.fact for q in plain.open_questions
            ], road


def test_the_buyers_rights_stay_those_of_the_law(library: PackLibrary) -> None:
    facts = {**ORDER, "currency": "CNY", "country": "CN", "case_type": "return_refund", "reason": "no_reason"}
    for name in AT_HOME:
        packs = library.packs_for(name, "CN", TODAY)
        found = of(packs, {**facts, "platform": name, "goods_intact": True})
        assert found.results["eligible"] is True, name
        assert any(offer.right for offer in found.remedies), name
        assert not library.pack(name).outcomes["o_none"].remedies
        assert all(not outcome.postage for outcome in library.pack(name).outcomes.values())
