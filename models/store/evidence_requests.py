"""When a buyer was asked for which evidence."""

from __future__ import annotations

from models.evidence_records import EvidenceRequest
from models.store.connection import CaseDatabase
from models.tables.evidence import EvidenceRequestTable


def list_requests(database: CaseDatabase, case_id: int) -> tuple[EvidenceRequest, ...]:
    """What was asked for in a case, the oldest first."""
    query = EvidenceRequestTable.select().where(
        (EvidenceRequestTable.case_id == case_id) & EvidenceRequestTable.deleted_at.is_null()
    )
    rows = query.order_by(EvidenceRequestTable.asked_at, EvidenceRequestTable.id).dicts().execute(database)
    return tuple(EvidenceRequest(**{name: row[name] for name in row if name != "deleted_at"}) for row in rows)
