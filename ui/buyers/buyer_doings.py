"""What the page does with buyers: each through the writer's thread, and what fails is said in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.messages import show_error

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
    ) -> None:
        """Run `work`; what it raises goes to `failed`, or is shown."""
        self._background.run(self._ctx.jobs.write(work), then, failed or self._say, receiver=self)

    def _say(self, error: BaseException) -> None:
        show_error(error, self._window)
