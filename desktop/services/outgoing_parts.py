"""What is on its way out is noted in the data folder: what a killed program left of it outside is swept at the start.

A part has a name nobody else gives: a point, 32 hexadecimal digits, `.part`. Nothing of any other name is ever removed.
"""

from __future__ import annotations

import os
import re
import stat
import uuid
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from models.store.folder import DataFolder

_NAME = re.compile(r"\.[0-9a-f]{32}\.part")
_LONGEST = 64 * 1024


class OutgoingParts:
    """The parts of one data folder. The notes lie in its cache: without them nothing is lost but the sweeping."""

    _under_way: ClassVar[set[str]] = set()

    def __init__(self, folder: DataFolder) -> None:
        self._notes = folder.cache / "outgoing"

    def begin(self, target: Path) -> Path:
        """A hidden place beside the target for what will be it, noted first."""
        staged = target.with_name(f".{uuid.uuid4().hex}.part")
        self._under_way.add(staged.name)
        with suppress(OSError):
            self._notes.mkdir(parents=True, exist_ok=True)
            (self._notes / staged.name).write_bytes(os.fsencode(staged.absolute()))
        return staged

    def scratch(self) -> Path:
        """A place in the data folder's cache for what is gathered on the way, noted first."""
        return self.begin(self._notes.parent / "rows")

    def end(self, staged: Path) -> None:
        """It has its name, or was taken back; one that could not be is left to the next start."""
        self._under_way.discard(staged.name)
        if not os.path.lexists(staged):
            with suppress(OSError):
                (self._notes / staged.name).unlink(missing_ok=True)

    def sweep(self) -> int:
        """Remove what is noted and still there; how many. One on a drive that is away waits for it."""
        try:
            notes = [note for note in self._notes.iterdir() if note.name not in self._under_way]
        except OSError:
            return 0
        return sum(self._swept(note) for note in notes)

    def _swept(self, note: Path) -> bool:
        gone = False
        with suppress(OSError, ValueError):
            found = note.lstat()
            said = note.read_bytes() if stat.S_ISREG(found.st_mode) and found.st_size <= _LONGEST else b""
            part = Path(os.fsdecode(said))
            ours = part.is_absolute() and part.name == note.name and _NAME.fullmatch(part.name) is not None
            if ours:
                gone = _remove(part)
            away = ours and not part.parent.is_dir()
            if not ours or not (away or os.path.lexists(part)):
                note.unlink()
        return gone


def _remove(part: Path) -> bool:
    """Remove a file, or a folder with the plain files in it; whatever else is there stays, and so does its folder."""
    try:
        mode = part.lstat().st_mode
        if stat.S_ISREG(mode):
            part.unlink()
            return True
        if not stat.S_ISDIR(mode):
            return False
        for each in part.iterdir():
            if stat.S_ISREG(each.lstat().st_mode):
                each.unlink()
        part.rmdir()
    except OSError:
        return False
    return True
