"""Reads a remembered query back from JSON: what this program does not know is left out, never an error."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

Word = TypeVar("Word", bound=StrEnum)
# Days and numbers a store can compare; what lies outside of them was never meant.
_FIRST_YEAR, _LAST_YEAR = 1970, 2999
LARGEST = 2**53


def listed(kept: Mapping[str, Any], name: str) -> list[Any]:
    """What was kept as a list under a name; nothing for anything else."""
    value = kept.get(name)
    return list(value) if isinstance(value, (list, tuple)) else []


def day_of(value: object) -> date | None:
    """A day written YYYY-MM-DD, within the years a store can compare."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def is_in(kind: type[StrEnum], value: object) -> bool:
    """Whether it is a word of a closed list."""
    return isinstance(value, str) and value in set(kind)


def member_of(kind: type[Word], value: object, otherwise: Word) -> Word:
    """The word of a closed list, or another where it is none of it."""
    return kind(str(value)) if is_in(kind, value) else otherwise
