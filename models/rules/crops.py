"""Cropping: rectangles as shares of a picture, moved and stretched within it. No side is ever under `LEAST`."""

from __future__ import annotations

from math import gcd

from models.packet_records import Crop

WHOLE: Crop = (0.0, 0.0, 1.0, 1.0)
LEAST = 0.02
_NEAR = 0.002
_KNOWN_RATIOS = ((1, 1), (4, 3), (3, 4), (3, 2), (2, 3), (16, 9), (9, 16), (5, 4), (4, 5))


def settled(crop: Crop | None) -> Crop | None:
    """The crop as it is kept: to a ten-thousandth; None for the whole picture."""
    if crop is None:
        return None
    left, top, right, bottom = (round(min(max(each, 0.0), 1.0), 4) for each in crop)
    if right - left < LEAST / 2 or bottom - top < LEAST / 2:
        return None
    whole = left <= _NEAR and top <= _NEAR and right >= 1 - _NEAR and bottom >= 1 - _NEAR
    return None if whole else (left, top, right, bottom)


def moved(crop: Crop, across: float, down: float) -> Crop:
    """The rectangle elsewhere in the picture, as large as it was."""
    left, top, right, bottom = crop
    across = min(max(across, -left), 1 - right)
    down = min(max(down, -top), 1 - bottom)
    return left + across, top + down, right + across, bottom + down


def stretched(crop: Crop, edges: str, across: float, down: float, ratio: float = 0.0) -> Crop:
    """Edges (of `l`, `t`, `r`, `b`) moved by shares. `ratio`: width over height, both in shares, that stays; 0: any."""
    left, top, right, bottom = crop
    if "l" in edges:
        left = min(max(left + across, 0.0), right - LEAST)
    if "r" in edges:
        right = max(min(right + across, 1.0), left + LEAST)
    if "t" in edges:
        top = min(max(top + down, 0.0), bottom - LEAST)
    if "b" in edges:
        bottom = max(min(bottom + down, 1.0), top + LEAST)
    if ratio <= 0:
        return left, top, right, bottom
    wide = right - left if set(edges) & {"l", "r"} else (bottom - top) * ratio
    # The edge across from the one that is held stays where it is.
    most_wide = right if "l" in edges else 1 - left
    most_high = bottom if "t" in edges else 1 - top
    wide = min(max(wide, LEAST, LEAST * ratio), most_wide, most_high * ratio)
    high = wide / ratio
    left, right = (right - wide, right) if "l" in edges else (left, left + wide)
    top, bottom = (bottom - high, bottom) if "t" in edges else (top, top + high)
    return left, top, right, bottom


def drawn(start: tuple[float, float], end: tuple[float, float], ratio: float = 0.0) -> Crop:
    """The rectangle from one corner to another, wherever they are."""
    points = [tuple(min(max(each, 0.0), 1.0) for each in point) for point in (start, end)]
    (x0, y0), (x1, y1) = points
    edges = ("l" if x1 < x0 else "r") + ("t" if y1 < y0 else "b")
    x0 = min(max(x0, LEAST), 1.0) if "l" in edges else min(x0, 1 - LEAST)
    y0 = min(max(y0, LEAST), 1.0) if "t" in edges else min(y0, 1 - LEAST)
    return stretched((x0, y0, x0, y0), edges, x1 - x0, y1 - y0, ratio)


def ratio_text(width: int, height: int) -> str:
    """`4:3` where it is nearly one of the usual proportions, else as two small numbers such as `1.37:1`."""
    if width < 1 or height < 1:
        return ""
    for across, down in _KNOWN_RATIOS:
        if abs(width / height - across / down) < 0.012 * across / down:
            return f"{across}:{down}"
    common = gcd(width, height)
    if max(width, height) // common <= 20:
        return f"{width // common}:{height // common}"
    return f"{width / height:.2f}:1" if width >= height else f"1:{height / width:.2f}"
