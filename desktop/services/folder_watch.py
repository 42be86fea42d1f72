"""One watched folder: looked at again and again, a part at a time; says what arrived and is complete."""

from __future__ import annotations

import hashlib
import os
import stat
from array import array
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

MOST_FILES, MOST_FOLDERS, DEPTH = 200_000, 5_000, 8
# Entries of one look: a hundred thousand files take some looks instead of one long one.
ENTRIES_AT_ONCE = 10_000
_PENDING_AT_ONCE = 500
_ANEW_EVERY = 10
_FRESH_S = 3.0
_PARTIAL = (".crdownload", ".part", ".partial", ".tmp", ".temp", ".download", ".opdownload", ".!ut", ".aria2", ".td",
            ".downloading", ".xltd")  # fmt: skip
_LITTER = frozenset(("thumbs.db", "desktop.ini", "ntuser.dat"))
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2)
_HIDDEN_ON_MAC = 0x8000
_REPARSE = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400)

Print = int


def is_left_out(name: str) -> bool:
    """Hidden files, those of programs at work, and downloads that are not complete."""
    low = name.lower()
    return name.startswith((".", "~")) or low.endswith(_PARTIAL) or low in _LITTER


def file_print(name: str, size: int, modified_ns: int) -> Print:
    """Eight bytes that stand for a file as it is now; two files have the same one in no folder one can fill."""
    text = f"{name}\0{size}\0{modified_ns}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")


@dataclass(slots=True)
class _Room:
    """A folder at or below the watched one."""

    name: str
    depth: int
    modified_ns: int = -1
    looked_at: float = 0.0
    turn: int = -1_000
    prints: set[Print] = field(default_factory=set)
    gathered: set[Print] = field(default_factory=set)
    """What this look has found so far, and what arrived while it was under way."""
    below: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Pending:
    size: int
    modified_ns: int
    still: int = 0


@dataclass(frozen=True, slots=True)
class Arrived:
    """A complete file: its path below the folder with slashes, bytes, and time of its last change since 1970."""

    name: str
    size: int
    modified_ns: int


