"""The colours that the sample shop's goods come in, and how light falls on them."""

from __future__ import annotations

from desktop.demo.colours import Colour, Mesh, darker, lighter

GLAZES: dict[str, Colour] = {
    "celadon": (164, 190, 178),
    "ivory": (228, 218, 198),
    "indigo": (84, 108, 142),
    "terracotta": (188, 118, 88),
    "charcoal": (86, 90, 92),
    "rose": (214, 168, 160),
    "wheat": (214, 180, 128),
    "moss": (116, 136, 98),
    "mist": (190, 202, 206),
    "oak": (192, 148, 100),
}
FROM_ABOVE = ("plate", "bowl", "board")
FROM_THE_FRONT = ("mug", "vase", "lamp", "bedding", "cushion", "jar")
SHAPES = (*FROM_ABOVE, *FROM_THE_FRONT)


def shaded(colour: Colour) -> Mesh:
    """Lit from the upper left."""
    return (
        (lighter(colour, 0.42), lighter(colour, 0.2), colour),
        (lighter(colour, 0.16), colour, darker(colour, 0.12)),
        (colour, darker(colour, 0.12), darker(colour, 0.3)),
    )


def rounded(colour: Colour) -> Mesh:
    """Lit from the left, round like a column."""
    return (
        (
            darker(colour, 0.18),
            lighter(colour, 0.3),
            lighter(colour, 0.1),
            colour,
            darker(colour, 0.22),
            darker(colour, 0.4),
        ),
    ) * 2
