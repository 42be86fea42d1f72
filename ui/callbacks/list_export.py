"""The call-backs or the calls made of the shown days as a workbook: asked where to, written beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from models.call_back_records import CallFilters
from ui import format as shown
from ui.export_work import ExportWork
from ui.i18n import language, translator

tr = translator("call_lists")


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are shown, both included, and what narrows them."""

    first: date
    last: date
    filters: CallFilters


class CallListExport(ExportWork):
    """Writes what stands on the days, or what was made on them."""

    def ask(self, period: Period, *, made: bool) -> None:
        """Ask where to, and whether phone numbers are masked; then write."""
        if self._refuses():
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
        lists, spoken = self._ctx.call_lists, language()
        export: Callable[..., int] = lists.export_made if made else lists.export

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> int:
            return export(
                path, period.first, period.last, period.filters, language=spoken, whole_phones=whole_phones,
                progress=progress, cancelled=cancelled,
            )  # fmt: skip

        self._start(0, work, lambda count: tr("%1 rows written to %2", shown.count(count), path.name))


def default_name(period: Period, *, made: bool) -> str:
    """`call-backs-2026-11-01-2026-11-30.xlsx`, of calls made `calls-…`."""
    kind = "calls" if made else "call-backs"
    return f"{kind}-{period.first.isoformat()}-{period.last.isoformat()}.xlsx"
