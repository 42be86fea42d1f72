"""The three nearest clocks of a case as blocks in the colour of their urgency; each leads to all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from models.kinds import ClockStatus
from models.records import Clock
from models.rules.clock_moves import Urgency, urgency
from ui import theme as tokens
from ui.cases.case_cells import Moment
from ui.cases.clock_words import ClockLook, clock_look, clock_tip, uncertain_years
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets import painting
from ui.widgets.panel import column, line

tr = translator("cases")
_HEIGHT = 62
_SHOWN = 3
_LAST: Mapping[Urgency, int] = {Urgency.PAUSED: 1, Urgency.RAN_OUT: 2}


class ClockBlock(QAbstractButton):
    """One clock: what is due, how much time is left, when and by whom. A click, Space or Enter asks for all clocks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = ClockLook("", "", "", "waiting")
        self._hovered = False
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_clock(self, clock: Clock | None, at: Moment) -> None:
        """Show a clock, or that none is running."""
        if clock is None:
            self._look = ClockLook(tr("No clock is running"), "", "", "waiting")
            plain_tooltip(self, tr("All clocks of the case"))
        else:
            self._look = clock_look(clock, at)
            plain_tooltip(self, clock_tip(clock, at))
        self.setAccessibleName(", ".join(filter(None, (self._look.label, self._look.left, self._look.under))))
        self.update()

    def look(self) -> ClockLook:
        """What it shows."""
        return self._look

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        edge = "accent" if self.hasFocus() else f"{look.state}.solid" if self._hovered else None
        painting.rounded(painter, self.rect(), f"{look.state}.soft", edge, tokens.RADIUS_BUTTON)
        left, width = 10, self.width() - 18
        if not look.left:
            painting.paint_text(painter, QRect(left, 0, width, self.height()), look.label, "text3", "small")
        else:
            mark = 18 if look.uncertain else 0
            painting.paint_text(painter, QRect(left, 6, width - mark, 18), look.label, "text2", "small")
            if mark:
                paint_icon(painter, self.width() - 22, 15, "calendar-days", "due", 14)
            painting.paint_text(painter, QRect(left, 22, width, 20), look.left, look.state, "heading", 600)
            painting.paint_text(painter, QRect(left, 41, width, 16), look.under, "text2", "tiny")
        painter.end()


class ClockBlocks(QWidget):
    """Up to three blocks of one width; with no clock running one block says so. Under them what is not certain."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=4)
        row = line(spacing=8)
        self._blocks = [ClockBlock(self) for _ in range(_SHOWN)]
        for block in self._blocks:
            block.clicked.connect(self.wanted)
            row.addWidget(block, 1)
        rows.addLayout(row)
        self.uncertain = PlainLabel("", self, role="small", ink="due", wrap=True)
        self.uncertain.hide()
        rows.addWidget(self.uncertain)
        self._all: tuple[Clock, ...] = ()
        self._clocks: tuple[Clock, ...] = ()

    def show_clocks(self, clocks: Sequence[Clock], at: Moment) -> None:
        """The nearest of the running ones, then those that stand still, then what ran out on somebody else."""
        self._all = tuple(clock for clock in clocks if clock.status in (ClockStatus.RUNNING, ClockStatus.PAUSED))
        years = uncertain_years(tuple(clocks))
        self.uncertain.setText(years)
        self.uncertain.setVisible(bool(years))
        self.tick(at)

    def tick(self, at: Moment) -> None:
        """Count down."""

        def rank(clock: Clock) -> tuple[int, datetime]:
            return _LAST.get(urgency(clock, at.now), 0), clock.due_at

        self._clocks = tuple(sorted(self._all, key=rank)[:_SHOWN])
        for place, block in enumerate(self._blocks):
            clock = self._clocks[place] if place < len(self._clocks) else None
            block.setVisible(clock is not None or (place == 0 and not self._clocks))
            if clock is not None or place == 0:
                block.show_clock(clock, at)

    def blocks(self) -> list[ClockBlock]:
        """The blocks that show something."""
        return [block for block in self._blocks if not block.isHidden()]
