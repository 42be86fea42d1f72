"""Saving and printing from the packet page: why not, where to, and what is said afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from desktop.services.packet_results import MadePacket
from ui import format as shown
from ui.i18n import translator
from ui.packets.choosers import choose_file, choose_printer
from ui.packets.packet_state import PacketWish, as_preview
from ui.plain import one_line

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage

tr = translator("packets")
_FOLDER = "packet.folder"


class GivingOut(QObject):
    """Joins the buttons below the options with `HandingOut`, which does the work."""

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        self._saved_to: Path | None = None
        page.options.save_wanted.connect(self.save)
        page.options.print_wanted.connect(self.print_out)
        page.options.folder_wanted.connect(self._show_folder)
        page.options.hash_wanted.connect(self._copy_hash)
        page.handing.made.connect(self._take_made)
        page.handing.saved.connect(self._tell_saved)
        page.handing.printed.connect(self._tell_printed)
        page.handing.failed.connect(page.fail)
        page.handing.working.connect(self._tell_working)

    def why_not(self) -> str:
        """Why the packet cannot be handed out now; empty when it can."""
        page = self._page
        if page.state is None:
            return tr("No case is chosen")
        if page.handing.busy:
            return tr("It is being made")
        if page.preview is None:
            return tr("The preview is not there yet")
        if page.preview.kept_out:
            return tr("An exhibit is not as it was when imported")
        return ""

    def allow(self) -> None:
        """Let the buttons say whether the packet can go out."""
        why = self.why_not()
        self._page.options.allow(not why, why)
        self._page.commands_changed.emit()

    def save(self) -> None:
        """Choose the file, then write it."""
        page = self._page
        if page.preview is not None and not self.why_not():
            path = choose_file(page, str(page.ctx.settings.get(_FOLDER, "")), page.preview.number)
            if path is not None:
                self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the packet to a file and note it."""
        if not self.why_not():
            self._page.options.summary.settle()
            self._page.options.show_done("")
            self._page.handing.save(self._page.wish(), path)

    def print_out(self) -> None:
        """Choose the printer, then print."""
        page = self._page
        if page.preview is not None and not self.why_not():
            choose_printer(page, page.preview.pages, page.preview.number, self.print_to)

    def print_to(self, printer: QPrinter) -> None:
        """Print the pages of the packet's PDF and note it."""
        if not self.why_not():
            self._page.options.show_done("")
            self._page.handing.print_out(self._page.wish(), printer)

    def _take_made(self, wish: PacketWish, made: MadePacket) -> None:
        """What was made is what is shown from now on."""
        page = self._page
        if page.state is not None and page.preview is not None and wish.case_id == page.state.page.case.id:
            if wish == page.wish():
                # A preview of the same that is still under way would carry the number of the packet after this one.
                page.builder.drop()
            page.preview = as_preview(made, page.preview)
            page.show_preview()

    def _tell_saved(self, made: MadePacket, path: Path) -> None:
        self._saved_to = path
        self._page.ctx.settings.set(_FOLDER, str(path.parent))
        facts = " · ".join((tr("%n page(s)", n=made.packet.pages), shown.size(made.packet.size)))
        self._page.options.show_done(tr("Saved as %1", one_line(path.name)), facts)

    def _tell_printed(self, made: MadePacket) -> None:
        self._page.options.show_done(tr("%1 was sent to the printer", made.packet.number), folder=False)

    def _tell_working(self, work: object) -> None:
        self._page.working.emit(work)
        self.allow()

    def _show_folder(self) -> None:
        if self._saved_to is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_to.parent)))

    def _copy_hash(self, sha256: str) -> None:
        QGuiApplication.clipboard().setText(sha256)
        self._page.said.emit(tr("SHA-256 copied"))
