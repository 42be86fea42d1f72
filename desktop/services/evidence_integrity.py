"""Proving that evidence is as imported: re-read, re-hashed, and what is not so marked, kept apart and noted."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.services.photo_integrity import PhotoIntegrity
from desktop.services.workbench import Workbench
from models.errors import EnvironmentFault, EvidenceFault, UserError
from models.kinds import FileFault, Integrity
from models.store import evidence, evidence_marks, fsops, history, receipts_photos, verify
from models.store.history import ChainHead
from models.store.transaction import Transaction
from models.store.verify import EvidenceFinding, FileCheck, Progress, VerifyReport

_MARK_AFTER = 100


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """What re-hashing found: pieces and bytes read, what is wrong, when, by whom, and where the history stood.

    `stopped` when it was ended before all was read: what it found stays, and it can go on from there.
    """

    checked: int
    size: int
    findings: tuple[EvidenceFinding, ...]
    started_at: datetime
    ended_at: datetime
    person: str = ""
    stopped: bool = False
    left: int = 0
    head: ChainHead | None = None
    case_id: int | None = None
    evidence_ids: tuple[int, ...] | None = None


class IntegrityService:
    """What can be checked of a store and its evidence."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.photos = PhotoIntegrity(bench)

    def verify(
        self,
        case_id: int | None = None,
        evidence_ids: Sequence[int] | None = None,
        *,
        progress: Callable[[Progress], None] = lambda done: None,
        cancelled: Callable[[], bool] = lambda: False,
        going_on: EvidenceCheck | None = None,
    ) -> EvidenceCheck:
        """Re-read the evidence of a case, of these ids, or all, and mark what was read, and nothing else.

        Stopped, it keeps what it found; with `going_on` it reads what a stopped one did not come to.
        """
        bench = self._bench
        started = going_on.started_at if going_on is not None else bench.clock.now()
        todo = evidence_marks.list_to_verify(
            bench.store.database, case_id, evidence_ids=evidence_ids,
            unread=(started, bench.clock.now()) if going_on else None,
        )  # fmt: skip
        sizes = {row.id: row.size for row in todo}
        good: list[int] = []
        checked, size = (going_on.checked, going_on.size) if going_on is not None else (0, 0)
        findings = list(going_on.findings) if going_on is not None else []
        for check in verify.check_files(bench.store, todo, progress=progress, cancelled=cancelled):
            mine = [*check.good, *(one.evidence_id for one in check.findings if one.evidence_id in sizes)]
            checked += len(mine)
            size += sum(sizes[one] for one in mine)
            good += check.good
            if check.findings or check.healed:
                findings += self._note(check)
            if len(good) >= _MARK_AFTER:
                self._mark_good(good)
                good = []
        self._mark_good(good)
        left = len(todo) - (checked - (going_on.checked if going_on else 0))
        done = EvidenceCheck(
            checked, size, tuple(findings), started, bench.clock.now(), bench.person.name, left > 0, max(left, 0),
            case_id=case_id, evidence_ids=None if evidence_ids is None else tuple(evidence_ids),
        )  # fmt: skip
        self._note_check(done)
        return replace(done, head=history.read_head(bench.store.database))

    def verify_everything(self, *, progress: Callable[[Progress], None] = lambda done: None) -> VerifyReport:
        """Check database, evidence and history; what was found of the evidence is marked and noted."""
        store = self._bench.store
        if verify.check_database(store):
            # Nothing is written to a damaged database.
            return verify.verify_store(store)
        check = self.verify(progress=progress)
        photos = receipts_photos.list_alone(store.database)
        wrong = self.photos.verify(photos)
        whole = verify.verify_store(store, read_files=False)
        return replace(
            whole, evidence_checked=check.checked, evidence_bytes=check.size, findings=check.findings,
            photos_checked=len(photos), photos=wrong,
        )  # fmt: skip

    def restore(self, evidence_id: int, source: Path) -> int:
        """Put the original file back that somebody still has; how many pieces of evidence are as imported again.

        UserError `not_the_original` if its bytes are others; EvidenceFault if it cannot be read or kept.
        """
        store = self._bench.store
        item = evidence.find_evidence(store.database, evidence_id)
        staged = store.files.staging.copy_path(source)
        if staged.sha256 != item.sha256:
            store.files.staging.drop(staged)
            raise UserError("not_the_original", number=item.number, expected=item.sha256, found=staged.sha256)
        # Something in its place that is no file, or another's, makes way first.
        for check in verify.check_files(store, evidence_marks.list_to_verify(store.database, evidence_ids=[item.id])):
            self._set_apart(check)
        settled = store.files.settle([staged])[0]
        if isinstance(settled, EvidenceFault):
            raise settled

        def work(transaction: Transaction) -> int:
            healed = evidence_marks.heal(transaction, item.sha256)
            for row in healed:
                transaction.record(
                    "evidence_restored", entity="evidence", entity_id=row.id, case_id=row.case_id,
                    details={"number": row.number, "sha256": item.sha256, "name": source.name[:200]},
                )  # fmt: skip
            return len(healed)

        return self._bench.act("evidence_restored", work, undoable=False)

    @staticmethod
    def save_report(text: str, target: Path) -> None:
        """Write a report outside the store, whole or not at all; EnvironmentFault `file_unwritable` or `disk_full`."""
        try:
            fsops.write_whole(target, text.encode("utf-8", "replace"))
        except OSError as error:
            code = "disk_full" if error.errno == errno.ENOSPC else "file_unwritable"
            raise EnvironmentFault(code, reason=error.strerror or "") from error
        except ValueError as error:
            # No system takes such a name: a zero, or half of a character.
            raise EnvironmentFault("file_unwritable", reason="") from error

    # Marking

    def note_file(self, check: FileCheck) -> tuple[EvidenceFinding, ...]:
        """Mark what reading one file showed; returns what is wrong now and was not known before."""
        found = self._note(check) if check.findings or check.healed else ()
        self._mark_good(check.good)
        return tuple(one for one in found if one.was is Integrity.VERIFIED)

    def _mark_good(self, ids: Sequence[int]) -> None:
        if ids:
            with self._bench.store.write(self._bench.stamp()) as transaction:
                evidence_marks.mark_read(transaction, ids)

    def _set_apart(self, check: FileCheck) -> bool:
        if not check.goes_apart:
            return False
        try:
            return self._bench.store.files.quarantine(check.sha256)
        except (OSError, EvidenceFault):
            # A full or read-only disk: the mark alone keeps it from being used.
            return False

    def _note(self, check: FileCheck) -> tuple[EvidenceFinding, ...]:
        """Set apart, mark and tell; the findings that hold: none where the whole file came in meanwhile."""
        apart = self._set_apart(check)
        found: list[EvidenceFinding] = []

        def work(transaction: Transaction) -> None:
            # Looked at again where nobody else can write: who puts it back after this also takes the marks away, and
            # what another check set apart since it was read here is not healed.
            whole = self._is_whole(check.sha256)
            if check.healed and whole:
                evidence_marks.heal(transaction, check.sha256)
                for one in check.healed:
                    self._record(transaction, "evidence_as_imported", one, {})
            found.extend(() if whole else check.findings)
            for one in found:
                evidence_marks.mark(transaction, [one.evidence_id], one.integrity)
                if one.was is one.integrity and not apart:
                    continue
                code = "evidence_missing" if one.fault is FileFault.GONE else "evidence_kept_apart"
                since = one.known_good.isoformat() if one.known_good is not None else ""
                self._record(
                    transaction, code, one,
                    {"fault": one.fault.value, "found": one.found, "known_good": since, "apart": apart},
                )  # fmt: skip

        self._bench.act("evidence_kept_apart", work, undoable=False)
        return tuple(found)

    def _is_whole(self, sha256: str) -> bool:
        try:
            return self._bench.store.files.is_whole(sha256)
        except EvidenceFault:
            return False

    @staticmethod
    def _record(transaction: Transaction, code: str, one: EvidenceFinding, more: dict[str, object]) -> None:
        transaction.record(
            code, entity="evidence", entity_id=one.evidence_id, case_id=one.case_id,
            details={"number": one.number, "caption": one.caption, "sha256": one.sha256, **more},
        )  # fmt: skip

    def _note_check(self, check: EvidenceCheck) -> None:
        one_case = check.case_id is not None
        if check.evidence_ids is not None:
            self._note_selection(check)
            return
        if check.stopped and not one_case:
            return

        def work(transaction: Transaction) -> None:
            transaction.record(
                "evidence_verified" if one_case else "store_verified",
                entity="case" if one_case else "store",
                entity_id=check.case_id or 0,
                case_id=check.case_id,
                details={"count": check.checked, "bad": len(check.findings)},
            )

        self._bench.act("evidence_verified", work, undoable=False)

    def _note_selection(self, check: EvidenceCheck) -> None:
        wanted = list(check.evidence_ids or ())
        broken = {one.evidence_id for one in check.findings}

        def work(transaction: Transaction) -> None:
            cases: dict[int, list[int]] = {}
            for row in evidence_marks.list_to_verify(transaction.database, evidence_ids=wanted):
                cases.setdefault(row.case_id, []).append(row.id)
            for case_id, ids in cases.items():
                transaction.record(
                    "evidence_verified", entity="case", entity_id=case_id, case_id=case_id,
                    details={"count": len(ids), "bad": len(broken.intersection(ids)), "evidence": ids[:200]},
                )  # fmt: skip

        if not check.stopped:
            self._bench.act("evidence_verified", work, undoable=False)
