"""Figures of a receiver as they are typed: `4.5 MB`, `130 KB`, `20`; empty where no limit is known."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from models.rules.packet_preset_json import BOUNDS
from ui.i18n import translator
from ui.packets.options.preset_words import KILO, MEGA

tr = translator("packet_options")
SIZES = ("total_bytes", "file_bytes")
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?) ?(b|bytes|kb|k|mb|m|gb|g)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(?!\d)")
_UNITS = {"": 1, "b": 1, "bytes": 1, "kb": KILO, "k": KILO, "mb": MEGA, "m": MEGA, "gb": 1000 * MEGA, "g": 1000 * MEGA}


class FigureRefused(ValueError):
    """What was typed is no such figure; the message says what is wanted, in the window's language."""


def read_figure(field: str, text: str) -> int | float | None:
    """The figure of a field of PacketPreset; None for nothing. FigureRefused."""
    typed = unicodedata.normalize("NFKC", text).strip()[:40]
    if not typed:
        return None
    # A comma that does not part thousands may be meant as a point: it is asked again, never guessed.
    if _THOUSANDS.match(typed):
        typed = typed.replace(",", "")
    if field in SIZES:
        found = _SIZE.fullmatch(typed)
        if found is None:
            raise FigureRefused(tr("Write a size such as 4.5 MB, 130 KB or 130000."))
        value: int | float = int(Decimal(found[1]) * _UNITS[(found[2] or "").lower()])
    elif field == "least_points":
        if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", typed):
            raise FigureRefused(tr("Write a number such as 12."))
        value = float(typed)
    else:
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > 12:
            raise FigureRefused(tr("Write a whole number, or nothing where no limit is known."))
        value = int(typed)
    least, most = BOUNDS.get(field, (0, value))
    if not least <= value <= most:
        raise FigureRefused(tr("It has to be between %1 and %2.", f"{least:,}", f"{most:,}"))
    return value


def figure_text(field: str, value: int | float | None) -> str:
    """A figure as it is typed, exactly."""
    if value is None:
        return ""
    if field in SIZES and isinstance(value, int):
        for unit, size in (("MB", MEGA), ("KB", KILO)):
            if value >= size and value * 1000 % size == 0:
                return f"{Decimal(value) / size:f} {unit}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def read_page(text: str) -> tuple[float, float] | None:
    """`215.9 × 355.6` in millimetres; None for nothing. FigureRefused."""
    typed = unicodedata.normalize("NFKC", text).strip()[:40]
    if not typed:
        return None
    found = re.fullmatch(r"(\d{2,4}(?:\.\d)?) ?(?:mm)? ?[x×*] ?(\d{2,4}(?:\.\d)?) ?(?:mm)?", typed, re.IGNORECASE)
    if found is None:
        raise FigureRefused(tr("Write the largest page as 210 × 297."))
    return float(found[1]), float(found[2])


def page_text(page: tuple[float, float] | None) -> str:
    """A page as it is typed."""
    return f"{page[0]:g} × {page[1]:g}" if page is not None else ""


def read_checked(text: str, today: date) -> date | None:
    """The day somebody looked, not after today; None for nothing. FigureRefused."""
    typed = text.strip()
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed[:10]) if len(typed) == 10 else None
    except ValueError:
        day = None
    if day is None or day > today or day.year < 2000:
        raise FigureRefused(tr("Write the day as 2026-11-22, not after today."))
    return day
