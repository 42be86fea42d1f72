"""The contact of one buyer: tier, what they agreed to, opting out in one click, and how they like to be contacted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from desktop.context import AppContext
from models.call_kinds import Channel
from models.kinds import Consent, Tier
from ui import format as shown
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line
from ui.vips.channel_rows import ChannelRows
from ui.vips.contact_data import ContactShown, load_contact
from ui.vips.tier_box import TierBox
from ui.vips.vip_words import WAYS, way_text
from ui.vips.wish_fields import WishFields
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, SkeletonRows, column, line, rule, section_label
from ui.words import word

tr = translator("vips")
_WIDTH, _HEIGHT = 760, 760
_WAY_LIMIT = 60


class ContactDialog(QDialog):
    """Everything but the wishes is written at once, each with its own Undo; the wishes when they are saved.

    `changed` comes after each write, `opened` with the buyer's id when their card is wanted.
    """

    changed = Signal()
    opened = Signal(int)

    def __init__(self, ctx: AppContext, background: Background, buyer_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._background, self._buyer_id = ctx, background, buyer_id
        self.found: ContactShown | None = None
        self.setWindowTitle(tr("Contact and consent"))
        self.setAccessibleName(tr("Contact and consent"))
        rows = column(self, margins=(0, 16, 0, 16), spacing=10)
        head = line(margins=(20, 0, 20, 0), spacing=8)
        self.name = ElidedLabel("", self, role="heading")
        head.addWidget(self.name, 1)
        self.opt_out = Button(tr("Opt out of everything"), self, icon="phone-off", kind="danger")
        self.opt_out.clicked.connect(self._opt_out)
        head.addWidget(self.opt_out)
        rows.addLayout(head)
        self.banner = Banner("overdue", "", "", self)
        self.banner.hide()
        kept = line(margins=(20, 0, 20, 0))
        kept.addWidget(self.banner)
        rows.addLayout(kept)
        self.skeleton = SkeletonRows(8, self)
        rows.addWidget(self.skeleton)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._body())
        self.area.hide()
        rows.addWidget(self.area, 1)
        foot = line(margins=(20, 0, 20, 0), spacing=8)
        self.card = Button(tr("Card of the buyer"), self, kind="ghost", icon="user")
        self.card.clicked.connect(self._open_card)
        self.save = Button(tr("Save wishes"), self, kind="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.leave = Button(tr("Close"), self)
        self.leave.clicked.connect(self.accept)
        foot.addWidget(self.card)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        rows.addLayout(foot)
        self._enable(False)
        self.resize(_WIDTH, _HEIGHT)
        self.reload()

    def _body(self) -> QWidget:
        body = QWidget(self.area)
        inside = column(body, margins=(20, 0, 20, 0), spacing=10)
        inside.addWidget(section_label(tr("Tier"), body))
        self.tier = TierBox(body)
        self.tier.tier_wanted.connect(self._set_tier)
        self.tier.special_wanted.connect(self._set_special)
        inside.addWidget(self.tier)
        inside.addWidget(rule(body))
        inside.addWidget(section_label(tr("What the buyer agreed to"), body))
        inside.addLayout(self._how(body))
        self.wrong = PlainLabel("", body, role="small", ink="overdue", wrap=True)
        self.wrong.hide()
        inside.addWidget(self.wrong)
        self.channels = ChannelRows(body)
        self.channels.said.connect(self._say)
        inside.addWidget(self.channels)
        self.law = PlainLabel(
            tr("No commercial call or message without consent, and it stops at once when the buyer says so"
               " (implementing regulations 778/2024, art. 24)."),
            body, role="small", ink="text3", wrap=True,
        )  # fmt: skip
        inside.addWidget(self.law)
        inside.addWidget(rule(body))
        inside.addWidget(section_label(tr("How the buyer likes it"), body))
        self.wishes = WishFields(body)
        inside.addWidget(self.wishes)
        self.planned = PlainLabel("", body, role="small", ink="text2", wrap=True)
        inside.addWidget(self.planned)
        note = line(spacing=8)
        self.note = Button("", body, size="small", icon="sticky-note")
        self.note.set_tip(tr("A note in the parcel for VIPs who were not asked: it needs no agreement"))
        self.note.clicked.connect(self._plan_note)
        note.addWidget(self.note)
        note.addStretch(1)
        inside.addLayout(note)
        inside.addStretch(1)
        return body

    def _how(self, body: QWidget) -> QHBoxLayout:
        row = line(spacing=8)
        self.way = QComboBox(body)
        self.way.setEditable(True)
        self.way.setAccessibleName(tr("How the buyer said so"))
        self.way.setFixedWidth(200)
        for way in WAYS:
            self.way.addItem(way_text(way), way)
        edit = self.way.lineEdit()
        if edit is not None:
            edit.setMaxLength(_WAY_LIMIT)
        self.day = QLineEdit(body)
        self.day.setMaxLength(10)
        self.day.setFixedWidth(112)
        self.day.setAccessibleName(tr("On which day"))
        row.addWidget(PlainLabel(tr("Said"), body, ink="text2"))
        row.addWidget(self.way)
        row.addWidget(PlainLabel(tr("on"), body, ink="text2"))
        row.addWidget(self.day)
        row.addStretch(1)
        return row

    # Showing

    def reload(self) -> None:
        """Read the buyer anew."""
        ctx, buyer_id = self._ctx, self._buyer_id
        self._background.run(
            ctx.jobs.read(lambda: load_contact(ctx, buyer_id)), self.show_contact, self._failed, receiver=self
        )

    def _failed(self, error: BaseException) -> None:
        self.skeleton.hide()
        words = sentence(error)
        self.banner.set_text(words.what, words.next)
        self.banner.show()

    def show_contact(self, found: ContactShown) -> None:
        """Show a buyer."""
        first = self.found is None
        wishes_stay = not first and self._wishes_of(self.found) == self._wishes_of(found)
        self.found = found
        buyer = found.buyer
        name = isolate(one_line(buyer.nick))
        self.name.set_full(f"{name} · {isolate(one_line(buyer.name))}" if buyer.name.strip() else name)
        self.skeleton.hide()
        self.area.show()
        self.tier.show_tier(found)
        self.channels.show_channels(buyer, found.channels, found.now, found.zone)
        if not wishes_stay:
            self.wishes.show_wishes(buyer, found.people, found.tier_rhythm)
        if first:
            self.day.setText(found.today.isoformat())
        self._show_banner(found)
        self.planned.setText(self._planned(found))
        self.note.setVisible(found.note_on is not None)
        if found.note_on is not None:
            day = shown.day(found.note_on, found.now, language(), found.zone)
            self.note.set_label(tr("Plan a note in the parcel: %1", day))
        self._enable(buyer.merged_into is None)
        self.opt_out.setVisible(buyer.consent is not Consent.REFUSED)
        if first:
            self.channels.yes[Channel.PHONE].setFocus()

    @staticmethod
    def _wishes_of(found: ContactShown | None) -> tuple[object, ...]:
        if found is None:
            return ()
        buyer = found.buyer
        return (
            buyer.call_rhythm, buyer.call_hours, buyer.call_channel, buyer.call_person_id, buyer.birthday,
            found.tier_rhythm, found.people,
        )  # fmt: skip

    def _show_banner(self, found: ContactShown) -> None:
        buyer = found.buyer
        self.banner.setVisible(buyer.consent is Consent.REFUSED or buyer.merged_into is not None)
        if buyer.merged_into is not None:
            self.banner.set_text(tr("This buyer was merged into another."), tr("Open that one instead."))
            return
        since = shown.day(buyer.consent_at, found.now, language(), found.zone) if buyer.consent_at else ""
        said = " · ".join(each for each in (since, way_text(buyer.consent_way)) if each)
        self.banner.set_text(tr("The buyer wants to hear nothing: no call, no message, no reminder."), said)

    def _planned(self, found: ContactShown) -> str:
        planned = found.next_call
        if planned is None:
            if found.buyer.tier is Tier.NONE:
                return tr("Nothing is planned: the buyer is no VIP.")
            if found.buyer.consent is Consent.UNKNOWN:
                return tr("Nothing is planned: the buyer was not asked yet.")
            return tr("Nothing is planned.")
        day = shown.day(planned.due_on, found.now, language(), found.zone)
        return tr("Next: %1, %2 (%3)", day, word(planned.channel), word(planned.kind))

    def _enable(self, on: bool) -> None:
        for each in (self.opt_out, self.save, self.card):
            each.setEnabled(on)

    # Doing

    def _said(self) -> tuple[str, date | None] | None:
        """How and when the buyer said so; None where the day is no day."""
        place = self.way.findText(self.way.currentText())
        way = str(self.way.itemData(place)) if place >= 0 else self.way.currentText().strip()
        typed = self.day.text().strip()
        try:
            day = date.fromisoformat(typed) if typed else None
        except ValueError:
            self._refuse(tr("Write the day as 2026-11-20."))
            self.day.setFocus()
            return None
        return way, day

    def _say(self, channel: Channel, agreed: bool) -> None:
        said = self._said()
        if said is None:
            return
        contact, buyer_id, (way, day) = self._ctx.contact, self._buyer_id, said
        if agreed:
            self._write(lambda: contact.agree(buyer_id, channel, way, day))
        else:
            self._write(lambda: contact.withdraw(buyer_id, channel, way, day))

    def _opt_out(self) -> None:
        contact, buyer_id = self._ctx.contact, self._buyer_id
        said = self._said()
        way = said[0] if said is not None else ""
        self._write(lambda: contact.opt_out(buyer_id, way))

    def _set_tier(self, tier: Tier) -> None:
        vips, buyer_id = self._ctx.vips, self._buyer_id
        self._write(lambda: vips.set_tier(buyer_id, tier))

    def _set_special(self, on: bool) -> None:
        vips, buyer_id = self._ctx.vips, self._buyer_id
        self._write(lambda: vips.mark_special(buyer_id) if on else vips.unmark_special(buyer_id))

    def _plan_note(self) -> None:
        service, buyer_id = self._ctx.call_backs, self._buyer_id
        self._write(lambda: service.plan_note(buyer_id))

    def _save(self) -> None:
        entered = self.wishes.wishes()
        if entered is None:
            return
        contact, buyer_id = self._ctx.contact, self._buyer_id
        self._write(
            lambda: contact.set_preferences(
                buyer_id, rhythm=entered.rhythm, hours=entered.hours, channel=entered.channel,
                person_id=entered.person_id, birthday=entered.birthday,
            )
        )  # fmt: skip

    def _write(self, work: Callable[[], object]) -> None:
        self._refuse("")
        self._background.run(self._ctx.jobs.write(work), self._written, self._not_written, receiver=self)

    def _written(self, _: object) -> None:
        self.changed.emit()
        self.reload()

    def _not_written(self, error: BaseException) -> None:
        words = sentence(error)
        self._refuse(f"{words.what} {words.next}".strip())
        self.reload()

    def _refuse(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _open_card(self) -> None:
        self.opened.emit(self._buyer_id)
        self.accept()
