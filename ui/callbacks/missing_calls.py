"""Plans whoever has nothing planned, a part at a time: what a person does meanwhile is written between them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.context import AppContext
from ui.background import Background

# A fifth of a second of the thread that writes.
AT_ONCE = 200


class MissingCalls(QObject):
    """Looks once a day, and whenever it is told that buyers changed."""

    def __init__(self, ctx: AppContext, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._looked_on: date | None = None
        self._going = self._again = False

    def look(self, *, anew: bool = False) -> None:
        """Plan what is missing; without `anew` only if the day is another than when it was last looked for."""
        today = self._ctx.clock.now().date()
        if not anew and self._looked_on == today:
            return
        self._looked_on = today
        if self._going:
            self._again = True
        else:
            self._plan()

    def _plan(self) -> None:
        self._going, self._again = True, False
        # First asked for in the thread that writes: what plans is loaded there, not in the window's.
        work = self._ctx.jobs.write(lambda: self._ctx.call_backs.plan_missing(AT_ONCE))
        self._background.run(work, self._planned, self._failed, receiver=self)

    def _planned(self, many: int) -> None:
        self._going = False
        if many == AT_ONCE or self._again:
            self._plan()

    def _failed(self, error: BaseException) -> None:
        self._going = False
        self._background.failed.emit(error)
