"""Joins the shield of the Packet page with the dialogs: how the next packet is closed, and verifying one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.packets.values import SealWish
from models.errors import EnvironmentFault
from ui.error_words import sentence
from ui.i18n import translator
from ui.messages import confirm
from ui.proof import proof_errors as proof_errors
from ui.proof.seal_dialog import SealDialog, sealing_words
from ui.proof.verify_dialog import VerifyDialog

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage

tr = translator("packet_proof")


class Closing(QObject):
    """How the next packet is closed stays until it is chosen anew, or another case is shown."""

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        self._case = 0
        foot = page.options.foot
        foot.seal_wanted.connect(self.ask)
        foot.verify_wanted.connect(self.verify)
        page.header_changed.connect(self._follow)

    def _follow(self) -> None:
        """A password meant for one receiver never goes with the packet of another case."""
        case = self._page.state.page.case.id if self._page.state is not None else 0
        if case != self._case:
            self._case = case
            if self._page.giving.seal is not None:
                self.use(None)

    def ask(self) -> SealDialog:
        """Ask how the next packet is closed."""
        page = self._page
        dialog = SealDialog(page.ctx, page.background, page.giving.seal, page)
        dialog.given.connect(self.use)
        dialog.open()
        return dialog

    def use(self, wish: SealWish | None) -> None:
        """Close the next packet so."""
        page = self._page
        page.giving.seal = wish
        page.options.foot.show_sealing(sealing_words(wish, stamped=bool(page.ctx.sealing.stamp_server)))

    def verify(self) -> VerifyDialog:
        """Verify any packet."""
        dialog = VerifyDialog(self._page.ctx, self._page.background, self._page)
        dialog.open()
        return dialog

    def takes(self, error: BaseException) -> bool:
        """Whether an error of handing out is one that has a choice: to go without the time stamp."""
        page, wish = self._page, self._page.giving.seal
        if not isinstance(error, EnvironmentFault) or error.code != "stamp_failed" or wish is None:
            return False
        said = sentence(error)

        def without() -> None:
            self.use(replace(wish, stamp=False))
            page.giving.save()

        confirm(page, said.what, tr("Nothing was made. The packet can be signed without a time stamp."),
                tr("Go without a time stamp"), without)  # fmt: skip
        return True
