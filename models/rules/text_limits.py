"""How long a text may be where it is pasted: limits of platforms as documented, counted as each platform counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from models.errors import UserError
from models.kinds import Platform

if TYPE_CHECKING:
    from models.rules.pack_parts import Text


class TextPlace(StrEnum):
    """Where a text goes: the chat with a buyer, under a review, or the remark of an order."""

    MESSAGE = "message"
    REVIEW_REPLY = "review_reply"
    REMARK = "remark"


class Counting(StrEnum):
    """What a platform counts: characters, UTF-16 units (two for an emoji), or bytes of an encoding."""

    CHARACTERS = "characters"
    UTF16 = "utf16"
    GBK_BYTES = "gbk_bytes"
    UTF8_BYTES = "utf8_bytes"


@dataclass(frozen=True, slots=True)
class TextLimit:
    """At most `limit` units; `confidence`: `high` read in the platform's own reference, `medium`, `low`."""

    limit: int
    counting: Counting
    source: str
    confidence: str
    note: Text


Limits = Mapping[tuple[Platform, TextPlace], TextLimit]
_CONFIDENCES: Final = frozenset({"high", "medium", "low"})
# A part ends behind a sentence, then behind a line, then behind a pause, then anywhere but inside a character.
_ENDS: Final = (
    re.compile(r"[。！？!?…]+[”’」』)）\"']*\s*|\.(?=\s|$)\s*|\n+"),
    re.compile(r"[，,；;、：:]\s*|\s+"),
)


def load_limits(raw: object) -> Limits:
    """Limits from parsed JSON; UserError `limits_unusable` with where it is wrong."""
    found: dict[tuple[Platform, TextPlace], TextLimit] = {}
    if not isinstance(raw, Mapping) or not isinstance(raw.get("limits"), list):
        raise UserError("limits_unusable", where="limits")
    for place, each in enumerate(raw["limits"]):
        try:
            limit = _limit(each)
            for platform in each["platforms"]:
                found[Platform(platform), TextPlace(each["place"])] = limit
        except (KeyError, TypeError, ValueError) as error:
            raise UserError("limits_unusable", where=str(place), why=str(error)) from error
    return found


def _limit(raw: Mapping[str, Any]) -> TextLimit:
    if type(raw["limit"]) is not int or raw["limit"] < 1 or raw["confidence"] not in _CONFIDENCES or not raw["source"]:
        raise ValueError("a positive limit, a source and a confidence are wanted")
    from models.rules.pack_parts import Text

    note = Text(str(raw["note"]["zh"]), str(raw["note"]["en"]))
    return TextLimit(raw["limit"], Counting(raw["counting"]), str(raw["source"]), raw["confidence"], note)


def units(text: str, counting: Counting) -> int:
    """How long a text is as a platform counts it. Half an emoji counts as what replaces it."""
    if counting is Counting.UTF16:
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    if counting is Counting.GBK_BYTES:
        return len(text.encode("gb18030", "replace"))
    if counting is Counting.UTF8_BYTES:
        return len(text.encode("utf-8", "replace"))
    return len(text)


def split_text(text: str, limit: int, counting: Counting) -> tuple[str, ...]:
    """Parts that fit, ending behind sentences where they can; one part if the whole fits. Only space at the ends of
    parts is lost. ValueError for a limit under 8, into which no character of every counting goes.
    """
    if limit < 8:
        raise ValueError("limit")
    parts: list[str] = []
    rest = text.strip()
    while rest and units(rest, counting) > limit:
        fits = _fitting(rest, limit, counting)
        end = _end_before(rest, fits)
        parts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return (*parts, rest) if rest else tuple(parts)


def _fitting(text: str, limit: int, counting: Counting) -> int:
    """How many characters of the beginning fit; found by halving."""
    low, high = 1, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if units(text[:middle], counting) <= limit else (low, middle - 1)
    return low


def _end_before(text: str, most: int) -> int:
    for pattern in _ENDS:
        ends = [found.end() for found in pattern.finditer(text, 0, most)]
        # A part of a few characters before a long sentence helps nobody.
        if ends and ends[-1] >= most // 3:
            return ends[-1]
    end = most
    while end > 1 and _joined(text, end):
        end -= 1
    return end if end > 1 else most


def _joined(text: str, at: int) -> bool:
    """Whether what stands before and behind belongs together: joined emoji, marks over letters, flags' selectors."""
    behind, before = text[at : at + 1], text[at - 1]
    return "\u200d" in (behind, before) or behind in ("\ufe0f", "\u20e3") or "\U0001f3fb" <= behind <= "\U0001f3ff"
