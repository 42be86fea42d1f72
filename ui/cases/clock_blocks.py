"""The three nearest clocks of a case as blocks in the colour of their urgency."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kinds import ClockStatus
from models.records import Clock
from ui import format as shown
from ui import theme as tokens
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import one_line, plain_tooltip
from ui.widgets import painting
from ui.widgets.panel import line
from ui.words import word

tr = translator("cases")
_HEIGHT = 62
_SHOWN = 3
_FAR = timedelta(hours=24)


class ClockBlock(QWidget):
    """One clock: what is due, how much time is left, when and by whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = ("", "", "")
        self._state = "waiting"
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_clock(self, clock: Clock | None, at: Moment) -> None:
        """Show a clock, or that none is running."""
        if clock is None:
            self._lines, self._state = (tr("No clock is running"), "", ""), "waiting"
            plain_tooltip(self, "")
        else:
            counted = shown.countdown(clock.due_at, at.now, language())
            self._state = counted.state
            near = abs(clock.due_at - at.now) < _FAR
            due = (shown.day_and_time if near else shown.moment)(clock.due_at, at.now, language(), at.zone)
            self._lines = (one_line(clock.label(language())), counted.text, f"{due} · {word(clock.who)}")
            source = tr("Rule: %1", clock.source or clock.pack) if clock.source or clock.pack else ""
            plain_tooltip(self, "\n".join(filter(None, (shown.full_moment(clock.due_at, at.zone), source))))
        self.setAccessibleName(", ".join(filter(None, self._lines)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), f"{self._state}.soft", None, tokens.RADIUS_BUTTON)
        left, width = 10, self.width() - 18
        ink = self._state
        first, second, third = self._lines
        if not second:
            painting.paint_text(painter, QRect(left, 0, width, self.height()), first, "text3", "small")
        else:
            painting.paint_text(painter, QRect(left, 6, width, 18), first, "text2", "small")
            painting.paint_text(painter, QRect(left, 22, width, 20), second, ink, "heading", 600)
            painting.paint_text(painter, QRect(left, 41, width, 16), third, "text2", "tiny")
        painter.end()


class ClockBlocks(QWidget):
    """Up to three blocks of one width; with no clock running one block says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = line(self, spacing=8)
        self._blocks = [ClockBlock(self) for _ in range(_SHOWN)]
        for block in self._blocks:
            row.addWidget(block, 1)
        self._clocks: tuple[Clock, ...] = ()

    def show_clocks(self, clocks: Sequence[Clock], at: Moment) -> None:
        """The nearest of the running ones."""
        running = [clock for clock in clocks if clock.status is ClockStatus.RUNNING]
        self._clocks = tuple(sorted(running, key=lambda clock: clock.due_at)[:_SHOWN])
        self.tick(at)

    def tick(self, at: Moment) -> None:
        """Count down."""
        for place, block in enumerate(self._blocks):
            clock = self._clocks[place] if place < len(self._clocks) else None
            block.setVisible(clock is not None or (place == 0 and not self._clocks))
            if clock is not None or place == 0:
                block.show_clock(clock, at)
