"""Proving on the Evidence page: one piece, what is chosen, the report of a check, and taking an original back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from desktop.services.evidence_integrity import EvidenceCheck
from models.errors import AftercaseError
from models.kinds import Integrity
from models.store.verify import Progress
from ui import error_words
from ui import format as written
from ui.error_words import ErrorWords
from ui.evidence.integrity_report import ReportDialog
from ui.i18n import translator
from ui.messages import show_error
from ui.page import Work

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("integrity")


def integrity_errors(error: AftercaseError) -> ErrorWords | None:
    """Words for what taking an original back may say."""
    if error.code == "not_the_original":
        return ErrorWords(
            tr("This is another file: its SHA-256 is not that of evidence %1.", error.values.get("number", "")),
            tr("Nothing was changed. Look for the file as it was when it was imported, not edited or sent again."),
        )
    return None


error_words.register(integrity_errors)


class DeskIntegrity(QObject):
    """What the Evidence page checks beside whole cases, and what it shows of a check."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.last: EvidenceCheck | None = None
        for pane in (desk.pane, desk.viewer.pane):
            pane.verify_wanted.connect(lambda evidence_id: self._verify([evidence_id]))
            pane.restore_wanted.connect(self._choose)
        desk.work.checking.connect(self._checking, Qt.ConnectionType.QueuedConnection)
        desk.work.verified.connect(self._verified)
        desk.browser.strip.report_wanted.connect(self.show_report)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """The window's commands that are done here."""
        return {
            "verify_chosen": self.verify_chosen,
            "restore_original": self.restore,
            "integrity_report": self.show_report,
        }

    def can(self, command: str) -> bool:
        """Whether one of them can be done now."""
        if command == "integrity_report":
            return self.last is not None
        if command == "verify_chosen":
            return bool(self._desk.describing.meant_ids()) and not self._desk.work.busy
        meant = self._desk.describing.meant()
        if command == "restore_original":
            return len(meant) == 1 and meant[0].integrity is not Integrity.VERIFIED
        return bool(meant) and not self._desk.work.busy

    @Slot()
    def verify_chosen(self) -> None:
        """Re-hash what is selected, or what the viewer shows."""
        self._verify(self._desk.describing.meant_ids())

    def _verify(self, evidence_ids: list[int]) -> None:
        if evidence_ids and evidence_ids != [0] and self._desk.work.verify(None, evidence_ids):
            self._desk.commands_changed.emit()

    @Slot(object)
    def _checking(self, now: Progress) -> None:
        work = self._desk.work
        if work.busy:
            words = tr("Verifying %1 of %2 · %3 of %4", now.files, now.all_files,
                       written.size(now.size), written.size(now.all_size))  # fmt: skip
            self._desk.working.emit(Work(words, now.size / now.all_size if now.all_size else None, work.stop))

    @Slot(object)
    def _verified(self, check: EvidenceCheck) -> None:
        self.last = check
        self._desk.browser.strip.offer_report()
        self._desk.commands_changed.emit()

    @Slot()
    def show_report(self) -> None:
        """The whole report of the last check."""
        check = self.last
        if check is None:
            return
        dialog = ReportDialog(check, self._desk.zone, self._desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_wanted.connect(partial(self._save, dialog.text))
        dialog.going_on.connect(lambda: self._desk.work.verify(check.case_id, check.evidence_ids, check))
        dialog.open()

    def _save(self, text: str, target: Path) -> None:
        desk = self._desk
        service = desk.ctx.integrity

        def done(_: object) -> None:
            desk.said.emit(tr("The report was saved."))

        future = desk.ctx.jobs.io(lambda: service.save_report(text, target), keeps=True)
        desk.background.run(future, done, partial(show_error, parent=desk), receiver=self)

    # Taking an original back

    @Slot()
    def restore(self) -> None:
        """Ask for the original file of what is chosen."""
        meant = self._desk.describing.meant()
        if len(meant) == 1:
            self._choose(meant[0].id)

    @Slot(int)
    def _choose(self, evidence_id: int) -> None:
        dialog = QFileDialog(self._desk, tr("The original file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.take_back(evidence_id, Path(file)))
        dialog.open()

    def take_back(self, evidence_id: int, source: Path) -> None:
        """Put the original back if it is it."""
        desk = self._desk
        service = desk.ctx.integrity

        def done(healed: int) -> None:
            desk.said.emit(tr("%n piece(s) of evidence as imported again", n=healed))
            desk.load()

        future = desk.ctx.jobs.io(lambda: service.restore(evidence_id, source), keeps=True)
        desk.background.run(future, done, partial(show_error, parent=desk), receiver=self)
