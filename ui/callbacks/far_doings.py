"""What stands more than a year ahead, as a wrong clock left it: told above the calendar, shown, planned anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.callbacks.calendar_notices import CalendarNotices


class FarDoings(QObject):
    """`show` is given the first day of what stands so far ahead."""

    def __init__(
        self, ctx: AppContext, background: Background, notices: CalendarNotices, show: Callable[[date], object],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx, self._background, self._notices = ctx, background, notices
        self._looked = False
        notices.far_wanted.connect(show)
        notices.nearer.connect(self._plan_anew)

    def look(self) -> None:
        """Read what there is to tell."""
        calls = self._ctx.call_backs
        work = self._ctx.jobs.read(lambda: self._ctx.far_calls.list_far(calls.shop()))
        self._background.run(work, self._notices.show_far, receiver=self)
        if not self._looked:
            # What a newer program left was there when this one began.
            self._looked = True
            newer = self._ctx.jobs.read(self._ctx.far_calls.count_newer)
            self._background.run(newer, self._notices.show_newer, receiver=self)

    def _plan_anew(self) -> None:
        calls = self._ctx.call_backs
        work = self._ctx.jobs.write(lambda: self._ctx.far_calls.bring_back(calls.shop()))
        self._background.run(work, lambda _: None, receiver=self)
