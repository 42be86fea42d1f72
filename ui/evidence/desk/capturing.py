"""A region of the screen as evidence of the case in front on the Evidence page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.capture.into_case import CaptureIntoCase
from ui.i18n import translator

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("arrivals")


class DeskCapturing(QObject):
    """Capturing on the Evidence page."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.into = CaptureIntoCase(desk.ctx, desk.background, desk)
        self.into.said.connect(desk.said)
        self.into.added.connect(desk.go_to)
        desk.browser.tools.capture_wanted.connect(self.start)

    @Slot()
    def start(self) -> None:
        """A region of the screen into the case in front."""
        case = self._desk.shown_case()
        if case is None:
            self._desk.said.emit(tr("Open a case first: evidence belongs to one."))
        else:
            self.into.start(case.case.id)