class FolderWatch:
    """Not for several threads at once. `known` is what was there before, None if watching begins now.

    Links are not followed, and nothing below `but` (the shop's own data) is looked at.
    """

    def __init__(
        self, folder: Path, known: array[int] | None, now: Callable[[], float], *, but: Path | None = None
    ) -> None:
        """`now` says the seconds since 1970."""
        self.folder = folder
        self._now = now
        self._but = but
        # What WeChat keeps as .dat is its own scrambled copy of a picture: nothing to be seen in it.
        self._scrambled = "wechat" in str(folder).lower() or "xwechat" in str(folder).lower()
        self._begins = known is None
        self._before: frozenset[Print] = frozenset(known or ())
        self._rooms: dict[str, _Room] = {"": _Room("", 0)}
        self._pending: dict[str, _Pending] = {}
        self._walk: Generator[None, None, None] | None = None
        self._turn = 0
        self._known = self._elsewhere = 0
        self.there = True
        """Whether the folder could be looked into."""
        self.whole = False
        """Whether all of it was looked at at least once."""
        self.cut = False
        """Whether there is more in it than is looked at."""
        self.changed = False
        """Whether `prints` says something else than when it was last kept."""

    @property
    def under_way(self) -> bool:
        """Whether the last look ended before all was looked at."""
        return self._walk is not None

    def look(self) -> list[Arrived]:
        """Go on looking for one part; what arrived and stood still for two looks. Never raises for the disk."""
        arrived = self._settle()
        if self._walk is None:
            self._turn += 1
            self._walk = self._walk_rooms()
        for _ in range(ENTRIES_AT_ONCE):
            try:
                next(self._walk)
            except StopIteration:
                self._walk = None
                if self.there and not self.whole:
                    self.whole, self.changed = True, True
                    self._before = frozenset()
                    self._begins = False
                break
        return arrived

    def prints(self) -> array[int]:
        """All that is known to have been there, to be kept for the next start."""
        known = array("Q", self._before)
        for room in self._rooms.values():
            known.extend(room.prints)
        return known

    def take_back(self, arrived: list[Arrived]) -> None:
        """These could not be noted: they arrive again at the next look."""
        for each in arrived:
            mark = file_print(each.name, each.size, each.modified_ns)
            for room in self._room_of(each.name):
                room.prints.discard(mark)
                room.gathered.discard(mark)
            self._pending[each.name] = _Pending(each.size, each.modified_ns, 1)

    def _walk_rooms(self) -> Generator[None, None, None]:
        self._known = sum(len(room.prints) for room in self._rooms.values())
        waiting = [""]
        seen = set()
        while waiting:
            room = self._rooms[waiting.pop()]
            seen.add(room.name)
            yield
            try:
                now_ns = (self.folder / room.name).stat().st_mtime_ns
            except OSError:
                if room.name == "":
                    # A drive that is not plugged in: nothing is forgotten.
                    self.there = False
                    return
                continue
            if room.name == "":
                self.there = True
            fresh = room.looked_at - now_ns / 1e9 < _FRESH_S
            if now_ns != room.modified_ns or fresh or self._turn - room.turn >= _ANEW_EVERY:
                room.looked_at = self._now()
                if (yield from self._look_into(room)):
                    room.modified_ns, room.turn = now_ns, self._turn
            room.below = [name for name in room.below if name in self._rooms]
            waiting += room.below
        for name in [name for name in self._rooms if name not in seen]:
            del self._rooms[name]
            self.changed = True

    def _look_into(self, room: _Room) -> Generator[None, None, bool]:
        found = room.gathered = set()
        self._elsewhere = self._known - len(room.prints)
        try:
            entries = os.scandir(self.folder / room.name)
        except OSError:
            return False
        with entries:
            while True:
                yield
                try:
                    entry = next(entries, None)
                    if entry is None:
                        break
                    self._see(entry, room, found)
                except OSError:
                    continue
        if found != room.prints:
            self._known += len(found) - len(room.prints)
            room.prints, self.changed = found, True
        room.gathered = set()
        return True

    def _see(self, entry: os.DirEntry[str], room: _Room, found: set[Print]) -> None:
        if is_left_out(entry.name) or entry.is_symlink():
            return
        name = f"{room.name}/{entry.name}" if room.name else entry.name
        facts = entry.stat(follow_symlinks=False)
        attributes = getattr(facts, "st_file_attributes", 0)
        if attributes & (_HIDDEN | _REPARSE) or getattr(facts, "st_flags", 0) & _HIDDEN_ON_MAC:
            return
        if stat.S_ISDIR(facts.st_mode):
            if name not in self._rooms and self.folder / name != self._but:
                if room.depth < DEPTH and len(self._rooms) < MOST_FOLDERS:
                    self._rooms[name] = _Room(name, room.depth + 1)
                    room.below.append(name)
                else:
                    self.cut = True
            return
        if not stat.S_ISREG(facts.st_mode) or (self._scrambled and name.lower().endswith(".dat")):
            return
        mark = file_print(name, facts.st_size, facts.st_mtime_ns)
        if mark in room.prints or mark in self._before or (self._begins and self._has_room(room, found)):
            found.add(mark)
        elif self._begins or not self._has_room(room, found):
            self.cut = True
        elif name not in self._pending:
            self._pending[name] = _Pending(facts.st_size, facts.st_mtime_ns)

    def _has_room(self, room: _Room, found: set[Print]) -> bool:
        return self._elsewhere + max(len(found), len(room.prints)) + len(self._pending) < MOST_FILES

    def _settle(self) -> list[Arrived]:
        """What is new and stands still since the last look, can be opened and is not empty."""
        arrived = []
        for name in list(self._pending)[:_PENDING_AT_ONCE]:
            waiting = self._pending.pop(name)
            path = self.folder / name
            try:
                facts = path.lstat()
            except (OSError, ValueError):
                continue
            if not stat.S_ISREG(facts.st_mode):
                continue
            same = (facts.st_size, facts.st_mtime_ns) == (waiting.size, waiting.modified_ns)
            waiting = _Pending(facts.st_size, facts.st_mtime_ns, waiting.still + 1 if same else 0)
            if not facts.st_size or waiting.still < 1 or not _opens(path):
                self._pending[name] = waiting  # at the end: others get their turn
                continue
            arrived.append(Arrived(name, facts.st_size, facts.st_mtime_ns))
            mark = file_print(name, facts.st_size, facts.st_mtime_ns)
            for room in self._room_of(name):
                room.prints.add(mark)
                room.gathered.add(mark)
            self.changed = True
        return arrived

    def _room_of(self, name: str) -> list[_Room]:
        room = self._rooms.get(name.rpartition("/")[0])
        return [room] if room is not None else []


def _opens(path: Path) -> bool:
    """Whether nobody holds it: on Windows a program that still writes a file keeps others out."""
    try:
        with path.open("rb") as stream:
            return bool(stream.read(1))
    except OSError:
        return False
