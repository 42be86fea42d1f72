"""A folder outside the store that files are put into: plain names only, nothing overwritten, each file whole."""

from __future__ import annotations

import errno
import hashlib
import os
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from models.errors import EnvironmentFault, UserError
from models.rules.evidence_names import name_key, other_name
from models.store import fsops

_TURNS = 10_000
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that is there: its name, the SHA-256 of what was written, its size in bytes."""

    name: str
    sha256: str
    size: int


class FreeNames:
    """Gives out names that are none of those taken, on systems that ignore case or Unicode form too."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name_key(name) for name in taken}

    def free(self, wanted: str) -> str:
        """The name itself, or with ` (2)` and so on. UserError `export_name_unsafe` if it is no plain name."""
        check_plain(wanted)
        for turn in range(1, _TURNS):
            name = wanted if turn == 1 else other_name(wanted, turn)
            if name_key(name) not in self._taken:
                self._taken.add(name_key(name))
                return name
        raise UserError("export_name_unsafe", file=wanted)


def check_plain(name: str) -> None:
    """The last wall: whatever made the name, it names a file in this folder and nothing else."""
    plain = name == PurePosixPath(name).name == PureWindowsPath(name).name
    if not plain or name in ("", ".", "..") or ":" in name or any(ord(character) < 32 for character in name):
        raise UserError("export_name_unsafe", file=name)


class FolderTarget:
    """Files into one folder, which is made if it is not there; `take_back` leaves it as it was found."""

    def __init__(self, folder: Path, *, again: bool = False) -> None:
        """With `again` a file of the same name and content that is there already is left and counts as written.

        EnvironmentFault `file_unwritable` if the folder cannot be made or looked into.
        """
        self.folder = folder
        self._again = again
        self._made: list[Path] = []
        self._written: list[Path] = []
        try:
            self._make(folder)
            self._names = FreeNames(entry.name for entry in folder.iterdir())
        except OSError as error:
            self.take_back()
            raise fault(error, folder.name) from error

    @property
    def place(self) -> Path:
        """What was made, for the user."""
        return self.folder

    def put(self, name: str, content: Callable[[], Iterable[bytes]]) -> WrittenFile:
        """Write a file under this name, or the next free one. Whatever `content` raises goes on; nothing is left then.

        EnvironmentFault `disk_full` or `file_unwritable`.
        """
        check_plain(name)
        staged = self.folder / f".{uuid.uuid4().hex}.part"
        try:
            digest, size = hashlib.sha256(), 0
            descriptor = fsops.create_new(staged)
            try:
                for chunk in content():
                    digest.update(chunk)
                    fsops.write_all(descriptor, chunk)
                    size += len(chunk)
                fsops.sync_file(descriptor)
            finally:
                fsops.close(descriptor)
            if self._again and self._is_there(name, digest.hexdigest(), size):
                return WrittenFile(name, digest.hexdigest(), size)
            return WrittenFile(self._settle(staged, name), digest.hexdigest(), size)
        except OSError as error:
            raise fault(error, name) from error
        finally:
            with suppress(OSError):
                fsops.remove(staged)

    def take(self, staged: Path, name: str) -> str:
        """Give a whole file that lies in this folder this name, or the next free one; returns it."""
        check_plain(name)
        return self._settle(staged, name)

    def finish(self) -> None:
        """Make the names durable."""
        with suppress(OSError):
            fsops.sync_folder(self.folder)

    def take_back(self) -> None:
        """Remove what was written here, and the folders made for it if nothing else is in them."""
        for path in reversed(self._written):
            with suppress(OSError):
                fsops.remove(path)
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()
        self._written.clear()
        self._made.clear()

    def _make(self, folder: Path) -> None:
        missing = []
        while not folder.exists():
            missing.append(folder)
            if folder.parent == folder:
                break
            folder = folder.parent
        for each in reversed(missing):
            each.mkdir()
            self._made.append(each)

    def _is_there(self, name: str, sha256: str, size: int) -> bool:
        path = self.folder / name
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size != size:
                return False
            with path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
        except OSError:
            return False

    def _settle(self, staged: Path, name: str) -> str:
        """Give the whole file its name, never one that somebody took meanwhile."""
        while True:
            free = self._names.free(name)
            target = self.folder / free
            try:
                try:
                    os.link(staged, target)
                except FileExistsError:
                    continue
                except OSError:
                    # Without hard links (FAT, some shares): the name is taken first, then filled in one go.
                    fsops.close(fsops.create_new(target))
                    self._written.append(target)
                    fsops.replace(staged, target)
                    return free
            except FileExistsError:
                continue
            self._written.append(target)
            return free


def fault(error: OSError, name: str) -> EnvironmentFault:
    """What the disk refused, for the user."""
    if error.errno in _FULL:
        return EnvironmentFault("disk_full", file=name)
    return EnvironmentFault("file_unwritable", file=name, reason=error.strerror or str(error.errno or ""))
