"""Makes the QApplication ready: style, fonts, theme, language, and what happens when something is not caught."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.platform.resources import resource
from ui import i18n
from ui.crash import CrashGuard
from ui.fonts import font, register_bundled
from ui.icons import icon
from ui.theme import Appearance, ThemeSwitch, theme_switch
from ui.widgets import painting

_CALLS = 2_000
# How long another thread may keep Python from the window's: it has to ask again after many a call of Qt, and with
# Python's usual 5 ms a frame painted while a list is exported or read takes ten times as long.
_TURN_SECONDS = 0.001


class BrokenQtError(RuntimeError):
    """This Qt loses references to None and would end the program in the middle of work."""


def check_none_counting() -> None:
    """BrokenQtError where a void call of Qt drops a reference to None.

    WORKAROUND PySide6 6.12.0 on Python 3.11: every void call does so and ends the interpreter after some minutes;
    6.11.3 is clean. Goes when the pinned version is past the fix.
    """
    probe = QObject()
    event = QEvent(QEvent.Type.User)
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        probe.setObjectName("")
        event.accept()
    if sys.getrefcount(None) < before - _CALLS // 2:
        raise BrokenQtError


def make_application(
    arguments: list[str] | None = None,
    *,
    language: str = "system",
    appearance: Appearance = "system",
    cache: Path | None = None,
    guard: bool = True,
) -> QApplication:
    """The application, ready for a window. `cache` takes compiled translations; None leaves them uncompiled.
    `guard` shows what nobody caught; tests want to see it themselves.
    """
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments or sys.argv[:1])
    check_none_counting()
    sys.setswitchinterval(_TURN_SECONDS)
    QCoreApplication.setApplicationName("Aftercase")
    app.setApplicationDisplayName("Aftercase")
    app.setStyle("Fusion")
    register_bundled(resource("fonts"))
    painting.clear_caches()
    app.setFont(font("body"))
    i18n.install(language, resource("translations"), cache)
    switch = theme_switch()
    if switch is None:
        ThemeSwitch(app, appearance)
    else:
        switch.set_appearance(appearance)
    app.setWindowIcon(icon("inbox", "accent", 48))
    if guard and app.findChild(CrashGuard) is None:
        CrashGuard(app).install()
    return app
