"""How the Packet page is laid out: its head, exhibits, preview and options side by side, or that no case is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.context import AppContext
from models.kinds import ClockStatus
from models.records import CasePage
from ui import format as shown
from ui.background import Background
from ui.i18n import language, translator
from ui.packets.exhibits.model import ExhibitModel
from ui.packets.exhibits.pane import ExhibitsPane
from ui.packets.handing_out import HandingOut
from ui.packets.options_pane import OptionsPane
from ui.packets.plan_holder import PlanHolder
from ui.packets.preview_builder import PreviewBuilder
from ui.packets.preview_pane import PreviewPane
from ui.page import Key, Page, Target
from ui.plain import ElidedLabel, one_line
from ui.theme import State
from ui.widgets.controls import Chip
from ui.widgets.panel import EmptyPlace, column, line
from ui.words import CASE_COLOURS, word

tr = translator("packets")
_NAME_WIDTH = 200
_EXHIBITS_WIDTH, _OPTIONS_WIDTH = 372, 344
_LEAST = (300, 340, 320)


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


class _Panes(QSplitter):
    """A splitter that says when it was given another size: Qt would take the loss from all panes alike."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class PacketLayout(Page):
    """The parts of the page. In a narrow window the options take the place of the exhibits when asked for."""

    word = "packets"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self._sides = (_EXHIBITS_WIDTH, _OPTIONS_WIDTH)
        self.plans = PlanHolder(ctx, background, self)
        self.model = ExhibitModel(self)
        self.builder = PreviewBuilder(ctx, background, self)
        self.handing = HandingOut(ctx, background, self)
        self.head = PacketHead(self)
        self.head.hide()
        self._stack = QStackedWidget(self)
        column(self).addWidget(self._stack)
        self.nothing = EmptyPlace("file-plus", tr("No case is chosen"), "", self)
        self._to_cases = self.nothing.add_button(
            tr("To the cases"), lambda: self.navigate.emit(Target("cases")), icon="inbox"
        )
        self._stack.addWidget(self.nothing)
        self.splitter = _Panes(Qt.Orientation.Horizontal, self._stack)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.exhibits = ExhibitsPane(ctx, background, self.model, self.plans, self.splitter)
        self.view = PreviewPane(ctx, background, self.splitter)
        self.options = OptionsPane(self.splitter)
        for place, pane in enumerate((self.exhibits, self.view, self.options)):
            pane.setMinimumWidth(_LEAST[place])
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(place, int(pane is self.view))
        self._stack.addWidget(self.splitter)
        self.splitter.splitterMoved.connect(self._sides_moved)
        self.splitter.resized.connect(self._place)
        self.view.options_wanted.connect(self._swap_options)

    def show_empty(self, words: str = "") -> None:
        """What the page is for, and where to begin; `words` stand there while a case is being read."""
        self._to_cases.setVisible(not words)
        if words:
            self.nothing.set_text("file-plus", words)
        else:
            more = tr("Choose a case, then Packet (Ctrl+E): its evidence becomes a PDF.")
            self.nothing.set_text("file-plus", tr("No case is chosen"), more)
        self._stack.setCurrentWidget(self.nothing)

    def show_packet(self) -> None:
        """The three panes."""
        self._stack.setCurrentWidget(self.splitter)

    def is_empty(self) -> bool:
        """Whether no packet is shown."""
        return self._stack.currentWidget() is self.nothing

    # The frame around it

    def title(self) -> str:
        return tr("Packet")

    def title_widgets(self) -> Sequence[QWidget]:
        return (self.head,)

    def panes(self) -> Sequence[QWidget]:
        return (self.exhibits.list, self.view.paper, self.options)

    def keys(self) -> Sequence[Key]:
        return (
            Key("Alt+Up", tr("Exhibit one place up")),
            Key("Alt+Down", tr("Exhibit one place down")),
            Key("Space", tr("Exhibit in or out")),
            Key("F2", tr("Write what it proves")),
            Key("Ctrl+Return", tr("Keep what it proves")),
            Key("Return", tr("How the exhibit is shown")),
            Key("Shift+F10", tr("What can be done with it")),
            Key("F4", tr("How a packet that was made ended")),
            Key("PgUp", tr("Previous page")),
            Key("PgDown", tr("Next page")),
            Key("+", tr("Larger")),
            Key("-", tr("Smaller")),
            Key("0", tr("Whole page")),
        )

    def set_narrow(self, narrow: bool) -> None:
        self.view.options.setVisible(narrow)
        self.options.setVisible(not narrow)
        self.exhibits.show()
        self._place()

    def _swap_options(self) -> None:
        now = self.options.isVisibleTo(self.splitter)
        self.options.setVisible(not now)
        self.exhibits.setVisible(now)
        self._place()

    # Widths: the sides keep theirs, the preview takes what is left

    def _place(self) -> None:
        left, right = self._sides
        taken = (left if self.exhibits.isVisibleTo(self) else 0) + (right if self.options.isVisibleTo(self) else 0)
        self.splitter.setSizes([left, max(self.splitter.width() - taken - 2, _LEAST[1]), right])

    def _sides_moved(self) -> None:
        sizes = self.splitter.sizes()
        self._sides = (sizes[0] or self._sides[0], sizes[2] or self._sides[1])

    def save_state(self) -> Mapping[str, str]:
        return {"sides": f"{self._sides[0]},{self._sides[1]}"}

    def restore_state(self, state: Mapping[str, str]) -> None:
        left, _, right = state.get("sides", "").partition(",")
        if left.isdecimal() and right.isdecimal():
            self._sides = (max(int(left), _LEAST[0]), max(int(right), _LEAST[2]))
