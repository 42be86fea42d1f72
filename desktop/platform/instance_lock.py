"""One program per data folder: a lock the system lets go of even when the program is killed."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from models.errors import EnvironmentFault

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class InstanceLock:
    """Holds the folder's lock file for the life of the process."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "app.lock"
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock. EnvironmentFault `already_open` if another holds it, `folder_unusable` without rights."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise self._unusable(error) from error
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                raise EnvironmentFault("already_open") from error
            raise self._unusable(error) from error
        self._descriptor = descriptor

    def _unusable(self, error: OSError) -> EnvironmentFault:
        return EnvironmentFault("folder_unusable", reason=error.strerror or "", folder=str(self._path.parent))

    def release(self) -> None:
        """Let go; the file stays, empty."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
