"""Which evidence is to be read again, and the marks that reading leaves on the rows it read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.clock import from_millis, to_millis
from models.kinds import Integrity
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_TOGETHER = 500
_ROW = """SELECT e.id, e.case_id, e.sha256, e.size, e.number, e.integrity, e.verified_at, e.caption, e.original_name,
          c.number FROM evidence e JOIN "case" c ON c.id = e.case_id"""


@dataclass(frozen=True, slots=True)
class ToVerify:
    """One row whose file is to be read."""

    id: int
    case_id: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row of a file with the mark it has. `known_good` is when it was last found as imported; None if not since."""

    id: int
    case_id: int
    size: int
    number: int
    integrity: Integrity
    known_good: datetime | None
    caption: str
    case_number: str


@dataclass(frozen=True, slots=True)
class RoundCount:
    """How many pieces of all evidence were read since a moment."""

    done: int
    total: int


def list_to_verify(
    database: CaseDatabase,
    case_id: int | None = None,
    *,
    evidence_ids: Sequence[int] | None = None,
    unread: tuple[datetime, datetime] | None = None,
) -> tuple[ToVerify, ...]:
    """Everything kept, or of one case, or of these ids, in that order; without what was read from the first moment of
    `unread` to the second, which is now.
    """
    where, values = ["deleted_at IS NULL"], list[object]()
    if case_id is not None:
        where.append("case_id = ?")
        values.append(case_id)
    if unread is not None:
        where.append("(verified_at IS NULL OR verified_at NOT BETWEEN ? AND ?)")
        values += map(to_millis, unread)
    sql = f"SELECT id, case_id, sha256, size FROM evidence WHERE {' AND '.join(where)}"  # noqa: S608
    if evidence_ids is None:
        return tuple(ToVerify(*row) for row in database.execute_sql(f"{sql} ORDER BY id", values))
    found: list[ToVerify] = []
    for start in range(0, len(evidence_ids), _TOGETHER):
        part = list(evidence_ids[start : start + _TOGETHER])
        marks = ",".join("?" * len(part))
        found += [ToVerify(*row) for row in database.execute_sql(f"{sql} AND id IN ({marks})", [*values, *part])]
    return tuple(found)


def next_to_verify(database: CaseDatabase, before: datetime, now: datetime, limit: int) -> tuple[ToVerify, ...]:
    """What was read longest ago, and before `before`; what a clock ahead of `now` says was read counts as unread."""
    sql = (
        "SELECT id, case_id, sha256, size FROM evidence WHERE deleted_at IS NULL AND verified_at {}"
        " ORDER BY verified_at, id LIMIT ?"
    )
    never = [ToVerify(*row) for row in database.execute_sql(sql.format("IS NULL"), (limit,))]
    if len(never) < limit:
        rest = (to_millis(before), limit - len(never))
        never += [ToVerify(*row) for row in database.execute_sql(sql.format("< ?"), rest)]
    if len(never) < limit:
        rest = (to_millis(now), limit - len(never))
        never += [ToVerify(*row) for row in database.execute_sql(sql.format("> ?"), rest)]
    return tuple(never)


def count_round(database: CaseDatabase, since: datetime, now: datetime) -> RoundCount:
    """How many pieces were read from then to now, of how many; from the index alone."""
    sql = "SELECT COALESCE(SUM(verified_at BETWEEN ? AND ?), 0), COUNT(*) FROM evidence WHERE deleted_at IS NULL"
    done, total = database.execute_sql(sql, (to_millis(since), to_millis(now))).fetchone()
    return RoundCount(int(done), int(total))


def size_of_all(database: CaseDatabase) -> int:
    """The bytes of all evidence; files that several share are counted with each."""
    return int(
        database.execute_sql("SELECT COALESCE(SUM(size), 0) FROM evidence WHERE deleted_at IS NULL").fetchone()[0]
    )


