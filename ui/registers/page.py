"""Makes the Registers page for the window."""

from __future__ import annotations

from desktop.context import AppContext
from ui.background import Background
from ui.registers.registers_page import RegistersPage


def make_page(ctx: AppContext, background: Background) -> RegistersPage:
    """The page, on its first visit."""
    return RegistersPage(ctx, background)
