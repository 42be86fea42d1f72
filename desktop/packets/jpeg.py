"""A JPEG checked by its markers, without decoding: no metadata gets through, and its size is what its frame says."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

_FRAMES = {0xC0, 0xC1, 0xC2}
_OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_ADOBE = 0xEE
_DROPPED = {*range(0xE0, 0xF0), 0xFE} - {_ADOBE}
_MOST_PIXELS = 200_000_000
# Within the data of a scan: the next marker that is neither a stuffed byte, a restart nor filling.
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_TABLES = {0xC4, 0xDB, 0xDC, 0xDD, 0xDA}
# Density unknown, no thumbnail: what every JPEG file that stands by itself begins with (JFIF 1.01).
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A JPEG without any APP or comment segment but Adobe's colour mark; size in pixels."""

    content: bytes
    width: int
    height: int
    digest: str
    colours: int = 3

    @property
    def alone(self) -> bytes:
        """As a file of its own: with the mark of its format where no other says how its colours are meant."""
        return self.content if b"Adobe" in self.content[:64] else self.content[:2] + _JFIF + self.content[2:]


def clean_jpeg(content: bytes) -> Jpeg:
    """Keep the segments that make the picture, drop all that describe it. ValueError: no JPEG a PDF can show."""
    if content[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    kept = bytearray(b"\xff\xd8")
    size: tuple[int, int] | None = None
    colours = 3
    place = 2
    while True:
        if place + 4 > len(content) or content[place] != 0xFF:
            raise ValueError("broken JPEG segments")
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        length = int.from_bytes(content[place + 2 : place + 4], "big")
        segment = content[place : place + 2 + length]
        if length < 2 or len(segment) != length + 2 or marker in _OTHER_FRAMES:
            raise ValueError("a JPEG of a kind that PDF does not show")
        if marker == 0xDA:
            break
        if marker in _FRAMES:
            size, colours = _frame(segment), segment[9]
        if marker == _ADOBE and segment[4:9] != b"Adobe":
            marker = 0xE0
        if marker not in _DROPPED:
            kept += segment
        place += 2 + length
    if size is None:
        raise ValueError("a JPEG without a frame")
    _keep_scans(content, place, kept)
    return Jpeg(bytes(kept), size[0], size[1], hashlib.sha256(kept).hexdigest(), colours)


def _keep_scans(content: bytes, place: int, kept: bytearray) -> None:
    """The scans from `place` on with the tables between them, up to the first end; nothing else, nothing behind it."""
    while True:
        length = int.from_bytes(content[place + 2 : place + 4], "big")
        behind = place + 2 + length
        if length < 2 or behind > len(content):
            raise ValueError("broken JPEG segments")
        marker = content[place + 1]
        if marker in _TABLES:
            kept += content[place:behind]
        elif marker not in _DROPPED and marker != _ADOBE:
            raise ValueError("a JPEG of a kind that PDF does not show")
        found = _NEXT.search(content, behind)
        if found is None:
            raise ValueError("a JPEG without an end")
        place = found.start()
        if marker == 0xDA:
            kept += content[behind:place]
        elif place != behind:
            raise ValueError("broken JPEG segments")
        if content[place + 1] == 0xD9:
            kept += b"\xff\xd9"
            return


def _frame(segment: bytes) -> tuple[int, int]:
    if len(segment) < 10 or segment[4] != 8 or segment[9] not in (1, 3):
        raise ValueError("a JPEG that is neither grey nor RGB with 8 bits")
    height, width = int.from_bytes(segment[5:7], "big"), int.from_bytes(segment[7:9], "big")
    if not width or not height or width * height > _MOST_PIXELS:
        raise ValueError("a JPEG of no size or of too many pixels")
    return width, height
