"""Putting evidence into the case in front: paste, choose, drop, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot

from desktop.services.evidence_intake import ImportProgress
from models.kinds import EvidenceSource
from ui.i18n import translator
from ui.intake.adding import work_of
from ui.intake.mime import has_something
from ui.intake.pieces import Intake
from ui.intake.report import AddReport, needs_words, told
from ui.page import Work

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("evidence")


class DeskAdding(QObject):
    """What the Evidence page takes in."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        work = desk.work
        work.started.connect(self._started)
        work.adding.progressed.connect(self._progressed)
        work.adding.said.connect(desk.said)
        work.ended.connect(self._ended)
        work.added.connect(self._added)
        desk.browser.tools.paste_wanted.connect(self.paste)
        desk.browser.tools.add_wanted.connect(self.choose_files)
        desk.browser.add_wanted.connect(self.choose_files)
        desk.browser.strip.again_wanted.connect(work.adding.again)

    def add(self, intake: Intake, source: EvidenceSource) -> None:
        """Keep something as evidence of the case in front."""
        self._into_case(lambda case_id: self._desk.work.add(case_id, intake, source))

    def _into_case(self, take: Callable[[int], object]) -> None:
        desk = self._desk
        case = desk.shown_case()
        if case is None:
            desk.said.emit(tr("Open a case first: evidence belongs to one."))
        else:
            take(case.case.id)
            desk.commands_changed.emit()

    @Slot()
    def paste(self) -> None:
        """Ctrl+V: what lies on the clipboard."""
        self._into_case(self._desk.work.adding.paste)

    @Slot()
    def choose_files(self) -> None:
        """Files chosen in the system's dialog."""
        self._into_case(self._desk.work.adding.choose_files)

    @Slot()
    def choose_folder(self) -> None:
        """All files of a folder chosen in the system's dialog."""
        self._into_case(self._desk.work.adding.choose_folder)

    def takes(self, mime: QMimeData) -> bool:
        """Whether something held over the page can be dropped here now."""
        return self._desk.shown_case() is not None and not self._desk.work.busy and has_something(mime)

    def drop(self, mime: QMimeData) -> None:
        """Something was let go over the page."""
        self._into_case(lambda case_id: self._desk.work.adding.drop(case_id, mime))

    @Slot(str)
    def _started(self, what: str) -> None:
        desk = self._desk
        desk.browser.strip.clear()
        desk.browser.tools.set_adding(False)
        desk.working.emit(
            work_of(None, desk.work.stop) if what == "add" else Work(tr("Verifying…"), None, desk.work.stop)
        )

    @Slot(object)
    def _progressed(self, progress: ImportProgress) -> None:
        self._desk.working.emit(work_of(progress, self._desk.work.stop))

    @Slot()
    def _ended(self) -> None:
        self._desk.browser.tools.set_adding(True)
        self._desk.working.emit(None)
        self._desk.load()

    @Slot(object)
    def _added(self, report: AddReport) -> None:
        self._desk.browser.strip.show_added(report)
        if not needs_words(report):
            # Otherwise the strip says it, and more.
            self._desk.said.emit(told(report))
        self._desk.commands_changed.emit()
        first = next((one.evidence_id for one in (*report.kept, *report.doubles)), None)
        if first is not None:
            self._desk.go_to(first)
