"""The Registers page: one tab each, a month, what narrows it, its lines with their sums, and the month's lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QSplitter, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.clock import zone
from models.kinds import RegisterKind
from models.register_records import Month, RegisterLine
from ui.actions import key_text
from ui.background import Background
from ui.i18n import translator
from ui.page import Key, Page, Scene, Target
from ui.registers.claim_side import ClaimSide
from ui.registers.desk_contract import LineAction
from ui.registers.filter_row import Narrowing
from ui.registers.line_doings import LineDoings
from ui.registers.month_chooser import MonthChooser, month_words
from ui.registers.month_desk import MonthDesk
from ui.registers.register_export import RegisterExport
from ui.registers.register_layout import layouts_of, layouts_text
from ui.registers.register_paper import RegisterPaper
from ui.registers.register_view import RegisterView
from ui.registers.sheet_reader import Choice, Reading, SheetReader
from ui.registers.side_pane import WIDTH, SidePane
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import Tabs
from ui.widgets.panel import Strip, column, line
from ui.words import word

tr = translator("registers")
KINDS = tuple(RegisterKind)
_TABLES = (
    "register_entry", "case", "month_closing", "review", "hand_over_item", "return_receipt", "receipt_photo",
    "evidence", "buyer", "order", "order_line", "batch_notice", "shop", "setting",
)  # fmt: skip
_LAYOUTS = "registers.columns"
# Narrower than this the table would lose what it is read for: the pane becomes a page of its own.
_ROOM_FOR_PANE = 1220


class RegistersPage(Page):
    """What was written, never typed twice: filtered by register and month, each line leading to its case."""

    word = "registers"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self._narrow = self._alone = self._started = self._list_wanted = False
        month = self._this_month()
        choice = Choice(RegisterKind.CARRIER_CLAIM, month)
        self.reader = SheetReader(ctx, background, choice, self)
        self.tabs = Tabs(self, counts_yield=True)
        for kind in KINDS:
            self.tabs.addTab(word(kind))
        self.tabs.setAccessibleName(tr("Registers"))
        self.tabs.setCurrentIndex(KINDS.index(choice.register))
        self.months = MonthChooser(month, self._this_month, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.view = RegisterView(zone(ctx.bench.time_zone), self.splitter)
        self.view.take_layouts(layouts_of(ctx.settings.get(_LAYOUTS, "")))
        self.pane = SidePane(ctx, background, self.splitter)
        self.export = RegisterExport(ctx, background, self)
        self.paper = RegisterPaper(ctx, background, self)
        self.doings = LineDoings(ctx, background, self.view, self)
        self.month_desk = MonthDesk(ctx, background, self.reader, self.export, self.paper, self)
        self.claims = ClaimSide(ctx, background, self.view, self.pane, self.doings, self)
        self._excel = Button(tr("Export Excel"), self, icon="file-spreadsheet")
        self._excel.set_tip(tr("Export what is listed (%1)", key_text("Ctrl+E")))
        self._print = Button(tr("Print PDF"), self, icon="printer", hint=key_text("Ctrl+P"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = Strip(self, surface="surface", edge="bottom")
        row = line(top, margins=(16, 0, 12, 0), spacing=8)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.months)
        self.show_pane = icon_button("panel-right-open", tr("Details and claim sheet (Space)"), top)
        self.show_pane.hide()
        row.addWidget(self.show_pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([968, WIDTH])
        rows = column(self)
        rows.addWidget(top)
        rows.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        view, table, pane, filters = self.view, self.view.table, self.pane, self.view.filters
        self.tabs.currentChanged.connect(lambda place: self.show_register(KINDS[place]))
        self.months.chosen.connect(self.show_month)
        self.months.ask_closed(self.month_desk.mark_closed)
        self.reader.arrived.connect(self._take)
        self.reader.failed.connect(view.show_wrong)
        view.retry_wanted.connect(self.reader.ask_anew)
        view.clear_wanted.connect(self.clear)
        view.tiles.chosen.connect(lambda key: self.reader.change(group=key))
        filters.chips.chosen.connect(lambda narrowing: self.reader.change(narrowing=narrowing))
        filters.search.searched.connect(self._search)
        filters.columns.clicked.connect(self.open_columns)
        view.model.sort_wanted.connect(lambda key, descending: self.reader.sort(key, descending=descending))
        table.opened.connect(lambda _: self.open_case())
        table.looked.connect(lambda _: self.look())
        table.line_changed.connect(self._line_changed)
        table.selection_changed.connect(self.header_changed)
        table.layout_changed.connect(self._keep_layout)
        table.horizontalHeader().customContextMenuRequested.connect(lambda _: self.open_columns())
        self.doings.open_wanted.connect(self.open_case)
        self.doings.wants_reload.connect(self.reader.ask_anew)
        self.month_desk.changed.connect(self.reader.ask_anew)
        pane.close_wanted.connect(self.month_desk.close_month)
        pane.reopen_wanted.connect(self._reopen)
        pane.trail_wanted.connect(self.month_desk.trail)
        pane.print_wanted.connect(self.print_shown)
        pane.sheet_wanted.connect(self.print_claims)
        pane.leave_wanted.connect(lambda: self._set_alone(False))
        pane.details.case_wanted.connect(lambda number: self.navigate.emit(Target("cases", number)))
        pane.details.evidence_wanted.connect(
            lambda number, item: self.navigate.emit(Target("evidence", number, str(item)))
        )
        pane.details.correct_wanted.connect(self.doings.correct)
        for speaker in (self.doings, self.month_desk, self.export, self.paper, self.claims):
            speaker.said.connect(self.said)
        self.doings.navigate.connect(self.navigate)
        self.doings.month_actions = (
            LineAction("measures", tr("Measures of the month…"), self.month_desk.metrics, "", "chart-column"),
            LineAction("close", tr("Close the month…"), self.month_desk.close_month, "", "lock"),
            LineAction("trail", tr("Trail of the month…"), self.month_desk.trail, "", "history"),
        )
        self.claims.navigate.connect(self.navigate)
        self.export.working.connect(self.working)
        self.show_pane.clicked.connect(self.look)
        self._excel.clicked.connect(self.export_shown)
        self._print.clicked.connect(self.print_list)
        for place in range(len(KINDS)):
            self._chord(f"Alt+{place + 1}", partial(self.tabs.setCurrentIndex, place))
        self._chord("Ctrl+E", self.export_shown)

    def _chord(self, keys: str, act: Callable[[], object]) -> None:
        chord = QShortcut(QKeySequence(keys), self)
        chord.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        chord.activated.connect(lambda: act())

    # What the window asks

    def title(self) -> str:
        return tr("Registers")

    def facts(self) -> str:
        choice = self.reader.choice
        return f"{month_words(choice.month)} · {word(choice.register)}"

    def page_actions(self) -> Sequence[QWidget]:
        return (self._excel, self._print)

    def counts(self) -> str:
        reading = self.view.reading
        if reading is None:
            return ""
        name = self.view.group_name() or word(reading.choice.register)
        text = f"{name} {tr('%n line(s)', n=len(reading.sheet.lines))}"
        chosen = self.view.table.chosen_lines()
        if chosen:
            amount = self.view.model.main_sum(chosen)
            text += " · " + tr("%n selected", n=len(chosen)) + (f" {amount}" if amount else "")
        return text

    def hints(self) -> str:
        own = self.doings.key_words()
        return tr("↑↓ row · ↵ open case · F2 correct · Ctrl+C copy rows") + (f" · {own}" if own else "")

    def keys(self) -> Sequence[Key]:
        letters = [Key(each.key, each.text.rstrip("…")) for each in self.doings.actions() if each.key]
        return (
            Key(f"Alt+1 … {len(KINDS)}", tr("register")), Key("Space", tr("details of the line, claim sheet")),
            Key("S", tr("what can be done with the line")), Key("F2", tr("correct the line")),
            Key(key_text("Ctrl+E"), tr("export what is listed")), *letters,
        )  # fmt: skip

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {
            "claim_statement": self.print_claims, "export_list": self.export_shown, "print": self.print_list,
            "copy": self.copy, "select_all": self.select_all, "columns": self.open_columns,
            "open_case": self.open_case, "clear_filters": self.clear, "register_month": self.months.open,
            "register_before": lambda: self.months.step(-1), "register_after": lambda: self.months.step(1),
            "register_correct": self.doings.correct, "register_close": self.month_desk.close_month,
            "register_reopen": self._reopen, "register_trail": self.month_desk.trail,
            "register_metrics": self.month_desk.metrics,
        }  # fmt: skip

    def open(self, target: Target) -> None:
        if target.part in {kind.value for kind in KINDS}:
            self.tabs.setCurrentIndex(KINDS.index(RegisterKind(target.part)))
        self._started = True
        if target.id.isdecimal():
            self.view.table.choose(("register_entry", int(target.id)))
        self.reader.ask_anew()
        # The list can take the keyboard once it stands there.
        self._list_wanted = not self.view.filters.search.hasFocus()

    def refresh(self, changes: object) -> None:
        if not self._started:
            return
        if not isinstance(changes, ChangeSet) or not changes.tables or changes.touches(*_TABLES):
            self.view.model.set_zone(zone(self.ctx.bench.time_zone))
            self.reader.ask_anew()

    def minute(self) -> None:
        self.view.model.set_now(self.ctx.clock.now())

    def panes(self) -> Sequence[QWidget]:
        return (self.view.table, self.pane) if not self._narrow else (self.view.table,)

    def start_search(self) -> None:
        self._set_alone(False)
        self.view.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.filters.search.selectAll()

    def back(self) -> bool:
        focus = QApplication.focusWidget()
        if not self._alone and not (focus is not None and self.pane.isAncestorOf(focus)):
            return False
        self._set_alone(False)
        self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def save_state(self) -> Mapping[str, str]:
        self.view.table.keep_now()
        return {
            "splitter": bytes(self.splitter.saveState().toBase64().data()).decode("ascii"),
            "register": self.reader.choice.register.value,
        }

    def restore_state(self, state: Mapping[str, str]) -> None:
        if state.get("splitter"):
            self.splitter.restoreState(QByteArray.fromBase64(state["splitter"].encode("ascii")))
        if state.get("register") in {kind.value for kind in KINDS}:
            self.tabs.setCurrentIndex(KINDS.index(RegisterKind(state["register"])))

    def scenes(self) -> Sequence[Scene]:
        from ui.registers.register_scenes import register_scenes

        return register_scenes(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.months.fit(self.width())
        narrow = self.width() < _ROOM_FOR_PANE
        if narrow != self._narrow:
            self._narrow = narrow
            self.show_pane.setVisible(narrow)
            self._set_alone(False)

    # What is shown

    def show_register(self, register: RegisterKind) -> None:
        """Another register of the same month."""
        if register is not self.reader.choice.register:
            self.view.filters.search.blockSignals(True)
            self.view.filters.search.clear()
            self.view.filters.search.blockSignals(False)
            self.reader.change(register=register, group=None, narrowing=Narrowing(), text="")

    def show_month(self, month: Month | None) -> None:
        """Another month, or all that is unsettled."""
        self.reader.change(month=month, group=None, narrowing=Narrowing())

    def clear(self) -> None:
        """Everything of the month again."""
        self.view.filters.search.clear()
        self.reader.change(group=None, narrowing=Narrowing(), text="")

    def _search(self, text: str) -> None:
        if text.strip() != self.reader.choice.text:
            self.reader.change(text=text.strip())

    def _this_month(self) -> Month:
        return Month.of(self.ctx.clock.now().astimezone(zone(self.ctx.bench.time_zone)).date())

    @Slot(object)
    def _take(self, reading: Reading) -> None:
        self.view.show_reading(reading, self.ctx.clock.now())
        for place, kind in enumerate(KINDS):
            own = kind is reading.choice.register and reading.choice.month is None
            self.tabs.set_count(place, (reading.whole if own else reading.counts.get(kind)) or None)
        closing = next((each for each in reversed(reading.sheet.closings) if each.reopened_at is None), None)
        self.months.set_month(reading.choice.month, closed=closing is not None)
        self.doings.show_front()
        self.pane.show_register(reading.choice.register)
        self.claims.show(reading, self.reader.shop_id())
        self._line_changed(self.view.table.current_line())
        self.month_desk.show_on(self.pane, reading.choice.month, closing, reading.still)
        if self._list_wanted and reading.sheet.lines:
            self._list_wanted = False
            self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header_changed.emit()
        self.hints_changed.emit()

    def _line_changed(self, chosen: RegisterLine | None) -> None:
        model = self.view.model
        self.pane.show_line(chosen, model.column_keys(), self.month_desk.beside())

    # What is done

    def open_case(self) -> None:
        """Enter: to the case of the line."""
        chosen = self.view.table.current_line()
        if chosen is not None and chosen.case_number:
            self.navigate.emit(Target("cases", chosen.case_number))
        elif chosen is not None:
            self.look()

    def look(self) -> None:
        """Space: the chosen line in full; in a narrow window it takes the page."""
        if self._narrow:
            self._set_alone(not self._alone)
        elif self.reader.choice.register is RegisterKind.CARRIER_CLAIM:
            self.pane.turn()

    def _set_alone(self, alone: bool) -> None:
        self._alone = alone and self._narrow
        self.view.setVisible(not self._alone)
        self.pane.setVisible(self._alone or not self._narrow)
        self.pane.set_alone(self._alone)
        if self._alone:
            self.pane.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def export_shown(self) -> None:
        """Ctrl+E: the register as filtered, to a workbook."""
        if self.view.reading is not None:
            self.export.ask(self.view.reading.sheet)

    def print_list(self) -> None:
        """Ctrl+P: the register as filtered, on paper or as PDF."""
        if self.view.reading is not None:
            self.paper.register(self.view.reading.sheet)

    def print_shown(self) -> None:
        """What the pane shows: the claim sheet, else the register."""
        if self.pane.shows_sheet():
            self.print_claims()
        else:
            self.print_list()

    def print_claims(self) -> None:
        """The statement of the month's claims, of the carrier chosen."""
        self.claims.open(self.reader.choice.month or self._this_month(), self.reader.shop_id())

    def copy(self) -> None:
        """The text selected in a field, else the selected rows."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.copy()
        else:
            self.doings.copy()

    def select_all(self) -> None:
        """All text of a field, else all rows."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.selectAll()
        else:
            self.view.table.selectAll()

    def open_columns(self) -> QMenu:
        """Which columns are shown, and in what order."""
        from ui.registers.column_menu import column_menu

        menu = column_menu(self.view.table, self.view.model, self)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.view.filters.columns
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        return menu

    def _keep_layout(self) -> None:
        self.view.keep_layout()
        text = layouts_text(self.view.layouts())
        settings = self.ctx.settings
        self.background.run(self.ctx.jobs.write(lambda: settings.set(_LAYOUTS, text)), lambda _: None, receiver=self)

    def _reopen(self) -> None:
        reading = self.view.reading
        closings = reading.sheet.closings if reading is not None else ()
        self.month_desk.reopen(next((each for each in reversed(closings) if each.reopened_at is None), None))
