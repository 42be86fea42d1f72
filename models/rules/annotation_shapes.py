"""Geometry of marks: where they are, what a click hits, how they move and are resized. Pure functions of pixels."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from models.rules.annotations import (
    LEAST_HEIGHT,
    MOST_HEIGHT,
    RECTANGLES,
    Arrow,
    Ellipse,
    Freehand,
    Mark,
    NumberMark,
    Point,
    Rect,
    Sheet,
    TextLabel,
    unit_of,
)

Extent = Callable[[Mark], Rect]
DISC: Final = 0.9
"""The radius of a number's disc in heights of its letters."""
_CORNERS: Final = {
    "nw": (0.0, 0.0), "n": (0.5, 0.0), "ne": (1.0, 0.0), "e": (1.0, 0.5), "se": (1.0, 1.0), "s": (0.5, 1.0),
    "sw": (0.0, 1.0), "w": (0.0, 0.5),
}  # fmt: skip


def normal(one: Point, other: Point) -> tuple[Point, Point]:
    """Two opposite corners as upper left and lower right."""
    return (min(one[0], other[0]), min(one[1], other[1])), (max(one[0], other[0]), max(one[1], other[1]))


def bounds(mark: Mark, sheet: Sheet) -> Rect:
    """The rectangle around a mark. That of words is as wide as letters of their height are about."""
    if isinstance(mark, TextLabel | NumberMark):
        x, y = mark.points[0]
        letter = mark.height * unit_of(sheet.width, sheet.height)
        if isinstance(mark, NumberMark):
            radius = letter * DISC
            return x - radius, y - radius, x + radius, y + radius
        lines = mark.text.split("\n") or [""]
        wide = max(sum(1.0 if ord(char) > 0x2E7F else 0.58 for char in text) for text in lines)
        return x, y, x + letter * (wide + 1.2), y + letter * (1.3 * len(lines) + 0.6)
    across, down = [x for x, _ in mark.points], [y for _, y in mark.points]
    return min(across), min(down), max(across), max(down)


def hit(sheet: Sheet, at: Point, reach: float, extent: Extent | None = None) -> int | None:
    """The place of the topmost visible mark within `reach` pixels of a point. Words count with their plate."""
    for place in range(len(sheet.marks) - 1, -1, -1):
        mark = sheet.marks[place]
        if not mark.hidden and _is_hit(mark, at, reach + mark.width * unit_of(sheet.width, sheet.height) / 2,
                                       (extent or (lambda each: bounds(each, sheet)))(mark)):  # fmt: skip
            return place
    return None


def _is_hit(mark: Mark, at: Point, reach: float, around: Rect) -> bool:
    left, top, right, bottom = around
    if not (left - reach <= at[0] <= right + reach and top - reach <= at[1] <= bottom + reach):
        return False
    if isinstance(mark, TextLabel | NumberMark):
        return True
    if isinstance(mark, Ellipse):
        return _near_ellipse(at, around, reach)
    if isinstance(mark, RECTANGLES):
        return not (left + reach < at[0] < right - reach and top + reach < at[1] < bottom - reach)
    if len(mark.points) == 1:
        return math.dist(at, mark.points[0]) <= reach
    return any(_distance(at, *pair) <= reach for pair in zip(mark.points, mark.points[1:], strict=False))


def _near_ellipse(at: Point, around: Rect, reach: float) -> bool:
    left, top, right, bottom = around
    across, down = max((right - left) / 2, 1e-6), max((bottom - top) / 2, 1e-6)
    x, y = at[0] - (left + right) / 2, at[1] - (top + bottom) / 2
    outside = (x / (across + reach)) ** 2 + (y / (down + reach)) ** 2 > 1
    inside = across > reach and down > reach and (x / (across - reach)) ** 2 + (y / (down - reach)) ** 2 < 1
    return not outside and not inside


def _distance(at: Point, one: Point, other: Point) -> float:
    along = (other[0] - one[0], other[1] - one[1])
    length = along[0] ** 2 + along[1] ** 2
    share = 0.0 if not length else ((at[0] - one[0]) * along[0] + (at[1] - one[1]) * along[1]) / length
    share = min(max(share, 0.0), 1.0)
    return math.dist(at, (one[0] + along[0] * share, one[1] + along[1] * share))


def moved(mark: Mark, across: float, down: float, sheet: Sheet) -> Mark:
    """The mark elsewhere; its middle stays within the picture."""
    left, top, right, bottom = bounds(mark, sheet)
    x, y = (left + right) / 2, (top + bottom) / 2
    if isinstance(mark, TextLabel):
        x, y = mark.points[0]
    across = min(max(across, -x), sheet.width - x)
    down = min(max(down, -y), sheet.height - y)
    return replace(mark, points=tuple((px + across, py + down) for px, py in mark.points))


def handles(mark: Mark, around: Rect) -> tuple[tuple[str, Point], ...]:
    """The grips of a mark by name and where they are: ends of an arrow, corners and sides of what has a rectangle."""
    if isinstance(mark, Arrow):
        return ("start", mark.points[0]), ("end", mark.points[1])
    left, top, right, bottom = around
    places = tuple((name, (left + (right - left) * x, top + (bottom - top) * y)) for name, (x, y) in _CORNERS.items())
    if isinstance(mark, TextLabel | NumberMark):
        return tuple(each for each in places if each[0] == "se")
    return places


