"""Deciding otherwise than the rules suggest: another liability, shares or remedy, always with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.services.resolution_offers import GIVES_BACK, Override, is_payable
from models.kinds import Liability, Remedy
from models.money import Money
from ui import format as shown
from ui.i18n import translator
from ui.resolution.fact_parsing import NotReadableError, parse
from ui.resolution.share_fields import ShareFields
from ui.resolution.sheet import Card
from ui.resolution.wizard_state import WizardState
from ui.resolution.wording import shop_zone
from ui.widgets.buttons import Button
from ui.widgets.panel import FormRows, line
from ui.words import word

tr = translator("resolution")
_MONEY = (Remedy.REFUND, Remedy.PARTIAL_REFUND, Remedy.RETURN_AND_REFUND, Remedy.COMPENSATION)


class OverridePanel(Card):
    """`changed` comes with the override as far as it is filled in; None takes it back."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Decide otherwise"), tr("kept in the history with its reason"), parent)
        self._state: WizardState | None = None
        self._filling = False
        self.form = FormRows(self, label_width=110)
        self.form.setContentsMargins(15, 10, 15, 12)
        self.liability = QComboBox(self.form)
        self.remedy = QComboBox(self.form)
        self.amount = QLineEdit(self.form)
        self.amount.setPlaceholderText("0.00")
        self.amount.setMaximumWidth(180)
        self.reason = QPlainTextEdit(self.form)
        self.reason.setFixedHeight(72)
        self.reason.setTabChangesFocus(True)
        self.form.add_field(tr("Liability"), self.liability)
        self.shares = ShareFields(self.form)
        self.form.add_field(tr("In shares"), self.shares)
        self.form.add_field(tr("Remedy"), self.remedy)
        self.form.add_field(tr("Back to the buyer"), self.amount)
        self.form.add_field(tr("Reason"), self.reason, tr("Required. Who reads the case later must understand it."))
        self.add(self.form)
        self.drop = Button(tr("As the rules suggest"), self, size="small", icon="undo-2")
        foot = line(margins=(15, 0, 15, 12))
        foot.addStretch(1)
        foot.addWidget(self.drop)
        self.rows.addLayout(foot)
        self.drop.clicked.connect(lambda: self.changed.emit(None))
        for box in (self.liability, self.remedy):
            box.currentIndexChanged.connect(self._edited)
        self.amount.textEdited.connect(self._edited)
        self.shares.changed.connect(self._edited)
        self.reason.textChanged.connect(self._edited)

    def show_state(self, state: WizardState) -> None:
        """Show what is overridden; what is being typed stays as it is."""
        self._state = state
        override = state.choice.override or Override("")
        self._filling = True
        self._fill(self.liability, tr("as concluded"), list(Liability), override.liability)
        remedies = [remedy for remedy in Remedy if remedy not in (Remedy.NONE, Remedy.REFUSE)]
        self._fill(self.remedy, tr("as chosen above"), remedies, override.remedy)
        self.shares.show_shares(override.shares)
        if self.reason.toPlainText() != override.reason:
            self.reason.setPlainText(override.reason)
        if not self.amount.hasFocus():
            self.amount.setText(str(override.refund.amount) if override.refund is not None else "")
        self._filling = False
        self.form.set_wrong(self.reason, "")
        self._show_amount()

    @staticmethod
    def _fill(box: QComboBox, none: str, members: Sequence[Liability | Remedy], chosen: object) -> None:
        if box.count() != len(members) + 1:
            box.clear()
            box.addItem(none, "")
            for member in members:
                box.addItem(word(member), member.value)
        box.setCurrentIndex(next((at for at, member in enumerate(members, 1) if member is chosen), 0))

    def _show_amount(self) -> None:
        value = self.remedy.currentData()
        self.amount.setEnabled(any(value == remedy.value for remedy in _MONEY))

    def _edited(self) -> None:
        if self._filling or self._state is None:
            return
        self._show_amount()
        self.changed.emit(self.override())

    def override(self) -> Override | None:
        """What is filled in; None when nothing is."""
        liability = next((each for each in Liability if each.value == self.liability.currentData()), None)
        remedy = next((each for each in Remedy if each.value == self.remedy.currentData()), None)
        reason = self.reason.toPlainText().replace("\x00", "")
        refund = self._refund() if remedy in _MONEY else None
        shares = self.shares.shares()
        if len([share for share in shares.values() if share]) > 1:
            liability = Liability.SHARED
        if liability is None and remedy is None and not shares and not reason.strip():
            return None
        return Override(reason, liability, remedy, refund, shares)

    def _refund(self) -> Money | None:
        if self._state is None or not self.amount.text().strip():
            self.form.set_wrong(self.amount, "")
            return None
        page = self._state.walk.page
        currency, where = page.case.at_stake.currency, shop_zone(page.shop.time_zone)
        try:
            text = parse("money", self.amount.text(), now=page.case.opened_at, where=where, currency=currency)
        except NotReadableError as error:
            self.form.set_wrong(self.amount, str(error))
            return None
        refund = Money.of(str(text), currency)
        self.form.set_wrong(self.amount, self._too_much(refund))
        return refund

    def _too_much(self, refund: Money) -> str:
        """Why this much cannot go back; a compensation may be more than was paid."""
        remedy = next((each for each in GIVES_BACK if each.value == self.remedy.currentData()), None)
        order = self._state.walk.page.order if self._state is not None else None
        paid = order.paid if order is not None else None
        if paid is None or is_payable(Override("", remedy=remedy, refund=refund), paid):
            return ""
        return tr("Only %1 was paid. What goes beyond it is a compensation.", shown.money(paid))

    def readable(self) -> bool:
        """Whether the amount is empty, or can be read and given back; the field says so if not."""
        if not self.amount.isEnabled() or not self.amount.text().strip():
            return True
        refund = self._refund()
        if refund is not None and not self._too_much(refund):
            return True
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def ask_reason(self) -> None:
        """Say what is missing, the shares that do not add up or the reason, and go there."""
        if self.shares.flaw():
            self.shares.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.readable():
            return
        self.form.set_wrong(self.reason, tr("A reason is required to decide otherwise."))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
