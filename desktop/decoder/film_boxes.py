"""What an MP4 or MOV says of its film, read from its boxes (ISO/IEC 14496-12) before any codec sees a byte of it."""

from __future__ import annotations

import math
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import IO

from desktop.decoder.pictures import RefusedError, check_size
from desktop.decoder.results import NoPreviewReason

_MAX_DIRECTORY_BYTES = 64 * 1024 * 1024
_MAX_BOXES = 2_000
_MAX_TRACKS = 32
_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
_JPEG_ENTRIES = (b"jpeg", b"mjpa")
_JPEG_IN_MPEG4 = 0x6C
_ENTRIES = (
    *_JPEG_ENTRIES,
    *(b"avc1", b"avc3", b"hvc1", b"hev1", b"dvh1", b"dvhe", b"mp4v", b"s263", b"h263", b"vp09"),
)


class Boxes:
    """Boxes within `data[start:end]`."""

    def __init__(self, data: bytes, start: int, end: int) -> None:
        self.data, self.start, self.end = data, start, end

    def __iter__(self) -> Iterator[tuple[bytes, Boxes]]:
        at = self.start
        for _ in range(_MAX_BOXES):
            if at + 8 > self.end:
                return
            size, kind = struct.unpack_from(">I4s", self.data, at)
            head = 8
            if size == 1 and at + 16 <= self.end:
                size, head = struct.unpack_from(">Q", self.data, at + 8)[0], 16
            elif size == 0:
                size = self.end - at
            if size < head or at + size > self.end:
                return
            yield kind, Boxes(self.data, at + head, at + size)
            at += size
        raise RefusedError(NoPreviewReason.DAMAGED)

    def find(self, *path: bytes) -> Boxes | None:
        """The first box at the end of the path."""
        here = self
        for name in path:
            found = next((box for kind, box in here if kind == name), None)
            if found is None:
                return None
            here = found
        return here

    def need(self, *path: bytes) -> Boxes:
        found = self.find(*path)
        if found is None:
            raise RefusedError(NoPreviewReason.DAMAGED)
        return found

    def numbers(self, layout: str, offset: int = 0) -> tuple[int, ...]:
        """Big-endian whole numbers from `offset` of this box's content."""
        size = struct.calcsize(">" + layout)
        if self.start + offset + size > self.end:
            raise RefusedError(NoPreviewReason.DAMAGED)
        return struct.unpack_from(">" + layout, self.data, self.start + offset)

    def bytes_at(self, offset: int, length: int) -> bytes:
        return self.data[self.start + offset : min(self.start + offset + length, self.end)]


@dataclass(frozen=True, slots=True)
class Film:
    """The film's claims. `turn` is how many degrees clockwise make its frames upright; `pixel_ratio` width to height
    of one pixel; `recorded` is UTC without a zone, None where the camera knew no time."""

    width: int
    height: int
    turn: int
    pixel_ratio: Fraction
    duration_ms: int
    recorded: datetime | None
    jpeg_track: Boxes | None

    @property
    def shown(self) -> tuple[int, int]:
        """Width and height in pixels as stored, with square pixels."""
        return max(1, round(self.width * self.pixel_ratio)), self.height

    @property
    def upright(self) -> tuple[int, int]:
        width, height = self.shown
        return (height, width) if self.turn in (90, 270) else (width, height)


def read_film(file: IO[bytes]) -> Film:
    """The first film in the container. RefusedError when there is none, or one of a codec that is not opened."""
    directory = _directory(file)
    tracks = [box for kind, box in directory if kind == b"trak"]
    if len(tracks) > _MAX_TRACKS:
        raise RefusedError(NoPreviewReason.DAMAGED)
    films = [track for track in tracks if _handler(track) == b"vide"]
    if not films:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    entries = [_entry(track) for track in films]
    for kind, entry in entries:
        # Of every track, as the codec library chooses for itself which one it takes.
        if kind not in _ENTRIES:
            raise RefusedError(NoPreviewReason.UNSUPPORTED)
        check_size(*entry.numbers("HH", 24))
    kind, entry = entries[0]
    width, height = entry.numbers("HH", 24)
    head = directory.need(b"mvhd")
    return Film(
        width, height, _turn(films[0].need(b"tkhd")), _pixel_ratio(entry), _duration_ms(directory, films[0]),
        _recorded(head) or _recorded(films[0].need(b"mdia", b"mdhd")), films[0] if _is_jpeg(kind, entry) else None,
    )  # fmt: skip


def film_track(file: IO[bytes]) -> tuple[Boxes, Boxes]:
    """The directory of the container, and of its tracks the first one with a film. RefusedError when there is none."""
    directory = _directory(file)
    for kind, box in directory:
        if kind == b"trak" and _handler(box) == b"vide":
            return directory, box
    raise RefusedError(NoPreviewReason.UNSUPPORTED)