def resized(mark: Mark, grip: str, to: Point, sheet: Sheet, *, keep: bool = False) -> Mark:
    """The mark with one grip dragged to a point; `keep` holds proportions, and an arrow at steps of 45 degrees."""
    to = min(max(to[0], 0.0), float(sheet.width)), min(max(to[1], 0.0), float(sheet.height))
    if isinstance(mark, Arrow):
        fixed = mark.points[1 if grip == "start" else 0]
        end = snapped(fixed, to) if keep else to
        return replace(mark, points=(end, fixed) if grip == "start" else (fixed, end))
    around = bounds(mark, sheet)
    if isinstance(mark, TextLabel | NumberMark):
        _, top, _, bottom = around
        middle = (top + bottom) / 2 if isinstance(mark, NumberMark) else top
        grown = (to[1] - middle) / max(bottom - middle, 1e-6)
        return replace(mark, height=min(max(mark.height * grown, LEAST_HEIGHT), MOST_HEIGHT))
    return _stretched(mark, around, _dragged(around, grip, to, keep=keep))


def _dragged(around: Rect, grip: str, to: Point, *, keep: bool) -> Rect:
    left, top, right, bottom = around
    new_left = to[0] if "w" in grip else left
    new_right = to[0] if "e" in grip else right
    new_top = to[1] if "n" in grip else top
    new_bottom = to[1] if "s" in grip else bottom
    if keep and len(grip) == 2 and right > left and bottom > top:
        share = max(abs(new_right - new_left) / (right - left), abs(new_bottom - new_top) / (bottom - top))
        wide, high = (right - left) * share, (bottom - top) * share
        new_left, new_right = (new_right - wide, new_right) if "w" in grip else (new_left, new_left + wide)
        new_top, new_bottom = (new_bottom - high, new_bottom) if "n" in grip else (new_top, new_top + high)
    return new_left, new_top, new_right, new_bottom


def _stretched(mark: Mark, before: Rect, after: Rect) -> Mark:
    if isinstance(mark, RECTANGLES):
        return replace(mark, points=normal((after[0], after[1]), (after[2], after[3])))
    across = (after[2] - after[0]) / (before[2] - before[0]) if before[2] > before[0] else 1.0
    down = (after[3] - after[1]) / (before[3] - before[1]) if before[3] > before[1] else 1.0
    return replace(
        mark,
        points=tuple((after[0] + (x - before[0]) * across, after[1] + (y - before[1]) * down) for x, y in mark.points),
    )


def grown(mark: Mark, across: float, down: float, sheet: Sheet) -> Mark:
    """The mark larger or smaller by pixels, as Shift with an arrow key asks: its lower right grip moves."""
    if isinstance(mark, Arrow):
        x, y = mark.points[1]
        return resized(mark, "end", (x + across, y + down), sheet)
    left, top, right, bottom = bounds(mark, sheet)
    if isinstance(mark, TextLabel | NumberMark):
        step = (across or down) / 2
        return resized(mark, "se", (right, bottom + step), sheet)
    least = unit_of(sheet.width, sheet.height) * 0.004
    to = max(right + across, left + least), max(bottom + down, top + least)
    return resized(mark, "se", to, sheet)


def snapped(fixed: Point, to: Point) -> Point:
    """The point nearest to `to` on a line through `fixed` at a multiple of 45 degrees."""
    angle = round(math.atan2(to[1] - fixed[1], to[0] - fixed[0]) / (math.pi / 4)) * (math.pi / 4)
    length = math.dist(fixed, to) * abs(math.cos(math.atan2(to[1] - fixed[1], to[0] - fixed[0]) - angle))
    return fixed[0] + length * math.cos(angle), fixed[1] + length * math.sin(angle)


def squared(fixed: Point, to: Point) -> Point:
    """The corner opposite to `fixed` of the square that reaches to `to`."""
    side = max(abs(to[0] - fixed[0]), abs(to[1] - fixed[1]))
    return fixed[0] + math.copysign(side, to[0] - fixed[0]), fixed[1] + math.copysign(side, to[1] - fixed[1])


def is_slip(mark: Mark, sheet: Sheet, least: float) -> bool:
    """Whether what was drawn is smaller than `least` pixels, as a click without a drag makes it."""
    if isinstance(mark, TextLabel | NumberMark):
        return False
    left, top, right, bottom = bounds(mark, sheet)
    if isinstance(mark, Arrow | Freehand):
        return max(right - left, bottom - top) < least
    return min(right - left, bottom - top) < least


def clipped_cover(cover: Rect, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """A cover in whole pixels, rounded outward and cut at the picture's edges: left, top, width and height.

    None for one that covers no pixel.
    """
    left, top = max(math.floor(cover[0]), 0), max(math.floor(cover[1]), 0)
    right, bottom = min(math.ceil(cover[2]), size[0]), min(math.ceil(cover[3]), size[1])
    return (left, top, right - left, bottom - top) if right > left and bottom > top else None
