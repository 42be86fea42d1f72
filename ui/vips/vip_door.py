"""The one button of a page that leads to the VIPs: add one, all of them, and how many the rules propose."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.context import AppContext
from ui.actions import shortcut_text
from ui.background import Background
from ui.i18n import translator
from ui.page import Target
from ui.plain import mnemonic_safe
from ui.vips.vip_desk import PROPOSALS, VIPS, open_add_vip, open_vips
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from ui.vips.add_vip_dialog import AddVipDialog
    from ui.vips.vips_dialog import VipsDialog

tr = translator("vips")
# Every order is looked through for what the rules propose: not while the page is being opened.
_LATER_MS = 1500


class VipDoor(Button):
    """Shows the proposals that wait as soon as they were counted; `look` counts them anew a moment later."""

    def __init__(self, ctx: AppContext, background: Background, page: QWidget, go: Callable[[Target], object]) -> None:
        super().__init__(tr("VIP buyers"), page, icon="users", trailing="chevron-down")
        self._ctx, self._background, self._page, self._go = ctx, background, page, go
        self._known = False
        self.lines = QMenu(self)
        self.lines.addAction(self._text(tr("Add a VIP…"), "add_vip"), self.add)
        self.lines.addAction(self._text(tr("All VIP buyers…"), "vip_buyers"), lambda: self.open())
        self.proposed = QAction("", self)
        self.proposed.triggered.connect(lambda: self.open(PROPOSALS))
        self.lines.addAction(self.proposed)
        self.setMenu(self.lines)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.count)
        self.show_count(0)

    @staticmethod
    def _text(words: str, command: str) -> str:
        keys = shortcut_text(command)
        return mnemonic_safe(words) + (f"\t{keys}" if keys else "")

    def add(self) -> AddVipDialog:
        """Make somebody a VIP."""
        return open_add_vip(self._ctx, self._background, self._page)

    def open(self, tab: int = VIPS) -> VipsDialog:
        """All VIPs, or what the rules propose."""
        return open_vips(self._ctx, self._background, self._page, self._go, tab)

    def look(self) -> None:
        """Count anew in a moment; at once seen once the button is shown."""
        self._known = False
        if self.isVisible():
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._known:
            self._later.start()

    def count(self) -> None:
        """Count the proposals now, away from the window's thread."""
        if not self.isVisible():
            return
        self._known = True
        vips, shop = self._ctx.vips, self._ctx.call_backs.shop()
        self._background.run(
            self._ctx.jobs.read(lambda: len(vips.proposals(shop))), self.show_count, receiver=self, quiet=True
        )

    def show_count(self, count: int) -> None:
        """How many proposals wait for an answer."""
        self.set_label(tr("VIP buyers · %n proposed", n=count) if count else tr("VIP buyers"))
        self.proposed.setText(
            mnemonic_safe(tr("Proposed by the rules: %n…", n=count) if count else tr("Proposed by the rules…"))
        )
