"""Keeps evidence files by their SHA-256: staged, hashed while copied, forced to disk, renamed, only then counted."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.errors import EvidenceFault
from models.store import fsops
from models.store.evidence_staging import CHUNK, TRIES, StagedFile, Staging, open_kept
from models.store.folder import DataFolder


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
        self.staging = Staging(folder.staging)
        # Who sets a damaged file aside must not take the whole one that somebody just put in its place.
        self._placing = threading.Lock()

    def path(self, sha256: str) -> Path:
        """Where the bytes with this hash lie (if they are kept); EvidenceFault for what is no hash."""
        if len(sha256) != 64 or not all(character in "0123456789abcdef" for character in sha256):
            raise EvidenceFault("evidence_missing", sha256=sha256)
        return self._folder.evidence / sha256[:2] / sha256

    def keep_path(self, source: Path, *, cancelled: Callable[[], bool] = lambda: False) -> KeptFile:
        """Copy a file in. EvidenceFault says why it could not be; nothing half-done stays in the evidence folder."""
        return self._keep(lambda: self.staging.copy_path(source, cancelled=cancelled))

    def keep_bytes(self, data: bytes) -> KeptFile:
        """Keep bytes that came from the clipboard or were made here."""
        return self._keep(lambda: self.staging.copy(lambda: io.BytesIO(data)))

    def _keep(self, copy: Callable[[], StagedFile]) -> KeptFile:
        fault = EvidenceFault("evidence_not_kept")
        for _ in range(TRIES):
            settled = self.settle([copy()])[0]
            if isinstance(settled, KeptFile):
                return settled
            fault = settled
            if fault.code == "disk_full":
                break
        raise fault

    def settle(self, staged: Sequence[StagedFile]) -> tuple[KeptFile | EvidenceFault, ...]:
        """Put copies in their places: all renamed, then each folder made durable once. In the order given.

        What could not be settled answers why, and its copy is gone; whoever gets a KeptFile may write its row.
        """
        found: list[KeptFile | EvidenceFault] = [self._place(each) for each in staged]
        folders = {kept.sha256[:2] for kept in found if isinstance(kept, KeptFile)}
        # The folders too, even for a file found there: who put it there may have failed before this.
        unsafe = {name: fault for name in folders if (fault := self._sync(self._folder.evidence / name))}
        last = self._sync(self._folder.evidence) if folders else None
        for at, kept in enumerate(found):
            if isinstance(kept, KeptFile):
                found[at] = last or unsafe.get(kept.sha256[:2]) or kept
        return tuple(found)

    def _place(self, staged: StagedFile) -> KeptFile | EvidenceFault:
        try:
            target = self.path(staged.sha256)
            with self._placing:
                if os.path.lexists(target):
                    # Never trust presence: a damaged file there, or a link, is set aside and replaced.
                    if self.is_whole(staged.sha256):
                        return KeptFile(staged.sha256, staged.size, already_there=True)
                    self._set_aside(staged.sha256)
                fsops.make_folder(target.parent)
                fsops.replace(staged.path, target)
        except EvidenceFault as fault:
            return fault
        except OSError as error:
            return _fault(error)
        else:
            return KeptFile(staged.sha256, staged.size, already_there=False)
        finally:
            self.staging.drop(staged)

    def _sync(self, folder: Path) -> EvidenceFault | None:
        try:
            fsops.sync_folder(folder)
        except OSError as error:
            return _fault(error)
        return None

    def hash_file(self, sha256: str, *, cancelled: Callable[[], bool] = lambda: False) -> str | None:
        """Re-read the file kept under this hash and hash it; None if it is not there."""
        digest = hashlib.sha256()
        try:
            with open_kept(self.path(sha256)) as stream:
                while chunk := stream.read(CHUNK):
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
            with open_kept(self.path(sha256)) as stream:
                data = stream.read()
        except FileNotFoundError as error:
            raise EvidenceFault("evidence_missing", sha256=sha256) from error
        except OSError as error:
            raise EvidenceFault("evidence_unreadable", reason=error.strerror or "") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise EvidenceFault("evidence_changed", sha256=sha256)
        return data

    def quarantine(self, sha256: str) -> bool:
        """Set a file aside that is not what its name says; it is kept, never used. False if it is whole by now."""
        with self._placing:
            if self.is_whole(sha256):
                return False
            self._set_aside(sha256)
        return True

    def is_whole(self, sha256: str) -> bool:
        """Whether a file of its own, no link, lies there with these bytes. EvidenceFault if it cannot be read."""
        path = self.path(sha256)
        return path.is_file() and not path.is_symlink() and self.hash_file(sha256) == sha256

    def _set_aside(self, sha256: str) -> None:
        fsops.make_folder(self._folder.quarantine)
        fsops.replace(self.path(sha256), self._folder.quarantine / f"{sha256}.{uuid.uuid4().hex}")

    def is_kept_apart(self, sha256: str) -> bool:
        """Whether something was set aside that stood in the place of this file."""
        return any(self._folder.quarantine.glob(f"{sha256}.*"))

    def kept(self) -> Iterator[str]:
        """Every hash there is a file for."""
        for folder in sorted(self._folder.evidence.iterdir()) if self._folder.evidence.is_dir() else ():
            if folder.is_dir():
                yield from sorted(entry.name for entry in folder.iterdir())

    def sweep(self) -> int:
        """Remove what a killed import left in staging; only for who holds the folder's lock. Returns how many."""
        return self.staging.sweep()

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


def _fault(error: OSError) -> EvidenceFault:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return EvidenceFault("disk_full" if full else "evidence_not_kept", reason=error.strerror or "")
