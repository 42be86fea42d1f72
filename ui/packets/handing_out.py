"""Saving and printing: where to; a packet made and noted once gives its bytes to every file until it changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.context import AppContext
from desktop.packets.values import Cancelled, SealWish
from desktop.services.packet_results import MadePacket
from models.kinds import PacketForm
from models.records import Packet
from ui.background import Background
from ui.i18n import translator
from ui.packets.packet_state import PacketWish
from ui.page import Work

tr = translator("packets")


def suggested_name(number: str) -> str:
    """A file name that is safe on every system: the packet's number tells the rest."""
    return f"{tr('Packet')} {number}.pdf"


def choose_out(parent: QWidget, folder: str, number: str, form: PacketForm, name: str = "") -> Path | None:
    """Ask where to write: a PDF, an archive, or the folder in which the packet gets one of its own. None: nowhere.

    `folder` is where the last one went, or empty. `name` is proposed where the receiver says how files are named.
    """
    if form in (PacketForm.SLOTS, PacketForm.PICTURES):
        chosen = QFileDialog.getExistingDirectory(parent, tr("Save packet"), str(_start(folder)))
        return Path(chosen) if chosen else None
    archive = form is PacketForm.ARCHIVE
    ending, kinds = (".zip", tr("Archives (*.zip)")) if archive else (".pdf", tr("PDF files (*.pdf)"))
    start = _start(folder) / Path(name or suggested_name(number)).with_suffix(ending).name
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save packet"), str(start), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(f"{path.name}{ending}")


def choose_again(parent: QWidget, folder: str, packet: Packet) -> Path | None:
    """Ask where to write a packet that was made before; of an archive its PDF is kept."""
    return choose_out(parent, folder, packet.number, PacketForm.SLOTS if packet.several else PacketForm.PDF)


def folder_name(number: str) -> str:
    """The name of a packet without an ending, for print jobs and folders."""
    return suggested_name(number).removesuffix(".pdf")


def _start(folder: str) -> Path:
    known = QStandardPaths.StandardLocation
    place = QStandardPaths.writableLocation
    documents, home = place(known.DocumentsLocation), place(known.HomeLocation)
    # One that is gone, as of a stick pulled out, would lead to wherever the program was started.
    return next((Path(each) for each in (folder, documents) if each and Path(each).is_dir()), Path(home))


class HandingOut(QObject):
    """`saved(made, path)`, `printed(made)`, `failed(error)`; `working` carries a Work for the status bar, or None."""

    made = Signal(object, object)
    saved = Signal(object, object)
    printed = Signal(object)
    failed = Signal(object)
    working = Signal(object)
    _progressed = Signal(int, int)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._stop = threading.Event()
        self._busy = False
        self._last: tuple[PacketWish, SealWish | None, MadePacket] | None = None
        self._progressed.connect(self._tell_making)

    @property
    def busy(self) -> bool:
        """Whether something is being handed out."""
        return self._busy

    def forget(self) -> None:
        """Something of the case changed: the next packet is a new one."""
        self._last = None

    def made_for(self, wish: PacketWish, seal: SealWish | None = None) -> MadePacket | None:
        """The packet made of exactly this and closed so, if nothing changed since."""
        return self._last[2] if self._last is not None and self._last[:2] == (wish, seal) else None

    def save(self, wish: PacketWish, out: Path, seal: SealWish | None = None) -> None:
        """Write the packet to a file; `seal` closes it, and makes a packet of its own."""
        known, packets = self.made_for(wish, seal), self._ctx.packets
        if known is not None and known.packet.form is not PacketForm.ARCHIVE:

            def copy() -> MadePacket:
                return replace(known, path=packets.copy_packet(known, out))

            self._begin(copy, wish, lambda made: self.saved.emit(made, out), seal)
        else:
            self._begin(lambda: self._make(wish, out, seal), wish, lambda made: self.saved.emit(made, out), seal)

    def take_made(self, wish: PacketWish, made: MadePacket) -> None:
        """A packet that was made for paper: until something changes, the next file is of it."""
        before = self.made_for(wish)
        self._last = (wish, None, made)
        if before is None or before.packet.id != made.packet.id:
            self.made.emit(wish, made)

    def stop(self) -> None:
        """Stop what is under way."""
        self._stop.set()

    def _make(self, wish: PacketWish, out: Path | None, seal: SealWish | None = None) -> MadePacket:
        """Runs in the I/O pool."""
        return self._ctx.packets.make_packet(
            wish.case_id, out=out, plan=wish.plan, evidence_ids=wish.evidence_ids, summary=wish.summary,
            seal=seal, progress=self._progressed.emit, cancelled=self._stop.is_set,
        )  # fmt: skip

    def _begin(
        self,
        work: Callable[[], MadePacket],
        wish: PacketWish,
        then: Callable[[MadePacket], object],
        seal: SealWish | None = None,
    ) -> None:
        if self._busy:
            return
        self._busy = True
        self._stop.clear()
        self.working.emit(Work(tr("Making the packet"), None, self.stop))

        def done(made: MadePacket) -> None:
            before = self.made_for(wish, seal)
            new = before is None or before.packet.id != made.packet.id
            self._last = (wish, seal, made)
            self._end()
            if new:
                self.made.emit(wish, made)
            then(made)

        self._background.run(self._ctx.jobs.io(work), done, self._fail, receiver=self)

    def _tell_making(self, done: int, total: int) -> None:
        if self._busy:
            self.working.emit(Work(tr("Making the packet"), done / max(total, 1), self.stop))

    def _fail(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _end(self) -> None:
        self._busy = False
        self.working.emit(None)
