"""The door of the wizard: what is asked, in which order, what is known, and what an unknown fact may not do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.packs import PackLibrary
from models.errors import UserError
from models.kinds import Flag, Liability, RegisterKind, Remedy, WaitingOn
from models.money import Money
from models.rules.conclusion import Conclusion
from models.rules.evaluator import Walk, evaluate, question_for
from models.rules.packs import Pack
from tests.models.rules.conftest import ROOT

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
LIBRARY = PackLibrary(ROOT / "resources" / "packs")
Load = Callable[[dict[str, Any]], Pack]

ORDER: Mapping[str, object] = {
    "platform": "tmall", "currency": "CNY", "country": "CN", "case_no": "A2611-0387", "buyer_id": "nick",
    "order_no": "1", "paid": Money(16800), "outbound_freight_paid": Money(0), "paid_at": NOW - timedelta(days=6),
    "signed_at": NOW - timedelta(days=2), "signed": True, "applied_at": NOW, "requested_at": NOW, "message_at": NOW,
    "carrier": "SF", "tracking_no": "T1",
}  # fmt: skip


KEEP_SWAP_RETURN = ["partial_refund_keep", "exchange", "return_refund"]


def packs() -> tuple[Pack, ...]:
    return LIBRARY.packs_for("tmall", "CN", NOW)


def conclude(**facts: object) -> Conclusion:
    return evaluate(packs(), {**ORDER, **facts}, now=NOW)


def test_a_walk_asks_one_question_after_the_other_and_ends(load: Load, raw: dict[str, Any]) -> None:
    walk = Walk((load(raw),), {})
    first = walk.evaluate(NOW)
    assert first.next_question is not None
    assert first.next_question.fact == "kind"
    assert [answer.value for answer in first.next_question.answers] == ["red", "blue"]
    assert first.outcomes == ()
    assert first.remaining_estimate == 2
    walk = walk.answer("kind", "red")
    second = walk.evaluate(NOW)
    assert second.next_question is not None
    assert (second.next_question.fact, second.remaining_estimate) == ("sure", 1)
    assert [asked.question.fact for asked in second.asked] == ["kind"]
    last = walk.answer("sure", True).answer("paid", "10.05").evaluate(NOW)
    assert last.outcomes == ("small:red",)
    assert last.amounts["share"] == Money(101)
    assert walk.forget("kind").facts == {}


def test_a_skipped_question_is_not_an_answer(load: Load, raw: dict[str, Any]) -> None:
    told = evaluate((load(raw),), {"kind": "red", "sure": None}, now=NOW)
    assert told.outcomes == ()
    assert told.next_question is None
    assert told.unknown == ("sure",)
    assert not told.complete


def test_a_question_may_have_a_way_for_not_knowing(load: Load, raw: dict[str, Any]) -> None:
    raw["nodes"]["sure"]["answers"].append({"value": None, "next": "blue"})
    raw["nodes"]["sure"]["unknown"] = "red"
    pack = load(raw)
    open_one = evaluate((pack,), {"kind": "red"}, now=NOW)
    assert open_one.outcomes == ("small:red",)
    assert open_one.provisional
    assert open_one.next_question is not None
    assert not open_one.complete
    cannot_tell = evaluate((pack,), {"kind": "red", "sure": None}, now=NOW)
    assert cannot_tell.outcomes == ("small:blue",)
    assert cannot_tell.complete


@pytest.mark.parametrize(
    ("subtype", "answers", "remedies"),
    [
        ("picked_wrong", {"photo_verified": True, "waybill_checked": True}, KEEP_SWAP_RETURN),
        ("wrong_item", {"photo_verified": True, "waybill_checked": False}, KEEP_SWAP_RETURN),
        ("missed", {"weight_confirms_short": True}, ["reship_missing", "partial_refund_keep", "refund_full"]),
        ("short_shipped", {"weight_confirms_short": None, "packing_list_matches": False, "split_shipment": False},
         ["reship_missing", "partial_refund_keep", "refund_full"]),
        ("over_shipped", {"buyer_admits": True, "buyer_returns": True}, ["take_back_extra", "let_keep"]),
    ],
)  # fmt: skip
def test_the_five_kinds_of_wrong_shipment(subtype: str, answers: Mapping[str, object], remedies: list[str]) -> None:
    found = conclude(case_type="wrong_shipment", subtype=subtype, **answers)
    assert found.complete
    assert found.liability.cause is Liability.MERCHANT
    assert [offer.id for offer in found.remedies] == remedies
    assert RegisterKind.WRONG_SHIPMENT in {plan.kind for plan in found.registers}
    assert found.remark is not None
    assert found.remark.flag is Flag.BLUE
    assert found.evidence


def test_damaged_parcel_three_axes_and_true_costs() -> None:
    found = conclude(
        case_type="damaged_parcel", items_damaged=True, items_missing=False, box_state="crushed_sealed",
        missing_value="31.00", freight_again="8.00", claim_value="39.00", claim_rate="0.8",
    )  # fmt: skip
    view = found.liability
    assert (view.cause, view.to_buyer, view.recourse) == (Liability.CARRIER, Liability.MERCHANT, Liability.CARRIER)
    reship = next(offer for offer in found.remedies if offer.id == "reship_missing")
    assert (reship.remedy, reship.goods, reship.freight) == (Remedy.RESHIP, Money(3100), Money(800))
    assert (reship.recoverable, reship.true_cost) == (Money(3120), Money(780))
    assert found.refusal is not None
    assert found.refusal.true_cost == Money(16800 - 3120)
    claim = next(plan for plan in found.registers if plan.kind is RegisterKind.CARRIER_CLAIM)
    assert claim.amount == Money(3900)


def test_without_the_box_the_cause_stays_open_but_the_buyer_is_served() -> None:
    found = conclude(case_type="damaged_parcel", items_damaged=True, items_missing=False, box_state=None)
    assert found.complete
    assert found.liability.cause is Liability.UNCLEAR
    assert not found.liability.decided
    assert found.liability.to_buyer is Liability.MERCHANT
    assert ("photo_box", "must") in {(need.id, need.level) for need in found.evidence}


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"signed": False, "signed_at": None, "refused": True}, "o_dmg_refused"),
        ({"items_damaged": False, "items_missing": True}, "o_dmg_short"),
        ({"items_damaged": True, "items_missing": True}, "o_dmg_both"),
        ({"items_damaged": True, "items_missing": False, "box_state": "intact"}, "o_dmg_pack"),
        ({"items_damaged": False, "items_missing": False}, "o_dmg_box"),
    ],
)
def test_damaged_parcel_roads(facts: Mapping[str, object], outcome: str) -> None:
    assert f"shop-handbook:{outcome}" in conclude(case_type="damaged_parcel", **facts).outcomes


def test_seven_days_come_before_the_shops_own_view() -> None:
    inside = conclude(case_type="return_refund", reason="no_reason", goods_intact=True, goods_class="ordinary")
    assert inside.complete
    assert inside.remedies[0].id == "return_refund"
    assert inside.remedies[0].right
    assert inside.remedies[0].amount == Money(16800)
    outside = conclude(case_type="return_refund", reason="no_reason", goods_intact=True, goods_class="ordinary",
                       signed_at=NOW - timedelta(days=9))  # fmt: skip
    assert "return_refund" not in [offer.id for offer in outside.remedies]


def test_the_law_adds_the_return_after_wear_within_seven_days() -> None:
    found = conclude(case_type="quality", worn=True)
    returned = next(offer for offer in found.remedies if offer.id == "return_refund")
    assert returned.right
    assert any(tag.startswith("cn-law:") for tag in returned.sources)


def test_abroad_the_law_of_the_buyers_country_counts() -> None:
    facts = {
        **ORDER,
        "platform": "shopify",
        "country": "DE",
        "currency": "EUR",
        "time_zone": "Europe/Berlin",
        "paid": Money(8000, "EUR"),
        "outbound_freight_paid": Money(500, "EUR"),
        "case_type": "return_refund",
        "reason": "no_reason",
        "goods_intact": True,
        "possession_at": datetime(2026, 11, 18, 9, tzinfo=UTC),
    }
    found = evaluate(LIBRARY.packs_for("shopify", "DE", NOW), facts, now=NOW)
    offer = found.remedies[0]
    assert (offer.id, offer.right, offer.amount) == ("return_refund", True, Money(8000, "EUR"))
    assert found.postage == {"outbound": "seller", "return": "buyer"}
    window = next(clock for clock in found.clocks if clock.result == "window_end")
    assert window.due_at == datetime(2026, 12, 2, 23, tzinfo=UTC)


def test_a_pack_without_a_rule_for_the_case_says_nothing() -> None:
    found = conclude(case_type="partial_refund", agreed_refund="10.00")
    assert {outcome.partition(":")[0] for outcome in found.outcomes} == {"shop-handbook"}
    assert {source.pack_id for source in found.sources} == {"shop-handbook"}


def test_partial_refund_and_the_wrong_amount() -> None:
    found = conclude(case_type="partial_refund", agreed_refund="10.00")
    assert found.amounts["pay_seller"] == Money(15800)
    assert found.amounts["refund"] == Money(1000)
    wrong = conclude(case_type="partial_refund", agreed_refund="168.01")
    assert wrong.errors == ("refund_exceeds_paid",)
    assert not wrong.complete


def test_two_readings_of_one_window_are_both_shown_and_one_decides() -> None:
    found = conclude(case_type="return_refund", reason="no_reason", signed_at=datetime(2026, 9, 25, 3, tzinfo=UTC))
    windows = {clock.result: clock for clock in found.clocks if clock.result.startswith("window_end")}
    assert windows["window_end_legal"].due_at == datetime(2026, 10, 2, 16, tzinfo=UTC)
    assert windows["window_end_legal_outer"].due_at == datetime(2026, 10, 8, 16, tzinfo=UTC)
    assert all(clock.who is WaitingOn.BUYER for clock in windows.values())


def test_every_value_names_its_source_and_every_source_is_listed() -> None:
    found = conclude(case_type="lost_parcel", verified=True)
    listed = {source.tag: source for source in found.sources}
    assert [source.number for source in found.sources] == list(range(1, len(found.sources) + 1))
    used = {clock.source for clock in found.clocks} | {tag for offer in found.remedies for tag in offer.sources}
    used |= set(found.liability.sources) | {entry.source for entry in found.trace if entry.source}
    assert used <= set(listed)
    assert all(source.confidence and source.review_by and source.pack_version for source in found.sources)
    assert [name for name, _version in found.packs] == ["shop-handbook", "tmall", "taobao", "cn-law"]
    assert all(version for _name, version in found.packs)


def test_a_pack_past_its_review_day_says_so() -> None:
    later = evaluate(packs(), {**ORDER, "case_type": "lost_parcel"}, now=datetime(2028, 1, 1, tzinfo=UTC))
    assert "pack_past_review" in {warning.code for warning in later.warnings}
    assert all(source.past_review for source in later.sources)


def test_a_number_nobody_knows_is_missing_not_invented() -> None:
    facts = {"case_type": "paypal_dispute", "notified_at": "2026-09-01T08:00:00+00:00", "evidence_due_by": None}
    found = evaluate((LIBRARY.pack("paypal"),), facts, now=NOW)
    reply = next(clock for clock in found.clocks if clock.id == "respond_estimate")
    assert reply.due_at is None
    [empty] = [each for each in found.warnings if each.values.get("number") == "reply_days"] or [None]
    assert empty is not None, [each.values for each in found.warnings]
    assert (empty.code, empty.values["pack"]) == ("pack_number_missing", "paypal")


def test_nothing_claimed_means_nothing_to_refuse() -> None:
    costs = {"goods_cost": "62.16", "freight_again": "8.00", "lose_rate": "0.85"}
    upheld = {"violation_upheld": True, "cod_enabled": True, "points_before": 10}
    for facts in (
        {"case_type": "invoice_refused", "invoice_form": "refused", "complaint_upheld": False},
        {"case_type": "cod_refused", **upheld},
        {"case_type": "wrong_shipment", "subtype": "over_shipped", "buyer_admits": False},
    ):
        assert conclude(**costs, **facts).refusal is None
    [node, *_] = [
        each for each in conclude(case_type="cod_refused", **upheld).exposures if each.pack_id == "shop-handbook"
    ]
    assert (node.points, node.nodes, node.node_money, node.ban_days) == (6, 1, Money(1000000), 7)
    assert "cod_enabled" in {q.fact for q in conclude(case_type="cod_refused", violation_upheld=True).open_questions}


def test_goods_that_came_back_are_not_lost() -> None:
    found = conclude(
        case_type="returned_parcel", cause="seller_mistake", goods_cost="62.16", freight_again="8.00", lose_rate="0.85"
    )
    costs = {offer.id: (offer.goods, offer.true_cost) for offer in found.remedies}
    assert costs["reship"] == (None, Money(800))
    assert costs["refund_full"] == (Money(-6216), Money(16800 - 6216))
    assert found.refusal is not None


def test_assumptions_stand_in_the_trace() -> None:
    found = evaluate((LIBRARY.pack("eu-law"),), {"case_type": "withdrawal", "country": "DE", "price": "5"}, now=NOW)
    assumed = {entry.fact: entry.answer for entry in found.trace if entry.assumed}
    assert assumed["informed"] is True


def test_a_question_out_of_turn() -> None:
    question = question_for(packs(), "agreed_refund", ORDER, now=NOW)
    assert question is not None
    assert (question.type, question.answers) == ("money", ())
    assert question_for(packs(), "no_such_fact", ORDER, now=NOW) is None


@pytest.mark.parametrize(
    ("fact", "value"),
    [("paid", 1.5), ("paid", "much"), ("paid", "1e400"), ("paid", True), ("signed", "yes"), ("signed_at", "soon"),
     ("subtype", "upside_down"), ("signed_at", 5)],
)  # fmt: skip
def test_values_that_do_not_fit_are_refused(fact: str, value: object) -> None:
    kind = "wrong_shipment" if fact in ("subtype", "signed_at") else "damaged_parcel"
    facts: dict[str, object] = {**ORDER, "case_type": "partial_refund" if fact == "paid" else kind, fact: value}
    if fact == "signed_at":
        facts["case_type"] = "quality"
    with pytest.raises(UserError) as caught:
        evaluate(packs(), facts, now=NOW)
    assert caught.value.code == "fact_invalid"
    assert caught.value.values["fact"] == fact


def test_hostile_texts_are_only_texts() -> None:
    nasty = "'; DROP TABLE cases; -- {0} %s <b>x</b> $now \x00 \u202e"
    found = conclude(case_type="wrong_shipment", subtype="over_shipped", buyer_admits=False, buyer_id=nasty, sku=nasty)
    entry = next(plan for plan in found.registers if plan.id == "wrong_shipment")
    assert entry.columns["buyer_id"] == nasty


ANSWERS: Mapping[str, st.SearchStrategy[object]] = {
    "case_type": st.sampled_from(
        ["wrong_shipment", "damaged_parcel", "lost_parcel", "quality", "return_refund", "exchange"]
    ),
    "subtype": st.sampled_from(["wrong_item", "missed", "over_shipped", None]),
    "reason": st.sampled_from(["no_reason", "quality", None]),
    "box_state": st.sampled_from(["intact", "wet", None]),
    **{name: st.sampled_from([True, False, None]) for name in (
        "photo_verified", "waybill_checked", "weight_confirms_short", "packing_list_matches", "split_shipment",
        "buyer_admits", "buyer_returns", "items_damaged", "items_missing", "verified", "worn", "photo",
        "goods_intact", "seller_fault")},
}  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries({}, optional=dict(ANSWERS)),
    st.deferred(lambda: st.lists(st.permutations(packs()), min_size=4, max_size=4)),
)
def test_neither_the_order_of_packs_nor_of_facts_matters(facts: Mapping[str, object], orders: list[list[Pack]]) -> None:
    base = evaluate(packs(), {**ORDER, **facts}, now=NOW)
    backwards = dict(reversed(list({**ORDER, **facts}.items())))
    for order in orders:
        assert evaluate(order, backwards, now=NOW) == base


@settings(max_examples=80, deadline=None)
@given(st.fixed_dictionaries({}, optional=dict(ANSWERS)))
def test_a_settled_outcome_hangs_on_no_unknown_answer(facts: Mapping[str, object]) -> None:
    """Once nothing is open, learning something that was not asked for never moves the shop's outcome."""
    settled = evaluate(packs(), {**ORDER, **facts}, now=NOW)
    if not settled.complete:
        assert settled.next_question is not None or settled.provisional or not settled.outcomes
        return
    relevant = {asked.question.fact for asked in settled.asked} | {"case_type"}
    for name in sorted(set(ANSWERS) - relevant - set(facts) - set(settled.unasked) - set(settled.unknown)):
        for value in (True, False):
            if name in ("subtype", "reason", "box_state"):
                continue
            more = evaluate(packs(), {**ORDER, **facts, name: value}, now=NOW)
            assert more.outcomes == settled.outcomes, name


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries({}, optional=dict(ANSWERS)), st.integers(0, 10**7), st.integers(0, 10**6))
def test_true_costs_add_up(facts: Mapping[str, object], paid: int, freight: int) -> None:
    found = evaluate(
        packs(),
        {
            **ORDER,
            **facts,
            "paid": Money(paid),
            "freight_back": Money(freight),
            "freight_again": Money(freight),
            "goods_cost": Money(paid // 3),
            "claim_rate": "0.5",
        },
        now=NOW,
    )
    for offer in found.remedies:
        if offer.true_cost is None:
            continue
        parts = [offer.goods, offer.freight, offer.refund, offer.compensation]
        gross = sum(part.minor for part in parts if part is not None)
        recovered = offer.recoverable.minor if offer.recoverable is not None else 0
        assert abs(offer.true_cost.minor - (gross - recovered)) <= 1
        assert 0 <= recovered <= max(gross, 0)


def test_one_case_is_evaluated_in_less_than_five_milliseconds() -> None:
    import time

    facts = {
        **ORDER,
        "case_type": "return_refund",
        "reason": "no_reason",
        "goods_intact": True,
        "goods_class": "ordinary",
    }
    evaluate(packs(), facts, now=NOW)
    times = []
    for _ in range(30):
        started = time.perf_counter()
        evaluate(packs(), facts, now=NOW)
        times.append(time.perf_counter() - started)
    assert min(times) < 0.005


def test_percent_shares(load: Load, raw: dict[str, Any]) -> None:
    raw["outcomes"]["red"] |= {"liable": "shared", "shares": {"carrier": "100 - 15 - 3", "seller": "15", "buyer": "3"}}
    view = evaluate((load(raw),), {"kind": "red", "sure": True}, now=NOW).liability
    assert view.shares == {Liability.CARRIER: Decimal(82), Liability.MERCHANT: Decimal(15), Liability.BUYER: Decimal(3)}
