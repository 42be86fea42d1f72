"""Evidence: put in untouched, captioned, numbered as exhibits, verified."""

from __future__ import annotations

import codecs
import errno
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from types import MappingProxyType
from typing import Any

from desktop.decoder.client import Decoder
from desktop.decoder.results import Decoded, FileFacts, MediaFormat
from desktop.decoder.results import MediaKind as FileKind
from desktop.decoder.thumbnails import ThumbnailCache
from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from desktop.version import VERSION
from models.clock import zone
from models.errors import AftercaseError, EnvironmentFault, UserError
from models.kinds import EvidenceSource, MediaKind, Problem
from models.records import Evidence, EvidenceRow
from models.store import cases, evidence, fsops, shops, verify
from models.store.evidence_files import KeptFile
from models.store.transaction import Transaction
from models.store.verify import EvidenceFinding, VerifyReport

_MEDIA = {
    FileKind.IMAGE: MediaKind.PHOTO,
    FileKind.VIDEO: MediaKind.VIDEO,
    FileKind.DOCUMENT: MediaKind.DOCUMENT,
    FileKind.TEXT: MediaKind.TEXT,
    FileKind.OTHER: MediaKind.OTHER,
}
_NAME_LIMIT = 1000
_CAPTION_LIMIT, _PROVES_LIMIT, _TAG_LIMIT = 2000, 5000, 100


@dataclass(frozen=True, slots=True)
class AddedEvidence:
    """What became of one file: kept under this id, already there under it, or why it was not kept."""

    name: str
    evidence_id: int | None
    already_there: bool = False
    error: AftercaseError | None = None


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """What re-hashing found."""

    checked: int
    size: int
    findings: tuple[verify.EvidenceFinding, ...]


