"""The left pane of Buyers: filters, search, the table, and what stands there when nothing is found."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.context import AppContext
from models.records import Shop
from ui import format as shown
from ui import theme as tokens
from ui.actions import key_text
from ui.background import BUSY_AFTER_MS, Background
from ui.buyers.buyer_list_model import BuyerListModel
from ui.buyers.buyer_table import BuyerTable
from ui.buyers.filter_bar import FilterBar
from ui.error_words import sentence
from ui.i18n import translator
from ui.widgets.buttons import Button
from ui.widgets.controls import ListSearchField
from ui.widgets.panel import Banner, EmptyPlace, SkeletonRows, Strip, column, line, rule

tr = translator("buyers")
_TABLE, _NOTHING, _FIRST, _LOADING = range(4)


class BuyerListPane(Strip):
    """Shows what a BuyerQuery finds. `counted` comes when it is known how many buyers there are."""

    counted = Signal()
    import_wanted = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self.total: int | None = None
        self.setMinimumWidth(360)
        self.model = BuyerListModel(ctx, background, self)
        self.table = BuyerTable(self.model, self)
        self.filters = FilterBar(self)
        self.search = ListSearchField(
            tr("Buyer ID past or present, name, initials, phone tail, WeChat, e-mail, address, notes"),
            self,
            hint=key_text("Ctrl+F"),
        )
        rows = column(self)
        rows.addWidget(self.filters)
        row = line(margins=(12, 8, 12, 8), spacing=8)
        row.addWidget(self.search, 1)
        rows.addLayout(row)
        rows.addWidget(rule(self))
        rows.addWidget(self._failure())
        rows.addWidget(self._places(), 1)
        self._slow = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._slow.timeout.connect(self._show_skeleton)
        self.filters.changed.connect(self.ask)
        self.search.searched.connect(self._searched)
        self.search.down.connect(self.into_list)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._failed)
        self.table.left.connect(self._leave_table)

    def _failure(self) -> QWidget:
        self._error = QWidget(self)
        self._banner = Banner("overdue", "", "", self._error)
        again = Button(tr("Try again"), self._banner, size="small")
        again.clicked.connect(self.ask)
        self._banner.add(again)
        column(self._error, margins=(12, 8, 12, 8)).addWidget(self._banner)
        self._error.hide()
        return self._error

    def _places(self) -> QWidget:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._nothing = EmptyPlace("search", "", "", self)
        self._all = self._nothing.add_button(tr("Show all buyers"), self.show_all)
        self._stack.addWidget(self._nothing)
        self._first = EmptyPlace(
            "users", tr("Buyers stand here, one row each."),
            tr("They come in with the orders of your shop."), self,
        )  # fmt: skip
        self._first.add_button(
            tr("Import orders"), self.import_wanted.emit, primary=True, icon="file-spreadsheet", hint=key_text("Ctrl+I")
        )
        self._stack.addWidget(self._first)
        loading = QWidget(self)
        rows = column(loading, margins=(0, tokens.HEADER, 0, 0))
        rows.addWidget(SkeletonRows(12, loading))
        rows.addStretch(1)
        self._stack.addWidget(loading)
        return self._stack

    # Asking

    def start(self) -> None:
        """Ask for the first time."""
        self._slow.start()
        self.ask()

    def ask(self) -> None:
        """Ask for the list, the count and the shops anew."""
        self.model.show(replace(
            self.model.query, text=self.search.text(), shop_id=self._shop(), filters=self.filters.filters()
        ))  # fmt: skip
        self._count()

    def _shop(self) -> int | None:
        return self._ctx.settings.get("shop") or self.filters.shop()

    def _count(self) -> None:
        ctx, shop = self._ctx, self._ctx.settings.get("shop") or None
        self._background.run(
            ctx.jobs.read(lambda: (ctx.buyers.count_buyers(shop), ctx.shops.list_shops())),
            lambda found: self._take_count(*found),
            receiver=self,
            quiet=True,
        )

    def _take_count(self, total: int, shops: tuple[Shop, ...]) -> None:
        self.total = total
        one = bool(self._ctx.settings.get("shop")) or len(shops) < 2
        self.filters.set_shops([] if one else [(shop.id, shop.name) for shop in shops])
        self.filters.set_total(total)
        self.table.set_one_shop(one)
        if self.model.ever_loaded and not self.model.rowCount() and self._error.isHidden():
            self._loaded()
        self.counted.emit()

    def show_all(self) -> None:
        """No text, no filter."""
        self.search.clear()
        self.filters.clear()
        self.ask()

    def _searched(self) -> None:
        if self.search.text() != self.model.query.text:
            self.ask()

    # Showing

    def _show_skeleton(self) -> None:
        if not self.model.ever_loaded:
            self._stack.setCurrentIndex(_LOADING)

    def _failed(self, error: BaseException) -> None:
        self._slow.stop()
        words = sentence(error)
        self._banner.set_text(words.what, words.next)
        self._error.show()
        self._stack.setCurrentIndex(_TABLE)

    def _loaded(self) -> None:
        self._slow.stop()
        self._error.hide()
        if self.model.rowCount():
            self._stack.setCurrentIndex(_TABLE)
            return
        text = self.search.text().strip()
        if text:
            fields = tr("Looked in present and former IDs, names, phones, WeChat, e-mail, addresses and notes.")
            self._nothing.set_text("search", tr("Nothing found for “%1”", text[:60]), fields)
        else:
            self._nothing.set_text("list-filter", tr("No buyer passes these filters."), "")
        narrowed = bool(text) or self.filters.is_set()
        self._stack.setCurrentIndex(_NOTHING if narrowed or self.total else _FIRST)

    def place(self) -> str:
        """What stands there now: table, nothing, first or loading."""
        return ("table", "nothing", "first", "loading")[self._stack.currentIndex()]

    def into_list(self) -> None:
        """The keyboard goes into the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def _leave_table(self) -> None:
        if self.search.text():
            self.search.clear()
            self.search.search_now()

    def count_words(self) -> str:
        """`6 of 1,280 · 3 selected`."""
        total = self.model.rowCount()
        if self.place() != "table" or not total:
            return ""
        words = tr("%1 of %2", shown.count(max(self.table.currentIndex().row(), 0) + 1), shown.count(total))
        chosen = self.table.chosen_count()
        return f"{words} · {tr('%1 selected', shown.count(chosen))}" if chosen > 1 else words
