"""A ZIP file with evidence: plain names, written beside its place and put there whole, never over another file."""

from __future__ import annotations

import hashlib
import uuid
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from desktop.exporters.safe_target import FolderTarget, FreeNames, WrittenFile, check_plain, fault
from models.errors import EnvironmentFault, EvidenceFault
from models.store import fsops

# Packed before, all of them: trying again costs time and gains nothing.
_PACKED = frozenset(("jpg", "png", "webp", "gif", "heic", "mp4", "mov", "pdf", "zip", "7z", "rar", "docx", "xlsx"))
_FROM_TEXT = 0o100644 << 16


class ArchiveTarget:
    """Files into one ZIP, which gets its name at the end."""

    def __init__(self, path: Path, written_at: datetime) -> None:
        """`written_at` stands beside each file, in the wall clock of its zone: never the time a picture was taken.

        EnvironmentFault if nothing can be written there.
        """
        check_plain(path.name)
        self._path = path
        self._moment = written_at.timetuple()[:6]
        self._names = FreeNames()
        self._folder = FolderTarget(path.parent)
        self._staged = path.with_name(f".{uuid.uuid4().hex}.part")
        self._archive: zipfile.ZipFile | None = None
        self.place = path
        """What was made, once it is finished."""
        try:
            self._stream = self._staged.open("xb")
            self._archive = zipfile.ZipFile(self._stream, "w", zipfile.ZIP_STORED, allowZip64=True)
        except OSError as error:
            self.take_back()
            raise fault(error, path.name) from error

    def put(self, name: str, content: Callable[[], Iterable[bytes]]) -> WrittenFile:
        """Add a file. `content` is read through once before the archive is touched: what it raises then goes on.

        EvidenceFault `export_broken` if it says something else the second time: the whole archive is given up.
        """
        archive = self._archive
        if archive is None:
            raise ValueError("finished")
        expected, length = _digest(content())
        free = self._names.free(name)
        entry = zipfile.ZipInfo(free, self._moment)
        entry.external_attr = _FROM_TEXT
        packed = free.rpartition(".")[2].lower() in _PACKED
        entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
        digest, size = hashlib.sha256(), 0
        try:
            with archive.open(entry, "w", force_zip64=length >= 1 << 31) as target:
                for chunk in content():
                    digest.update(chunk)
                    target.write(chunk)
                    size += len(chunk)
        except OSError as error:
            raise fault(error, self._path.name) from error
        except EvidenceFault as error:
            if error.code == "cancelled":
                raise
            raise EnvironmentFault("export_broken", file=free) from error
        if (digest.hexdigest(), size) != (expected, length):
            raise EnvironmentFault("export_broken", file=free)
        return WrittenFile(free, expected, size)

    def finish(self) -> None:
        """Close the archive and give it its name, or the next free one."""
        if self._archive is None:
            return
        try:
            self._archive.close()
            self._archive = None
            self._stream.flush()
            fsops.sync_file(self._stream.fileno())
            self._stream.close()
            self.place = self._path.parent / self._folder.take(self._staged, self._path.name)
        except OSError as error:
            raise fault(error, self._path.name) from error
        finally:
            with suppress(OSError):
                fsops.remove(self._staged)

    def take_back(self) -> None:
        """Remove what was written."""
        archive, self._archive = self._archive, None
        if archive is not None:
            # Not closed in the ordinary way: that would write the list of contents to a disk that may be full.
            archive.fp = None
        stream = getattr(self, "_stream", None)
        with suppress(OSError):
            if stream is not None:
                stream.close()
        with suppress(OSError):
            fsops.remove(self._staged)
        self._folder.take_back()


def _digest(content: Iterable[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in content:
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size
