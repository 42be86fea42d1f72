"""A packet for receivers that take single pictures: captions burnt in, each picture as large as the limits allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.packets.build import only
from desktop.packets.counted import CountedPictures, shots_of
from desktop.packets.fit_steps import Steps
from desktop.packets.naming import file_name
from desktop.packets.set_pages import PAGE, SetPage, SetPages
from desktop.packets.shown import Shown, fetch, put_off
from desktop.packets.values import Fitted, NoPreview, OutFile, PictureBytes, PictureSource, PlacedExhibit
from models.errors import EnvironmentFault
from models.rules.packet_fit import LADDER, Refusal, largest_over, meters_of, over_refusal
from models.rules.packet_parts import PacketContent
from models.rules.packet_presets import PacketPreset

Texts = tuple[tuple[str, str], ...]
_WIDEST: Final = 1_600
_LONGEST: Final = 16_000
_SMALLER: Final = 0.88
_BEST, _TEXT_QUALITY, _PHOTO_QUALITY = 86, 60, 50
_STEP: Final = 6
_RAISED: Final = 3
# Of more than the receiver takes so many are shown, to choose from; all others only count.
_SHOWN_ANYWAY: Final = 24


@dataclass(frozen=True, slots=True)
class Size:
    """How a page is drawn: width in pixels and JPEG quality."""

    width: int
    quality: int


def sizes_of(page: SetPage, pixels: int | None) -> tuple[Size, ...]:
    """The sizes a page may have, the largest first, down to where it can still be read."""
    ratio = page.height / PAGE
    widest = min(_WIDEST, page.native, int(_LONGEST / max(ratio, 1.0)))
    if pixels is not None:
        widest = min(widest, int((pixels / ratio) ** 0.5))
    widest = max(widest, min(page.least, int(_LONGEST / max(ratio, 1.0))))
    floor = _TEXT_QUALITY if page.textual else _PHOTO_QUALITY
    width, quality = float(widest), _BEST
    found = [Size(widest, _BEST), Size(widest, _BEST - _STEP)]
    quality -= _STEP
    while width > page.least or quality > floor:
        width = max(float(page.least), width * _SMALLER)
        quality = max(floor, quality - (_STEP - 2))
        found.append(Size(int(min(width, widest)), quality))
    return tuple(dict.fromkeys(found))


def fit_pictures(
    content: PacketContent, pictures: PictureSource, preset: PacketPreset, _texts: Texts, steps: Steps
) -> Fitted:
    """The pictures of all exhibits in their order and, to be pasted, the summary, of both languages one by one."""
    return _SetFit(content, pictures, preset, steps).fitted()


class _SetFit:
    def __init__(self, content: PacketContent, pictures: PictureSource, preset: PacketPreset, steps: Steps) -> None:
        self._content, self._preset, self._steps = content, preset, steps
        self._pictures = CountedPictures(pictures)
        shots = shots_of(content, pictures)
        self._content = replace(
            content, exhibits=tuple(replace(page, shots=shots[page.number]) for page in content.exhibits)
        )
        self._shown = self._fetched()
        self._set = SetPages(self._content, self._shown)
        self._painted = self._set.painted()
        self._plain = b""
        self._sizes = [sizes_of(page, preset.pixels) for page in self._set.pages]
        self._drawn: dict[tuple[int, int], PictureBytes] = {}
        self._ids = {page.number: page.evidence.id for page in content.exhibits}
        self._expected = max(1, 5 * len(self._sizes))

    def _fetched(self) -> dict[int, Shown]:
        """What is shown of each exhibit; of far too many only the first ones' pictures are made."""
        content, most, tell = self._content, self._preset.pictures, self._steps.within(self._steps.left(0.4))
        if most is not None:
            waiting = put_off(content, self._pictures)
            pages = SetPages(content, waiting).pages
            drawn = {number for page in pages[: max(most + 1, _SHOWN_ANYWAY)] for number in page.numbers}
            if len(drawn) < len(content.exhibits):
                made = fetch(only(content, drawn), self._pictures, LADDER[0], tell, self._steps.cancelled)
                shown = {**waiting, **made}
                # Those that cannot be shown take no place: then the others are looked at after all.
                sure = [page for page in SetPages(content, shown).pages if drawn.issuperset(page.numbers)]
                if len(sure) > most:
                    return shown
        return fetch(content, self._pictures, LADDER[0], tell, self._steps.cancelled)

    def fitted(self) -> Fitted:
        pages, preset = self._set.pages, self._preset
        over = preset.pictures is not None and len(pages) > preset.pictures
        # Too many are refused anyway, and stand in the preview: none is drawn in vain.
        places = [] if over else self._chosen()
        made = [self._draw(number, place) for number, place in enumerate(places)]
        head = self._content.head
        files = tuple(
            OutFile(file_name(head.number, f"{at:02d}", "jpg", preset.name_most), "jpeg", each.content)
            for at, each in enumerate(made, 1)
        )
        sides = [("text", self._content), (f"text-{self._other}", self._content.second)]
        written = tuple(
            OutFile(file_name(head.number, name, "txt"), "txt", side.summary.encode("utf-8"))
            for name, side in sides
            if side is not None and side.summary.strip()
        )
        first: dict[int, int] = {}
        for at, page in enumerate(pages, 1):
            for number in page.numbers:
                first.setdefault(number, at)
        placed = tuple(
            PlacedExhibit(each.number, each.evidence.id, first.get(each.number, 0), each.number in first)
            for each in self._content.exhibits
        )
        sizes = [(each.name, len(each.content)) for each in files]
        return Fitted(
            (*files, *written), self._painted, len(pages),
            meters_of(preset, sizes, pages=None, pictures=len(pages)), tuple(self._refusals(files, made)),
            self._set.missing, placed, LADDER[0],
        )  # fmt: skip

    @property
    def _other(self) -> str:
        return self._content.second.language if self._content.second is not None else ""

    def _draw(self, number: int, place: int) -> PictureBytes:
        """A page at one of its sizes, through the decoder. Raises Cancelled."""
        key = number, place
        if key not in self._drawn:
            self._steps.check()
            size, page = self._sizes[number][place], self._set.pages[number]
            side = max(size.width, round(size.width * page.height / PAGE))
            if not self._plain:
                self._plain = self._set.painted(plain=True)
            made = self._pictures.drawn(self._plain, number, side, size.quality)
            if isinstance(made, NoPreview):
                raise EnvironmentFault("packet_page_not_drawn", page=number + 1, reason=made.reason)
            self._drawn[key] = made
            self._steps.tell(400 + 590 * len(self._drawn) // max(self._expected, len(self._drawn)))
        return self._drawn[key]

    def _bytes(self, number: int, place: int) -> int:
        return len(self._draw(number, place).content)

    def _chosen(self) -> list[int]:
        """The place of each page among its sizes: within the limit of one and that of all, the rest shared out."""
        alone = [self._first_within(number) for number in range(len(self._sizes))]
        limit = self._preset.total_bytes
        if limit is None or sum(self._bytes(*each) for each in enumerate(alone)) <= limit:
            return alone
        low, high = 1, max(len(sizes) for sizes in self._sizes) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._together(alone, middle) <= limit else (middle + 1, high)
        places = self._at(alone, low)
        total = sum(self._bytes(*each) for each in enumerate(places))
        for _ in range(_RAISED):
            for number, place in enumerate(places):
                if place <= alone[number] or total > limit:
                    continue
                more = self._bytes(number, place - 1) - self._bytes(number, place)
                if total + more <= limit:
                    places[number], total = place - 1, total + more
        return places

    def _first_within(self, number: int) -> int:
        limit, last = self._preset.file_bytes, len(self._sizes[number]) - 1
        if limit is None or self._bytes(number, 0) <= limit:
            return 0
        low, high = 1, last
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._bytes(number, middle) <= limit else (middle + 1, high)
        return low

    def _at(self, alone: Sequence[int], place: int) -> list[int]:
        return [
            max(each, min(place, len(sizes) - 1)) for each, sizes in zip(alone, self._sizes, strict=True)
        ]  # fmt: skip

    def _together(self, alone: Sequence[int], place: int) -> int:
        return sum(self._bytes(*each) for each in enumerate(self._at(alone, place)))

    def _refusals(self, files: Sequence[OutFile], made: Sequence[PictureBytes]) -> list[Refusal]:
        preset, ids, pages, found = self._preset, self._ids, self._set.pages, []
        if not self._content.exhibits:
            found.append(Refusal("nothing_chosen"))
        shown = self._shown
        unseen = [page for page in self._content.exhibits if not shown[page.number].anything]
        unseen = [page for page in unseen if not shown[page.number].put_off]
        if unseen:
            numbers = tuple(page.number for page in unseen)
            found.append(Refusal("not_shown", {"used": len(unseen)}, numbers, unseen[0].evidence.id))
        if preset.pictures is not None and len(pages) > preset.pictures:
            taken: dict[int, int] = {}
            for page in pages:
                for number in page.numbers:
                    taken[number] = taken.get(number, 0) + 1
            found.append(over_refusal("pictures_over", len(pages), preset.pictures, taken, ids))
            return found
        for file, page in zip(files, pages, strict=True):
            if preset.file_bytes is not None and len(file.content) > preset.file_bytes:
                code = "picture_illegible" if page.textual else "file_bytes_over"
                values = {"used": len(file.content), "limit": preset.file_bytes, "file": file.name}
                found.append(Refusal(code, values, page.numbers, ids[page.numbers[0]]))
        for file, picture, page in zip(files, made, pages, strict=True):
            if preset.pixels is not None and picture.width * picture.height > preset.pixels:
                values = {"used": picture.width * picture.height, "limit": preset.pixels, "file": file.name}
                found.append(Refusal("pixels_over", values, page.numbers, ids[page.numbers[0]]))
        if preset.files is not None and len(files) > preset.files:
            found.append(Refusal("files_over", {"used": len(files), "limit": preset.files}))
        total = sum(len(file.content) for file in files)
        if preset.total_bytes is not None and total > preset.total_bytes:
            sizes = dict.fromkeys(ids, 0)
            for file, page in zip(files, pages, strict=True):
                for number in page.numbers:
                    sizes[number] += len(file.content) // len(page.numbers)
            named = largest_over(sizes, total - preset.total_bytes)
            first = ids.get(named[0]) if named else None
            values = {"used": total, "limit": preset.total_bytes}
            found.append(Refusal("bytes_over", values, named, first))
        return found
