"""What is typed into a filter is read or refused; filters say in words what they leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from desktop.services.saved_views import FilterChoices
from models.case_query import CaseFilters, ClockFilter, DateFilter, DatePeriod
from models.kinds import CaseState, Platform, Problem, Role, Tier
from models.records import Person, Shop
from ui.cases.filter_words import FilterField, Place, chip_text, choices_of, full_text, summary, without
from ui.filter_entries import EntryRefused, read_amount, read_day

TODAY = date(2026, 11, 20)
PLACE = Place(
    FilterChoices((Shop(1, "青禾 & 家居", Platform.TAOBAO),), (Person(3, "\u202e小满", "满", Role.OWNER),), {"急": 2}),
    datetime(2026, 11, 20, 2, tzinfo=UTC), UTC, "CNY",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None), (" ", None), ("2026-11-03", date(2026, 11, 3)), ("2026/1/3", date(2026, 1, 3)),
        ("20261103", date(2026, 11, 3)), ("11-3", date(2026, 11, 3)), ("２０２６年１１月３日", date(2026, 11, 3)),
        ("11月3日", date(2026, 11, 3)),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["x", "2-30", "0001-01-01", "9999-12-31", "1" * 100_000, "11-3\x00", "٢٠٢٦-١-١", "-"])
def test_other_days_are_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(EntryRefused, match=r"\w"):
        read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("", "CNY", None), ("168", "CNY", 16800), ("¥ 1,234.5", "CNY", 123450), ("￥0.01", "CNY", 1), (".5", "USD", 50),
        ("$7", "USD", 700), ("500", "JPY", 500), ("1.234", "KWD", 1234), ("１６８．５", "CNY", 16850), ("12.", "CNY", 1200),
    ],
)  # fmt: skip
def test_amounts_are_read_in_the_shops_currency(typed: str, currency: str, minor: int | None) -> None:
    assert read_amount(typed, currency) == minor


@pytest.mark.parametrize(
    ("typed", "currency"),
    [("abc", "CNY"), ("-1", "CNY"), ("1.234", "CNY"), ("1.5", "JPY"), ("1,23", "CNY"), ("1e5", "CNY"), ("NaN", "CNY"),
     ("9" * 20, "CNY"), ("9" * 100_000, "CNY"), ("1\x00", "CNY"), (".", "CNY")],
)  # fmt: skip
def test_other_amounts_are_refused_with_a_reason(typed: str, currency: str) -> None:
    with pytest.raises(EntryRefused, match=r"\w"):
        read_amount(typed, currency)


def test_chips_say_what_is_set(speak: Callable[[str], None]) -> None:
    many = CaseFilters(problems=tuple(Problem)[:5], handlers=(0, 3), tags=("<b>急</b>",), tiers=(Tier.NONE, Tier.V3))
    assert chip_text(many, FilterField.PROBLEM, PLACE).endswith("等，另 2 项")
    assert full_text(many, FilterField.PROBLEM, PLACE).count("、") == 4
    assert "\u202e" not in chip_text(many, FilterField.HANDLER, PLACE)
    assert "<b>急</b>" in summary(many, PLACE)
    speak("en")
    for filters, words in (
        (CaseFilters(states=(CaseState.NEW,)), "State: New"),
        (CaseFilters(clock=(ClockFilter.NONE,)), "Next clock: No clock"),
        (CaseFilters(dated=DateFilter.CLOSED, period=DatePeriod.LAST_MONTH), "Date: Closed last month"),
        (CaseFilters(first_day=date(2026, 11, 1)), "Date: Opened from 1 Nov"),
        (CaseFilters(last_day=date(2025, 11, 1)), "Date: Opened until 1 Nov 2025"),
        (CaseFilters(first_day=TODAY, last_day=TODAY), "Date: Opened 20 Nov"),
        (CaseFilters(at_least=100, currency="JPY"), "At stake: at least ¥ 100"),
        (CaseFilters(at_most=100), "At stake: at most ¥ 1.00"),
    ):
        assert summary(filters, PLACE) == words
        field = next(each for each in FilterField if without(filters, each) != filters)
        assert not without(filters, field)


def test_every_field_offers_what_there_is() -> None:
    offered = {field: [words for _, words in choices_of(field, PLACE)] for field in FilterField}
    assert offered[FilterField.PLATFORM] == ["淘宝"]
    assert offered[FilterField.HANDLER] == ["无人经手", "小满"]
    assert offered[FilterField.TIER] == ["V3", "V2", "V1", "无等级"]
    assert offered[FilterField.TAG] == ["急"]
    assert len(offered[FilterField.PROBLEM]) == len(Problem)
    assert len(offered[FilterField.CLOCK]) == len(ClockFilter)
