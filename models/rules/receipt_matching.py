"""Whose a parcel without an owner may be (无主件): by number, phone, name and item, ranked, with the reasons.

Scores are chances as the shop's people would say them, not measured: a number that is the same says it all, one wrong
sign or its tail say much, a phone nearly as much; a name, an item or a weight alone only help. Reasons that agree add
up as independent chances. Nothing is matched by a score: a person does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from models.receiving_records import MatchedBy
from models.rules.carriers import normal_number
from models.rules.pinyin import initials, spellings

LEAST: Final = 20
_LONGEST, _MOST_WORDS = 200, 200
_NUMBER_NEAR, _TAIL, _PHONE_TOLD, _PHONE_TAIL = 8, 6, 7, 4
_WEIGHT_PART, _WEIGHT_GRAMS = 0.05, 30
_SKU: Final = 3
_NOT_AWAITED: Final = 0.8
# The items and people of a shop come again and again.
_REMEMBERED: Final = 16384
_SCORES: Final = {
    MatchedBy.NUMBER: 100, MatchedBy.NUMBER_NEAR: 65, MatchedBy.NUMBER_TAIL: 60, MatchedBy.PHONE: 70,
    MatchedBy.PHONE_TAIL: 30, MatchedBy.NAME: 45, MatchedBy.NAME_PINYIN: 20, MatchedBy.SKU: 35, MatchedBy.ITEM: 30,
    MatchedBy.WEIGHT: 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the parcel, as typed; `weight` in grams."""

    number: str = ""
    sender: str = ""
    phone: str = ""
    item: str = ""
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A case it may belong to. `weight` is that of its goods in grams; `awaited` whether a return is expected."""

    case_id: int
    numbers: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    weight: int | None = None
    awaited: bool = True


@dataclass(frozen=True, slots=True)
class Likely:
    """How sure it is that a parcel belongs to a case, 0 to 100, and why; the strongest reason first."""

    case_id: int
    score: int
    by: tuple[MatchedBy, ...]


def rank(seen: Seen, cases: Iterable[Awaiting], limit: int = 10) -> tuple[Likely, ...]:
    """The cases a parcel may belong to, likeliest first, the newest case first among equals; none by weight alone."""
    told = _Told(seen)
    found = [likely for case in cases if (likely := told.judge(case)) is not None and likely.score >= LEAST]
    found.sort(key=lambda likely: (-likely.score, -likely.case_id))
    return tuple(found[:limit])


def is_near(one: str, other: str) -> bool:
    """Whether two numbers of at least eight signs differ by one sign that is wrong, missing or too many, or by two
    neighbours that changed places.
    """
    if one == other or min(len(one), len(other)) < _NUMBER_NEAR or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]


def is_tail(part: str, whole: str) -> bool:
    """Whether one number is the end of another, six digits or more."""
    short, long = sorted((part, whole), key=len)
    return len(short) < len(long) and sum(c.isdigit() for c in short) >= _TAIL and long.endswith(short)


class _Told:
    """What is known of a parcel, made comparable once."""

    def __init__(self, seen: Seen) -> None:
        self.number = normal_number(seen.number[:_LONGEST])
        self.phone = _digits(seen.phone)
        self.name = _name(seen.sender)
        self.latin = _latin(seen.sender)
        self.spelled = set(spellings(seen.sender[:40])) if self.name else set()
        self.item = _plain(seen.item)
        self.pairs = _pairs(self.item)
        self.weight = seen.weight

    def judge(self, case: Awaiting) -> Likely | None:
        by = sorted(self._reasons(case), key=lambda reason: -reason[1])
        if not by or all(reason is MatchedBy.WEIGHT for reason, _ in by):
            return None
        if by[0][0] is MatchedBy.NUMBER:
            return Likely(case.case_id, 100, tuple(reason for reason, _ in by))
        doubt = 1.0
        for _, score in by:
            doubt *= 1 - score / 100
        sure = (1 - doubt) * (1.0 if case.awaited else _NOT_AWAITED)
        return Likely(case.case_id, min(99, round(sure * 100)), tuple(reason for reason, _ in by))

    def _reasons(self, case: Awaiting) -> Iterator[tuple[MatchedBy, int]]:
        yield from self._by(self._of_number(case.numbers))
        yield from self._by(self._of_phone(case.phones))
        yield from self._by(self._of_name(case.names))
        if any(len(sku) >= _SKU and _has(self.item, sku) for sku in case.skus):
            yield MatchedBy.SKU, _SCORES[MatchedBy.SKU]
        overlap = max((self._overlap(item) for item in case.items), default=0.0)
        if overlap >= 0.3:
            yield MatchedBy.ITEM, round(_SCORES[MatchedBy.ITEM] * min(1.0, overlap * 1.5))
        if self.weight and case.weight:
            apart = abs(self.weight - case.weight)
            if apart <= max(_WEIGHT_GRAMS, case.weight * _WEIGHT_PART):
                yield MatchedBy.WEIGHT, _SCORES[MatchedBy.WEIGHT]

    @staticmethod
    def _by(reason: MatchedBy | None) -> Iterator[tuple[MatchedBy, int]]:
        if reason is not None:
            yield reason, _SCORES[reason]

    def _of_number(self, numbers: Sequence[str]) -> MatchedBy | None:
        if not self.number:
            return None
        written = [_normal(number[:_LONGEST]) for number in numbers if number]
        if self.number in written:
            return MatchedBy.NUMBER
        if any(is_near(self.number, number) for number in written):
            return MatchedBy.NUMBER_NEAR
        return MatchedBy.NUMBER_TAIL if any(is_tail(self.number, number) for number in written) else None

    def _of_phone(self, phones: Sequence[str]) -> MatchedBy | None:
        tail = self.phone[-_PHONE_TAIL:]
        if len(tail) < _PHONE_TAIL or "*" in tail:
            return None
        found: MatchedBy | None = None
        for other in map(_digits, phones):
            if other[-_PHONE_TAIL:] != tail:
                continue
            plain = min(len(self.phone), len(other)) >= _PHONE_TOLD and "*" not in self.phone + other
            if plain and (self.phone.endswith(other) or other.endswith(self.phone)):
                return MatchedBy.PHONE
            # Two whole numbers that only end alike are two people.
            found = found if plain else MatchedBy.PHONE_TAIL
        return found

    def _of_name(self, names: Sequence[str]) -> MatchedBy | None:
        if not self.name and not self.latin:
            return None
        told = [name[:40] for name in names if name]
        if self.name and any(self.name == _name(name) for name in told):
            return MatchedBy.NAME
        if any(self._masked(name) for name in told):
            return MatchedBy.NAME_PINYIN
        spelled = self.spelled | ({self.latin} if self.latin else set())
        if any(len(each) >= 2 and each in spelled for name in told for each in (*_spelled(name), _latin(name))):
            return MatchedBy.NAME_PINYIN
        return None

    def _masked(self, other: str) -> bool:
        """`孙**` and 孙大圣: platforms hide all but the first sign."""
        plain = _plain(other)
        shown = plain.rstrip("*")
        return bool(shown) and shown != plain and not shown.isascii() and self.name.startswith(shown)

    def _overlap(self, item: str) -> float:
        pairs = _pairs(_plain(item))
        if not pairs or not self.pairs:
            return 0.0
        return len(pairs & self.pairs) / min(len(pairs), len(self.pairs)) if len(self.pairs) > 1 else 0.0


_normal: Final = lru_cache(maxsize=_REMEMBERED)(normal_number)


@lru_cache(maxsize=_REMEMBERED)
def _plain(text: str) -> str:
    half = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    return "".join(c for c in half if unicodedata.category(c)[0] != "C")


@lru_cache(maxsize=_REMEMBERED)
def _name(text: str) -> str:
    """A name without blanks, titles and signs; empty for what has no letter."""
    kept = "".join(c for c in _plain(text) if c.isalnum())
    return re.sub(r"(先生|女士|小姐|收)$", "", kept) if len(kept) > 1 else ""


@lru_cache(maxsize=_REMEMBERED)
def _latin(text: str) -> str:
    """Initials somebody typed for a Chinese name: `sdz`; of a Chinese name its own."""
    plain = _plain(text)
    letters = "".join(c for c in plain if c.isalpha())
    return letters if letters.isascii() and 2 <= len(letters) <= 6 else initials(text[:40])


@lru_cache(maxsize=_REMEMBERED)
def _digits(phone: str) -> str:
    """The digits of a number and the stars of a masked one, without its extension and the country's code."""
    half = unicodedata.normalize("NFKC", phone[:_LONGEST]).lower()
    number = re.split(r"[转x,]|ext", half)[0]
    kept = "".join(c for c in number if c in "0123456789*")
    return kept[2:] if len(kept) == 13 and kept.startswith("86") else kept


@lru_cache(maxsize=_REMEMBERED)
def _spelled(name: str) -> tuple[str, ...]:
    return tuple(spellings(name))


def _has(item: str, sku: str) -> bool:
    wanted = _plain(sku)
    if not wanted or wanted not in item:
        return False
    return re.search(rf"(?<![0-9a-z]){re.escape(wanted)}(?![0-9a-z])", item) is not None


@lru_cache(maxsize=_REMEMBERED)
def _pairs(text: str) -> frozenset[str]:
    """Words of Latin letters and digits, and pairs of neighbouring signs of the others."""
    found: set[str] = set()
    for run in re.findall(r"[0-9a-z]+|[^\W0-9a-z_]+", text):
        if run[0].isascii():
            found.add(run)
        else:
            found.update(run[at : at + 2] for at in range(max(1, len(run) - 1)))
        if len(found) > _MOST_WORDS:
            break
    return frozenset(found)
