"""The tags of cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peewee import fn

from models.store.connection import CaseDatabase
from models.tables.case import CaseTagTable

_TOGETHER = 1000

# Put together here: the window reads the tags of a page of rows while it scrolls.
_TAGS_OF = (
    'SELECT "case_id", "name" FROM "case_tag" AS "t1" WHERE "case_id" IN ({}) AND "deleted_at" IS NULL'
    ' ORDER BY "case_id", "name"'
)


def tags_of(database: CaseDatabase, case_ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """The tags of these cases in the order of their names; cases without any are left out."""
    found: dict[int, tuple[str, ...]] = {}
    rows = database.execute_sql(_TAGS_OF.format(", ".join("?" * len(case_ids))), list(case_ids)).fetchall()
    for case_id, name in rows:
        found[case_id] = (*found.get(case_id, ()), name)
    return found


def count_tags(database: CaseDatabase) -> Mapping[str, int]:
    """Every tag in use with how many cases have it, by name."""
    query = (
        CaseTagTable.select(CaseTagTable.name, fn.COUNT(CaseTagTable.id))
        .where(CaseTagTable.deleted_at.is_null())
        .group_by(CaseTagTable.name)
        .order_by(CaseTagTable.name)
    )
    return dict(query.tuples().execute(database))


def find_tag_rows(database: CaseDatabase, case_ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """The tags of these cases with the ids of their rows; every case is there, also one without a tag."""
    found: dict[int, dict[str, int]] = {case_id: {} for case_id in case_ids}
    wanted = list(found)
    for start in range(0, len(wanted), _TOGETHER):
        query = CaseTagTable.select(CaseTagTable.case_id, CaseTagTable.name, CaseTagTable.id).where(
            CaseTagTable.case_id.in_(wanted[start : start + _TOGETHER]) & CaseTagTable.deleted_at.is_null()
        )
        for case_id, name, row_id in query.tuples().execute(database):
            found[case_id][name] = row_id
    return found


def find_tagged(database: CaseDatabase, name: str) -> dict[int, int]:
    """The cases with a tag, and the ids of the rows that say so."""
    query = (
        CaseTagTable.select(CaseTagTable.case_id, CaseTagTable.id)
        .where((CaseTagTable.name == name) & CaseTagTable.deleted_at.is_null())
        .order_by(CaseTagTable.case_id)
    )
    return dict(query.tuples().execute(database))
