"""Where an MP4 or MOV tells more than its film (FILM_CLAIMS): places, names, devices, times, by ranges of the file.

The answer is JSON: {"ranges": [[start, length, what], ...]} in order and apart from each other. `what` is "box" for a
box that a player skips once its type reads `free` and its content is zeros, "bytes" for zeros alone. Sizes stay, so
that nothing moves and the film still plays. What is not known to be needed to play counts as told.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterator
from typing import IO

from desktop.decoder.pictures import RefusedError
from desktop.decoder.protocol import MAX_DATA_BYTES, Request, Response, Status
from desktop.decoder.results import MediaFormat, MediaKind, NoPreviewReason

_MAX_MOOV_BYTES = 64 * 1024 * 1024
_MAX_TOP, _MAX_INSIDE, _MAX_RANGES, _DEPTH = 5_000, 20_000, 40_000, 8
# ISO/IEC 14496-12 and the QuickTime file format: what carries the film itself. A fragment is looked into like `moov`.
_TOP = frozenset((b"ftyp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"ssix", b"styp", b"pdin", b"wide"))
_INSIDE = {
    b"moov": frozenset((b"mvhd", b"trak", b"mvex", b"iods")),
    b"trak": frozenset((b"tkhd", b"edts", b"mdia", b"tref", b"tapt", b"load", b"trgr")),
    b"mdia": frozenset((b"mdhd", b"hdlr", b"minf", b"elng")),
    b"minf": frozenset((b"vmhd", b"smhd", b"hmhd", b"nmhd", b"sthd", b"gmhd", b"hdlr", b"dinf", b"stbl")),
    b"moof": frozenset((b"mfhd", b"traf")),
    b"traf": frozenset((b"tfhd", b"tfdt", b"trun", b"saiz", b"saio", b"sbgp", b"sgpd", b"subs", b"sdtp", b"senc")),
}
_TIMES = frozenset((b"mvhd", b"tkhd", b"mdhd"))
# A track of anything else (GPS of dash cams and action cameras, Apple's timed metadata) goes with its samples.
_PLAYED = frozenset((b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"tmcd", b"auxv"))
_NAME_AT = 24

Range = tuple[int, int, str]
_Box = tuple[bytes, int, int, int]


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """The ranges. RefusedError for what is no film, or one whose boxes do not add up."""
    if found.kind is not MediaKind.VIDEO:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    ranges = sorted(set(_claims(file)))
    if len(ranges) > _MAX_RANGES:
        raise RefusedError(NoPreviewReason.TOO_LARGE_FILE)
    data = json.dumps({"ranges": _apart(ranges)}).encode("ascii")
    if len(data) > MAX_DATA_BYTES:
        raise RefusedError(NoPreviewReason.TOO_LARGE_FILE)
    return Response(request.number, Status.DATA, data)


def _apart(ranges: list[Range]) -> list[Range]:
    """Without those that lie in one before them; two that overlap in part would be a damaged file."""
    kept: list[Range] = []
    for start, length, what in ranges:
        if kept and start < kept[-1][0] + kept[-1][1]:
            if start + length > kept[-1][0] + kept[-1][1]:
                raise RefusedError(NoPreviewReason.DAMAGED)
            continue
        kept.append((start, length, what))
    return kept


def _claims(file: IO[bytes]) -> Iterator[Range]:
    length = os.fstat(file.fileno()).st_size
    at, seen, film = 0, 0, False
    while at + 8 <= length:
        seen += 1
        file.seek(at)
        head = file.read(16)
        size, kind, skip = _head(head, length - at)
        if size < skip or at + size > length or seen > _MAX_TOP:
            raise RefusedError(NoPreviewReason.DAMAGED)
        if kind not in _TOP:
            yield at, size, "box"
        elif kind in (b"moov", b"moof"):
            if size > _MAX_MOOV_BYTES:
                raise RefusedError(NoPreviewReason.TOO_LARGE_FILE)
            film = film or kind == b"moov"
            file.seek(at)
            yield from _Tree(file.read(size), at, length).claims(kind, skip)
        at += size
    if not film:
        raise RefusedError(NoPreviewReason.DAMAGED)
    if at < length:
        yield at, length - at, "bytes"


def _head(head: bytes, rest: int) -> tuple[int, bytes, int]:
    """Size, type and length of the head of a box."""
    size, kind = struct.unpack_from(">I4s", head)
    if size == 1 and len(head) >= 16:
        return struct.unpack_from(">Q", head, 8)[0], kind, 16
    return (rest if size == 0 else size), kind, 8


class _Tree:
    """One `moov` or `moof` as read, and where it lies in the file."""

    def __init__(self, data: bytes, offset: int, length: int) -> None:
        self._data, self._offset, self._length = data, offset, length
        self._seen = 0

    def claims(self, kind: bytes, skip: int, start: int = 0, end: int | None = None, depth: int = 0) -> Iterator[Range]:
        if depth > _DEPTH:
            raise RefusedError(NoPreviewReason.DAMAGED)
        end = len(self._data) if end is None else end
        for child, at, body, until in self._boxes(start + skip, end):
            if child not in _INSIDE[kind]:
                yield self._offset + at, until - at, "box"
            elif child == b"trak" and self._handler(body, until) not in _PLAYED:
                yield from self._samples(body, until)
                yield self._offset + at, until - at, "box"
            elif child in _INSIDE:
                yield from self.claims(child, body - at, at, until, depth + 1)
            elif child in _TIMES and until - body >= 20:
                yield self._offset + body + 4, 16 if self._data[body] == 1 else 8, "bytes"
            elif child == b"hdlr" and until - body > _NAME_AT:
                yield self._offset + body + _NAME_AT, until - body - _NAME_AT, "bytes"

    def _boxes(self, start: int, end: int) -> Iterator[_Box]:
        """Type, start, start of the content and end; what is left of less than a head is padding."""
        at = start
        while at + 8 <= end:
            self._seen += 1
            size, kind, skip = _head(self._data[at : min(at + 16, end)], end - at)
            if kind == b"\0\0\0\0" and size in (0, end - at):
                return  # QuickTime ends a list of boxes with four zeros
            if size < skip or at + size > end or self._seen > _MAX_INSIDE:
                raise RefusedError(NoPreviewReason.DAMAGED)
            yield kind, at, at + skip, at + size
            at += size

    def _find(self, body: int, until: int, *path: bytes) -> tuple[int, int] | None:
        for name in path:
            found = next(((b, u) for kind, _, b, u in self._boxes(body, until) if kind == name), None)
            if found is None:
                return None
            body, until = found
        return body, until

    def _handler(self, body: int, until: int) -> bytes:
        found = self._find(body, until, b"mdia", b"hdlr")
        return self._data[found[0] + 8 : found[0] + 12] if found else b""

    def _samples(self, body: int, until: int) -> Iterator[Range]:
        """Where the samples of a track lie, chunk by chunk."""
        table = self._find(body, until, b"mdia", b"minf", b"stbl")
        parts = {name: self._find(*table, name) for name in (b"stsz", b"stsc", b"stco", b"co64")} if table else {}
        sizes, runs, long = parts.get(b"stsz"), parts.get(b"stsc"), parts.get(b"co64")
        places = long or parts.get(b"stco")
        if sizes is None or runs is None or places is None:
            return
        fixed, count = self._numbers(sizes, 4, "II")
        chunks = self._numbers(places, 4, "I")[0]
        if max(count, chunks) > _MAX_RANGES:
            raise RefusedError(NoPreviewReason.TOO_LARGE_FILE)
        starts = self._numbers(places, 8, f"{chunks}{'Q' if long else 'I'}")
        each = [fixed] * count if fixed else list(self._numbers(sizes, 12, f"{count}I"))
        table_of_runs = [self._numbers(runs, 8 + 12 * run, "II") for run in range(self._numbers(runs, 4, "I")[0])]
        sample = 0
        for number, start in enumerate(starts, 1):
            held = next((held for first, held in reversed(table_of_runs) if first <= number), 0)
            size = sum(each[sample : sample + held])
            sample += held
            if size and start + size <= self._length:
                yield start, size, "bytes"

    def _numbers(self, box: tuple[int, int], at: int, layout: str) -> tuple[int, ...]:
        if box[0] + at + struct.calcsize(">" + layout) > box[1]:
            raise RefusedError(NoPreviewReason.DAMAGED)
        return struct.unpack_from(">" + layout, self._data, box[0] + at)
