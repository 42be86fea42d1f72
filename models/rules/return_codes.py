"""The code on a return slip: `R-A2611-0387-W` is the return of case A2611-0387 with a check character.

The check character is that of ISO/IEC 7064 MOD 37,36 over `R` and the signs of the case number without its dashes
(section 7 of the standard, hybrid systems; values 0 to 9 and A = 10 to Z = 35). It finds every single wrong sign and
nearly every pair of neighbours that changed places, which is what a worn label or a hurried hand makes of a code.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_SIGNS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_M: Final = 36
_LONGEST: Final = 60
_CASE: Final = re.compile(r"A[0-9]{4}-[0-9]{4,}", re.ASCII)
_CODE: Final = re.compile(r"R-?(A[0-9]{4})-?([0-9]{4,12})-?([0-9A-Z])", re.ASCII)
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣_"), "-")


@dataclass(frozen=True, slots=True)
class ReturnCode:
    """A text that looks like a code: the case it names, and whether its check character holds."""

    case_number: str
    text: str
    holds: bool


def return_code(case_number: str) -> str:
    """The code of the return of a case. ValueError for what is no case number."""
    if not _CASE.fullmatch(case_number):
        raise ValueError("not a case number")
    return f"R-{case_number}-{check_sign('R' + case_number.replace('-', ''))}"


def read_return_code(text: str) -> ReturnCode | None:
    """The code in what a scanner or a person typed; None for anything else.

    Capitals, full-width signs, blanks and the kind of dash do not matter, and dashes may be left out.
    """
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text.translate(_DASHES)).upper()
    kept = "".join(c for c in plain if not c.isspace() and unicodedata.category(c)[0] != "C")
    found = _CODE.fullmatch(kept)
    if found is None:
        return None
    number, last = f"{found[1]}-{found[2]}", found[3]
    return ReturnCode(number, f"R-{number}-{last}", check_sign(f"R{found[1]}{found[2]}") == last)


def check_sign(signs: str) -> str:
    """The check character of capitals and digits by ISO/IEC 7064 MOD 37,36."""
    product = _M
    for sign in signs:
        product = (product + _SIGNS.index(sign)) % _M or _M
        product = product * 2 % (_M + 1)
    return _SIGNS[(_M + 1 - product) % _M]
