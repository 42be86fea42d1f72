"""Exports what the list shows: asks for the place, writes beside the window, tells how far it is, can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.context import AppContext
from models.clock import zone
from ui import format as shown
from ui.background import Background
from ui.cases import cell_words  # noqa: F401 - its sentences are known from then on
from ui.cases.case_list_pane import CaseListPane
from ui.cases.list_words import list_title
from ui.export_work import ExportWork
from ui.i18n import language, translator

tr = translator("cases")


class ListExport(ExportWork):
    """Writes the cases of the list, all or the chosen ones."""

    def __init__(self, ctx: AppContext, background: Background, pane: CaseListPane, window: QWidget) -> None:
        super().__init__(ctx, background, window)
        self._pane = pane

    def default_name(self) -> str:
        """`cases-2026-11-20.xlsx`, by the day of the shop."""
        today = self._ctx.clock.now().astimezone(zone(self._ctx.bench.time_zone)).date()
        return f"cases-{today.isoformat()}.xlsx"

    def ask(self, *, chosen: bool = False) -> None:
        """Ask where to, then write all rows of the list, or the selected ones only."""
        if self._refuses():
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
        lists, columns, spoken = self._ctx.case_lists, self._pane.table.shown_keys(), language()
        title = list_title(self._pane)

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> int:
            return lists.export(path, ids, columns, spoken, name=title, progress=progress, cancelled=cancelled)

        self._start(len(ids), work, lambda count: tr("%1 cases written to %2", shown.count(count), path.name))


def export_path(name: str, kind: str) -> Path:
    """The file a dialog names, with the ending of the chosen kind where the name has neither."""
    path = Path(name)
    if path.suffix.lower() in (".xlsx", ".csv"):
        return path
    return path.with_name(path.name + (".csv" if "*.csv" in kind else ".xlsx"))
