"""Makes the Call-backs page for the window."""

from __future__ import annotations

from desktop.context import AppContext
from ui.background import Background
from ui.callbacks.call_backs_page import CallBacksPage


def make_page(ctx: AppContext, background: Background) -> CallBacksPage:
    """The page, on its first visit."""
    return CallBacksPage(ctx, background)
