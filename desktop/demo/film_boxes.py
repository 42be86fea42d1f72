"""Writes a film of JPEG frames as MP4 (ISO/IEC 14496-12, -14): needs no video encoder, and is the same on each run."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import UTC, datetime

_EPOCH = datetime(1904, 1, 1, tzinfo=UTC)
_UPRIGHT = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
_JPEG_OBJECT, _VISUAL_STREAM = 0x6C, 0x11
_BRANDS = b"isom\x00\x00\x02\x00isommp41"


def jpeg_film(frames: Sequence[bytes], *, size: tuple[int, int], rate: int, recorded: datetime | None) -> bytes:
    """The film of frames shown `rate` to the second; `recorded` (aware) becomes its claimed recording time."""
    start = _box(b"ftyp", _BRANDS)
    pictures = b"".join(frames)
    seconds = int((recorded - _EPOCH).total_seconds()) if recorded is not None else 0
    moment = struct.pack(">II", seconds, seconds)
    lengths = struct.pack(f">{len(frames)}I", *map(len, frames))
    table = _box(
        b"stbl",
        _full(b"stsd", struct.pack(">I", 1) + _description(size)),
        _full(b"stts", struct.pack(">III", 1, len(frames), 1)),
        _full(b"stsc", struct.pack(">IIII", 1, 1, len(frames), 1)),
        _full(b"stsz", struct.pack(">II", 0, len(frames)) + lengths),
        _full(b"stco", struct.pack(">II", 1, len(start) + 8)),
    )
    track = _box(
        b"trak",
        _full(
            b"tkhd",
            moment + struct.pack(">III8xhhhxx", 1, 0, len(frames), 0, 0, 0) + _UPRIGHT
            + struct.pack(">II", size[0] << 16, size[1] << 16),
            flags=7,
        ),
        _box(
            b"mdia",
            _full(b"mdhd", moment + struct.pack(">IIHH", rate, len(frames), 0x55C4, 0)),  # language: undetermined
            _full(b"hdlr", struct.pack(">I4s12xx", 0, b"vide")),
            _box(
                b"minf",
                _full(b"vmhd", bytes(8), flags=1),
                _box(b"dinf", _full(b"dref", struct.pack(">I", 1) + _full(b"url ", b"", flags=1))),
                table,
            ),
        ),
    )  # fmt: skip
    rest = _UPRIGHT + bytes(24) + struct.pack(">I", 2)
    head = _full(b"mvhd", moment + struct.pack(">IIih10x", rate, len(frames), 0x10000, 0x100) + rest)
    return start + _box(b"mdat", pictures) + _box(b"moov", head, track)


def _description(size: tuple[int, int]) -> bytes:
    codec = struct.pack(">BBBBIII", 4, 13, _JPEG_OBJECT, _VISUAL_STREAM, 0, 0, 0)
    stream = struct.pack(">BBHB", 3, 3 + len(codec) + 3, 1, 0) + codec + b"\x06\x01\x02"
    return _box(
        b"mp4v",
        bytes(6) + struct.pack(">H16xHHIIIH32xHh", 1, *size, 0x480000, 0x480000, 0, 1, 24, -1),
        _full(b"esds", stream),
    )


def _full(kind: bytes, content: bytes, *, flags: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", flags), content)


def _box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I4s", len(body) + 8, kind) + body
