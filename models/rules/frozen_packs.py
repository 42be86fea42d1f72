"""The packs a case was decided by, kept whole: to copies by content, and back to packs that decide the same again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.rules.calendars import WorkCalendar, calendar_as_data, load_calendar
from models.rules.expressions import PackError
from models.rules.pack_loader import Shared, load_pack
from models.rules.pack_origin import content_of, sha256_of
from models.rules.packs import Pack


@dataclass(frozen=True, slots=True)
class PackCopy:
    """A file as it was: a pack, a file packs build on, or a calendar (then without a version)."""

    sha256: str
    name: str
    version: str
    content: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a resolution keeps of its packs: `data` for its row, `copies` to be kept once by content."""

    data: Mapping[str, Any]
    copies: tuple[PackCopy, ...]


def freeze(packs: Iterable[Pack]) -> Frozen:
    """The packs with all they were made of.

    `data` is `{"packs": {id: {"version", "sha256", "parents": {name: sha256}, "calendar": {id: sha256}}},
    "numbers": {pack: {name: value}}}`; only numbers the shop set itself are named.
    """
    copies: dict[str, PackCopy] = {}
    hashed: dict[int, str] = {}

    def keep(name: str, version: str, raw: object) -> str:
        if id(raw) not in hashed:
            content = content_of(raw)
            sha256 = hashed[id(raw)] = sha256_of(content)
            copies.setdefault(sha256, PackCopy(sha256, name, version, content))
        return hashed[id(raw)]

    kept: dict[str, Any] = {}
    numbers: dict[str, Mapping[str, str]] = {}
    calendars = {id(pack.origin.calendar): calendar_as_data(pack.origin.calendar)
                 for pack in packs if pack.origin.calendar is not None and pack.origin.calendar.years}  # fmt: skip
    for pack in packs:
        origin = pack.origin
        calendar = calendars.get(id(origin.calendar))
        kept[pack.id] = {
            "version": pack.version,
            "sha256": keep(pack.id, pack.version, origin.raw),
            "parents": {name: keep(name, "", raw) for name, raw in origin.parents.items()},
            "calendar": {calendar["id"]: keep(calendar["id"], "", calendar)} if calendar is not None else {},
        }
        if origin.numbers:
            numbers[pack.id] = dict(origin.numbers)
    return Frozen({"packs": kept, "numbers": numbers}, tuple(copies.values()))


def addresses(data: Mapping[str, Any]) -> frozenset[str]:
    """The content addresses a resolution's `data` names; empty for one from before packs were kept."""
    found: set[str] = set()
    for each in _packs_of(data).values():
        found |= {str(each.get("sha256", "")), *_texts(each, "parents").values(), *_texts(each, "calendar").values()}
    return frozenset(found)


def thaw(data: Mapping[str, Any], contents: Mapping[str, str]) -> tuple[Pack, ...]:
    """The packs as they were, from what `freeze` gave; `contents` are the copies by address.

    PackError `pack_copy_missing`, or `pack_copy_damaged` where a copy is not what it was.
    """
    opened: dict[str, Any] = {}
    shared: dict[str, Shared] = {}
    calendars: dict[str, WorkCalendar] = {}

    def content(address: str) -> Any:
        if address not in opened:
            text = contents.get(address)
            if text is None:
                raise PackError("pack_copy_missing", sha256=address)
            if sha256_of(text) != address:
                raise PackError("pack_copy_damaged", sha256=address)
            opened[address] = json.loads(text)
        return opened[address]

    packs: list[Pack] = []
    numbers = data.get("numbers", {})
    for name, each in _packs_of(data).items():
        parents: dict[str, Shared] = {}
        for parent, address in _texts(each, "parents").items():
            if address not in shared:
                shared[address] = Shared(content(address))
            parents[parent] = shared[address]
        named: dict[str, WorkCalendar] = {}
        for calendar, address in _texts(each, "calendar").items():
            if address not in calendars:
                calendars[address] = load_calendar(content(address))
            named[calendar] = calendars[address]
        own = numbers.get(name, {}) if isinstance(numbers, Mapping) else {}
        packs.append(load_pack(content(str(each["sha256"])), parents=parents, calendars=named, numbers=own))
    return tuple(packs)


def _packs_of(data: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    packs = data.get("packs", {})
    return packs if isinstance(packs, Mapping) else {}


def _texts(each: Mapping[str, Any], name: str) -> Mapping[str, str]:
    found = each.get(name, {})
    return found if isinstance(found, Mapping) else {}
