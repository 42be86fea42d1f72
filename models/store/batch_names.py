"""What names the buyers of cases: their nicks, names and numbers, so that a report for others can leave them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.store.connection import CaseDatabase

_SQL = """SELECT c.id, c.buyer_nick, b.nick, b.name, b.phone, o.receiver, o.phone
    FROM "case" AS c LEFT JOIN buyer AS b ON b.id = c.buyer_id LEFT JOIN "order" AS o ON o.id = c.order_id
    WHERE c.id IN ({})"""
_TOGETHER = 500


def buyer_names(database: CaseDatabase, case_ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """By case, every nick, name and phone number known of its buyer and receiver."""
    found: dict[int, tuple[str, ...]] = {}
    for start in range(0, len(case_ids), _TOGETHER):
        part = case_ids[start : start + _TOGETHER]
        marks = ", ".join("?" * len(part))
        for case_id, *names in database.execute_sql(_SQL.format(marks), tuple(part)):
            found[case_id] = tuple(dict.fromkeys(str(name) for name in names if name))
    return found
