"""The Evidence page's widgets and what the user does with them: add, view, tag, number, remove, verify."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from desktop.services.evidence_integrity import EvidenceCheck
from models.clock import zone
from models.kinds import EvidenceSource
from models.records import Evidence, EvidenceRow
from models.rules.evidence_names import export_name
from ui.background import Background
from ui.evidence.browser import Browser
from ui.evidence.case_evidence import CaseEvidence, EvidenceWriter
from ui.evidence.checklist_panel import ChecklistPanel
from ui.evidence.evidence_model import AllEvidenceModel, CaseEvidenceModel, EvidenceModel, Fetched
from ui.evidence.gallery_tools import CaseHead
from ui.evidence.intake import Intake, has_something, intake_of
from ui.evidence.labels import shown_name
from ui.evidence.long_work import AddReport, LongWork
from ui.evidence.metadata_pane import MetadataPane
from ui.evidence.thumbnail_source import ThumbnailSource
from ui.evidence.viewer import Viewer
from ui.i18n import translator
from ui.page import Page, Target, Work
from ui.widgets.controls import Chip
from ui.widgets.panel import column, line

tr = translator("evidence")


class EvidenceDesk(Page):
    """The parts of the page and their doings. Subclassed by the page itself, which loads and answers the window."""

    word = "evidence"

    def __init__(self, ctx: Any, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self._zone = zone(ctx.bench.time_zone)
        self._case: CaseEvidence | None = None
        self._wanted = ""
        self._doing = ""
        self.setAcceptDrops(True)
        self.writer = EvidenceWriter(ctx, background, self)
        self.work = LongWork(ctx, background, self)
        self.case_model = CaseEvidenceModel(ctx.clock, self._zone, self)
        self.all_model = AllEvidenceModel(ctx.clock, self._zone, self._fetch, self)
        self.thumbnails = ThumbnailSource(ctx, background, self)
        self._big = ThumbnailSource(ctx, background, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._problem_chip = Chip("", "overdue")
        self._state_chip = Chip("", None)
        self._marks = (self._problem_chip, self._state_chip)
        rows = column(self)
        self.head = CaseHead(self)
        rows.addWidget(self.head)
        self._places = QStackedWidget(self)
        self._desk = QWidget(self._places)
        across = line(self._desk, spacing=0)
        self.checklist = ChecklistPanel(self._desk)
        self.browser = Browser(self.ctx, self.thumbnails, self._zone, self._desk)
        self.pane = MetadataPane(self.ctx.clock, self._zone, self._big, self._desk)
        across.addWidget(self.checklist)
        across.addWidget(self.browser, 1)
        across.addWidget(self.pane)
        self.viewer = Viewer(self.ctx, self.background, self._zone, self._places)
        self._places.addWidget(self._desk)
        self._places.addWidget(self.viewer)
        rows.addWidget(self._places, 1)

    def _connect(self) -> None:
        browser, tools, work = self.browser, self.browser.tools, self.work
        self.head.part_wanted.connect(self._go_part)
        self.head.verify_wanted.connect(self.verify)
        self.head.packet_wanted.connect(self.go_packet)
        tools.paste_wanted.connect(self.paste)
        tools.add_wanted.connect(self.choose_files)
        tools.verify_wanted.connect(self.verify_all)
        tools.filtered.connect(self._filtered)
        browser.add_wanted.connect(self.choose_files)
        browser.opened.connect(self.view)
        browser.current_changed.connect(self._current_changed)
        browser.selection_changed.connect(self._selection_changed)
        browser.tag_key.connect(self._tag_key)
        browser.left.connect(self._leave)
        for asking in (browser, self.pane, self.viewer):
            asking.exhibit_wanted.connect(self._toggle_exhibit)
            asking.remove_wanted.connect(self._remove)
        for pane in (self.pane, self.viewer.pane):
            pane.view_wanted.connect(lambda: self.view(self.browser.current_row()))
            pane.save_wanted.connect(self._save_original)
            pane.captioned.connect(self.writer.caption)
            pane.proven.connect(self.writer.proves)
            pane.tagged.connect(lambda evidence_id, tag: self.writer.tag([evidence_id], tag))
        self.viewer.closed.connect(self._close_viewer)
        self.viewer.moved.connect(self.browser.choose_row)
        self.checklist.needed.connect(self._find_need)
        work.started.connect(self._started)
        work.progressed.connect(self._progressed, Qt.ConnectionType.QueuedConnection)
        work.ended.connect(self._ended)
        work.added.connect(self._added)
        work.verified.connect(self._verified)
        work.failed.connect(self._work_failed)

    def model(self) -> EvidenceModel:
        """The model in front."""
        return self.case_model if self._wanted else self.all_model

    def _fetch(self, ids: Sequence[int], arrived: Fetched) -> None:
        service, kept = self.ctx.evidence, list(ids)
        self.background.run(self.ctx.jobs.read(lambda: service.load_rows(kept)), arrived, receiver=self, quiet=True)

    def _filtered(self) -> None:
        """The page shows what the filters leave."""

    def _load(self) -> None:
        """The page reads anew what it shows."""

    # Putting in

    def add(self, intake: Intake, source: EvidenceSource) -> None:
        """Keep something as evidence of the case in front."""
        if self._case is None:
            self.said.emit(tr("Open a case first: evidence belongs to one."))
        elif not intake:
            self.said.emit(tr("There is nothing here that can be kept."))
        elif not self.work.add(self._case.case.id, intake, source):
            self.said.emit(tr("Wait until what is being added is there."))
        else:
            self.commands_changed.emit()

    def paste(self) -> None:
        """Ctrl+V: what lies on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        self.add(intake_of(mime, self.ctx.clock.now(), self._zone), EvidenceSource.PASTED)

    @Slot()
    def choose_files(self) -> None:
        """Files chosen in the system's dialog."""
        dialog = QFileDialog(self, tr("Add evidence"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    @Slot(list)
    def _files_chosen(self, files: list[str]) -> None:
        self.add(Intake(paths=tuple(Path(file) for file in files)), EvidenceSource.CHOSEN)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        can_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
        if self._case is not None and can_copy and not self.work.busy and has_something(event.mimeData()):
            self.browser.set_dropping(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.browser.set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.browser.set_dropping(False)
        # The original stays where it was dragged from, whatever the other program offers.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.add(intake_of(event.mimeData(), self.ctx.clock.now(), self._zone), EvidenceSource.DROPPED)

    @Slot(str)
    def _started(self, what: str) -> None:
        self._doing = what
        self.browser.strip.clear()
        self.browser.tools.set_adding(False)
        self._progressed(0, 0)

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        if not self.work.busy:
            return
        if self._doing == "add":
            words = tr("Adding %1 of %2", min(done + 1, total), total) if total else tr("Adding…")
        else:
            words = tr("Verifying %1 of %2", done, total) if total else tr("Verifying…")
        self.working.emit(Work(words, done / total if total else None, self.work.stop))

    @Slot()
    def _ended(self) -> None:
        self.browser.tools.set_adding(True)
        self.working.emit(None)
        self._load()

    def _added(self, report: AddReport) -> None:
        self.browser.strip.show_added(report)
        self.commands_changed.emit()
        first = next((one.evidence_id for one in (*report.kept, *report.doubles)), None)
        if first is not None:
            self._go_to(first)

    def _go_to(self, evidence_id: int) -> None:
        """Move the cursor to a piece of evidence as soon as it is shown."""

    # Describing

    @Slot(int)
    def _tag_key(self, number: int) -> None:
        needs = self._case.needs if self._case is not None else ()
        items = self.browser.chosen()
        if number > len(needs) or not items:
            return
        tag = needs[number - 1].id
        off = all(item.tag == tag for item in items)
        self.writer.tag([item.id for item in items], "" if off else tag)

    def _toggle_exhibit(self) -> None:
        self.writer.exhibit(self._meant())

    def _remove(self) -> None:
        self.writer.remove([item.id for item in self._meant()])

    def _meant(self) -> list[Evidence]:
        """What a command is about: what the viewer shows, else what is selected."""
        shown = self.viewer.evidence()
        return [shown] if shown is not None and self.viewing() else self.browser.chosen()

    def _edit_caption(self) -> None:
        pane = self.viewer.pane if self.viewing() else self.pane
        pane.setVisible(True)
        pane.edit_caption()

    @Slot(str)
    def _find_need(self, need_id: str) -> None:
        """A line of the checklist leads to the evidence that fills it."""
        for row in range(self.case_model.evidence_count()):
            shown = self.case_model.evidence_row(row)
            if shown is not None and shown.evidence.tag == need_id:
                self.browser.choose_row(row)
                self.browser.view().setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # Looking

    def viewing(self) -> bool:
        """Whether the viewer is in front."""
        return self._places.currentWidget() is self.viewer

    def view(self, row: int) -> None:
        """Show a row in the viewer."""
        if self.model().evidence_row(row) is None:
            return
        self.viewer.set_model(self.model())
        self._places.setCurrentWidget(self.viewer)
        self.viewer.show_row(row)
        self.viewer.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hints_changed.emit()

    @Slot()
    def _close_viewer(self) -> None:
        if not self.viewing():
            return
        self._places.setCurrentWidget(self._desk)
        self.viewer.leave()
        self.browser.view().setFocus(Qt.FocusReason.OtherFocusReason)
        self.hints_changed.emit()

    @Slot()
    def _current_changed(self) -> None:
        self.pane.show_row(self.model().evidence_row(self.browser.current_row()), with_case=not self._wanted)

    @Slot()
    def _selection_changed(self) -> None:
        self.hints_changed.emit()
        self.commands_changed.emit()

    @Slot()
    def _leave(self) -> None:
        if self._case is not None:
            self._go_part("overview")

    @Slot(str)
    def _go_part(self, part: str) -> None:
        if self._case is not None:
            self.navigate.emit(Target("cases", self._case.case.number, part))

    @Slot()
    def go_packet(self) -> None:
        """To the packet of this case."""
        if self._case is not None:
            self.navigate.emit(Target("packets", self._case.case.number))

    # Proving and taking out

    @Slot()
    def verify(self) -> None:
        """Re-hash the evidence of this case."""
        if self._case is not None:
            self._verify(self._case.case.id)

    @Slot()
    def verify_all(self) -> None:
        """Re-hash all evidence."""
        self._verify(None)

    def _verify(self, case_id: int | None) -> None:
        if self.work.verify(case_id):
            self.commands_changed.emit()

    def _verified(self, check: EvidenceCheck) -> None:
        self.commands_changed.emit()
        found = {finding.evidence_id: finding.integrity for finding in check.findings}
        ids = list(found)[:200]
        if not ids:
            self.browser.strip.show_verified(check, [])
            return
        service = self.ctx.evidence

        def show(rows: Mapping[int, EvidenceRow]) -> None:
            names = [(f"{rows[i].case_number} · {shown_name(rows[i].evidence)}", found[i]) for i in ids if i in rows]
            self.browser.strip.show_verified(check, names)

        self.background.run(self.ctx.jobs.read(lambda: service.load_rows(ids)), show, receiver=self)

    def _work_failed(self, error: BaseException) -> None:
        self.browser.strip.show_error(error)
        self.commands_changed.emit()

    def _save_original(self) -> None:
        """Write the original under its safe name where the user says."""
        items = self._meant()
        row = self.model().row_of(items[0].id) if items else -1
        shown = self.model().evidence_row(row)
        if shown is None:
            return
        item = shown.evidence
        dialog = QFileDialog(self, tr("Save original as…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(export_name(item, shown.buyer_nick, shown.case_number))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = tr("The original was saved.")
        dialog.fileSelected.connect(lambda file: self.writer.save_copy(item, Path(file), lambda: self.said.emit(said)))
        dialog.open()
