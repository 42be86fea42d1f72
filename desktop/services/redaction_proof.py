"""Proof of a redacted file on its own bytes: read here, by a few lines that trust neither the worker nor a library.

Only the plain PNG that the decoder writes is let through: three chunks, eight bits of red, green and blue, rows that
are unfiltered or the difference to the row above (PNG, third edition, 9.2). There is no place in it for anything else.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

from desktop.decoder.results import Pixels
from models.errors import UserError

Box = tuple[int, int, int, int]
"""Left, top, width and height in pixels, within the picture."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNKS = (b"IHDR", b"IDAT", b"IEND")
# Of a row that is partly transparent this many pixels are compared; all others are compared whole.
_SAMPLED = 64


class _UnprovenError(Exception):
    """What does not hold, as a stable word."""


def prove(made: bytes, original: Pixels, boxes: Sequence[Box], fill: tuple[int, int, int]) -> None:
    """That every pixel inside every box is the fill, that every other one is the original's, and nothing else there.

    The original's transparent parts are laid on white. UserError `redaction_unproven` with `what` does not hold.
    """
    try:
        width, height, packed = _parts(made)
        if (width, height) != (original.width, original.height):
            raise _UnprovenError("size")
        _check_rows(_rows(packed, width, height), original, boxes, bytes(fill))
    except _UnprovenError as error:
        raise UserError("redaction_unproven", what=str(error)) from error


def _parts(made: bytes) -> tuple[int, int, bytes]:
    """Width, height and the packed rows; three chunks with right checksums and not a byte more."""
    if not made.startswith(_SIGNATURE):
        raise _UnprovenError("format")
    at, found = len(_SIGNATURE), []
    for name in _CHUNKS:
        head = made[at : at + 8]
        if len(head) != 8 or head[4:] != name:
            raise _UnprovenError("chunks")
        length = int.from_bytes(head[:4], "big")
        data, check = made[at + 8 : at + 8 + length], made[at + 8 + length : at + 12 + length]
        if len(data) != length or check != struct.pack(">I", zlib.crc32(data, zlib.crc32(name))):
            raise _UnprovenError("checksum")
        found.append(data)
        at += 12 + length
    if at != len(made) or found[2] or len(found[0]) != 13:
        raise _UnprovenError("chunks")
    width, height, *rest = struct.unpack(">IIBBBBB", found[0])
    if rest != [8, 2, 0, 0, 0]:
        raise _UnprovenError("format")
    return width, height, found[1]


def _rows(packed: bytes, width: int, height: int) -> Iterator[bytes]:
    """The rows of pixels, unfiltered. Differences are added for a whole row at once, byte by byte within one number."""
    stride = width * 3
    unpacker = zlib.decompressobj()
    low = int.from_bytes(b"\x7f" * stride, "little")
    high = low ^ ((1 << (8 * stride)) - 1)
    above, waiting, rest = 0, bytearray(), memoryview(packed)
    done = 0
    while done < height:
        while len(waiting) < stride + 1:
            try:
                more = unpacker.decompress(rest, 1 << 20)
            except zlib.error as error:
                raise _UnprovenError("packed") from error
            rest = memoryview(unpacker.unconsumed_tail)
            if not more:
                raise _UnprovenError("cut")
            waiting += more
        count = min(len(waiting) // (stride + 1), height - done)
        for place in range(count):
            start = place * (stride + 1)
            row = waiting[start + 1 : start + 1 + stride]
            if waiting[start] == 2:
                value = int.from_bytes(row, "little")
                above = ((value & low) + (above & low)) ^ ((value ^ above) & high)
                yield above.to_bytes(stride, "little")
            elif waiting[start] == 0:
                above = int.from_bytes(row, "little")
                yield bytes(row)
            else:
                raise _UnprovenError("filter")
        del waiting[: count * (stride + 1)]
        done += count
    left = bytes(waiting) + unpacker.decompress(rest, 1) + unpacker.unused_data
    if left or not unpacker.eof:
        raise _UnprovenError("more")


def _check_rows(rows: Iterator[bytes], original: Pixels, boxes: Sequence[Box], fill: bytes) -> None:
    for down, row in enumerate(rows):
        expected = _row_on_white(original, down, row)
        covered = [box for box in boxes if box[1] <= down < box[1] + box[3]]
        if not covered:
            if row != expected:
                raise _UnprovenError("outside")
            continue
        there = bytearray(expected)
        for left, _, wide, _ in covered:
            part = fill * wide
            if row[left * 3 : (left + wide) * 3] != part:
                raise _UnprovenError("inside")
            there[left * 3 : (left + wide) * 3] = part
        if row != there:
            raise _UnprovenError("outside")


def _row_on_white(original: Pixels, down: int, made: bytes) -> bytes:
    """A row of the original as red, green and blue; where it is partly transparent, as `made` if samples agree."""
    row = original.data[down * original.stride : down * original.stride + original.width * 4]
    channels = [row[0::4], row[1::4], row[2::4]]
    alpha = row[3::4]
    if alpha.count(255) != len(alpha):
        some = alpha.translate(None, b"\x00\xff")
        partly = [place for place, value in enumerate(alpha) if 0 < value < 255] if some else []
        channels = [_on_white(channel, alpha, partly, made[place::3]) for place, channel in enumerate(channels)]
    out = bytearray(original.width * 3)
    out[0::3], out[1::3], out[2::3] = channels
    return bytes(out)


def _on_white(channel: bytes, alpha: bytes, partly: Sequence[int], made: bytes) -> bytes:
    """One channel laid on white: whole pixels as they are, clear ones white, others as made where that is right."""
    clear = int.from_bytes(alpha, "little") ^ ((1 << (8 * len(alpha))) - 1)
    out = bytearray((int.from_bytes(channel, "little") | clear).to_bytes(len(channel), "little"))
    step = max(1, len(partly) // _SAMPLED)
    for order, place in enumerate(partly):
        value = alpha[place]
        wanted = (channel[place] * value + 255 * (255 - value)) / 255
        right = order % step != 0 or abs(wanted - made[place]) <= 1
        out[place] = made[place] if right else 255 - made[place]
    return bytes(out)
