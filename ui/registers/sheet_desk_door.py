"""The claim sheet in the print dialog: its desk is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.register_records import Month
from ui.background import Background

if TYPE_CHECKING:
    from ui.paper.sheet_desk import SheetDesk


class ClaimSheets(QObject):
    """`said` tells what was printed or saved."""

    said = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._desk: SheetDesk | None = None

    def open(self, month: Month, shop_id: int | None, carrier: str) -> None:
        """The statement of a carrier's claims in a month, of the one with most claims without a name."""
        if self._desk is None:
            from ui.paper.sheet_desk import SheetDesk

            self._desk = SheetDesk(self._ctx, self._background, self._window)
            self._desk.said.connect(self.said)
        self._desk.claim_of_month(month.year, month.month, shop_id=shop_id, carrier=carrier)
