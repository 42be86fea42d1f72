"""Parcels that came to us: one, those of a case, those to be inspected, the box of those nobody owns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from models.errors import NotFound
from models.kinds import Liability
from models.money import Money
from models.receiving_records import AwaitedReturn, ReturnReceipt
from models.register_kinds import Condition, ReceiptKind, UndeliverableReason
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.case import CaseTable
from models.tables.receiving import ReturnReceiptTable
from models.tables.register import RegisterEntryTable

_KEPT: Final = ("deleted_at", "currency", "surcharge")
_SHOP: Final = " AND (? IS NULL OR shop_id IS NULL OR shop_id = ?)"
_IN_SHOP: Final = " AND (? IS NULL OR shop_id = ?)"
_ONE = WholeRows(ReturnReceiptTable, "id = ? AND deleted_at IS NULL")
_NUMBERED = WholeRows(ReturnReceiptTable, "tracking_number = ? AND deleted_at IS NULL ORDER BY id DESC")
_OF_CASE = WholeRows(ReturnReceiptTable, "case_id = ? AND deleted_at IS NULL ORDER BY arrived_at, id")
_WAITING = WholeRows(
    ReturnReceiptTable,
    "state = 'arrived' AND case_id IS NOT NULL AND resent_number = '' AND deleted_at IS NULL"
    f"{_IN_SHOP} ORDER BY arrived_at, id LIMIT ?",
)
_BOX = WholeRows(
    ReturnReceiptTable,
    f"state = 'arrived' AND case_id IS NULL AND deleted_at IS NULL{_SHOP} ORDER BY arrived_at, id LIMIT ?",
)
_REMIND = WholeRows(
    ReturnReceiptTable,
    "state = 'arrived' AND case_id IS NULL AND deleted_at IS NULL AND remind_at <= ?"
    f"{_SHOP} ORDER BY remind_at, id LIMIT ?",
)
_LET_GO = WholeRows(
    ReturnReceiptTable, f"state = 'let_go' AND deleted_at IS NULL{_SHOP} ORDER BY arrived_at DESC, id DESC LIMIT ?"
)
_RECENT = WholeRows(ReturnReceiptTable, f"deleted_at IS NULL{_SHOP} ORDER BY id DESC LIMIT ?")
_NAMED = WholeRows(CaseTable, "id = ?", only=("number", "buyer_nick"))
_AWAITED = WholeRows(
    RegisterEntryTable,
    # Looked for by state; what a later month corrected, which is little, by what it is now.
    "register = 'returned_parcel' AND corrects IS NULL AND deleted_at IS NULL"
    " AND id IN (SELECT o.id FROM register_entry o INDEXED BY register_state WHERE o.register = 'returned_parcel'"
    " AND o.state = 'open' AND o.deleted_at IS NULL UNION ALL SELECT c.corrects FROM register_entry c"
    " INDEXED BY register_corrects WHERE c.corrects IS NOT NULL AND c.register = 'returned_parcel'"
    " AND c.state = 'open')"
    " AND COALESCE((SELECT n.state FROM register_entry n WHERE n.corrects = register_entry.id AND n.deleted_at IS NULL"
    " ORDER BY n.id DESC LIMIT 1), state) = 'open'"
    " AND case_id IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM return_receipt r WHERE r.entry_id = register_entry.id AND r.deleted_at IS NULL)"
    " AND (? IS NULL OR shop_id = ?) ORDER BY entered_at, id LIMIT ?",
    only=("id", "shop_id", "case_id", "columns", "entered_at"),
)
MOST: Final = 2000


def find_receipt(database: CaseDatabase, receipt_id: int) -> ReturnReceipt:
    """One parcel; NotFound `receipt_not_found` if there is none, or it was taken back."""
    found = _records(database, _ONE.read(database, receipt_id))
    if not found:
        raise NotFound("receipt_not_found", receipt=receipt_id)
    return found[0]


def with_number(database: CaseDatabase, number: str) -> tuple[ReturnReceipt, ...]:
    """The parcels that were taken in under this normalised number, newest first."""
    return _records(database, _NUMBERED.read(database, number)) if number else ()


def list_case(database: CaseDatabase, case_id: int) -> tuple[ReturnReceipt, ...]:
    """The parcels a case received, oldest first."""
    return _records(database, _OF_CASE.read(database, case_id))


def list_waiting(database: CaseDatabase, shop_id: int | None, limit: int = MOST) -> tuple[ReturnReceipt, ...]:
    """Parcels of cases that are to be inspected, longest waiting first."""
    return _records(database, _WAITING.read(database, shop_id, shop_id, limit))


def list_box(database: CaseDatabase, shop_id: int | None, limit: int = MOST) -> tuple[ReturnReceipt, ...]:
    """Parcels without an owner, longest lying first; of one shop with those of no shop."""
    return _records(database, _BOX.read(database, shop_id, shop_id, limit))


def list_to_remind(
    database: CaseDatabase, until: datetime, shop_id: int | None, limit: int = MOST
) -> tuple[ReturnReceipt, ...]:
    """Parcels without an owner one was to be reminded of by a moment, the longest overdue first."""
    field: Any = ReturnReceiptTable.remind_at
    return _records(database, _REMIND.read(database, field.db_value(until), shop_id, shop_id, limit))


def list_let_go(database: CaseDatabase, shop_id: int | None, limit: int = MOST) -> tuple[ReturnReceipt, ...]:
    """Parcels whose owner nobody looks for any more, newest first."""
    return _records(database, _LET_GO.read(database, shop_id, shop_id, limit))


def list_recent(database: CaseDatabase, shop_id: int | None, limit: int) -> tuple[ReturnReceipt, ...]:
    """What was taken in last, newest first."""
    return _records(database, _RECENT.read(database, shop_id, shop_id, limit))


def list_awaited(database: CaseDatabase, shop_id: int | None, limit: int = MOST) -> tuple[AwaitedReturn, ...]:
    """Returns that were agreed and have not arrived, oldest first."""
    rows = _AWAITED.read(database, shop_id, shop_id, limit)
    named = _cases(database, {row["case_id"] for row in rows})
    return tuple(
        AwaitedReturn(
            row["id"], row["shop_id"], row["case_id"], *named.get(row["case_id"], ("", "")),
            str(row["columns"].get("buyer_tracking_no") or ""), str(row["columns"].get("item") or ""),
            row["entered_at"],
        )
        for row in rows
    )  # fmt: skip


def count_waiting(database: CaseDatabase, shop_id: int | None) -> int:
    """How many parcels of cases are to be inspected."""
    sql = (
        "SELECT COUNT(*) FROM return_receipt WHERE state = 'arrived' AND case_id IS NOT NULL AND resent_number = ''"
        " AND deleted_at IS NULL AND (? IS NULL OR shop_id = ?)"
    )
    return int(database.execute_sql(sql, (shop_id, shop_id)).fetchone()[0])


def resent_before(database: CaseDatabase, buyer_id: int | None, but: int) -> int:
    """How often parcels to a buyer were sent again at our cost though nobody here was at fault; 0 for nobody."""
    if buyer_id is None:
        return 0
    sql = (
        'SELECT COUNT(*) FROM return_receipt r JOIN "case" c ON c.id = r.case_id WHERE c.buyer_id = ?'
        " AND r.id <> ? AND r.deleted_at IS NULL AND r.kind = ? AND r.resent_number <> ''"
        " AND r.surcharge_bearer = ? AND r.reason IN (?, ?)"
    )
    counted = (UndeliverableReason.NO_DELIVERY_POINT.value, UndeliverableReason.OTHER.value)
    values = (buyer_id, but, ReceiptKind.UNDELIVERABLE.value, Liability.MERCHANT.value, *counted)
    return int(database.execute_sql(sql, values).fetchone()[0])


def _records(database: CaseDatabase, rows: Sequence[dict[str, Any]]) -> tuple[ReturnReceipt, ...]:
    if not rows:
        return ()
    named = _cases(database, {row["case_id"] for row in rows if row["case_id"] is not None})
    photos = _photos(database, [row["id"] for row in rows])
    return tuple(_record(row, named, photos) for row in rows)


def _record(
    row: dict[str, Any], named: Mapping[int, tuple[str, str]], photos: Mapping[int, int]
) -> ReturnReceipt:  # fmt: skip
    number, nick = named.get(row["case_id"], ("", ""))
    surcharge = None if row["surcharge"] is None else Money(row["surcharge"], row["currency"])
    words = {
        "condition": Condition(row["condition"]) if row["condition"] else None,
        "reason": UndeliverableReason(row["reason"]) if row["reason"] else None,
        "surcharge_bearer": Liability(row["surcharge_bearer"]) if row["surcharge_bearer"] else None,
    }
    values = {name: value for name, value in row.items() if name not in _KEPT}
    return ReturnReceipt(
        **values | words, case_number=number, buyer_nick=nick, surcharge=surcharge, photos=photos.get(row["id"], 0)
    )


def _cases(database: CaseDatabase, ids: set[int]) -> dict[int, tuple[str, str]]:
    if len(ids) == 1:
        only = next(iter(ids))
        row = _NAMED.first(database, only)
        return {} if row is None else {only: (row["number"], row["buyer_nick"])}
    found: dict[int, tuple[str, str]] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        sql = f'SELECT id, number, buyer_nick FROM "case" WHERE id IN ({", ".join("?" * len(part))})'  # noqa: S608
        found |= {row[0]: (row[1], row[2]) for row in database.execute_sql(sql, part)}
    return found


def _photos(database: CaseDatabase, ids: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        marks = ", ".join("?" * len(part))
        sql = (
            f"SELECT receipt_id, COUNT(*) FROM receipt_photo WHERE receipt_id IN ({marks})"  # noqa: S608
            " AND deleted_at IS NULL GROUP BY receipt_id"
        )
        found |= dict(database.execute_sql(sql, list(part)).fetchall())
    return found
