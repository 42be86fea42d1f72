"""Makes the Registers page for the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.registers.registers_page import RegistersPage


def make_page(ctx: AppContext, background: Background, parent: QWidget | None = None) -> RegistersPage:
    """The page, on its first visit."""
    return RegistersPage(ctx, background, parent)
