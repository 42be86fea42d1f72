"""Moments of a film as a person writes them: "12", "1:02.5", "1:00:02"."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,4}):)?(\d{1,6})(?:[.,](\d{1,3})\d*)?", re.ASCII)
_LATIN = str.maketrans("：．，。", ":.,.")


def read_moment(text: str, duration_ms: int) -> int | None:
    """Milliseconds from the beginning; None if it is no time or the film is over by then."""
    match = _CLOCK.fullmatch(text.strip().translate(_LATIN)) if len(text) <= 40 else None
    if match is None:
        return None
    hours, minutes, seconds, rest = (match[each] or "0" for each in range(1, 5))
    if match[2] is not None and int(seconds) > 59:
        return None
    at = ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest.ljust(3, "0"))
    return at if at <= duration_ms else None


def spread_moments(duration_ms: int, count: int) -> tuple[int, ...]:
    """So many moments spread evenly over a film, from its beginning; fewer if it is too short for them to differ."""
    count = min(count, max(duration_ms, 1))
    return tuple(duration_ms * place // count for place in range(count))
