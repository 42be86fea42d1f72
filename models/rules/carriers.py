"""Whose parcel a tracking number may be: patterns as data, ranked; certain only where a public check digit holds.

Sources of the arithmetic: UPU S10 (mod 11), USPS Publication 199 and 97 (mod 10), and the check digits of UPS, FedEx,
DHL Express and Canada Post as their own label guides give them. The patterns stand in resources/carriers.json, each
with where it is from; most carriers publish none, so those say that they are as commonly seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from urllib.parse import quote

from models.rules.verdict import Allowed, Refused, Verdict

SHORTEST, LONGEST = 4, 40
_FIT: Final = re.compile(r"[0-9A-Z](?:[0-9A-Z-]*[0-9A-Z])?")
_RUN: Final = re.compile(r"[0-9A-Z][0-9A-Z-]{6,38}[0-9A-Z]")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣"), "-")
_DIGITS_TOLD: Final = 6


class CheckDigit(StrEnum):
    """What the check digit of a number says of a pattern."""

    HOLDS = "holds"
    FAILS = "fails"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Pattern:
    """How numbers of a carrier look. `weight` 0 to 100: how telling the look alone is; `own`: no other has it."""

    match: re.Pattern[str]
    weight: int
    check: str
    own: bool
    source: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier, the names it goes by, and where its parcels are followed (`{number}` in an https address)."""

    id: str
    name_zh: str
    name_en: str
    aliases: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    link: str

    def name(self, language: str) -> str:
        """Its name in `zh` or `en`."""
        return self.name_zh if language.startswith("zh") else self.name_en


@dataclass(frozen=True, slots=True)
class Candidate:
    """A carrier a number may belong to, and why. `certain` only for a pattern of its own whose check digit holds."""

    carrier: Carrier
    weight: int
    check: CheckDigit
    certain: bool
    source: str


def load_carriers(data: Mapping[str, Any]) -> tuple[Carrier, ...]:
    """The carriers of the data file; ValueError for a pattern, check or link that cannot be used."""
    return tuple(_carrier(entry) for entry in data["carriers"])


def _carrier(entry: Mapping[str, Any]) -> Carrier:
    link = entry.get("link", "")
    if link and (not link.startswith("https://") or link.count("{number}") != 1):
        raise ValueError(f"link of {entry['id']}")
    return Carrier(
        entry["id"], entry["zh"], entry["en"], tuple(entry.get("aliases", ())),
        tuple(_pattern(each, entry["id"]) for each in entry.get("patterns", ())), link,
    )  # fmt: skip


def _pattern(entry: Mapping[str, Any], carrier: str) -> Pattern:
    check = entry.get("check", "")
    if check and check not in CHECKS:
        raise ValueError(f"check of {carrier}: {check}")
    try:
        match = re.compile(entry["match"], re.ASCII)
    except re.error as error:
        raise ValueError(f"pattern of {carrier}") from error
    return Pattern(match, int(entry["weight"]), check, bool(entry.get("own")), entry["source"])


# Numbers as typed


def normal_number(text: str) -> str:
    """A number as it is kept: half-width, upper case, without spaces and signs nobody sees."""
    plain = unicodedata.normalize("NFKC", text.translate(_DASHES)).upper()
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c)[0] != "C")


def check_number(number: str) -> Verdict:
    """Whether a normalised number can be one: 4 to 40 Latin letters, digits and inner dashes."""
    if not number:
        return Refused("tracking_empty")
    if not SHORTEST <= len(number) <= LONGEST:
        return Refused("tracking_length")
    return Allowed() if _FIT.fullmatch(number) else Refused("tracking_letters")


def number_in(text: str) -> str:
    """The number in a pasted line such as `圆通 单号：YT 1234 5678 90123`; the whole text where none stands out."""
    whole = normal_number(text)
    if isinstance(check_number(whole), Allowed):
        return whole
    plain = unicodedata.normalize("NFKC", text.translate(_DASHES)).upper()
    # Only gaps between digits belong to a number; other words stay apart.
    joined = re.sub(r"(?<=[0-9])[ \t](?=[0-9])|(?<=\b[A-Z]{2})[ \t](?=[0-9])", "", plain)
    runs = [run for run in _RUN.findall(joined) if sum(c.isdigit() for c in run) >= _DIGITS_TOLD]
    return max(runs, key=len, default=whole)


