"""Layers: buyer's rights most favourable, the shop's duties earliest, penalties never summed, evidence strongest."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from models.kinds import Liability
from models.money import Money
from models.rules.evaluator import evaluate
from models.rules.packs import Pack

Raw = dict[str, Any]
Load = Callable[[Raw], Pack]
NOW = datetime(2026, 11, 20, tzinfo=UTC)
FACTS = {"kind": "red", "sure": True, "paid": "100.00", "at": "2026-11-20T10:00:00+08:00"}


def layered(raw: Raw, layer: str) -> Raw:
    made = copy.deepcopy(raw)
    made["pack"] |= {"id": f"of-{layer}", "layer": layer}
    made["tests"] = []
    return made


def test_the_earlier_of_two_duties_decides_and_both_are_shown(load: Load, raw: Raw) -> None:
    law, shop = layered(raw, "law"), layered(raw, "shop")
    law["deadlines"]["due"]["n"] = 12
    found = evaluate((load(shop), load(law)), FACTS, now=NOW)
    assert [(clock.pack_id, clock.decisive) for clock in found.clocks] == [("of-shop", False), ("of-law", True)]


def test_the_later_end_of_a_buyers_right_decides(load: Load, raw: Raw) -> None:
    law, shop = layered(raw, "law"), layered(raw, "shop")
    for each in (law, shop):
        each["deadlines"]["due"]["who"] = "buyer"
    law["deadlines"]["due"]["n"] = 12
    found = evaluate((load(shop), load(law)), FACTS, now=NOW)
    assert [(clock.pack_id, clock.decisive) for clock in found.clocks] == [("of-shop", True), ("of-law", False)]


def test_a_right_given_by_law_cannot_be_taken_by_the_shop(load: Load, raw: Raw) -> None:
    law, shop = layered(raw, "law"), layered(raw, "shop")
    law["outcomes"]["red"]["remedies"] = [{"id": "give", "amount": "share", "right": True}]
    law["constants"]["rate"]["value"] = "0.30"
    shop["outcomes"]["red"]["remedies"] = [{"id": "give", "amount": "share", "needs": "supervisor"}]
    found = evaluate((load(shop), load(law)), FACTS, now=NOW)
    (offer,) = found.remedies
    assert (offer.right, offer.needs, offer.amount) == (True, "none", Money(3000))


def test_remedies_only_the_law_knows_are_added_behind(load: Load, raw: Raw) -> None:
    law, shop = layered(raw, "law"), layered(raw, "shop")
    law["remedies"]["mend"] = {"kind": "repair", "title": {"zh": "修", "en": "Mend"}}
    law["outcomes"]["red"]["remedies"] = [{"id": "mend", "right": True}]
    found = evaluate((load(law), load(shop)), FACTS, now=NOW)
    assert [(offer.id, offer.preferred) for offer in found.remedies] == [("give", True), ("mend", False)]


def test_freight_and_the_side_towards_the_buyer_are_the_most_favourable(load: Load, raw: Raw) -> None:
    law, shop = layered(raw, "law"), layered(raw, "shop")
    shop["outcomes"]["red"] |= {"liable": "carrier", "postage": {"return": "buyer"}}
    law["outcomes"]["red"] |= {"liable": "", "liable_to_buyer": "seller", "postage": {"return": "seller"}}
    found = evaluate((load(shop), load(law)), FACTS, now=NOW)
    assert found.postage == {"return": "seller"}
    assert (found.liability.cause, found.liability.to_buyer) == (Liability.CARRIER, Liability.MERCHANT)


def test_penalties_on_one_basis_count_once_and_others_stand_beside(load: Load, raw: Raw) -> None:
    law, platform, shop = (layered(raw, layer) for layer in ("law", "platform", "shop"))
    for each, basis in ((law, "fine"), (platform, "late"), (shop, "late")):
        each["exposures"] = {
            "x": {"label": {"zh": "罚", "en": "Fine"}, "source": "book", "money": "share", "basis": basis}
        }
        each["outcomes"]["red"]["exposures"] = ["x"]
    platform["constants"]["rate"]["value"] = "0.20"
    found = evaluate((load(law), load(platform), load(shop)), FACTS, now=NOW)
    assert [(view.basis, view.money) for view in found.exposures] == [("late", Money(2000)), ("fine", Money(1000))]


def test_amounts_marked_as_a_right_take_the_higher(load: Load, raw: Raw) -> None:
    law, shop = layered(raw, "law"), layered(raw, "shop")
    for each in (law, shop):
        each["formulas"]["share"]["merge"] = "buyer_right"
    law["constants"]["rate"]["value"] = "0.30"
    assert evaluate((load(shop), load(law)), FACTS, now=NOW).amounts["share"] == Money(3000)


def test_evidence_keeps_the_stronger_level(load: Load, raw: Raw) -> None:
    law, shop = layered(raw, "law"), layered(raw, "shop")
    for each, level in ((law, "must"), (shop, "may")):
        each["evidence"] = {"photo": {"label": {"zh": "照片", "en": "Photo"}, "kind": "photo", "from": "buyer"}}
        each["outcomes"]["red"]["evidence"] = [{"id": "photo", "level": level}]
    found = evaluate((load(shop), load(law)), FACTS, now=NOW)
    assert [(need.id, need.level) for need in found.evidence] == [("photo", "must")]


def test_a_question_of_two_packs_is_asked_once(load: Load, raw: Raw) -> None:
    found = evaluate((load(layered(raw, "law")), load(layered(raw, "shop"))), {}, now=NOW)
    assert [question.fact for question in found.open_questions] == ["kind"]
    assert found.next_question is not None
    assert found.next_question.pack_id == "of-shop"


def exposed(raw: Raw, **more: object) -> Raw:
    raw["exposures"] = {"x": {"label": {"zh": "扣分", "en": "Points"}, "source": "book", "basis": "late", **more}}
    raw["outcomes"]["red"]["exposures"] = ["x"]
    return raw


def test_points_cross_nodes_and_each_brings_its_own(load: Load, raw: Raw) -> None:
    raw["facts"] |= {
        "points_before": {"type": "int", "label": {"zh": "已扣", "en": "Points so far"}},
        "decided_at": {"type": "datetime", "label": {"zh": "处罚日", "en": "Decided"}},
    }
    pack = load(
        exposed(
            raw, points=18, points_before="points_before", node_money="10000", node_ban_days=7, ban_from="decided_at",
            ledger="serious",
        )
    )  # fmt: skip
    (view,) = evaluate((pack,), {**FACTS, "points_before": 10, "decided_at": "2026-11-20"}, now=NOW).exposures
    assert (view.points, view.points_before, view.node_every, view.nodes, view.ledger) == (18, 10, 12, 2, "serious")
    assert (view.node_money, view.ban_days, str(view.ban_until)) == (Money(1000000), 7, "2026-11-26")
    assert (view.pack_id, view.pack_version) == ("small", "1.0.0")
    found = evaluate((pack,), FACTS, now=NOW)
    (view,) = found.exposures
    assert (view.points, view.nodes, view.ban_until) == (18, None, None)
    assert "points_before" in found.unknown
    (view,) = evaluate((pack,), {**FACTS, "points_before": 0}, now=NOW).exposures
    assert (view.nodes, view.ban_until) == (1, None)


def test_points_and_money_have_no_higher_and_stand_side_by_side(load: Load, raw: Raw) -> None:
    platform, shop = layered(raw, "platform"), layered(raw, "shop")
    found = evaluate((load(exposed(platform, money="share")), load(exposed(shop, points=6))), FACTS, now=NOW)
    assert [(view.points, view.money) for view in found.exposures] == [(6, None), (None, Money(1000))]


def mended(raw: Raw, *uses: dict[str, object]) -> Raw:
    raw["remedies"] |= {
        "mend": {"kind": "repair", "title": {"zh": "修", "en": "Mend"}},
        "swap": {"kind": "exchange", "title": {"zh": "换", "en": "Swap"}},
        "back": {"kind": "return_and_refund", "title": {"zh": "退货退款", "en": "Return"}},
    }
    raw["outcomes"]["red"]["remedies"] = list(uses)
    return raw


def offered(*packs: Pack, **facts: object) -> list[str]:
    return [offer.id for offer in evaluate(packs, {**FACTS, **facts}, now=NOW).remedies]


def test_what_the_law_forbids_is_not_offered_and_the_shop_forbids_nothing_of_the_law(load: Load, raw: Raw) -> None:
    law = mended(layered(raw, "law"), {"id": "back", "right": True})
    shop = mended(layered(raw, "shop"), {"id": "give"}, {"id": "mend"})
    law["outcomes"]["red"]["refuses"] = ["give"]
    shop["outcomes"]["red"]["refuses"] = ["back"]
    assert offered(load(shop), load(law)) == ["mend", "back"]


def test_a_right_the_buyer_asked_for_leads(load: Load, raw: Raw) -> None:
    law = load(mended(layered(raw, "law"), {"id": "back", "right": True}, {"id": "swap", "right": True}))
    shop = load(mended(layered(raw, "shop"), {"id": "give"}, {"id": "mend"}, {"id": "swap"}))
    assert offered(shop, law) == ["give", "mend", "swap", "back"]
    assert offered(shop, law, buyer_demand="exchange") == ["swap", "give", "mend", "back"]
    assert offered(shop, law, buyer_demand="return_and_refund") == ["back", "give", "mend", "swap"]
    assert offered(shop, law, buyer_demand="compensation") == ["give", "mend", "swap", "back"]
    assert offered(shop, law, buyer_demand="all the money") == ["give", "mend", "swap", "back"]


def test_what_others_add_stands_where_its_kind_belongs(load: Load, raw: Raw) -> None:
    platform = load(mended(layered(raw, "platform"), {"id": "swap"}))
    shop = load(mended(layered(raw, "shop"), {"id": "give"}, {"id": "back"}))
    only_back = load(mended(layered(raw, "shop"), {"id": "back"}))
    assert offered(shop, platform) == ["give", "swap", "back"]
    assert offered(only_back, platform) == ["back", "swap"]
