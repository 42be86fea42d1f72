"""Every lasting file of the store is written through here: one place to make safe, and to make fail in tests."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
import uuid
from pathlib import Path

_WINDOWS = sys.platform == "win32"
# Virus scanners and indexers hold a fresh file for a moment on Windows.
_WINDOWS_BUSY = (5, 32, 33)
_WINDOWS_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


def make_folder(path: Path) -> None:
    """Make a private folder (and its parents) and make its name durable."""
    if path.is_dir():
        return
    if path.parent == path:
        # A drive that is not plugged in has no parent to make it in.
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    make_folder(path.parent)
    try:
        path.mkdir(mode=0o700)
    except FileExistsError:
        return
    sync_folder(path.parent)


def sync_file(descriptor: int) -> None:
    """Force a file's bytes to the disk. A failure here means the copy failed: write it anew, never sync again."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            # Disks of other file systems and shares know only the plain way; any other refusal is a failed copy.
            if error.errno not in (errno.ENOTSUP, errno.ENOTTY, errno.EINVAL):
                raise
            os.fsync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(path: Path) -> None:
    """Force a folder's entries to the disk; Windows does it with the file."""
    if _WINDOWS:
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, data: bytes | memoryview) -> None:
    """Write every byte, however the system cuts it up."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def create_new(path: Path) -> int:
    """Open a file that must not exist yet, private to this user; returns the descriptor."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet and force it to disk."""
    descriptor = create_new(path)
    try:
        write_all(descriptor, data)
        sync_file(descriptor)
    finally:
        close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Rename over `target`; on Windows wait a moment for those who hold it."""
    for wait in (*_WINDOWS_WAITS, None):
        try:
            os.replace(source, target)
        except OSError as error:
            if wait is None or getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                raise
            time.sleep(wait)
        else:
            return


def make_read_only(path: Path) -> None:
    """Take the right to write away from everybody."""
    os.chmod(path, stat.S_IREAD if _WINDOWS else 0o400)


def remove(path: Path) -> None:
    """Remove a file if it is there."""
    try:
        path.unlink()
    except FileNotFoundError:
        return
    except PermissionError:
        if not _WINDOWS:
            raise
        os.chmod(path, stat.S_IWRITE)
        path.unlink()


def open_existing(path: Path) -> int:
    """Open a file for reading and syncing; returns the descriptor."""
    return os.open(path, (os.O_RDWR if _WINDOWS else os.O_RDONLY) | getattr(os, "O_BINARY", 0))


def close(descriptor: int) -> None:
    """Close a descriptor."""
    os.close(descriptor)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, force it to disk and rename it in: `path` is replaced whole or left as it was."""
    staged = path.with_name(f".{uuid.uuid4().hex}.part")
    try:
        write_new(staged, data)
        replace(staged, path)
    except OSError:
        remove(staged)
        raise
    sync_folder(path.parent)
