"""A register narrowed to what is looked for, put in order, and added up: by column and currency, by tile, by state."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from models.kinds import RegisterKind
from models.money import Money
from models.register_records import CellKind, RegisterColumn, RegisterGroup, RegisterLine, RegisterQuery, RegisterValue
from models.rules.register_columns import COLUMNS

Say = Callable[[StrEnum], str]
"""A word of a closed list as people say it, in every language it is looked for in."""
# Of a text that was pasted by mistake, so much is looked for.
_LONGEST: Final = 400
_Said = dict[tuple[type[StrEnum], str], str]
# What a claim says and the points of a penalty are no longer counted once it was withdrawn in its own month.
_RECEIVED: Final = frozenset(("received", "photos", "pieces", "surcharge"))


def narrowed(lines: Sequence[RegisterLine], query: RegisterQuery, say: Say) -> list[RegisterLine]:
    """The lines of the tile, the states, lateness and text asked for. Every word of the text has to be in a cell."""
    found = list(lines)
    if query.group is not None:
        found = [line for line in found if line.group == query.group]
    if query.states:
        wanted = frozenset(query.states)
        found = [line for line in found if line.state in wanted]
    if query.unsettled:
        found = [line for line in found if not line.settled]
    if query.late:
        found = [line for line in found if line.late]
    words = _folded(query.text[:_LONGEST]).split()
    if words:
        said: _Said = {}
        found = [line for line in found if _holds(_hay(line, say, said), words)]
    return found


def _holds(hay: str, words: Sequence[str]) -> bool:
    return all(word in hay for word in words)


def _hay(line: RegisterLine, say: Say, said: _Said) -> str:
    """All that stands in a line's cells, one below the other."""
    parts = []
    for value in (*line.cells.values(), line.reason):
        if value is None or value == "" or isinstance(value, bool):
            continue
        if isinstance(value, StrEnum):
            # Words of different lists may be spelled the same.
            named = (type(value), value.value)
            if named not in said:
                said[named] = say(value)
            parts.append(said[named])
        elif isinstance(value, Money):
            parts.append(f"{value.amount} {value.currency}")
        elif isinstance(value, (datetime, date)):
            parts.append(f"{value.isoformat()[:16]}")
        else:
            parts.append(str(value))
    return _folded("\n".join(parts))


def _folded(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()


def ordered(lines: Sequence[RegisterLine], key: str, *, descending: bool) -> tuple[RegisterLine, ...]:
    """By a column, what has nothing there last either way; by when they were entered for no known column."""
    if not any(key in line.cells for line in lines[:1]):
        found = sorted(lines, key=lambda line: (line.entered_at, line.id), reverse=descending)
        return tuple(found)
    kept = [line for line in lines if line.cells.get(key) not in (None, "")]
    empty = [line for line in lines if line.cells.get(key) in (None, "")]
    # Twice, both stable: equal cells stay in the order they were entered in.
    kept.sort(key=lambda line: (line.entered_at, line.id))
    kept.sort(key=lambda line: _rank(line.cells[key]), reverse=descending)
    return (*kept, *empty)


def _rank(value: RegisterValue) -> Any:
    if isinstance(value, StrEnum):
        return list(type(value)).index(value)
    if isinstance(value, Money):
        return value.currency, value.minor
    return value.casefold() if isinstance(value, str) else value


def totals_of(register: RegisterKind, lines: Iterable[RegisterLine]) -> dict[str, dict[str, int]]:
    """The sums of a register's summed columns: minor units by currency, whole numbers under "". Never across
    currencies; a line withdrawn in its own month counts with what came in and no more."""
    columns = [column for column in COLUMNS[register] if column.summed]
    found: dict[str, dict[str, int]] = {column.key: {} for column in columns}
    for line in lines:
        for column in columns:
            counted = value_counted(line, column)
            if counted is not None:
                currency, number = counted
                sums = found[column.key]
                sums[currency] = sums.get(currency, 0) + number
    return found


def value_counted(line: RegisterLine, column: RegisterColumn) -> tuple[str, int] | None:
    """What a cell adds to the total of its column, with its currency; None for nothing."""
    value = line.cells.get(column.key)
    if value is None or (not line.counted and column.key not in _RECEIVED):
        return None
    if column.kind is CellKind.MONEY:
        return (value.currency, value.minor) if isinstance(value, Money) else None
    return ("", value) if isinstance(value, int) else None


def groups_of(
    register: RegisterKind, lines: Iterable[RegisterLine], named: Callable[[RegisterLine], str]
) -> tuple[RegisterGroup, ...]:
    """The tiles, that of most lines first: lines that correct others are summed and not counted."""
    columns = [column for column in COLUMNS[register] if column.summed and column.kind is CellKind.MONEY]
    members: dict[str, list[RegisterLine]] = {}
    for line in lines:
        members.setdefault(line.group, []).append(line)
    found = []
    for key, group in members.items():
        sums: dict[str, tuple[Money, ...]] = {}
        for column in columns:
            amounts: dict[str, int] = {}
            for line in group:
                counted = value_counted(line, column)
                if counted is not None:
                    amounts[counted[0]] = amounts.get(counted[0], 0) + counted[1]
            sums[column.key] = tuple(Money(minor, currency) for currency, minor in sorted(amounts.items()))
        count = sum(1 for line in group if line.corrects is None)
        found.append(RegisterGroup(key, named(group[0]), count, sums))
    return tuple(sorted(found, key=lambda each: (not each.key, -each.count, each.name)))


def states_of(lines: Iterable[RegisterLine]) -> Mapping[Any, int]:
    """How many lines are in each state, in the order of the list of states; correcting lines are not counted."""
    counts: dict[StrEnum, int] = {}
    for line in lines:
        if line.state is not None and line.corrects is None:
            counts[line.state] = counts.get(line.state, 0) + 1
    return dict(sorted(counts.items(), key=lambda each: _rank(each[0])))
