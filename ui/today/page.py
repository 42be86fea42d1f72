"""Makes the Today page for the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.today.today_page import TodayPage


def make_page(ctx: AppContext, background: Background, parent: QWidget | None = None) -> TodayPage:
    """The page, on its first visit."""
    return TodayPage(ctx, background, parent)
