"""Opens the dialogs of batch alarms from any page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.batch_records import BatchAlarm
from models.errors import NotFound
from ui.background import Background


class BatchDesk(QObject):
    """`said(text)` is a toast, `navigate` a Target (a case of the alarm); `dialog` is there while one stands."""

    said = Signal(str)
    navigate = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._window = ctx, background, parent
        self.dialog: QWidget | None = None

    def open(self, style: str, batch: str) -> None:
        """Show the alarm of a style and batch, with its cases; says so when it does not ring any more."""
        ctx, shop = self._ctx, self._ctx.settings.get("shop") or None

        def read() -> BatchAlarm | None:
            try:
                return ctx.batch_alarms.find(style, batch, shop_id=shop)
            except NotFound:
                return None

        self._background.run(ctx.jobs.read(read), self._show, receiver=self)

    def _show(self, alarm: BatchAlarm | None) -> None:
        """Filled in below."""
