"""What the Cases page does with evidence beyond adding it: capture the screen, take it out, open its folder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from desktop.context import AppContext
from ui.background import Background
from ui.capture.into_case import CaptureIntoCase
from ui.cases.case_choices import CaseChoices
from ui.cases.case_panel import CasePanel
from ui.page import Page
from ui.taking_out.work import TakingOut


class CaseEvidenceWork(QObject):
    """The page takes over `commands`; what is said and worked on goes to the page by itself."""

    def __init__(
        self, ctx: AppContext, background: Background, panel: CasePanel, choices: CaseChoices, page: Page
    ) -> None:
        super().__init__(page)
        self._panel = panel
        self._choices = choices
        self.capturing = CaptureIntoCase(ctx, background, page)
        self.taking_out = TakingOut(ctx, background, page)
        self.capturing.said.connect(page.said)
        self.taking_out.said.connect(page.said)
        self.taking_out.working.connect(page.working)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Commands of ui.actions; each needs a case shown or selected."""
        return {"capture": self.capture, "take_out": self.take_out, "evidence_folder": self.open_folder}

    @Slot()
    def capture(self) -> None:
        """A region of the screen into the case shown."""
        if self._panel.wanted is not None:
            self.capturing.start(self._panel.wanted)

    @Slot()
    def take_out(self) -> None:
        """All evidence of the cases selected, or of the one shown."""
        self.taking_out.ask([], self._choices.ids())

    @Slot()
    def open_folder(self) -> None:
        """The folder of the case shown."""
        if self._panel.wanted is not None:
            self.taking_out.view_folder(self._panel.wanted)
