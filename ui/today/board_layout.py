"""How the rows of the board share the height of the window, and the places of a row its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STRETCH = 84
"""The least a stretching place gets before others are left out, unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a panel. Width 0 takes what is left; those with a rank are shown in its order as far as they fit.

    A `loose` one gives its width to the stretching place in lines that have nothing to show in it.
    """

    width: int
    width_en: int = 0
    rank: int = 0
    least: int = STRETCH
    loose: bool = False


def share_rows(room: int, panels: Sequence[tuple[int, int]]) -> list[int]:
    """How many rows each panel shows in `room` pixels; a panel is (rows it has, pixels of a row).

    Every panel gets one row after the other in turn, so a long one takes only what the others do not need.
    """
    given = [0] * len(panels)
    wanting = [place for place, (rows, _) in enumerate(panels) if rows > 0]
    while wanting:
        for place in list(wanting):
            rows, height = panels[place]
            if given[place] >= rows or height > room:
                wanting.remove(place)
                continue
            given[place] += 1
            room -= height
    return given


def spread(width: int, places: Sequence[Place], language: str) -> list[tuple[int, int]]:
    """(left, width) of each place in a row of `width` pixels; a width of 0 means it is not shown."""
    widths = [place.width_en if language == "en" and place.width_en else place.width for place in places]
    stretching = [at for at, place in enumerate(places) if not place.width]
    shown = {at for at, place in enumerate(places) if not place.rank}
    spare = width - sum(widths[at] for at in shown)
    least = sum(places[at].least for at in stretching)
    for at in sorted(set(range(len(places))) - shown, key=lambda at: places[at].rank):
        if spare - widths[at] >= least:
            shown.add(at)
            spare -= widths[at]
    left, found = 0, []
    for at in range(len(places)):
        take = max(spare // len(stretching), 0) if at in stretching else widths[at] if at in shown else 0
        found.append((left, take))
        left += take
    return found
