"""Registers: one tab each, a month, the entries the wizard wrote, and their sum below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.clock import zone
from models.kinds import RegisterKind
from models.records import RegisterEntry
from ui import format as shown
from ui.background import Background
from ui.i18n import language, translator
from ui.page import Page, Target
from ui.plain import PlainLabel
from ui.registers.register_model import RegisterModel, columns, totals
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import Tabs
from ui.widgets.panel import EmptyPlace, Strip
from ui.widgets.table import DataTable
from ui.words import word

if TYPE_CHECKING:
    from ui.paper.sheet_desk import SheetDesk

tr = translator("registers")
_KINDS = tuple(RegisterKind)
Month = Mapping[RegisterKind, tuple[RegisterEntry, ...]]


class RegistersPage(Page):
    """What was written, never typed twice: filtered by register and month, each line leading to its case."""

    word = "registers"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self._zone = zone(ctx.bench.time_zone)
        today = ctx.clock.now().astimezone(self._zone)
        self._month = date(today.year, today.month, 1)
        self._found: Month = {}
        self._tabs = Tabs()
        for kind in _KINDS:
            self._tabs.addTab(word(kind))
        self._tabs.setAccessibleName(tr("Registers"))
        self._model = RegisterModel(self._zone, self)
        self._table = DataTable(columns(), name=tr("Entries of the month"))
        self._table.setModel(self._model)
        self._empty = EmptyPlace(
            "notebook-tabs", tr("Nothing was entered this month. The wizard writes here when it finishes.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._month_name = PlainLabel(role="heading")
        self._sum = PlainLabel(role="strong")
        self._sheets: SheetDesk | None = None
        self.statement = Button(tr("Statement of carrier claims…"), kind="secondary", size="small", icon="printer")
        self.statement.clicked.connect(self.print_claims)
        self._lay_out()
        self._tabs.currentChanged.connect(self._show)
        self._table.opened.connect(self._open_case)
        self._table.selection_changed.connect(self.header_changed)

    def _lay_out(self) -> None:
        before = icon_button("chevron-left", tr("Previous month"))
        after = icon_button("chevron-right", tr("Next month"))
        now = Button(tr("This month"), kind="secondary", size="small")
        before.clicked.connect(self.previous_month)
        after.clicked.connect(self.next_month)
        now.clicked.connect(self.this_month)
        top = Strip(surface="surface", edge="bottom")
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._tabs, 1)
        for widget in (before, self._month_name, after, now):
            row.addWidget(widget)
        foot = Strip(surface="surface2", edge="top")
        foot.setFixedHeight(36)
        below = QHBoxLayout(foot)
        below.setContentsMargins(16, 0, 16, 0)
        below.addWidget(self._sum)
        below.addStretch(1)
        below.addWidget(self.statement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)

    # What the window shows around it

    def title(self) -> str:
        return tr("Registers")

    def facts(self) -> str:
        return f"{shown.month_title(self._month, language())} · {self._tabs.tabText(self._tabs.currentIndex()).strip()}"

    def counts(self) -> str:
        rows = self._table.selected_rows()
        chosen = [self._model.entry(row) for row in rows if row < self._model.rowCount()]
        amount = totals(chosen)
        text = tr("%n entry(s)", n=len(self._model.entries()))
        if len(chosen) > 1 and amount:
            text += " · " + tr("%1 selected %2", len(chosen), amount)
        return text

    def hints(self) -> str:
        return tr("Up and down: row · Enter: open the case")

    # What it does

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"claim_statement": self.print_claims}

    def print_claims(self) -> None:
        """The statement of the month shown, of the carrier of the chosen line or of the one with most claims."""
        if self._sheets is None:
            from ui.paper.sheet_desk import SheetDesk

            self._sheets = SheetDesk(self.ctx, self.background, self)
            self._sheets.said.connect(self.said)
        on_claims = _KINDS[self._tabs.currentIndex()] is RegisterKind.CARRIER_CLAIM
        rows = self._table.selected_rows() if on_claims else []
        written = [str(self._model.entry(row).columns.get("carrier", "")) for row in rows[:1]]
        shop = self.ctx.settings.get("shop") or None
        self._sheets.claim_of_month(
            self._month.year, self._month.month, shop_id=shop, carrier=written[0] if written else ""
        )

    def open(self, target: Target) -> None:
        if target.part in {kind.value for kind in _KINDS}:
            self._tabs.setCurrentIndex(_KINDS.index(RegisterKind(target.part)))
        self._load()

    def refresh(self, changes: object) -> None:
        self._zone = zone(self.ctx.bench.time_zone)
        self._model.set_zone(self._zone)
        if not isinstance(changes, ChangeSet) or changes.touches("register_entry", "case"):
            self._load()

    @Slot()
    def previous_month(self) -> None:
        """Show the month before."""
        self._turn(-1)

    @Slot()
    def next_month(self) -> None:
        """Show the month after."""
        self._turn(1)

    @Slot()
    def this_month(self) -> None:
        """Show the month of today."""
        today = self.ctx.clock.now().astimezone(self._zone)
        self._month = date(today.year, today.month, 1)
        self._load()

    def _turn(self, by: int) -> None:
        months = self._month.year * 12 + self._month.month - 1 + by
        self._month = date(months // 12, months % 12 + 1, 1)
        self._load()

    def _load(self) -> None:
        month, shop, registers = self._month, self.ctx.settings.get("shop") or None, self.ctx.registers

        def read() -> tuple[date, Month]:
            found = {kind: registers.list_month(kind, month.year, month.month, shop_id=shop) for kind in _KINDS}
            return month, found

        self.background.run(self.ctx.jobs.read(read), self._take)

    @Slot(object)
    def _take(self, found: tuple[date, Month]) -> None:
        if found[0] == self._month:
            self._found = found[1]
            self._show()

    @Slot()
    def _show(self) -> None:
        for place, kind in enumerate(_KINDS):
            self._tabs.set_count(place, len(self._found.get(kind, ())) or None)
        entries = self._found.get(_KINDS[self._tabs.currentIndex()], ())
        self._model.show_entries(entries, self.ctx.clock.now())
        self.statement.setVisible(_KINDS[self._tabs.currentIndex()] is RegisterKind.CARRIER_CLAIM and bool(entries))
        self._stack.setCurrentWidget(self._table if entries else self._empty)
        self._month_name.setText(shown.month_title(self._month, language()))
        amount = totals(entries)
        count = tr("%n entry(s)", n=len(entries))
        self._sum.setText(f"{count} · {amount}" if amount else count)
        self.header_changed.emit()

    @Slot(QModelIndex)
    def _open_case(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry.case_number:
            self.navigate.emit(Target("cases", entry.case_number))
