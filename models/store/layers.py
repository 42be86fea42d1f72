"""The layers drawn over evidence: read as the text that is kept, written quietly, and told once a sitting is over."""

from __future__ import annotations

from collections.abc import Sequence

from models.errors import NotFound, UserError
from models.kinds import Derivation
from models.records import Evidence
from models.store.connection import CaseDatabase
from models.store.evidence import find_evidence
from models.store.transaction import Transaction
from models.tables.evidence import EvidenceTable

_TOGETHER = 500
_READ = "SELECT layer FROM annotation WHERE evidence_id = ? AND deleted_at IS NULL"
_ROW = "SELECT id, layer, deleted_at FROM annotation WHERE evidence_id = ?"
# What cannot be read still counts as a layer: it is there, and is said to be damaged where it is opened.
_COUNTS = """SELECT evidence_id, CASE WHEN json_valid(layer) THEN
        (SELECT COALESCE(SUM(json_array_length(value, '$.marks')), 0) FROM json_each(layer, '$.sheets')) ELSE 1 END
    FROM annotation WHERE deleted_at IS NULL AND evidence_id IN ({})"""
# Evidence that was removed meanwhile counts: Undo brings it back, and what was drawn last must be there then.
_OWNER = """SELECT "case".id, "case".number, merged_into IS NOT NULL FROM evidence
    JOIN "case" ON "case".id = evidence.case_id WHERE evidence.id = ?"""
_CHANGE = "UPDATE annotation SET layer = ?, saved_at = ?, saved_by = ?, deleted_at = ? WHERE evidence_id = ?"
# How many boxes were burned in stands where it was told; a copy moved to another case was told of in the one before.
_BOXES = """SELECT json_extract(d.details, '$.boxes') FROM history h JOIN history_detail d ON d.seq = h.seq
    WHERE (h.case_id = ?1 OR h.case_id IS NOT NULL) AND h.action = 'evidence_derived' AND h.entity_id = ?2
    ORDER BY h.case_id = ?1 DESC, h.seq LIMIT 1"""
_ADD = "INSERT INTO annotation (layer, saved_at, saved_by, deleted_at, evidence_id) VALUES (?, ?, ?, ?, ?)"


def find_layer(database: CaseDatabase, evidence_id: int) -> str | None:
    """The text of the layer of one piece of evidence, None without one. Whether it can be read, the rules say."""
    row = database.execute_sql(_READ, (evidence_id,)).fetchone()
    return None if row is None else str(row[0])


def count_marks(database: CaseDatabase, evidence_ids: Sequence[int]) -> dict[int, int]:
    """How many marks lie over each of these, for those that have a layer."""
    found: dict[int, int] = {}
    for start in range(0, len(evidence_ids), _TOGETHER):
        part = evidence_ids[start : start + _TOGETHER]
        for evidence_id, count in database.execute_sql(_COUNTS.format(", ".join("?" * len(part))), tuple(part)):
            if count:
                found[int(evidence_id)] = int(count)
    return found


def keep_layer(transaction: Transaction, evidence_id: int, layer: str | None) -> bool:
    """Keep a layer, or none; neither history nor Undo knows each stroke. False if it was so already.

    NotFound for evidence that is not there, UserError `merged_stays` for a case that is only read.
    """
    database = transaction.database
    owner = database.execute_sql(_OWNER, (evidence_id,)).fetchone()
    if owner is None:
        raise NotFound("evidence_not_found", evidence=evidence_id)
    if owner[2]:
        raise UserError("merged_stays", case=owner[1])
    row = database.execute_sql(_ROW, (evidence_id,)).fetchone()
    if (row[1] if row is not None and row[2] is None else None) == layer:
        return False
    # An empty layer leaves its row, marked, so that what was drawn can come back into the same one.
    kept = layer if layer is not None else str(row[1])
    gone = None if layer is not None else transaction.now_millis
    values = (kept, transaction.now_millis, transaction.stamp.person, gone, evidence_id)
    database.execute_sql(_ADD if row is None else _CHANGE, values)
    return True


def settle_layer(transaction: Transaction, evidence_id: int, before: str | None) -> bool:
    """Make one step for Undo of all that was kept since `before`. False if nothing came of it."""
    database = transaction.database
    now = find_layer(database, evidence_id)
    if now == before:
        return False
    # Back as it was for a moment, inside the transaction, so that the step goes from there to what is there now.
    keep_layer(transaction, evidence_id, before)
    row_id, _, gone = database.execute_sql(_ROW, (evidence_id,)).fetchone()
    if now is None:
        return transaction.update("annotation", int(row_id), deleted_at=transaction.now_millis)
    if gone is not None and before is None:
        return transaction.update("annotation", int(row_id), layer=now, deleted_at=None)
    return transaction.update("annotation", int(row_id), layer=now)


def remove_layer(transaction: Transaction, evidence_id: int) -> bool:
    """Take a layer back, whatever it says; Undo brings it again. False without one."""
    row = transaction.database.execute_sql(_ROW, (evidence_id,)).fetchone()
    return row is not None and row[2] is None and transaction.remove("annotation", int(row[0]))


def list_redacted(database: CaseDatabase, evidence_id: int) -> tuple[tuple[Evidence, int], ...]:
    """The redacted copies of one piece of evidence, the newest first, each with its number of boxes (0 unknown)."""
    query = EvidenceTable.select(EvidenceTable.id).where(
        (EvidenceTable.parent_id == evidence_id)
        & (EvidenceTable.derivation == Derivation.REDACTED)
        & EvidenceTable.deleted_at.is_null()
    )
    found = []
    for (copy_id,) in query.order_by(EvidenceTable.id.desc()).tuples().execute(database):
        item = find_evidence(database, copy_id)
        row = database.execute_sql(_BOXES, (item.case_id, copy_id)).fetchone()
        found.append((item, int(row[0]) if row is not None and row[0] is not None else 0))
    return tuple(found)
