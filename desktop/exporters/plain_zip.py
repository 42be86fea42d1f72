"""A ZIP of stored files with every byte of its frame given by rule: no times, no packing, no room for anything else.

So whoever has it can tell any change, of a name or of the list of contents too: `check_plain_zip` builds the frame anew
from what the list says and compares it byte by byte. Layout: APPNOTE 6.3, with ZIP64 where sizes need it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import struct
import uuid
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.exporters.safe_target import FreeNames, WrittenFile, check_plain, fault
from models.errors import EnvironmentFault
from models.store import fsops

LOCAL = struct.Struct("<4s5H3I2H")
ENTRY = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_PLACE64 = struct.Struct("<4sIQI")
_UTF8, _UNIX, _DAY = 0x0800, 3 << 8, 0x21
"""Names are UTF-8; the first day a ZIP knows, 1 January 1980, stands for no time at all."""
_PLAIN_FILE = 0o100644 << 16
_WIDE32, _WIDE16 = 0xFFFFFFFF, 0xFFFF
OWN_BEGIN = struct.pack("<4s5H", b"PK\3\4", 20, _UTF8, 0, 0, _DAY)
"""How an archive of this kind begins, unless its first file has more than four gigabytes."""
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file in the archive: its name with `/` between folders, size in bytes, CRC-32, where its head begins."""

    name: str
    size: int
    crc: int
    offset: int

    @property
    def raw_name(self) -> bytes:
        return self.name.encode("utf-8")


def local_head(entry: ZipEntry) -> bytes:
    """What stands before the bytes of a file."""
    wide = entry.size >= _WIDE32
    extra = struct.pack("<2H2Q", 1, 16, entry.size, entry.size) if wide else b""
    size = _WIDE32 if wide else entry.size
    fixed = (45 if wide else 20, _UTF8, 0, 0, _DAY, entry.crc, size, size, len(entry.raw_name), len(extra))
    return LOCAL.pack(b"PK\3\4", *fixed) + entry.raw_name + extra


def listed_head(entry: ZipEntry) -> bytes:
    """What stands for a file in the list of contents."""
    wide, far = entry.size >= _WIDE32, entry.offset >= _WIDE32
    inner = (struct.pack("<2Q", entry.size, entry.size) if wide else b"") + (
        struct.pack("<Q", entry.offset) if far else b""
    )
    extra = struct.pack("<2H", 1, len(inner)) + inner if inner else b""
    version, size = 45 if inner else 20, _WIDE32 if wide else entry.size
    return (
        ENTRY.pack(
            b"PK\1\2", _UNIX | version, version, _UTF8, 0, 0, _DAY, entry.crc, size, size, len(entry.raw_name),
            len(extra), 0, 0, 0, _PLAIN_FILE, _WIDE32 if far else entry.offset,
        )
        + entry.raw_name
        + extra
    )  # fmt: skip


def end_of(count: int, begin: int, length: int) -> bytes:
    """What ends an archive of `count` files whose list begins there and is so long."""
    wide = count >= _WIDE16 or begin >= _WIDE32 or length >= _WIDE32
    more = b""
    if wide:
        more = _END64.pack(b"PK\6\6", _END64.size - 12, _UNIX | 45, 45, 0, 0, count, count, length, begin)
        more += _PLACE64.pack(b"PK\6\7", 0, begin + length, 1)
    short = min(count, _WIDE16)
    return more + END.pack(b"PK\5\6", 0, 0, short, short, min(length, _WIDE32), min(begin, _WIDE32), 0)


