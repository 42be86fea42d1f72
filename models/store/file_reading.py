"""Reading kept evidence files again, in portions, and saying what is wrong with one as exactly as can be known."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.errors import EvidenceFault
from models.kinds import FileFault, Integrity
from models.store.evidence_files import EvidenceFiles

PORTION = 1 << 20


@dataclass(frozen=True, slots=True)
class FileState:
    """What a whole reading of one kept file found; `found` is the hash of what is there, empty if nothing was read."""

    fault: FileFault | None
    found: str = ""
    size: int = 0

    @property
    def integrity(self) -> Integrity:
        """The mark that rows of this file get."""
        if self.fault is None:
            return Integrity.VERIFIED
        return Integrity.MISSING if self.fault is FileFault.GONE else Integrity.CHANGED

    @property
    def goes_apart(self) -> bool:
        """Whether something lies in the file's place that is not it."""
        return self.fault not in (None, FileFault.GONE, FileFault.UNREADABLE, FileFault.KEPT_APART)


class FileReading:
    """One file being read. `read` takes some bytes at a time, so that a film of gigabytes holds up nobody."""

    def __init__(self, files: EvidenceFiles, sha256: str, size: int) -> None:
        self.sha256 = sha256
        self.size = size
        self._files = files
        self.state: FileState | None = None
        try:
            self._path = files.path(sha256)
        except EvidenceFault:
            # The row itself was altered: no file can have such a name.
            self.state = FileState(FileFault.GONE)
        self._at = 0
        self._digest: Any = hashlib.sha256()
        self._as_imported_until = ""
        self._mark: tuple[int, ...] | None = None

    def read(self, budget: int) -> int:
        """Read up to `budget` bytes on; returns how many it were. When the end is reached, `state` says what is so."""
        if self.state is not None:
            return 0
        try:
            return self._read(budget)
        except FileNotFoundError:
            apart = self._files.is_kept_apart(self.sha256)
            self.state = FileState(FileFault.KEPT_APART if apart else FileFault.GONE)
        except NotADirectoryError:
            self.state = FileState(FileFault.GONE)
        except OSError:
            self.state = FileState(FileFault.UNREADABLE)
        return 0

    def _read(self, budget: int) -> int:
        facts = os.lstat(self._path)
        if not stat.S_ISREG(facts.st_mode):
            self.state = FileState(FileFault.LINK if stat.S_ISLNK(facts.st_mode) else FileFault.NOT_A_FILE)
            return 0
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        descriptor = os.open(self._path, flags)
        try:
            facts = os.fstat(descriptor)
            mark = (facts.st_ino, facts.st_size, facts.st_mtime_ns)
            if self._mark != mark:
                # Begun, or somebody wrote to it between two portions: from the start.
                self._mark, self._at, self._digest = mark, 0, hashlib.sha256()
                self._as_imported_until = "" if self.size else self._digest.hexdigest()
            os.lseek(descriptor, self._at, os.SEEK_SET)
            return self._portions(descriptor, budget)
        finally:
            os.close(descriptor)

    def _portions(self, descriptor: int, budget: int) -> int:
        done = 0
        while done < budget:
            wanted = min(PORTION, budget - done)
            if self._at < self.size:
                wanted = min(wanted, self.size - self._at)
            data = os.read(descriptor, wanted)
            if not data:
                self._end()
                break
            self._digest.update(data)
            self._at += len(data)
            done += len(data)
            if self._at == self.size:
                self._as_imported_until = self._digest.hexdigest()
        else:
            # The last byte was the last of the budget, too: one more look says whether the file ends here.
            if self._at >= self.size and not os.read(descriptor, 1):
                self._end()
        return done

    def _end(self) -> None:
        found = self._digest.hexdigest()
        fault = None
        if found != self.sha256:
            if self._at < self.size:
                fault = FileFault.SHORTER
            elif self._at > self.size and self._as_imported_until == self.sha256:
                fault = FileFault.APPENDED
            else:
                fault = FileFault.OTHER_BYTES
        self.state = FileState(fault, found, self._at)


def read_whole(
    files: EvidenceFiles,
    sha256: str,
    size: int,
    told: Callable[[int], None] = lambda done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> FileState | None:
    """Read one file to its end; None when cancelled. What is wrong is read twice: a disk may err once."""
    state: FileState | None = None
    for _ in range(2):
        reading = FileReading(files, sha256, size)
        while reading.state is None:
            if cancelled():
                return None
            told(reading.read(PORTION))
        state = reading.state
        if not state.goes_apart:
            break
    return state
