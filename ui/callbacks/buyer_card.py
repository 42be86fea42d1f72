"""The card of the buyer being called: consent first, then what to talk about and what was said before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.kinds import Consent, Temperament
from ui import format as shown
from ui.callbacks.calendar_data import CardShown
from ui.callbacks.call_words import call_text, history_text, masked_phone, talking_points
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line, plain_tooltip
from ui.widgets.buttons import icon_button
from ui.widgets.flow import FlowLayout
from ui.widgets.marks import Chip, IconMark, TierMark
from ui.widgets.panel import clear_layout, column, line, section_label
from ui.words import tier_text, word

tr = translator("callbacks")
_CALLS_SHOWN = 3
_POINT = 24


class BuyerCard(QWidget):
    """`said` tells what was copied, `case_wanted` asks for one of the buyer's cases."""

    said = Signal(str)
    case_wanted = Signal(int)
    buyer_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, margins=(16, 12, 16, 0), spacing=6)
        head = line(spacing=8)
        self.nick = ElidedLabel("", self, role="heading")
        self.tier = TierMark("", self)
        self.phone = PlainLabel("", self, ink="text2")
        self.copy = icon_button("copy", tr("Copy the phone number"), self, size="row")
        self.copy.clicked.connect(self._copy)
        self._phone, self._buyer_id = "", 0
        self.open = icon_button("user", tr("Open the buyer's card"), self, size="row")
        self.open.clicked.connect(lambda: self.buyer_wanted.emit(self._buyer_id))
        head.addWidget(self.nick, 100)
        head.addWidget(self.tier)
        head.addStretch(1)
        head.addWidget(self.phone)
        head.addWidget(self.copy)
        head.addWidget(self.open)
        rows.addLayout(head)
        self.chips = QWidget(self)
        self._chips = FlowLayout(self.chips)
        rows.addWidget(self.chips)
        rows.addSpacing(4)
        rows.addWidget(section_label(tr("To talk about"), self))
        self.points = QWidget(self)
        self._points = column(self.points)
        rows.addWidget(self.points)
        rows.addSpacing(4)
        self.calls_title = section_label(tr("Calls before"), self)
        rows.addWidget(self.calls_title)
        self.calls = QWidget(self)
        self._calls = column(self.calls, spacing=3)
        rows.addWidget(self.calls)

    def show_card(self, found: CardShown) -> None:
        """Show a buyer."""
        card, desk = found.card, found.desk
        buyer = card.buyer
        self.nick.set_full(buyer.nick)
        self.nick.setMaximumWidth(self.nick.fontMetrics().horizontalAdvance(self.nick.full()) + 2)
        self.tier.set(tier_text(buyer.tier))
        self._phone, self._buyer_id = buyer.phone.strip(), buyer.id
        name = isolate(one_line(buyer.name)) if buyer.name.strip() else ""
        self.phone.setText(" ".join(part for part in (name, masked_phone(buyer.phone)) if part))
        self.copy.setVisible(bool(self._phone) and buyer.consent is not Consent.REFUSED)
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        since = desk.day_of(buyer.consent_at).isoformat() if buyer.consent_at else ""
        state, icon = {
            Consent.GIVEN: ("done", "check"),
            Consent.REFUSED: ("overdue", "phone-off"),
            Consent.UNKNOWN: ("due", "circle-help"),
        }[buyer.consent]
        text = " ".join(part for part in (since, word(buyer.consent)) if part)
        self._add_chip(Chip(text, state, self.chips, icon=icon))  # type: ignore[arg-type]
        if buyer.temperament is not Temperament.NEUTRAL:
            self._add_chip(Chip(word(buyer.temperament), None, self.chips))
        self._add_chip(Chip(history_text(card), None, self.chips))
        self._show_points(found)
        self._show_calls(found)

    def _add_chip(self, chip: Chip) -> None:
        self._chips.addWidget(chip)
        chip.show()

    def _show_points(self, found: CardShown) -> None:
        clear_layout(self._points)
        points = talking_points(found.card, found.desk)
        for point in points:
            row = QWidget(self.points)
            row.setFixedHeight(_POINT)
            across = line(row, spacing=8)
            across.addWidget(IconMark(point.icon, "accent", 14, row))
            text = ElidedLabel(point.text, row)
            across.addWidget(text, 1)
            if point.case_id:
                look = icon_button("arrow-right", tr("Open the case"), row, size="row")
                look.clicked.connect(lambda _=False, wanted=point.case_id: self.case_wanted.emit(wanted))
                across.addWidget(look)
            self._points.addWidget(row)
        if not points:
            self._points.addWidget(PlainLabel(tr("No orders or cases yet."), self.points, role="small", ink="text3"))

    def _show_calls(self, found: CardShown) -> None:
        clear_layout(self._calls)
        desk = found.desk
        for call in found.card.calls[:_CALLS_SHOWN]:
            row = QWidget(self.calls)
            across = line(row, spacing=10)
            when = shown.day(desk.day_of(call.made_at), desk.now, language(), desk.zone)
            stamp = PlainLabel(when, row, role="small", ink="text3")
            plain_tooltip(stamp, shown.full_moment(call.made_at, desk.zone))
            across.addWidget(stamp)
            across.addWidget(ElidedLabel(call_text(call), row, role="small", ink="text2"), 1)
            across.addWidget(PlainLabel(one_line(call.person), row, role="small", ink="text3"))
            self._calls.addWidget(row)
        if not found.card.calls:
            self._calls.addWidget(PlainLabel(tr("None yet."), self.calls, role="small", ink="text3"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._phone)
        self.said.emit(tr("Phone number copied"))
