"""Buyers found by their ID, and what one talks about with them: the last orders and cases, each through its index."""

from __future__ import annotations

from peewee import JOIN

from models.call_back_records import CaseGlance, OrderGlance
from models.kinds import CaseState
from models.records import Buyer
from models.store.buyers import find_buyer
from models.store.connection import CaseDatabase, bindable
from models.tables.buyer import BuyerTable
from models.tables.case import CaseTable
from models.tables.order import OrderLineTable, OrderTable

# Sorts after anything an ID goes on with, so a beginning is a range that an index serves.
_LAST = "\U0010ffff"


def list_last_orders(database: CaseDatabase, buyer_id: int, limit: int = 2) -> tuple[OrderGlance, ...]:
    """The newest orders of a buyer with the title of their first item."""
    query = (
        OrderTable.select(OrderLineTable.item_title, OrderTable.created_at, OrderTable.number)
        .join(
            OrderLineTable,
            JOIN.LEFT_OUTER,
            on=((OrderLineTable.order_id == OrderTable.id) & (OrderLineTable.position == _first_position())),
        )
        .where((OrderTable.buyer_id == buyer_id) & OrderTable.created_at.is_null(False))
        .order_by(OrderTable.created_at.desc(), OrderTable.id.desc())
        .limit(limit)
    )
    return tuple(
        OrderGlance(title or "", created, number) for title, created, number in query.tuples().execute(database)
    )


def _first_position() -> object:
    first = OrderLineTable.alias()
    return first.select(first.position).where(first.order_id == OrderTable.id).order_by(first.position).limit(1)


def list_last_cases(
    database: CaseDatabase, buyer_id: int, limit: int = 3, *, closed: bool | None = None
) -> tuple[CaseGlance, ...]:
    """The newest cases of a buyer; only those that are done or archived with `closed`, only the others without."""
    wanted = (CaseTable.buyer_id == buyer_id) & CaseTable.deleted_at.is_null() & CaseTable.merged_into.is_null()
    if closed is not None:
        done = CaseTable.state.in_((CaseState.DONE, CaseState.ARCHIVED))
        wanted &= done if closed else ~done
    query = (
        CaseTable.select(CaseTable.id, CaseTable.number, CaseTable.problem, CaseTable.state, CaseTable.opened_at)
        .where(wanted)
        .order_by(CaseTable.opened_at.desc(), CaseTable.id.desc())
        .limit(limit)
    )
    return tuple(CaseGlance(*row) for row in query.tuples().execute(database))


def list_buyers_named(database: CaseDatabase, beginning: str, limit: int = 8) -> tuple[Buyer, ...]:
    """Buyers whose ID begins with a text, in order of their IDs; none for an empty text, and none who was merged."""
    wanted = bindable(beginning).strip()
    if not wanted:
        return ()
    query = BuyerTable.select(BuyerTable.id).where(
        BuyerTable.nick.between(wanted, wanted + _LAST) & BuyerTable.merged_into.is_null()
    )
    found = query.order_by(BuyerTable.nick).limit(limit).tuples().execute(database)
    return tuple(find_buyer(database, row[0]) for row in found)
