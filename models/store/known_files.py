"""What this data folder knows of a file by its hash, its size or a packet's number; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from models.packet_records import PacketPart
from models.records import Evidence
from models.store import evidence
from models.store.connection import CaseDatabase, open_database
from models.store.packets import MadeForCase, list_all

_MOST = 50


@contextmanager
def reading(database: Path) -> Iterator[CaseDatabase]:
    """The database of a data folder for reading, also while a window has it open. StoreFault, EnvironmentFault."""
    opened = open_database(database, read_only=True)
    try:
        yield opened
    finally:
        opened.close_all()


def packets_of_hash(database: CaseDatabase, sha256: str) -> tuple[tuple[MadeForCase, PacketPart | None], ...]:
    """The packets with this file: as their whole, or as the part that is named."""
    rows = database.execute_sql(
        "SELECT id FROM packet WHERE sha256 = ? OR parts LIKE ? ORDER BY id DESC LIMIT ?",
        (sha256, f"%{sha256}%", _MOST),
    ).fetchall()
    found = []
    for made in _made(database, [row[0] for row in rows]):
        part = next((each for each in made.packet.parts if each.sha256 == sha256), None)
        if made.packet.sha256 == sha256 or part is not None:
            found.append((made, None if made.packet.sha256 == sha256 else part))
    return tuple(found)


def packets_numbered(database: CaseDatabase, numbers: Sequence[str]) -> tuple[MadeForCase, ...]:
    """The packets of these numbers."""
    wanted = list(dict.fromkeys(numbers))[:_MOST]
    if not wanted:
        return ()
    marks = ", ".join("?" * len(wanted))
    rows = database.execute_sql(f"SELECT id FROM packet WHERE number IN ({marks})", tuple(wanted)).fetchall()  # noqa: S608
    return _made(database, [row[0] for row in rows])


def packets_of_size(database: CaseDatabase, size: int) -> tuple[MadeForCase, ...]:
    """The packets that are as large, newest first."""
    rows = database.execute_sql(
        "SELECT id FROM packet WHERE size = ? ORDER BY id DESC LIMIT ?", (size, _MOST)
    ).fetchall()
    return _made(database, [row[0] for row in rows])


def evidence_of_hash(database: CaseDatabase, sha256: str) -> tuple[tuple[Evidence, str], ...]:
    """The evidence with these bytes, and the number of its case."""
    rows = database.execute_sql("SELECT id FROM evidence WHERE sha256 = ? LIMIT ?", (sha256, _MOST)).fetchall()
    found = evidence.load_evidence_rows(database, [row[0] for row in rows])
    return tuple((row.evidence, row.case_number) for row in found.values())


def knows_link(database: CaseDatabase, seq: int, digest: str) -> bool:
    """Whether the history has this very link."""
    if not 0 < seq < 1 << 63:
        return False
    row = database.execute_sql("SELECT hash FROM history WHERE seq = ?", (seq,)).fetchone()
    return row is not None and row[0] == digest


def signed_with(database: CaseDatabase, fingerprint: str) -> bool:
    """Whether a packet made here was signed with that certificate."""
    query = "SELECT 1 FROM packet WHERE certificate = ? LIMIT 1"
    return database.execute_sql(query, (fingerprint,)).fetchone() is not None


def _made(database: CaseDatabase, ids: Sequence[int]) -> tuple[MadeForCase, ...]:
    if not ids:
        return ()
    wanted = set(ids)
    query = f"SELECT DISTINCT case_id FROM packet WHERE id IN ({', '.join('?' * len(ids))})"  # noqa: S608
    cases = database.execute_sql(query, tuple(ids)).fetchall()
    return tuple(made for row in cases for made in list_all(database, case_id=row[0]) if made.packet.id in wanted)
