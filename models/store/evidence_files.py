"""Keeps evidence files by their SHA-256: staged, hashed while copied, forced to disk, renamed, only then counted."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from models.errors import EvidenceFault
from models.store import fsops
from models.store.folder import DataFolder

_CHUNK = 1 << 20
_TRIES = 3
_STAGING_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that is durably in the store."""

    sha256: str
    size: int
    already_there: bool


class EvidenceFiles:
    """The evidence folder of one store."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where the bytes with this hash lie (if they are kept)."""
        if len(sha256) != 64 or not all(character in "0123456789abcdef" for character in sha256):
            raise ValueError("not a SHA-256 in lower-case hexadecimal")
        return self._folder.evidence / sha256[:2] / sha256

    def keep_path(self, source: Path, *, cancelled: Callable[[], bool] = lambda: False) -> KeptFile:
        """Copy a file in. EvidenceFault says why it could not be; nothing half-done stays in the evidence folder."""
        for attempt in range(_TRIES):
            try:
                with _open_regular(source) as stream:
                    before = os.fstat(stream.fileno())
                    kept = self._keep(stream, cancelled)
                    after = os.fstat(stream.fileno())
            except FileNotFoundError as error:
                raise EvidenceFault("evidence_gone") from error
            except OSError as error:
                raise EvidenceFault("evidence_unreadable", reason=error.strerror or "") from error
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) == (
                kept.size, before.st_mtime_ns,
            ):  # fmt: skip
                return kept
            if attempt == _TRIES - 1:
                break
        raise EvidenceFault("evidence_still_changing")

    def keep_bytes(self, data: bytes) -> KeptFile:
        """Keep bytes that came from the clipboard or were made here."""
        return self._keep(io.BytesIO(data), lambda: False)

    def _keep(self, stream: BinaryIO, cancelled: Callable[[], bool]) -> KeptFile:
        failure: OSError | None = None
        for _ in range(_TRIES):
            try:
                stream.seek(0)
                return self._copy(stream, cancelled)
            except OSError as error:
                if error.errno in (errno.ENOSPC, errno.EDQUOT):  # a second try helps nobody
                    raise EvidenceFault("disk_full", reason=error.strerror or "") from error
                failure = error
        raise EvidenceFault("evidence_not_kept", reason=(failure.strerror or "") if failure else "") from failure

    def _copy(self, stream: BinaryIO, cancelled: Callable[[], bool]) -> KeptFile:
        fsops.make_folder(self._folder.staging)
        staged = self._folder.staging / f"{uuid.uuid4().hex}.part"
        descriptor = fsops.create_new(staged)
        digest, size = hashlib.sha256(), 0
        try:
            try:
                while chunk := stream.read(_CHUNK):
                    if cancelled():
                        raise EvidenceFault("cancelled")
                    digest.update(chunk)
                    fsops.write_all(descriptor, chunk)
                    size += len(chunk)
                fsops.sync_file(descriptor)
            finally:
                fsops.close(descriptor)
            return self._settle(staged, digest.hexdigest(), size)
        finally:
            fsops.remove(staged)

    def _settle(self, staged: Path, sha256: str, size: int) -> KeptFile:
        target = self.path(sha256)
        if target.exists():
            # Never trust presence: a damaged file there is set aside and replaced.
            if self.hash_file(sha256) == sha256:
                self._sync_name(target)
                return KeptFile(sha256, size, already_there=True)
            self.quarantine(sha256)
        fsops.make_folder(target.parent)
        fsops.make_read_only(staged)
        fsops.replace(staged, target)
        self._sync_name(target)
        return KeptFile(sha256, size, already_there=False)

    def _sync_name(self, target: Path) -> None:
        # Both folders, even for a file and a folder found there: who put them there may have failed before this.
        fsops.sync_folder(target.parent)
        fsops.sync_folder(self._folder.evidence)

    def hash_file(self, sha256: str, *, cancelled: Callable[[], bool] = lambda: False) -> str | None:
        """Re-read the file kept under this hash and hash it; None if it is not there."""
        digest = hashlib.sha256()
        try:
            with self.path(sha256).open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    if cancelled():
                        raise EvidenceFault("cancelled")
                    digest.update(chunk)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EvidenceFault("evidence_unreadable", reason=error.strerror or "") from error
        return digest.hexdigest()

    def read(self, sha256: str) -> bytes:
        """The bytes, checked against their hash; EvidenceFault if they are gone or not as imported."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise EvidenceFault("evidence_missing", sha256=sha256) from error
        except OSError as error:
            raise EvidenceFault("evidence_unreadable", reason=error.strerror or "") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise EvidenceFault("evidence_changed", sha256=sha256)
        return data

    def quarantine(self, sha256: str) -> None:
        """Set a file aside that is not what its name says; it is kept, never used."""
        fsops.make_folder(self._folder.quarantine)
        fsops.replace(self.path(sha256), self._folder.quarantine / f"{sha256}.{uuid.uuid4().hex}")

    def kept(self) -> Iterator[str]:
        """Every hash there is a file for."""
        for folder in sorted(self._folder.evidence.iterdir()) if self._folder.evidence.is_dir() else ():
            if folder.is_dir():
                yield from sorted(entry.name for entry in folder.iterdir())

    def sweep(self, now: datetime) -> int:
        """Remove what a killed import left in staging more than a day before `now`; returns how many."""
        removed = 0
        try:
            for entry in self._folder.staging.iterdir():
                if now.timestamp() - entry.stat().st_mtime > _STAGING_KEPT_SECONDS:
                    fsops.remove(entry)
                    removed += 1
        except OSError:
            return removed
        return removed

    def note_anchor(self, seq: int, head: str, now: datetime) -> None:
        """Write the history's head outside the database, so that an older copy put in its place shows."""
        known = self.anchors()
        if known and known[-1] == (seq, head):
            return
        # It begins on a line of its own even if a full disk cut the one before.
        line = f"\n{seq} {head} {now.isoformat(timespec='seconds')}\n"
        descriptor = os.open(self._folder.anchors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            fsops.write_all(descriptor, line.encode())
            fsops.sync_file(descriptor)
        finally:
            fsops.close(descriptor)

    def anchors(self) -> tuple[tuple[int, str], ...]:
        """The heads noted so far."""
        try:
            lines = self._folder.anchors.read_text(encoding="ascii", errors="replace").splitlines()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise EvidenceFault("evidence_unreadable", reason=error.strerror or "") from error
        parts = [line.split() for line in lines]
        return tuple((int(part[0]), part[1]) for part in parts if len(part) == 3 and part[0].isdigit())


def _open_regular(source: Path) -> BinaryIO:
    """Open an ordinary file; a pipe would be waited for, a device read without end."""
    try:
        mode = source.stat().st_mode
    except ValueError as error:
        raise EvidenceFault("evidence_gone") from error
    if stat.S_ISDIR(mode):
        raise EvidenceFault("evidence_is_folder")
    if not stat.S_ISREG(mode):
        raise EvidenceFault("evidence_unreadable", reason="not an ordinary file")
    return source.open("rb")
