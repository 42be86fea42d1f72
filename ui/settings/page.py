"""Makes the Settings page for the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.error_words import register
from ui.settings.setting_words import setting_errors
from ui.settings.settings_page import SettingsPage

register(setting_errors)


def make_page(ctx: AppContext, background: Background, parent: QWidget | None = None) -> SettingsPage:
    """The page, on its first visit."""
    return SettingsPage(ctx, background, parent)
