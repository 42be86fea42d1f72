"""How far the checklist of each case is filled, kept beside the case: forgotten when what it rests on changes.

A count is no change of the case: neither history, nor Undo, nor the time of the last change knows of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from models.evidence_records import Completeness
from models.kinds import CaseState
from models.store.connection import CaseDatabase

_EVERY: Final[frozenset[str]] = frozenset()
# Columns whose change may change what a case needs or what of it is there; all columns where none is named.
_RESTS_ON: Final[Mapping[str, frozenset[str]]] = {
    "evidence": frozenset({"tag", "case_id", "deleted_at", "integrity", "parent_id", "derivation"}),
    "case": frozenset(
        {"problem", "demand", "liability", "order_id", "buyer_id", "shop_id", "opened_at", "deleted_at"}
    ),
    "resolution": _EVERY, "draft": _EVERY, "weighing": _EVERY, "register_entry": _EVERY,
    "step": frozenset({"state", "done_at", "deleted_at", "case_id"}),
    "order": _EVERY, "order_line": _EVERY, "parcel": _EVERY,
}  # fmt: skip
_OF_ORDER: Final = frozenset({"order", "order_line", "parcel"})
# What is true of every case at once: other rules, other numbers, another platform or country of a shop.
_OF_ALL: Final[Mapping[str, frozenset[str]]] = {
    "pack_number": _EVERY, "own_pack": _EVERY, "shop": frozenset({"platform", "country", "packs", "time_zone"}),
}  # fmt: skip
_TOGETHER: Final = 500
_FORGET = 'UPDATE "case" SET evidence_needed = NULL, evidence_there = NULL, evidence_due = NULL'
_SET = (
    'UPDATE "case" SET evidence_needed = ?, evidence_there = ?, evidence_due = ? WHERE id = ? AND (evidence_needed IS'
    " NOT ? OR evidence_there IS NOT ? OR evidence_due IS NOT ?)"
)


class StaleCounts:
    """Gathers, during a transaction, the cases whose count no longer holds."""

    def __init__(self, database: CaseDatabase) -> None:
        self._database = database
        self._cases: set[int] = set()
        self._orders: set[int] = set()
        self._all = False

    def note(
        self, table: str, row_id: int, before: Mapping[str, Any] | None, after: Mapping[str, Any], owner: int | None
    ) -> None:
        """A row was written. `owner` is the case it belongs to now; one it left is found in `before`."""
        changed = after.keys() if before is None else {name for name in after if after[name] != before.get(name)}
        if table in _OF_ALL and _bears(_OF_ALL[table], changed):
            # A shop that was just made has no cases yet.
            self._all |= table != "shop" or before is not None
        if not _bears(_RESTS_ON.get(table), changed) and not _disputed(table, before, after):
            return
        if table in _OF_ORDER:
            self._orders.add(row_id if table == "order" else self._order_of(table, row_id))
            return
        self._cases.update(
            int(each) for each in (owner, (before or {}).get("case_id"), after.get("case_id")) if each is not None
        )

    def forget(self, case_ids: Iterable[int]) -> None:
        """Say that what these cases need or have was changed in another way."""
        self._cases.update(case_ids)

    def forget_all(self) -> None:
        """Say that rules or numbers changed."""
        self._all = True

    @property
    def any(self) -> bool:
        """Whether some counts no longer hold."""
        return bool(self._all or self._cases or self._orders)

    def finish(self) -> None:
        """Forget the counts; called once, before the commit. Nothing is counted here."""
        if self._all:
            self._database.execute_sql(f"{_FORGET} WHERE evidence_needed IS NOT NULL")
            return
        for column, ids in (("id", self._cases), ("order_id", self._orders)):
            found = sorted(ids)
            for start in range(0, len(found), _TOGETHER):
                part = found[start : start + _TOGETHER]
                marks = ", ".join("?" * len(part))
                self._database.execute_sql(
                    f"{_FORGET} WHERE {column} IN ({marks}) AND evidence_needed IS NOT NULL", part
                )

    def _order_of(self, table: str, row_id: int) -> int:
        row = self._database.execute_sql(f'SELECT order_id FROM "{table}" WHERE id = ?', (row_id,)).fetchone()  # noqa: S608
        return int(row[0])


def _bears(wanted: frozenset[str] | None, changed: Iterable[str]) -> bool:
    return wanted is not None and (wanted == _EVERY or not wanted.isdisjoint(changed))


def _disputed(table: str, before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> bool:
    """Going into a dispute or out of it is the one move between states that rules ask about."""
    moved = {after.get("state"), (before or {}).get("state")}
    return table == "case" and "state" in after and CaseState.IN_DISPUTE.value in moved and len(moved) == 2


def list_uncounted(database: CaseDatabase, shelf: int, limit: int) -> array[int]:
    """Cases of a shelf whose count is not known, the newest first, at most so many."""
    rows = database.execute_sql(
        'SELECT id FROM "case" WHERE shelf = ? AND evidence_needed IS NULL AND deleted_at IS NULL'
        " ORDER BY id DESC LIMIT ?",
        (shelf, limit),
    )
    return array("q", (row[0] for row in rows.fetchall()))


def uncounted_of(database: CaseDatabase, case_ids: Sequence[int]) -> array[int]:
    """Which of these cases have no count, in their order."""
    marks = ", ".join("?" * len(case_ids))
    rows = database.execute_sql(
        f'SELECT id FROM "case" WHERE id IN ({marks}) AND evidence_needed IS NULL',  # noqa: S608 - marks only
        list(case_ids),
    )
    found = {row[0] for row in rows.fetchall()}
    return array("q", (each for each in case_ids if each in found))


def keep_counts(database: CaseDatabase, counts: Mapping[int, Completeness]) -> int:
    """Write counts; how many cases had another one. For the writing thread, inside a transaction of its own."""
    changed = 0
    for case_id, count in counts.items():
        values = (count.needed, count.there, count.due)
        changed += database.execute_sql(_SET, (*values, case_id, *values)).rowcount
    return changed
