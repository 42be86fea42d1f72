"""The panel of the gallery's filters under its button: fields at the left, what can be chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from models.evidence_query import EvidenceDate, EvidenceFilters, EvidencePeriod
from ui.evidence.gallery import filters as words
from ui.evidence.gallery.filters import FOUND, OF_CASES, Field, Names
from ui.filter_entries import EntryRefused, day_text, read_day
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import link_button
from ui.widgets.controls import SearchField, Segmented
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import FormRows, column, line, rule
from ui.widgets.table import DataList
from ui.widgets.tick_list import TICK_ROW, TickList

tr = translator("evidence")
_WIDTH, _HEIGHT, _FIELDS, _ROW = 520, 440, 150, 32
_SETTLE_MS = 300
Found = Callable[[Sequence[tuple[Any, str]]], None]
Find = Callable[[Field, str, Found], None]
"""Finds what was typed in a field and hands over the choices, later, in the window's thread."""


class ChoicePart(QWidget):
    """Choices to tick; with a field above them where typing finds them."""

    ticked = Signal(object)
    back = Signal()

    def __init__(self, field: Field, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._find = find
        self._turn = 0
        self._filters, self._names = EvidenceFilters(), Names(str, {})
        self._known: dict[Any, str] = {}
        rows = column(self, spacing=8)
        self.search = SearchField(tr("Type to find"), self)
        self.search.setMaxLength(100)
        self.search.setVisible(field in FOUND)
        self.search.searched.connect(self._look)
        rows.addWidget(self.search)
        one = field not in FOUND and field not in (Field.MEDIA, Field.PROBLEM)
        self.list = TickList(self, name=words.field_title(field), one=one)
        self.list.ticked.connect(self._ticked)
        self.list.back.connect(self.back)
        rows.addWidget(self.list, 1)
        self._none = PlainLabel(tr("Nothing is found under this."), self, role="small", ink="text3", wrap=True)
        self._none.hide()
        rows.addWidget(self._none)
        if field in FOUND:
            self._look("")

    def show_filters(self, filters: EvidenceFilters, names: Names) -> None:
        """Show what is ticked."""
        self._filters, self._names = filters, names
        self._fill()

    def take_focus(self) -> None:
        """The keyboard goes to the first thing to choose."""
        (self.search if self.field in FOUND else self.list).setFocus(Qt.FocusReason.TabFocusReason)

    def _look(self, typed: str) -> None:
        self._turn += 1
        turn = self._turn

        def show(found: Sequence[tuple[Any, str]]) -> None:
            if turn == self._turn:
                self._known = dict(found)
                self._fill()

        self._find(self.field, typed, show)

    def _fill(self) -> None:
        chosen = words.values_of(self._filters, self.field)
        choices = list(self._known.items()) if self.field in FOUND else words.choices_of(self.field)
        spoken = words.value_words(self._filters, self.field, self._names)
        # What is ticked and not found any more has to be seen to be taken away.
        gone = [pair for pair in zip(chosen, spoken, strict=True) if pair[0] not in dict(choices)]
        self.list.show_choices([*gone, *choices], chosen)
        self._none.setVisible(not gone and not choices)

    def _ticked(self, values: Sequence[Any]) -> None:
        self.ticked.emit(words.with_values(self._filters, self.field, values))


class DatePart(QWidget):
    """Captured or imported, a span that moves on, or two days."""

    ticked = Signal(object)
    back = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._filters = EvidenceFilters()
        rows = column(self, spacing=8)
        self.dated = Segmented([(each.value, words.dated_word(each)) for each in EvidenceDate], parent=self)
        self.dated.chosen.connect(self._date_chosen)
        rows.addWidget(self.dated)
        self.periods = TickList(self, name=words.field_title(Field.DATE), one=True)
        self.periods.setFixedHeight(TICK_ROW * len(EvidencePeriod))
        self.periods.ticked.connect(self._period_chosen)
        self.periods.back.connect(self.back)
        rows.addWidget(self.periods)
        self._form = FormRows(self)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._read)
        self.first, self.last = self._entry(tr("From")), self._entry(tr("To"))
        rows.addWidget(self._form)
        rows.addStretch(1)

    def _entry(self, label: str) -> QLineEdit:
        entry = QLineEdit(self)
        entry.setMaxLength(40)
        entry.setPlaceholderText(tr("2026-11-01 or 11-01"))
        entry.textEdited.connect(lambda _: self._timer.start())
        entry.editingFinished.connect(self._read)
        self._form.add_field(label, entry)
        return entry

    def show_filters(self, filters: EvidenceFilters, names: Names) -> None:
        """Show what is set."""
        self._filters = filters
        if words.is_set(filters, Field.DATE):
            self.dated.set_value(filters.dated.value)
        choices = [(each, words.period_word(each)) for each in EvidencePeriod]
        self.periods.show_choices(choices, () if filters.period is None else (filters.period,))
        for entry, day in ((self.first, filters.first_day), (self.last, filters.last_day)):
            if not entry.hasFocus():
                entry.setText(day_text(day))
                self._form.set_wrong(entry, "")

    def take_focus(self) -> None:
        """The keyboard goes to the spans."""
        self.periods.setFocus(Qt.FocusReason.TabFocusReason)

    def _date_chosen(self, chosen: str) -> None:
        if words.is_set(self._filters, Field.DATE):
            self.ticked.emit(replace(self._filters, dated=EvidenceDate(chosen)))

    def _period_chosen(self, chosen: Sequence[EvidencePeriod]) -> None:
        period = chosen[0] if chosen else None
        dated = EvidenceDate(self.dated.value())
        self.ticked.emit(replace(self._filters, dated=dated, period=period, first_day=None, last_day=None))

    def _read(self) -> None:
        self._timer.stop()
        days: list[date | None] = []
        for entry in (self.first, self.last):
            try:
                days.append(read_day(entry.text(), self._today))
                self._form.set_wrong(entry, "")
            except EntryRefused as refused:
                self._form.set_wrong(entry, str(refused))
        if len(days) < 2:
            return
        first, last = days
        if first is not None and last is not None and first > last:
            self._form.set_wrong(self.last, tr("This is before the first day."))
            return
        period = self._filters.period if first is None and last is None else None
        dated = EvidenceDate(self.dated.value()) if first or last or period else EvidenceDate.CAPTURED
        wanted = replace(self._filters, dated=dated, period=period, first_day=first, last_day=last)
        if wanted != self._filters:
            self.ticked.emit(wanted)


