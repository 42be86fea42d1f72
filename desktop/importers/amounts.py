"""Amounts of money as platforms write them, turned into whole minor units; never through a float."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from functools import lru_cache

from desktop.importers.refusals import CellFault

MOST = 10**15
NOISE = Decimal("1e-9")

_PLAIN = re.compile(r"(-?)(\d{1,12})(?:\.(\d+))?", re.ASCII)
_SIGNS = re.compile(
    r"^(?:[A-Z]{1,3}\s*)?[¥$€£₩₫₹฿₱]\s*|\s*(?:元|円|[¥$€£₩₫₹฿₱]|[A-Z]{3})$|^(?:CNY|RMB|USD|EUR|GBP|JPY|BDT)\s*"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_GROUPED_BY_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+", re.ASCII)
_COMMA_DECIMALS = re.compile(r"\d+,\d{1,2}", re.ASCII)
_DIGITS = re.compile(r"\d*\.?\d+(?:[eE][+-]?\d{1,3})?|\d+\.", re.ASCII)


@lru_cache(maxsize=8192)
def minor_units(text: str, exponent: int) -> int:
    """The amount in minor units of a currency with `exponent` decimal places.

    CellFault: bad_amount, too_many_decimals (more places than the currency has, beyond a spreadsheet's noise of
    1e-9), ambiguous_amount (1,234 where three decimals are possible), amount_too_large.
    """
    found = _PLAIN.fullmatch(text)
    if found is not None:
        sign, whole, part = found.groups()
        part = (part or "").rstrip("0")
        if len(part) <= exponent:
            value = int(whole + part.ljust(exponent, "0"))
            return -value if sign else value
    return _slowly(text, exponent)


def _slowly(text: str, exponent: int) -> int:
    negative, digits = _without_signs(text)
    if "," in digits:
        digits = _decimal_point(digits, exponent)
    if not _DIGITS.fullmatch(digits):
        raise CellFault("bad_amount")
    try:
        value = Decimal(digits)
    except InvalidOperation as error:
        raise CellFault("bad_amount") from error
    if value.adjusted() > 15:
        raise CellFault("amount_too_large")
    scaled = value.scaleb(exponent)
    whole = scaled.quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
    if abs(whole.scaleb(-exponent) - value) > NOISE:
        raise CellFault("too_many_decimals")
    if whole > MOST:
        raise CellFault("amount_too_large")
    return -int(whole) if negative else int(whole)


def _without_signs(text: str) -> tuple[bool, str]:
    digits = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    digits = "".join(digits.split())
    negative = False
    if digits.startswith("(") and digits.endswith(")"):
        negative, digits = True, digits[1:-1]
    for _ in range(2):
        if digits[:1] in ("-", "+"):
            negative, digits = negative != (digits[0] == "-"), digits[1:]
        digits = _SIGNS.sub("", digits)
    return negative, digits


def _decimal_point(digits: str, exponent: int) -> str:
    if _GROUPED.fullmatch(digits):
        if exponent == 3 and digits.count(",") == 1 and "." not in digits:
            raise CellFault("ambiguous_amount")
        return digits.replace(",", "")
    if _GROUPED_BY_DOT.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    if _COMMA_DECIMALS.fullmatch(digits):
        return digits.replace(",", ".")
    raise CellFault("bad_amount")
