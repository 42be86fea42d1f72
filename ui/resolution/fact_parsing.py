"""Typed answers as the packs read them: amounts, numbers, dates and texts as a person writes them."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, tzinfo
from decimal import Decimal, InvalidOperation

from models.money import exponent
from ui.i18n import translator

tr = translator("resolution")
_TEXT_LIMIT = 2000
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_CURRENCY = re.compile(r"([¥$€£]|[A-Za-z]{3}(?![A-Za-z]))?(.*?)(元|[¥$€£]|(?<![A-Za-z])[A-Za-z]{3})?", re.DOTALL)
_MARKS = {"¥": ("CNY", "JPY"), "元": ("CNY",), "€": ("EUR",), "£": ("GBP",),
          "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN")}  # fmt: skip
_MOST = Decimal("1000000000")


class NotReadableError(ValueError):
    """What was typed does not fit; the message is the sentence under the field."""


def parse(kind: str, text: str, *, now: datetime, where: tzinfo, currency: str) -> object:
    """The value to keep for a fact of that type. NotReadableError with its sentence when it does not fit."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        raise NotReadableError(tr("Enter something, or choose that it cannot be told."))
    if kind == "money":
        return str(_amount(plain, currency))
    if kind in ("int", "decimal"):
        return str(number(plain, whole=kind == "int"))
    if kind in ("date", "datetime"):
        return _moment(plain, kind, now, where)
    if kind == "money_list":
        return [str(_amount(part, currency)) for part in _parts(plain)]
    if kind == "text_list":
        return _parts(plain)
    if kind == "money_map":
        return dict(_pair(part, currency) for part in _parts(plain))
    if len(text) > _TEXT_LIMIT:
        raise NotReadableError(tr("The text is too long."))
    return text.strip()


def written(kind: str, value: object, where: tzinfo) -> str:
    """A kept value as it stands in the field."""
    if value is None:
        return ""
    if kind in ("date", "datetime"):
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        local = moment.astimezone(where) if moment.tzinfo is not None else moment
        return f"{local:%Y-%m-%d}" if kind == "date" else f"{local:%Y-%m-%d %H:%M}"
    if isinstance(value, dict):
        return ", ".join(f"{name}={amount}" for name, amount in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def _parts(text: str) -> list[str]:
    found = [part.strip() for part in re.split(r"[,;、\n]", text) if part.strip()]
    if not found:
        raise NotReadableError(tr("Enter something, or choose that it cannot be told."))
    return found


def _pair(text: str, currency: str) -> tuple[str, str]:
    name, found, amount = text.rpartition("=")
    if not found or not name.strip():
        raise NotReadableError(tr("Write each as name=amount, with commas between."))
    return name.strip(), str(_amount(amount, currency))


def number(text: str, *, whole: bool = False) -> Decimal:
    """A number as written, with or without thousands; NotReadableError."""
    try:
        found = Decimal(unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", ""))
    except InvalidOperation:
        raise NotReadableError(tr("This is not a number.")) from None
    if not found.is_finite() or abs(found) >= _MOST:
        raise NotReadableError(tr("The number is too large."))
    if whole and found != found.to_integral_value():
        raise NotReadableError(tr("Enter a whole number."))
    return found


def _amount(text: str, currency: str) -> Decimal:
    places = exponent(currency)
    named = _CURRENCY.fullmatch(text.strip())
    before, amount, after = (
        ((part or "").strip().upper() for part in named.groups()) if named is not None else ("", text, "")
    )
    for mark in (before, after):
        if mark and currency not in _MARKS.get(mark, (mark,)):
            raise NotReadableError(tr("Amounts of this case are in %1.", currency))
    found = number(amount, whole=False)
    if found < 0:
        raise NotReadableError(tr("An amount cannot be negative."))
    if found != round(found, places):
        raise NotReadableError(tr("At most %1 decimal places.", places))
    return round(found, places)


def _moment(text: str, kind: str, now: datetime, where: tzinfo) -> str:
    day, time = _DAY.search(text), _TIME.search(text)
    wrong = tr("Write it as 2026-11-20.") if kind == "date" else tr("Write it as 2026-11-20 09:30.")
    if day is None:
        raise NotReadableError(wrong)
    year = int(day[1]) if day[1] else now.astimezone(where).year
    hour, minute = (int(time[1]), int(time[2])) if time is not None and kind == "datetime" else (0, 0)
    if kind == "datetime" and time is None:
        raise NotReadableError(tr("Add the time, as in 09:30."))
    try:
        found = datetime(year, int(day[2]), int(day[3]), hour, minute, tzinfo=where)
    except ValueError:
        raise NotReadableError(tr("There is no such day or time.")) from None
    return f"{found:%Y-%m-%d}" if kind == "date" else found.isoformat()