def jpeg_at(file: IO[bytes], film: Film, at_ms: int) -> bytes:
    """The stored JPEG shown at `at_ms`, or the last one before the film ends, of a film that is made of JPEGs."""
    track = film.jpeg_track
    if track is None:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    table = track.need(b"mdia", b"minf", b"stbl")
    scale = scale_of(track.need(b"mdia", b"mdhd"))
    number = _sample_at(table.need(b"stts"), at_ms * scale // 1000)
    fixed, count = table.need(b"stsz").numbers("II", 4)
    if not count:
        raise RefusedError(NoPreviewReason.DAMAGED)
    number = min(number, count - 1)
    chunk, first = _chunk_of(table.need(b"stsc"), number)
    sizes = [fixed or table.need(b"stsz").numbers("I", 12 + 4 * earlier)[0] for earlier in range(first, number + 1)]
    long = table.find(b"co64")
    start = long.numbers("Q", 8 + 8 * chunk)[0] if long else table.need(b"stco").numbers("I", 8 + 4 * chunk)[0]
    if sizes[-1] > _MAX_DIRECTORY_BYTES:
        raise RefusedError(NoPreviewReason.DAMAGED)
    file.seek(start + sum(sizes[:-1]))
    return file.read(sizes[-1])


def _directory(file: IO[bytes]) -> Boxes:
    """The `moov` box, wherever it lies among the boxes of the file."""
    length = os.fstat(file.fileno()).st_size
    at = 0
    for _ in range(_MAX_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            break
        size, kind = struct.unpack_from(">I4s", head)
        start = 8
        if size == 1 and len(head) == 16:
            size, start = struct.unpack_from(">Q", head, 8)[0], 16
        elif size == 0:
            size = length - at
        if size < start or at + size > length:
            break
        if kind == b"moov":
            if size > _MAX_DIRECTORY_BYTES:
                raise RefusedError(NoPreviewReason.DAMAGED)
            file.seek(at + start)
            data = file.read(size - start)
            return Boxes(data, 0, len(data))
        at += size
    raise RefusedError(NoPreviewReason.DAMAGED)


def _handler(track: Boxes) -> bytes:
    handler = track.find(b"mdia", b"hdlr")
    return handler.bytes_at(8, 4) if handler else b""


def _entry(track: Boxes) -> tuple[bytes, Boxes]:
    """Code and content of the first sample description; a second one would be of another codec."""
    table = track.need(b"mdia", b"minf", b"stbl", b"stsd")
    found = list(Boxes(table.data, table.start + 8, table.end))
    if len(found) != 1:
        raise RefusedError(NoPreviewReason.DAMAGED if not found else NoPreviewReason.UNSUPPORTED)
    return found[0]


def _inside(entry: Boxes) -> Boxes:
    return Boxes(entry.data, min(entry.start + 78, entry.end), entry.end)


def _is_jpeg(kind: bytes, entry: Boxes) -> bool:
    if kind != b"mp4v":
        return kind in _JPEG_ENTRIES
    described = _inside(entry).find(b"esds")
    if described is None:
        return False
    # Descriptors of ISO/IEC 14496-1, 7.2.6.5: tag, length in seven bits each, content.
    rest = described.bytes_at(4, 64)
    for tag, skip in ((0x03, 3), (0x04, 0)):
        if not rest or rest[0] != tag:
            return False
        end = next((at for at in range(1, min(6, len(rest))) if rest[at] < 0x80), 0)
        rest = rest[end + 1 + skip :]
    return rest[:1] == bytes([_JPEG_IN_MPEG4])


def _pixel_ratio(entry: Boxes) -> Fraction:
    box = _inside(entry).find(b"pasp")
    wide, high = box.numbers("II") if box else (1, 1)
    ratio = Fraction(wide, high) if wide and high else Fraction(1)
    return ratio if Fraction(1, 4) <= ratio <= 4 else Fraction(1)


def _turn(head: Boxes) -> int:
    long = head.numbers("B")[0] == 1
    across, down = head.numbers("ii", 52 if long else 40)
    return round(math.degrees(math.atan2(down, across)) / 90) * 90 % 360


def scale_of(head: Boxes) -> int:
    """How many of its units are a second, of a film's or a track's head."""
    long = head.numbers("B")[0] == 1
    return head.numbers("I", 20 if long else 12)[0] or 1


def _duration_ms(directory: Boxes, track: Boxes) -> int:
    lengths = []
    for head in (directory.need(b"mvhd"), track.need(b"mdia", b"mdhd")):
        long = head.numbers("B")[0] == 1
        units = head.numbers("Q", 24)[0] if long else head.numbers("I", 16)[0]
        if units not in (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF):
            lengths.append(units * 1000 // scale_of(head))
    fragmented = directory.find(b"mvex", b"mehd")
    if fragmented:
        long = fragmented.numbers("B")[0] == 1
        lengths.append(fragmented.numbers("Q" if long else "I", 4)[0] * 1000 // scale_of(directory.need(b"mvhd")))
    return min(next((length for length in lengths if length), 0), 0x7FFFFFFF)


def _recorded(head: Boxes) -> datetime | None:
    seconds = head.numbers("Q", 4)[0] if head.numbers("B")[0] == 1 else head.numbers("I", 4)[0]
    if seconds > 1 << 33:
        return None
    moment = _EPOCH + timedelta(seconds=seconds)
    # Cameras without a clock write the epoch of the container (1904) or of Unix.
    return moment.replace(tzinfo=None) if moment.year > 1990 else None


def _sample_at(times: Boxes, moment: int) -> int:
    runs = times.numbers("I", 4)[0]
    passed = number = 0
    for run in range(min(runs, _MAX_DIRECTORY_BYTES // 8)):
        count, length = times.numbers("II", 8 + 8 * run)
        if length and passed + count * length > moment:
            return number + max(0, moment - passed) // length
        passed += count * length
        number += count
    return max(0, number - 1)


def _chunk_of(runs: Boxes, number: int) -> tuple[int, int]:
    """Which chunk (from 0) holds the sample, and the number of that chunk's first sample."""
    count = runs.numbers("I", 4)[0]
    first_sample = 0
    for run in range(count):
        chunk, each, _ = runs.numbers("III", 8 + 12 * run)
        until = runs.numbers("I", 8 + 12 * (run + 1))[0] if run + 1 < count else 1 << 32
        if not chunk or not each or until <= chunk:
            break
        if number < first_sample + (until - chunk) * each:
            within = (number - first_sample) // each
            return chunk - 1 + within, first_sample + within * each
        first_sample += (until - chunk) * each
    raise RefusedError(NoPreviewReason.DAMAGED)
