"""What is proposed before screenshots are joined or a long picture is cut: values one can look at, change and take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.decoder.protocol import MAX_PIXELS, MAX_SIDE
from models.rules.page_cuts import CutKind, Gap, PageCut, nearest_cut, page_cuts


class SeamState(StrEnum):
    """How sure it is that two screenshots go on into another where they are joined."""

    SURE = "sure"
    LOOK = "look"
    AMBIGUOUS = "ambiguous"  # repeating content fits at several places
    NONE = "none"  # no overlap: one under the other
    WIDTH = "width"  # not of one width: one under the other, in the middle
    MOVED = "moved"  # set by the person


@dataclass(frozen=True, slots=True)
class StripPart:
    """One screenshot. Sizes in upright pixels."""

    evidence_id: int
    number: int
    name: str
    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Seam:
    """Between two screenshots: `head` rows of the lower and `foot` rows of the upper are fixed and left out once;
    then the first `rows` of the lower are the last of the upper. `quiet`: at which of them one ends and the other
    goes on. `others`: further numbers of rows that fit too."""

    state: SeamState
    head: int = 0
    foot: int = 0
    rows: int = 0
    quiet: int = 0
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class JoinPlan:
    """Screenshots in order with the seams between them. `reordered`: not as chosen. `doubles`: left out as the same
    picture as another."""

    parts: tuple[StripPart, ...]
    seams: tuple[Seam, ...]
    reordered: bool = False
    doubles: tuple[StripPart, ...] = ()

    def spans(self) -> tuple[tuple[int, int], ...]:
        """The rows of each screenshot that go into the picture: first, and the one behind the last."""
        spans = []
        top = 0
        for at, part in enumerate(self.parts):
            if at == len(self.seams):
                spans.append((top, part.height))
                break
            seam = self.seams[at]
            begin = part.height - seam.foot - seam.rows
            quiet = min(max(seam.quiet, top + 1 - begin, 0), seam.rows)
            spans.append((top, max(begin + quiet, top + 1)))
            top = min(seam.head + quiet, self.parts[at + 1].height - 1)
        return tuple(spans)

    def size(self) -> tuple[int, int]:
        """Width and height of the picture it will be, in pixels."""
        return max(part.width for part in self.parts), sum(bottom - top for top, bottom in self.spans())

    def fits(self) -> bool:
        """Whether it is within what one picture may be."""
        width, height = self.size()
        return height <= MAX_SIDE and width * height <= MAX_PIXELS

    def most_rows(self, index: int) -> int:
        """How many rows the screenshots at a seam can have in common at most."""
        seam, upper, lower = self.seams[index], self.parts[index], self.parts[index + 1]
        return max(0, min(upper.height, lower.height) - seam.head - seam.foot - 1)

    def with_rows(self, index: int, rows: int) -> JoinPlan:
        """The seam moved by hand, within what is possible; 0 puts one under the other. The lower picture goes along."""
        seam = self.seams[index]
        rows = min(max(rows, 0), self.most_rows(index))
        if rows == seam.rows:
            return self
        state = SeamState.MOVED if rows else SeamState.NONE
        seams = list(self.seams)
        seams[index] = replace(seam, state=state, rows=rows, quiet=min(seam.quiet, rows))
        return replace(self, seams=tuple(seams))

    def halves(self) -> tuple[JoinPlan, JoinPlan]:
        """Two plans of about the same height, for what is too long for one; ValueError for a single screenshot."""
        if len(self.parts) < 2:
            raise ValueError("one screenshot cannot be two plans")
        spans = self.spans()
        heights = [bottom - top for top, bottom in spans]
        middle = min(range(1, len(heights)), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
        upper = JoinPlan(self.parts[:middle], self.seams[: middle - 1], self.reordered)
        return upper, JoinPlan(self.parts[middle:], self.seams[middle:], self.reordered)


@dataclass(frozen=True, slots=True)
class CutPlan:
    """Where a long picture is cut for a paper. `page`: most rows of a page; `gaps`, `inner`: where one may cut."""

    part: StripPart
    paper: str
    page: int
    cuts: tuple[PageCut, ...]
    gaps: tuple[Gap, ...]
    inner: tuple[Gap, ...]

    def spans(self) -> tuple[tuple[int, int], ...]:
        """The rows of each page."""
        rows = [0, *(cut.row for cut in self.cuts), self.part.height]
        return tuple(zip(rows[:-1], rows[1:], strict=True))

    def moved(self, index: int, row: int) -> CutPlan:
        """A cut moved to the nearest row one may cut at; the pages below follow, the plan stays where none is."""
        top = self.cuts[index - 1].row if index else 0
        cut = nearest_cut(row, top + 1, min(top + self.page, self.part.height - 1), self.gaps, self.inner)
        if cut is None or cut.row == self.cuts[index].row:
            return self
        kept = (*self.cuts[:index], cut)
        cuts = page_cuts(self.part.height, self.page, self.gaps, self.inner, lambda first, end: end, kept)
        return replace(self, cuts=cuts)

    def stepped(self, index: int, by: int) -> CutPlan:
        """A cut moved to the next gap above or below."""
        row = self.cuts[index].row
        top = self.cuts[index - 1].row if index else 0
        middles = [(first + last) // 2 for first, last in self.gaps]
        lower = [middle for middle in middles if row < middle <= top + self.page and middle < self.part.height]
        upper = [middle for middle in middles if top < middle < row and not _within(self.gaps, row, middle)]
        if by > 0:
            lower = [middle for middle in lower if not _within(self.gaps, row, middle)]
        near = (lower[:1] if by > 0 else upper[-1:]) or [row]
        return self.moved(index, near[0])

    def through(self) -> tuple[CutKind, ...]:
        """What the cuts go through that is more than the space between messages."""
        return tuple(cut.kind for cut in self.cuts if cut.kind is not CutKind.BETWEEN)


def _within(gaps: tuple[Gap, ...], row: int, other: int) -> bool:
    return any(first <= row <= last and first <= other <= last for first, last in gaps)
