"""Buyers and what their past says."""

from __future__ import annotations

from peewee import fn

from models.errors import NotFound
from models.kinds import BuyerFlag
from models.money import Money
from models.records import Buyer, BuyerHistory
from models.store.connection import CaseDatabase
from models.tables.buyer import BuyerTable
from models.tables.case import CaseTable
from models.tables.order import OrderTable

_FIELDS = (
    BuyerTable.id, BuyerTable.shop_id, BuyerTable.nick, BuyerTable.name, BuyerTable.phone, BuyerTable.email,
    BuyerTable.address, BuyerTable.country, BuyerTable.tier, BuyerTable.temperament, BuyerTable.consent,
    BuyerTable.consent_at, BuyerTable.note, BuyerTable.wechat, BuyerTable.flags, BuyerTable.consent_way,
    BuyerTable.merged_into,
)  # fmt: skip


def find_buyer(database: CaseDatabase, buyer_id: int) -> Buyer:
    """One buyer; NotFound if there is none."""
    for row in BuyerTable.select(*_FIELDS).where(BuyerTable.id == buyer_id).dicts().execute(database):
        return Buyer(**row | {"flags": flags_of(row["flags"])})
    raise NotFound("buyer_not_found", buyer=buyer_id)


def flags_of(words: str) -> tuple[BuyerFlag, ...]:
    """The flags kept in a row, in the order of the word list; words this program does not know are left out."""
    kept = words.split()
    return tuple(flag for flag in BuyerFlag if flag in kept)


def buyer_ids_by_nick(database: CaseDatabase, shop_id: int) -> dict[str, int]:
    """The id of every buyer of a shop, by nick."""
    rows = BuyerTable.select(BuyerTable.nick, BuyerTable.id).where(BuyerTable.shop_id == shop_id).tuples()
    return dict(rows.execute(database))


def buyer_history(database: CaseDatabase, buyer_id: int, currency: str) -> BuyerHistory:
    """Counts over all orders and cases of one buyer; the refund rate is refunded orders over paid ones.

    Sums only what was refunded in `currency`.
    """
    paid = (OrderTable.paid > 0).cast("INTEGER")
    back = (OrderTable.refunded > 0).cast("INTEGER")
    query = OrderTable.select(
        fn.COUNT(OrderTable.id),
        fn.SUM(paid),
        fn.SUM(back),
        fn.SUM(OrderTable.refunded).filter(OrderTable.currency == currency),
        fn.MAX(OrderTable.created_at),
    ).where(OrderTable.buyer_id == buyer_id)
    orders, paid_orders, refunded_orders, refunded, last = next(iter(query.tuples().execute(database)))
    counted = CaseTable.select(fn.COUNT(CaseTable.id)).where(
        (CaseTable.buyer_id == buyer_id) & CaseTable.deleted_at.is_null()
    )
    cases = next(iter(counted.tuples().execute(database)))[0]
    return BuyerHistory(
        orders=orders,
        cases=cases,
        refunded=Money(int(refunded or 0), currency),
        refund_rate=(refunded_orders or 0) / paid_orders if paid_orders else 0.0,
        last_order_at=last,
    )
