"""From the parsed file of a pack to its records; what does not have the right shape is refused with a code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeVar

from models.rules.calendars import WorkCalendar, country_calendar
from models.rules.expressions import Names, PackError
from models.rules.pack_origin import PackOrigin
from models.rules.pack_parts import (
    Constant,
    InputCheck,
    PackTest,
)
from models.rules.pack_sections import (
    constant_of,
    deadline_of,
    evidence_of,
    exposure_of,
    fact_of,
    formula_of,
    guarded_in,
    node_of,
    outcome_of,
    register_of,
    remedy_of,
    script_of,
    source_of,
    step_of,
    table_of,
    text_in,
)
from models.rules.pack_shapes import require_shapes
from models.rules.packs import LAYERS, Pack

T = TypeVar("T")
Raw = Mapping[str, Any]

_SHARED: Final[Mapping[str, Callable[[str, Raw], object]]] = {
    "sources": source_of,
    "facts": fact_of,
    "constants": constant_of,
    "evidence": evidence_of,
    "registers": register_of,
    "steps": step_of,
    "remedies": remedy_of,
    "scripts": script_of,
}
_BY_COUNTRY: Final = "by_country"
_COUNTED: Final = ("nodes", "outcomes", "facts", "formulas", "deadlines", "tables", "tests")
_PART_LIMIT: Final = 2000
_WRONG_SHAPE: Final = (KeyError, TypeError, ValueError, AttributeError, IndexError, InvalidOperation)


class Shared:
    """The sections packs may take over from a file: the dictionary of facts, evidence, steps, remedies and so on."""

    __slots__ = ("raw", "sections")

    def __init__(self, raw: Raw) -> None:
        """PackError `pack_invalid` for a wrong shape."""
        self.raw = raw
        try:
            self.sections: Mapping[str, Mapping[str, Any]] = {
                name: _each(raw.get(name, {}), make) for name, make in _SHARED.items()
            }
            for section in self.sections.values():
                require_shapes(section.values())
        except _WRONG_SHAPE as error:
            raise PackError("pack_invalid", pack="", why=f"{type(error).__name__}: {error}") from error


def load_pack(
    raw: Raw,
    *,
    parents: Mapping[str, Shared] | None = None,
    calendars: Mapping[str, WorkCalendar] | None = None,
    numbers: Mapping[str, str] | None = None,
) -> Pack:
    """A pack from its parsed file.

    `parents` are what `extends` may name (their sections are taken over), `numbers` the shop's own values for editable
    constants; those the pack has no more, or lets nobody change, do not count. PackError: `pack_invalid`,
    `pack_schema_version`, `pack_parent_missing`, `pack_calendar_missing`, `pack_too_large`.
    """
    if not isinstance(raw, Mapping) or raw.get("schema_version") != 1:
        raise PackError("pack_schema_version", found=raw.get("schema_version") if isinstance(raw, Mapping) else None)
    try:
        return _load(raw, parents or {}, calendars or {}, numbers or {})
    except _WRONG_SHAPE as error:
        name = raw.get("pack", {}).get("id", "") if isinstance(raw.get("pack"), Mapping) else ""
        raise PackError("pack_invalid", pack=str(name)[:80], why=f"{type(error).__name__}: {error}") from error


def _load(
    raw: Raw, parents: Mapping[str, Shared], calendars: Mapping[str, WorkCalendar], numbers: Mapping[str, str]
) -> Pack:
    head = raw["pack"]
    if any(len(raw.get(name, ())) > _PART_LIMIT for name in _COUNTED):
        raise PackError("pack_too_large", pack=head["id"])
    if head["layer"] not in LAYERS:
        raise ValueError(f"layer {head['layer']}")
    own = Shared(raw).sections
    shared: dict[str, dict[str, Any]] = {name: {} for name in _SHARED}
    for parent in head.get("extends", ()):
        if parent not in parents:
            raise PackError("pack_parent_missing", pack=head["id"], parent=parent)
        for name in _SHARED:
            shared[name].update(parents[parent].sections[name])
    for name in _SHARED:
        shared[name].update(own[name])
    facts, constants = shared["facts"], shared["constants"]
    numbers = {name: value for name, value in numbers.items() if name in constants and constants[name].editable}
    for name, value in numbers.items():
        constants[name] = _replaced(constants[name], value)
    calendar = _calendar(head, calendars)
    formulas = _each(raw.get("formulas", {}), formula_of)
    deadlines = _each(raw.get("deadlines", {}), deadline_of)
    types = {"now": "datetime", **{name: each.type for name, each in facts.items()}}
    types |= {name: each.type for name, each in constants.items()}
    types |= dict.fromkeys(formulas, "decimal") | dict.fromkeys(deadlines, "datetime")
    words = {name: frozenset(each.words) for name, each in facts.items() if each.words}
    pack = Pack(
        id=head["id"],
        version=head["version"],
        title=text_in(head["title"]),
        layer=head["layer"],
        jurisdiction=head["jurisdiction"],
        platforms=_texts(head, "platforms"),
        countries=_texts(head, "countries"),
        effective_from=date.fromisoformat(head["effective_from"]),
        effective_to=_day(head.get("effective_to")),
        applies_by=head.get("applies_by", "case_opened_at"),
        time_zone=head["timezone"],
        zones=dict(head.get("zones", {})),
        currency=head["currency"],
        calendar=calendar,
        review_by=_day(head.get("review_by")),
        priority=int(head.get("priority", 0)),
        aliases=_texts(head, "aliases"),
        sources=shared["sources"],
        facts=facts,
        constants=constants,
        start=raw["start"],
        nodes=_each(raw["nodes"], node_of),
        tables=_each(raw.get("tables", {}), table_of),
        formulas=formulas,
        deadlines=deadlines,
        evidence=shared["evidence"],
        registers=shared["registers"],
        steps=shared["steps"],
        remedies=shared["remedies"],
        scripts=shared["scripts"],
        exposures=_each(raw.get("exposures", {}), exposure_of),
        outcomes=_each(raw["outcomes"], outcome_of),
        always=guarded_in(raw.get("always", ())),
        checks=tuple(InputCheck(c["id"], c["when"], text_in(c.get("label"))) for c in raw.get("checks", ())),
        tests=tuple(PackTest(t["id"], dict(t["facts"]), dict(t["expect"])) for t in raw["tests"]),
        names=Names(types, words),
        origin=PackOrigin(raw, {name: parents[name].raw for name in head.get("extends", ())}, calendar, numbers),
    )
    _require_text(pack.id, pack.version, pack.jurisdiction, pack.applies_by, pack.time_zone, pack.currency, pack.start)
    _require_text(*pack.platforms, *pack.countries, *pack.aliases, *pack.zones.values())
    for section in (pack.nodes, pack.tables, pack.formulas, pack.deadlines, pack.exposures, pack.outcomes):
        require_shapes(section.values())
    require_shapes((*pack.always, *pack.checks, *pack.tests))
    return pack


def _require_text(*values: object) -> None:
    for value in values:
        if not isinstance(value, str):
            raise TypeError("a text was expected")


def _each(raw: Mapping[str, Any], make: Callable[[str, Raw], T]) -> dict[str, T]:
    return {str(name): make(str(name), each) for name, each in raw.items()}


def _texts(head: Raw, name: str) -> tuple[str, ...]:
    """A list of texts; TypeError for a bare text, which would be taken letter by letter."""
    found = head.get(name, ())
    if not isinstance(found, list | tuple):
        raise TypeError(f"{name} is not a list")
    return tuple(found)


def _day(raw: object) -> date | None:
    return date.fromisoformat(raw) if isinstance(raw, str) else None


def _calendar(head: Raw, calendars: Mapping[str, WorkCalendar]) -> WorkCalendar | None:
    name = head.get("calendar", "")
    if name == _BY_COUNTRY:
        return None
    if not name:
        return country_calendar(head["jurisdiction"])
    if name not in calendars:
        raise PackError("pack_calendar_missing", pack=head["id"], calendar=name)
    return calendars[name]


def _replaced(constant: Constant, value: str) -> Constant:
    number = Decimal(value)
    if not number.is_finite() or number < 0:
        raise ValueError(f"number {constant.id}")
    return Constant(constant.id, constant.type, number, constant.label, constant.source, constant.editable)
