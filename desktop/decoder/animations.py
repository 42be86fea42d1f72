"""When the frames of an animated GIF, PNG or WebP are shown, told by the file's structure; nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import IO

from desktop.decoder.pictures import RefusedError
from desktop.decoder.results import MediaFormat, NoPreviewReason

MOST_FRAMES = 1_000_000
# As browsers do: a delay that no screen of its time could keep means "no delay given".
_TOO_SHORT_MS = 10
_UNTOLD_MS = 100
_PNG_HEAD = 8
_GIF_EXTENSION, _GIF_CONTROL, _GIF_PICTURE = 0x21, 0xF9, 0x2C


def frame_delays(file: IO[bytes], found: MediaFormat) -> list[int]:
    """How long each frame is shown, in milliseconds; one entry for a still picture of these formats. What a damaged end
    of the file hides is left out. RefusedError for more than a million frames."""
    data = file.read()
    readers = {MediaFormat.GIF: _gif, MediaFormat.PNG: _png, MediaFormat.WEBP: _webp}
    if found not in readers:
        return [0]
    delays = []
    try:
        for delay in readers[found](data):
            delays.append(_UNTOLD_MS if delay <= _TOO_SHORT_MS else delay)
            if len(delays) > MOST_FRAMES:
                raise RefusedError(NoPreviewReason.TOO_LARGE_FILE)
    except (IndexError, struct.error):
        pass
    return delays or [0]


def _gif(data: bytes) -> Iterator[int]:
    flags = data[10]
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    delay = 0
    while at < len(data):
        kind = data[at]
        if kind == _GIF_EXTENSION:
            if data[at + 1] == _GIF_CONTROL:
                delay = struct.unpack_from("<H", data, at + 4)[0] * 10
            at = _after_blocks(data, at + 2)
        elif kind == _GIF_PICTURE:
            flags = data[at + 9]
            at += 10 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
            yield delay
            delay = 0
            at = _after_blocks(data, at + 1)
        else:
            return


def _after_blocks(data: bytes, at: int) -> int:
    while length := data[at]:
        at += 1 + length
    return at + 1


def _png(data: bytes) -> Iterator[int]:
    at, animated, pictures, frames = _PNG_HEAD, False, 0, 0
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"acTL":
            animated = True
            frames = struct.unpack_from(">I", data, at + 8)[0]
        elif kind == b"IDAT" and animated and not pictures:
            # A picture before the first frame's head is for programs that know no animation.
            pictures += 1
            yield 0
        elif kind == b"fcTL" and animated and frames:
            over, under = struct.unpack_from(">HH", data, at + 8 + 20)
            pictures += 1
            frames -= 1
            yield round(over * 1000 / (under or 100))
        elif kind == b"IEND":
            break
        at += 12 + length


def _webp(data: bytes) -> Iterator[int]:
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if kind == b"ANMF":
            yield int.from_bytes(data[at + 20 : at + 23], "little")
        at += 8 + length + (length & 1)
