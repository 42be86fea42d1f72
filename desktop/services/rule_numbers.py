"""A number of a pack as somebody types it: read by its kind, held within its bounds."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from models.errors import UserError
from models.money import exponent
from models.rules.rule_reading import ReadNumber

_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,15}(\.\d{1,15})?", re.ASCII)
_SIGNS: Final = "¥￥$€£"


def checked_number(number: ReadNumber, text: str) -> Decimal:
    """The value, in major units for money and between 0 and 1 for a share.

    UserError `number_unreadable`, `number_not_whole`, `number_out_of_range` (lowest, highest), `number_too_fine`.
    """
    typed = unicodedata.normalize("NFKC", text).strip().lstrip(_SIGNS).strip()
    percent = typed.endswith("%")
    typed = typed.rstrip("%").strip()
    typed = typed.replace(",", "") if _THOUSANDS.fullmatch(typed) else typed.replace(",", ".")
    if not _NUMBER.fullmatch(typed) or (percent and not number.share):
        raise UserError("number_unreadable", text=text[:80])
    value = Decimal(typed) / (100 if percent else 1)
    if number.kind == "int" and value != value.to_integral_value():
        raise UserError("number_not_whole", text=text[:80])
    if not 0 <= value <= number.highest:
        raise UserError("number_out_of_range", lowest=0, highest=f"{number.highest:f}")
    places = exponent(number.currency) if number.kind == "money" else number.places
    if value != value.quantize(Decimal(1).scaleb(-places)):
        raise UserError("number_too_fine", places=places)
    if number.kind == "money":
        return value.quantize(Decimal(1).scaleb(-places))
    return Decimal(f"{value.normalize():f}")
