"""Register entries: of a month, of a case, one with the lines that correct it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from models.errors import NotFound
from models.kinds import RegisterKind
from models.records import RegisterEntry
from models.rules import register_nets
from models.rules.register_nets import Net
from models.store.connection import CaseDatabase
from models.store.orders import money_or_none
from models.store.whole_rows import WholeRows
from models.tables.case import CaseTable
from models.tables.register import RegisterEntryTable

_OF_CASE = WholeRows(RegisterEntryTable, "case_id = ? AND deleted_at IS NULL ORDER BY id")
_ONE = WholeRows(RegisterEntryTable, "id = ? AND deleted_at IS NULL")
_CORRECTING = WholeRows(RegisterEntryTable, "corrects = ? AND deleted_at IS NULL ORDER BY id")
_NAMED = WholeRows(CaseTable, "id = ?", only=("number", "buyer_nick"))


def _select() -> Any:
    return (
        RegisterEntryTable.select(*RegisterEntryTable._meta.sorted_fields, CaseTable.number, CaseTable.buyer_nick)
        .join(CaseTable, JOIN.LEFT_OUTER, on=(CaseTable.id == RegisterEntryTable.case_id))
        .where(RegisterEntryTable.deleted_at.is_null())
    )


def _record(row: dict[str, Any]) -> RegisterEntry:
    return RegisterEntry(
        id=row["id"], register=row["register"], case_id=row["case_id"], case_number=row["number"] or "",
        buyer_nick=row["buyer_nick"] or "", entered_at=row["entered_at"], entered_by=row["entered_by"],
        amount=money_or_none(row["amount"], row["currency"]), columns=row["columns"], shop_id=row["shop_id"],
        state=row["state"], origin=row["origin"], corrects=row["corrects"], reason=row["reason"],
        allowed=money_or_none(row["allowed"], row["currency"]),
        received=money_or_none(row["received"], row["currency"]), points=row["points"], due_at=row["due_at"],
        handed_in_at=row["handed_in_at"], answered_at=row["answered_at"], received_at=row["received_at"],
    )  # fmt: skip


def list_entries(
    database: CaseDatabase, register: RegisterKind, *, start: datetime, end: datetime, shop_id: int | None = None
) -> tuple[RegisterEntry, ...]:
    """The entries of one register from `start` up to, not including, `end`, oldest first; of one shop if given.

    What belongs to no shop yet stands with every one.
    """
    query = _select().where(
        (RegisterEntryTable.register == register)
        & (RegisterEntryTable.entered_at >= start)
        & (RegisterEntryTable.entered_at < end)
    )
    if shop_id is not None:
        owner = fn.COALESCE(RegisterEntryTable.shop_id, CaseTable.shop_id)
        query = query.where((owner == shop_id) | owner.is_null())
    ordered = query.order_by(RegisterEntryTable.entered_at, RegisterEntryTable.id)
    return tuple(_record(row) for row in ordered.dicts().execute(database))


def list_case_entries(database: CaseDatabase, case_id: int) -> tuple[RegisterEntry, ...]:
    """What a case wrote into the registers."""
    return _with_cases(database, _OF_CASE.read(database, case_id))


def find_entry(database: CaseDatabase, entry_id: int) -> RegisterEntry:
    """One line; NotFound `register_entry_not_found` if there is none."""
    found = _with_cases(database, _ONE.read(database, entry_id))
    if not found:
        raise NotFound("register_entry_not_found", entry=entry_id)
    return found[0]


def load_chain(database: CaseDatabase, entry_id: int) -> tuple[RegisterEntry, tuple[RegisterEntry, ...]]:
    """The line a chain begins with and those that correct it, oldest first; `entry_id` is any of them. NotFound."""
    root = find_entry(database, entry_id)
    if root.corrects is not None:
        root = find_entry(database, root.corrects)
    return root, list_corrections(database, root.id)


def list_corrections(database: CaseDatabase, entry_id: int) -> tuple[RegisterEntry, ...]:
    """The lines that correct a line, oldest first."""
    return _with_cases(database, _CORRECTING.read(database, entry_id))


def net_of(
    database: CaseDatabase, root: RegisterEntry, corrections: Sequence[RegisterEntry], *, but: int | None = None
) -> Net:
    """What a chain says together, in the currency of its rows."""
    currency = database.execute_sql("SELECT currency FROM register_entry WHERE id = ?", (root.id,)).fetchone()[0]
    return register_nets.net_of(root, corrections, currency, but=but)


def currency_of(database: CaseDatabase, case_id: int | None, shop_id: int | None) -> str:
    """The currency of lines without an amount: the case's, the shop's, or the first shop's for what is of neither."""
    for sql, of in (
        ('SELECT currency FROM "case" WHERE id = ?', case_id), ("SELECT currency FROM shop WHERE id = ?", shop_id),
    ):  # fmt: skip
        row = database.execute_sql(sql, (of,)).fetchone() if of is not None else None
        if row is not None:
            return str(row[0])
    first = database.execute_sql("SELECT currency FROM shop ORDER BY id LIMIT 1").fetchone()
    return str(first[0]) if first is not None else "CNY"


def _with_cases(database: CaseDatabase, rows: Sequence[dict[str, Any]]) -> tuple[RegisterEntry, ...]:
    """The rows as entries, each named after its case."""
    cases: dict[int | None, dict[str, Any] | None] = {None: None}
    for case_id in {row["case_id"] for row in rows} - {None}:
        cases[case_id] = _NAMED.first(database, case_id)
    nameless = {"number": None, "buyer_nick": None}
    return tuple(_record(row | (cases[row["case_id"]] or nameless)) for row in rows)
