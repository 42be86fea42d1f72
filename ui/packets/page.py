"""Makes the Packet page for the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.error_words import register
from ui.packets.packet_words import packet_error_words
from ui.packets.packets_page import PacketsPage

register(packet_error_words)


def make_page(ctx: AppContext, background: Background, parent: QWidget | None = None) -> PacketsPage:
    """The page, on its first visit."""
    return PacketsPage(ctx, background, parent)
