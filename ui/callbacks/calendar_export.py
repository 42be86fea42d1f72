"""The call-backs as a calendar file for once: asked where to, written off the window's thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.context import AppContext
from models.clock import zone
from ui import format as shown
from ui.background import Background
from ui.i18n import language, translator
from ui.messages import show_error

tr = translator("reminders")


class CalendarExport(QObject):
    """`said` tells what was written; what went wrong is shown in a dialog."""

    said = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window

    def default_name(self) -> str:
        """`call-backs-2026-11-20.ics`, by the day of the shop."""
        today = self._ctx.clock.now().astimezone(zone(self._ctx.bench.time_zone)).date()
        return f"call-backs-{today.isoformat()}.ics"

    def ask(self) -> None:
        """Ask where to, then write."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        kinds = f"{tr('Calendar file')} (*.ics)"
        start = str(Path(folder) / self.default_name())
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Export calendar file"), start, kinds)
        if name:
            path = Path(name)
            self.write(path if path.suffix.casefold() == ".ics" else path.with_name(f"{path.name}.ics"))

    def write(self, path: Path) -> None:
        """Write the open call-backs, with what is chosen in Settings and nothing more."""
        feed, jobs, words = self._ctx.calendar_feed, self._ctx.jobs, language()

        def done(count: int) -> None:
            self.said.emit(tr("%1 call-backs written to %2", shown.count(count), path.name))

        def failed(error: BaseException) -> None:
            show_error(error, self._window)

        future = jobs.io(lambda: feed.export(path, language=words, run=jobs.write))
        self._background.run(future, done, failed, receiver=self)
