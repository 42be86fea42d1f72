"""Days and amounts as somebody types them into a filter: read, or refused with the reason."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation

from models.money import Money, exponent
from ui.i18n import translator

tr = translator("views")
_DAY = re.compile(r"(?:(\d{4})-)?(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?", re.ASCII)
_PLAIN = re.compile(r"\d+(\.\d*)?|\.\d+", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1970, 2999
_LARGEST = Decimal(10**12)


class EntryRefused(ValueError):
    """What was typed cannot be read; the message says why, in the window's language."""


def read_day(text: str, today: date) -> date | None:
    """`2026-11-20`, `2026/11/20`, `20261120`, `11-20` (of this year), `11月20日`; None for nothing. EntryRefused."""
    typed = unicodedata.normalize("NFKC", text).strip()
    if not typed:
        return None
    plain = re.sub(r"[年月./]", "-", typed[:20]).replace("日", "").replace(" ", "")
    found = _DAY.fullmatch(plain)
    if found is None or len(typed) > 20:
        raise EntryRefused(tr("Write a day as 2026-11-20 or 11-20."))
    year, month, day = (
        (int(found[1] or today.year), int(found[2]), int(found[3])) if found[2]
        else (int(found[4]), int(found[5]), int(found[6]))
    )  # fmt: skip
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise EntryRefused(tr("This year is too far away."))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise EntryRefused(tr("There is no such day.")) from error


def read_amount(text: str, currency: str) -> int | None:
    """Minor units of `1,234.50`, with or without the sign; None for nothing. EntryRefused."""
    typed = unicodedata.normalize("NFKC", text).strip()
    if not typed:
        return None
    plain = typed[:40].removeprefix(Money(0, currency).sign).removeprefix("¥").strip().removeprefix(currency).strip()
    if plain.startswith(("-", "−")):
        raise EntryRefused(tr("An amount is not below zero."))
    if len(typed) > 40 or not (_PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain)):
        raise EntryRefused(tr("Write an amount as 168 or 168.50."))
    try:
        amount = Decimal(plain.replace(",", ""))
    except InvalidOperation as error:
        raise EntryRefused(tr("Write an amount as 168 or 168.50.")) from error
    if amount > _LARGEST:
        raise EntryRefused(tr("This amount is too large."))
    minor = amount.scaleb(exponent(currency))
    if minor != minor.to_integral_value():
        places = exponent(currency)
        raise EntryRefused(
            tr("At most %1 places after the point.", places) if places else tr("This currency has no smaller unit.")
        )
    return int(minor)


def day_text(day: date | None) -> str:
    """A day as it is typed."""
    return day.isoformat() if day is not None else ""


def amount_text(minor: int | None, currency: str) -> str:
    """An amount as it is typed."""
    return f"{Money(minor, currency).amount:f}" if minor is not None else ""
