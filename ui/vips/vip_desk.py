"""Opens the dialogs of VIPs and contact over the window, and takes the reader where they want to go from there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.page import Target
from ui.vips.contact_dialog import ContactDialog
from ui.vips.vips_dialog import VipsDialog


def open_contact(
    ctx: AppContext, background: Background, buyer_id: int, parent: QWidget, go: Callable[[Target], object]
) -> ContactDialog:
    """Show the contact of a buyer over a window; `go` is asked for their card."""
    dialog = ContactDialog(ctx, background, buyer_id, parent)
    dialog.opened.connect(lambda wanted: go(Target("buyers", f"#{wanted}")))
    dialog.open()
    return dialog


def open_vips(ctx: AppContext, background: Background, parent: QWidget, go: Callable[[Target], object]) -> VipsDialog:
    """Show all VIPs over a window; a buyer's contact opens over the list, and the list follows what is changed."""
    dialog = VipsDialog(ctx, background, parent)
    dialog.opened.connect(lambda wanted: go(Target("buyers", f"#{wanted}")))
    dialog.rules_wanted.connect(lambda: go(Target("settings", part="tiers")))

    def leave(target: Target) -> None:
        dialog.accept()
        go(target)

    def contact(buyer_id: int) -> None:
        open_contact(ctx, background, buyer_id, dialog, leave).changed.connect(dialog.reload)

    dialog.contact_wanted.connect(contact)
    dialog.open()
    return dialog