def named_carrier(text: str, carriers: Sequence[Carrier]) -> Carrier | None:
    """The carrier a written name means, by any of its names; None for one nobody knows."""
    wanted = _plain(text)
    if not wanted:
        return None
    for carrier in carriers:
        if wanted in {_plain(name) for name in (carrier.name_zh, carrier.name_en, carrier.id, *carrier.aliases)}:
            return carrier
    return None


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def suggest(number: str, carriers: Sequence[Carrier], *, usual: str = "", limit: int = 5) -> tuple[Candidate, ...]:
    """Carriers a normalised number may belong to, likeliest first.

    `usual` is the name of the carrier the order went with: it leads among those that look equally likely. A number of
    digits only whose check digit fails does not belong to that carrier; one with a carrier's own letters does, and was
    mistyped.
    """
    plain = number.replace("-", "")
    expected = named_carrier(usual, carriers)
    found: list[Candidate] = []
    for carrier in carriers:
        best = max(
            (fit for pattern in carrier.patterns if (fit := _fit(plain, carrier, pattern)) is not None),
            key=lambda fit: fit.weight, default=None,
        )  # fmt: skip
        if best is not None:
            found.append(best)
    found.sort(key=lambda fit: (not fit.certain, -fit.weight, fit.carrier is not expected))
    if expected is not None and found and not found[0].certain:
        # Look-alikes: what the order went with before is the better guess.
        near = [fit for fit in found if fit.carrier is expected and fit.weight >= found[0].weight - 20]
        found = near + [fit for fit in found if fit not in near]
    return tuple(found[:limit])


def _fit(number: str, carrier: Carrier, pattern: Pattern) -> Candidate | None:
    if not pattern.match.fullmatch(number):
        return None
    if not pattern.check:
        return Candidate(carrier, pattern.weight, CheckDigit.NONE, False, pattern.source)
    if CHECKS[pattern.check](number):
        weight = min(100, pattern.weight + 20)
        return Candidate(carrier, weight, CheckDigit.HOLDS, pattern.own, pattern.source)
    if not pattern.own:
        return None
    return Candidate(carrier, pattern.weight - 20, CheckDigit.FAILS, False, pattern.source)


def tracking_link(number: str, carrier: Carrier) -> str:
    """The https address that follows a parcel; empty where none is known. The number is percent-encoded."""
    return carrier.link.replace("{number}", quote(number, safe="")) if carrier.link else ""


# Check digits


def _mod10(digits: str, *, from_right: bool = True) -> bool:
    """The last digit completes the sum of the others, every second of them times three, to a multiple of ten."""
    body = [int(c) for c in digits[:-1]]
    if from_right:
        body.reverse()
        total = sum(value * (3 if place % 2 == 0 else 1) for place, value in enumerate(body))
    else:
        total = sum(value * (1 if place % 2 == 0 else 3) for place, value in enumerate(body))
    return -total % 10 == int(digits[-1])


def _ups(number: str) -> bool:
    """1Z and sixteen more: letters count from A = 2, every second sign twice, to a multiple of ten."""
    signs = [int(c) if c.isdigit() else (ord(c) - 63) % 10 for c in number[2:-1]]
    total = sum(value * (2 if place % 2 else 1) for place, value in enumerate(signs))
    return number[-1].isdigit() and -total % 10 == int(number[-1])


def _s10(number: str) -> bool:
    """UPU S10: eight digits by 8 6 4 2 3 5 9 7, eleven less the rest; 10 is 0 and 11 is 5."""
    total = sum(int(c) * weight for c, weight in zip(number[2:10], (8, 6, 4, 2, 3, 5, 9, 7), strict=True))
    return {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11) == int(number[10])


def _fedex_express(number: str) -> bool:
    """Twelve digits: eleven by 3 1 7 in turn, the rest by eleven, of that the last digit."""
    total = sum(int(c) * (3, 1, 7)[place % 3] for place, c in enumerate(number[:11]))
    return total % 11 % 10 == int(number[11])


def _dhl_express(number: str) -> bool:
    """Ten digits: the first nine leave the tenth when divided by seven."""
    return int(number[:9]) % 7 == int(number[9])


CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {
    "ups": _ups,
    "s10": _s10,
    "fedex_express": _fedex_express,
    "fedex_ground": lambda number: _mod10(number, from_right=False),
    "mod10": _mod10,
    "dhl_express": _dhl_express,
}
