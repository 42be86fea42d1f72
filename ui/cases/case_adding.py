"""Evidence taken in on the case page: how far it is in the status bar, what came of it above the tabs."""

from __future__ import annotations

from PySide6.QtCore import Slot

from desktop.context import AppContext
from ui.background import Background
from ui.cases.case_panel import CasePanel
from ui.intake.adding import Adding, work_of
from ui.intake.report import AddReport, told
from ui.messages import show_error
from ui.page import Page


class CaseAdding(Adding):
    """The page's own import, one at a time."""

    def __init__(self, ctx: AppContext, background: Background, page: Page, panel: CasePanel) -> None:
        super().__init__(ctx, background, page)
        self._page = page
        self._panel = panel
        self.started.connect(self._show_started)
        self.progressed.connect(lambda progress: page.working.emit(work_of(progress, self.stop)))
        self.ended.connect(lambda: page.working.emit(None))
        self.added.connect(self._show)
        self.failed.connect(lambda error: show_error(error, page))
        panel.report.again_wanted.connect(self.again)

    @Slot()
    def _show_started(self) -> None:
        self._panel.report.clear()
        self._page.working.emit(work_of(None, self.stop))

    @Slot(object)
    def _show(self, report: AddReport) -> None:
        self.said.emit(told(report))
        # Somebody may look at another case by now: then the sentence has to do.
        if report.case_id == self._panel.wanted or report.failed:
            self._panel.report.show_added(report)
