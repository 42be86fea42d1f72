"""Long work of the Evidence page: adding files and verifying, with progress, Stop and a report of what happened."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.services.evidence_intake import AddedEvidence
from desktop.services.evidence_integrity import EvidenceCheck
from models.errors import AftercaseError, EvidenceFault
from models.kinds import EvidenceSource
from ui.background import Background
from ui.evidence.intake import Intake, Piece, is_regular, walk

_Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of everything that was dropped, pasted or chosen."""

    added: tuple[AddedEvidence, ...]
    stopped: bool = False
    cut: bool = False

    @property
    def kept(self) -> tuple[AddedEvidence, ...]:
        """New evidence."""
        return tuple(one for one in self.added if one.evidence_id is not None and not one.already_there)

    @property
    def doubles(self) -> tuple[AddedEvidence, ...]:
        """What was there already."""
        return tuple(one for one in self.added if one.already_there)

    @property
    def failed(self) -> tuple[AddedEvidence, ...]:
        """What could not be kept, and why."""
        return tuple(one for one in self.added if one.error is not None)


class LongWork(QObject):
    """One long job at a time, in the I/O pool; each signal carries what its name says."""

    started = Signal(str)
    progressed = Signal(int, int)
    checking = Signal(object)
    added = Signal(object)
    verified = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, ctx: Any, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._stop = threading.Event()
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._busy

    @Slot()
    def stop(self) -> None:
        """End after the file in hand; what is kept stays."""
        self._stop.set()

    def add(self, case_id: int, intake: Intake, source: EvidenceSource) -> bool:
        """Keep an intake as evidence; False while something else is under way."""
        service, stop = self._ctx.intake, self._stop

        def work() -> AddReport:
            return _add(service, case_id, intake, source, self.progressed.emit, stop)

        return self._start("add", work, self._finish_add, keeps=True)

    def verify(
        self,
        case_id: int | None,
        evidence_ids: Sequence[int] | None = None,
        going_on: EvidenceCheck | None = None,
    ) -> bool:
        """Re-hash the evidence of a case, of these ids, or all; False while something else is under way."""
        service, stop = self._ctx.integrity, self._stop

        def work() -> EvidenceCheck:
            checked: EvidenceCheck = service.verify(
                case_id, evidence_ids, progress=self.checking.emit, cancelled=stop.is_set, going_on=going_on
            )
            return checked

        # It keeps what it found, so the end of the program waits for the file in hand, not for the rest.
        return self._start("verify", work, self._finish_verify)

    def _start(self, what: str, work: Callable[[], Any], done: Callable[[Any], None], *, keeps: bool = False) -> bool:
        if self._busy:
            return False
        self._busy = True
        self._stop.clear()
        self.started.emit(what)
        self._background.run(self._ctx.jobs.io(work, keeps=keeps), done, self._fail, receiver=self)
        return True

    def _finish_add(self, report: AddReport) -> None:
        self._end()
        self.added.emit(report)

    def _finish_verify(self, check: EvidenceCheck) -> None:
        self._end()
        self.verified.emit(check)

    def _fail(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._busy = False
        self.ended.emit()


def _add(
    service: Any, case_id: int, intake: Intake, source: EvidenceSource, progress: _Progress, stop: threading.Event
) -> AddReport:
    """Runs in the I/O pool: one after the other, and one that fails never stops the others."""
    walked = walk(intake.paths)
    total = len(walked.files) + len(intake.pieces)
    results: list[AddedEvidence] = []
    progress(0, total)
    for path in walked.files:
        if stop.is_set():
            return AddReport(tuple(results), stopped=True, cut=walked.cut)
        if path.exists() and not is_regular(path, follow=True):
            results.append(AddedEvidence(path.name, None, error=EvidenceFault("evidence_not_a_file")))
        else:
            add = partial(service.add_paths, case_id, [path], source, cancelled=stop.is_set)
            results += _guarded(path.name, add)
        progress(len(results), total)
    for piece in intake.pieces:
        results += _guarded(piece.name, partial(_add_piece, service, case_id, piece, source))
        progress(len(results), total)
    return AddReport(tuple(results), cut=walked.cut)


def _add_piece(service: Any, case_id: int, piece: Piece, source: EvidenceSource) -> Sequence[AddedEvidence]:
    return (service.add_bytes(case_id, piece.content(), piece.name, source),)


def _guarded(name: str, add: Callable[[], Sequence[AddedEvidence]]) -> Sequence[AddedEvidence]:
    try:
        return add()
    except AftercaseError as error:
        return (AddedEvidence(name, None, error=error),)
    except OSError as error:
        fault = EvidenceFault("evidence_unreadable", reason=error.strerror or "")
        return (AddedEvidence(name, None, error=fault),)
