"""Files that arrived in watched folders: waiting, added to a case, or dismissed. Not undoable, without history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.tables.evidence import WatchedFileTable

WAITING, ADDED, DISMISSED = "waiting", "added", "dismissed"
_KEPT = 20_000
_TOGETHER = 400


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """A file as it was when it arrived. `name` is its path below `folder`, with slashes; `modified_ns` since 1970."""

    folder: str
    name: str
    size: int
    modified_ns: int
    id: int = 0
    state: str = WAITING
    seen_at: datetime | None = None


def list_waiting(database: CaseDatabase, limit: int) -> tuple[WatchedFile, ...]:
    """What waits to be added or dismissed, newest first."""
    query = WatchedFileTable.select().where(WatchedFileTable.state == WAITING)
    query = query.order_by(WatchedFileTable.seen_at.desc(), WatchedFileTable.id.desc()).limit(limit)
    return tuple(WatchedFile(**row) for row in query.dicts().execute(database))


def count_waiting(database: CaseDatabase) -> int:
    """How many wait."""
    return int(WatchedFileTable.select().where(WatchedFileTable.state == WAITING).count(database))


def find_arrivals(database: CaseDatabase, ids: Sequence[int]) -> tuple[WatchedFile, ...]:
    """Those of these that there are, in the order they arrived in."""
    found = []
    for start in range(0, len(ids), _TOGETHER):
        part = list(ids[start : start + _TOGETHER])
        query = WatchedFileTable.select().where(WatchedFileTable.id.in_(part)).order_by(WatchedFileTable.id)
        found += [WatchedFile(**row) for row in query.dicts().execute(database)]
    return tuple(found)


def keep_arrivals(transaction: Transaction, arrivals: Sequence[WatchedFile]) -> int:
    """Note what arrived; what was noted before, in whatever state, stays as it is. Returns how many are new."""
    new = 0
    for each in arrivals:
        added = WatchedFileTable.insert(
            folder=each.folder, name=each.name, size=each.size, modified_ns=each.modified_ns, state=WAITING,
            seen_at=transaction.stamp.now,
        ).on_conflict_ignore()  # fmt: skip
        new += added.as_rowcount().execute(transaction.database)
    _forget_oldest(transaction)
    return new


def set_state(transaction: Transaction, ids: Sequence[int], state: str) -> None:
    """Say what became of them."""
    for start in range(0, len(ids), _TOGETHER):
        part = list(ids[start : start + _TOGETHER])
        WatchedFileTable.update(state=state).where(WatchedFileTable.id.in_(part)).execute(transaction.database)


def dismiss_waiting(transaction: Transaction, folder: str | None = None) -> int:
    """Dismiss all that wait, or those of one folder; how many."""
    query = WatchedFileTable.update(state=DISMISSED).where(WatchedFileTable.state == WAITING)
    if folder is not None:
        query = query.where(WatchedFileTable.folder == folder)
    return int(query.execute(transaction.database))


def _forget_oldest(transaction: Transaction) -> None:
    """What was dealt with long ago need not be known: the memory of its folder knows it too."""
    newest = WatchedFileTable.select(WatchedFileTable.id).order_by(WatchedFileTable.id.desc()).offset(_KEPT).limit(1)
    for (last,) in list(newest.tuples().execute(transaction.database)):
        WatchedFileTable.delete().where(WatchedFileTable.id <= last).execute(transaction.database)
