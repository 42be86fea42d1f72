"""Dialogs of carrier claims: handing in one or several, the carrier's answer, money that came or did not after all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.services.claim_terms import AnswerTerm
from models.money import Money
from models.rules.claim_aging import LONGEST_ANSWER, ClaimNet
from ui import format as shown
from ui.filter_entries import amount_text
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.register_dialogs.entry_dialog import AmountField, DayField, EntryDialog, WholeField, said_of
from ui.widgets.controls import Segmented

tr = translator("claims")
_NOTE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class HandIn:
    """The day of handing in; days for an answer, 0 for none; whether these days are the contract's from now on."""

    on: date | None
    days: int
    keep: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """What the carrier said: the amount it pays, or that it pays nothing."""

    allowed: Money | None
    refused: bool
    note: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Came:
    """Money that came on a day; with a `reason` it is what did not come after all."""

    amount: Money
    on: date | None
    reason: str = ""


def claim_name(claim: ClaimNet) -> str:
    """A claim in a few words: case, parcel, carrier."""
    parts = (claim.case_number, claim.parcel, claim.carrier)
    return " · ".join(isolate(one_line(part)) for part in parts if part)


class HandInDialog(EntryDialog):
    """`given` carries a HandIn. `terms` are those of the claims' carriers: one is shown, several must agree."""

    given = Signal(object)

    def __init__(
        self, claims: Sequence[ClaimNet], terms: Sequence[AnswerTerm], today: date, parent: QWidget | None = None
    ) -> None:
        one = claims[0] if len(claims) == 1 else None
        sums: dict[str, int] = {}
        for claim in claims:
            if claim.claimed is not None:
                sums[claim.currency] = sums.get(claim.currency, 0) + claim.claimed.minor
        total = ", ".join(shown.money(Money(minor, currency)) for currency, minor in sorted(sums.items()))
        about = claim_name(one) if one is not None else total
        if one is not None and total:
            about = f"{about} · {total}"
        title = tr("Claim handed in to the carrier") if one is not None else tr("%n claims handed in", n=len(claims))
        super().__init__(title, tr("Handed in"), parent, about=about)
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Day"), self.day)
        same = terms[0] if len({term.days for term in terms}) == 1 else AnswerTerm(None)
        self._several = len({term.days for term in terms}) > 1
        self._suggested = same.days
        self.days = WholeField(same.days, LONGEST_ANSWER, self)
        self.form.add_field(tr("Answer within (days)"), self.days, self._help(same))
        carriers = {claim.carrier for claim in claims}
        name = isolate(one_line(carriers.pop())) if len(carriers) == 1 else ""
        self.keep = QCheckBox(tr("Keep as the contract of %1", name) if name else "", self)
        self.keep.setVisible(bool(name))
        self.keep.setEnabled(False)
        self.form.add_field("", self.keep)
        without = sum(claim.claimed is None for claim in claims)
        if without:
            self.tell(tr("%n claim has no amount yet and is in no total.", n=without))
        self.days.textEdited.connect(self._typed)
        self.day.setFocus()
        self.day.selectAll()

    def _help(self, term: AnswerTerm) -> str:
        if self._several:
            return tr("Empty: each carrier's own days count.")
        if term.days is None:
            return tr("No days are known. Enter those of your contract, or leave it empty: nothing will be late.")
        if term.contract:
            return tr("From the contract you entered.")
        source = said_of(term.source) if term.source is not None else ""
        return tr("From %1; the contract with the carrier may say otherwise.", source)

    def _typed(self) -> None:
        days = self.days.text().strip()
        self.keep.setEnabled(bool(days) and days != str(self._suggested or ""))

    @property
    def own_terms(self) -> bool:
        """Whether each carrier's own days count: several differ, and none were entered for all."""
        return self._several and not self.days.text().strip()

    def fill(self) -> None:
        """Emit a HandIn."""
        on = self.read(self.day, self.day.value)
        days = self.read(self.days, self.days.value)
        if not self.refused_any:
            self.given.emit(HandIn(on, days or 0, self.keep.isEnabled() and self.keep.isChecked()))
            self.leave()


