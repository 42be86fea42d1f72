"""The heads of pack files as they stand in the file: whom they are for, from when to when, and what they build on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from models.errors import AftercaseError, UserError
from models.rules.pack_problems import PackProblem
from models.rules.pack_versions import OPENED, Life, flaws, life_of

Raw = Mapping[str, Any]
_NOTHING: Final[Mapping[str, Any]] = {}


def head_of(raw: Raw) -> Mapping[str, Any]:
    """The head of a pack file; empty for a file that is none."""
    head = raw.get("pack")
    return head if isinstance(head, Mapping) else _NOTHING


def parents_of(raw: Raw) -> tuple[str, ...]:
    """The files a pack builds on; UserError `pack_invalid`."""
    found = head_of(raw).get("extends", ())
    if not isinstance(found, list | tuple) or not all(isinstance(each, str) for each in found):
        raise UserError("pack_invalid", pack=str(head_of(raw).get("id", ""))[:80], why="extends")
    return tuple(found)


def life_in(raw: Raw) -> Life | None:
    """When the version of a file is in force; None where its dates are none."""
    try:
        return life_of(head_of(raw))
    except (KeyError, TypeError, ValueError):
        return None


def life_problems(raws: Iterable[Raw]) -> tuple[PackProblem, ...]:
    """What is wrong with the versions of one pack, taken together."""
    lives = [life for life in (life_in(raw) for raw in raws) if life is not None]
    return tuple(PackProblem(code, "pack.effective_from", versions) for code, versions in flaws(lives))


def as_dates(at: datetime | date | Mapping[str, date]) -> Mapping[str, date]:
    """The days of a case by fact; one day counts for all."""
    if isinstance(at, Mapping):
        return at
    day = at.date() if isinstance(at, datetime) else at
    return dict.fromkeys((OPENED, "order_created_at", "paid_at", "shipped_at", "signed_at", "event_at"), day)


def problem_of(error: AftercaseError, where: str) -> PackProblem:
    """An error met on the way, as a problem of the pack."""
    values = error.values
    name = values.get("why") or values.get("name") or values.get("file") or values.get("id") or values.get("zone") or ""
    return PackProblem(error.code, str(values.get("where", "") or where), str(name)[:200])


def applies(head: Mapping[str, Any], platform: str, country: str) -> bool:
    """Whether a pack is for a shop on that platform and in that country."""
    platforms, countries = head.get("platforms", ()), head.get("countries", ())
    if head.get("by_choice") or country in head.get("except_countries", ()):
        return False
    return (not platforms or platform in platforms) and (not countries or country in countries)
