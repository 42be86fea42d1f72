"""The program with its window: opens it on a data folder, makes it anew in another language, ends it in order."""

from __future__ import annotations

import gc
import linecache
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QSystemTrayIcon

from desktop.context import AppContext
from desktop.platform.resources import resource
from models.rules.return_codes import read_return_code
from ui import i18n
from ui.desk import Desk
from ui.ending import EndingSignals
from ui.i18n import translator
from ui.main_window import MainWindow
from ui.messages import toast
from ui.order_drops import import_target
from ui.page import PageEntry, Target
from ui.pages import page_entries
from ui.preparation import make_application
from ui.second_instance import FirstInstance
from ui.theme import Appearance, theme_switch
from ui.tray import STAY_IN_TRAY, Reminders, TrayDoings, reminders

tr = translator("frame")
_CASE = re.compile(r"A[0-9]{4}-[0-9]{4,}", re.ASCII)
LANGUAGES = ("system", "zh", "en")


class Program(QObject):
    """Holds the window. `ctx` stays open until `close`, which the caller of `run` sees to."""

    def __init__(
        self, app: QApplication, ctx: AppContext, pages: Callable[[], Sequence[PageEntry]] = page_entries
    ) -> None:
        super().__init__(app)
        self._pages = pages
        self.next_folder: Path | None = None
        self._app = app
        self._ctx = ctx
        self.reminders: Reminders | None = None
        self._first = FirstInstance(ctx.store.folder.root, self)
        self._first.asked.connect(self.asked_for)
        self._first.listen()
        self.window = self._make_window()

    def _make_window(self) -> MainWindow:
        desk = Desk(self._ctx)
        entries = self._pages()
        window = MainWindow(self._ctx, entries, desk.hooks)
        desk.seat(window)
        desk.waking.told.connect(self._woke)
        desk.idle.told.connect(self._woke)
        desk.reminding.told.connect(self._remind)
        desk.calendar.told.connect(self._remind)
        window.stays = self._stay_in_tray
        desk.hooks.handlers = {**desk.hooks.handlers, "open_data": self.choose_folder}
        window.refresh_frame()
        window.language_wanted.connect(self.change_language)
        window.appearance_wanted.connect(self.change_appearance)
        window.restore()
        if entries:
            window.go(Target(entries[0].word))
        return window

    def show(self, *, hidden: bool = False) -> None:
        """Bring the window up; `hidden`: into the tray alone, where there is one."""
        if hidden and QSystemTrayIcon.isSystemTrayAvailable():
            self._app.setQuitOnLastWindowClosed(False)
        else:
            self.window.show()
        window, here = self.window, self.raise_window
        self.reminders = reminders(
            window,
            TrayDoings(here, _then(here, lambda: window.go(Target("cases", part="new"))),
                       _then(here, lambda: window.go(Target("today"))), self.leave),
        )  # fmt: skip
        if self._ctx.shops.unsure:
            QTimer.singleShot(0, window, window.top_bar.open_people)
        window.counted.connect(self._counted)
        window.refresh_frame()

    @Slot()
    def raise_window(self) -> None:
        """Bring the window to the front, from the tray or because the program was started again."""
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self._app.setQuitOnLastWindowClosed(True)

    @Slot()
    def leave(self) -> None:
        """End the program, whether its window is shown or hidden."""
        if self.window.close():
            self._app.quit()

    def _stay_in_tray(self) -> bool:
        """Whether the window only hides when it is closed, as the owner may choose where there is a tray."""
        if not (self._ctx.settings.get(STAY_IN_TRAY) is True and QSystemTrayIcon.isSystemTrayAvailable()):
            return False
        self._app.setQuitOnLastWindowClosed(False)
        self.window.save_state()
        self.window.hide()
        return True

    @Slot(int, int)
    def _counted(self, count: int, overdue: int) -> None:
        if self.reminders is not None:
            self.reminders.set_counts(self.window.windowTitle(), count, overdue)

    @Slot(str)
    def _woke(self, text: str) -> None:
        """The window says it itself; the tray only while the window is not in front."""
        if self.reminders is not None and not self.window.isActiveWindow():
            self.reminders.remind("Aftercase", text)

    @Slot(str, str, object)
    def _remind(self, title: str, text: str, target: object) -> None:
        """In the window while it is in front, else by the tray, which leads to what it is about."""

        def opened() -> None:
            self.raise_window()
            if isinstance(target, Target):
                self.window.go(target)

        if self.reminders is None or self.window.isActiveWindow():
            toast(self.window, f"{title}\n{text}", "bell", act=(tr("Show"), opened))
        else:
            self.reminders.remind(title, text, opened)

    @Slot(str)
    def asked_for(self, wish: str) -> None:
        """The program was started again, perhaps with something to show: a case, an order, a file of orders."""
        self.raise_window()
        if wish:
            self.window.go(wished(wish))

    @Slot(str)
    def change_appearance(self, appearance: str) -> None:
        """Light, dark or as the system, from now on."""
        switch = theme_switch()
        for known in get_args(Appearance):
            if known == appearance and switch is not None:
                self._ctx.settings.set("appearance", appearance)
                switch.set_appearance(known)
                self.window.refresh_frame()

    @Slot(str)
    def change_language(self, language: str) -> None:
        """Show the window in another language: it is made anew, at the same place and page."""
        if language not in LANGUAGES:
            return
        self._ctx.settings.set("language", language)
        old, here = self.window, self.window.here()
        self._app.setQuitOnLastWindowClosed(False)
        if old.close():
            install_language(self._ctx, language)
            self.window = self._make_window()
            if here is not None:
                self.window.go(here)
            if self.reminders is not None:
                self.reminders.close()
            self.show()
            old.deleteLater()
        self._app.setQuitOnLastWindowClosed(True)

    @Slot()
    def choose_folder(self) -> None:
        """Ask for another data folder; the program then opens it in place of this one."""
        dialog = QFileDialog(self.window, tr("Open data folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_folder)
        dialog.open()

    @Slot(str)
    def open_folder(self, folder: str) -> None:
        """Close this window and go on with another data folder."""
        if Path(folder) != self._ctx.store.folder.root:
            self.next_folder = Path(folder)
            if not self.window.close():
                self.next_folder = None

    @Slot()
    def end(self) -> None:
        """The system asks the program to end: close the window, whatever dialog is open over it."""
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog):
                dialog.reject()
        if self.window.close():
            self._app.quit()

    def close(self) -> None:
        """Take the window down and stop listening."""
        self.window.close()
        if self.reminders is not None:
            self.reminders.close()
        self._first.close()


def _then(first: Callable[[], object], second: Callable[[], object]) -> Callable[[], object]:
    def both() -> None:
        first()
        second()

    return both


def wished(wish: str) -> Target:
    """What somebody wants to see: a file of orders, a case by its number or return slip, or whatever a search finds."""
    try:
        if Path(wish).is_file():
            return import_target([Path(wish)])
    except (OSError, ValueError):
        pass
    if read_return_code(wish) is not None:
        return Target("cases", wish, "scan")
    return Target("cases", wish) if _CASE.fullmatch(wish) else Target("cases", wish, "search")


def install_language(ctx: AppContext, language: str) -> None:
    """Take the strings of a language, compiled into the folder's cache."""
    i18n.install(language, resource("translations"), ctx.store.folder.cache / "translations")


def application(ctx: AppContext, arguments: list[str] | None = None, language: str = "") -> QApplication:
    """The QApplication as the settings of the data folder want it; `language` given overrides them."""
    appearance = ctx.settings.get("appearance", "system")
    return make_application(
        arguments,
        language=language or str(ctx.settings.get("language", "system")),
        appearance=appearance if appearance in get_args(Appearance) else "system",
        cache=ctx.store.folder.cache / "translations",
    )


_LOOK_THROUGH = 2_000, 10, 20


@dataclass(frozen=True, slots=True)
class Ended:
    """How the window ended: the exit status, and the data folder to go on with, if another was chosen."""

    status: int
    next_folder: Path | None = None


def set_apart(window: MainWindow) -> None:
    """Keep what stands once a page is first shown out of Python's search for unused objects: with a quarter of a
    million of them it would stop the window for 60 to 160 ms every few hundred rows scrolled.
    """
    seen: set[str] = set()

    def keep() -> None:
        # PySide reads the source of every module that is imported, and Python keeps it: 12 MB.
        linecache.clearcache()
        gc.freeze()
        # A case of 20,000 pieces is read as 40,000 objects: with Python's own numbers all there are would be looked
        # through at every reading, for a tenth of a second, with the window waiting.
        gc.set_threshold(*_LOOK_THROUGH)
        gc.enable()

    def shown(word: str) -> None:
        if word not in seen:
            seen.add(word)
            QTimer.singleShot(0, window, keep)

    window.page_shown.connect(shown)
    QTimer.singleShot(0, window, keep)


def run(ctx: AppContext, language: str = "", wish: str = "", *, hidden: bool = False) -> Ended:
    """Show the window, with what is wished in it, until it is closed. The caller closes `ctx`.

    `hidden`: begun by the system at login, in the tray.
    """
    app = application(ctx, None, language)
    # Before the window: a signal that comes while it is made waits for the event loop.
    ending = EndingSignals(app)
    program = Program(app, ctx)
    ending.asked.connect(program.end)
    program.show(hidden=hidden)
    set_apart(program.window)
    if wish:
        program.asked_for(wish)
    status = app.exec()
    ending.close()
    program.close()
    program.window.deleteLater()
    app.processEvents()
    return Ended(status, program.next_folder)
