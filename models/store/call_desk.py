"""What stands beside a buyer while they are called: their last orders, the day's calls in sums, the tags in use."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from datetime import datetime

from peewee import JOIN, fn

from models.call_back_records import CaseGlance, Satisfaction
from models.call_desk_records import DaySums, DeskOrder
from models.errors import NotFound
from models.kinds import CallOutcome, OrderStatus
from models.known_words import OUTCOMES
from models.store.connection import CaseDatabase
from models.tables.buyer import BuyerTable
from models.tables.call_back import CallRecordTable
from models.tables.case import CaseTable
from models.tables.order import OrderLineTable, OrderTable
from models.tables.register import ReviewTable

_ALIVE = CallRecordTable.deleted_at.is_null()
_LOOKED_BACK = 2_000


def list_desk_orders(database: CaseDatabase, buyer_id: int, limit: int) -> tuple[DeskOrder, ...]:
    """The newest orders of a buyer with the title of their first item, newest first."""
    line = OrderLineTable.alias()
    title = line.select(line.item_title).where(line.order_id == OrderTable.id).order_by(line.position).limit(1)
    reviewed = ReviewTable.select(ReviewTable.id).where(
        (ReviewTable.order_id == OrderTable.id) & ReviewTable.deleted_at.is_null()
    )
    query = (
        OrderTable.select(
            OrderTable.id, OrderTable.number, title.alias("title"), OrderTable.created_at, OrderTable.status,
            OrderTable.shipped_at, OrderTable.signed_at, fn.EXISTS(reviewed),
        )
        .where((OrderTable.buyer_id == buyer_id) & OrderTable.created_at.is_null(False))
        .order_by(OrderTable.created_at.desc(), OrderTable.id.desc())
        .limit(limit)
    )  # fmt: skip
    return tuple(
        DeskOrder(row[0], row[1], row[2] or "", row[3], OrderStatus(row[4]), row[5], row[6], bool(row[7]))
        for row in query.tuples().execute(database)
    )


def count_orders_since(database: CaseDatabase, buyer_id: int, since: datetime) -> int:
    """How many orders a buyer made after a moment."""
    query = OrderTable.select(fn.COUNT(OrderTable.id)).where(
        (OrderTable.buyer_id == buyer_id) & (OrderTable.created_at > since)
    )
    return int(query.scalar(database) or 0)


def find_case_glance(database: CaseDatabase, case_id: int) -> CaseGlance:
    """A case as one talks about it; NotFound if there is none."""
    query = CaseTable.select(
        CaseTable.id, CaseTable.number, CaseTable.problem, CaseTable.state, CaseTable.opened_at
    ).where(CaseTable.id == case_id)
    row = next(iter(query.tuples().execute(database)), None)
    if row is None:
        raise NotFound("case_not_found", case=case_id)
    return CaseGlance(*row)


def find_case_order(database: CaseDatabase, case_id: int) -> tuple[int | None, str]:
    """The buyer of a case and the number of its order; None and empty where there is none."""
    query = (
        CaseTable.select(CaseTable.buyer_id, OrderTable.number)
        .join(OrderTable, JOIN.LEFT_OUTER, on=(OrderTable.id == CaseTable.order_id))
        .where(CaseTable.id == case_id)
    )
    row = next(iter(query.tuples().execute(database)), None)
    return (row[0], row[1] or "") if row is not None else (None, "")


def sum_calls(database: CaseDatabase, first: datetime, after: datetime, *, shop_id: int | None = None) -> DaySums:
    """The calls made from one moment until before another, in sums."""
    query = CallRecordTable.select(
        CallRecordTable.outcome, CallRecordTable.satisfaction, fn.COUNT(CallRecordTable.id),
        fn.COALESCE(fn.SUM(CallRecordTable.minutes), 0),
    ).where(_ALIVE & (CallRecordTable.made_at >= first) & (CallRecordTable.made_at < after))  # fmt: skip
    if shop_id is not None:
        query = query.join(BuyerTable, on=(BuyerTable.id == CallRecordTable.buyer_id)).where(
            BuyerTable.shop_id == shop_id
        )
    outcomes: Counter[CallOutcome] = Counter()
    felt: Counter[str] = Counter()
    minutes = 0
    grouped = query.group_by(CallRecordTable.outcome, CallRecordTable.satisfaction)
    for outcome, satisfaction, count, talked in grouped.tuples().execute(database):
        outcomes[OUTCOMES[outcome]] += count
        felt[satisfaction] += count
        minutes += talked
    return DaySums(dict(outcomes), minutes, felt[Satisfaction.SATISFIED], felt[Satisfaction.DISSATISFIED])


def list_tags_used(database: CaseDatabase, limit: int) -> tuple[str, ...]:
    """The tags of the last calls, the most used first."""
    newest = (
        CallRecordTable.select(CallRecordTable.tags)
        .where(_ALIVE)
        .order_by(CallRecordTable.made_at.desc())
        .limit(_LOOKED_BACK)
    )
    sql, values = newest.sql()
    # Counted in the store: it is asked with every card, and two thousand rows take most of the card's time.
    counted = f"SELECT tags, COUNT(*) FROM ({sql}) WHERE tags <> '[]' GROUP BY tags"  # noqa: S608
    used: Counter[str] = Counter()
    for tags, many in database.execute_sql(counted, values).fetchall():
        with suppress(ValueError, TypeError):
            for tag in json.loads(tags):
                used[str(tag)] += many
    return tuple(tag for tag, _ in sorted(used.items(), key=lambda each: (-each[1], each[0]))[:limit])
