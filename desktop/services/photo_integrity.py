"""Proving that the photos of parcels nobody owns are as they came: read again, marked, kept apart, put back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.services.workbench import Workbench
from models.errors import EvidenceFault, UserError
from models.kinds import FileFault, Integrity
from models.store import receipts_photos, verify_photos
from models.store.receipts_photos import PhotoRow
from models.store.transaction import Transaction
from models.store.verify_photos import PhotoCheck, PhotoFinding


class PhotoIntegrity:
    """What can be checked of photos that are no evidence yet."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def verify(
        self, rows: Sequence[PhotoRow] | None = None, *, cancelled: Callable[[], bool] = lambda: False
    ) -> tuple[PhotoFinding, ...]:
        """Read all photos (or these) again and mark what was read; what is not as it came, known before or not."""
        store = self._bench.store
        wanted = receipts_photos.list_alone(store.database) if rows is None else rows
        checks = list(verify_photos.check_photos(store.database, store.files, wanted, cancelled=cancelled))
        apart = {check.row.sha256 for check in checks if check.goes_apart and self._set_apart(check.row.sha256)}
        if checks:
            self._bench.act(
                "evidence_kept_apart", lambda transaction: self._mark(transaction, checks, apart), undoable=False
            )
        return tuple(check.finding for check in checks if check.finding is not None)

    def restore(self, photo_id: int, source: Path) -> None:
        """Put the original file back. UserError `not_the_original` if its bytes are others; EvidenceFault."""
        store = self._bench.store
        photo = receipts_photos.find_photo(store.database, photo_id)
        staged = store.files.staging.copy_path(source)
        if staged.sha256 != photo.sha256:
            store.files.staging.drop(staged)
            raise UserError(
                "not_the_original", number=photo.original_name, expected=photo.sha256, found=staged.sha256
            )  # fmt: skip
        settled = store.files.settle([staged])[0]
        if isinstance(settled, EvidenceFault):
            raise settled

        def work(transaction: Transaction) -> None:
            if receipts_photos.heal(transaction, [photo.sha256]):
                self._record(transaction, "receipt_photo_restored", photo_id, photo.original_name, photo.sha256, "")

        self._bench.act("receipt_photo_restored", work, undoable=False)

    def _mark(self, transaction: Transaction, checks: Sequence[PhotoCheck], apart: set[str]) -> None:
        for check in checks:
            row, finding = check.row, check.finding
            # Looked at again where nobody else can write: the whole file may have come in meanwhile.
            if finding is None or self._is_whole(row.sha256):
                receipts_photos.mark(transaction, [row.id], Integrity.VERIFIED)
                if row.integrity is not Integrity.VERIFIED:
                    self._record(transaction, "receipt_photo_as_came", row.id, row.name, row.sha256, row.parcel)
                continue
            receipts_photos.mark(transaction, [row.id], finding.integrity)
            if finding.was is finding.integrity and row.sha256 not in apart:
                continue
            code = "receipt_photo_missing" if finding.fault is FileFault.GONE else "receipt_photo_kept_apart"
            self._record(transaction, code, row.id, row.name, row.sha256, row.parcel)

    def _set_apart(self, sha256: str) -> bool:
        try:
            return self._bench.store.files.quarantine(sha256)
        except (OSError, EvidenceFault):
            return False

    def _is_whole(self, sha256: str) -> bool:
        try:
            return self._bench.store.files.is_whole(sha256)
        except EvidenceFault:
            return False

    @staticmethod
    def _record(
        transaction: Transaction, code: str, photo_id: int, name: str, sha256: str, parcel: str
    ) -> None:  # fmt: skip
        details = {"name": name, "sha256": sha256, "parcel": parcel}
        transaction.record(code, entity="receipt_photo", entity_id=photo_id, details=details)
