"""Keeps the draft: at once after a choice, half a second after the last key in a field, and what is due on leaving."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.context import AppContext
from desktop.services.resolution_offers import Choice
from ui.background import Background

TYPING_MS = 500


class DraftKeeper(QObject):
    """Writes the newest answers through the writer's thread; `kept` tells when, `failed` what went wrong."""

    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._waiting: tuple[int, dict[str, object], Choice] | None = None
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self.flush)

    def keep(self, case_id: int, answers: dict[str, object], choice: Choice, *, typing: bool = False) -> None:
        """Keep these answers, now or when the typing pauses."""
        self._waiting = (case_id, dict(answers), choice)
        if typing:
            self._timer.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self._timer.stop()
        if self._waiting is None:
            return
        case_id, answers, choice = self._waiting
        self._waiting = None
        service, clock = self._ctx.resolutions, self._ctx.clock

        def work() -> datetime:
            service.save_draft(case_id, answers, choice)
            return clock.now()

        self._background.run(self._ctx.jobs.write(work), self.kept.emit, self.failed.emit, receiver=self, quiet=True)

    def drop(self) -> None:
        """Forget what waits, as after finishing or discarding."""
        self._timer.stop()
        self._waiting = None
