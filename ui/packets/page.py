"""Makes the Packet page for the window."""

from __future__ import annotations

from desktop.context import AppContext
from ui.background import Background
from ui.packets.packets_page import PacketsPage


def make_page(ctx: AppContext, background: Background) -> PacketsPage:
    """The page, on its first visit."""
    return PacketsPage(ctx, background)
