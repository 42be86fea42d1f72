"""The three nearest clocks of a case as blocks in the colour of their urgency; each leads to all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from models.kinds import ClockKind, ClockStatus
from models.records import Clock, Resolution
from models.rules.clock_moves import Urgency, urgency
from ui import theme as tokens
from ui.cases.case_cells import Moment
from ui.cases.clock_words import ClockLook, clock_look, clock_tip, set_by, source_title, uncertain_years
from ui.i18n import translator
from ui.icons import icon, paint_icon
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets import painting
from ui.widgets.panel import column, line

tr = translator("cases")
_HEIGHT = 76
_SHOWN = 3
_SHOP = "shop"
_LAST: Mapping[Urgency, int] = {Urgency.PAUSED: 1, Urgency.RAN_OUT: 2}


class ClockBlock(QAbstractButton):
    """One clock: what is due, how much time is left, when and by whom, and the rule that set it.

    A click, Space or Enter asks for all clocks; the menu, or Ctrl with a click or Enter, for the rule that set it.
    """

    rule_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = ClockLook("", "", "", "waiting")
        self._clock: Clock | None = None
        self._hovered = False
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_clock(self, clock: Clock | None, at: Moment, source: str = "") -> None:
        """Show a clock, or that none is running."""
        self._clock = clock
        if clock is None:
            self._look = ClockLook(tr("No clock is running"), "", "", "waiting")
            plain_tooltip(self, tr("All clocks of the case"))
        else:
            self._look = replace(clock_look(clock, at), rule=set_by(clock, source))
            told = clock_tip(clock, at, source)
            plain_tooltip(self, f"{told}\n{tr('Ctrl+click opens the rule')}" if self.has_rule() else told)
            self.setAccessibleDescription(told)
        self.setAccessibleName(
            ", ".join(filter(None, (self._look.label, self._look.left, self._look.under, self._look.rule)))
        )
        self.update()

    def look(self) -> ClockLook:
        """What it shows."""
        return self._look

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.has_rule():
                self.rule_wanted.emit(self._clock)
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def has_rule(self) -> bool:
        """Whether a pack set it, whose rule can be opened."""
        clock = self._clock
        return clock is not None and clock.kind is ClockKind.RULE and bool(clock.pack) and clock.pack != _SHOP

    def menu(self) -> QMenu:
        """All clocks, and the rule that set this one."""
        menu = QMenu(self)
        menu.addAction(icon("alarm-clock"), tr("Clocks…")).triggered.connect(self.click)
        rule = menu.addAction(icon("scale"), tr("Open the rule"))
        rule.setEnabled(self.has_rule())
        rule.triggered.connect(lambda: self.rule_wanted.emit(self._clock))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        menu.popup(self.mapToGlobal(QPoint(0, self.height())) if by_key else event.globalPos())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.has_rule():
            self.rule_wanted.emit(self._clock)
            event.accept()
            return
        super().mousePressEvent(event)

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
            painting.paint_text(painter, QRect(left, 41, width, 15), look.under, "text2", "tiny")
            painting.paint_text(painter, QRect(left, 56, width, 15), look.rule, "text2", "tiny")
        painter.end()


class ClockBlocks(QWidget):
    """Up to three blocks of one width; with no clock running one block says so. Under them what is not certain."""

    wanted = Signal()
    rule_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=4)
        row = line(spacing=8)
        self._blocks = [ClockBlock(self) for _ in range(_SHOWN)]
        for block in self._blocks:
            block.clicked.connect(self.wanted)
            block.rule_wanted.connect(self.rule_wanted)
            row.addWidget(block, 1)
        rows.addLayout(row)
        self.uncertain = PlainLabel("", self, role="small", ink="due", wrap=True)
        self.uncertain.hide()
        rows.addWidget(self.uncertain)
        self._all: tuple[Clock, ...] = ()
        self._clocks: tuple[Clock, ...] = ()
        self._ended: tuple[Clock, ...] = ()
        self._titles: dict[int, str] = {}

    def show_clocks(self, clocks: Sequence[Clock], at: Moment, resolution: Resolution | None = None) -> None:
        """The nearest of the running ones, then those that stand still, then what ran out on somebody else.

        With none of them, what was met or missed last. `resolution` kept the titles of their sources.
        """
        self._titles = {clock.id: source_title(clock, resolution) for clock in clocks}
        ended = [clock for clock in clocks if clock.status in (ClockStatus.MET, ClockStatus.MISSED) and clock.ended_at]
        self._ended = tuple(sorted(ended, key=lambda clock: clock.ended_at or clock.due_at, reverse=True)[: _SHOWN - 1])
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
        seen: tuple[Clock | None, ...] = self._clocks or (None, *self._ended)
        for place, block in enumerate(self._blocks):
            block.setVisible(place < len(seen))
            if place < len(seen):
                clock = seen[place]
                block.show_clock(clock, at, self._titles.get(clock.id, "") if clock is not None else "")

    def blocks(self) -> list[ClockBlock]:
        """The blocks that show something."""
        return [block for block in self._blocks if not block.isHidden()]
