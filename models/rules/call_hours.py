"""When somebody may be called: read from and written to a buyer's row, and the time proposed inside it."""

from __future__ import annotations

import json
import re
from typing import Final

from models.rules.call_settings import Hours
from models.rules.kept_data import kept_mapping

_CLOCK: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def hours_hold(hours: Hours) -> bool:
    """Whether the hours can be: both ends or none, the end after the start, weekdays 0 to 6 in order."""
    days = hours.weekdays
    if list(days) != sorted(set(days)) or any(type(day) is not int or not 0 <= day <= 6 for day in days):
        return False
    if not hours.start and not hours.end:
        return True
    return bool(_CLOCK.fullmatch(hours.start) and _CLOCK.fullmatch(hours.end)) and hours.start < hours.end


def read_hours(stored: object) -> Hours | None:
    """The hours as data, or as the text a buyer's row keeps; None where it says nothing that holds. Never an error."""
    kept = kept_mapping(stored)
    if kept is None:
        return None
    start, end, days = kept.get("start", ""), kept.get("end", ""), kept.get("weekdays", [])
    if not isinstance(start, str) or not isinstance(end, str) or not isinstance(days, list | tuple):
        return None
    if any(type(day) is not int for day in days):
        return None
    found = Hours(start, end, tuple(sorted(set(days))))
    return found if hours_hold(found) and found != Hours() else None


def hours_text(hours: Hours | None) -> str:
    """As a buyer's row keeps it; empty for any hour of any day."""
    if hours is None or hours == Hours():
        return ""
    values = {"start": hours.start, "end": hours.end, "weekdays": list(hours.weekdays)}
    return json.dumps(values, sort_keys=True)


def time_within(kept: str, buyer: Hours | None, shop: Hours) -> str:
    """The time of day to propose: what was kept if it lies inside the buyer's hours, else their first hour.

    Their first hour in which the shop calls too, where there is one; what was kept (or none) if they have no hours.
    """
    if buyer is None or not buyer.start:
        return kept
    if kept and buyer.start <= kept < buyer.end:
        return kept
    both = max(buyer.start, shop.start)
    return both if both < buyer.end and (not shop.end or both < shop.end) else buyer.start
