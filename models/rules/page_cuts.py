"""Where a long picture ends its pages: as late as fits, between messages; pure arithmetic of rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

# What is printed on within margins of 16 mm at the sides and 20 mm above and below, in millimetres (ISO 216, ANSI).
_ROOM = {"a4": (178.0, 257.0), "letter": (183.9, 239.4)}
_FULL_ENOUGH, _AT_LEAST = 0.35, 0.125

Gap = tuple[int, int]


class CutKind(StrEnum):
    """What a cut goes through."""

    BETWEEN = "between"  # messages
    INSIDE = "inside"  # a bubble higher than a page, between two of its lines
    PICTURE = "picture"  # something higher than a page that has no lines


@dataclass(frozen=True, slots=True)
class PageCut:
    """A page ends above this row."""

    row: int
    kind: CutKind


def papers() -> tuple[str, ...]:
    """The papers pages are cut for."""
    return tuple(_ROOM)


def page_rows(width: int, paper: str) -> int:
    """The rows of a picture of that width that fill the printed part of a page. KeyError for an unknown paper."""
    across, down = _ROOM[paper]
    return max(1, int(width * down / across))


def page_cuts(
    height: int,
    page: int,
    gaps: Sequence[Gap],
    inner: Sequence[Gap],
    quietest: Callable[[int, int], int],
    kept: Sequence[PageCut] = (),
) -> tuple[PageCut, ...]:
    """The ends of the pages of a picture; none is higher than `page` rows.

    `gaps` and `inner`: first and last rows of where one may cut between messages and between lines, in order.
    `quietest(first, end)` is the row to take where there is neither. `kept`: cuts that stand already.
    """
    cuts = list(kept)
    top = cuts[-1].row if cuts else 0
    while height - top > page:
        cut = _cut(top, page, gaps, inner, quietest)
        cuts.append(cut)
        top = cut.row
    return tuple(cuts)


def nearest_cut(row: int, least: int, most: int, gaps: Sequence[Gap], inner: Sequence[Gap]) -> PageCut | None:
    """The allowed row nearest to `row` from `least` to `most`: between messages if there is any, else between lines."""
    for found, kind in ((gaps, CutKind.BETWEEN), (inner, CutKind.INSIDE)):
        place = _nearest(found, row, least, most)
        if place is not None:
            return PageCut(place, kind)
    return None


def _cut(
    top: int, page: int, gaps: Sequence[Gap], inner: Sequence[Gap], quietest: Callable[[int, int], int]
) -> PageCut:
    end = top + page
    for found, share, kind in (
        (gaps, _FULL_ENOUGH, CutKind.BETWEEN),
        (gaps, _AT_LEAST, CutKind.BETWEEN),
        (inner, _FULL_ENOUGH, CutKind.INSIDE),
    ):
        row = _last(found, top + max(1, int(page * share)), end)
        if row is not None:
            return PageCut(row, kind)
    low = top + max(1, page * 3 // 4)
    return PageCut(min(max(quietest(low, end), low), end), CutKind.PICTURE)


def _last(found: Sequence[Gap], least: int, most: int) -> int | None:
    """The middle of the last gap with a row from `least` to `most`, or its row next to it."""
    at = bisect_left(found, (most, 0)) - 1
    if at < 0:
        return None
    first, last = found[at]
    # A cut above the first row of a gap would touch what stands there.
    row = max(min((first + last) // 2, most, last), first + 1)
    return row if least <= row <= most else _edge(first + 1, min(last, most), least)


def _edge(first: int, last: int, least: int) -> int | None:
    return max(first, least) if max(first, least) <= last else None


def _nearest(found: Sequence[Gap], row: int, least: int, most: int) -> int | None:
    at = bisect_right(found, (row, row))
    best: int | None = None
    for begin in (*range(at, min(len(found), at + 40)), *range(at - 1, max(-1, at - 40), -1)):
        first, last = found[begin]
        low, high = max(first + 1, least), min(last, most)
        if low > high:
            continue
        place = min(max(row, low), high)
        if best is None or abs(place - row) < abs(best - row):
            best = place
    return best
