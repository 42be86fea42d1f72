"""The overview of a case: next steps, facts, order and buyer, evidence strip, what happened last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from models.records import CasePage
from ui import theme as tokens
from ui.actions import shortcut_text
from ui.cases.case_cards import CaseCards
from ui.cases.case_cells import Moment
from ui.cases.case_facts import CaseFacts
from ui.cases.case_steps import CaseSteps
from ui.cases.case_thumbnails import CaseThumbnails
from ui.cases.evidence_tiles import EvidenceTiles
from ui.cases.related_list import RelatedCases
from ui.cases.timeline_lines import timeline_lines
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets import painting
from ui.widgets.buttons import link_button
from ui.widgets.panel import column, line, rule, section_label
from ui.widgets.timeline import timeline_list

if TYPE_CHECKING:
    from models.evidence_records import Completeness
    from models.rules.conclusion import EvidenceNeed

tr = translator("cases")
_TILE = QSize(56, 45)
_GAP = 5
_EVENTS = 4
_WIDE = 720
_CHIP_INSET = 6


class MissingChip(ElidedLabel):
    """What evidence is missing, on the soft colour of a warning where it is required."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.full():
            return
        painter = QPainter(self)
        required = self.property("ink") == "due"
        width = min(painting.text_width(self.full(), "small", 500) + 2 * _CHIP_INSET + 2, self.width())
        box = QRect(0, (self.height() - tokens.CHIP) // 2, width, tokens.CHIP)
        painting.rounded(painter, box, "due.soft" if required else "surface", None if required else "line", 4)
        inner = box.adjusted(_CHIP_INSET, 0, -_CHIP_INSET + 2, 0)
        painting.paint_text(painter, inner, self.full(), "due" if required else "text3", "small", 500)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 2 * _CHIP_INSET, tokens.CHIP)


class CaseOverview(QScrollArea):
    """Everything needed to answer the buyer, without scrolling where the window allows."""

    step_ticked = Signal(int, bool)
    evidence_opened = Signal(int)
    timeline_wanted = Signal()

    def __init__(self, thumbnails: CaseThumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget(self.viewport())
        body.setProperty("surface", "surface")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = column(body, spacing=0)
        self._boxes: list[QVBoxLayout] = []
        self.steps = CaseSteps(self._box(body))
        self._add(self.steps)
        self.facts = CaseFacts(self._box(body))
        self._add(self.facts)
        self.cards = CaseCards(self._box(body))
        self._add(self.cards)
        place = self._box(body)
        self.strip = EvidenceTiles(thumbnails, _TILE, place)
        self._add(self._evidence(place))
        place = self._box(body)
        self.timeline, self._lines = timeline_list(place, name=tr("Timeline"), fit_rows=True)
        self._add(self._history(place))
        self.related = RelatedCases(self._box(body))
        self._add(self.related, last=True)
        self._rows.addStretch(1)
        self.setWidget(body)
        self.steps.ticked.connect(self.step_ticked)
        self.strip.opened.connect(self.evidence_opened)
        self._page: CasePage | None = None

    def _box(self, body: QWidget) -> QWidget:
        """The place of the next part, which is made inside it."""
        box = QWidget(body)
        self._boxes.append(column(box, margins=(16, 6, 16, 8), spacing=0))
        self._rows.addWidget(box)
        return box

    def _add(self, part: QWidget, *, last: bool = False) -> None:
        self._boxes[-1].addWidget(part)
        if not last:
            self._rows.addWidget(rule(self._rows.parentWidget()))

    def _evidence(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        rows = column(box, spacing=6)
        head = line(spacing=8)
        head.addWidget(section_label(tr("Evidence"), box))
        self._no_evidence = PlainLabel(tr("none yet: drop files here"), box, role="small", ink="text3")
        head.addWidget(self._no_evidence)
        self._missing = MissingChip("", box, role="small", ink="due")
        head.addWidget(self._missing, 1)
        head.addWidget(PlainLabel(tr("Paste %1", shortcut_text("paste")), box, role="small", ink="text3"))
        rows.addLayout(head)
        rows.addWidget(self.strip)
        return box

    def _history(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        rows = column(box, spacing=4)
        head = line(spacing=8)
        head.addWidget(section_label(tr("Timeline"), box))
        head.addStretch(1)
        self._all = link_button(tr("Show all"), box)
        self._all.clicked.connect(self.timeline_wanted)
        head.addWidget(self._all)
        rows.addLayout(head)
        rows.addWidget(self.timeline)
        return box

    def show_case(self, page: CasePage, at: Moment, people: Mapping[int, str]) -> None:
        """Show a case."""
        same = self._page is not None and self._page.case.id == page.case.id
        self._page = page
        self.steps.show_case(page, at, people)
        self.facts.show_case(page, at, people)
        self.cards.show_case(page, at)
        self.related.show_case(page, at)
        self._show_evidence()
        self._lines.show_lines(timeline_lines(page.timeline, at, _EVENTS))
        self._all.setVisible(len(page.timeline) > _EVENTS)
        if not same:
            self._missing.set_full("")
            self._say_no_evidence()
            self.verticalScrollBar().setValue(0)

    def tick(self, at: Moment) -> None:
        """A minute has passed: steps become due and late."""
        self.steps.tick(at)

    def show_missing(self, missing: Sequence[EvidenceNeed], count: Completeness | None = None) -> None:
        """Say below the strip what the case needs and has not; what is required in the colour of a warning."""
        required = [need for need in missing if need.level == "must"]
        shown = required or [need for need in missing if need.level == "should"]
        names = tr(", ").join(one_line(need.label.pick(language())) for need in shown)
        self._missing.set_ink("due" if required else "text3")
        said = tr("Missing: %1", names) if required else tr("Would help: %1", names)
        full = count is not None and bool(count.needed) and not missing
        if full:
            said = tr("All that is asked for is there")
            self._missing.set_ink("done")
        far = f"{count.there}/{count.needed} · " if count is not None and count.needed else ""
        self._missing.set_full(f"{far}{said}" if shown or full else "")
        self._say_no_evidence()

    def _show_evidence(self) -> None:
        if self._page is None:
            return
        room = self.width() - 32
        self.strip.items.set_items(self._page.evidence, max(2, (room + _GAP) // (_TILE.width() + _GAP)))
        self.strip.setVisible(bool(self._page.evidence))
        self._say_no_evidence()

    def _say_no_evidence(self) -> None:
        """What is missing says it better, and needs the room."""
        held = self._page is not None and bool(self._page.evidence)
        self._no_evidence.setVisible(not held and not self._missing.full())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The scroll bar takes its room from the right margin, so nothing moves when it comes or goes.
        bar = self.width() - self.viewport().width()
        for box in self._boxes:
            box.setContentsMargins(16, 6, 16 - bar, 8)
        self._show_evidence()
        self.cards.set_wide(self.viewport().width() >= _WIDE)
