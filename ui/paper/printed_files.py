"""What is sent to paper: finished files, their pages in order, where each comes to lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.rules.paper_fit import Edges, PageShape, Placing, Scaling, picture_shape, place_page

Progress = Callable[[int, int], None]
# Head and foot of packets keep at least this much paper blank.
PACKET_BLANK: Edges = (12.0, 9.0, 12.0, 9.0)
_SAME_SHAPE = 0.02


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A finished PDF with pages of one size in millimetres, or a picture (without a size of its own)."""

    path: Path
    pages: int = 1
    width: float = 0.0
    height: float = 0.0
    blank: Edges = (0.0, 0.0, 0.0, 0.0)

    @property
    def shape(self) -> PageShape:
        """Size and blank edges of its pages."""
        return PageShape(self.width, self.height, self.blank)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page of one file, from 0."""

    file: PaperFile
    page: int

    def placed(
        self, paper: tuple[float, float], margins: Edges, scaling: Scaling, pixels: tuple[int, int]
    ) -> Placing:  # fmt: skip
        """Where it comes to lie; `pixels` are those of its picture, which give a picture its shape."""
        shape = self.file.shape
        wide, high = pixels
        if not shape.width or abs(wide / max(high, 1) - shape.width / shape.height) > _SAME_SHAPE:
            # A picture, or a page of another size than its file was said to have: never stretched.
            shape = picture_shape(*pixels, paper, margins)
            return place_page(shape, paper, margins, Scaling.TRUE_SIZE)
        return place_page(shape, paper, margins, scaling)


def pages_of(files: Sequence[PaperFile]) -> tuple[PaperPage, ...]:
    """All pages of the files, in order."""
    return tuple(PaperPage(file, page) for file in files for page in range(file.pages))


def _nothing(_copies: int) -> None:
    """Nothing is noted."""


@dataclass(frozen=True)
class PaperSubject:
    """What the print dialog is about.

    `files` are shown at once. `make(progress, cancelled)` runs in the I/O pool before the first page is sent or the
    file is saved: what it returns is what goes out; None when `files` are it. `save(path)` writes the copy there (runs
    in the I/O pool; a folder where there are several files), `printed(copies)` notes that it went to paper.
    """

    title: str
    files: tuple[PaperFile, ...]
    name: str
    make: Callable[[Progress, Callable[[], bool]], tuple[PaperFile, ...]] | None = None
    save: Callable[[Path], object] | None = None
    printed: Callable[[int], object] = field(default=_nothing)
