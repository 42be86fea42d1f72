"""Other cases of the same story: linked by hand, merged, split off, or of the same order or buyer."""

from __future__ import annotations

from typing import Any

from models.errors import NotFound
from models.kinds import LinkKind
from models.records import Case, RelatedCase, Relation
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.case import CaseLinkTable, CaseTable

_FORWARD = {
    LinkKind.RELATED: Relation.RELATED, LinkKind.MERGED: Relation.MERGED_INTO, LinkKind.SPLIT: Relation.SPLIT_OFF,
}  # fmt: skip
_BACKWARD = {
    LinkKind.RELATED: Relation.RELATED, LinkKind.MERGED: Relation.MERGED_HERE, LinkKind.SPLIT: Relation.SPLIT_FROM,
}  # fmt: skip
_FIELDS = (CaseTable.id, CaseTable.number, CaseTable.problem, CaseTable.state, CaseTable.opened_at)
_SHOWN = ("id", "number", "problem", "state", "opened_at")
_OTHERS = " AND id <> ? AND deleted_at IS NULL ORDER BY opened_at DESC LIMIT ?"
_LINKED = (
    ("other_id", _FORWARD, WholeRows(CaseLinkTable, "case_id = ? AND deleted_at IS NULL")),
    ("case_id", _BACKWARD, WholeRows(CaseLinkTable, "other_id = ? AND deleted_at IS NULL")),
)
_OF_ORDER = WholeRows(CaseTable, f"order_id = ?{_OTHERS}", only=_SHOWN)
_OF_BUYER = WholeRows(CaseTable, f"buyer_id = ?{_OTHERS}", only=_SHOWN)


def list_related(database: CaseDatabase, case: Case, limit: int = 20) -> tuple[RelatedCase, ...]:
    """Cases linked to one first, then the newest others of its order and of its buyer, each once."""
    links: dict[int, tuple[Relation, int]] = {}
    for theirs, ways, links_of in _LINKED:
        for link in links_of.read(database, case.id):
            links[link[theirs]] = (ways[link["kind"]], link["id"])
    found: dict[int, RelatedCase] = {}
    if links:
        for row in CaseTable.select(*_FIELDS).where(CaseTable.id.in_(list(links))).tuples().execute(database):
            relation, link_id = links[row[0]]
            found[row[0]] = _related(row, relation, link_id)
    for others, wanted, relation in (
        (_OF_ORDER, case.order_id, Relation.SAME_ORDER), (_OF_BUYER, case.buyer_id, Relation.SAME_BUYER),
    ):  # fmt: skip
        if wanted is None:
            continue
        for other in others.read(database, wanted, case.id, limit):
            row = tuple(other[name] for name in _SHOWN)
            found.setdefault(row[0], _related(row, relation))
    return tuple(found.values())[:limit]


def _related(row: tuple[Any, ...], relation: Relation, link_id: int | None = None) -> RelatedCase:
    case_id, number, problem, state, opened_at = row
    return RelatedCase(case_id, number, problem, state, opened_at, relation, link_id)


def find_link(database: CaseDatabase, first: int, second: int) -> int | None:
    """The link between two cases, whichever way round it was made."""
    between = (CaseLinkTable.case_id == first) & (CaseLinkTable.other_id == second)
    back = (CaseLinkTable.case_id == second) & (CaseLinkTable.other_id == first)
    query = CaseLinkTable.select(CaseLinkTable.id).where((between | back) & CaseLinkTable.deleted_at.is_null())
    found = next(iter(query.tuples().execute(database)), None)
    return int(found[0]) if found else None


def read_link(database: CaseDatabase, link_id: int) -> tuple[int, int, LinkKind]:
    """The two cases of a link and its kind; NotFound if there is none."""
    query = CaseLinkTable.select(CaseLinkTable.case_id, CaseLinkTable.other_id, CaseLinkTable.kind).where(
        (CaseLinkTable.id == link_id) & CaseLinkTable.deleted_at.is_null()
    )
    for first, second, kind in query.tuples().execute(database):
        return int(first), int(second), kind
    raise NotFound("link_not_found", link=link_id)


def related_links(database: CaseDatabase, case_id: int) -> tuple[tuple[int, bool, int], ...]:
    """The links made by hand of a case: link, whether the case comes first in it, the other case."""
    query = CaseLinkTable.select(CaseLinkTable.id, CaseLinkTable.case_id, CaseLinkTable.other_id).where(
        ((CaseLinkTable.case_id == case_id) | (CaseLinkTable.other_id == case_id))
        & (CaseLinkTable.kind == LinkKind.RELATED)
        & CaseLinkTable.deleted_at.is_null()
    )
    return tuple(
        (link_id, first == case_id, second if first == case_id else first)
        for link_id, first, second in query.order_by(CaseLinkTable.id).tuples().execute(database)
    )


def merged_here(database: CaseDatabase, case_id: int) -> tuple[int, ...]:
    """The cases merged into one, and those merged into these; the index on merged_into serves each step."""
    rows = database.execute_sql(
        'WITH RECURSIVE family (id) AS (SELECT id FROM "case" WHERE merged_into = ? UNION'
        ' SELECT other.id FROM "case" other JOIN family ON other.merged_into = family.id) SELECT id FROM family',
        (case_id,),
    ).fetchall()
    return tuple(sorted(row[0] for row in rows))


def kept_case(database: CaseDatabase, case_id: int) -> int:
    """The case that a merged one leads to in the end; the case itself if it was not merged."""
    seen = {case_id}
    while True:
        query = CaseTable.select(CaseTable.merged_into).where(CaseTable.id == case_id)
        found = next(iter(query.tuples().execute(database)), None)
        if found is None or found[0] is None or found[0] in seen:
            return case_id
        case_id = int(found[0])
        seen.add(case_id)
