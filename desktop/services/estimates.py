"""The shop's own numbers: estimates for the true cost of a remedy, and the minutes a first reply may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from desktop.services.cases import FIRST_REPLY_MINUTES
from desktop.settings import Settings
from models.errors import UserError

SHOP_NUMBERS = "shop_numbers"
FIRST_REPLY = "first_reply_minutes"
_LONGEST_REPLY = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number the shop may set: its name in the packs, how high it may be, how many decimals are kept."""

    name: str
    highest: Decimal
    places: int


ESTIMATES = (
    Estimate("goods_cost_rate", Decimal(1), 4),
    Estimate("freight", Decimal(10_000), 2),
    Estimate("claim_rate", Decimal(1), 4),
    Estimate("lose_rate", Decimal(1), 4),
)
"""`goods_cost_rate` cost over price, `freight` one parcel in the shop's currency, the rates between 0 and 1."""
_BY_NAME = {estimate.name: estimate for estimate in ESTIMATES}


def shop_numbers(settings: Settings) -> Mapping[str, str]:
    """What the shop has set, as decimal strings; a number that is not known is absent."""
    kept = settings.get(SHOP_NUMBERS, {})
    return {name: str(kept[name]) for name in _BY_NAME if kept.get(name)} if isinstance(kept, Mapping) else {}


def checked_number(name: str, text: str) -> str:
    """A number as it is kept, empty for not known. UserError `number_unreadable`, `number_out_of_range`."""
    typed = text.strip().replace("，", ".").replace(",", ".")
    if not typed:
        return ""
    estimate = _BY_NAME[name]
    share = estimate.highest == 1 and typed.endswith(("%", "％"))
    try:
        value = Decimal(typed.rstrip("%％").strip()) / (100 if share else 1)
    except InvalidOperation as error:
        raise UserError("number_unreadable", text=text) from error
    if not value.is_finite():
        raise UserError("number_unreadable", text=text)
    if not 0 <= value <= estimate.highest:
        raise UserError("number_out_of_range", lowest=0, highest=estimate.highest)
    if value != value.quantize(Decimal(1).scaleb(-estimate.places)):
        raise UserError("number_too_fine", places=estimate.places)
    return f"{value.normalize():f}"


def set_number(settings: Settings, name: str, text: str) -> str:
    """Keep a number, or forget it when `text` is empty; returns what is kept. UserError as in `checked_number`."""
    value = checked_number(name, text)
    numbers = {known: kept for known, kept in shop_numbers(settings).items() if known != name}
    settings.set(SHOP_NUMBERS, numbers | {name: value} if value else numbers)
    return value


def first_reply_minutes(settings: Settings) -> int:
    """How long a first reply may take, in minutes."""
    return int(settings.get(FIRST_REPLY, FIRST_REPLY_MINUTES))


def set_first_reply_minutes(settings: Settings, text: str) -> int:
    """Keep how long a first reply may take; empty is the default. UserError `minutes_unreadable`."""
    typed = text.strip()
    if not typed:
        settings.set(FIRST_REPLY, FIRST_REPLY_MINUTES)
        return FIRST_REPLY_MINUTES
    if not (typed.isascii() and typed.isdigit()) or not 1 <= int(typed[:6]) <= _LONGEST_REPLY:
        raise UserError("minutes_unreadable", highest=_LONGEST_REPLY)
    minutes = int(typed)
    settings.set(FIRST_REPLY, minutes)
    return minutes
