"""The history: an append-only hash chain over salted commitments, so details can be erased and it still verifies."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.clock import from_millis, to_millis
from models.records import HistoryEvent
from models.store.case_links import merged_here
from models.store.connection import CaseDatabase
from models.tables.fields import canonical_json

GENESIS = "0" * 64
_LAST_SEQ = 2**63 - 1
_COLUMNS = "seq, happened_at, time_zone, person, device, action, entity, entity_id, case_id, commitment, previous, hash"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who does something, when and where: it stands on every event."""

    now: datetime
    person: str
    time_zone: str = "UTC"
    device: str = ""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The newest link."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a walk over the whole chain found; `broken_at` is the first link that does not hold."""

    events: int
    erased: int
    head: ChainHead
    broken_at: int | None
    reason: str = ""


def commitment(salt: str, details: str) -> str:
    """What the chain holds of the details: their hash, salted, so it tells nothing once they are erased."""
    return hashlib.sha256(bytes.fromhex(salt) + details.encode("utf-8")).hexdigest()


def link_hash(values: tuple[object, ...]) -> str:
    """The hash of one link over all its columns but the hash itself, in the order of the table."""
    return hashlib.sha256(b"\x00" + canonical_json(list(values)).encode("utf-8")).hexdigest()


def read_head(database: CaseDatabase) -> ChainHead:
    """The newest link, or the beginning."""
    row = database.execute_sql("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1").fetchone()
    return ChainHead(row[0], row[1]) if row else ChainHead(0, GENESIS)


class ChainWriter:
    """Appends links inside one write transaction."""

    def __init__(self, database: CaseDatabase, stamp: Stamp) -> None:
        self._database = database
        self._stamp = stamp
        self._head = read_head(database)
        row = database.execute_sql("SELECT happened_at FROM history WHERE seq = ?", (self._head.seq,)).fetchone()
        # A clock set back must not put an event before an earlier one.
        self._millis = max(to_millis(stamp.now), row[0] if row else 0)

    def append(
        self, action: str, entity: str, entity_id: int, case_id: int | None, details: Mapping[str, object]
    ) -> int:
        """Add one event; returns its sequence number."""
        text = canonical_json(dict(details))
        salt = os.urandom(32).hex()
        seq = self._head.seq + 1
        stamp = self._stamp
        values = (
            seq, self._millis, stamp.time_zone, stamp.person, stamp.device, action, entity, entity_id, case_id,
            commitment(salt, text), self._head.hash,
        )  # fmt: skip
        digest = link_hash(values)
        marks = ", ".join("?" * 12)
        self._database.execute_sql(f"INSERT INTO history ({_COLUMNS}) VALUES ({marks})", (*values, digest))
        detail = "INSERT INTO history_detail (seq, salt, details) VALUES (?, ?, ?)"
        self._database.execute_sql(detail, (seq, salt, text))
        self._head = ChainHead(seq, digest)
        return seq


def list_events(
    database: CaseDatabase, *, case_id: int, limit: int = 500, before: int | None = None
) -> tuple[HistoryEvent, ...]:
    """What happened to one case and to those merged into it, newest first; `case_id` of each says to which.

    `before` is the sequence number of an event: only older ones.
    """
    family = (case_id, *merged_here(database, case_id))
    marks = ", ".join("?" * len(family))
    rows = database.execute_sql(
        "SELECT h.seq, h.happened_at, h.time_zone, h.person, h.action, h.entity, h.entity_id, h.case_id, d.details"
        " FROM history h LEFT JOIN history_detail d ON d.seq = h.seq"
        f" WHERE h.case_id IN ({marks}) AND h.seq < ? ORDER BY h.seq DESC LIMIT ?",
        (*family, _LAST_SEQ if before is None else before, limit),
    ).fetchall()
    return tuple(_event(row) for row in rows)


def list_events_without_case(
    database: CaseDatabase, entity: str, entity_id: int, limit: int = 100
) -> tuple[HistoryEvent, ...]:
    """What happened to one thing while it belonged to no case, newest first."""
    rows = database.execute_sql(
        "SELECT h.seq, h.happened_at, h.time_zone, h.person, h.action, h.entity, h.entity_id, h.case_id, d.details"
        " FROM history h LEFT JOIN history_detail d ON d.seq = h.seq"
        " WHERE h.case_id IS NULL AND h.entity = ? AND h.entity_id = ? ORDER BY h.seq DESC LIMIT ?",
        (entity, entity_id, limit),
    ).fetchall()
    return tuple(_event(row) for row in rows)


def _event(row: tuple[Any, ...]) -> HistoryEvent:
    return HistoryEvent(
        seq=row[0], happened_at=from_millis(row[1]), time_zone=row[2], person=row[3], action=row[4], entity=row[5],
        entity_id=row[6], case_id=row[7], details=json.loads(row[8]) if row[8] else {},
    )  # fmt: skip


def verify_chain(database: CaseDatabase) -> ChainReport:
    """Walk every link from the first; finds an edited, removed, inserted or reordered one."""
    head = ChainHead(0, GENESIS)
    erased = 0
    for row in _links(database):
        values, digest, salt, details = row[:11], row[11], row[12], row[13]
        seq = int(str(values[0]))
        reason = ""
        if seq != head.seq + 1:
            reason = "missing link"
        elif values[10] != head.hash:
            reason = "broken link"
        elif link_hash(values) != digest:
            reason = "changed link"
        elif details is None:
            erased += 1
        elif not _commits(str(salt), str(details), values[9]):
            reason = "changed details"
        if reason:
            return ChainReport(head.seq, erased, head, seq, reason)
        head = ChainHead(seq, str(digest))
    return ChainReport(head.seq, erased, head, None)


def _commits(salt: str, details: str, expected: object) -> bool:
    try:
        return commitment(salt, details) == expected
    except ValueError:
        # A salt that is not hexadecimal was never written here.
        return False


def _links(database: CaseDatabase) -> Iterator[tuple[object, ...]]:
    columns = ", ".join("h." + name.strip() for name in _COLUMNS.split(","))
    cursor = database.execute_sql(
        f"SELECT {columns}, d.salt, d.details FROM history h LEFT JOIN history_detail d ON d.seq = h.seq ORDER BY h.seq"
    )
    yield from cursor
