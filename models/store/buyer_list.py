"""The Buyers list: ids in order, and rows of a page with what each buyer's orders and cases come to."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from models.buyer_records import BuyerFilters, BuyerQuery, BuyerRow, BuyerSort
from models.clock import from_millis
from models.kinds import Temperament
from models.known_words import CONSENTS, TIERS
from models.money import Money
from models.store.buyers import flags_of
from models.store.connection import CaseDatabase
from models.store.search import match_expression, read_ids

# What is counted is counted per buyer out of a covering index: for 100,000 buyers with 300,000 orders as fast as
# grouping all orders first, and after a search only for those found. Amounts in minor units as they stand, so that
# buyers of shops with different currencies sort by number alone. Of consents the one that allows a call comes first.
# A merged case is one with the case it went into.
_ORDERS_OF = '(SELECT {} FROM "order" o WHERE o.buyer_id = b.id)'
_COLUMNS: Mapping[BuyerSort, str] = {
    BuyerSort.NICK: "b.nick",
    BuyerSort.FLAGS: "b.flags",
    BuyerSort.NAME: "b.name",
    BuyerSort.SHOP: "(SELECT s.name FROM shop s WHERE s.id = b.shop_id)",
    BuyerSort.PHONE: "b.phone_tail",
    BuyerSort.ORDERS: _ORDERS_OF.format("COUNT(*)"),
    BuyerSort.CASES: '(SELECT COUNT(*) FROM "case" c WHERE c.buyer_id = b.id AND c.deleted_at IS NULL'
    ' AND c.id NOT IN (SELECT id FROM "case" WHERE merged_into IS NOT NULL))',
    BuyerSort.REFUNDED: _ORDERS_OF.format("COALESCE(SUM(refunded), 0)"),
    BuyerSort.REFUND_RATE: _ORDERS_OF.format("COALESCE(CAST(SUM(refunded > 0) AS REAL) / MAX(SUM(paid > 0), 1), 0)"),
    BuyerSort.LAST_ORDER: _ORDERS_OF.format("COALESCE(MAX(created_at), 0)"),
    BuyerSort.CONSENT: "CASE b.consent WHEN 'given' THEN 0 WHEN 'unknown' THEN 1 ELSE 2 END",
}
# Read out of a small index, so that the walk over an index in order stays one over that index alone.
_NOT_MERGED = "b.id NOT IN (SELECT id FROM buyer WHERE merged_into IS NOT NULL)"
_ROW = (
    "SELECT b.id, b.shop_id, s.name, b.nick, b.name, b.phone_tail, b.tier, b.temperament, b.flags, b.consent,"
    " s.currency FROM buyer b JOIN shop s ON s.id = b.shop_id WHERE b.id IN ({})"
)
_ORDERS = (
    "SELECT buyer_id, COUNT(*), SUM(paid > 0), SUM(refunded > 0), MAX(created_at)"
    ' FROM "order" WHERE buyer_id IN ({}) GROUP BY buyer_id'
)
_REFUNDED = (
    'SELECT buyer_id, currency, SUM(refunded) FROM "order" WHERE buyer_id IN ({}) AND refunded > 0'
    " GROUP BY buyer_id, currency"
)
_CASES = (
    'SELECT buyer_id, COUNT(*), SUM(shelf IN (1, 3)) FROM "case" WHERE buyer_id IN ({}) AND deleted_at IS NULL'
    ' AND id NOT IN (SELECT id FROM "case" WHERE merged_into IS NOT NULL) GROUP BY buyer_id'
)


def list_buyer_ids(database: CaseDatabase, query: BuyerQuery) -> array[int]:
    """The ids the list shows, in order; 8 bytes each. Buyers without any order come last by their last order."""
    return read_ids(database, *_list_query(query))


def _list_query(query: BuyerQuery) -> tuple[str, list[object]]:
    conditions, parameters = _conditions(query)
    way = "DESC" if query.descending else "ASC"
    order = f"{_COLUMNS[query.sort]} {way}, b.id {way}"
    return f"SELECT b.id AS id FROM buyer b WHERE {' AND '.join(conditions)} ORDER BY {order}", parameters  # noqa: S608


def _conditions(query: BuyerQuery) -> tuple[list[str], list[object]]:
    conditions, parameters = [_NOT_MERGED], list[object]()
    filters = query.filters
    if query.shop_id is not None:
        conditions.append("b.shop_id = ?")
        parameters.append(query.shop_id)
    for column, wanted in (
        ("b.tier", filters.tiers), ("b.temperament", filters.temperaments), ("b.consent", filters.consents),
    ):  # fmt: skip
        if wanted:
            conditions.append(f"{column} IN ({_marks(wanted)})")
            parameters += [member.value for member in wanted]
    if filters.flags:
        # Words with a blank between them: one is found as itself, never as a part of another.
        conditions.append("(" + " OR ".join(["instr(' ' || b.flags || ' ', ?) > 0"] * len(filters.flags)) + ")")
        parameters += [f" {flag.value} " for flag in filters.flags]
    if filters.with_open_cases:
        conditions.append('b.id IN (SELECT buyer_id FROM "case" WHERE shelf IN (1, 3) AND deleted_at IS NULL)')
    match = match_expression(query.text)
    if match is not None:
        conditions.append("b.id IN (SELECT rowid FROM buyer_search WHERE buyer_search MATCH ?)")
        parameters.append(match)
    return conditions, parameters


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def count_buyers(database: CaseDatabase, shop_id: int | None = None) -> int:
    """How many buyers the list has without any filter."""
    where, parameters = _conditions(BuyerQuery(shop_id=shop_id, filters=BuyerFilters()))
    row = database.execute_sql(f"SELECT COUNT(*) FROM buyer b WHERE {' AND '.join(where)}", parameters).fetchone()  # noqa: S608
    return int(row[0])


def load_buyer_rows(database: CaseDatabase, ids: Sequence[int]) -> dict[int, BuyerRow]:
    """The rows of these ids; ids that are gone are left out."""
    wanted = list(ids)
    marks = _marks(wanted)
    orders = {row[0]: row[1:] for row in database.execute_sql(_ORDERS.format(marks), wanted)}
    refunded = {(row[0], row[1]): row[2] for row in database.execute_sql(_REFUNDED.format(marks), wanted)}
    cases = {row[0]: row[1:] for row in database.execute_sql(_CASES.format(marks), wanted)}
    found = {}
    for row in database.execute_sql(_ROW.format(marks), wanted):
        count, paid, back, last = orders.get(row[0], (0, 0, 0, None))
        every, still_open = cases.get(row[0], (0, 0))
        found[row[0]] = BuyerRow(
            id=row[0], shop_id=row[1], shop_name=row[2], nick=row[3], name=row[4], phone_tail=row[5],
            tier=TIERS[row[6]], temperament=Temperament(row[7]), flags=flags_of(row[8]), consent=CONSENTS[row[9]],
            orders=count, cases=every, open_cases=still_open or 0,
            refunded=Money(int(refunded.get((row[0], row[10]), 0)), row[10]),
            refund_rate=(back or 0) / paid if paid else 0.0,
            last_order_at=None if last is None else from_millis(last),
        )  # fmt: skip
    return found
