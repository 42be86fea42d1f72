"""The case page beside the list: head, tabs, and in them overview, evidence, timeline, replies and notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QMimeData, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.context import AppContext
from models.clock import zone
from models.records import CasePage
from ui import theme as tokens
from ui.background import Background
from ui.cases.case_call_strip import CaseCallStrip
from ui.cases.case_cells import Moment
from ui.cases.case_head import CaseHead
from ui.cases.case_overview import CaseOverview
from ui.cases.case_thumbnails import CaseThumbnails
from ui.cases.evidence_tiles import EvidenceTiles
from ui.cases.fact_writing import FactWriting
from ui.cases.hand_over_desk import HandOverNote
from ui.cases.notes_tab import NotesTab
from ui.cases.parcel_writing import ParcelWriting
from ui.cases.related_banners import CaseBanners
from ui.cases.replies_tab import RepliesTab
from ui.cases.text_writing import TextWriting
from ui.cases.timeline_tab import TimelineTab
from ui.i18n import translator
from ui.intake.mime import has_something
from ui.intake.report_strip import ReportStrip
from ui.order_drops import are_order_files
from ui.serial_patterns import SerialPatterns
from ui.widgets.buttons import Button
from ui.widgets.controls import Tabs
from ui.widgets.drop_frame import DropFrame
from ui.widgets.panel import EmptyPlace, Strip, column, line

if TYPE_CHECKING:
    from models.rules.checklist import Checklist

tr = translator("cases")
OVERVIEW, EVIDENCE, TIMELINE, REPLIES, NOTES = range(5)
PARTS = {"overview": OVERVIEW, "evidence": EVIDENCE, "timeline": TIMELINE, "replies": REPLIES, "notes": NOTES}
_SETTLE_MS, _HURRY_MS, _PATIENT_MS = 40, 120, 200
# The rules take a moment, and many megabytes when first asked: only for a case one stays with.
_RULES_MS = 350


class CasePanel(Strip):
    """`show_case(id)` loads a case; what is shown stays until the new one is there."""

    shown_changed = Signal()
    note_wanted = Signal(int, str, object)
    step_ticked = Signal(int, bool)
    evidence_wanted = Signal(int, int)
    dropped = Signal(int, object)
    said = Signal(str)
    failed = Signal(object)
    command_wanted = Signal(str)
    case_wanted = Signal(int)
    buyer_wanted = Signal()
    rule_wanted = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._wanted: int | None = None
        self._asked = 0
        self._page: CasePage | None = None
        self._people: Mapping[int, str] = {}
        self.setMinimumWidth(400)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Case"))
        self._since = QElapsedTimer()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._load)
        self._rules = QTimer(self, singleShot=True, interval=_RULES_MS)
        self._rules.timeout.connect(self._look_for_missing)
        thumbnails = CaseThumbnails(ctx, background, self)
        outer = column(self)
        self._stack = QStackedWidget(self)
        outer.addWidget(self._stack)
        self._none = EmptyPlace("inbox", tr("No case is chosen"), tr("Choose one in the list."), self)
        self._stack.addWidget(self._none)
        body = QWidget(self._stack)
        rows = column(body)
        self.head = CaseHead(body)
        rows.addWidget(self.head)
        self.banners = CaseBanners(body)
        rows.addWidget(self.banners)
        self.calls = CaseCallStrip(body)
        rows.addWidget(self.calls)
        self.report = ReportStrip(body)
        rows.addWidget(self.report)
        self.handed = HandOverNote(ctx, body)
        rows.addWidget(self.handed)
        rows.addWidget(self._tab_row(body))
        self.tabs = QStackedWidget(body)
        self.overview = CaseOverview(thumbnails, self.tabs)
        self.patterns = SerialPatterns(ctx, background, self.overview.cards, most=1)
        self.patterns.case_wanted.connect(lambda place: self.case_wanted.emit(place.case_id))
        self.overview.cards.add_to_buyer(self.patterns)
        self.tiles = EvidenceTiles(thumbnails, QSize(120, 90), body, caption=True)
        self.timeline = TimelineTab(self.tabs)
        self.replies = RepliesTab(ctx.replies, self.tabs)
        self.notes = NotesTab(self.tabs)
        self.texts = TextWriting(ctx, background, self.replies, self.notes, self)
        self.tabs.addWidget(self.overview)
        self.tabs.addWidget(self._evidence_tab(self.tabs))
        self.tabs.addWidget(self.timeline)
        self.tabs.addWidget(self.replies)
        self.tabs.addWidget(self.notes)
        rows.addWidget(self.tabs, 1)
        self._stack.addWidget(body)
        self.drop_frame = DropFrame(self, tr("Add as evidence"))
        self.facts = FactWriting(ctx, background, self.overview.facts, self)
        self.facts.failed.connect(self.failed)
        self.parcels = ParcelWriting(ctx, background, self.overview.cards.parcels, lambda: self._page, self)
        self.parcels.failed.connect(self.failed)
        self._connect()

    def _tab_row(self, parent: QWidget) -> QWidget:
        strip = Strip(parent, edge="bottom", height=tokens.TOOL_ROW)
        row = line(strip, margins=(16, 0, 0, 0), spacing=0)
        self.bar = Tabs(strip)
        self.bar.setAccessibleName(tr("Parts of the case"))
        for name in (tr("Overview"), tr("Evidence"), tr("Timeline"), tr("Replies"), tr("Notes")):
            self.bar.addTab(name)
        row.addWidget(self.bar)
        row.addStretch(1)
        return strip

    def _evidence_tab(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        # The grid of tiles brings half a gap of its own.
        rows = column(box, margins=(10, 12, 10, 0), spacing=10)
        row = line(margins=(6, 0, 6, 0), spacing=8)
        self._open_evidence = Button(tr("Open in Evidence"), box, icon="images", size="small")
        self._open_evidence.clicked.connect(lambda: self._want_evidence(0))
        row.addWidget(self._open_evidence)
        row.addStretch(1)
        rows.addLayout(row)
        rows.addWidget(self.tiles, 1)
        return box

    def _connect(self) -> None:
        self.bar.currentChanged.connect(self.tabs.setCurrentIndex)
        self.overview.step_ticked.connect(self.step_ticked)
        self.overview.evidence_opened.connect(self._want_evidence)
        for part in (self.overview.facts, self.overview.cards, self.timeline):
            part.said.connect(self.said)
        for place in (self.banners, self.overview.related):
            place.command_wanted.connect(self.command_wanted)
            place.case_wanted.connect(self.case_wanted)
        self.overview.cards.buyer_wanted.connect(self.buyer_wanted)
        self.head.clocks.rule_wanted.connect(self.rule_wanted)
        self.timeline.older_wanted.connect(self._load_older)
        self.overview.timeline_wanted.connect(lambda: self.bar.setCurrentIndex(TIMELINE))
        self.tiles.opened.connect(self._want_evidence)
        self.notes.note_wanted.connect(self._want_note)
        self.texts.said.connect(self.said)
        self.texts.failed.connect(self.failed)
        self.replies.said.connect(self.said)
        self.replies.failed.connect(self.failed)

    def _want_evidence(self, evidence_id: int) -> None:
        if self._page is not None:
            self.evidence_wanted.emit(self._page.case.id, evidence_id)

    def _want_note(self, text: str, kind: object) -> None:
        if self._page is not None:
            self.note_wanted.emit(self._page.case.id, text, kind)

    # What is shown

    @property
    def page(self) -> CasePage | None:
        """The case shown, as it was read."""
        return self._page

    @property
    def wanted(self) -> int | None:
        """The case asked for, shown as soon as it is read."""
        return self._wanted

    def set_people(self, people: Mapping[int, str]) -> None:
        """Names of the people by id, for steps."""
        self._people = people

    def show_case(self, case_id: int | None, *, patient: bool = False) -> None:
        """Show a case, or that none is chosen. Fast steps through the list read only the last one; `patient` waits for
        a moment in any event: another result of a search may soon take its place.
        """
        self._wanted = case_id
        if case_id is None:
            self._asked += 1
            self._page = None
            self._stack.setCurrentIndex(0)
            self.shown_changed.emit()
        elif self._page is None:
            self._load()
        elif patient:
            self._settle.start(_PATIENT_MS)
        elif self._hurried():
            self._settle.start(_SETTLE_MS)
        else:
            self._load()

    def _hurried(self) -> bool:
        """Whether the last case was asked for just now: a key held down, or one following fast on another."""
        hurried = self._since.isValid() and self._since.elapsed() < _HURRY_MS
        self._since.start()
        return hurried

    def reload(self) -> None:
        """Read the case again, after something was written."""
        if self._wanted is not None:
            self._load()

    def _load(self) -> None:
        case_id = self._wanted
        if case_id is None:
            return
        self._settle.stop()
        self._asked += 1
        number, cases = self._asked, self._ctx.cases
        self._background.run(
            self._ctx.jobs.read(lambda: cases.load_page(case_id)),
            lambda page: self._take(number, page),
            lambda error: self._fail(number, error),
            receiver=self,
        )

    def _take(self, number: int, page: CasePage) -> None:
        if number != self._asked:
            return
        if self._page is not None and self._page.case.id != page.case.id:
            self.report.clear()
        self._page = page
        at = self.moment()
        self.head.show_case(page, at)
        self.handed.show_case(page)
        self.overview.show_case(page, at, self._people)
        self.patterns.show_buyer(page.case.buyer_id)
        self.tiles.items.set_items(page.evidence)
        self.banners.show_case(page, at)
        self.timeline.show_case(page, at)
        self.texts.show_case(page, at)
        self._count_tabs()
        self._stack.setCurrentIndex(1)
        self.shown_changed.emit()
        self._rules.start()

    def _load_older(self, case_id: int, oldest: int) -> None:
        """The part of a long history that the page did not bring."""
        cases = self._ctx.cases
        read = self._ctx.jobs.read(lambda: cases.load_older_events(case_id, oldest))
        self._background.run(read, lambda events: self.timeline.add_older(case_id, events), receiver=self, quiet=True)

    @Slot()
    def _look_for_missing(self) -> None:
        """What evidence the case still needs; the rules take a moment, so the case is shown without it first."""
        page, number, ctx = self._page, self._asked, self._ctx
        if page is None or page.case.id != self._wanted:
            return

        def look() -> Checklist:
            from models.rules.checklist import checklist_of

            return checklist_of(ctx.resolutions.evidence_needs(page), page.evidence)

        def found(checked: Checklist) -> None:
            if number == self._asked:
                self.overview.show_missing(checked.missing, checked.completeness)
                self.replies.show_missing(checked.missing)

        # A case whose buyer's platform has no rules yet has no checklist, and is shown all the same.
        self._background.run(self._ctx.jobs.read(look), found, lambda error: None, receiver=self, quiet=True)

    def _fail(self, number: int, error: BaseException) -> None:
        if number == self._asked:
            self.show_case(None)
            self.failed.emit(error)

    def _count_tabs(self) -> None:
        page = self._page
        counts = (0,) * 5
        if page is not None:
            counts = (0, len(page.evidence), len(page.timeline), 0, len(page.notes))
        for place, count in enumerate(counts):
            self.bar.set_count(place, count or None)

    def moment(self) -> Moment:
        """The time things are shown at, in the zone of the case's shop."""
        shop = self._page.shop.time_zone if self._page is not None else self._ctx.bench.time_zone
        return Moment(self._ctx.clock.now(), zone(shop))

    def minute(self) -> None:
        """A minute has passed."""
        if self._page is not None:
            self.head.clocks.tick(self.moment())
            self.overview.tick(self.moment())

    # Files dropped on it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._page is not None and self._wants(event.mimeData()):
            event.acceptProposedAction()
            self.drop_frame.appear()

    @staticmethod
    def _wants(data: QMimeData) -> bool:
        """Order files are left to the window, which imports them wherever they are dropped."""
        return has_something(data) and not are_order_files(data)

    def dropEvent(self, event: QDropEvent) -> None:
        if self._page is not None and self._wants(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(self._page.case.id, event.mimeData())
