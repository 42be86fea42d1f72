"""Opens the dialog for packets of several cases from any page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.packet_batch import MOST_CASES, BatchLine
from ui.background import Background
from ui.i18n import language, translator
from ui.paper.batch_dialog import BatchDialog
from ui.paper.printers import PrinterBook

tr = translator("sheets")


class BatchDesk(QObject):
    """`said(text)` tells what was printed or saved; `dialog` is there while it stands."""

    said = Signal(str)

    def __init__(
        self, ctx: AppContext, background: Background, window: QWidget, *, book: PrinterBook | None = None
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window, self._book = ctx, background, window, book
        self.dialog: BatchDialog | None = None

    def ask(self, case_ids: Sequence[int]) -> None:
        """Show what would happen with the packets of these cases."""
        if len(case_ids) > MOST_CASES:
            self.said.emit(tr("At most %1 cases at once: choose fewer.", MOST_CASES))
            return
        ids, ctx = list(case_ids), self._ctx

        def look() -> tuple[tuple[BatchLine, ...], dict[str, str]]:
            zh = language() == "zh"
            names = {
                each.id: (each.name_zh or each.name_en) if zh else (each.name_en or each.name_zh)
                for each in ctx.presets.list_presets()
            }
            return ctx.packet_batch.lines(ids), names

        self._background.run(ctx.jobs.read(look), self._open, receiver=self)

    def _open(self, found: tuple[tuple[BatchLine, ...], dict[str, str]]) -> None:
        lines, names = found
        if not lines:
            return
        dialog = self.dialog = BatchDialog(
            self._ctx, self._background, lines, lambda preset: names.get(preset, preset), self._window,
            book=self._book,
        )  # fmt: skip
        dialog.said.connect(self.said)
        dialog.destroyed.connect(self._gone)
        dialog.open()

    def _gone(self) -> None:
        self.dialog = None
        batch = self._ctx.packet_batch
        self._background.run(self._ctx.jobs.io(batch.forget), lambda _: None, receiver=self, quiet=True)
