"""How a page comes out on a paper of another size, and which pages a typed range means. Measures are millimetres.

Sizes: ISO 216 for the A series, ANSI/ASME Y14.1 for Letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.rules.verdict import Refused

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""

PAPERS_MM: Final[dict[str, tuple[float, float]]] = {
    "a4": (210.0, 297.0), "letter": (215.9, 279.4), "a5": (148.0, 210.0), "a6": (105.0, 148.0),
}  # fmt: skip
_PICTURE_BORDER: Final = 10.0
_SAME: Final = 0.6
_LONGEST: Final = 1_000
_PART: Final = re.compile(r"([0-9]{1,6})(?:\s*[-–—~～至到]\s*([0-9]{1,6})?)?")
_COMMAS: Final = re.compile(r"[,，、;；\s]+")


class Scaling(StrEnum):
    """How a page is put on the paper: as large as it is, or as large as the paper takes."""

    TRUE_SIZE = "true"
    FIT = "fit"


@dataclass(frozen=True, slots=True)
class PageShape:
    """A page with its own size and how much of its edges is blank; width 0: a picture without a size."""

    width: float = 0.0
    height: float = 0.0
    blank: Edges = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a page lies on the paper: left, top, width, height; its scale; what of it does not come out.

    `lost` is measured on the paper at each edge, `harm` the part of that which is not blank.
    """

    left: float
    top: float
    width: float
    height: float
    scale: float
    lost: Edges
    harm: Edges

    @property
    def harmless(self) -> bool:
        """Whether everything that is printed on the page comes out."""
        return not any(self.harm)


def place_page(page: PageShape, paper: tuple[float, float], margins: Edges, scaling: Scaling) -> Placing:
    """A page on upright paper whose printer leaves these margins blank, in the middle of what can be printed or, in
    true size, of the paper. A picture always fits, 10 mm from the edges."""
    wide, high = paper
    if not page.width or not page.height:
        raise ValueError("a picture has a shape of its own: give its sides")
    if scaling is Scaling.TRUE_SIZE:
        return _placed(page, paper, margins, 1.0, (wide - page.width) / 2, (high - page.height) / 2)
    same = abs(page.width - wide) < _SAME and abs(page.height - high) < _SAME
    if same:
        whole = place_page(page, paper, margins, Scaling.TRUE_SIZE)
        if whole.harmless:
            return whole
    # Only what is printed on the page has to be where the printer prints.
    left, top, right, bottom = (max(margin - blank, 0.0) for margin, blank in zip(margins, page.blank, strict=True))
    scale = min(1.0, (wide - left - right) / page.width, (high - top - bottom) / page.height)
    x = left + (wide - left - right - page.width * scale) / 2
    y = top + (high - top - bottom - page.height * scale) / 2
    return _placed(page, paper, margins, scale, x, y)


def picture_shape(width: int, height: int, paper: tuple[float, float], margins: Edges) -> PageShape:
    """The size a picture of so many pixels gets on a paper: as large as it can be inside a border."""
    room_wide = paper[0] - max(margins[0], _PICTURE_BORDER) - max(margins[2], _PICTURE_BORDER)
    room_high = paper[1] - max(margins[1], _PICTURE_BORDER) - max(margins[3], _PICTURE_BORDER)
    scale = min(room_wide / max(width, 1), room_high / max(height, 1))
    return PageShape(width * scale, height * scale)


def best_scaling(pages: Sequence[PageShape], paper: tuple[float, float], margins: Edges) -> Scaling:
    """True size where nothing of it is lost, else fitting."""
    sized = [page for page in pages if page.width]
    true = all(place_page(page, paper, margins, Scaling.TRUE_SIZE).harmless for page in sized)
    return Scaling.TRUE_SIZE if true else Scaling.FIT


def _placed(
    page: PageShape, paper: tuple[float, float], margins: Edges, scale: float, x: float, y: float
) -> Placing:  # fmt: skip
    width, height = page.width * scale, page.height * scale
    lost = (
        max(margins[0] - x, 0.0), max(margins[1] - y, 0.0),
        max(x + width - (paper[0] - margins[2]), 0.0), max(y + height - (paper[1] - margins[3]), 0.0),
    )  # fmt: skip
    harm = tuple(
        round(each - blank * scale, 1) if each - blank * scale > 0.05 else 0.0
        for each, blank in zip(lost, page.blank, strict=True)
    )
    return Placing(x, y, width, height, scale, lost, (harm[0], harm[1], harm[2], harm[3]))


def paper_of(width: float, height: float) -> str:
    """The name of a size among those known; empty for another."""
    for name, (wide, high) in PAPERS_MM.items():
        if abs(width - wide) < _SAME and abs(height - high) < _SAME:
            return name
    return ""


def read_range(text: str, count: int) -> tuple[int, ...] | Refused:
    """The pages from 0 that a text such as `1-3, 5, 8-` means, each once and in order; all for an empty text.

    Refused `range_unreadable` for anything else, `range_beyond` for a page there is not.
    """
    if len(text) > _LONGEST:
        return Refused("range_unreadable")
    narrow = text.translate({ord("０") + place: str(place) for place in range(10)}).strip()
    narrow = re.sub(r"\s*([-–—~～至到])\s*", r"\1", narrow)
    if not narrow:
        return tuple(range(count))
    wanted: set[int] = set()
    for part in filter(None, _COMMAS.split(narrow)):
        found = _PART.fullmatch(part)
        if found is None:
            return Refused("range_unreadable")
        first = int(found[1])
        open_end = found[2] is None and not part[-1].isdigit()
        last = count if open_end else int(found[2] or found[1])
        if first < 1 or last < first:
            return Refused("range_unreadable" if first >= 1 else "range_beyond")
        if last > count:
            return Refused("range_beyond")
        wanted.update(range(first - 1, last))
    return tuple(sorted(wanted)) if wanted else Refused("range_unreadable")
