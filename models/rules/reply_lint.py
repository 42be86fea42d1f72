"""What a reply to a buyer must not say: patterns of resources/replies/forbidden.json, found with their place and rule.

Sources: the handbooks' wording rules (R003-52, R000-09), what platforms and law forbid (K5, K6, K7), and promises that
cannot be kept (R000-12). A pattern carries sentences it must catch and sentences it must let pass; tests read them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from models.errors import UserError

LIMIT: Final = 4_000
"""Characters of a text that are looked at; no chat takes more in one message."""
_PARTS: Final = {
    "<.>": "[^,。!?;\\n]",
    "<->": "[^。!?;\\n]",
    "<start>": "(?:^|(?<=[,。!?;:\\n]))",
    "<end>": "(?=$|[,.。!?;~…)\\n])",
    "<stop>": "(?=$|[.。!~\\n])",
}
_CJK: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_FILLERS: Final = frozenset(" \t\u3000\u00a0*_-·.|/+^")
_APOSTROPHES: Final = {"’": "'", "‘": "'", "`": "'"}


class RepliesError(UserError):
    """A file of reply templates or forbidden words that cannot be used; code and where it is wrong."""


class Severity(StrEnum):
    """Refused texts are not copied; warned ones are, after being told."""

    REFUSED = "refused"
    WARNED = "warned"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One thing not to say. `match` and `unless` work on the folded text; what `unless` finds there is let pass."""

    id: str
    severity: Severity
    rules: tuple[str, ...]
    match: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    caught: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something not to say: characters `start` to `end` of the text, which pattern (its id is the sentence's code)."""

    start: int
    end: int
    code: str
    severity: Severity
    rules: tuple[str, ...]
    words: str


def load_patterns(raw: object) -> tuple[Pattern, ...]:
    """Patterns from parsed JSON; RepliesError `replies_unusable` naming the pattern that is wrong."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("patterns"), list):
        raise RepliesError("replies_unusable", where="forbidden", why="no list of patterns")
    found = tuple(_pattern(place, each) for place, each in enumerate(raw["patterns"]))
    if len({pattern.id for pattern in found}) != len(found):
        raise RepliesError("replies_unusable", where="forbidden", why="an id stands twice")
    return found


def _pattern(place: int, raw: Any) -> Pattern:
    where = f"forbidden {place}"
    try:
        return Pattern(
            id=str(raw["id"]),
            severity=Severity(raw["severity"]),
            rules=tuple(map(str, raw["rules"])),
            match=tuple(_compiled(each) for each in raw["match"]),
            unless=tuple(_compiled(each) for each in raw.get("unless", ())),
            caught=tuple(map(str, raw.get("caught", ()))),
            innocent=tuple(map(str, raw.get("innocent", ()))),
        )
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise RepliesError("replies_unusable", where=where, why=str(error)) from error


def _compiled(text: str) -> re.Pattern[str]:
    for part, meaning in _PARTS.items():
        text = text.replace(part, meaning)
    return re.compile(text)


def lint(patterns: Iterable[Pattern], text: str, *, names: Sequence[str] = ()) -> tuple[Finding, ...]:
    """What of the text must not be said, by place; refused before warned where two begin together.

    `names` are words that are not ours to choose (a buyer's nick, an item's title): what lies inside them is let pass.
    """
    text = text[:LIMIT]
    folded, places = _folded(text)
    spared = list(_named(text, names))
    found = [
        finding
        for pattern in patterns
        for finding in _found(pattern, text, folded, places)
        if not any(start <= finding.start and finding.end <= end for start, end in spared)
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.severity is Severity.WARNED, each.code)))


def is_refused(findings: Iterable[Finding]) -> bool:
    """Whether the text may not be sent as it is."""
    return any(finding.severity is Severity.REFUSED for finding in findings)


def _found(pattern: Pattern, text: str, folded: str, places: Sequence[int]) -> Iterator[Finding]:
    passed = [match.span() for rule in pattern.unless for match in rule.finditer(folded)]
    ended = -1
    spans = sorted({match.span() for rule in pattern.match for match in rule.finditer(folded) if match.group()})
    for start, end in spans:
        if start < ended or any(start < last and first < end for first, last in passed):
            continue
        ended = end
        first, last = places[start], places[end - 1] + 1
        yield Finding(first, last, pattern.id, pattern.severity, pattern.rules, text[first:last])


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as patterns read it: narrow, lower case, without fillers between Chinese characters; and each place."""
    kept: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if unicodedata.category(character) == "Cf":
            continue
        narrow = unicodedata.normalize("NFKC", character).lower()
        kept.append((_APOSTROPHES.get(character, narrow if len(narrow) == 1 else character), place))
    after = ""
    upcoming = [""] * len(kept)
    for index in range(len(kept) - 1, -1, -1):
        upcoming[index] = after
        if kept[index][0] not in _FILLERS:
            after = kept[index][0]
    folded: list[str] = []
    places: list[int] = []
    for index, (character, place) in enumerate(kept):
        if character in _FILLERS and folded and _joins(folded[-1], upcoming[index]):
            continue
        folded.append(character)
        places.append(place)
    return "".join(folded), places


def _joins(before: str, after: str) -> bool:
    """Whether what stands between two characters tells nothing: 好 评, 返 5 元."""
    if _CJK.match(before):
        return bool(_CJK.match(after)) or after.isdigit()
    return before.isdigit() and bool(_CJK.match(after))


def _named(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    for name in {name.strip() for name in names}:
        # One character proves nothing: a buyer called 哦 would let every 哦 pass.
        if len(name) < 2:
            continue
        place = text.find(name)
        while place >= 0:
            yield place, place + len(name)
            place = text.find(name, place + len(name))
