"""A region of the screen as evidence of a case, for any page that shows one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.services.evidence_intake import AddedEvidence
from models.clock import zone
from models.errors import EnvironmentFault
from models.kinds import EvidenceSource
from ui import error_words
from ui.background import Background
from ui.capture.screens import ScreenCapture, refusal
from ui.error_words import ErrorWords
from ui.i18n import translator
from ui.intake.pieces import png_bytes
from ui.messages import show_error

if TYPE_CHECKING:
    from models.errors import AftercaseError

tr = translator("arrivals")


def capture_errors(error: AftercaseError) -> ErrorWords | None:
    """Words for a screen that cannot be seen."""
    return ErrorWords(*refusal()) if error.code == "screen_refused" else None


error_words.register(capture_errors)


class CaptureIntoCase(QObject):
    """`added` carries the id of the evidence, new or there already; `said` what to tell."""

    added = Signal(int)
    said = Signal(str)

    def __init__(self, ctx: Any, background: Background, window: QWidget, capture: ScreenCapture | None = None) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._window = window
        self._case_id = 0
        self.capture = capture or ScreenCapture(self)
        self.capture.taken.connect(self._taken)
        self.capture.refused.connect(self._refused)

    def start(self, case_id: int) -> None:
        """Let a region be chosen and keep it as evidence of this case."""
        if not self.capture.running:
            self._case_id = case_id
            self.capture.start()

    @Slot(QImage)
    def _taken(self, picture: QImage) -> None:
        intake, case_id, now = self._ctx.intake, self._case_id, self._ctx.clock.now()
        name = tr("Screen %1", f"{now.astimezone(zone(self._ctx.bench.time_zone)):%Y-%m-%d %H-%M-%S}") + ".png"

        def keep() -> AddedEvidence:
            data = png_bytes(picture)
            kept: AddedEvidence = intake.add_bytes(case_id, data, name, EvidenceSource.CAPTURED, origin="screen")
            return kept

        size = f"{picture.width()} × {picture.height()}"
        self._background.run(
            self._ctx.jobs.io(keep, keeps=True), partial(self._kept, size), self._failed, receiver=self
        )

    def _kept(self, size: str, kept: AddedEvidence) -> None:
        if kept.error is not None:
            self._failed(kept.error)
            return
        self.said.emit(tr("The screen was kept, %1 pixels.", size))
        if kept.evidence_id is not None:
            self.added.emit(kept.evidence_id)

    def _failed(self, error: BaseException) -> None:
        show_error(error, self._window)

    @Slot()
    def _refused(self) -> None:
        show_error(EnvironmentFault("screen_refused"), self._window)
