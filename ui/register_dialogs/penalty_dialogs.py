"""Entering a penalty, or confirming one that was expected, with what its points do to the shop's year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from models.money import Money
from models.records import RegisterEntry
from models.rules.penalty_points import MOST_POINTS, Ledger, Standing, crossing
from ui import format as shown
from ui.filter_entries import EntryRefused
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.register_dialogs.entry_dialog import AmountField, DayField, EntryDialog, WholeField
from ui.widgets.controls import Segmented

tr = translator("claims")
_RULE_LIMIT, _NOTE_LIMIT = 200, 500


@dataclass(frozen=True, slots=True)
class PenaltyEntry:
    """What was entered of a penalty."""

    points: int
    ledger: Ledger
    amount: Money | None
    rule: str
    note: str
    on: date | None
    expected: bool = False


class PenaltyDialog(EntryDialog):
    """`given` carries a PenaltyEntry. With `entry` it confirms that one, which is filled in."""

    given = Signal(object)

    def __init__(
        self, standing: Standing, currency: str, today: date, parent: QWidget | None = None, *, about: str = "",
        entry: RegisterEntry | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            tr("Penalty confirmed") if entry is not None else tr("Note a penalty"),
            tr("Confirm") if entry is not None else tr("Enter"), parent, about=isolate(one_line(about)),
        )  # fmt: skip
        self._standing, self._today = standing, today
        columns = entry.columns if entry is not None else {}
        now = columns.get("ledger", "")
        self.ledger = Segmented(
            [(Ledger.GENERAL.value, tr("General points")), (Ledger.SERIOUS.value, tr("Serious points"))],
            now if now in set(Ledger) else Ledger.GENERAL.value, self,
        )  # fmt: skip
        self.form.add_field(tr("Ledger"), self.ledger)
        self.points = WholeField(entry.points if entry is not None else None, MOST_POINTS, self)
        self.form.add_field(tr("Points"), self.points)
        amount = entry.amount if entry is not None else None
        self.amount = AmountField(amount, amount.currency if amount is not None else currency, self)
        self.form.add_field(tr("Penalty (%1)", self.amount.currency), self.amount)
        self.rule = QLineEdit(str(columns.get("rule", "")), self)
        self.rule.setMaxLength(_RULE_LIMIT)
        self.form.add_field(tr("Rule"), self.rule, tr("As the platform names it."))
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Day"), self.day)
        self.note = self.note_field(str(columns.get("note", "")), _NOTE_LIMIT)
        self.form.add_field(tr("Note"), self.note)
        self.expected = QCheckBox(tr("Only expected: it counts once it is confirmed"), self)
        self.expected.setVisible(entry is None)
        self.form.add_field("", self.expected)
        self.ledger.chosen.connect(lambda _: self._say())
        self.points.textEdited.connect(lambda _: self._say())
        self._say()
        self.points.setFocus()

    def _say(self) -> None:
        """Where the year stands, and whether a node is reached."""
        ledger = Ledger(self.ledger.value())
        held, rule = self._standing.ledgers[ledger], self._standing.rule
        try:
            points = self.points.value() or 0
        except EntryRefused:
            points = 0
        found = crossing(held.points, points, ledger, rule.every)
        if not found.warns:
            left = max(found.node - found.after, 0)
            self.tell(
                tr("%1: %2 points so far, %3 after this; %4 to the node at %5.", str(self._standing.year), held.points,
                   found.after, left, found.node), state="text2",
            )  # fmt: skip
            return
        follows = [shown.money(rule.money) if rule.money is not None else "",
                   tr("no campaigns for %n day", n=rule.ban_days) if rule.ban_days else ""]  # fmt: skip
        brings = tr(", ").join(part for part in follows if part)
        text = tr("This reaches the node at %1: %2 points after it, %3 before.", found.node, found.after, found.before)
        self.tell(f"{text} {tr('A node brings: %1.', brings)}" if brings else text, state="overdue")

    def fill(self) -> None:
        """Emit a PenaltyEntry."""
        points = self.read(self.points, self.points.value)
        amount = self.read(self.amount, self.amount.value)
        on = self.read(self.day, self.day.value)
        note = self.read_note(self.note)
        if not self.refused_any and not points and not amount:
            self.refuse(self.points, tr("Enter points, money or both."))
        if not self.refused_any:
            self.given.emit(PenaltyEntry(
                points or 0, Ledger(self.ledger.value()), amount, self.rule.text().strip(), note, on,
                self.expected.isChecked(),
            ))  # fmt: skip
            self.leave()
