"""Content in, finished PDF out: pictures fetched once, pages laid out for their numbers, then painted and scanned."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from desktop.packets.cover import cover as first_pages
from desktop.packets.exhibits import Desk, exhibit
from desktop.packets.figures import DPI
from desktop.packets.finish import finished
from desktop.packets.groups import can_share, details, group, runs
from desktop.packets.integrity import integrity
from desktop.packets.layout import SMALL, Leaf, Mark, PacketDocument, foot_lines, leaf_of
from desktop.packets.paragraphs import Typesetter
from desktop.packets.platypus import Flowable, PageBreak, Spacer
from desktop.packets.rounds import Sketch
from desktop.packets.shown import FIRST_RUNG, Shown, fetch
from desktop.packets.values import Cancelled, PacketFile, PictureSource, PlacedExhibit
from desktop.packets.wording import Wording
from models.rules.packet_fit import Rung
from models.rules.packet_parts import ExhibitPage, PacketContent

__all__ = ["FIRST_RUNG", "build_packet", "only"]


def _no_progress(_done: int, _total: int) -> None:
    """Nobody is watching."""


def _never() -> bool:
    return False


def build_packet(
    content: PacketContent,
    pictures: PictureSource,
    *,
    out: Path | BinaryIO,
    rung: Rung = FIRST_RUNG,
    dpi: int = DPI,
    type_scale: float = 1.0,
    least_points: float = 0.0,
    cover: bool = True,
    numbers: Collection[int] | None = None,
    progress: Callable[[int, int], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> PacketFile:
    """Build the packet and write it whole to `out`. The same content and pictures give the same bytes.

    `progress(done, total)` counts pictures made, exhibits and then the pages; `cancelled()` is asked before each.
    Raises Cancelled, OSError when `out` cannot be written, NotInert when the scan finds anything that could act.

    `numbers`: only these exhibits, by their numbers. Without `cover` the exhibits begin on the first page. No text is
    smaller than `least_points`; `type_scale` multiplies all sizes. Pictures have at most `dpi` dots per inch, never
    more than 200: they are not enlarged beyond.
    """
    if numbers is not None:
        content = only(content, numbers)
    shown = fetch(content, pictures, rung, progress, cancelled)
    total = sum(len(page.shots) for page in content.exhibits) + len(content.exhibits) + 2
    _check(cancelled)
    progress(total - 2, total)
    painting = _Painting(content, shown, cover=cover, dpi=dpi, type_scale=type_scale, least_points=least_points)
    places, count, raw = painting.settled(cancelled)
    progress(total - 1, total)
    known = {jpeg.digest: jpeg for each in shown.values() for jpeg in each.pictures}
    seen, missing = {number: each.anything for number, each in shown.items()}, painting.missing
    # From here on the pictures are in the file: tens of megabytes, which are not held here as well.
    del painting, shown
    whole = finished(raw, content, known)
    _check(cancelled)
    if isinstance(out, Path):
        out.write_bytes(whole)
    else:
        out.write(whole)
    progress(total, total)
    return PacketFile(
        pages=count,
        size=len(whole),
        sha256=hashlib.sha256(whole).hexdigest(),
        missing_glyphs=missing,
        exhibits=tuple(
            PlacedExhibit(page.number, page.evidence.id, places[f"exhibit-{page.number}"], seen[page.number])
            for page in content.exhibits
        ),
    )


def only(content: PacketContent, numbers: Collection[int]) -> PacketContent:
    """The same content with only those exhibits, in both languages."""
    return replace(
        content,
        exhibits=tuple(page for page in content.exhibits if page.number in numbers),
        integrity=tuple(row for row in content.integrity if row.exhibit in numbers),
        second=only(content.second, numbers) if content.second is not None else None,
    )


def _check(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled


class _Painting:
    """The pages of one packet, laid out as often as their numbers ask for."""

    def __init__(
        self,
        content: PacketContent,
        shown: Mapping[int, Shown],
        *,
        cover: bool,
        dpi: int,
        type_scale: float,
        least_points: float,
    ) -> None:
        self._content, self._shown, self._cover, self._dpi = content, shown, cover, dpi
        self._setter = Typesetter(content.language, scale=type_scale, least=least_points)
        lines = foot_lines(Wording(content), self._setter)
        self._leaf: Leaf = leaf_of(content.paper, 45.0 + (lines - 1) * self._setter.sized(SMALL).leading)
        self._setter.room = self._leaf.body_height
        self._other = None if content.second is None else self._setter.beside(content.second.language)

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters no bundled font can draw, in order of code."""
        return tuple(sorted({*self._setter.missing, *(self._other.missing if self._other else ())}))

    def settled(self, cancelled: Callable[[], bool]) -> tuple[dict[str, int], int, bytes]:
        """Sketch the pages for their numbers, then paint them; again if one more digit moved a line."""
        places, pages, _ = self._laid_out({}, 0, cancelled, sketch=True)
        for _ in range(3):
            found, count, raw = self._laid_out(places, pages, cancelled)
            if found == places and count == pages:
                break
            places, pages = found, count
        return places, pages, raw

    def _laid_out(
        self, places: Mapping[str, int], pages: int, cancelled: Callable[[], bool], *, sketch: bool = False
    ) -> tuple[dict[str, int], int, bytes]:
        found: dict[str, int] = {}
        out = BytesIO()

        def stop() -> None:
            _check(cancelled)

        document = PacketDocument(out, self._content, self._setter, self._basis(places), pages, self._leaf, stop)
        story = self._story(places, pages, found.__setitem__)
        if sketch:
            document.build(story, canvasmaker=Sketch)
        else:
            document.build(story)
        return found, document.page, out.getvalue()

    def _story(self, places: Mapping[str, int], pages: int, tell: Callable[[str, int], None]) -> list[Flowable]:
        content, setter = self._content, self._setter
        desk = Desk(Wording(content), setter, self._leaf, tell, self._dpi, self._other)
        story: list[Flowable] = self._first_pages(places, pages, tell) if self._cover else []
        shared: list[ExhibitPage] = []
        opened = False
        for run in runs(content.exhibits, self._shown):
            together = can_share(run[0], self._shown[run[0].number])
            made = group(run, self._shown, desk) if together else exhibit(run[0], self._shown[run[0].number], desk)
            if not opened:
                made.insert(1, Mark("exhibits", desk.words.own("exhibits"), tell))
                opened = True
            story += made
            shared += run if together else ()
        if content.integrity_page:
            story += integrity(desk, shared)
        elif shared:
            story += [
                PageBreak(),
                Mark("details", desk.words.own("details"), tell),
                *details(shared, desk, hashes=True),
            ]
        while story and isinstance(story[0], PageBreak):
            del story[0]
        return story or [Spacer(1, 1)]

    def _first_pages(self, places: Mapping[str, int], pages: int, tell: Callable[[str, int], None]) -> list[Flowable]:
        content = self._content
        if content.second is None or self._other is None:
            return first_pages(content, self._setter, places, pages, tell)
        story: list[Flowable] = []
        for each, setter in ((content, self._setter), (content.second, self._other)):
            key = f"cover-{each.language}"
            opening = Mark(key, each.phrases.say("packet"), tell)
            body = first_pages(each, setter, places, pages, tell, key=key, level=1)
            story += [*([PageBreak()] if story else []), opening, *body]
        return story

    def _basis(self, places: Mapping[str, int]) -> tuple[str, str]:
        say, content = self._content.phrases.say, self._content
        cited = say("clause").join(line.source for line in content.policy) if self._cover else ""
        where = say("integrity_on", page=places.get("integrity", "")) if content.integrity_page else ""
        return say("basis", sources=cited) if cited else "", where
