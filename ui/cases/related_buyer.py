"""More about order and buyer: every item, what was paid, whose it is, how to reach them and what is noted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from models.kinds import Consent
from models.records import CasePage, Order
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.cases.parcel_items import line_text, masked_phone
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.buttons import icon_button
from ui.widgets.panel import clear_layout, column, line

tr = translator("cases")
_ITEMS, _NOTE = 8, 400


class OrderDetails(QWidget):
    """Every item with its price, and the sums of the order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = column(self, margins=(0, 4, 0, 0), spacing=2)
        self._order: Order | None = None

    def show_order(self, order: Order | None, at: Moment) -> None:
        """Show an order, or nothing."""
        if order is not None and order == self._order:
            return
        self._order = order
        clear_layout(self._rows)
        if order is None:
            return
        for item in order.lines[1:_ITEMS]:
            self._rows.addWidget(ElidedLabel(one_line(item.item_title), self))
            parts = (line_text(item), shown.money(item.unit_price) if item.unit_price is not None else "")
            below = " · ".join(part for part in parts if part)
            self._rows.addWidget(ElidedLabel(below, self, role="small", ink="text3"))
        if len(order.lines) > _ITEMS:
            more = tr("%n more item(s)", n=len(order.lines) - _ITEMS)
            self._rows.addWidget(PlainLabel(more, self, role="small", ink="text3"))
        first = order.lines[0].unit_price if order.lines else None
        sums = (
            (tr("each %1", shown.money(first)), first), (tr("paid %1", shown.money(order.paid)), order.paid),
            (tr("freight %1", shown.money(order.freight)), order.freight),
            (tr("refunded %1", shown.money(order.refunded)), order.refunded if order.refunded else None),
        )  # fmt: skip
        told = " · ".join(text for text, amount in sums if amount is not None)
        self._rows.addWidget(PlainLabel(told, self, role="small", ink="text2", wrap=True))
        ordered = tr("ordered %1", shown.day_and_time(order.created_at, at.now, language(), at.zone))
        status = one_line(order.status_text)
        placed = " · ".join(filter(None, (status, ordered)))
        self._rows.addWidget(PlainLabel(placed, self, role="small", ink="text3", wrap=True))


class BuyerDetails(QWidget):
    """Name, telephone (masked until asked for), last order and note."""

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._phone = ""
        self.name = ElidedLabel("", self, role="small")
        self.phone = ElidedLabel("", self, role="small")
        self.last = ElidedLabel("", self, role="small")
        self.note = PlainLabel("", self, role="small", ink="text2", wrap=True, selectable=True)
        self._reveal = icon_button("eye", tr("Show the whole number"), self, size="row")
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(lambda _: self._show_phone())
        self._copy = icon_button("copy", tr("Copy telephone number"), self, size="row")
        self._copy.clicked.connect(self._copy_phone)
        phone = line(spacing=2)
        phone.addWidget(self.phone, 1)
        phone.addWidget(self._reveal)
        phone.addWidget(self._copy)
        for row, label in enumerate((tr("Name"), tr("Phone"), tr("Last order"))):
            grid.addWidget(PlainLabel(label, self, role="small", ink="text3"), row, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addLayout(phone, 1, 1)
        grid.addWidget(self.last, 2, 1)
        grid.addWidget(self.note, 3, 0, 1, 2)
        no_more = tr("Opted out: about this case only, no other call or message")
        self.refused = PlainLabel(no_more, self, role="small", ink="overdue", wrap=True)
        self.refused.hide()
        grid.addWidget(self.refused, 4, 0, 1, 2)

    def show_buyer(self, page: CasePage, at: Moment) -> None:
        """Show the buyer of a case; another buyer's number is masked again."""
        buyer, history, order = page.buyer, page.buyer_history, page.order
        name = (buyer.name if buyer is not None else "") or (order.receiver if order is not None else "")
        phone = (buyer.phone if buyer is not None else "") or (order.phone if order is not None else "")
        self.name.set_full(one_line(name) or shown.NOTHING)
        if phone != self._phone:
            self._phone = phone
            self._reveal.setChecked(False)
        self._show_phone()
        last = history.last_order_at if history is not None else None
        count = tr("%n order(s)", n=history.orders) if history is not None else ""
        self.last.set_full(" · ".join(filter(None, (shown.moment(last, at.now, language(), at.zone), count))))
        note = buyer.note.strip() if buyer is not None else ""
        self.note.setText(note[:_NOTE] + ("…" if len(note) > _NOTE else ""))
        self.note.setVisible(bool(note))
        self.refused.setVisible(buyer is not None and buyer.consent is Consent.REFUSED)

    def _show_phone(self) -> None:
        open_ = self._reveal.isChecked()
        self.phone.set_full((one_line(self._phone) if open_ else masked_phone(self._phone)) or shown.NOTHING)
        self._reveal.set_icon_name("eye-off" if open_ else "eye")
        self._reveal.set_tip(tr("Mask the number") if open_ else tr("Show the whole number"))
        self._reveal.setVisible(bool(self._phone))
        self._copy.setVisible(bool(self._phone))

    def _copy_phone(self) -> None:
        QGuiApplication.clipboard().setText(self._phone)
        self.said.emit(tr("Telephone number copied"))
