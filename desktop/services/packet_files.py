"""Packets as files: the place to write one is checked first, and a file is there whole or not at all."""

from __future__ import annotations

import errno
import shutil
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop.exporters.safe_target import check_plain
from desktop.services.outgoing_parts import OutgoingParts
from models.errors import AftercaseError, EnvironmentFault, UserError
from models.store import fsops
from models.store.folder import DataFolder

_PREVIEWS_KEPT = 6
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, getattr(errno, "ETXTBSY", errno.EBUSY))


class Going(Protocol):
    """Something on its way out: it lies whole beside its place."""

    def put(self) -> None:
        """Give it its name."""

    def drop(self) -> None:
        """Take it back; what stood there before stays."""


def check_target(out: Path, folder: DataFolder) -> Path:
    """The absolute path to write to. UserError or EnvironmentFault when it could not be written, before any work."""
    if not out.name or "\0" in str(out):
        raise UserError("packet_name_needed")
    target = out.absolute()
    try:
        if target.is_dir():
            raise UserError("packet_out_is_folder", path=str(target))
        if not target.parent.is_dir():
            raise UserError("packet_folder_missing", folder=str(target.parent))
        check_outside(target, folder)
        if target.exists():
            if not target.is_file():
                # A device or a pipe would give way to the file.
                raise EnvironmentFault("packet_not_writable", path=str(target), reason="not an ordinary file")
            # A viewer on Windows holds the file; better said now than after the work.
            with target.open("r+b"):
                pass
    except OSError as error:
        raise write_fault(error, target) from error
    return target


def check_folder(out: Path, name: str, folder: DataFolder) -> Path:
    """The absolute path of a folder of that name inside `out`, which must be one. UserError or EnvironmentFault when it
    could not be made, before any work: `packet_folder_there` if there is something of that name."""
    if not str(out) or "\0" in str(out):
        raise UserError("packet_name_needed")
    place = out.absolute()
    target = place / name
    try:
        if place.is_file():
            raise UserError("packet_out_is_file", path=str(place))
        if not place.is_dir():
            raise UserError("packet_folder_missing", folder=str(place))
        if place.resolve().is_relative_to(folder.root.resolve()):
            raise UserError("packet_out_in_store", path=str(place))
        if target.exists() or target.is_symlink():
            raise UserError("packet_folder_there", folder=str(target))
    except OSError as error:
        raise write_fault(error, target) from error
    return target


def check_outside(target: Path, folder: DataFolder) -> None:
    """Nothing of the shop's own data is ever overwritten by a packet: UserError `packet_out_in_store`; OSError.

    Asked again before the name is given: a folder may have become a link meanwhile.
    """
    root, place = folder.root.resolve(), target.resolve()
    inside = place.is_relative_to(root)
    if inside and (place.parent != root or place.suffix.lower() != ".pdf"):
        raise UserError("packet_out_in_store", path=str(target))


def write_fault(error: OSError, target: Path) -> AftercaseError:
    """Why a file could not be written, as an error with a code."""
    reason = error.strerror or ""
    if error.errno in _FULL:
        return EnvironmentFault("disk_full", reason=reason)
    if error.errno in _DENIED:
        code = "packet_file_locked" if _is_there(target) else "packet_not_writable"
        return EnvironmentFault(code, path=str(target), reason=reason)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return UserError("packet_folder_missing", folder=str(target.parent))
    return EnvironmentFault("packet_not_written", path=str(target), reason=reason)


def _is_there(target: Path) -> bool:
    try:
        return target.exists()
    except OSError:
        return False


class Outgoing:
    """A file on its way out: staged beside its target, forced to disk, then put in place by `put`."""

    def __init__(self, target: Path, data: bytes, folder: DataFolder) -> None:
        self._target, self._folder, self._parts = target, folder, OutgoingParts(folder)
        self._existed = _is_there(target)
        self._staged = self._parts.begin(target)
        self._put = False
        try:
            check_outside(target, folder)
            fsops.write_new(self._staged, data)
        except OSError as error:
            self.drop()
            raise write_fault(error, target) from error
        except BaseException:
            self.drop()
            raise

    def put(self) -> None:
        """Rename over the target."""
        try:
            check_outside(self._target, self._folder)
            fsops.replace(self._staged, self._target)
            self._put = True
            self._parts.end(self._staged)
            fsops.sync_folder(self._target.parent)
        except OSError as error:
            raise write_fault(error, self._target) from error

    def drop(self) -> None:
        """Take back what was staged; a target that was new is taken back too, one that was replaced stays."""
        try:
            fsops.remove(self._staged)
            if self._put and not self._existed:
                fsops.remove(self._target)
        except OSError:
            # Nothing is lost by a hidden part file that stays until the next start; the failure that led here is told.
            pass
        self._parts.end(self._staged)


class OutgoingFolder:
    """Several files on their way out: staged in a hidden folder, which gets its name when all of them are on disk."""

    def __init__(self, target: Path, files: Sequence[tuple[str, bytes]], folder: DataFolder) -> None:
        self._target, self._folder, self._parts = target, folder, OutgoingParts(folder)
        self._staged = self._parts.begin(target)
        self._put = False
        try:
            check_outside(target, folder)
            self._staged.mkdir()
            for name, data in files:
                check_plain(name)
                fsops.write_new(self._staged / name, data)
            fsops.sync_folder(self._staged)
        except OSError as error:
            self.drop()
            raise write_fault(error, target) from error
        except BaseException:
            self.drop()
            raise

    def put(self) -> None:
        """Rename it; UserError `packet_folder_there` if something of that name came meanwhile."""
        try:
            check_outside(self._target, self._folder)
            if self._target.exists() or self._target.is_symlink():
                raise UserError("packet_folder_there", folder=str(self._target))
            fsops.replace(self._staged, self._target)
            self._put = True
            self._parts.end(self._staged)
            fsops.sync_folder(self._target.parent)
        except OSError as error:
            raise write_fault(error, self._target) from error

    def drop(self) -> None:
        """Take back the folder with all that was written into it."""
        shutil.rmtree(self._staged, ignore_errors=True)
        if self._put:
            shutil.rmtree(self._target, ignore_errors=True)
        self._parts.end(self._staged)


def keep_preview(folder: Path, name: str, data: bytes) -> Path:
    """Write a preview under a name of its own, and remove old ones; one that is being read stays until later."""
    target = folder / f"{name}.pdf"
    try:
        fsops.make_folder(folder)
        staged = folder / f".{uuid.uuid4().hex}.part"
        staged.write_bytes(data)
        staged.replace(target)
        others = [entry for entry in folder.iterdir() if entry != target]
        newest_first = sorted(others, key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
    except OSError as error:
        raise write_fault(error, target) from error
    for entry in newest_first[_PREVIEWS_KEPT - 1 :]:
        try:
            entry.unlink(missing_ok=True)
        except OSError:
            continue
    return target
