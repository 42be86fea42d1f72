"""What shifts leave for the next: items of a morning, the open ones of earlier ones, the mornings there were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from models.clock import from_millis
from models.errors import NotFound
from models.hand_over_records import HandOverItem, HandOverMorning, HandOverPass
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.register import HandOverItemTable

_CHAIN: Final = 400
"""How many mornings an item is followed back; more than a year of passing on every day."""
_TOGETHER: Final = 500
_LEFT = ("deleted_at",)
_CLEARED = "state IN ('done', 'passed_on')"
_OPEN = "state IN ('open', 'taken')"
_SHOP = "(? IS NULL OR shop_id IS NULL OR shop_id = ?) AND deleted_at IS NULL"
_OF_MORNING = WholeRows(
    HandOverItemTable, f"morning = ? AND {_SHOP} ORDER BY {_CLEARED}, due_at, id", without=_LEFT
)  # fmt: skip
_OLDER = WholeRows(HandOverItemTable, f"{_OPEN} AND morning < ? AND {_SHOP} ORDER BY due_at, id", without=_LEFT)
_ONE = WholeRows(HandOverItemTable, "id = ? AND deleted_at IS NULL", without=_LEFT)
_OF_CASE = WholeRows(HandOverItemTable, "case_id = ? AND deleted_at IS NULL ORDER BY morning, id", without=_LEFT)
_MORNINGS = (
    f"SELECT morning, COUNT(*), SUM({_OPEN}) FROM hand_over_item WHERE morning BETWEEN ? AND ? AND {_SHOP}"  # noqa: S608
    " GROUP BY morning ORDER BY morning DESC"
)
_PASSED = (
    "SELECT id, passed_from, morning, left_at, left_by, done_at, done_by, note FROM hand_over_item WHERE id IN ({})"
)
_NUMBERS = 'SELECT id, number FROM "case" WHERE id IN ({})'
_NICKS = "SELECT id, nick FROM buyer WHERE id IN ({})"


def find_item(database: CaseDatabase, item_id: int) -> HandOverItem:
    """One item; NotFound if there is none, or if it was taken back."""
    found = _items(database, _ONE.read(database, item_id))
    if not found:
        raise NotFound("hand_over_item_not_found", item=item_id)
    return found[0]


def list_morning(database: CaseDatabase, morning: date, shop_id: int | None = None) -> tuple[HandOverItem, ...]:
    """The items of a morning, of a shop with those of no shop or of all; open ones first, each by its due time."""
    return _items(database, _OF_MORNING.read(database, morning.isoformat(), shop_id, shop_id))


def list_older(database: CaseDatabase, morning: date, shop_id: int | None = None) -> tuple[HandOverItem, ...]:
    """What is still open of the mornings before, the longest due first."""
    return _items(database, _OLDER.read(database, morning.isoformat(), shop_id, shop_id))


def list_of_case(database: CaseDatabase, case_id: int) -> tuple[HandOverItem, ...]:
    """All items about a case, by their mornings."""
    return _items(database, _OF_CASE.read(database, case_id))


def list_mornings(
    database: CaseDatabase, first: date, last: date, shop_id: int | None = None
) -> tuple[HandOverMorning, ...]:
    """The mornings between two days, both included, that had items; the newest first."""
    rows = database.execute_sql(_MORNINGS, (first.isoformat(), last.isoformat(), shop_id, shop_id))
    return tuple(HandOverMorning(date.fromisoformat(row[0]), int(row[1]), int(row[2])) for row in rows)


def _items(database: CaseDatabase, rows: Sequence[dict[str, Any]]) -> tuple[HandOverItem, ...]:
    numbers = _names(database, _NUMBERS, (row["case_id"] for row in rows))
    nicks = _names(database, _NICKS, (row["buyer_id"] for row in rows))
    items = [
        HandOverItem(
            **row, case_number=numbers.get(row["case_id"] or 0, ""), buyer_nick=nicks.get(row["buyer_id"] or 0, "")
        )
        for row in rows
    ]
    passes = _passes(database, {item.passed_from for item in items if item.passed_from is not None})
    return tuple(replace(item, passed=_chain(item.passed_from, passes)) if item.passed_from else item for item in items)


def _names(database: CaseDatabase, sql: str, ids: Iterable[int | None]) -> Mapping[int, str]:
    wanted = sorted({each for each in ids if each is not None})
    found: dict[int, str] = {}
    for start in range(0, len(wanted), _TOGETHER):
        part = wanted[start : start + _TOGETHER]
        found.update(database.execute_sql(sql.format(", ".join("?" * len(part))), part))
    return found


def _passes(database: CaseDatabase, ids: set[int]) -> Mapping[int, tuple[int | None, HandOverPass]]:
    """The items passed on, and those before them, each with the one it goes on with itself."""
    found: dict[int, tuple[int | None, HandOverPass]] = {}
    wanted = sorted(ids)
    for _ in range(_CHAIN):
        if not wanted:
            break
        further: set[int] = set()
        for start in range(0, len(wanted), _TOGETHER):
            part = wanted[start : start + _TOGETHER]
            for row in database.execute_sql(_PASSED.format(", ".join("?" * len(part))), part):
                earlier = None if row[1] is None else int(row[1])
                found[int(row[0])] = (earlier, _passed(row))
                if earlier is not None:
                    further.add(earlier)
        wanted = sorted(further - found.keys())
    return found


def _passed(row: Sequence[Any]) -> HandOverPass:
    passed_at = from_millis(row[5]) if row[5] is not None else None
    return HandOverPass(
        int(row[0]), date.fromisoformat(row[2]), from_millis(row[3]), row[4], passed_at, row[6], row[7]
    )


def _chain(
    passed_from: int | None, passes: Mapping[int, tuple[int | None, HandOverPass]]
) -> tuple[HandOverPass, ...]:  # fmt: skip
    chain: list[HandOverPass] = []
    seen: set[int] = set()
    while passed_from is not None and passed_from in passes and passed_from not in seen:
        seen.add(passed_from)
        passed_from, one = passes[passed_from]
        chain.append(one)
    return tuple(reversed(chain))
