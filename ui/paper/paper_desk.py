"""What makes papers from any page has in common: the dialog that stands, and what it tells."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.sheets import SheetFile
from ui.background import Background
from ui.paper.print_dialog import PrintDialog
from ui.paper.printers import PrinterBook


class PaperDesk(QObject):
    """`said(text)` tells what was printed or saved; `opened` and `dialog` are the dialog while it stands."""

    said = Signal(str)
    opened = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, window: QWidget, *, book: PrinterBook | None = None
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window, self._book = ctx, background, window, book
        self.dialog: PrintDialog | None = None
        self._sheet: SheetFile | None = None
        self._asked = 0
