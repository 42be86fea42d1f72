"""Proving evidence and taking it out: re-hash it, and save an original elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from desktop.services.evidence_integrity import EvidenceCheck
from models.records import EvidenceRow
from models.rules.evidence_names import export_name
from ui.evidence.labels import shown_name
from ui.i18n import translator

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("evidence")
_NAMED = 200


class DeskProving(QObject):
    """What the Evidence page checks and hands out."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.head.verify_wanted.connect(self.verify)
        desk.browser.tools.verify_wanted.connect(self.verify_all)
        desk.work.verified.connect(self._verified)
        desk.work.failed.connect(self._work_failed)
        for pane in (desk.pane, desk.viewer.pane):
            pane.save_wanted.connect(self.save_original)

    @Slot()
    def verify(self) -> None:
        """Re-hash the evidence of this case."""
        case = self._desk.shown_case()
        if case is not None:
            self._verify(case.case.id)

    @Slot()
    def verify_all(self) -> None:
        """Re-hash all evidence."""
        self._verify(None)

    def _verify(self, case_id: int | None) -> None:
        if self._desk.work.verify(case_id):
            self._desk.commands_changed.emit()

    @Slot(object)
    def _verified(self, check: EvidenceCheck) -> None:
        desk = self._desk
        desk.commands_changed.emit()
        found = {finding.evidence_id: finding.integrity for finding in check.findings}
        ids = list(found)[:_NAMED]
        if not ids:
            desk.browser.strip.show_verified(check, [])
            return
        service = desk.ctx.evidence

        def show(rows: Mapping[int, EvidenceRow]) -> None:
            names = [(f"{rows[i].case_number} · {shown_name(rows[i].evidence)}", found[i]) for i in ids if i in rows]
            desk.browser.strip.show_verified(check, names)

        desk.background.run(desk.ctx.jobs.read(lambda: service.load_rows(ids)), show, receiver=self)

    @Slot(object)
    def _work_failed(self, error: BaseException) -> None:
        self._desk.browser.strip.show_error(error)
        self._desk.commands_changed.emit()

    @Slot()
    def save_original(self) -> None:
        """Write the original under its safe name where the user says."""
        desk = self._desk
        items = desk.describing.meant()
        row = desk.model().row_of(items[0].id) if items else -1
        shown = desk.model().evidence_row(row)
        if shown is None:
            return
        item = shown.evidence
        dialog = QFileDialog(desk, tr("Save original as…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(export_name(item, shown.buyer_nick, shown.case_number))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = tr("The original was saved.")
        dialog.fileSelected.connect(lambda file: desk.writer.save_copy(item, Path(file), lambda: desk.said.emit(said)))
        dialog.open()
