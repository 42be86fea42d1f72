"""The Settings page in the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page import PageEntry, Target
from ui.settings.page import make_page
from ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from desktop.context import AppContext

Show = Callable[["AppContext"], MainWindow]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Opens the window on Settings and waits until all has arrived."""
    shown: list[MainWindow] = []

    def open_window(ctx: AppContext) -> MainWindow:
        desk = Desk(ctx)
        window = MainWindow(ctx, [PageEntry("settings", make_page, "设置", "settings")], desk.hooks)
        desk.seat(window)
        shown.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.go(Target("settings"))
        qtbot.waitUntil(lambda: window.background.pending() == 0)
        return window

    yield open_window
    for window in shown:
        window.background.close()
        window.close()


@pytest.fixture
def window(ctx: AppContext, show: Show) -> MainWindow:
    """The window on a shop with two people."""
    return show(ctx)


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    """The Settings page in it."""
    found = window.page("settings")
    assert isinstance(found, SettingsPage)
    return found
