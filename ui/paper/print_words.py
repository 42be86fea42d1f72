"""What the print dialog says of papers, of what is lost at an edge, and of pages."""

from __future__ import annotations

from collections.abc import Sequence

from models.rules.paper_fit import Placing, Scaling, paper_of
from ui.i18n import translator

tr = translator("sheets")
_LEAST_REDUCED = 0.995


def paper_word(name: str) -> str:
    """The name of a paper."""
    return {"a4": "A4", "letter": "Letter", "a5": "A5", "a6": "A6"}.get(name, "")


def size_word(width: float, height: float) -> str:
    """The name of a page's size, or its measures in millimetres."""
    return paper_word(paper_of(width, height)) or tr("%1 × %2 mm", round(width), round(height))


def placing_words(page: str, paper: str, scaling: Scaling, placings: Sequence[Placing]) -> str:
    """How pages of a size come out on a paper, and what of them does not."""
    if not placings:
        return ""
    if not page:
        return tr("Pictures as large as %1 takes them, whole.", paper)
    lost = lost_words(placings)
    if lost:
        return tr(
            "%1 pages on %2 in true size: %3 will not come out. Fit the page to have all of it.", page, paper, lost
        )
    scale = min(placing.scale for placing in placings)
    if scale < _LEAST_REDUCED:
        return tr("%1 pages on %2: reduced to %3 %, nothing is lost.", page, paper, round(scale * 100))
    if scaling is Scaling.TRUE_SIZE or scale == 1.0:
        return tr("%1 pages on %2 in true size, nothing is lost.", page, paper)
    return ""


def lost_words(placings: Sequence[Placing]) -> str:
    """The edges at which something printed is lost, in millimetres; empty when nothing is."""
    worst = [max(placing.harm[edge] for placing in placings) for edge in range(4)]
    names = (tr("%1 mm at the left"), tr("%1 mm at the top"), tr("%1 mm at the right"), tr("%1 mm at the foot"))
    found = [name.replace("%1", _millimetres(lost)) for name, lost in zip(names, worst, strict=True) if lost]
    return tr(", ").join(found)


def _millimetres(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def side_words() -> dict[str, str]:
    """How paper is printed on its sides."""
    return {"none": tr("One side"), "long": tr("Both, long edge"), "short": tr("Both, short edge")}


def range_wrong(code: str, count: int) -> str:
    """Why a range of pages cannot be used."""
    if code == "range_beyond":
        return tr("There are pages 1 to %1.", count)
    return tr("Write pages as 1-3, 5")
