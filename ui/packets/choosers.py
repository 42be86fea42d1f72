"""Where a packet shall go: the dialogs for a file and for a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from models.kinds import PacketForm
from models.records import Packet
from ui.i18n import translator
from ui.packets.printing import new_printer

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


def _start(folder: str) -> Path:
    return Path(folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def choose_printer(parent: QWidget, pages: int, number: str, then: Callable[[QPrinter], object]) -> QPrintDialog:
    """Ask for the printer and the pages; `then` gets the printer when it was confirmed."""
    printer = new_printer(pages)
    printer.setDocName(suggested_name(number).removesuffix(".pdf"))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, max(pages, 1))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: then(printer))
    QDialog.open(dialog)
    return dialog
