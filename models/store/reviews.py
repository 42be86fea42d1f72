"""Reviews: kept once each, linked to what they are about, listed by what is still to be done about them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from models.errors import NotFound
from models.kinds import Problem
from models.register_kinds import ReviewOrigin, ReviewState, ReviewVerdict
from models.review_records import Review
from models.store.connection import CaseDatabase
from models.tables.case import CaseTable
from models.tables.order import OrderLineTable, OrderTable
from models.tables.register import ReviewTable

_TOGETHER = 500


def _select() -> Any:
    return (
        ReviewTable.select(*ReviewTable._meta.sorted_fields, CaseTable.number.alias("case_number"))
        .join(CaseTable, JOIN.LEFT_OUTER, on=(CaseTable.id == ReviewTable.case_id))
        .where(ReviewTable.deleted_at.is_null())
    )


def _record(row: dict[str, Any]) -> Review:
    row.pop("deleted_at")
    row.pop("digest")
    row["case_number"] = row["case_number"] or ""
    row["problems"] = read_problems(row["problems"])
    return Review(**row)


def read_problems(stored: str) -> tuple[Problem, ...]:
    """The problems kept with a review; words a newer program added are left out."""
    try:
        found = json.loads(stored)
    except (ValueError, RecursionError):
        return ()
    known = {problem.value for problem in Problem}
    return tuple(Problem(each) for each in found if each in known) if isinstance(found, list) else ()


def write_problems(problems: Iterable[Problem]) -> str:
    """Problems as they are kept, each once."""
    return json.dumps([problem.value for problem in dict.fromkeys(problems)])


def find_review(database: CaseDatabase, review_id: int) -> Review:
    """One review. NotFound `review`."""
    for row in _select().where(ReviewTable.id == review_id).dicts().execute(database):
        return _record(row)
    raise NotFound("review_not_found", review=review_id)


def list_reviews(
    database: CaseDatabase,
    *,
    start: datetime | None = None,
    end: datetime | None = None,
    shop_id: int | None = None,
    verdicts: Sequence[ReviewVerdict] = (),
    states: Sequence[ReviewState] = (),
    limit: int = 5000,
) -> tuple[Review, ...]:
    """Reviews written from `start` up to, not including, `end`, newest first."""
    query = _select()
    if start is not None:
        query = query.where(ReviewTable.written_at >= start)
    if end is not None:
        query = query.where(ReviewTable.written_at < end)
    if shop_id is not None:
        query = query.where(ReviewTable.shop_id == shop_id)
    if verdicts:
        query = query.where(ReviewTable.verdict.in_(list(verdicts)))
    if states:
        query = query.where(ReviewTable.state.in_(list(states)))
    ordered = query.order_by(ReviewTable.written_at.desc(), ReviewTable.id.desc()).limit(limit)
    return tuple(_record(row) for row in ordered.dicts().execute(database))


def list_unseen_problems(
    database: CaseDatabase, *, start: datetime, end: datetime, shop_id: int | None = None
) -> tuple[Review, ...]:
    """Good reviews of a time that name a problem nobody has looked at yet."""
    query = _select().where(
        (ReviewTable.verdict == ReviewVerdict.GOOD)
        & (ReviewTable.problems != "[]")
        & ReviewTable.problems_seen_at.is_null()
        & (ReviewTable.written_at >= start)
        & (ReviewTable.written_at < end)
    )
    if shop_id is not None:
        query = query.where(ReviewTable.shop_id == shop_id)
    return tuple(_record(row) for row in query.order_by(ReviewTable.written_at).dicts().execute(database))


def known_digests(database: CaseDatabase, shop_id: int, digests: Sequence[str]) -> Mapping[str, tuple[int, bool]]:
    """Which of these a shop has already: the id, and whether it has no reply yet."""
    found: dict[str, tuple[int, bool]] = {}
    for at in range(0, len(digests), _TOGETHER):
        query = ReviewTable.select(ReviewTable.digest, ReviewTable.id, ReviewTable.reply).where(
            (ReviewTable.shop_id == shop_id)
            & ReviewTable.digest.in_(list(digests[at : at + _TOGETHER]))
            & ReviewTable.deleted_at.is_null()
        )
        found.update((digest, (row, not reply)) for digest, row, reply in query.tuples().execute(database))
    return found


def orders_named(
    database: CaseDatabase, shop_id: int, numbers: Sequence[str]
) -> Mapping[str, tuple[int, int | None, str, str]]:
    """Order id, buyer id, item and SKU by order number; item and SKU empty where an order has several lines."""
    found: dict[str, tuple[int, int | None, str, str]] = {}
    for at in range(0, len(numbers), _TOGETHER):
        some = list(numbers[at : at + _TOGETHER])
        query = (
            OrderTable.select(
                OrderTable.number, OrderTable.id, OrderTable.buyer_id, fn.COUNT(OrderLineTable.id),
                fn.MIN(OrderLineTable.item_title), fn.MIN(OrderLineTable.sku),
            )
            .join(OrderLineTable, JOIN.LEFT_OUTER, on=(OrderLineTable.order_id == OrderTable.id))
            .where((OrderTable.shop_id == shop_id) & OrderTable.number.in_(some))
            .group_by(OrderTable.id)
        )  # fmt: skip
        for number, order_id, buyer_id, lines, item, sku in query.tuples().execute(database):
            alone = lines == 1
            found[number] = (order_id, buyer_id, item or "" if alone else "", sku or "" if alone else "")
    return found


def cases_of_orders(database: CaseDatabase, order_ids: Sequence[int]) -> Mapping[int, int]:
    """The newest case of each of these orders that was not merged into another, by order id."""
    found: dict[int, int] = {}
    for at in range(0, len(order_ids), _TOGETHER):
        query = (
            CaseTable.select(CaseTable.order_id, fn.MAX(CaseTable.id))
            .where(
                CaseTable.order_id.in_(list(order_ids[at : at + _TOGETHER]))
                & CaseTable.merged_into.is_null()
                & CaseTable.deleted_at.is_null()
            )
            .group_by(CaseTable.order_id)
        )
        found.update(dict(query.tuples().execute(database)))
    return found


def unwritten(database: CaseDatabase, shop_id: int, case_ids: Sequence[int]) -> Mapping[int, int]:
    """The line the program wrote for a review nobody has read yet, by case: what comes in is the review itself."""
    rows = database.execute_sql(
        "SELECT case_id, MIN(id) FROM review WHERE shop_id = ? AND origin = ? AND text = '' AND deleted_at IS NULL"
        " AND case_id IN (SELECT value FROM json_each(?)) GROUP BY case_id",
        (shop_id, ReviewOrigin.WIZARD.value, json.dumps(list(case_ids))),
    )
    return {int(case_id): int(row) for case_id, row in rows}


def without_order(database: CaseDatabase, shop_id: int, came_at: int) -> tuple[tuple[int, int, int | None], ...]:
    """Reviews whose order came in only now (milliseconds), with the order and its buyer.

    One a person took off its order stays off: that order came earlier.
    """
    rows = database.execute_sql(
        'SELECT r.id, o.id, o.buyer_id FROM review AS r JOIN "order" AS o ON o.shop_id = r.shop_id'
        " AND o.number = r.order_number WHERE r.shop_id = ? AND r.order_id IS NULL AND r.order_number <> ''"
        " AND r.deleted_at IS NULL AND o.imported_at = ? ORDER BY r.id",
        (shop_id, came_at),
    )
    return tuple((int(row), int(order), buyer) for row, order, buyer in rows)


def without_case(database: CaseDatabase, order_id: int) -> tuple[int, ...]:
    """Reviews of an order that belong to no case, those that only praise left out."""
    rows = database.execute_sql(
        "SELECT id FROM review WHERE order_id = ? AND case_id IS NULL AND verdict <> ? AND deleted_at IS NULL"
        " ORDER BY id",
        (order_id, ReviewVerdict.GOOD.value),
    )
    return tuple(int(row[0]) for row in rows)


def buyers_named(database: CaseDatabase, shop_id: int, nicks: Sequence[str]) -> Mapping[str, int]:
    """Buyers of a shop by nick, merged ones as the one that is left. A masked nick (`花***圣`) is nobody's."""
    whole = [nick for nick in dict.fromkeys(nicks) if nick and "**" not in nick]
    rows = database.execute_sql(
        "SELECT nick, COALESCE(merged_into, id) FROM buyer WHERE shop_id = ?"
        " AND nick IN (SELECT value FROM json_each(?))",
        (shop_id, json.dumps(whole)),
    )
    return {nick: int(buyer) for nick, buyer in rows}


def orders_of_buyer(
    database: CaseDatabase, shop_id: int, buyer_id: int
) -> tuple[tuple[int, str, datetime | None], ...]:
    """Id, number and day of a buyer's orders, newest first: what a review without an order number may be about."""
    query = (
        OrderTable.select(OrderTable.id, OrderTable.number, OrderTable.created_at)
        .where((OrderTable.shop_id == shop_id) & (OrderTable.buyer_id == buyer_id))
        .order_by(OrderTable.created_at.desc(), OrderTable.id.desc())
        .limit(50)
    )
    return tuple(query.tuples().execute(database))


def count_evidence(database: CaseDatabase, case_id: int) -> int:
    """How many pieces of evidence lie in a case."""
    sql = "SELECT COUNT(*) FROM evidence WHERE case_id = ? AND deleted_at IS NULL"
    return int(database.execute_sql(sql, (case_id,)).fetchone()[0])
