"""Makes the Settings page for the window."""

from __future__ import annotations

from desktop.context import AppContext
from ui.background import Background
from ui.settings.settings_page import SettingsPage


def make_page(ctx: AppContext, background: Background) -> SettingsPage:
    """The page, on its first visit."""
    return SettingsPage(ctx, background)
