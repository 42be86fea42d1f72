"""The data of the sample shop: complete in both languages, consistent, and about nobody real."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from desktop.demo.evidence import EVIDENCE_KINDS
from desktop.demo.glazes import GLAZES, SHAPES
from desktop.platform.resources import resource
from models.kinds import Demand, Problem, Role, Temperament


def read(name: str) -> Any:
    return json.loads(resource("sample_shop", name).read_text(encoding="utf-8"))


def pairs(value: Any) -> list[dict[str, str]]:
    """Every {"zh", "en"} pair anywhere within."""
    if isinstance(value, dict):
        if set(value) == {"zh", "en"} and isinstance(value["zh"], str):
            return [value]
        return [pair for part in value.values() for pair in pairs(part)]
    return [pair for part in value for pair in pairs(part)] if isinstance(value, list) else []


@pytest.mark.parametrize("name", ["items.json", "shop.json", "evidence.json"])
def test_every_word_is_there_in_both_languages(name: str) -> None:
    found = pairs(read(name))
    assert len(found) > 15
    assert all(pair["zh"].strip() and pair["en"].strip() for pair in found)
    assert not [pair for pair in found if re.search("[\u4e00-\u9fff]", pair["en"])]


def test_items_add_up() -> None:
    items = read("items.json")["items"]
    assert len(items) == 40
    assert len({item["sku"] for item in items}) == 40
    codes = [variant["code"] for item in items for variant in item["variants"]]
    assert len(codes) == len(set(codes))
    for item in items:
        assert item["weight_g"] == item["pieces"] * item["piece_g"] + item["pack_g"]
        assert item["shape"] in SHAPES
        assert {variant["glaze"] for variant in item["variants"]} <= set(GLAZES)
        assert all(item["cost"][currency] < item["price"][currency] for currency in ("CNY", "USD"))
        assert all(re.fullmatch(r"26\d\d[A-C]", batch) for batch in item["batches"])
    suppliers = {supplier["code"] for supplier in read("shop.json")["suppliers"]}
    assert {item["supplier"] for item in items} <= suppliers


@pytest.mark.parametrize(("lang", "phone"), [("zh", r"1380000\d{4}"), ("en", r"\+1 202 555 01\d\d")])
def test_buyers_cannot_be_rung_up(lang: str, phone: str) -> None:
    buyers = read("buyers.json")[lang]
    assert len(buyers) == 60
    assert len({buyer["nick"] for buyer in buyers}) == 60
    assert len({buyer["phone"] for buyer in buyers}) == 60
    for buyer in buyers:
        assert re.fullmatch(phone, buyer["phone"])
        assert buyer["temperament"] in set(Temperament)
        assert buyer["address"]


def test_every_problem_has_its_texts() -> None:
    problems = read("problems.json")["problems"]
    assert set(problems) == set(Problem)
    for problem in problems.values():
        assert set(problem["evidence"]) <= set(EVIDENCE_KINDS)
        assert set(problem["demands"]) <= set(Demand)
        for lang in ("zh", "en"):
            texts = problem[lang]
            assert all(texts[part] for part in ("talks", "summary", "notes"))
            lines = [line for talk in texts["talks"] for line in talk]
            assert {line["from"] for line in lines} == {"buyer", "shop"}
            for text in [line["text"] for line in lines] + texts["summary"] + texts["notes"]:
                assert set(re.findall(r"{(\w*)}", text)) <= {"n", "depot"}
                assert lang == "zh" or not re.search("[\u4e00-\u9fff]", text)


def test_people_have_a_role() -> None:
    assert {person["role"] for person in read("shop.json")["people"]} <= set(Role)
