"""Makes the Call-backs page for the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.callbacks.call_backs_page import CallBacksPage


def make_page(ctx: AppContext, background: Background, parent: QWidget | None = None) -> CallBacksPage:
    """The page, on its first visit."""
    return CallBacksPage(ctx, background, parent)
