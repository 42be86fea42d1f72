"""A packet as one PDF, or as several where the receiver takes no file so large, within all limits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from desktop.packets.build import build_packet
from desktop.packets.counted import CountedPictures, shots_of
from desktop.packets.cutting import Cutting, Part
from desktop.packets.figures import DPI
from desktop.packets.fit_steps import Ladder, Steps, rung_at
from desktop.packets.grey import greyed
from desktop.packets.naming import file_name
from desktop.packets.reading_back import ReadBack, read_back
from desktop.packets.values import Fitted, OutFile, PacketFile, PictureSource, PlacedExhibit
from models.kinds import PacketForm
from models.rules.packet_fit import LADDER, Refusal, meters_of, over_refusal
from models.rules.packet_parts import PacketContent
from models.rules.packet_presets import PacketPreset

# Layers of rounding between a picture's pixels and its place on the page.
_SLACK: Final = 1.0005
_BUILDS: Final = 3
_FIRST_ROOM: Final = 150_000
# Down to this rung one file is better than several: photos of 1,000 pixels fill a page's width at 140 dots per inch.
_ALONE: Final = 4
# So many times the pages a file may have are too many on any rung: smaller pictures move few page ends.
_TOO_LONG: Final = 1.5
BuildAt = Callable[[int], "Built"]


@dataclass(frozen=True, slots=True)
class Built:
    """A build: its bytes, what is in them as read back (only where the receiver asks), the rung's place."""

    content: bytes
    file: PacketFile
    place: int
    seen: ReadBack | None


class Builder:
    """Builds what a receiver's limits ask for, at a rung, and again where a picture lies too densely on its page."""

    def __init__(self, pictures: CountedPictures, preset: PacketPreset, ladder: Ladder, steps: Steps) -> None:
        self._pictures, self._preset, self._ladder, self._steps = pictures, preset, ladder, steps

    def build(
        self, content: PacketContent, place: int, *, cover: bool = True, numbers: Collection[int] | None = None
    ) -> Built:
        """At that rung. Raises Cancelled, NotInert."""
        for _ in range(_BUILDS):
            out = BytesIO()
            made = build_packet(
                content, self._pictures, out=out, rung=rung_at(place), cover=cover, numbers=numbers,
                least_points=self._preset.least_points or 0.0, dpi=min(DPI, self._preset.dpi or DPI),
                progress=self._steps.within(self._steps.left(0.6)), cancelled=self._steps.cancelled,
            )  # fmt: skip
            whole = greyed(out.getvalue()) if self._preset.grey else out.getvalue()
            seen = read_back(whole) if self._measured() else None
            if seen is None or not self._thinned(seen):
                break
        return Built(whole, made, place, seen)

    def _measured(self) -> bool:
        preset = self._preset
        return any(each is not None for each in (preset.dpi, preset.pixels, preset.page_mm, preset.least_points))

    def _thinned(self, seen: ReadBack) -> bool:
        """Whether a picture has to be smaller, and is from now on."""
        preset, again = self._preset, False
        for each in seen.placed:
            share = 1.0
            if preset.dpi is not None and each.dpi > preset.dpi * _SLACK:
                share = preset.dpi / each.dpi
            if preset.pixels is not None and each.width * each.height * share * share > preset.pixels:
                share = (preset.pixels / (each.width * each.height)) ** 0.5
            if share < 1.0:
                again |= self._pictures.hold_to(each.digest, share)
        if again:
            self._ladder.forget()
        return again


