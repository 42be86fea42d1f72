"""Where the window finds the Buyers page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.buyers.buyers_page import BuyersPage

__all__ = ["BuyersPage", "make_page"]


def make_page(ctx: AppContext, background: Background, parent: QWidget | None = None) -> BuyersPage:
    """Make the page."""
    return BuyersPage(ctx, background, parent)
