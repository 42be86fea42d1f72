"""Evidence rows: of one case, and over all cases."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from peewee import fn

from models.clock import from_millis
from models.errors import NotFound
from models.records import Evidence, EvidenceRow
from models.store.connection import CaseDatabase
from models.tables.case import CaseTable
from models.tables.evidence import EvidenceTable, WeighingTable
from models.tables.fields import KindField, UtcField

_TOGETHER = 5_000


def _record(row: dict[str, Any]) -> Evidence:
    row.pop("deleted_at")
    return Evidence(**{**row, "made_of": tuple(row["made_of"])})


def _reader(name: str) -> Callable[[Any], Any]:
    """How a column's value is read; words of closed lists and moments are looked up once, as thousands repeat."""
    field = EvidenceTable._meta.fields[name]
    if isinstance(field, KindField):
        return {word.value: word for word in field.kind}.__getitem__
    if name == "made_of":
        return lambda value: tuple(json.loads(value)) if value != "[]" else ()
    if isinstance(field, UtcField):
        return lambda value: None if value is None else from_millis(value)
    return lambda value: value


_COLUMNS = tuple(each.name for each in fields(Evidence))
_READERS = tuple(
    (place, _reader(name))
    for place, name in enumerate(_COLUMNS)
    if name == "made_of" or isinstance(EvidenceTable._meta.fields[name], KindField | UtcField)
)
_OF_CASE = (
    f"SELECT {', '.join(_COLUMNS)} FROM evidence WHERE case_id = ? AND deleted_at IS NULL"  # noqa: S608
    " ORDER BY exhibit IS NULL, exhibit, number"
)


def list_case_evidence(database: CaseDatabase, case_id: int) -> tuple[Evidence, ...]:
    """The evidence of one case: exhibits in their order, then the rest as it came in.

    Read without the query builder, which takes three times as long: a case may hold 20,000 pieces.
    """
    found = []
    for row in database.execute_sql(_OF_CASE, (case_id,)):
        values = list(row)
        for place, read in _READERS:
            values[place] = read(values[place])
        found.append(Evidence(*values))
    return tuple(found)


def find_many(database: CaseDatabase, ids: Sequence[int]) -> list[Evidence]:
    """These pieces of evidence, in this order, each once; what was removed is left out. NotFound for an unknown id."""
    known: dict[int, Evidence | None] = {}
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), _TOGETHER):
        query = EvidenceTable.select().where(EvidenceTable.id.in_(wanted[start : start + _TOGETHER]))
        for row in query.dicts().execute(database):
            known[row["id"]] = None if row["deleted_at"] is not None else _record(row)
    for evidence_id in wanted:
        if evidence_id not in known:
            raise NotFound("evidence_not_found", evidence=evidence_id)
    return [item for evidence_id in wanted if (item := known[evidence_id]) is not None]


def list_hashes(database: CaseDatabase, case_id: int) -> dict[str, int]:
    """The SHA-256 of all evidence of a case, with the id of the piece."""
    query = EvidenceTable.select(EvidenceTable.sha256, EvidenceTable.id).where(
        (EvidenceTable.case_id == case_id) & EvidenceTable.deleted_at.is_null()
    )
    return {sha256: int(found) for sha256, found in query.tuples().execute(database)}


def weighings_with(database: CaseDatabase, evidence_id: int, case_id: int) -> tuple[int, ...]:
    """The weighings of a case whose reading this piece shows."""
    query = WeighingTable.select(WeighingTable.id).where(
        (WeighingTable.scale_evidence_id == evidence_id) & (WeighingTable.case_id == case_id)
    )
    return tuple(int(row[0]) for row in query.tuples().execute(database))


def find_evidence(database: CaseDatabase, evidence_id: int) -> Evidence:
    """One piece of evidence; NotFound if there is none."""
    for row in EvidenceTable.select().where(EvidenceTable.id == evidence_id).dicts().execute(database):
        return _record(row)
    raise NotFound("evidence_not_found", evidence=evidence_id)


def find_same_many(database: CaseDatabase, case_id: int, hashes: Sequence[str]) -> dict[str, tuple[int, int]]:
    """(id, number) by hash of what is already in the case, of these hashes."""
    found: dict[str, tuple[int, int]] = {}
    for start in range(0, len(hashes), 500):
        part = list(hashes[start : start + 500])
        query = EvidenceTable.select(EvidenceTable.sha256, EvidenceTable.id, EvidenceTable.number).where(
            (EvidenceTable.case_id == case_id) & EvidenceTable.sha256.in_(part) & EvidenceTable.deleted_at.is_null()
        )
        for sha256, evidence_id, number in query.tuples().execute(database):
            found.setdefault(sha256, (evidence_id, number))
    return found


def next_number(database: CaseDatabase, case_id: int) -> int:
    """The next number in a case; numbers of evidence deleted or moved to another case are not used again."""
    query = EvidenceTable.select(fn.MAX(EvidenceTable.number)).where(EvidenceTable.case_id == case_id)
    here: int = next(iter(query.tuples().execute(database)))[0] or 0
    gone = CaseTable.select(CaseTable.evidence_gone).where(CaseTable.id == case_id).tuples().execute(database)
    return max([here, *(int(row[0]) for row in gone)]) + 1


def load_evidence_rows(database: CaseDatabase, ids: Sequence[int]) -> dict[int, EvidenceRow]:
    """What the gallery over all cases shows of these ids."""
    query = (
        EvidenceTable.select(
            *EvidenceTable._meta.sorted_fields, CaseTable.number.alias("case_number"), CaseTable.buyer_nick,
            CaseTable.problem,
        )
        .join(CaseTable, on=(CaseTable.id == EvidenceTable.case_id))
        .where(EvidenceTable.id.in_(list(ids)))
    )  # fmt: skip
    found = {}
    for row in query.dicts().execute(database):
        number, nick, problem = row.pop("case_number"), row.pop("buyer_nick"), row.pop("problem")
        found[row["id"]] = EvidenceRow(_record(row), number, nick, problem)
    return found