class GalleryPanel(QFrame):
    """`changed` gives the filters after each choice. It closes with Esc or a click beside it."""

    changed = Signal(object)

    def __init__(
        self, filters: EvidenceFilters, names: Names, find: Find, today: date, *, one_case: bool, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Filters"))
        self.setFixedSize(_WIDTH, _HEIGHT)
        self._filters, self._names, self._find, self._today = filters, names, find, today
        self._shown = [field for field in Field if not (one_case and field in OF_CASES)]
        rows = column(self, margins=(1, 1, 1, 1))
        across = line(spacing=0)
        self.fields = DataList(self, name=tr("Fields"), row_height=_ROW)
        self.fields.setFixedWidth(_FIELDS)
        self._rows = QStandardItemModel(self)
        for field in self._shown:
            self._rows.appendRow(QStandardItem(words.field_title(field)))
        self.fields.setModel(self._rows)
        across.addWidget(self.fields)
        across.addWidget(rule(self, vertical=True))
        self._stack = QStackedWidget(self)
        self._stack.setContentsMargins(8, 8, 8, 8)
        self._parts: dict[Field, ChoicePart | DatePart] = {}
        across.addWidget(self._stack, 1)
        rows.addLayout(across, 1)
        rows.addWidget(rule(self))
        foot = line(margins=(12, 6, 12, 6), spacing=12)
        foot.addWidget(PlainLabel(tr("Space ticks · ← → sides · Esc closes"), self, role="small", ink="text3"), 1)
        self._clear = link_button(tr("Clear all"), self)
        self._clear.clicked.connect(lambda: self._take(EvidenceFilters()))
        foot.addWidget(self._clear)
        rows.addLayout(foot)
        self.fields.current_changed.connect(lambda _: self._field_changed())
        self.fields.opened.connect(lambda _: self.go_in())
        self.fields.looked.connect(lambda _: self.go_in())
        self.fields.left.connect(self.close)
        self._tell()
        self.fields.choose_row(0)

    def field(self) -> Field:
        """The field whose choices are shown."""
        return self._shown[max(self.fields.currentIndex().row(), 0)]

    def part(self) -> ChoicePart | DatePart:
        """The page in front."""
        return self._parts[self.field()]

    def choose_field(self, field: Field) -> None:
        """Go to a field and into its choices."""
        if field in self._shown:
            self.fields.choose_row(self._shown.index(field))
            self.go_in()

    def go_in(self) -> None:
        """Into the choices."""
        self.part().take_focus()

    def show_under(self, button: QWidget) -> None:
        """Open under its button, inside the window."""
        window = button.window()
        at = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        left = window.mapToGlobal(QPoint(8, 0)).x()
        right = window.mapToGlobal(QPoint(window.width() - self.width() - 8, 0)).x()
        self.move(max(min(at.x(), right), left), at.y())
        self.show()
        self.fields.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, filters: EvidenceFilters) -> None:
        if filters != self._filters:
            self._filters = filters
            self.changed.emit(filters)
            self._tell()
            self.part().show_filters(filters, self._names)

    def _tell(self) -> None:
        """Mark the fields that are set."""
        for row, field in enumerate(self._shown):
            on, item, title = words.is_set(self._filters, field), self._rows.item(row), words.field_title(field)
            cell = Cell(title, ink="accent_text" if on else "text", weight=600 if on else 0, icon="check" if on else "")
            item.setData(cell, CELL_ROLE)
            item.setEditable(False)
            spoken = words.full_text(self._filters, field, self._names) if on else title
            item.setData(one_line(spoken), int(Qt.ItemDataRole.AccessibleTextRole))
        self._clear.setEnabled(bool(self._filters))

    def _field_changed(self) -> None:
        field = self.field()
        if field not in self._parts:
            part: ChoicePart | DatePart
            part = DatePart(self._today, self) if field is Field.DATE else ChoicePart(field, self._find, self)
            part.ticked.connect(self._take)
            part.back.connect(lambda: self.fields.setFocus(Qt.FocusReason.BacktabFocusReason))
            self._parts[field] = part
            self._stack.addWidget(part)
        self._parts[field].show_filters(self._filters, self._names)
        self._stack.setCurrentWidget(self._parts[field])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Right and self.fields.hasFocus():
            self.go_in()
        else:
            super().keyPressEvent(event)
