"""Photos of parcels: kept as evidence files are; evidence of the case as soon as there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.services.chat_texts import told_media
from desktop.services.evidence_rows import MEDIA_OF, Arrival, RowWriter, shown_name
from desktop.services.workbench import Workbench
from models.errors import EvidenceFault, UserError
from models.kinds import EvidenceSource
from models.receiving_records import ReceiptPhoto, ReturnReceipt
from models.store import receipts, receipts_photos
from models.store.evidence_files import KeptFile
from models.store.transaction import Transaction

TAG = "return_photo"


@dataclass(frozen=True, slots=True)
class Kept:
    """A photo that is durably kept and read."""

    arrival: Arrival
    photo_id: int | None = None


class ReceiptPhotos:
    """Every action is one transaction and one undo entry; the file is kept before its row says so."""

    def __init__(self, bench: Workbench, decoder: Decoder) -> None:
        self._bench = bench
        self._decoder = decoder
        self._files = bench.store.files

    def add(self, receipt_id: int, data: bytes | Path, name: str, source: EvidenceSource) -> int:
        """As ReceivingService.add_photo."""
        receipts.find_receipt(self._bench.store.database, receipt_id)
        if isinstance(data, bytes):
            if not data:
                raise UserError("evidence_empty")
            kept = self._files.keep_bytes(data)
        else:
            kept = self._files.keep_path(data)
            if not kept.size:
                raise UserError("evidence_empty")
        arrival = self._arrival(kept, name, source)
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> int:
            receipt = receipts.find_receipt(transaction.database, receipt_id)
            values.update(name=shown_name(name), parcel=receipt.tracking_number or receipt.case_number)
            same = receipts_photos.find_same(transaction.database, receipt_id, kept.sha256)
            receipts_photos.heal(transaction, [kept.sha256])
            if same is not None:
                return same
            photo_id = self._insert(transaction, receipt, arrival)
            if receipt.case_id is not None:
                self._give(transaction, receipt.case_id, [Kept(arrival, photo_id)])
            return photo_id

        return self._bench.act("receipt_photo_added", work, values=values)

    def remove(self, photo_id: int) -> None:
        """As ReceivingService.remove_photo."""
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> None:
            photo = receipts_photos.find_photo(transaction.database, photo_id)
            if photo.evidence_id is not None:
                raise UserError("receipt_photo_is_evidence")
            receipt = receipts.find_receipt(transaction.database, photo.receipt_id)
            values.update(name=photo.original_name, parcel=receipt.tracking_number)
            transaction.remove("receipt_photo", photo.id)
            transaction.record(
                "receipt_photo_removed", entity="receipt_photo", entity_id=photo.id, case_id=receipt.case_id,
                details={"name": photo.original_name, "sha256": photo.sha256, "parcel": receipt.tracking_number},
            )  # fmt: skip

        self._bench.act("receipt_photo_removed", work, values=values)

    def read(self, photos: Sequence[ReceiptPhoto]) -> tuple[Kept, ...]:
        """Photos as they may become evidence, without those whose file is not as it came. Reads the disk."""
        found = []
        for photo in photos:
            if not self._is_whole(photo.sha256):
                continue
            kept = KeptFile(photo.sha256, photo.size, already_there=True)
            found.append(Kept(self._arrival(kept, photo.original_name, photo.source), photo.id))
        return tuple(found)

    def make_evidence(self, transaction: Transaction, case_id: int, kept: Sequence[Kept]) -> int:
        """Photos of a parcel become evidence of its case, the same bytes; how many that were not there already."""
        return self._give(transaction, case_id, kept)

    def content(self, photo_id: int) -> bytes:
        """The bytes of a photo, checked. EvidenceFault if they are gone or not as they came."""
        return self._files.read(receipts_photos.find_photo(self._bench.store.database, photo_id).sha256)

    def _is_whole(self, sha256: str) -> bool:
        try:
            return self._files.is_whole(sha256)
        except EvidenceFault:
            return False

    def _arrival(self, kept: KeptFile, name: str, source: EvidenceSource) -> Arrival:
        path = self._files.path(kept.sha256)
        facts = self._decoder.probe(path, name=name)
        return Arrival(kept, facts, name, source, described={"tag": TAG}, media=told_media(path, facts))

    def _insert(self, transaction: Transaction, receipt: ReturnReceipt, arrival: Arrival) -> int:
        facts, stamp, name = arrival.facts, transaction.stamp, shown_name(arrival.name)
        photo_id = transaction.insert(
            "receipt_photo", receipt_id=receipt.id, sha256=arrival.kept.sha256, size=arrival.kept.size,
            original_name=name, media=arrival.media or MEDIA_OF[facts.kind], format=facts.format.value,
            width=facts.width or None, height=facts.height or None, source=arrival.source, imported_at=stamp.now,
            imported_by=stamp.person, verified_at=stamp.now,
        )  # fmt: skip
        transaction.record(
            "receipt_photo_added", entity="receipt_photo", entity_id=photo_id, case_id=receipt.case_id,
            details={
                "name": name, "sha256": arrival.kept.sha256, "size": arrival.kept.size,
                "parcel": receipt.tracking_number or receipt.case_number,
            },
        )  # fmt: skip
        return photo_id

    @staticmethod
    def _give(transaction: Transaction, case_id: int, kept: Sequence[Kept]) -> int:
        added = RowWriter(transaction, case_id).write([each.arrival for each in kept])
        for each, one in zip(kept, added, strict=True):
            if each.photo_id is not None and one.evidence_id is not None:
                transaction.update("receipt_photo", each.photo_id, evidence_id=one.evidence_id)
        return sum(not one.already_there for one in added)
