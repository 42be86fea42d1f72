"""Names of a packet's files: letters every receiver takes, and no longer than it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_KEPT: Final = re.compile(r"[^A-Za-z0-9._-]+")
_STRICT: Final = re.compile(r"[^A-Za-z0-9]+")
_LONGEST: Final = 100


def file_name(number: str, part: str, ending: str, most: int | None = None) -> str:
    """`P-A2611-0387-02-receipt.pdf`; within `most` characters letters and digits only, as `PA2611038702.pdf` or where
    that has no room `packet2.pdf`."""
    stem = _KEPT.sub("-", f"{number}-{part}" if part else number).strip("-.")[:_LONGEST] or "packet"
    if most is None:
        return f"{stem}.{ending}"
    room = most - len(ending) - 1
    for whole in (f"{number}{part}", f"packet{part}"):
        short = _STRICT.sub("", whole)
        if 0 < len(short) <= room:
            return f"{short}.{ending}"
    return f"{_STRICT.sub('', part)[:room] or 'packet'[:room]}.{ending}"


def distinct(names: Sequence[str]) -> list[str]:
    """The same names, those that a disk would take for one another told apart by a number."""
    seen: set[str] = set()
    found = []
    for name in names:
        stem, _, ending = name.rpartition(".")
        fresh, count = name, 1
        while fresh.lower() in seen:
            count += 1
            fresh = f"{stem[: -len(str(count))]}{count}.{ending}"
        seen.add(fresh.lower())
        found.append(fresh)
    return found
