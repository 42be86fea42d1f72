"""How a buyer stands with the shop: may they be called, tier, temperament, flags."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from enum import StrEnum

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from models.buyer_records import BuyerCard
from models.kinds import BuyerFlag, Consent, Temperament, Tier
from models.rules.rhythms import rhythm_or_none
from ui import format as shown
from ui.buyers.buyer_columns import CONSENT_STATES
from ui.i18n import language, translator
from ui.plain import PlainLabel, mnemonic_safe
from ui.rhythm_words import rhythm_inside
from ui.vips.vip_words import WAYS, channels_text, way_text
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import ViewChip
from ui.widgets.flow import FlowLayout
from ui.widgets.marks import Chip
from ui.widgets.panel import column, line
from ui.words import word

tr = translator("buyers")


class Standing(QWidget):
    """Signals carry what was chosen; the page writes it and shows the card anew."""

    consent_wanted = Signal(object, str)
    tier_wanted = Signal(object)
    temperament_wanted = Signal(object)
    flag_wanted = Signal(object, bool)
    contact_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=8)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 52)
        grid.setColumnStretch(1, 1)
        calls = line(spacing=8)
        self.consent = Chip("", None, self)
        self.change_consent = Button(tr("Consent"), self, size="small")
        self.change_consent.setMenu(self._consent_menu())
        self.opt_out = Button(tr("Opt out"), self, size="small", icon="phone-off", kind="danger")
        self.opt_out.clicked.connect(lambda: self.consent_wanted.emit(Consent.REFUSED, ""))
        calls.addWidget(self.consent)
        calls.addStretch(1)
        calls.addWidget(self.change_consent)
        calls.addWidget(self.opt_out)
        grid.addWidget(PlainLabel(tr("Contact"), self, ink="text2"), 0, 0)
        grid.addLayout(calls, 0, 1)
        self.since = PlainLabel("", self, role="small", ink="text3", wrap=True)
        grid.addWidget(self.since, 1, 1)
        self.agreed = PlainLabel("", self, role="small", ink="text2", wrap=True)
        grid.addWidget(self.agreed, 2, 1)
        kinds = line(spacing=8)
        self.tier = Button(word(Tier.NONE), self, size="small")
        self.tier.setMenu(self._menu(reversed(Tier), self.tier_wanted))
        self.temperament = Button(word(Temperament.NEUTRAL), self, size="small")
        self.temperament.setMenu(self._menu(Temperament, self.temperament_wanted))
        kinds.addWidget(self.tier)
        kinds.addSpacing(12)
        kinds.addWidget(PlainLabel(tr("Temperament"), self, ink="text2"))
        kinds.addWidget(self.temperament)
        kinds.addStretch(1)
        grid.addWidget(PlainLabel(tr("Tier"), self, ink="text2"), 3, 0)
        grid.addLayout(kinds, 3, 1)
        more = line(spacing=8)
        self.source = PlainLabel("", self, role="small", ink="text3", wrap=True)
        self.contact = link_button(tr("Contact and consent…"), self)
        self.contact.clicked.connect(self.contact_wanted)
        more.addWidget(self.source, 1)
        more.addWidget(self.contact)
        grid.addLayout(more, 4, 1)
        rows.addLayout(grid)
        self._box = QWidget(self)
        flow = FlowLayout(self._box)
        self.flags: dict[BuyerFlag, ViewChip] = {}
        for flag in BuyerFlag:
            chip = ViewChip(word(flag), None, self._box)
            chip.clicked.connect(lambda on, flag=flag: self.flag_wanted.emit(flag, on))
            flow.addWidget(chip)
            self.flags[flag] = chip
        rows.addWidget(self._box)
        self.care = PlainLabel(
            tr("Asks for much and must not be neglected: answer first, keep every promise, note what was agreed."),
            self, role="small", ink="text2", wrap=True,
        )  # fmt: skip
        rows.addWidget(self.care)

    def _consent_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addSection(tr("Agreed to calls"))
        for way in WAYS:
            self._consent_action(menu, way_text(way), Consent.GIVEN, way)
        menu.addSection(word(Consent.REFUSED))
        for way in WAYS:
            self._consent_action(menu, way_text(way), Consent.REFUSED, way)
        menu.addSeparator()
        self._consent_action(menu, word(Consent.UNKNOWN), Consent.UNKNOWN, "")
        return menu

    def _consent_action(self, menu: QMenu, text: str, consent: Consent, way: str) -> None:
        menu.addAction(mnemonic_safe(text)).triggered.connect(lambda _=False: self.consent_wanted.emit(consent, way))

    def _menu(self, members: Iterable[StrEnum], wanted: SignalInstance) -> QMenu:
        menu = QMenu(self)
        for member in members:
            menu.addAction(mnemonic_safe(word(member))).triggered.connect(
                lambda _=False, member=member: wanted.emit(member)
            )
        return menu

    def show_card(self, card: BuyerCard, now: datetime, zone: tzinfo) -> None:
        """Show a buyer."""
        buyer = card.buyer
        self.consent.set(word(buyer.consent), CONSENT_STATES[buyer.consent])
        said = []
        if buyer.consent_at is not None:
            said.append(tr("since %1", shown.day(buyer.consent_at, now, language(), zone)))
        if buyer.consent_way:
            said.append(way_text(buyer.consent_way))
        if card.next_call is not None:
            said.append(tr("next call %1", shown.day(card.next_call.due_on, now, language(), zone)))
        self.since.setText(" · ".join(said))
        self.since.setVisible(bool(said))
        self.agreed.setText(tr("Agreed to: %1", channels_text(card.agreed)) if card.agreed else "")
        self.agreed.setVisible(bool(card.agreed))
        own = rhythm_or_none(buyer.call_rhythm)
        parts = [word(buyer.tier_source)] if buyer.tier is not Tier.NONE else []
        parts += [tr("own rhythm: %1", rhythm_inside(own))] if own else []
        self.source.setText(" · ".join(parts))
        self.opt_out.setVisible(buyer.consent is not Consent.REFUSED)
        self.tier.set_label(word(buyer.tier))
        self.temperament.set_label(word(buyer.temperament))
        for flag, chip in self.flags.items():
            chip.setChecked(flag in buyer.flags)
        self.care.setVisible(BuyerFlag.NEEDS_CARE in buyer.flags)
        for each in (self.change_consent, self.opt_out, self.tier, self.temperament, self._box):
            each.setEnabled(buyer.merged_into is None)
        self.tier.setAccessibleName(f"{tr('Tier')} {word(buyer.tier)}")
        self.temperament.setAccessibleName(f"{tr('Temperament')} {word(buyer.temperament)}")
