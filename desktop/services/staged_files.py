"""Files pasted for a case that is not open yet: copied beside the store at once, so that nothing pasted is lost."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

from models.errors import EnvironmentFault
from models.store import fsops

_NAME_LIMIT = 80


class StagedFiles:
    """One folder; each file keeps its name in a folder of its own, so that two of one name do not meet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep_bytes(self, data: bytes, name: str) -> Path:
        """Write bytes whole; EnvironmentFault `file_unwritable`."""
        try:
            place = self._place(name)
            fsops.write_whole(place, data)
        except OSError as error:
            raise EnvironmentFault("file_unwritable", reason=error.strerror or "") from error
        return place

    def keep_path(self, path: Path) -> Path:
        """Copy a file as it is; chat programs delete theirs. EnvironmentFault `file_unwritable`, `file_unreadable`."""
        if not path.is_file():
            raise EnvironmentFault("file_unreadable", file=path.name)
        try:
            place = self._place(path.name)
            shutil.copyfile(path, place)
        except OSError as error:
            raise EnvironmentFault("file_unwritable", reason=error.strerror or "") from error
        return place

    def known(self, path: Path) -> bool:
        """Whether a path is one of ours and still there."""
        return path.parent.parent == self._folder and path.is_file()

    def remove(self, path: Path) -> None:
        """Delete one of ours; what is not ours, or is in use, stays."""
        if self.known(path):
            shutil.rmtree(path.parent, ignore_errors=True)

    def _place(self, name: str) -> Path:
        own = self._folder / uuid.uuid4().hex
        own.mkdir(parents=True)
        safe = Path(name).name[-_NAME_LIMIT:].strip(". ") or "file"
        return own / safe
