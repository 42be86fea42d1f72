"""Prints the packet of the page: the dialog shows its very pages, what is printed is made and noted first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.services.packet_results import MadePacket
from models.kinds import PacketForm, Paper
from models.rules.paper_fit import PAPERS_MM
from ui.messages import show_error
from ui.packets.handing_out import suggested_name
from ui.packets.packet_state import PacketWish
from ui.paper.print_dialog import PrintDialog
from ui.paper.printed_files import PACKET_BLANK, PaperFile, PaperSubject, Progress
from ui.paper.printers import PrinterBook

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage


class PacketPaper(QObject):
    """`ask` opens the print dialog; `book` are the printers, those of the system unless others are given."""

    _made = Signal(object, object)
    _saved = Signal(object, object)

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        self._ctx = page.ctx
        self.book: PrinterBook | None = None
        self.dialog: PrintDialog | None = None
        self._form = PacketForm.PDF
        self._made.connect(page.handing.take_made)
        self._saved.connect(page.handing.saved)

    def ask(self) -> PrintDialog | None:
        """Show the pages of the preview as they will come out; None while there is no preview."""
        page, preview = self._page, self._page.preview
        if preview is None:
            return None
        wish, self._form = page.wish(), page.choosing.form
        known = page.handing.made_for(wish)
        path, pages = (known.kept, known.packet.pages) if known is not None else (preview.path, preview.pages)
        whole = page.choosing.form is PacketForm.PDF

        def save(out: Path) -> Path:
            return self._save(wish, out)

        name = suggested_name(preview.number).removesuffix(".pdf")
        subject = PaperSubject(
            title=name, files=(self._file(path, pages, wish),), name=name,
            make=lambda progress, cancelled: self._make(wish, progress, cancelled), save=save if whole else None,
            printed=lambda copies: self._printed(wish, copies),
        )  # fmt: skip
        dialog = self.dialog = PrintDialog(page.ctx, page.background, subject, page, book=self.book)
        dialog.destroyed.connect(self._gone)
        dialog.open()
        return dialog

    def _make(
        self, wish: PacketWish, progress: Progress, cancelled: Callable[[], bool]
    ) -> tuple[PaperFile, ...]:  # fmt: skip
        """Runs in the I/O pool: the packet that is noted is the one that is printed."""
        made = self._page.handing.made_for(wish)
        if made is None:
            made = self._ctx.packets.make_packet(
                wish.case_id, out=None, plan=wish.plan, evidence_ids=wish.evidence_ids, summary=wish.summary,
                progress=progress, cancelled=cancelled,
            )  # fmt: skip
            self._made.emit(wish, made)
        return (self._file(made.kept, made.packet.pages, wish),)

    def _save(self, wish: PacketWish, out: Path) -> Path:
        """Runs in the I/O pool: the same bytes as those kept with the case."""
        made = self._page.handing.made_for(wish)
        if made is None:
            made = self._ctx.packets.make_packet(
                wish.case_id, out=out, plan=wish.plan, evidence_ids=wish.evidence_ids, summary=wish.summary
            )
            self._made.emit(wish, made)
            written = Path(made.path)
        else:
            written = Path(self._ctx.packets.copy_packet(made, out))
        self._saved.emit(made, written)
        return written

    def _printed(self, wish: PacketWish, copies: int) -> None:
        page, batch = self._page, self._ctx.packet_batch
        made: MadePacket | None = page.handing.made_for(wish)
        if made is None:
            return
        packet = made.packet
        page.handing.printed.emit(made)
        page.background.run(
            page.ctx.jobs.write(lambda: batch.note_printed(packet, copies)), lambda _: None,
            lambda error: show_error(error, page), receiver=self,
        )  # fmt: skip

    def _file(self, path: Path, pages: int, wish: PacketWish) -> PaperFile:
        if self._form is PacketForm.PICTURES:
            # All pictures of the set, each as large as the paper takes it.
            return PaperFile(path, pages)
        width, height = PAPERS_MM["letter" if wish.plan.paper is Paper.LETTER else "a4"]
        return PaperFile(path, pages, width, height, PACKET_BLANK)

    def _gone(self) -> None:
        self.dialog = None
