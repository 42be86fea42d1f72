"""Reads the files of a folder of packs: parsed JSON under a size limit, numbers kept as text, calendars beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from models.errors import EnvironmentFault, UserError
from models.rules.calendars import WorkCalendar, load_calendar

_SIZE_LIMIT: Final = 4_000_000
_NOT_PACKS: Final = frozenset({"pack.schema"})


def files_in(folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """The parsed files of a folder by name: packs and what packs build on. UserError `pack_unreadable`."""
    found: dict[str, Mapping[str, Any]] = {}
    for path in sorted(folder.glob("*.json")):
        if path.stem in _NOT_PACKS:
            continue
        raw = parsed(path, "pack_unreadable")
        if not isinstance(raw, Mapping):
            raise UserError("pack_unreadable", file=path.name)
        found[path.stem] = raw
    return found


def calendars_in(folder: Path) -> Mapping[str, WorkCalendar]:
    """The calendars of a folder by id."""
    found = [parsed(path, "calendar_unreadable") for path in sorted(folder.glob("*.json"))]
    calendars = [load_calendar(raw["calendar"]) for raw in found if isinstance(raw, Mapping) and "calendar" in raw]
    return {calendar.id: calendar for calendar in calendars}


def parsed(path: Path, code: str) -> Any:
    """A JSON file, its fractions as text. UserError with that code for a file too large or no JSON in UTF-8,
    EnvironmentFault where it cannot be read."""
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


def read_pack_file(path: Path) -> Mapping[str, Any]:
    """A pack file of somebody else, parsed and nothing more; UserError `pack_unreadable`."""
    raw = parsed(path, "pack_unreadable")
    if not isinstance(raw, Mapping):
        raise UserError("pack_unreadable", file=path.name)
    return raw


def read_pack_text(text: str, name: str = "") -> Mapping[str, Any]:
    """A pack file kept as text, parsed and nothing more; UserError `pack_unreadable`."""
    try:
        raw = json.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise UserError("pack_unreadable", file=name, why="not JSON") from error
    if not isinstance(raw, Mapping):
        raise UserError("pack_unreadable", file=name)
    return raw
