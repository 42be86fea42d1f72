"""While the window stands: snoozed cases wake at their time, done ones are archived where the shop wants it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.diagnostics import LOGGER
from ui.background import Background
from ui.i18n import translator
from ui.messages import toast

if TYPE_CHECKING:
    from desktop.services.case_snooze import Woken

tr = translator("case_life")
_log = logging.getLogger(f"{LOGGER}.waking")
_MINUTE_MS, _FIRST_MS = 60_000, 1_500
_NAMED = 4


class Waking(QObject):
    """Looks at start and each minute; `told` carries what happened, for reminders outside the window."""

    told = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self._timer = QTimer(self, interval=_MINUTE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        # What was due while the program was closed, once the window stands.
        QTimer.singleShot(_FIRST_MS, self, self.look)

    def look(self) -> None:
        """Wake and archive what is due now; without anything due nothing is written."""
        ctx = self._ctx

        def work() -> tuple[Woken, int]:
            return ctx.snoozing.wake_due(), ctx.life.archive_old()

        try:
            future = ctx.jobs.write(work)
        except RuntimeError:
            # The data folder was closed and the window not yet gone.
            self._timer.stop()
            return
        self._background.run(future, self._tell, self._failed, receiver=self, quiet=True)

    @staticmethod
    def _failed(error: BaseException) -> None:
        """Tried again in a minute: no dialog for what nobody asked for, a line in the log."""
        _log.warning("not woken", exc_info=error)

    def _tell(self, done: tuple[Woken, int]) -> None:
        woken, archived = done
        if woken.ids:
            first = tr(", ").join(woken.numbers[:_NAMED]) + ("…" if len(woken.numbers) > _NAMED else "")
            self._say(tr("%n snoozed case(s) woke: %1", first, n=len(woken.ids)), "alarm-clock")
        if archived:
            days = self._ctx.life.archive_days()
            self._say(tr("%n case(s) archived, done for %1 days", days, n=archived), "archive")

    def _say(self, text: str, icon: str) -> None:
        toast(self._window, text, icon)
        self.told.emit(text)
