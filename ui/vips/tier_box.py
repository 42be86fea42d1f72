"""The tier of a buyer: what it is and where it comes from, to change by hand, and how it came about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.call_kinds import TierSource
from models.kinds import Tier
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.vips.contact_data import ContactShown
from ui.vips.vip_words import change_text
from ui.widgets.buttons import link_button
from ui.widgets.controls import Segmented, Switch
from ui.widgets.marks import Chip
from ui.widgets.panel import column, line
from ui.words import tier_text, word

tr = translator("vips")
_SHOWN = 3


class TierBox(QWidget):
    """`tier_wanted` gives a tier, `special_wanted` whether the buyer is marked for special care."""

    tier_wanted = Signal(object)
    special_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=8)
        row = line(spacing=12)
        names = [(each.value, tier_text(each) or tr("None")) for each in Tier]
        self.tier = Segmented(names, Tier.NONE.value, self)
        self.tier.setAccessibleName(tr("Tier"))
        self.tier.chosen.connect(lambda value: self.tier_wanted.emit(Tier(value)))
        self.source = Chip("", None, self)
        row.addWidget(self.tier)
        row.addWidget(self.source)
        row.addStretch(1)
        rows.addLayout(row)
        care = line(spacing=8)
        self.special = Switch(tr("Special care"), self)
        self.special.clicked.connect(self.special_wanted)
        care.addWidget(self.special)
        care.addWidget(
            PlainLabel(tr("Special care: asks for much, must not be neglected, whatever they spend"), self, wrap=True),
            1,
        )
        rows.addLayout(care)
        self.history = PlainLabel("", self, role="small", ink="text3", wrap=True, selectable=True)
        rows.addWidget(self.history)
        self.more = link_button(tr("All changes"), self)
        self.more.clicked.connect(self._show_all)
        rows.addWidget(self.more)
        self._lines: list[str] = []

    def show_tier(self, found: ContactShown) -> None:
        """Show a buyer's tier."""
        buyer = found.buyer
        self.tier.set_value(buyer.tier.value)
        self.source.set(word(buyer.tier_source), "gold" if buyer.tier_source is TierSource.SPECIAL else None)
        self.source.setVisible(buyer.tier is not Tier.NONE)
        self.special.setChecked(buyer.tier_source is TierSource.SPECIAL)
        for each in (self.tier, self.special):
            each.setEnabled(buyer.merged_into is None)
        self._lines = [change_text(each, found.now, found.zone) for each in found.history]
        self._show(self._lines[:_SHOWN])

    def _show(self, lines: list[str]) -> None:
        self.history.setText("\n".join(lines))
        self.history.setVisible(bool(lines))
        self.more.setVisible(len(lines) < len(self._lines))

    def _show_all(self) -> None:
        self._show(self._lines)
