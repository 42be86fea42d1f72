"""Other cases of the same story: linked by hand, merged, split off, or of the same order or buyer."""

from __future__ import annotations

from typing import Any

from models.kinds import LinkKind
from models.records import Case, RelatedCase, Relation
from models.store.connection import CaseDatabase
from models.tables.case import CaseLinkTable, CaseTable

_FORWARD = {
    LinkKind.RELATED: Relation.RELATED, LinkKind.MERGED: Relation.MERGED_INTO, LinkKind.SPLIT: Relation.SPLIT_OFF,
}  # fmt: skip
_BACKWARD = {
    LinkKind.RELATED: Relation.RELATED, LinkKind.MERGED: Relation.MERGED_HERE, LinkKind.SPLIT: Relation.SPLIT_FROM,
}  # fmt: skip
_FIELDS = (CaseTable.id, CaseTable.number, CaseTable.problem, CaseTable.state, CaseTable.opened_at)


def list_related(database: CaseDatabase, case: Case, limit: int = 20) -> tuple[RelatedCase, ...]:
    """Cases linked to one first, then the newest others of its order and of its buyer, each once."""
    links: dict[int, tuple[Relation, int]] = {}
    for mine, theirs, ways in (
        (CaseLinkTable.case_id, CaseLinkTable.other_id, _FORWARD),
        (CaseLinkTable.other_id, CaseLinkTable.case_id, _BACKWARD),
    ):
        query = CaseLinkTable.select(theirs, CaseLinkTable.kind, CaseLinkTable.id)
        for other, kind, link_id in (
            query.where((mine == case.id) & CaseLinkTable.deleted_at.is_null()).tuples().execute(database)
        ):
            links[other] = (ways[kind], link_id)
    found: dict[int, RelatedCase] = {}
    for row in CaseTable.select(*_FIELDS).where(CaseTable.id.in_(list(links))).tuples().execute(database):
        relation, link_id = links[row[0]]
        found[row[0]] = _related(row, relation, link_id)
    for column, wanted, relation in (
        (CaseTable.order_id, case.order_id, Relation.SAME_ORDER),
        (CaseTable.buyer_id, case.buyer_id, Relation.SAME_BUYER),
    ):
        if wanted is None:
            continue
        others = CaseTable.select(*_FIELDS).where(
            (column == wanted) & (CaseTable.id != case.id) & CaseTable.deleted_at.is_null()
        )
        for row in others.order_by(CaseTable.opened_at.desc()).limit(limit).tuples().execute(database):
            found.setdefault(row[0], _related(row, relation))
    return tuple(found.values())[:limit]


def _related(row: tuple[Any, ...], relation: Relation, link_id: int | None = None) -> RelatedCase:
    case_id, number, problem, state, opened_at = row
    return RelatedCase(case_id, number, problem, state, opened_at, relation, link_id)
