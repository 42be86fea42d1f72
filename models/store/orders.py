"""Orders with their lines and parcels. How they are found for a new case: case_targets."""

from __future__ import annotations

from typing import Any

from models.errors import NotFound
from models.kinds import ParcelWay
from models.money import Money
from models.records import Order, OrderLine, Parcel
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.order import OrderLineTable, OrderTable, ParcelTable

_AMOUNTS = ("goods", "freight", "discount", "total", "paid", "refunded")
_ORDER = WholeRows(OrderTable, "id = ?")
_LINES = WholeRows(OrderLineTable, "order_id = ? ORDER BY position")
_PARCELS = WholeRows(ParcelTable, "order_id = ? AND deleted_at IS NULL ORDER BY position, id", without=("deleted_at",))


def money_or_none(minor: int | None, currency: str) -> Money | None:
    """An amount, or None where the file did not say."""
    return None if minor is None else Money(minor, currency)


def find_order(database: CaseDatabase, order_id: int) -> Order:
    """One order with its lines and parcels; NotFound if there is none."""
    row = _ORDER.first(database, order_id)
    if row is not None:
        return _order(database, row)
    raise NotFound("order_not_found", order=order_id)


def _order(database: CaseDatabase, row: dict[str, Any]) -> Order:
    currency = row["currency"]
    parcels = list_parcels(database, row["id"])
    values = row | {name: money_or_none(row[name], currency) for name in _AMOUNTS}
    return Order(
        **values,
        tracking_numbers=tuple(parcel.tracking_number for parcel in parcels if parcel.way is ParcelWay.SENT),
        parcels=parcels,
        lines=tuple(
            OrderLine(**line | {"unit_price": money_or_none(line["unit_price"], currency)})
            for line in _LINES.read(database, row["id"])
        ),
    )


def list_parcels(database: CaseDatabase, order_id: int) -> tuple[Parcel, ...]:
    """The parcels of an order, in the order they were noted."""
    return tuple(Parcel(**row) for row in _PARCELS.read(database, order_id))


def has_orders(database: CaseDatabase) -> bool:
    """Whether any order was ever imported."""
    return bool(list(OrderTable.select(OrderTable.id).limit(1).tuples().execute(database)))


def order_ids_by_number(database: CaseDatabase, shop_id: int) -> dict[str, int]:
    """The id of every order of a shop, by its number."""
    rows = OrderTable.select(OrderTable.number, OrderTable.id).where(OrderTable.shop_id == shop_id).tuples()
    return dict(rows.execute(database))
