"""Where a scanned number stands: with a parcel of an order or a return that is awaited; and the cases it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from models.kinds import CaseState, ParcelWay
from models.receiving_records import AwaitedReturn
from models.rules.carriers import normal_number
from models.rules.receipt_scans import same_number
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.case import CaseTable
from models.tables.register import RegisterEntryTable

_PARCELS: Final = (
    'SELECT p.id, p.order_id, p.way, o.number, o.shop_id, p.carrier FROM parcel p JOIN "order" o ON o.id = p.order_id'
    " WHERE p.tracking_number = ? AND p.deleted_at IS NULL ORDER BY p.id DESC LIMIT 20"
)
# As the index register_back has it.
_BACK: Final = "upper(replace(json_extract(columns, '$.buyer_tracking_no'), ' ', ''))"
_NAMED = WholeRows(
    RegisterEntryTable,
    f"{_BACK} = ? AND register = 'returned_parcel' AND deleted_at IS NULL AND case_id IS NOT NULL ORDER BY id DESC",
    only=("case_id",),
)
# The planner does not see by itself that the small index holds all that is asked for.
_ODD: Final = (
    "SELECT case_id, json_extract(columns, '$.buyer_tracking_no') FROM register_entry INDEXED BY register_back_odd"
    " WHERE register = 'returned_parcel' AND deleted_at IS NULL"
    " AND upper(replace(json_extract(columns, '$.buyer_tracking_no'), ' ', '')) GLOB '*[^-0-9A-Z]*'"
    " AND case_id IS NOT NULL ORDER BY id DESC"
)
_OPEN_OF_CASE = WholeRows(
    RegisterEntryTable,
    "case_id = ? AND register = 'returned_parcel' AND corrects IS NULL AND deleted_at IS NULL"
    " AND COALESCE((SELECT n.state FROM register_entry n WHERE n.corrects = register_entry.id AND n.deleted_at IS NULL"
    " ORDER BY n.id DESC LIMIT 1), state) = 'open'"
    " AND NOT EXISTS (SELECT 1 FROM return_receipt r WHERE r.entry_id = register_entry.id AND r.deleted_at IS NULL)"
    " ORDER BY id",
    only=("id", "shop_id", "case_id", "columns", "entered_at"),
)
_CASES_OF_ORDER = WholeRows(CaseTable, "order_id = ? AND deleted_at IS NULL ORDER BY id DESC", only=("id",))
_MERGED = WholeRows(CaseTable, "id = ?", only=("id", "number", "merged_into", "state", "buyer_nick", "order_number"))
_DEEP: Final = 50


@dataclass(frozen=True, slots=True)
class KnownParcel:
    """A parcel of an order with a scanned number."""

    parcel_id: int
    order_id: int
    way: ParcelWay
    order_number: str
    shop_id: int
    carrier: str


@dataclass(frozen=True, slots=True)
class LiveCase:
    """The case that goes on with one: itself, or that it was merged into; `came_by` names the merged one."""

    id: int
    state: CaseState
    buyer_nick: str
    order_number: str
    came_by: str = ""


def parcels_with_number(database: CaseDatabase, number: str) -> tuple[KnownParcel, ...]:
    """The parcels of orders with this normalised number, newest first."""
    rows = database.execute_sql(_PARCELS, (number,)).fetchall()
    return tuple(KnownParcel(row[0], row[1], ParcelWay(row[2]), row[3], row[4], row[5]) for row in rows)


def cases_told_number(database: CaseDatabase, number: str) -> tuple[int, ...]:
    """The cases whose buyer gave this number for a return, whether it is awaited or came; newest first."""
    found = [row["case_id"] for row in _NAMED.read(database, number)]
    odd = database.execute_sql(_ODD).fetchall()
    found += [row[0] for row in odd if number in _plain(str(row[1])) and same_number(str(row[1]), number)]
    return tuple(dict.fromkeys(found))


# Read with every scan, and the same each time.
_plain: Final = lru_cache(maxsize=8192)(normal_number)


def awaited_of_case(database: CaseDatabase, case_id: int) -> tuple[AwaitedReturn, ...]:
    """The returns a case awaits, oldest first; without the case's names."""
    return tuple(
        AwaitedReturn(
            row["id"], row["shop_id"], row["case_id"], "", "", str(row["columns"].get("buyer_tracking_no") or ""),
            str(row["columns"].get("item") or ""), row["entered_at"],
        )
        for row in _OPEN_OF_CASE.read(database, case_id)
    )  # fmt: skip


def cases_of_order(database: CaseDatabase, order_id: int) -> tuple[int, ...]:
    """The cases of an order, newest first."""
    return tuple(row["id"] for row in _CASES_OF_ORDER.read(database, order_id))


def live_case(database: CaseDatabase, case_id: int) -> LiveCase | None:
    """The case that goes on with this one; None if there is none."""
    came_by = ""
    for _ in range(_DEEP):
        row = _MERGED.first(database, case_id)
        if row is None:
            return None
        if row["merged_into"] is None:
            return LiveCase(row["id"], row["state"], row["buyer_nick"], row["order_number"], came_by)
        came_by = came_by or row["number"]
        case_id = row["merged_into"]
    return None
