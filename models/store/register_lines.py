"""The rows of a register's lines, read in sets: entries, the cases they belong to, corrections, order lines, photos."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from models.kinds import CaseState, RegisterKind
from models.register_kinds import RegisterState
from models.rules.register_nets import SETTLED
from models.store.connection import CaseDatabase

_ENTRY: Final = (
    "id", "entered_at", "entered_by", "amount", "currency", "columns", "state", "origin", "corrects", "reason",
    "allowed", "received", "points", "due_at", "handed_in_at", "answered_at", "received_at", "case_id",
)  # fmt: skip
_CASE: Final = (
    "number", "buyer_nick", "order_number", "problem", "case_state", "order_id", "liability", "evidence_due",
    "platform", "time_zone", "shop_id",
)  # fmt: skip
_NAMES: Final = (*_ENTRY, *_CASE)
_SELECT: Final = (
    "SELECT e.id, e.entered_at, e.entered_by, e.amount, e.currency, e.columns, e.state, e.origin, e.corrects, e.reason,"
    " e.allowed, e.received, e.points, e.due_at, e.handed_in_at, e.answered_at, e.received_at, e.case_id,"
    " c.number, c.buyer_nick, c.order_number, c.problem, c.state,"
    " c.order_id, c.liability, c.evidence_due, s.platform, s.time_zone, s.id FROM register_entry AS e"
    ' LEFT JOIN "case" AS c ON c.id = e.case_id LEFT JOIN shop AS s ON s.id = COALESCE(e.shop_id, c.shop_id)'
    " WHERE e.deleted_at IS NULL AND "
)
# What is of no shop yet stands with all shops only: no line is counted twice, nor closed with a month it may leave.
_OF_SHOP: Final = " AND COALESCE(e.shop_id, c.shop_id) = ?"
_OPEN: Final = tuple(state.value for state in RegisterState if state not in SETTLED)


_MAY_BE_OPEN: Final = (
    "SELECT o.id FROM register_entry AS o INDEXED BY register_state WHERE o.register = ? AND o.state IN ({0})"
    " AND o.deleted_at IS NULL UNION ALL SELECT x.corrects FROM register_entry AS x INDEXED BY register_corrects"
    " WHERE x.corrects IS NOT NULL"
    " AND x.register = ? AND x.state IN ({0}) AND x.deleted_at IS NULL"
)


@dataclass(slots=True)
class EntryRows:
    """Rows by the names of their columns, moments in milliseconds, with what stands beside them.

    `corrections`: the rows that correct a row, oldest first; `roots`: the rows they correct.
    `goods`: lines of orders by the order's id; `parcels`: number and carrier; `photos`: how many a case has.
    """

    rows: list[dict[str, Any]]
    corrections: Mapping[int, list[dict[str, Any]]] = field(default_factory=dict)
    roots: Mapping[int, dict[str, Any]] = field(default_factory=dict)
    goods: Mapping[int, list[dict[str, Any]]] = field(default_factory=dict)
    parcels: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    photos: Mapping[int, int] = field(default_factory=dict)


def load_entries(
    database: CaseDatabase, register: RegisterKind, span: tuple[int, int] | None, shop_id: int | None, *,
    unsettled: bool = False,
) -> EntryRows:  # fmt: skip
    """The lines of a register entered in a span of milliseconds (its end left out), oldest first; of all time for None.

    `unsettled` reads lines that may still be open, without those that correct others.
    """
    sql, values = _SELECT + "e.register = ?", [register.value]
    if unsettled:
        # Ended in a closed month, one may be open again by what corrects it.
        marks = ", ".join("?" * len(_OPEN))
        sql += f" AND e.corrects IS NULL AND e.id IN ({_MAY_BE_OPEN.format(marks)})"
        values += [register.value, *_OPEN, register.value, *_OPEN]
    if span is not None:
        sql += " AND e.entered_at >= ? AND e.entered_at < ?"
        values += span  # type: ignore[arg-type]
    if shop_id is not None:
        sql += _OF_SHOP
        values.append(shop_id)  # type: ignore[arg-type]
    # Sorted after they were found: what is open of many years is few, and has an index of its own.
    order = " ORDER BY +e.entered_at, +e.id" if unsettled else " ORDER BY e.entered_at, e.id"
    found = EntryRows(_rows(database, sql + order, values))
    _add_chains(database, found)
    _add_beside(database, register, found)
    return found


def _add_chains(database: CaseDatabase, found: EntryRows) -> None:
    here = {row["id"]: row for row in found.rows}
    corrections: dict[int, list[dict[str, Any]]] = {}
    for row in _rows(database, f"{_SELECT}e.corrects IN {_AMONG} ORDER BY e.id", [_listed(here)]):
        corrections.setdefault(row["corrects"], []).append(row)
    away = {row["corrects"] for row in found.rows if row["corrects"] is not None and row["corrects"] not in here}
    if away:
        found.roots = {row["id"]: row for row in _rows(database, f"{_SELECT}e.id IN {_AMONG}", [_listed(away)])}
    found.roots = {**found.roots, **{each: here[each] for each in corrections if each in here}}
    found.corrections = corrections


def _add_beside(database: CaseDatabase, register: RegisterKind, found: EntryRows) -> None:
    cases = {row["case_id"] for row in found.rows if row["case_id"] is not None}
    orders = {row["order_id"] for row in found.rows if row["order_id"] is not None}
    if register in _WITH_GOODS:
        goods: dict[int, list[dict[str, Any]]] = {}
        for line in database.execute_sql(_GOODS, (_listed(orders),)):
            goods.setdefault(line[0], []).append(dict(zip(_GOOD, line[1:], strict=True)))
        found.goods = goods
    if register is RegisterKind.CARRIER_CLAIM:
        # In reverse, so that the first one sent stays.
        found.parcels = {row[0]: (row[1], row[2]) for row in database.execute_sql(_PARCELS, (_listed(orders),))}
    if register is RegisterKind.QUALITY:
        found.photos = dict(database.execute_sql(_PHOTOS, (_listed(cases),)).fetchall())


_AMONG: Final = "(SELECT value FROM json_each(?))"
_WITH_GOODS: Final = frozenset((
    RegisterKind.WRONG_SHIPMENT, RegisterKind.QUALITY, RegisterKind.RETURNED_PARCEL, RegisterKind.COMPENSATION,
))  # fmt: skip
_GOOD: Final = ("item_title", "variant", "sku", "quantity", "batch")
_GOODS: Final = (
    "SELECT order_id, item_title, variant, sku, quantity, batch FROM order_line"
    " WHERE order_id IN (SELECT value FROM json_each(?)) ORDER BY order_id, position"
)
_PARCELS: Final = (
    "SELECT p.order_id, p.tracking_number, COALESCE(NULLIF(p.carrier, ''), o.carrier) FROM parcel AS p"
    ' JOIN "order" AS o ON o.id = p.order_id WHERE p.order_id IN (SELECT value FROM json_each(?))'
    " AND p.deleted_at IS NULL AND p.way = 'sent' ORDER BY p.order_id, p.position DESC, p.id DESC"
)
_PHOTOS: Final = (
    "SELECT case_id, COUNT(*) FROM evidence WHERE case_id IN (SELECT value FROM json_each(?))"
    # By the cases, not by all photos there are.
    " AND deleted_at IS NULL AND +media = 'photo' AND derivation = 'original' GROUP BY case_id"
)


def count_lines(database: CaseDatabase, span: tuple[int, int] | None, shop_id: int | None) -> Mapping[str, int]:
    """How many lines each register of entries has in a span; lines that correct others are counted too."""
    sql = "SELECT register, COUNT(*) FROM register_entry WHERE deleted_at IS NULL"
    values: list[int] = []
    if span is not None:
        sql += f" AND register IN ({', '.join(repr(kind.value) for kind in RegisterKind)})"
        sql, values = sql + " AND entered_at >= ? AND entered_at < ?", [*span]
    if shop_id is not None:
        sql, values = sql + " AND shop_id = ?", [*values, shop_id]
    return dict(database.execute_sql(sql + " GROUP BY register", values).fetchall())


def case_is_closed(row: Mapping[str, Any]) -> bool:
    """Whether the case of a row is done or archived."""
    return row["case_state"] in (CaseState.DONE.value, CaseState.ARCHIVED.value)


def _rows(database: CaseDatabase, sql: str, values: Sequence[object]) -> list[dict[str, Any]]:
    found = []
    for line in database.execute_sql(sql, values):
        row = dict(zip(_NAMES, line, strict=True))
        row["columns"] = json.loads(row["columns"]) if row["columns"] else {}
        found.append(row)
    return found


def _listed(ids: Iterable[int]) -> str:
    return json.dumps(sorted(ids))
