"""The cases a parcel without an owner may belong to, with what they can be told by: awaited returns, and the cases of
buyers and parcels that the parcel's number, phone or name leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from models.rules.receipt_matching import Awaiting, Seen
from models.store.buyers import phone_tail
from models.store.connection import CaseDatabase

_TOGETHER: Final = 500
_MOST: Final = 4000
_FOUND: Final = 400
_AWAITED: Final = (
    "SELECT DISTINCT e.case_id FROM register_entry e WHERE e.register = 'returned_parcel' AND e.state = 'open'"
    " AND e.corrects IS NULL AND e.deleted_at IS NULL AND e.case_id IS NOT NULL AND (? IS NULL OR e.shop_id = ?)"
    " AND NOT EXISTS (SELECT 1 FROM return_receipt r WHERE r.entry_id = e.id AND r.deleted_at IS NULL)"
    " ORDER BY e.id DESC LIMIT ?"
)
# Cases nobody took back or merged away, of one shop if told; archived ones are looked at only by number. CROSS JOIN
# keeps the order: what is told first, or SQLite walks every case there is.
_BY_TAIL: Final = (
    'SELECT c.id FROM parcel p CROSS JOIN "case" c ON c.order_id = p.order_id WHERE substr(p.tracking_number, -4) = ?'
    " AND p.deleted_at IS NULL AND c.deleted_at IS NULL AND c.merged_into IS NULL"
    " AND (? IS NULL OR c.shop_id = ?) ORDER BY c.id DESC LIMIT ?"
)
_BY_PHONE: Final = (
    'SELECT c.id FROM buyer b CROSS JOIN "case" c ON c.buyer_id = b.id WHERE b.phone_tail = ?'
    " AND c.shelf <> 0 AND c.deleted_at IS NULL AND c.merged_into IS NULL"
    " AND (? IS NULL OR c.shop_id = ?) ORDER BY c.id DESC LIMIT ?"
)
_BY_NAME: Final = (
    'SELECT c.id FROM buyer b CROSS JOIN "case" c ON c.buyer_id = b.id WHERE b.name = ?'
    " AND c.shelf <> 0 AND c.deleted_at IS NULL AND c.merged_into IS NULL"
    " AND (? IS NULL OR c.shop_id = ?) ORDER BY c.id DESC LIMIT ?"
)
_CASES: Final = (
    'SELECT c.id, c.number, c.buyer_nick, c.order_id, b.name, b.phone, o.receiver, o.phone FROM "case" c'
    ' LEFT JOIN buyer b ON b.id = c.buyer_id LEFT JOIN "order" o ON o.id = c.order_id WHERE c.id IN ({})'
)
_LINES: Final = (
    "SELECT order_id, item_title, sku, variant, weight_grams, quantity FROM order_line WHERE order_id IN ({})"
    " ORDER BY order_id, position"
)
_PARCELS: Final = "SELECT order_id, tracking_number FROM parcel WHERE order_id IN ({}) AND deleted_at IS NULL"
_TOLD: Final = (
    "SELECT case_id, json_extract(columns, '$.buyer_tracking_no') FROM register_entry WHERE case_id IN ({})"
    " AND register = 'returned_parcel' AND deleted_at IS NULL"
)


class Candidates:
    """Read in a few queries, whatever their number. `named` has the number, buyer and items of each case."""

    def __init__(self, database: CaseDatabase, seen: Seen, shop_id: int | None) -> None:
        self._database = database
        awaited = [row[0] for row in database.execute_sql(_AWAITED, (shop_id, shop_id, _MOST))]
        found = self._found(seen, shop_id)
        self.named: dict[int, tuple[str, str, str]] = {}
        self.cases = tuple(self._load(list(dict.fromkeys((*awaited, *found))), frozenset(awaited)))

    def _found(self, seen: Seen, shop_id: int | None) -> list[int]:
        asked: list[tuple[str, str]] = []
        number = seen.number.strip()
        # One wrong sign may be among the last four: what is a neighbour then comes by the awaited returns only.
        asked += [(_BY_TAIL, number[-4:])] if len(number) >= 6 else []
        tail = phone_tail(seen.phone)
        asked += [(_BY_PHONE, tail)] if len(tail) == 4 and "*" not in tail else []
        asked += [(_BY_NAME, seen.sender.strip())] if seen.sender.strip() else []
        found: list[int] = []
        for sql, value in asked:
            found += [row[0] for row in self._database.execute_sql(sql, (value, shop_id, shop_id, _FOUND))]
        return found

    def _load(self, ids: Sequence[int], awaited: frozenset[int]) -> Iterable[Awaiting]:
        for start in range(0, len(ids), _TOGETHER):
            part = ids[start : start + _TOGETHER]
            rows = self._read(_CASES, part)
            order_ids = [row[3] for row in rows if row[3] is not None]
            lines, parcels = _by_first(self._read(_LINES, order_ids)), _by_first(self._read(_PARCELS, order_ids))
            told = _by_first(self._read(_TOLD, part))
            for case_id, number, nick, order_id, name, phone, receiver, order_phone in rows:
                items = lines.get(order_id, [])
                shown = " / ".join(line[1] for line in items if line[1])[:160]
                self.named[case_id] = (number, nick, shown)
                grams = [line[4] * line[5] for line in items if line[4] is not None]
                numbers = [row[1] for row in (*parcels.get(order_id, []), *told.get(case_id, [])) if row[1]]
                yield Awaiting(
                    case_id, tuple(map(str, numbers)), tuple(each for each in (phone, order_phone) if each),
                    tuple(each for each in (name, receiver, nick) if each),
                    tuple(" ".join(part for part in (line[1], line[3]) if part) for line in items),
                    tuple(line[2] for line in items if line[2]),
                    sum(grams) if grams and len(grams) == len(items) else None, case_id in awaited,
                )  # fmt: skip

    def _read(self, sql: str, ids: Sequence[int]) -> list[tuple[Any, ...]]:
        if not ids:
            return []
        found = self._database.execute_sql(sql.format(", ".join("?" * len(ids))), list(ids))
        return list(found.fetchall())


def _by_first(rows: Iterable[tuple[Any, ...]]) -> Mapping[Any, list[tuple[Any, ...]]]:
    found: dict[Any, list[tuple[Any, ...]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found
