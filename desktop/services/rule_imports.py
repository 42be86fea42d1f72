"""What taking a pack file in would do: its problems, what to know first, how it differs from what is in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Final

from desktop.services.packs import PackLibrary
from desktop.services.rule_files import RuleFile
from desktop.services.rule_numbers import checked_number
from models.errors import AftercaseError, UserError
from models.rules.deadlines import N_LIMIT
from models.rules.pack_checks import PackProblem
from models.rules.pack_parts import Text
from models.rules.packs import Pack
from models.rules.rule_reading import read_number

_MOST: Final = 10**12
_PLACES: Final = range(-12, 13)
"""A number of a pack that is written shorter or longer than this is not one people count with."""
_CONDITIONS: Final = frozenset({"when", "expr", "derive", "min", "max", "points"})
_WRITTEN: Final = 300_000
_WORK: Final = 4_000_000
"""Characters of conditions in a file, and those times its examples: half a second each to read and to try."""
_NOT_RULES: Final = frozenset({"names", "compiled", "sums", "origin"})


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """A number that differs; None where one of the two has no such number."""

    name: str
    label: Text
    before: Text | None
    after: Text | None


@dataclass(frozen=True, slots=True)
class PartDifference:
    """Rules, clocks or formulas that are new, gone or said otherwise, by their titles."""

    part: str
    added: tuple[Text, ...] = ()
    removed: tuple[Text, ...] = ()
    changed: tuple[Text, ...] = ()

    @property
    def count(self) -> int:
        """How many in all."""
        return len(self.added) + len(self.removed) + len(self.changed)


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A file before it is taken in. With `problems` it never is; `notices` are codes of what to know first.

    `new_numbers` are values of the other shop that would count here, with their notes; `dropped` are numbers this
    shop has set that the new pack has no more.
    """

    file: RuleFile
    pack: Pack | None
    current: Pack | None
    problems: tuple[PackProblem, ...]
    notices: tuple[str, ...] = ()
    numbers: tuple[NumberDifference, ...] = ()
    parts: tuple[PartDifference, ...] = ()
    new_numbers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    dropped: tuple[Text, ...] = ()
    same_rules: bool = False

    @property
    def fit(self) -> bool:
        """Whether it can be taken in and would change something."""
        return self.pack is not None and not self.problems and not (self.same_rules and not self.new_numbers)


def examine(
    file: RuleFile,
    library: PackLibrary,
    book: PackLibrary,
    in_force: Mapping[str, Mapping[str, str]],
    today: date,
) -> ImportPreview:
    """Load and check a file beside the packs in `library`; `book` has them with the numbers they came with."""
    heavy = _too_heavy(file.raw)
    if heavy:
        return ImportPreview(file, None, None, (PackProblem("pack_too_large", heavy),))
    pack, problems = library.load_candidate(file.raw)
    if pack is None:
        return ImportPreview(file, None, None, problems)
    current = book.pack(pack.id) if pack.id in book.ids() else None
    found = list(problems)
    if current is not None and current.layer != pack.layer:
        found.append(PackProblem("layer_changed", "pack.layer", current.layer))
    found += [
        PackProblem("pack_number_invalid", f"constants.{each.id}", str(each.value)[:20])
        for each in pack.constants.values()
        if each.value is not None and not (0 <= each.value <= _MOST and each.value.as_tuple().exponent in _PLACES)
    ]
    found += [
        PackProblem("pack_number_invalid", f"deadlines.{each.id}", each.n[:20])
        for each in pack.deadlines.values()
        if not _countable(pack, each.n)
    ]
    if found:
        return ImportPreview(file, pack, current, tuple(found))
    mine = in_force.get(pack.id, {})
    taken: dict[str, tuple[str, str]] = {}
    for name, (value, note) in file.numbers.items():
        try:
            if name not in pack.constants or not pack.constants[name].editable:
                raise UserError("pack_number_not_editable")
            kept = str(checked_number(read_number(pack, pack, name, today), value))
        except AftercaseError as error:
            found.append(PackProblem(error.code, f"shop_numbers.{name}", value[:40]))
        else:
            if mine.get(name) != kept:
                taken[name] = (kept, note)
    dropped = tuple(
        current.constants[name].label
        for name in mine
        if current is not None and (name not in pack.constants or not pack.constants[name].editable)
    )
    return ImportPreview(
        file, pack, current, tuple(found), _notices(pack, current, library, today), _numbers(pack, current, today),
        _parts(pack, current), taken, dropped, current is not None and _same(pack, current),
    )  # fmt: skip