class AnswerDialog(EntryDialog):
    """`given` carries an Answered."""

    given = Signal(object)

    def __init__(self, claim: ClaimNet, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the carrier answered"), tr("Keep the answer"), parent, about=claim_name(claim))
        self._claim = claim
        self.form.add_fact(tr("Claimed"), shown.money(claim.claimed), strong=True)
        if claim.allowed is not None:
            self.form.add_fact(tr("Allowed before"), shown.money(claim.allowed))
        self.verdict = Segmented([("allowed", tr("Pays")), ("refused", tr("Pays nothing"))], "allowed", self)
        self.form.add_field(tr("Answer"), self.verdict)
        self.amount = AmountField(claim.claimed, claim.currency, self)
        self.form.add_field(tr("Allowed (%1)", claim.currency), self.amount)
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Day"), self.day)
        self.note = self.note_field(limit=_NOTE_LIMIT)
        self.form.add_field(tr("Note"), self.note)
        self.verdict.chosen.connect(lambda _: self._say())
        self.amount.textEdited.connect(lambda _: self._say())
        self._say()
        self.amount.setFocus()
        self.amount.selectAll()

    def _refused(self) -> bool:
        return self.verdict.value() == "refused"

    def _say(self) -> None:
        self.amount.setEnabled(not self._refused())
        claimed = self._claim.claimed
        try:
            allowed = self.amount.value()
        except ValueError:
            allowed = None
        if self._refused():
            self.tell(tr("Nothing is waited for any more; the claim can be handed in again as an appeal."))
        elif claimed is not None and allowed is not None and allowed.minor < claimed.minor:
            self.tell(tr("%1 less than claimed; it stays in the statement.", shown.money(claimed - allowed)))
        else:
            self.tell("")

    def fill(self) -> None:
        """Emit an Answered."""
        refused = self._refused()
        allowed = None if refused else self.read(self.amount, self.amount.value)
        on = self.read(self.day, self.day.value)
        note = self.read_note(self.note)
        claimed = self._claim.claimed
        if not refused and not self.refused_any:
            if allowed is None or not allowed:
                self.refuse(self.amount, tr("Enter what the carrier pays, or choose “Pays nothing”."))
            elif claimed is not None and claimed.minor < allowed.minor:
                wrong = tr("More than was claimed (%1): correct the claim first.", shown.money(claimed))
                self.refuse(self.amount, wrong)
        if not self.refused_any:
            self.given.emit(Answered(allowed, refused, note, on))
            self.leave()


class ReceivedDialog(EntryDialog):
    """Money received, the key M: all of what is open stands there, Enter takes it. `given` carries a Came."""

    given = Signal(object)

    def __init__(self, claim: ClaimNet, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Money received"), tr("Received"), parent, about=claim_name(claim))
        self._claim = claim
        came = claim.received or Money(0, claim.currency)
        self._wanted = claim.allowed if claim.allowed else claim.claimed
        self.form.add_fact(tr("Claimed"), shown.money(claim.claimed))
        self.form.add_fact(tr("Allowed"), shown.money(claim.allowed))
        self.form.add_fact(tr("Received before"), shown.money(came))
        rest = max(self._wanted.minor - came.minor, 0) if self._wanted is not None else 0
        self.amount = AmountField(Money(rest, claim.currency) if rest else None, claim.currency, self)
        self.form.add_field(tr("Received (%1)", claim.currency), self.amount)
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Day"), self.day)
        self.back = QCheckBox(tr("It did not come after all: take it off"), self)
        self.back.setVisible(bool(came))
        self.form.add_field("", self.back)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_NOTE_LIMIT)
        self.form.add_field(tr("Reason"), self.reason)
        self.reason.setEnabled(False)
        self.back.toggled.connect(self._turn)
        self.amount.textEdited.connect(lambda _: self._say())
        self._say()
        self.amount.setFocus()
        self.amount.selectAll()

    def _turn(self, on: bool) -> None:
        self.reason.setEnabled(on)
        self.day.setEnabled(not on)
        self.take.set_label(tr("Take off") if on else tr("Received"))
        if on and self._claim.received is not None:
            self.amount.setText(amount_text(self._claim.received.minor, self._claim.currency))
        self._say()

    def _say(self) -> None:
        came = self._claim.received or Money(0, self._claim.currency)
        try:
            amount = self.amount.value()
        except ValueError:
            amount = None
        if amount is None or self._wanted is None or self.back.isChecked():
            self.tell("")
            return
        left = self._wanted.minor - came.minor - amount.minor
        if left > 0:
            self.tell(tr("%1 stay open.", shown.money(Money(left, self._claim.currency))))
        elif left < 0:
            self.tell(tr("%1 more than was to come.", shown.money(Money(-left, self._claim.currency))))
        else:
            self.tell("")

    def fill(self) -> None:
        """Emit a Came."""
        amount = self.read(self.amount, self.amount.value)
        back = self.back.isChecked()
        on = None if back else self.read(self.day, self.day.value)
        if not self.refused_any and not amount:
            self.refuse(self.amount, tr("Enter an amount above zero."))
        came = self._claim.received or Money(0, self._claim.currency)
        if back and amount is not None and came.minor < amount.minor:
            self.refuse(self.amount, tr("Only %1 were received.", shown.money(came)))
        words = self.reason.text().strip() if back else ""
        if back and not words:
            self.refuse(self.reason, tr("Say why, so that nobody wonders later."))
        if not self.refused_any and amount is not None:
            self.given.emit(Came(amount, on, words))
            self.leave()
