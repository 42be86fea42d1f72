"""A folder of packs as its files say: every file read once, every pack built once, for all libraries that use it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from desktop.platform.resources import resource
from desktop.services.pack_files import calendars_in, files_in
from desktop.services.pack_heads import parents_of
from models.errors import UserError
from models.rules.calendars import WorkCalendar
from models.rules.pack_loader import Shared, load_pack
from models.rules.packs import Pack

Raw = Mapping[str, Any]


class PackShelf:
    """Nothing is read before it is needed. What threads build at the same time is alike, so no lock is held."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parents: dict[str, Shared] = {}
        self._packs: dict[int, Pack] = {}

    @cached_property
    def files(self) -> Mapping[str, Raw]:
        """The parsed files by name: packs and what packs build on. UserError `pack_unreadable`."""
        return files_in(self._folder)

    @cached_property
    def calendars(self) -> Mapping[str, WorkCalendar]:
        """The calendars beside the packs, by id."""
        return calendars_in(self._folder / "calendars")

    def parent(self, name: str) -> Shared:
        """What a pack that builds on that file may take over; UserError `pack_unreadable`."""
        if name not in self._parents:
            self._parents[name] = Shared(self.file(name))
        return self._parents[name]

    def file(self, name: str) -> Raw:
        """A parsed file by its name; UserError `pack_unreadable`."""
        found = self.files.get(name)
        if found is None:  # only what lies in the folder itself: a name never becomes a path
            raise UserError("pack_unreadable", file=str(name)[:80])
        return found

    def pack(self, raw: Raw) -> Pack:
        """The pack of one of `files`, with the numbers it came with; PackError when it cannot be used."""
        if id(raw) not in self._packs:
            self._packs[id(raw)] = self.build(raw, {})
        return self._packs[id(raw)]

    def build(self, raw: Raw, numbers: Mapping[str, str]) -> Pack:
        """The pack of a parsed file of this folder or of somebody else, with a shop's numbers; PackError."""
        parents = {parent: self.parent(parent) for parent in parents_of(raw)}
        return load_pack(raw, parents=parents, calendars=self.calendars, numbers=numbers)


def shelf_of(folder: Path) -> PackShelf:
    """The shelf of a folder: of the program's own, whose files do not change while it runs, always the same one."""
    return _shipped() if folder == resource("packs") else PackShelf(folder)


@cache
def _shipped() -> PackShelf:
    return PackShelf(resource("packs"))
