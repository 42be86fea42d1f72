"""Names of cases and clocks in a sentence: the first few, and how many more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from models.clock import zone
from models.records import Clock
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import one_line

tr = translator("case_life")
_NAMED = 4


def names(numbers: Sequence[str]) -> str:
    """The first few numbers of cases, and how many more."""
    first = tr(", ").join(numbers[:_NAMED])
    more = len(numbers) - _NAMED
    return tr("%1 and %2 more", first, more) if more > 0 else first


def clock_names(clocks: Sequence[Clock], now: datetime, time_zone: str) -> str:
    """The first few clocks with their ends, and how many more."""
    found = [
        f"{one_line(clock.label(language()))} {shown.day_and_time(clock.due_at, now, language(), zone(time_zone))}"
        for clock in clocks
    ]
    return names(found)
