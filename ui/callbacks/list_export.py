"""The call-backs or the calls made of the shown days as a workbook: asked where to, written beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.context import AppContext
from models.call_back_records import CallFilters
from ui import format as shown
from ui.background import Background
from ui.i18n import language, translator
from ui.messages import show_error
from ui.page import Work

tr = translator("call_lists")


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are shown, both included, and what narrows them."""

    first: date
    last: date
    filters: CallFilters


class CallListExport(QObject):
    """`working` carries a Work for the status bar or None, `said` what was written."""

    working = Signal(object)
    said = Signal(str)
    _progressed = Signal(int, int)

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._stop = threading.Event()
        self._busy = False
        self._progressed.connect(self._tell)

    def ask(self, period: Period, *, made: bool) -> None:
        """Ask where to, and whether phone numbers are masked; then write."""
        if self._busy:
            self.said.emit(tr("A list is being exported already"))
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        masked = f"{tr('Excel workbook, phone numbers masked')} (*.xlsx)"
        whole = f"{tr('Excel workbook, whole phone numbers')} (*.xlsx)"
        title = tr("Export calls made") if made else tr("Export call-backs")
        start = str(Path(folder) / default_name(period, made=made))
        name, kind = QFileDialog.getSaveFileName(self._window, title, start, f"{masked};;{whole}")
        if name:
            path = Path(name)
            path = path if path.suffix.casefold() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
            self.write(path, period, made=made, whole_phones=kind == whole)

    def write(self, path: Path, period: Period, *, made: bool, whole_phones: bool = False) -> None:
        """Write the call-backs of the days, or the calls made on them."""
        self._busy = True
        self._stop.clear()
        self._tell(0, 0)
        lists, spoken = self._ctx.call_lists, language()
        export: Callable[..., int] = lists.export_made if made else lists.export

        def work() -> int:
            return export(
                path, period.first, period.last, period.filters, language=spoken, whole_phones=whole_phones,
                progress=self._progressed.emit, cancelled=self._stop.is_set,
            )  # fmt: skip

        self._background.run(
            self._ctx.jobs.io(work), lambda count: self._done(path, count), self._failed, receiver=self, quiet=True
        )

    def stop(self) -> None:
        """Stop; the file is not written."""
        self._stop.set()

    def _tell(self, done: int, total: int) -> None:
        if self._busy:
            text = tr("Exporting %1 of %2", shown.count(done), shown.count(total))
            self.working.emit(Work(text, done / max(total, 1), self.stop))

    def _done(self, path: Path, count: int) -> None:
        self._end()
        self.said.emit(tr("%1 rows written to %2", shown.count(count), path.name))

    def _failed(self, error: BaseException) -> None:
        self._end()
        if getattr(error, "code", "") == "cancelled":
            self.said.emit(tr("Export stopped; no file was written"))
        else:
            show_error(error, self._window)

    def _end(self) -> None:
        self._busy = False
        self.working.emit(None)


def default_name(period: Period, *, made: bool) -> str:
    """`call-backs-2026-11-01-2026-11-30.xlsx`, of calls made `calls-…`."""
    kind = "calls" if made else "call-backs"
    return f"{kind}-{period.first.isoformat()}-{period.last.isoformat()}.xlsx"
