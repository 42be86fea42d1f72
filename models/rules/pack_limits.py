"""What a pack file may hold at all: size, depth, texts, ids and numbers, looked at before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from models.rules.expressions import PackError

_DEPTH: Final = 24
_VALUES: Final = 60_000
_TEXT: Final = 4_000
_CHARACTERS: Final = 2_000_000
_NUMBER: Final = 10**15
_EXPRESSIONS: Final = 4_000
_TESTS: Final = 300
PACK_ID: Final = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}", re.ASCII)
_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,79}", re.ASCII)
_VERSION: Final = re.compile(r"[0-9]{1,6}(\.[0-9]{1,8}){0,3}", re.ASCII)
_COUNTRY: Final = re.compile(r"[A-Z]{2}", re.ASCII)
_CURRENCY: Final = re.compile(r"[A-Z]{3}", re.ASCII)
# Controls, and the marks that make a text read otherwise than it is stored.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_SECTIONS: Final = (
    "sources", "facts", "constants", "nodes", "tables", "formulas", "deadlines", "evidence", "registers", "steps",
    "remedies", "scripts", "exposures", "outcomes",
)  # fmt: skip
_EXPRESSION_KEYS: Final = frozenset({"when", "expr", "derive", "min", "max", "points"})


def require_sane(raw: Mapping[str, Any]) -> None:
    """PackError for a file that must not be worked on further.

    Codes: `pack_too_large` (depth, values, texts, expressions, tests), `pack_number_invalid`, `pack_text_hidden`,
    `pack_id_invalid`, `pack_zone_unknown`, `pack_dates_invalid`, `pack_invalid`.
    """
    head = raw.get("pack")
    if not isinstance(head, Mapping):
        raise PackError("pack_invalid", why="no head")
    _walk_values(raw)
    _check_head(head)
    for section in _SECTIONS:
        names = raw.get(section, {})
        if not isinstance(names, Mapping):
            raise PackError("pack_invalid", why=section)
        for name in names:
            if not isinstance(name, str) or not _KEY.fullmatch(name):
                raise PackError("pack_id_invalid", where=section, id=_shown(name))
    tests = raw.get("tests", ())
    if not isinstance(tests, list | tuple) or len(tests) > _TESTS:
        raise PackError("pack_too_large", what="tests")


def _walk_values(raw: Mapping[str, Any]) -> None:
    values = characters = expressions = 0
    todo: list[tuple[object, int]] = [(raw, 0)]
    while todo:
        value, depth = todo.pop()
        values += 1
        if values > _VALUES or depth > _DEPTH:
            raise PackError("pack_too_large", what="depth" if depth > _DEPTH else "values")
        # Texts first: they are most of a pack, and asking of each whether it is a Mapping takes ten times as long.
        if isinstance(value, str):
            characters += len(value)
            _check_text(value)
        elif isinstance(value, list | tuple):
            todo.extend((each, depth + 1) for each in value)
        elif isinstance(value, Mapping):
            for key, each in value.items():
                expressions += isinstance(each, str) and key in _EXPRESSION_KEYS
                todo.append((key, depth + 1))
                todo.append((each, depth + 1))
        elif isinstance(value, float) or (isinstance(value, int) and abs(value) >= _NUMBER):
            raise PackError("pack_number_invalid", number=_shown(value))
        elif value is not None and not isinstance(value, bool | int):
            raise PackError("pack_invalid", why=type(value).__name__)
    if characters > _CHARACTERS or expressions > _EXPRESSIONS:
        raise PackError("pack_too_large", what="texts" if characters > _CHARACTERS else "expressions")


def _check_text(value: str) -> None:
    if len(value) > _TEXT:
        raise PackError("pack_too_large", what="text")
    if _HIDDEN.search(value):
        raise PackError("pack_text_hidden", text=_shown(value))


def _check_head(head: Mapping[str, Any]) -> None:
    for name in (head.get("id"), *_listed(head, "aliases"), *_listed(head, "extends")):
        if not isinstance(name, str) or not PACK_ID.fullmatch(name):
            raise PackError("pack_id_invalid", where="pack", id=_shown(name))
    version = head.get("version")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise PackError("pack_id_invalid", where="version", id=_shown(version))
    zones = head.get("zones", {})
    if not isinstance(zones, Mapping):
        raise PackError("pack_invalid", why="zones")
    for zone in (head.get("timezone"), *zones.values()):
        if not _zone_exists(zone):
            raise PackError("pack_zone_unknown", zone=_shown(zone))
    for country in (*_listed(head, "countries"), *_listed(head, "except_countries"), *zones):
        if not isinstance(country, str) or not _COUNTRY.fullmatch(country):
            raise PackError("pack_id_invalid", where="countries", id=_shown(country))
    currency = head.get("currency")
    if not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
        raise PackError("pack_id_invalid", where="currency", id=_shown(currency))
    first, last = _day(head, "effective_from"), _day(head, "effective_to")
    _day(head, "review_by")
    if first is None or (last is not None and last < first):
        raise PackError("pack_dates_invalid", where="effective_from")


def _listed(head: Mapping[str, Any], name: str) -> Iterable[object]:
    found = head.get(name, ())
    if not isinstance(found, list | tuple):
        raise PackError("pack_invalid", why=name)
    return found


def _zone_exists(name: object) -> bool:
    if not isinstance(name, str) or not name or len(name) > 64:
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _day(head: Mapping[str, Any], name: str) -> date | None:
    found = head.get(name)
    if found is None:
        return None
    try:
        return date.fromisoformat(found)
    except (TypeError, ValueError) as error:
        raise PackError("pack_dates_invalid", where=name) from error


def _shown(value: object) -> str:
    return ascii(value)[:80]
