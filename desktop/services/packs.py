"""The policy packs: shipped ones and the shop's own, read when first needed, chosen by platform, country and date."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from desktop.services.pack_files import parsed, read_pack_file, read_pack_text
from desktop.services.pack_heads import applies, as_dates, head_of, life_in, life_problems, parents_of, problem_of
from desktop.services.pack_shelf import shelf_of
from models.errors import AftercaseError, UserError
from models.rules.conclusion import Warned
from models.rules.pack_checks import PackProblem, check_pack
from models.rules.pack_limits import require_sane
from models.rules.pack_parts import Text
from models.rules.pack_versions import Chosen, Life, choose
from models.rules.packs import LAYERS, Pack
from models.rules.worked import check_cases

__all__ = ["PackLibrary", "PacksChosen", "check_worked_cases", "read_pack_file", "read_pack_text"]
Raw = Mapping[str, Any]
_BROKEN: Final = (KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class PacksChosen:
    """The packs that apply to a case, law first, and what to tell about how their versions were chosen."""

    packs: tuple[Pack, ...]
    warnings: tuple[Warned, ...] = ()


@dataclass(slots=True)
class _Version:
    """One version of a pack: its file, and the pack once it was needed."""

    raw: Raw
    own: bool = False
    life: Life | None = None
    pack: Pack | None = None


class PackLibrary:
    """The packs of a folder (`resources/packs`), beside them the shop's own; the same pack may be there in versions.

    Nothing is read before it is needed; a loaded pack is kept until `use` changes what counts. Safe in threads.
    """

    def __init__(
        self,
        resource_dir: Path,
        *,
        numbers: Mapping[str, Mapping[str, str]] | None = None,
        own: Mapping[str, Raw] | None = None,
    ) -> None:
        """`resource_dir`: the resources folder or its `packs`; `numbers` and `own` as in `use`."""
        packs = resource_dir / "packs"
        self._shelf = shelf_of(packs if packs.is_dir() else resource_dir)
        self._numbers: Mapping[str, Mapping[str, str]] = {**(numbers or {})}
        self._own: Mapping[str, Raw] = {**(own or {})}
        self._known: dict[str, list[_Version]] | None = None
        self._lock = threading.RLock()

    def use(self, *, numbers: Mapping[str, Mapping[str, str]], own: Mapping[str, Raw]) -> None:
        """From now on with the shop's values of numbers, by pack and name, and its own parsed pack files, by id.

        An own pack takes the place of every shipped version of that id, or stands beside the shipped packs.
        """
        with self._lock:
            before, old = self._known, self._numbers
            self._numbers = {pack: {**names} for pack, names in numbers.items()}
            self._own = {**own}
            self._known = None
            if before is not None:
                self._keep_same(before, {name for name in (*old, *numbers) if old.get(name) != numbers.get(name)})

    def _keep_same(self, before: Mapping[str, list[_Version]], changed: set[str]) -> None:
        """Packs whose file and numbers stay as they were are not built again."""
        known = {id(each.raw): each.pack for versions in before.values() for each in versions}
        for name, versions in self._all().items():
            for each in versions:
                each.pack = None if name in changed else known.get(id(each.raw))

    def ids(self) -> tuple[str, ...]:
        """The ids of all packs, in order."""
        with self._lock:
            return tuple(sorted(self._all()))

    def versions(self, name: str) -> tuple[str, ...]:
        """The versions of a pack, the newest first; UserError `pack_not_found`."""
        with self._lock:
            return tuple(str(head_of(each.raw).get("version", "")) for each in self._versions(name))

    def pack(self, name: str, version: str = "") -> Pack:
        """The pack of that id or alias, its newest version where none is named; UserError `pack_not_found`,
        PackError when it cannot be used."""
        with self._lock:
            return self._pack(self._version(name, version))

    def in_force(self, name: str, day: date) -> Pack | None:
        """The version of a pack that was in force on that day; None where none was."""
        with self._lock:
            for each in self._versions(name):
                if each.life is not None and each.life.covers(day):
                    return self._pack(each)
            return None

    def raw(self, name: str, version: str = "") -> Raw:
        """The parsed file of a pack, the shop's own or the shipped one; UserError `pack_not_found`."""
        with self._lock:
            return self._version(name, version).raw

    def shipped(self, name: str) -> Raw | None:
        """The newest parsed file the program brought under that id, also where an own pack stands in its place."""
        with self._lock:
            found = [raw for raw in self._shelf.files.values() if head_of(raw).get("id") == name]
            return max(found, key=lambda raw: str(head_of(raw).get("effective_from", "")), default=None)

    def is_own(self, name: str) -> bool:
        """Whether the pack of that id was brought in by the shop."""
        with self._lock:
            return self._version(name, "").own

    def parents(self, name: str) -> Mapping[str, Raw]:
        """The parsed files a pack builds on, by name."""
        with self._lock:
            return {parent: self._shelf.file(parent) for parent in parents_of(self._version(name, "").raw)}

    def packs_for(
        self,
        platform: str,
        country: str,
        at: datetime | date | Mapping[str, date],
        *,
        today: date | None = None,
    ) -> tuple[Pack, ...]:
        """The packs that apply, law first; `at` as in `choose`, or one day for every date."""
        return self.choose(platform, country, as_dates(at), today=today).packs

    def choose(
        self, platform: str, country: str, dates: Mapping[str, date], *, today: date | None = None,
        added: Collection[str] = (), left_out: Collection[str] = (),
    ) -> PacksChosen:  # fmt: skip
        """The packs that apply to a case, each in the version its own `applies_by` asks for.

        `dates` are the case's days in the shop's zone by fact (`case_opened_at` is a must); `today` is given while
        the case is open. An unknown date falls back to the opening, said where another version might count. A shop uses
        the packs `added` beside those of its platform and country, and none of those `left_out`.
        """
        packs: list[Pack] = []
        warnings: list[Warned] = []
        with self._lock:
            for name, versions in self._all().items():
                if name in left_out:
                    continue
                known = [each for each in versions if name in added or applies(head_of(each.raw), platform, country)]
                chosen = _choose(known, dates, today)
                if chosen is None:
                    continue
                pack = self._pack(next(each for each in known if each.life is chosen.life))
                packs.append(pack)
                if chosen.unsure:
                    warnings.append(_by_opening(pack, chosen.unsure))
        packs.sort(key=lambda pack: (LAYERS.index(pack.layer), -pack.priority, pack.id))
        return PacksChosen(tuple(packs), tuple(warnings))

    def usual(self, platform: str, country: str) -> frozenset[str]:
        """The ids of the packs that are for shops on that platform and in that country, of any date."""
        with self._lock:
            return frozenset(
                name for name, versions in self._all().items()
                if any(applies(head_of(each.raw), platform, country) for each in versions)
            )  # fmt: skip

    def frozen(self, versions: Mapping[str, str]) -> tuple[Pack, ...]:
        """The packs of those versions; UserError `pack_version_changed` where one is not here any more."""
        packs = []
        for name in sorted(versions):
            if versions[name] not in self.versions(name):
                here = ", ".join(self.versions(name))
                raise UserError("pack_version_changed", pack=name, decided=versions[name], here=here)
            packs.append(self.pack(name, versions[name]))
        return tuple(packs)

    def load_candidate(self, raw: object) -> tuple[Pack | None, tuple[PackProblem, ...]]:
        """A pack file of somebody else, loaded and checked without putting it in force.

        Never raises for what the file holds: the pack is None where it cannot be used at all, and every problem is
        named. A pack that has problems must not be put in force.
        """
        try:
            if not isinstance(raw, Mapping):
                raise UserError("pack_invalid", why="not a mapping")
            require_sane(raw)
            with self._lock:
                problems = self._taken(raw)
            pack = self._shelf.build(raw, {})
            return pack, (*problems, *life_problems((raw,)), *check_pack(pack))
        except AftercaseError as error:
            return None, (problem_of(error, "pack"),)
        except _BROKEN as error:
            return None, (PackProblem("pack_invalid", "pack", type(error).__name__),)

    def problems(self) -> tuple[tuple[str, PackProblem], ...]:
        """Every problem of every version of every pack, their own tests included; empty when all are sound."""
        found: list[tuple[str, PackProblem]] = []
        for name in self.ids():
            with self._lock:
                versions = tuple(self._versions(name))
            found += [(name, problem) for problem in life_problems(each.raw for each in versions)]
            for each in versions:
                found += [(name, problem) for problem in self._check(name, each)]
        return tuple(found)

    def check_worked_cases(self, path: Path) -> tuple[list[str], int, int]:
        """Evaluate a file of worked cases: a line per case that does not hold, how many hold, how many there are.

        UserError `worked_cases_unreadable` when the file is not JSON; EnvironmentFault when it cannot be read.
        """
        return check_cases(parsed(path, "worked_cases_unreadable"), self._named_packs)

    def _named_packs(self, case: Mapping[str, Any]) -> tuple[Pack, ...]:
        named = case.get("pack", "")
        names = named if isinstance(named, list) else [named]
        return tuple(self.pack(str(name)) for name in names)

    def _check(self, name: str, version: _Version) -> Iterable[PackProblem]:
        try:
            require_sane(version.raw)
            with self._lock:
                pack = self._pack(version)
                unknown = [each for each in self._numbers.get(name, ()) if each not in pack.constants]
            return (*(PackProblem("number_unknown", f"constants.{each}") for each in unknown), *check_pack(pack))
        except AftercaseError as error:
            return (problem_of(error, name),)

    def _taken(self, raw: Raw) -> list[PackProblem]:
        """Names of a new pack that mean another pack, or a file that packs build on; and a law made a shop's rule."""
        name = head_of(raw).get("id")
        problems = []
        for each, head in ((n, head_of(v.raw)) for n, vs in self._all().items() for v in vs):
            if each == name:
                continue
            for alias in head_of(raw).get("aliases", ()):
                if alias == each or alias in head.get("aliases", ()):
                    problems.append(PackProblem("alias_taken", "pack.aliases", str(alias)))
            if name in head.get("aliases", ()):
                problems.append(PackProblem("alias_taken", "pack.id", str(name)))
        files = self._shelf.files
        if isinstance(name, str) and name in files and not isinstance(files[name].get("pack"), Mapping):
            problems.append(PackProblem("alias_taken", "pack.id", str(name)))
        shipped = self.shipped(str(name))
        if shipped is not None and head_of(shipped).get("layer") != head_of(raw).get("layer"):
            problems.append(PackProblem("layer_changed", "pack.layer", str(head_of(raw).get("layer"))[:80]))
        return list(dict.fromkeys(problems))

    def _all(self) -> dict[str, list[_Version]]:
        """Every pack by id, its versions newest first."""
        if self._known is None:
            known: dict[str, list[_Version]] = {}
            for raw in self._shelf.files.values():
                if isinstance(raw.get("pack"), Mapping):
                    known.setdefault(str(raw["pack"].get("id", "")), []).append(_Version(raw, life=life_in(raw)))
            for name, raw in self._own.items():
                known[name] = [_Version(raw, own=True, life=life_in(raw))]
            for versions in known.values():
                versions.sort(key=lambda each: str(head_of(each.raw).get("effective_from", "")), reverse=True)
            self._known = known
        return self._known

    def _versions(self, name: str) -> list[_Version]:
        versions = self._all()
        if name in versions:
            return versions[name]
        for own in (False, True):  # a shipped pack keeps its aliases, whatever an own one claims
            for each in versions.values():
                if each[0].own is own and name in head_of(each[0].raw).get("aliases", ()):
                    return each
        raise UserError("pack_not_found", pack=str(name)[:80])

    def _version(self, name: str, version: str) -> _Version:
        found = self._versions(name)
        if not version:
            return found[0]
        for each in found:
            if head_of(each.raw).get("version") == version:
                return each
        raise UserError("pack_not_found", pack=str(name)[:80], version=version[:80])

    def _pack(self, version: _Version) -> Pack:
        if version.pack is None:
            if version.own:
                require_sane(version.raw)
            numbers = self._numbers.get(str(head_of(version.raw).get("id", "")))
            if version.own or numbers:
                version.pack = self._shelf.build(version.raw, numbers or {})
            else:
                version.pack = self._shelf.pack(version.raw)
        return version.pack


def check_worked_cases(path: Path, library: PackLibrary) -> tuple[list[str], int, int]:
    """The lines, how many cases hold, and how many there are; for `rules check FILE`."""
    return library.check_worked_cases(path)


def _choose(versions: Iterable[_Version], dates: Mapping[str, date], today: date | None) -> Chosen | None:
    lives = [each.life for each in versions if each.life is not None]
    return choose(lives, dates, today=today)


def _by_opening(pack: Pack, fact: str) -> Warned:
    """That the date a version is chosen by is not known, and another version might count."""
    spec = pack.facts.get(fact)
    label = spec.label if spec is not None else Text(fact, fact)
    text = Text(
        f"不知道“{label.zh or fact}”，“{pack.title.zh}”按案件受理日选了 {pack.version} 版",
        f"“{label.en or fact}” is not known: version {pack.version} of “{pack.title.en}” was chosen by the day "
        "the case was opened",
    )
    return Warned("pack_version_by_opening", text, {"pack": pack.id, "version": pack.version, "fact": fact})
