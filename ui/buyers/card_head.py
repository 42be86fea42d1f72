"""The head of a buyer's card: who they are, the IDs they had, what one can do, and their past in numbers."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from models.buyer_records import BuyerCard
from models.kinds import Consent
from ui import format as shown
from ui.buyers.buyer_columns import CONSENT_STATES, FLAG_STATES, cases_text, rate_text
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.flow import FlowLayout
from ui.widgets.marks import Chip, TierMark
from ui.widgets.panel import Banner, Strip, column, line
from ui.words import tier_text, word

tr = translator("buyers")
_FORMER_SHOWN = 6


class CardHead(Strip):
    """Signals ask for what the buttons say; `likely_wanted` carries the buyer one might merge with."""

    case_wanted = Signal()
    rename_wanted = Signal()
    merge_wanted = Signal()
    likely_wanted = Signal(int)
    widen_wanted = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="bottom")
        self._likely = 0
        rows = column(self, margins=(16, 10, 12, 12), spacing=6)
        top = line(spacing=8)
        self.nick = ElidedLabel("", self, role="title", weight=600)
        self.tier = TierMark("", self)
        self._copy = icon_button("copy", tr("Copy the buyer ID"), self, size="row")
        self._copy.clicked.connect(self._copy_nick)
        self.widen = icon_button("maximize-2", tr("Card alone"), self, size="small")
        self.widen.clicked.connect(lambda: self.widen_wanted.emit())
        top.addWidget(self.nick, 100)
        top.addWidget(self.tier)
        top.addWidget(self._copy)
        top.addStretch(1)
        top.addWidget(self.widen)
        rows.addLayout(top)
        self.second = ElidedLabel("", self, ink="text2")
        rows.addWidget(self.second)
        self.former = PlainLabel("", self, role="small", ink="text3", wrap=True, selectable=True)
        rows.addWidget(self.former)
        self._box = QWidget(self)
        self._chips = FlowLayout(self._box)
        rows.addWidget(self._box)
        self.banner = Banner("due", "", "", self)
        look = Button(tr("Compare…"), self.banner, size="small")
        look.clicked.connect(lambda: self.likely_wanted.emit(self._likely))
        self.banner.add(look)
        rows.addWidget(self.banner)
        rows.addLayout(self._actions())

    def _actions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(8)
        self.new_case = Button(tr("New case"), self, kind="primary", icon="plus", size="small")
        self.rename = Button(tr("Change ID…"), self, icon="pencil", size="small")
        self.merge = Button(tr("Merge…"), self, icon="merge", size="small")
        for place, (button, wanted) in enumerate((
            (self.new_case, self.case_wanted), (self.rename, self.rename_wanted), (self.merge, self.merge_wanted),
        )):  # fmt: skip
            button.clicked.connect(wanted)
            grid.addWidget(button, 0, place)
        grid.setColumnStretch(3, 1)
        return grid

    def _copy_nick(self) -> None:
        QGuiApplication.clipboard().setText(self.nick.full())
        self.said.emit(tr("Buyer ID copied"))

    def set_alone(self, alone: bool) -> None:
        """The card takes the whole page, or stands beside the list again."""
        self.widen.set_icon_name("minimize-2" if alone else "maximize-2")
        self.widen.set_tip(tr("Back to the list") if alone else tr("Card alone"))

    def show_card(self, card: BuyerCard) -> None:
        """Show a buyer."""
        buyer = card.buyer
        self.nick.set_full(buyer.nick)
        self.nick.setMaximumWidth(self.nick.fontMetrics().horizontalAdvance(self.nick.full()) + 4)
        self.tier.set(tier_text(buyer.tier))
        self.second.set_full(" · ".join(part for part in (one_line(buyer.name), one_line(card.shop.name)) if part))
        former = [one_line(each.nick) for each in card.former]
        more = tr(" and %n more", n=len(former) - _FORMER_SHOWN) if len(former) > _FORMER_SHOWN else ""
        self.former.setText(tr("Former IDs: %1", tr(", ").join(former[:_FORMER_SHOWN])) + more if former else "")
        self.former.setVisible(bool(former))
        self._show_chips(card)
        self._likely = card.likely[0].id if card.likely else 0
        if card.likely:
            first = card.likely[0]
            same = tr("same phone") if first.by_phone else tr("same name and address")
            others = tr("and %n more like this", n=len(card.likely) - 1) if len(card.likely) > 1 else ""
            self.banner.set_text(tr("Perhaps the same person: %1", one_line(first.nick)[:60]),
                                 " · ".join(part for part in (same, others) if part))  # fmt: skip
        self.banner.setVisible(bool(card.likely))
        merged = buyer.merged_into is not None
        for button in (self.new_case, self.rename, self.merge):
            button.setEnabled(not merged)

    def _show_chips(self, card: BuyerCard) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        chips = [Chip(word(flag), FLAG_STATES[flag], self._box) for flag in card.buyer.flags]
        if card.buyer.consent is Consent.REFUSED:
            chips.append(Chip(word(Consent.REFUSED), CONSENT_STATES[Consent.REFUSED], self._box, icon="phone-off"))
        for chip in chips:
            self._chips.addWidget(chip)
            chip.show()
        self._box.setVisible(bool(chips))


class CardNumbers(QWidget):
    """Eight numbers, always in the same places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        labels = (
            tr("Orders"), tr("Spent"), tr("Open / all cases"), tr("Refunded"), tr("Refund rate"), tr("Evidence"),
            tr("First order"), tr("Last order"),
        )  # fmt: skip
        self.values: list[ElidedLabel] = []
        for place, label in enumerate(labels):
            row, pair = divmod(place, 2)
            grid.addWidget(PlainLabel(label, self, ink="text3"), row, pair * 2, Qt.AlignmentFlag.AlignLeft)
            value = ElidedLabel("", self, weight=600)
            grid.addWidget(value, row, pair * 2 + 1)
            self.values.append(value)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(3, 5)

    def show_card(self, card: BuyerCard, now: datetime, zone: tzinfo) -> None:
        """Show a buyer's numbers."""
        numbers, lang = card.numbers, language()
        first, last = numbers.first_order_at, numbers.last_order_at
        texts = (
            shown.count(numbers.orders), shown.money(numbers.spent), cases_text(numbers.open_cases, numbers.cases),
            shown.money(numbers.refunded), rate_text(numbers.refund_rate) if numbers.orders else shown.NOTHING,
            shown.count(numbers.evidence), shown.day(first, now, lang, zone) if first else shown.NOTHING,
            shown.day(last, now, lang, zone) if last else shown.NOTHING,
        )  # fmt: skip
        for value, text in zip(self.values, texts, strict=True):
            value.set_full(text)
