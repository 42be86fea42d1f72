"""Checks that everything in the store is as it was written: the database, the evidence and the history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.errors import EvidenceFault, StoreFault
from models.kinds import Integrity
from models.store import evidence
from models.store.faults import as_faults
from models.store.history import GENESIS, ChainHead, ChainReport, verify_chain
from models.store.store import Store


@dataclass(frozen=True, slots=True)
class EvidenceFinding:
    """One piece of evidence that is not as imported."""

    evidence_id: int
    case_id: int
    sha256: str
    integrity: Integrity


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a full check found. `holds` only if nothing is wrong anywhere."""

    database: tuple[str, ...]
    evidence_checked: int
    evidence_bytes: int
    findings: tuple[EvidenceFinding, ...]
    chain: ChainReport
    rolled_back: bool

    @property
    def holds(self) -> bool:
        return not (self.database or self.findings or self.chain.broken_at is not None or self.rolled_back)


def check_database(store: Store) -> tuple[str, ...]:
    """What SQLite says is wrong with the file; nothing if it is whole."""
    try:
        with as_faults():
            found = [row[0] for row in store.database.execute_sql("PRAGMA integrity_check")]
            broken = store.database.execute_sql("PRAGMA foreign_key_check").fetchall()
    except StoreFault as fault:
        return (str(fault.values.get("reason", fault.code)),)
    return tuple(text for text in found if text != "ok") + tuple(f"foreign key: {row[0]} {row[1]}" for row in broken)


def check_evidence(
    store: Store,
    *,
    case_id: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[int, int, tuple[EvidenceFinding, ...]]:
    """Re-read and re-hash evidence; returns how many, how many bytes, and what is not as imported."""
    todo = list(evidence.list_to_verify(store.database, case_id))
    findings, total, known = [], 0, {}
    for done, (evidence_id, of_case, sha256, size) in enumerate(todo, 1):
        if cancelled():
            raise EvidenceFault("cancelled")
        if sha256 not in known:
            try:
                known[sha256] = store.files.hash_file(sha256, cancelled=cancelled)
            except EvidenceFault as fault:
                if fault.code == "cancelled":
                    raise
                known[sha256] = ""
        found = known[sha256]
        total += size
        if found != sha256:
            integrity = Integrity.MISSING if found is None else Integrity.CHANGED
            findings.append(EvidenceFinding(evidence_id, of_case, sha256, integrity))
        progress(done, len(todo))
    return len(todo), total, tuple(findings)


def check_anchors(store: Store) -> bool:
    """Whether the history lacks a link that was noted outside the database: an older copy was put in its place."""
    for seq, head in store.files.anchors():
        if seq == 0:
            continue
        row = store.database.execute_sql("SELECT hash FROM history WHERE seq = ?", (seq,)).fetchone()
        if row is None or row[0] != head:
            return True
    return False


def verify_store(store: Store) -> VerifyReport:
    """Everything. A database too damaged to be read is a finding, not an error."""
    database = check_database(store)
    try:
        with as_faults():
            count, size, findings = check_evidence(store)
            return VerifyReport(database, count, size, findings, verify_chain(store.database), check_anchors(store))
    except StoreFault as fault:
        unread = ChainReport(0, 0, ChainHead(0, GENESIS), None)
        return VerifyReport((*database, str(fault.values.get("reason", fault.code))), 0, 0, (), unread, False)
