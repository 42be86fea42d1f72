"""The gallery's lists: ids in the order wanted, left by filters and text, and what typing finds for the filters.

Every condition is answered by the one index that holds all of a piece's filtered columns, so no row is read.
"""

# Statements are put together of this module's own words; what users type or choose is only ever a parameter.
# ruff: noqa: S608

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from models.clock import to_millis, zone
from models.evidence_query import EvidenceDate, EvidenceFilters, EvidenceQuery, EvidenceSort
from models.kinds import Derivation, Integrity
from models.store.connection import CaseDatabase, bindable
from models.store.kept_orders import kept_order
from models.store.search import read_id_set, read_ids

_LIVE = "e.deleted_at IS NULL"
_FROM = "SELECT e.id AS id FROM evidence e INDEXED BY evidence_list WHERE e.deleted_at IS NULL"
NAME = "COALESCE(NULLIF(e.caption, ''), e.original_name)"
MOMENT = "COALESCE(e.captured_at, e.imported_at)"
# Within one case, whose evidence is few enough to be sorted.
_ONE_CASE = {
    EvidenceSort.EXHIBIT: "e.exhibit IS NULL, e.exhibit",
    EvidenceSort.NUMBER: "e.number",
    EvidenceSort.CASE: "e.number",
    EvidenceSort.BUYER: "e.number",
    EvidenceSort.NAME: NAME,
    EvidenceSort.KIND: "e.media",
    EvidenceSort.TAG: "e.tag = '', e.tag",
    EvidenceSort.CAPTURED: MOMENT,
    EvidenceSort.IMPORTED: "e.imported_at",
    EvidenceSort.SIZE: "e.size",
}
# Over all cases, each read from an index of its own in order.
_ALL = {
    EvidenceSort.NAME: NAME,
    EvidenceSort.KIND: "e.media",
    EvidenceSort.TAG: "e.tag",
    EvidenceSort.CAPTURED: MOMENT,
    EvidenceSort.IMPORTED: "e.imported_at",
    EvidenceSort.SIZE: "e.size",
}
_BY_CASE = (
    'SELECT e.id AS id FROM "case" c CROSS JOIN evidence e INDEXED BY evidence_list ON e.case_id = c.id'
    " WHERE e.deleted_at IS NULL ORDER BY "
)
_FEW = 2_000


def list_ids(database: CaseDatabase, query: EvidenceQuery, now: datetime, time_zone: str = "UTC") -> array[int]:
    """The ids the gallery shows, in order; days of filters are days of `time_zone`. 8 bytes each.

    Over all cases: what is left is found in no order and picked out of the order of everything, which is kept while
    nothing is written; a few are sorted by themselves.
    """
    if query.shop_id is not None and next(iter(database.execute_sql("SELECT COUNT(*) FROM shop")))[0] == 1:
        query = replace(query, shop_id=None)
    conditions, parameters = _conditions(query, now, time_zone)
    where = "".join(f" AND {each}" for each in conditions)
    if query.case_id is not None:
        way = " DESC" if query.descending else ""
        order = ", ".join(f"{part}{way}" for part in (_ONE_CASE[query.sort], "e.number"))
        if query.sort in (EvidenceSort.EXHIBIT, EvidenceSort.TAG):
            # What has none comes last either way.
            none, wanted = _ONE_CASE[query.sort].split(", ")
            order = f"{none}, {wanted}{way}, e.number{way}"
        return read_ids(database, f"{_FROM}{where} ORDER BY {order}", parameters)
    key = ("evidence", query.sort)
    if not conditions:
        order_of_all = kept_order(database, key, lambda: _order(database, query.sort))
        return order_of_all[::-1] if query.descending else order_of_all[:]
    found = read_id_set(database, _FROM + where, parameters)
    if len(found) <= _FEW:
        return _sorted(database, query, found)
    order_of_all = kept_order(database, key, lambda: _order(database, query.sort))
    return array("q", filter(found.__contains__, order_of_all[::-1] if query.descending else order_of_all))


def _order(database: CaseDatabase, sort: EvidenceSort) -> array[int]:
    if sort in _ALL:
        return read_ids(database, f"SELECT e.id AS id FROM evidence e WHERE {_LIVE} ORDER BY {_ALL[sort]}, e.id", ())
    if sort is EvidenceSort.BUYER:
        return read_ids(database, f"{_BY_CASE}c.buyer_nick, c.id, e.number", ())
    if sort is EvidenceSort.CASE:
        return read_ids(database, f"{_BY_CASE}c.number, e.number", ())
    return read_ids(database, f"{_FROM} ORDER BY {_ONE_CASE[sort]}, e.id", ())


def _sorted(database: CaseDatabase, query: EvidenceQuery, ids: set[int]) -> array[int]:
    way = " DESC" if query.descending else ""
    by = {EvidenceSort.BUYER: "c.buyer_nick, c.id, e.number", EvidenceSort.CASE: "c.number, e.number"}.get(
        query.sort, f"{_ALL.get(query.sort, _ONE_CASE[query.sort])}, e.id"
    )
    order = ", ".join(f"{part}{way}" for part in _split(by))
    sql = (
        "SELECT e.id AS id FROM json_each(?) j CROSS JOIN evidence e ON e.id = j.value"
        f' JOIN "case" c ON c.id = e.case_id ORDER BY {order}'
    )
    return read_ids(database, sql, (str(sorted(ids)),))