class PdfFit:
    """One packet for a receiver of PDF."""

    def __init__(self, content: PacketContent, pictures: PictureSource, preset: PacketPreset, steps: Steps) -> None:
        self._content, self._preset, self._steps = content, preset, steps
        self._pictures = CountedPictures(pictures)
        self._ladder = Ladder(shots_of(content, pictures), self._pictures, steps)
        self._builder = Builder(self._pictures, preset, self._ladder, steps)
        self._ids = {page.number: page.evidence.id for page in content.exhibits}

    def fitted(self) -> Fitted:
        """One file on the highest rung that fits; else several, if the receiver takes them; else refused by name."""
        preset = self._preset
        limit = min((each for each in (preset.total_bytes, preset.file_bytes) if each is not None), default=None)
        first = self._several_first(limit)
        if first is not None and self._never_alone(first, limit or 0):
            return self._handed(*first)
        built = self._on_highest(limit)
        if not self._alone and (self._too_large(built) or (built.place > _ALONE and preset.file_bytes is not None)):
            several, parts = first or self._in_several()
            if self._too_large(built) or self._better(several, parts, built):
                return self._handed(several, parts)
        return self._handed(built, [Part(0, built.file.pages, built.content)])

    def _several_first(self, limit: int | None) -> tuple[Built, list[Part]] | None:
        """Several files, where one would surely be too large or its photos too small: it needs not be made then."""
        if limit is None or self._alone or self._preset.file_bytes is None:
            return None
        return self._in_several() if self._ladder.hopeless(_ALONE, limit) else None

    @property
    def _alone(self) -> bool:
        """Whether it has to be one file: the receiver takes one, or it stands in an archive."""
        return self._preset.files == 1 or self._preset.form is PacketForm.ARCHIVE

    def _never_alone(self, first: tuple[Built, list[Part]], limit: int) -> bool:
        """Whether one file needs not be tried: several do well, or it is too large or too long in any case."""
        built, parts = first
        most = self._preset.file_pages
        if most is not None and built.file.pages > most * _TOO_LONG:
            return True
        return (built.place <= _ALONE and self._taken(parts)) or self._ladder.hopeless(len(LADDER) - 1, limit)

    def _better(self, several: Built, parts: Sequence[Part], built: Built) -> bool:
        """Whether several files show more than one in which photos had to become small, and the receiver takes them."""
        return several.place < built.place and self._taken(parts)

    def _taken(self, parts: Sequence[Part]) -> bool:
        """Whether the receiver takes these files."""
        preset = self._preset
        largest, total = max(len(each.content) for each in parts), sum(len(each.content) for each in parts)
        fits = (preset.file_bytes is None or largest <= preset.file_bytes) and (
            preset.total_bytes is None or total <= preset.total_bytes
        )
        return fits and (preset.files is None or len(parts) <= preset.files)

    def _in_several(self) -> tuple[Built, list[Part]]:
        """On the highest rung on which several files do; a rung on which it cannot be is not built."""
        preset, last = self._preset, len(LADDER) - 1
        rooms = [preset.total_bytes]
        if preset.files is not None and preset.file_bytes is not None:
            rooms.append(preset.files * preset.file_bytes)
        built = self._on_highest(min((each for each in rooms if each is not None), default=None))
        hopeless = preset.files is not None and preset.file_pages is not None
        hopeless = hopeless and built.file.pages > (preset.files or 0) * (preset.file_pages or 0)
        while True:
            self._steps.check()
            parts = self._cut(built)
            fits = preset.file_bytes is None or max(len(each.content) for each in parts) <= preset.file_bytes
            few = hopeless or preset.files is None or len(parts) <= preset.files
            if built.place == last or (fits and few):
                return built, parts
            place = built.place + 1
            while place < last and not self._may_do(place, len(built.content) - self._ladder.bytes_at(built.place)):
                place += 1
            built = self._builder.build(self._content, place)

    def _cut(self, built: Built) -> list[Part]:
        """Before exhibits, and where that takes too many files before any page."""
        parts = Cutting(built.content, built.file, self._preset).parts()
        if self._preset.files is not None and len(parts) > self._preset.files:
            closer = Cutting(built.content, built.file, self._preset, anywhere=True).parts()
            parts = closer if len(closer) < len(parts) else parts
        return parts

    def _may_do(self, place: int, around: int) -> bool:
        """Whether no picture is too large for a file by itself, and all are not for so many files."""
        preset, pictures = self._preset, self._ladder
        if preset.file_bytes is None:
            return True
        room = None if preset.files is None else preset.files * preset.file_bytes - around
        if room is not None and (pictures.hopeless(place, room) or pictures.bytes_at(place) > room):
            return False
        return pictures.largest_at(place) <= preset.file_bytes

    def _too_large(self, built: Built) -> bool:
        preset, size = self._preset, len(built.content)
        return (preset.file_bytes is not None and size > preset.file_bytes) or (
            preset.file_pages is not None and built.file.pages > preset.file_pages
        )

    def _on_highest(self, limit: int | None) -> Built:
        """The build on the highest rung whose finished bytes are within `limit`; on the lowest if none is."""
        return highest_build(limit, self._ladder, lambda place: self._builder.build(self._content, place))

    def _handed(self, built: Built, parts: Sequence[Part]) -> Fitted:
        preset, number = self._preset, self._content.head.number
        files = tuple(
            OutFile(
                file_name(number, str(place) if len(parts) > 1 else "", "pdf", preset.name_most),
                "pdf",
                part.content,
                pages=part.last - part.first,
            )
            for place, part in enumerate(parts, 1)
        )
        refusals = [*self._over(built, files), *measured_refusals(preset, built.seen, built.file.exhibits, self._ids)]
        refusals += illegible_refusals(preset, self._ladder, built.place, self._ids)
        dpi = round(built.seen.dpi) if built.seen is not None else 0
        sizes = [(each.name, len(each.content)) for each in files]
        meters = meters_of(preset, sizes, pages=built.file.pages, pictures=None, dpi=dpi)
        return Fitted(
            files, built.content, built.file.pages, meters, tuple(refusals), built.file.missing_glyphs,
            built.file.exhibits, rung_at(built.place),
        )  # fmt: skip

    def _over(self, built: Built, files: Sequence[OutFile]) -> list[Refusal]:
        preset, ids, found = self._preset, self._ids, []
        sizes = [len(each.content) for each in files]
        weights = self._ladder.by_exhibit(built.place) if preset.total_bytes or preset.file_bytes else {}
        pages = pages_by_exhibit(built.file)
        if preset.total_bytes is not None and sum(sizes) > preset.total_bytes:
            found.append(over_refusal("bytes_over", sum(sizes), preset.total_bytes, weights, ids))
        if preset.file_bytes is not None and max(sizes) > preset.file_bytes:
            name = files[sizes.index(max(sizes))].name
            found.append(over_refusal("file_bytes_over", max(sizes), preset.file_bytes, weights, ids, file=name))
        if preset.pages is not None and built.file.pages > preset.pages:
            found.append(over_refusal("pages_over", built.file.pages, preset.pages, pages, ids))
        longest = max(files, key=lambda each: each.pages)
        if preset.file_pages is not None and longest.pages > preset.file_pages:
            limit = preset.file_pages
            found.append(over_refusal("file_pages_over", longest.pages, limit, pages, ids, file=longest.name))
        if preset.files is not None and len(files) > preset.files:
            over = over_refusal("files_over", built.file.pages, preset.files * (preset.file_pages or 1), pages, ids)
            named = over.exhibits if preset.file_pages is not None else self._heaviest(files, preset, weights)
            first = ids.get(named[0]) if named else None
            found.append(Refusal("files_over", {"used": len(files), "limit": preset.files}, named, first))
        return found

    def _heaviest(self, files: Sequence[OutFile], preset: PacketPreset, weights: Mapping[int, int]) -> tuple[int, ...]:
        room = (preset.files or 1) * (preset.file_bytes or 0)
        total = sum(len(each.content) for each in files)
        return over_refusal("files_over", total, min(room, total - 1), weights, self._ids).exhibits


