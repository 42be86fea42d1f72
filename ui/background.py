"""The only bridge from the jobs of desktop to the window's thread: results come back as queued signals."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
BUSY_AFTER_MS = 150


@dataclass(eq=False, slots=True)
class _Waiting:
    future: Future[Any]
    on_done: Callable[[Any], object]
    on_error: Callable[[BaseException], object] | None
    receiver: QObject | None
    quiet: bool


class Background(QObject):
    """Hands results of futures to the window's thread, unless who asked is gone by then.

    A job still running after 150 ms is shown as busy, until all such jobs are done.
    """

    busy_changed = Signal(bool)
    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[_Waiting] = set()
        self._busy = False
        self._timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._timer.timeout.connect(self._long)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        future: Future[T],
        on_done: Callable[[T], object],
        on_error: Callable[[BaseException], object] | None = None,
        *,
        receiver: QObject | None = None,
        quiet: bool = False,
    ) -> Future[T]:
        """Call `on_done(result)` here in the window's thread, or `on_error(exception)`.

        The receiver (for bound methods: their object) going away drops the result. Without `on_error` the failure goes
        to the signal `failed`, which the window shows. `quiet` jobs do not count as busy.
        """
        owner = receiver if receiver is not None else getattr(on_done, "__self__", None)
        item = _Waiting(future, on_done, on_error, owner if isinstance(owner, QObject) else None, quiet)
        self._waiting.add(item)
        if not quiet and not self._timer.isActive() and not self._busy:
            self._timer.start()
        future.add_done_callback(lambda _: self._announce(item))
        return future

    def pending(self) -> int:
        """How many results are still to come."""
        return len(self._waiting)

    def close(self) -> None:
        """Forget all results still to come, at the end of the program."""
        self._waiting.clear()
        self._timer.stop()

    def _announce(self, item: _Waiting) -> None:
        if isValid(self):
            try:
                self._arrived.emit(item)
            except RuntimeError:
                # the bridge was deleted between the question and the signal: nobody is left to tell
                return

    @Slot(object)
    def _deliver(self, item: _Waiting) -> None:
        if item not in self._waiting:
            return
        self._waiting.discard(item)
        self._settle()
        if item.receiver is not None and not isValid(item.receiver):
            return
        try:
            error = item.future.exception()
        except CancelledError:
            return
        if error is None:
            item.on_done(item.future.result())
        elif item.on_error is not None:
            item.on_error(error)
        else:
            self.failed.emit(error)

    @Slot()
    def _long(self) -> None:
        self._set_busy(any(not item.quiet for item in self._waiting))

    def _settle(self) -> None:
        if not any(not item.quiet for item in self._waiting):
            self._timer.stop()
            self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)
