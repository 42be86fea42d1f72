"""Checks that everything in the store is as it was written: the database, the evidence and the history."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.errors import EvidenceFault, StoreFault
from models.kinds import FileFault, Integrity
from models.store import evidence_marks as evidence
from models.store.evidence_marks import ToVerify
from models.store.faults import as_faults
from models.store.file_reading import FileState, read_whole
from models.store.history import GENESIS, ChainHead, ChainReport, verify_chain
from models.store.store import Store
from models.store.verify_photos import PhotoFinding, all_photos


@dataclass(frozen=True, slots=True)
class EvidenceFinding:
    """One piece of evidence that is not as imported.

    `found` is the hash of what lies in its place (empty: nothing readable), `known_good` when it was last as imported,
    `same_as` the evidence whose file it is, as case and number, where two were exchanged.
    """

    evidence_id: int
    case_id: int
    sha256: str
    integrity: Integrity
    fault: FileFault = FileFault.OTHER_BYTES
    found: str = ""
    size: int = 0
    found_size: int = 0
    number: int = 0
    case_number: str = ""
    caption: str = ""
    known_good: datetime | None = None
    same_as: str = ""
    was: Integrity = Integrity.VERIFIED


@dataclass(frozen=True, slots=True)
class FileCheck:
    """One file read: the rows that were found good with it, or what is wrong with each row it belongs to."""

    sha256: str
    good: tuple[int, ...] = ()
    healed: tuple[EvidenceFinding, ...] = ()
    findings: tuple[EvidenceFinding, ...] = ()
    goes_apart: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a check is."""

    files: int
    all_files: int
    size: int
    all_size: int


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a full check found. `holds` only if nothing is wrong anywhere."""

    database: tuple[str, ...]
    evidence_checked: int
    evidence_bytes: int
    findings: tuple[EvidenceFinding, ...]
    chain: ChainReport
    rolled_back: bool
    photos_checked: int = 0
    photos: tuple[PhotoFinding, ...] = ()

    @property
    def holds(self) -> bool:
        wrong = self.findings or self.photos
        return not (self.database or wrong or self.chain.broken_at is not None or self.rolled_back)


def check_database(store: Store) -> tuple[str, ...]:
    """What SQLite says is wrong with the file; nothing if it is whole."""
    try:
        with as_faults():
            found = [row[0] for row in store.database.execute_sql("PRAGMA integrity_check")]
            broken = store.database.execute_sql("PRAGMA foreign_key_check").fetchall()
    except StoreFault as fault:
        return (str(fault.values.get("reason", fault.code)),)
    return tuple(text for text in found if text != "ok") + tuple(f"foreign key: {row[0]} {row[1]}" for row in broken)


def check_files(
    store: Store,
    todo: Sequence[ToVerify],
    *,
    progress: Callable[[Progress], None] = lambda done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[FileCheck]:
    """Read the files of these rows again, each file once, one after the other; ends early when cancelled.

    Only rows in `todo` are ever said to be good; what is wrong is said of every row that has the file.
    """
    files: dict[str, list[ToVerify]] = {}
    for row in todo:
        files.setdefault(row.sha256, []).append(row)
    total = sum(rows[0].size for rows in files.values())
    read = done = 0

    def told(count: int) -> None:
        nonlocal read
        read += count
        progress(Progress(done, len(files), min(read, total), total))

    told(0)
    for done, (sha256, rows) in enumerate(files.items(), 1):  # noqa: B007 - `told` says it
        state = None if cancelled() else read_whole(store.files, sha256, rows[0].size, told, cancelled)
        if state is None:
            return
        told(0)
        yield judge(store, sha256, state, [row.id for row in rows])


def judge(store: Store, sha256: str, state: FileState, good: Sequence[int]) -> FileCheck:
    """What the state of a file means for the rows it belongs to; `good` are those that were asked about."""
    if state.fault is None:
        healed = tuple(one for one in _findings(store, sha256, state) if one.was is not Integrity.VERIFIED)
        return FileCheck(sha256, tuple(good), healed)
    return FileCheck(sha256, findings=_findings(store, sha256, state), goes_apart=state.goes_apart)


def _findings(store: Store, sha256: str, state: FileState) -> tuple[EvidenceFinding, ...]:
    owner = evidence.owner_of(store.database, state.found) if state.found not in ("", sha256) else ""
    fault = FileFault.SWAPPED if owner else state.fault or FileFault.OTHER_BYTES
    integrity = state.integrity
    return tuple(
        EvidenceFinding(
            evidence_id=row.id, case_id=row.case_id, sha256=sha256, integrity=integrity, fault=fault,
            found=state.found, size=row.size, found_size=state.size, number=row.number,
            case_number=row.case_number, caption=row.caption, known_good=row.known_good, same_as=owner,
            was=row.integrity,
        )
        for row in evidence.rows_of_file(store.database, sha256)
    )  # fmt: skip


def check_evidence(
    store: Store,
    *,
    case_id: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[int, int, tuple[EvidenceFinding, ...]]:
    """Re-read evidence and only say what is so: how many, how many bytes, and what is not as imported."""
    todo = evidence.list_to_verify(store.database, case_id)
    checks = check_files(
        store, todo, progress=lambda now: progress(now.files, now.all_files), cancelled=cancelled
    )  # fmt: skip
    found = [finding for check in checks for finding in check.findings]
    if cancelled():
        raise EvidenceFault("cancelled")
    shown = found if case_id is None else [finding for finding in found if finding.case_id == case_id]
    return len(todo), sum(row.size for row in todo), tuple(shown)


def check_anchors(store: Store) -> bool:
    """Whether the history lacks a link that was noted outside the database: an older copy was put in its place."""
    for seq, head in store.files.anchors():
        if seq == 0:
            continue
        row = store.database.execute_sql("SELECT hash FROM history WHERE seq = ?", (seq,)).fetchone()
        if row is None or row[0] != head:
            return True
    return False


def verify_store(store: Store, *, read_files: bool = True) -> VerifyReport:
    """Everything, but for the files if they were read just now; writes nothing.

    A database too damaged to be read is a finding, not an error.
    """
    database = check_database(store)
    try:
        with as_faults():
            count, size, findings = check_evidence(store) if read_files else (0, 0, ())
            photos = all_photos(store.database, store.files) if read_files else (0, ())
            return VerifyReport(
                database, count, size, findings, verify_chain(store.database), check_anchors(store), *photos
            )  # fmt: skip
    except StoreFault as fault:
        unread = ChainReport(0, 0, ChainHead(0, GENESIS), None)
        return VerifyReport((*database, str(fault.values.get("reason", fault.code))), 0, 0, (), unread, False)
