"""The shop's days of work: announced years of its country from the resources, statutory days where there is no file."""

from __future__ import annotations

import json
from functools import lru_cache

from desktop.platform.resources import resource
from models.rules.calendars import WorkCalendar, country_calendar, load_calendar


@lru_cache(maxsize=8)
def work_calendar(country: str) -> WorkCalendar:
    """The calendar of a country (two letters); weekends only where nothing is known of it."""
    wanted = country.upper()
    for path in sorted(resource("packs", "calendars").glob("*.json")):
        found = load_calendar(json.loads(path.read_text(encoding="utf-8"))["calendar"])
        if found.country == wanted:
            return found
    return country_calendar(wanted)
