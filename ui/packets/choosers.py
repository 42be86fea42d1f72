"""Where a packet shall go: the dialogs for a file and for a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from models.kinds import PacketForm
from models.records import Packet
from ui.i18n import translator

tr = translator("packets")


def suggested_name(number: str) -> str:
    """A file name that is safe on every system: the packet's number tells the rest."""
    return f"{tr('Packet')} {number}.pdf"


def choose_out(parent: QWidget, folder: str, number: str, form: PacketForm) -> Path | None:
    """Ask where to write: a PDF, an archive, or the folder in which the packet gets one of its own. None: nowhere.

    `folder` is where the last one went, or empty.
    """
    if form in (PacketForm.SLOTS, PacketForm.PICTURES):
        chosen = QFileDialog.getExistingDirectory(parent, tr("Save packet"), str(_start(folder)))
        return Path(chosen) if chosen else None
    archive = form is PacketForm.ARCHIVE
    ending, kinds = (".zip", tr("Archives (*.zip)")) if archive else (".pdf", tr("PDF files (*.pdf)"))
    start = _start(folder) / Path(suggested_name(number)).with_suffix(ending).name
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save packet"), str(start), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(f"{path.name}{ending}")


def choose_again(parent: QWidget, folder: str, packet: Packet) -> Path | None:
    """Ask where to write a packet that was made before."""
    return choose_out(parent, folder, packet.number, packet.form)


def folder_name(number: str) -> str:
    """The name of a packet without an ending, for print jobs and folders."""
    return suggested_name(number).removesuffix(".pdf")


def _start(folder: str) -> Path:
    return Path(folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
