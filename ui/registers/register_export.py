"""A register as filtered, written as a workbook: asks for the place, writes beside the window, can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from models.register_records import MonthMetrics, RegisterSheet
from ui import format as shown
from ui.export_work import ExportWork
from ui.i18n import language, translator
from ui.words import word

tr = translator("registers")


def file_name(sheet: RegisterSheet) -> str:
    """`快递理赔 2026-11`: what a file of it is called, without its ending."""
    month = str(sheet.query.month) if sheet.query.month is not None else tr("All unsettled")
    group = sheet.query.group or ""
    safe = "".join(each for each in group if each.isalnum() or each in " -_")[:40].strip()
    return " ".join(part for part in (word(sheet.query.register), month, safe) if part)


class RegisterExport(ExportWork):
    """Writes the lines listed, in the order shown."""

    def ask(self, sheet: RegisterSheet) -> None:
        """Ask where to, then write."""
        if self._refuses():
            return
        if not sheet.lines:
            self.said.emit(tr("No line is listed: nothing to export"))
            return
        path = self._choose(tr("Export %n line(s)", n=len(sheet.lines)), file_name(sheet))
        if path is not None:
            self.write(path, sheet)

    def write(self, path: Path, sheet: RegisterSheet) -> None:
        """Write this sheet there."""
        lists, spoken = self._ctx.register_lists, language()

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> int:
            return lists.export(path, sheet, language=spoken, progress=progress, cancelled=cancelled)

        said = lambda count: tr("%1 lines written to %2", shown.count(count), path.name)  # noqa: E731
        self._start(len(sheet.lines), work, said)

    def ask_metrics(self, metrics: MonthMetrics) -> None:
        """Ask where to, then write the measures of a month."""
        if self._refuses():
            return
        path = self._choose(tr("Export the measures"), f"{tr('Measures of the month')} {metrics.month}")
        if path is None:
            return
        lists, spoken = self._ctx.register_lists, language()
        work = lambda progress, cancelled: lists.export_metrics(path, metrics, language=spoken)  # noqa: E731
        self._start(1, work, lambda count: tr("%1 lines written to %2", shown.count(count), path.name))

    def _choose(self, title: str, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(folder) / f"{name}.xlsx"), f"{tr('Excel workbook')} (*.xlsx)"
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