def rows_of_file(database: CaseDatabase, sha256: str) -> tuple[MarkedRow, ...]:
    """Every row that has this file."""
    found = database.execute_sql(f"{_ROW} WHERE e.sha256 = ? AND e.deleted_at IS NULL ORDER BY e.id", (sha256,))
    return tuple(
        MarkedRow(
            row[0], row[1], row[3], row[4], Integrity(row[5]),
            from_millis(row[6]) if row[6] is not None and row[5] == Integrity.VERIFIED.value else None,
            row[7] or row[8], row[9],
        )
        for row in found
    )  # fmt: skip


def owner_of(database: CaseDatabase, sha256: str) -> str:
    """The case and number of a piece of evidence with this hash, as "A2611-0387 / 3"; empty if there is none."""
    row = database.execute_sql(f"{_ROW} WHERE e.sha256 = ? ORDER BY e.deleted_at IS NOT NULL, e.id LIMIT 1", (sha256,))
    first = row.fetchone()
    return f"{first[9]} / {first[4]}" if first is not None else ""


def mark(transaction: Transaction, ids: Iterable[int], integrity: Integrity) -> None:
    """Note what a check found of these rows, now; not an action one undoes."""
    wanted = list(ids)
    for start in range(0, len(wanted), _TOGETHER):
        part = wanted[start : start + _TOGETHER]
        marks = ",".join("?" * len(part))
        moved = transaction.database.execute_sql(
            f"SELECT DISTINCT case_id FROM evidence WHERE id IN ({marks}) AND integrity <> ?",  # noqa: S608
            (*part, integrity.value),
        )
        transaction.stale.forget(row[0] for row in moved.fetchall())
        transaction.database.execute_sql(
            f"UPDATE evidence SET integrity = ?, verified_at = ? WHERE id IN ({marks})",  # noqa: S608
            (integrity.value, transaction.now_millis, *part),
        )


def mark_read(transaction: Transaction, ids: Iterable[int]) -> None:
    """Note that these were found as imported some moments ago; what another check found wrong since stays so."""
    wanted = list(ids)
    for start in range(0, len(wanted), _TOGETHER):
        part = wanted[start : start + _TOGETHER]
        marks = ",".join("?" * len(part))
        transaction.database.execute_sql(
            f"UPDATE evidence SET verified_at = ? WHERE id IN ({marks}) AND integrity = 'verified'",  # noqa: S608
            (transaction.now_millis, *part),
        )


def heal(transaction: Transaction, sha256: str) -> tuple[MarkedRow, ...]:
    """A file is there again, whole: every row of it that was marked is good; returns those that were not."""
    wrong = [row for row in rows_of_file(transaction.database, sha256) if row.integrity is not Integrity.VERIFIED]
    mark(transaction, [row.id for row in wrong], Integrity.VERIFIED)
    return tuple(wrong)


def heal_arrived(transaction: Transaction, hashes: Sequence[str]) -> int:
    """Files came in, whole: rows of theirs that were marked are as imported again, and the history says so."""
    healed = 0
    for start in range(0, len(hashes), _TOGETHER):
        part = hashes[start : start + _TOGETHER]
        marks = ",".join("?" * len(part))
        # A literal: the small index of what is not as imported holds all that is looked for.
        wrong = "integrity <> 'verified' AND deleted_at IS NULL"
        sql = f"SELECT DISTINCT sha256 FROM evidence WHERE {wrong} AND sha256 IN ({marks})"  # noqa: S608
        for (sha256,) in transaction.database.execute_sql(sql, tuple(part)).fetchall():
            for row in heal(transaction, sha256):
                healed += 1
                transaction.record(
                    "evidence_as_imported", entity="evidence", entity_id=row.id, case_id=row.case_id,
                    details={"number": row.number, "caption": row.caption, "sha256": sha256},
                )  # fmt: skip
    return healed


def count_wrong(database: CaseDatabase) -> int:
    """How many pieces are marked as not as imported."""
    sql = "SELECT COUNT(*) FROM evidence WHERE integrity <> 'verified' AND deleted_at IS NULL"
    return int(database.execute_sql(sql).fetchone()[0])
