"""Policy packs from the resources: read when first needed, chosen by platform, country and date, and checked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from models.errors import AftercaseError, EnvironmentFault, UserError
from models.rules.calendars import WorkCalendar, load_calendar
from models.rules.pack_checks import PackProblem, check_pack
from models.rules.pack_loader import Shared, load_pack
from models.rules.packs import LAYERS, Pack
from models.rules.worked import check_cases

_SIZE_LIMIT: Final = 4_000_000
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_NOT_PACKS: Final = frozenset({"pack.schema"})


class PackLibrary:
    """The packs of a folder (`resources/packs`): one JSON file per pack, parents beside them, calendars below.

    Nothing is read before it is needed; a loaded pack is kept. Not for use from several threads at once.
    """

    def __init__(self, resource_dir: Path, *, numbers: Mapping[str, Mapping[str, str]] | None = None) -> None:
        """`resource_dir`: the resources folder or its `packs`; `numbers`: the shop's values by pack and constant."""
        packs = resource_dir / "packs"
        self._folder = packs if packs.is_dir() else resource_dir
        self._numbers = numbers or {}
        self._raw: dict[str, Mapping[str, Any]] = {}
        self._shared: dict[str, Shared] = {}
        self._packs: dict[str, Pack] = {}
        self._calendars: dict[str, WorkCalendar] | None = None
        self._heads: dict[str, Mapping[str, Any]] | None = None

    def ids(self) -> tuple[str, ...]:
        """The ids of all packs, in order."""
        return tuple(sorted(self._pack_heads()))

    def pack(self, name: str) -> Pack:
        """The pack of that id or alias; UserError `pack_not_found`, PackError when it cannot be used."""
        heads = self._pack_heads()
        found = (
            name if name in heads else next((i for i, head in heads.items() if name in head.get("aliases", ())), None)
        )
        if found is None:
            raise UserError("pack_not_found", pack=name)
        if found not in self._packs:
            raw = self._file(found)
            parents = {parent: self._parent(parent) for parent in raw["pack"].get("extends", ())}
            self._packs[found] = load_pack(
                raw, parents=parents, calendars=self._work_calendars(), numbers=self._numbers.get(found, {})
            )
        return self._packs[found]

    def packs_for(self, platform: str, country: str, at: datetime | date) -> tuple[Pack, ...]:
        """The packs that apply to a shop on that platform and in that country at that time, law first."""
        day = at.date() if isinstance(at, datetime) else at
        chosen = [name for name, head in self._pack_heads().items() if _applies(head, platform, country)]
        packs = [pack for pack in (self.pack(name) for name in chosen) if pack.covers(day)]
        return tuple(sorted(packs, key=lambda pack: (LAYERS.index(pack.layer), -pack.priority, pack.id)))

    def frozen(self, versions: Mapping[str, str]) -> tuple[Pack, ...]:
        """The packs a case was decided by; UserError `pack_version_changed` where another version is here now."""
        packs = tuple(self.pack(name) for name in sorted(versions))
        for pack in packs:
            if versions[pack.id] != pack.version:
                raise UserError("pack_version_changed", pack=pack.id, decided=versions[pack.id], here=pack.version)
        return packs

    def problems(self) -> tuple[tuple[str, PackProblem], ...]:
        """Every problem of every pack, their own tests included; empty when all are sound."""
        found: list[tuple[str, PackProblem]] = []
        for name in self.ids():
            try:
                found.extend((name, problem) for problem in check_pack(self.pack(name)))
            except AftercaseError as error:
                found.append((name, PackProblem(error.code, name, str(error.values.get("why", "")))))
        return tuple(found)

    def check_worked_cases(self, path: Path) -> tuple[list[str], int, int]:
        """Evaluate a file of worked cases: a line per case that does not hold, how many hold, how many there are.

        UserError `worked_cases_unreadable` when the file is not JSON; EnvironmentFault when it cannot be read.
        """
        return check_cases(_read_json(path, "worked_cases_unreadable"), self._named_packs)

    def _named_packs(self, case: Mapping[str, Any]) -> tuple[Pack, ...]:
        named = case.get("pack", "")
        names = named if isinstance(named, list) else [named]
        return tuple(self.pack(str(name)) for name in names)

    def _pack_heads(self) -> dict[str, Mapping[str, Any]]:
        if self._heads is None:
            heads: dict[str, Mapping[str, Any]] = {}
            for path in sorted(self._folder.glob("*.json")):
                if path.stem in _NOT_PACKS:
                    continue
                head = self._file(path.stem).get("pack")
                if isinstance(head, Mapping):
                    heads[str(head.get("id", path.stem))] = head
            self._heads = heads
        return self._heads

    def _parent(self, name: str) -> Shared:
        if name not in self._shared:
            self._shared[name] = Shared(self._file(name))
        return self._shared[name]

    def _file(self, name: str) -> Mapping[str, Any]:
        if not _NAME.fullmatch(str(name)):
            raise UserError("pack_unreadable", file=str(name)[:80])
        if name not in self._raw:
            raw = _read_json(self._folder / f"{name}.json", "pack_unreadable")
            if not isinstance(raw, Mapping):
                raise UserError("pack_unreadable", file=name)
            self._raw[name] = raw
        return self._raw[name]

    def _work_calendars(self) -> Mapping[str, WorkCalendar]:
        if self._calendars is None:
            found = [
                _read_json(path, "calendar_unreadable") for path in sorted((self._folder / "calendars").glob("*.json"))
            ]
            calendars = [
                load_calendar(raw["calendar"]) for raw in found if isinstance(raw, Mapping) and "calendar" in raw
            ]
            self._calendars = {calendar.id: calendar for calendar in calendars}
        return self._calendars


def check_worked_cases(path: Path, library: PackLibrary) -> tuple[list[str], int, int]:
    """The lines, how many cases hold, and how many there are; for `rules check FILE`."""
    return library.check_worked_cases(path)


def read_pack_file(path: Path) -> Mapping[str, Any]:
    """A pack file of somebody else, parsed and nothing more; UserError `pack_unreadable`."""
    raw = _read_json(path, "pack_unreadable")
    if not isinstance(raw, Mapping):
        raise UserError("pack_unreadable", file=path.name)
    return raw


def _applies(head: Mapping[str, Any], platform: str, country: str) -> bool:
    platforms, countries = head.get("platforms", ()), head.get("countries", ())
    if head.get("by_choice") or country in head.get("except_countries", ()):
        return False
    return (not platforms or platform in platforms) and (not countries or country in countries)


def _read_json(path: Path, code: str) -> Any:
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            raise UserError(code, file=path.name, why="too large")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise EnvironmentFault(code, file=path.name, why=type(error).__name__) from error
    except UnicodeDecodeError as error:
        raise UserError(code, file=path.name, why="not UTF-8") from error
    try:
        return json.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise UserError(code, file=path.name, why="not JSON") from error
