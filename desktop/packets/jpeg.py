"""A JPEG checked by its markers, without decoding: no metadata gets through, and its size is what its frame says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_FRAMES = {0xC0, 0xC1, 0xC2}
_OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_ADOBE = 0xEE
_DROPPED = {*range(0xE0, 0xF0), 0xFE} - {_ADOBE}
_MOST_PIXELS = 200_000_000


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A JPEG without any APP or comment segment but Adobe's colour mark; size in pixels."""

    content: bytes
    width: int
    height: int
    digest: str
    colours: int = 3


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
    end = content.rfind(b"\xff\xd9")
    if end < place:
        raise ValueError("a JPEG without an end")
    kept += content[place : end + 2]
    return Jpeg(bytes(kept), size[0], size[1], hashlib.sha256(kept).hexdigest(), colours)


def _frame(segment: bytes) -> tuple[int, int]:
    if len(segment) < 10 or segment[4] != 8 or segment[9] not in (1, 3):
        raise ValueError("a JPEG that is neither grey nor RGB with 8 bits")
    height, width = int.from_bytes(segment[5:7], "big"), int.from_bytes(segment[7:9], "big")
    if not width or not height or width * height > _MOST_PIXELS:
        raise ValueError("a JPEG of no size or of too many pixels")
    return width, height
