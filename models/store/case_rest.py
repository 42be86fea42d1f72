"""Cases that rest: a merged one is only read, an archived one is opened again before its facts change."""

from __future__ import annotations

from typing import Final

from models.errors import UserError
from models.kinds import CaseState
from models.store.transaction import Transaction

# What belongs to a case and goes on with the one it was merged into.
_PARTS: Final = frozenset((
    "note", "evidence", "reply", "step", "resolution", "clock", "case_tag", "annotation", "evidence_request",
    "weighing", "packet_plan",
))  # fmt: skip
# Files and words may come late, and somebody else may look after what is filed (R002-06: the archive is complete);
# what was decided, done or due may not change behind a closed case.
_FILED: Final = frozenset(("step", "resolution", "clock"))
_FACTS: Final = frozenset(
    ("problem", "demand", "liability", "waiting_on", "at_stake", "flag", "summary", "opened_at", "snoozed_until")
)
# A buyer's name stands in every case of theirs.
_FOLLOWING: Final = frozenset(("buyer_id", "buyer_nick"))
_TOGETHER: Final = 500
_RESTING: Final = (
    'SELECT id, number, merged_into IS NOT NULL FROM "case" WHERE id IN ({}) AND (merged_into IS NOT NULL OR state = ?)'
)


def check_rest(transaction: Transaction) -> None:
    """UserError `merged_stays` or `archived_stays` for an action on a case that already rested before it."""
    facts, parts, filed = set[int](), set[int](), set[int]()
    moved, merging = set[int](), set[int]()
    for change in transaction.changes:
        if change.table == "case":
            if change.before is None or "merged_into" in change.after:
                merging.add(change.row_id)
            elif "state" in change.after:
                moved.add(change.row_id)
                parts.add(change.row_id)
            elif not _FACTS.isdisjoint(change.after):
                facts.add(change.row_id)
            elif not _FOLLOWING.issuperset(change.after):
                parts.add(change.row_id)
        elif change.table in _PARTS and not (change.table == "case_tag" and set(change.after) == {"name"}):
            # A tag renamed everywhere is renamed there too.
            owner = transaction.case_of(change)
            if owner is not None:
                (filed if change.table in _FILED else parts).add(owner)
    wanted = sorted((facts | parts | filed) - merging)
    for start in range(0, len(wanted), _TOGETHER):
        some = wanted[start : start + _TOGETHER]
        sql = _RESTING.format(", ".join("?" * len(some)))
        for case_id, number, merged in transaction.database.execute_sql(sql, (*some, CaseState.ARCHIVED.value)):
            if merged:
                raise UserError("merged_stays", case=number)
            if case_id not in moved and (case_id in facts or case_id in filed):
                raise UserError("archived_stays", case=number)
