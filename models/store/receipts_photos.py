"""Photos of parcels: their rows, which of their files are to be read again, and what reading showed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from models.clock import from_millis, to_millis
from models.errors import NotFound
from models.kinds import Integrity
from models.receiving_records import ReceiptPhoto
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.store.whole_rows import WholeRows
from models.tables.receiving import ReceiptPhotoTable

_SHOWN: Final = (
    "id", "receipt_id", "evidence_id", "sha256", "size", "original_name", "media", "source", "imported_at",
    "imported_by", "width", "height", "integrity",
)  # fmt: skip
_OF_RECEIPT = WholeRows(ReceiptPhotoTable, "receipt_id = ? AND deleted_at IS NULL ORDER BY id", only=_SHOWN)
_ONE = WholeRows(ReceiptPhotoTable, "id = ? AND deleted_at IS NULL", only=_SHOWN)
_SAME = WholeRows(ReceiptPhotoTable, "receipt_id = ? AND sha256 = ? AND deleted_at IS NULL", only=_SHOWN)
# Of one that is evidence of a case the evidence is read; unless that was taken out of the case.
_ALONE: Final = (
    "p.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.id = p.evidence_id AND e.deleted_at IS NULL)"
)
_ROW: Final = (
    "SELECT p.id, p.receipt_id, p.sha256, p.size, p.integrity, p.verified_at, p.original_name, r.tracking_number"
    " FROM receipt_photo p JOIN return_receipt r ON r.id = p.receipt_id"
)


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photo that is no evidence, with the mark it has; `known_good` None if it is not as it came."""

    id: int
    receipt_id: int
    sha256: str
    size: int
    integrity: Integrity
    verified_at: datetime | None
    name: str
    parcel: str

    @property
    def known_good(self) -> datetime | None:
        """When it was last found as it came; None if not since."""
        return self.verified_at if self.integrity is Integrity.VERIFIED else None


def list_photos(database: CaseDatabase, receipt_id: int) -> tuple[ReceiptPhoto, ...]:
    """The photos of a parcel, in the order they came."""
    return tuple(ReceiptPhoto(**row) for row in _OF_RECEIPT.read(database, receipt_id))


def find_photo(database: CaseDatabase, photo_id: int) -> ReceiptPhoto:
    """One photo; NotFound `receipt_photo_not_found` if there is none, or it was taken off."""
    row = _ONE.first(database, photo_id)
    if row is None:
        raise NotFound("receipt_photo_not_found", photo=photo_id)
    return ReceiptPhoto(**row)


def find_same(database: CaseDatabase, receipt_id: int, sha256: str) -> int | None:
    """The photo of a parcel with these bytes."""
    row = _SAME.first(database, receipt_id, sha256)
    return None if row is None else int(row["id"])


def list_alone(database: CaseDatabase) -> tuple[PhotoRow, ...]:
    """Every photo whose file no evidence answers for."""
    return _rows(database, f"{_ROW} WHERE {_ALONE} ORDER BY p.id")


def list_unread(database: CaseDatabase, since: datetime, now: datetime, limit: int) -> tuple[PhotoRow, ...]:
    """Those not read from one moment to another, at most so many."""
    unread = "(p.verified_at IS NULL OR p.verified_at NOT BETWEEN ? AND ?)"
    sql = f"{_ROW} WHERE {_ALONE} AND {unread} ORDER BY p.id LIMIT ?"
    return _rows(database, sql, to_millis(since), to_millis(now), limit)


def mark(transaction: Transaction, ids: Iterable[int], integrity: Integrity) -> None:
    """Note what a check found of photos, now; not an action one undoes."""
    for photo_id in ids:
        transaction.database.execute_sql(
            "UPDATE receipt_photo SET integrity = ?, verified_at = ? WHERE id = ?",
            (integrity.value, transaction.now_millis, photo_id),
        )


def heal(transaction: Transaction, hashes: Iterable[str]) -> int:
    """Files are there again, whole: their photos are as they came; how many were marked otherwise."""
    healed = 0
    for sha256 in hashes:
        wrong = transaction.database.execute_sql(
            "SELECT id FROM receipt_photo WHERE sha256 = ? AND integrity <> 'verified'", (sha256,)
        ).fetchall()
        mark(transaction, [row[0] for row in wrong], Integrity.VERIFIED)
        healed += len(wrong)
    return healed


def _rows(database: CaseDatabase, sql: str, *values: object) -> tuple[PhotoRow, ...]:
    return tuple(
        PhotoRow(
            row[0], row[1], row[2], row[3], Integrity(row[4]), None if row[5] is None else from_millis(row[5]), row[6],
            row[7],
        )
        for row in database.execute_sql(sql, values)
    )  # fmt: skip
