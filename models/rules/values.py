"""Values of facts: what a fact may hold, the mark for not knowing it, and how a raw value becomes a typed one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Final

from models.errors import UserError
from models.money import Money


class _Unknown(Enum):
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("an unknown value is neither true nor false")


UNKNOWN: Final = _Unknown.UNKNOWN
"""Nobody has said. Never the same as false, zero or none."""

FACT_TYPES: Final = frozenset(
    {"bool", "enum", "money", "int", "decimal", "datetime", "date", "text", "money_list", "money_map", "text_list"}
)
NUMBER_TYPES: Final = frozenset({"money", "int", "decimal"})

_TEXT_LIMIT = 4000
_LIST_LIMIT = 1000
_FIRST_YEAR, _LAST_YEAR = 1900, 2300
_NUMBER_LIMIT = Decimal(10) ** 15


def coerce(kind: str, value: object, zone: tzinfo, *, fact: str = "", choices: frozenset[str] = frozenset()) -> object:
    """The typed value of a fact: Decimal, aware datetime, bool, text, tuple or mapping.

    `None` stays `None` (asked, and no answer). UserError `fact_invalid` when the value does not fit its type;
    a float is refused, for money must come as text, whole number, Decimal or Money.
    """
    if value is None or value is UNKNOWN:
        return value
    found = _coerce(kind, value, zone)
    if found is None or (kind == "enum" and choices and found not in choices):
        raise UserError("fact_invalid", fact=fact, type=kind)
    return found


def _coerce(kind: str, value: object, zone: tzinfo) -> object | None:
    if kind == "bool":
        return value if isinstance(value, bool) else None
    if kind in NUMBER_TYPES:
        found = _number(value)
        return None if found is None or (kind == "int" and found != found.to_integral_value()) else found
    if kind in ("enum", "text"):
        return str(value) if isinstance(value, str) and len(value) <= _TEXT_LIMIT else None
    if kind == "datetime":
        return _moment(value, zone)
    if kind == "date":
        return _day(value, zone)
    if kind == "money_list":
        return _many(value)
    if kind == "text_list":
        fits = isinstance(value, list | tuple) and len(value) <= _LIST_LIMIT and all(isinstance(v, str) for v in value)
        return tuple(value) if fits and isinstance(value, list | tuple) else None
    if kind == "money_map":
        return _amounts(value)
    return None


def _number(value: object) -> Decimal | None:
    if isinstance(value, Money):
        return value.amount
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < _NUMBER_LIMIT else None


def _moment(value: object, zone: tzinfo) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime) or not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return None
    return value if value.tzinfo is not None else value.replace(tzinfo=zone)


def _day(value: object, zone: tzinfo) -> datetime | None:
    """Midnight at the start of a day; `2026-09` is the first of that month. A moment is its day in `zone`."""
    if isinstance(value, date) and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return None
    if isinstance(value, datetime):
        local = value.astimezone(zone) if value.tzinfo is not None else value
        return datetime(local.year, local.month, local.day, tzinfo=zone)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=zone)
    if not isinstance(value, str):
        return None
    text = f"{value}-01" if len(value) == 7 else value
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return None
    local = found.astimezone(zone) if found.tzinfo is not None else found
    return datetime(local.year, local.month, local.day, tzinfo=zone)


def _many(value: object) -> tuple[Decimal, ...] | None:
    if not isinstance(value, list | tuple) or len(value) > _LIST_LIMIT:
        return None
    found = [_number(each) for each in value]
    return None if any(each is None for each in found) else tuple(each for each in found if each is not None)


def _amounts(value: object) -> Mapping[str, Decimal] | None:
    if not isinstance(value, Mapping) or len(value) > _LIST_LIMIT:
        return None
    found: dict[str, Decimal] = {}
    for key, each in value.items():
        number = _number(each)
        if not isinstance(key, str) or number is None:
            return None
        found[key] = number
    return found
