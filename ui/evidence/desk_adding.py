"""Putting evidence into the case in front: paste, choose, drop, and how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from models.kinds import EvidenceSource
from ui.evidence.intake import Intake, has_something, intake_of
from ui.evidence.long_work import AddReport
from ui.i18n import translator
from ui.page import Work

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("evidence")


class DeskAdding(QObject):
    """What the Evidence page takes in."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._doing = ""
        work = desk.work
        work.started.connect(self._started)
        work.progressed.connect(self._progressed, Qt.ConnectionType.QueuedConnection)
        work.ended.connect(self._ended)
        work.added.connect(self._added)
        desk.browser.tools.paste_wanted.connect(self.paste)
        desk.browser.tools.add_wanted.connect(self.choose_files)
        desk.browser.add_wanted.connect(self.choose_files)

    def add(self, intake: Intake, source: EvidenceSource) -> None:
        """Keep something as evidence of the case in front."""
        desk = self._desk
        case = desk.shown_case()
        if case is None:
            desk.said.emit(tr("Open a case first: evidence belongs to one."))
        elif not intake:
            desk.said.emit(tr("There is nothing here that can be kept."))
        elif not desk.work.add(case.case.id, intake, source):
            desk.said.emit(tr("Wait until what is being added is there."))
        else:
            desk.commands_changed.emit()

    @Slot()
    def paste(self) -> None:
        """Ctrl+V: what lies on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        self.add(self._intake(mime), EvidenceSource.PASTED)

    @Slot()
    def choose_files(self) -> None:
        """Files chosen in the system's dialog."""
        dialog = QFileDialog(self._desk, tr("Add evidence"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    def takes(self, mime: QMimeData) -> bool:
        """Whether something held over the page can be dropped here now."""
        return self._desk.shown_case() is not None and not self._desk.work.busy and has_something(mime)

    def drop(self, mime: QMimeData) -> None:
        """Something was let go over the page."""
        self.add(self._intake(mime), EvidenceSource.DROPPED)

    def _intake(self, mime: QMimeData) -> Intake:
        return intake_of(mime, self._desk.ctx.clock.now(), self._desk.zone)

    @Slot(list)
    def _files_chosen(self, files: list[str]) -> None:
        self.add(Intake(paths=tuple(Path(file) for file in files)), EvidenceSource.CHOSEN)

    @Slot(str)
    def _started(self, what: str) -> None:
        self._doing = what
        self._desk.browser.strip.clear()
        self._desk.browser.tools.set_adding(False)
        self._progressed(0, 0)

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        work = self._desk.work
        if not work.busy:
            return
        if self._doing == "add":
            words = tr("Adding %1 of %2", min(done + 1, total), total) if total else tr("Adding…")
        else:
            words = tr("Verifying %1 of %2", done, total) if total else tr("Verifying…")
        self._desk.working.emit(Work(words, done / total if total else None, work.stop))

    @Slot()
    def _ended(self) -> None:
        self._desk.browser.tools.set_adding(True)
        self._desk.working.emit(None)
        self._desk.load()

    @Slot(object)
    def _added(self, report: AddReport) -> None:
        self._desk.browser.strip.show_added(report)
        self._desk.commands_changed.emit()
        first = next((one.evidence_id for one in (*report.kept, *report.doubles)), None)
        if first is not None:
            self._desk.go_to(first)
