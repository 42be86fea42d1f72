"""Dialogs of what is owed to a buyer: an invoice noted or issued, compensation or goodwill paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.money import Money
from models.records import RegisterEntry
from models.register_kinds import PaidKind
from ui import format as shown
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.register_dialogs.entry_dialog import AmountField, DayField, EntryDialog
from ui.widgets.controls import Segmented
from ui.words import word

tr = translator("claims")
_TITLE_LIMIT, _NUMBER_LIMIT, _NOTE_LIMIT = 200, 60, 500


@dataclass(frozen=True, slots=True)
class InvoiceOwed:
    """An invoice a buyer waits for."""

    title: str
    amount: Money | None
    due: date | None


@dataclass(frozen=True, slots=True)
class InvoiceIssued:
    """The number and day of an invoice."""

    number: str
    on: date | None
    amount: Money | None


@dataclass(frozen=True, slots=True)
class PaidEntry:
    """Money a buyer was paid; `entry_id` where it was promised before."""

    kind: PaidKind
    amount: Money
    on: date | None
    note: str
    entry_id: int | None = None


class InvoiceOwedDialog(EntryDialog):
    """`given` carries an InvoiceOwed."""

    given = Signal(object)

    def __init__(
        self, about: str, amount: Money | None, currency: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Invoice owed to the buyer"), tr("Enter"), parent, about=isolate(one_line(about)))
        self.title = QLineEdit(self)
        self.title.setMaxLength(_TITLE_LIMIT)
        self.form.add_field(tr("Invoice title"), self.title, tr("The name the buyer wants on it."))
        self.amount = AmountField(amount, currency, self)
        self.form.add_field(tr("Amount (%1)", currency), self.amount, tr("The order's total without freight."))
        self.due = DayField(None, today, self, ahead=True)
        self.form.add_field(tr("Due"), self.due, tr("Empty where no day was promised."))
        self.title.setFocus()

    def fill(self) -> None:
        """Emit an InvoiceOwed."""
        amount = self.read(self.amount, self.amount.value)
        due = self.read(self.due, self.due.value)
        if not self.refused_any and amount is not None and not amount:
            self.refuse(self.amount, tr("Enter an amount above zero."))
        if not self.refused_any:
            self.given.emit(InvoiceOwed(self.title.text().strip(), amount, due))
            self.leave()


class InvoiceIssuedDialog(EntryDialog):
    """`given` carries an InvoiceIssued."""

    given = Signal(object)

    def __init__(self, entry: RegisterEntry, currency: str, today: date, parent: QWidget | None = None) -> None:
        about = " · ".join(part for part in (entry.case_number, str(entry.columns.get("title", ""))) if part)
        super().__init__(tr("Invoice issued"), tr("Issued"), parent, about=isolate(one_line(about)))
        self.number = QLineEdit(self)
        self.number.setMaxLength(_NUMBER_LIMIT)
        self.form.add_field(tr("Invoice number"), self.number)
        self._was = entry.amount
        self.amount = AmountField(entry.amount, currency, self)
        self.form.add_field(tr("Amount (%1)", currency), self.amount)
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Day"), self.day)
        self.number.setFocus()

    def fill(self) -> None:
        """Emit an InvoiceIssued."""
        number = self.number.text().strip()
        if not number:
            self.refuse(self.number, tr("Enter the number that stands on it."))
        else:
            self.form.set_wrong(self.number, "")
        amount = self.read(self.amount, self.amount.value)
        on = self.read(self.day, self.day.value)
        if not self.refused_any and amount is not None and not amount:
            self.refuse(self.amount, tr("Enter an amount above zero."))
        if not self.refused_any:
            self.given.emit(InvoiceIssued(number, on, None if amount == self._was else amount))
            self.leave()


class PaidDialog(EntryDialog):
    """`given` carries a PaidEntry. `promised` are the case's lines not paid yet; the first is chosen."""

    given = Signal(object)

    def __init__(
        self, promised: Sequence[RegisterEntry], currency: str, today: date, parent: QWidget | None = None, *,
        about: str = "", other: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(tr("Paid to the buyer"), tr("Paid"), parent, about=isolate(one_line(about)))
        self._promised = list(promised)
        self.which = QComboBox(self)
        for entry in promised:
            item = one_line(str(entry.columns.get("item", "") or entry.columns.get("note", "")))
            self.which.addItem(" · ".join(part for part in (shown.money(entry.amount), isolate(item)) if part))
        if other:
            self.which.addItem(tr("Something else"))
        self.form.add_field(tr("For"), self.which, tr("What was decided and is not paid yet.") if promised else "")
        self.which.setEnabled(bool(promised))
        self.kind = Segmented([(kind.value, word(kind)) for kind in PaidKind], PaidKind.COMPENSATION.value, self)
        self.form.add_field(tr("Kind"), self.kind)
        self.amount = AmountField(None, currency, self)
        self.form.add_field(tr("Amount (%1)", currency), self.amount)
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Day"), self.day)
        self.note = self.note_field(limit=_NOTE_LIMIT)
        self.form.add_field(tr("Note"), self.note)
        self.which.currentIndexChanged.connect(lambda _: self._choose())
        self._choose()
        self.amount.setFocus()
        self.amount.selectAll()

    def _entry(self) -> RegisterEntry | None:
        place = self.which.currentIndex()
        return self._promised[place] if 0 <= place < len(self._promised) else None

    def _choose(self) -> None:
        entry = self._entry()
        self.kind.setEnabled(entry is None)
        if entry is None:
            self.amount.clear()
            return
        kind = str(entry.columns.get("kind", ""))
        if kind in set(PaidKind):
            self.kind.set_value(kind)
        if entry.amount is not None:
            self.amount.setText(f"{entry.amount.amount:f}")

    def fill(self) -> None:
        """Emit a PaidEntry."""
        amount = self.read(self.amount, self.amount.value)
        on = self.read(self.day, self.day.value)
        note = self.read_note(self.note)
        if not self.refused_any and not amount:
            self.refuse(self.amount, tr("Enter an amount above zero."))
        if not self.refused_any and amount is not None:
            entry = self._entry()
            self.given.emit(
                PaidEntry(PaidKind(self.kind.value()), amount, on, note, entry.id if entry is not None else None)
            )
            self.leave()
