"""What stands beside the page's title: the case's state, its buyer, its nearest clock."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from PySide6.QtWidgets import QWidget

from models.kinds import ClockStatus
from models.records import CasePage
from ui import format as shown
from ui.i18n import language
from ui.plain import ElidedLabel, one_line
from ui.theme import State
from ui.widgets.controls import Chip
from ui.widgets.panel import line
from ui.words import CASE_COLOURS, word

_NAME_WIDTH = 200


class PacketHead(QWidget):
    """The marks of one case; the top bar takes it and keeps it, empty while no case is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = Chip("", None, self)
        self._buyer = ElidedLabel("", self, weight=500)
        self._clock = Chip("", None, self, icon="clock")
        row = line(self, spacing=8)
        for widget in (self._state, self._buyer, self._clock):
            row.addWidget(widget)

    def show_case(self, page: CasePage | None, now: datetime) -> None:
        """Show a case, or none."""
        nick = one_line(page.buyer.nick) if page is not None and page.buyer is not None else ""
        clocks = page.clocks if page is not None else ()
        running = [clock for clock in clocks if clock.status is ClockStatus.RUNNING]
        nearest = min(running, key=lambda clock: clock.due_at, default=None)
        if page is not None:
            self._state.set(word(page.case.state), CASE_COLOURS[page.case.state])
        self._buyer.set_full(nick)
        self._buyer.setFixedWidth(min(self._buyer.fontMetrics().horizontalAdvance(nick) + 2, _NAME_WIDTH))
        if nearest is not None:
            counted = shown.countdown(nearest.due_at, now, language())
            self._clock.set(f"{one_line(nearest.label(language()))} {counted.text}", cast("State", counted.state))
        for widget, there in ((self._state, page is not None), (self._buyer, nick), (self._clock, nearest is not None)):
            widget.setVisible(bool(there))
