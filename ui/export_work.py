"""A list being written to a file beside the window: tells how far it is, can be stopped, says what was written."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui import format as shown
from ui.background import Background
from ui.i18n import translator
from ui.messages import show_error
from ui.page import Work

tr = translator("frame")
Write = Callable[[Callable[[int, int], None], Callable[[], bool]], int]
"""Writes the file; takes whom to tell how far it is and whom to ask whether to stop, answers how many rows."""


class ExportWork(QObject):
    """`working` carries a Work for the status bar or None, `said` what was written. One list at a time."""

    working = Signal(object)
    said = Signal(str)
    _progressed = Signal(int, int)

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._stop = threading.Event()
        self._busy = False
        self._progressed.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._busy

    def stop(self) -> None:
        """Stop; the file is not written."""
        self._stop.set()

    def _refuses(self) -> bool:
        """Whether a list is being written already, which is said."""
        if self._busy:
            self.said.emit(tr("A list is being exported already"))
        return self._busy

    def _start(self, total: int, write: Write, written: Callable[[int], str]) -> None:
        """Begin; `written` says of so many rows what became of them."""
        self._busy = True
        self._stop.clear()
        self._tell(0, total)

        def done(count: int) -> None:
            self._end()
            self.said.emit(written(count))

        self._background.run(
            self._ctx.jobs.io(lambda: write(self._progressed.emit, self._stop.is_set)), done, self._failed,
            receiver=self, quiet=True,
        )  # fmt: skip

    def _tell(self, done: int, total: int) -> None:
        if self._busy:
            text = tr("Exporting %1 of %2", shown.count(done), shown.count(total))
            self.working.emit(Work(text, done / max(total, 1), self.stop))

    def _failed(self, error: BaseException) -> None:
        self._end()
        if getattr(error, "code", "") == "cancelled":
            self.said.emit(tr("Export stopped; no file was written"))
        else:
            show_error(error, self._window)

    def _end(self) -> None:
        self._busy = False
        self.working.emit(None)
