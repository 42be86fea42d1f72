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
