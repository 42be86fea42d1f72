"""Who bears how much, in percent: a small field for each party, and what is still to be shared out."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from models.kinds import Liability
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.resolution.fact_parsing import NotReadableError, number
from ui.widgets.panel import column
from ui.words import word

tr = translator("resolution")
PARTIES = (Liability.MERCHANT, Liability.CARRIER, Liability.BUYER, Liability.SUPPLIER)
_WHOLE = Decimal(100)


class ShareFields(QWidget):
    """`changed` after every edit; `shares()` are those that are filled in, whether or not they add up."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        self.fields: dict[Liability, QLineEdit] = {}
        for party in PARTIES:
            field = QLineEdit(self)
            field.setFixedWidth(52)
            field.setMaxLength(6)
            field.setAccessibleName(tr("Share of %1 in percent", word(party)))
            field.textEdited.connect(self._edited)
            label = PlainLabel(word(party), self, role="small", ink="text2")
            label.setBuddy(field)
            # two beside each other: four do not fit into a narrow window
            row, at = divmod(len(self.fields), 2)
            for place, widget in enumerate((label, field, PlainLabel("%", self, ink="text3"))):
                grid.addWidget(widget, row, 4 * at + place)
            self.fields[party] = field
        grid.setColumnMinimumWidth(3, 16)
        grid.setColumnStretch(7, 1)
        box.addLayout(grid)
        self.note = PlainLabel("", self, role="small", ink="text3", wrap=True)
        box.addWidget(self.note)
        self.setFocusProxy(self.fields[PARTIES[0]])
        self._say()

    def show_shares(self, shares: Mapping[Liability, Decimal]) -> None:
        """Fill in; what is being typed stays."""
        for party, field in self.fields.items():
            if not field.hasFocus():
                share = shares.get(party)
                field.setText("" if share is None else f"{share.normalize():f}")
        self._say()

    def shares(self) -> Mapping[Liability, Decimal]:
        """The shares that can be read."""
        found: dict[Liability, Decimal] = {}
        for party, field in self.fields.items():
            if field.text().strip():
                try:
                    found[party] = number(field.text().strip().rstrip("%％"))
                except NotReadableError:
                    continue
        return found

    def flaw(self) -> str:
        """Why the shares cannot be taken; empty when they can, or when there are none."""
        for field in self.fields.values():
            if field.text().strip():
                try:
                    share = number(field.text().strip().rstrip("%％"))
                except NotReadableError as error:
                    return str(error)
                if not 0 <= share <= _WHOLE:
                    return tr("A share lies between 0 and 100.")
        shares = self.shares()
        left = _WHOLE - sum(shares.values(), Decimal(0))
        if not shares or left == 0:
            return ""
        text = f"{abs(left).normalize():f}"
        return tr("Still %1% to share out.", text) if left > 0 else tr("%1% too much.", text)

    def _edited(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        flaw = self.flaw()
        self.note.setText(flaw or (tr("Adds up to 100%.") if self.shares() else tr("Empty: as concluded.")))
        self.note.set_ink("overdue" if flaw else "text3")
        for field in self.fields.values():
            field.setAccessibleDescription(flaw)
