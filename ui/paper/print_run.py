"""Sends pages to a printer: rendered by the decoder process, painted off the window's thread, one at a time."""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.context import AppContext
from desktop.decoder.results import NoPreviewReason, Pixels
from models.errors import EnvironmentFault
from models.rules.paper_fit import Edges, Scaling
from ui.background import Background
from ui.paper.printed_files import PaperPage
from ui.paper.printers import paper_mm

MOST_DPI = 300
_MM_PER_INCH = 25.4
_LEAST_DPI = 72
_BAND = 256


class PrintRun(QObject):
    """One print job. `progressed(done, total)`; then `ended`, `stopped` or `failed(error)`, once."""

    progressed = Signal(int, int)
    ended = Signal()
    stopped = Signal()
    failed = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, pages: Sequence[PaperPage], printer: QPrinter, *,
        margins: Edges, scaling: Scaling, grey: bool = False, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx, self._background, self._printer = ctx, background, printer
        self._pages, self._margins, self._scaling, self._grey = tuple(pages), margins, scaling, grey
        self._stop = threading.Event()
        # A window that goes away leaves no job behind that nobody can stop.
        self.destroyed.connect(self._stop.set)

    def start(self) -> None:
        """Send the pages; the window stays alive meanwhile."""
        self._background.run(self._ctx.jobs.io(self._work), self._done, self.failed.emit, receiver=self)

    def stop(self) -> None:
        """Send no more pages; the printer is told to forget the job."""
        self._stop.set()

    def _done(self, whole: bool) -> None:
        (self.ended if whole else self.stopped).emit()

    def _work(self) -> bool:
        """Runs in the I/O pool; False when it was stopped."""
        printer, painter = self._printer, QPainter()
        if not self._pages or not painter.begin(printer):
            raise EnvironmentFault("printer_refused")
        try:
            self.progressed.emit(0, len(self._pages))
            for place, page in enumerate(self._pages):
                if self._stop.is_set():
                    break
                if place and not printer.newPage():
                    raise EnvironmentFault("printer_refused")
                self._paint(painter, page)
                self.progressed.emit(place + 1, len(self._pages))
            if self._stop.is_set():
                printer.abort()
                return False
            return True
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()

    def _paint(self, painter: QPainter, page: PaperPage) -> None:
        printer = self._printer
        dots = printer.resolution() / _MM_PER_INCH
        image = self._render(page)
        place = page.placed(paper_mm(printer), self._margins, self._scaling, (image.width(), image.height()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, right = round(place.left * dots), round((place.left + place.width) * dots)
        high = image.height()

        def edge(row: int) -> int:
            return round((place.top + place.height * row / high) * dots)

        # In bands on whole dots: a page at once would keep the window waiting for as long as it is packed.
        for row in range(0, high, _BAND):
            until = min(row + _BAND, high)
            target = QRect(left, edge(row), right - left, edge(until) - edge(row))
            painter.drawImage(target, image.copy(0, row, image.width(), until - row))

    def _render(self, page: PaperPage) -> QImage:
        side = self._side(page)
        # A PC that is busy with other things may need longer than a page is given: once more, then less fine.
        reason = NoPreviewReason.TIME_LIMIT
        for share in (1.0, 1.0, 0.67):
            made = self._ctx.decoder.picture(page.file.path, math.ceil(side * share), page=page.page)
            if isinstance(made, Pixels):
                held = QImage(made.data, made.width, made.height, made.stride, QImage.Format.Format_RGBA8888)
                return as_printed(held, grey=self._grey)
            reason = made.reason
            if reason is not NoPreviewReason.TIME_LIMIT or self._stop.is_set():
                break
        raise EnvironmentFault("packet_page_unreadable", page=page.page + 1, reason=reason.value)

    def _side(self, page: PaperPage) -> int:
        """Pixels of the page's longer side: as many as the printer has dots, up to 300 dpi."""
        dpi = min(MOST_DPI, max(self._printer.resolution(), _LEAST_DPI))
        longest = max(page.file.width, page.file.height) or max(paper_mm(self._printer))
        return math.ceil(longest / _MM_PER_INCH * dpi)


def as_printed(image: QImage, *, grey: bool) -> QImage:
    """A page on white, in colour or in grey: what is transparent on a screen is paper."""
    if image.hasAlphaChannel():
        flat = QImage(image.size(), QImage.Format.Format_RGB888)
        flat.fill(0xFFFFFFFF)
        painter = QPainter(flat)
        painter.drawImage(0, 0, image)
        painter.end()
        image = flat
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if grey else image
