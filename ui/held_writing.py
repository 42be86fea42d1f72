"""Writing what a dialog asked for: it closes once it is written; what fails is said over it, and its words stay."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.background import Background
from ui.messages import show_error
from ui.widgets.held_dialog import HeldDialog

Result = TypeVar("Result")


def run_held(
    background: Background,
    future: Future[Result],
    asked: HeldDialog | None,
    receiver: QObject,
    then: Callable[[Result], object] = lambda result: None,
    failed: Callable[[BaseException], object] | None = None,
) -> None:
    """`then(result)` once it is written. What fails goes to `failed`, else is shown over the dialog or `receiver`."""
    if asked is not None:
        asked.hold()

    def finished(result: Result) -> None:
        if asked is not None:
            asked.written()
        then(result)

    def refused(error: BaseException) -> None:
        over = asked.refused() if asked is not None else None
        if failed is not None:
            failed(error)
        elif over is None and not isinstance(receiver, QWidget):
            background.failed.emit(error)
        else:
            show_error(error, over or (receiver if isinstance(receiver, QWidget) else None))

    background.run(future, finished, refused, receiver=receiver)
