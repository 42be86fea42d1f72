"""Correcting a line: its editable cells, a reason, before and after, and what it means in a closed month."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.money import Money
from models.register_records import CellKind, RegisterColumn, RegisterLine, RegisterValue
from ui import format as shown
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line
from ui.registers.register_cells import Beside, value_words
from ui.registers.register_words import title_of
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line

tr = translator("registers")
_LONGEST = 500
_MOST = Decimal(10) ** 12
Changes = Mapping[str, RegisterValue]


class NotReadableError(ValueError):
    """What was typed is no value of the column."""


def editable(columns: tuple[RegisterColumn, ...]) -> tuple[RegisterColumn, ...]:
    """The columns a correction may change."""
    return tuple(each for each in columns if each.editable)


def text_of(value: RegisterValue) -> str:
    """A value as it stands in its field."""
    if value is None:
        return ""
    if isinstance(value, Money):
        return str(value.amount)
    return str(value)


def read_value(column: RegisterColumn, text: str, was: RegisterValue, currency: str) -> RegisterValue:
    """What was typed as a value of the column; NotReadableError where it is none. An empty field is no value."""
    typed = text.strip()
    if column.kind is CellKind.TEXT:
        return typed
    if not typed:
        return None
    try:
        number = Decimal(typed.replace(",", "").replace("，", "").replace("¥", "").replace("−", "-").strip())
    except InvalidOperation as error:
        raise NotReadableError(typed) from error
    if not number.is_finite() or abs(number) >= _MOST:
        raise NotReadableError(typed)
    if column.kind is CellKind.NUMBER:
        if number != number.to_integral_value():
            raise NotReadableError(typed)
        return int(number)
    amount = Money.of(number, was.currency if isinstance(was, Money) else currency)
    if amount.amount != number:
        raise NotReadableError(typed)
    return amount


class CorrectionDialog(HeldDialog):
    """`wanted(changes, reason)` with only what differs."""

    wanted = Signal(object, str)

    def __init__(
        self, line: RegisterLine, columns: tuple[RegisterColumn, ...], currency: str, beside: Beside,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._line, self._currency, self._beside = line, currency, beside
        self._columns = editable(columns)
        title = tr("Correct %1", line.case_number) if line.case_number else tr("Correct the line")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(500)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        if line.buyer_nick:
            rows.addWidget(PlainLabel(isolate(one_line(line.buyer_nick)), self, ink="text2"))
        if line.closed:
            words = tr("The month of this line is closed. A correcting entry will be written in the present month; "
                       "the line itself stays as it is.")  # fmt: skip
            self.closed: Banner | None = Banner("due", words, parent=self)
            rows.addWidget(self.closed)
        else:
            self.closed = None
        self.form = FormRows(self, label_width=100)
        self.fields: dict[str, QLineEdit] = {}
        for each in self._columns:
            field = QLineEdit(text_of(line.cells.get(each.key)), self)
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(self._changed)
            self.form.add_field(title_of(each), field)
            self.fields[each.key] = field
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_LONGEST)
        self.form.add_field(tr("Reason"), self.reason, tr("Stands in the history for good."))
        rows.addWidget(self.form)
        self.difference = PlainLabel("", self, ink="text2", wrap=True)
        rows.addWidget(self.difference)
        self.take = Button(tr("Write correcting entry") if line.closed else tr("Correct"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self._changed()
        if self.fields:
            next(iter(self.fields.values())).setFocus()

    def _read(self) -> tuple[dict[str, RegisterValue], bool]:
        """What differs, and whether every field could be read; the wrong ones are marked."""
        changes: dict[str, RegisterValue] = {}
        fine = True
        for each in self._columns:
            field, was = self.fields[each.key], self._line.cells.get(each.key)
            if field.text().strip() == text_of(was).strip():
                self.form.set_wrong(field, "")
                continue
            try:
                changes[each.key] = read_value(each, field.text(), was, self._currency)
                self.form.set_wrong(field, "")
            except NotReadableError:
                fine = False
                words = tr("An amount such as 39.00") if each.kind is CellKind.MONEY else tr("A whole number")
                self.form.set_wrong(field, words)
        return changes, fine

    def _changed(self) -> None:
        changes, _fine = self._read()
        said = []
        for each in self._columns:
            if each.key in changes:
                was = value_words(each, self._line.cells.get(each.key), self._line.register, self._beside)
                now = value_words(each, changes[each.key], self._line.register, self._beside)
                said.append(tr("%1: %2 → %3", title_of(each), isolate(was), isolate(now)) + self._step(each, changes))
        self.difference.setText("\n".join(said) or tr("Nothing changed yet."))

    def _step(self, column: RegisterColumn, changes: Changes) -> str:
        """How much a correcting entry adds or takes."""
        now, was = changes[column.key], self._line.cells.get(column.key)
        if not self._line.closed or not isinstance(now, Money):
            return ""
        before = was.minor if isinstance(was, Money) and was.currency == now.currency else 0
        step = shown.money(Money(now.minor - before, now.currency))
        return " · " + tr("the entry says %1", step)

    def _take(self) -> None:
        changes, fine = self._read()
        if not fine:
            return
        if not changes:
            self.difference.setText(tr("Nothing changed yet."))
            next(iter(self.fields.values()), self.reason).setFocus()
            return
        reason = self.reason.text().strip()
        if not reason:
            self.form.set_wrong(self.reason, tr("Write why, in a few words."))
            self.reason.setFocus()
            return
        self.form.set_wrong(self.reason, "")
        self.wanted.emit(changes, reason)
