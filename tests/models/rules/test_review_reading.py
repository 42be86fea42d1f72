"""What reviews say: stars, verdicts, the problems they name and those they deny, and who asks for money."""

from __future__ import annotations

import pytest

from desktop.services.reviews import review_words
from models.kinds import Problem
from models.register_kinds import ReviewVerdict
from models.rules.review_reading import asks_for_money, problems_named, rating_of, review_digest, verdict_of

WORDS = review_words()


@pytest.mark.parametrize(
    ("written", "stars"),
    [
        ("5", 5), ("4.0", 4), (" 3 星", 3), ("★★☆", 2), ("2/5", 2), ("五星", 5), ("1 star", 1), ("５", 5),
        ("6", None), ("0", None), ("-1", None), ("", None), ("好", None), ("★★★★★★", None), ("3.5", None), ("5★bad", None),
    ],
)  # fmt: skip
def test_stars(written: str, stars: int | None) -> None:
    assert rating_of(written) == stars


@pytest.mark.parametrize(
    ("stars", "said", "verdict"),
    [
        (None, "差评", ReviewVerdict.BAD), (5, "差评", ReviewVerdict.BAD), (None, "Positive", ReviewVerdict.GOOD),
        (1, "", ReviewVerdict.BAD), (2, "", ReviewVerdict.BAD), (3, "", ReviewVerdict.NEUTRAL),
        (4, "", ReviewVerdict.GOOD), (None, "", None), (None, "???", None),
    ],
)  # fmt: skip
def test_the_platforms_word_counts_for_more_than_the_stars(
    stars: int | None, said: str, verdict: ReviewVerdict | None
) -> None:
    assert verdict_of(stars, said, WORDS) is verdict


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("没有破损，很好", set()),
        ("质量不好，外箱破损", {Problem.QUALITY, Problem.DAMAGED}),
        ("完全没破，也不掉色", set()),
        ("没想到破了", {Problem.DAMAGED}),
        ("不但破损还少发", {Problem.DAMAGED, Problem.MISSING_ITEM}),
        ("好看，就是发货太慢", {Problem.LATE}),
        ("没送赠品", {Problem.GIFT_MISSING}),
        ("Arrived BROKEN, the colour is different", {Problem.DAMAGED, Problem.COLOUR}),
        ("not broken at all", set()),
        ("The plate was not damaged", set()),
        ("unbroken seal", set()),
        ("doesn’t fit", {Problem.SIZE}),
        ("", set()),
        ("😀" * 50, set()),
    ],
)
def test_problems_are_those_named_and_not_those_denied(text: str, problems: set[Problem]) -> None:
    assert set(problems_named(text, WORDS)) == problems


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("不给钱就差评", True), ("加微信转 50 就删", True), ("Refund me or I leave a bad review", True),
        ("I will delete this review if you pay", True), ("给钱也不买了", False), ("I would like a refund", False),
    ],
)  # fmt: skip
def test_who_asks_for_money_is_pointed_out(text: str, asked: bool) -> None:
    assert asks_for_money(text, WORDS) is asked


def test_the_same_review_has_one_digest_whatever_its_blanks_and_width() -> None:
    one = review_digest(("261", "花果山", "盘", "2026-11-18", "很 好"))
    assert one == review_digest(("２６１", "花果山 ", "盘", "2026-11-18", "很  好"))
    assert one != review_digest(("261花果山", "", "盘", "2026-11-18", "很 好"))
