"""The Evidence page's widgets and how they are tied together; what the user does with them is in the desk's parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.clock import zone
from ui.background import Background
from ui.evidence.annotation.annotating import Annotating
from ui.evidence.case_evidence import CaseEvidence, EvidenceWriter
from ui.evidence.checklist.panel import ChecklistPanel
from ui.evidence.desk.adding import DeskAdding
from ui.evidence.desk.capturing import DeskCapturing
from ui.evidence.desk.carrying import DeskCarrying
from ui.evidence.desk.chats import DeskChats
from ui.evidence.desk.checklist import DeskChecklist
from ui.evidence.desk.describing import DeskDescribing
from ui.evidence.desk.filtering import DeskFiltering
from ui.evidence.desk.integrity import DeskIntegrity
from ui.evidence.desk.looking import DeskLooking
from ui.evidence.desk.proving import DeskProving
from ui.evidence.desk.seen import DeskSeen
from ui.evidence.desk.taking_out import DeskTakingOut
from ui.evidence.desk.watching import DeskWatching
from ui.evidence.evidence_model import AllEvidenceModel, CaseEvidenceModel, EvidenceModel, Fetched
from ui.evidence.gallery.browser import Browser
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.gallery.tile_marks import TileMarks
from ui.evidence.gallery.tools import CaseHead
from ui.evidence.long_work import LongWork
from ui.evidence.viewing.metadata_pane import MetadataPane
from ui.evidence.viewing.viewer import Viewer
from ui.page import Page, Target
from ui.widgets.controls import Chip
from ui.widgets.panel import column, line


class EvidenceDesk(Page):
    """The parts of the page. Subclassed by the page itself, which loads and answers the window.

    A part of what the page does is a QObject of its own (`adding`, `describing`, `proving`, ...) made at the end of
    `__init__` from the desk; it connects itself to the widgets and signals it is about.
    """

    word = "evidence"

    def __init__(self, ctx: Any, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.zone = zone(ctx.bench.time_zone)
        self._case: CaseEvidence | None = None
        self._wanted = ""
        self.setAcceptDrops(True)
        self.writer = EvidenceWriter(ctx, background, self)
        self.work = LongWork(ctx, background, self)
        self.case_model = CaseEvidenceModel(ctx.clock, self.zone, self)
        self.all_model = AllEvidenceModel(ctx.clock, self.zone, self._fetch, self)
        self.thumbnails = ThumbnailSource(ctx, background, self)
        self._big = ThumbnailSource(ctx, background, self)
        self._build()
        self._connect()
        self.adding = DeskAdding(self)
        self.describing = DeskDescribing(self)
        self.filtering = DeskFiltering(self)
        self.carrying = DeskCarrying(self)
        self.listing = DeskChecklist(self)
        self.proving = DeskProving(self)
        TileMarks(self, self.browser.annotation_marks(), lambda ids: self.ctx.annotations.count_marks(ids))
        self.looking = DeskLooking(self)
        self.integrity = DeskIntegrity(self)
        self.seen = DeskSeen(self)
        self.chats = DeskChats(self)
        self.capturing = DeskCapturing(self)
        self.watching = DeskWatching(self)
        self.taking_out = DeskTakingOut(self)

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
        self.checklist = ChecklistPanel(self.ctx.clock, self.zone, self._desk)
        self.browser = Browser(self.ctx, self.thumbnails, self.zone, self._desk)
        self.pane = MetadataPane(self.ctx.clock, self.zone, self._big, self._desk)
        across.addWidget(self.checklist)
        across.addWidget(self.browser, 1)
        across.addWidget(self.pane)
        self.viewer = Viewer(self.ctx, self.background, self.zone, self._places)
        self._places.addWidget(self._desk)
        self.annotating = Annotating(self.ctx, self.background, self.zone, self)
        self.annotating.attach_viewer(self.viewer)
        self._places.addWidget(self.viewer)
        rows.addWidget(self._places, 1)
        # What is looked at closely takes the whole height; tabs and clock come back with the gallery.
        self._places.currentChanged.connect(self._place_came)

    @Slot(int)
    def _place_came(self, _number: int) -> None:
        self.show_head()
        self.looking.let_go()
        self.header_changed.emit()

    def show_head(self) -> None:
        """The head of the case above its gallery."""
        self.head.setVisible(bool(self._wanted) and self._places.currentWidget() is self._desk)

    def _connect(self) -> None:
        browser = self.browser
        self.head.part_wanted.connect(self.go_part)
        self.head.packet_wanted.connect(self.go_packet)
        browser.opened.connect(self.view)
        browser.current_changed.connect(self._current_changed)
        browser.selection_changed.connect(self._selection_changed)
        browser.left.connect(self._leave)
        for pane in (self.pane, self.viewer.pane):
            pane.view_wanted.connect(lambda: self.view(self.browser.current_row()))
        self.annotating.said.connect(self.said)
        self.annotating.opened.connect(self._show_copy)
        self.annotating.usable_changed.connect(self.commands_changed)
        self.viewer.closed.connect(self._close_viewer)
        self.viewer.moved.connect(self.browser.choose_row)

    def shown_case(self) -> CaseEvidence | None:
        """The case in front; None over all cases and while it is being read."""
        return self._case

    def model(self) -> EvidenceModel:
        """The model in front."""
        return self.case_model if self._wanted else self.all_model

    def _fetch(self, ids: Sequence[int], arrived: Fetched) -> None:
        service, kept = self.ctx.evidence, list(ids)

        def failed(error: BaseException) -> None:
            # The next window is still to be read.
            arrived({})
            self.background.failed.emit(error)

        future = self.ctx.jobs.read(lambda: service.load_rows(kept))
        self.background.run(future, arrived, failed, receiver=self, quiet=True)

    def _filtered(self) -> None:
        """The page shows what the filters leave."""

    @Slot()
    def load(self) -> None:
        """The page reads anew what it shows."""

    def go_to(self, evidence_id: int) -> None:
        """Move the cursor to a piece of evidence as soon as it is shown."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        can_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
        if can_copy and self.adding.takes(event.mimeData()):
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
        self.adding.drop(event.mimeData())

    # Looking

    def _show_copy(self, evidence_id: int) -> None:
        """A copy that was made of what is seen: in the viewer if it is listed, else in the gallery."""
        row = self.model().row_of(evidence_id)
        self.view(row) if row >= 0 else self.go_to(evidence_id)

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

    def compare(self, ids: Sequence[int]) -> None:
        """Show two to four pieces of evidence side by side, of whichever cases."""
        self.looking.compare(ids)

    def add_place(self, place: QWidget) -> None:
        """Something else that comes in the place of gallery and viewer."""
        self._places.addWidget(place)

    def place_in_front(self) -> QWidget | None:
        """The gallery with its panes, the viewer, or a place that was added."""
        return self._places.currentWidget()

    def bring_to_front(self, place: QWidget) -> None:
        """Show a place that was added."""
        self._places.setCurrentWidget(place)

    @Slot()
    def _close_viewer(self) -> None:
        if self.viewing():
            self.show_browser()

    def show_browser(self) -> None:
        """Back to the gallery with its panes."""
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
            self.go_part("overview")

    @Slot(str)
    def go_part(self, part: str) -> None:
        """To another part of this case."""
        if self._case is not None:
            self.navigate.emit(Target("cases", self._case.case.number, part))

    @Slot()
    def go_packet(self) -> None:
        """To the packet of this case."""
        if self._case is not None:
            self.navigate.emit(Target("packets", self._case.case.number))
