"""Pack files of others and for others: read under limits, refused with a reason, written whole and self-contained."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from models.errors import EnvironmentFault, UserError
from models.store import fsops
from models.store.own_rules import NumberChange

SIZE_LIMIT: Final = 4_000_000
DEPTH_LIMIT: Final = 24
NUMBERS: Final = "shop_numbers"
"""Where a pack file keeps the shop's numbers, beside the pack's own, so that both stay what they are."""
_DIGITS: Final = 30
_NOTE: Final = 500
_BRACKETS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{\]}]', re.DOTALL)
"""Texts are passed over whole, also one that never ends; brackets one by one."""
_HALF: Final = re.compile("[\ud800-\udfff]")
_SHARED: Final = ("sources", "facts", "constants", "evidence", "registers", "steps", "remedies", "scripts")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A parsed pack file; `numbers` are the values and notes of the shop it comes from, by name."""

    name: str
    raw: Mapping[str, Any]
    numbers: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def read_rule_file(path: Path) -> RuleFile:
    """A pack file of somebody else, parsed and nothing more.

    UserError `rule_file_too_large`, `rule_file_not_text`, `rule_file_not_json` (line), `rule_file_double` (name),
    `rule_file_too_deep`, `rule_file_not_a_pack`, `rule_file_schema` (found), `rule_file_numbers`; EnvironmentFault
    `file_unreadable`.
    """
    text = _text(path)
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    _require_shallow(text, name)
    raw = _parsed(text, name)
    if not isinstance(raw, dict) or not isinstance(raw.get("pack"), dict):
        raise UserError("rule_file_not_a_pack", file=name)
    if raw.get("schema_version") != 1:
        raise UserError("rule_file_schema", file=name, found=ascii(raw.get("schema_version"))[:20])
    if _HALF.search(json.dumps(raw, ensure_ascii=False)):
        raise UserError("rule_file_not_text", file=name)
    return RuleFile(name, raw, _numbers(raw.pop(NUMBERS, {}), name))


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise UserError("rule_file_not_a_pack", file=path.name)
        with path.open("rb") as opened:
            data = opened.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise EnvironmentFault("file_unreadable", file=path.name, reason=type(error).__name__) from error
    if len(data) > SIZE_LIMIT:
        raise UserError("rule_file_too_large", file=path.name, limit=SIZE_LIMIT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("rule_file_not_text", file=path.name) from error
    if "\x00" in text:
        raise UserError("rule_file_not_text", file=path.name)
    return text


def _require_shallow(text: str, name: str) -> None:
    """Count brackets before parsing: a reader that follows them all runs out of its stack."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        mark = text[found.start()]
        if mark in "[{":
            depth += 1
            if depth > DEPTH_LIMIT:
                raise UserError("rule_file_too_deep", file=name, limit=DEPTH_LIMIT)
        elif mark in "]}":
            depth -= 1


def _parsed(text: str, name: str) -> Any:
    def once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise UserError("rule_file_double", file=name, name=ascii(key)[1:-1][:60])
            found[key] = value
        return found

    def whole(digits: str) -> int:
        if len(digits) > _DIGITS:
            raise ValueError("a number without end")
        return int(digits)

    def never(word: str) -> Any:
        raise ValueError(word)

    try:
        return json.loads(text, parse_float=str, parse_int=whole, parse_constant=never, object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise UserError("rule_file_not_json", file=name, line=getattr(error, "lineno", 0)) from error


def _numbers(raw: object, name: str) -> Mapping[str, tuple[str, str]]:
    if not isinstance(raw, dict):
        raise UserError("rule_file_numbers", file=name)
    found = {}
    for key, each in raw.items():
        value, note = (each.get("value"), each.get("note", "")) if isinstance(each, dict) else (None, "")
        if not isinstance(value, str) or not isinstance(note, str) or not note.isprintable() or len(note) > _NOTE:
            raise UserError("rule_file_numbers", file=name)
        found[key] = (value, note)
    return found


def file_text(
    raw: Mapping[str, Any], parents: Mapping[str, Mapping[str, Any]], numbers: Mapping[str, NumberChange]
) -> str:
    """A pack as one file that needs no other: what it takes over from its parents stands in it, and beside the pack's
    own numbers those of the shop, with note and day."""
    whole: dict[str, Any] = {**raw, "pack": {**raw["pack"], "extends": []}}
    for section in _SHARED:
        taken: dict[str, Any] = {}
        for parent in raw["pack"].get("extends", ()):
            taken |= parents[parent].get(section, {})
        taken |= raw.get(section, {})
        if taken:
            whole[section] = taken
    kept = {
        name: {"value": change.value, "note": change.note, "since": change.changed_at.isoformat()}
        for name, change in sorted(numbers.items())
        if change.value is not None
    }
    if kept:
        whole[NUMBERS] = kept
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def write_rule_file(path: Path, text: str) -> None:
    """Write the file whole or leave what was there; EnvironmentFault `file_unwritable`."""
    try:
        fsops.write_whole(path, text.encode("utf-8"))
    except OSError as error:
        raise EnvironmentFault("file_unwritable", file=path.name, reason=type(error).__name__) from error
