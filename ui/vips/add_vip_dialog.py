"""Making a buyer a VIP: found by buyer ID, given a tier, and consent only where they gave it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListView, QWidget

from desktop.context import AppContext
from models.kinds import Consent, Tier
from models.records import Buyer
from ui.background import Background
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import SearchField, Segmented
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line
from ui.words import tier_text, word

tr = translator("vips")
_TIERS = tuple(tier for tier in Tier if tier is not Tier.NONE)


class AddVipDialog(HeldDialog):
    """`wanted` gives the buyer's id, the tier and whether they agreed to calls."""

    wanted = Signal(int, object, bool)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._background = ctx, background
        self._found: tuple[Buyer, ...] = ()
        self._asked = 0
        self.setWindowTitle(tr("Add a VIP"))
        self.setMinimumWidth(440)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(tr("Add a VIP"), self, role="heading"))
        form = FormRows(self, label_width=64)
        self.search = SearchField(tr("Buyer ID or its beginning"), self)
        self.search.searched.connect(self._search)
        self.list = QListView(self)
        self.list.setAccessibleName(tr("Buyers found"))
        self.list.setFixedHeight(132)
        self.list.setUniformItemSizes(True)
        self.names = QStringListModel(self)
        self.list.setModel(self.names)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.list.hide()
        self.nobody = PlainLabel(tr("No buyer begins like this."), self, role="small", ink="text3")
        self.nobody.hide()
        place = QWidget(self)
        place.setFocusProxy(self.search)
        under = column(place, spacing=8)
        for part in (self.search, self.list, self.nobody):
            under.addWidget(part)
        form.add_field(tr("Buyer"), place)
        self.tier = Segmented([(tier.value, tier_text(tier)) for tier in _TIERS], Tier.V1.value, self)
        form.add_field(tr("Tier"), self.tier)
        self.agreed = QCheckBox(tr("The buyer agreed to be called"), self)
        form.add_field("", self.agreed)
        rows.addWidget(form)
        rows.addWidget(
            PlainLabel(tr("Without their consent no call is planned."), self, role="small", ink="text3", wrap=True)
        )
        self.take = Button(tr("Add"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.search.setFocus()
        self._chosen()

    def _search(self, text: str) -> None:
        self._asked += 1
        asked = self._asked
        self._background.run(
            self._ctx.jobs.read(lambda: self._ctx.call_backs.find_buyers(text)),
            lambda found: self._show(found) if asked == self._asked else None,
            receiver=self,
            quiet=True,
        )

    def _show(self, found: Sequence[Buyer]) -> None:
        self._found = tuple(found)
        self.names.setStringList([_line(buyer) for buyer in found])
        self.list.setVisible(bool(found))
        self.nobody.setVisible(not found and bool(self.search.text().strip()))
        if found:
            self.list.setCurrentIndex(self.names.index(0))
        self._chosen()

    def buyer(self) -> Buyer | None:
        """The buyer chosen."""
        row = self.list.currentIndex().row()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _chosen(self) -> None:
        buyer = self.buyer()
        self.take.setEnabled(buyer is not None)
        self.agreed.setEnabled(buyer is not None and buyer.consent is not Consent.GIVEN)
        self.agreed.setChecked(buyer is not None and buyer.consent is Consent.GIVEN)
        if buyer is not None and buyer.tier is not Tier.NONE:
            self.tier.set_value(buyer.tier.value)

    def _take(self) -> None:
        buyer = self.buyer()
        if buyer is not None:
            self.wanted.emit(buyer.id, Tier(self.tier.value()), self._agrees_now())
            self.leave()

    def _agrees_now(self) -> bool:
        # Of one who agreed before, to whatever channel, nothing new is said here.
        return self.agreed.isEnabled() and self.agreed.isChecked()


def _line(buyer: Buyer) -> str:
    parts = [isolate(one_line(buyer.nick))]
    if buyer.tier is not Tier.NONE:
        parts.append(tier_text(buyer.tier))
    if buyer.consent is not Consent.UNKNOWN:
        parts.append(word(buyer.consent))
    return " · ".join(parts)
