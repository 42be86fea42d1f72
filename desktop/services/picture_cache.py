"""The pictures of packets on disk, each behind its own hash; the folder may be deleted at any time."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from desktop.services.packet_files import write_fault

_CACHE_BYTES = 512 * 1024 * 1024
_CHECK = 32


class PictureCache:
    """JPEGs on disk, each behind its own hash; the folder may be deleted at any time. Safe from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._serial = count()
        self._lock = threading.Lock()
        self._held: int | None = None
        self._wanted: dict[int, set[str]] = {}
        # What a killed program had lent out; only who holds the folder's lock comes here.
        for left in folder.glob(".*.pdf"):
            with suppress(OSError):
                left.unlink()

    def hold(self, names: Iterable[str]) -> None:
        """Keep these, whatever else comes, until the thread that builds with them lets go."""
        with self._lock:
            self._wanted.setdefault(threading.get_ident(), set()).update(names)

    def release(self) -> None:
        """Let go of what this thread held."""
        with self._lock:
            self._wanted.pop(threading.get_ident(), None)

    @contextmanager
    def borrowed(self, data: bytes, sha256: str) -> Iterator[Path]:
        """A file of the folder with these bytes, for as long as it is needed to be read by another process."""
        place = self._folder / f".{sha256}.{os.getpid()}.{next(self._serial)}.pdf"
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
            yield place
        except OSError as error:
            raise write_fault(error, place) from error
        finally:
            with suppress(OSError):
                place.unlink(missing_ok=True)

    def has(self, name: str) -> bool:
        """Whether there is a file of that name; `read` says whether it is whole."""
        return self._place(name).is_file()

    def read(self, name: str) -> bytes | None:
        """The picture kept under `name`; None when it is not there or damaged."""
        place = self._place(name)
        try:
            stored = place.read_bytes()
        except OSError:
            return None
        content = stored[_CHECK:]
        if hashlib.sha256(content).digest() != stored[:_CHECK]:
            return None
        with suppress(OSError):
            os.utime(place)  # the one used longest ago goes first
        return content

    def keep(self, name: str, content: bytes) -> None:
        """Keep a picture; a full or read-only disk costs speed, not the packet."""
        place = self._place(name)
        fresh = place.with_name(f".{place.name}.{os.getpid()}.{next(self._serial)}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                fresh.write_bytes(hashlib.sha256(content).digest() + content)
                fresh.replace(place)
            finally:
                fresh.unlink(missing_ok=True)
            self._trim(len(content))
        except OSError:
            return

    def _place(self, name: str) -> Path:
        return self._folder / name[:2] / name

    def _trim(self, added: int) -> None:
        """Remove those used longest ago when more than half a gigabyte is held, but none a build under way uses."""
        with self._lock:
            self._held = self._held + added if self._held is not None else self._size()
            if self._held <= _CACHE_BYTES:
                return
            files = sorted(((entry.stat(), entry) for entry in self._files()), key=lambda item: item[0].st_mtime_ns)
            held = sum(facts.st_size for facts, _ in files)
            wanted = set[str]().union(*self._wanted.values())
            for facts, entry in files:
                if held <= _CACHE_BYTES // 2:
                    break
                if entry.name in wanted:
                    continue
                entry.unlink(missing_ok=True)
                held -= facts.st_size
            self._held = held

    def _size(self) -> int:
        return sum(entry.stat().st_size for entry in self._files())

    def _files(self) -> list[Path]:
        return [entry for entry in self._folder.glob("??/*") if entry.is_file()]
