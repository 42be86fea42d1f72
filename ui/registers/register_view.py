"""The left side of the page: tiles, chips and search, the table with its pinned sums, measures, what is late."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.kinds import RegisterKind
from ui import theme as tokens
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.registers.claim_ratios import RatioLine
from ui.registers.filter_row import ChipCounts, FilterRow
from ui.registers.late_banner import LateBanner, latest
from ui.registers.month_chooser import month_words, short_month
from ui.registers.register_table import RegisterTable
from ui.registers.register_words import fills
from ui.registers.sheet_model import SheetModel
from ui.registers.sheet_reader import Reading
from ui.registers.tiles import Tiles
from ui.registers.total_row import TotalRow
from ui.widgets.panel import EmptyPlace, SkeletonRows, column
from ui.words import word

tr = translator("registers")
_TABLE, _EMPTY, _LOADING = range(3)
_SHOWN_TEXT = 60
_LONGEST_CHIP = 16


class RegisterView(QWidget):
    """Shows a Reading. `clear_wanted` takes away what narrows it, `retry_wanted` asks again."""

    clear_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading: Reading | None = None
        self._layouts: dict[RegisterKind, str] = {}
        self._failed = False
        rows = column(self)
        self.tiles = Tiles(self)
        self.tiles.hide()
        self.filters = FilterRow(self)
        self.stack = QStackedWidget(self)
        listed = QWidget(self.stack)
        self.model = SheetModel(zone, self)
        self.table = RegisterTable(self.model, listed)
        self.totals = TotalRow(self.table, listed)
        inner = column(listed)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.totals)
        self.stack.addWidget(listed)
        self.empty = EmptyPlace("notebook-tabs", "", parent=self.stack)
        self.clear = self.empty.add_button(tr("Show all of the month"), self._empty_button)
        self.stack.addWidget(self.empty)
        loading = QWidget(self.stack)
        bars = column(loading, margins=(0, tokens.HEADER, 0, 0))
        bars.addWidget(SkeletonRows(10, loading))
        bars.addStretch(1)
        self.stack.addWidget(loading)
        self.stack.setCurrentIndex(_LOADING)
        self.ratios = RatioLine(self)
        self.ratios.hide()
        self.late = LateBanner(self)
        for part in (self.tiles, self.filters):
            rows.addWidget(part)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.ratios)
        rows.addWidget(self.late)
        self.filters.search.down.connect(self.into_list)

    def take_layouts(self, layouts: dict[RegisterKind, str]) -> None:
        """How the columns of each register were arranged."""
        self._layouts = layouts

    def show_reading(self, reading: Reading, now: datetime) -> None:
        """Show what was read."""
        before, self.reading, self._failed = self.reading, reading, False
        sheet, choice = reading.sheet, reading.choice
        anew = before is None or before.sheet.query.register is not choice.register
        self.model.show_sheet(sheet, now)
        if anew:
            self.table.show_columns(self._layouts.get(choice.register, ""))
        self.table.show_sort(sheet.query.sort, descending=sheet.query.descending)
        if anew:
            self.table.scrollToTop()
            self.table.horizontalScrollBar().setValue(0)
        self._show_tiles(reading)
        self.totals.show_totals(self._total_label(reading), sheet.columns, sheet.totals)
        self.table.fit_sums(self.totals.totals.widths())
        self.ratios.show_ratios(reading.ratios, reading.before)
        self.late.show_late(latest(sheet.lines) if choice.register is RegisterKind.CARRIER_CLAIM else None)
        self._show_place(reading)

    def keep_layout(self) -> None:
        """Remember how the columns of the register shown stand."""
        self._layouts[self.model.register] = self.table.layout_kept()

    def layouts(self) -> dict[RegisterKind, str]:
        """What to remember of all of them."""
        return self._layouts

    def into_list(self) -> None:
        """The keyboard into the list, on its first line if on none."""
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.choose_row(0)
            self.table.setFocus()

    def group_name(self) -> str:
        """The name of the tile chosen; empty for all."""
        reading = self.reading
        if reading is None or reading.choice.group is None:
            return ""
        found = (each.name for each in reading.sheet.groups if each.key == reading.choice.group)
        return one_line(next(found, reading.choice.group)) or tr("Not said")

    def show_wrong(self, error: BaseException) -> None:
        """The register could not be read."""
        words = sentence(error)
        self._failed = True
        self.empty.set_text("triangle-alert", words.what, words.next)
        self.clear.set_label(tr("Try again"))
        self.clear.show()
        self.stack.setCurrentIndex(_EMPTY)

    def _empty_button(self) -> None:
        (self.retry_wanted if self._failed else self.clear_wanted).emit()

    def _show_tiles(self, reading: Reading) -> None:
        choice = reading.choice
        groups = reading.sheet.groups
        self.tiles.setVisible(bool(groups))
        if groups:
            name = tr("All of the month") if reading.choice.month is not None else tr("All unsettled")
            self.tiles.show_groups(reading.choice.register, name, groups, reading.choice.group)
        name = self.group_name() or tr("All")
        name = name if len(name) <= _LONGEST_CHIP else f"{name[:_LONGEST_CHIP]}…"
        counts = ChipCounts(reading.states, reading.late, reading.whole, reading.still)
        self.filters.chips.show_counts(choice.register, name, counts, choice.narrowing)

    def _total_label(self, reading: Reading) -> str:
        month = reading.choice.month
        name = self.group_name() or word(reading.choice.register)
        when = short_month(month) if month is not None else tr("Unsettled")
        corrections = sum(1 for each in reading.sheet.lines if each.corrects is not None)
        text = f"{name} {when}   {tr('%n line(s)', n=len(reading.sheet.lines) - corrections)}"
        return f"{text} · {tr('%n correction(s)', n=corrections)}" if corrections else text

    def _show_place(self, reading: Reading) -> None:
        if reading.sheet.lines:
            self.stack.setCurrentIndex(_TABLE)
            return
        choice = reading.choice
        self.clear.set_label(tr("Show all of the month"))
        self.clear.setVisible(choice.narrowed)
        if choice.text:
            text = isolate(one_line(choice.text[:_SHOWN_TEXT]))
            said = tr("Nothing found for “%1”", text)
            self.empty.set_text("search", said, tr("Looked in every cell of the register."))
        elif choice.narrowed:
            self.empty.set_text("search", tr("No line fits what is chosen above."))
        elif choice.month is None:
            self.empty.set_text("circle-check", tr("Everything is settled."), fills(choice.register))
        else:
            said = tr("Nothing in %1 yet.", month_words(choice.month))
            self.empty.set_text("notebook-tabs", said, fills(choice.register))
        self.stack.setCurrentIndex(_EMPTY)
