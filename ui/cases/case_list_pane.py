"""The left pane of Cases: views, search, filters, the table, and what stands there when nothing is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.context import AppContext
from models.case_query import CaseQuery, CaseView
from models.money import Money
from ui import format as shown
from ui import theme as tokens
from ui.actions import key_text
from ui.background import BUSY_AFTER_MS, Background
from ui.cases.case_columns import SORTS, case_columns
from ui.cases.case_list_model import CaseListModel
from ui.cases.case_table import CaseTable
from ui.cases.list_places import ListPlaces
from ui.cases.list_sums import ListSums
from ui.cases.saved_view_control import ViewControl
from ui.i18n import translator
from ui.plain import mnemonic_safe
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import ListSearchField
from ui.widgets.panel import Strip, column, line, rule

tr = translator("cases")
_CHORDS = 9


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
        self.setMinimumWidth(360)
        self.model = CaseListModel(ctx, background, self)
        self.table = CaseTable(self.model, self)
        self.sums = ListSums(ctx, background, self.model, self.table, self)
        self.views = ViewControl(ctx, background, self, self._query, self._shop)
        self.chips = self.views.chips
        self.search = ListSearchField(
            tr("Case, order, buyer, phone tail, tracking no., item, SKU, notes, captions"),
            self,
            hint=key_text("Ctrl+F"),
        )
        self.columns_button = Button(tr("Columns"), self, icon="columns-3")
        self.columns_button.clicked.connect(self.open_columns)
        rows = column(self)
        rows.addLayout(self._chip_row())
        rows.addLayout(self._search_row())
        rows.addWidget(self.views.filter_chips)
        rows.addWidget(self.views.notice)
        rows.addWidget(rule(self))
        self.places = ListPlaces(self.table, self)
        rows.addWidget(self.places, 1)
        self._slow = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._slow.timeout.connect(self._show_skeleton)
        self._connect()

    def _connect(self) -> None:
        views, places = self.views, self.places
        views.wanted.connect(self._show)
        views.left.connect(self._into_list)
        views.counts.counted.connect(self._counted)
        places.new_wanted.connect(self.new_wanted)
        places.import_wanted.connect(self.import_wanted)
        places.everywhere_wanted.connect(self.search_everywhere)
        places.clear_wanted.connect(self.clear_filters)
        places.retry_wanted.connect(self.ask)
        self.search.searched.connect(self._searched)
        self.search.down.connect(self._into_list)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._failed)
        self.table.left.connect(self._leave_table)
        self.table.horizontalHeader().customContextMenuRequested.connect(lambda _: self.open_columns())
        for place in range(_CHORDS):
            chord = QShortcut(QKeySequence(f"Alt+{place + 1}"), self.parentWidget() or self)
            chord.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            chord.activated.connect(lambda place=place: self.chips.step_to(place))

    def _chip_row(self) -> QHBoxLayout:
        row = line(margins=(12, 0, 12, 0), spacing=8)
        self.chips.setFixedHeight(tokens.TOOL_ROW)
        row.addWidget(self.chips, 1)
        row.addWidget(self.views.bookmark)
        return row

    def _search_row(self) -> QHBoxLayout:
        row = line(margins=(12, 6, 12, 6), spacing=8)
        row.addWidget(self.search, 1)
        row.addWidget(self.views.filter_button)
        row.addWidget(self.columns_button)
        self.export_button = icon_button("download", tr("Export list (%1)", key_text("F12")), self)
        row.addWidget(self.export_button)
        return row

    # Asking

    def start(self) -> None:
        """Ask for the first time: for what was shown at the last end."""
        self._slow.start()
        kept = self.views.begin()
        self._show(kept if kept is not None else self._query())

    def ask(self) -> None:
        """Ask for the list and the counts anew."""
        self._show(self._query())
        self.count()

    def _query(self) -> CaseQuery:
        state = self.views.state
        return replace(
            self.model.query, view=state.base, filters=state.filters, text=self.search.text(), shop_id=self._shop(),
            mine=self._ctx.shops.person.id,
        )  # fmt: skip

    def _shop(self) -> int | None:
        return self._ctx.settings.get("shop") or None

    def _show(self, query: CaseQuery) -> None:
        """Ask for what a view or the filters want; text and order come with it."""
        if query.text != self.search.text():
            self.search.setText(query.text)
        self._show_order(query)
        self.model.show(replace(query, shop_id=self._shop(), mine=self._ctx.shops.person.id))
        self.views.tell(query)

    def _show_order(self, query: CaseQuery) -> None:
        header = self.table.horizontalHeader()
        way = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        blocked = header.blockSignals(True)
        header.setSortIndicator(SORTS.index(query.sort), way)
        header.blockSignals(blocked)

    def count(self) -> None:
        """Ask for the counts of the views."""
        self.views.count()

    def _counted(self) -> None:
        if self.model.ever_loaded and not self.model.rowCount():
            self._loaded()
        self.counted.emit()

    def open_sum(self) -> tuple[int, tuple[Money, ...]] | None:
        """How many cases are open, and what is at stake, one sum per currency; None before it is known."""
        return self.views.counts.open_sum()

    def show_view(self, view: str, text: str = "") -> None:
        """Show another view by its key, with a search text or without, and without filters set by hand."""
        self.views.show(view, text)

    def search_everywhere(self) -> None:
        """Look for the same text in all cases."""
        self.views.widen()

    def clear_filters(self) -> None:
        """Take all filters away; the keyboard goes to the list."""
        self.views.clear_filters()
        self._into_list()

    def commands(self) -> dict[str, Callable[[], object]]:
        """Commands of ui.actions carried out here."""
        return {
            "filter": lambda: self.views.open_filters(), "clear_filters": self.clear_filters,
            "save_view": self.views.save, "arrange_views": self.views.doings.arrange,
        }  # fmt: skip

    def _searched(self) -> None:
        query = self._query()
        if query != self.model.query or not self.model.ever_loaded:
            self._show(query)

    # Showing

    def _show_skeleton(self) -> None:
        if not self.model.ever_loaded:
            self.places.show_loading()

    def _failed(self, error: BaseException) -> None:
        self._slow.stop()
        self.places.show_wrong(error)

    def _loaded(self) -> None:
        self._slow.stop()
        # A click on a heading changes the order without asking here.
        self.views.tell(self._query())
        if self.model.rowCount():
            self.places.show_table()
            return
        text, view = self.search.text().strip(), self.views.state.base
        plain = not text and not self.views.state.filters and view is CaseView.OPEN
        if plain and self.views.counts.total() == 0:
            self.places.show_first(has_orders=self._ctx.orders.has_orders())
        else:
            self.places.show_nothing(view, self.views.title(), text, self.views.summary())

    def place(self) -> str:
        """What stands there now: table, nothing, first, loading, wrong, or ready for the first case."""
        return self.places.place()

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
            action.setEnabled(place not in visible or self.table.may_hide(place))
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
