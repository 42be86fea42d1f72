"""Opens the dialogs of VIPs and contact over the window, and takes the reader where they want to go from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.kinds import Consent, Tier
from ui.background import Background
from ui.held_writing import run_held
from ui.page import Target

if TYPE_CHECKING:
    from ui.vips.add_vip_dialog import AddVipDialog
    from ui.vips.contact_dialog import ContactDialog
    from ui.vips.vips_dialog import VipsDialog

VIPS, PROPOSALS = 0, 1
"""The tabs of the dialog of all VIPs. The dialogs themselves are loaded with the first that is opened."""


def open_contact(
    ctx: AppContext, background: Background, buyer_id: int, parent: QWidget, go: Callable[[Target], object]
) -> ContactDialog:
    """Show the contact of a buyer over a window; `go` is asked for their card."""
    from ui.vips.contact_dialog import ContactDialog

    dialog = ContactDialog(ctx, background, buyer_id, parent)
    dialog.opened.connect(lambda wanted: go(Target("buyers", f"#{wanted}")))
    dialog.open()
    return dialog


def open_add_vip(
    ctx: AppContext, background: Background, parent: QWidget, then: Callable[[], object] = lambda: None
) -> AddVipDialog:
    """Ask whom to make a VIP, and write it; `then` follows once it is written."""
    from ui.vips.add_vip_dialog import AddVipDialog

    dialog = AddVipDialog(ctx, background, parent)

    def add(buyer_id: int, tier: Tier, agreed: bool) -> None:
        def work() -> None:
            if not ctx.vips.set_tier(buyer_id, tier, agreed=agreed) and agreed:
                ctx.call_backs.set_consent(buyer_id, Consent.GIVEN)

        run_held(background, ctx.jobs.write(work), dialog, parent, lambda _: then())

    dialog.wanted.connect(add)
    dialog.open()
    return dialog


def open_vips(
    ctx: AppContext, background: Background, parent: QWidget, go: Callable[[Target], object], tab: int = VIPS
) -> VipsDialog:
    """Show all VIPs over a window; a buyer's contact opens over the list, and the list follows what is changed."""
    from ui.vips.vips_dialog import VipsDialog

    dialog = VipsDialog(ctx, background, parent)
    dialog.tabs.setCurrentIndex(tab)
    dialog.opened.connect(lambda wanted: go(Target("buyers", f"#{wanted}")))
    dialog.rules_wanted.connect(lambda: go(Target("settings", part="tiers")))

    def leave(target: Target) -> None:
        dialog.accept()
        go(target)

    def contact(buyer_id: int) -> None:
        open_contact(ctx, background, buyer_id, dialog, leave).changed.connect(dialog.reload)

    dialog.contact_wanted.connect(contact)
    dialog.add_wanted.connect(lambda: open_add_vip(ctx, background, dialog, dialog.reload))
    dialog.open()
    return dialog
