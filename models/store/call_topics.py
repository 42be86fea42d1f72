"""What there is to talk about with many buyers at once, for lists of calls: last order, open cases, promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from models.call_back_records import CallTopic
from models.clock import from_millis
from models.kinds import Problem
from models.store.connection import CaseDatabase

_TOGETHER = 500
_BUYERS = (
    "SELECT b.id, b.birthday, b.call_hours, b.note, b.phone_wrong_at IS NOT NULL, o.created_at,"
    " (SELECT l.item_title FROM order_line l WHERE l.order_id = o.id ORDER BY l.position LIMIT 1) FROM buyer b"
    ' LEFT JOIN "order" o ON o.id = (SELECT n.id FROM "order" n WHERE n.buyer_id = b.id AND n.created_at IS NOT NULL'
    " ORDER BY n.created_at DESC, n.id DESC LIMIT 1) WHERE b.id IN ({})"
)
_OPEN_CASES = (
    'SELECT buyer_id, number, problem FROM "case" WHERE buyer_id IN ({}) AND deleted_at IS NULL AND merged_into IS NULL'
    " AND state NOT IN ('done', 'archived') ORDER BY opened_at DESC, id DESC"
)
_PROMISES = (
    "SELECT buyer_id, subject FROM call_back WHERE buyer_id IN ({}) AND state = 'due' AND kind = 'promise'"
    " AND deleted_at IS NULL ORDER BY due_on, id"
)
_CASES = 'SELECT id, number, problem FROM "case" WHERE id IN ({})'


def load_topics(database: CaseDatabase, buyer_ids: Iterable[int]) -> Mapping[int, CallTopic]:
    """The topics of these buyers."""
    found: dict[int, CallTopic] = {}
    for part in _parts(buyer_ids):
        marks = ", ".join("?" * len(part))
        cases: dict[int, list[tuple[str, Problem]]] = {}
        for buyer_id, number, problem in database.execute_sql(_OPEN_CASES.format(marks), part):
            cases.setdefault(buyer_id, []).append((number, Problem(problem)))
        promises: dict[int, list[str]] = {}
        for buyer_id, subject in database.execute_sql(_PROMISES.format(marks), part):
            promises.setdefault(buyer_id, []).append(subject)
        for row in database.execute_sql(_BUYERS.format(marks), part):
            ordered = from_millis(row[5]) if row[5] is not None else None
            found[row[0]] = CallTopic(
                row[1], row[2], row[3], bool(row[4]), ordered, row[6] or "", tuple(cases.get(row[0], ())),
                tuple(promises.get(row[0], ())),
            )  # fmt: skip
    return found


def load_case_names(database: CaseDatabase, case_ids: Iterable[int]) -> Mapping[int, tuple[str, Problem]]:
    """Number and problem of these cases."""
    found: dict[int, tuple[str, Problem]] = {}
    for part in _parts(case_ids):
        marks = ", ".join("?" * len(part))
        for case_id, number, problem in database.execute_sql(_CASES.format(marks), part):
            found[case_id] = (number, Problem(problem))
    return found


def _parts(ids: Iterable[int]) -> Iterator[Sequence[int]]:
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), _TOGETHER):
        yield every[start : start + _TOGETHER]
