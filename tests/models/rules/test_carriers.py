"""Whose parcel a number may be: ranked, certain only by a check digit, and never more than is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.rules.carriers import (
    CHECKS,
    Carrier,
    CheckDigit,
    check_number,
    load_carriers,
    named_carrier,
    normal_number,
    number_in,
    suggest,
    tracking_link,
)
from models.rules.verdict import Allowed, Refused

DATA = Path(__file__).resolve().parents[3] / "resources" / "carriers.json"


@pytest.fixture(scope="module")
def book() -> tuple[Carrier, ...]:
    return load_carriers(json.loads(DATA.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("number", "carrier", "certain"),
    [
        ("SF1234567890123", "sf", False),
        ("YT1234567890123", "yto", False),
        ("75312345678901", "zto", False),
        ("773123456789012", "sto", False),
        ("431234567890123", "yunda", False),
        ("JDVA00123456789", "jd", False),
        ("JT1234567890123", "jt", False),
        ("DPK123456789012", "deppon", False),
        ("LP00123456789012", "cainiao", False),
        ("9812345678901", "china_post", False),
        ("1Z5R89390357567127", "ups", True),
        ("RB123456785GB", "royal_mail", True),
        ("EA123456785CN", "ems", True),
        ("986578788855", "fedex", False),
        ("041441760228964", "fedex", False),
        ("3318810025", "dhl", False),
    ],
)
def test_a_number_leads_to_its_carrier(book: tuple[Carrier, ...], number: str, carrier: str, certain: bool) -> None:
    found = suggest(number, book)
    assert found[0].carrier.id == carrier
    assert found[0].certain is certain
    assert all(each.certain is False or each.check is CheckDigit.HOLDS for each in found)


def test_a_mistyped_number_is_said_and_never_certain(book: tuple[Carrier, ...]) -> None:
    (ups,) = suggest("1Z5R89390357567128", book)
    assert (ups.carrier.id, ups.check, ups.certain) == ("ups", CheckDigit.FAILS, False)
    assert "dhl" not in {each.carrier.id for each in suggest("3318810026", book)}


def test_what_the_order_went_with_leads_among_look_alikes(book: tuple[Carrier, ...]) -> None:
    alike = [each.carrier.id for each in suggest("512345678901", book)]
    assert {"sf", "zto"} <= set(alike)
    for usual in ("顺丰速运", "中通快递"):
        wanted = named_carrier(usual, book)
        assert suggest("512345678901", book, usual=usual)[0].carrier is wanted
    assert suggest("1Z5R89390357567127", book, usual="顺丰")[0].carrier.id == "ups"


def test_numbers_are_kept_as_they_are_printed() -> None:
    assert normal_number("ＳＦ１２３４ 5678\u200b 9012 3\n") == "SF1234567890123"
    assert number_in("圆通 单号：YT 1234 5678 90123，已发") == "YT1234567890123"
    assert number_in("yq–4471–9026") == "YQ-4471-9026"
    for wrong, code in (
        ("", "tracking_empty"), ("123", "tracking_length"), ("1" * 41, "tracking_length"),
        ("../ETC/PASSWD", "tracking_letters"), ("单号12345", "tracking_letters"), ("-1234", "tracking_letters"),
    ):  # fmt: skip
        assert check_number(normal_number(wrong)) == Refused(code)
    assert check_number("A" * 40) == Allowed()


def test_links_are_https_and_hold_the_number_encoded(book: tuple[Carrier, ...]) -> None:
    for carrier in book:
        assert carrier.link.startswith("https://")
        assert tracking_link("A/B?&=#1", carrier).endswith("A%2FB%3F%26%3D%231")
        assert all(pattern.source for pattern in carrier.patterns)
    assert named_carrier(" usps", book) is not None
    assert named_carrier("云雀速递", book) is None


def test_a_check_says_no_to_nine_of_ten_last_digits() -> None:
    holds = {
        name: sum(check(body + str(last)) for last in range(10))
        for name, body, check in (
            ("fedex_ground", "04144176022896", CHECKS["fedex_ground"]),
            ("mod10", "940011120255584233266", CHECKS["mod10"]),
            ("ups", "1Z5R8939035756712", CHECKS["ups"]),
        )
    }
    assert set(holds.values()) == {1}


@pytest.mark.parametrize(
    "entry", [{"link": "http://a/{number}"}, {"link": "https://a"}, {"check": "luhn"}, {"match": "("}]
)
def test_data_that_cannot_be_used_is_refused(entry: dict[str, str]) -> None:
    pattern = {"match": "X", "weight": 1, "source": "a test"} | {k: v for k, v in entry.items() if k != "link"}
    carrier = {"id": "x", "zh": "x", "en": "x", "patterns": [pattern], "link": entry.get("link", "")}
    with pytest.raises(ValueError, match="x"):
        load_carriers({"carriers": [carrier]})
