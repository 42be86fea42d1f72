"""What a scanner types: the text between two ends of line, and the printed codes that stand for a key of the desk."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

LONGEST = 200
"""So many signs are kept of one scan; no carrier's number and no code of ours comes near it."""
# What some scanners put before every code to say of which kind it is (ISO/IEC 15424): ]C1 for GS1-128, ]Q3 for QR.
_SYMBOLOGY = re.compile(r"\][A-Za-z][0-9A-Za-z]")


class DeskCode(StrEnum):
    """The printed codes; each begins with +, as no number of a parcel does."""

    GOOD = "+GOOD"
    WORN = "+WORN"
    DAMAGED = "+DAMAGED"
    WRONG_ITEM = "+WRONG"
    EMPTY = "+EMPTY"
    UNOPENED = "+UNOPENED"
    MORE = "+MORE"
    LESS = "+LESS"
    STOCK = "+STOCK"
    NO_STOCK = "+NOSTOCK"
    BOX = "+BOX"
    ASIDE = "+ASIDE"
    UNDO = "+UNDO"


def plain_scan(text: str) -> str:
    """The text of a scan without control characters, blanks around it and the sign of its kind of code."""
    kept = "".join(" " if unicodedata.category(c)[0] == "Z" else c for c in text if unicodedata.category(c)[0] != "C")
    kept = kept.strip()
    found = _SYMBOLOGY.match(kept)
    return kept[found.end() :].strip() if found else kept


def desk_code(text: str) -> DeskCode | None:
    """The printed code in a scan, capitals or not; None for anything else."""
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    return next((code for code in DeskCode if code == plain), None)


def is_desk_code(text: str) -> bool:
    """Whether a scan was meant as a printed code, known or not."""
    return unicodedata.normalize("NFKC", text).lstrip().startswith("+")
