"""What a scanner or a person types at the parcels: a return slip's code, a case number, or a tracking number.

AIM symbology identifiers (ISO/IEC 15424: `]C1` and the like), the application identifiers of GS1 that name a parcel
(00 SSCC, 401 GINC, 402 GSIN; GS1 General Specifications, section 3) and the ZIP code before a USPS number (Publication
199: 420 and five or nine digits) are what carriers print before the number itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from models.rules.carriers import check_number, normal_number, number_in
from models.rules.return_codes import ReturnCode, read_return_code
from models.rules.verdict import Allowed, Refused, Verdict

LONGEST: Final = 2000
_AIM: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_CASE: Final = re.compile(r"(A[0-9]{4})-?([0-9]{4,12})", re.ASCII)
_GS1: Final = (
    re.compile(r"\(?00\)?([0-9]{18})", re.ASCII),
    re.compile(r"\(?402\)?([0-9]{17})", re.ASCII),
    re.compile(r"(?:\(401\)|401)([0-9A-Z-]{4,30})", re.ASCII),
)
_ZIP: Final = re.compile(r"420(?:[0-9]{9}|[0-9]{5})(9[0-9]{19,25})", re.ASCII)
# What FedEx prints on ground labels: the last twelve digits are the number.
_FEDEX: Final = re.compile(r"96[0-9]{20}([0-9]{12})", re.ASCII)
_LINES: Final = re.compile(r"[\r\n\t\x1c-\x1e]+")
_RUN: Final = re.compile(r"[0-9A-Z-]+", re.ASCII)
_TOLD: Final = 6


@dataclass(frozen=True, slots=True)
class Scan:
    """What a text may be. `numbers` are the tracking numbers it may mean, the likeliest first; at least one unless
    `wrong` says why it is none. `case_number` is one only if there is such a case.
    """

    text: str
    slip: ReturnCode | None = None
    case_number: str = ""
    numbers: tuple[str, ...] = ()
    wrong: str = ""


def read_scan(text: str) -> Scan:
    """What was scanned or typed. Never raises; a text of several numbers answers `receipt_two_numbers`."""
    lines = [line for line in (_plain(part) for part in _LINES.split(text)) if line]
    if len({normal_number(line) for line in lines if _tells(line)}) > 1:
        return Scan(" ".join(lines)[:80], wrong="receipt_two_numbers")
    whole = max((line for line in lines if _tells(line)), key=len, default="".join(lines))
    slip = read_return_code(whole)
    if slip is not None:
        return Scan(slip.text, slip=slip)
    numbers = tracking_numbers(whole)
    plain = normal_number(whole)
    case = _CASE.fullmatch(plain)
    named = f"{case[1]}-{case[2]}" if case else ""
    if numbers:
        return Scan(numbers[0], case_number=named, numbers=numbers)
    verdict: Verdict = check_number(plain)
    return Scan(plain[:80], case_number=named, wrong=verdict.reason if isinstance(verdict, Refused) else "")


def tracking_numbers(text: str) -> tuple[str, ...]:
    """The numbers one barcode or typed line may mean, without what is printed around them; the likeliest first."""
    plain = normal_number(_plain(text))
    found: list[str] = []
    for pattern in (*_GS1, _ZIP, _FEDEX):
        inner = pattern.fullmatch(plain)
        if inner is not None:
            found.append(inner[1])
    # A ZIP code and a wrapped number are surely around it; what else looks like GS1 may be a number of its own.
    certain = bool(_ZIP.fullmatch(plain))
    found = [*found, plain] if certain or plain.startswith("(") else [plain, *found]
    # One run of signs that is too long is no number with words around it.
    if plain and not isinstance(check_number(plain), Allowed) and not _RUN.fullmatch(plain):
        found.append(number_in(text))
    fit = [number for number in found if isinstance(check_number(number), Allowed)]
    return tuple(dict.fromkeys(fit))


def same_number(written: str, number: str) -> bool:
    """Whether what somebody wrote names this normalised number, alone or among other words."""
    return number in tracking_numbers(written) or any(
        number in tracking_numbers(part) for part in re.split(r"[\s,;，；、/]+", written) if part
    )


def _plain(text: str) -> str:
    """Without an AIM identifier before it, the stars of Code 39 around it, and signs nobody sees."""
    half = unicodedata.normalize("NFKC", text)
    kept = "".join(c for c in half if unicodedata.category(c)[0] != "C" or c == "\t").strip()
    kept = _AIM.sub("", kept, count=1) if _AIM.match(kept) else kept
    return kept.strip().strip("*").strip()


def _tells(line: str) -> bool:
    return isinstance(check_number(normal_number(line)), Allowed) and sum(c.isdigit() for c in line) >= _TOLD
