"""Typed answers: amounts, numbers, dates and times as people write them, and what is refused with a sentence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.resolution.fact_parsing import NotReadableError, parse, written

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 20, 1, 42, tzinfo=UTC)


def read(kind: str, text: str, currency: str = "CNY") -> object:
    """Parse as the shop's window does."""
    return parse(kind, text, now=NOW, where=CHINA, currency=currency)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", " ¥1,168.5 ", "1168.50"), ("money", "３９元", "39.00"), ("money", "0", "0.00"), ("int", "１２", "12"),
        ("decimal", "0.85", "0.85"), ("date", "2026/11/3", "2026-11-03"), ("date", "11-18", "2026-11-18"),
        ("datetime", "11-18 14:06", "2026-11-18T14:06:00+08:00"), ("text", " 右面凹陷 ", "右面凹陷"),
        ("datetime", "2026年11月18日 9:05", "2026-11-18T09:05:00+08:00"),
        ("money_list", "12、8.5", ["12.00", "8.50"]), ("text_list", "盘, 碗", ["盘", "碗"]),
        ("money_map", "盘=12, 碗=8.5", {"盘": "12.00", "碗": "8.50"}),
    ],
)  # fmt: skip
def test_what_people_write_is_read(kind: str, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("money", "-1"), ("money", "1.234"), ("money", "NaN"), ("money", "1e400"), ("money", ""), ("int", "1.5"),
        ("date", "2026-02-30"), ("date", "soon"), ("datetime", "2026-11-18"), ("datetime", "2026-11-18 25:00"),
        ("money", "$20"), ("money", "20 USD"), ("money", "€ 20"), ("money_map", "盘 12"), ("text", "x" * 3000),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_a_sentence(kind: str, text: str) -> None:
    with pytest.raises(NotReadableError, match=r"\w"):
        read(kind, text)


def test_places_follow_the_currency() -> None:
    assert read("money", "500", "JPY") == "500"
    assert read("money", "GBP 5.5", "GBP") == read("money", "£5.50", "GBP") == "5.50"
    with pytest.raises(NotReadableError):
        read("money", "500.5", "JPY")


@given(
    st.sampled_from(("money", "int", "decimal", "date", "datetime", "money_list", "money_map")), st.text(max_size=40)
)
def test_nothing_typed_breaks_it(kind: str, text: str) -> None:
    try:
        value = read(kind, text)
    except NotReadableError:
        return
    assert read(kind, written(kind, value, CHINA)) == value
