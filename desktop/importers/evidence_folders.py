"""The files that were dropped or chosen: folders are walked within limits, and links in them are never followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FILES_LIMIT = 20_000
DEPTH_LIMIT = 16
LITTER = frozenset(("thumbs.db", "desktop.ini", ".ds_store"))


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file, and the folder it was found in, from the one that was named downwards; empty for a file named itself.

    `closed`: it is a folder that could not be looked into.
    """

    path: Path
    origin: str = ""
    size: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Walked:
    """The files found, and whether there were more than are taken at once."""

    files: tuple[FoundFile, ...]
    cut: bool


def walk(paths: Iterable[Path], limit: int = FILES_LIMIT, *, cancelled: Callable[[], bool] = lambda: False) -> Walked:
    """All regular files among and below the paths, by name; hidden files and links inside folders are left out.

    What is named itself is always in the answer, even if it cannot be read: then keeping it says why. Reads the disk.
    """
    files: list[FoundFile] = []
    for path in paths:
        for found in _below(path) if _is_folder(path) else (FoundFile(path, size=_size(path)),):
            if len(files) >= limit:
                return Walked(tuple(files), True)
            if cancelled():
                return Walked(tuple(files), False)
            files.append(found)
    return Walked(tuple(files), False)


def _below(root: Path) -> Iterator[FoundFile]:
    depth, closed = len(root.parts), list[OSError]()
    for place, folders, names in os.walk(root, followlinks=False, onerror=closed.append):
        here = Path(place)
        deep = len(here.parts) - depth >= DEPTH_LIMIT
        folders[:] = [] if deep else sorted(name for name in folders if not name.startswith("."))
        origin = "/".join((root.name, *here.parts[depth:])) if root.name else "/".join(here.parts[depth:])
        for name in sorted(names):
            if name.startswith(".") or name.lower() in LITTER:
                continue
            size = _regular_size(here / name)
            if size is not None:
                yield FoundFile(here / name, origin, size)
    for error in closed:
        yield FoundFile(Path(error.filename or root), closed=True)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir() and not path.is_symlink()
    except (OSError, ValueError):
        return False


def _regular_size(path: Path) -> int | None:
    """None for a folder, link, pipe or device: opening a pipe would wait forever."""
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
