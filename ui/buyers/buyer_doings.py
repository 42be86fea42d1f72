"""What the page does with buyers: each through the writer's thread, and what fails is said in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.held_writing import run_held
from ui.widgets.held_dialog import HeldDialog

Result = TypeVar("Result")


class BuyerDoings(QObject):
    """Runs what changes the store beside the window."""

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window

    def write(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object] = lambda result: None,
        failed: Callable[[BaseException], object] | None = None,
        asked: HeldDialog | None = None,
    ) -> None:
        """Run `work`; what it raises goes to `failed`, or is shown. `asked` stays open until it is written."""
        run_held(self._background, self._ctx.jobs.write(work), asked, self._window, then, failed)
