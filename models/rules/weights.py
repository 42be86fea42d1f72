"""Weights as people type them, read as whole grams. Only decimal numbers; half a gram rounds up."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

# The pound is exactly 0.45359237 kg, the ounce a sixteenth of it (international avoirdupois, 1959); 斤 is 500 g and
# 两 50 g in mainland China since 1959.
GRAMS: Final = {
    "g": Decimal(1), "kg": Decimal(1000), "斤": Decimal(500), "两": Decimal(50),
    "lb": Decimal("453.59237"), "oz": Decimal("28.349523125"),
}  # fmt: skip
_NAMES: Final = {
    "g": "g", "gram": "g", "grams": "g", "克": "g", "kg": "kg", "kgs": "kg", "千克": "kg", "公斤": "kg", "斤": "斤",
    "市斤": "斤", "两": "两", "lb": "lb", "lbs": "lb", "磅": "lb", "oz": "oz", "盎司": "oz",
}  # fmt: skip
LARGEST: Final = 100_000_000
"""100 t; no parcel is heavier, and a slip of the keyboard is told."""
_NUMBER: Final = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_PART: Final = re.compile(_NUMBER + r"\s*([a-z\u4e00-\u9fff]*)")
_LONGEST: Final = 60


def read_grams(text: str, *, unit: str = "kg") -> int | None:
    """`2.31 kg`, `860g`, `1斤2两`, `5 lb 3 oz`, or a bare number in `unit`; None for what is no weight.

    Never negative, at most `LARGEST`. A comma only groups thousands: `1,5` is no weight.
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if not plain or len(plain) > _LONGEST:
        return None
    total, place = Decimal(0), 0
    parts: list[str] = []
    while place < len(plain):
        match = _PART.match(plain, place)
        if match is None or not match[1].replace(",", "").replace(".", "").isascii():
            return None
        name = _NAMES.get(match[2]) if match[2] else (unit if not parts else None)
        if name is None:
            return None
        total += Decimal(match[1].replace(",", "")) * GRAMS[name]
        parts.append(name)
        place = match.end()
        while place < len(plain) and plain[place].isspace():
            place += 1
    # `5 lb 3 oz` goes from large to small; `3 oz 5 lb` and `2 kg 3 kg` are slips.
    if any(GRAMS[one] <= GRAMS[other] for one, other in zip(parts, parts[1:], strict=False)):
        return None
    grams = total.quantize(Decimal(1), ROUND_HALF_UP)
    return int(grams) if grams <= LARGEST else None


def grams_text(grams: int) -> str:
    """`860 g` below a kilogram, else `2.31 kg`: exact, without needless zeros but two places at least."""
    if abs(grams) < 1000:
        return f"{grams} g"
    kilograms = f"{Decimal(grams) / 1000:,.3f}"
    return f"{kilograms[:-1] if kilograms.endswith('0') else kilograms} kg"
