"""Entering a parcel: its number pasted as it came, the carrier suggested from it, which way it goes, a note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from desktop.services.parcels import ParcelEntry, candidates, carrier_book
from models.kinds import ParcelWay
from models.records import Parcel
from models.rules.carriers import Candidate, CheckDigit, check_number, normal_number, number_in
from models.rules.verdict import Allowed
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.panel import FormRows, column, foot_line
from ui.words import word

tr = translator("cases")
_PASTED = 4
_LIKELY = 60
_SETTLE_MS = 200


class ParcelForm(QDialog):
    """`entered` carries a ParcelEntry; the dialog stays until `accept`, so what was typed is never lost.

    `number_settled` comes with a number that can be one, to be looked for on other orders.
    """

    entered = Signal(object)
    number_settled = Signal(str)

    def __init__(
        self, names: Sequence[str], usual: str = "", parent: QWidget | None = None, *, parcel: Parcel | None = None
    ) -> None:
        super().__init__(parent)
        self._usual = usual
        self._known, self._chosen = "", parcel is not None and bool(parcel.carrier)
        title = tr("Change parcel") if parcel is not None else tr("Add parcel")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        self.form = FormRows(self)
        self.number = QLineEdit(parcel.tracking_number if parcel is not None else "", self)
        self.number.setMaxLength(400)
        self.number.setPlaceholderText(tr("Paste the number or the line it stands in"))
        self.form.add_field(tr("Tracking number"), self.number)
        self.carrier = QComboBox(self)
        self.carrier.setEditable(True)
        written = QLineEdit(self.carrier)
        written.setMaxLength(60)
        self.carrier.setLineEdit(written)
        written.textEdited.connect(self._carrier_typed)
        self.carrier.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.carrier.addItems(list(dict.fromkeys(one_line(name) for name in (*names, *_book_names()) if name)))
        self.carrier.setEditText(parcel.carrier if parcel is not None else "")
        self.form.add_field(tr("Carrier"), self.carrier)
        self.way = QComboBox(self)
        for way in ParcelWay:
            self.way.addItem(word(way), way)
        self.way.setCurrentIndex(list(ParcelWay).index(parcel.way if parcel is not None else ParcelWay.SENT))
        self.form.add_field(tr("Goes"), self.way)
        self.note = QLineEdit(parcel.note if parcel is not None else "", self)
        self.note.setMaxLength(500)
        self.form.add_field(tr("Note"), self.note)
        rows.addWidget(self.form)
        self.suggestion = PlainLabel("", self, role="small", ink="text2", wrap=True)
        self.suggestion.hide()
        self.elsewhere = PlainLabel("", self, role="small", ink="due", wrap=True)
        self.elsewhere.hide()
        rows.addWidget(self.suggestion)
        rows.addWidget(self.elsewhere)
        self.take = Button(tr("Change") if parcel is not None else tr("Add"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._settled)
        self._before = self.number.text()
        self.number.textChanged.connect(self._typed)
        self.carrier.activated.connect(lambda _: self._carrier_typed(self.carrier.currentText()))
        self._suggest()
        self.number.setFocus()

    def _typed(self, text: str) -> None:
        pasted = len(text) - len(self._before) >= _PASTED
        self._before = text
        found = number_in(text) if pasted else text
        if found != text and isinstance(check_number(found), Allowed):
            self.number.setText(found)
            return
        self.form.set_wrong(self.number, "")
        self.elsewhere.hide()
        self._suggest()
        self._settle.start()

    def _carrier_typed(self, text: str) -> None:
        self._chosen = bool(text.strip())

    def _settled(self) -> None:
        number = normal_number(self.number.text())
        if isinstance(check_number(number), Allowed):
            self.number_settled.emit(number)

    def _suggest(self) -> None:
        """Fill in a likely carrier where nobody chose one, and say how sure that is."""
        number = normal_number(self.number.text())
        found = candidates(number, usual=self._usual) if isinstance(check_number(number), Allowed) else ()
        self.suggestion.setText(_said(found))
        self.suggestion.setVisible(bool(found))
        self.suggestion.set_ink("overdue" if found and found[0].check is CheckDigit.FAILS else "text2")
        if self._chosen:
            return
        likely = found and (found[0].certain or found[0].weight >= _LIKELY)
        self.carrier.setEditText(found[0].carrier.name(language()) if likely else "")

    def show_elsewhere(self, number: str, orders: Sequence[str]) -> None:
        """Other orders on which the number stands; nothing if another one was typed meanwhile."""
        if orders and number == normal_number(self.number.text()):
            names = tr(", ").join(one_line(order) for order in orders)
            self.elsewhere.setText(tr("The same number stands on order %1. Check that it is not a slip.", names))
            self.elsewhere.show()

    def refuse(self, words: str) -> None:
        """Say below the number why the parcel was not kept."""
        self.take.setEnabled(True)
        self.form.set_wrong(self.number, words)
        self.number.setFocus()

    def _take(self) -> None:
        self.take.setEnabled(False)
        way = list(ParcelWay)[self.way.currentIndex()]
        self.entered.emit(ParcelEntry(self.number.text(), self.carrier.currentText(), way, self.note.text()))


def _book_names() -> list[str]:
    return [carrier.name(language()) for carrier in carrier_book() if carrier.id != "s10"]


def _said(found: Sequence[Candidate]) -> str:
    if not found:
        return ""
    first, lang = found[0], language()
    if first.certain:
        return tr("%1: its check digit holds.", first.carrier.name(lang))
    if first.check is CheckDigit.FAILS:
        return tr("Looks like %1, but its check digit does not fit: a slip of the pen?", first.carrier.name(lang))
    names = tr(", ").join(each.carrier.name(lang) for each in found[:3])
    return tr("May be %1, as such numbers commonly look; check it.", names)
