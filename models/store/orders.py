"""Orders with their lines and parcels. How they are found for a new case: case_targets."""

from __future__ import annotations

from typing import Any

from models.errors import NotFound
from models.kinds import ParcelWay
from models.money import Money
from models.records import Order, OrderLine, Parcel
from models.store.connection import CaseDatabase
from models.tables.order import OrderLineTable, OrderTable, ParcelTable

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
