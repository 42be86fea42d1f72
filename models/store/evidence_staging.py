"""Copies what comes in beside the store: hashed while copied, read-only, forced to disk, not yet counted as kept."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Protocol

from models.errors import EvidenceFault
from models.store import fsops

CHUNK = 1 << 20
TRIES = 3
# A second try helps nobody: the disk or the share is full, or its file system takes no file of this size.
_FULL = (errno.ENOSPC, errno.EDQUOT)
_TOO_LARGE = errno.EFBIG


class Readable(Protocol):
    """As much of a stream as is read here; `read` may raise an EvidenceFault of its own."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""

    def close(self) -> None:
        """Let go of what is behind it."""


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A whole copy, durable, under a name of its own in the staging folder."""

    path: Path
    sha256: str
    size: int


class Staging:
    """The staging folder of one store. Safe in threads: every copy has a name of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copy_path(
        self,
        source: Path,
        *,
        cancelled: Callable[[], bool] = lambda: False,
        copied: Callable[[int], None] = lambda size: None,
    ) -> StagedFile:
        """Copy a file in. EvidenceFault says why it could not be; a file that changes meanwhile is copied anew."""
        for attempt in range(TRIES):
            try:
                with open_regular(source) as stream:
                    before = os.fstat(stream.fileno())
                    staged = self.copy(lambda: _Borrowed(stream), cancelled=cancelled, copied=copied)
                    after = os.fstat(stream.fileno())
            except FileNotFoundError as error:
                raise EvidenceFault("evidence_gone") from error
            except OSError as error:
                raise EvidenceFault("evidence_unreadable", reason=error.strerror or "") from error
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) == (
                staged.size, before.st_mtime_ns,
            ):  # fmt: skip
                return staged
            self.drop(staged)
            if attempt == TRIES - 1:
                break
        raise EvidenceFault("evidence_still_changing")

    def copy(
        self,
        opened: Callable[[], Readable],
        *,
        cancelled: Callable[[], bool] = lambda: False,
        copied: Callable[[int], None] = lambda size: None,
    ) -> StagedFile:
        """Copy a stream in, opened anew for each try; `copied` is told how many bytes are there so far."""
        failure: OSError | None = None
        for _ in range(TRIES):
            try:
                return self._copy(opened, cancelled, copied)
            except OSError as error:
                if error.errno in _FULL:
                    raise EvidenceFault("disk_full", reason=error.strerror or "") from error
                failure = error
                if error.errno == _TOO_LARGE:
                    break
        raise EvidenceFault("evidence_not_kept", reason=(failure.strerror or "") if failure else "") from failure

    def _copy(
        self, opened: Callable[[], Readable], cancelled: Callable[[], bool], copied: Callable[[int], None]
    ) -> StagedFile:
        fsops.make_folder(self._folder)
        staged = self._folder / f"{uuid.uuid4().hex}.part"
        descriptor = fsops.create_new(staged)
        digest, size = hashlib.sha256(), 0
        try:
            try:
                stream = opened()
                try:
                    while chunk := stream.read(CHUNK):
                        if cancelled():
                            raise EvidenceFault("cancelled")
                        digest.update(chunk)
                        fsops.write_all(descriptor, chunk)
                        size += len(chunk)
                        copied(size)
                finally:
                    stream.close()
                fsops.make_read_only(staged)
                fsops.sync_file(descriptor)
            finally:
                fsops.close(descriptor)
        except BaseException:
            _remove(staged)
            raise
        return StagedFile(staged, digest.hexdigest(), size)

    def drop(self, staged: StagedFile) -> None:
        """Remove a copy that is not wanted after all."""
        _remove(staged.path)

    def sweep(self) -> int:
        """Remove what a killed import left; only for who holds the lock of the data folder. Returns how many."""
        removed = 0
        with suppress(OSError):
            for entry in list(self._folder.iterdir()):
                with suppress(OSError):
                    fsops.remove(entry)
                    removed += 1
        return removed


class _Borrowed:
    """A stream read from its beginning, closed by who opened it."""

    def __init__(self, stream: FileIO) -> None:
        self._stream = stream
        stream.seek(0)
        self.read = stream.read

    def close(self) -> None:
        """Nothing: it is still looked at afterwards."""


def open_regular(source: Path) -> FileIO:
    """Open an ordinary file, unbuffered; a pipe would be waited for, a device read without end."""
    try:
        mode = source.stat().st_mode
    except ValueError as error:
        raise EvidenceFault("evidence_gone") from error
    if stat.S_ISDIR(mode):
        raise EvidenceFault("evidence_is_folder")
    if not stat.S_ISREG(mode):
        raise EvidenceFault("evidence_unreadable", reason="not an ordinary file")
    return source.open("rb", buffering=0)


def open_kept(path: Path) -> FileIO:
    """Open a kept file; EvidenceFault `evidence_unreadable` if something else stands in its place."""
    try:
        return open_regular(path)
    except EvidenceFault as fault:
        raise EvidenceFault("evidence_unreadable", reason="not an ordinary file") from fault


def _remove(path: Path) -> None:
    # What cannot be removed now is swept at the next start; the reason for removing it matters more.
    with suppress(OSError):
        fsops.remove(path)
