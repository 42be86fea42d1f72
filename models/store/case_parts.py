"""What hangs on a case and can go over to another one: the rows by their ids, in the order they came in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from peewee import fn

from models.kinds import StepState
from models.store.connection import CaseDatabase
from models.tables.case import CaseTable, CaseTagTable, NoteTable, ReplyTable, StepTable
from models.tables.evidence import EvidenceRequestTable
from models.tables.receiving import ReturnReceiptTable
from models.tables.register import HandOverItemTable, RegisterEntryTable, ReviewTable

MOVING: Final = {
    "note": NoteTable, "reply": ReplyTable, "register_entry": RegisterEntryTable,
    "evidence_request": EvidenceRequestTable, "hand_over_item": HandOverItemTable,
    "return_receipt": ReturnReceiptTable, "review": ReviewTable,
}  # fmt: skip
"""The tables of which a row goes over as it is."""


def row_ids(database: CaseDatabase, noun: str, case_id: int) -> tuple[int, ...]:
    """The rows of one of these tables that belong to a case."""
    table: Any = MOVING[noun]
    query = table.select(table.id).where((table.case_id == case_id) & table.deleted_at.is_null())
    return tuple(row[0] for row in query.order_by(table.id).tuples().execute(database))


def tag_rows(database: CaseDatabase, case_id: int) -> Mapping[str, int]:
    """The tags of a case with their rows."""
    query = CaseTagTable.select(CaseTagTable.name, CaseTagTable.id).where(
        (CaseTagTable.case_id == case_id) & CaseTagTable.deleted_at.is_null()
    )
    return dict(query.order_by(CaseTagTable.id).tuples().execute(database))


def step_rows(database: CaseDatabase, case_id: int) -> tuple[int, ...]:
    """The open steps of a case, in order; what was done or left out stays where it was."""
    query = StepTable.select(StepTable.id).where(
        (StepTable.case_id == case_id) & StepTable.deleted_at.is_null() & (StepTable.state == StepState.OPEN)
    )
    return tuple(row[0] for row in query.order_by(StepTable.position, StepTable.id).tuples().execute(database))


def last_position(database: CaseDatabase, case_id: int) -> int:
    """The position of the last step of a case, 0 for none."""
    query = StepTable.select(fn.MAX(StepTable.position)).where(StepTable.case_id == case_id)
    return next(iter(query.tuples().execute(database)))[0] or 0


def copied_columns(database: CaseDatabase, case_id: int) -> dict[str, Any]:
    """The columns of a case that repeat what stands elsewhere: of its order, its buyer and its handler."""
    query = CaseTable.select(
        CaseTable.order_number, CaseTable.buyer_nick, CaseTable.handler_name, CaseTable.currency
    ).where(CaseTable.id == case_id)
    row: dict[str, Any] = next(iter(query.dicts().execute(database)))
    return row
