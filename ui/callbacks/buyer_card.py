"""The card of the buyer being called: consent first, then what to talk about and what was said before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.call_kinds import Channel, TierSource
from models.kinds import Consent
from models.rules.contact_consent import usable
from ui.callbacks.call_words import masked_phone
from ui.callbacks.card_chips import card_chips
from ui.callbacks.card_data import CardShown
from ui.callbacks.past_calls import PastCalls
from ui.callbacks.purpose_banner import PurposeBanner
from ui.callbacks.ready_texts import ready_text
from ui.callbacks.talking_points import TalkingPoint, hours_warning, talking_points
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line, plain_tooltip
from ui.vips.vip_words import way_text
from ui.widgets.buttons import Button, icon_button, link_button
from ui.widgets.flow import FlowLayout
from ui.widgets.marks import IconMark, TierMark
from ui.widgets.panel import Banner, clear_layout, column, line, section_label
from ui.words import tier_text, word

old = translator("callbacks")
tr = translator("call_form")
_POINT = 22
_CALLS = 2
_BY_PHONE = (Channel.PHONE, Channel.SMS)


class BuyerCard(QWidget):
    """`said` tells what was copied, `case_wanted` asks for a case, `promise_kept` ticks a promise by its id."""

    said = Signal(str)
    case_wanted = Signal(int)
    buyer_wanted = Signal(int)
    promise_kept = Signal(int)
    calls_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, margins=(16, 12, 16, 0), spacing=6)
        head = line(spacing=8)
        self.nick = ElidedLabel("", self, role="heading")
        self.tier = TierMark("", self)
        self.special = IconMark("star", "gold", 14, self)
        self.special.setAccessibleName(word(TierSource.SPECIAL))
        plain_tooltip(self.special, word(TierSource.SPECIAL))
        self.phone = PlainLabel("", self, ink="text2")
        self.copy = icon_button("copy", old("Copy the phone number"), self, size="row")
        self.copy.clicked.connect(self._copy_phone)
        self._phone, self._buyer_id, self._ready = "", 0, ""
        self._found: CardShown | None = None
        self._unfolded: tuple[int, int] | None = None
        self._most = 4
        self.open = icon_button("user", old("Open the buyer's card"), self, size="row")
        self.open.clicked.connect(lambda: self.buyer_wanted.emit(self._buyer_id))
        head.addWidget(self.nick, 100)
        head.addWidget(self.tier)
        head.addWidget(self.special)
        head.addStretch(1)
        head.addWidget(self.phone)
        head.addWidget(self.copy)
        head.addWidget(self.open)
        rows.addLayout(head)
        self.refused = Banner("overdue", "", "", self)
        rows.addWidget(self.refused)
        self.wrong = Banner("due", tr("This number is another's"), "", self)
        mend = Button(
            tr("Mend"), self.wrong, size="small", tip=tr("Opens the buyer's card, where the number is changed")
        )
        mend.clicked.connect(lambda: self.buyer_wanted.emit(self._buyer_id))
        self.wrong.add(mend)
        rows.addWidget(self.wrong)
        self.chips = QWidget(self)
        self._chips = FlowLayout(self.chips)
        rows.addWidget(self.chips)
        self.hour = PlainLabel("", self, role="small", ink="due", wrap=True)
        rows.addWidget(self.hour)
        self.message = self._make_message()
        rows.addWidget(self.message)
        self.purpose = PurposeBanner(self)
        self.purpose.case_wanted.connect(self.case_wanted)
        rows.addWidget(self.purpose)
        title = line(spacing=8)
        self.more_points = link_button("", self)
        self.more_points.clicked.connect(self._unfold)
        title.addWidget(section_label(old("To talk about"), self))
        title.addStretch(1)
        title.addWidget(self.more_points)
        rows.addLayout(title)
        self.points = QWidget(self)
        self._points = column(self.points)
        rows.addWidget(self.points)
        title = line(spacing=8)
        self.calls_title = section_label(old("Calls before"), self)
        self.all_calls = link_button("", self)
        self.all_calls.clicked.connect(lambda: self.calls_wanted.emit())
        title.addWidget(self.calls_title)
        title.addStretch(1)
        title.addWidget(self.all_calls)
        rows.addLayout(title)
        self.calls = PastCalls(self)
        rows.addWidget(self.calls)

    def _make_message(self) -> QWidget:
        """Words to send, where the contact is not a call."""
        holder = QWidget(self)
        across = line(holder, spacing=8)
        self.channel = IconMark("message-square", "text2", 14, holder)
        self.text = ElidedLabel("", holder, ink="text2")
        self.copy_text = Button(tr("Copy"), holder, size="row", icon="copy", tip=tr("Copies the words to send"))
        self.copy_text.clicked.connect(self._copy_text)
        across.addWidget(self.channel)
        across.addWidget(self.text, 1)
        across.addWidget(self.copy_text)
        return holder

    def show_card(self, found: CardShown, person: str = "") -> None:
        """Show a buyer; `person` signs the words that are offered for a message."""
        self._found = found
        buyer = found.card.buyer
        self.nick.set_full(buyer.nick)
        self.nick.setMaximumWidth(self.nick.fontMetrics().horizontalAdvance(self.nick.full()) + 2)
        self.tier.set(tier_text(buyer.tier))
        self.special.setVisible(buyer.tier_source is TierSource.SPECIAL)
        self._phone, self._buyer_id = buyer.phone.strip(), buyer.id
        name = isolate(one_line(buyer.name)) if buyer.name.strip() else ""
        self.phone.setText(" ".join(part for part in (name, masked_phone(buyer.phone)) if part))
        by_phone = any(found.may(each) and usable(buyer, each) for each in _BY_PHONE)
        self.copy.setVisible(bool(self._phone) and by_phone)
        refused = buyer.consent is Consent.REFUSED
        self.refused.setVisible(refused)
        if refused:
            day = found.desk.day_of(buyer.consent_at).isoformat() if buyer.consent_at else ""
            way = way_text(buyer.consent_way).strip()
            told = " · ".join(part for part in (day, isolate(way) if way else "") if part)
            self.refused.set_text(tr("Opted out: no contact at all"), told)
        self.wrong.setVisible(buyer.phone_wrong_at is not None and not refused)
        if buyer.phone_wrong_at is not None:
            day = found.desk.day_of(buyer.phone_wrong_at).isoformat()
            self.wrong.set_text(tr("This number is another's"), tr("Noted %1. Ask in the chat for the right one.", day))
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for chip in card_chips(found, self.chips):
            self._chips.addWidget(chip)
            chip.show()
        warning = "" if refused or found.channel is not Channel.PHONE or not found.is_open else hours_warning(found)
        self.hour.setText(warning)
        self.hour.setVisible(bool(warning))
        self._show_message(found, person)
        self.purpose.show_card(found)
        self.purpose.setVisible(found.is_open and self.purpose.says)
        self._show_points(found)
        self.calls.show_calls(found.card.calls[:_CALLS], found.desk)
        total = found.card.calls_total or len(found.card.calls)
        self.all_calls.set_label(tr("All %n", n=total))
        self.all_calls.setAccessibleName(tr("All %n call(s)", n=total))
        self.all_calls.setVisible(total > 0)

    def _show_message(self, found: CardShown, person: str) -> None:
        written = found.is_open and found.channel is not Channel.PHONE
        self.message.setVisible(written)
        if written:
            self._ready = ready_text(found, person)
            self.text.set_full(f"{word(found.channel)}: {self._ready}")
            icons = {Channel.EMAIL: "mail", Channel.NOTE: "sticky-note"}
            self.channel.set(icons.get(found.channel, "message-square"), "text2")

    def _show_points(self, found: CardShown) -> None:
        key = found.card.buyer.id, found.row.call_back.id if found.row is not None else 0
        if key != self._unfolded:
            self._unfolded = None
        clear_layout(self._points)
        points = talking_points(found)
        # A link instead of a single line would save nothing.
        folded = self._unfolded is None and len(points) > self._most + 1
        for point in points[: self._most] if folded else points:
            self._points.addWidget(self._point_row(point))
        self.more_points.set_label(tr("%n more", n=len(points) - self._most))
        self.more_points.setAccessibleName(tr("%n more to talk about", n=len(points) - self._most))
        self.more_points.setVisible(folded)
        if not points:
            none = PlainLabel(old("No orders or cases yet."), self.points, role="small", ink="text3")
            self._points.addWidget(none)

    def set_room(self, points: int) -> None:
        """How many things to talk about stand there at first."""
        if points != self._most:
            self._most = points
            if self._found is not None:
                self._show_points(self._found)

    def _unfold(self) -> None:
        """All there is to talk about, until another buyer is shown."""
        if self._found is not None:
            row = self._found.row
            self._unfolded = self._found.card.buyer.id, row.call_back.id if row is not None else 0
            self._show_points(self._found)

    def _point_row(self, point: TalkingPoint) -> QWidget:
        row = QWidget(self.points)
        row.setFixedHeight(_POINT)
        across = line(row, spacing=8)
        across.addWidget(IconMark(point.icon, "overdue" if point.late else "accent", 14, row))
        across.addWidget(ElidedLabel(point.text, row, ink="overdue" if point.late else ""), 1)
        if point.case_id:
            look = icon_button("arrow-right", old("Open the case"), row, size="row")
            look.setAccessibleDescription(point.text)
            look.clicked.connect(lambda _=False, wanted=point.case_id: self.case_wanted.emit(wanted))
            across.addWidget(look)
        if point.promise_id:
            tick = icon_button("check", tr("Done as promised"), row, size="row")
            tick.setAccessibleDescription(point.text)
            tick.clicked.connect(lambda _=False, kept=point.promise_id: self.promise_kept.emit(kept))
            across.addWidget(tick)
        return row

    def _copy_phone(self) -> None:
        QGuiApplication.clipboard().setText(self._phone)
        self.said.emit(old("Phone number copied"))

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._ready)
        self.said.emit(tr("Words copied; look them over before sending"))