def _countable(pack: Pack, n: str) -> bool:
    """Whether a clock of that length can run: a plain number or a number of the pack within what clocks count."""
    constant = pack.constants.get(n)
    if constant is not None:
        return constant.value is None or 0 <= constant.value <= N_LIMIT
    length = n.strip()
    return not length.startswith("-") and (not length.isdecimal() or int(length) <= N_LIMIT)


def _too_heavy(raw: Mapping[str, Any]) -> str:
    """What makes a file take too long to check, or nothing: conditions in all, or as often as it tries them itself."""
    written, todo = 0, list(raw.values())
    while todo:
        value = todo.pop()
        if isinstance(value, Mapping):
            written += sum(len(each) for key, each in value.items() if key in _CONDITIONS and isinstance(each, str))
            todo.extend(value.values())
        elif isinstance(value, list):
            todo.extend(value)
    tests = raw.get("tests")
    tried = written * len(tests) if isinstance(tests, list) else 0
    return "expressions" if written > _WRITTEN else "tests" if tried > _WORK else ""


def _notices(pack: Pack, current: Pack | None, library: PackLibrary, today: date) -> tuple[str, ...]:
    found = []
    if current is None:
        found.append("new")
    elif _same(pack, current):
        found.append("same")
    else:
        found.append("replaces_own" if library.is_own(pack.id) else "replaces_shipped")
        if _order(pack.version) < _order(current.version):
            found.append("older")
        elif pack.version == current.version:
            found.append("same_version")
    if not pack.covers(today):
        found.append("not_in_force")
    if pack.review_by is not None and pack.review_by < today:
        found.append("past_review")
    if not pack.tests:
        found.append("no_tests")
    return tuple(found)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def _same(one: Pack, other: Pack) -> bool:
    """Whether two packs hold the same rules, wherever they were read from."""
    return all(
        getattr(one, each.name) == getattr(other, each.name) for each in fields(one) if each.name not in _NOT_RULES
    )


def _numbers(pack: Pack, current: Pack | None, today: date) -> tuple[NumberDifference, ...]:
    def shown(of: Pack | None, name: str) -> Text | None:
        if of is None or name not in of.constants:
            return None
        return read_number(of, of, name, today).shown

    before = current.constants if current is not None else {}
    names = dict.fromkeys((*before, *pack.constants))
    labels = {**before, **pack.constants}
    rows = [NumberDifference(name, labels[name].label, shown(current, name), shown(pack, name)) for name in names]
    return tuple(row for row in rows if row.before != row.after)


def _parts(pack: Pack, current: Pack | None) -> tuple[PartDifference, ...]:
    found = []
    for part in ("outcomes", "deadlines", "formulas", "nodes", "sources"):
        new = getattr(pack, part)
        old = getattr(current, part) if current is not None else {}
        added = tuple(_title(new[name]) for name in new if name not in old)
        removed = tuple(_title(old[name]) for name in old if name not in new)
        changed = tuple(_title(new[name]) for name in new if name in old and new[name] != old[name])
        if added or removed or changed:
            found.append(PartDifference(part, added, removed, changed))
    return tuple(found)


def _title(part: object) -> Text:
    for name in ("title", "label", "ask"):
        found = getattr(part, name, None)
        if isinstance(found, Text) and found:
            return found
    name = str(getattr(part, "id", ""))
    return Text(name, name)
