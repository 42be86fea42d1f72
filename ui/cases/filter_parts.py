"""The parts of the filter panel: a list of choices to tick, the date, and the amount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.case_query import CaseFilters, DateFilter, DatePeriod
from ui.cases.filter_words import FilterField, Place, choices_of, dated_word, period_word, values_of, with_values
from ui.filter_entries import EntryRefused, amount_text, day_text, read_amount, read_day
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.controls import Segmented
from ui.widgets.panel import FormRows, column
from ui.widgets.tick_list import TICK_ROW, TickList

tr = translator("views")
_SETTLE_MS = 300


class FilterPart(QWidget):
    """One page of the panel: `show_filters` shows what is set, `changed` gives the filters with what was set here."""

    changed = Signal(object)
    back = Signal()

    def __init__(self, field: FilterField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._filters = CaseFilters()
        self.rows = column(self, spacing=8)

    def show_filters(self, filters: CaseFilters, place: Place) -> None:
        """Show what is set."""
        self._filters = filters

    def take_focus(self) -> None:
        """The keyboard goes to the first thing to choose."""

    def settle(self) -> None:
        """Take what was typed so far, before the panel closes."""

    def forget(self) -> None:
        """Drop what was typed and could not be read."""


class ChoicePart(FilterPart):
    """Any of several choices."""

    def __init__(self, field: FilterField, name: str, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.list = TickList(self, name=name)
        self.list.ticked.connect(lambda values: self.changed.emit(with_values(self._filters, self.field, values)))
        self.list.back.connect(self.back)
        self.rows.addWidget(self.list)

    def show_filters(self, filters: CaseFilters, place: Place) -> None:
        super().show_filters(filters, place)
        chosen = values_of(filters, self.field)
        choices = choices_of(self.field, place)
        known = {value for value, _ in choices}
        # What is set and not offered any more has to be seen to be taken away.
        gone = [(value, str(value)) for value in chosen if value not in known]
        self.list.show_choices([*choices, *gone], chosen)

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)


class _EntryPart(FilterPart):
    """Fields that are read a moment after the last key, and marked as wrong when they are left."""

    def __init__(self, field: FilterField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.form = FormRows(self)
        self._entries: list[QLineEdit] = []
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._apply)

    def add_entry(self, label: str, placeholder: str) -> QLineEdit:
        """A field with its label."""
        entry = QLineEdit(self)
        entry.setMaxLength(60)
        entry.setPlaceholderText(placeholder)
        entry.textEdited.connect(lambda _: self._timer.start())
        entry.editingFinished.connect(lambda: self._leave(entry))
        self.form.add_field(label, entry)
        self._entries.append(entry)
        return entry

    def _leave(self, entry: QLineEdit) -> None:
        self._timer.stop()
        self._apply()
        self._mark(entry)

    def _apply(self) -> None:
        """Take what can be read."""

    def _mark(self, entry: QLineEdit) -> None:
        self.form.set_wrong(entry, self._reason(entry))

    def _reason(self, entry: QLineEdit) -> str:
        """Why what stands in a field cannot be taken; empty where it can."""
        return ""

    def settle(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._apply()

    def forget(self) -> None:
        self._timer.stop()
        for entry in self._entries:
            entry.clear()
            self.form.set_wrong(entry, "")

    def _refill(self, entry: QLineEdit, text: str, same: bool) -> None:
        """Show what is set, unless it is being typed or means the same."""
        if not same and not entry.hasFocus():
            entry.setText(text)
            self.form.set_wrong(entry, "")


class DatePart(_EntryPart):
    """Which date, and a span that moves on or two days."""

    def __init__(self, field: FilterField, name: str, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._today = date(1970, 1, 1)
        self.dated = Segmented([(each.value, dated_word(each)) for each in DateFilter], parent=self)
        self.dated.chosen.connect(self._date_chosen)
        self.rows.addWidget(self.dated)
        self.periods = TickList(self, name=name, one=True)
        self.periods.setFixedHeight(TICK_ROW * len(DatePeriod))
        self.periods.ticked.connect(self._period_chosen)
        self.periods.back.connect(self.back)
        self.rows.addWidget(self.periods)
        self.first = self.add_entry(tr("From"), tr("2026-11-01 or 11-01"))
        self.last = self.add_entry(tr("To"), tr("2026-11-30 or 11-30"))
        self.rows.addWidget(self.form)
        self.rows.addStretch(1)

    def show_filters(self, filters: CaseFilters, place: Place) -> None:
        super().show_filters(filters, place)
        self._today = place.now.astimezone(place.zone).date()
        if filters.period is not None or filters.first_day is not None or filters.last_day is not None:
            self.dated.set_value(filters.dated.value)
        choices = [(each, period_word(each)) for each in DatePeriod]
        self.periods.show_choices(choices, () if filters.period is None else (filters.period,))
        for entry, day in ((self.first, filters.first_day), (self.last, filters.last_day)):
            self._refill(entry, day_text(day), self._day(entry.text()) in (day, date.min))

    def _day(self, text: str) -> date | None:
        try:
            return read_day(text, self._today)
        except EntryRefused:
            return date.min

    def _date_chosen(self, word: str) -> None:
        if self._filters.period is not None or self._filters.first_day or self._filters.last_day:
            self.changed.emit(replace(self._filters, dated=DateFilter(word)))

    def _period_chosen(self, chosen: Sequence[DatePeriod]) -> None:
        self.forget()
        period = chosen[0] if chosen else None
        dated = DateFilter(self.dated.value())
        self.changed.emit(replace(self._filters, dated=dated, period=period, first_day=None, last_day=None))

    def _apply(self) -> None:
        days = []
        for entry, was in ((self.first, self._filters.first_day), (self.last, self._filters.last_day)):
            try:
                days.append(read_day(entry.text(), self._today))
            except EntryRefused:
                days.append(was)
        first, last = days
        if first is not None and last is not None and first > last:
            return
        period = self._filters.period if first is None and last is None else None
        dated = DateFilter(self.dated.value()) if first or last or period else DateFilter.OPENED
        wanted = replace(self._filters, dated=dated, period=period, first_day=first, last_day=last)
        if wanted != self._filters:
            self.changed.emit(wanted)

    def _reason(self, entry: QLineEdit) -> str:
        try:
            day = read_day(entry.text(), self._today)
            first, last = read_day(self.first.text(), self._today), read_day(self.last.text(), self._today)
        except EntryRefused as refused:
            return str(refused) if entry.text() else ""
        if day is not None and first is not None and last is not None and first > last:
            return tr("This is before the first day.") if entry is self.last else tr("This is after the last day.")
        return ""

    def take_focus(self) -> None:
        self.periods.setFocus(Qt.FocusReason.TabFocusReason)


class AmountPart(_EntryPart):
    """At least and at most so much at stake."""

    def __init__(self, field: FilterField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._currency = ""
        self.least = self.add_entry(tr("At least"), "100.00")
        self.most = self.add_entry(tr("At most"), "500.00")
        self.unit = PlainLabel("", self, role="small", ink="text3", wrap=True)
        self.rows.addWidget(self.unit)
        self.rows.addWidget(self.form)
        self.rows.addStretch(1)

    def show_filters(self, filters: CaseFilters, place: Place) -> None:
        super().show_filters(filters, place)
        self._currency = filters.currency or place.currency
        self.unit.setText(tr("Cases in %1, by what is at stake.", self._currency))
        for entry, minor in ((self.least, filters.at_least), (self.most, filters.at_most)):
            self._refill(entry, amount_text(minor, self._currency), self._minor(entry.text()) in (minor, -1))

    def _minor(self, text: str) -> int | None:
        try:
            return read_amount(text, self._currency)
        except EntryRefused:
            return -1

    def _apply(self) -> None:
        amounts = []
        for entry, was in ((self.least, self._filters.at_least), (self.most, self._filters.at_most)):
            minor = self._minor(entry.text())
            amounts.append(was if minor == -1 else minor)
        least, most = amounts
        if least is not None and most is not None and least > most:
            return
        currency = self._currency if least is not None or most is not None else ""
        wanted = replace(self._filters, at_least=least, at_most=most, currency=currency)
        if wanted != self._filters:
            self.changed.emit(wanted)

    def _reason(self, entry: QLineEdit) -> str:
        try:
            read_amount(entry.text(), self._currency)
        except EntryRefused as refused:
            return str(refused)
        least, most = self._minor(self.least.text()), self._minor(self.most.text())
        if least is not None and most is not None and least > most >= 0:
            return tr("Less than the amount above.") if entry is self.most else tr("More than the amount below.")
        return ""

    def take_focus(self) -> None:
        self.least.setFocus(Qt.FocusReason.TabFocusReason)