def _split(order: str) -> list[str]:
    """The terms of an order: commas inside a function's brackets part nothing."""
    parts, depth = [""], 0
    for letter in order:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def _conditions(query: EvidenceQuery, now: datetime, time_zone: str) -> tuple[list[str], list[Any]]:
    filters = query.filters.of_one_case() if query.case_id is not None else query.filters
    found: list[tuple[str, Sequence[Any]]] = []
    if query.case_id is not None:
        found.append(("e.case_id = ?", (query.case_id,)))
    elif query.shop_id is not None:
        found.append(('e.case_id IN (SELECT id FROM "case" WHERE shop_id = ?)', (query.shop_id,)))
    if filters.media:
        found.append((f"e.media IN ({_marks(filters.media)})", filters.media))
    if filters.tags:
        found.append((f"e.tag IN ({_marks(filters.tags)})", filters.tags))
    found += _of_cases(filters)
    for wanted, yes, no in (
        (filters.exhibit, "e.exhibit IS NOT NULL", "e.exhibit IS NULL"),
        (filters.captioned, "e.caption <> ''", "e.caption = ''"),
        (filters.tagged, "e.tag <> ''", "e.tag = ''"),
        (filters.derived, f"e.derivation <> '{Derivation.ORIGINAL}'", f"e.derivation = '{Derivation.ORIGINAL}'"),
        (filters.as_imported, f"e.integrity = '{Integrity.VERIFIED}'", f"e.integrity <> '{Integrity.VERIFIED}'"),
    ):
        if wanted is not None:
            found.append((yes if wanted else no, ()))
    first, last = filters.days(now.astimezone(zone(time_zone)).date())
    column = "e.captured_at" if filters.dated is EvidenceDate.CAPTURED else "e.imported_at"
    if first is not None:
        found.append((f"{column} >= ?", (_midnight(first, time_zone),)))
    if last is not None:
        found.append((f"{column} < ?", (_midnight(last + timedelta(days=1), time_zone),)))
    for word in query.text.split()[:8]:
        found.append(_spelled(word))
    return [sql for sql, _ in found], [
        bindable(value) if isinstance(value, str) else value for _, values in found for value in values
    ]


def _of_cases(filters: EvidenceFilters) -> list[tuple[str, Sequence[Any]]]:
    """Conditions on the case and its order."""
    found: list[tuple[str, Sequence[Any]]] = []
    if filters.problems:
        found.append(
            (f'e.case_id IN (SELECT id FROM "case" WHERE problem IN ({_marks(filters.problems)}))', filters.problems)
        )
    if filters.buyers:
        found.append(
            (f'e.case_id IN (SELECT id FROM "case" WHERE buyer_id IN ({_marks(filters.buyers)}))', filters.buyers)
        )
    for column, wanted in (("sku", filters.skus), ("batch", filters.batches)):
        if wanted:
            found.append((
                'e.case_id IN (SELECT c.id FROM order_line l JOIN "case" c ON c.order_id = l.order_id'
                f" WHERE l.{column} IN ({_marks(wanted)}))", wanted,
            ))  # fmt: skip
    return found


def _spelled(word: str) -> tuple[str, Sequence[Any]]:
    """A word in the caption or the name, in either width; capitals of A to Z do not matter."""
    spellings = dict.fromkeys((word, unicodedata.normalize("NFKC", word)))
    likes = ["(e.caption LIKE ? ESCAPE '\\' OR e.original_name LIKE ? ESCAPE '\\')"] * len(spellings)
    return f"({' OR '.join(likes)})", [_holding(each) for each in spellings for _ in range(2)]


def _holding(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace("\0", "")
    return f"%{escaped}%"


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _midnight(day: date, time_zone: str) -> int:
    return to_millis(datetime.combine(day, time(), zone(time_zone)))


def find_names(database: CaseDatabase, column: str, typed: str, limit: int = 40) -> tuple[str, ...]:
    """SKUs, batches or tags that hold what was typed, in order. `column` is one of "sku", "batch", "tag"."""
    source = {"sku": "order_line", "batch": "order_line", "tag": "evidence"}[column]
    live = " AND deleted_at IS NULL" if column == "tag" else ""
    rows = database.execute_sql(
        f"SELECT DISTINCT {column} FROM {source} WHERE {column} <> ''{live} AND {column} LIKE ? ESCAPE '\\'"
        f" ORDER BY {column} LIMIT ?",
        (_holding(bindable(typed.strip())), limit),
    )
    return tuple(str(row[0]) for row in rows)


def find_buyers(database: CaseDatabase, typed: str, limit: int = 40) -> tuple[tuple[int, str, str], ...]:
    """(id, nick, former nick or name that fits) of buyers found by present or former ID or by name."""
    like = _holding(bindable(typed.strip()))
    rows = database.execute_sql(
        "SELECT id, nick, CASE WHEN nick LIKE ?1 ESCAPE '\\' THEN '' ELSE name END FROM buyer"
        " WHERE nick LIKE ?1 ESCAPE '\\' OR name LIKE ?1 ESCAPE '\\'"
        " UNION SELECT b.id, b.nick, f.nick FROM former_nick f JOIN buyer b ON b.id = f.buyer_id"
        " WHERE f.nick LIKE ?1 ESCAPE '\\' AND f.deleted_at IS NULL LIMIT ?2",
        (like, limit),
    )
    return tuple((int(row[0]), str(row[1]), str(row[2])) for row in rows)


def nicks_of(database: CaseDatabase, ids: Sequence[int]) -> dict[int, str]:
    """The present IDs of buyers."""
    sql = f"SELECT id, nick FROM buyer WHERE id IN ({_marks(ids)})"
    return {int(row[0]): str(row[1]) for row in database.execute_sql(sql, tuple(ids))} if ids else {}