class EvidenceService:
    """What can be done with evidence."""

    def __init__(self, bench: Workbench, decoder: Decoder) -> None:
        self._bench = bench
        self._decoder = decoder
        self._files = bench.store.files
        self.thumbnails = ThumbnailCache(bench.store.folder.cache / "thumbnails", decoder)

    # Reading

    def list_case_evidence(self, case_id: int) -> tuple[Evidence, ...]:
        """The evidence of one case: exhibits first, in their order."""
        return evidence.list_case_evidence(self._bench.store.database, case_id)

    def list_evidence_ids(
        self, *, media: MediaKind | None = None, problem: Problem | None = None, shop_id: int | None = None
    ) -> array[int]:
        """All evidence, or that of one shop, newest first."""
        return evidence.list_evidence_ids(self._bench.store.database, media=media, problem=problem, shop_id=shop_id)

    def load_rows(self, ids: Sequence[int]) -> Mapping[int, EvidenceRow]:
        """What the gallery shows of these ids."""
        return evidence.load_evidence_rows(self._bench.store.database, ids)

    def find_evidence(self, evidence_id: int) -> Evidence:
        """One piece of evidence; NotFound if there is none."""
        return evidence.find_evidence(self._bench.store.database, evidence_id)

    def thumbnail(self, item: Evidence, size: tuple[int, int]) -> Decoded:
        """A small picture, from the cache or the decoder process. Waits: call it from the I/O pool."""
        return self.thumbnails.get(item.sha256, self._files.path(item.sha256), size)

    def picture(self, item: Evidence, max_side: int | None = None, *, page: int = 0, at_ms: int = 0) -> Decoded:
        """The picture itself (a page of a PDF, a frame of a video). Waits: call it from the I/O pool."""
        return self._decoder.picture(self._files.path(item.sha256), max_side, page=page, at_ms=at_ms)

    def read_text(self, item: Evidence, limit: int = 1_000_000) -> str:
        """The characters of a text file's first `limit` bytes: UTF-8 or GB18030, others as replacement marks."""
        data = self._files.read(item.sha256)
        shown = data[:limit]
        try:
            # A character cut in two at the limit is left out; at the end of the file it would be a fault.
            return codecs.getincrementaldecoder("utf-8-sig")().decode(shown, final=len(shown) == len(data))
        except UnicodeDecodeError:
            return codecs.getincrementaldecoder("gb18030")("replace").decode(shown, final=len(shown) == len(data))

    def write_copy(self, item: Evidence, target: Path) -> None:
        """Write the original bytes, checked against their hash, to a file outside the store: whole, or not at all.

        EvidenceFault if they are gone or not as imported, EnvironmentFault `file_unwritable` or `disk_full`.
        """
        data = self._files.read(item.sha256)
        try:
            fsops.write_whole(target, data)
        except OSError as error:
            code = "disk_full" if error.errno == errno.ENOSPC else "file_unwritable"
            raise EnvironmentFault(code, reason=error.strerror or "") from error

    # Putting in

    def add_paths(
        self,
        case_id: int,
        paths: Sequence[Path],
        source: EvidenceSource,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[AddedEvidence, ...]:
        """Keep files as evidence of a case, one after the other; one that fails never stops the others."""
        results = []
        for done, path in enumerate(paths, 1):
            if cancelled():
                break
            try:
                kept = self._files.keep_path(path, cancelled=cancelled)
                facts = self._decoder.probe(self._files.path(kept.sha256), name=path.name)
                results.append(self._add(case_id, kept, facts, path.name, source))
            except AftercaseError as error:
                results.append(AddedEvidence(_shown_name(path.name), None, error=error))
            progress(done, len(paths))
        return tuple(results)

    def add_bytes(
        self,
        case_id: int,
        data: bytes,
        name: str,
        source: EvidenceSource,
        *,
        caption: str = "",
        tag: str = "",
        proves: str = "",
    ) -> AddedEvidence:
        """Keep bytes as evidence: from the clipboard, or made by the program; described in the same action."""
        if not data:
            raise UserError("evidence_empty")
        checked_text(caption, limit=_CAPTION_LIMIT)
        checked_text(tag, limit=_TAG_LIMIT)
        checked_text(proves, limit=_PROVES_LIMIT)
        kept = self._files.keep_bytes(data)
        facts = self._decoder.probe(self._files.path(kept.sha256), name=name)
        described = {"caption": caption, "tag": tag, "proves": proves}
        return self._add(case_id, kept, facts, name, source, described)

    def _add(
        self,
        case_id: int,
        kept: KeptFile,
        facts: FileFacts,
        name: str,
        source: EvidenceSource,
        described: Mapping[str, str] = MappingProxyType({}),
    ) -> AddedEvidence:
        bench = self._bench
        caption = described.get("caption", "")
        shown = _shown_name(name)

        def work(transaction: Transaction) -> AddedEvidence:
            database, stamp = transaction.database, transaction.stamp
            same = evidence.find_same(database, case_id, kept.sha256)
            if same is not None:
                return AddedEvidence(shown, same.id, already_there=True)
            shop = shops.find_shop(database, cases.find_case(database, case_id).shop_id)
            number = evidence.next_number(database, case_id)
            captured = facts.captured_at(zone(shop.time_zone) or UTC)
            evidence_id = transaction.insert(
                "evidence",
                case_id=case_id,
                number=number,
                sha256=kept.sha256,
                size=kept.size,
                original_name=shown,
                media=_MEDIA[facts.kind],
                format="" if facts.format is MediaFormat.UNKNOWN else facts.format.value,
                source=source,
                **described,
                captured_at=captured,
                captured_zone="" if captured is None else _offset(facts.captured_offset_minutes),
                imported_at=stamp.now,
                imported_by=stamp.person,
                app_version=VERSION,
                width=facts.width or None,
                height=facts.height or None,
                pages=facts.pages or None,
                duration_ms=facts.duration_ms or None,
                verified_at=stamp.now,
            )
            transaction.record(
                "evidence_added",
                entity="evidence",
                entity_id=evidence_id,
                case_id=case_id,
                details={
                    "number": number, "caption": caption or shown, "sha256": kept.sha256, "size": kept.size,
                    "name": shown, "source": source.value, "version": VERSION,
                    **{name: text for name, text in described.items() if text and name != "caption"},
                },
            )  # fmt: skip
            return AddedEvidence(shown, evidence_id)

        return bench.act("evidence_added", work, values={"number": "", "caption": caption or shown})

    # Describing

    def set_caption(self, evidence_id: int, caption: str) -> None:
        """Say what it shows."""
        self._describe(evidence_id, "evidence_captioned", caption=checked_text(caption, limit=_CAPTION_LIMIT))

    def set_proves(self, evidence_id: int, proves: str) -> None:
        """Say what it proves."""
        self._describe(evidence_id, "evidence_proves", proves=checked_text(proves, limit=_PROVES_LIMIT))

    def set_tag(self, evidence_id: int, tag: str) -> None:
        """Say which need of the checklist it fills; "" for none."""
        self._describe(evidence_id, "evidence_tagged", tag=checked_text(tag, limit=_TAG_LIMIT))

    def set_exhibit(self, evidence_id: int, wanted: bool) -> None:
        """Make it an exhibit with the next free number, or take its number away; the others close up."""

        def work(transaction: Transaction) -> None:
            item = evidence.find_evidence(transaction.database, evidence_id)
            if (item.exhibit is not None) is wanted:
                return
            exhibits = [
                other
                for other in evidence.list_case_evidence(transaction.database, item.case_id)
                if other.exhibit is not None and other.id != evidence_id
            ]
            order = [other.id for other in exhibits] + ([evidence_id] if wanted else [])
            if not wanted:
                transaction.update("evidence", evidence_id, exhibit=None)
            for number, other_id in enumerate(order, 1):
                transaction.update("evidence", other_id, exhibit=number)
            transaction.record(
                "exhibit_set" if wanted else "exhibit_cleared",
                entity="evidence",
                entity_id=evidence_id,
                case_id=item.case_id,
                details={"number": item.number, "exhibit": len(order) if wanted else ""},
            )

        self._bench.act("exhibit_set" if wanted else "exhibit_cleared", work, values=self._named(evidence_id))

    def order_exhibits(self, case_id: int, evidence_ids: Sequence[int]) -> None:
        """Number these as exhibits 1, 2, 3, ...; all others of the case are none."""

        def work(transaction: Transaction) -> None:
            numbers = {evidence_id: number for number, evidence_id in enumerate(evidence_ids, 1)}
            changed = False
            for item in evidence.list_case_evidence(transaction.database, case_id):
                changed |= transaction.update("evidence", item.id, exhibit=numbers.get(item.id))
            if changed:
                transaction.record(
                    "exhibits_ordered", entity="case", entity_id=case_id, case_id=case_id,
                    details={"count": len(evidence_ids)},
                )  # fmt: skip

        self._bench.act("exhibits_ordered", work, values={"count": len(evidence_ids)})

    def remove(self, evidence_ids: Sequence[int]) -> None:
        """Take evidence out of its case; the file stays, and Undo brings it back."""

        def work(transaction: Transaction) -> None:
            for evidence_id in evidence_ids:
                item = evidence.find_evidence(transaction.database, evidence_id)
                if transaction.remove("evidence", evidence_id):
                    transaction.record(
                        "evidence_removed", entity="evidence", entity_id=evidence_id, case_id=item.case_id,
                        details={"number": item.number, "sha256": item.sha256},
                    )  # fmt: skip

        number = ", ".join(str(self.find_evidence(evidence_id).number) for evidence_id in evidence_ids)
        self._bench.act("evidence_removed", work, values={"number": number})

    def _describe(self, evidence_id: int, code: str, **values: Any) -> None:
        named = {**self._named(evidence_id), **values}

        def work(transaction: Transaction) -> None:
            item = evidence.find_evidence(transaction.database, evidence_id)
            if transaction.update("evidence", evidence_id, **values):
                transaction.record(code, entity="evidence", entity_id=evidence_id, case_id=item.case_id, details=named)

        self._bench.act(code, work, values=named)

    def _named(self, evidence_id: int) -> dict[str, object]:
        return {"number": self.find_evidence(evidence_id).number, "exhibit": ""}

    # Proving

    def verify(
        self,
        case_id: int | None = None,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> EvidenceCheck:
        """Re-read and re-hash the evidence of a case, or all; what is not as imported is marked and noted."""
        checked, size, findings = verify.check_evidence(
            self._bench.store, case_id=case_id, progress=progress, cancelled=cancelled
        )
        self._note_check(case_id, checked, findings)
        return EvidenceCheck(checked, size, findings)

    def verify_everything(self) -> VerifyReport:
        """Check database, evidence and history; what was found of the evidence is marked and noted."""
        report = verify.verify_store(self._bench.store)
        self._note_check(None, report.evidence_checked, report.findings)
        return report

    def _note_check(self, case_id: int | None, checked: int, findings: Sequence[EvidenceFinding]) -> None:
        broken = {finding.evidence_id: finding.integrity for finding in findings}

        def work(transaction: Transaction) -> None:
            transaction.mark_all_verified(case_id)
            for evidence_id, found in broken.items():
                transaction.mark_verified(evidence_id, found)
            transaction.record(
                "evidence_verified" if case_id is not None else "store_verified",
                entity="case" if case_id is not None else "store",
                entity_id=case_id or 0,
                case_id=case_id,
                details={"count": checked, "bad": len(findings)},
            )

        self._bench.act("evidence_verified", work, undoable=False)


def _shown_name(name: str) -> str:
    """A file name as it is kept and shown: what no text can hold is replaced, what is too long is cut."""
    return name.encode("utf-8", "replace").decode().replace("\x00", "�")[:_NAME_LIMIT]


def _offset(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
