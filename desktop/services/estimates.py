"""The shop's own numbers: estimates for the true cost of a remedy, and the time a first reply and an offer may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from desktop.services.case_life import ARCHIVE_AFTER
from desktop.services.cases import FIRST_REPLY_MINUTES, OFFER_HOURS
from desktop.settings import Settings
from models.errors import UserError

SHOP_NUMBERS = "shop_numbers"


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


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit the shop sets itself, in whole minutes or hours as its name says."""

    name: str
    default: int
    highest: int


LIMITS = (
    TimeLimit("first_reply_minutes", FIRST_REPLY_MINUTES, 7 * 24 * 60),
    TimeLimit("offer_hours", OFFER_HOURS, 60 * 24),
    # 0 is never, as no rule names a number of days.
    TimeLimit(ARCHIVE_AFTER, 0, 3650),
)
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


def time_limits(settings: Settings) -> Mapping[str, int]:
    """The shop's own limits by name, each in its unit."""
    return {limit.name: int(settings.get(limit.name, limit.default)) for limit in LIMITS}


def set_time_limit(settings: Settings, name: str, text: str) -> int:
    """Keep a limit; empty is the default. UserError `limit_unreadable`. Counts for cases opened from now on."""
    limit = next(known for known in LIMITS if known.name == name)
    typed = text.strip()
    lowest = 1 if limit.default else 0
    if typed and (not (typed.isascii() and typed.isdigit()) or not lowest <= int(typed[:6]) <= limit.highest):
        raise UserError("limit_unreadable", highest=limit.highest)
    kept = int(typed) if typed else limit.default
    settings.set(name, kept)
    return kept
