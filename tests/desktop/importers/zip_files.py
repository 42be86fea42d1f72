"""ZIP archives as buyers' programs write them, and as none should."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass


@dataclass
class Made:
    """One entry to be written; what is given here overrides what would be true."""

    name: bytes
    data: bytes = b"data"
    flags: int = 0
    method: int = 8
    size: int | None = None
    crc: int | None = None
    host: int = 0
    mode: int = 0
    extra: bytes = b""
    local_name: bytes | None = None
    at: int | None = None
    packed: int | None = None


def zip_bytes(*entries: Made, before: bytes = b"", comment: bytes = b"", count: int | None = None) -> bytes:
    """The archive of these entries, after `before`; `at` of an entry is the place of an earlier entry's header."""
    body, directory = bytearray(), bytearray()
    for entry in entries:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = entry.data if entry.method != 8 else deflate.compress(entry.data) + deflate.flush()
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.size is None else entry.size
        length = len(packed) if entry.packed is None else entry.packed
        name = entry.name if entry.local_name is None else entry.local_name
        offset = len(body) if entry.at is None else entry.at
        if entry.at is None:
            body += struct.pack(
                "<4s5H3I2H", b"PK\3\4", 20, entry.flags, entry.method, 0, 0, crc, length, size, len(name), 0
            )
            body += name + packed
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20 | entry.host << 8, 20, entry.flags, entry.method, 0, 0, crc, length, size,
            len(entry.name), len(entry.extra), 0, 0, 0, entry.mode << 16, offset,
        ) + entry.name + entry.extra  # fmt: skip
    number = len(entries) if count is None else count
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, number, number, len(directory), len(body), len(comment)) + comment
    return before + bytes(body) + bytes(directory) + end


def unicode_path(raw: bytes, name: str) -> bytes:
    """The extra field that says a name in UTF-8."""
    data = struct.pack("<BI", 1, zlib.crc32(raw)) + name.encode()
    return struct.pack("<2H", 0x7075, len(data)) + data
