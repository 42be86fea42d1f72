"""Reading again the photos of parcels whose file no evidence answers for, as evidence is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.kinds import FileFault, Integrity
from models.store import evidence_marks, receipts_photos
from models.store.connection import CaseDatabase
from models.store.evidence_files import EvidenceFiles
from models.store.file_reading import read_whole
from models.store.receipts_photos import PhotoRow


@dataclass(frozen=True, slots=True)
class PhotoFinding:
    """A photo of a parcel that is not as it came; the words as of an EvidenceFinding. `parcel` is its number."""

    photo_id: int
    receipt_id: int
    sha256: str
    integrity: Integrity
    fault: FileFault
    found: str
    size: int
    found_size: int
    name: str
    parcel: str
    known_good: datetime | None = None
    same_as: str = ""
    was: Integrity = Integrity.VERIFIED


@dataclass(frozen=True, slots=True)
class PhotoCheck:
    """What reading one photo showed: the finding, or None where it is as it came."""

    row: PhotoRow
    finding: PhotoFinding | None = None
    goes_apart: bool = False


def check_photos(
    database: CaseDatabase, files: EvidenceFiles, rows: Sequence[PhotoRow], *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[PhotoCheck]:  # fmt: skip
    """Read each file again; ends early when cancelled. Writes nothing."""
    for row in rows:
        state = None if cancelled() else read_whole(files, row.sha256, row.size, lambda count: None, cancelled)
        if state is None:
            return
        if state.fault is None:
            yield PhotoCheck(row)
            continue
        owner = evidence_marks.owner_of(database, state.found) if state.found not in ("", row.sha256) else ""
        yield PhotoCheck(
            row,
            PhotoFinding(
                row.id, row.receipt_id, row.sha256, state.integrity, FileFault.SWAPPED if owner else state.fault,
                state.found, row.size, state.size, row.name, row.parcel, row.known_good, owner, row.integrity,
            ),
            state.goes_apart,
        )  # fmt: skip


def all_photos(database: CaseDatabase, files: EvidenceFiles) -> tuple[int, tuple[PhotoFinding, ...]]:
    """How many photos there are to read, and what is not as it came; writes nothing."""
    rows = receipts_photos.list_alone(database)
    checks = check_photos(database, files, rows)
    return len(rows), tuple(check.finding for check in checks if check.finding is not None)
