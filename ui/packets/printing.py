"""Prints a packet: the pages of its own PDF, rendered by the decoder process, painted one after the other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.context import AppContext
from desktop.decoder.results import Pixels
from models.errors import EnvironmentFault
from ui.background import Background
from ui.packets.page_pictures import image_of

MOST_DPI = 300
_A4_MM = QSizeF(210, 297)
_MM_PER_INCH = 25.4


def new_printer(pages: int) -> QPrinter:
    """A printer for A4 upright, of which all pages are wanted."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFromTo(1, max(pages, 1))
    return printer


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages (from 0) to print, as they shall come out, with the copies the driver does not make itself."""
    first, last = 1, count
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        first = min(max(printer.fromPage(), 1), count)
        last = min(max(printer.toPage(), first), count)
    pages = list(range(first - 1, last))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if copies > 1 and not printer.collateCopies():
        return [page for page in pages for _ in range(copies)]
    return pages * copies


class PrintRun(QObject):
    """One print job. `progressed(done, total)`; `ended` when all is sent, `stopped`, or `failed(error)`."""

    progressed = Signal(int, int)
    ended = Signal()
    failed = Signal(object)

    def __init__(
        self,
        ctx: AppContext,
        background: Background,
        path: Path,
        pages: Sequence[int],
        printer: QPrinter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._path = path
        self._pages = list(pages)
        self._printer = printer
        self._painter = QPainter()
        self._done = 0
        self._stopped = False

    def start(self) -> None:
        """Send the first page; the rest follows by itself."""
        self._printer.setFullPage(True)
        if not self._pages or not self._painter.begin(self._printer):
            self._fail(EnvironmentFault("printer_refused"))
            return
        self.progressed.emit(0, len(self._pages))
        self._ask()

    def stop(self) -> None:
        """Send no more pages; the printer is told to forget the job."""
        self._stopped = True

    def _ask(self) -> None:
        page, side = self._pages[self._done], self._side()
        decoder, path = self._ctx.decoder, self._path

        def render() -> QImage:
            made = decoder.picture(path, side, page=page)
            if not isinstance(made, Pixels):
                raise EnvironmentFault("packet_page_unreadable", page=page + 1, reason=made.reason.value)
            return image_of(made)

        self._background.run(self._ctx.jobs.io(render), self._paint, self._fail, quiet=True)

    def _side(self) -> int:
        """Pixels of the page's longer side: as many as the printer has dots, up to 300 dpi."""
        dpi = min(MOST_DPI, max(self._printer.resolution(), 72))
        return math.ceil(_A4_MM.height() / _MM_PER_INCH * dpi)

    def _paint(self, image: QImage) -> None:
        if self._stopped:
            self._printer.abort()
            self._finish()
            return
        if self._done and not self._printer.newPage():
            self._fail(EnvironmentFault("printer_refused"))
            return
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(self._place(), image)
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done < len(self._pages):
            self._ask()
        else:
            self._finish()

    def _place(self) -> QRectF:
        """Where an A4 page goes on the paper: in its true size, smaller only where the paper is smaller."""
        dots = self._printer.resolution() / _MM_PER_INCH
        paper = QRectF(self._printer.pageLayout().fullRectPixels(self._printer.resolution()))
        share = min(1.0, paper.width() / (_A4_MM.width() * dots), paper.height() / (_A4_MM.height() * dots))
        width, height = _A4_MM.width() * dots * share, _A4_MM.height() * dots * share
        return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)

    def _finish(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.ended.emit()

    def _fail(self, error: BaseException) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self.failed.emit(error)
