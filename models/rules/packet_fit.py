"""Whether a packet fits what its receiver takes: what is used of each limit, what does not fit, how far to shrink.

Codes of refusals, with their values; `used` and `limit` stand in all that count something, `exhibits` name those that
do not fit, the largest first:
`summary_too_long`, `summary_too_short`; `text_too_long` (`slot`); `texts_too_long` all texts together;
`pages_over`; `file_pages_over` (`file`); `bytes_over`; `file_bytes_over` (`file`); `files_over`; `pictures_over`;
`dpi_over`; `pixels_over`; `type_too_small` (points); `page_too_large` (`name`: its size);
`picture_illegible` words of this exhibit could no longer be read where it would fit; `not_shown` nothing of it can be
shown as a picture; `nothing_chosen` a picture set without exhibits; `unknown_slot` (`slot`) its type is not one this
receiver has; `text_without_slot` (`slot`) a text is written for a field the receiver does not have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from models.rules.packet_presets import PacketPreset
from models.rules.text_limits import units


class MeterKind(StrEnum):
    """What is measured."""

    BYTES = "bytes"
    FILE_BYTES = "file_bytes"
    FILES = "files"
    PAGES = "pages"
    PICTURES = "pictures"
    SUMMARY = "summary"
    TEXT = "text"
    DPI = "dpi"


class Fill(StrEnum):
    """How full: well, from 90 %, over."""

    WELL = "well"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of a limit is used; `limit` None: none is known. `subject`: the file or slot it is about, if one."""

    kind: MeterKind
    used: int
    limit: int | None
    subject: str = ""

    @property
    def fill(self) -> Fill:
        """Well up to 90 %, near up to the limit, over beyond."""
        if self.limit is None or self.used * 10 <= self.limit * 9:
            return Fill.WELL
        return Fill.NEAR if self.used <= self.limit else Fill.OVER


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the packet cannot go out as it is. `code` has a sentence with `values`; `exhibits` are the numbers of those
    that do not fit, the largest first; `evidence_id` is the first of them."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    exhibits: tuple[int, ...] = ()
    evidence_id: int | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of shrinking: the longer side in pixels and the JPEG quality of photos, and those of pictures with text
    (screenshots, chats, pages), which never go below what is readable at 100 %."""

    side: int
    quality: int
    text_side: int
    text_quality: int


# How far words can be shrunk was measured: all 3,755 common characters drawn 20, 24, 27 and 30 pixels high in a
# screenshot 1,080 wide, dark on white and grey on grey, shrunk and saved at every width and quality, then each told
# apart from all the others. Down to 720 pixels at quality 55 every one of 24 pixels and more was known again (those of
# 20: 99.8 %). At 640 and 60 that still held, with a third less to tell them by; at 540 grey ones fell to 98 %, at 432
# to 90 %. 720 of 1,080 also leaves 24 pixels at 16, as large as words on a web page. A phone's screen of 720 by 1,600.
LEAST_TEXT_SIDE: Final = 1_600
LEAST_TEXT_QUALITY: Final = 60
# Where a receiver's dots per inch leave less (200 leave a phone's screen 551 pixels on A4, 513 on Letter), down to
# where 24 pixels are still 11 high: characters 10.8 high were known again at 99.8 %. Pages: 10 points are 12 pixels.
LEAST_TEXT_WIDTH: Final = 500
LEAST_PAGE_SIDE: Final = 1_000

LADDER: Final = (
    Rung(1600, 85, 2340, 85),
    Rung(1600, 76, 2340, 76),
    Rung(1400, 72, 2000, 74),
    Rung(1200, 70, 2000, 70),
    Rung(1000, 68, 1800, 68),
    Rung(860, 64, 1600, 66),
    Rung(720, 58, LEAST_TEXT_SIDE, LEAST_TEXT_QUALITY),
    Rung(600, 52, LEAST_TEXT_SIDE, LEAST_TEXT_QUALITY),
)


def text_meters(preset: PacketPreset, summary: str, texts: Sequence[tuple[str, str]]) -> tuple[Meter, ...]:
    """What the summary uses, each field with a limit or a text, and all of them together."""
    used = units(summary.strip(), preset.counting)
    meters = [Meter(MeterKind.SUMMARY, used, preset.summary_most)]
    together = used
    for name, text in texts:
        slot = preset.slot(name)
        count = units(text.strip(), preset.counting)
        together += count
        if slot is not None and count:
            meters.append(Meter(MeterKind.TEXT, count, slot.text_most, name))
    if texts or preset.text_total is not None:
        meters.append(Meter(MeterKind.TEXT, together, preset.text_total))
    return tuple(meters)


def text_refusals(preset: PacketPreset, summary: str, texts: Sequence[tuple[str, str]]) -> tuple[Refusal, ...]:
    """What of the texts does not fit. A text is never cut."""
    found: list[Refusal] = []
    meters = text_meters(preset, summary, texts)
    for meter in meters:
        if meter.fill is not Fill.OVER:
            continue
        counted = {"used": meter.used, "limit": meter.limit}
        if meter.kind is MeterKind.SUMMARY:
            found.append(Refusal("summary_too_long", counted))
        elif meter.subject:
            found.append(Refusal("text_too_long", {**counted, "slot": meter.subject}))
        else:
            found.append(Refusal("texts_too_long", counted))
    least = preset.summary_least
    if least is not None and meters[0].used < least:
        found.append(Refusal("summary_too_short", {"used": meters[0].used, "limit": least}))
    for name, text in texts:
        slot = preset.slot(name)
        if text.strip() and (slot is None or not slot.takes_text):
            found.append(Refusal("text_without_slot", {"slot": name}))
    return tuple(found)


def largest_over(sizes: Mapping[int, int], over: int) -> tuple[int, ...]:
    """The exhibits to be taken out so that at least `over` is saved: the largest first, the later one of two alike."""
    named: list[int] = []
    for number in sorted(sizes, key=lambda each: (-sizes[each], -each)):
        if over <= 0 or sizes[number] <= 0:
            break
        named.append(number)
        over -= sizes[number]
    return tuple(named)


def over_refusal(
    code: str, used: int, limit: int, sizes: Mapping[int, int], ids: Mapping[int, int], **values: object
) -> Refusal:
    """A limit is passed; names the exhibits by which."""
    named = largest_over(sizes, used - limit)
    first = ids.get(named[0]) if named else None
    return Refusal(code, {"used": used, "limit": limit, **values}, named, first)


def meters_of(
    preset: PacketPreset, sizes: Iterable[tuple[str, int]], *, pages: int | None, pictures: int | None, dpi: int = 0
) -> tuple[Meter, ...]:
    """What the finished files use: `sizes` are their names and bytes."""
    files = list(sizes)
    meters = [Meter(MeterKind.BYTES, sum(size for _, size in files), preset.total_bytes)]
    if preset.file_bytes is not None and files:
        name, size = max(files, key=lambda each: each[1])
        meters.append(Meter(MeterKind.FILE_BYTES, size, preset.file_bytes, name))
    if preset.files is not None:
        meters.append(Meter(MeterKind.FILES, len(files), preset.files))
    if pages is not None:
        meters.append(Meter(MeterKind.PAGES, pages, preset.pages))
    if pictures is not None:
        meters.append(Meter(MeterKind.PICTURES, pictures, preset.pictures))
    if preset.dpi is not None:
        meters.append(Meter(MeterKind.DPI, dpi, preset.dpi))
    return tuple(meters)
