"""Orders: found by anything written on them."""

from __future__ import annotations

from typing import Any

from peewee import Value

from models.errors import NotFound
from models.kinds import ParcelWay
from models.money import Money
from models.records import CaseTarget, Order, OrderLine, Parcel
from models.store.connection import CaseDatabase, bindable
from models.tables.buyer import BuyerTable
from models.tables.case import CaseTable
from models.tables.order import OrderLineTable, OrderTable, ParcelTable

# Sorts after anything a number or nick goes on with, so a prefix is a range that an index serves.
_LAST = "\U0010ffff"
_AMOUNTS = ("goods", "freight", "discount", "total", "paid", "refunded")


def money_or_none(minor: int | None, currency: str) -> Money | None:
    """An amount, or None where the file did not say."""
    return None if minor is None else Money(minor, currency)


def find_order(database: CaseDatabase, order_id: int) -> Order:
    """One order with its lines and parcels; NotFound if there is none."""
    for row in OrderTable.select().where(OrderTable.id == order_id).dicts().execute(database):
        return _order(database, row)
    raise NotFound("order_not_found", order=order_id)


def _order(database: CaseDatabase, row: dict[str, Any]) -> Order:
    currency = row["currency"]
    lines = OrderLineTable.select().where(OrderLineTable.order_id == row["id"]).order_by(OrderLineTable.position)
    parcels = list_parcels(database, row["id"])
    values = row | {name: money_or_none(row[name], currency) for name in _AMOUNTS}
    return Order(
        **values,
        tracking_numbers=tuple(parcel.tracking_number for parcel in parcels if parcel.way is ParcelWay.SENT),
        parcels=parcels,
        lines=tuple(
            OrderLine(**line | {"unit_price": money_or_none(line["unit_price"], currency)})
            for line in lines.dicts().execute(database)
        ),
    )


def list_parcels(database: CaseDatabase, order_id: int) -> tuple[Parcel, ...]:
    """The parcels of an order, in the order they were noted."""
    query = ParcelTable.select().where((ParcelTable.order_id == order_id) & ParcelTable.deleted_at.is_null())
    rows = query.order_by(ParcelTable.position, ParcelTable.id).dicts().execute(database)
    return tuple(Parcel(**{name: value for name, value in row.items() if name != "deleted_at"}) for row in rows)


def has_orders(database: CaseDatabase) -> bool:
    """Whether any order was ever imported."""
    return bool(list(OrderTable.select(OrderTable.id).limit(1).tuples().execute(database)))


def order_ids_by_number(database: CaseDatabase, shop_id: int) -> dict[str, int]:
    """The id of every order of a shop, by its number."""
    rows = OrderTable.select(OrderTable.number, OrderTable.id).where(OrderTable.shop_id == shop_id).tuples()
    return dict(rows.execute(database))


def find_targets(database: CaseDatabase, text: str, limit: int = 8) -> tuple[CaseTarget, ...]:
    """What a typed or pasted text may mean: order or tracking number, buyer ID, phone or phone tail; exact first."""
    wanted = bindable(text).strip()
    compact = "".join(wanted.split())
    if not compact:
        return ()
    found: dict[tuple[int | None, int | None], str] = {}

    def take(matched: str, query: Any) -> None:
        for order_id, buyer_id in query.limit(limit).tuples().execute(database):
            if len(found) < limit:
                found.setdefault((order_id, buyer_id), matched)

    orders = OrderTable.select(OrderTable.id, OrderTable.buyer_id).order_by(OrderTable.created_at.desc())
    by_buyer = orders.join(BuyerTable, on=(BuyerTable.id == OrderTable.buyer_id))
    take("order", orders.where(OrderTable.number.in_([compact, wanted])))
    take("tracking", orders.join(ParcelTable, on=(ParcelTable.order_id == OrderTable.id)).where(
        ParcelTable.tracking_number.in_([compact, wanted, compact.upper()])
    ))  # fmt: skip
    take("buyer", by_buyer.where(BuyerTable.nick == wanted))
    if len(compact) >= 4 and compact.lstrip("+").isdigit():
        take("phone", orders.where(OrderTable.phone == compact))
        take("phone", by_buyer.where((BuyerTable.phone == compact) | (BuyerTable.phone_tail == compact[-4:])
                                     & (len(compact) == 4)))  # fmt: skip
    # Two letters of Latin begin half of all nicks; two Chinese characters are a name.
    if len(compact) >= (3 if compact.isascii() else 2):
        take("order", orders.where(OrderTable.number.between(compact, compact + _LAST)))
        take("buyer", by_buyer.where(BuyerTable.nick.between(wanted, wanted + _LAST)))
        with_orders = {buyer_id for order_id, buyer_id in found if order_id is not None}
        nicks = BuyerTable.select(Value(None), BuyerTable.id).where(BuyerTable.nick.between(wanted, wanted + _LAST))
        take("buyer", nicks.where(BuyerTable.id.not_in(list(with_orders))))
        if len(found) < limit:
            take("buyer", by_buyer.where(BuyerTable.name.between(wanted, wanted + _LAST)))
    if len(found) < limit:
        take("buyer", BuyerTable.select(Value(None), BuyerTable.id).where(BuyerTable.nick == wanted))
    return tuple(_target(database, order_id, buyer_id, matched) for (order_id, buyer_id), matched in found.items())


def _target(database: CaseDatabase, order_id: int | None, buyer_id: int | None, matched: str) -> CaseTarget:
    nick, number, title, paid, created = "", "", "", None, None
    if buyer_id is not None:
        buyers = BuyerTable.select(BuyerTable.nick).where(BuyerTable.id == buyer_id).tuples()
        nick = next(iter(buyers.execute(database)))[0]
    if order_id is not None:
        order = find_order(database, order_id)
        number, paid, created = order.number, order.paid, order.created_at
        title = order.lines[0].item_title if order.lines else ""
    same = CaseTable.order_id == order_id if order_id is not None else CaseTable.buyer_id == buyer_id
    cases = CaseTable.select(CaseTable.number).where(same & (CaseTable.shelf == 1) & CaseTable.deleted_at.is_null())
    return CaseTarget(
        order_id, buyer_id, number, nick, title, paid, created, matched,
        tuple(row[0] for row in cases.tuples().execute(database)),
    )  # fmt: skip
