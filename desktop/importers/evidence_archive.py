"""Reads ZIP archives from buyers entry by entry, trusting nothing in them; names are text and never become paths.

Only the layout of APPNOTE 6.3 that programs and phones write is read: stored and deflated entries, ZIP64, one disk.
What is wrong with one entry is that entry's fault; the others can still be read.
"""

from __future__ import annotations

import os
import stat
import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import FileIO
from pathlib import Path

from desktop.importers.archive_names import FLAG_UTF8, RawName, decoded, parts_of
from desktop.importers.evidence_folders import LITTER
from models.errors import EvidenceFault

ENTRIES_LIMIT = 20_000
DIRECTORY_LIMIT = 32 * 1024 * 1024
TOTAL_LIMIT = 64 * 1024**3
# A white screenshot as BMP or a log shrinks a thousandfold and is small; what is large does not shrink so.
RATIO_LIMIT, RATIO_FROM = 100, 64 * 1024 * 1024
_CHUNK = 1 << 18
_END = struct.Struct("<4s4H2IH")
_END64_PLACE = struct.Struct("<4sIQI")
_END64 = struct.Struct("<4sQ2H2I4Q")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_LOCAL = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _MASKED = 0x2041, 0x2000
_MAX32, _MAX16 = 0xFFFFFFFF, 0xFFFF
_UNIX, _MAC = 3, 19


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One file in an archive: what it is called, the folder inside, its size, and why it cannot be taken out, if so.

    `limit` is the place in the archive it must end before: the next entry, or the list of entries.
    """

    name: str
    folder: str
    size: int
    packed: int
    crc: int
    offset: int
    method: int
    raw_name: bytes
    fault: str = ""
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Archive:
    """What an archive says it holds. `seen`: its size and time of change; `shift`: bytes before its beginning."""

    path: Path
    entries: tuple[ArchiveEntry, ...]
    seen: tuple[int, int]
    shift: int


def is_zip(path: Path) -> bool:
    """Whether a file is called .zip and begins like one; a workbook or a document is left as it is."""
    if path.suffix.lower() != ".zip":
        return False
    try:
        with path.open("rb", buffering=0) as stream:
            return stat.S_ISREG(os.fstat(stream.fileno()).st_mode) and stream.read(4) in (b"PK\3\4", b"PK\5\6")
    except (OSError, ValueError):
        return False


def read_archive(path: Path) -> Archive:
    """The entries of a ZIP archive, folders and litter of file managers left out.

    EvidenceFault `archive_damaged`, `archive_in_parts`, `archive_too_many`, `archive_too_large` if nothing of it is to
    be taken out, `evidence_gone` or `evidence_unreadable` if it cannot be read at all.
    """
    try:
        with path.open("rb", buffering=0) as stream:
            return _read(path, stream)
    except FileNotFoundError as error:
        raise EvidenceFault("evidence_gone") from error
    except (OSError, ValueError) as error:
        raise EvidenceFault("evidence_unreadable", reason=getattr(error, "strerror", "") or "") from error
    except struct.error as error:
        raise EvidenceFault("archive_damaged") from error


def _read(path: Path, stream: FileIO) -> Archive:
    found = os.fstat(stream.fileno())
    if not stat.S_ISREG(found.st_mode):
        raise EvidenceFault("evidence_unreadable", reason="not an ordinary file")
    count, length, begin, shift = _find_directory(stream, found.st_size)
    if count > ENTRIES_LIMIT or length > DIRECTORY_LIMIT:
        raise EvidenceFault("archive_too_many", limit=ENTRIES_LIMIT)
    raw = list(_raw_entries(_exactly(stream, begin, length)))
    if len(raw) != count:
        raise EvidenceFault("archive_damaged")
    unix = {name.host in (_UNIX, _MAC) for _, name, _ in raw}
    names = decoded([name for _, name, _ in raw], unix=unix == {True})
    entries = [_named(entry, name, mode) for (entry, _, mode), name in zip(raw, names, strict=True)]
    total, packed = sum(entry.size for entry in entries), sum(entry.packed for entry in entries)
    if total > TOTAL_LIMIT or (total > 4 * RATIO_FROM and total > RATIO_LIMIT * max(packed, 1)):
        raise EvidenceFault("archive_too_large", size=total)
    checked = _without_overlaps(entries, shift, begin)
    files = [entry for entry in checked if not _is_folder(entry) and not _is_litter(entry)]
    return Archive(path, tuple(files), (found.st_size, found.st_mtime_ns), shift)


def _find_directory(stream: FileIO, size: int) -> tuple[int, int, int, int]:
    """(entries, length, where it begins, how far all offsets are shifted) of the list of entries."""
    reach = min(size, _END.size + _MAX16)
    tail = _exactly(stream, size - reach, reach)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        raise EvidenceFault("archive_damaged")
    _, disk, first, here, count, length, offset, comment = _END.unpack_from(tail, at)
    end = size - reach + at
    if end + _END.size + comment > size:
        raise EvidenceFault("archive_damaged")
    if end >= _END64_PLACE.size and (_MAX16 in (disk, count) or _MAX32 in (length, offset)):
        place = _exactly(stream, end - _END64_PLACE.size, _END64_PLACE.size)
        mark, disk, where, disks = _END64_PLACE.unpack(place)
        if mark == b"PK\6\7":
            if disks > 1:
                raise EvidenceFault("archive_in_parts")
            found = _END64.unpack(_exactly(stream, where, _END64.size))
            if found[0] != b"PK\6\6":
                raise EvidenceFault("archive_damaged")
            disk, first, here, count, length, offset = found[4:]
            end = where
    if disk or first or here != count:
        raise EvidenceFault("archive_in_parts")
    shift = end - length - offset
    if shift < 0:
        raise EvidenceFault("archive_damaged")
    return count, length, offset + shift, shift


def _raw_entries(directory: bytes) -> Iterator[tuple[ArchiveEntry, RawName, int]]:
    at = 0
    while at + _ENTRY.size <= len(directory):
        (
            mark, made_by, _, flags, method, _, _, crc, packed, size, name_length, extra_length, comment_length,
            disk, _, attributes, offset,
        ) = _ENTRY.unpack_from(directory, at)  # fmt: skip
        if mark != b"PK\1\2":
            raise EvidenceFault("archive_damaged")
        at += _ENTRY.size
        name = directory[at : at + name_length]
        extra = directory[at + name_length : at + name_length + extra_length]
        at += name_length + extra_length + comment_length
        if at > len(directory) or len(name) != name_length:
            raise EvidenceFault("archive_damaged")
        extras = dict(_extras(extra))
        size, packed, offset = _wide(extras.get(1, b""), size, packed, offset)
        fault = ""
        if flags & _ENCRYPTED or method == 99:
            fault = "archive_encrypted"
        elif method not in (_STORED, _DEFLATED):
            fault = "archive_method"
        elif disk not in (0, _MAX16):
            fault = "archive_in_parts"
        elif size > RATIO_FROM and size > RATIO_LIMIT * max(packed, 1):
            fault = "archive_bomb"
        elif method == _STORED and size != packed:
            fault = "archive_lies"
        entry = ArchiveEntry("", "", size, packed, crc, offset, method, name, fault)
        yield entry, RawName(name, flags & FLAG_UTF8 != 0, extras.get(0x7075, b""), made_by >> 8), attributes >> 16


def _extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        yield kind, extra[at + 4 : at + 4 + length]
        at += 4 + length


def _wide(field: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """ZIP64: only those that do not fit stand in the field, in this order."""
    values = []
    for value in (size, packed, offset):
        if value == _MAX32 and len(field) >= 8:
            value, field = struct.unpack_from("<Q", field)[0], field[8:]
        values.append(value)
    return values[0], values[1], values[2]


def _named(entry: ArchiveEntry, name: str, mode: int) -> ArchiveEntry:
    folder, own = parts_of(name)
    kind = stat.S_IFMT(mode)
    fault = entry.fault
    if kind == stat.S_IFLNK:
        fault = "archive_link"
    elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        fault = "archive_special"
    return replace(entry, name=own, folder=folder, fault=fault)


def _is_folder(entry: ArchiveEntry) -> bool:
    return not entry.name and entry.raw_name.endswith((b"/", b"\\")) and not entry.size


def _is_litter(entry: ArchiveEntry) -> bool:
    first = entry.folder.split("/", 1)[0]
    return first == "__MACOSX" or entry.name.lower() in LITTER or entry.name.startswith("._")


def _without_overlaps(entries: list[ArchiveEntry], shift: int, directory: int) -> Iterator[ArchiveEntry]:
    """Entries that share bytes with another, or with the list itself, are how a small file becomes an endless one."""
    begins = sorted(entry.offset + shift for entry in entries)
    for entry in entries:
        begin = entry.offset + shift
        after = bisect_right(begins, begin)
        shared = after > 1 and begins[after - 2] == begin
        limit = begins[after] if after < len(begins) else directory
        # Names and extra fields of the local header come on top; they are read when the entry is.
        if not entry.fault and (shared or begin + _LOCAL.size + len(entry.raw_name) + entry.packed > limit):
            entry = replace(entry, fault="archive_overlap")
        yield replace(entry, limit=limit)


def _exactly(stream: FileIO, place: int, count: int) -> bytes:
    if place < 0:
        raise EvidenceFault("archive_damaged")
    stream.seek(place)
    parts = bytearray()
    while len(parts) < count:
        part = stream.read(count - len(parts))
        if not part:
            raise EvidenceFault("archive_damaged")
        parts += part
    return bytes(parts)


class EntryStream:
    """The bytes of one entry, checked while they are read: no more and no fewer than announced, with their CRC."""

    def __init__(self, archive: Archive, entry: ArchiveEntry) -> None:
        if entry.fault:
            raise EvidenceFault(entry.fault)
        self._entry, self._left, self._crc, self._given = entry, entry.packed, 0, 0
        self._inflate = zlib.decompressobj(-15) if entry.method == _DEFLATED else None
        self._pending = b""
        self._stream = archive.path.open("rb", buffering=0)
        try:
            found = os.fstat(self._stream.fileno())
            if (found.st_size, found.st_mtime_ns) != archive.seen:
                raise EvidenceFault("evidence_still_changing")
            self._go_to_data(archive)
        except struct.error as error:
            self._stream.close()
            raise EvidenceFault("archive_damaged") from error
        except BaseException:
            self._stream.close()
            raise

    def _go_to_data(self, archive: Archive) -> None:
        begin = self._entry.offset + archive.shift
        head = _LOCAL.unpack(_exactly(self._stream, begin, _LOCAL.size))
        name_length, extra_length = head[9], head[10]
        if head[0] != b"PK\3\4" or head[3] != self._entry.method or head[2] & _ENCRYPTED:
            raise EvidenceFault("archive_damaged")
        if _exactly(self._stream, begin + _LOCAL.size, name_length) != self._entry.raw_name:
            raise EvidenceFault("archive_lies")
        data = begin + _LOCAL.size + name_length + extra_length
        if data + self._entry.packed > self._entry.limit:
            raise EvidenceFault("archive_overlap")
        self._stream.seek(data)

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; EvidenceFault at the first that should not be there, or at the end if some lack."""
        data = self._stored(size) if self._inflate is None else self._inflated(size)
        self._crc = zlib.crc32(data, self._crc)
        self._given += len(data)
        if self._given > self._entry.size:
            raise EvidenceFault("archive_lies")
        if not data:
            if self._given != self._entry.size:
                raise EvidenceFault("archive_lies")
            if self._crc != self._entry.crc:
                raise EvidenceFault("archive_crc")
        return data

    def close(self) -> None:
        """Close the archive."""
        self._stream.close()

    def _stored(self, size: int) -> bytes:
        data = self._stream.read(min(size, self._left))
        if not data and self._left:
            raise EvidenceFault("archive_damaged")
        self._left -= len(data)
        return data

    def _inflated(self, size: int) -> bytes:
        assert self._inflate is not None
        try:
            while not self._inflate.eof:
                if not self._pending and self._left:
                    self._pending = self._stream.read(min(_CHUNK, self._left))
                    self._left -= len(self._pending)
                # All of it may have been taken in before all that it stands for was given out.
                starved = not self._pending
                data = self._inflate.decompress(self._pending, size)
                self._pending = self._inflate.unconsumed_tail
                if data:
                    return data
                if starved and not self._inflate.eof:
                    raise EvidenceFault("archive_damaged")
        except zlib.error as error:
            raise EvidenceFault("archive_damaged") from error
        return b""
