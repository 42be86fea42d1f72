"""Puts what was pasted, dropped or chosen into the evidence of a case, outside the window's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.context import AppContext
from models.kinds import EvidenceSource
from ui.background import Background
from ui.cases.evidence_intake import Intake, keep_intake, read_intake, told
from ui.i18n import translator
from ui.messages import show_error

if TYPE_CHECKING:
    from desktop.services.evidence_intake import AddedEvidence

tr = translator("cases")


class EvidenceAdding(QObject):
    """`said` tells in a sentence what became of it."""

    said = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._window = window

    def paste(self, case_id: int) -> None:
        """Keep what the clipboard holds."""
        self.take(case_id, QGuiApplication.clipboard().mimeData(), EvidenceSource.PASTED)

    def drop(self, case_id: int, data: QMimeData) -> None:
        """Keep what was dropped."""
        self.take(case_id, data, EvidenceSource.DROPPED)

    def choose(self, case_id: int) -> None:
        """Ask for files and keep them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Add evidence"))
        if names:
            self._keep(case_id, Intake(paths=tuple(Path(name) for name in names)), EvidenceSource.CHOSEN)

    def take(self, case_id: int, data: QMimeData | None, source: EvidenceSource) -> None:
        """Keep a clipboard or a drop; what is none of files, picture and text is said so."""
        intake = read_intake(data)
        if intake.is_empty:
            self.said.emit(tr("There is no picture, file or text to paste."))
        else:
            self._keep(case_id, intake, source)

    def _keep(self, case_id: int, intake: Intake, source: EvidenceSource) -> None:
        evidence, now = self._ctx.intake, self._ctx.clock.now()
        self._background.run(
            self._ctx.jobs.io(lambda: keep_intake(evidence, case_id, intake, source, now), keeps=True),
            self._kept,
            self._failed,
        )

    def _kept(self, added: tuple[AddedEvidence, ...]) -> None:
        self.said.emit(told(added))

    def _failed(self, error: BaseException) -> None:
        show_error(error, self._window)
