"""Pure rules of the desk: what a typed text may mean, what is likely the same case, how long a text may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.errors import UserError
from models.kinds import CaseState, Problem
from models.rules.duplicates import KnownCase, Likeness, Wanted, find_duplicates
from models.rules.text_limits import Counting, load_limits, split_text, units
from models.rules.typed_target import looks_like_number, national, read_typed, same_phone

NOW = datetime(2026, 11, 20, 1, 42, tzinfo=UTC)
CASE = KnownCase(1, "A2611-0001", CaseState.OPEN, Problem.DAMAGED, 7, "26111", 3, "小满", NOW - timedelta(days=1))
FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "number", "phone"),
    [
        ("订单号：2611 1200 0000 0387 手机138 0000 0005", "2611120000000387", "13800000005"),
        ("2611120000000387 13800000005", "2611120000000387", "13800000005"),
        ("２６１１１２００００００３８７", "261112000000387", None),
        ("0086-138-0000-0005", "008613800000005", "13800000005"),
        ('="2611120000000387"', "2611120000000387", None),
        ("yq4471 9026", "YQ44719026", None),
        ("112-1234567-1234567", "112-1234567-1234567", None),
    ],
)
def test_numbers_are_read_out_of_what_is_around_them(text: str, number: str, phone: str | None) -> None:
    typed = read_typed(text)
    assert number in {*typed.numbers, *(each.upper() for each in typed.numbers)}
    assert typed.phones == ((phone,) if phone else ())


def test_only_what_looks_like_a_number_is_offered() -> None:
    assert looks_like_number("快递 YQ000044719026 到哪了")
    assert looks_like_number("+86 138 0000 0005")
    for text in ("", "今天天气不错", "2026-11-20", "¥168.00", "版本 3.11.7", "x" * 5000):
        assert not looks_like_number(text)


def test_phones_are_the_same_behind_codes_and_stars() -> None:
    assert national("+86 138-0000-0005") == national("008613800000005") == "13800000005"
    assert same_phone("138****0005", "+86 13812340005")
    assert not same_phone("138****0005", "13912340005")
    assert not same_phone("", "13912340005")


def test_a_chain_of_merged_cases_leads_to_its_end_and_a_circle_nowhere() -> None:
    wanted = Wanted(7, "26111", 3, Problem.DAMAGED)
    second = replace(CASE, id=2, number="A2611-0002", order_id=8, order_number="26112", problem=Problem.LATE)
    merged = replace(CASE, merged_into=2, state=CaseState.ARCHIVED, closed_at=NOW)
    [found] = find_duplicates(wanted, [merged, second], NOW)
    assert (found.case.number, found.likeness) == ("A2611-0002", Likeness.VERY_LIKELY)
    assert find_duplicates(wanted, [merged, replace(second, merged_into=1)], NOW) == ()
    assert find_duplicates(wanted, [merged], NOW) == ()
    # What it went into was closed long ago: another story.
    long_closed = replace(second, state=CaseState.DONE, closed_at=NOW - timedelta(days=31))
    assert find_duplicates(wanted, [merged, long_closed], NOW) == ()


def test_likelier_ones_and_newer_ones_stand_first() -> None:
    wanted = Wanted(7, "26111", 3, Problem.DAMAGED)
    snoozed = replace(CASE, id=2, snoozed=True, problem=Problem.LATE)
    buyers = replace(CASE, id=3, order_id=9, order_number="26119")
    newer = replace(snoozed, id=4, opened_at=NOW)
    found = find_duplicates(wanted, [buyers, snoozed, CASE, newer], NOW)
    assert [each.case.id for each in found] == [1, 4, 2, 3]
    # An order known by its number only, before it is imported.
    assert find_duplicates(Wanted(None, "26111", None, None), [CASE], NOW)[0].likeness is Likeness.LIKELY
    assert find_duplicates(Wanted(None, "", 3, None), [CASE], NOW) == ()


@pytest.mark.parametrize("counting", list(Counting))
@pytest.mark.parametrize("limit", [40, 60, 200])
def test_parts_fit_and_lose_nothing(counting: Counting, limit: int) -> None:
    text = f"您好，已经在核对。Please wait, it takes 2.5 days! {FAMILY}谢谢" * 9 + "没有句号的长句" * 30
    parts = split_text(text, limit, counting)
    assert all(units(part, counting) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    if limit >= 60:
        assert not any(part.startswith("\u200d") or part.endswith("\u200d") for part in parts)
    assert split_text("短", limit, counting) == ("短",)
    assert split_text("  ", limit, counting) == ()


def test_what_a_platform_counts() -> None:
    assert [units("字a🎁", counting) for counting in Counting] == [3, 4, 7, 8]
    with pytest.raises(ValueError, match="limit"):
        split_text("字", 1, Counting.CHARACTERS)


def test_limits_that_cannot_be_used_are_named() -> None:
    good = {"platforms": ["taobao"], "place": "remark", "limit": 9, "counting": "characters", "source": "x",
            "confidence": "high", "note": {"zh": "", "en": ""}}  # fmt: skip
    assert len(load_limits({"limits": [good]})) == 1
    for wrong in ({"limit": 0}, {"limit": "9"}, {"source": ""}, {"confidence": "sure"}, {"counting": "ells"},
                  {"platforms": ["mars"]}, {"note": None}):  # fmt: skip
        with pytest.raises(UserError, match="limits_unusable"):
            load_limits({"limits": [good | wrong]})
    with pytest.raises(UserError, match="limits_unusable"):
        load_limits([])
