"""Reminders while the program runs: the system tray where there is one, the window itself where there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from ui.i18n import translator
from ui.icons import icon
from ui.messages import toast
from ui.plain import mnemonic_safe, one_line

tr = translator("frame")


class Reminders(Protocol):
    """Tells the user something even when the window is not in front."""

    def remind(self, title: str, text: str) -> None:
        """Show a reminder; the text is plain."""

    def close(self) -> None:
        """Take it away at the end of the program."""


class WindowReminders:
    """Without a tray: a toast in the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def remind(self, title: str, text: str) -> None:
        """Show a toast."""
        toast(self._window, f"{title}\n{text}", "bell")

    def close(self) -> None:
        """Nothing stays."""


class TrayReminders(QObject):
    """The tray icon: shows reminders, raises the window when clicked."""

    def __init__(self, window: QWidget, show_window: Callable[[], object], quit_program: Callable[[], object]) -> None:
        super().__init__(window)
        self._tray = QSystemTrayIcon(icon("inbox", "accent", 20), self)
        self._tray.setToolTip("Aftercase")
        self._menu = QMenu(window)
        self._menu.addAction(mnemonic_safe(tr("Show window"))).triggered.connect(lambda: show_window())
        self._menu.addAction(mnemonic_safe(tr("Quit"))).triggered.connect(lambda: quit_program())
        self._tray.setContextMenu(self._menu)
        self._tray.activated.connect(lambda _: show_window())
        self._tray.messageClicked.connect(lambda: show_window())
        self._tray.show()

    def remind(self, title: str, text: str) -> None:
        """Show a message of the system."""
        self._tray.showMessage(one_line(title), one_line(text))

    def close(self) -> None:
        """Take the icon away."""
        self._tray.hide()


def reminders(window: QWidget, show_window: Callable[[], object], quit_program: Callable[[], object]) -> Reminders:
    """The system's way to remind, or the window's own where there is no tray."""
    if QSystemTrayIcon.isSystemTrayAvailable():
        return TrayReminders(window, show_window, quit_program)
    return WindowReminders(window)