class PlainZip:
    """Files into one ZIP beside its target; nothing has the target's name before `settle`. Memory stays flat."""

    def __init__(self, target: Path, staged: Path | None = None) -> None:
        """EnvironmentFault `disk_full` or `file_unwritable` if nothing can be written there.

        `staged`: where it lies until then, beside the target; without it at a place of its own.
        """
        check_plain(target.name)
        self._target = target
        self._staged = staged or target.with_name(f".{uuid.uuid4().hex}.part")
        self._entries: list[ZipEntry] = []
        self._names: dict[str, FreeNames] = {}
        self._at = 0
        self._descriptor: int | None = None
        self._existed = target.exists()
        self._settled = False
        self.size = 0
        """Bytes of the whole, once it is closed."""
        self.sha256 = ""
        try:
            # Readable too: the sum of the whole is taken from what lies on the disk.
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(self._staged, flags, 0o600)
        except OSError as error:
            raise fault(error, target.name) from error

    def put(self, name: str, content: Iterable[bytes], size: int, *, folder: str = "") -> WrittenFile:
        """Add a file of that many bytes under this name, or the next free one, in a folder or none.

        Whatever `content` raises goes on, and the archive is lost then. EnvironmentFault `export_broken` if `content`
        is not as long as it was said to be.
        """
        free = self._names.setdefault(folder, FreeNames()).free(name)
        if folder:
            check_plain(folder)
        entry = ZipEntry(f"{folder}/{free}" if folder else free, size, 0, self._at)
        digest, crc, length = hashlib.sha256(), 0, 0
        try:
            self._write(local_head(entry))
            for chunk in content:
                digest.update(chunk)
                crc, length = zlib.crc32(chunk, crc), length + len(chunk)
                self._write(chunk)
            if length != size:
                raise EnvironmentFault("export_broken", file=entry.name)
            entry = replace(entry, crc=crc)
            self._go(entry.offset)
            fsops.write_all(self._open(), local_head(entry))
            self._go(self._at)
        except OSError as error:
            raise fault(error, self._target.name) from error
        self._entries.append(entry)
        return WrittenFile(entry.name, digest.hexdigest(), size)

    def close(self) -> None:
        """Write the list of contents, force all of it to the disk, and take the sum of the whole."""
        try:
            begin = self._at
            for entry in self._entries:
                self._write(listed_head(entry))
            self._write(end_of(len(self._entries), begin, self._at - begin))
            descriptor = self._open()
            fsops.sync_file(descriptor)
            self.size = self._at
            self._go(0)
            digest = hashlib.sha256()
            while chunk := os.read(descriptor, 1 << 20):
                digest.update(chunk)
            self.sha256 = digest.hexdigest()
            fsops.close(descriptor)
            self._descriptor = None
        except OSError as error:
            raise fault(error, self._target.name) from error

    def settle(self) -> None:
        """Give it its name, in the place of a file that has it."""
        try:
            fsops.replace(self._staged, self._target)
            self._settled = True
            fsops.sync_folder(self._target.parent)
        except OSError as error:
            raise fault(error, self._target.name) from error

    def take_back(self) -> None:
        """Remove what was written; a file whose place it took is gone already and the archive stays in it."""
        with suppress(OSError):
            if self._descriptor is not None:
                fsops.close(self._descriptor)
        self._descriptor = None
        with suppress(OSError):
            fsops.remove(self._staged)
            if self._settled and not self._existed:
                fsops.remove(self._target)

    def _open(self) -> int:
        if self._descriptor is None:
            raise ValueError("closed")
        return self._descriptor

    def _write(self, data: bytes) -> None:
        fsops.write_all(self._open(), data)
        self._at += len(data)

    def _go(self, place: int) -> None:
        os.lseek(self._open(), place, os.SEEK_SET)


def frame_holds(read: Callable[[int, int], bytes], size: int, entries: Iterable[ZipEntry]) -> bool:
    """Whether an archive of `size` bytes is framed as `PlainZip` does it, every byte; `read(place, count)` gives bytes.

    `entries` are those of its list, in order.
    """
    at, listed = 0, []
    for entry in entries:
        head = local_head(entry)
        if entry.offset != at or read(at, len(head)) != head:
            return False
        at += len(head) + entry.size
        listed.append(listed_head(entry))
    frame = b"".join(listed)
    frame += end_of(len(listed), at, len(frame))
    return at + len(frame) == size and read(at, len(frame)) == frame
