"""What a review says: its verdict, the problems it names although it may be a good one, and whether it asks for money.

R003-49: a bad review is verified, improved upon and answered in public. R003-50: problems named in good reviews are
collected every day, classified and followed. Nothing here judges by itself: all of it is a proposal a person sees.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from models.kinds import Problem
from models.register_kinds import ReviewVerdict

_LOOKED_AT: Final = 20_000
_BACK_ZH, _BACK_EN = 2, 2
_BREATH: Final = re.compile(r"[^\w]+")
_MORE: Final = ("不但", "不仅", "不止", "不只", "没想到", "不过", "不料")
_STARS: Final = re.compile(r"([1-5])(?:\.0+)?\s*(?:星|stars?|分|/\s*5)?")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_ZH_STARS: Final[Mapping[str, int]] = {"一星": 1, "二星": 2, "两星": 2, "三星": 3, "四星": 4, "五星": 5}


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """The words reviews are read by; `bare` ones hold their own no and are not turned round by one before them."""

    problems: Mapping[Problem, tuple[str, ...]]
    not_zh: tuple[str, ...]
    not_en: tuple[str, ...]
    bare: frozenset[str]
    verdicts: Mapping[ReviewVerdict, tuple[str, ...]]
    extortion: tuple[re.Pattern[str], ...]


def load_review_words(raw: Mapping[str, Any]) -> ReviewWords:
    """The words as data. ValueError for a problem that is none, re.error for a pattern that is none."""
    return ReviewWords(
        problems={Problem(name): tuple(words) for name, words in raw["problems"].items()},
        not_zh=tuple(sorted(raw["not_zh"], key=len, reverse=True)),
        not_en=tuple(raw["not_en"]),
        bare=frozenset(raw["bare"]),
        verdicts={verdict: tuple(raw[verdict.value]) for verdict in ReviewVerdict},
        extortion=tuple(re.compile(pattern) for pattern in raw["extortion"]),
    )


def plain(text: str) -> str:
    """A text as words are looked for in it: compatible signs made one, small letters, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text[:_LOOKED_AT]).casefold().replace("’", "'").split())


def rating_of(text: str) -> int | None:
    """Stars 1 to 5 from `5`, `4.0`, `3星`, `★★☆`, `2/5`, `五星`; None for anything else."""
    said = plain(text)
    if said in _ZH_STARS:
        return _ZH_STARS[said]
    full, empty = said.count("★"), said.count("☆")
    if full and full + empty <= 5 and not set(said) - set("★☆ "):
        return full
    found = _STARS.fullmatch(said)
    return int(found[1]) if found else None


def verdict_of(rating: int | None, said: str, words: ReviewWords) -> ReviewVerdict | None:
    """What a platform's own word or the stars say; the word counts for more. None where neither says anything."""
    spoken = plain(said)
    for verdict, known in words.verdicts.items():
        if spoken in known:
            return verdict
    if rating is None:
        return None
    return ReviewVerdict.BAD if rating <= 2 else ReviewVerdict.NEUTRAL if rating == 3 else ReviewVerdict.GOOD


def problems_named(text: str, words: ReviewWords) -> tuple[Problem, ...]:
    """The problems a review names, in the order of the list; one that is denied (`没有破损`, `not broken`) is none."""
    said = plain(text)
    return tuple(
        problem
        for problem, known in words.problems.items()
        if any(_named(said, word, words) for word in known)
    )  # fmt: skip


def _named(said: str, word: str, words: ReviewWords) -> bool:
    start = said.find(word)
    while start >= 0:
        if word in words.bare or not _denied(said, start, word, words):
            return True
        start = said.find(word, start + 1)
    return False


def _denied(said: str, start: int, word: str, words: ReviewWords) -> bool:
    before = said[:start]
    if _HAN.match(word):
        # Only what stands in the same breath: 质量不好，破损 denies nothing of what follows the comma.
        near = _BREATH.split(before)[-1]
        return any(no in near[-len(no) - _BACK_ZH :] for no in words.not_zh) and not near.endswith(_MORE)
    last = before[-1:]
    if last and last.isalnum():
        # In the middle of another word.
        return True
    return not set(before.split()[-_BACK_EN:]).isdisjoint(words.not_en)


def asks_for_money(text: str, words: ReviewWords) -> bool:
    """Whether a review may be meant to press money out of the shop: to be documented and reported, never paid (K5)."""
    said = plain(text)
    return any(pattern.search(said) for pattern in words.extortion)


def review_digest(parts: Sequence[str]) -> str:
    """What makes a review the same one when a list is imported again: order, buyer, item, day and text."""
    joined = "\x1f".join(plain(part) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()
