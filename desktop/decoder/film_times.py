"""When each frame of an MP4 or MOV is shown, from its sample tables (ISO/IEC 14496-12, 8.6); no codec is involved."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import IO

from desktop.decoder.film_boxes import Boxes, film_track, scale_of
from desktop.decoder.pictures import RefusedError

_MOST_SAMPLES = 2_000_000


@dataclass(frozen=True, slots=True)
class FilmTimes:
    """Times of the frames in the order shown, in ticks from the first one; `scale` ticks are a second."""

    ticks: list[int]
    scale: int

    def at(self, at_ms: int) -> int:
        """The number of the frame shown at a moment in whole milliseconds, as `milliseconds` tells them."""
        # A frame's time is told rounded, and a time told leads to its frame again.
        return max(0, bisect_right(self.ticks, at_ms, key=self._rounded) - 1)

    def milliseconds(self, first: int, most: int) -> list[int]:
        """The times of up to `most` frames from number `first` on."""
        return [self._rounded(tick) for tick in islice(self.ticks, first, first + most)]

    def exact_ms(self, number: int) -> float:
        """The time of a frame with its fraction."""
        return self.ticks[number] * 1000 / self.scale

    def _rounded(self, tick: int) -> int:
        return (tick * 1000 + self.scale // 2) // self.scale


def film_times(file: IO[bytes]) -> FilmTimes | None:
    """The times of the first film's frames; None where its tables do not tell: fragments, cuts, or far too many."""
    try:
        directory, track = film_track(file)
        table = track.need(b"mdia", b"minf", b"stbl")
        scale = scale_of(track.need(b"mdia", b"mdhd"))
        shown = _shown(table)
        if not shown:
            return None
        span = _span(directory, track, scale)
    except RefusedError:
        return None
    if span is None:
        return None
    first, last = span
    shown = sorted(time for time in shown if time >= first and (last is None or time < last))
    return FilmTimes([time - shown[0] for time in shown], scale) if shown else None


def _shown(table: Boxes) -> list[int]:
    """When each sample is shown, in the order stored."""
    lengths = _runs(table.need(b"stts"), "II")
    delays = table.find(b"ctts")
    if lengths is None or sum(count for count, _ in lengths) > _MOST_SAMPLES:
        return []
    decoded: list[int] = []
    now = 0
    for count, length in lengths:
        decoded.extend(range(now, now + count * length, length) if length else [now] * count)
        now += count * length
    if delays is None:
        return decoded
    # Version 0 calls them unsigned, but many writers of it mean signed ones.
    shifts = _runs(delays, "Ii")
    if shifts is None or sum(count for count, _ in shifts) > _MOST_SAMPLES:
        return []
    at = 0
    for count, shift in shifts:
        for number in range(at, min(at + count, len(decoded))):
            decoded[number] += shift
        at += count
    return decoded


def _runs(box: Boxes, layout: str) -> list[tuple[int, int]] | None:
    count = box.numbers("I", 4)[0]
    if count > _MOST_SAMPLES:
        return None
    flat = box.numbers(layout * count, 8) if count else ()
    return list(zip(flat[::2], flat[1::2], strict=True))


def _span(directory: Boxes, track: Boxes, scale: int) -> tuple[int, int | None] | None:
    """From which tick on, and up to which, the track is shown; None where it is cut into several pieces."""
    edits = track.find(b"edts", b"elst")
    if edits is None:
        return -(1 << 62), None
    long = edits.numbers("B")[0] == 1
    count = edits.numbers("I", 4)[0]
    if not 0 < count <= 8:
        return None if count else (-(1 << 62), None)
    layout, size = ("Qqi", 20) if long else ("Iii", 12)
    entries = [edits.numbers(layout, 8 + size * number) for number in range(count)]
    pieces = [(length, start) for length, start, _ in entries if start >= 0]
    if len(pieces) != 1:
        return None
    length, start = pieces[0]
    length = length * scale // scale_of(directory.need(b"mvhd"))
    # A piece of no length means up to the end, as in files that go on being written.
    return start, start + length if length else None
