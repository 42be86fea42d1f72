"""Sends an undeliverable parcel again: why it came back, by which carrier, whose the surcharge is and by which rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from models.money import Money
from models.receiving_records import ResendOffer, ReturnReceipt
from models.register_kinds import UndeliverableReason
from ui.background import Background
from ui.i18n import language, translator
from ui.plain import PlainLabel, isolate, one_line
from ui.receiving.receiving_words import bearer_words
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line
from ui.words import word

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")
_AMOUNT = re.compile(r"[0-9]{1,7}(\.[0-9]{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ResendWish:
    """What was asked for."""

    reason: UndeliverableReason
    carrier: str
    number: str
    surcharge: Money | None
    our_fault: bool
    note: str


class _LabelField(QLineEdit):
    """The number of a label: the Enter of a scanner goes on to the next field and sends nothing yet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class ResendDialog(HeldDialog):
    """`wanted` carries a ResendWish; who writes it holds the dialog."""

    wanted = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, receipt: ReturnReceipt, currency: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._background, self._receipt, self._currency = ctx, background, receipt, currency
        self.setWindowTitle(tr("Send the parcel again"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(560)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(self.windowTitle(), self, role="heading"))
        what = " · ".join(
            part for part in (receipt.case_number, isolate(one_line(receipt.buyer_nick)), receipt.tracking_number)
            if part
        )  # fmt: skip
        rows.addWidget(PlainLabel(what, self, ink="text2", wrap=True))
        self.form = FormRows(self, label_width=96)
        self.reason = QComboBox(self)
        for each in UndeliverableReason:
            self.reason.addItem(word(each), each)
        if receipt.reason is not None:
            self.reason.setCurrentIndex(self.reason.findData(receipt.reason))
        self.form.add_field(tr("Came back because"), self.reason)
        self.carrier = QLineEdit(self)
        self.carrier.setMaxLength(60)
        self.form.add_field(tr("Carrier"), self.carrier)
        self.number = _LabelField(self)
        self.number.setMaxLength(100)
        self.form.add_field(tr("New number"), self.number, tr("Scan or type the number on the new label."))
        self.surcharge = QLineEdit(self)
        self.surcharge.setMaxLength(12)
        self.form.add_field(tr("Surcharge (%1)", currency), self.surcharge, tr("Empty where it costs nothing more."))
        self.ours = QCheckBox(tr("It was our own mistake"), self)
        self.form.add_field("", self.ours)
        self.ours.setAccessibleName(tr("It was our own mistake"))
        self.note = QLineEdit(self)
        self.note.setMaxLength(500)
        self.form.add_field(tr("Note"), self.note)
        rows.addWidget(self.form)
        self.rule = Banner("waiting", tr("Looking up the rule…"), "", self)
        rows.addWidget(self.rule)
        self.take = Button(tr("Send again"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.reason.currentIndexChanged.connect(lambda _: self._ask_rule())
        self.ours.toggled.connect(lambda _: self._ask_rule())
        self._offer: ResendOffer | None = None
        self.number.setFocus()
        self._ask_rule()

    def _reason(self) -> UndeliverableReason:
        return UndeliverableReason(str(self.reason.currentData()))

    def _ask_rule(self) -> None:
        service, wanted, reason, ours = self._ctx.receiving, self._receipt.id, self._reason(), self.ours.isChecked()
        self._background.run(
            self._ctx.jobs.read(lambda: service.resend_offer(wanted, reason, our_fault=ours)), self._show_rule,
            lambda error: self.rule.hide(), receiver=self, quiet=True,
        )  # fmt: skip

    def _show_rule(self, offer: ResendOffer) -> None:
        self._offer = offer
        if not self.carrier.text():
            self.carrier.setText(offer.carrier)
        self._say_rule()

    def _say_rule(self) -> None:
        offer = self._offer
        if offer is None:
            return
        more = []
        if offer.tell_ems:
            more.append(tr("Tell the buyer to choose %1 next time.", offer.carrier))
        if offer.apologise:
            more.append(tr("Apologise, and extend the time to receive."))
        words = bearer_words(offer.bearer, offer.times, recalled=self._reason() is UndeliverableReason.RECALLED)
        if self.ours.isChecked():
            words = tr("The surcharge is ours: the mistake was ours.")
        self.rule.set_text(words, ("" if language() == "zh" else " ").join(more))

    def _take(self) -> None:
        for field in (self.number, self.carrier, self.surcharge):
            self.form.set_wrong(field, "")
        if not self.number.text().strip():
            self._wrong(self.number, tr("The number on the new label, please."))
            return
        if not self.carrier.text().strip():
            self._wrong(self.carrier, tr("Which carrier takes it?"))
            return
        surcharge = None
        text = self.surcharge.text().strip()
        if text:
            if not _AMOUNT.fullmatch(text):
                self._wrong(self.surcharge, tr("An amount such as 12.50, please."))
                return
            surcharge = Money.of(text, self._currency)
        self.wanted.emit(
            ResendWish(self._reason(), self.carrier.text().strip(), self.number.text().strip(), surcharge,
                       self.ours.isChecked(), self.note.text().strip())
        )  # fmt: skip
        self.leave()

    def _wrong(self, field: QLineEdit, text: str) -> None:
        self.form.set_wrong(field, text)
        field.setFocus()
