"""Parcels of orders by themselves: one, one by its number, and where else a number stands."""

from __future__ import annotations

from models.errors import NotFound
from models.records import Parcel
from models.store.connection import CaseDatabase
from models.tables.case import CaseTable
from models.tables.order import OrderTable, ParcelTable


def find_parcel(database: CaseDatabase, parcel_id: int) -> Parcel:
    """One parcel; NotFound if there is none, or it was removed."""
    query = ParcelTable.select().where((ParcelTable.id == parcel_id) & ParcelTable.deleted_at.is_null())
    for row in query.dicts().execute(database):
        row.pop("deleted_at")
        return Parcel(**row)
    raise NotFound("parcel_not_found", parcel=parcel_id)


def id_on_order(database: CaseDatabase, order_id: int, number: str) -> tuple[int, bool] | None:
    """The parcel of an order that has this number, and whether it was removed; an order holds a number once."""
    query = ParcelTable.select(ParcelTable.id, ParcelTable.deleted_at).where(
        (ParcelTable.order_id == order_id) & (ParcelTable.tracking_number == number)
    )
    for parcel_id, deleted_at in query.tuples().execute(database):
        return parcel_id, deleted_at is not None
    return None


def next_position(database: CaseDatabase, order_id: int) -> int:
    """The place after the last parcel of an order."""
    query = ParcelTable.select(ParcelTable.position).where(ParcelTable.order_id == order_id)
    return max((int(row[0]) for row in query.tuples().execute(database)), default=-1) + 1


def other_orders(database: CaseDatabase, order_id: int, number: str, limit: int = 5) -> tuple[str, ...]:
    """The numbers of other orders on which this tracking number stands."""
    query = (
        OrderTable.select(OrderTable.number)
        .join(ParcelTable, on=(ParcelTable.order_id == OrderTable.id))
        .where(
            (ParcelTable.tracking_number == number)
            & (ParcelTable.order_id != order_id)
            & ParcelTable.deleted_at.is_null()
        )
        .limit(limit)
    )
    return tuple(row[0] for row in query.tuples().execute(database))


def case_ids_of_order(database: CaseDatabase, order_id: int) -> tuple[int, ...]:
    """Every case of an order."""
    query = CaseTable.select(CaseTable.id).where((CaseTable.order_id == order_id) & CaseTable.deleted_at.is_null())
    return tuple(row[0] for row in query.tuples().execute(database))
