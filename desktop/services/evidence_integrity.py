"""Proving that evidence is as imported: re-read, re-hashed, and what is not so marked and noted in the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.services.workbench import Workbench
from models.store import verify
from models.store.transaction import Transaction
from models.store.verify import EvidenceFinding, VerifyReport


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """What re-hashing found."""

    checked: int
    size: int
    findings: tuple[EvidenceFinding, ...]


class IntegrityService:
    """What can be checked of a store and its evidence."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

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
