"""What stands beside a case in the tables of other registers: its open invoice, its reviews, items left about it."""

from __future__ import annotations

from collections.abc import Mapping

from models.store.connection import CaseDatabase


def open_invoices(database: CaseDatabase, case_id: int) -> tuple[int, ...]:
    """The lines of invoices still owed in a case, oldest first."""
    rows = database.execute_sql(
        "SELECT e.id FROM register_entry AS e WHERE e.case_id = ? AND e.register = 'invoice' AND e.corrects IS NULL"
        " AND e.deleted_at IS NULL AND COALESCE((SELECT n.state FROM register_entry AS n WHERE n.corrects = e.id"
        " AND n.deleted_at IS NULL ORDER BY n.id DESC LIMIT 1), e.state) = 'open' ORDER BY e.id",
        (case_id,),
    )
    return tuple(int(row[0]) for row in rows)


def reviews_of(database: CaseDatabase, case_id: int) -> Mapping[int, bool]:
    """The reviews of a case, and whether the program wrote one that nobody has done anything with since."""
    rows = database.execute_sql(
        "SELECT id, origin = 'wizard' AND state = 'open' AND text = '' AND reply = '' AND note = '' AND problems = '[]'"
        " AND reported_at IS NULL FROM review WHERE case_id = ? AND deleted_at IS NULL ORDER BY id",
        (case_id,),
    )
    return {int(row[0]): bool(row[1]) for row in rows}


def reviews_written(database: CaseDatabase, shop_id: int, digest: str) -> tuple[bool, ...]:
    """The reviews a shop has or had under a digest: whether each is still there."""
    sql = "SELECT deleted_at IS NULL FROM review WHERE shop_id = ? AND digest = ?"
    rows = database.execute_sql(sql, (shop_id, digest))
    return tuple(bool(row[0]) for row in rows)


def item_is_left(database: CaseDatabase, case_id: int, text: str) -> bool:
    """Whether an item with these words about a case is still to be cleared."""
    return database.execute_sql(
        "SELECT 1 FROM hand_over_item WHERE case_id = ? AND text = ? AND state IN ('open', 'taken')"
        " AND deleted_at IS NULL LIMIT 1",
        (case_id, text),
    ).fetchone() is not None  # fmt: skip


def has_receipt(database: CaseDatabase, entry_id: int) -> bool:
    """Whether a parcel came in for a line."""
    return database.execute_sql(
        "SELECT 1 FROM return_receipt WHERE entry_id = ? AND deleted_at IS NULL LIMIT 1", (entry_id,)
    ).fetchone() is not None  # fmt: skip


def copied(database: CaseDatabase, case_id: int) -> Mapping[str, str]:
    """Number of the order and nick of the buyer, as they stand in a case."""
    row = database.execute_sql('SELECT order_number, buyer_nick FROM "case" WHERE id = ?', (case_id,)).fetchone()
    return {"order_number": row[0], "buyer_nick": row[1]}