def highest_build(limit: int | None, ladder: Ladder, build: BuildAt) -> Built:
    """The build on the highest rung whose finished bytes are at most `limit`; on the lowest rung if none is.

    The bytes around the pictures are known from the first build, so that others are built only where they will do.
    """
    last = len(LADDER) - 1
    place = ladder.guess(None if limit is None else max(1, limit - _FIRST_ROOM))
    built = build(place)
    if limit is None:
        return built
    best: Built | None = None
    for _ in range(_BUILDS):
        size = len(built.content)
        if size <= limit and (best is None or built.place < best.place):
            best = built
        around = size - ladder.bytes_at(built.place)
        found = ladder.highest(limit - around, built.place)
        wanted = last if found is None else found
        if size > limit:
            wanted = max(wanted, min(last, built.place + 1))
        if wanted == built.place or (best is not None and wanted >= best.place):
            break
        built = build(wanted)
    if best is not None:
        return best
    while len(built.content) > limit and built.place < last:
        built = build(built.place + 1)
    return built


def pages_by_exhibit(file: PacketFile) -> dict[int, int]:
    """How many pages each exhibit takes, up to the next one; those that share a page count for the first of them."""
    starts = [each.page for each in file.exhibits]
    ends = [*starts[1:], file.pages + 1][: len(starts)]
    return {each.number: max(0, end - each.page) for each, end in zip(file.exhibits, ends, strict=True)}


def illegible_refusals(preset: PacketPreset, ladder: Ladder, place: int, ids: Mapping[int, int]) -> list[Refusal]:
    """The exhibits whose words the receiver's dots per inch or pixels would make unreadable."""
    named = ladder.illegible(place) if preset.dpi is not None or preset.pixels is not None else ()
    limit = preset.dpi or preset.pixels
    return [Refusal("picture_illegible", {"limit": limit}, named, ids[named[0]])] if named else []


def measured_refusals(
    preset: PacketPreset, seen: ReadBack | None, placed: Sequence[PlacedExhibit], ids: Mapping[int, int]
) -> list[Refusal]:
    """What was read back and does not fit: it is never handed out as if it did."""
    if seen is None:
        return []
    found = []
    dense = [each for each in seen.placed if preset.dpi is not None and each.dpi > preset.dpi * _SLACK]
    large = [each for each in seen.placed if preset.pixels is not None and each.width * each.height > preset.pixels]
    for code, some, used, limit in (
        ("dpi_over", dense, round(seen.dpi), preset.dpi),
        ("pixels_over", large, max((each.width * each.height for each in large), default=0), preset.pixels),
    ):
        if some:
            named = tuple(dict.fromkeys(filter(None, (_shown_on(each.page + 1, placed) for each in some))))
            first = ids.get(named[0]) if named else None
            found.append(Refusal(code, {"used": used, "limit": limit}, named, first))
    if preset.page_mm is not None and any(
        used > limit + 0.1 for used, limit in zip(seen.page_mm, preset.page_mm, strict=True)
    ):
        width, height = seen.page_mm
        found.append(Refusal("page_too_large", {"name": f"{width:.0f} × {height:.0f} mm"}))
    if preset.least_points is not None and 0 < seen.least_points < preset.least_points - 0.01:
        values = {"used": f"{seen.least_points:.1f}", "limit": f"{preset.least_points:g}"}
        found.append(Refusal("type_too_small", values))
    return found


def _shown_on(page: int, placed: Sequence[PlacedExhibit]) -> int | None:
    """The exhibit that page (from 1) belongs to."""
    before = [each for each in placed if each.page <= page]
    return max(before, key=lambda each: each.page).number if before else None
