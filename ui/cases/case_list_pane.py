"""The left pane of Cases: view chips, search, the table, and what stands there when nothing is found."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from desktop.context import AppContext
from models.case_query import CaseQuery, CaseView
from models.money import Money
from ui import format as shown
from ui import theme as tokens
from ui.actions import key_text
from ui.background import BUSY_AFTER_MS, Background
from ui.cases.case_columns import case_columns
from ui.cases.case_list_model import CaseListModel
from ui.cases.case_table import CaseTable
from ui.cases.list_sums import ListSums
from ui.cases.view_chips import COUNTED, ViewChips, view_title
from ui.i18n import translator
from ui.plain import mnemonic_safe
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import SearchField
from ui.widgets.panel import EmptyPlace, SkeletonRows, Strip, column, line, rule

tr = translator("cases")
_TABLE, _NOTHING, _FIRST, _LOADING, _READY = range(5)
# Over all cases, to know whether there is none at all yet.
_SUMS = (*COUNTED, CaseView.ALL)


class _CaseSearch(SearchField):
    """The search field; Down goes into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.search_now()
            self.down.emit()
            return
        super().keyPressEvent(event)


class CaseListPane(Strip):
    """Shows what a CaseQuery finds. `counted` comes when counts of the views are known."""

    counted = Signal()
    new_wanted = Signal()
    import_wanted = Signal()
    arrange_wanted = Signal()
    layout_changed = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._sums: dict[CaseView, tuple[int, Money]] = {}
        self._counting = 0
        self.setMinimumWidth(360)
        self.model = CaseListModel(ctx, background, self)
        self.table = CaseTable(self.model, self)
        self.sums = ListSums(ctx, background, self.model, self.table, self)
        self.chips = ViewChips(self)
        self.search = _CaseSearch(
            tr("Case, order, buyer, phone tail, tracking no., item, SKU, notes, captions"),
            self,
            hint=key_text("Ctrl+F"),
        )
        self.columns_button = Button(tr("Columns"), self, icon="columns-3")
        self.columns_button.clicked.connect(self.open_columns)
        rows = column(self)
        rows.addLayout(self._chip_row())
        rows.addLayout(self._search_row())
        rows.addWidget(rule(self))
        rows.addWidget(self._places(), 1)
        self._slow = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._slow.timeout.connect(self._show_skeleton)
        self.chips.chosen.connect(self._view_chosen)
        self.search.searched.connect(self._searched)
        self.search.down.connect(self._into_list)
        self.model.loaded.connect(self._loaded)
        self.table.left.connect(self._leave_table)
        self.table.horizontalHeader().customContextMenuRequested.connect(lambda _: self.open_columns())

    def _chip_row(self) -> QHBoxLayout:
        row = line(margins=(12, 0, 12, 0), spacing=8)
        self.chips.setFixedHeight(tokens.TOOL_ROW)
        row.addWidget(self.chips, 1)
        return row

    def _search_row(self) -> QHBoxLayout:
        row = line(margins=(12, 6, 12, 6), spacing=8)
        row.addWidget(self.search, 1)
        row.addWidget(self.columns_button)
        self.export_button = icon_button("download", tr("Export list (%1)", key_text("F12")), self)
        row.addWidget(self.export_button)
        return row

    def _places(self) -> QWidget:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._nothing = EmptyPlace("search", "", "", self)
        self._everywhere = self._nothing.add_button(tr("Search all cases, archive too"), self.search_everywhere)
        self._stack.addWidget(self._nothing)
        self._first = EmptyPlace(
            "inbox", tr("After-sales cases belong here, one row each."),
            tr("Import the orders of your shop first, then a case fills itself in."), self,
        )  # fmt: skip
        self._first.add_button(
            tr("Import orders"), self.import_wanted.emit, primary=True, icon="file-spreadsheet", hint=key_text("Ctrl+I")
        )
        self._first.add_button(tr("New case"), self.new_wanted.emit, icon="plus", hint=key_text("Ctrl+N"))
        self._stack.addWidget(self._first)
        self._ready = EmptyPlace(
            "inbox", tr("The orders are here. Open a case as soon as a buyer reports a problem."),
            tr("Type or paste an order number, a buyer ID or a tracking number; the rest fills in."), self,
        )  # fmt: skip
        self._ready.add_button(tr("New case"), self.new_wanted.emit, primary=True, icon="plus", hint=key_text("Ctrl+N"))
        self._ready.add_button(
            tr("Import orders"), self.import_wanted.emit, icon="file-spreadsheet", hint=key_text("Ctrl+I")
        )
        loading = QWidget(self)
        rows = column(loading, margins=(0, tokens.HEADER, 0, 0))
        rows.addWidget(SkeletonRows(12, loading))
        rows.addStretch(1)
        self._stack.addWidget(loading)
        self._stack.addWidget(self._ready)
        return self._stack

    # Asking

    def start(self) -> None:
        """Ask for the first time."""
        self._slow.start()
        self.ask()

    def ask(self) -> None:
        """Ask for the list and the counts anew."""
        self.model.show(self._query())
        self.count()

    def _query(self) -> CaseQuery:
        return replace(
            self.model.query, view=self.chips.view(), text=self.search.text(), shop_id=self._shop(),
            mine=self._ctx.shops.person.id,
        )  # fmt: skip

    def _shop(self) -> int | None:
        return self._ctx.settings.get("shop") or None

    def count(self) -> None:
        """Ask for the counts of the views."""
        self._counting += 1
        number, cases, shop = self._counting, self._ctx.cases, self._shop()
        self._background.run(
            self._ctx.jobs.read(lambda: cases.count_views(_SUMS, shop_id=shop)),
            lambda sums: self._take_counts(number, dict(sums)),
            receiver=self,
            quiet=True,
        )

    def _take_counts(self, number: int, sums: dict[CaseView, tuple[int, Money]]) -> None:
        if number == self._counting:
            self._sums = sums
            self.chips.set_counts(sums)
            if self.model.ever_loaded and not self.model.rowCount():
                self._loaded()
            self.counted.emit()

    def open_sum(self) -> tuple[int, Money] | None:
        """How many cases are open, and what is at stake; None before it is known."""
        return self._sums.get(CaseView.OPEN)

    def show_view(self, view: CaseView, text: str = "") -> None:
        """Show another view, with a search text or without."""
        self.chips.set_view(view)
        self.search.setText(text)
        self.search.search_now()

    def search_everywhere(self) -> None:
        """Look for the same text in all cases."""
        self.chips.set_view(CaseView.ALL)
        self.ask()

    def _view_chosen(self) -> None:
        self.model.show(self._query())

    def _searched(self) -> None:
        if self._query() != self.model.query or not self.model.ever_loaded:
            self.model.show(self._query())

    # Showing

    def _show_skeleton(self) -> None:
        if not self.model.ever_loaded:
            self._stack.setCurrentIndex(_LOADING)

    def _loaded(self) -> None:
        self._slow.stop()
        if self.model.rowCount():
            self._stack.setCurrentIndex(_TABLE)
            return
        text, view = self.search.text().strip(), self.chips.view()
        if text:
            found = tr("Nothing found for “%1”", text[:60])
            fields = tr("Looked in case, order, buyer, phone, tracking number, item, SKU, notes and captions.")
            self._nothing.set_text("search", found, fields)
        else:
            self._nothing.set_text("circle-check", tr("No case stands in “%1”.", view_title(view)), "")
        self._everywhere.setVisible(bool(text) and view is not CaseView.ALL)
        first = not text and view is CaseView.OPEN and self._is_first_run()
        begun = _READY if first and self._ctx.orders.has_orders() else _FIRST
        self._stack.setCurrentIndex(begun if first else _NOTHING)

    def _is_first_run(self) -> bool:
        count, _ = self._sums.get(CaseView.ALL, (1, None))
        return count == 0

    def place(self) -> str:
        """What stands there now: table, nothing, first, loading or ready for the first case."""
        return ("table", "nothing", "first", "loading", "ready")[self._stack.currentIndex()]

    def _into_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def _leave_table(self) -> None:
        if self.search.text():
            self.search.clear()
            self.search.search_now()

    # Columns

    def open_columns(self) -> None:
        """Which columns are shown."""
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    def columns_menu(self) -> QMenu:
        """The columns with ticks, and the way back to the design's layout."""
        menu = QMenu(self)
        visible = self.table.shown_columns()
        for place, known in enumerate(case_columns()[:-1]):
            action = menu.addAction(mnemonic_safe(known.title))
            action.setCheckable(True)
            action.setChecked(place in visible)
            action.setEnabled(place != 0)
            action.toggled.connect(lambda on, place=place: self.table.show_column(place, on))
        menu.addSeparator()
        menu.addAction(tr("Arrange columns…")).triggered.connect(lambda _=False: self.arrange_wanted.emit())
        menu.addAction(tr("Columns as at first")).triggered.connect(lambda _=False: self.table.reset_layout())
        return menu

    # Words for the status bar

    def count_words(self) -> str:
        """`Row 6 of 128 · 1 selected ¥ 168.00`."""
        total = self.model.rowCount()
        if self.place() != "table" or not total:
            return ""
        parts = [tr("%1 of %2", shown.count(max(self.table.currentIndex().row(), 0) + 1), shown.count(total))]
        chosen = self.table.chosen_count()
        if chosen:
            words = tr("%1 selected", shown.count(chosen))
            parts.append(f"{words} {self.sums.words()}".strip())
        return " · ".join(parts)
