"""What is preferred is what the pack that leads puts first, also where that is to hold against a claim."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from desktop.platform.resources import resource
from desktop.services.packs import PackLibrary
from models.money import Money
from models.rules.evaluator import evaluate

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)


def test_contesting_a_chargeback_comes_before_accepting_it() -> None:
    library = PackLibrary(resource("packs"))
    facts = {
        "case_type": "chargeback", "dispute_service": "stripe", "dispute_stage": "chargeback", "no_processor_date": False,
        "dispute_reason": "not_received", "paid": "80.00", "currency": "USD", "country": "US",
        "evidence_due_by": "2026-12-01T00:00:00+00:00",
    }  # fmt: skip
    found = evaluate((library.pack("stripe"),), facts, now=NOW)
    assert [offer.id for offer in found.remedies if offer.preferred] == ["contest_dispute"]
    assert "accept_dispute" in [offer.id for offer in found.remedies]


def test_a_named_result_is_the_amount_that_holds_after_merging() -> None:
    library = PackLibrary(resource("packs"))
    facts = {
        "case_type": "return_refund", "reason": "no_reason", "paid": "168.00", "goods_price": "168.00",
        "outbound_freight_paid": "0.00", "free_shipping": True, "goods_intact": True, "platform": "taobao",
        "currency": "CNY", "country": "CN", "gift_marked_price": "20.00", "gift_returned": False,
        "signed_at": "2026-11-16T09:00:00+08:00", "applied_at": "2026-11-18T09:00:00+08:00",
    }  # fmt: skip
    found = evaluate(library.packs_for("taobao", "CN", date(2026, 11, 18)), facts, now=NOW)
    assert found.amounts["refund"] == Money.of(Decimal("148.00"), "CNY")
    assert found.results["refund"] == Decimal("148.00")


def test_a_card_dispute_of_a_shopify_shop_is_not_met_with_a_refund_beside_it() -> None:
    """Refunding outside a dispute can cost the money twice: the shop's own pack offers nothing there."""
    library = PackLibrary(resource("packs"))
    facts = {
        "case_type": "chargeback", "dispute_service": "shopify_payments", "dispute_stage": "chargeback", "platform": "shopify",
        "no_processor_date": False, "dispute_reason": "not_received", "paid": "80.00", "currency": "USD", "country": "US",
        "evidence_due_by": "2026-12-01T00:00:00+00:00",
    }  # fmt: skip
    found = evaluate(library.packs_for("shopify", "US", date(2026, 11, 20)), facts, now=NOW)
    assert [offer.id for offer in found.remedies] == ["contest_dispute", "accept_dispute"]


def test_part_of_an_order_that_comes_back_is_refunded_in_part() -> None:
    library = PackLibrary(resource("packs"))
    facts = {
        "case_type": "partial_return", "reason": "no_reason", "paid": "246.00", "outbound_freight_paid": "0.00",
        "items": {"A": "168.00", "B": "78.00"}, "returned": ["A"], "goods_intact": True, "free_shipping": True,
        "platform": "taobao", "currency": "CNY", "country": "CN",
        "signed_at": "2026-11-17T09:00:00+08:00", "applied_at": "2026-11-18T09:00:00+08:00",
    }  # fmt: skip
    found = evaluate(library.packs_for("taobao", "CN", date(2026, 11, 18)), facts, now=NOW)
    offer = next(offer for offer in found.remedies if offer.id == "return_refund")
    assert (offer.amount, found.amounts["refund"]) == (Money(16_800, "CNY"), Money(16_800, "CNY"))


def test_what_another_layer_may_claim_back_counts_for_every_remedy() -> None:
    """The law's return is not dearer than refusing only because the law does not speak of the supplier."""
    library = PackLibrary(resource("packs"))
    facts = {
        "case_type": "quality", "platform": "ebay", "currency": "GBP", "country": "GB", "paid": "168.00",
        "goods_price": "168.00", "outbound_freight_paid": "0.00", "photo": True, "photo_verified": True, "worn": True,
        "days_since_sign": "6", "delivered_at": "2026-11-14T09:00:00+00:00", "applied_at": "2026-11-20T00:00:00+00:00",
        "goods_cost": "60.00", "freight_back": "8", "claim_rate": "0.80", "lose_rate": "0.85", "negotiated": "40.00",
    }  # fmt: skip
    found = evaluate(library.packs_for("ebay", "GB", date(2026, 11, 20)), facts, now=NOW)
    taken_back = next(offer for offer in found.remedies if offer.id == "return_refund")
    assert found.refusal is not None
    assert (taken_back.true_cost, taken_back.recoverable) == (Money(2320, "GBP"), Money(9280, "GBP"))
    assert taken_back.true_cost is not None
    assert found.refusal.true_cost is not None
    assert taken_back.true_cost.minor < found.refusal.true_cost.minor


def test_a_dispute_opened_somewhere_without_a_pack_of_its_own_is_still_answered() -> None:
    library = PackLibrary(resource("packs"))
    for platform, service in (("other", "shopify_payments"), ("amazon", "stripe"), ("woocommerce", "etsy")):
        facts = {
            "case_type": "chargeback", "dispute_service": service, "dispute_stage": "chargeback", "platform": platform,
            "no_processor_date": False, "dispute_reason": "not_received", "paid": "80.00", "currency": "USD",
            "country": "US", "evidence_due_by": "2026-12-01T00:00:00+00:00",
        }  # fmt: skip
        found = evaluate(library.packs_for(platform, "US", date(2026, 11, 20)), facts, now=NOW)
        assert [offer.id for offer in found.remedies] == ["contest_dispute", "accept_dispute"]
