"""The order and the buyer side by side: what was bought, and what the buyer's past says."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.kinds import Consent, Temperament
from models.records import CasePage, Order
from ui import format as shown
from ui import theme as tokens
from ui.i18n import language, translator
from ui.icons import paint_icon
from ui.plain import ElidedLabel, one_line
from ui.widgets import painting
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
    """Two halves with a hairline between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        halves = line(self, spacing=12)
        left = column(spacing=4)
        left.addWidget(section_label(tr("Order"), self))
        row = line(spacing=8)
        row.addWidget(ItemTile(self))
        words = column(spacing=0)
        self._item = ElidedLabel("", self)
        self._order = ElidedLabel("", self, role="small", ink="text3")
        words.addWidget(self._item)
        words.addWidget(self._order)
        row.addLayout(words, 1)
        left.addLayout(row)
        right = column(spacing=4)
        right.addWidget(section_label(tr("Buyer"), self))
        self._history = ElidedLabel("", self)
        self._manner = ElidedLabel("", self, role="small", ink="text3")
        right.addWidget(self._history)
        right.addWidget(self._manner)
        right.addStretch(1)
        halves.addLayout(left, 1)
        halves.addWidget(rule(self, vertical=True))
        halves.addLayout(right, 1)

    def show_case(self, page: CasePage) -> None:
        """Show the order and the buyer of a case."""
        title, below = _order_texts(page.order)
        self._item.set_full(title)
        self._order.set_full(below)
        self._history.set_full(_history_text(page))
        self._manner.set_full(_manner_text(page))


def _order_texts(order: Order | None) -> tuple[str, str]:
    if order is None:
        return tr("No order"), tr("The case is about the buyer")
    paid = shown.money(order.paid or order.total)
    if not order.lines:
        return tr("Items are not in the file"), paid
    first = order.lines[0]
    more = tr("%n more item(s)", n=len(order.lines) - 1) if len(order.lines) > 1 else ""
    parts = (
        one_line(first.variant or first.sku),
        f"×{first.quantity}",
        tr("batch %1", one_line(first.batch)) if first.batch else "",
        more,
        paid,
    )
    return one_line(first.item_title), " · ".join(part for part in parts if part)


def _history_text(page: CasePage) -> str:
    history = page.buyer_history
    if page.buyer is None or history is None:
        return tr("No buyer")
    rate = shown.percent(Decimal(str(history.refund_rate)), lang=language())
    parts = [tr("%n case(s)", n=history.cases), tr("refund rate %1", rate)]
    if history.refunded:
        parts.append(tr("%1 refunded", shown.money(history.refunded)))
    return " · ".join(parts)


def _manner_text(page: CasePage) -> str:
    if page.buyer is None:
        return ""
    parts = []
    if page.buyer.temperament is not Temperament.NEUTRAL:
        parts.append(word(page.buyer.temperament))
    if page.buyer.consent is not Consent.UNKNOWN:
        parts.append(word(page.buyer.consent))
    if page.buyer_history is not None:
        parts.append(tr("%n order(s)", n=page.buyer_history.orders))
    return " · ".join(parts)
