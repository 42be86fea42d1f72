"""One row per channel: whether the buyer agreed, since when and how they said so, and buttons to note another word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.call_back_records import ContactConsent
from models.call_kinds import Channel
from models.kinds import Consent
from models.records import Buyer
from models.rules.contact_consent import usable
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.theme import State
from ui.vips.vip_words import way_text
from ui.widgets.buttons import Button
from ui.widgets.marks import Chip
from ui.words import word

tr = translator("vips")
_LAST = 4


class ChannelRows(QWidget):
    """`said` gives a channel and whether the buyer agrees to it now."""

    said = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        self.chips: dict[Channel, Chip] = {}
        self.notes: dict[Channel, ElidedLabel] = {}
        self.yes: dict[Channel, Button] = {}
        self.no: dict[Channel, Button] = {}
        for row, channel in enumerate(Channel):
            name = word(channel)
            chip, note = Chip("", None, self), ElidedLabel("", self, role="small", ink="text3")
            yes, no = Button(tr("Agrees"), self, size="small"), Button(tr("Withdraws"), self, size="small")
            yes.setAccessibleName(tr("%1: the buyer agrees", name))
            no.setAccessibleName(tr("%1: the buyer withdraws", name))
            yes.clicked.connect(lambda _=False, channel=channel: self.said.emit(channel, True))
            no.clicked.connect(lambda _=False, channel=channel: self.said.emit(channel, False))
            for place, widget in enumerate((PlainLabel(name, self), chip, note, yes, no)):
                if place < _LAST:
                    grid.addWidget(widget, row, place)
                else:
                    grid.addWidget(widget, row, place, Qt.AlignmentFlag.AlignRight)
            self.chips[channel], self.notes[channel], self.yes[channel], self.no[channel] = chip, note, yes, no

    def show_channels(
        self, buyer: Buyer, channels: Mapping[Channel, ContactConsent], now: datetime, zone: tzinfo
    ) -> None:
        """Show what was said of each."""
        for channel in Channel:
            said = channels.get(channel)
            words, state = _state(buyer, channel, said)
            self.chips[channel].set(words, state)
            self.notes[channel].set_full(_note(buyer, channel, said, now, zone))
            self.yes[channel].setVisible(said is None or not said.agreed)
            refused = buyer.consent is Consent.REFUSED
            self.no[channel].setVisible(not refused and (said is None or said.agreed))
            self.no[channel].set_label(tr("Withdraws") if said is not None and said.agreed else tr("Does not agree"))
            for button in (self.yes[channel], self.no[channel]):
                button.setEnabled(buyer.merged_into is None)


def _state(buyer: Buyer, channel: Channel, said: ContactConsent | None) -> tuple[str, State | None]:
    if said is not None and said.agreed and buyer.consent is not Consent.REFUSED:
        return tr("agreed"), "done"
    if said is not None or buyer.consent is Consent.REFUSED:
        return tr("no"), "overdue"
    return (tr("may be sent"), None) if channel is Channel.NOTE else (tr("not asked"), None)


def _note(buyer: Buyer, channel: Channel, said: ContactConsent | None, now: datetime, zone: tzinfo) -> str:
    parts = []
    if said is not None:
        parts.append(shown.day(said.said_at, now, language(), zone))
        parts += [way_text(said.way)] if said.way else []
        parts += [tr("noted by %1", one_line(said.noted_by))] if said.noted_by else []
    if not usable(buyer, channel):
        wrong = channel in (Channel.PHONE, Channel.SMS) and buyer.phone_wrong_at is not None
        parts.append(tr("the number is wrong") if wrong else tr("no number or address"))
    return " · ".join(parts)
