"""A file that is written beside its place and put there whole, or not at all."""

from __future__ import annotations

import errno
import tempfile
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from models.errors import EnvironmentFault
from models.store import fsops


class Parts(Protocol):
    """Where a file lies while it is written. One that notes its parts can sweep what a killed program left."""

    def begin(self, target: Path) -> Path:
        """A hidden place beside the target for what will be it."""

    def scratch(self) -> Path:
        """A place for what is gathered on the way."""

    def end(self, staged: Path) -> None:
        """It has its name, or is gone."""


class LooseParts:
    """Parts nobody notes."""

    def begin(self, target: Path) -> Path:
        return target.with_name(f".{uuid.uuid4().hex}.part")

    def scratch(self) -> Path:
        return Path(tempfile.gettempdir()) / f".{uuid.uuid4().hex}.part"

    def end(self, staged: Path) -> None:
        pass


LOOSE: Final = LooseParts()


def write_file(path: Path, write: Callable[[Path], object], parts: Parts = LOOSE) -> None:
    """Let `write` fill a new file beside `path`, then put it in the place of `path`.

    EnvironmentFault `export_in_use` if another program holds the old file, `disk_full`, or `file_unwritable`; whatever
    `write` raises goes on. The old file stays in all these cases.
    """
    staged = parts.begin(path)
    try:
        # A place that cannot be written is found out before the work, not after it.
        staged.touch(exist_ok=False)
        write(staged)
        with staged.open("rb+") as stream:
            fsops.sync_file(stream.fileno())
        fsops.replace(staged, path)
        fsops.sync_folder(path.parent)
    except OSError as error:
        raise _fault(path, error) from error
    finally:
        # A disk that is gone, or may only be read, says so even of a file that is not there.
        with suppress(OSError):
            staged.unlink(missing_ok=True)
        parts.end(staged)


def _fault(path: Path, error: OSError) -> EnvironmentFault:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EnvironmentFault("disk_full", file=path.name)
    if isinstance(error, PermissionError) and path.is_file():
        return EnvironmentFault("export_in_use", file=path.name, reason=error.errno)
    return EnvironmentFault("file_unwritable", file=path.name, reason=error.errno)
