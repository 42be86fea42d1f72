"""Where a packet shall go: the dialogs for a file and for a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.i18n import translator
from ui.packets.printing import new_printer

tr = translator("packets")


def suggested_name(number: str) -> str:
    """A file name that is safe on every system: the packet's number tells the rest."""
    return f"{tr('Packet')} {number}.pdf"


def choose_file(parent: QWidget, folder: str, number: str) -> Path | None:
    """Ask for the file to write; None when nothing was chosen. `folder` is where the last one went, or empty."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = Path(folder or documents) / suggested_name(number)
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save packet"), str(start), tr("PDF files (*.pdf)"))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_name(f"{path.name}.pdf")


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
