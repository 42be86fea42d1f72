"""The box under the steps: what differs from the resolution in force, what to do about it, and the draft."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel, plain_tooltip
from ui.resolution.difference_words import difference_text, packs_text
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import shop_zone
from ui.widgets.buttons import link_button
from ui.widgets.panel import clear_layout, column

tr = translator("resolution")
_MOST = 8
_INSIDE, _TALLEST = 156, 380


class SideBox(QFrame):
    """Shown for a case that was decided before, or that has a draft.

    `keep_wanted` leaves it as it was decided, `anew_wanted` walks it again from the start.
    """

    discard_wanted = Signal()
    keep_wanted = Signal()
    anew_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._inside = QWidget(self)
        self._inside.setProperty("clear", True)
        self._rows = column(self._inside, margins=(12, 10, 12, 10), spacing=4)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        column(self, margins=(1, 1, 1, 1)).addWidget(scroll)
        self.lines: list[str] = []
        self.hide()

    def show_state(self, state: WizardState, now: datetime, *, draft: bool) -> None:
        """Show what differs in this state."""
        clear_layout(self._rows)
        self.lines = []
        resolution = state.walk.page.resolution
        if resolution is not None:
            self._show_decided(state, now)
        if draft:
            self._say(tr("A draft is kept of this."))
            self._add_link(tr("Discard the draft"), self.discard_wanted)
        self.setVisible(resolution is not None or draft)
        self.setFixedHeight(min(self._wanted(), _TALLEST))

    def _wanted(self) -> int:
        """How tall the lines are; a layout inside a scroll area does not say it before it is shown."""
        tall = 24
        for at in range(self._rows.count()):
            item = self._rows.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                tall += widget.heightForWidth(_INSIDE) if widget.hasHeightForWidth() else widget.sizeHint().height()
                tall += self._rows.spacing()
        return tall

    def _show_decided(self, state: WizardState, now: datetime) -> None:
        resolution = state.walk.page.resolution
        if resolution is None:
            return
        where = shop_zone(state.walk.page.shop.time_zone)
        day = shown.day(resolution.decided_at.astimezone(where).date(), now, language(), where)
        self._rows.addWidget(PlainLabel(tr("Evaluated again"), self._inside, role="small", weight=600))
        self._say(tr("Decided on %1: %2", day, pick_title(state)))
        self._say(tr("by %1", packs_text(resolution.packs, state)), ink="text3")
        found = state.walk.differences
        if not found:
            self.lines = [tr("As decided on %1; the rules have not changed.", day)]
            self._say(self.lines[0])
            return
        self.lines = [difference_text(each, now, state) for each in found]
        self._say(tr("Today it would be otherwise:"))
        for text in self.lines[:_MOST]:
            self._say(text, ink="due")
        if len(self.lines) > _MOST:
            more = self._say(tr("and %n more", n=len(self.lines) - _MOST))
            plain_tooltip(more, "\n".join(self.lines[_MOST:]))
        self._add_link(tr("Keep as decided"), self.keep_wanted)
        self._add_link(tr("Decide anew"), self.anew_wanted)

    def _add_link(self, text: str, wanted: object) -> None:
        link = link_button(text, self._inside)
        link.clicked.connect(wanted)
        self._rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self, text: str, *, ink: str = "text2") -> PlainLabel:
        label = PlainLabel(text, self._inside, role="small", ink=ink, wrap=True)
        self._rows.addWidget(label)
        return label


def pick_title(state: WizardState) -> str:
    """The remedy in force, in the language of the window."""
    resolution = state.walk.page.resolution
    if resolution is None:
        return ""
    zh, en = resolution.remedy_title_zh, resolution.remedy_title_en
    return (zh or en) if language() == "zh" else (en or zh)
