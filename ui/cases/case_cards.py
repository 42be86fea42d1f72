"""The order and the buyer side by side: what was bought, and what the buyer's past says; the rest on demand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.records import CasePage
from ui import theme as tokens
from ui.cases.case_cells import Moment
from ui.cases.parcel_items import buyer_history_text, buyer_manner_text, order_texts
from ui.cases.parcel_list import ParcelList
from ui.cases.related_buyer import BuyerDetails, OrderDetails
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import ElidedLabel
from ui.widgets import painting
from ui.widgets.buttons import icon_button
from ui.widgets.flow import FlowLayout
from ui.widgets.marks import Chip
from ui.widgets.panel import column, line, rule, section_label
from ui.words import word

tr = translator("cases")
_TILE = 40


class ItemTile(QWidget):
    """A quiet square with a parcel on it, where other programs show a shop's picture of the item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(_TILE, _TILE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), "track", None, tokens.RADIUS_CHIP)
        paint_icon(painter, 10, _TILE // 2, "package", "text3", 20)
        painter.end()


class CaseCards(QWidget):
    """Two halves with a hairline between them, the parcels below, and more of both when unfolded."""

    buyer_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfolded = self._wide = False
        rows = column(self, spacing=2)
        halves = line(spacing=12)
        left, right = column(spacing=2), column(spacing=2)
        left.addLayout(self._order_head())
        row = line(spacing=8)
        row.addWidget(ItemTile(self))
        words = column(spacing=0)
        self._item = ElidedLabel("", self)
        self._order = ElidedLabel("", self, role="small", ink="text3")
        words.addWidget(self._item)
        words.addWidget(self._order)
        row.addLayout(words, 1)
        left.addLayout(row)
        self.order_details = OrderDetails(self)
        left.addWidget(self.order_details)
        left.addStretch(1)
        right.addLayout(self._buyer_head())
        self._history = ElidedLabel("", self)
        self._manner = ElidedLabel("", self, role="small", ink="text3")
        right.addWidget(self._history)
        right.addWidget(self._manner)
        self._flags = QWidget(self)
        self._flag_row = FlowLayout(self._flags, spacing=4, line_spacing=4)
        right.addWidget(self._flags)
        self._buyer_rows = right
        self.buyer_details = BuyerDetails(self)
        self.buyer_details.said.connect(self.said)
        right.addWidget(self.buyer_details)
        right.addStretch(1)
        halves.addLayout(left, 1)
        halves.addWidget(rule(self, vertical=True))
        halves.addLayout(right, 1)
        rows.addLayout(halves)
        self.parcels = ParcelList(self)
        self.parcels.said.connect(self.said)
        rows.addWidget(self.parcels)
        self.unfold(False)

    def add_to_buyer(self, widget: QWidget) -> None:
        """Put something more below what is said of the buyer."""
        self._buyer_rows.insertWidget(self._buyer_rows.indexOf(self._flags) + 1, widget)

    def _order_head(self) -> QHBoxLayout:
        head = line(spacing=4)
        head.addWidget(section_label(tr("Order"), self))
        head.addStretch(1)
        self.add_parcel = icon_button("plus", tr("Add parcel…"), self, size="row")
        self.add_parcel.clicked.connect(lambda: self.parcels.add_wanted.emit())
        head.addWidget(self.add_parcel)
        return head

    def _buyer_head(self) -> QHBoxLayout:
        head = line(spacing=4)
        head.addWidget(section_label(tr("Buyer"), self))
        head.addStretch(1)
        self.open_buyer = icon_button("user", tr("Open the buyer"), self, size="row")
        self.open_buyer.clicked.connect(self.buyer_wanted)
        self.more = icon_button("chevron-down", tr("More about order and buyer"), self, size="row")
        self.more.clicked.connect(lambda: self.unfold(not self._unfolded))
        head.addWidget(self.open_buyer)
        head.addWidget(self.more)
        return head

    def unfold(self, on: bool) -> None:
        """Show every item, what was paid, and the buyer's contact data and note."""
        self._unfolded = on
        seen = on or self._wide
        self.order_details.setVisible(seen)
        self.buyer_details.setVisible(seen)
        self.more.setVisible(not self._wide)
        self.more.set_icon_name("chevron-up" if on else "chevron-down")
        self.more.set_tip(tr("Less about order and buyer") if on else tr("More about order and buyer"))

    def set_wide(self, wide: bool) -> None:
        """Whether there is room for everything."""
        if wide != self._wide:
            self._wide = wide
            self.unfold(self._unfolded)

    def show_case(self, page: CasePage, at: Moment) -> None:
        """Show the order and the buyer of a case."""
        title, below = order_texts(page.order)
        self._item.set_full(title)
        self._order.set_full(below)
        self._history.set_full(buyer_history_text(page))
        self._manner.set_full(buyer_manner_text(page))
        self.open_buyer.setVisible(page.buyer is not None)
        while (item := self._flag_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        flags = page.buyer.flags if page.buyer is not None else ()
        for flag in flags:
            chip = Chip(word(flag), "due", self._flags)
            self._flag_row.addWidget(chip)
            chip.show()
        self._flags.setVisible(bool(flags))
        self.order_details.show_order(page.order, at)
        self.buyer_details.show_buyer(page, at)
        self.parcels.show_case(page)
        self.add_parcel.setVisible(page.order is not None)
