"""Colours of the drawings, and mixing them; without any drawing library, as the window's process reads them too."""

from __future__ import annotations

Colour = tuple[int, int, int]
Mesh = tuple[tuple[Colour, ...], ...]


def mixed(a: Colour, b: Colour, share: float) -> Colour:
    """`a` with `share` (0 to 1) of `b`."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def lighter(colour: Colour, share: float) -> Colour:
    return mixed(colour, (255, 255, 255), share)


def darker(colour: Colour, share: float) -> Colour:
    return mixed(colour, (24, 18, 14), share)
