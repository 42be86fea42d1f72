"""Reminders and calendar in the real window: a folder chosen there has its calendar, and the page says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from desktop.services.calendar_feed import FILE_NAME
from ui.main_window import MainWindow
from ui.page import Target
from ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_a_chosen_folder_is_written_at_once_and_what_stands_in_the_way_is_shown(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(Target("settings", part="reminders"))
    folder = tmp_path / "网盘"
    folder.mkdir()
    page.reminders.take_folder(folder)
    qtbot.waitUntil((folder / FILE_NAME).exists)
    qtbot.waitUntil(lambda: page.reminders.written.text().endswith("09:42"))
    (folder / FILE_NAME).unlink()
    folder.rmdir()
    page.reminders.now.click()
    qtbot.waitUntil(lambda: str(folder) in page.reminders.wrong.text())
    folder.mkdir()
    page.reminders.now.click()
    qtbot.waitUntil((folder / FILE_NAME).exists)
    qtbot.waitUntil(lambda: not page.reminders.wrong.isVisibleTo(page.reminders))
