"""Long work of the Evidence page: adding files and verifying, one at a time, with progress and Stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.evidence_integrity import EvidenceCheck
from models.kinds import EvidenceSource
from ui.background import Background
from ui.intake.adding import Adding
from ui.intake.pieces import Intake


class LongWork(QObject):
    """One long job at a time, in the I/O pool. `checking` carries the Progress of a check; `adding` takes things in."""

    started = Signal(str)
    checking = Signal(object)
    added = Signal(object)
    verified = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, ctx: Any, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._stop = threading.Event()
        self._busy = False
        self.adding = Adding(ctx, background, parent)
        self.adding.started.connect(lambda: self.started.emit("add"))
        self.adding.added.connect(self.added)
        self.adding.failed.connect(self.failed)
        self.adding.ended.connect(self.ended)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._busy or self.adding.busy

    @Slot()
    def stop(self) -> None:
        """End after the file in hand; what is kept stays."""
        self._stop.set()
        self.adding.stop()

    def may_leave(self) -> bool:
        """Whether the window can close now: a check is stopped, about an import it may ask."""
        self._stop.set()
        return self.adding.may_leave()

    def add(self, case_id: int, intake: Intake, source: EvidenceSource) -> bool:
        """Keep an intake as evidence; False while something else is under way."""
        return not self._busy and self.adding.add(case_id, intake, source)

    def verify(
        self, case_id: int | None, evidence_ids: Sequence[int] | None = None, going_on: EvidenceCheck | None = None
    ) -> bool:
        """Re-hash the evidence of a case, of these ids, or all; False while something else is under way."""
        service, stop = self._ctx.integrity, self._stop

        def work() -> EvidenceCheck:
            checked: EvidenceCheck = service.verify(
                case_id, evidence_ids, progress=self.checking.emit, cancelled=stop.is_set, going_on=going_on
            )
            return checked

        return self._start("verify", work, self._finish_verify)

    def _start(self, what: str, work: Callable[[], Any], done: Callable[[Any], None]) -> bool:
        if self.busy:
            return False
        self._busy = True
        self._stop.clear()
        self.started.emit(what)
        self._background.run(self._ctx.jobs.io(work), done, self._fail, receiver=self)
        return True

    def _finish_verify(self, check: EvidenceCheck) -> None:
        self._end()
        self.verified.emit(check)

    def _fail(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._busy = False
        self.ended.emit()
