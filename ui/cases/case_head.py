"""The head of the case page: number, problem, state, buyer, order, the nearest clocks and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.records import CasePage
from ui import format as shown
from ui.actions import shortcut_text
from ui.cases.case_cells import Moment
from ui.cases.clock_blocks import ClockBlocks
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.marks import Chip, IconMark, TierMark
from ui.widgets.panel import Strip, column, line
from ui.words import CASE_COLOURS, flag_token, tier_text, word

tr = translator("cases")
_PADDING, _GAP = 16, 8


class CaseHead(Strip):
    """Signals say what was asked for; the page does it."""

    resolve_wanted = Signal()
    packet_wanted = Signal()
    assign_wanted = Signal(QWidget)
    widen_wanted = Signal()
    more_wanted = Signal(QWidget)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order_number = ""
        rows = column(self, margins=(_PADDING, 12, _PADDING, 0), spacing=0)
        rows.addLayout(self._first_row())
        rows.addLayout(self._second_row())
        rows.addSpacing(8)
        self.clocks = ClockBlocks(self)
        rows.addWidget(self.clocks)
        rows.addSpacing(10)
        rows.addLayout(self._buttons())

    def _first_row(self) -> QHBoxLayout:
        row = line(spacing=8)
        self._number = PlainLabel("", self, role="title", selectable=True)
        self._number.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._problem = Chip("", "overdue", self)
        self._state = Chip("", None, self)
        self._widen = icon_button("maximize-2", tr("Show the case alone"), self, size="small")
        self._widen.clicked.connect(self.widen_wanted)
        self._more = icon_button("ellipsis", tr("More about this case"), self, size="small")
        self._more.clicked.connect(lambda: self.more_wanted.emit(self._more))
        row.addWidget(self._number)
        row.addWidget(self._problem)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._widen)
        row.addWidget(self._more)
        return row

    def _second_row(self) -> QHBoxLayout:
        row = line(spacing=8)
        self._buyer = ElidedLabel("", self, weight=500)
        self._buyer.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._tier = TierMark("", self)
        self._flag = IconMark("flag", "text3", 14, self)
        self._order = ElidedLabel("", self, ink="text2")
        self._order.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._copy = icon_button("copy", tr("Copy order number"), self, size="row")
        self._copy.clicked.connect(self._copy_order)
        for widget in (self._buyer, self._tier, self._flag, self._order, self._copy):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = line(spacing=8)
        self.resolve = Button(tr("Resolve"), self, kind="primary", icon="route", hint=shortcut_text("resolve"))
        self.packet = Button(tr("Packet"), self, icon="file-plus", hint=shortcut_text("packet"))
        self.assign = Button(tr("Hand over"), self, icon="user")
        self.resolve.clicked.connect(self.resolve_wanted)
        self.packet.clicked.connect(self.packet_wanted)
        self.assign.clicked.connect(lambda: self.assign_wanted.emit(self.assign))
        for button, stretch in ((self.resolve, 1), (self.packet, 1), (self.assign, 0)):
            if stretch:
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button, stretch)
        return row

    def show_case(self, page: CasePage, at: Moment) -> None:
        """Show another case, or the same one after a change."""
        case = page.case
        self._number.setText(case.number)
        self._problem.set(word(case.problem), "overdue")
        self._state.set(word(case.state), CASE_COLOURS[case.state])
        nick = one_line(page.buyer.nick) if page.buyer is not None else tr("No buyer")
        self._buyer.set_full(nick)
        tier = tier_text(page.buyer.tier) if page.buyer is not None else ""
        self._tier.set(tier)
        self._tier.setVisible(bool(tier))
        token = flag_token(case.flag)
        self._flag.setVisible(bool(token))
        if token:
            self._flag.set("flag", token)
            self._flag.setAccessibleName(word(case.flag))
        self._order_number = page.order.number if page.order is not None else ""
        shop = one_line(page.shop.name)
        order = tr("Order %1", shown.grouped(one_line(self._order_number))) if self._order_number else tr("No order")
        self._order.set_full(f"{order} · {shop}")
        self._copy.setVisible(bool(self._order_number))
        self._fit()
        self.clocks.show_clocks(page.clocks, at, page.resolution)

    def _fit(self) -> None:
        """The buyer's name, then as much of the order as the row has room for."""
        taken = sum(
            max(widget.sizeHint().width(), widget.minimumWidth()) + _GAP
            for widget in (self._tier, self._flag, self._copy)
            if not widget.isHidden()
        )
        room = max(self.width() - 2 * _PADDING - taken - _GAP, 0)
        name = min(_width_of(self._buyer), room * 3 // 5)
        self._buyer.setFixedWidth(name)
        self._order.setFixedWidth(min(_width_of(self._order), room - name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_alone(self, alone: bool) -> None:
        """Whether the case page stands without the list."""
        self._widen.set_icon_name("minimize-2" if alone else "maximize-2")
        self._widen.set_tip(tr("Show the list again") if alone else tr("Show the case alone"))

    def _copy_order(self) -> None:
        QGuiApplication.clipboard().setText(self._order_number)
        self.said.emit(tr("Order number copied"))


def _width_of(label: ElidedLabel) -> int:
    return label.fontMetrics().horizontalAdvance(label.full()) + 2
