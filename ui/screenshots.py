"""Pictures of every page and dialog, in light and dark, Chinese and English, for looking at beside the design."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from desktop.context import AppContext
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page import Target
from ui.pages import page_entries
from ui.program import application, install_language
from ui.theme import Appearance, theme_switch

SIZE = (1440, 900)
_PATIENCE_S = 5.0
_CALM = 3

ContextFactory = Callable[[str], AppContext]


def settle(window: MainWindow, patience: float = _PATIENCE_S) -> None:
    """Let everything under way arrive: until nothing is pending for three rounds, at most `patience` seconds."""
    end = QDeadlineTimer(round(patience * 1000))
    calm = 0
    while calm < _CALM and not end.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        calm = calm + 1 if window.background.pending() == 0 else 0


@contextmanager
def _window(ctx: AppContext) -> Iterator[MainWindow]:
    desk = Desk(ctx)
    window = MainWindow(ctx, page_entries(), desk.hooks)
    desk.seat(window)
    window.resize(*SIZE)
    window.show()
    try:
        yield window
    finally:
        window.hide()
        window.background.close()
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def grab_pages(
    make_context: ContextFactory,
    folder: Path,
    *,
    languages: tuple[str, ...] = ("zh", "en"),
    appearances: tuple[Appearance, ...] = ("light", "dark"),
    only: tuple[str, ...] = (),
) -> list[Path]:
    """Grab every scene of every page to `<page>[-<scene>]-<language>-<appearance>.png`; returns the files written.

    `make_context(language)` opens the sample shop in that language; it is closed here.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for language in languages:
        ctx = make_context(language)
        try:
            application(ctx)
            install_language(ctx, language)
            for appearance in appearances:
                written += _grab(ctx, folder, language, appearance, only)
        finally:
            ctx.close()
    return written


def _grab(ctx: AppContext, folder: Path, language: str, appearance: Appearance, only: tuple[str, ...]) -> list[Path]:
    switch = theme_switch()
    if switch is None or appearance not in get_args(Appearance):
        raise ValueError(appearance)
    switch.set_appearance(appearance)
    written = []
    with _window(ctx) as window:
        for word in [entry.word for entry in page_entries() if not only or entry.word in only]:
            page = window.page(word)
            window.go(Target(word))
            settle(window)
            for scene in page.scenes():
                dialog = scene.show()
                settle(window)
                name = "-".join(part for part in (word, scene.name, language, appearance) if part)
                file = folder / f"{name}.png"
                _save(dialog if dialog is not None else window, file)
                if dialog is not None:
                    dialog.close()
                    settle(window)
                written.append(file)
    return written


def _save(widget: QWidget, file: Path) -> None:
    if not widget.grab().save(str(file)):
        raise OSError(f"not written: {file.name}")
