"""The Buyers page: the list beside the card, renaming and merging."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QSplitter, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.buyer_records import BuyerRow
from models.errors import UserError
from ui.background import Background
from ui.buyers.buyer_doings import BuyerDoings
from ui.buyers.buyer_list_pane import BuyerListPane
from ui.buyers.buyer_panel import ABOUT, ORDERS, BuyerPanel
from ui.buyers.merge_dialog import MergeDialog
from ui.buyers.refusals import buyer_words
from ui.error_words import register, sentence
from ui.i18n import translator
from ui.messages import confirm, show_error
from ui.page import Key, Page, Scene, Target
from ui.widgets.panel import column
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("buyers")
_COPIED = 50_000
_ON_THE_CARD = ("buyer", "order", "case", "buyer_note", "former_nick", "call_back", "call_record", "evidence",
                "contact_consent")  # fmt: skip
register(buyer_words)


class BuyersPage(Page):
    """Opened by a buyer's ID, present or past, or by `#` and the number of the row."""

    word = "buyers"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self.doings = BuyerDoings(ctx, background, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.pane = BuyerListPane(ctx, background, self.splitter)
        self.panel = BuyerPanel(ctx, background, self.doings, self.splitter)
        self._narrow = self._alone = self._started = False
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([936, 432])
        column(self).addWidget(self.splitter)
        table, head = self.pane.table, self.panel.head
        table.buyer_changed.connect(self._buyer_changed)
        table.selection_changed.connect(self.hints_changed)
        table.opened.connect(lambda _: self.open_card())
        table.customContextMenuRequested.connect(self._row_menu)
        self.pane.model.loaded.connect(self._list_loaded)
        self.pane.counted.connect(self.header_changed)
        self.pane.import_wanted.connect(lambda: self.asked.emit("import_orders"))
        self.panel.navigate.connect(self.navigate)
        self.panel.said.connect(self.said)
        self.panel.shown_changed.connect(self.commands_changed)
        head.rename_wanted.connect(lambda: self.rename())
        head.merge_wanted.connect(lambda: self.merge())
        head.likely_wanted.connect(self.merge)
        head.widen_wanted.connect(lambda: self._set_alone(not self._alone))

    # What the window asks

    def title(self) -> str:
        return tr("Buyers")

    def facts(self) -> str:
        return tr("%n buyer(s)", n=self.pane.total) if self.pane.total is not None else ""

    def counts(self) -> str:
        return self.pane.count_words()

    def hints(self) -> str:
        focus = QApplication.focusWidget()
        if focus is not None and self.panel.isAncestorOf(focus):
            return tr("Esc list · ↵ keeps a field · Ctrl+Z takes back")
        return tr("J/K move · ↵ card · Esc empties the search")

    def keys(self) -> Sequence[Key]:
        return (Key("↵", tr("card of the buyer")), Key("Esc", tr("back to the list")))

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"copy": self.copy, "select_all": self._select_all, "contact": self.panel.open_contact}

    def open(self, target: Target) -> None:
        if not self._started:
            self._started = True
            self.pane.start()
        if target.id:
            buyers, named = self.ctx.buyers, target.id
            self.background.run(
                self.ctx.jobs.read(lambda: buyers.find_buyer_id(named)), self.show_buyer,
                lambda error: show_error(error, self), receiver=self,
            )  # fmt: skip
        elif not self.pane.search.hasFocus():
            self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_buyer(self, buyer_id: int) -> None:
        """Show a buyer, whether the list holds them or not."""
        self.pane.table.choose_buyer(buyer_id)
        self.panel.show_buyer(buyer_id)
        if self._narrow:
            self._set_alone(True)

    def refresh(self, changes: object) -> None:
        if not self._started:
            return
        known = changes if isinstance(changes, ChangeSet) and changes.tables else None
        # An import of orders writes rows that Undo does not remember: it names no table.
        if known is None or known.touches("buyer", "order", "case", "shop", "former_nick", "buyer_note"):
            self.pane.ask()
        if known is None or known.touches(*_ON_THE_CARD):
            self.panel.reload()

    def panes(self) -> Sequence[QWidget]:
        return (self.pane.table, self.panel)

    def start_search(self) -> None:
        self._set_alone(False)
        self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.search.selectAll()

    def back(self) -> bool:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.panel.isAncestorOf(focus)
        if not self._alone and not inside:
            return False
        self._set_alone(False)
        self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._set_alone(False)

    def save_state(self) -> Mapping[str, str]:
        return {"splitter": bytes(self.splitter.saveState().toBase64().data()).decode("ascii")}

    def restore_state(self, state: Mapping[str, str]) -> None:
        if state.get("splitter"):
            self.splitter.restoreState(QByteArray.fromBase64(state["splitter"].encode("ascii")))

    def scenes(self) -> Sequence[Scene]:
        return (
            Scene("", lambda: self.pane.table.choose_row(0)),
            Scene("orders", lambda: self.panel.bar.setCurrentIndex(ORDERS)),
            Scene("search", lambda: self._search_scene("11")),
            Scene("merge", self._merge_scene),
            Scene("nothing", lambda: self._search_scene("<b>nobody</b>")),
        )

    def _search_scene(self, text: str) -> None:
        self.panel.bar.setCurrentIndex(ABOUT)
        self.pane.search.setText(text)
        self.pane.search.search_now()

    def _merge_scene(self) -> QWidget | None:
        ids = self.pane.model.ids(range(2))
        return self.merge(ids[1], first=ids[0]) if len(ids) == 2 else None

    # The list and the card

    def _buyer_changed(self, buyer_id: int | None) -> None:
        self.panel.show_buyer(buyer_id)
        self.hints_changed.emit()

    def _list_loaded(self) -> None:
        if self.pane.model.rowCount() and self.panel.wanted is None and not self._narrow:
            self.pane.table.choose_row(0)
        self.header_changed.emit()
        self.hints_changed.emit()

    def open_card(self) -> None:
        """Enter: into the card; in a narrow window it takes the whole page."""
        if self.panel.wanted is None:
            return
        if self._narrow:
            self._set_alone(True)
        self.panel.bar.setFocus(Qt.FocusReason.TabFocusReason)

    def _set_alone(self, alone: bool) -> None:
        self._alone = alone
        self.pane.setVisible(not alone)
        self.panel.setVisible(alone or not self._narrow)
        self.panel.head.set_alone(alone)

    def _row_menu(self, point: QPoint) -> None:
        if self.panel.wanted is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in (
            (tr("Open the card"), self.open_card), (tr("Change ID…"), self.rename), (tr("Merge…"), self.merge),
            (tr("Copy rows"), self.copy),
        ):  # fmt: skip
            menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
        menu.popup(self.pane.table.viewport().mapToGlobal(point))

    # Copying

    def copy(self) -> None:
        """The text selected in a field, the number of an order or a case, else the selected buyers as a table."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.copy()
            return
        number = self.panel.focused_number()
        if number:
            self.panel.copy_number(number)
            return
        ids, buyers = self.pane.table.chosen_ids(_COPIED), self.ctx.buyers
        columns = self.pane.table.shown_columns()
        if not ids:
            return

        def read() -> str:
            found: dict[int, BuyerRow] = {}
            for start in range(0, len(ids), 500):
                found |= buyers.load_rows(ids[start : start + 500])
            return self.pane.model.text_table([found[each] for each in ids if each in found], columns)

        def take(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(tr("%n row(s) copied", n=len(ids)))

        self.background.run(self.ctx.jobs.read(read), take, receiver=self)

    def _select_all(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.selectAll()
        else:
            self.pane.table.selectAll()

    # One person, several IDs

    def rename(self) -> ReasonDialog | None:
        """Ask for the ID the platform shows now."""
        card = self.panel.card
        if card is None:
            return None
        buyer = card.buyer
        words = ReasonWords(
            tr("Change the buyer ID"), tr("New ID"), tr("Change ID"), tr("Cancel"),
            tr("The platform shows another ID now. The old one stays known: search and later imports find it."),
            tr("Write the new ID."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self, now=buyer.nick, longest=200)
        dialog.given.connect(lambda nick: self.rename_to(buyer.id, nick, dialog))
        dialog.field.selectAll()
        dialog.open()
        return dialog

    def rename_to(self, buyer_id: int, nick: str, asked: ReasonDialog | None = None) -> None:
        """Change an ID; where another buyer has it, offer to merge."""
        buyers = self.ctx.buyers

        def failed(error: BaseException) -> None:
            if isinstance(error, UserError) and error.code == "buyer_nick_taken":
                words, other = sentence(error), int(str(error.values["other"]))
                if asked is not None:
                    asked.written()
                confirm(self, words.what, words.next, tr("Merge…"), lambda: self.merge(other, first=buyer_id))
            else:
                show_error(error, self)

        self.doings.write(lambda: buyers.rename(buyer_id, nick), failed=failed, asked=asked)

    def merge(self, other: int = 0, *, first: int = 0) -> MergeDialog | None:
        """Ask who else this buyer is."""
        buyer_id = first or self.panel.wanted
        if buyer_id is None:
            return None
        dialog = MergeDialog(self.ctx, self.background, buyer_id, self, other=other)
        dialog.wanted.connect(self._merge)
        dialog.open()
        return dialog

    def _merge(self, kept: int, other: int, from_other: frozenset[str]) -> None:
        buyers = self.ctx.buyers
        self.doings.write(lambda: buyers.merge(kept, other, from_other), lambda _: self.show_buyer(kept))
