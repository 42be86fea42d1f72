"""Exports what the list shows: asks for the place, writes beside the window, tells how far it is, can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.context import AppContext
from models.clock import zone
from ui import format as shown
from ui.background import Background
from ui.cases import cell_words  # noqa: F401 - its sentences are known from then on
from ui.cases.case_list_pane import CaseListPane
from ui.cases.list_words import list_title
from ui.i18n import language, translator
from ui.messages import show_error
from ui.page import Work

tr = translator("cases")


class ListExport(QObject):
    """`working` carries a Work for the status bar or None, `said` what was written."""

    working = Signal(object)
    said = Signal(str)
    _progressed = Signal(int, int)

    def __init__(self, ctx: AppContext, background: Background, pane: CaseListPane, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._pane = pane
        self._window = window
        self._stop = threading.Event()
        self._busy = False
        self._progressed.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._busy

    def default_name(self) -> str:
        """`cases-2026-11-20.xlsx`, by the day of the shop."""
        today = self._ctx.clock.now().astimezone(zone(self._ctx.bench.time_zone)).date()
        return f"cases-{today.isoformat()}.xlsx"

    def ask(self, *, chosen: bool = False) -> None:
        """Ask where to, then write all rows of the list, or the selected ones only."""
        if self._busy:
            self.said.emit(tr("A list is being exported already"))
            return
        ids = self._pane.table.chosen_ids() if chosen else self._pane.model.all_ids()
        if not ids:
            self.said.emit(tr("The list is empty: nothing to export"))
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        name, kind = QFileDialog.getSaveFileName(
            self._window, tr("Export %n case(s)", n=len(ids)), str(Path(folder) / self.default_name()),
            f"{tr('Excel workbook')} (*.xlsx);;{tr('CSV, UTF-8')} (*.csv)",
        )  # fmt: skip
        if name:
            self.write(export_path(name, kind), ids)

    def write(self, path: Path, ids: Sequence[int]) -> None:
        """Write these cases with the columns shown."""
        self._busy = True
        self._stop.clear()
        self._tell(0, len(ids))
        lists, columns, spoken = self._ctx.case_lists, self._pane.table.shown_keys(), language()
        title = list_title(self._pane)

        def work() -> int:
            return lists.export(
                path, ids, columns, spoken, name=title, progress=self._progressed.emit, cancelled=self._stop.is_set
            )

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
        self.said.emit(tr("%1 cases written to %2", shown.count(count), path.name))

    def _failed(self, error: BaseException) -> None:
        self._end()
        if getattr(error, "code", "") == "cancelled":
            self.said.emit(tr("Export stopped; no file was written"))
        else:
            show_error(error, self._window)

    def _end(self) -> None:
        self._busy = False
        self.working.emit(None)


def export_path(name: str, kind: str) -> Path:
    """The file a dialog names, with the ending of the chosen kind where the name has neither."""
    path = Path(name)
    if path.suffix.lower() in (".xlsx", ".csv"):
        return path
    return path.with_name(path.name + (".csv" if "*.csv" in kind else ".xlsx"))
