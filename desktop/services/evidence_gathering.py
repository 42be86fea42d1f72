"""What paths stand for: files, what is in folders, and what is in an archive, each ready to be kept by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.importers.evidence_archive import ArchiveEntry, EntryStream, is_zip, read_archive
from desktop.importers.evidence_folders import FILES_LIMIT, FoundFile, walk
from desktop.services.evidence_import import Incoming
from desktop.services.evidence_rows import UnpackedArchive, Unpacking
from models.errors import EvidenceFault
from models.kinds import EvidenceSource
from models.store.evidence_staging import CHUNK, open_regular

# Archives that are kept as they are: said so, for who expected to find what is in them.
_CLOSED = {".rar": b"Rar!\x1a\x07", ".7z": b"7z\xbc\xaf\x27\x1c"}


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files to be kept, and whether there were more than are taken at once."""

    incoming: tuple[Incoming, ...]
    cut: bool = False


def archives_among(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The ZIP archives among these that could be opened. Reads their first bytes."""
    return tuple(path for path in paths if is_zip(path))


def gather(paths: Sequence[Path], unpacking: Unpacking, *, cancelled: Callable[[], bool] = lambda: False) -> Gathered:
    """The files that paths stand for, in their order. Reads the disk; an archive is read through once for its hash.

    An archive that cannot be opened is kept whole, and a note says why; EvidenceFault `cancelled`.
    """
    files: list[Incoming] = []
    for path in paths:
        room = FILES_LIMIT - len(files)
        if unpacking is not Unpacking.WHOLE and is_zip(path):
            found = list(_unpacked(path, unpacking, cancelled))
            files += found[:room]
            if len(found) > room:
                return Gathered(tuple(files), True)
            continue
        walked = walk([path], room, cancelled=cancelled)
        files += map(_file, walked.files)
        if walked.cut:
            return Gathered(tuple(files), True)
    return Gathered(tuple(files))


def _file(found: FoundFile) -> Incoming:
    path = found.path
    if found.closed:
        return Incoming(path.name, found.origin, path, fault=EvidenceFault("evidence_unreadable"))
    return Incoming(path.name, found.origin, path, note=_closed(path), size=found.size)


def _closed(path: Path) -> str:
    head = _CLOSED.get(path.suffix.lower())
    if head is None:
        return ""
    try:
        with open_regular(path) as stream:
            return "archive_not_opened" if stream.read(len(head)) == head else ""
    except (OSError, EvidenceFault):
        return ""


def _unpacked(path: Path, unpacking: Unpacking, cancelled: Callable[[], bool]) -> Iterator[Incoming]:
    try:
        archive = read_archive(path)
        sha256, size = _hash(path, cancelled)
        if (size, path.stat().st_mtime_ns) != archive.seen:
            raise EvidenceFault("evidence_still_changing")
    except (EvidenceFault, OSError) as error:
        code = error.code if isinstance(error, EvidenceFault) else "evidence_unreadable"
        if code == "cancelled":
            raise
        yield Incoming(path.name, path=path, note=code, size=0)
        return
    if not archive.entries:
        yield Incoming(path.name, path=path, note="archive_empty", size=size)
        return
    if unpacking is Unpacking.BOTH:
        yield Incoming(path.name, path=path, size=size)
    unpacked = UnpackedArchive(path.name, sha256, size, len(archive.entries))
    for at, entry in enumerate(archive.entries, 1):
        yield Incoming(
            _name(entry, at),
            "/".join(part for part in (path.name, entry.folder) if part),
            opened=partial(EntryStream, archive, entry),
            source=EvidenceSource.ARCHIVE,
            archive=unpacked,
            fault=EvidenceFault(entry.fault) if entry.fault else None,
            note="archive_inside" if entry.name.lower().endswith((".zip", ".rar", ".7z")) else "",
            size=entry.size,
        )


def _name(entry: ArchiveEntry, at: int) -> str:
    return entry.name or entry.folder.rpartition("/")[2] or f"{at}"


def _hash(path: Path, cancelled: Callable[[], bool]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with open_regular(path) as stream:
        while chunk := stream.read(CHUNK):
            if cancelled():
                raise EvidenceFault("cancelled")
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size
