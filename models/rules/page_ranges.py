"""Pages as a person writes them: "1-3, 5"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_RANGE = re.compile(r"(\d{1,6})(?:\s*(?:-|–|—|~|～|至|到)\s*(\d{1,6}))?", re.ASCII)
_BETWEEN = re.compile(r"[,;，；、\s]+")
_SPACED = re.compile(r"\s*(-|–|—|~|～|至|到)\s*")
_LONGEST = 2_000


def read_pages(text: str, count: int) -> tuple[int, ...] | None:
    """The pages (from 0) in the order written, each once; empty for all. None if it does not name pages of `count`."""
    if len(text) > _LONGEST:
        return None
    found: dict[int, None] = {}
    for part in filter(None, _BETWEEN.split(_SPACED.sub(r"\1", text.strip()))):
        match = _RANGE.fullmatch(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= count:
            return None
        found.update(dict.fromkeys(range(first - 1, last)))
    pages = tuple(found)
    return () if pages == tuple(range(count)) else pages


def pages_text(pages: Sequence[int]) -> str:
    """The pages (from 0) as written: neighbours as a range."""
    if not pages:
        return ""
    runs = [[pages[0], pages[0]]]
    for before, page in pairwise(pages):
        if page == before + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first + 1) if first == last else f"{first + 1}-{last + 1}" for first, last in runs)
