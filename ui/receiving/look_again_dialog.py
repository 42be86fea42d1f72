"""Sets right what was found in a parcel, with the reason: condition, pieces, back to stock or not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.receiving_records import ReturnReceipt
from models.register_kinds import Condition
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line
from ui.receiving.desk_values import CONDITIONS, MOST_PIECES
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line
from ui.words import word

tr = translator("receiving")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What is in the parcel after all; `restock` None: as the condition says."""

    condition: Condition
    pieces: int | None
    restock: bool | None
    reason: str


class LookAgainDialog(HeldDialog):
    """`wanted` carries a SecondLook; who writes it holds the dialog."""

    wanted = Signal(object)

    def __init__(self, receipt: ReturnReceipt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Correct what was found"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(500)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(self.windowTitle(), self, role="heading"))
        nick = isolate(one_line(receipt.buyer_nick)) if receipt.buyer_nick else ""
        parts = (receipt.case_number, nick, receipt.tracking_number)
        rows.addWidget(PlainLabel(" · ".join(part for part in parts if part), self, ink="text2", wrap=True))
        self.form = FormRows(self, label_width=96)
        self.condition = QComboBox(self)
        for each in CONDITIONS:
            self.condition.addItem(word(each), each.value)
        if receipt.condition is not None:
            self.condition.setCurrentIndex(self.condition.findData(receipt.condition.value))
        self.form.add_field(tr("Condition"), self.condition)
        self.pieces = QLineEdit("" if receipt.pieces is None else str(receipt.pieces), self)
        self.pieces.setMaxLength(4)
        self.form.add_field(tr("Pieces"), self.pieces)
        self.restock = QComboBox(self)
        choices = ((tr("As the condition says"), None), (tr("Back to stock"), True), (tr("Not to stock"), False))
        for text, kept in choices:
            self.restock.addItem(text, kept)
        self.form.add_field(tr("Stock"), self.restock)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_LONGEST)
        self.form.add_field(
            tr("Reason"), self.reason, tr("The steps of the case follow: refund, or a decision of the supervisor.")
        )
        rows.addWidget(self.form)
        self.take = Button(tr("Correct"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.condition.setFocus()

    def _take(self) -> None:
        for field in (self.pieces, self.reason):
            self.form.set_wrong(field, "")
        typed = self.pieces.text().strip()
        if typed and not (typed.isascii() and typed.isdecimal() and int(typed) <= MOST_PIECES):
            self._wrong(self.pieces, tr("A whole number, please."))
            return
        reason = self.reason.text().strip()
        if not reason:
            self._wrong(self.reason, tr("Write why, in a few words."))
            return
        condition = Condition(str(self.condition.currentData()))
        self.wanted.emit(SecondLook(condition, int(typed) if typed else None, self.restock.currentData(), reason))

    def _wrong(self, field: QLineEdit, text: str) -> None:
        self.form.set_wrong(field, text)
        field.setFocus()
