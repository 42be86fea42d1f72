"""The place in the pane that says where a picture was seen before, with what can be done about each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from models.likeness_records import SeenBefore, Sighting
from ui import theme as tokens
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets import painting
from ui.widgets.buttons import link_button
from ui.widgets.controls import IconMark
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import clear_layout, column, line

tr = translator("likeness")
_SHOWN, _NAME = 3, 24


def sighting_words(caption: str, one: Sighting) -> tuple[str, str]:
    """A sentence that says what is alike and where, and one about batch and buyer; facts only."""
    name = one_line(caption)
    name = name if len(name) <= _NAME else f"{name[:_NAME]}…"
    where = tr("evidence %1 of this case", one.evidence_number) if one.same_case else one.case_number
    if one.exact:
        first = tr("“%1” is the same file as in %2", isolate(name), where)
    else:
        first = tr("“%1” and %2 are %3% alike", isolate(name), where, one.percent)
    parts = [] if one.same_case else [tr("same buyer") if one.same_buyer else tr("another buyer")]
    if one.same_batch is not None and not one.same_case:
        parts.insert(0, tr("same batch") if one.same_batch else tr("another batch"))
    return first, tr(", ").join(parts)


class SeenBanner(QWidget):
    """Hidden while there is nothing to say. Signals carry the sighting that is meant."""

    compare_wanted = Signal(object)
    case_wanted = Signal(object)
    not_same = Signal(object)
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = column(self, margins=(16, 0, 16, 12), spacing=8)
        self._seen: SeenBefore | None = None
        self.hide()

    def seen(self) -> SeenBefore | None:
        """What is shown."""
        return self._seen

    def show_seen(self, seen: SeenBefore | None) -> None:
        """Show where a picture is elsewhere; None or nothing hides the place."""
        if seen == self._seen:
            return
        self._seen = seen
        clear_layout(self._rows)
        if seen is None or not (seen.sightings or seen.dismissed):
            self.hide()
            return
        for one in seen.sightings[:_SHOWN]:
            self._rows.addWidget(_SightingBox(self, seen.caption, one))
        more = len(seen.sightings) - _SHOWN
        if more > 0:
            self._rows.addWidget(PlainLabel(tr("and %n more place(s)", n=more), self, role="small", ink="text2"))
        if seen.dismissed:
            row = QWidget(self)
            across = line(row, spacing=8)
            told = tr("%n marked as not the same picture", n=seen.dismissed)
            across.addWidget(PlainLabel(told, row, role="small", ink="text3", wrap=True), 1)
            again = link_button(tr("Show again"), row)
            again.clicked.connect(self.again_wanted)
            across.addWidget(again)
            self._rows.addWidget(row)
        self.show()

    def texts(self) -> list[str]:
        """What the boxes say."""
        return [box.accessibleName() for box in self.findChildren(_SightingBox) if not box.isHidden()]


class _SightingBox(QFrame):
    """One sighting on amber."""

    def __init__(self, owner: SeenBanner, caption: str, one: Sighting) -> None:
        super().__init__(owner)
        across = line(self, margins=(12, 8, 12, 8), spacing=8)
        across.addWidget(IconMark("copy", "due", 16, self), 0, Qt.AlignmentFlag.AlignTop)
        rows = column(spacing=2)
        first, more = sighting_words(caption, one)
        rows.addWidget(PlainLabel(first, self, weight=500, ink="due", wrap=True))
        if more:
            rows.addWidget(PlainLabel(more, self, role="small", ink="text2", wrap=True))
        links = QWidget(self)
        flow = FlowLayout(links, spacing=10, line_spacing=2)
        doings = [(tr("Side by side"), owner.compare_wanted)]
        if not one.same_case:
            doings.append((tr("Open the case"), owner.case_wanted))
        if not one.exact:
            doings.append((tr("Not the same"), owner.not_same))
        for text, signal in doings:
            link = link_button(text, links)
            link.setAccessibleName(f"{text} · {one.case_number}")
            link.clicked.connect(partial(signal.emit, one))
            flow.addWidget(link)
        rows.addWidget(links)
        across.addLayout(rows, 1)
        self.setAccessibleName(f"{first} {more}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), "due.soft", None, tokens.RADIUS_BUTTON)
        painter.end()
