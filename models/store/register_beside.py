"""What stands beside a case in the tables of other registers: its open invoice, its reviews, items left about it."""

from __future__ import annotations

from collections.abc import Mapping

from models.store.connection import CaseDatabase


def open_invoice(database: CaseDatabase, case_id: int) -> int | None:
    """The line of an invoice still owed in a case; None where none is."""
    row = database.execute_sql(
        "SELECT id FROM register_entry WHERE case_id = ? AND register = 'invoice' AND state = 'open'"
        " AND corrects IS NULL AND deleted_at IS NULL ORDER BY id LIMIT 1",
        (case_id,),
    ).fetchone()
    return None if row is None else int(row[0])


def reviews_of(database: CaseDatabase, case_id: int) -> Mapping[int, bool]:
    """The reviews of a case, and whether the program wrote one that nobody has done anything with since."""
    rows = database.execute_sql(
        "SELECT id, origin = 'wizard' AND state = 'open' AND text = '' AND reply = '' AND note = '' AND problems = '[]'"
        " AND reported_at IS NULL FROM review WHERE case_id = ? AND deleted_at IS NULL ORDER BY id",
        (case_id,),
    )
    return {int(row[0]): bool(row[1]) for row in rows}


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
