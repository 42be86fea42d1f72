"""The window: menu row, rail, top bar, pages made on first visit, status bar. It joins pages and works nothing out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme as tokens
from ui.background import Background
from ui.case_wishes import CaseWish
from ui.change_gatherer import ChangeGatherer
from ui.field_undo import FieldUndo
from ui.frame_commands import focus_pane, order_tabs, own_handlers, page_key, tick_choices, undo_words
from ui.frame_hooks import FrameHooks
from ui.i18n import translator
from ui.letters import letters_on, set_letters
from ui.menus import ActionSet
from ui.messages import show_error, toast
from ui.order_drops import OrderDrops, import_target
from ui.page import Page, PageEntry, Target
from ui.palette_use import make_palette
from ui.rail import Badge, Rail
from ui.status_bar import StatusBar
from ui.theme import theme_switch
from ui.top_bar import TopBar
from ui.undo_history import UndoHistory
from ui.window_times import backup_text, saved_text, window_title

tr = translator("frame")
_HISTORY = 50
_DOINGS = ("new", "import", "scan")
_LETTERS = "single_letters"


class MainWindow(QMainWindow):
    """`go(Target)` shows a page; pages ask for it through their signal `navigate`."""

    page_shown = Signal(str)
    language_wanted = Signal(str)
    appearance_wanted = Signal(str)
    closing = Signal()
    counted = Signal(int, int)  # open and overdue cases of the shop shown, after each change

    def __init__(self, ctx: Any, entries: Sequence[PageEntry], hooks: FrameHooks | None = None) -> None:
        super().__init__()
        self.ctx = ctx
        self.hooks = hooks or FrameHooks()
        self._entries = {entry.word: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._history: list[Target] = []
        self._here: Target | None = None
        self._saved_at: datetime | None = None
        self.background = Background(self)
        self.background.failed.connect(self._failed)
        self.actions_ = ActionSet(self)
        self._drops = OrderDrops(self)
        self._drops.dropped.connect(lambda paths: self.go(import_target(paths)))
        self.setWindowTitle("Aftercase")
        self.setMinimumSize(880, 560)
        self.stays: Callable[[], bool] = lambda: False
        self._build()
        self._field_undo = FieldUndo(self)
        self._gatherer = ChangeGatherer(ctx.changes, self)
        self._gatherer.changed.connect(self._take_changes)
        set_letters(bool(ctx.settings.get(_LETTERS, True)))
        self._minute = QTimer(self, interval=60_000)
        self._minute.timeout.connect(self.tick)
        self._minute.start()
        switch = theme_switch()
        if switch is not None:
            switch.changed.connect(self._theme_changed)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.actions_.paint_icons()
        self.refresh_frame()

    def _build(self) -> None:
        self.menuBar().setFixedHeight(tokens.MENU_ROW)
        self.actions_.fill(self.menuBar())
        central = QWidget(self)
        across = QHBoxLayout(central)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        items = [(e.word, e.title, e.icon, page_key(e.word), e.bottom) for e in self._entries.values() if not e.rail]
        self.rail = Rail(items, central)
        self.rail.chosen.connect(lambda word: self.go(Target(word)))
        across.addWidget(self.rail)
        down = QVBoxLayout()
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self.top_bar = TopBar(central)
        self.top_bar.back.connect(self.go_back)
        self.top_bar.crumb_chosen.connect(self.go)
        self.top_bar.palette_wanted.connect(self.open_palette)
        self.top_bar.shop_chosen.connect(self.choose_shop)
        self.top_bar.person_chosen.connect(self.choose_person)
        self.top_bar.people_wanted.connect(lambda: self.go(Target("settings", part="person")))
        self.stack = QStackedWidget(central)
        down.addWidget(self.top_bar)
        down.addWidget(self.stack, 1)
        across.addLayout(down, 1)
        self.setCentralWidget(central)
        self.status = StatusBar(self)
        self.status.undo_wanted.connect(lambda: self.actions_.run("undo"))
        self.background.busy_changed.connect(self.status.set_busy)
        self.status.shortcuts_wanted.connect(self.show_shortcuts)
        self.setStatusBar(self.status)
        self.palette_ = make_palette(self)

    # Pages

    def page(self, word: str) -> Page:
        """A page, made now if it was never visited; KeyError for an unknown word."""
        if word not in self._pages:
            page = self._entries[word].factory(self.ctx, self.background, self.stack)
            page.navigate.connect(self.go)
            page.header_changed.connect(self._header_changed)
            page.hints_changed.connect(self._hints_changed)
            page.commands_changed.connect(self._commands_changed)
            page.said.connect(lambda text: toast(self, text))
            page.working.connect(self.status.set_work)
            page.asked.connect(self.actions_.run)
            page.case_wished.connect(self._wish_case)
            self._drops.watch(page)
            page.restore_state(self.ctx.settings.get(f"page.{word}", {}))
            page.set_narrow(self.width() < tokens.WIDE)
            self._pages[word] = page
            self.stack.addWidget(page)
        return self._pages[word]

    @Slot(object)
    def _wish_case(self, wish: CaseWish) -> None:
        if "cases" in self._entries:
            self.page("cases").take_wish(wish)

    def current_page(self) -> Page | None:
        """The page in front."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def here(self) -> Target | None:
        """What is shown now."""
        return self._here

    @Slot(object)
    def go(self, target: Target) -> None:
        """Bring a page to the front and let it show what the target names."""
        if target.page not in self._entries:
            return
        if target.part in _DOINGS:
            # Something to do there, not a place to come back to.
            self.go(Target(target.page))
            self.page(target.page).open(target)
            return
        if self._here is not None and self._here != target:
            self._history = [*self._history[-_HISTORY:], self._here]
        self._show(target)

    @Slot()
    def go_back(self) -> None:
        """The way back: the page's own first, then where one came from, then its path."""
        page = self.current_page()
        if page is not None and not page.back() and not self._leave(page) and self._history:
            self._show(self._history.pop())

    def _leave(self, page: Page) -> bool:
        """Leave a page that has a path: to where one came from, or one step up the path."""
        path = page.path()
        if path:
            step = path[-1].target
            came = self._history.pop() if self._history else step
            # A list may have moved on since it was left: then to the case the path names.
            self._show(step if step.id and came.page == step.page else came)
        return bool(path)

    def _show(self, target: Target) -> None:
        page = self.page(target.page)
        self._here = target
        self.stack.setCurrentWidget(page)
        self.rail.show_current(self._entries[target.page].rail_word)
        page.open(target)
        if target.page in self._stale:
            self._stale.discard(target.page)
            page.refresh(None)
        self.top_bar.show_page(page, can_go_back=False)
        order_tabs(self)
        self._hints_changed()
        self._commands_changed()
        self.page_shown.emit(target.page)

    @Slot()
    def _header_changed(self) -> None:
        page = self.current_page()
        if page is not None and self.sender() in (None, page):
            self.top_bar.show_header(page, can_go_back=False)
            self.status.set_counts(page.counts())

    @Slot()
    def _hints_changed(self) -> None:
        page = self.current_page()
        if page is not None:
            self.status.set_counts(page.counts())
            self.status.set_hints(page.hints())

    # Commands

    @Slot()
    def _commands_changed(self) -> None:
        page = self.current_page()
        own = own_handlers(self, tuple(self._entries))
        theirs = page.commands() if page is not None else {}
        state = self.hooks.undo_state()

        def can(name: str) -> bool:
            if name in theirs:
                return page is not None and page.can(name)
            return {"undo": bool(state.undo), "redo": bool(state.redo)}.get(name, True)

        self.actions_.attach({**own, **theirs}, can)
        for name, what in (("undo", state.undo), ("redo", state.redo)):
            self.actions_.action(name).setText(undo_words(self.actions_.command(name), what))
        self.status.set_undo(state.undo)
        tick_choices(self.actions_)

    def show_anew(self) -> None:
        """Another shop or person: every page shows what is theirs."""
        self._stale.update(self._pages)
        self.refresh_frame()
        self.reload()

    def reload(self) -> None:
        """F5: the page in front anew."""
        page = self.current_page()
        if page is not None:
            page.refresh(None)

    def show_undo_history(self) -> None:
        """All that was done in this session, to go back to one of it."""
        dialog = UndoHistory(self.hooks.undo_list(), self)
        dialog.wanted.connect(lambda line: self.hooks.go_back_to(line.entry))
        dialog.open()

    def toggle_letters(self) -> None:
        """Single letters as commands, or not."""
        set_letters(not letters_on())
        self.ctx.settings.set(_LETTERS, letters_on())
        self._commands_changed()

    @Slot()
    def open_palette(self) -> None:
        """Ctrl+K."""
        self.palette_.start()

    @Slot()
    def show_shortcuts(self) -> None:
        """F1."""
        page = self.current_page()
        if page is not None:
            from ui.shortcuts_dialog import ShortcutsDialog

            ShortcutsDialog(page.title(), page.keys(), self.actions_.commands(), self).open()

    def move_pane(self, step: int) -> None:
        """F6: the next pane of the page that can take the focus."""
        page = self.current_page()
        if page is not None:
            focus_pane(page, step)

    # What happens

    @Slot(object)
    def _take_changes(self, changes: object) -> None:
        self._saved_at = self.ctx.clock.now()
        page = self.current_page()
        for word, known in self._pages.items():
            if known is not page:
                self._stale.add(word)
        if page is not None:
            page.refresh(changes)
        if getattr(changes, "label", ""):
            self.status.show_done(self.hooks.undo_state().done)
        elif not getattr(changes, "moved", False):
            self.status.clear_done()
        self.refresh_frame()

    def refresh_frame(self) -> None:
        """Counts, undo, saved and backup times anew."""
        choices = self.hooks.choices()
        self.top_bar.set_shops(choices.shops, choices.shop, choices.colours)
        self.top_bar.set_people(choices.people, choices.person, choices.initials)
        if self.hooks.badges is not None:
            self.hooks.badges(self._show_badges)
        self._commands_changed()
        self._tick_times()

    def _show_badges(self, badges: Mapping[str, Badge]) -> None:
        for word in self._entries:
            self.rail.set_badge(word, badges.get(word, Badge(0)))
        count, late = (badges.get(word, Badge(0)).count for word in ("cases", "today"))
        self.setWindowTitle(window_title(self.hooks.choices().shop_name(), count))
        self.counted.emit(count, late)

    def _tick_times(self) -> None:
        now = self.ctx.clock.now()
        self.status.set_saved(saved_text(self._saved_at, self.hooks.zone))
        text, late = backup_text(self.hooks.last_backup(), now, self.hooks.zone)
        self.status.set_backup(text, late=late)

    @Slot()
    def tick(self) -> None:
        """A minute has passed, or the clock went on otherwise."""
        page = self.current_page()
        if page is not None:
            page.minute()
        self._tick_times()

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        show_error(error, self)

    @Slot()
    def _theme_changed(self) -> None:
        self.actions_.paint_icons()
        self.refresh_frame()
        for widget in self.findChildren(QWidget):
            widget.update()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        page = self.current_page()
        if page is not None and new is not None and page.isAncestorOf(new):
            self.status.set_hints(page.hints())

    @Slot(int)
    def choose_shop(self, shop: int) -> None:
        """Show the cases of one shop, or of all with 0: every page follows."""
        if self.hooks.choose_shop is not None:
            self.hooks.choose_shop(shop)
            self.show_anew()

    @Slot(str)
    def choose_person(self, person: str) -> None:
        """Say who is working from now on."""
        if self.hooks.choose_person is not None:
            self.hooks.choose_person(person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            page = self.current_page()
            if page is not None and (page.back() or self._leave(page)):
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < tokens.LABELLED_RAIL)
        self.top_bar.set_compact(self.width() < tokens.WIDE)
        self.status.set_compact(self.width() < tokens.LABELLED_RAIL)
        for page in self._pages.values():
            page.set_narrow(self.width() < tokens.WIDE)

    # Beginning and end

    def restore(self) -> None:
        """Place and size of the last time."""
        kept = self.ctx.settings.get("window.geometry", "")
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(str(kept).encode("ascii")))):
            self.resize(1440, 900)

    def save_state(self) -> None:
        """Keep place and size, and what pages keep."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.ctx.settings.set("window.geometry", geometry)
        for word, page in self._pages.items():
            state = dict(page.save_state())
            if state:
                self.ctx.settings.set(f"page.{word}", state)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Only where somebody closes the window itself; the program's own commands end it.
        if event.spontaneous() and self.stays():
            event.ignore()
            return
        if not all(page.may_leave() for page in self._pages.values()):
            event.ignore()
            return
        self.save_state()
        self._minute.stop()
        self._gatherer.close()
        self.closing.emit()
        self.background.close()
        event.accept()
